"""The map of the course: outcomes, the questions that check them, the tasks that practise them.

Outcomes are the list under "After this page you can". A question in ``PAGE.quiz.yml`` names its
outcome by number, and ``book/outcomes.yml`` says for each task which outcomes of which pages it
practises.
"""

import html
import json
import re
from typing import NamedTuple

import yaml
from IPython.display import HTML

from . import ROOT, readings

BOOK = ROOT / "book"
EXERCISES = ROOT / "exercises"


class Outcome(NamedTuple):
    """One outcome of a reading.

    The chapter and page that teach it, its number on the page, its words, the numbers of its
    questions, and its tasks.
    """

    chapter: str
    page: str
    number: int
    text: str
    questions: list
    tasks: list


def pages():
    """Paths of all readings, in the order of the contents."""
    listed = re.findall(r"file: (book/\S+/\S+)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
    paths = [ROOT / f"{name}.md" for name in listed]
    return [path for path in paths if readings.outcomes(path.read_text(encoding="utf-8"))]


def sets():
    """The tasks of each problem set that is present, by the name of the set, in their order."""
    found = {}
    for path in sorted(EXERCISES.glob("*/*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        about = [cell["metadata"].get("nbgrader", {}) for cell in cells]
        found[path.stem] = [cell["grade_id"] for cell in about if cell.get("solution")]
    return found


def practised():
    """The outcomes that each task of each problem set practises.

    Returns ``{set: {task: {page: [numbers]}}}`` for the problem sets that are present.
    """
    stated = yaml.safe_load((BOOK / "outcomes.yml").read_text(encoding="utf-8"))
    return {name: stated.get(name, {}) for name in sets()}


def quiz(page):
    """The questions of a reading, an empty list if it has none."""
    path = page.with_name(f"{page.stem}.quiz.yml")
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []


def rows():
    """All outcomes, page by page."""
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


def show(book=".."):
    """The map as HTML, a heading for each chapter and a table for each reading.

    ``book`` leads from the page that shows it to the folder ``book``.
    """
    parts, tables = [], {}
    for row in rows():
        tables.setdefault((row.chapter, row.page), []).append(row)
    for (chapter, page), found in tables.items():
        if page == next(p for c, p in tables if c == chapter):
            parts.append(f"<h2>{html.escape(_title(chapter, 'index'))}</h2>")
        parts.append(_table(f"{book}/{chapter}/{page}.html", found))
    return HTML("".join(parts))


def _title(chapter, page):
    return readings.title((BOOK / chapter / f"{page}.md").read_text(encoding="utf-8"))


def workload():
    """What each chapter takes, as an HTML table.

    It counts readings, the minutes they take, questions, and tasks of the chapter's problem set.
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


def _head(*names):
    return (
        "<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in names) + "</tr></thead>"
    )


def _table(address, found):
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
