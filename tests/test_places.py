"""The course works where people put it: without git, in any folder, called from another one."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, copy_of_course, git
from nbgrader.apps.zipcollectapp import ZipCollectApp
from rich.console import Console

from course import __main__ as commands
from course import grade, notebooks, progress, report, sample

SET = "cost_curves"


def make(*arguments, cwd):
    """What ``make`` prints, without the lines about folders that a make above this test adds."""
    return subprocess.run(
        ["make", "--no-print-directory", *map(str, arguments)],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={key: value for key, value in os.environ.items() if not key.startswith("MAKE")},
    )


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A class folder outside the course, in the environment of this test."""
    folder = tmp_path / "Klasse für alle"
    monkeypatch.setenv("CLASS_FOLDER", str(folder))
    monkeypatch.chdir(ROOT)
    return folder


# ---- without git


def test_a_copy_made_without_git_is_what_git_lists(tmp_path):
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    root = copy_of_course(tmp_path / "course")
    copied = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
    assert copied == {name for name in listed if (ROOT / name).is_file()}


def test_every_file_that_git_keeps_has_the_line_ends_of_every_machine():
    lines = git("ls-files", "--eol", "--cached").splitlines()
    given = [line.split("\t")[1] for line in lines if "attr/text=auto eol=lf" not in line]
    assert set(given) <= {"book/images/reading.png", "tests/attacks/table.csv"}


# ---- in any folder


def test_a_class_outside_a_course_in_a_folder_with_spaces_and_umlauts_is_graded(tmp_path, command):
    root = copy_of_course(tmp_path / "Ein Kürs für alle")
    folder = tmp_path / "Meine Klässe"
    solved = sample.solved(SET, root / "exercises" / SET / f"{SET}.ipynb")
    submission = folder / "submitted" / "ada" / SET / f"{SET}.ipynb"
    submission.parent.mkdir(parents=True)
    submission.write_text(solved, encoding="utf-8")
    words = [sys.executable, "-m", "course", "grade", SET]
    done = command(*words, cwd=root, CLASS_FOLDER=str(folder))
    assert done.returncode == 0, done.stdout
    assert f"Grades: {folder / 'grades.csv'}" in done.stdout
    assert [row["outcome"] for row in report.read(folder / "grades.csv")] == ["scored"]
    assert (folder / "feedback" / "ada" / SET / f"{SET}.html").exists()
    assert not (root / "class").exists()


def test_an_empty_class_outside_the_course_is_told_by_its_whole_path(elsewhere):
    done = CliRunner().invoke(commands.main, ["grade", SET])
    assert done.exit_code == 1
    assert f"put notebooks at {elsewhere}/submitted/STUDENT/{SET}/{SET}.ipynb" in done.output


def test_paths_are_told_from_the_course_or_whole():
    assert commands.shown(ROOT / "class" / "grades.csv") == Path("class/grades.csv")
    assert commands.shown("/elsewhere/grades.csv") == Path("/elsewhere/grades.csv")


def test_what_zip_collect_brings_lies_with_the_class(elsewhere):
    api = grade.api()
    app = ZipCollectApp(config=api.config)
    app.coursedir = api.coursedir
    app.coursedir.assignment_id = SET
    archive = Path(app._format_collect_path(app.archive_directory))
    assert archive == elsewhere / "downloaded" / SET / "archive"


# ---- called from another folder, with an environment that is a link


@pytest.fixture
def makefile(tmp_path):
    folder = tmp_path / "Ein Kürs"
    folder.mkdir()
    (folder / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    (folder / "requirements.txt").write_text("")
    return folder / "Makefile"


@pytest.mark.parametrize("how", ["-C", "-f"])
def test_make_works_from_another_folder(makefile, how, tmp_path):
    (tmp_path / "grade").mkdir()  # a name of that folder's own that is also a target
    place = makefile if how == "-f" else makefile.parent
    assert "\ngrade " in make(how, place, cwd=tmp_path).stdout
    done = make(how, place, "grade", cwd=tmp_path)
    assert done.returncode != 0
    assert "Say which problem set: make grade SET=cost_curves" in done.stdout


@pytest.mark.parametrize("exists", [True, False])
def test_a_virtual_environment_may_be_a_link(makefile, exists, tmp_path, environments):
    real = environments / "course"
    if exists:
        real.mkdir(parents=True)
    (makefile.parent / ".venv").symlink_to(real)
    python = tmp_path / "ein Python"
    python.symlink_to(sys.executable)
    done = make(".venv/installed", f"PYTHON={python}", cwd=makefile.parent)
    assert done.returncode == 0, done.stdout
    assert (makefile.parent / ".venv").is_symlink() and (real / "installed").exists()


def test_make_course_first_says_how_long_it_takes(makefile):
    first = make("course", "-n", cwd=makefile.parent).stdout.splitlines()[0]
    assert "minutes the first time" in first


# ---- on a terminal and in a log


def test_progress_in_a_log_is_a_line_now_and_then_and_one_at_the_end(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    said = io.StringIO()
    with progress.Steps(Console(file=said, width=80), "Grading a_set", 5) as steps:
        for _ in range(5):
            now[0] += 6
            steps.advance()
        steps.say("\x1b[91ma warning: [1] is not markup\x1b[39;49;00m")
    assert said.getvalue().splitlines() == [
        "Grading a_set: 3 of 5",
        "a warning: [1] is not markup",
        "Grading a_set: 5 of 5",
    ]


def test_progress_on_a_terminal_is_a_bar_below_what_is_said():
    said = io.StringIO()
    console = Console(file=said, width=80, force_terminal=True, color_system=None)
    with progress.Steps(console, "Starting") as steps:
        steps.begin("Grading a_set", 2)
        steps.advance()
        steps.say("a warning")
        steps.advance()
    text = said.getvalue()
    assert "a warning" in text and "Grading a_set ━" in text and "2/2" in text
    assert "a_set: " not in text


def test_a_step_without_parts_leaves_nothing_in_a_log():
    said = io.StringIO()
    with progress.Steps(Console(file=said), "Starting"):
        pass
    assert said.getvalue() == ""


def test_a_table_lists_who_submitted_the_set():
    row = {"assignment": SET, "last_name": "", "first_name": "", "score": "1", "one": "1"}
    rows = [
        row | {"student_id": "dee", "outcome": "ungradable"},
        row | {"student_id": "ada", "outcome": "scored"},
        row | {"student_id": "ben", "outcome": "not submitted"},
        row | {"student_id": "cyd", "outcome": "scored", "assignment": notebooks.assignments()[-1]},
    ]
    table = report.table(rows, SET, {"one": 1})
    assert list(table.columns[0].cells) == ["ada", "dee"]


def test_a_table_shows_every_students_name_as_it_is():
    names = ["a[/b]", "c[red]", "d\n\x1be"]
    row = {"assignment": SET, "last_name": "", "first_name": "", "outcome": "ungradable"}
    said = io.StringIO()
    table = report.table([row | {"student_id": name} for name in names], SET, {"one": 1})
    Console(file=said, width=80).print(table)
    assert [line.split()[0] for line in said.getvalue().splitlines()[-3:]] == [
        "a[/b]",
        "c[red]",
        "d??e",
    ]
