"""What students hand in beside, or instead of, the one notebook under its own name.

Nobody gets a silent 0, nobody is graded twice, and everyone has a row in the export.
"""

import json
import logging
import os
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

import nbgrader_isolated
from course import grade, report
from nbgrader_isolated import export, exporter, results, submitted

NAME = "ps1"


def notebook(answer: str = "# YOUR CODE HERE", *more: str) -> str:
    """Return a notebook with a set-up cell, an answer and cells of the student's own."""
    cells = [nbformat.v4.new_code_cell("import math"), nbformat.v4.new_code_cell(answer)]
    cells += [nbformat.v4.new_code_cell(source) for source in more]
    return nbformat.writes(nbformat.v4.new_notebook(cells=cells))


SOLVED = notebook("x = 1")


@pytest.fixture
def released(tmp_path):
    folder = tmp_path / "release" / NAME
    folder.mkdir(parents=True)
    (folder / f"{NAME}.ipynb").write_text(notebook())
    (folder / "data.zip").write_bytes(b"PK")
    return folder


@pytest.fixture
def found(tmp_path, released):
    """What is said of a folder with the given files, and whether it can be graded all the same."""

    def find(names=(NAME,), known=True, **files: str | bytes):
        folder = tmp_path / "ada" / NAME
        folder.mkdir(parents=True)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        problems = submitted.problems(folder, names, released if known else None)
        return [(problem.sentence, problem.gradable) for problem in problems]

    return find


def zipped(path: Path, **files: str) -> bytes:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path.read_bytes()


@pytest.mark.parametrize(
    "text",
    [notebook(), SOLVED, "{ half a note", ""],
    ids=["untouched", "solved", "broken", "empty"],
)
def test_the_one_notebook_under_its_own_name_is_not_strange(found, text):
    files = {"ps1.ipynb": text, "notes.txt": "mine", "data.zip": b"PK", "readme.json": "{}"}
    assert found(**files, **{".ipynb_checkpoints/ps1-checkpoint.ipynb": SOLVED}) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ps1 (1).ipynb", "ps1 (1).ipynb: rename it"),
        ("ps1_final.ipynb", "ps1_final.ipynb: rename it"),
        ("PS1.IPYNB", "PS1.IPYNB: rename it"),
        ("ps1.ipynb.txt", "ps1.ipynb.txt: rename it"),
        ("ps1.json", "ps1.json: rename it"),
        ("mine/ps1.ipynb", "mine/ps1.ipynb: move it up"),
        ("ps1.7z", "ps1.7z: unpack it"),
    ],
)
def test_a_notebook_with_another_name_or_in_another_place_is_named_with_what_to_do(
    found, name, said
):
    expected = [(f"There is no ps1.ipynb. The folder holds {said}.", False)]
    assert found(**{name: SOLVED}) == expected


def test_a_notebook_in_a_zip_is_named_with_what_to_do(found, tmp_path):
    work = zipped(tmp_path / "z", **{"a/ps1.ipynb": SOLVED, "__MACOSX/a/._ps1.ipynb": "", "b": ""})
    said = "There is no ps1.ipynb. The folder holds work.zip with a/ps1.ipynb: unpack it."
    assert found(**{"work.zip": work}) == [(said, False)]


def test_several_that_may_be_meant_are_all_named(found):
    said = "The folder holds a.ipynb, b.ipynb, c.ipynb and 1 more: rename the right one."
    files = dict.fromkeys(("a.ipynb", "b.ipynb", "c.ipynb", "d.ipynb"), SOLVED)
    assert found(**files) == [(f"There is no ps1.ipynb. {said}", False)]


def test_an_empty_folder_lacks_the_notebook(found):
    assert found(**{"notes.md": "mine"}) == [("There is no ps1.ipynb.", False)]


@pytest.mark.parametrize("name", ["ps1 (1).ipynb", "mine/ps1.ipynb", "ps1.ipynb.txt", "old.zip"])
def test_an_untouched_release_beside_a_solved_copy_is_not_graded(found, tmp_path, name):
    copy = zipped(tmp_path / "z", **{"ps1.ipynb": SOLVED}) if name == "old.zip" else SOLVED
    ((sentence, gradable),) = found(**{"ps1.ipynb": notebook(), name: copy})
    assert sentence.startswith("ps1.ipynb has no answer, it is as it was released. The folder hol")
    assert name in sentence and not gradable


def test_outputs_and_empty_cells_do_not_make_an_answer(found):
    opened = json.loads(notebook("# YOUR CODE HERE  \n", ""))
    opened["cells"][1]["execution_count"] = 3
    ((_, gradable),) = found(**{"ps1.ipynb": json.dumps(opened), "ps1 (1).ipynb": SOLVED})
    assert not gradable


def test_answers_in_cells_of_the_students_own_are_answers(found):
    own = notebook("# YOUR CODE HERE", "x = 1")
    said = [("ps1.ipynb is graded, ps1 (1).ipynb is not.", True)]
    assert found(**{"ps1.ipynb": own, "ps1 (1).ipynb": SOLVED}) == said


def test_a_second_copy_is_named_unless_it_is_the_same(found):
    files = {"ps1.ipynb": SOLVED, "mine/ps1.ipynb": SOLVED, "ps1 (1).ipynb": notebook("x = 2")}
    assert found(**files) == [("ps1.ipynb is graded, ps1 (1).ipynb is not.", True)]


def test_an_untouched_release_beside_another_untouched_one_is_a_blank(found):
    assert found(**{"ps1.ipynb": notebook(), "ps1 (1).ipynb": notebook()}) == []


def test_without_a_release_an_untouched_notebook_is_graded_and_the_other_named(found):
    files = {"ps1.ipynb": notebook(), "ps1 (1).ipynb": SOLVED}
    assert found(known=False, **files) == [("ps1.ipynb is graded, ps1 (1).ipynb is not.", True)]


def test_of_several_notebooks_each_has_its_own_problem(found):
    said = found(("a", "b", "c"), **{"a.ipynb": SOLVED, "b (1).ipynb": SOLVED})
    assert said == [
        ("There is no b.ipynb. The folder holds b (1).ipynb: rename it.", False),
        ("There is no c.ipynb.", True),
    ]


def test_a_file_of_another_notebooks_is_not_to_be_renamed(found):
    said = found(("set", "set_b"), **{"set_b.ipynb": SOLVED, "set_b (1).ipynb": notebook("x = 2")})
    assert said[0] == ("There is no set.ipynb.", True)


def test_a_submission_with_one_of_two_notebooks_is_not_told_to_rename_it(coursedir, tmp_path):
    folders = [tmp_path / step / "ada" / NAME for step in ("submitted", "autograded")]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / "one.ipynb").write_text(SOLVED)
    found = results.of_submission(coursedir, "ada", NAME, ["one", "two"])
    assert (found.outcome, found.reason) == ("partly scored", "two: There is no two.ipynb.")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 damaged", b"\0" * 100])
def test_a_damaged_zip_holds_no_notebook(found, content):
    assert found(**{"work.zip": content}) == [("There is no ps1.ipynb.", False)]


def test_no_more_is_read_than_there_is_room_for(found, tmp_path, monkeypatch):
    monkeypatch.setattr(submitted, "ROOM", 5000)
    bomb = zipped(tmp_path / "z", **{f"{i}.ipynb": "0" * 4_000 for i in range(9)})
    read = []
    whole = submitted._Look.read
    monkeypatch.setattr(
        submitted._Look, "read", lambda self, file: (read.append(self.room), whole(self, file))[1]
    )
    found(**{"ps1.ipynb": notebook(), "bomb.zip": bomb})
    assert len(read) <= 5 and min(read) >= 0


def test_names_are_told_in_characters_that_print(found):
    ((sentence, _),) = found(**{"a\x1b[31m\nb.ipynb": SOLVED})
    assert "holds a?[31m?b.ipynb: rename" in sentence


def test_a_folder_that_is_a_link_is_not_looked_into(tmp_path, released):
    (tmp_path / "link").symlink_to(released)
    assert submitted.problems(tmp_path / "link", [NAME], released) == []


# ---- names of folders and files


@pytest.fixture
def coursedir(tmp_path, released):
    return NbGraderAPI(config=Config(CourseDirectory={"root": str(tmp_path)})).coursedir


def hand_in(coursedir, student: str, text: str = SOLVED, name: str = f"{NAME}.ipynb") -> Path:
    folder = Path(coursedir.format_path("submitted", student, NAME))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


IDS = ["ada", "b[1]", "b%c{d}[e]*", ".hidden", "a\nb", " ada", "ünï cödé", "=1+1", "o'neil,x"]


def test_everyone_with_a_folder_is_found_by_any_name(coursedir):
    for student in IDS:
        hand_in(coursedir, student)
    (Path(coursedir.root) / "submitted" / "a file").write_text("")
    assert submitted.students(coursedir, NAME) == sorted(IDS)


@pytest.mark.parametrize("student", ["b[1]", "b%c{d}[e]*", "who?", ".hidden", "a\nb", " ada"])
def test_a_folder_whose_name_nbgrader_cannot_read_is_refused(coursedir, student):
    hand_in(coursedir, student)
    said = submitted.refusal(coursedir, student, NAME)
    assert said.startswith("The name of the folder ") and said.endswith(": rename it.")
    assert "\n" not in said


@pytest.mark.parametrize("student", ["ada", "ünï cödé", "=1+1", "o'neil,x", "b%c{d}", "a+b"])
def test_any_other_name_is_accepted(coursedir, student):
    hand_in(coursedir, student)
    assert submitted.refusal(coursedir, student, NAME) == ""


@pytest.mark.parametrize("level", ["student", "assignment"])
def test_a_folder_that_is_a_link_is_ungradable(coursedir, level):
    real = hand_in(coursedir, "ben")
    link = Path(coursedir.format_path("submitted", "ada", NAME))
    if level == "assignment":
        link.parent.mkdir()
    else:
        real, link = real.parent, link.parent
    link.symlink_to(real)
    became = results.of_submission(coursedir, "ada", NAME, [NAME])
    assert became.outcome is results.Outcome.UNGRADABLE
    assert became.reason == f"The folder {link.name} is a link: submit plain files."


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_of_the_export_is_a_formula(cell):
    assert export.inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["ada", "1 = 1", "", None, -1.5])
def test_other_cells_of_the_export_stay_as_they_are(cell):
    assert export.inert(cell) == cell


# ---- nbgrader's own commands over a whole class


def cell(source: str, name: str, **about: object) -> nbformat.NotebookNode:
    """Return a cell that nbgrader knows."""
    kinds = {"grade": False, "solution": False, "locked": False, "task": False}
    new = nbformat.v4.new_code_cell(source)
    new.metadata["nbgrader"] = kinds | {"grade_id": name, "schema_version": 3} | about
    return new


CELLS = [
    cell("### BEGIN SOLUTION\nx = 1\n### END SOLUTION", "x", solution=True),
    cell("assert x == 1", "x-test", grade=True, locked=True, points=2),
    cell(
        "### BEGIN SOLUTION\n# a memo\n### END SOLUTION",
        "memo",
        grade=True,
        solution=True,
        points=3,
    ),
]


@pytest.fixture(scope="module")
def small_class(tmp_path_factory):
    """A class of one small assignment, which nbgrader graded as a whole, twice.

    After the first time the memo was graded by hand.
    """
    root = tmp_path_factory.mktemp("course")
    with pytest.MonkeyPatch.context() as patch:
        # nbgrader calls alembic by its name
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        api = small_course(root)
        api.autograde(NAME, "*", force=False)
        graded = root / "autograded" / "ada" / NAME / f"{NAME}.ipynb"
        with Gradebook(api.coursedir.db_url, "small") as gradebook:
            memo = gradebook.find_grade("memo", NAME, NAME, "ada")
            memo.manual_score, memo.needs_manual_grade = 3, False
            gradebook.db.commit()
        before = graded.stat().st_mtime_ns
        api.autograde(NAME, "*", force=False)
        rows = report.read(grade.export(api))
    return {row["student_id"]: row for row in rows}, graded.stat().st_mtime_ns == before


def small_course(root: Path) -> NbGraderAPI:
    """Generate the assignment and hand in for everyone."""
    source = root / "source" / NAME / f"{NAME}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text(nbformat.writes(nbformat.v4.new_notebook(cells=CELLS)))
    config = Config(CourseDirectory={"root": str(root), "course_id": "small"})
    config.ExportPlugin.to = str(root / "grades.csv")
    config.IsolatedExecute.file_mb = 1
    nbgrader_isolated.configure(config)
    api = NbGraderAPI(config=config, log_level=logging.ERROR)
    assert api.generate_assignment(NAME, force=True, create=True)["success"]
    release = (root / "release" / NAME / f"{NAME}.ipynb").read_text()
    solved = release.replace("raise NotImplementedError()", "x = 1")
    for student in ("ada", "=1+1", *IDS[1:5]):
        hand_in(api.coursedir, student, solved)
    hand_in(api.coursedir, "ada", solved, "ps1 (1).ipynb")
    hand_in(api.coursedir, "bom", "\ufeff" + solved)
    hand_in(api.coursedir, "text", solved, "ps1.ipynb.txt")
    large = hand_in(api.coursedir, "large", solved)
    (large / "data.csv").write_bytes(bytes(2 << 20))
    (root / "submitted" / "empty" / NAME).mkdir(parents=True)
    (root / "submitted" / "link").symlink_to(root / "submitted" / "ada")
    return api


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_a_second_notebook_in_a_folder_has_nothing_graded_twice(small_class):
    rows, untouched = small_class
    assert untouched
    assert (rows["ada"]["outcome"], float(rows["ada"]["memo"])) == ("scored", 3)


def test_a_line_break_in_a_folders_name_does_not_stop_the_others(small_class):
    rows, _ = small_class
    assert {rows[student]["outcome"] for student in ("ada", "bom", "'=1+1")} == {"scored"}


def converted(monkeypatch, error: Exception) -> list[str]:
    """What nbgrader logs of a submission whose conversion raises an exception."""
    converter = Autograde(coursedir=CourseDirectory())
    converter.assignments = {converter.coursedir.format_path("submitted", "ada", NAME): ["x"]}
    monkeypatch.setattr(converter, "init_destination", lambda *_: exporter_fails(error))
    found: list[str] = []
    handler = logging.Handler()
    monkeypatch.setattr(handler, "emit", lambda record: found.append(record.getMessage()))
    converter.log.addHandler(handler)
    try:
        with exporter.told_in_one_line(converter.log), pytest.raises(NbGraderException):
            converter.convert_notebooks()
    finally:
        converter.log.removeHandler(handler)
    return found


def exporter_fails(error: Exception) -> None:
    raise error


def test_a_submission_that_cannot_be_graded_is_told_in_one_line(monkeypatch):
    said = converted(monkeypatch, exporter.UngradableError("ps1 of ada: ps1.ipynb is empty."))
    assert said[0] == "ps1 of ada: ps1.ipynb is empty." and "Traceback" not in "".join(said)


def test_of_any_other_failure_the_traceback_stays(monkeypatch):
    assert converted(monkeypatch, ValueError("x"))[1].startswith("Traceback (most recent call")


def test_a_file_that_no_cell_could_read_is_told_and_costs_nothing(small_class):
    row = small_class[0]["large"]
    assert (row["outcome"], float(row["x"])) == ("scored", 2)
    assert row["reason"].startswith("No cell could read data.csv: too large")


def test_a_byte_order_mark_costs_nothing(small_class):
    assert float(small_class[0]["bom"]["x"]) == 2


@pytest.mark.parametrize("student", ["text", "empty", "link", "b[1]", ".hidden", "a\nb"])
def test_everyone_has_a_row_and_who_cannot_be_graded_a_reason_and_no_score(small_class, student):
    row = small_class[0][student]
    assert (row["outcome"], row["score"]) == ("ungradable", "")
    assert row["reason"] and "see the log" not in row["reason"]
