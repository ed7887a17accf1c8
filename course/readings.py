"""What a page's text says of itself: its title, outcomes and date, and the minutes to read it."""

import re

WORDS_PER_MINUTE = 220
MINUTES_PER_FIGURE = MINUTES_PER_SHOWN_CELL = 0.5

CELL = re.compile(r"^```\{code-cell\}.*?^```$", re.MULTILINE | re.DOTALL)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def title(text):
    """The page's first heading."""
    return re.search(r"^# (.+)$", text, re.MULTILINE)[1]


def outcomes(text):
    """What a reader can do after the page, in its order.

    The list is empty for a page that is not a reading.
    """
    listed = re.search(r"^After this page you can\n\n((?:- .+\n(?:  .+\n)*)+)", text, re.MULTILINE)
    items = re.split(r"^- ", listed[1], flags=re.MULTILINE)[1:] if listed else []
    return [" ".join(item.split()).rstrip(";.") for item in items]


def as_of(text):
    """The date that the page speaks of, as its own line says it, or None."""
    stated = re.search(r"\*As of:\* (.+?)\.(?:\s|$)", text)
    return stated and stated[1]


def minutes(text):
    """How many minutes the page takes to read.

    Words count at 220 a minute, figures and visible code cells at half a minute each. The quiz is
    not counted, nor is code behind a button.
    """
    cells = CELL.findall(text)
    shown = sum("remove-input" not in cell and "hide-input" not in cell for cell in cells)
    drawn = sum(cell.count("figures.show(") for cell in cells)
    prose = FRONT_MATTER.sub("", CELL.sub("", text))
    # an address or the name of a computed number is not read
    prose = re.sub(r"\]\([^)]*\)|\{[\w:]+\}(?=`)", " ", prose)
    words = len(re.findall(r"[^\W_](?:\S*\w)?", prose))
    return words / WORDS_PER_MINUTE + drawn * MINUTES_PER_FIGURE + shown * MINUTES_PER_SHOWN_CELL
