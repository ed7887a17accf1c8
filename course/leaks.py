"""Find lines of solutions and hidden tests where students could read them."""

import html
import json
import re
from collections.abc import Iterable
from pathlib import Path

from . import notebooks

SHORTEST = 20  # characters; shorter lines (``return total``) occur in any code
REGION = re.compile(
    r"### BEGIN (?P<kind>SOLUTION|HIDDEN TESTS)(?P<text>.*?)### END (?P=kind)"
    r"|=== BEGIN MARK SCHEME ===(?P<scheme>.*?)=== END MARK SCHEME ===",
    re.DOTALL,
)

# Files of Sphinx's theme and MathJax: most of a site's bytes, and no text of the course.
VENDORED = re.compile(r"(^|/)_static/(mathjax|scripts|styles|vendor|locales)/")


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
    return {line for line in lines if len(line) >= SHORTEST and line not in given}


def find(folder: Path, lines: Iterable[str]) -> list[tuple[Path, str]]:
    """Find which lines occur in the text files below a folder.

    Files that Sphinx's theme and MathJax bring are not searched.

    Returns
    -------
    list of (Path, str)
        Each file, relative to the folder, with a line that occurs in it.
    """
    forms = [(line, form) for line in sorted(lines) for form in sorted(_forms(line))]
    found: list[tuple[Path, str]] = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        relative = path.relative_to(folder)
        if VENDORED.search(relative.as_posix()):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            (relative, line) for line in dict.fromkeys(of for of, form in forms if form in text)
        ]
    return found


def _forms(line: str) -> set[str]:
    """Return a line as Python, JSON and HTML would hold it."""
    return {line, json.dumps(line)[1:-1], html.escape(line), html.escape(line, quote=False)}
