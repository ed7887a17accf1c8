# Imports of set-up cells, of test cells and of student's cells, used by tests and by later cells.
# %% free
import math
# %% set-up
import numpy as np
from numpy.testing import assert_allclose
# %% answer
import statistics


def area(r):
    return math.pi * r**2
# %% right
import statistics


def area(r):
    return np.pi * r * r
# %% wrong
import statistics


def area(r):
    return 3.14 * r * r
# %% tests
from itertools import accumulate

assert_allclose(area(np.array([1.0, 2.0])), [math.pi, 4 * math.pi])
# %% tests
assert statistics.mean([area(1), area(1)]) == math.pi
# %% answer
sums = list(accumulate([1, 2, 3]))
# %% wrong
sums = list(accumulate([1, 2]))
# %% tests
assert sums == [1, 3, 6]
