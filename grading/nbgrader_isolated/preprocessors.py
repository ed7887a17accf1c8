"""nbgrader's preprocessors beside `execute`.

They put cells back, save scores, and try an assignment when it is generated.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from . import compat, plan, workers
from .execute import IsolatedExecute, batch_of, course_of, hide, originals
from .matching import Match, restore
from .originals import Kind
from .reference import files_in, plan_of
from .results import NotebookResult
from .submitted import printable
from .workers import GraderFaultError


class RestoreCells(NbGraderPreprocessor):
    """Put the instructor's cells back (see `matching.restore`)."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Restore a submission's notebook."""
        ours, about = originals(self, resources), resources["nbgrader"]
        whose = f"{about['notebook']} of {printable(about['student'])}"
        restored = restore(nb, ours, self.log, whose)
        found = NotebookResult(
            matched={
                name: str(match)
                for name, match in restored.matches.items()
                if match not in (Match.GRADE_ID, Match.MISSING)
                and ours.cells[name].kind is Kind.ANSWER
            },
            answered=sorted(restored.answered | restored.unsure),
            late=sorted(restored.late),
            missing=[name for name in ours.cells if name in restored.missing],
            unsure=[name for name in ours.cells if name in restored.unsure],
        )
        found.write_to(restored.notebook)  # IsolatedExecute reads it there
        return restored.notebook, resources


class SaveScores(NbGraderPreprocessor):
    """As nbgrader's SaveAutoGrades, in one transaction a notebook instead of one a cell.

    A test cell which cannot be graded in isolation waits for a grade by hand.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Save a notebook's scores and comments."""
        about, result = resources["nbgrader"], NotebookResult.of(nb) or NotebookResult()
        same = self._is_what_was_graded_before(about, result)
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_submission_notebook(
                about["notebook"], about["assignment"], about["student"]
            )
            names = compat.cell_names(gradebook, notebook.notebook_id)
            grades, comments = (
                {names[row.cell_id]: row for row in kind if row.cell_id in names}
                for kind in (notebook.grades, notebook.comments)
            )
            for cell in nb.cells:
                name = plan.grade_id(cell)
                if utils.is_grade(cell):
                    self._save_score(cell, grades[name], name in result.by_hand, same)
                if utils.is_solution(cell) or utils.is_task(cell):
                    comments[name].auto_comment = _comment(cell, result.answered)
            gradebook.db.commit()
        return nb, resources

    def _is_what_was_graded_before(self, about: Any, result: NotebookResult) -> bool:
        coursedir = course_of(self)
        folder = coursedir.format_path(
            coursedir.submitted_directory, about["student"], about["assignment"]
        )
        path = Path(folder) / f"{about['notebook']}.ipynb"
        before = batch_of(self).before.get(path, "")
        return bool(before) and before == result.submission

    def _save_score(self, cell: Any, grade: Any, by_hand: bool, same: bool) -> None:
        grade.auto_score = None if by_hand else utils.determine_grade(cell, self.log)[0]
        if grade.manual_score is None:
            grade.needs_manual_grade = grade.auto_score is None
        elif not same:  # somebody has graded another answer
            grade.needs_manual_grade = True


def _comment(cell: Any, answered: list[str] | None) -> str | None:
    """Say that an answer cell has no response, and nothing of one that has."""
    if utils.is_task(cell):
        return None
    if answered is not None:
        return None if plan.grade_id(cell) in answered else "No response."
    untouched = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
    return "No response." if untouched else None


class CheckGradable(NbGraderPreprocessor):
    """Say which test cells cannot be graded in isolation, with the instructor's own solution."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Try an instructor's notebook in isolation, when an assignment is generated."""
        isolated = IsolatedExecute(parent=self.parent, config=self.config)
        if isolated.unsafe:
            return nb, resources
        if nb.metadata.get("kernelspec", {}).get("language", "python") not in ("python", ""):
            raise GraderFaultError(
                "isolated grading is for Python notebooks: set c.IsolatedExecute.unsafe = True to "
                "generate and grade this one as stock nbgrader does"
            )
        tier = workers.tier()
        if tier is not None:
            hide(self)
            about, coursedir = resources["nbgrader"], course_of(self)
            source = coursedir.format_path(coursedir.source_directory, ".", about["assignment"])
            limits = isolated.limits()
            files = files_in(Path(source), coursedir, limits, self.log)
            count = sum(plan.role(cell) == "tests" for cell in nb.cells)
            self._tell(about["notebook"], count, plan_of(nb, limits, tier, files)[1])
        return nb, resources

    def _tell(self, notebook: str, count: int, by_hand: dict[str, str]) -> None:
        """Say which test cells of a notebook cannot be graded in isolation, or that all can."""
        for name, reason in by_hand.items():
            self.log.warning(
                "%s: test cell '%s' will wait for a grade by hand: %s", notebook, name, reason
            )
        if count and not by_hand:
            cells = f"all {count} test cells pass" if count > 1 else "its test cell passes"
            self.log.info("%s: %s in isolation", notebook, cells)
