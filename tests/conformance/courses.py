"""Whole courses, graded by nbgrader with and without isolated grading.

``python -m tests.conformance.courses FOLDER ...`` counts the test cells that stock nbgrader scores
in full on the instructor's own solution, by what isolated grading gives them: for that solution,
and for the release as it is. Every difference follows, with its reason.

FOLDER is a course (``source/ASSIGNMENT/*.ipynb`` and ``submitted/STUDENT/ASSIGNMENT/*.ipynb``, as
in nbgrader's docs/source/user_guide), or holds notebooks as nbgrader's tests/apps/files does: there
``NAME-changed.ipynb`` and the like are submitted to ``NAME.ipynb``, or to ``NAME-unchanged.ipynb``;
every other notebook to itself. In any other folder each instructor's notebook of Python, however
deep, is an assignment, with the files that lie beside it; a test cell without points gets one.
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Grade, Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.nbgraderformat import MetadataValidator
from traitlets.config import Config

import nbgrader_isolated
from course.grade import last_line
from nbgrader_isolated import plan

SUBMITTED = re.compile(r"(.+?)-((?:grade-cell-|locked-cell-)?changed.*|unchanged|cheat-attempt.*)")
NO_SOURCE = {".ipynb_checkpoints", ".git", "release", "submitted", "autograded", "feedback"}
BY_HAND = re.compile(r"test cell '(.+)' will wait for a grade by hand: (.+)")
SECONDS = 30  # a cell
SOLVED, BLANK = "instructor", "untouched"  # submitted beside what is there
EQUAL, HAND, LOWER, HIGHER = "equal to stock", "waits for a grade by hand", "lower", "higher"

Key = tuple[str, str, str, str]  # assignment, student, notebook, cell


@dataclass
class Graded:
    """What nbgrader gave a course's submissions.

    ``hand`` stands for a score while the cell waits to be graded by hand. A whole submission
    without scores has the reason instead.
    """

    scores: dict[Key, str] = field(default_factory=dict)
    full: set[Key] = field(default_factory=set)
    reasons: dict[tuple[str, str], str] = field(default_factory=dict)  # by assignment and cell


def copy(folder: Path, course: Path) -> None:
    """Lay out ``folder`` as a course in the new folder ``course``."""
    flat = sorted(folder.glob("*.ipynb"))
    if (folder / "source").is_dir() and (folder / "submitted").is_dir():
        for step in ("source", "submitted"):
            shutil.copytree(folder / step, course / step)
    elif any(SUBMITTED.fullmatch(path.stem) for path in flat):
        for path in flat:
            _copy_flat(folder, path, course)
    else:
        for path in _instructors(folder):
            _copy_alone(folder, path, course)
    for path in {*folder.glob("autotests.yml"), *folder.glob("*/autotests.yml")}:
        shutil.copy(path, course / "autotests.yml")


def _copy_flat(folder: Path, path: Path, course: Path) -> None:
    found = SUBMITTED.fullmatch(path.stem)
    sources = (
        [folder / f"{found[1]}.ipynb", folder / f"{found[1]}-unchanged.ipynb"] if found else [path]
    )
    source = next((candidate for candidate in sources if candidate.exists()), path)
    name = source.stem
    for target, origin in (
        (course / "source" / name, source),
        (course / "submitted" / (found[2] if found else "itself") / name, path),
    ):
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(origin, target / f"{name}.ipynb")


def _copy_alone(folder: Path, path: Path, course: Path) -> None:
    name = re.sub(r"\W+", "_", str(path.relative_to(folder).with_suffix("")))
    target = course / "source" / name
    others = shutil.ignore_patterns("*.ipynb", *NO_SOURCE)
    shutil.copytree(path.parent, target, ignore=others)
    notebook = MetadataValidator().upgrade_notebook_metadata(nbformat.read(path, as_version=4))
    notebook.metadata["kernelspec"] = {
        "name": "python3",
        "language": "python",
        "display_name": "Python 3",
    }
    for cell in notebook.cells:
        if plan.role(cell) == "tests" and not cell.metadata.nbgrader.points:
            cell.metadata.nbgrader.points = 1  # else every score is 0
    nbformat.write(notebook, target / f"{name}.ipynb")


def _instructors(folder: Path) -> Iterator[Path]:
    """Notebooks of Python below a folder that hold a solution and a test cell."""
    for path in sorted(folder.rglob("*.ipynb")):
        if NO_SOURCE & set(path.relative_to(folder).parts):
            continue
        try:
            notebook = nbformat.read(path, as_version=4)
        except Exception:  # whatever a damaged one makes nbformat raise
            continue
        language = notebook.metadata.get("kernelspec", {}).get("language", "python")
        if (
            language == "python"
            and any(plan.role(cell) == "tests" for cell in notebook.cells)
            and "BEGIN SOLUTION" in str(notebook.cells)
        ):
            yield path


def configuration(course: Path, isolated: bool) -> Config:
    """nbgrader's configuration of a course; isolated grading is one line of it."""
    c = Config()
    c.CourseDirectory.root, c.CourseDirectory.course_id = str(course), "conformance"
    c.ExecutePreprocessor.timeout = SECONDS
    if isolated:
        nbgrader_isolated.configure(c)
    return c


def graded(folder: Path, isolated: bool) -> Graded:
    """Grade a course: what is submitted, the instructor's own notebooks, the release as it is."""
    found = Graded()
    with tempfile.TemporaryDirectory() as place:
        course = Path(place)
        copy(folder, course)
        api = NbGraderAPI(config=configuration(course, isolated), log_level=logging.WARNING)
        for assignment in sorted(
            path.name for path in (course / "source").glob("*") if path.is_dir()
        ):
            _grade(api, course, assignment, found)
        with Gradebook(api.coursedir.db_url, "conformance") as gradebook:
            for grade in gradebook.db.query(Grade):
                notebook = grade.notebook
                submission = notebook.assignment
                waits = grade.needs_manual_grade or grade.auto_score is None
                key = (
                    submission.assignment.name,
                    submission.student_id,
                    notebook.name,
                    grade.name,
                )
                found.scores[key] = "hand" if waits else f"{grade.auto_score:g}"
                if not waits and grade.auto_score == grade.max_score:
                    found.full.add(key)
    return found


def _grade(api: NbGraderAPI, course: Path, assignment: str, found: Graded) -> None:
    made = api.generate_assignment(assignment, force=True, create=True)
    found.reasons |= {(assignment, cell): why for cell, why in BY_HAND.findall(made.get("log", ""))}
    if not made["success"]:
        found.scores[assignment, "", "", ""] = _stopped(made)
        return
    for student, origin in ((SOLVED, "source"), (BLANK, "release")):
        shutil.copytree(course / origin / assignment, course / "submitted" / student / assignment)
    for student in sorted(
        path.parent.name for path in (course / "submitted").glob(f"*/{assignment}")
    ):
        done = api.autograde(assignment, student, force=True, create=True)
        if not done["success"]:
            found.scores[assignment, student, "", ""] = _stopped(done)


def _stopped(result: dict[str, Any]) -> str:
    return f"nbgrader stops: {last_line(result)[-150:]}"


def compared(stock: str, ours: str) -> str:
    """What isolated grading makes of a cell, beside stock nbgrader."""
    if ours == "hand" != stock:
        return HAND
    if ours == stock:
        return EQUAL
    try:
        return HIGHER if float(ours) > float(stock) else LOWER
    except ValueError:  # the submission has no scores under one of them
        return LOWER


def report(name: str, stock: Graded, ours: Graded) -> str:
    """The table of a course, and each difference."""
    tests = sorted(key for key in stock.full if key[1] == SOLVED and stock.scores[key] != "0")
    counts, lines = {}, []
    for student in (SOLVED, BLANK):
        counts[student] = Counter(
            compared(
                stock.scores.get((assignment, student, notebook, cell), "none"),
                ours.scores.get((assignment, student, notebook, cell), "none"),
            )
            for assignment, _, notebook, cell in tests
            if (assignment, student, "", "") not in stock.scores  # there nbgrader stopped
        )
    share = 100 / max(1, len(tests))
    lines.append(f"{name}: {len(tests)} test cells that stock nbgrader scores in full, solved")
    lines.append(f"{'':28}{'solved':>14}{'blank':>8}")
    for kind in (EQUAL, HAND, LOWER, HIGHER):
        solved, blank = counts[SOLVED][kind], counts[BLANK][kind]
        lines.append(f"{kind:28}{solved:6} {share * solved:5.1f}%{blank:9}")
    for key in sorted(stock.scores.keys() | ours.scores.keys()):
        one, other = stock.scores.get(key, "none"), ours.scores.get(key, "none")
        if one != other:
            why = ours.reasons.get((key[0], key[3]), "")
            lines.append(f"  {' '.join(filter(None, key))}: stock {one}, isolated {other} {why}")
    return "\n".join(lines)


if __name__ == "__main__":
    for place in map(Path, sys.argv[1:]):
        print(report(place.name, graded(place, False), graded(place, True)), flush=True)
