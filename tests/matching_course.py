"""A tiny course whose submissions students cut, move, retype and strip of their metadata.

Its notebooks run in this process, as nbgrader runs them: top to bottom, in one namespace.
"""

import contextlib
import io
import itertools
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader import utils

from nbgrader_isolated import matching
from nbgrader_isolated.originals import Kind

UNSOLVED = "    # YOUR CODE HERE\n    raise NotImplementedError()"
Cells = list[tuple[str, str, str, str]]
# kind, grade_id, released text, text with solution or hidden tests
CELLS: Cells = [
    ("text", "intro", "# Three small tasks\n\nAnswer each of them in the cell below it.", ""),
    (
        "set-up",
        "setup",
        "import math\n\nSCALE = 10\n\n\ndef close(got, want):\n    return abs(got - want) < 1e-9",
        "",
    ),
    ("text", "double-question", "## 1. Double\n\nWrite `double(x)`: twice its argument.", ""),
    (
        "answer",
        "double",
        f'def double(x):\n    """Twice its argument."""\n{UNSOLVED}',
        "def double(x):\n    return 2 * x",
    ),
    (
        "test",
        "double-test",
        "assert close(double(2), 4)",
        "### BEGIN HIDDEN TESTS\nassert close(double(-3), -6)\n### END HIDDEN TESTS",
    ),
    ("set-up", "table", "ROWS = [1, 2, 3]\nWEIGHTS = [0.5, 0.25, 0.25]", ""),
    ("text", "area-question", "## 2. Area\n\nWrite `area(r)` and `edge(r)` of a circle.", ""),
    (
        "answer",
        "area",
        f'def area(r):\n    """Area of a circle."""\n{UNSOLVED}\n\n\n'
        f'def edge(r):\n    """Its edge."""\n{UNSOLVED}',
        "def area(r):\n    return math.pi * r**2\n\n\ndef edge(r):\n    return 2 * math.pi * r",
    ),
    ("test", "area-area", "assert close(area(1), math.pi)", ""),
    ("test", "area-edge", "assert close(edge(1), 2 * math.pi)", ""),
    ("text", "mean-question", "## 3. Mean\n\nAssign the mean of ROWS to `mean`.", ""),
    ("answer", "mean", "# YOUR CODE HERE\nraise NotImplementedError()", "mean = sum(ROWS) / 3"),
    ("test", "mean-test", "assert close(mean, 2)", ""),
    ("text", "memo-question", "## 4. Memo\n\nWhat did you find?", ""),
    ("answer", "memo", "YOUR ANSWER HERE", "Two is the mean."),
]
FLAGS = {
    "text": {"grade": False, "solution": False, "locked": True},
    "set-up": {"grade": False, "solution": False, "locked": True},
    "answer": {"grade": False, "solution": True, "locked": False},
    "test": {"grade": True, "solution": False, "locked": True, "points": 1},
    "task": {"grade": False, "solution": False, "locked": True, "points": 3},
}
TESTS = [name for kind, name, _, _ in CELLS if kind == "test"]
BOUND = ["double", "area", "edge", "mean"]  # what the answers bind
ANSWERS = ["double", "area", "mean", "memo"]
BY_HAND = ["memo", "use"]  # answers that are graded by hand


def cell(kind: str, name: str, source: str) -> NotebookNode:
    """A released cell; its id is not its ``grade_id``. A free one has no metadata."""
    is_text = kind in ("text", "task", "free") or name == "memo"
    make = nbformat.v4.new_markdown_cell if is_text else nbformat.v4.new_code_cell
    made = make(source, id=f"id-{name}")
    if kind != "free":
        about = FLAGS[kind] | {"grade_id": name, "schema_version": 3, "cell_type": made.cell_type}
        by_hand = {"grade": True, "points": 2} if name in BY_HAND else {}
        made.metadata = nbformat.from_dict({"nbgrader": {"task": kind == "task"} | about | by_hand})
    return made


def released(cells: Cells = CELLS) -> NotebookNode:
    """The notebook that students get."""
    return nbformat.v4.new_notebook(cells=[cell(kind, name, text) for kind, name, text, _ in cells])


def solved(cells: Cells = CELLS) -> NotebookNode:
    """The notebook of a student who answers all."""
    nb = released(cells)
    for kind, name, _, solution in cells:
        if kind == "answer":
            find(nb, name).source = solution
    return nb


def find(nb: NotebookNode, name: str) -> NotebookNode:
    """A notebook's cell of this ``grade_id``."""
    return next(c for c in nb.cells if (c.metadata.get("nbgrader") or {}).get("grade_id") == name)


def solution(name: str) -> str:
    """The text of a right answer."""
    return next(text for _, found, _, text in CELLS if found == name)


def stub(name: str) -> str:
    """The released text of an answer."""
    return next(text for _, found, text, _ in CELLS if found == name)


def own(*sources: str) -> list[NotebookNode]:
    """Code cells of a student's own."""
    return [nbformat.v4.new_code_cell(source) for source in sources]


def strip(nb: NotebookNode, keep_ids: bool = False) -> NotebookNode:
    """Take all nbgrader metadata from a notebook, as some editors do."""
    for number, c in enumerate(nb.cells):
        c.metadata = nbformat.from_dict({})
        if not keep_ids:
            c["id"] = f"other-{number}"
    return nb


def originals(
    cells: Cells = CELLS,
    with_source: bool = True,
    gradebook_order: Callable[[list[Any]], list[Any]] = list,
) -> matching.Originals:
    """The instructor's cells as the gradebook has them, and as the source notebook does."""
    nb, source = released(cells), released(cells)
    for kind, name, text, more in cells:
        if kind == "answer":
            find(source, name).source = more
        elif more:
            find(nb, name).source = find(source, name).source = f"{text}\n{more}"
    saved = [c for c in nb.cells if c.metadata]
    for c in saved:
        c.metadata.nbgrader.checksum = utils.compute_checksum(c)
    rows = [
        SimpleNamespace(
            name=c.metadata.nbgrader.grade_id,
            cell_type=c.cell_type,
            source=c.source,
            locked=utils.is_locked(c),
            checksum=c.metadata.nbgrader.checksum,
            max_score=c.metadata.nbgrader.get("points", 0),
            about=c.metadata.nbgrader,
        )
        for c in saved
    ]
    notebook = SimpleNamespace(
        source_cells=gradebook_order(rows),
        grade_cells=[row for row in rows if row.about.grade],
        solution_cells=[row for row in rows if row.about.solution],
        task_cells=[row for row in rows if row.about.task],
    )
    return matching.originals_of(notebook, source if with_source else None)


def restored(nb: NotebookNode, ours: matching.Originals | None = None) -> matching.Restored:
    """A submission as it is graded."""
    return matching.restore(nbformat.from_dict(nb), ours or originals())


def code(found: matching.Restored) -> list[str]:
    """Texts of the code cells to grade."""
    return [c.source for c in found.notebook.cells if c.cell_type == "code"]


def run(nb: NotebookNode, tests: dict[int, str]) -> dict[str, bool]:
    """Run a notebook's code from top to bottom; which of the cells that are tests ended well."""
    names: dict[str, Any] = {}
    passed = {}
    for position, c in enumerate(nb.cells):
        if c.cell_type == "code":
            ended = ends_well(c.source, names)
            if position in tests:
                passed[tests[position]] = ended
    return passed


def ends_well(source: str, names: dict[str, Any]) -> bool:
    """Run a cell; whether it raises nothing."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(source, names)
    except Exception:
        return False
    return True


def graded(nb: NotebookNode, ours: matching.Originals | None = None) -> dict[str, bool]:
    """Which test cells pass in the restored notebook, where each gets from the student's cells
    before it what the answers bind, and all else from the instructor's set-up cells.
    """
    made = restored(nb, ours).notebook
    about = [c.metadata.get("nbgrader", {}) for c in made.cells]
    found = [a["grade_id"] for a in about if a.get("grade_id") in TESTS]
    assert sorted(found) == sorted(TESTS)
    ours = ours or originals()
    students: dict[str, Any] = {}
    passed = {}
    for c, name in zip(made.cells, (a.get("grade_id") for a in about), strict=True):
        if name in TESTS:
            examiners = set_up_for(name, ours)
            examiners |= {asked: students[asked] for asked in BOUND if asked in students}
            passed[name] = ends_well(c.source, examiners)
        elif c.cell_type == "code":
            ends_well(c.source, students)
    return passed


def set_up_for(test: str, ours: matching.Originals) -> dict[str, Any]:
    """What the examiner's set-up cells have bound before a test."""
    names: dict[str, Any] = {}
    for original in itertools.takewhile(lambda cell: cell.name != test, ours.cells.values()):
        if original.kind is Kind.SET_UP:
            ends_well(original.source, names)
    return names


def under_stock(nb: NotebookNode, ours: matching.Originals | None = None) -> dict[str, bool]:
    """Which test cells pass under stock nbgrader, which overwrites locked cells where they stand
    and stops at one that is doubled.
    """
    nb, ours, tests = nbformat.from_dict(nb), ours or originals(), {}
    names = [(c.metadata.get("nbgrader") or {}).get("grade_id") for c in nb.cells]
    known = [name for name in names if name in ours.cells]
    if len(set(known)) < len(known):
        return dict.fromkeys(TESTS, False)
    for position, (c, name) in enumerate(zip(nb.cells, names, strict=True)):
        original = ours.cells.get(name)
        if original and original.about["locked"]:
            c.source = original.source
        if name in TESTS:
            tests[position] = name
    return dict.fromkeys(TESTS, False) | run(nb, tests)
