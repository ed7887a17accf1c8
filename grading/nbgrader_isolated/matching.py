"""A submission's notebook made into the instructor's again, with the student's answers in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from logging import Logger
from typing import Any

import nbformat
from nbformat import NotebookNode

from . import cleaning
from .originals import Kind, Original, Originals, key, originals_of
from .placing import Arrangement, Placed
from .recognition import Cell, Match, Matching, cells_in

__all__ = ["Match", "Original", "Originals", "Restored", "originals_of", "restore"]

ELSEWHERE = "The answer to this task stands in another cell."
GONE = "This cell is missing from the submission."


@dataclass(frozen=True)
class Restored:
    """A notebook to grade, and how a submission's cells were found.

    Attributes
    ----------
    notebook : NotebookNode
        The instructor's cells, each once, and the student's.
    matches : mapping of str to Match
        By ``grade_id``, how a cell was found; of an answer cell, how its answer was.
    answered : frozenset of str
        Answer cells and tasks with more of an answer than was released, anywhere.
    late : frozenset of str
        Those of them whose answer stands after the test that asks for it.
    missing : frozenset of str
        Answer cells that were not found.
    unsure : frozenset of str
        Those of them that are graded by hand, and may stand in the submission unrecognised.
    """

    notebook: NotebookNode
    matches: Mapping[str, Match]
    answered: frozenset[str]
    late: frozenset[str]
    missing: frozenset[str]
    unsure: frozenset[str]


def restore(
    nb: NotebookNode, originals: Originals, log: Logger | None = None, whose: str = ""
) -> Restored:
    """Put the instructor's cells back, whatever a student did to them.

    What is graded or locked gets its text again, be it cut, doubled, retyped, stripped of its
    metadata or forged. All cells keep the submission's order. What was released never takes the
    place of what the student has written.

    Parameters
    ----------
    nb : NotebookNode
        The submission's notebook, which is changed in place.
    originals : Originals
        The instructor's cells.
    log : Logger, optional
        Is told which answers are missing or were found by other than their ``grade_id``.
    whose : str
        Names notebook and student there.
    """
    matching = Matching(cells_in(nb), originals)
    _assign_hosts(matching)
    arrangement = Arrangement(matching)
    cells, theirs = [], set()
    for position, placed in enumerate(arrangement.placed):
        cell, is_theirs = _restored(placed, matching)
        cell["id"] = f"cell-{position}"
        cells.append(cell)
        if is_theirs:
            theirs.add(position)
    cleaning.make_showable(cells, theirs)
    answered = {name for name, solved in matching.solved.items() if solved}
    answered |= _tasks_followed(arrangement.placed, originals)
    if log:
        _tell(matching, log, whose)
    missing = [original for original in matching.open() if not matching.instances[original.name]]
    return Restored(
        _notebook(nb, cells),
        matching.how,
        frozenset(answered),
        frozenset(arrangement.late),
        frozenset(original.name for original in missing),
        frozenset(
            original.name
            for original in missing
            if original.about["grade"] and matching.may_stand_elsewhere(original)
        ),
    )


def _assign_hosts(matching: Matching) -> None:
    """Choose for each answer cell the cell that stands for it.

    Stubs of what is answered elsewhere are left out.
    """
    for whole in (True, False):
        for name, solved in matching.solved.items():
            free = (cell for cell in solved if not cell.host)
            if not any(cell.host == name for cell in solved) and (
                host := next((c for c in free if not whole or c.answers[0] == name), None)
            ):
                host.host = name
    for name, solved in matching.solved.items():
        original = matching.originals.cells[name]
        stubs = [cell for cell in matching.instances[name] if not cell.solves]
        if solved:
            for stub in stubs:
                _leave_given(stub, original, solved[0])
        elif stubs:
            host = next((stub for stub in stubs if key(stub.source) == original.key), stubs[0])
            host.host = name
            for stub in stubs:
                stub.stays = stub is host


def _leave_given(stub: Cell, original: Original, answer: Cell) -> None:
    """Leave of a stub what the instructor gives: what waits for an answer would override it."""
    given = original.stub.given if key(stub.source) else ""
    if given is None:
        stub.stays = stub.position < answer.position
    elif given:
        stub.source = given
    else:
        stub.stays = False


def _restored(placed: Placed, matching: Matching) -> tuple[NotebookNode, bool]:
    """Return the cell to grade, and whether it shows a text of the student's."""
    cell = placed.cell
    if placed.original:
        return _of_instructor(placed.original, cell, matching), False
    assert cell
    answer = matching.originals.cells.get(cell.host)
    kind = answer.cell_type if answer else "code" if cell.is_code else "markdown"
    made = _new(kind, cell.source, answer)
    if made.cell_type == "code":
        return made, False
    _add_pictures(made, cell)
    if answer and answer.released == cell.source:
        return made, False
    made.source = cleaning.without_tags(made.source)
    return made, True


def _of_instructor(original: Original, cell: Cell | None, matching: Matching) -> NotebookNode:
    """Return the instructor's cell, with the pictures of its place in the submission."""
    made = _new(original.cell_type, original.source, original)
    if original.kind is Kind.ANSWER:
        made.source = _without_answer(original, matching)
    if cell and made.cell_type == "markdown":
        _add_pictures(made, cell)
    return made


def _add_pictures(made: NotebookNode, cell: Cell) -> None:
    if pictures := cleaning.pictures(cell.node):
        made.attachments = pictures


def _without_answer(original: Original, matching: Matching) -> str:
    """Return the text of an answer cell that stands nowhere in the submission."""
    if matching.solved[original.name]:
        text = ELSEWHERE
    elif not matching.may_stand_elsewhere(original):
        return original.released
    else:
        text = GONE
    return f"# {text}" if original.cell_type == "code" else text


def _new(cell_type: str, source: str, original: Original | None = None) -> NotebookNode:
    """Make a cell, unchecked.

    nbformat's own makers check each one against a schema, and nbgrader does so again for the whole
    notebook.
    """
    code: dict[str, Any] = {"outputs": [], "execution_count": None} if cell_type == "code" else {}
    metadata = {"nbgrader": original.about} if original else {}
    made: NotebookNode = nbformat.from_dict(
        {"cell_type": "code" if code else "markdown", "source": source, "metadata": metadata} | code
    )
    return made


def _notebook(nb: NotebookNode, cells: list[NotebookNode]) -> NotebookNode:
    """Return a notebook with these cells and nothing of its metadata but the kernel."""
    metadata = nb.get("metadata")
    kernel = metadata.get("kernelspec") if isinstance(metadata, dict) else None
    nb.cells, nb.nbformat, nb.nbformat_minor = cells, 4, 5
    nb.metadata = nbformat.from_dict(
        ({"kernelspec": kernel} if isinstance(kernel, dict) else {})
        | {"language_info": {"name": "python", "pygments_lexer": "ipython3"}}
    )
    return nb


def _tasks_followed(placed: list[Placed], originals: Originals) -> set[str]:
    """Return the tasks with a cell of the student's own below them."""
    return {
        task.original.name
        for task, below in pairwise(placed)
        if task.original
        and task.original.about.get("task")
        and below.cell
        and not below.original
        and not below.cell.host
        and key(below.cell.source) not in {"", *originals.free}
    }


def _tell(matching: Matching, log: Logger, whose: str) -> None:
    """Say which answers are missing, and which were found by other than their ``grade_id``."""
    for name, solved in matching.solved.items():
        how = matching.how[name]
        if how is Match.MISSING:
            log.warning("%s: the answer cell '%s' is missing", whose, name)
        elif solved and how is not Match.GRADE_ID:
            log.warning("%s: the answer to '%s' was found by %s", whose, name, how.value)
