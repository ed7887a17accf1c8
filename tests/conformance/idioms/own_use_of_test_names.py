# An answer that uses a name of an earlier test cell where the reference does not.
# %% answer
def double(x):
    return 2 * x
# %% tests
values = [1, 2, 3]
assert double(values[0]) == 2
# %% answer
result = [2, 4, 6]
# %% right
result = [double(v) for v in values]
# %% wrong
result = [double(v) for v in values[1:]]
# %% tests
assert result == [2, 4, 6]
