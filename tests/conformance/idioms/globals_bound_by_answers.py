# A student's function that binds a global name, which the test reads afterwards.
# %% answer
counter = 0


def increment():
    global counter
    counter += 1
    return counter


def reset():
    global total
    total = 0
# %% right
counter = 0


def increment():
    global counter
    counter = counter + 1
    return counter


def reset():
    globals()["total"] = 0
# %% wrong
counter = 0


def increment():
    return 1


def reset():
    total = 0
# %% tests
increment()
assert counter == 1
increment()
assert counter == 2
# %% tests
counter = 5
increment()
assert counter == 6
# %% tests
total = 3
reset()
assert total == 0
