"""A released problem set: complete, the same from any clone, and without the answers."""

import logging
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import numpy as np
import pytest
from conftest import ROOT

from course import bundle, grade, leaks, notebooks, release, sample
from course.errors import CourseError

SETS = notebooks.assignments()


def released(name):
    return ROOT / "exercises" / name / f"{name}.ipynb"


def content(path):
    """The file's bytes as git keeps them, also in a checkout with CRLF."""
    return path.read_bytes().replace(b"\r\n", b"\n")


@pytest.fixture(params=SETS)
def name(request):
    return request.param


@pytest.fixture(scope="session")
def released_again(tmp_path_factory):
    """The folder into which all sets were released again."""
    folder = tmp_path_factory.mktemp("released")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLASS_FOLDER", str(folder / "class"))
        patch.chdir(ROOT)
        api = grade.api()
        for name in SETS:
            release.generate(name, api, folder)
    return folder


@pytest.mark.xdist_group("release")
def test_exercises_equal_what_a_release_gives(released_again, name):
    again = released_again / name / f"{name}.ipynb"
    assert again.read_bytes() == content(released(name)), (
        f"run 'make release': exercises/{name} is not current"
    )


def test_plain_nbgrader_releases_the_same(course_copy, name, command):
    notebook = course_copy / "solutions" / name / f"{name}.ipynb"
    notebooks.write(notebooks.read(notebook.with_suffix(".py")), notebook)
    made = command("nbgrader", "generate_assignment", name, "--force", cwd=course_copy)
    assert made.returncode == 0, made.stdout
    folder = course_copy / "exercises" / name
    assert [p.name for p in folder.iterdir()] == [f"{name}.ipynb"]
    assert content(folder / f"{name}.ipynb") == content(released(name))


def test_a_release_has_the_same_line_ends_on_every_system(name, tmp_path, monkeypatch):
    class OfWindows:
        class coursedir:  # noqa: N801
            release_directory = ""

        log = logging.getLogger("windows")

        def generate_assignment(self, *_, **__):
            made = tmp_path / "made" / name / f"{name}.ipynb"
            made.parent.mkdir(parents=True)
            made.write_bytes(content(released(name)).replace(b"\n", b"\r\n"))
            return {"success": True}

    monkeypatch.setattr(release, "DRAFTS", tmp_path / "made")
    target = release.generate(name, OfWindows(), tmp_path / "exercises")
    assert target.read_bytes() == content(released(name))


def test_a_script_with_windows_line_ends_is_the_same_notebook(name, tmp_path):
    script = notebooks.script(name)
    other = tmp_path / script.name
    other.write_bytes(content(script).replace(b"\n", b"\r\n"))
    assert notebooks.read(other) == notebooks.read(script)


def test_release_has_no_line_of_a_solution_or_hidden_test():
    assert leaks.find(ROOT / "exercises", leaks.secrets(*SETS)) == []


def test_leaks_finds_a_planted_line(tmp_path, name):
    planted = sorted(leaks.secrets(name))[-1]
    (tmp_path / "page.html").write_text(f"<p>{planted}</p>")
    assert leaks.find(tmp_path, leaks.secrets(name))


def test_leaks_finds_a_planted_line_inside_json(tmp_path, name):
    planted = next(line for line in sorted(leaks.secrets(name)) if '"' in line)
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(planted)])
    (tmp_path / "n.ipynb").write_text(nbformat.writes(nb))
    assert leaks.find(tmp_path, {planted})


def test_a_line_that_students_are_shown_is_no_secret(name):
    sources = [cell.source for cell in notebooks.read(notebooks.script(name)).cells]
    shown = "\n".join(leaks.REGION.sub("", source) for source in sources)
    hidden = {
        line.strip()
        for source in sources
        for region in leaks.REGION.finditer(source)
        for line in region[0].splitlines()
    }
    both = {line for line in hidden if len(line) >= leaks.SHORTEST and line in shown}
    assert both and both.isdisjoint(leaks.secrets(name))


def test_student_bundle_holds_the_book_and_exercises_and_no_answer(site, tmp_path):
    # a line of an answer, in a page or in the search index, would be refused: see below
    target = bundle.write(site.parent.parent, tmp_path / "student")
    assert (target / "docs" / "index.html").exists()
    assert all((target / "exercises" / name / f"{name}.ipynb").exists() for name in SETS)
    kept = {p.name for p in target.rglob("*")}
    assert kept.isdisjoint(
        {".git", "solutions", "tests", "gradebook.db"} | {f"{name}.py" for name in SETS}
    )


def test_student_bundle_refuses_a_leak(tmp_path, name):
    root = tmp_path / "course"
    for part in ("LICENSES", "exercises", "_build/html"):
        (root / part).mkdir(parents=True)
    (root / "_build" / "html" / "index.html").write_text(sorted(leaks.secrets(name))[-1])
    with pytest.raises(CourseError, match="Nothing was published"):
        bundle.write(root, tmp_path / "student")
    assert not (tmp_path / "student").exists()


def test_every_shared_helper_is_used():
    named = {
        helper
        for name in SETS
        for line in notebooks.INCLUDE.findall(notebooks.script(name).read_text(encoding="utf-8"))
        for helper in line.split(", ")
    }
    assert named == set(notebooks.helpers())


def test_every_cell_has_a_stable_identifier(name):
    cells = nbformat.read(released(name), as_version=4).cells
    assert [c.id for c in cells] == [
        notebooks.grade_id(c) or f"cell-{i}" for i, c in enumerate(cells)
    ]


def test_no_line_of_code_is_longer_than_88_columns(name):
    cells = nbformat.read(released(name), as_version=4).cells
    lines = [line for c in cells if c.cell_type == "code" for line in c.source.splitlines()]
    assert lines and [line for line in lines if len(line) > 88] == []


def test_every_name_in_a_whole_notebook_is_defined(name, tmp_path):
    # one cell after the other, helpers put in, as the linter cannot see them in the script
    cells = notebooks.read(notebooks.script(name)).cells
    code = "\n\n".join(cell.source for cell in cells if cell.cell_type == "code")
    (tmp_path / "whole.py").write_text(code, encoding="utf-8")
    checks = ["--isolated", "--select", "F821,F822,F823", "--no-cache"]
    found = subprocess.run(
        [Path(sys.executable).with_name("ruff"), "check", *checks, "whole.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout


def test_points_add_up_to_one_hundred(name):
    cells = nbformat.read(released(name), as_version=4).cells
    assert sum(c.metadata.get("nbgrader", {}).get("points", 0) for c in cells) == 100


def test_no_test_cell_is_empty_or_ends_in_a_value(name):
    for cell in notebooks.read(notebooks.script(name)).cells:
        if notebooks.kind(cell) == "tests":
            assert "assert" in cell.source and "### BEGIN HIDDEN TESTS" in cell.source, cell.id
            # 0x400 is PyCF_ONLY_AST
            last = compile(cell.source, cell.id, "exec", flags=0x400).body[-1]
            assert type(last).__name__ != "Expr" or type(last.value).__name__ == "Call", cell.id


def test_build_keeps_a_notebook_that_was_edited_after_its_script(name, tmp_path, monkeypatch):
    folder = tmp_path / name
    folder.mkdir()
    script = folder / f"{name}.py"
    script.write_text(notebooks.script(name).read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(notebooks, "SOLUTIONS", tmp_path)
    monkeypatch.setattr(notebooks, "ROOT", tmp_path)
    notebook = notebooks.build(name)
    edited = nbformat.read(notebook, as_version=4)
    edited.cells[0].source += "\nAn edit made in JupyterLab."
    nbformat.write(edited, notebook)
    os.utime(script, (0, 0))
    with pytest.raises(CourseError, match="edited after its script"):
        notebooks.build(name)
    assert "An edit made in JupyterLab." in notebook.read_text(encoding="utf-8")


@pytest.fixture
def planted(tmp_path, monkeypatch):
    """Write a script of its own and return its path."""
    monkeypatch.setattr(notebooks, "SOLUTIONS", tmp_path)
    monkeypatch.setattr(notebooks, "ROOT", tmp_path)

    def write(text):
        path = tmp_path / "planted" / "planted.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_shared_helper_is_put_in_where_a_script_names_it(planted):
    cell = notebooks.read(planted("# %%\nimport os\n\n\n# include: close, raises\n")).cells[0]
    assert cell.source == "\n\n\n".join(
        ["import os", notebooks.helpers()["close"], notebooks.helpers()["raises"]]
    )


def test_a_helper_that_is_not_shared_is_named(planted):
    with pytest.raises(CourseError, match=r"does not define closed"):
        notebooks.read(planted("# %%\n# include: closed\n"))


def test_every_script_takes_its_shared_helpers_from_one_file(name):
    text = notebooks.script(name).read_text(encoding="utf-8")
    assert notebooks.INCLUDE.search(text)
    assert notebooks.folded(text) == text
    assert [helper for helper in notebooks.helpers() if f"def {helper}(" in text] == []


def test_helpers_that_jupytext_wrote_back_into_a_script_are_taken_out_by_the_next_build(planted):
    text = "# %%\nimport os\n\n\n# include: close, raises\n\n\ndef mine():\n    return 1\n"
    path = planted(notebooks.expanded(text))
    notebooks.build("planted")
    assert path.read_text(encoding="utf-8") == text


def test_reading_a_script_twice_gives_the_same_bytes(name, tmp_path):
    for target in (tmp_path / "a.ipynb", tmp_path / "b.ipynb"):
        notebooks.write(notebooks.read(notebooks.script(name)), target)
    assert (tmp_path / "a.ipynb").read_bytes() == (tmp_path / "b.ipynb").read_bytes()


SOLVE = """
import json, sys, warnings
import matplotlib.pyplot; matplotlib.use("agg")
warnings.simplefilter("error")  # of the notebook, not of the libraries while they load
namespace = {}
for cell in json.load(open(sys.argv[1], encoding="utf-8"))["cells"]:
    if cell["cell_type"] == "code":
        exec(compile("".join(cell["source"]), cell["id"], "exec"), namespace)
print(namespace["np"].__version__)
"""


def solve(name, folder, packages=""):
    """Run a solved notebook alone in an empty folder; returns the version of numpy that it met."""
    text = sample.solved(name, released(name))
    (folder / "solved.ipynb").write_text(text, encoding="utf-8")
    (folder / "solve.py").write_text(SOLVE)
    done = subprocess.run(
        [sys.executable, "solve.py", "solved.ipynb"],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(packages), "MPLCONFIGDIR": str(folder)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_solved_notebook_runs_alone(name, tmp_path):
    assert solve(name, tmp_path) == np.__version__


@pytest.fixture
def colab():
    """The folder of the older packages that Colab has."""
    folder = ROOT / "_build" / "numpy-2.0.2"
    if not folder.exists():
        pytest.skip("no _build/numpy-2.0.2: 'make test' installs it")
    return folder


def test_a_solved_notebook_runs_with_colabs_packages(name, tmp_path, colab):
    assert solve(name, tmp_path, colab) == "2.0.2"


def test_release_of_an_unknown_set_names_the_known_ones():
    with pytest.raises(CourseError, match="cost_curves"):
        notebooks.script("cost_curve")


def test_a_failed_release_keeps_the_old_one(tmp_path):
    class Refuses:
        coursedir = SimpleNamespace(release_directory="")
        log = logging.getLogger("refuses")

        def generate_assignment(self, *_, **__):
            return {"success": False, "error": "no", "log": ""}

    old = tmp_path / "cost_curves" / "cost_curves.ipynb"
    old.parent.mkdir()
    old.write_text("the old release")
    with pytest.raises(CourseError, match="could not release"):
        release.generate("cost_curves", Refuses(), tmp_path)
    assert old.read_text() == "the old release"


class Generates:
    """Stands in for nbgrader's API: writes a release, and says something of it."""

    def __init__(self, folder, *said):
        self.folder, self.said = folder, said
        self.log, self.coursedir = logging.getLogger("generates"), SimpleNamespace()

    def generate_assignment(self, name, **_):
        (self.folder / name).mkdir(parents=True)
        (self.folder / name / f"{name}.ipynb").write_text("{}", encoding="utf-8")
        return {"success": True, "log": "\n".join(f"[WARNING] {text}" for text in self.said)}


def test_a_test_that_fails_on_the_instructors_own_solution_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(release, "DRAFTS", tmp_path / "drafts")
    fails = "cost_curves: test cell 'x' will wait for a grade by hand: it fails (no)"
    api = Generates(tmp_path / "drafts", "Removing existing assignment", fails)
    said = []
    release.generate("cost_curves", api, tmp_path / "made", said.append)
    assert said == [fails]
