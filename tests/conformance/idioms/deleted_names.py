# Tests that delete or rebind a student's function, to see that another one calls it.
# %% answer
def squares(n):
    return [i**2 for i in range(1, n + 1)]


def sum_of_squares(n):
    return sum(squares(n))
# %% right
def squares(n):
    return [i * i for i in range(1, n + 1)]


def sum_of_squares(n):
    total = 0
    for square in squares(n):
        total += square
    return total
# %% wrong
def squares(n):
    return [i**2 for i in range(1, n + 1)]


def sum_of_squares(n):
    return sum(i**2 for i in range(1, n + 1))
# %% tests
assert sum_of_squares(2) == 5
original = squares
del squares
try:
    sum_of_squares(1)
except NameError:
    pass
else:
    raise AssertionError("sum_of_squares does not use squares")
finally:
    squares = original
# %% tests
assert sum_of_squares(3) == 14
# %% tests
kept = squares
squares = lambda n: [10] * n
assert sum_of_squares(3) == 30
squares = kept
assert sum_of_squares(3) == 14
# %% tests
### BEGIN HIDDEN TESTS
calls = []


def counted(n):
    calls.append(n)
    return original(n)


squares = counted
assert sum_of_squares(4) == 30 and calls == [4]
squares = original
### END HIDDEN TESTS
# %% answer
four = sum_of_squares(2) - 1
# %% tests
assert four == 4
