"""Release a problem set: nbgrader makes the student notebook from the instructor's.

It reads the one in ``solutions/`` and writes the other into ``exercises/``.
"""

from . import ROOT, notebooks
from .errors import CourseError

EXERCISES = ROOT / "exercises"
DRAFTS = ROOT / "_build" / "release"


def generate(name, api, folder):
    """Generate the student notebook of ``name`` into ``folder``.

    The gradebook of ``api`` is told its cells and points. Raises CourseError with nbgrader's own
    reason if it refuses. An existing release is replaced only by a whole new one.
    """
    notebooks.build(name)
    # nbgrader deletes the old release before it makes the new one: let it work elsewhere
    api.coursedir.release_directory = str(DRAFTS)
    result = api.generate_assignment(name, force=True, create=True)
    if not result["success"]:
        raise CourseError(f"nbgrader could not release {name}:\n{result['error'] or result['log']}")
    made = DRAFTS / name / f"{name}.ipynb"
    target = folder / name / made.name
    # on Windows nbgrader writes that system's line ends; a release is the same everywhere
    content = made.read_bytes().replace(b"\r\n", b"\n")
    if not target.exists() or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return target
