# A student's function that returns a function, a partial or a bound method, which the test calls.
# %% answer
import numpy as np


def line(a, b):
    return lambda x: a + b * x


def accumulator():
    total = 0

    def add(x):
        nonlocal total
        total += x
        return total

    return add


def polynomial(coefficients):
    return np.poly1d(coefficients)
# %% right
from functools import partial

import numpy as np


def line(a, b):
    return partial(lambda a, b, x: a + b * x, a, b)


class Adder:
    def __init__(self):
        self.total = 0

    def __call__(self, x):
        self.total += x
        return self.total


accumulator = Adder


def polynomial(coefficients):
    return lambda x: np.polyval(coefficients, x)
# %% wrong
import numpy as np


def line(a, b):
    return lambda x: a * x


def accumulator():
    return lambda x: x


def polynomial(coefficients):
    return np.poly1d(coefficients[:1])
# %% tests
f = line(1.0, 2.0)
assert callable(f) and f(3.0) == 7.0
assert np.allclose(f(np.array([0, 1])), [1, 3])
# %% tests
add = accumulator()
add(2)
assert add(3) == 5
other = accumulator()
assert other(1) == 1 and add(0) == 5
# %% tests
p = polynomial([1, 0, -1])
assert p(2) == 3 and np.allclose(list(map(p, [0, 1])), [-1, 0])
