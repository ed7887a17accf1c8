"""The sample class: submissions whose outcome and points are known, built as students would.

``solutions/NAME/known_answers/class.csv`` has a row for each student. Its columns are:

- ``submission``: the student's name;
- ``about``: what happened;
- ``start``: the notebook that the answers are put into, ``release`` or ``solution``;
- ``drop``: the cells that the student deleted, as a pattern of their ``grade_id``;
- ``raw``: a text handed in instead of a notebook;
- ``outcome``: what becomes of the submission;
- then the points for each task.

The answers themselves are among the known answers (see ``answers``).
"""

import csv
import fnmatch
from pathlib import Path

import nbformat

from . import answers, notebooks


def students(name: str) -> dict[str, dict[str, str]]:
    """Read the rows of a problem set's ``class.csv``, by student."""
    with open(answers.folder(name) / "class.csv", newline="", encoding="utf-8") as file:
        return {row["submission"]: row for row in csv.DictReader(file)}


def expected(name: str) -> list[dict[str, str]]:
    """Return what grading should find: ``submission``, ``outcome``, then the points for each task.

    Numbers are text, as in the file.
    """
    told = ("about", "start", "drop", "raw")
    return [
        {column: value for column, value in row.items() if column not in told}
        for row in students(name).values()
    ]


def submission(name: str, student: str, release: Path) -> str:
    """Return the text of the file that a student in the sample class submits.

    Parameters
    ----------
    name : str
        The problem set.
    student : str
        A student in its ``class.csv``.
    release : Path
        The student notebook.

    Raises
    ------
    KeyError
        If an answer names a cell that the release does not have.
    """
    about = students(name)[student]
    if about["raw"]:
        return about["raw"] + "\n"
    own = {a.cell: a.source for a in answers.read(name, "class") if a.title == student}
    start = _solution(name) if about["start"] == "solution" else {}
    return laid_over(release, start | own, drop=about["drop"])


def solved(name: str, release: Path) -> str:
    """Return the text of a released notebook with the reference solution put in."""
    return laid_over(release, _solution(name))


def laid_over(release: Path, sources: dict[str, str], drop: str = "") -> str:
    """Return the text of a released notebook with some cells replaced and others left out.

    Parameters
    ----------
    release : Path
        The student notebook.
    sources : dict of str
        The new text of cells, by ``grade_id``.
    drop : str
        Which cells to leave out: a pattern of their ``grade_id``, such as ``*-test``.

    Raises
    ------
    KeyError
        If ``sources`` names a cell that the release does not have.
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
    text: str = nbformat.writes(notebook)
    return text + "\n"


def _solution(name: str) -> dict[str, str]:
    return {
        cell.id: cell.source  # notebooks.read makes the grade_id the id
        for cell in notebooks.read(notebooks.script(name)).cells
        if notebooks.kind(cell) in ("answer", "manual")
    }


def build(name: str, release: Path, folder: Path) -> list[str]:
    """Write the submissions of the sample class.

    Parameters
    ----------
    name : str
        The problem set.
    release : Path
        The student notebook.
    folder : Path
        Where submissions go: ``folder/STUDENT/NAME/NAME.ipynb``.

    Returns
    -------
    list of str
        The students whose submission changed.
    """
    changed = []
    for student in students(name):
        target = folder / student / name / f"{name}.ipynb"
        text = submission(name, student, release)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            changed.append(student)
    return changed
