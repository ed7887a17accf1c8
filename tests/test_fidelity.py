"""Every problem set grades truly: see tests/fidelity.

And the proof itself notices what it should.
"""

import ast
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from unittest.mock import patch

import numpy as np
import pytest
from conftest import ROOT

from course import notebooks
from nbgrader_isolated import workers
from tests.fidelity import agreement, forks, memory, mutants, reach, scoring
from tests.fidelity.measure import measure
from tests.fidelity.report import TaskReport
from tests.fidelity.sets import Plan, plan, slip

SETS = notebooks.assignments()
TASKS = [
    (name, cell.name)
    for name in SETS
    for cell in scoring.cells(notebooks.script(name))
    if cell.kind == "answer"
]


def together(*values):
    """A parameter of tests that share the proof of a problem set, its name first."""
    return pytest.param(*values, marks=pytest.mark.xdist_group(f"proof of {values[0]}"))


@cache
def executor():
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def elsewhere(function, *arguments):
    """Call a function in a process of its own: the proof forks, and pytest may run threads."""
    return executor().submit(function, *arguments).result()


@pytest.fixture(scope="session")
def proof_of():
    """{task: report} of a problem set by its name, measured once or remembered."""
    return cache(lambda name: {report.task: report for report in elsewhere(memory.proof, name)})


# ---- each problem set


@pytest.fixture
def report(name, task, proof_of):
    return proof_of(name)[task]


for_each_task = pytest.mark.parametrize(("name", "task"), [together(*pair) for pair in TASKS])
for_each_set = pytest.mark.parametrize("name", [together(name) for name in SETS])


@for_each_task
def test_the_reference_earns_full_points(report):
    assert report.reference == report.points > 0


@for_each_task
def test_no_wrong_answer_passes(report):
    assert report.mutants >= 15
    assert report.killed >= 0.9 * report.mutants, report.survivors


@for_each_set
def test_of_all_mutants_at_least_97_percent_are_killed(name, proof_of):
    found = proof_of(name).values()
    survivors = [line for report in found for line in report.survivors]
    assert sum(report.killed for report in found) >= 0.97 * sum(
        report.mutants for report in found
    ), survivors


@for_each_task
def test_no_right_answer_fails(report):
    assert (report.wrong, report.rejected, report.unjust) == ([], [], [])
    assert len(report.accepted) >= 4


@for_each_task
def test_no_answer_changes_the_points_of_another_task(report):
    assert report.cascades == []


@for_each_task
def test_nothing_is_paid_for_nothing(report):
    assert report.rewarded == []


@pytest.mark.parametrize("name", SETS)
def test_what_a_set_adds_belongs_to_its_tasks(name):
    tasks, added = {task for owner, task in TASKS if owner == name}, plan(name)
    assert set(added.right) == tasks
    assert set(added.wrong) | set(added.typed_in) <= tasks


# ---- what is remembered


@pytest.fixture
def measured(tmp_path, monkeypatch):
    """Problem sets that were measured, in order, with a memory of its own and no measuring."""
    calls = []
    monkeypatch.setattr(memory, "FOLDER", tmp_path)
    monkeypatch.setattr(memory, "measure", lambda *_: calls.append(1) or [TaskReport("a", 2, 2)])
    monkeypatch.delenv("CI", raising=False)
    return calls


def test_a_proof_is_remembered_as_it_was(measured):
    assert memory.proof("cost_curves") == memory.proof("cost_curves") == [TaskReport("a", 2, 2)]
    assert len(measured) == 1


def test_a_proof_is_made_anew_when_what_it_rests_on_changes(measured, monkeypatch):
    memory.proof("cost_curves")
    monkeypatch.setattr(memory, "fingerprint", lambda name: "another")
    memory.proof("cost_curves")
    assert len(measured) == 2
    assert len(list(memory.FOLDER.iterdir())) == 1, "the older one is gone"


def test_nothing_is_remembered_in_ci(measured, monkeypatch):
    monkeypatch.setenv("CI", "true")
    memory.proof("cost_curves")
    memory.proof("cost_curves")
    assert len(measured) == 2


@pytest.mark.parametrize(
    "part",
    [
        "grading/nbgrader_isolated/coordinator.py",
        "tests/fidelity/mutants.py",
        "tests/fidelity/sets/cost_curves/wrong.py",
        "course/notebooks.py",
    ],
)
def test_a_proof_rests_on_the_grader_the_proof_and_the_set(part):
    assert ROOT / part in memory.files("cost_curves")


def test_a_proof_does_not_rest_on_another_set():
    assert not [p for p in memory.files("cost_curves") if "jevons_effects" in p.parts]


@pytest.mark.parametrize(
    ("where", "what"),
    [
        (workers, "tier"),
        (memory, "version"),
        (notebooks, "expanded"),
    ],
)
def test_another_tier_version_or_script_is_another_proof(where, what, monkeypatch):
    before = memory.fingerprint("cost_curves")
    monkeypatch.setattr(where, what, lambda *_: "another")
    assert memory.fingerprint("cost_curves") != before


# ---- the operators


def made(source, operator):
    """The bodies that an operator makes of a function's body, without spaces."""
    found = mutants.mutants(f"def f(x, y):\n    {source}")
    return {
        "".join(text.split(":", 1)[1].split())
        for told, text in found
        if told.startswith(f"f, {operator}:")
    }


@pytest.mark.parametrize(
    ("operator", "source", "results"),
    [
        ("operation", "return x + 2", ["return x - 2"]),
        ("operation", "x += y", ["x -= y", "x = y"]),
        ("dropped_term", "return x * y", ["return x", "return y"]),
        ("turned", "return x - y", ["return y - x"]),
        ("comparison", "return x < y", ["return x <= y", "return x > y"]),
        (
            "comparison",
            "return 0 < x <= 1",
            [
                "return 0 <= x <= 1",
                "return 0 > x <= 1",
                "return 0 < x < 1",
                "return 0 < x >= 1",
                "return 0 < x",
                "return x <= 1",
            ],
        ),
        ("constant", "return 5", ["return 6", "return 4"]),
        ("constant", "return 1000", ["return 1000000", "return 1.0"]),
        ("convention", "return 365.25", ["return 365", "return 360"]),
        ("no_text", "return g('a')", ["return g('')"]),
        ("sign", "return -x", ["return x"]),
        ("negation", "return x if y else 1", ["return 1 if y else x"]),
        ("negation", "return not x", ["return x"]),
        ("branch", "if x: return 1", ["if False: return 1", "if True: return 1"]),
        ("boolean", "return x and y", ["return x or y", "return x", "return y"]),
        (
            "another_function",
            "return np.log(x)",
            ["return np.log10(x)", "return np.log2(x)", "return np.log1p(x)"],
        ),
        ("another_function", "return max(x)", ["return min(x)"]),
        ("no_call", "return np.sort(x)", ["return x"]),
        ("no_call", "return x.sum()", ["return x"]),
        ("swapped_arguments", "return g(x, y)", ["return g(y, x)"]),
        ("no_keyword", "return g(x, key=1)", ["return g(x)"]),
        ("other_axis", "return g(x, axis=1)", ["return g(x, axis=0)"]),
        ("degrees_of_freedom", "return np.std(x)", ["return np.std(x, ddof=1)"]),
        ("neighbour", "return x", ["return y"]),
        ("no_selection", "return x[y]", ["return x"]),
        (
            "short_loop",
            "for a in x: g(a)",
            ["for a in list(x)[1:]: g(a)", "for a in list(x)[:-1]: g(a)"],
        ),
        ("no_statement", "x = 1", ["pass"]),
        ("wrong_error", "raise ValueError('a')", ["raise TypeError('no')", "return np.nan"]),
        (
            "result",
            "return x",
            [
                "return 100 * x",
                "return x / 100",
                "return -x",
                "return 1 - x",
                "return 1 / x",
                "return np.round(x, 2)",
                "return np.round(x, 4)",
            ],
        ),
    ],
)
def test_an_operator_makes_what_it_says(operator, source, results):
    assert made(source, operator) == {"".join(result.split()) for result in results}


def test_every_operator_is_tried():
    (marks,) = [
        mark
        for mark in test_an_operator_makes_what_it_says.pytestmark
        if mark.name == "parametrize"
    ]
    assert {case[0] for case in marks.args[1]} == {
        operator.__name__ for operator in mutants.OPERATORS
    }


def test_mutants_differ_from_each_other_and_from_the_source():
    source = (
        'def f(x, y):\n    """Doc."""\n    if x < 1:\n        raise ValueError("x")\n    return x '
        "+ y\n"
    )
    found = [text for _, text in mutants.mutants(source)]
    assert len(found) == len(set(found)) > 20
    assert not any("'x'" not in text and "raise ValueError" in text for text in found), (
        "the words of an error are no answer"
    )
    assert ast.unparse(ast.parse(source.replace('    """Doc."""\n', ""))) not in found


# ---- planted faults, in a set of two tasks

SETUP = scoring.Cell(
    "setup", "locked", 0, "import os, sys, time\nimport numpy as np\nDATA = np.array([1.0, 2.0])"
)
DOUBLE = scoring.Cell("double", "answer", 0, "def double(x):\n    return 2 * x")
HALF = scoring.Cell("half", "answer", 0, "def half(x):\n    return x / 2")
WEAK = "assert double(2.0) == 4"
STRONG = """\
assert type(double(2.0)) is float and double(2.0) == 4
### BEGIN HIDDEN TESTS
assert double(0.015625) == 0.03125 and double(-8.0) == -16
### END HIDDEN TESTS"""


def inputs(rng):
    return (rng.uniform(-9, 9),)


def sheet(test=STRONG, other="assert half(2.0) == 1"):
    """Two tasks, each with a test cell worth 2 points."""
    return [
        SETUP,
        DOUBLE,
        scoring.Cell("double-test", "tests", 2, test),
        HALF,
        scoring.Cell("half-test", "tests", 2, other),
    ]


@pytest.fixture(scope="session")
def proof_of_double():
    """The report on the task `double` of a sheet, with more right and wrong answers."""

    def measured(cells, right=(), wrong=()):
        more = [
            {text: f"def double(x):\n    return {text}" for text in texts}
            for texts in (right, wrong)
        ]
        added = Plan({"double": inputs, "half": inputs}, {}, *[{"double": m} for m in more], {})
        found = elsewhere(measure, cells, added)
        return next(report for report in found if report.task == "double")

    return measured


def test_a_weak_test_lets_mutants_survive_and_pays_what_is_typed_in(proof_of_double):
    report = proof_of_double(sheet(WEAK), wrong=["x ** 2", "x + x"])
    assert any(line.startswith("x ** 2: double(") for line in report.survivors)
    assert report.killed < report.mutants
    assert report.equivalent == ["x + x"]
    assert any("visible case alone" in line for line in report.rewarded)
    assert not any("equals everything" in line for line in report.rewarded), (
        "isolated grading compares what it equals by identity"
    )


def test_a_strong_test_has_nothing_to_report(proof_of_double):
    report = proof_of_double(sheet(), right=["x + x", "x * 2.0"], wrong=["x ** 2"])
    assert report.accepted == ["x + x", "x * 2.0"]
    assert report.killed == report.mutants > 10
    assert not any(
        [
            report.survivors,
            report.rejected,
            report.wrong,
            report.cascades,
            report.rewarded,
            report.unjust,
        ]
    )


def test_a_wrong_alternative_is_reported_even_if_the_tests_accept_it(proof_of_double):
    report = proof_of_double(sheet(), right=["2 * x if x < 8.5 else 17.0"])
    assert report.rejected == [] and len(report.wrong) == 1


def test_a_right_alternative_that_loses_points_is_reported(proof_of_double):
    report = proof_of_double(sheet(), right=["np.float64(2 * x)"], wrong=["np.float64(2 * x)"])
    assert report.wrong == [] and report.rejected == ["np.float64(2 * x): loses double-test"]
    assert report.unjust == ["np.float64(2 * x): loses double-test"]


def test_a_task_that_rests_on_another_is_reported(proof_of_double):
    report = proof_of_double(sheet(other="assert half(double(2.0)) == 2"))
    assert {line.split(":")[0] for line in report.cascades} >= {
        "raises",
        "is missing",
        "is None",
        "does not compile",
    }
    assert any(line.startswith("double, ") for line in report.cascades), "mutants cascade as well"


def test_a_task_that_spoils_its_arguments_costs_no_other_task(proof_of_double):
    test = "assert double(DATA)[1] == 4"
    report = proof_of_double(sheet(test=test, other="assert half(DATA[0]) == 0.5"))
    assert report.cascades == [], "isolated grading hands out copies"


def test_a_crashing_mutant_counts_for_nothing(proof_of_double):
    report = proof_of_double(sheet(), wrong=["x.missing", "os._exit(0)"])
    assert report.crashing >= 2
    assert report.survivors == []


# ---- points


def points(test, answer=DOUBLE.source):
    """What the test cells earn, with 2 points each, when this is one of them."""
    grader = scoring.Grader(sheet(test))
    return grader.score(scoring.answered(grader.sheet, "double", answer))


def points_together(answers):
    """What each of several answers earns in a run that they share."""
    return [
        found["double-test"] for found in scoring.Grader(sheet()).score_answers("double", answers)
    ]


def points_within_a_second(*arguments):
    with patch.dict(scoring.LIMITS, cell_seconds=1):
        return points(*arguments)


@pytest.mark.parametrize(
    ("test", "earned"),
    [
        ("assert double(2) == 4", 2),
        ("print(double(2), file=sys.stderr)", 2),
        ("assert double(2) == 5", 0),
        ("sys.exit()", 0),
        ("raise KeyboardInterrupt", 0),
        ("def (", 0),
        ("double(0.5)", 1),
    ],
)
def test_points_are_those_of_isolated_grading(test, earned):
    assert elsewhere(points, test) == {"double-test": earned, "half-test": 2}


@pytest.mark.parametrize(
    "answer",
    [
        "while True: pass",
        "def double(x):\n    while True:\n        try:\n            while True: pass\n        "
        "except: pass",
        "import os\nos._exit(0)",
    ],
)
def test_an_answer_that_never_ends_or_ends_its_process_loses_its_own_points_alone(answer):
    assert elsewhere(points_within_a_second, STRONG, answer) == {"double-test": 0, "half-test": 2}


def test_answers_that_share_a_run_earn_what_each_earns_alone():
    answers = [
        f"def double(x):\n    return {text}"
        for text in ("2 * x", "x ** 2", "os._exit(0)", "x + x", "x.missing", "2 * x")
    ]
    assert elsewhere(points_together, answers) == [2, 0, 0, 2, 0, 2]


def test_an_answer_that_cannot_be_defined_does_not_live_on_another_one():
    answers = [
        DOUBLE.source,
        "raise ValueError\ndef double(x):\n    return 2 * x",
        "os._exit(0)\ndef double(x):\n    return 2 * x",
    ]
    assert elsewhere(points_together, answers) == [2, 0, 0]


def test_a_fault_of_the_proof_itself_is_not_taken_for_a_wrong_answer():
    with pytest.raises(forks.BrokenProofError, match="ZeroDivisionError"):
        elsewhere(_broken_proof)


def _broken_proof():
    return list(forks.in_forks([lambda: 1 / 0]))


# ---- the static check


@pytest.mark.parametrize(
    ("answer", "test", "other", "touched"),
    [
        (DOUBLE.source, STRONG, "assert half(2.0) == 1", False),
        (DOUBLE.source, STRONG, "assert half(double(2.0)) == 2", True),
        (DOUBLE.source, STRONG, "def g():\n    return double(2.0)\nassert g() == 4", True),
        (DOUBLE.source + "\nhalf = None", STRONG, "assert half(2.0) == 1", True),
        (DOUBLE.source + "\nimport numpy as half", STRONG, "assert half(2.0) == 1", True),
        ("def double(x):\n    global half\n    half = None", STRONG, "assert half(2.0) == 1", True),
        (
            "def double(x):\n    DATA[0] = 9",
            "assert double(DATA)[1] == 4",
            "assert half(DATA[0]) == 0.5",
            False,
        ),
    ],
)
def test_a_test_cell_is_run_again_if_an_answer_can_touch_it(answer, test, other, touched):
    changed = scoring.answered(sheet(test, other), "double", answer)
    assert reach.out_of_reach(changed, "double") == (set() if touched else {"half-test"})


def test_an_answer_is_touched_through_other_answers():
    cells = scoring.answered(
        sheet(other="assert half(4.0) == 1"), "half", "def half(x):\n    return x / double(1)"
    )
    assert reach.out_of_reach(cells, "double") == set()


# ---- agreement


@pytest.mark.parametrize(
    ("want", "got", "agree"),
    [
        (1.0, 1, True),
        (1.0, np.float64(1 + 1e-9), True),
        (1.0, np.array(1.0), True),
        (10**30, 1e30, True),
        (np.nan, np.nan, True),
        (1.0, 1.001, False),
        (1.0, True, False),
        (1.0, None, False),
        (1.0, "1", False),
        (1.0, [1.0], False),
        (1.0, np.array([1.0]), False),
        (np.ones(2), [1, 1], False),
        (np.ones(2), np.ones((2, 1)), False),
        (np.ones(2), np.array([1, 1]), True),
        ((1.0, 2.0), [1, 2], True),
        ((1.0, 2.0), np.array([1, 2]), True),
        ((1.0, 2.0), (2, 1), False),
        ((1.0, 2.0), 1, False),
        ({"a": 1.0}, {"a": 1}, True),
        ({"a": 1.0}, {"b": 1}, False),
        ("yes", "yes", True),
        ("yes", "no", False),
        (True, np.True_, True),
        (ValueError("a"), ValueError("b"), True),
        (ValueError("a"), TypeError("a"), False),
        (ValueError("a"), np.nan, False),
        (1.0, ValueError("a"), False),
    ],
)
def test_answers_agree_in_kind_shape_and_value(want, got, agree):
    assert agreement.same(want, got) == agree


def test_a_slip_that_quotes_what_is_not_there_stops_the_proof():
    with pytest.raises(AssertionError, match="stands 0 times"):
        slip("return 2 * x", ("3 * x", "x"))
    with pytest.raises(AssertionError, match="stands 2 times"):
        slip("return x * x", ("x", "y"))
