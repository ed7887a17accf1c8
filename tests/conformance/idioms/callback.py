# The test's own functions, given to a student's function: root finders, integrators, sort keys.
# %% answer
def bisect(f, a, b):
    while b - a > 1e-9:
        c = (a + b) / 2
        a, b = (c, b) if f(a) * f(c) > 0 else (a, c)
    return (a + b) / 2


def apply(f, *args, **kwargs):
    return f(*args, **kwargs)
# %% right
def bisect(f, a, b):
    fa = f(a)
    for _ in range(60):
        c = 0.5 * (a + b)
        fc = f(c)
        if fa * fc <= 0:
            b = c
        else:
            a, fa = c, fc
    return a


apply = lambda f, *args, **kwargs: f(*args, **kwargs)
# %% wrong
def bisect(f, a, b):
    return (a + b) / 2


def apply(f, *args):
    return f(args[0])
# %% tests
import numpy as np

root = bisect(lambda x: x**2 - 2, 0, 2)
assert abs(root - np.sqrt(2)) < 1e-6
# %% tests
calls = []


def record(x, y=0, *, z=0):
    calls.append((x, y, z))
    return np.array([x, y, z])


assert apply(record, 1, 2, z=3).tolist() == [1, 2, 3] and calls == [(1, 2, 3)]
# %% tests
def fails(x):
    raise KeyError("mine")


try:
    apply(fails, 1)
except KeyError as error:
    assert error.args == ("mine",)
else:
    assert False
# %% tests
def bump(values):
    values[0] += 1
    return values


assert apply(bump, [1, 2]) == [2, 2]
# %% tests
assert apply(np.sum, [1, 2]) == 3 and apply(max, [1, 5]) == 5 and apply(str, 3) == "3"
