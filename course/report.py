"""The table at the end of a grading run: submissions by task."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from rich.columns import Columns
from rich.console import Group
from rich.markup import escape
from rich.table import Table

from nbgrader_isolated.regrade import Change
from nbgrader_isolated.results import Outcome
from nbgrader_isolated.submitted import printable


def read(path: str | Path) -> list[dict[str, str]]:
    """Return the rows of an exported ``grades.csv``, all as text."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def table(rows: Iterable[Mapping[str, str]], assignment: str, points: Mapping[str, float]) -> Table:
    """Return a table of one assignment's submissions by task, without those who did not submit.

    ``points`` are the maximal points of each task.

    Tasks are numbered, so that the table fits a terminal of 80 columns; the legend names them. A
    task that waits for a grade by hand shows "?"; a submission without a score shows a dash.
    """
    title = f"{assignment}: points by task"
    chart = Table(title=title, title_justify="left", padding=(0, 1, 0, 0), box=None)
    chart.add_column("submission", no_wrap=True)
    for i in range(1, len(points) + 1):
        chart.add_column(str(i), justify="right", no_wrap=True)
    chart.add_column("total", justify="right", no_wrap=True)
    # nbgrader's order, but where it has no names: there it gives the order of grading
    for row in sorted(rows, key=lambda r: (r["last_name"], r["first_name"], r["student_id"])):
        if row["assignment"] != assignment or row["outcome"] == Outcome.NOT_SUBMITTED:
            continue
        who = escape(printable(row["student_id"]))
        if Outcome(row["outcome"]).graded:
            chart.add_row(
                who,
                *(_points(row[name]) for name in points),
                f"{float(row['score']):g}",
            )
        else:
            chart.add_row(who, *("" for _ in points), "-")
    return chart


def legend(points: Mapping[str, float]) -> Group:
    """Say what the numbers and signs in the table stand for."""
    numbered = [f"{i} {name} /{most:g}" for i, (name, most) in enumerate(points.items(), 1)]
    signs = "? waits for a grade by hand, - has no score"
    return Group(Columns(numbered, padding=(0, 2)), signs)


def _points(cell: str) -> str:
    return f"{float(cell):g}" if cell else "?"


def changes(found: Iterable[Change]) -> Table:
    """Return a table of scores that regrading changes; "?" waits for a grade by hand."""
    chart = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("submission", "cell"):
        chart.add_column(name, no_wrap=True)
    for name in ("was", "is now"):
        chart.add_column(name, justify="right")
    for change in found:
        chart.add_row(
            escape(printable(change.student)),
            escape(change.cell),
            *("?" if score is None else f"{score:g}" for score in (change.before, change.after)),
        )
    return chart


def differences(
    rows: Iterable[Mapping[str, str]], expected: Iterable[Mapping[str, str]]
) -> list[str]:
    """Say where exported rows differ from expected ones, a sentence each.

    ``expected`` rows have ``submission``, ``outcome``, then the points for each task.
    """
    found = {row["student_id"]: row for row in rows if row["outcome"] != Outcome.NOT_SUBMITTED}
    wanted = {row["submission"]: row for row in expected}
    said = [f"{name}: expected, but not graded." for name in sorted(wanted.keys() - found.keys())]
    said += [
        f"{name}: graded, but nothing is expected of it."
        for name in sorted(found.keys() - wanted.keys())
    ]
    for name in sorted(wanted.keys() & found.keys()):
        for column, value in wanted[name].items():
            if column != "submission" and _number(found[name].get(column)) != _number(value):
                said.append(
                    f"{name}, {column}: expected {value or 'nothing'}, graded "
                    f"{found[name].get(column) or 'nothing'}."
                )
    return said


def _number(cell: str | None) -> float | str | None:
    try:
        return float(cell or "")
    except ValueError:
        return cell
