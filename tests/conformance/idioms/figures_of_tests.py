# A figure or Axes that the test makes, given to a student's function.
# %% set-up
import matplotlib.pyplot as plt
import numpy as np
# %% answer
def onto(ax, x, y):
    ax.plot(x, y, label="y")
    ax.set_title("Speed")
    ax.legend()


def each(axes):
    for number, ax in enumerate(axes.flat):
        ax.bar(["a", "b"], [number, 1])


def whole(fig):
    ax = fig.add_subplot()
    ax.scatter([1, 2], [3, 4])
    fig.suptitle("All")
    return ax


def mark(ax):
    x, y = ax.lines[0].get_data()
    ax.axvline(x[np.argmax(y)])
# %% right
def onto(ax, x, y):
    plt.sca(ax)
    plt.plot(x, y, label="y")
    plt.title("Speed")
    plt.legend()


def each(axes):
    for number, ax in enumerate(axes.ravel()):
        for position, height in enumerate([number, 1]):
            ax.bar(position, height)


def whole(fig):
    ax = fig.subplots()
    ax.scatter([1, 2], [3, 4])
    fig.suptitle("All")
    return ax


def mark(ax):
    line = ax.get_lines()[0]
    ax.plot([line.get_xdata()[np.argmax(line.get_ydata())]] * 2, [0, 1])
# %% wrong
def onto(ax, x, y):
    fig, ax = plt.subplots()
    ax.plot(x, y)


def each(axes):
    axes.flat[0].bar(["a"], [1])


def whole(fig):
    return fig


def mark(ax):
    ax.axvline(0)
# %% tests
fig, ax = plt.subplots()
onto(ax, [0, 1, 2], np.array([0.0, 5.0, 2.0]))
assert isinstance(ax, plt.Axes) and len(ax.lines) == 1
assert np.allclose(ax.lines[0].get_ydata(), [0, 5, 2]) and ax.get_title() == "Speed"
assert [text.get_text() for text in ax.get_legend().get_texts()] == ["y"]
plt.close(fig)
# %% tests
fig, axes = plt.subplots(2, 2)
each(axes)
assert [[bar.get_height() for bar in ax.patches] for ax in axes.flat] == [[0, 1], [1, 1], [2, 1], [3, 1]]
# %% tests
fig = plt.figure()
ax = whole(fig)
assert isinstance(ax, plt.Axes) and len(fig.axes) == 1
assert np.allclose(fig.axes[0].collections[0].get_offsets(), [[1, 3], [2, 4]])
# %% tests
fig, ax = plt.subplots()
ax.plot([0, 1, 2], [3, 9, 1])
mark(ax)
assert len(ax.lines) == 2 and ax.lines[1].get_xdata()[0] == 1
# %% tests
class Board:
    def __init__(self):
        self.figure, self.ax = plt.subplots()


board = Board()
onto(board.ax, [1, 2], [3, 4])
assert board.ax.get_title() == "Speed" and board.figure.axes[0].get_title() == "Speed"
