# A student's function that reads a global name which the test binds, before each call.
# %% answer
def price(quantity):
    return quantity * rate
# %% right
price = lambda quantity: rate * quantity
# %% wrong
def price(quantity):
    return quantity
# %% tests
rate = 3
assert price(2) == 6
# %% tests
rate = 5
assert price(2) == 10
# %% answer
limit = 10
seen = []


def clip(x):
    seen.append(x)
    return min(x, limit)
# %% right
limit = 10


def clip(x):
    return x if x < limit else limit
# %% wrong
def clip(x):
    return min(x, 10)
# %% tests
assert clip(20) == 10
limit = 5
assert clip(20) == 5
for limit in (1, 2, 3):
    assert clip(7) == limit
