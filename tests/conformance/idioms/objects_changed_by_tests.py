# A test cell that changes an object of the student's, seen by student's functions and later test cells.
# %% answer
items = [3, 1, 2]
settings = {"rate": 0.1}


class Robot:
    def __init__(self):
        self.position = 0

    def move(self, by=1):
        self.position += by


robot = Robot()


def where(robot):
    return robot.position
# %% right
items = list((3, 1, 2))
settings = dict(rate=0.1)


class Robot:
    position = 0

    def move(self, by=1):
        self.position = self.position + by


robot = Robot()
where = lambda robot: robot.position
# %% wrong
items = [3, 1]
settings = {}


class Robot:
    position = 0

    def move(self, by=1):
        self.position = by


robot = Robot()


def where(robot):
    return 0
# %% tests
items.sort()
assert items == [1, 2, 3]
# %% tests
robot.move()
robot.move(3)
assert robot.position == 4 and where(robot) == 4
# %% tests
assert items[0] == 1
items.append(4)
assert len(items) >= 3
# %% tests
robot.move()
assert where(robot) == 5
# %% tests
settings["rate"] = 0.2
assert settings["rate"] == 0.2 and len(settings) == 1
