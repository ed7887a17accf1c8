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
