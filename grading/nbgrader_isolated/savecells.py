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
        wanted = {
            GradeCell: self.new_grade_cells,
            SolutionCell: self.new_solution_cells,
            TaskCell: self.new_task_cells,
        }
        present = {
            GradeCell: notebook.grade_cells,
            SolutionCell: notebook.solution_cells,
            TaskCell: notebook.task_cells,
        }
        database = self.gradebook.db
        for kind, cells in wanted.items():
            here = {cell.name: cell for cell in present[kind]}
            for name in here.keys() - cells.keys():
                self.log.warning("Cell '%s' is gone: its scores are removed", name)
                for row in [*here[name].grades, *here[name].comments]:
                    database.delete(row)
                database.delete(here[name])
            for name in cells.keys() - here.keys():
                self.log.warning("Cell '%s' is new: grade the submissions again", name)
                made = kind(name=name, notebook=notebook, **cells[name])
                database.add(made)
                database.flush()
                for submitted in notebook.submissions:
                    database.add_all(_rows(made, submitted))
        # they have no scores, and the order in which they are entered is that of the notebook
        for cell in notebook.source_cells:
            database.delete(cell)
        database.commit()
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
