"""nbgrader's configuration: solutions/ is its source, exercises/ its release, class/ holds a real
class.

The environment variable CLASS_FOLDER names another folder for a class, inside the course or
outside it, so that the sample class in _build/sample never mixes with a real one.
"""

import os
from pathlib import Path

import nbgrader_isolated

root = Path(__file__).resolve().parent
class_folder = root / Path(os.environ.get("CLASS_FOLDER") or "class").expanduser()
# SQLite makes its file but not the folder; the exchange must be writable by every student.
class_folder.mkdir(parents=True, exist_ok=True)
exchange = class_folder / "exchange"
if not exchange.exists():
    exchange.mkdir()
    exchange.chmod(0o777)

c = get_config()  # noqa: F821

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

c.Exchange.root = str(exchange)
# what zip_collect takes from a learning platform lies with the class: class/downloaded/SET/archive
c.ZipCollectApp.collect_directory_structure = str(
    class_folder / "{downloaded}" / "{assignment_id}" / "{collect_step}"
)

nbgrader_isolated.configure(c)
c.IsolatedExecute.cell_seconds = 10  # the slowest honest cell needs less than one

# other users of the machine cannot read what a kernel is sent
c.KernelManager.transport_encryption = "auto"

c.ExportPlugin.to = str(class_folder / "grades.csv")
