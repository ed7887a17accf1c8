# An empty answer, an answer that fails, and cells after it.
# %% answer
def f(x):
    return x


y = f(1)
# %% blank
# YOUR CODE HERE
raise NotImplementedError()
# %% syntax
def f(x)
    return x
# %% late
y = f(1)


def f(x):
    return x
# %% tests
assert f(1) == 1
# %% tests
assert y == 1
# %% tests
x = 3
assert x == 3
