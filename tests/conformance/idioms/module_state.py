# State inside a module beside the notebook, which answers and tests import.
# %% file counter.py
calls = []


def count(name):
    calls.append(name)
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
