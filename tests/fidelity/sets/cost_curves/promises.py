"""What the text of problem set 1 promises of figures, and whether a figure keeps it."""

import numpy as np

from tests.fidelity.drawings import drawn, named


def price_plot(ax, provider, year, price):
    """The promises of price_plot, each kept or not.

    What is drawn counts where an eye can see it.
    """
    seen, dots, lines = drawn(ax)
    points = list(zip(year, price, strict=True))
    owner = dict(zip(points, provider, strict=True))
    colours = {
        firm: {colour for point, colour in seen if owner.get(point) == firm} for firm in provider
    }
    texts = named(ax)
    (first, last), (low, high) = sorted(ax.get_xlim()), sorted(ax.get_ylim())
    title = "".join(ax.get_title(loc=side) for side in ("left", "center", "right"))
    return {
        "every price is seen at its date": {point for point, _ in seen} >= set(points),
        "no dot but these prices": dots <= set(points),
        "a line joins prices of one firm": all(
            len({owner[point] for point in line if point in owner}) <= 1 for line in lines
        ),
        "a line runs in order of time": all(_one_way([x for x, _ in line]) for line in lines),
        "prices on a log axis, time on a linear one": (ax.get_xscale(), ax.get_yscale())
        == ("linear", "log"),
        "all points lie inside the frame": all(
            first <= x <= last and low <= y <= high for x, y in points
        ),
        "a title": title.strip() != "",
        "a label for the years": "year" in ax.get_xlabel().lower(),
        "a label for the prices": "usd per million tokens"
        in " ".join(ax.get_ylabel().lower().split()),
        "one colour for each firm": all(len(own) == 1 for own in colours.values()),
        "no two firms of one colour": len(set().union(*colours.values()))
        == sum(map(len, colours.values())),
        "each name in its firm's colour": all(
            any(
                [name for name in colours if name in text] == [firm] and colour in own
                for text, colour in texts
            )
            for firm, own in colours.items()
        ),
    }


def _one_way(x):
    return bool(np.all(np.diff(x) >= 0) or np.all(np.diff(x) <= 0))
