"""Who owns a name, and what the instructor's own run says of a test cell."""

import logging
import sys
import types

import nbformat
import pytest
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from nbgrader_isolated import (
    coordinator,
    execute,
    plan,
    preprocessors,
    reference,
    unsupported,
    workers,
)
from nbgrader_isolated.limits import LIMITS
from nbgrader_isolated.results import CellResult, Reason, Run
from nbgrader_isolated.worker import modules, names
from tests import attacks

LOCKED = {"locked": True, "grade": False, "solution": False}
ANSWER = {"locked": False, "grade": False, "solution": True}
TEST = {"locked": True, "grade": True, "solution": False, "points": 1}
FREE = None


def notebook(*cells):
    """A notebook of (kind, source); cells are named by their position."""
    made = nbformat.v4.new_notebook()
    for position, (kind, source) in enumerate(cells):
        cell = nbformat.v4.new_code_cell(source)
        if kind:
            cell.metadata["nbgrader"] = kind | {"grade_id": str(position), "schema_version": 3}
        made.cells.append(cell)
    return made


def asked(*cells):
    """What the last cell, a test, asks the student's process for."""
    return plan.make(notebook(*cells)).tests[str(len(cells) - 1)].asks


@pytest.mark.parametrize(
    "before",
    [
        (LOCKED, "from math import factorial"),
        (FREE, "from math import factorial"),
        (ANSWER, "from math import factorial"),
    ],
)
def test_what_a_solution_defines_is_the_students_though_a_cell_imports_it(before):
    answer = (ANSWER, "def factorial(n):\n    return 1")
    assert asked(before, answer, (TEST, "assert factorial(3)")) == ["factorial"]


def test_what_a_solution_defines_is_the_students_though_it_is_a_builtins():
    assert asked((ANSWER, "def max(x):\n    return 1"), (TEST, "assert max([1])")) == ["max"]


@pytest.mark.parametrize(
    ("first", "second", "hands_on"),
    [
        ("got = f(1)", "assert got", True),
        ("kept[1] = f(1)", "assert kept", True),
        ("kept.append(f(1))", "def g():\n    return kept\nassert g()", True),
        ("f(1)", "assert _", True),
        ("x = f(1)", "x += 1", True),
        ("got = f(1)", "got = f(2)\nassert got", False),
        ("for got in f(1):\n    assert got", "for got in f(2):\n    assert got", False),
        ("assert f(1)", "assert f(2)", False),
        ("close(f(1), 1)", "close(f(2), 1)", False),
    ],
)
def test_a_test_hands_on_what_a_later_one_may_read(first, second, hands_on):
    set_up = (LOCKED, "kept = {}\ndef close(x, y):\n    assert x == y")
    cells = [set_up, (ANSWER, "def f(x):\n    return x"), (TEST, first), (TEST, second)]
    assert plan.make(notebook(*cells)).tests["2"].hands_on is hands_on


@pytest.mark.parametrize("kind", [LOCKED, FREE, ANSWER])
def test_an_import_is_never_the_students(kind):
    cells = [(ANSWER, "np = 1"), (kind, "import numpy as np"), (TEST, "assert np.sqrt(4)")]
    assert asked(*cells) == []


def test_a_name_that_the_solution_alone_imports_is_there_only_where_the_student_imported_it():
    made = plan.make(notebook((ANSWER, "import numpy as np"), (TEST, "assert np.sqrt(4)")))
    assert made.tests["1"].borrows == {"np": ["sqrt"]}


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("assert m.sqrt(m.pi)", {"m": {"sqrt", "pi"}}),
        ("assert m.linalg.norm(x.y[0].z)", {"m": {"linalg.norm"}, "x": {"y"}}),
        ("assert m.sqrt(4).real and m", {"m": {"sqrt", ""}}),
        ("m.", {}),
    ],
)
def test_what_a_cell_reads_of_a_name(source, read):
    assert names.chains(source) == read


@pytest.mark.parametrize("kind", [LOCKED, FREE, TEST])
def test_a_name_that_another_cell_imports_is_there_whatever_the_student_does(kind):
    cells = [(kind, "import numpy as np"), (ANSWER, "import numpy as np")]
    made = plan.make(notebook(*cells, (TEST, "assert np.sqrt(4)")))
    assert made.tests["2"].borrows == {}


def test_the_examiner_imports_in_the_order_of_the_cells():
    cells = [(FREE, "import a as x"), (LOCKED, "import b as x"), (ANSWER, "import c as x")]
    made = plan.make(notebook(*cells, (TEST, "assert x")))
    assert made.imports == {"1": ["import a as x"], "3": ["import c as x"]}


def test_imports_of_a_locked_cell_that_needs_the_student_are_made_by_the_examiner_too():
    cells = [(ANSWER, "def f():\n    return 1"), (LOCKED, "import math\nx = f()")]
    made = plan.make(notebook(*cells, (TEST, "assert math.isclose(x, 1)")))
    assert made.imports["2"] == ["import math"] and made.tests["2"].asks == ["x"]


def test_what_a_solution_changes_in_place_is_asked_for_only_once_the_test_needs_it():
    cells = [(LOCKED, "import numpy as np\nx = [2, 1]"), (ANSWER, "x.sort()\nnp.random.seed(1)")]
    about = plan.make(notebook(*cells, (TEST, "assert x == [1, 2], np"))).tests["2"]
    assert about.asks == [] and about.may_ask == ["x"]


def test_the_hidden_part_of_a_locked_cell_does_not_reach_the_students_process():
    cell = {"role": "both", "name": "x", "source": "a = 1\n# BEGIN HIDDEN TESTS\nb = 2\n"}
    assert coordinator.shown(cell, plan.Plan())["source"] == "a = 1\n"


@pytest.mark.parametrize(
    ("source", "statements"),
    [
        ("import a\nimport b", ["import a", "import b"]),
        ("if True:\n    import a\nelse:\n    import b", ["import a", "import b"]),
        ("def f():\n    import a", []),
        ("import a as", []),
    ],
)
def test_imports_outside_functions_are_run_one_by_one(source, statements):
    assert names.imports(source) == statements


def test_a_try_that_says_what_to_import_instead_stays_whole():
    source = "try:\n    import a\nexcept ImportError:\n    import b as a"
    assert names.imports(source) == [source]


DEEP = " + ".join(["random"] * 5000)


def test_code_that_is_nested_too_deep_to_be_read_may_use_every_word_of_it():
    assert "random" in names.Names(DEEP).reads()


def test_a_cell_that_is_nested_too_deep_costs_no_test():
    own = {"role": "student", "name": "", "source": DEEP}
    found = attacks.passed([own, *attacks.solved()], workers.tier())
    assert all(found.values())


TWO = [
    (LOCKED, "TOLERANCE = 0.1"),
    (ANSWER, "def half(x):\n    return x / 2"),
    (TEST, "assert abs(half(4) - 2) < TOLERANCE"),
    (LOCKED, "TOLERANCE = 100"),
    (ANSWER, "def twice(x):\n    return 2 * x"),
    (TEST, "assert abs(twice(4) - 8) < TOLERANCE"),
]


def passing(order, **answers):
    """Which tests pass of a submission that has two tasks' cells in this order.

    ``answers`` are, by position, sources that differ from the solution.
    """
    made = notebook(*TWO)
    told = reference.cells_of(made)
    cells = [told[at] | {"source": answers.get(f"at{at}", told[at]["source"])} for at in order]
    run = coordinator.run(workers.server(), workers.tier(), cells, plan.make(made), attacks.LIMITS)
    return {int(name) for name, test in run.tests.items() if test.passed}


def test_tests_are_asked_where_the_submission_has_them():
    assert passing([3, 4, 5, 0, 1, 2]) == {2, 5}
    assert passing([0, 2, 1, 3, 4, 5]) == {5}


def test_each_test_of_a_reordered_submission_has_its_own_result():
    assert passing([3, 4, 5, 0, 1, 2], at1="def half(x):\n    return x") == {5}


def test_a_set_up_cell_that_a_submission_moves_makes_no_test_easier():
    assert passing([0, 3, 1, 2, 4, 5], at1="def half(x):\n    return x") == {5}


def test_the_examiner_runs_a_repeated_notebook_part_by_part():
    made = notebook(*TWO)
    told = reference.cells_of(made)
    cells = [told[at] for at in (3, 5, 0, 2, 3, 5, 0, 2)]
    assert coordinator.examination_order(cells, plan.make(made)) == [2, 3, 0, 1, 6, 7, 4, 5]


def shared(source):
    """Whether a test passes that shares a file, x.csv, with a student's cell."""
    cells = [
        {"role": "student", "name": "", "source": source},
        {"role": "tests", "name": "t", "source": "assert open('x.csv').read() == 'x'"},
        {"role": "student", "name": "", "source": "import os\nos.remove('x.csv')"},
    ]
    made = plan.Plan(tests={"t": plan.TestPlan(files=["x.csv"])})
    run = coordinator.run(workers.server(), workers.tier(), cells, made, attacks.LIMITS)
    assert not run.left_out
    return run.tests["t"].passed


def test_a_test_reads_a_text_file_as_it_was_where_the_test_stands():
    assert shared("with open('x.csv', 'w') as file:\n    file.write('x')")


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.mkfifo('x.csv')",
        "import os\nos.symlink('/dev/zero', 'x.csv')",
        "with open('x.csv', 'wb') as file:\n    file.truncate(15 << 20)",
        "import os\nos.mkdir('x.csv')",
    ],
    ids=["pipe", "device", "large", "folder"],
)
def test_a_file_that_is_none_holds_nobody_up(source):
    assert not shared(source)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("out.csv", True),
        ("data/my out.txt", True),
        ("/etc/passwd.txt", False),
        ("../solution.txt", False),
        ("kept.pickle", False),
        ("helper.py", False),
    ],
)
def test_only_text_files_of_its_own_folder_are_shared(name, is_one):
    assert bool(names.text_files(f"open({name!r})")) is is_one


SOLVED_ANSWER = (ANSWER, "def f():\n    return 1")
SOLVED = notebook(SOLVED_ANSWER, (TEST, "assert f() == 1"))

# ---- modules beside the notebook

COUNTER = """
import math
calls, _marks, limit, table = [], 0, 5, {}

def count(name):
    calls.append(name)
    math.sqrt(limit)

def mark(place):
    global _marks
    _marks |= 1 << place

class Board:
    def put(self, key):
        table[key] = 1
"""


def test_the_state_of_a_module_is_the_data_that_its_functions_change():
    assert names.state(COUNTER) == ["_marks", "calls", "table"]
    assert plan.make(SOLVED, {"counter.py": COUNTER.encode()}).tests["1"].may_take == {
        "counter": ["_marks", "calls", "table"]
    }


@pytest.mark.parametrize(
    ("told", "calls"),
    [
        ({"calls": ["a"]}, ["a"]),
        ({"calls": [len]}, []),
        ({"count": 1, "limit": 9, "other": 2}, []),
        ({"calls": None}, None),
    ],
)
def test_of_a_module_nothing_changes_but_its_state(monkeypatch, told, calls):
    counter = types.ModuleType("counter")
    exec(COUNTER, vars(counter))
    monkeypatch.setitem(sys.modules, "counter", counter)
    modules.change("counter", modules.plain(told, names.state(COUNTER)))
    assert counter.calls == calls and callable(counter.count) and counter.limit == 5
    assert not hasattr(counter, "other")


# ---- the instructor's own run

RIGHT = Run(tests={"1": CellResult(passed=True)})


def failed(name, text="", **about):
    output = {"output_type": "error", "ename": name, "evalue": text}
    return Run(tests={"1": CellResult(outputs=[output], **about)})


class Runs:
    """Stands in for ``coordinator.run``: ends as it was told, one run after the other."""

    def __init__(self, *ends):
        self.ends, self.count = ends, 0

    def __call__(self, *_, **__):
        end = self.ends[self.count]
        self.count += 1
        if isinstance(end, Exception):
            raise end
        return end


PASSES, KILLED = RIGHT, Run(left_out={"1": Reason.EXITED})
LATE = failed("CellTimeoutError", "more than 10 seconds", late=True)
LOST = failed("StudentProcessError", "the other process is gone", lost=True)
WRONG = failed("AssertionError", "no")
HINDERED = Run(tests=failed("NameError", "f").tests, left_out={"0": Reason.LATE})


def stand_in(monkeypatch, *ends):
    runs = Runs(*ends)
    monkeypatch.setattr(coordinator, "run", runs)
    monkeypatch.setattr(workers, "server", lambda fresh=False: None)
    monkeypatch.setattr(reference, "_tried", {})
    return runs


def tried(monkeypatch, *ends):
    """Why the test waits for a grade by hand, "" if it does not, and how many runs that took."""
    runs = stand_in(monkeypatch, *ends)
    _, refused = reference.plan_of(SOLVED, {}, "namespaces")
    return refused.get("1", ""), runs.count


@pytest.mark.parametrize(
    "ends",
    [
        [KILLED, PASSES],
        [LATE, PASSES],
        [LOST, PASSES],
        [HINDERED, PASSES],
        [LATE, LOST, PASSES],
        [workers.GraderFaultError("the warm process does not answer"), PASSES],
    ],
)
def test_a_run_that_was_disturbed_is_made_again(monkeypatch, ends):
    assert tried(monkeypatch, *ends) == ("", len(ends))


def test_what_stops_a_test_twice_counts(monkeypatch):
    why, _ = tried(monkeypatch, LATE, LATE, PASSES)
    said = "it passes in one process and not in isolation (CellTimeoutError: more than 10 seconds)"
    assert why == said


def test_a_test_that_ends_otherwise_each_time_is_not_tried_for_ever(monkeypatch):
    assert tried(monkeypatch, LATE, LOST, KILLED, PASSES)[1] == 4


def test_a_wrong_test_is_not_tried_again(monkeypatch):
    assert tried(monkeypatch, WRONG, WRONG) == (
        "it fails on your own solution (AssertionError: no)",
        2,
    )


def test_a_test_that_one_process_passes_cannot_be_graded_in_isolation(monkeypatch):
    assert tried(monkeypatch, WRONG, PASSES) == (
        "it passes in one process and not in isolation (AssertionError: no)",
        2,
    )


@pytest.mark.parametrize(
    ("ends", "again", "count"),
    [([PASSES], {}, 1), ([WRONG, WRONG, PASSES], {}, 3), ([PASSES, PASSES], {"cpu_seconds": 1}, 2)],
    ids=["passed", "refused", "with other limits"],
)
def test_only_a_notebook_that_passed_is_not_tried_again(monkeypatch, ends, again, count):
    runs = stand_in(monkeypatch, *ends)
    reference.plan_of(SOLVED, {}, "namespaces")
    reference.plan_of(SOLVED, again, "namespaces")
    assert runs.count == count


@pytest.mark.parametrize(
    ("test", "why"),
    [
        ("assert f() == 2, 'no'", "it fails on your own solution (AssertionError: no)"),
        (
            "x = 1\nassert f.__code__",
            "it passes in one process and not in isolation (AttributeError: __code__) at line 2, "
            f"`assert f.__code__`: {unsupported.UNDERSCORE}",
        ),
    ],
)
def test_a_refusal_names_its_reason(test, why):
    solved = notebook(SOLVED_ANSWER, (TEST, test))
    assert reference.plan_of(solved, {}, workers.tier())[1] == {"1": why}


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("assert f.__name__ == 'f'", unsupported.UNDERSCORE),
        ("assert str(p) == 'P'", unsupported.TEXT),
        ("assert repr(p) == 'P'", unsupported.TEXT),
        ("assert f'{p}' == 'P'", unsupported.TEXT),
        ("assert p == q", unsupported.OPERATOR),
        ("total = p + q", unsupported.OPERATOR),
        ("assert isinstance(p, dict)", unsupported.KIND),
        ("text = inspect.getsource(f)", unsupported.SOURCE),
        ("axes = plt.gca()", unsupported.CURRENT_FIGURE),
    ],
)
def test_what_does_not_work_across_processes_is_named_with_its_line(line, cause):
    said = unsupported.reason(f"x = 1\n{line}\nassert x == 1", 2, "AssertionError")
    assert said.endswith(f"(AssertionError) at line 2, `{line}`: {cause}")


def test_a_line_with_nothing_special_is_quoted_alone():
    said = unsupported.reason("for _ in range(2):\n    f(1)\nassert a == b", 2, "NameError: x")
    assert said.endswith("(NameError: x) at line 2, `f(1)`")


def test_a_test_that_derives_a_class_from_a_students_is_told_so():
    solved = notebook((ANSWER, "class P:\n    pass"), (TEST, "class Q(P):\n    pass\nQ()"))
    (why,) = reference.plan_of(solved, {}, workers.tier())[1].values()
    assert "TypeError: a test cannot derive a class from a student's" in why


# ---- at generate_assignment


@pytest.fixture
def course(tmp_path):
    folder = tmp_path / "source" / "ps1"
    folder.mkdir(parents=True)
    return folder


def generated(solved, course, **config):
    """Try a notebook as nbgrader does when it generates an assignment."""
    c = Config(config)
    c.CourseDirectory.root = str(course.parent.parent)
    converter = GenerateAssignment(coursedir=CourseDirectory(config=c), config=c)
    checks = preprocessors.CheckGradable(parent=converter)
    return checks.preprocess(solved, {"nbgrader": {"assignment": "ps1", "notebook": "x"}})


def test_the_trial_finds_the_files_beside_the_notebook(course, caplog):
    (course / "data.txt").write_text("1")
    (course / "helper.py").write_text("ONE = 1")
    solved = notebook(
        (ANSWER, "def f():\n    return int(open('data.txt').read())"),
        (TEST, "import helper\n\nassert f() == helper.ONE"),
    )
    generated(solved, course)
    assert "by hand" not in caplog.text


def test_a_test_that_waits_for_a_grade_by_hand_is_told_with_its_reason(course, caplog):
    with caplog.at_level(logging.WARNING):
        generated(notebook(SOLVED_ANSWER, (TEST, "assert f() == 2, 'no'")), course)
    said = "x: test cell '1' will wait for a grade by hand: it fails on your own solution"
    assert said in caplog.text


def test_a_notebook_whose_tests_all_pass_in_isolation_is_told_in_one_line(course, caplog):
    with caplog.at_level(logging.INFO):
        generated(notebook(SOLVED_ANSWER, (TEST, "assert f()"), (TEST, "assert f() == 1")), course)
    assert "x: all 2 test cells pass in isolation" in caplog.text


def test_the_trial_has_the_limits_of_the_course(course, monkeypatch):
    seen = []
    monkeypatch.setattr(
        preprocessors, "plan_of", lambda nb, limits, *_: (seen.append(limits), ({}, {}))[1]
    )
    generated(SOLVED, course, IsolatedExecute={"cell_seconds": 7})
    assert seen[0]["cell_seconds"] == 7


@pytest.mark.parametrize(
    ("config", "seconds"),
    [
        ({}, 30),
        ({"ExecutePreprocessor": {"timeout": 60}}, 60),
        ({"Execute": {"timeout": 60}}, 60),
        ({"ExecutePreprocessor": {"timeout": -1}}, 300),
        ({"ExecutePreprocessor": {"timeout": None}}, 300),
        ({"ExecutePreprocessor": {"timeout": 60}, "IsolatedExecute": {"cell_seconds": 5}}, 5),
    ],
)
def test_a_cell_may_run_as_long_as_the_course_lets_stock_nbgrader_run_it(config, seconds):
    isolated = execute.IsolatedExecute(config=Config(config))
    assert isolated.limits()["cell_seconds"] == seconds


R = nbformat.v4.new_notebook(
    metadata={"kernelspec": {"name": "ir", "language": "R", "display_name": "R"}}
)


def test_a_notebook_in_another_language_is_refused_with_what_to_do(course):
    with pytest.raises(workers.GraderFaultError, match=r"IsolatedExecute\.unsafe = True"):
        generated(R, course)


def test_what_the_refusal_says_to_do_helps(course):
    assert generated(R, course, IsolatedExecute={"unsafe": True})[0] is R


def test_files_that_are_too_large_are_left_out_and_named(course, caplog):
    (course / "large.bin").write_bytes(bytes(2 << 20))
    (course / "small.txt").write_text("1")
    found = reference.files_in(
        course, CourseDirectory(), LIMITS | {"file_mb": 1}, logging.getLogger()
    )
    assert list(found) == ["small.txt"] and "large.bin" in caplog.text
