# A student's function that reads a global name which a hidden part binds.
# %% set-up
rate = 2
# %% answer
def price(quantity):
    return quantity * rate
# %% right
price = lambda quantity: rate * quantity
# %% wrong
def price(quantity):
    return quantity * 2
# %% tests
assert price(3) == 6
### BEGIN HIDDEN TESTS
rate = 5
assert price(3) == 15
### END HIDDEN TESTS
# %% answer
after = price(10)
# %% tests
assert after in (20, 50)
# %% set-up
floor = 1
### BEGIN HIDDEN TESTS
floor = 4
### END HIDDEN TESTS
# %% answer
def raised(x):
    return x if x > floor else floor
# %% right
def raised(x):
    return max(x, floor)
# %% wrong
def raised(x):
    return max(x, 1)
# %% tests
assert raised(3) == 4
assert raised(floor + 1) == floor + 1
# %% answer
names = {}


def register(name):
    names[name] = len(name)
    return sorted(names)
# %% wrong
def register(name):
    return [name]
# %% tests
assert register("b") == ["b"]
### BEGIN HIDDEN TESTS
names = {"a": 1}
assert register("c") == ["a", "c"]
### END HIDDEN TESTS
# %% answer
limit = 3


def over(x):
    return x > limit
# %% wrong
limit = 3


def over(x):
    return x > 3
# %% tests
### BEGIN HIDDEN TESTS
for limit in (1, 2, 9):
    assert over(limit + 1) and not over(limit)
del limit
try:
    over(1)
    raise AssertionError("limit is not read")
except NameError:
    pass
### END HIDDEN TESTS
