# A test that binds a builtin's name, which a student's function then finds.
# %% answer
def ask():
    return input("How many? ") + "!"


def shout(text):
    print(text.upper())
# %% right
def ask():
    answer = input()
    return f"{answer}!"


def shout(text):
    for line in [text.upper()]:
        print(line)
# %% wrong
def ask():
    return input() + "?"


def shout(text):
    print(text)
# %% tests
def input(prompt=""):
    return "7"


assert ask() == "7!"
del input
# %% tests
said = []
print = lambda text: said.append(text)
shout("no")
del print
assert said == ["NO"]
# %% tests
import builtins

assert print is builtins.print
