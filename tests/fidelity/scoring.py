"""Score answers with the course's own isolated grader.

It runs student's code and tests in separate, contained processes. Starting these costs more than
the tests of one answer: answers to the same task share them where none can touch another.
"""

from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import NamedTuple

import nbformat
from nbgrader.utils import determine_grade

from course import notebooks
from nbgrader_isolated import autograded, coordinator, reference, workers

# seconds as in nbgrader_config.py; a process for each test cell of a run
LIMITS = {
    "cell_seconds": 10,
    "processes": 200,
}
TOGETHER = 24  # test cells of one run: each holds a process of its own
# what nbgrader's metadata say; all else is a student's
ROLES = {
    "tests": {"grade": True, "locked": True},
    "locked": {"locked": True},
}


class Cell(NamedTuple):
    """A code cell: its grade_id, its kind (see course.notebooks.kind), its points and its code."""

    name: str
    kind: str
    points: float
    source: str


def cells(path):
    """The code cells of a problem set's percent script."""
    return [
        Cell(
            cell.id,
            notebooks.kind(cell),
            cell.metadata.get("nbgrader", {}).get("points", 0),
            cell.source,
        )
        for cell in notebooks.read(path).cells
        if cell.cell_type == "code"
    ]


def task_of(test):
    """The task that a test cell belongs to."""
    return test.partition("-")[0]


def answered(sheet, task, source):
    """The cells with another answer to one task."""
    return [
        cell._replace(source=source) if cell.name == task and cell.kind == "answer" else cell
        for cell in sheet
    ]


def in_threads(jobs, workers=2):
    """Call functions without arguments, some at a time.

    Yields (position, what the function returned) as they end.
    """
    with ThreadPoolExecutor(workers) as pool:
        futures = {pool.submit(job): position for position, job in enumerate(jobs)}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        finally:
            pool.shutdown(cancel_futures=True)


class Grader:
    """The isolated grader, with the plan that it makes of a problem set's cells."""

    def __init__(self, sheet):
        self.sheet, self.tier, self.server = sheet, workers.tier(), workers.server()
        if self.tier is None:
            raise workers.GraderFaultError(
                "this machine cannot contain a process: Linux with user namespaces or Landlock is "
                "needed"
            )
        self.plan, _ = reference.plan_of(
            nbformat.v4.new_notebook(cells=list(map(_noted, sheet))), LIMITS, self.tier
        )

    def score(self, sheet):
        """Points by test cell of a notebook."""
        (points,), _ = self._run(sheet)
        return points

    def score_answers(self, task, sources):
        """Score several answers to a task in one run.

        Returns the points of the task's test cells for each answer. The run is the cells before the
        task, then answer and tests, again and again. The answers must bind the same names and touch
        no other cell. If a cell fails to define these, each answer gets a run of its own.
        """
        own = [
            position
            for position, cell in enumerate(self.sheet)
            if task_of(cell.name) == task and cell.kind in ("answer", "tests")
        ]
        before = [cell for cell in self.sheet[: own[0]] if cell.kind != "tests"]
        part = [
            cell
            for cell in self.sheet[own[0] : own[-1] + 1]
            if cell.kind != "tests" or task_of(cell.name) == task
        ]
        (_, *points), smooth = self._run(
            before, *[answered(part, task, source) for source in sources]
        )
        if smooth or len(sources) == 1:
            return points
        return [self.score_answers(task, [source])[0] for source in sources]

    def _run(self, *parts):
        """Run the parts of a notebook.

        Returns points by test cell of each, and whether all that is no test ran without an error.
        """
        told = reference.cells_of(
            nbformat.v4.new_notebook(cells=[_noted(cell) for part in parts for cell in part])
        )
        run = coordinator.run(self.server, self.tier, told, self.plan, LIMITS)
        keys = iter(coordinator.keys(told))
        points = [
            {
                cell.name: _points(cell, run.tests.get(key))
                # each part takes as many keys as it has cells, and leaves the rest
                for cell, key in zip(part, keys, strict=False)
                if cell.kind == "tests"
            }
            for part in parts
        ]
        return points, not run.left_out and not any(
            output["output_type"] == "error" for said in run.cells.values() for output in said
        )


def _noted(cell, outputs=()):
    """A cell as nbgrader reads it."""
    about = ROLES.get(cell.kind, {"solution": True}) | {
        "grade_id": cell.name,
        "points": cell.points,
    }
    return nbformat.v4.new_code_cell(
        cell.source, metadata={"nbgrader": about}, outputs=list(outputs)
    )


def _points(cell, result):
    """What nbgrader makes of the result of a test cell."""
    if result is None:
        return 0
    return determine_grade(
        _noted(cell, map(nbformat.from_dict, autograded.scored(result, cell.points)))
    )[0]
