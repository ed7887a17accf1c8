"""Grade a class with nbgrader: every submission of an assignment, then feedback and export."""

from __future__ import annotations

import logging
import os
import sys
import traceback
import warnings
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.apps import NbGrader
from nbgrader.apps.api import NbGraderAPI
from nbgrader.apps.exportapp import ExportApp
from sqlalchemy.exc import SAWarning

from nbgrader_isolated import submitted as submissions
from nbgrader_isolated.exporter import SubmissionExporter
from nbgrader_isolated.results import of_submission

from .errors import CourseError

CONFIG = "nbgrader_config.py"


def api() -> NbGraderAPI:
    """Return nbgrader's API under ``nbgrader_config.py`` in the working directory.

    Raises
    ------
    CourseError
        If that file fails or does not set up isolated grading: nbgrader would go on without it.
    """
    # nbgrader calls alembic by name; it stands beside this Python
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    # nbgrader 0.9 relates rows before it adds them; SQLAlchemy 2.1 says so at every submission
    warnings.filterwarnings("ignore", category=SAWarning)
    app = NbGrader()
    app.raise_config_file_errors = True
    try:
        app.load_config_file()
    except Exception as error:
        raise CourseError(
            f"{_failure(error)}. Nothing was done: mend that line, then repeat the command."
        ) from error
    if app.config.Autograde.get("exporter_class") is not SubmissionExporter:
        raise CourseError(
            f"{CONFIG} does not set up isolated grading. Nothing was done: have it import "
            "nbgrader_isolated and call nbgrader_isolated.configure(c), then repeat the command."
        )
    return NbGraderAPI(config=app.config, log_level=logging.ERROR)


def _failure(error: Exception) -> str:
    """Say which line of a configuration fails, and how."""
    if isinstance(error, SyntaxError):
        return f"{error.filename}, line {error.lineno}: {error.msg}"
    frames = traceback.extract_tb(error.__traceback__)
    files = [frame for frame in frames if Path(frame.filename).stem.endswith("_config")]
    place = (files or frames)[-1]
    return f"{place.filename}, line {place.lineno}: {type(error).__name__}: {error}"


def submitted(api: NbGraderAPI, assignment: str) -> list[str]:
    """Return the students with a folder for the assignment, in alphabetical order."""
    return submissions.students(api.coursedir, assignment)


def noticed(api: NbGraderAPI, assignment: str, student: str) -> str:
    """Say what is strange about a submission that is graded all the same; "" if nothing is."""
    found = submissions.of(api.coursedir, student, assignment)
    return " ".join(problem.sentence for problem in found if problem.gradable)


def autograde(api: NbGraderAPI, assignment: str, student: str, force: bool = False) -> str:
    """Grade one submission and write its feedback.

    Returns
    -------
    str
        "" or, in one sentence, why it could not be graded.
    """
    refused = submissions.refusal(api.coursedir, student, assignment)
    if refused:
        return refused
    api.autograde(assignment, student, force=force)
    with api.gradebook as gradebook:
        names = [notebook.name for notebook in gradebook.find_assignment(assignment).notebooks]
    became = of_submission(api.coursedir, student, assignment, names)
    if not became.outcome.graded:
        return became.reason
    # always anew: points given by hand since then belong in it
    result = api.generate_feedback(assignment, student, force=True)
    return "" if result["success"] else f"It is graded, but has no feedback: {last_line(result)}"


def last_line(result: dict[str, Any]) -> str:
    """Return the last line of what nbgrader said when a step failed."""
    lines = (result["error"] or result["log"] or "no reason given").strip().splitlines()
    return str(lines[-1])


def export(api: NbGraderAPI, assignment: str | None = None) -> Path:
    """Write the class's grades to the file that the configuration names, and return its path."""
    app = ExportApp(config=api.config)
    app.log_level = logging.ERROR
    app.coursedir = api.coursedir
    app.init_plugin()
    if assignment:
        app.plugin_inst.assignment = [assignment]
    with Gradebook(api.coursedir.db_url, api.coursedir.course_id) as gradebook:
        app.plugin_inst.export(gradebook)
    return Path(app.plugin_inst.to)
