"""A user's mistake is answered with one clear sentence and a non-zero exit, and nothing is lost."""

import codecs
import io
import os
import shutil
import socket
import subprocess
import sys
import zipfile

import pytest
from click.testing import CliRunner
from conftest import ROOT

from course import __main__ as commands
from course import notebooks, report, sample
from nbgrader_isolated import unreadable

SET = "cost_curves"


@pytest.fixture
def course(monkeypatch, tmp_path):
    """Calls a command of the course, in this process, with a class of its own."""
    monkeypatch.setenv("CLASS_FOLDER", str(tmp_path / "class"))
    monkeypatch.chdir(ROOT)
    return lambda *arguments: CliRunner().invoke(commands.main, arguments)


def submit(root, student, text, name=f"{SET}.ipynb"):
    folder = root / "class" / "submitted" / student / SET
    folder.mkdir(parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize("command", ["grade", "release"])
def test_unknown_problem_set_is_answered_with_the_known_ones(course, command):
    done = course(command, "cost_curve")
    assert done.exit_code == 1
    assert done.output.strip() == (
        f"Error: There is no problem set 'cost_curve'. Choose one of: "
        f"{', '.join(notebooks.assignments())}."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "c = get_config()\nc.x = nonesuch\n",
            "line 2: NameError: name 'nonesuch' is not defined. ",
        ),
        ("c = get_config(\n", "line 1: '(' was never closed. "),
        ("c = get_config()\n", "does not set up isolated grading. "),
    ],
    ids=["error", "syntax", "not configured"],
)
def test_a_configuration_that_fails_or_does_not_isolate_grades_nothing(
    course, monkeypatch, tmp_path, text, words
):
    (tmp_path / "nbgrader_config.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    done = course("grade", SET)
    assert done.exit_code == 1
    assert f"nbgrader_config.py{', ' if 'line' in words else ' '}{words}" in done.output
    assert done.output.rstrip().endswith("then repeat the command.")


def test_an_empty_class_is_told_where_notebooks_belong(course, tmp_path):
    done = course("grade", SET)
    assert done.exit_code == 1
    assert f"{tmp_path / 'class'}/submitted/STUDENT/{SET}/{SET}.ipynb" in done.output


def test_broken_submissions_are_named_and_all_others_graded(course_copy, command):
    release = course_copy / "exercises" / SET / f"{SET}.ipynb"
    submit(course_copy, "ada", release.read_text(encoding="utf-8"))
    corrupt = submit(course_copy, "ben", "{ half a note")
    submit(course_copy, "cyd", release.read_text(encoding="utf-8"), name=f"{SET} (1).ipynb")
    folder = submit(course_copy, "dee", release.read_text(encoding="utf-8")).parent
    (folder / f"{SET} (1).ipynb").write_text(sample.solved(SET, release), encoding="utf-8")
    folder = submit(course_copy, "eve", sample.solved(SET, release)).parent
    (folder / "copy.ipynb").write_text(release.read_text(encoding="utf-8"), encoding="utf-8")
    done = command(sys.executable, "-m", "course", "grade", SET, cwd=course_copy)
    assert done.returncode == 1
    assert f"ben: {SET}.ipynb is not JSON (line 1)" in done.stdout
    assert (
        f"cyd: There is no {SET}.ipynb. The folder holds {SET} (1).ipynb: rename it." in done.stdout
    )
    assert f"dee: {SET}.ipynb has no answer, it is as it was released." in done.stdout
    assert f"eve: {SET}.ipynb is graded, copy.ipynb is not." in done.stdout
    assert "Traceback" not in done.stdout
    rows = {row["student_id"]: row for row in report.read(course_copy / "class" / "grades.csv")}
    assert {name: row["outcome"] for name, row in rows.items()} == {
        "ada": "scored",
        "ben": "ungradable",
        "cyd": "ungradable",
        "dee": "ungradable",
        "eve": "scored",
    }
    assert rows["cyd"]["score"] == rows["dee"]["score"] == ""
    assert rows["dee"]["reason"].endswith(f"The folder holds {SET} (1).ipynb: rename it.")
    assert corrupt.read_text() == "{ half a note"


def test_no_network_at_install_says_so_and_leaves_no_half_environment(environments):
    if not shutil.which("unshare"):
        pytest.skip("no unshare: network namespaces are Linux's")
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, environments)
    offline = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]
    done = subprocess.run(
        [*offline, "make", "book", f"PYTHON={sys.executable}"],
        cwd=environments,
        capture_output=True,
        text=True,
        env=os.environ | {"PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"},
    )
    assert done.returncode != 0
    assert "The packages were not installed: check the network" in done.stdout
    assert not (environments / ".venv" / "installed").exists()


def test_serve_without_a_book_says_what_to_do(course, monkeypatch, tmp_path):
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    done = course("serve")
    assert done.exit_code == 1
    assert done.output.strip() == "Error: The book is not built yet: run 'make book' first."


def test_serve_on_a_taken_port_says_so(course, monkeypatch, built):
    monkeypatch.setattr(commands, "ROOT", built)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = course("serve", "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 1
    assert "cannot be used" in done.output


def test_make_grade_asks_for_a_set_before_it_installs_anything(tmp_path):
    shutil.copy(ROOT / "Makefile", tmp_path)
    # without --no-print-directory a make above this test has it name its folder too
    done = subprocess.run(
        ["make", "--no-print-directory", "grade"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode != 0
    assert done.stdout.strip() == "Say which problem set: make grade SET=cost_curves"
    assert not (tmp_path / ".venv").exists()


@pytest.fixture
def built(tmp_path):
    """A course with a book of one page."""
    for name in ("LICENSES", "exercises"):
        shutil.copytree(ROOT / name, tmp_path / name)
    site = tmp_path / "_build" / "html"
    site.mkdir(parents=True)
    (site / "index.html").write_text("x")
    return tmp_path


def test_bundle_says_how_to_publish_it_and_that_the_address_is_still_missing(
    course, monkeypatch, built
):
    monkeypatch.setattr(commands, "ROOT", built)
    done = course("bundle")
    assert done.exit_code == 0, done.output
    assert "a repository of its own before you push" in done.output
    assert "set repository, url in _config.yml" in done.output
    assert (built / "_build" / "student" / "runtime.txt").read_text() == "python-3.12\n"


def test_make_help_lists_every_target():
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True).stdout
    assert all(
        f"\n{name} " in f"\n{said}"
        for name in ("course", "test", "book", "release", "grade", "serve", "student-bundle")
    )


def zipped(*names):
    """A zip archive with empty files of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "is not JSON"),
        (b"", "is empty"),
        (b"\xff{}", "is not UTF-8 text"),
        (codecs.BOM_UTF16_LE + b"{\0", "is UTF-16 text, not UTF-8"),
        (codecs.BOM_UTF16_BE + b"\0{", "is UTF-16 text, not UTF-8"),
        (b"[]", "not a notebook"),
        (b"null", "not a notebook"),
        (b'{"nbformat": 2}', "damaged"),
        (b"[" * 100_000, "is not JSON"),
        pytest.param(zipped("ps1.ipynb"), "is a zip archive: unpack it", id="zip"),
        (b"PK\x03\x04 cut short", "is a zip archive: unpack it"),
        pytest.param(zipped("word/document.xml"), "is a Word document: submit", id="Word"),
        (b"%PDF-1.7\n\xe2", "is a PDF: submit the notebook itself"),
        (b"\n<!DOCTYPE html>\n<html>", "is a web page, perhaps of a login: download"),
        (codecs.BOM_UTF8 + b"<html lang='en'>", "is a web page"),
        (b"\x1f\x8b\x08", "is a gzip archive: unpack it"),
        (b"\x89PNG\r\n", "is a picture"),
    ],
)
def test_reason_of_an_unreadable_file(tmp_path, content, words):
    path = tmp_path / "set.ipynb"
    path.write_bytes(content)
    assert words in unreadable.reason(path)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["plain", "with a mark"])
def test_a_readable_notebook_has_no_reason(tmp_path, mark):
    released = ROOT / "exercises" / SET / f"{SET}.ipynb"
    path = tmp_path / "set.ipynb"
    path.write_bytes(mark + released.read_bytes())
    assert unreadable.reason(path) == ""
