"""What a student sees of the tests in nbgrader's feedback."""

import re

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, List

from . import plan

TOLD = {"AssertionError", "StudentProcessError", "CellTimeoutError", "DeadKernelError"}


class HideTests(NbGraderPreprocessor):
    """Feedback without hidden tests: of a failed one the student sees message and points, no line,
    no input, no expected value, no output.
    """

    show_hidden = Bool(False, help="Show hidden tests in feedback, as stock nbgrader does.").tag(
        config=True
    )
    # nbconvert's HTML exporter sets it for every preprocessor
    display_data_priority = List().tag(config=True)

    def preprocess_cell(self, cell, resources, index):
        numbers = plan.hidden_lines(cell.source)
        if self.show_hidden or plan.role(cell) != "tests" or not numbers:
            return cell, resources
        hidden = {
            line.strip()
            for number, line in enumerate(cell.source.split("\n"), 1)
            if number in numbers
        }
        about = cell.metadata.get("grading", {})
        cell.source = plan.visible(cell.source).rstrip() + "\n# and tests that are not shown"
        kept = [output for output in cell.outputs if output.output_type == "execute_result"]
        for output in cell.outputs:
            if output.output_type == "error":
                kept.append(
                    _shown(output, hidden)
                    if not about.get("hidden", True) and about.get("own")
                    else _told(output, about)
                )
        cell.outputs = kept
        return cell, resources


def _shown(output, hidden):
    """A shown test's error without the lines around the one that failed: they may be of a test that
    is not shown.
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


def _told(output, about):
    """What feedback says of an error in a hidden test.

    Its class may be the student's choice, and so tell what the test asked.
    """
    said = output.evalue if about.get("own") and output.ename == "AssertionError" else ""
    name = output.ename if said or output.ename in TOLD else "Error"
    text = (
        f"{name}: "
        f"{said or 'a test that is not shown ended so; its text may hold what is not shown'}"
    )
    return nbformat.v4.new_output("error", ename=name, evalue=said, traceback=[text])
