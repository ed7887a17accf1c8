"""Which submissions are graded no longer as they would be, and which scores would change.

Each autograded notebook has, in its metadata, a hash of what was submitted and one of what it was
graded with: the instructor's cells, their points, and the files beside them.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from traitlets.config import Config

from .matching import Originals, originals_of
from .reference import files_in, source_of
from .results import read
from .submitted import students as submitting

SQLITE = "sqlite:///"
Scores = dict[tuple[str, str], float | None]  # by student and cell; None waits for a hand


def digest_of_submission(path: Path, files: Mapping[str, bytes]) -> str:
    """Return a hash of a submitted notebook and of the files beside it."""
    digest = hashlib.sha256(path.read_bytes() if path.is_file() else b"")
    _add_files(digest, files)
    return digest.hexdigest()


def digest_of_assignment(originals: Originals, files: Mapping[str, bytes]) -> str:
    """Return a hash of the instructor's cells with their points, and of the files beside them."""
    told = [
        (cell.name, cell.cell_type, cell.source, cell.about) for cell in originals.cells.values()
    ]
    cells = json.dumps(told, sort_keys=True, default=str)
    digest = hashlib.sha256(cells.encode("utf-8", "surrogatepass"))
    _add_files(digest, files)
    return digest.hexdigest()


def _add_files(digest: Any, files: Mapping[str, bytes]) -> None:
    for name in sorted(files):
        digest.update(f"\0{name}\0{len(files[name])}\0".encode("utf-8", "surrogateescape"))
        digest.update(files[name])


def stale(coursedir: Any, assignment: str) -> dict[str, str]:
    """Say of which graded submissions something has changed since they were graded.

    Parameters
    ----------
    coursedir : nbgrader.coursedir.CourseDirectory
        The course.
    assignment : str
        The assignment.

    Returns
    -------
    dict of str
        What has changed, by student.
    """
    source = Path(coursedir.format_path(coursedir.source_directory, ".", assignment))
    ours = files_in(source, coursedir)
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        tests = {
            notebook.name: digest_of_assignment(
                originals_of(notebook, source_of(coursedir, assignment, notebook.name)), ours
            )
            for notebook in gradebook.find_assignment(assignment).notebooks
        }
    found = {}
    for student in submitting(coursedir, assignment):
        submitted, graded = (
            Path(coursedir.format_path(step, student, assignment))
            for step in (coursedir.submitted_directory, coursedir.autograded_directory)
        )
        why = _changes(submitted, graded, tests, coursedir) if graded.is_dir() else set()
        if why:
            found[student] = " and ".join(sorted(why))
    return found


def _changes(submitted: Path, graded: Path, tests: Mapping[str, str], coursedir: Any) -> set[str]:
    files, why = files_in(submitted, coursedir), set()
    for name, digest in tests.items():
        path = submitted / f"{name}.ipynb"
        result = read(graded / f"{name}.ipynb")
        if result is None or not result.submission:
            if path.is_file():
                why.add("a notebook was not graded before")
            continue
        if result.submission != digest_of_submission(path, files):
            why.add("what was submitted has changed")
        if result.assignment != digest:
            why.add("the tests, their points or the files beside them have changed")
    return why


@dataclass(frozen=True)
class Change:
    """A score that regrading changes; None stands for a grade by hand that is not given yet."""

    student: str
    cell: str
    before: float | None
    after: float | None


def preview(
    config: Config,
    coursedir: Any,
    assignment: str,
    students: Iterable[str],
    advance: Callable[[], object] = lambda: None,
) -> list[Change]:
    """Grade submissions again beside the class, and say which scores would change.

    The class keeps its gradebook and its graded notebooks. ``advance`` is called after each.

    Raises
    ------
    ValueError
        If the gradebook is no SQLite file, which alone can be copied.
    """
    students = list(students)
    with _copied(config, coursedir) as api:
        before = scores(api.coursedir, assignment, students)
        for student in students:
            _copy_graded(coursedir, api.coursedir, assignment, student)
            api.autograde(assignment, student, force=True)
            advance()
        return differences(before, scores(api.coursedir, assignment, students))


def _copy_graded(ours: Any, copied: Any, assignment: str, student: str) -> None:
    """Copy what was graded: grades by hand stay where the answer is the same."""
    graded, target = (
        Path(each.format_path(each.autograded_directory, student, assignment))
        for each in (ours, copied)
    )
    if graded.is_dir():
        shutil.copytree(graded, target)


@contextmanager
def _copied(config: Config, coursedir: Any) -> Iterator[NbGraderAPI]:
    if not coursedir.db_url.startswith(SQLITE):
        raise ValueError("the gradebook is no SQLite file, and cannot be copied")
    with tempfile.TemporaryDirectory(prefix="regrade-") as folder:
        database = Path(folder, "gradebook.db")
        shutil.copy(coursedir.db_url.removeprefix(SQLITE), database)
        own = Config(config)
        own.CourseDirectory.db_url = f"{SQLITE}{database}"
        own.CourseDirectory.autograded_directory = str(Path(folder, "autograded"))
        yield NbGraderAPI(config=own, log_level=50)


def scores(coursedir: Any, assignment: str, students: Iterable[str]) -> Scores:
    """Return the score of each graded cell of some students."""
    found: Scores = {}
    wanted = set(students)
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        for submission in gradebook.assignment_submissions(assignment):
            if submission.student_id in wanted:
                for notebook in submission.notebooks:
                    for grade in notebook.grades:
                        waits = grade.needs_manual_grade
                        found[submission.student_id, grade.name] = None if waits else grade.score
    return found


def differences(before: Scores, after: Scores) -> list[Change]:
    """List the scores that are not what they were."""
    return [
        Change(student, cell, before.get((student, cell)), after.get((student, cell)))
        for student, cell in sorted(before.keys() | after.keys())
        if before.get((student, cell)) != after.get((student, cell))
    ]
