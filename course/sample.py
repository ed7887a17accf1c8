"""The sample class: submissions whose outcome and points are known, built as students would.

``solutions/NAME/known_answers/class.csv`` has a row a student: ``submission``, ``about`` (what
happened), ``start`` (the notebook that the answers are laid over: ``release`` or ``solution``),
``drop`` (cells deleted, by ``grade_id``), ``raw`` (a text handed in in place of a notebook), the
``outcome``, then the points of each task. What a student answered stands among the known answers.
"""

import csv
import fnmatch
from pathlib import Path

import nbformat

from . import answers, notebooks


def students(name: str) -> dict[str, dict[str, str]]:
    """Rows of a problem set's ``class.csv`` by student."""
    with open(answers.folder(name) / "class.csv", newline="", encoding="utf-8") as file:
        return {row["submission"]: row for row in csv.DictReader(file)}


def expected(name: str) -> list[dict[str, str]]:
    """What grading should give: ``submission``, ``outcome``, then the points of each task."""
    told = ("about", "start", "drop", "raw")
    return [
        {column: value for column, value in row.items() if column not in told}
        for row in students(name).values()
    ]


def submission(name: str, student: str, release: Path) -> str:
    """What a student of the sample class submits for a problem set.

    Parameters
    ----------
    name : str
        The problem set.
    student : str
        A student of its ``class.csv``.
    release : Path
        The student notebook.

    Returns
    -------
    str
        The text of the submitted file.

    Raises
    ------
    KeyError
        An answer names a cell that is not in the release.
    """
    about = students(name)[student]
    if about["raw"]:
        return about["raw"] + "\n"
    own = {a.cell: a.source for a in answers.read(name, "class") if a.title == student}
    start = _solution(name) if about["start"] == "solution" else {}
    return laid_over(release, start | own, drop=about["drop"])


def solved(name: str, release: Path) -> str:
    """The release of a problem set with the reference solution in it, as a notebook's text."""
    return laid_over(release, _solution(name))


def laid_over(release: Path, sources: dict[str, str], drop: str = "") -> str:
    """A released notebook's text with other cell sources, without the cells that ``drop`` names.

    Parameters
    ----------
    release : Path
        The student notebook.
    sources : dict of str
        Sources by ``grade_id``.
    drop : str
        A file-name pattern of the ``grade_id`` of cells left out, such as ``*-test``.

    Raises
    ------
    KeyError
        A source names a cell that is not in the release.
    """
    notebook = nbformat.read(release, as_version=4)
    cells = {notebooks.grade_id(cell): cell for cell in notebook.cells}
    for cell, source in sources.items():
        cells[cell].source = source
    notebook.cells = [
        cell
        for cell in notebook.cells
        if not fnmatch.fnmatch(notebooks.grade_id(cell) or "", drop or "\0")
    ]
    return nbformat.writes(notebook) + "\n"


def _solution(name):
    return {
        notebooks.grade_id(cell): cell.source
        for cell in notebooks.read(notebooks.script(name)).cells
        if notebooks.kind(cell) in ("answer", "manual")
    }


def build(name: str, release: Path, folder: Path) -> list[str]:
    """Write the sample class's submissions below ``folder``; returns the students whose changed."""
    changed = []
    for student in students(name):
        target = folder / student / name / f"{name}.ipynb"
        text = submission(name, student, release)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            changed.append(student)
    return changed
