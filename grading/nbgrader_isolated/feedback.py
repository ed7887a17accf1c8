"""What a student sees of the tests in nbgrader's feedback."""

from __future__ import annotations

import re
from typing import Any

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, List

from . import plan
from .results import NotebookResult, TestNote

TOLD = {"AssertionError", "StudentProcessError", "CellTimeoutError", "DeadKernelError"}
UNKNOWN = TestNote(hidden=True)


class HideTests(NbGraderPreprocessor):
    """Feedback without hidden tests.

    Of a failed one the student sees message and points; no line, no input, no expected value, no
    output.
    """

    show_hidden = Bool(False, help="Show hidden tests in feedback, as stock nbgrader does.").tag(
        config=True
    )
    # nbconvert's HTML exporter sets it for every preprocessor
    display_data_priority: Any = List().tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Hide the hidden tests of an autograded notebook."""
        result = NotebookResult.of(nb) or NotebookResult()
        for cell in nb.cells:
            numbers = plan.hidden_lines(cell.source)
            if plan.role(cell) == "tests" and numbers and not self.show_hidden:
                _hide(cell, numbers, result.tests.get(plan.grade_id(cell), UNKNOWN))
        return nb, resources


def _hide(cell: Any, numbers: set[int], note: TestNote) -> None:
    hidden = {
        line.strip() for number, line in enumerate(cell.source.split("\n"), 1) if number in numbers
    }
    cell.source = plan.visible(cell.source).rstrip() + "\n# and tests that are not shown"
    kept = [output for output in cell.outputs if output.output_type == "execute_result"]
    kept += [
        _shown(output, hidden) if note.own and not note.hidden else _told(output, note)
        for output in cell.outputs
        if output.output_type == "error"
    ]
    cell.outputs = kept


def _shown(output: Any, hidden: set[str]) -> Any:
    """Return a shown test's error without the lines around the one that failed.

    They may be of a test that is not shown.
    """
    lines = [
        line
        for part in output.traceback[:-1]
        for line in part.split("\n")
        if line.startswith(("-", "Cell In["))
        and re.sub(r"^-+> *\d+ ", "", line).strip() not in hidden
    ]
    return nbformat.v4.new_output(
        "error",
        ename=output.ename,
        evalue=output.evalue,
        traceback=["\n".join(lines), *output.traceback[-1:]],
    )


def _told(output: Any, note: TestNote) -> Any:
    """Return what feedback says of an error in a hidden test.

    Its class may be the student's choice, and so tell what the test asked.
    """
    said = output.evalue if note.own and output.ename == "AssertionError" else ""
    name = output.ename if said or output.ename in TOLD else "Error"
    text = (
        f"{name}: "
        f"{said or 'a test that is not shown ended so; its text may hold what is not shown'}"
    )
    return nbformat.v4.new_output("error", ename=name, evalue=said, traceback=[text])
