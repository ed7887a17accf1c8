"""Columns of the export: which one the points of a graded cell go to."""

from collections import Counter
from collections.abc import Collection
from typing import Any

Key = tuple[str, str]  # names of a notebook and of its cell


def columns(notebooks: Collection[Any], taken: Collection[str] = ()) -> dict[Key, str]:
    """Return the column of each graded cell of an assignment, notebook by notebook.

    A cell TASK-PART belongs to TASK where TASK is the name of an answer cell in its notebook; any
    other has a column of its own. A name that two notebooks have, or that is ``taken``, is
    written NOTEBOOK:TASK.

    Parameters
    ----------
    notebooks
        the assignment's, from the gradebook
    taken
        names of the export's other columns
    """
    found: dict[Key, str] = {}
    for notebook in notebooks:
        answers = {cell.name for cell in notebook.solution_cells}
        found |= {(notebook.name, name): task(name, answers) for name in _graded(notebook)}
    owners = Counter(column for _, column in {(key[0], column) for key, column in found.items()})
    return {
        key: f"{key[0]}:{column}" if owners[column] > 1 or column in taken else column
        for key, column in found.items()
    }


def task(name: str, answers: Collection[str]) -> str:
    """Return the name of the answer cell that a graded cell is a part of, or its own name."""
    whole = name
    while whole not in answers and "-" in whole:
        whole = whole.rpartition("-")[0]
    return whole if whole in answers else name


def _graded(notebook: Any) -> list[str]:
    """Return the names of a notebook's graded cells, in its order."""
    order = {cell.name: position for position, cell in enumerate(notebook.source_cells)}
    names = [cell.name for cell in [*notebook.grade_cells, *notebook.task_cells]]
    return sorted(names, key=lambda name: order.get(name, len(order)))
