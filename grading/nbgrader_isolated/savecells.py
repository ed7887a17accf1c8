"""Enters an assignment's cells into the gradebook, also once there are submissions.

nbgrader refuses to add or remove a cell of an assignment that somebody has submitted, and so leaves
no way to mend a test.
"""

from __future__ import annotations

from typing import Any

from nbgrader.api import (
    Comment,
    Grade,
    GradeCell,
    MissingEntry,
    Notebook,
    SolutionCell,
    SubmittedNotebook,
    TaskCell,
)
from nbgrader.preprocessors import SaveCells


class SaveChangedCells(SaveCells):
    """As nbgrader's, where submissions get a row for each new cell and lose those of removed ones.

    Scores and comments of all other cells stay.
    """

    def _create_notebook(self, nb: Any) -> None:
        try:
            notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        except MissingEntry:
            notebook = None
        if notebook and notebook.submissions:
            self._change(notebook)
        super()._create_notebook(nb)

    def _change(self, notebook: Notebook) -> None:
        """Make the gradebook's cells those of the new notebook, as far as which there are."""
        for kind, present, wanted in (
            (GradeCell, notebook.grade_cells, self.new_grade_cells),
            (SolutionCell, notebook.solution_cells, self.new_solution_cells),
            (TaskCell, notebook.task_cells, self.new_task_cells),
        ):
            here = {cell.name: cell for cell in present}
            for name in here.keys() - wanted.keys():
                self._remove(here[name])
            for name in wanted.keys() - here.keys():
                self._add(kind(name=name, notebook=notebook, **wanted[name]))
        self._enter_in_order(notebook)

    def _remove(self, cell: Any) -> None:
        self.log.warning("Cell '%s' is gone: its scores are removed", cell.name)
        for row in [*cell.grades, *cell.comments, cell]:
            self.gradebook.db.delete(row)

    def _add(self, cell: Any) -> None:
        self.log.warning("Cell '%s' is new: grade the submissions again", cell.name)
        self.gradebook.db.add(cell)
        self.gradebook.db.flush()
        for submitted in cell.notebook.submissions:
            self.gradebook.db.add_all(_rows(cell, submitted))

    def _enter_in_order(self, notebook: Notebook) -> None:
        """Enter the texts of the cells anew: they have no scores, and their order counts."""
        for cell in notebook.source_cells:
            self.gradebook.db.delete(cell)
        self.gradebook.db.commit()
        for name, about in self.new_source_cells.items():
            self.gradebook.add_source_cell(name, self.notebook_id, self.assignment_id, **about)


def _rows(cell: Any, submitted: SubmittedNotebook) -> list[Any]:
    """Make a submission's rows for a cell, as nbgrader does for a new submission."""
    rows: list[Any] = []
    if isinstance(cell, (GradeCell, TaskCell)):
        rows.append(Grade(cell_id=cell.id, notebook=submitted))
    if isinstance(cell, (SolutionCell, TaskCell)):
        rows.append(Comment(cell_id=cell.id, notebook=submitted))
    return rows
