"""Export grades: nbgrader's columns, each task's points, and what became of the submission."""

import csv

from nbgrader.api import MissingEntry, Student
from nbgrader.plugins import ExportPlugin

from . import submitted
from .results import GRADED, outcome

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


def task(grade_id):
    """The task that a graded cell belongs to: ``decline_rate-half_life`` is a part of
    ``decline_rate``.
    """
    return grade_id.partition("-")[0]


def tasks(gradebook, assignment):
    """Maximal points of each task of an assignment, in the notebook's order."""
    points = {}
    for notebook in gradebook.find_assignment(assignment).notebooks:
        order = {cell.name: position for position, cell in enumerate(notebook.source_cells)}
        for cell in sorted(
            [*notebook.grade_cells, *notebook.task_cells],
            key=lambda cell: order.get(cell.name, len(order)),
        ):
            points[task(cell.name)] = points.get(task(cell.name), 0) + cell.max_score
    return points


def task_scores(submission):
    """Points of each task of a submission; None while a part of it waits for a grade by hand."""
    points = {}
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            name = task(grade.name)
            waits = grade.needs_manual_grade or points.get(name, 0) is None
            points[name] = None if waits else points.get(name, 0) + grade.score
    return points


def inert(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: a text that looks like one gets an
    apostrophe in front.
    """
    looks_so = isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{cell}" if looks_so else cell


class TaskExportPlugin(ExportPlugin):
    """A CSV with a row for each student and assignment.

    A submission that could not be graded has no score, not 0.
    """

    def export(self, gradebook):
        assignments = [
            a for a in gradebook.assignments if not self.assignment or a.name in self.assignment
        ]
        students = [s for s in gradebook.students if not self.student or s.id in self.student]
        columns = list(
            dict.fromkeys(name for a in assignments for name in tasks(gradebook, a.name))
        )
        target = self.to or "grades.csv"  # nbgrader's own default
        self.log.info("Exporting grades to %s", target)
        with open(target, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS + columns)
            writer.writeheader()
            for assignment in assignments:
                # whoever handed in what nbgrader passes over has no entry in the gradebook
                known = {student.id for student in gradebook.students}
                more = [
                    Student(id=name)
                    for name in submitted.students(self.parent.coursedir, assignment.name)
                    if name not in known and (not self.student or name in self.student)
                ]
                for student in students + more:
                    row = self.row(gradebook, assignment, student)
                    writer.writerow({column: inert(value) for column, value in row.items()})

    def row(self, gradebook, assignment, student):
        """One line of the export, by column."""
        verdict, reason = outcome(self.parent.coursedir, student.id, assignment.name)
        row = {
            "assignment": assignment.name,
            "duedate": assignment.duedate,
            "student_id": student.id,
            "last_name": student.last_name,
            "first_name": student.first_name,
            "email": student.email,
            "max_score": assignment.max_score,
            "outcome": verdict,
            "reason": reason,
        }
        try:
            submission = gradebook.find_submission(assignment.name, student.id)
        except MissingEntry:
            return row
        row["timestamp"] = submission.timestamp
        if verdict in GRADED:
            penalty = submission.late_submission_penalty
            row |= {
                "raw_score": submission.score,
                "late_submission_penalty": penalty,
                "score": max(0.0, submission.score - penalty),
            }
            row |= task_scores(submission)
        return row
