"""What the text of problem set 4 promises of figures, and whether a figure keeps it."""

import numpy as np

from tests.fidelity.drawings import drawn, named


def moves_plot(ax, year, kind):
    """The promises of moves_plot, each kept or not.

    What is drawn counts where an eye can see it.
    """
    seen, dots, lines = drawn(ax)
    owner = {
        (day, np.sum(year[kind == name] <= day)): name
        for name in np.unique(kind)
        for day in year[kind == name]
    }
    texts = named(ax)
    colours = {  # of a name and of all points of its kind
        name: {
            colour
            for text, colour in texts
            if [other for other in np.unique(kind) if other in text] == [name]
        }.intersection(
            *[
                {colour for point, colour in seen if point == its}
                for its, whose in owner.items()
                if whose == name
            ]
        )
        for name in np.unique(kind)
    }
    (first, last), (low, high) = sorted(ax.get_xlim()), sorted(ax.get_ylim())
    title = "".join(ax.get_title(loc=side) for side in ("left", "center", "right"))
    return {
        "each count is seen at its date": {point for point, _ in seen} >= set(owner),
        "no dot of another call": all(year.min() <= x <= year.max() for x, _ in dots),
        "a line belongs to one kind": all(
            any(_counts(line, year[kind == name]) for name in np.unique(kind)) for line in lines
        ),
        "a line runs in order of time": all(_one_way([x for x, _ in line]) for line in lines),
        "both axes linear": (ax.get_xscale(), ax.get_yscale()) == ("linear", "linear"),
        "all points lie inside the frame": all(
            first <= x <= last and low <= y <= high for x, y in owner
        ),
        "counts down to 0": low <= 0,
        "a title": title.strip() != "",
        "a label for the years": "year" in ax.get_xlabel().lower(),
        "a label for the moves": "moves" in ax.get_ylabel().lower(),
        "each kind in a colour that has its name": all(colours.values()),
        "no two kinds of one colour": len(set().union(*colours.values()))
        == sum(map(len, colours.values())),
    }


def _counts(line, dates):
    """Whether a line runs along the number of these dates so far."""
    return all(np.sum(dates < x) <= y <= np.sum(dates <= x) for x, y in line)


def _one_way(x):
    return bool(np.all(np.diff(x) >= 0) or np.all(np.diff(x) <= 0))
