"""The sample class: answers in ``tests/submissions/NAME/*.py``, laid over the current release as a
student would.

A script's first lines are comments: what happened, then ``# start: release`` (or ``solution``: the
notebook that the answers are
laid over), ``# drop: *-test`` (cells deleted, by ``grade_id``), ``# raw: text`` (a file of that
text instead of a notebook).
Each cell ``# %% grade_id`` replaces the source of the cell of that name.
"""

import csv
import fnmatch
import re

import nbformat

from . import ROOT, notebooks

SUBMISSIONS = ROOT / "tests" / "submissions"


def scripts(name):
    """Paths of the sample class's scripts for a problem set, in alphabetical order."""
    return sorted((SUBMISSIONS / name).glob("*.py"))


def expected(name):
    """Rows of ``expected.csv``: ``submission``, ``outcome``, then the points of each task."""
    with open(SUBMISSIONS / name / "expected.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def submission_text(script, name, release):
    """The notebook that a script's text submits for problem set ``name``; ``release`` is the path
    of the student notebook.

    Raises KeyError if the script names a cell that is not in the release.
    """
    directives = dict(re.findall(r"^# (start|drop|raw): (.*)$", script, re.MULTILINE))
    if "raw" in directives:
        return directives["raw"] + "\n"
    notebook = nbformat.read(release, as_version=4)
    if directives["start"] == "solution":
        _lay_over(notebook, _answers(notebooks.read(notebooks.script(name))))
    _lay_over(notebook, _titled(script))
    if "drop" in directives:
        notebook.cells = [
            cell
            for cell in notebook.cells
            if not fnmatch.fnmatch(notebooks.grade_id(cell) or "", directives["drop"])
        ]
    return nbformat.writes(notebook) + "\n"


def _titled(text):
    """Sources by ``grade_id``; those of ``# %% [markdown] grade_id`` are comments of the script, as
    in jupytext.
    """
    parts = re.split(r"^# %%[ ]*(\[markdown\])?[ ]*(\S+)\s*$", text, flags=re.MULTILINE)[1:]
    sources = {}
    for markdown, name, source in zip(parts[::3], parts[1::3], parts[2::3]):
        source = source.strip("\n")
        sources[name] = re.sub(r"^# ?", "", source, flags=re.MULTILINE) if markdown else source
    return sources


def _answers(notebook):
    return {
        notebooks.grade_id(cell): cell.source
        for cell in notebook.cells
        if notebooks.kind(cell) in ("answer", "manual")
    }


def _lay_over(notebook, sources):
    cells = {notebooks.grade_id(cell): cell for cell in notebook.cells}
    for name, source in sources.items():
        cells[name].source = source


def build(name, release, folder):
    """Write the sample class's notebooks below ``folder``; returns the names of those that changed."""
    changed = []
    for path in scripts(name):
        target = folder / path.stem / name / f"{name}.ipynb"
        text = submission_text(path.read_text(encoding="utf-8"), name, release)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            changed.append(path.stem)
    return changed
