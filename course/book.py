"""Build the book with Jupyter Book, treat every warning as an error, and show progress."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console

from . import repository
from .errors import CourseError
from .progress import Steps

# course.sphinx_extension reports on Jupyter Book's standard output, in lines that begin with this.
MARK = "\x1ecourse "
READ, WRITE, DONE = "read", "write", "done"
TITLES = {READ: "Running the pages", WRITE: "Writing the pages"}


def tell(what: str, number: int | str = "") -> None:
    """Report progress to the ``build`` that started this Jupyter Book, if one did.

    Parameters
    ----------
    what : str
        ``READ`` or ``WRITE`` when that step begins, ``DONE`` after each page.
    number : int, optional
        How many pages the step has.
    """
    if os.environ.get("COURSE_TELLS"):
        print(f"{MARK}{what} {number}", flush=True)


def build(root: Path, console: Console) -> Path:
    """Build the book into ``_build/html``.

    Parameters
    ----------
    root : Path
        Folder of the course.
    console : Console
        Where progress, warnings and errors are shown.

    Returns
    -------
    Path
        The book's first page.

    Raises
    ------
    CourseError
        If Jupyter Book fails or warns, or ``_config.yml`` does not name the public repository.
    """
    repository.configured(root)
    environment = {
        # the footer would show the year in which the book was built, not the year of its content
        "SOURCE_DATE_EPOCH": "1792800000",
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")])),
        # the debugger in a page's kernel would warn, and no page needs it
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONIOENCODING": "utf-8",
        "COURSE_TELLS": "yes",
    }
    command: list[str | Path] = [
        Path(sys.executable).with_name("jupyter-book"),
        "build",
        "-W",
        "--keep-going",
        "--quiet",
        str(root),
    ]
    with (
        Steps(console, "Starting Jupyter Book") as steps,
        subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        ) as process,
    ):
        # Popen opens each stream that is a pipe, which its type cannot say
        assert process.stdout and process.stderr
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


def _follow(lines: Iterable[str], steps: Steps) -> None:
    """Show the progress that Jupyter Book reports on standard output, and nothing else."""
    # its other lines say where the book is, and the command says so too
    for line in lines:
        if line.startswith(MARK):
            what, _, number = line.removeprefix(MARK).strip().partition(" ")
            if what == DONE:
                steps.advance()
            elif number != "0":
                steps.begin(TITLES[what], int(number))


def _warnings(lines: Iterable[str], steps: Steps) -> None:
    for line in lines:
        steps.say(line.rstrip())
