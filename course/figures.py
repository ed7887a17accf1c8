"""One look for every figure: colours, sizes, and the HTML that carries the alternative text.

A figure is an SVG inside an ``<img>``, because Jupyter Book has no place for an alternative text
that the page computes. Its ground is transparent; in the dark theme ``course.css`` turns light into
dark and keeps hues.
"""

import base64
import html
import io

import matplotlib
import matplotlib.pyplot as plt
from IPython.display import HTML
from matplotlib.ticker import FuncFormatter, NullLocator

# Okabe and Ito's palette, safe for colour-blind readers, yellow left out for contrast on white.
# One actor, one colour, through the whole book.
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

# 10 points stay legible when the figure shrinks to a phone's width; wider figures would not.
SIZE_INCHES = (4.8, 3.4)

STYLE = {
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


def log_axis(axis):
    """Give a matplotlib axis a log scale with plain numbers (0.1, 1, 10) at the powers of ten."""
    axis.axes.set(**{f"{axis.axis_name}scale": "log"})
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axis.set_minor_locator(NullLocator())


def label_end(ax, x, y, text, colour, dx=4, dy=0, **keywords):
    """Write a series' name at the end of its line, in the line's colour; shifts in points."""
    ax.annotate(
        text,
        (x, y),
        xytext=(dx, dy),
        textcoords="offset points",
        color=colour,
        va="center",
        **keywords,
    )


def show(fig, *, title, caption, alt):
    """Show a figure as an HTML ``<figure>`` and close it.

    ``title`` says what was found; ``caption`` what to look at, with units and source; ``alt`` tells
    a reader who cannot see it what it shows, with at least one number computed from the data (40
    characters or more). Raises ValueError if ``alt`` is shorter.
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
