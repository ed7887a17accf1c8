"""A student's Markdown made harmless.

It must neither run a script in an instructor's browser nor hold up nbconvert.
"""

import html
import re
from collections.abc import Container
from typing import Any

import nbformat
from nbformat import NotebookNode

# characters of a notebook's texts that are shown as more than plain text: nbconvert takes the
# square of some texts' length
ROOM = 300_000
OPENERS = 200  # of formulas in one text


def without_tags(text: str) -> str:
    """Return Markdown in which HTML shows as text and no link runs a script."""
    text = re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)
    return re.sub(r"(?i)(javascript|vbscript|data)(?=\s*(:\S|&#))", r"\1 ", text)


def make_showable(cells: list[NotebookNode], students: Container[int]) -> None:
    """Have texts shown as plain text where nbconvert cannot show them, or not safely.

    It would stop at them, take too long, or make a link that runs a script.

    Parameters
    ----------
    cells : list of NotebookNode
        The notebook's cells, which are changed in place.
    students : container of int
        Positions of the texts that a student wrote.
    """
    room = ROOM
    for position, cell in enumerate(cells):
        if cell.cell_type != "markdown":
            continue
        own = position in students
        room -= len(cell.source) if own else 0
        if not _has_pictures(cell) or (own and (room < 0 or not _can_be_shown(cell))):
            cell.source = _verbatim(cell.source)


def pictures(cell: dict[str, Any]) -> NotebookNode:
    """Return the pictures pasted into a cell, by name."""
    found = cell.get("attachments")
    kept = {}
    for name, kinds in found.items() if isinstance(found, dict) else ():
        for kind in ("image/png", "image/jpeg", "image/gif"):
            data = kinds.get(kind) if isinstance(kinds, dict) else None
            if isinstance(data, str) and re.fullmatch(r"[A-Za-z0-9+/=\s]+", data):
                kept[name] = {kind: data}
    made: NotebookNode = nbformat.from_dict(kept)
    return made


def _can_be_shown(cell: NotebookNode) -> bool:
    """Return whether nbconvert shows a student's text in time and without a link to a script.

    Such a link may be written in many ways.
    """
    source = _unescaped(cell.source)
    safe = _unescaped(source) == source and not re.search(
        r"(?i)(javascript|vbscript|data):\S", source
    )
    return (
        safe
        and len(re.findall(r"\\[\[(]|\\begin", cell.source)) <= OPENERS
        and len(cell.source) < 50_000
    )


def _has_pictures(cell: NotebookNode) -> bool:
    """Return whether a text has the pictures that it shows: nbconvert stops without."""
    return set(re.findall(r"(?i)attachment:([^)\s\"'>\]]*)", _unescaped(cell.source))) <= set(
        cell.get("attachments", {})
    )


def _unescaped(text: str) -> str:
    """Return a text as a browser may read it: with characters for all that stands for them."""
    for _ in range(5):
        text = html.unescape(text).replace("\\", "")
    return text


def _verbatim(text: str) -> str:
    fence = "`" * (3 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"
