"""What the text of a page tells: its title, outcomes and date, and how long it takes to read."""

import re

WORDS_PER_MINUTE = 220
MINUTES_PER_FIGURE = MINUTES_PER_SHOWN_CELL = 0.5

CELL = re.compile(r"^```\{code-cell\}.*?^```$", re.MULTILINE | re.DOTALL)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def title(text: str) -> str:
    """Return the page's first heading.

    Raises
    ------
    ValueError
        If it has none.
    """
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    if heading is None:
        raise ValueError("The page has no heading.")
    return heading[1]


def outcomes(text: str) -> list[str]:
    """List what a reader can do after the page; the list is empty if it is not a reading."""
    listed = re.search(r"^After this page you can\n\n((?:- .+\n(?:  .+\n)*)+)", text, re.MULTILINE)
    items = re.split(r"^- ", listed[1], flags=re.MULTILINE)[1:] if listed else []
    return [" ".join(item.split()).rstrip(";.") for item in items]


def as_of(text: str) -> str | None:
    """Return the date on the page's "As of" line, or None if it has none."""
    stated = re.search(r"\*As of:\* (.+?)\.(?:\s|$)", text)
    return stated[1] if stated else None


def minutes(text: str) -> float:
    """Estimate how many minutes the page takes to read.

    A minute covers 220 words, two figures, or two visible code cells. The quiz is not counted, nor
    is code that a button hides.
    """
    cells: list[str] = CELL.findall(text)
    shown = sum("remove-input" not in cell and "hide-input" not in cell for cell in cells)
    drawn = sum(cell.count("figures.show(") for cell in cells)
    prose = FRONT_MATTER.sub("", CELL.sub("", text))
    # nobody reads the address of a link or the name of a computed number
    prose = re.sub(r"\]\([^)]*\)|\{[\w:]+\}(?=`)", " ", prose)
    words = len(re.findall(r"[^\W_](?:\S*\w)?", prose))
    return words / WORDS_PER_MINUTE + drawn * MINUTES_PER_FIGURE + shown * MINUTES_PER_SHOWN_CELL
