# Answers that change in place what a test or a locked cell bound.
# %% set-up
table = {"a": 1}
prices = [3, 1, 2]
# %% answer
table["b"] = 2
prices.sort()
# %% right
table.update(b=2)
prices[:] = [1, 2, 3]
# %% wrong
table["c"] = 2
prices.reverse()
# %% tests
assert table == {"a": 1, "b": 2}
# %% tests
assert prices == [1, 2, 3]
# %% tests
seen = [1]
assert len(seen) == 1
# %% answer
seen.append(2)
# %% right
seen += [2]
# %% wrong
seen.append(3)
# %% tests
assert seen == [1, 2]
# %% answer
def largest(values):
    return max(values)


prices.append(largest(prices))
# %% wrong
def largest(values):
    return values[0]
# %% tests
assert largest(prices) == 3
