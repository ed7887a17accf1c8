"""What the text of problem set 3 promises of figures, and whether a figure keeps it."""

import numpy as np

from tests.fidelity.drawings import drawn, named

GROUPS = ("caught", "allowed", "cannot tell")


def rule_plot(ax, score, bandwidth, caught, limit):
    """The promises of rule_plot, each kept or not.

    What is drawn counts where an eye can see it.
    """
    seen, dots, lines = drawn(ax)
    points = list(zip(score, bandwidth, strict=True))
    group = {
        point: {1.0: "caught", 0.0: "allowed"}.get(state, "cannot tell")
        for point, state in zip(points, caught, strict=True)
    }
    colours = {
        name: {colour for point, colour in seen if group.get(point) == name}
        for name in group.values()
    }
    texts = [(text.lower(), colour) for text, colour in named(ax)]
    upright = [points for points in lines + _segments(ax) if len({x for x, _ in points}) == 1]
    (first, last), (low, high) = sorted(ax.get_xlim()), sorted(ax.get_ylim())
    title = "".join(ax.get_title(loc=side) for side in ("left", "center", "right"))
    return {
        "every chip is seen": dots >= set(points),
        "no dot but these chips": dots <= set(points),
        "no line joins chips": not any(set(line) & set(points) for line in lines),
        "both axes logarithmic": (ax.get_xscale(), ax.get_yscale()) == ("log", "log"),
        "a line at the limit": any(np.isclose(line[0][0], limit, rtol=1e-9) for line in upright),
        "all lies inside the frame": all(first <= x <= last and low <= y <= high for x, y in points)
        and first <= limit <= last,
        "a title": title.strip() != "",
        "a label for the scores": "score" in ax.get_xlabel().lower(),
        "a label for the bandwidths": "gb per second"
        in " ".join(ax.get_ylabel().lower().replace("gb/s", "gb per second").split()),
        "one colour for each group": all(len(own) == 1 for own in colours.values()),
        "no two groups of one colour": len(set().union(*colours.values()))
        == sum(map(len, colours.values())),
        "each name in its group's colour": all(
            any(
                [n for n in GROUPS if n in text] == [name] and colour in own
                for text, colour in texts
            )
            for name, own in colours.items()
        ),
    }


def _segments(ax):
    return [
        [(float(x), float(y)) for x, y in segment]
        for lines in ax.collections
        if hasattr(lines, "get_segments")
        for segment in lines.get_segments()
    ]
