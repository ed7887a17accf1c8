# A task whose name is a builtin's.
# %% answer
def max(values):
    largest = values[0]
    for value in values:
        largest = value if value > largest else largest
    return largest
# %% blank
def max(values):
    # YOUR CODE HERE
    raise NotImplementedError()
# %% right
def max(values):
    return sorted(values)[-1]
# %% wrong
def max(values):
    return values[0]
# %% absent
pass
# %% tests
assert max([1, 3, 2]) == 3
# %% set-up
def spread(values):
    return max(values) - min(values)
# %% tests
assert spread([4, 9, 6]) == 5
# %% answer
def sum(values):
    total = 0
    for value in values:
        total += value
    return total
# %% blank
def sum(values):
    # YOUR CODE HERE
    raise NotImplementedError()
# %% wrong
def sum(values):
    return 6
# %% tests
assert sum([1, 2, 3]) == 6
### BEGIN HIDDEN TESTS
assert sum([1, 2]) == 3
### END HIDDEN TESTS
