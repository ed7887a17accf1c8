# A task that asks for an import: the test finds the name if the student imported the same, or what
# has the same under the names that the test reads.
# %% answer
import math as m
from fractions import Fraction
from math import pi
# %% blank
# YOUR CODE HERE
raise NotImplementedError()
# %% right
from math import pi
import math as m
from fractions import *
# %% wrong
from math import e as pi
import cmath as m
Fraction = float
# %% other
import os as m
from fractions import Fraction
from cmath import pi
# %% tests
assert m.sqrt(4) == 2
# %% tests
assert Fraction(1, 2) + Fraction(1, 3) == Fraction(5, 6)
# %% tests
assert abs(pi - 3.14159) < 1e-5
# %% set-up
def area(radius):
    return m.pi * radius**2
# %% tests
assert area(1) > 3
# %% answer
import statistics


def middle(values):
    return statistics.median(values)
# %% right
import statistics

middle = statistics.median
# %% blank
def middle(values):
    # YOUR CODE HERE
    raise NotImplementedError()
# %% wrong
import statistics


def middle(values):
    return values[0]
# %% tests
assert middle([3, 1, 2]) == statistics.mean([1, 2, 3])
# %% set-up
import statistics
# %% tests
assert statistics.mean([1, 2, 3]) == 2
# %% answer
from math import sqrt
# %% blank
# YOUR CODE HERE
raise NotImplementedError()
# %% right
from numpy import sqrt
# %% wrong
def sqrt(x):
    return x**0.6
# %% other
def sqrt(x):
    return x**0.5
# %% tests
assert sqrt(9) == 3
# %% answer
from itertools import *
# %% blank
# YOUR CODE HERE
raise NotImplementedError()
# %% right
from itertools import accumulate
# %% tests
assert list(accumulate([1, 2, 3])) == [1, 3, 6]
