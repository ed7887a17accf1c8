"""The map of the course is whole.

Outcomes have questions, tasks have outcomes, and readings take the time that they say.
"""

import pytest
from conftest import ROOT, copy_of_course

from course import outcomes, readings, sphinx_extension

ROWS = outcomes.rows()


@pytest.mark.parametrize("page", outcomes.pages(), ids=lambda p: p.stem)
def test_a_reading_takes_at_most_fifteen_minutes_and_names_three_or_four_outcomes(page):
    text = page.read_text(encoding="utf-8")
    assert readings.minutes(text) <= 15
    assert 3 <= len(readings.outcomes(text)) <= 4
    assert readings.as_of(text)


def test_every_chapter_that_has_a_quiz_is_in_the_map():
    asking = {path.parent.name for path in (ROOT / "book").glob("*/*.quiz.yml")}
    assert asking == {row.chapter for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.page}-{row.number}")
def test_every_outcome_is_checked_by_a_question(row):
    assert row.questions, (
        f"no question of {row.page}.quiz.yml has outcome: {row.number} ({row.text})"
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.page}-{row.number}")
def test_every_outcome_is_practised_by_a_task(row):
    assert row.tasks, (
        f"no task of book/outcomes.yml names outcome {row.number} of {row.page} ({row.text})"
    )


@pytest.mark.parametrize("page", outcomes.pages(), ids=lambda p: p.stem)
def test_a_question_names_an_outcome_that_its_page_has(page):
    known = range(1, len(readings.outcomes(page.read_text(encoding="utf-8"))) + 1)
    assert [
        question["outcome"]
        for question in outcomes.quiz(page)
        if question.get("outcome", 1) not in known
    ] == []


@pytest.mark.parametrize("name", outcomes.sets())
def test_every_task_practises_an_outcome_that_exists(name):
    known = {(row.page, row.number) for row in ROWS if row.chapter == name}
    stated = outcomes.practised()[name]
    assert sorted(stated) == sorted(outcomes.sets()[name]), (
        "book/outcomes.yml names each task of the set, and no other"
    )
    for task, pages in stated.items():
        named = {(page, number) for page, numbers in pages.items() for number in numbers}
        assert named and named <= known, task


@pytest.mark.parametrize("name", outcomes.sets())
def test_every_reading_of_a_chapter_prepares_a_task(name):
    prepared = {page for pages in outcomes.practised()[name].values() for page in pages}
    assert prepared == {row.page for row in ROWS if row.chapter == name}


def test_the_map_links_each_question_and_names_each_task():
    shown = outcomes.show().data
    first = ROWS[0]
    assert all(
        f'href="../cost_curves/{first.page}.html#{first.page}-{i}"' in shown
        for i in first.questions
    )
    assert all(f"<code>{task}</code>" in shown for task in outcomes.sets()["cost_curves"])


def test_the_map_is_made_again_when_a_quiz_changes_and_other_pages_are_not(tmp_path, monkeypatch):
    root = copy_of_course(tmp_path)
    monkeypatch.setattr(sphinx_extension, "ROOT", root)
    pages = [root / "book" / "teaching" / "map.md", root / "book" / "how_to_use.md"]
    before = [sphinx_extension.fingerprint(page) for page in pages]
    with open(
        root / "book" / "cost_curves" / "who_gets_in.quiz.yml", "a", encoding="utf-8"
    ) as file:
        file.write("\n")
    after = [sphinx_extension.fingerprint(page) for page in pages]
    assert before[0] != after[0] and before[1] == after[1]


# ---- what a page's text says of itself

PAGE = """---
jupytext: {formats: "md:myst"}
---
# A title

After this page you can

- do one thing,
  in two lines;
- do another.

*Before you start:* nothing. *As of:* the year 2026. A sentence more.

```{code-cell} ipython3
:tags: [remove-input]
figures.show(a)
figures.show(b)
```

```{code-cell} ipython3
shown = 1
```

One [two](a_long_address.md) {glue:text}`three:.1f` $x$ -- **four**.
"""


def test_title_outcomes_and_date_are_read_from_the_page():
    assert readings.title(PAGE) == "A title"
    assert readings.outcomes(PAGE) == ["do one thing, in two lines", "do another"]
    assert readings.as_of(PAGE) == "the year 2026"


def test_a_page_that_is_no_reading_has_no_outcomes_and_no_date():
    assert readings.outcomes("# Glossary\n\n- a list\n") == []
    assert readings.as_of("# Glossary\n") is None


def test_minutes_count_words_figures_and_shown_code():
    # words: title 2, head of the outcomes 5, outcomes 8, line of dates 12, last line 5
    assert readings.minutes(PAGE) == pytest.approx(32 / 220 + 2 * 0.5 + 0.5)
