# A student's function given to another one.
# %% answer
def square(x):
    return x * x


def compose(f, g):
    return lambda x: f(g(x))


def name(f):
    return f.__name__
# %% right
square = lambda x: x**2
square.__name__ = "square"


def compose(f, g):
    def h(x):
        return f(g(x))

    return h


def name(f):
    return f.__name__
# %% wrong
def square(x):
    return 2 * x


def compose(f, g):
    return f


def name(f):
    return "f"
# %% tests
assert compose(square, square)(3) == 81
# %% tests
assert compose(square, abs)(-3) == 9 and compose(lambda x: x + 1, square)(2) == 5
# %% tests
assert name(square) == "square"
