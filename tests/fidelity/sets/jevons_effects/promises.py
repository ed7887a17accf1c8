"""What the text of problem set 2 promises of figures, and whether a figure keeps it."""

import numpy as np

from tests.fidelity.drawings import drawn, named


def growth_plot(ax, counter, year, count):
    """The promises of growth_plot, each kept or not.

    What is drawn counts where an eye can see it.
    """
    seen, dots, lines = drawn(ax)
    seen, dots, lines = (
        {(_place(*at), colour) for at, colour in seen},
        {_place(*at) for at in dots},
        [[_place(*at) for at in line] for line in lines],
    )
    first = {name: count[counter == name][np.argmin(year[counter == name])] for name in counter}
    points = [_place(y, c / first[name]) for name, y, c in zip(counter, year, count, strict=True)]
    owner = dict(zip(points, counter, strict=True))
    colours = {
        name: {colour for point, colour in seen if owner.get(point) == name} for name in counter
    }
    texts = named(ax)
    (start, end), (low, high) = sorted(ax.get_xlim()), sorted(ax.get_ylim())
    title = "".join(ax.get_title(loc=side) for side in ("left", "center", "right"))
    return {
        "every count is seen at its date and growth": {point for point, _ in seen} >= set(points),
        "no dot but these": dots <= set(points),
        "a line joins points of one counter": all(
            len({owner[point] for point in line if point in owner}) <= 1 for line in lines
        ),
        "a line runs in order of time": all(_one_way([x for x, _ in line]) for line in lines),
        "growth on a log axis, time on a linear one": (ax.get_xscale(), ax.get_yscale())
        == ("linear", "log"),
        "all points lie inside the frame": all(
            start <= x <= end and low <= y <= high for x, y in points
        ),
        "a title": title.strip() != "",
        "a label for the years": "year" in ax.get_xlabel().lower(),
        "a label for the growth": "times the first count"
        in " ".join(ax.get_ylabel().lower().split()),
        "one colour for each counter": all(len(own) == 1 for own in colours.values()),
        "no two counters of one colour": len(set().union(*colours.values()))
        == sum(map(len, colours.values())),
        "each name in its counter's colour": all(
            any(
                [other for other in colours if other in text] == [name] and colour in own
                for text, colour in texts
            )
            for name, own in colours.items()
        ),
    }


def _place(x, y):
    """A point, its height without rounding errors."""
    return float(x), float(f"{y:.9g}")


def _one_way(x):
    return bool(np.all(np.diff(x) >= 0) or np.all(np.diff(x) <= 0))
