"""What became of a submission: ``scored``, ``ungradable`` (and why), or ``not submitted``."""
import json
from pathlib import Path

import nbformat

SCORED, UNGRADABLE, NOT_SUBMITTED = "scored", "ungradable", "not submitted"


def unreadable(path):
    """Why a submitted notebook cannot be read, in one sentence for student and instructor; "" if it can."""
    if not path.is_file():
        others = sorted(file.name for file in path.parent.glob("*.ipynb")) if path.parent.is_dir() else []
        found = f" The folder holds {', '.join(others)}: rename it." if others else ""
        return f"There is no {path.name}.{found}"
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return f"{path.name} is not UTF-8 text: download the notebook again as .ipynb."
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
        return f"{path.name} is a damaged notebook ({type(error).__name__}: {error}): submit it again."
    return ""


def outcome(coursedir, student, assignment):
    """Outcome and reason of one submission, from the files that nbgrader left."""
    name = f"{assignment}.ipynb"
    submitted = _folder(coursedir, coursedir.submitted_directory, student, assignment)
    if not submitted.is_dir():
        return NOT_SUBMITTED, ""
    if (_folder(coursedir, coursedir.autograded_directory, student, assignment) / name).is_file():
        return SCORED, ""
    return UNGRADABLE, unreadable(submitted / name) or f"{name} could not be graded: see the log of nbgrader autograde."


def _folder(coursedir, step, student, assignment):
    return Path(coursedir.format_path(step, student, assignment))
