# Objects of libraries and of the standard library that a test gives to a student's function.
# %% answer
def suffix(path):
    return path.suffix


def digits(pattern, text):
    return pattern.findall(text)


def year(zone, when):
    return when.astimezone(zone).year


def same(one, other):
    return one is other


def twice(things):
    things[0][0] = 5
    return things


def loops(thing):
    return [thing] * 2


def decorate(f):
    import functools

    @functools.wraps(f)
    def inner(*args):
        return f(*args) + 1

    return inner


def pick(first, second):
    return first


def shout(word):
    return word.upper()
# %% right
suffix = lambda path: "." + path.name.rsplit(".", 1)[1]


def digits(pattern, text):
    return [found[0] for found in pattern.finditer(text)]


year = lambda zone, when: int(f"{when.astimezone(zone):%Y}")
same = lambda one, other: id(one) == id(other)


def twice(things):
    things[1][0] = 5
    return things


def loops(thing):
    found = [thing]
    found.append(found[0])
    return found


def decorate(f):
    def inner(*args):
        return 1 + f(*args)

    inner.__wrapped__ = f
    return inner


def pick(first, second):
    return (first, second)[0]


shout = lambda word: word.upper()
# %% wrong
def suffix(path):
    return str(path)


def digits(pattern, text):
    return []


def year(zone, when):
    return when.year


def same(one, other):
    return True


def twice(things):
    return [[1], [2]]


def loops(thing):
    return [thing, list(thing)]


def decorate(f):
    return f


def pick(first, second):
    return second


def shout(word):
    return word
# %% tests
import pathlib

assert suffix(pathlib.Path("a/b.txt")) == ".txt"
# %% tests
import re

assert digits(re.compile(r"\d+"), "a1b22") == ["1", "22"]
# %% tests
import datetime
import zoneinfo

moment = datetime.datetime(2024, 12, 31, 23, tzinfo=datetime.timezone.utc)
assert year(zoneinfo.ZoneInfo("Asia/Tokyo"), moment) == 2025
# %% tests
one = [1]
assert same(one, one) and not same(one, [1])
# %% tests
one = [1]
both = twice([one, one])
assert both[0] is both[1] and both == [[5], [5]]
# %% tests
import numpy as np

a, b = loops(np.zeros(2))
assert a is b
# %% tests
def base(x):
    return x


made = decorate(base)
assert made(1) == 2 and made.__wrapped__ is base
# %% tests
assert pick(shout, suffix) == shout and pick(shout, suffix) != suffix and shout == shout
assert shout in [suffix, shout] and {shout: 1}[shout] == 1
# %% tests
import pathlib

place = pathlib.Path("a")
assert same(place, place) and not same(place, pathlib.Path("a"))
