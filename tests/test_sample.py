"""The sample class is graded as written down, and a second run redoes nothing."""

import ast
import csv
import json
import re
import sys

import pytest
from conftest import ROOT, copy_of_course

from course import answers, notebooks, report, sample

SET = "cost_curves"
HAPPENINGS = {
    "loops",
    "vectorised",
    "another_algorithm",
    "percent_for_fraction",
    "off_by_one_year",
    "log10_for_log",
    "blank",
    "raises",
    "never_ends",
    "deleted_tests",
    "edited_tests",
    "not_json",
}


@pytest.fixture(scope="session")
def graded(tmp_path_factory, command):
    root = copy_of_course(tmp_path_factory.mktemp("sample") / "course")
    done = command(sys.executable, "-m", "course", "sample", cwd=root)
    assert done.returncode == 0, done.stdout
    return root, done.stdout


@pytest.fixture(scope="module")
def rows(graded):
    return {
        row["student_id"]: row
        for row in report.read(graded[0] / "_build" / "sample" / "grades.csv")
        if row["assignment"] == SET
    }


def test_the_class_has_a_submission_for_each_happening():
    assert set(sample.students(SET)) >= HAPPENINGS


@pytest.mark.parametrize("name", notebooks.assignments())
def test_every_known_answer_of_the_class_belongs_to_a_student_and_a_cell(name):
    cells = {notebooks.grade_id(cell) for cell in notebooks.read(notebooks.script(name)).cells}
    found = list(answers.read(name, "class"))
    assert {answer.title for answer in found} <= set(sample.students(name))
    assert {answer.cell for answer in found} <= cells


# ---- two corpora that are two


def shape(source):
    """An answer stripped of names, texts and docstrings, so that mere disguises are equal."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = "x"
        elif isinstance(node, ast.arg):
            node.arg = "x"
        elif isinstance(node, ast.FunctionDef):
            node.name = "f"
            node.body = node.body[ast.get_docstring(node) is not None :] or [ast.Pass()]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


@pytest.mark.parametrize("name", notebooks.assignments())
def test_no_answer_of_the_class_is_one_of_the_alternatives(name):
    alternatives = {shape(answer.source) for answer in answers.read(name, "right")}
    both = [
        (answer.title, answer.cell)
        for answer in answers.read(name, "class")
        if answer.task != "memo" and shape(answer.source) in alternatives
    ]
    assert both == []


def test_answers_that_differ_in_names_and_texts_alone_are_the_same():
    assert shape("def f(a):\n    'Doc.'\n    return a + 1") == shape("def g(b):\n    return b + 1")
    assert shape("def f(a):\n    return a + 1") != shape("def f(a):\n    return 1 + a")


@pytest.mark.parametrize("name", notebooks.assignments())
def test_every_submission_ends_as_expected(graded, name):
    rows = [
        row
        for row in report.read(graded[0] / "_build" / "sample" / "grades.csv")
        if row["assignment"] == name
    ]
    assert report.differences(rows, sample.expected(name)) == []


@pytest.mark.parametrize("student", ["loops", "vectorised", "another_algorithm"])
def test_right_methods_get_full_marks(rows, student):
    automatic = sum(
        c.metadata.nbgrader.points
        for c in notebooks.read(notebooks.script(SET)).cells
        if notebooks.kind(c) == "tests"
    )
    assert float(rows[student]["score"]) == automatic


def test_blank_notebook_gets_nothing(rows):
    assert float(rows["blank"]["score"]) == 0


def test_unreadable_submission_has_no_score_and_a_reason(rows):
    assert rows["not_json"]["outcome"] == "ungradable"
    assert rows["not_json"]["score"] == ""
    assert "not JSON" in rows["not_json"]["reason"]


def test_deleted_tests_are_put_back(rows):
    assert float(rows["deleted_tests"]["score"]) == pytest.approx(
        float({r["submission"]: r for r in _totals()}["deleted_tests"]["total"])
    )


def _totals():
    for row in sample.expected(SET):
        points = [float(v) for k, v in row.items() if k not in ("submission", "outcome") and v]
        yield row | {"total": sum(points)}


@pytest.mark.parametrize("name", notebooks.assignments())
def test_the_table_of_a_set_shows_who_submitted_it_and_no_one_else(graded, name):
    table = graded[1].partition(f"{name}: points by task")[2].partition("? waits")[0]
    shown = re.findall(r"^ *(\w+) .* (?:[\d.]+|-) *$", table, re.MULTILINE)
    assert sorted(shown) == sorted(sample.students(name))


def test_progress_reads_well_in_a_log(graded):
    count = len(sample.students(SET))
    assert f"\nGrading {SET}: {count} of {count}\n" in f"\n{graded[1]}"
    assert not re.search(r"[\x1b\r━]", graded[1])


def test_where_the_grades_are_is_said_once(graded):
    assert graded[1].count("grades.csv") == 1


def test_a_second_run_grades_nothing_again(graded, command):
    root = graded[0]
    marks = {
        p: p.stat().st_mtime_ns
        for p in (root / "_build" / "sample" / "autograded").rglob("*.ipynb")
    }
    done = command(sys.executable, "-m", "course", "sample", cwd=root)
    assert done.returncode == 0, done.stdout
    assert {
        p: p.stat().st_mtime_ns
        for p in (root / "_build" / "sample" / "autograded").rglob("*.ipynb")
    } == marks


def test_a_real_class_starts_without_the_sample_students(graded):
    assert not (graded[0] / "class" / "submitted").exists()


def test_a_wrong_expectation_is_reported(graded, command):
    root = graded[0]
    path = root / "solutions" / SET / "known_answers" / "class.csv"
    kept = path.read_text(encoding="utf-8")
    lines = list(csv.DictReader(kept.splitlines()))
    task = list(sample.expected(SET)[0])[2]
    next(row for row in lines if row["submission"] == "blank")[task] = "99"
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, lines[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
    done = command(sys.executable, "-m", "course", "sample", cwd=root)
    path.write_text(kept, encoding="utf-8")
    assert done.returncode == 1
    assert f"blank, {task}: expected 99, graded 0" in done.stdout


RELEASE = ROOT / "exercises" / SET / f"{SET}.ipynb"


def test_an_answer_to_an_unknown_cell_is_an_error():
    with pytest.raises(KeyError):
        sample.laid_over(RELEASE, {"no_such_cell": "1"})


def test_dropped_cells_are_gone():
    cells = json.loads(sample.laid_over(RELEASE, {}, drop="*-test"))["cells"]
    names = [c["metadata"].get("nbgrader", {}).get("grade_id") or "" for c in cells]
    assert names and not [name for name in names if name.endswith("-test")]
