# Seeds: the test seeds a generator, the student's function draws, the test goes on drawing.
# %% set-up
import random

import numpy as np
# %% answer
def dice(n):
    return np.random.randint(1, 7, size=n)


def coin():
    return random.random() < 0.5


def walk(rng, n):
    return rng.normal(size=n).cumsum()
# %% right
def dice(n):
    draws = np.random.randint(1, 7, n)
    return draws


def coin():
    return random.random() < 1 / 2


def walk(rng, n):
    return np.cumsum(rng.normal(0, 1, n))
# %% wrong
def dice(n):
    return np.random.randint(0, 6, size=n)


def coin():
    return random.random() > 0.5


def walk(rng, n):
    return rng.uniform(size=n).cumsum()
# %% tests
np.random.seed(1)
got = dice(5)
np.random.seed(1)
assert np.array_equal(got, np.random.randint(1, 7, size=5))
# %% tests
np.random.seed(2)
dice(3)
after = np.random.rand()
np.random.seed(2)
np.random.randint(1, 7, size=3)
assert after == np.random.rand() and dice(1000).max() == 6
# %% tests
random.seed(0)
flips = [coin() for _ in range(10)]
random.seed(0)
assert flips == [random.random() < 0.5 for _ in range(10)]
# %% tests
got = walk(np.random.default_rng(3), 4)
assert np.allclose(got, np.random.default_rng(3).normal(size=4).cumsum())
# %% tests
rng = np.random.default_rng(4)
walk(rng, 2)
assert rng.normal() == np.random.default_rng(4).normal(size=3)[2]
