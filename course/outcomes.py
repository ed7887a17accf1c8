"""The map of the course: its outcomes, the questions that check them, the tasks that practise them.

A page lists its outcomes under "After this page you can". A question in ``PAGE.quiz.yml`` names its
outcome by number. ``book/outcomes.yml`` lists the outcomes that each task practises, by page.
"""

import html
import json
import re
from pathlib import Path
from typing import NamedTuple

import yaml
from IPython.display import HTML

from . import ROOT, readings
from .quiz import Question

BOOK = ROOT / "book"
EXERCISES = ROOT / "exercises"


class Outcome(NamedTuple):
    """One outcome of a reading.

    Attributes
    ----------
    chapter, page : str
        Where it is taught.
    number : int
        Its place in the page's list, from 1.
    text : str
        Its words.
    questions : list of int
        Numbers of the questions on that page that check it, from 1.
    tasks : list of str
        Names of the tasks that practise it.
    """

    chapter: str
    page: str
    number: int
    text: str
    questions: list[int]
    tasks: list[str]


def pages() -> list[Path]:
    """List the paths of all readings in the order of the table of contents."""
    listed = re.findall(r"file: (book/\S+/\S+)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
    paths = [ROOT / f"{name}.md" for name in listed]
    return [path for path in paths if readings.outcomes(path.read_text(encoding="utf-8"))]


def sets() -> dict[str, list[str]]:
    """List the tasks of each released problem set in their order, by the name of the set."""
    found = {}
    for path in sorted(EXERCISES.glob("*/*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        about = [cell["metadata"].get("nbgrader", {}) for cell in cells]
        found[path.stem] = [cell["grade_id"] for cell in about if cell.get("solution")]
    return found


def practised() -> dict[str, dict[str, dict[str, list[int]]]]:
    """Read which outcomes each task of each released problem set practises.

    Returns
    -------
    dict
        Numbers of outcomes by problem set, task and page: ``{set: {task: {page: [numbers]}}}``.
    """
    stated = yaml.safe_load((BOOK / "outcomes.yml").read_text(encoding="utf-8"))
    return {name: stated.get(name, {}) for name in sets()}


def quiz(page: Path) -> list[Question]:
    """Read the questions of a reading; the list is empty if it has no quiz."""
    path = page.with_name(f"{page.stem}.quiz.yml")
    found: list[Question] = (
        yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    )
    return found


def rows() -> list[Outcome]:
    """List all outcomes, page by page."""
    found = []
    tasks = [(name, about) for stated in practised().values() for name, about in stated.items()]
    for page in pages():
        for number, text in enumerate(readings.outcomes(page.read_text(encoding="utf-8")), 1):
            asked = [
                i for i, question in enumerate(quiz(page), 1) if question.get("outcome") == number
            ]
            done = [name for name, about in tasks if number in about.get(page.stem, [])]
            found.append(Outcome(page.parent.name, page.stem, number, text, asked, done))
    return found


def show(book: str = "..") -> HTML:
    """Show the map, with a heading for each chapter and a table for each reading.

    Parameters
    ----------
    book : str
        Relative path from the page that shows the map to the folder ``book``.
    """
    parts: list[str] = []
    tables: dict[tuple[str, str], list[Outcome]] = {}
    for row in rows():
        tables.setdefault((row.chapter, row.page), []).append(row)
    for (chapter, page), found in tables.items():
        if page == next(p for c, p in tables if c == chapter):
            parts.append(f"<h2>{html.escape(_title(chapter, 'index'))}</h2>")
        parts.append(_table(f"{book}/{chapter}/{page}.html", found))
    return HTML("".join(parts))


def _title(chapter: str, page: str) -> str:
    return readings.title((BOOK / chapter / f"{page}.md").read_text(encoding="utf-8"))


def workload() -> HTML:
    """Show a table of what each chapter asks of a student.

    It counts the readings, the minutes they take, the questions, and the tasks of the problem set.
    """
    lines, tasks = [], sets()
    for chapter in dict.fromkeys(page.parent.name for page in pages()):
        found = [page for page in pages() if page.parent.name == chapter]
        minutes = sum(readings.minutes(page.read_text(encoding="utf-8")) for page in found)
        counts = (
            len(found),
            f"{minutes:.0f}",
            sum(len(quiz(page)) for page in found),
            len(tasks.get(chapter, [])),
        )
        lines.append(
            f"<tr><td>{html.escape(_title(chapter, 'index'))}</td>"
            + "".join(f"<td>{count}</td>" for count in counts)
            + "</tr>"
        )
    head = _head("chapter", "readings", "minutes", "questions", "tasks")
    return HTML(f'<table class="course-list">{head}<tbody>{"".join(lines)}</tbody></table>')


def _head(*names: str) -> str:
    return (
        "<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in names) + "</tr></thead>"
    )


def _table(address: str, found: list[Outcome]) -> str:
    lines = []
    for row in found:
        asked = ", ".join(f'<a href="{address}#{row.page}-{i}">{i}</a>' for i in row.questions)
        done = ", ".join(f"<code>{name}</code>" for name in row.tasks)
        lines.append(f"<tr><td>{html.escape(row.text)}</td><td>{asked}</td><td>{done}</td></tr>")
    title = html.escape(_title(found[0].chapter, found[0].page))
    return (
        f'<table class="course-map"><caption><a href="{address}">{title}</a></caption>'
        f"{_head('A reader can', 'Question', 'Tasks')}<tbody>{''.join(lines)}</tbody></table>"
    )
