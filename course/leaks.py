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

# What Sphinx's theme and MathJax bring: most of a site's bytes, and no text of the course.
VENDORED = re.compile(r"(^|/)_static/(mathjax|scripts|styles|vendor|locales)/")


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
    return {line for line in lines if len(line) >= SHORTEST and line not in given}


def find(folder, lines):
    """Where lines stand in the text files below a folder, as a list of (relative path, line)."""
    forms = [(line, form) for line in sorted(lines) for form in sorted(_forms(line))]
    found = []
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


def _forms(line):
    """A line as it stands in Python, inside JSON, and inside HTML."""
    return {line, json.dumps(line)[1:-1], html.escape(line), html.escape(line, quote=False)}
