"""Find lines of solutions and hidden tests where students could read them."""

import html
import json
import re
from collections.abc import Collection
from pathlib import Path

from . import notebooks

SHORTEST = 20  # characters; shorter lines (``return total``) occur in any code
REGION = re.compile(
    r"### BEGIN (?P<kind>SOLUTION|HIDDEN TESTS)(?P<text>.*?)### END (?P=kind)"
    r"|=== BEGIN MARK SCHEME ===(?P<scheme>.*?)=== END MARK SCHEME ===",
    re.DOTALL,
)

# Lines that a solution may share with what students are given, each with the reason.
EXCEPTIONS = {
    "fig, ax = plt.subplots()": "how every matplotlib figure begins",
}


def secrets(*names: str) -> set[str]:
    """Collect the lines of some problem sets that only instructors may read.

    They come from solutions, hidden tests, mark schemes and answers graded by hand. Lines that any
    problem set shows to students are left out, as are those shorter than 20 characters.

    Parameters
    ----------
    *names : str
        The problem sets.
    """
    lines: set[str] = set()
    shown: list[str] = []
    for name in notebooks.assignments():
        for cell in notebooks.read(notebooks.script(name)).cells:
            manual = notebooks.kind(cell) == "manual"
            hidden = [cell.source] if manual else []
            hidden += [match["text"] or match["scheme"] for match in REGION.finditer(cell.source)]
            shown += [] if manual else [REGION.sub("", cell.source)]
            if name in names:
                lines |= {line.strip() for text in hidden for line in text.splitlines()}
    given = "\n".join(shown)
    long = {line for line in lines if len(line) >= SHORTEST}
    return {line for line in long if line not in given} - set(EXCEPTIONS)


def find(folder: Path, lines: Collection[str]) -> list[tuple[Path, str]]:
    """Find which lines occur in the text files below a folder.

    Returns
    -------
    list of (Path, str)
        Each file, relative to the folder, with a line that occurs in it.
    """
    found: list[tuple[Path, str]] = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            (path.relative_to(folder), line)
            for line in sorted(lines)
            if any(form in text for form in _forms(line))
        ]
    return found


def _forms(line: str) -> set[str]:
    """Return a line as Python, JSON and HTML would hold it."""
    return {line, json.dumps(line)[1:-1], html.escape(line), html.escape(line, quote=False)}
