"""Release a problem set: nbgrader turns the instructor's notebook into the student's.

It reads the one in ``solutions/`` and writes the other into ``exercises/``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from . import ROOT, notebooks
from .errors import CourseError

if TYPE_CHECKING:
    # only for its name: nbgrader is slow to import, and most commands do without it
    from nbgrader.apps.api import NbGraderAPI

EXERCISES = ROOT / "exercises"
DRAFTS = ROOT / "_build" / "release"


def generate(
    name: str, api: NbGraderAPI, folder: Path, warn: Callable[[str], object] = lambda text: None
) -> Path:
    """Generate the student notebook of a problem set and enter its cells into the gradebook.

    An existing release stays until the new one is complete.

    Parameters
    ----------
    name : str
        The problem set.
    api : NbGraderAPI
        nbgrader under the configuration of the class; its gradebook learns the cells and points.
    folder : Path
        Where the notebook goes: ``folder/NAME/NAME.ipynb``.
    warn : callable
        Called with a sentence for each test cell that waits for a grade by hand, such as one that
        fails on the instructor's own solution.

    Returns
    -------
    Path
        The student notebook.

    Raises
    ------
    CourseError
        If nbgrader refuses; the message gives its reason.
    """
    notebooks.build(name)
    # nbgrader deletes the old release before it makes the new one, so it works elsewhere
    api.coursedir.release_directory = str(DRAFTS)
    level = api.log.level
    api.log.setLevel(logging.WARNING)
    try:
        result = api.generate_assignment(name, force=True, create=True)
    finally:
        api.log.setLevel(level)
    if not result["success"]:
        raise CourseError(f"nbgrader could not release {name}:\n{result['error'] or result['log']}")
    for line in result.get("log", "").splitlines():
        if "grade by hand" in line:
            warn(line.removeprefix("[WARNING] "))
    made = DRAFTS / name / f"{name}.ipynb"
    target = folder / name / made.name
    # on Windows nbgrader writes CRLF, but a release is the same everywhere
    content = made.read_bytes().replace(b"\r\n", b"\n")
    if not target.exists() or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return target
