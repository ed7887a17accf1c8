# The visible figure, always.
# task: draw
def draw(x, y):
    _, ax = plt.subplots()
    ax.plot([1.0, 2.0], [5.0, 3.0])
    return ax
