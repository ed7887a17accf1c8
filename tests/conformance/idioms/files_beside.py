# Files beside the notebook: data that cells and tests read, and modules that they import.
# %% file prices.csv
item,price
pen,2
book,9
# %% file helper.py
RATE = 3


def double(x):
    return 2 * x


def check(found, wanted):
    assert found == wanted, f"{found} is not {wanted}"
# %% file tools/__init__.py
# %% file tools/rows.py
import csv
import os


def rows(path):
    with open(os.path.join(os.path.dirname(__file__), "..", path)) as file:
        return list(csv.DictReader(file))
# %% free
from helper import RATE, double
# %% answer
def total(path):
    with open(path) as file:
        return sum(int(line.split(",")[1]) for line in file.readlines()[1:])


def quadruple(x):
    return double(double(x))
# %% right
from pathlib import Path


def total(path):
    return sum(int(line.split(",")[1]) for line in Path(path).read_text().split("\n")[1:] if line)


def quadruple(x):
    return 4 * x
# %% wrong
def total(path):
    return 2


def quadruple(x):
    return double(x)
# %% tests
assert total("prices.csv") == 11
# %% tests
from helper import check

check(quadruple(2), 8)
# %% tests
from tools.rows import rows

assert total("prices.csv") == sum(int(row["price"]) for row in rows("prices.csv"))
# %% tests
assert RATE == 3 and quadruple(RATE) == 12
