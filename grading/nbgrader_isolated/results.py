"""What became of a submission: ``scored``, ``partly scored``, ``ungradable``, ``grader fault`` (and
why), or ``not submitted``.

Isolated grading writes outcome and reason into the autograded notebook's metadata, under
``grading``; a fault of the grader's lies beside the folder, as ``ASSIGNMENT.fault.txt``. The rest
follows from which files are there.
"""

import codecs
import json
import os
from pathlib import Path

import nbformat

from .submitted import missing, refusal

SCORED, PARTLY_SCORED, UNGRADABLE, FAULT, NOT_SUBMITTED = (
    "scored",
    "partly scored",
    "ungradable",
    "grader fault",
    "not submitted",
)
GRADED = (SCORED, PARTLY_SCORED)


def unreadable(path):
    """Why a submitted notebook cannot be read, in one sentence for student and instructor; "" if it
    can.
    """
    strange = irregular(path.parent)
    if strange:
        return strange
    if not path.is_file():
        return missing(path)
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        what = "UTF-16 text, not UTF-8" if utf16 else "not UTF-8 text"
        return f"{path.name} is {what}: download the notebook again as .ipynb."
    if not text.strip():
        return f"{path.name} is empty: submit it again."
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        return f"{path.name} is not JSON{line}: download the notebook again as .ipynb."
    if not isinstance(content, dict) or "nbformat" not in content:
        return f"{path.name} is JSON but not a notebook: submit the notebook itself."
    try:
        nbformat.convert(nbformat.from_dict(content), 4)
    except Exception as error:  # whatever a damaged notebook makes nbformat raise
        return (
            f"{path.name} is a damaged notebook ({type(error).__name__}: {error}): submit it again."
        )
    return ""


def outcome(coursedir, student, assignment):
    """Outcome and reason of one submission, from the files that nbgrader left."""
    name = f"{assignment}.ipynb"
    submitted = _folder(coursedir, coursedir.submitted_directory, student, assignment)
    if not submitted.is_dir():
        return NOT_SUBMITTED, ""
    graded = _folder(coursedir, coursedir.autograded_directory, student, assignment)
    if (graded / name).is_file():
        about = graded_as(graded / name) or {}
        return about.get("outcome", SCORED), about.get("reason", "")
    fault = fault_file(graded)
    if fault.is_file():
        return FAULT, fault.read_text(encoding="utf-8").strip()
    reason = refusal(coursedir, student, assignment) or unreadable(submitted / name)
    return UNGRADABLE, reason or f"{name} could not be graded: see the log of nbgrader autograde."


def graded_as(path):
    """What isolated grading wrote into an autograded notebook; None where it did not, or did not
    come to its end.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))["metadata"]["grading"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def fault_file(graded):
    """Where a fault of the grader's is told, beside the folder of an autograded submission."""
    return graded.with_name(f"{graded.name}.fault.txt")


def irregular(folder):
    """Which file below a submission's folder, or folder on its way, is a symbolic link, pipe or
    device, in one sentence; "" if none is.
    """
    for path in (folder, folder.parent):
        if path.is_symlink():
            return f"The folder {path.name} is a link: submit plain files."
    for parent, folders, files in os.walk(folder):
        for name in folders + files:
            path = Path(parent, name)
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                return f"{path.relative_to(folder)} is a link or a device: submit plain files."
    return ""


def _folder(coursedir, step, student, assignment):
    return Path(coursedir.format_path(step, student, assignment))
