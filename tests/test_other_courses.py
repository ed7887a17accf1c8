"""What the grader needs, and what it does, in a course that is not this one."""

import ast
import csv
import filecmp
import os
import re
import shutil
import subprocess
import sys
import tomllib
import warnings
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from conftest import ROOT
from nbgrader import api, utils
from nbgrader.api import Gradebook
from traitlets.config import Config

import nbgrader_isolated
from nbgrader_isolated import columns, compat, execute, export, feedback, limits
from nbgrader_isolated.sandbox import seccomp, syscalls

HEADERS = [
    "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "/usr/include/asm-generic/unistd.h",
]
PACKAGE = Path(nbgrader_isolated.__file__).parent
README = (ROOT / "grading" / "README.md").read_text(encoding="utf-8")


def test_an_export_that_names_no_file_writes_nbgraders_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # nbgrader calls alembic by its name
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as gradebook:
        export.TaskExportPlugin().export(gradebook)
    with open("grades.csv", newline="", encoding="utf-8") as file:
        assert next(csv.reader(file)) == export.COLUMNS


@pytest.mark.parametrize("missing", ["matplotlib", "pandas"])
def test_the_warm_process_loads_without_a_library_that_a_course_may_lack(missing):
    code = (
        f"import sys\nsys.modules[{missing!r}] = None\n"
        "from nbgrader_isolated.sandbox import forkserver\nforkserver.load()\nprint('loaded')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "loaded\n", done.stderr


@pytest.mark.parametrize("machine", [0, 1], ids=["x86_64", "aarch64"])
def test_system_calls_have_the_kernels_numbers(machine):
    header = Path(HEADERS[machine])
    if not header.exists():
        pytest.skip(f"no {header}: Debian's linux-libc-dev has it")
    defined = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", header.read_text())
    numbers = {name: int(number) for name, number in defined}
    newest = numbers.pop("syscalls", max(numbers.values()))  # a header may be older than a call
    wrong = {
        name: both
        for name, both in syscalls.NUMBERS.items()
        if numbers.get(name) != both[machine] and (both[machine] or 0) < newest
    }
    assert wrong == {}


def test_calls_newer_than_a_header_have_one_number_on_all_machines():
    assert {
        name: both
        for name, both in syscalls.NUMBERS.items()
        if max(filter(None, both)) >= 424 and len(set(both)) != 1
    } == {}


@pytest.mark.parametrize("landlock", [False, True])
def test_no_call_that_is_answered_has_an_unknown_number(landlock):
    assert {rule.call for rule in seccomp.rules(landlock)} <= set(syscalls.NUMBERS)


# ---- the package says what it is


def project():
    return tomllib.loads((ROOT / "grading" / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_newest_release_of_the_packages_changelog_is_its_version():
    text = (ROOT / "grading" / "CHANGELOG.md").read_text(encoding="utf-8")
    heads = re.findall(r"^## \[([^]]+)\]", text, re.MULTILINE)
    assert heads[:2] == ["Unreleased", nbgrader_isolated.__version__]


def test_the_package_installs_the_versions_of_nbgrader_that_it_was_tried_with():
    asked = next(line for line in project()["project"]["dependencies"] if "nbgrader" in line)
    oldest, newest = compat.TRIED["nbgrader"]
    assert f"nbgrader>={'.'.join(map(str, oldest))}," in asked
    pinned = re.search(r"^nbgrader==(\S+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert pinned[1] == ".".join(map(str, newest))


# ---- its README


def blocks(language):
    """Code blocks of the package's README."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


TWO_LINES, *SETTINGS = blocks("python")
TIER, INSTALL, STRICT, GENERATE, GRADE, AGAIN = blocks("sh")


@pytest.mark.parametrize("block", SETTINGS)
def test_a_setting_of_the_readme_exists(block):
    c = Config()
    exec(block, {"c": c})
    for name, values in c.items():
        known = {"IsolatedExecute": execute.IsolatedExecute}[name].class_traits(config=True)
        assert set(values) <= set(known)


def test_the_readme_names_each_limit_with_its_default():
    rows = re.findall(r"^\| (`[a-z_`, ]+`) \| ([\d, ]+) \|", README, re.MULTILINE)
    told = {
        name: int(value)
        for names, values in rows
        for name, value in zip(re.findall(r"\w+", names), values.split(", "), strict=True)
    }
    assert told == limits.LIMITS


def test_settings_in_the_readmes_sentences_exist():
    named = set(re.findall(r"`c\.(\w+)\.(\w+)", README))
    ours = {"IsolatedExecute": execute.IsolatedExecute, "HideTests": feedback.HideTests}
    missing = [
        (kind, name)
        for kind, name in named
        if kind in ours and name not in ours[kind].class_traits(config=True)
    ]
    assert named and missing == []


def test_the_readme_of_the_package_installs_the_folder_that_it_lies_in():
    folder = re.match(r"pip install \./(\w+) ", INSTALL)[1]
    assert (ROOT / folder / "pyproject.toml").is_file()
    extra = re.search(rf'"\./{folder}\[(\w+)\]"', INSTALL)[1]
    assert extra in project()["project"]["optional-dependencies"]


# ---- what of nbgrader it leans on


def test_a_version_that_was_never_tried_is_told_in_one_sentence(monkeypatch):
    known = compat.version
    monkeypatch.setattr(
        compat, "version", lambda name: {"nbgrader": "0.9.7"}.get(name, known(name))
    )
    with pytest.warns(UserWarning) as told:
        nbgrader_isolated.configure(Config())
    assert [str(warning.message) for warning in told] == [
        "nbgrader_isolated was tried with nbgrader 0.9.5 to 0.9.6 and this is 0.9.7: before you "
        "rely on it, grade a submission whose score you know."
    ]


def test_the_installed_versions_are_no_news():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compat.check()


@pytest.mark.parametrize(
    ("version", "tried"),
    [
        ("0.9.4", False),
        ("0.9.5", True),
        ("0.9.6.post1", True),
        ("0.9.7", False),
        ("0.10.0.dev1", False),
        ("1.0", False),
    ],
)
def test_which_versions_of_nbgrader_were_tried(version, tried):
    assert compat.is_tried("nbgrader", version) is tried


@pytest.mark.parametrize("version", ["7.17.2", "7.99"])
def test_a_new_minor_version_of_nbconvert_is_no_news(version):
    assert compat.is_tried("nbconvert", version)


@pytest.mark.parametrize(
    "part",
    ["nbgrader.utils.no_such_part", "nbgrader.converters.Autograde._absent", "nbgrader.gone.part"],
)
def test_a_missing_part_is_named_and_no_exception_that_nbgrader_would_survive(monkeypatch, part):
    owner, _, name = part.rpartition(".")
    monkeypatch.setitem(compat.PARTS, owner, (name,))
    with pytest.raises(SystemExit, match=f"which lacks {re.escape(part)}: install nbgrader 0.9.5 "):
        nbgrader_isolated.configure(Config())


def test_whatever_fails_at_set_up_does_not_leave_nbgrader_without_isolation(monkeypatch):
    monkeypatch.setattr(compat, "assignment_preprocessors", lambda *_: 1 / 0)
    with pytest.raises(SystemExit, match="cannot be set up: division by zero"):
        nbgrader_isolated.configure(Config())


@pytest.mark.parametrize("name", ["begin_test_delimeter", "end_test_delimeter"])
def test_marks_of_hidden_tests_that_are_not_nbgraders_own_are_refused(name):
    config = Config({"ClearHiddenTests": {name: "SECRET"}})
    with pytest.raises(SystemExit, match=rf"remove c\.ClearHiddenTests\.{name}"):
        nbgrader_isolated.configure(config)


def privates(tree):
    """Names with one underscore before them that a module uses, and does not make itself."""
    used, made = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            (made if isinstance(node.ctx, ast.Store) else used).add(node.attr)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            made.add(node.name)
        elif isinstance(node, ast.Name):
            made.add(node.id)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("getattr", "hasattr"):
            used |= {part.value for part in node.args if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__slots__":
            made |= set(ast.literal_eval(node.value))
    return {name for name in used - made if re.match(r"_[^_]", str(name))}


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(PACKAGE.glob("*.py")) if path.name != "compat.py"],
    ids=lambda path: path.stem,
)
def test_in_nbgraders_process_only_compat_uses_private_names_of_others(path):
    used = privates(ast.parse(path.read_text(encoding="utf-8")))
    assert used - {"_exit"} == set()  # os._exit is documented


# ---- columns of the export


def notebook(name, answers, graded):
    """A notebook of the gradebook: names of its answer cells and of its graded ones."""
    cells = [SimpleNamespace(name=cell) for cell in dict.fromkeys([*answers, *graded])]
    return SimpleNamespace(
        name=name,
        source_cells=cells,
        solution_cells=[cell for cell in cells if cell.name in answers],
        grade_cells=[cell for cell in cells if cell.name in graded],
        task_cells=[],
    )


@pytest.mark.parametrize(
    ("name", "answers", "column"),
    [
        ("rate-test", {"rate"}, "rate"),
        ("rate-half-life", {"rate"}, "rate"),
        ("rate-half-test", {"rate", "rate-half"}, "rate-half"),
        ("rate-half", {"rate", "rate-half"}, "rate-half"),
        ("memo", {"memo"}, "memo"),
        ("correct_squares", {"squares"}, "correct_squares"),
        ("part-a", {"part-a", "part-b"}, "part-a"),
        ("cell-938593c4a215c6cc", {"squares"}, "cell-938593c4a215c6cc"),
    ],
)
def test_a_part_belongs_to_an_answer_cell_of_that_name_and_to_nothing_else(name, answers, column):
    assert columns.task(name, answers) == column


def test_parts_of_one_task_share_a_column():
    one = notebook("one", ["rate"], ["rate-a", "rate-b", "cell-1"])
    assert list(columns.columns([one]).values()) == ["rate", "rate", "cell-1"]


def test_tasks_of_the_same_name_in_two_notebooks_have_two_columns():
    one, two = (notebook(name, ["f"], ["f-test", f"{name}-only"]) for name in ("one", "two"))
    assert list(columns.columns([one, two]).values()) == [
        "one:f",
        "one-only",
        "two:f",
        "two-only",
    ]


def test_a_task_never_takes_the_place_of_the_exports_own_columns():
    one = notebook("one", ["score"], ["score-test"])
    assert list(columns.columns([one], export.COLUMNS).values()) == ["one:score"]


# ---- nbgrader's own quickstart course, graded from the wheel in an environment of its own


@pytest.fixture(scope="session")
def wheel():
    """The environment of ``make _build/package``: nothing but the wheel and what that asks for."""
    folder = ROOT / "_build" / "package" / "environment"
    found = list(folder.glob("lib/*/site-packages/nbgrader_isolated"))
    paths = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py")]
    if not found or filecmp.cmpfiles(PACKAGE, found[0], paths, shallow=False)[1:] != ([], []):
        pytest.skip(
            "no wheel of the package as it stands in _build/package: 'make package' builds it"
        )
    return folder


@pytest.fixture(scope="session")
def shell(wheel, tmp_path_factory):
    """Runs lines of the README in a course's folder, each in the environment of the wheel and in
    no other; returns their exit codes and what they said.
    """
    clean = {
        "HOME": str(tmp_path_factory.mktemp("home")),
        "LANG": "C.UTF-8",
        "PATH": f"{wheel / 'bin'}:/usr/bin:/bin",
    }

    def run(lines, folder):
        done = [
            subprocess.run(
                ["bash", "-c", f"{STRICT}\n{line}"],
                cwd=folder,
                env=clean,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            for line in lines.strip().splitlines()
        ]
        return [one.returncode for one in done], "".join(one.stdout for one in done)

    return run


def submit(course):
    """Three submissions of ps1: one that the source notebooks solve, one untouched, one broken."""
    for student in ("solved", "untouched", "broken"):
        shutil.copytree(course / "release" / "ps1", course / "submitted" / student / "ps1")
    for source in (course / "source" / "ps1").glob("*.ipynb"):
        path = course / "submitted" / "solved" / "ps1" / source.name
        answers = {grade_id(cell): cell.source for cell in nbformat.read(source, 4).cells}
        submitted = nbformat.read(path, 4)
        for cell in submitted.cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                cell.source = answers[grade_id(cell)]
        nbformat.write(submitted, path)
    (course / "submitted" / "broken" / "ps1" / "problem1.ipynb").write_text("{ half a note")


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


@pytest.fixture(scope="session")
def quickstart(shell, tmp_path_factory):
    """nbgrader's quickstart course graded as the README says, and the same course with stock
    nbgrader: folder, exit codes and log of each.
    """
    root, found = tmp_path_factory.mktemp("quickstart"), {}
    codes, log = shell("nbgrader quickstart stock", root)
    assert codes == [0], log
    shutil.copytree(root / "stock", root / "isolated")
    with open(root / "isolated" / "nbgrader_config.py", "a", encoding="utf-8") as file:
        file.write(f"\n{TWO_LINES}")
    for name in ("stock", "isolated"):
        course = root / name
        codes, log = shell(GENERATE, course)
        assert codes == [0], log
        submit(course)
        more, said = shell(GRADE if name == "isolated" else "nbgrader autograde ps1", course)
        found[name] = SimpleNamespace(folder=course, codes=more, log=log + said)
    return found


def scores(course):
    """Automatic score of each graded cell, and whether it waits for a grade by hand."""
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}") as gradebook:
        return {
            (submission.student.id, part.name, grade.name): (
                grade.auto_score,
                grade.needs_manual_grade,
            )
            for submission in gradebook.assignment_submissions("ps1")
            for part in submission.notebooks
            for grade in part.grades
        }


def exported(course):
    with open(course.folder / "grades.csv", newline="", encoding="utf-8") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def by_hand(course):
    """Test cells that cannot be graded in isolation, as the log of generate_assignment says."""
    return set(re.findall(r"test cell '([\w-]+)' .*wait for a grade by hand", course.log))


def test_the_environment_has_no_package_that_the_wheel_does_not_ask_for(wheel):
    code = (
        "import importlib.util as u; print([n for n in ('matplotlib', 'pandas') if u.find_spec(n)])"
    )
    done = subprocess.run([wheel / "bin" / "python", "-c", code], capture_output=True)
    assert done.stdout == b"[]\n"


def test_the_wheel_brings_the_packages_types(wheel):
    assert list(wheel.glob("lib/*/site-packages/nbgrader_isolated/py.typed"))


def test_the_readmes_line_tells_the_tier_of_the_machine(shell, tmp_path):
    codes, said = shell(TIER, tmp_path)
    assert codes == [0]
    assert said in ("namespaces\n", "landlock\n")


def test_every_command_of_the_readme_ends_well_but_for_the_broken_submission(quickstart):
    assert quickstart["stock"].codes == [1]
    assert quickstart["isolated"].codes == [1, 0, 0]


def test_each_cell_scores_as_under_stock_nbgrader_or_is_named_to_wait_for_a_grade_by_hand(
    quickstart,
):
    expected, waits = scores(quickstart["stock"]), by_hand(quickstart["isolated"])
    graded = ("solved", "untouched")
    expected |= {key: (None, True) for key in expected if key[0] in graded and key[2] in waits}
    assert scores(quickstart["isolated"]) == expected
    assert waits <= {"sum_of_squares_uses_squares"}  # which deletes a student's function


def test_notebooks_with_names_of_their_own_are_scored_and_a_broken_one_is_named(quickstart):
    rows = exported(quickstart["isolated"])
    assert {student: row["outcome"] for student, row in rows.items()} == {
        "solved": "scored",
        "untouched": "scored",
        "broken": "ungradable",
    }
    assert "problem1.ipynb is not JSON" in rows["broken"]["reason"]
    assert rows["broken"]["score"] == ""


def test_the_log_names_the_broken_submission_and_shows_no_traceback(quickstart):
    log = quickstart["isolated"].log
    assert log.count("ps1 of broken: problem1.ipynb is not JSON") == 1 and "Traceback" not in log


def test_the_export_has_a_column_for_each_graded_cell_of_that_course(
    quickstart,
):
    row = exported(quickstart["isolated"])["solved"]
    assert list(row) == [
        *export.COLUMNS,
        "correct_squares",
        "squares_invalid_input",
        "correct_sum_of_squares",
        "sum_of_squares_uses_squares",
        "sum_of_squares_equation",
        "sum_of_squares_application",
        "cell-938593c4a215c6cc",
        "part-a",
        "part-b",
    ]


def test_feedback_is_written_for_each_notebook(quickstart):
    written = {
        path.relative_to(quickstart["isolated"].folder / "feedback").as_posix()
        for path in quickstart["isolated"].folder.glob("feedback/*/ps1/*.html")
    }
    assert written == {
        f"{student}/ps1/{name}.html"
        for student in ("solved", "untouched")
        for name in ("problem1", "problem2")
    }


def test_no_command_complains_of_the_packages_own_settings(quickstart):
    assert "not recognized" not in quickstart["isolated"].log


def test_grading_again_as_the_readme_says_changes_nothing(quickstart, shell):
    course, before = quickstart["isolated"], scores(quickstart["isolated"])
    codes, log = shell(AGAIN, course.folder)
    assert codes == [0, 1], log
    assert scores(course) == before


def test_a_configuration_that_fails_stops_nbgrader_where_the_readme_says_so(shell, tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("import nbgrader_isolatedx\n", encoding="utf-8")
    codes, said = shell("nbgrader export", tmp_path)
    assert codes == [1]
    assert said.strip().endswith("No module named 'nbgrader_isolatedx'")


def test_nbgrader_ends_where_isolated_grading_refuses_to_be_set_up(shell, tmp_path):
    missing = "from nbgrader_isolated import compat\ncompat.PARTS['nbgrader.utils'] = ('gone',)\n"
    text = f"c = get_config()\n{missing}{TWO_LINES}"
    (tmp_path / "nbgrader_config.py").write_text(text, encoding="utf-8")
    codes, said = shell(
        "unset TRAITLETS_APPLICATION_RAISE_CONFIG_FILE_ERROR; nbgrader list", tmp_path
    )
    assert codes == [1]
    assert "which lacks nbgrader.utils.gone: install nbgrader" in said
    assert "Traceback" not in said


@pytest.fixture
def folder_of_files(tmp_path):
    for name in (
        "a.txt",
        "b.py",
        ".hidden.py",
        "in/c.txt",
        ".ipynb_checkpoints/d.txt",
        "in/e.ipynb",
    ):
        path = tmp_path / "work" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1")
    return str(tmp_path / "work")


@pytest.mark.parametrize("exclude", [[], ["*.py", ".ipynb_checkpoints"], [".*"], ["work"], ["in"]])
def test_files_are_listed_as_nbgrader_lists_them(folder_of_files, exclude):
    assert sorted(compat.find_all_files(folder_of_files, exclude)) == sorted(
        utils.find_all_files(folder_of_files, exclude)
    )


def test_a_folder_is_listed_once_however_many_files_it_holds(folder_of_files, monkeypatch):
    listed, scandir = [], os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: (listed.append(path), scandir(path))[1])
    compat.find_all_files(folder_of_files, ["*.py", "*.pyc", ".DS_Store"])
    assert len(listed) == len(set(listed)) == 3


def test_nbgrader_lists_files_so_only_while_it_prepares_a_submission():
    stock = utils.find_all_files
    with compat.quick_listing():
        assert utils.find_all_files is compat.find_all_files
    assert utils.find_all_files is stock


def test_gradebooks_of_one_address_share_what_was_compiled():
    with compat.shared_engine():
        first, second, other = (api.create_engine(f"sqlite:///{name}.db") for name in "aab")
    assert first is second is not other
    assert api.create_engine("sqlite:///a.db") is not first
