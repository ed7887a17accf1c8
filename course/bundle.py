"""Make the student bundle, the part of the course that may be published.

It holds the built book, the student notebooks and their licences, without solutions or git history.
"""

import shutil
from pathlib import Path

from . import leaks, notebooks
from .errors import CourseError

README = """# The Price of Intelligence: student notebooks

A course on the economics of AI after DeepSeek. The book is in `docs/`: open `docs/index.html`.
The problem sets are in `exercises/`; each notebook opens alone and needs Python 3.11 or newer, \
numpy and matplotlib (`pip install -r requirements.txt`).
Hand in the notebook that you solved, under its own name, in the way that your instructor names.
"""
# Loose: students bring what they have, from Colab's versions on, which the tests try.
NEEDED = "numpy>=2.0.2\nmatplotlib>=3.10.0\n"
PLACEHOLDER = "https://github.com/example/"


def write(root: Path, target: Path) -> Path:
    """Write the student bundle, in place of any older one.

    Parameters
    ----------
    root : Path
        Folder of the course.
    target : Path
        Folder to write.

    Returns
    -------
    Path
        ``target``.

    Raises
    ------
    CourseError
        If the book is not built, or the bundle would reveal a line of a solution or hidden test.
    """
    site = root / "_build" / "html"
    if not (site / "index.html").exists():
        raise CourseError("The book is not built yet: run 'make book' first.")
    draft = target.with_name(target.name + ".part")
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(
        site, draft / "docs", ignore=shutil.ignore_patterns(".buildinfo", "objects.inv")
    )
    (draft / "docs" / ".nojekyll").touch()  # GitHub Pages would drop folders that begin with _
    for notebook in (root / "exercises").glob("*/*.ipynb"):
        (draft / "exercises" / notebook.parent.name).mkdir(parents=True)
        shutil.copy(notebook, draft / "exercises" / notebook.parent.name)
    shutil.copytree(root / "LICENSES", draft / "LICENSES")
    texts = {
        "requirements.txt": NEEDED,
        "runtime.txt": "python-3.12\n",  # Binder's own default is older than the pinned numpy
        "README.md": README,
    }
    for name, text in texts.items():
        (draft / name).write_text(text, encoding="utf-8", newline="\n")
    found = leaks.find(draft, leaks.secrets(*notebooks.assignments()))
    if found:
        path, line = found[0]
        raise CourseError(
            f"Nothing was published: {len(found)} lines of solutions stand in the bundle, the "
            f"first in {path}: {line!r}."
        )
    shutil.rmtree(target, ignore_errors=True)
    draft.rename(target)
    return target
