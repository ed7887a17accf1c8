# A student's function that reads a global name which the test binds.
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
