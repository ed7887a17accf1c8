# Exceptions that the test expects: builtin ones, their text, subclasses, classes of the student's own, a bare except.
# %% set-up
import numpy as np
# %% answer
class Overdrawn(Exception):
    def __init__(self, missing):
        super().__init__(f"{missing} is missing")
        self.missing = missing


def root(x):
    if x < 0:
        raise ValueError(f"{x} is negative")
    return x**0.5


def withdraw(balance, amount):
    if amount > balance:
        raise Overdrawn(amount - balance)
    return balance - amount


def todo():
    raise NotImplementedError()
# %% right
class Overdrawn(Exception):
    def __init__(self, missing):
        self.missing = missing


class Negative(ValueError):
    pass


def root(x):
    if x < 0:
        raise Negative(f"{x} is negative")
    return np.sqrt(x)


def withdraw(balance, amount):
    if amount <= balance:
        return balance - amount
    raise Overdrawn(amount - balance)


def todo():
    raise NotImplementedError("later")
# %% wrong
class Overdrawn(Exception):
    pass


def root(x):
    return abs(x) ** 0.5


def withdraw(balance, amount):
    if amount > balance:
        raise Exception("no")
    return balance - amount


def todo():
    pass
# %% tests
try:
    root(-1)
except ValueError as error:
    assert "negative" in str(error)
else:
    raise AssertionError("did not raise")
# %% tests
np.testing.assert_raises(ValueError, root, -2)
raised = False
try:
    root(-1)
except:
    raised = True
assert raised
# %% tests
try:
    withdraw(1, 3)
    assert False
except Overdrawn:
    pass
# %% tests
try:
    withdraw(1, 3)
except Exception as error:
    assert error.missing == 2 and isinstance(error, Overdrawn)
else:
    assert False
# %% tests
import unittest

case = unittest.TestCase()
case.assertRaises(NotImplementedError, todo)
with case.assertRaisesRegex(ValueError, "^-4"):
    root(-4)
# %% tests
try:
    root("a")
except TypeError:
    pass
# %% tests
assert root(4) == 2 and withdraw(3, 1) == 2
