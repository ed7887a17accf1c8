"""What an eye sees on an Axes, whichever commands drew it."""

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgb

NOTHING = ("None", "none", " ", "", None)


def drawn(ax):
    """What an eye sees on an Axes.

    Returns ((x, y), colour) of all that is drawn, (x, y) of the dots, and the lines, each the
    points that it joins.
    """
    seen, dots, lines = set(), set(), []
    for line in ax.lines:
        points = [(float(x), float(y)) for x, y in line.get_xydata() if np.isfinite(y)]
        if _joins(line) and len(set(points)) > 1:
            lines.append(points)
            seen |= {(point, colours_of(line)[0]) for point in points}
        if line.get_marker() not in NOTHING:
            dots |= set(points)
            seen |= {(point, colours_of(line)[0]) for point in points}
    for cloud in ax.collections:
        if isinstance(cloud, PathCollection):
            colours = colours_of(cloud)
            points = [(float(x), float(y)) for x, y in cloud.get_offsets()]
            dots |= set(points)
            seen |= {(point, colours[i % len(colours)]) for i, point in enumerate(points)}
    return seen, dots, lines


def named(ax):
    """The texts on an Axes and in its legends, each with the colour that it stands for."""
    texts = [(text.get_text(), to_rgb(text.get_color())) for text in ax.texts]
    for legend in [ax.get_legend(), *ax.figure.legends]:
        if legend is not None:
            texts += [
                (text.get_text(), colours_of(key)[0])
                # an artist that Matplotlib cannot draw in a legend is a handle without a text
                for key, text in zip(legend.legend_handles, legend.texts, strict=False)
            ]
    return texts


def _joins(line):
    return line.get_linestyle() not in NOTHING


def colours_of(item):
    """The colours of a line, of a cloud of points or of a patch.

    A line whose markers stand alone has the colour of its markers.
    """
    if hasattr(item, "get_xdata"):
        alone = (
            not _joins(item)
            and item.get_marker() not in NOTHING
            and item.get_markerfacecolor() != "none"
        )
        return [to_rgb(item.get_markerfacecolor() if alone else item.get_color())]
    if hasattr(item, "update_scalarmappable"):
        item.update_scalarmappable()
    colours = item.get_facecolor() if len(item.get_facecolor()) else item.get_edgecolor()
    return [to_rgb(colour) for colour in np.reshape(colours, (-1, 4))]
