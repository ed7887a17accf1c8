# What is refused for good: operators and text of instances, source, patches of builtins.
# %% answer
class Vector:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return Vector(self.x + other.x)

    def __eq__(self, other):
        return self.x == other.x

    def __repr__(self):
        return f"Vector({self.x})"

    def __len__(self):
        return 2


def double(x):
    """Twice x."""
    return helper(x)


def helper(x):
    return 2 * x


def ask():
    return input("? ")
# %% right
class Vector:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return Vector(other.x + self.x)

    def __eq__(self, other):
        return other.x == self.x

    def __repr__(self):
        return "Vector(%s)" % self.x

    def __len__(self):
        return 2


def double(x):
    """2 x."""
    return helper(x)


helper = lambda x: x + x


def ask():
    return input()
# %% wrong
class Vector:
    def __init__(self, x):
        self.x = x


def double(x):
    return 3


def ask():
    return 1
# %% tests
assert (Vector(1) + Vector(2)).x == 3
# %% tests
assert Vector(1) == Vector(1)
# %% tests
assert repr(Vector(3)) == "Vector(3)"
# %% tests
assert str(Vector(3)) == "Vector(3)"
# %% tests
assert "x" in dir(Vector(1))
# %% tests
assert double.__doc__
# %% tests
import inspect

assert "return" in inspect.getsource(double)
# %% tests
assert list(inspect.signature(double).parameters) == ["x"]
# %% tests
kept = helper
del helper
try:
    double(1)
    raise AssertionError("use helper")
except NameError:
    pass
finally:
    helper = kept
# %% tests
from unittest.mock import patch

with patch("builtins.input", return_value="yes"):
    assert ask() == "yes"
# %% tests
with patch("builtins.sum", side_effect=AssertionError("write a loop")):
    assert double(1) == 2
# %% tests
import math

math.sqrt = None
assert double(1) == 2
# %% tests
with patch("sys.stdout"):
    assert double(1) == 2
# %% tests
assert type(Vector(1)) == Vector
# %% tests
assert len(Vector(1)) == 2
