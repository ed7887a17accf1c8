"""Words and sources.

Each glossary term is linked where a page first uses it, each entry of the bibliography is cited,
and what the repository says of itself is so.
"""

import re

import pytest
import yaml
from conftest import ROOT, git

from course import outcomes, readings

PAGES = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "book").rglob("*.md"))}
GLOSSARY = PAGES.pop(ROOT / "book" / "glossary.md")
TERM = re.compile(r"\{term\}`([^`<]+?)(?: <([^>]+)>)?`")


def terms():
    listed = GLOSSARY.partition("```{glossary}\n")[2].partition("\n```")[0]
    return re.findall(r"^(\S.*)$", listed, re.MULTILINE)


def prose(text):
    """The page's running text.

    Left out are code, headings, tables, the list of outcomes and the line below it.
    """
    text = readings.FRONT_MATTER.sub("", readings.CELL.sub("", text))
    text = re.sub(r"^After this page you can\n\n(?:[-* ].+\n|\n)+", "", text, flags=re.MULTILINE)
    return re.sub(r"^(?:#|\|).*$", "", text, flags=re.MULTILINE)


def test_glossary_is_in_alphabetical_order_and_names_no_term_twice():
    assert terms() == sorted(set(terms()), key=str.lower)


def test_every_term_is_linked_from_a_page():
    linked = {
        (target or shown).lower() for text in PAGES.values() for shown, target in TERM.findall(text)
    }
    assert [term for term in terms() if term.lower() not in linked] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_term_is_linked_where_the_page_first_uses_it(path):
    text, late = prose(PAGES[path]), []
    for match in TERM.finditer(text):
        word = match[1].lower()
        before = TERM.sub("", text[: match.start()]).lower()
        if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", before):
            late.append(match[0])
    assert late == []


def test_every_entry_of_the_bibliography_is_cited_and_every_citation_has_one():
    entries = re.findall(
        r"^@\w+\{(\w+),",
        (ROOT / "book" / "references.bib").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    groups = [
        keys for text in PAGES.values() for keys in re.findall(r"\{cite:\w+\}`([^`]+)`", text)
    ]
    cited = {key.strip() for keys in groups for key in keys.split(",")}
    assert len(entries) == len(set(entries))
    assert set(entries) == cited


# ---- the instructor's guide speaks of tasks, pages and criteria that exist

TEACHING = ROOT / "book" / "teaching"


def test_misconceptions_name_tasks_and_pages_that_exist():
    text = PAGES[TEACHING / "misconceptions.md"]
    stated = yaml.safe_load((ROOT / "book" / "outcomes.yml").read_text(encoding="utf-8"))
    tasks = {task for pages in stated.values() for task in pages}
    assert set(re.findall(r"`(\w+)`", text)) <= tasks
    titles = {readings.title(path.read_text(encoding="utf-8")) for path in outcomes.pages()}
    named = set(re.findall(r"\| \*(.+?)\*:", text))
    assert titles <= named


@pytest.mark.parametrize("name", outcomes.sets())
def test_graded_memos_use_the_criteria_of_the_sets_and_add_no_others(name):
    notebook = (ROOT / "exercises" / name / f"{name}.ipynb").read_text(encoding="utf-8")
    order = ["cost_curves", "jevons_effects", "export_controls", "converging_interests"]
    example = PAGES[TEACHING / "memos.md"].split("\n## Set ")[order.index(name) + 1]
    graded = re.findall(r"^\| ([A-Z][^|]+?) \| \d", example, re.MULTILINE)
    assert graded == re.findall(r"\| \*\*([^|*]+?)\*\* \|", notebook)


# ---- what the repository says of itself

PAPERS = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", ".github/CONTRIBUTING.md")
# in a path, a word in capitals stands for any of its kind
EXAMPLES = {
    "NAME": "cost_curves",
    "PAGE": "token_price",
    "TASK": "blended_price",
    "TABLE": "llm_list_prices",
    "EXPLORER": "whose_price",
}


def paper(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_newest_release_of_the_changelog_is_that_of_the_citation_file():
    about = yaml.safe_load(paper("CITATION.cff"))
    heads = re.findall(r"^## (.+)$", paper("CHANGELOG.md"), re.MULTILINE)
    assert heads[:2] == ["[Unreleased]", f"[{about['version']}] - {about['date-released']}"]


@pytest.mark.parametrize("name", PAPERS)
def test_links_of_a_paper_lead_to_files(name):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", paper(name))
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("name", PAPERS)
def test_paths_that_a_paper_names_exist(name):
    paths = re.findall(r"`((?!_build/|class/)[\w.-]+/[\w./-]*)`", paper(name))
    found = [re.sub(r"[A-Z]{4,}", lambda word: EXAMPLES.get(word[0], word[0]), p) for p in paths]
    gone = {"tests/submissions/"} if name == "CHANGELOG.md" else set()
    assert {path for path in found if not (ROOT / path).exists()} == gone


def test_every_module_of_the_grader_has_a_process():
    section = paper("ARCHITECTURE.md").partition("\n## Four processes")[2].partition("\n## ")[0]
    modules = {path.stem for path in (ROOT / "grading").rglob("[!_]*.py")}
    assert modules <= set(re.findall(r"`(\w+)`", section))


def test_the_top_of_the_repository_fits_a_screen():
    entries = {path.partition("/")[0] for path in git("ls-files", "-z").split("\0") if path}
    assert len([entry for entry in entries if not entry.startswith(".")]) <= 18
