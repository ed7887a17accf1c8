"""Isolated grading through nbgrader's own commands.

Broken and hostile submissions cost only their own points, and feedback gives nothing away.
"""

import csv
import json
import os
import shutil
import time
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from conftest import copy_of_course
from nbgrader.api import Gradebook

from course import notebooks, sample
from nbgrader_isolated import batch, execute, matching, reference, workers
from nbgrader_isolated.results import CellResult, Reason, Run
from tests import attacks

SET = "cost_curves"
SECRET = "Prices in any order, and a firm with a single price"  # message of a hidden test


def cell(notebook, name):
    return next(c for c in notebook.cells if notebooks.grade_id(c) == name)


def forgets(notebook):
    """Drops a price where there are seven, as in a hidden test."""
    cell(notebook, "price_plot").source += """
whole = price_plot
def price_plot(*columns):
    print("printed by", "the student")
    return whole(*[column[:-1] if len(column) == 7 else column for column in columns])
"""


def doubled(notebook):
    notebook.cells.insert(3, nbformat.from_dict(cell(notebook, "blended_price-test")))
    notebook.cells.append(nbformat.from_dict(cell(notebook, "decline_rate")))


def stripped(notebook):
    for c in notebook.cells:
        if notebooks.kind(c) == "tests":
            c.metadata = {"tags": ["skip-execution"]}
            c.source = "pass"


def reordered(notebook):
    """Has the last task first, behind the set-up cells."""
    starts = [
        place
        for place, c in enumerate(notebook.cells)
        if notebooks.grade_id(c).endswith("-question")
    ][1:]
    ends = [*starts[1:], len(notebook.cells)]
    tasks = [notebook.cells[a:b] for a, b in zip(starts, ends, strict=True)]
    notebook.cells = notebook.cells[: starts[0]] + [c for task in tasks[::-1] for c in task]


def retyped(notebook):
    answer = cell(notebook, "price_path")
    answer.cell_type = "markdown"
    for key in ("outputs", "execution_count"):
        answer.pop(key, None)


def leaves(notebook):
    cell(notebook, "price_path").source += "\nimport os\nos._exit(0)"


def warns(notebook):
    cell(notebook, "price_path").source = (
        cell(notebook, "price_path").source.replace('"""', '"""', 1)
        + "\nimport warnings\nwarnings.warn('mine')"
    )


def scripted(notebook):
    cell(notebook, "memo").source = (
        "<script>alert('memo')</script> A memo [with a link](javascript:alert(1)). "
        "<img src=x onerror=alert(2)>"
    )
    for text in (
        "[a](&#106;avascript:alert(3))",
        "[b](javascript\\:alert(4))",
        "[c](&amp;#106;avascript:alert(5))",
        "![d](attachment:none.png)",
        "\\\\(" * 20_000,
    ):
        notebook.cells.append(nbformat.v4.new_markdown_cell(text))
    pasted = nbformat.v4.new_markdown_cell("![e](attachment:a.png)")
    pasted["attachments"] = {"a.png": {"image/png": "cGl4ZWxz"}}
    notebook.cells.append(pasted)


def forged(notebook):
    notebook.metadata["grading"] = {"outcome": "scored"}
    notebook.metadata["language_info"] = {"name": "<b>forged</b>"}
    notebook.metadata["kernelspec"] = {"name": "bash", "language": "bash", "display_name": "Bash"}


CHANGES = [forgets, doubled, stripped, reordered, retyped, leaves, warns, scripted, forged]


@pytest.fixture(scope="session")
def class_of_broken(tmp_path_factory, command):
    """A copy of the course whose class of broken submissions was graded once, by plain nbgrader."""
    root = copy_of_course(tmp_path_factory.mktemp("graded") / "course")
    assert command("python", "-m", "course", "release", cwd=root).returncode == 0
    submitted = root / "class" / "submitted"
    solved = sample.solved(SET, root / "exercises" / SET / f"{SET}.ipynb")
    for change in CHANGES:
        notebook = nbformat.reads(solved, as_version=4)
        change(notebook)
        folder = submitted / change.__name__ / SET
        folder.mkdir(parents=True)
        (folder / f"{SET}.ipynb").write_text(nbformat.writes(notebook), encoding="utf-8")
    (submitted / "warns" / SET / "numpy.py").write_text("raise SystemExit\n")
    linked = submitted / "linked" / SET
    linked.mkdir(parents=True)
    (linked / f"{SET}.ipynb").write_text(solved, encoding="utf-8")
    os.symlink(root / "solutions" / SET / f"{SET}.py", linked / "notes.txt")
    latin = submitted / "latin" / SET
    latin.mkdir(parents=True)
    (latin / f"{SET}.ipynb").write_bytes(
        solved.replace("price", "pr\xeece").encode("latin-1", "replace")
    )
    done = command("nbgrader", "autograde", SET, cwd=root)
    assert done.returncode != 0 and "linked" in done.stdout and "latin" in done.stdout
    assert "notes.txt ->" not in done.stdout, "nbgrader followed a link"
    for step in (["generate_feedback", SET], ["export"]):
        assert command("nbgrader", *step, cwd=root).returncode == 0
    return root


@pytest.fixture(scope="module")
def rows(class_of_broken):
    with open(class_of_broken / "class" / "grades.csv", newline="", encoding="utf-8") as file:
        return {row["student_id"]: row for row in csv.DictReader(file) if row["assignment"] == SET}


def feedback(class_of_broken, student):
    return (class_of_broken / "class" / "feedback" / student / SET / f"{SET}.html").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    "student", ["doubled", "stripped", "reordered", "retyped", "warns", "scripted", "forged"]
)
def test_cells_put_back_earn_what_the_answers_are_worth(rows, student):
    assert rows[student]["outcome"] == "scored"
    assert float(rows[student]["score"]) == 80


def test_a_cell_that_ends_its_process_costs_its_own_task_alone(rows):
    assert float(rows["leaves"]["price_path"]) == 0
    assert float(rows["leaves"]["score"]) == 76
    assert "price_path" in rows["leaves"]["reason"]


@pytest.mark.parametrize(
    ("student", "words"), [("linked", "notes.txt is a link"), ("latin", "not UTF-8")]
)
def test_what_cannot_be_graded_has_a_reason_and_no_score(rows, student, words):
    assert rows[student]["outcome"] == "ungradable" and rows[student]["score"] == ""
    assert words in rows[student]["reason"]


def test_feedback_shows_message_and_points_of_a_hidden_test_but_no_line_of_it(
    class_of_broken, rows
):
    page = feedback(class_of_broken, "forgets")
    assert float(rows["forgets"]["price_plot"]) < 8
    assert SECRET in page and "printed by the student" not in page
    hidden = [
        line.strip()
        for c in notebooks.read(notebooks.script(SET)).cells
        if notebooks.kind(c) == "tests"
        for line in _hidden(c.source)
    ]
    assert hidden and not [
        line for line in hidden if len(line) > 30 and SECRET not in line and line in page
    ]


def _hidden(source):
    from nbgrader_isolated import plan

    numbers = plan.hidden_lines(source)
    return [line for i, line in enumerate(source.splitlines(), 1) if i in numbers]


def test_scripts_of_a_student_do_not_reach_feedback(class_of_broken):
    page = feedback(class_of_broken, "scripted")
    assert "A memo" in page
    assert "data:image/png;base64,cGl4ZWxz" in page
    assert (
        'href="javascript:' not in page
        and "<img src=x onerror" not in page
        and "<script>alert" not in page
    )


@pytest.mark.parametrize("student", [change.__name__ for change in CHANGES])
def test_a_run_begun_ahead_is_of_the_cells_that_nbgrader_comes_with(class_of_broken, student):
    folder = class_of_broken / "class"
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        source = nbformat.read(class_of_broken / "solutions" / SET / f"{SET}.ipynb", as_version=4)
        originals = matching.originals_of(gradebook.find_notebook(SET, SET), source)
    graded = nbformat.read(folder / "autograded" / student / SET / f"{SET}.ipynb", as_version=4)
    submitted = execute.read(folder / "submitted" / student / SET / f"{SET}.ipynb")
    restored = matching.restore(submitted, originals).notebook
    assert reference.cells_of(restored) == reference.cells_of(graded)


@pytest.fixture
def coming(tmp_path):
    return [tmp_path / student / f"{SET}.ipynb" for student in "abcd"]


def test_the_next_submissions_run_ahead_and_no_more_than_may(coming):
    shared = batch.Batch(coming)
    shared.begin(coming[0], 2, str)
    assert list(shared.begun) == coming[1:3]
    shared.take(coming[1])
    shared.begin(coming[1], 2, str)
    assert list(shared.begun) == coming[2:]


def test_what_ran_ahead_is_handed_over_once(coming):
    shared = batch.Batch(coming)
    shared.begin(coming[0], 1, str)
    assert shared.take(coming[1]) == str(coming[1]) and shared.take(coming[1]) is None


def test_what_ran_ahead_for_submissions_passed_over_is_dropped(coming):
    shared = batch.Batch(coming)
    shared.begin(coming[0], 2, str)
    assert shared.take(coming[3]) is None and not shared.begun


def test_what_runs_ahead_can_be_waited_for(coming):
    shared, ended = batch.Batch(coming), []
    shared.begin(coming[0], 2, lambda path: (time.sleep(0.2), ended.append(path)))
    shared.settle()
    assert sorted(ended) == coming[1:3]


RIGHT, WRONG = CellResult(passed=True), CellResult()
LATE, LOST = CellResult(late=True), CellResult(lost=True)


def test_a_run_leaves_open_what_was_late_lost_or_left_out():
    run = Run(tests={"a": RIGHT, "b": WRONG, "c": LATE, "d": LOST}, left_out={"e": Reason.LATE})
    assert run.open == {"c", "d", "e"}


def test_a_second_run_decides_only_what_the_first_left_open():
    first = Run(tests={"a": RIGHT, "b": WRONG, "c": LATE}, left_out={"d": Reason.EXITED})
    second = Run(tests={"a": WRONG, "b": RIGHT, "c": RIGHT, "d": RIGHT})
    assert first.decided_by(second).tests == {"a": RIGHT, "b": WRONG, "c": RIGHT, "d": RIGHT}


def test_a_second_run_decides_all_of_one_that_gave_way_before_the_tests():
    second = Run(tests={"a": RIGHT})
    assert Run(gave_way=True, left_out={"#0": Reason.LATE}).decided_by(second) is second


def test_a_second_run_changes_nothing_that_cells_said():
    first = Run(cells={"#0": ["first"]}, tests={"a": LATE})
    assert first.decided_by(Run(cells={"#0": ["second"]}, tests={"a": RIGHT})).cells == first.cells


@pytest.mark.parametrize(("gave_way", "seconds"), [(True, 0), (False, 30)])
def test_a_run_that_gave_way_is_repeated_with_the_time_that_any_run_has(
    monkeypatch, gave_way, seconds
):
    first, limits = Run(tests={"a": LATE}, starved=True, gave_way=gave_way), []
    assignment = SimpleNamespace(
        batch=batch.Batch([]), run_ahead=None, limits={"late_seconds": 0, "cell_seconds": 30}
    )
    submission = execute.Submission([], {}, Path(), Path(), assignment)
    runs = iter([first, Run(tests={"a": RIGHT})])
    monkeypatch.setattr(
        submission, "_run", lambda give_way=False, **kept: (limits.append(kept), next(runs))[1]
    )
    submission.run_of_its_own(1)
    assert limits[1] == {"late_seconds": seconds}


def test_a_run_ahead_that_fails_leaves_it_to_nbgraders_turn(coming):
    shared = batch.Batch(coming)
    shared.begin(coming[0], 1, lambda path: 1 / 0)
    assert shared.take(coming[1]) is None


def test_the_autograded_notebook_says_how_it_was_contained(class_of_broken):
    notebook = json.loads(
        (class_of_broken / "class" / "autograded" / "doubled" / SET / f"{SET}.ipynb").read_text(
            encoding="utf-8"
        )
    )
    assert notebook["metadata"]["grading"]["tier"] in ("namespaces", "landlock")


def test_a_half_written_result_is_redone(class_of_broken, command):
    graded = class_of_broken / "class" / "autograded" / "warns" / SET / f"{SET}.ipynb"
    whole = json.loads(graded.read_text(encoding="utf-8"))
    del whole["metadata"]["grading"]
    graded.chmod(0o644)
    graded.write_text(json.dumps(whole), encoding="utf-8")
    command("nbgrader", "autograde", SET, "--student", "warns", cwd=class_of_broken)
    assert "grading" in json.loads(graded.read_text(encoding="utf-8"))["metadata"]


def test_grading_without_isolation_says_so(class_of_broken, tmp_path, command):
    root = tmp_path / "unsafe"
    shutil.copytree(class_of_broken, root, symlinks=True)
    config = root / "nbgrader_config.py"
    config.write_text(
        config.read_text(encoding="utf-8") + "\nc.IsolatedExecute.unsafe = True\n", encoding="utf-8"
    )
    assert (
        command("nbgrader", "autograde", SET, "--student", "forged", "--force", cwd=root).returncode
        == 0
    )
    assert command("nbgrader", "export", cwd=root).returncode == 0
    with open(root / "class" / "grades.csv", newline="", encoding="utf-8") as file:
        row = next(
            row
            for row in csv.DictReader(file)
            if (row["student_id"], row["assignment"]) == ("forged", SET)
        )
    assert row["reason"] == "graded without isolation" and float(row["score"]) == 80


def test_make_grade_names_what_changed_and_grades_it_again_on_a_word(
    class_of_broken, tmp_path, command
):
    root = tmp_path / "changed"
    shutil.copytree(class_of_broken, root, symlinks=True)
    path = root / "class" / "submitted" / "warns" / SET / f"{SET}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    cell(notebook, "price_path").source = "def price_path(*columns):\n    return None"
    nbformat.write(notebook, path)
    said = command("python", "-m", "course", "grade", SET, cwd=root).stdout
    assert "warns: what was submitted has changed" in said
    assert "These scores would change" in said and "warns       price_path-test" in said
    said = command("python", "-m", "course", "grade", SET, "--regrade", cwd=root).stdout
    assert "Graded again: warns" in said and "These scores changed" in said
    said = command("python", "-m", "course", "grade", SET, cwd=root).stdout
    assert "has changed" not in said


def test_time_that_a_cell_swallows_counts_all_the_same():
    found = attacks.passed(
        [c | {"source": SWALLOWS} if c["name"] == "length-count" else c for c in attacks.solved()],
        workers.tier(),
        failing=["length-count"],
    )
    assert [name for name, good in found.items() if not good] == ["length-count"]


SWALLOWS = """
try:
    while True:
        length("abc")
except:
    pass
"""
