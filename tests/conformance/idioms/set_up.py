# Data and helper functions of ungraded cells, locked or the student's own.
# %% free
data = {"a": [1, 2, 3], "b": [4, 5, 6]}
# %% set-up
import numpy as np

table = np.arange(6.0).reshape(2, 3)


def near(a, b):
    return abs(a - b) < 1e-9
# %% answer
def column_mean(name):
    return sum(data[name]) / len(data[name])


means = table.mean(axis=0)
# %% right
def column_mean(name):
    return np.mean(data[name])


means = np.array([column.sum() / 2 for column in table.T])
# %% wrong
def column_mean(name):
    return sum(data["a"]) / 3


means = table.mean(axis=1)
# %% tests
assert near(column_mean("a"), 2)
# %% tests
for name in data:
    assert near(column_mean(name), sum(data[name]) / 3)
# %% tests
assert means.shape == table[0].shape and np.allclose(means, table.mean(0))
