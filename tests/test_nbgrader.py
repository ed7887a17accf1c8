"""The whole loop with nbgrader's own commands.

Neither the student nor the instructor has ever heard of our Makefile.
"""

import csv
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import nbformat
import pytest
from conftest import copy_of_course, git

from course import notebooks, sample

SET = "cost_curves"


@pytest.fixture(scope="session")
def loop(tmp_path_factory, command):
    """A copy whose class has gone through the whole loop once.

    That is release, fetch, submit, collect, autograde, feedback and export.
    """
    root = copy_of_course(tmp_path_factory.mktemp("loop") / "course")
    root.parent.chmod(0o755)
    script = root / "solutions" / SET / f"{SET}.py"
    notebooks.write(notebooks.read(script), script.with_suffix(".ipynb"))
    home = root.parent / "home"
    home.mkdir()
    log = {}

    def step(*words, cwd=root):
        folder = str(root.parent / "exchange")
        done = command("nbgrader", *words, cwd=cwd, HOME=str(home), EXCHANGE_FOLDER=folder)
        assert done.returncode == 0, done.stdout
        log[words[0]] = done.stdout

    step("generate_assignment", SET, "--force")
    step("release_assignment", SET)
    step("fetch_assignment", SET)
    solved = sample.solved(SET, root / "exercises" / SET / f"{SET}.ipynb")
    (root / SET / f"{SET}.ipynb").write_text(solved, encoding="utf-8")
    step("submit", SET)
    step("collect", SET)
    step("autograde", SET)
    step("generate_feedback", SET)
    step("export")
    return root, log


@pytest.fixture(scope="module")
def grades(loop):
    rows = csv.DictReader(
        (loop[0] / "class" / "grades.csv").read_text(encoding="utf-8").splitlines()
    )
    return list(rows)


def test_the_exchange_lies_where_the_instructor_says(loop):
    assert list((loop[0].parent / "exchange").rglob(f"{SET}.ipynb"))


@pytest.mark.parametrize("name", notebooks.assignments())
def test_validate_tells_a_solved_notebook_from_an_untouched_one(loop, name, command):
    root, release = loop[0], loop[0] / "exercises" / name / f"{name}.ipynb"
    (root / "solved.ipynb").write_text(sample.solved(name, release), encoding="utf-8")
    shutil.copy(release, root / "untouched.ipynb")
    assert (
        "Success! Your notebook passes all the tests."
        in command("nbgrader", "validate", "solved.ipynb", cwd=root).stdout
    )
    assert (
        "VALIDATION FAILED" in command("nbgrader", "validate", "untouched.ipynb", cwd=root).stdout
    )


def test_solution_gets_all_automatic_points(grades):
    reference = notebooks.read(notebooks.script(SET))
    automatic = sum(
        c.metadata.nbgrader.points for c in reference.cells if notebooks.kind(c) == "tests"
    )
    assert float(grades[0]["score"]) == automatic


def test_memo_waits_for_a_grade_by_hand(grades):
    assert grades[0]["memo"] == ""


def test_export_names_the_outcome(grades):
    assert [row["outcome"] for row in grades] == ["scored"]


def test_feedback_is_written(loop):
    assert list((loop[0] / "class" / "feedback").rglob(f"{SET}.html"))


def test_nothing_of_the_class_is_seen_by_git():
    # the last one: where nbgrader zip_collect looks if a class has a configuration of its own
    private = ["class/grades.csv", "class/gradebook.db", f"downloaded/{SET}/archive/ada.ipynb"]
    assert git("check-ignore", *private).splitlines() == private


def test_formgrader_shows_the_submission_and_the_rubric(loop, browser):
    root = loop[0]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    path = f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}"
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            f"--port={port}",
            "--IdentityProvider.token=",
        ],
        cwd=root,
        env=os.environ | {"PATH": path, "HOME": str(root.parent / "home")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{base}/api/status", timeout=5)
                break
            except OSError:
                time.sleep(0.5)
        tab = browser.new_page()
        tab.goto(f"{base}/formgrader/gradebook/{SET}/{SET}")
        tab.wait_for_selector("#submissions, table")
        tab.wait_for_function(
            "document.querySelectorAll('table tbody tr a').length > 0", timeout=30_000
        )
        assert "Submission #1" in tab.inner_text("table")
        tab.click("table tbody tr a")
        tab.wait_for_load_state()
        text = tab.content()
        assert 'id="memo"' in text or "memo" in text
        assert re.search(r"criterion|criteria|rubric", text, re.IGNORECASE)
        tab.close()
    finally:
        server.terminate()
        server.wait(timeout=30)


def test_student_release_does_not_show_the_mark_scheme(loop):
    text = json.dumps(nbformat.read(loop[0] / "exercises" / SET / f"{SET}.ipynb", as_version=4))
    assert "MARK SCHEME" not in text and "BEGIN SOLUTION" not in text and "HIDDEN TESTS" not in text
