"""Helpers of the problem sets' test cells, one source for all sets.

A set-up cell names the ones that it needs in a line ``# include: close, mistakes``;
course/notebooks.py
puts them there when it builds the notebook, so that a student's notebook opens alone.
"""

import matplotlib.pyplot as plt
import numpy as np


def close(got, want, rtol=1e-6):
    """Say whether a number, an array or a tuple of them equals the wanted one up to
    rounding.

    Raises AssertionError with the reason if the type or the shape is wrong, or if nan
    or infinity is out of place.
    """
    assert got is not None, "Nothing came back: did you forget `return`?"
    if type(want) is tuple:
        assert type(got) in (tuple, list, np.ndarray), (
            f"Return {len(want)} values, not one {type(got).__name__}."
        )
        assert len(got) == len(want), f"Return {len(want)} values, not {len(got)}."
        return all([close(g, w, rtol) for g, w in zip(got, want)])
    kind = "a NumPy array of numbers" if np.ndim(want) else "a number"
    fits = type(got) in (int, float, np.ndarray) or isinstance(got, np.number)
    assert fits, f"Return {kind}: what came back is of type {type(got).__name__}."
    got, want = (
        np.asarray(got, dtype=float if type(got) is int else None),
        np.asarray(want, dtype=float),
    )
    assert got.dtype.kind in "iuf", (
        f"Return {kind}: what came back holds no ordinary numbers."
    )
    shape = f" of shape {want.shape}" if want.ndim else ""
    assert got.shape == want.shape, (
        f"Return {kind}{shape}: what came back has shape {got.shape}."
    )
    ordinary = np.all(np.isfinite(got)) or not np.all(np.isfinite(want))
    assert ordinary, "nan or infinity came back where ordinary numbers are due."
    return bool(np.allclose(got, want, rtol=rtol, atol=1e-12, equal_nan=True))


def mistakes(got, known, rtol=1e-6):
    """Stop with the idea to revisit if the answer is a known mistake.

    `known` maps ideas to lists of wrong answers.
    """
    for idea, wrong in [
        (idea, wrong) for idea, all_wrong in known.items() for wrong in all_wrong
    ]:
        try:
            found = close(got, wrong, rtol)
        except AssertionError:
            found = False
        assert not found, idea


def several(got, names):
    """Stop unless as many values came back as there are names."""
    assert got is not None, "Nothing came back: did you forget `return`?"
    assert np.size(got) == len(names), (
        f"Return {len(names)} values: {', '.join(names)}."
    )


def raises(error, function, *arguments):
    """Say whether the function stops with this kind of error."""
    try:
        function(*arguments)
    except Exception as reason:
        return isinstance(reason, error)
    return False


def shown(ax, x, y):
    """How an Axes shows the points (x[i], y[i]).

    For each point, a list of what is drawn there: (its colour, the number of the line
    that joins it or None,
    whether that line runs one way along the x axis). The list is empty where nothing is
    drawn.
    """
    assert ax is not None, "Nothing came back: did you forget `return`?"
    assert isinstance(ax, plt.Axes), "Return the Axes that you drew on."
    marks = [[] for _ in x]
    for number, item in enumerate(ax.get_children()):
        if (
            not isinstance(
                item, (plt.Line2D, plt.matplotlib.collections.PathCollection)
            )
            or not item.get_visible()
        ):
            continue
        if isinstance(item, plt.Line2D):
            item_x, item_y = [
                np.ma.filled(np.ma.asarray(data, float), np.nan)
                for data in (item.get_xdata(), item.get_ydata())
            ]
            line = (
                number
                if len(item_x) > 1
                and item.get_linestyle() not in ("None", "none", " ", "")
                else None
            )
            if line is None and item.get_marker() in ("None", "none", " ", "", None):
                continue
        else:
            item_x, item_y = np.ma.filled(
                np.ma.asarray(item.get_offsets(), float), np.nan
            ).T
            line = None
        colours, step = paints(item), np.diff(item_x)
        one_way = bool(np.all(step >= 0) or np.all(step <= 0))
        at = np.isclose(np.transpose([item_x]), x, rtol=1e-9) & np.isclose(
            np.transpose([item_y]), y, rtol=1e-9
        )
        for j, i in zip(*np.nonzero(at)):
            marks[i].append((colours[j % len(colours)], line, one_way))
    return marks


def named(ax):
    """The names that an Axes shows: a list of (text, its colour), from legends and from
    texts beside the data.
    """
    names = []
    for legend in [ax.get_legend(), *ax.get_figure().legends]:
        if legend is not None:
            for key, text in zip(legend.legend_handles, legend.texts):
                names.append((text.get_text(), paints(key)[0]))
    for item in ax.get_children():
        if isinstance(item, plt.Text):
            names.append((item.get_text(), paints(item)[0]))
    return names


def paints(item):
    """The colours of something drawn, one or several, each as (red, green, blue)."""
    if isinstance(item, plt.Line2D) and item.get_linestyle() in (
        "None",
        "none",
        " ",
        "",
    ):
        inside = plt.matplotlib.colors.to_rgba(item.get_markerfacecolor())
        hollow = inside[3] == 0 or inside[:3] == (1, 1, 1)
        colours = [item.get_markeredgecolor() if hollow else inside]
    elif isinstance(item, (plt.Line2D, plt.Text)):
        colours = [item.get_color()]
    else:
        if hasattr(item, "update_scalarmappable"):
            item.update_scalarmappable()
        colours = np.reshape(item.get_facecolor(), (-1, 4))
    if len(colours) == 0:
        colours = np.reshape(item.get_edgecolor(), (-1, 4))
    return [
        tuple(
            round(float(part), 4) for part in plt.matplotlib.colors.to_rgba(colour)[:3]
        )
        for colour in colours
    ]
