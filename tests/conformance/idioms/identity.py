# Whether two results are the same object.
# %% free
import numpy as np
# %% answer
array = np.arange(3)
record = [0, array, "a", {"array": array}]
# %% right
array = np.array([0, 1, 2])
record = [0]
record += [array, "a", dict(array=array)]
# %% wrong
array = np.arange(4)
record = [0, array, "a", {"array": array}]
# %% tests
assert len(array) == 3 and record == [0, array, "a", {"array": array}]
# %% answer
shared = [1, 2]
alias = shared


def keep(x):
    return x


def copy(x):
    return list(x)
# %% right
shared = [1, 2]
alias = shared
keep = lambda x: x
copy = lambda x: x[:]
# %% wrong
shared = [1, 2]
alias = [1, 2]


def keep(x):
    return list(x)


def copy(x):
    return x
# %% tests
assert alias is shared
# %% tests
values = [1, 2]
assert keep(values) is values
# %% tests
values = [1, 2]
other = copy(values)
assert other is not values and other == values
# %% tests
values = [1, 2]
other = copy(values)
other.append(3)
assert values == [1, 2]
# %% set-up
import math
# %% answer
class Particle:
    def __init__(self, field):
        self.field = field


particle = Particle(math.sqrt)
# %% right
from math import sqrt


class Particle:
    def __init__(self, field):
        self.field = field


particle = Particle(sqrt)
# %% wrong
class Particle:
    def __init__(self, field):
        self.field = field


particle = Particle(lambda x: math.sqrt(x))
# %% tests
assert particle.field == math.sqrt and math.sqrt == particle.field
assert particle.field != math.sin and particle.field(4) == 2
