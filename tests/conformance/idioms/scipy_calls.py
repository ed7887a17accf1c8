# Student's functions handed to scipy.
# needs: scipy
# %% set-up
import numpy as np
from scipy import integrate, optimize
# %% answer
def f(x):
    return x**2 - 2


def decay(y, t, k):
    return -k * y


def solve(f, a, b):
    return optimize.brentq(f, a, b)
# %% right
f = lambda x: x * x - 2.0
decay = lambda y, t, k: -y * k


def solve(f, a, b):
    return optimize.root_scalar(f, bracket=[a, b]).root
# %% wrong
def f(x):
    return x**2


def decay(y, t, k):
    return k * y


def solve(f, a, b):
    return a
# %% tests
assert np.isclose(optimize.brentq(f, 0, 2), np.sqrt(2))
# %% tests
assert np.isclose(integrate.quad(f, 0, 1)[0], 1 / 3 - 2)
# %% tests
assert np.allclose(integrate.odeint(decay, 1.0, [0, 1], args=(2.0,))[1], np.exp(-2), atol=1e-6)
# %% tests
assert np.isclose(solve(lambda x: x - 0.3, 0, 1), 0.3)
# %% tests
assert optimize.minimize_scalar(f).x < 1e-6
