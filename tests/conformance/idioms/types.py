# Exact types of results: isinstance and type on numbers, containers, arrays, and the standard library's classes.
# %% set-up
import collections
import datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
# %% answer
def values():
    return [1, 1.0, True, None, 1j, "a", b"a", (1,), {1}, frozenset([1]), {"k": 1}, range(3), slice(1)]


def scalars():
    return np.float64(1), np.int64(1), np.float32(1), np.bool_(True), np.str_("a")


def arrays():
    return np.zeros(2), np.zeros((1, 2), int), np.array(["a"]), np.array([True]), np.ma.masked_equal([1, 2], 2)


def objects():
    return np.array([1, "a", None], dtype=object), np.array(["2024-01-01"], "M8[D]")


def counts(words):
    return collections.Counter(words)


def groups():
    found = collections.defaultdict(list)
    found["a"].append(1)
    return found


def queue():
    return collections.deque([1, 2], maxlen=5)


def dates():
    return datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 1, 12), datetime.timedelta(days=1)


def exact():
    return Fraction(1, 3), Decimal("0.1")


def views():
    return {"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items()
# %% right
def values():
    return [1, 1.0, True, None, 1j, "a", b"a", (1,), {1}, frozenset([1]), {"k": 1}, range(0, 3), slice(None, 1)]


def scalars():
    return (np.ones(1)[0], np.arange(2)[1], np.float32(1), np.float64(1) > 0, np.array(["a"])[0])


def arrays():
    return [np.array([0.0, 0.0]), np.array([[0, 0]]), np.array(["a"]), np.array([1]) > 0, np.ma.masked_greater([1, 2], 1)]


def objects():
    return np.array([1, "a", None]), np.array([datetime.date(2024, 1, 1)], "datetime64[D]")


def counts(words):
    return dict(collections.Counter(words))


def groups():
    return {"a": [1]}


def queue():
    return collections.deque((1, 2))


def dates():
    return datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 1, 12, 0), datetime.timedelta(hours=24)


def exact():
    return 1 - Fraction(2, 3), Decimal(1) / Decimal(10)


def views():
    d = collections.OrderedDict(a=1)
    return d.keys(), d.values(), d.items()
# %% wrong
def values():
    return [1, 1, 1, 0, 1, "a", "a", [1], [1], {1}, [("k", 1)], [0, 1, 2], 1]


def scalars():
    return 1.0, 1, 1.0, True, "a"


def arrays():
    return [0.0, 0.0], [[0, 0]], ["a"], [True], np.array([1, 2])


def objects():
    return [1, "a", None], np.array(["2024-01-01"])


def counts(words):
    return list(words)


def groups():
    return {"a": 1}


def queue():
    return [1, 2]


def dates():
    return "2024-02-29", "2024-01-01", 1


def exact():
    return 1 / 3, 0.1


def views():
    return ["a"], [1], [("a", 2)]
# %% tests
want = [int, float, bool, type(None), complex, str, bytes, tuple, set, frozenset, dict, range, slice]
assert [type(v) for v in values()] == want and values()[3] is None and values()[2] is True
# %% tests
a, b, c, d, e = scalars()
assert type(a) is np.float64 and isinstance(a, float) and isinstance(b, np.integer) and not isinstance(b, int)
assert c.dtype == np.float32 and d is not True and isinstance(d, np.bool_) and isinstance(e, str)
# %% tests
a, b, c, d, e = arrays()
assert a.dtype == float and b.shape == (1, 2) and b.dtype.kind == "i" and c.dtype.kind == "U" and d.dtype == bool
assert isinstance(e, np.ma.MaskedArray) and e.count() == 1 and a.flags.writeable
# %% tests
a, b = objects()
assert a.dtype == object and a[1] == "a" and a[2] is None and b[0] == np.datetime64("2024-01-01") and b.dtype.kind == "M"
# %% tests
assert counts("abca") == {"a": 2, "b": 1, "c": 1} and isinstance(counts("a"), dict)
# %% tests
assert groups() == {"a": [1]} and dict(groups()) == {"a": [1]}
# %% tests
q = queue()
assert isinstance(q, collections.deque) and q.popleft() == 1 and list(q) == [2]
# %% tests
a, b, c = dates()
assert a == datetime.date(2024, 2, 29) and a.year == 2024 and b.hour == 12 and c.total_seconds() == 86400
assert type(a) is datetime.date and isinstance(b, datetime.datetime)
# %% tests
a, b = exact()
assert a == Fraction(1, 3) and a * 3 == 1 and b == Decimal("0.1") and b + b == Decimal("0.2")
# %% tests
a, b, c = views()
assert a == {"a"} and list(b) == [1] and set(c) == {("a", 1)} and len(a) == 1
