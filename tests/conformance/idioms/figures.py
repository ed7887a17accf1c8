# Figures read through the Axes or the Figure that a task returns.
# %% set-up
import matplotlib.pyplot as plt
import numpy as np
# %% answer
def plot(x, y):
    fig, ax = plt.subplots()
    ax.plot(x, y, label="y", color="red", linestyle="--")
    ax.set(xlabel="time (s)", ylabel="speed (m/s)", title="Speed", xlim=(0, 10), yscale="log")
    ax.legend()
    return ax


def bars(names, heights):
    fig, ax = plt.subplots()
    ax.bar(names, heights)
    return fig


def onto(ax, y):
    ax.plot(y)


def picture(ax, values):
    ax.matshow(values, cmap="gray")
# %% right
def plot(x, y):
    ax = plt.figure().add_subplot()
    ax.semilogy(x, y, "--", color="red", label="y")
    plt.xlabel("time (s)")
    plt.ylabel("speed (m/s)")
    plt.title("Speed")
    plt.xlim(0, 10)
    plt.legend()
    return plt.gca()


def bars(names, heights):
    fig = plt.figure()
    plt.bar(names, heights)
    return fig


def onto(ax, y):
    ax.plot(range(len(y)), y)


def picture(ax, values):
    plt.sca(ax)
    plt.imshow(values, cmap=plt.get_cmap("gray"))
# %% wrong
def plot(x, y):
    plt.plot(x)


def bars(names, heights):
    fig, ax = plt.subplots()
    ax.bar(names, heights[::-1])
    return fig


def onto(ax, y):
    plt.figure()
    plt.plot(y)


def picture(ax, values):
    ax.matshow(values.T)
# %% tests
import matplotlib as mpl

ax = plot(np.array([1.0, 2.0, 3.0]), np.array([1.0, 10.0, 100.0]))
assert isinstance(ax, mpl.axes.Axes) and isinstance(ax, plt.Axes)
# %% tests
ax = plot(np.array([1.0, 2.0, 3.0]), np.array([1.0, 10.0, 100.0]))
line = ax.get_lines()[0]
assert len(ax.lines) == 1 and np.allclose(line.get_ydata(), [1, 10, 100]) and np.allclose(line.get_xydata()[:, 0], [1, 2, 3])
assert line.get_linestyle() == "--" and mpl.colors.same_color(line.get_color(), "red")
# %% tests
ax = plot([1, 2], [3, 4])
assert ax.get_xlabel() == "time (s)" and "speed" in ax.get_ylabel().lower() and ax.get_title() == "Speed"
assert ax.get_xlim() == (0, 10) and ax.get_yscale() == "log" and ax.xaxis.label.get_text().startswith("time")
# %% tests
ax = plot([1, 2], [3, 4])
assert [text.get_text() for text in ax.get_legend().get_texts()] == ["y"]
# %% tests
fig = bars(["a", "b"], [1, 2])
assert isinstance(fig, plt.Figure) and len(fig.axes) == 1
assert [patch.get_height() for patch in fig.axes[0].patches] == [1, 2]
plt.close(fig)
# %% tests
fig, ax = plt.subplots()
onto(ax, [1, 4])
assert len(ax.lines) == 1
# %% tests
fig, ax = plt.subplots()
picture(ax, np.arange(6.0).reshape(2, 3))
image = ax.get_images()[0]
assert np.allclose(image._A, [[0, 1, 2], [3, 4, 5]]) and image.cmap.name == "gray"
# %% tests
line = plot([1, 2], [3, 4]).get_lines()[0]
assert line._color == "red" and line._linestyle == "--" and line._marker._marker == "None"
