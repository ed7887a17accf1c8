"""One look for every figure: colours, sizes, and HTML with alternative text.

A figure is an SVG inside an ``<img>``, because Jupyter Book offers no way to compute alternative
text. Its background is transparent. In the dark theme ``course.css`` swaps light and dark and keeps
the hues.
"""

import base64
import html
import io
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
from IPython.display import HTML
from matplotlib.axes import Axes
from matplotlib.axis import XAxis, YAxis
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullLocator
from matplotlib.typing import RcKeyType

# The palette of Okabe and Ito, which colour-blind readers can tell apart, without its yellow, which
# is too pale on white. An actor keeps its colour through the whole book.
COLOURS = {
    "OpenAI": "#0072b2",
    "DeepSeek": "#d55e00",
    "Anthropic": "#a0522d",
    "Google": "#009e73",
    "Meta": "#5b5bd6",
    "Nvidia": "#5a8f00",
    "US": "#0072b2",
    "China": "#d55e00",
    "model": "#222222",
    "rest": "#747474",
    "accent": "#b3478c",
}

# At this width, text of 10 points stays legible when the figure shrinks to fit a phone.
SIZE_INCHES = (4.8, 3.4)

STYLE: dict[RcKeyType, object] = {
    "figure.figsize": SIZE_INCHES,
    "figure.constrained_layout.use": True,
    "font.size": 10,
    "axes.titlesize": 10,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": "#d0d0d0",
    "grid.linewidth": 0.6,
    "lines.linewidth": 2,
    "lines.markersize": 5,
    "legend.frameon": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "course",
}
matplotlib.rcParams.update(STYLE)


def log_axis(axis: XAxis | YAxis) -> None:
    """Give an axis a log scale, with plain numbers (0.1, 1, 10) at the powers of ten."""
    axis.axes.set(**{f"{axis.axis_name}scale": "log"})
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axis.set_minor_locator(NullLocator())


def label_end(
    ax: Axes,
    x: float | np.datetime64,
    y: float,
    text: str,
    colour: str,
    dx: float = 4,
    dy: float = 0,
    **keywords: Any,
) -> None:
    """Write the name of a series at the end of its line, in the line's colour.

    Parameters
    ----------
    ax : Axes
        Where the line is drawn.
    x, y : float
        Where the line ends, in the units of the data; ``x`` may be a datetime64.
    text : str
        Name of the series.
    colour : str
        Colour of the line.
    dx, dy : float
        How far the text is shifted from there, in points.
    **keywords
        Passed on to ``Axes.annotate``.
    """
    ax.annotate(
        text,
        (x, y),
        xytext=(dx, dy),
        textcoords="offset points",
        color=colour,
        va="center",
        **keywords,
    )


def show(fig: Figure, *, title: str, caption: str, alt: str) -> HTML:
    """Show a figure as an HTML ``<figure>`` and close it.

    Parameters
    ----------
    fig : Figure
        The figure.
    title : str
        What was found.
    caption : str
        What to look at, with units and source; may contain HTML.
    alt : str
        What the figure shows, for readers who cannot see it: at least 40 characters, with at least
        one number computed from the data.

    Raises
    ------
    ValueError
        If ``alt`` is too short.
    """
    if len(alt) < 40:
        raise ValueError("alt must say in 40 characters or more what the figure shows")
    file = io.BytesIO()
    fig.savefig(file, format="svg", transparent=True, metadata={"Date": None})
    plt.close(fig)
    picture = base64.b64encode(file.getvalue()).decode()
    return HTML(
        '<figure class="course-figure">'
        f'<p class="figure-title">{html.escape(title)}</p>'
        f'<img class="dark-light" alt="{html.escape(alt)}" '
        f'src="data:image/svg+xml;base64,{picture}">'
        f"<figcaption>{caption}</figcaption></figure>"
    )
