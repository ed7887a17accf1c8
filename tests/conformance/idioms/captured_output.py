# Output of a student's function, captured by the test.
# %% answer
def greet(name):
    print("Hello,", name)


def shout(name):
    print(name.upper(), end="!")
    return len(name)
# %% right
import sys


def greet(name):
    sys.stdout.write(f"Hello, {name}\n")


def shout(name):
    print(name.upper() + "!", end="")
    return len(name)
# %% wrong
def greet(name):
    return f"Hello, {name}"


def shout(name):
    print(name)
    return len(name)
# %% tests
import io
from contextlib import redirect_stdout

with redirect_stdout(io.StringIO()) as out:
    greet("Ada")
assert out.getvalue() == "Hello, Ada\n"
# %% tests
import sys

kept, sys.stdout = sys.stdout, io.StringIO()
try:
    n = shout("ada")
    text = sys.stdout.getvalue()
finally:
    sys.stdout = kept
assert text == "ADA!" and n == 3
# %% tests
from IPython.utils.capture import capture_output

with capture_output() as captured:
    greet("Bob")
assert captured.stdout.strip() == "Hello, Bob"
