# A student's function that changes the test's own list, dict, set or array, as the reference does.
# %% answer
import numpy as np


def sort(items):
    items.sort()


def add(table, key, value):
    table[key] = value


def scale(array):
    array *= 2


def swap(rows):
    rows[0][0], rows[1][0] = rows[1][0], rows[0][0]


def clean(values):
    return [v for v in values if v]
# %% right
import numpy as np


def sort(items):
    items[:] = sorted(items)


def add(table, key, value):
    table.update({key: value})


def scale(array):
    array[:] = array + array


def swap(rows):
    first = rows[0][0]
    rows[0][0] = rows[1][0]
    rows[1][0] = first


def clean(values):
    return list(filter(None, values))
# %% wrong
import numpy as np


def sort(items):
    items = sorted(items)


def add(table, key, value):
    return {**table, key: value}


def scale(array):
    array = array * 2


def swap(rows):
    rows[0], rows[1] = rows[1], rows[0]


def clean(values):
    while 0 in values:
        values.remove(0)
    return values
# %% tests
numbers = [3, 1, 2]
same = numbers
assert sort(numbers) is None and numbers == [1, 2, 3] and same is numbers and same == [1, 2, 3]
# %% tests
table = {"a": 1}
add(table, "b", 2)
assert table == {"a": 1, "b": 2}
# %% tests
x = np.array([1.0, 2.0, 3.0])
scale(x)
assert np.array_equal(x, [2, 4, 6])
scale(x[:2])
assert np.array_equal(x, [4, 8, 6])
# %% tests
rows = [[1, 2], [3, 4]]
first = rows[0]
swap(rows)
assert rows == [[3, 2], [1, 4]] and first == [3, 2]
# %% tests
values = [0, 1, 0, 2]
assert clean(values) == [1, 2]
assert values == [0, 1, 0, 2], "leave the argument alone"
