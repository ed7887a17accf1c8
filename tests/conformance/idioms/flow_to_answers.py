# Names that a test cell binds or changes and a later student's cell reads.
# %% answer
import numpy as np


def line(x):
    return 2 * x + 1


n = 3
stack = [1]
# %% right
import numpy as np


def line(t):
    return 1 + t * 2


n = 3
stack = [1]
# %% wrong
import numpy as np


def line(x):
    return 2 * x


n = 2
stack = []
# %% tests
xs = np.linspace(0, 1, 5)
assert line(xs[-1]) == 3
### BEGIN HIDDEN TESTS
secret = line(10)
assert secret == 21
### END HIDDEN TESTS
# %% tests
assert n == 3
n = 10
stack.append(2)
# %% answer
ys = line(xs)
total = n + 1
depth = len(stack)
# %% tests
assert np.allclose(ys, [1, 1.5, 2, 2.5, 3])
# %% tests
assert total == 11
# %% tests
assert depth == 2 and stack == [1, 2]
