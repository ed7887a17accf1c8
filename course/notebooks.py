"""Instructors' notebooks: percent scripts in ``solutions/``, built into ``.ipynb`` for nbgrader."""

import ast
import json
import os
import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import jupytext
import nbformat
from nbformat import NotebookNode

from . import ROOT
from .errors import CourseError

SOLUTIONS = ROOT / "solutions"
CHECKS = SOLUTIONS / "checks.py"
INCLUDE = re.compile(r"^# include: (.+)$", re.MULTILINE)
BETWEEN = "\n\n\n"  # what the formatter puts between functions
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}

Kind = Literal["answer", "tests", "manual", "task", "locked", "free"]


def assignments() -> list[str]:
    """List the names of all problem sets in alphabetical order."""
    return sorted(path.stem for path in SOLUTIONS.glob("*/*.py") if path.stem == path.parent.name)


def script(name: str) -> Path:
    """Return the path of a problem set's script.

    Raises
    ------
    CourseError
        If there is no such problem set.
    """
    if name not in assignments():
        raise CourseError(
            f"There is no problem set {name!r}. Choose one of: {', '.join(assignments())}."
        )
    return SOLUTIONS / name / f"{name}.py"


def read(path: Path) -> NotebookNode:
    """Read a percent script as a notebook, with the shared functions that it includes filled in.

    Each cell's id is its ``grade_id`` or comes from its position, so it is the same every time.
    """
    notebook: NotebookNode = jupytext.reads(
        expanded(path.read_text(encoding="utf-8")), fmt="py:percent"
    )
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for position, cell in enumerate(notebook.cells):
        cell.metadata.pop("lines_to_next_cell", None)
        cell.id = grade_id(cell) or f"cell-{position}"
    return notebook


@cache
def helpers() -> dict[str, str]:
    """Return the source of each function in ``solutions/checks.py`` by name."""
    text = CHECKS.read_text(encoding="utf-8")
    return {
        part.name: ast.get_source_segment(text, part) or ""
        for part in ast.parse(text).body
        if isinstance(part, ast.FunctionDef)
    }


def expanded(text: str) -> str:
    """Replace each ``# include:`` line of a script with the functions that it names.

    Raises
    ------
    CourseError
        If ``solutions/checks.py`` does not define one of them.
    """

    def functions(line: re.Match[str]) -> str:
        names = line[1].split(", ")
        unknown = [name for name in names if name not in helpers()]
        if unknown:
            raise CourseError(
                f"'{line[0]}': solutions/checks.py does not define {', '.join(unknown)}."
            )
        return BETWEEN.join(helpers()[name] for name in names)

    return INCLUDE.sub(functions, text)


def folded(text: str) -> str:
    """Replace the shared functions in a script with ``# include:`` lines.

    This is the inverse of ``expanded``. A script holds the functions in full after its notebook is
    edited in JupyterLab.
    """
    for name, source in helpers().items():
        text = re.sub(rf"^{re.escape(source)}$", f"# include: {name}", text, flags=re.MULTILINE)
    return re.sub(rf"^# include: .+(?:{BETWEEN}# include: .+)+$", _joined, text, flags=re.MULTILINE)


def _joined(lines: re.Match[str]) -> str:
    return "# include: " + ", ".join(INCLUDE.findall(lines[0]))


def grade_id(cell: NotebookNode) -> str | None:
    """Return a cell's nbgrader ``grade_id``, or None if it has none."""
    found: str | None = cell.metadata.get("nbgrader", {}).get("grade_id")
    return found


def kind(cell: NotebookNode) -> Kind:
    """Return what a cell is to nbgrader.

    Returns
    -------
    {"answer", "tests", "manual", "task", "locked", "free"}
        ``manual`` is an answer graded by hand, ``free`` a cell that nbgrader ignores.
    """
    about = cell.metadata.get("nbgrader", {})
    if about.get("task"):
        return "task"
    if about.get("solution"):
        return "manual" if about.get("grade") else "answer"
    if about.get("grade"):
        return "tests"
    return "locked" if about.get("locked") else "free"


def build(name: str) -> Path:
    """Write ``solutions/NAME/NAME.ipynb`` from its script if the script has changed.

    Returns
    -------
    Path
        The notebook.

    Raises
    ------
    CourseError
        If the notebook was edited after the script: building it would lose the edit.
    """
    source = script(name)
    target = source.with_suffix(".ipynb")
    text = source.read_text(encoding="utf-8")
    if folded(text) != text:
        source.write_text(folded(text), encoding="utf-8", newline="\n")
    notebook = read(source)
    if target.exists():
        if _sources(nbformat.read(target, as_version=4)) == _sources(notebook):
            return target
        if target.stat().st_mtime > source.stat().st_mtime:
            raise CourseError(
                f"{target.relative_to(ROOT)} was edited after its script. Keep the edit with "
                f"'jupytext --sync {target.relative_to(ROOT)}', or delete the notebook to drop it, "
                f"then try again."
            )
    write(notebook, target)
    return target


def _sources(notebook: NotebookNode) -> list[tuple[str, str, object]]:
    return [(cell.cell_type, cell.source, cell.metadata.get("nbgrader")) for cell in notebook.cells]


def write(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook in nbformat's layout; if interrupted, the old file stays as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".ipynb.part")
    text = json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    draft.write_text(text, encoding="utf-8", newline="\n")
    os.replace(draft, path)


def reference(name: str) -> SimpleNamespace:
    """Run a problem set's set-up and answer cells and return what they define, as attributes."""
    namespace: dict[str, object] = {}
    for cell in read(script(name)).cells:
        if cell.cell_type == "code" and kind(cell) != "tests":
            exec(compile(cell.source, f"{name}/{cell.id}", "exec"), namespace)
    return SimpleNamespace(
        **{key: value for key, value in namespace.items() if not key.startswith("__")}
    )
