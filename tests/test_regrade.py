"""What happens to grades when a test, its points, a file or a submission changes."""

import json
import logging
import os
import shutil
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from traitlets.config import Config

import nbgrader_isolated
from nbgrader_isolated import regrade

FLAGS = {
    "set-up": {"grade": False, "solution": False, "locked": True},
    "answer": {"grade": False, "solution": True, "locked": False},
    "tests": {"grade": True, "solution": False, "locked": True},
    "memo": {"grade": True, "solution": True, "locked": False},
}
TEST = "assert double(2) == 4"


def cell(name, role, source, points=1):
    about = FLAGS[role] | {"grade_id": name, "schema_version": 3, "cell_type": "code"}
    if about["grade"]:
        about["points"] = points
    return nbformat.v4.new_code_cell(source, metadata={"nbgrader": about}, id=name)


def notebook(*cells):
    about = {"name": "python3", "language": "python", "display_name": "Python 3"}
    return nbformat.v4.new_notebook(cells=list(cells), metadata={"kernelspec": about})


ANSWER = cell(
    "double",
    "answer",
    "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION",
)
MEMO = cell("memo", "memo", "# say why", 3)


class Class:
    """A small course whose one assignment two students have submitted."""

    def __init__(self, root):
        self.root = root
        config = Config()
        config.CourseDirectory.root, config.CourseDirectory.course_id = str(root), "small"
        nbgrader_isolated.configure(config)
        self.config = config
        self.api = NbGraderAPI(config=config, log_level=50)

    def generate(self, *cells):
        path = self.root / "source" / "ps1" / "p1.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook(*cells), path)
        made = self.api.generate_assignment("ps1", force=True, create=True)
        assert made["success"], made["error"] or made["log"]

    def submit(self, student, factor):
        path = self.root / "submitted" / student / "ps1" / "p1.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        made = nbformat.read(self.root / "release" / "ps1" / "p1.ipynb", as_version=4)
        for each in made.cells:
            if each.metadata.nbgrader.grade_id == "double":
                each.source = f"def double(x):\n    return {factor} * x"
            elif each.metadata.nbgrader.grade_id == "memo":
                each.source = "# because"
        nbformat.write(made, path)

    def grade(self, force=False):
        for student in ("ada", "bob"):
            done = self.api.autograde("ps1", student, force=force)
            assert done["success"], done["error"] or done["log"]

    def stale(self):
        return regrade.stale(self.api.coursedir, "ps1")

    def scores(self):
        return regrade.scores(self.api.coursedir, "ps1", ["ada", "bob"])

    def grade_memo(self, student, points):
        with Gradebook(self.api.coursedir.db_url, "small") as gradebook:
            grade = gradebook.find_grade("memo", "p1", "ps1", student)
            grade.manual_score, grade.needs_manual_grade = points, False
            gradebook.find_comment("memo", "p1", "ps1", student).manual_comment = "well said"
            gradebook.db.commit()

    def comment(self, student):
        with Gradebook(self.api.coursedir.db_url, "small") as gradebook:
            return gradebook.find_comment("memo", "p1", "ps1", student).comment


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    made = Class(tmp_path_factory.mktemp("regrade") / "course")
    made.root.mkdir()
    made.generate(ANSWER, cell("double-test", "tests", TEST), MEMO)
    made.submit("ada", 2)
    made.submit("bob", 3)
    made.grade()
    made.grade_memo("ada", 2.0)
    return made.root


@pytest.fixture
def small(graded, tmp_path):
    shutil.copytree(graded, tmp_path / "course")
    return Class(tmp_path / "course")


def test_nothing_is_stale_after_grading(small):
    assert small.stale() == {}


def test_points_that_change_make_all_submissions_stale(small):
    small.generate(ANSWER, cell("double-test", "tests", TEST, points=5), MEMO)
    assert small.stale().keys() == {"ada", "bob"}
    assert "points" in small.stale()["ada"]


def test_a_submission_that_is_replaced_is_stale_without_a_timestamp(small):
    small.submit("bob", 2)
    assert small.stale() == {"bob": "what was submitted has changed"}


def test_a_new_file_beside_the_instructors_notebook_makes_submissions_stale(small):
    (small.root / "source" / "ps1" / "data.csv").write_text("1\n", encoding="utf-8")
    assert small.stale().keys() == {"ada", "bob"}


def test_nbgraders_own_command_warns_of_what_it_passes_over(small):
    small.submit("bob", 2)
    small.api.log_level = logging.WARNING
    said = small.api.autograde("ps1", "*", force=False)["log"]
    assert "ps1 of bob is not graded again though what was submitted has changed" in said
    assert "ada" not in said


def test_the_preview_says_which_scores_would_change_and_changes_none(small):
    before = small.scores()
    thrice = cell("double", "answer", ANSWER.source.replace("2 *", "3 *"))
    small.generate(thrice, cell("double-test", "tests", "assert double(2) == 6", points=5), MEMO)
    changes = regrade.preview(small.config, small.api.coursedir, "ps1", ["ada", "bob"])
    assert [(c.student, c.cell, c.before, c.after) for c in changes] == [
        ("ada", "double-test", 1.0, 0.0),
        ("bob", "double-test", 0.0, 5.0),
    ]
    assert small.scores() == before


def test_a_grade_by_hand_and_its_comment_stay_where_the_answer_is_the_same(small):
    small.generate(ANSWER, cell("double-test", "tests", TEST, points=5), MEMO)
    small.grade(force=True)
    assert small.scores()["ada", "memo"] == 2.0 and small.scores()["ada", "double-test"] == 5.0
    assert small.comment("ada") == "well said"


def test_a_grade_by_hand_waits_for_a_look_where_the_answer_has_changed(small):
    small.submit("ada", 4)
    small.grade(force=True)
    assert small.scores()["ada", "memo"] is None


def test_a_test_cell_can_be_added_after_submissions(small):
    more = cell("double-more", "tests", "assert double(3) == 6", points=2)
    small.generate(ANSWER, cell("double-test", "tests", TEST), more, MEMO)
    small.grade(force=True)
    assert small.scores()["ada", "double-more"] == 2.0
    assert small.scores()["bob", "double-more"] == 0.0


def test_a_test_cell_that_is_added_stands_where_it_is_in_the_notebook(small):
    first = cell("set-up", "set-up", "two = 2")
    small.generate(first, ANSWER, cell("double-test", "tests", "assert double(two) == 4"), MEMO)
    small.grade(force=True)
    graded = json.loads(
        (small.root / "autograded" / "ada" / "ps1" / "p1.ipynb").read_text(encoding="utf-8")
    )
    names = [c["metadata"].get("nbgrader", {}).get("grade_id") for c in graded["cells"]]
    assert names == ["set-up", "double", "double-test", "memo"]
    assert small.scores()["ada", "double-test"] == 1.0


def test_a_test_cell_can_be_removed_after_submissions(small):
    small.generate(ANSWER, MEMO)
    small.grade(force=True)
    assert small.scores().keys() == {("ada", "memo"), ("bob", "memo")}


def test_a_gradebook_that_is_no_file_cannot_be_previewed(small):
    small.api.coursedir.db_url = "postgresql://localhost/grades"
    with pytest.raises(ValueError, match="SQLite"):
        regrade.preview(small.config, small.api.coursedir, "ps1", ["ada"])
