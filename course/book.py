"""Build the book with Jupyter Book, every warning an error."""

import os
import subprocess
import sys
from pathlib import Path

from .errors import CourseError


def build(root):
    """Build the book of the course at ``root`` and return the path of its first page.

    The book goes into ``_build/html``. Raises CourseError if Jupyter Book fails or warns; what it
    said is on the terminal.
    """
    environment = {
        # the footer shows the year of the build's clock, which is not the content's
        "SOURCE_DATE_EPOCH": "1792800000",
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")])),
        # a page draws and computes; its kernel needs no debugger, which would warn
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    command = [
        Path(sys.executable).with_name("jupyter-book"),
        "build",
        "-W",
        "--keep-going",
        "--quiet",
        str(root),
    ]
    if subprocess.run(command, env=environment).returncode:
        raise CourseError(
            "The book was not built: mend what Jupyter Book says above, then run 'make book' again."
        )
    return root / "_build" / "html" / "index.html"
