# The instructor's notebook of which every attack spoils one answer. Cells: role, then grade_id.
# A loop over what a student returned ends with the shorter, as in most courses: it is the grader,
# not strict=True, that must find out a list that shows fewer items than its length says.

# %% both setup
import matplotlib.pyplot as plt
import numpy as np


def close(got, want):
    """Whether got is a finite number, or an array of the shape of want, and near it."""
    if isinstance(got, bool) or not isinstance(got, (int, float, np.number, np.ndarray)):
        return False
    got, want = np.asarray(got), np.asarray(want, float)
    return (
        got.shape == want.shape
        and bool(np.all(np.isfinite(got)))
        and bool(np.allclose(got, want, rtol=1e-6))
    )


# %% student double
def double(x):
    return 2 * x


# %% tests double-numbers
assert close(double(2.0), 4.0), "Twice the argument."
### BEGIN HIDDEN TESTS
assert close(double(-3.5), -7.0), "Twice a negative number."
# strict=False: an iterator that ends early is what one attack is about
for got, want in zip(map(double, (0.25, 11.0)), (0.5, 22.0), strict=False):
    assert close(got, want), "Twice any number."
### END HIDDEN TESTS

# %% tests double-arrays
x = np.array([1.0, 2.0, 5.0])
assert close(double(x), [2.0, 4.0, 10.0]), "Element by element."
### BEGIN HIDDEN TESTS
assert close(x, [1.0, 2.0, 5.0]), "The argument stays as it is."
y = np.array([[0.5], [7.0]])
assert close(double(y), 2 * y), "Any shape."
### END HIDDEN TESTS


# %% student length
def length(items):
    return len(items)


# %% tests length-count
assert sum(1 for _ in range(length("abc"))) == 3, "As many as there are items."
### BEGIN HIDDEN TESTS
assert length([]) == 0 and length(range(41)) == 41, "Any number of items."
### END HIDDEN TESTS


# %% student positive
def positive(x):
    if x <= 0:
        raise ValueError("x must be positive")
    return x


# %% tests positive-value
assert close(positive(3.0), 3.0), "What is positive comes back."
### BEGIN HIDDEN TESTS
assert close(positive(0.125), 0.125), "What is positive comes back."
### END HIDDEN TESTS

# %% tests positive-error
try:
    positive(-1.0)
except ValueError:
    pass
else:
    raise AssertionError("A negative number is an error.")
assert positive(2.0) == 2.0, "Only what is not positive is an error."
### BEGIN HIDDEN TESTS
try:
    positive(0.0)
except ValueError:
    pass
else:
    raise AssertionError("Zero is an error too.")
assert close(positive(40.0), 40.0), "Only what is not positive is an error."
### END HIDDEN TESTS


# %% student draw
def draw(x, y):
    _, ax = plt.subplots()
    ax.plot(x, y)
    ax.set_xlabel("x")
    return ax


# %% tests draw-data
ax = draw(np.array([1.0, 2.0]), np.array([5.0, 3.0]))
assert isinstance(ax, plt.Axes), "Return the Axes."
assert close(ax.get_lines()[0].get_ydata(), [5.0, 3.0]), "The line shows y."
### BEGIN HIDDEN TESTS
ax = draw(np.array([0.0, 4.0, 6.0]), np.array([1.0, 0.5, 9.0]))
assert close(ax.get_lines()[0].get_xdata(), [0.0, 4.0, 6.0]) and ax.get_xlabel() == "x", (
    "The line shows x, named."
)
### END HIDDEN TESTS


# %% student parity
def parity(n):
    return "odd" if n % 2 else "even"


# %% tests parity-words
assert parity(4) == "even", "Half of it is whole."
### BEGIN HIDDEN TESTS
assert parity(7) == "odd" and [parity(n) for n in (0, -3)] == ["even", "odd"], (
    "Zero and negative numbers too."
)
### END HIDDEN TESTS


# %% student shift
def shift(x):
    return x + 1


# %% tests shift-draws
np.random.seed(3)
assert close(shift(2.0), 3.0), "One more."
### BEGIN HIDDEN TESTS
for _ in range(3):
    x = np.random.uniform(-5, 5)
    assert close(shift(x), x + 1), "One more than any number."
### END HIDDEN TESTS


# %% student squares
def squares(n):
    return [k * k for k in range(n)]


# %% tests squares-list
got = squares(3)
assert isinstance(got, list) and len(got) == 3, "A list of n."
for one, want in zip(got, [0, 1, 4], strict=False):
    assert one == want, "The squares in order."
### BEGIN HIDDEN TESTS
got = squares(6)
assert isinstance(got, list) and len(got) == 6, "A list of n."
for one, want in zip(got, [0, 1, 4, 9, 16, 25], strict=False):
    assert one == want, "The squares in order."
### END HIDDEN TESTS

# %% tests squares-loop
got = squares(5)
assert len(got) == 5, "A list of n."
### BEGIN HIDDEN TESTS
for one, want in zip(got, [0, 1, 4, 9, 16], strict=False):
    assert one == want, "The squares in order."
### END HIDDEN TESTS


# %% student bill
def bill(cart):
    return sum(cart.prices.values())


# %% tests bill-cart
class Cart:
    def __init__(self, prices):
        self.prices = prices

    def paid(self, amount):
        return close(amount, self._total())

    def _total(self):
        return sum(self.prices.values())


cart = Cart({"pear": 2.5, "plum": 1.0})
assert cart.paid(bill(cart)), "What all of it costs."
### BEGIN HIDDEN TESTS
cart = Cart({"fig": 0.5, "date": 7.0, "kiwi": 3.25})
assert close(bill(cart), cart._total()), "What all of it costs, in any cart."
assert sorted(cart.prices) == ["date", "fig", "kiwi"], "Nothing is taken out."
### END HIDDEN TESTS


# %% student mark
def mark(ax, x):
    ax.plot([x, x], [0.0, 1.0])


# %% tests mark-line
_, ax = plt.subplots()
mark(ax, 2.0)
assert close(ax.lines[0].get_xdata(), [2.0, 2.0]), "A line at x."
### BEGIN HIDDEN TESTS
_, ax = plt.subplots()
ax.plot([0.0, 1.0], [5.0, 6.0])
mark(ax, -1.5)
assert len(ax.lines) == 2 and close(ax.lines[1].get_xdata(), [-1.5, -1.5]), "A line at any x."
### END HIDDEN TESTS
