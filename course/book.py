"""Build the book with Jupyter Book, every warning an error, and show how far it is."""

import os
import subprocess
import sys
import threading
from pathlib import Path

from rich.console import Console

from . import repository
from .errors import CourseError
from .progress import Steps

# What course.sphinx_extension tells on Jupyter Book's standard output, one line each.
MARK = "\x1ecourse "
READ, WRITE, DONE = "read", "write", "done"
TITLES = {READ: "Running the pages", WRITE: "Writing the pages"}


def tell(what: str, number: int | str = "") -> None:
    """Tell the ``build`` that started this Jupyter Book how far it is; nothing if none did.

    Parameters
    ----------
    what : str
        ``READ`` or ``WRITE``, when such a step begins; ``DONE``, for each page.
    number : int, optional
        How many pages the step has.
    """
    if os.environ.get("COURSE_TELLS"):
        print(f"{MARK}{what} {number}", flush=True)


def build(root: Path, console: Console) -> Path:
    """Build the book into ``_build/html`` and return the path of its first page.

    Parameters
    ----------
    root : Path
        The course's folder.
    console : rich.console.Console
        Where progress, warnings and errors are shown.

    Raises
    ------
    CourseError
        If Jupyter Book fails or warns, or if ``_config.yml`` does not name the public repository.
    """
    repository.configured(root)
    environment = {
        # the footer shows the year of the build's clock, which is not the content's
        "SOURCE_DATE_EPOCH": "1792800000",
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")])),
        # a page draws and computes; its kernel needs no debugger, which would warn
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONIOENCODING": "utf-8",
        "COURSE_TELLS": "yes",
    }
    command = [
        Path(sys.executable).with_name("jupyter-book"),
        "build",
        "-W",
        "--keep-going",
        "--quiet",
        str(root),
    ]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    with (
        Steps(console, "Starting Jupyter Book") as steps,
        subprocess.Popen(command, env=environment, errors="replace", **streams) as process,
    ):
        heard = threading.Thread(target=_warnings, args=(process.stderr, steps))
        heard.start()
        _follow(process.stdout, steps)
        heard.join()
    if process.returncode:
        # so that the next build reads again what warned, and does not find the book in order
        (root / "_build" / ".doctrees" / "environment.pickle").unlink(missing_ok=True)
        raise CourseError(
            "The book was not built: mend what Jupyter Book says above, then run 'make book' again."
        )
    return root / "_build" / "html" / "index.html"


def _follow(lines, steps):
    """What else Jupyter Book says there is where the book lies, which the command says itself."""
    for line in lines:
        if line.startswith(MARK):
            what, _, number = line.removeprefix(MARK).strip().partition(" ")
            if what == DONE:
                steps.advance()
            elif number != "0":
                steps.begin(TITLES[what], int(number))


def _warnings(lines, steps):
    for line in lines:
        steps.say(line.rstrip())
