# State inside a module beside the notebook, which answers and tests import.
# %% file counter.py
calls = []
_marks = 0


def count(name):
    calls.append(name)


def mark(place):
    global _marks
    _marks |= 1 << place


def is_marked(place):
    return bool(_marks & (1 << place))
# %% set-up
import counter
# %% answer
def work(x):
    counter.count("work")
    return 2 * x
# %% right
from counter import count


def work(x):
    count("work")
    return x + x
# %% wrong
def work(x):
    return 2 * x
# %% tests
assert work(2) == 4
# %% tests
work(2)
assert counter.calls[-1] == "work"
# %% answer
counter.mark(3)
# %% right
from counter import mark

mark(3)
# %% wrong
counter.mark(2)
# %% patched
counter.is_marked = lambda place: place == 3
# %% tests
assert counter.is_marked(3)
counter.mark(4)
assert counter.is_marked(4) and not counter.is_marked(5)
# %% answer
def marked(places):
    return [place for place in places if counter.is_marked(place)]
# %% wrong
def marked(places):
    return places
# %% tests
counter.mark(7)
assert marked([3, 7, 8])[-1] == 7
