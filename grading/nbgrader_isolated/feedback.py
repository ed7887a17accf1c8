"""What a student sees of the instructor's hidden tests in nbgrader's feedback."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, List

from . import plan
from .messages import Messages
from .results import NotebookResult, Output, TestNote

UNSHOWN = "a test that is not shown ended so; its text may hold what is not shown"
# what is said of an error that has one of these names, whatever its own text says
TOLD = {
    "AssertionError": UNSHOWN,
    "StudentProcessError": UNSHOWN,
    "CellTimeoutError": "a test that is not shown took longer than it may",
    "DeadKernelError": UNSHOWN,
}
UNKNOWN = TestNote(hidden=True)
UNCONTAINED = "none"  # the tier of grading without isolation

HiddenLines = Mapping[int, Collection[int]]  # numbers of lines, by a cell's execution count


class HideTests(NbGraderPreprocessor):
    """Feedback without the regions between BEGIN HIDDEN TESTS and END HIDDEN TESTS.

    Of a failed hidden test the student sees message and points; no line, no input, no expected
    value, no output, and of the message what is the instructor's.
    """

    show_hidden = Bool(False, help="Show hidden tests in feedback, as stock nbgrader does.").tag(
        config=True
    )
    # nbconvert's HTML exporter sets it for every preprocessor
    display_data_priority: Any = List().tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Hide what students were not given of an autograded notebook."""
        if self.show_hidden:
            return nb, resources
        result = NotebookResult.of(nb) or NotebookResult()
        hidden = {
            cell.execution_count: lines
            for cell in nb.cells
            if cell.cell_type == "code" and (lines := _hidden_lines(cell))
        }
        messages = Messages(c.source for c in nb.cells if plan.role(c) in ("both", "tests"))
        for cell in nb.cells:
            if plan.role(cell) == "tests":
                note = result.tests.get(plan.grade_id(cell), UNKNOWN)
                _hide_outputs(cell, hidden, note, messages)
            elif plan.role(cell) and result.tier == UNCONTAINED:
                _hide_errors(cell, hidden, messages)
            _hide_source(cell)
        return nb, resources


def _hidden_lines(cell: NotebookNode) -> set[int]:
    """Return the numbers of the lines that students were not given, from 1."""
    about = cell.metadata.get("nbgrader", {})
    is_instructors = about.get("locked") or plan.role(cell) == "tests"
    return plan.hidden_lines(cell.source) if is_instructors else set()


def _hide_source(cell: NotebookNode) -> None:
    if not _hidden_lines(cell):
        return
    cell.source = plan.visible(cell.source).rstrip()
    if plan.role(cell) == "tests":
        cell.source += "\n# and tests that are not shown"


def _hide_outputs(
    cell: NotebookNode, hidden: HiddenLines, note: TestNote, messages: Messages
) -> None:
    """Hide of a test cell's outputs what a hidden line made, or may have made."""
    errors = [output for output in cell.outputs if output.output_type == "error"]
    went_through = any(_went_through(error, hidden) for error in errors)
    if not went_through and not _hidden_lines(cell):
        cell.outputs = [_without_hidden(output, hidden) for output in cell.outputs]
        return
    can_be_shown = note.own and not note.hidden and not went_through
    can_be_shown &= not any(_is_behind_hidden(error, cell) for error in errors)
    cell.outputs = [output for output in cell.outputs if _is_partial_credit(output, cell)] + [
        _without_context(error) if can_be_shown else _told(error, note, messages)
        for error in errors
    ]


def _hide_errors(cell: NotebookNode, hidden: HiddenLines, messages: Messages) -> None:
    """Hide what a cell shows of hidden lines, where these ran in the student's own kernel."""
    if _hidden_lines(cell):
        cell.outputs = []
    cell.outputs = [
        _told(output, UNKNOWN, messages)
        if output.output_type == "error" and _went_through(output, hidden)
        else _without_hidden(output, hidden)
        for output in cell.outputs
    ]


def _is_partial_credit(output: Output, cell: NotebookNode) -> bool:
    """Return whether an output is the points that nbgrader read from a test cell's last value."""
    if output["output_type"] != "execute_result" or set(output["data"]) != {"text/plain"}:
        return False
    points: float = cell.metadata.nbgrader.get("points", 0)
    try:
        return 0 <= float(output["data"]["text/plain"]) <= points
    except ValueError:
        return False


def _went_through(error: Output, hidden: HiddenLines) -> bool:
    """Return whether an exception went through a hidden line."""
    return any(
        line.goes_through and line.number in hidden.get(line.cell, ()) for line in _lines(error)
    )


def _is_behind_hidden(error: Output, cell: NotebookNode) -> bool:
    """Return whether an exception went through a line of a cell that stands behind a hidden one.

    By then the student's function may know what was asked.
    """
    first = min(_hidden_lines(cell), default=0)
    return any(
        line.goes_through and line.cell == cell.execution_count and line.number > first > 0
        for line in _lines(error)
    )


def _without_hidden(output: Output, hidden: HiddenLines) -> Output:
    """Return an output; an error without context if that holds a hidden line."""
    is_error = output["output_type"] == "error"
    if is_error and any(line.number in hidden.get(line.cell, ()) for line in _lines(output)):
        return _without_context(output)
    return output


class _Line(NamedTuple):
    """A line of a cell that a traceback shows."""

    cell: int  # execution count
    number: int
    goes_through: bool  # rather than context


def _lines(error: Output) -> Iterator[_Line]:
    for frame in error["traceback"]:
        cell = 0
        for text in re.sub(r"\x1b\[[0-9;]*m", "", frame).split("\n"):
            if header := re.match(r"(?:Cell In|Input In) ?\[(\d+)\]", text):
                cell = int(header[1])
            elif numbered := re.match(r"(-+>)? *(\d+)(?: |$)", text):
                yield _Line(cell, int(numbered[2]), bool(numbered[1]))


def _without_context(error: Output) -> NotebookNode:
    """Return an error without the lines around the one that failed.

    They may be of a test that is not shown.
    """
    lines = [
        line
        for frame in error["traceback"][:-1]
        for line in frame.split("\n")
        if line.startswith(("-", "Cell In["))
    ]
    return _error(error["ename"], error["evalue"], ["\n".join(lines), *error["traceback"][-1:]])


def _told(error: Output, note: TestNote, messages: Messages) -> NotebookNode:
    """Return what feedback says of an error in a hidden test.

    Its class may be the student's choice, and so tell what the test asked.
    """
    is_own = note.own and error["ename"] == "AssertionError"
    said = messages.shown(error["evalue"]) if is_own else ""
    name = error["ename"] if said or error["ename"] in TOLD else "Error"
    text = said or TOLD.get(name, UNSHOWN)
    return _error(name, said, [f"{name}: {text}"])


def _error(name: str, text: str, traceback: list[str]) -> NotebookNode:
    made: NotebookNode = nbformat.v4.new_output(
        "error", ename=name, evalue=text, traceback=traceback
    )
    return made
