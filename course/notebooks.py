"""Instructors' notebooks: percent scripts in ``solutions/``, built into ``.ipynb`` for nbgrader."""

import ast
import json
import os
import re
from functools import cache
from types import SimpleNamespace

import jupytext
import nbformat

from . import ROOT
from .errors import CourseError

SOLUTIONS = ROOT / "solutions"
CHECKS = SOLUTIONS / "checks.py"
INCLUDE = re.compile(r"^# include: (.+)$", re.MULTILINE)
BETWEEN = "\n\n\n"  # functions, as the formatter sets them apart
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def assignments():
    """Names of all problem sets, in alphabetical order."""
    return sorted(path.stem for path in SOLUTIONS.glob("*/*.py") if path.stem == path.parent.name)


def script(name):
    """Path of a problem set's script. Raises CourseError for an unknown name."""
    if name not in assignments():
        raise CourseError(
            f"There is no problem set {name!r}. Choose one of: {', '.join(assignments())}."
        )
    return SOLUTIONS / name / f"{name}.py"


def read(path):
    """Read a percent script as a notebook, with its shared helpers put in.

    Cell ids come from ``grade_id`` or from the position, so they are the same every time.
    """
    notebook = jupytext.reads(expanded(path.read_text(encoding="utf-8")), fmt="py:percent")
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for position, cell in enumerate(notebook.cells):
        cell.metadata.pop("lines_to_next_cell", None)
        cell.id = grade_id(cell) or f"cell-{position}"
    return notebook


@cache
def helpers():
    """Source of each function in ``solutions/checks.py``, by name."""
    text = CHECKS.read_text(encoding="utf-8")
    return {
        part.name: ast.get_source_segment(text, part)
        for part in ast.parse(text).body
        if isinstance(part, ast.FunctionDef)
    }


def expanded(text):
    """A script with the functions that its ``# include:`` lines name in their place.

    Raises CourseError for a name that ``solutions/checks.py`` does not define.
    """

    def functions(line):
        names = line[1].split(", ")
        unknown = [name for name in names if name not in helpers()]
        if unknown:
            raise CourseError(
                f"'{line[0]}': solutions/checks.py does not define {', '.join(unknown)}."
            )
        return BETWEEN.join(helpers()[name] for name in names)

    return INCLUDE.sub(functions, text)


def folded(text):
    """Put ``# include:`` lines back for the shared functions that a script has in full.

    It has them after an edit of the notebook in JupyterLab.
    """
    for name, source in helpers().items():
        text = re.sub(rf"^{re.escape(source)}$", f"# include: {name}", text, flags=re.MULTILINE)
    return re.sub(rf"^# include: .+(?:{BETWEEN}# include: .+)+$", _joined, text, flags=re.MULTILINE)


def _joined(lines):
    return "# include: " + ", ".join(INCLUDE.findall(lines[0]))


def grade_id(cell):
    """The cell's nbgrader ``grade_id``, or None."""
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def kind(cell):
    """Say what nbgrader takes the cell for.

    Returns ``answer``, ``tests``, ``manual`` (an answer graded by hand), ``task``, ``locked`` or
    ``free``.
    """
    about = cell.metadata.get("nbgrader", {})
    if about.get("task"):
        return "task"
    if about.get("solution"):
        return "manual" if about.get("grade") else "answer"
    if about.get("grade"):
        return "tests"
    return "locked" if about.get("locked") else "free"


def build(name):
    """Write ``solutions/NAME/NAME.ipynb`` from its script if the script has changed.

    Returns the notebook's path.

    Raises CourseError if somebody edited the notebook after the script, so that the edit isn't
    lost.
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


def _sources(notebook):
    return [(cell.cell_type, cell.source, cell.metadata.get("nbgrader")) for cell in notebook.cells]


def write(notebook, path):
    """Write a notebook in nbformat's own layout, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".ipynb.part")
    text = json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    draft.write_text(text, encoding="utf-8", newline="\n")
    os.replace(draft, path)


def reference(name):
    """What the script's set-up and answer cells define, by name; test cells are not run."""
    namespace = {}
    for cell in read(script(name)).cells:
        if cell.cell_type == "code" and kind(cell) != "tests":
            exec(compile(cell.source, f"{name}/{cell.id}", "exec"), namespace)
    return SimpleNamespace(
        **{key: value for key, value in namespace.items() if not key.startswith("__")}
    )
