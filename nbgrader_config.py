"""nbgrader's configuration: solutions/ is its source, exercises/ its release, class/ holds a real
class.

Two environment variables name other folders. CLASS_FOLDER: one for a class, inside the course or
outside it, so that the sample class in _build/sample never mixes with a real one. EXCHANGE_FOLDER:
the exchange, outside the course; without it nbgrader's own, /usr/local/share/nbgrader/exchange.
"""

import contextlib
import os
import stat
from pathlib import Path

import nbgrader_isolated

root = Path(__file__).resolve().parent
class_folder = root / Path(os.environ.get("CLASS_FOLDER") or "class").expanduser()
# SQLite makes its file but not the folder
class_folder.mkdir(parents=True, exist_ok=True)


def close(folder: Path) -> None:
    """Keep other users of this machine out of a folder, whatever the umask that made it.

    Its group stays where the setgid bit says that the folder is shared with it.
    """
    mode = stat.S_IMODE(folder.stat().st_mode)
    others = 0o007 if mode & stat.S_ISGID else 0o077
    if mode & others:
        with contextlib.suppress(PermissionError):  # somebody else's folder
            folder.chmod(mode & ~others)


def open_exchange(folder: Path) -> None:
    """Make the exchange where there is none: all may hand in, nobody may replace what is there."""
    for missing in [f for f in reversed([folder, *folder.parents]) if not f.exists()]:
        missing.mkdir()
        missing.chmod(0o1777 if missing == folder else 0o755)


# what holds solutions, hidden tests, submissions or grades
for private in (class_folder, *(root / name for name in ("solutions", "tests", ".git"))):
    if private.is_dir():
        close(private)

c = get_config()  # noqa: F821

if os.environ.get("EXCHANGE_FOLDER"):
    exchange = Path(os.environ["EXCHANGE_FOLDER"]).expanduser().resolve()
    for ours in (root, class_folder.resolve()):
        if exchange.is_relative_to(ours) or ours.is_relative_to(exchange):
            # not an Exception, which nbgrader logs before it goes on without this configuration
            raise SystemExit(
                f"EXCHANGE_FOLDER is {exchange}. Students walk into it, and must not walk into "
                f"{ours}: name a folder that lies neither inside nor around that one."
            )
    open_exchange(exchange)
    c.Exchange.root = str(exchange)

c.CourseDirectory.course_id = "price_of_intelligence"
c.CourseDirectory.root = str(root)
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
c.CourseDirectory.submitted_directory = str(class_folder / "submitted")
c.CourseDirectory.autograded_directory = str(class_folder / "autograded")
c.CourseDirectory.feedback_directory = str(class_folder / "feedback")
c.CourseDirectory.db_url = f"sqlite:///{class_folder / 'gradebook.db'}"
# Scripts and known answers hold the answers: never copy them into a release.
c.CourseDirectory.ignore = [
    "*.py",
    "*.pyc",
    "known_answers",
    "__pycache__",
    ".ipynb_checkpoints",
    ".DS_Store",
]

# what zip_collect takes from a learning platform lies with the class: class/downloaded/SET/archive
c.ZipCollectApp.collect_directory_structure = str(
    class_folder / "{downloaded}" / "{assignment_id}" / "{collect_step}"
)

nbgrader_isolated.configure(c)
c.IsolatedExecute.cell_seconds = 10  # the slowest honest cell needs less than one

# other users of the machine cannot read what a kernel is sent
c.KernelManager.transport_encryption = "auto"

c.ExportPlugin.to = str(class_folder / "grades.csv")
