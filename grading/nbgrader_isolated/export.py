"""Export grades: nbgrader's columns, each task's points, and what became of the submission."""

from __future__ import annotations

import csv
from typing import Any

from nbgrader.api import Assignment, Gradebook, MissingEntry, Student, SubmittedAssignment
from nbgrader.plugins import ExportPlugin

from . import results, submitted
from .columns import columns

COLUMNS = [
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
    "outcome",
    "reason",
]


def tasks(gradebook: Gradebook, assignment: str) -> dict[str, float]:
    """Return the maximal points of each task of an assignment, in the notebook's order."""
    notebooks = gradebook.find_assignment(assignment).notebooks
    points = {
        (notebook.name, cell.name): cell.max_score
        for notebook in notebooks
        for cell in [*notebook.grade_cells, *notebook.task_cells]
    }
    most: dict[str, float] = {}
    for key, name in columns(notebooks, COLUMNS).items():
        most[name] = most.get(name, 0) + points[key]
    return most


def task_scores(submission: SubmittedAssignment) -> dict[str, float | None]:
    """Return the points of each task; None while a part of it waits for a grade by hand."""
    points: dict[str, float | None] = {}
    column = columns(submission.assignment.notebooks, COLUMNS)
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            name = column[notebook.name, grade.name]
            so_far = points.get(name, 0.0)
            waits = grade.needs_manual_grade or so_far is None
            points[name] = None if waits else so_far + grade.score
    return points


def inert(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula.

    A text that looks like one gets an apostrophe in front.
    """
    looks_so = isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{cell}" if looks_so else cell


class TaskExportPlugin(ExportPlugin):
    """A CSV with a row for each student and assignment.

    A submission that could not be graded has no score, not 0.
    """

    def export(self, gradebook: Gradebook) -> None:
        """Write the file."""
        assignments = [
            a for a in gradebook.assignments if not self.assignment or a.name in self.assignment
        ]
        names = dict.fromkeys(name for a in assignments for name in tasks(gradebook, a.name))
        target = self.to or "grades.csv"  # nbgrader's own default
        self.log.info("Exporting grades to %s", target)
        with open(target, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, [*COLUMNS, *names])
            writer.writeheader()
            for assignment in assignments:
                for row in self.rows(gradebook, assignment):
                    writer.writerow({name: inert(cell) for name, cell in row.items()})

    def rows(self, gradebook: Gradebook, assignment: Assignment) -> list[dict[str, Any]]:
        """Return an assignment's lines of the export, each by column.

        Whoever handed in what nbgrader passes over has no entry in the gradebook, and has a line.
        """
        known = {student.id for student in gradebook.students}
        handed_in = submitted.students(self.parent.coursedir, assignment.name)
        rows = [
            self.row(gradebook, assignment, student)
            for student in gradebook.students
            if self._is_wanted(student.id)
        ]
        return rows + [
            self.about(assignment, student)
            for student in handed_in
            if student not in known and self._is_wanted(student)
        ]

    def _is_wanted(self, student: str) -> bool:
        return not self.student or student in self.student

    def about(self, assignment: Assignment, student: str) -> dict[str, Any]:
        """Return what is known of a submission without the gradebook, by column."""
        names = [notebook.name for notebook in assignment.notebooks]
        result = results.of_submission(self.parent.coursedir, student, assignment.name, names)
        return {
            "assignment": assignment.name,
            "duedate": assignment.duedate,
            "student_id": student,
            "max_score": assignment.max_score,
            "outcome": str(result.outcome),
            "reason": result.reason,
        }

    def row(self, gradebook: Gradebook, assignment: Assignment, student: Student) -> dict[str, Any]:
        """Return one line of the export, by column."""
        row = self.about(assignment, student.id) | {
            "last_name": student.last_name,
            "first_name": student.first_name,
            "email": student.email,
        }
        try:
            submission = gradebook.find_submission(assignment.name, student.id)
        except MissingEntry:
            return row
        row["timestamp"] = submission.timestamp
        if results.Outcome(row["outcome"]).graded:
            penalty = submission.late_submission_penalty
            row |= {
                "raw_score": submission.score,
                "late_submission_penalty": penalty,
                "score": max(0.0, submission.score - penalty),
            }
            row |= task_scores(submission)
        return row
