"""Idioms of real courses' test cells, graded in isolation and by stock nbgrader.

A script in idioms/ is an instructor's notebook with answers to try. Its first line names the idiom;
``# needs: MODULE`` the module without which it is left out. A cell begins with ``# %%`` and its
role: ``set-up`` (locked), ``free`` (neither locked nor graded), ``answer`` (the reference
solution), ``tests`` (and its points), ``file`` and a name (no cell: a file beside the notebook).
Cells of any other role stand for the answer before them, in the submission of that name.
``scores.csv`` has the scores of each submission's test cells: what stock nbgrader gave, what
isolated grading gives, and why if they differ; ``hand`` is a cell that waits for a grade by hand,
``stops`` one at which stock nbgrader gives up the submission.
"""

import csv
import re
import tempfile
from importlib.util import find_spec
from pathlib import Path

import nbformat
from nbgrader.preprocessors import Execute
from nbgrader.utils import determine_grade

from nbgrader_isolated import coordinator, plan, workers
from nbgrader_isolated.autograded import scored
from nbgrader_isolated.reference import cells_of, plan_of
from nbgrader_isolated.results import CellResult

FOLDER = Path(__file__).parent / "idioms"
SCORES = FOLDER.parent / "scores.csv"
FLAGS = {
    "set-up": {"grade": False, "solution": False, "locked": True},
    "free": None,
    "answer": {"grade": False, "solution": True, "locked": False},
    "tests": {"grade": True, "solution": False, "locked": True},
}


def idioms():
    """Names of the scripts that this environment can run."""
    needs = {
        path.stem: re.search(r"^# needs: (\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        for path in sorted(FOLDER.glob("*.py"))
    }
    return [name for name, module in needs.items() if module is None or find_spec(module[1])]


def _parts(name: str) -> list[tuple[str, str, str]]:
    """Role, points or file name, and text of each part of an idiom's script."""
    parts = re.split(
        r"^# %% ([\w-]+)(?: (\S+))?\n",
        (FOLDER / f"{name}.py").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )[1:]
    return list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))


def files_beside(name: str) -> dict[str, bytes]:
    """Files beside an idiom's notebooks, by name."""
    return {file: text.encode() for role, file, text in _parts(name) if role == "file"}


def submissions(name):
    """An idiom's notebooks by submission; ``solution`` is the instructor's own."""
    cells = [part for part in _parts(name) if part[0] != "file"]
    found = {}
    for submission in dict.fromkeys(
        ["solution", *(role for role, _, _ in cells if role not in FLAGS)]
    ):
        notebook = nbformat.v4.new_notebook(
            metadata={
                "kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}
            }
        )
        for role, points, source in cells:
            if role in FLAGS:
                notebook.cells.append(_cell(len(notebook.cells), role, points, source))
            elif role == submission:
                notebook.cells[-1].source = source.strip()
        found[submission] = notebook
    return found


def _cell(position, role, points, source):
    cell = nbformat.v4.new_code_cell(source.strip(), id=f"cell-{position}")
    if FLAGS[role]:
        cell.metadata["nbgrader"] = FLAGS[role] | {
            "grade_id": f"{role}-{position}",
            "schema_version": 3,
            "cell_type": "code",
        }
        if role == "tests":
            cell.metadata["nbgrader"]["points"] = int(points or 1)
    return cell


def under_stock(notebook, files):
    """Score the test cells of a notebook that stock nbgrader runs in a kernel, beside files.

    Returns the scores as scores.csv writes them.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        resources = {"metadata": {"path": folder}}
        notebook, _ = Execute().preprocess(nbformat.from_dict(notebook), resources)
    return " ".join(_grade(cell) for cell in notebook.cells if plan.role(cell) == "tests")


def measured(name, tier):
    """Scores of an idiom's submissions under isolated grading, as scores.csv writes them."""
    notebooks, files = submissions(name), files_beside(name)
    made, refused = plan_of(notebooks["solution"], {}, tier, files)
    return {
        submission: " ".join(_isolated(notebook, made, refused, tier, list(files.items())))
        for submission, notebook in notebooks.items()
    }


def _isolated(notebook, made, refused, tier, files):
    cells = cells_of(notebook)
    tests = coordinator.run(
        workers.server(), tier, cells, made, {}, files=files, examiner_files=files
    ).tests
    lost = CellResult(outputs=[{"output_type": "error"}])
    for cell in notebook.cells:
        if plan.role(cell) == "tests":
            test = tests.get(plan.grade_id(cell), lost)
            cell.outputs = [
                nbformat.from_dict(output) for output in scored(test, cell.metadata.nbgrader.points)
            ]
            yield "hand" if plan.grade_id(cell) in refused else _grade(cell)


def _grade(cell):
    try:
        return f"{determine_grade(cell)[0]:g}"
    except ValueError:
        return "stops"


def written():
    """The rows of scores.csv by idiom and submission."""
    with open(SCORES, newline="", encoding="utf-8") as file:
        return {(row["idiom"], row["submission"]): row for row in csv.DictReader(file)}


def keep(rows):
    """Write scores.csv."""
    with open(SCORES, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(
            file, ["idiom", "submission", "stock", "isolated", "reason"], lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(rows[key] for key in sorted(rows))
