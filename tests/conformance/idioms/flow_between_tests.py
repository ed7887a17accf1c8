# Names that a test cell binds and a later test cell reads: numbers, functions, objects of the student's.
# %% answer
def square(x):
    return x * x


class Counter:
    def __init__(self):
        self.count = 0

    def step(self):
        self.count += 1
# %% right
def square(x):
    return x**2


class Counter:
    count = 0

    def step(self):
        self.count = self.count + 1
# %% wrong
def square(x):
    return 2 * x


class Counter:
    count = 0

    def step(self):
        self.count = 1
# %% tests
inputs = [1, 2, 3]
counter = Counter()
counter.step()


def check(function, want):
    assert [function(x) for x in inputs] == want


assert counter.count == 1
# %% tests
check(square, [1, 4, 9])
# %% tests
counter.step()
assert counter.count == 2
