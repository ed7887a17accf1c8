"""Writes what a run left into a submission's notebook, which nbgrader then keeps as autograded."""

import math
from collections.abc import Sequence
from typing import Any

import nbformat

from . import coordinator, plan
from .results import CellResult, Output, Reason, Run


def fill(nb: Any, cells: Sequence[coordinator.Cell], run: Run) -> None:
    """Write outputs into the notebook as a kernel would."""
    code = [cell for cell in nb.cells if plan.role(cell)]
    for number, (cell, key) in enumerate(zip(code, coordinator.keys(cells), strict=True), 1):
        cell.execution_count = number
        if key in run.tests:
            said = scored(run.tests[key], cell.metadata.nbgrader.get("points", 0))
        else:
            said = run.cells.get(key, [])
        if key in run.left_out:
            said = [*said, _left_out(run.left_out[key])]
        for output in said:
            if output["output_type"] == "execute_result":
                output["execution_count"] = number
        cell.outputs = [nbformat.from_dict(output) for output in said]


def _left_out(reason: Reason) -> Output:
    return {
        "output_type": "error",
        "ename": "CellTimeoutError" if reason is Reason.LATE else "DeadKernelError",
        "evalue": reason.sentence,
        "traceback": [reason.sentence],
    }


def scored(test: CellResult, points: float) -> list[Output]:
    """Return a test cell's outputs, so that nbgrader counts its points as it should.

    A warning costs nothing, and a last value that is no score earns nothing.
    """
    kept: list[Output] = []
    for output in test.outputs:
        if test.passed and output["output_type"] == "stream" and output["name"] == "stderr":
            output = output | {"name": "stdout"}
        if output["output_type"] == "execute_result" and not _is_score(output, points):
            kept.append(
                {
                    "output_type": "error",
                    "ename": "ValueError",
                    "evalue": "the cell's last value is no score",
                    "traceback": ["The cell's last value is no score."],
                }
            )
        kept.append(output)
    return kept


def _is_score(output: Output, points: float) -> bool:
    try:
        value = float(output["data"].get("text/plain", ""))
    except ValueError:
        return True  # no number: nbgrader gives all points
    return math.isfinite(value) and value <= points
