# What is printed or warned of during a test.
# %% set-up
import sys
import warnings

import numpy as np
# %% answer
def f(x):
    return x


def g(x):
    return x
# %% right
def f(x):
    warnings.warn("careful")
    return x


def g(x):
    print("debugging", x)
    return x
# %% noisy
import logging


def f(x):
    logging.warning("careful")
    return np.log(x - x) * 0 + x if False else x


def g(x):
    print("careful", file=sys.stderr)
    return x
# %% wrong
def f(x):
    warnings.warn("careful")
    return 0


def g(x):
    print(x)
# %% tests
assert f(1) == 1
# %% tests
print("checking", g(2))
assert g(2) == 2
# %% tests
warnings.warn("the instructor's own")
assert g(3) == 3
# %% tests
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert f(4) == 4
# %% tests
"all is well"
