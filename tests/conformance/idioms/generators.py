# Student's generators and iterators, drawn from by next, for, zip and islice.
# %% answer
def count(start):
    while True:
        yield start
        start += 1


def pairs(items):
    return zip(items, items[1:])


def chars(text):
    for c in text:
        yield c


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
# %% right
import itertools


def count(start):
    return itertools.count(start)


def pairs(items):
    return ((a, b) for a, b in zip(items, items[1:]))


def chars(text):
    return iter(text)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n - 1, -1, -1))
# %% wrong
def count(start):
    yield start


def pairs(items):
    return []


def chars(text):
    yield text


class Countdown:
    def __init__(self, n):
        pass

    def __iter__(self):
        return iter([])
# %% tests
numbers = count(3)
assert next(numbers) == 3 and next(numbers) == 4
# %% tests
from itertools import islice

assert list(islice(count(0), 5)) == [0, 1, 2, 3, 4]
# %% tests
assert list(pairs([1, 2, 3])) == [(1, 2), (2, 3)]
# %% tests
assert "".join(chars("abc")) == "abc" and [c for c in chars("ab")] == ["a", "b"]
it = chars("x")
next(it)
try:
    next(it)
    assert False
except StopIteration:
    pass
# %% tests
assert list(Countdown(3)) == [2, 1, 0] and sum(Countdown(4)) == 6
