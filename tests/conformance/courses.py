"""Whole courses, graded by nbgrader with and without isolated grading.

``python -m tests.conformance.courses FOLDER`` prints where scores differ.

FOLDER is a course (``source/ASSIGNMENT/*.ipynb`` and ``submitted/STUDENT/ASSIGNMENT/*.ipynb``, as
in nbgrader's docs/source/user_guide), or holds notebooks as nbgrader's tests/apps/files does: there
``NAME-changed.ipynb`` and the like are submitted to ``NAME.ipynb``, or to ``NAME-unchanged.ipynb``;
every other notebook to itself.
"""

import logging
import re
import shutil
import sys
import tempfile
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from traitlets.config import Config

import nbgrader_isolated
from course.grade import last_line

SUBMITTED = re.compile(r"(.+?)-((?:grade-cell-|locked-cell-)?changed.*|unchanged|cheat-attempt.*)")
SECONDS = 10  # a cell


def copy(folder, course):
    """Lay out ``folder`` as a course in the new folder ``course``."""
    if (folder / "source").is_dir():
        for step in ("source", "submitted"):
            shutil.copytree(folder / step, course / step)
    else:
        for path in sorted(folder.glob("*.ipynb")):
            found = SUBMITTED.fullmatch(path.stem)
            sources = (
                [folder / f"{found[1]}.ipynb", folder / f"{found[1]}-unchanged.ipynb"]
                if found
                else [path]
            )
            source = next((candidate for candidate in sources if candidate.exists()), path)
            name = source.stem
            for target, origin in (
                (course / "source" / name, source),
                (course / "submitted" / (found[2] if found else "itself") / name, path),
            ):
                target.mkdir(parents=True, exist_ok=True)
                shutil.copy(origin, target / f"{name}.ipynb")
    for path in {*folder.glob("autotests.yml"), *folder.glob("*/autotests.yml")}:
        shutil.copy(path, course / "autotests.yml")


def configuration(course, isolated):
    """nbgrader's configuration of a course; isolated grading is one line of it."""
    c = Config()
    c.CourseDirectory.root, c.CourseDirectory.course_id = str(course), "conformance"
    c.ExecutePreprocessor.timeout = c.IsolatedExecute.cell_seconds = SECONDS
    if isolated:
        nbgrader_isolated.configure(c)
    return c


def scores(folder, isolated):
    """Every graded cell's score, by assignment, student, notebook and cell.

    ``hand`` stands for a score while the cell waits to be graded by hand. A whole submission
    without scores has the reason instead.
    """
    found = {}
    with tempfile.TemporaryDirectory() as place:
        course = Path(place)
        copy(folder, course)
        api = NbGraderAPI(config=configuration(course, isolated), log_level=logging.ERROR)
        for assignment in sorted(
            path.name for path in (course / "source").iterdir() if path.is_dir()
        ):
            made = api.generate_assignment(assignment, force=True, create=True)
            if not made["success"]:
                found[assignment, "", "", ""] = _reason(made)
                continue
            # beside what is submitted: the instructor's own notebooks, and the release as it is
            for student, origin in (("instructor", "source"), ("untouched", "release")):
                shutil.copytree(
                    course / origin / assignment, course / "submitted" / student / assignment
                )
            for student in sorted(
                path.parent.name for path in (course / "submitted").glob(f"*/{assignment}")
            ):
                graded = api.autograde(assignment, student, force=True, create=True)
                if not graded["success"]:
                    found[assignment, student, "", ""] = _reason(graded)
        with Gradebook(api.coursedir.db_url, "conformance") as gradebook:
            for assignment in gradebook.assignments:
                for submission in gradebook.assignment_submissions(assignment.name):
                    for notebook in submission.notebooks:
                        for grade in notebook.grades:
                            score = (
                                "hand"
                                if grade.needs_manual_grade or grade.auto_score is None
                                else f"{grade.auto_score:g}"
                            )
                            found[
                                assignment.name, submission.student_id, notebook.name, grade.name
                            ] = score
    return found


def _reason(result):
    return f"nbgrader stops: {last_line(result)[-150:]}"


if __name__ == "__main__":
    for folder in map(Path, sys.argv[1:]):
        stock, ours = scores(folder, False), scores(folder, True)
        same = [key for key in stock if stock[key] == ours.get(key)]
        print(f"{folder.name}: {len(stock.keys() | ours.keys())} scores, {len(same)} the same")
        for key in sorted(stock.keys() | ours.keys()):
            if stock.get(key) != ours.get(key):
                print(
                    f"  {' '.join(filter(None, key))}: stock {stock.get(key)}, isolated "
                    f"{ours.get(key)}"
                )
