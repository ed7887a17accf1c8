# A student's function that reads what a test cell imports, or what an earlier test cell left.
# %% answer
def doubled(values):
    kept = copy(values)
    return kept + kept


def price(quantity):
    return quantity * rate
# %% right
doubled = lambda values: copy(values) * 2
price = lambda quantity: rate * quantity
# %% wrong
def doubled(values):
    return copy(values)


def price(quantity):
    return quantity * 3
# %% tests
from copy import copy

values = [1, 2]
assert doubled(values) == [1, 2, 1, 2] and values == [1, 2]
# %% tests
assert doubled([3]) == [3, 3]
# %% tests
rate = 3
assert price(2) == 6
### BEGIN HIDDEN TESTS
rate = 5
import math
### END HIDDEN TESTS
# %% tests
assert price(2) == 10
# %% answer
def root(x):
    return math.sqrt(x) * rate
# %% right
root = lambda x: rate * math.sqrt(x)
# %% wrong
import math

def root(x):
    return math.sqrt(x) * 3
# %% tests
assert root(4) == 10
# %% free
rate = 7
# %% tests
assert price(2) == 14
