"""Find lines of solutions and hidden tests where students could read them."""

import html
import json
import re

from . import notebooks

SHORTEST = 20  # characters; shorter lines (``return total``) stand in any code
REGION = re.compile(
    r"### BEGIN (?P<kind>SOLUTION|HIDDEN TESTS)(?P<text>.*?)### END (?P=kind)"
    r"|=== BEGIN MARK SCHEME ===(?P<scheme>.*?)=== END MARK SCHEME ===",
    re.DOTALL,
)

# Lines that a solution shares with what students are given, each for a reason.
EXCEPTIONS = {
    "fig, ax = plt.subplots()": "how every matplotlib figure begins",
}


def secrets(*names):
    """Lines that only instructors may read, of 20 characters or more.

    They are those of the problem sets' solution, hidden and mark-scheme regions and of answers
    graded by hand, but for lines that the sets also show to students.
    """
    lines, shown = set(), []
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


def find(folder, lines):
    """Find which of ``lines`` stand in the text files below ``folder``.

    Returns a list of (relative path, line).
    """
    found = []
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


def _forms(line):
    """A line as it stands in Python, inside JSON, and inside HTML."""
    return {line, json.dumps(line)[1:-1], html.escape(line), html.escape(line, quote=False)}
