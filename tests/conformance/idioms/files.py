# Files that an answer writes and a test reads, and the other way.
# %% answer
def save(path, text):
    with open(path, "w") as file:
        file.write(text)


def load(path):
    with open(path) as file:
        return file.read().split()


save("out.txt", "a b")
# %% right
from pathlib import Path


def save(path, text):
    Path(path).write_text(text)


def load(path):
    return Path(path).read_text().split()


save("out.txt", "a b")
# %% wrong
def save(path, text):
    pass


def load(path):
    return []


save("out.txt", "a b")
# %% tests
save("mine.txt", "one two")
assert load("mine.txt") == ["one", "two"]
# %% tests
with open("out.txt") as file:
    assert file.read() == "a b"
# %% tests
with open("test.txt", "w") as file:
    file.write("x y")
assert load("test.txt") == ["x", "y"]
# %% answer
with open("later.csv", "w") as file:
    file.write("a,b\n1,2\n")
# %% right
from pathlib import Path

Path("later.csv").write_text("a,b\n1,2\n")
# %% wrong
with open("later.csv", "w") as file:
    file.write("a,b\n")
# %% tests
import csv

with open("later.csv") as file:
    assert next(csv.DictReader(file)) == {"a": "1", "b": "2"}
# %% free
import os

os.remove("later.csv")
# %% tests
assert not os.path.exists("later.csv")
# %% tests
save("notes.txt", "x")
with open("notes.txt") as file:
    assert file.read() == "x"
with open("notes.txt", "w") as file:
    file.write("y z")
assert load("notes.txt") == ["y", "z"]
# %% answer
import pickle

with open("kept.pickle", "wb") as file:
    pickle.dump([1], file)
# %% tests
with open("kept.pickle", "rb") as file:
    assert pickle.load(file) == [1]
# %% tests
save("first.dat", "a b")
# %% tests
assert load("first.dat") == ["a", "b"]
