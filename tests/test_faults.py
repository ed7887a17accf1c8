"""Whose fault it is: what was killed from outside is tried again, and what never ends waits for
nobody.
"""

import contextlib
import errno
import os
import signal
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from nbgrader_isolated import coordinator, execute, exporter, plan, workers
from nbgrader_isolated.plan import Plan
from nbgrader_isolated.results import CellResult, Outcome, Reason, Run, of_submission
from tests import attacks


def killed(which, times):
    """Solved cells, run while so many processes of a role are killed from outside."""
    stop = threading.Event()
    server = workers.server()
    known = set(children(server.process.pid))

    def kill():
        done = set()
        while not stop.is_set() and len(done) < times:
            for keeper in set(children(server.process.pid)) - known - done:
                family = [keeper, *children(keeper)]
                family += [inner for first in family[1:] for inner in children(first)]
                if len(family) > 2:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(family[which], signal.SIGKILL)
                    done.add(keeper)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        cells = [c | {"source": f"{c['source']}\nimport time\ntime.sleep(0.2)"} for c in SLOW]
        return coordinator.run(server, workers.tier(), cells, attacks.reference(), {})
    finally:
        stop.set()
        thread.join()


SLOW = [c for c in attacks.solved() if c["role"] != "tests"][:2] + [
    c for c in attacks.solved() if c["role"] == "tests"
][:1]


def children(process):
    with contextlib.suppress(OSError):
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8")
        return list(map(int, text.split()))
    return []


@pytest.mark.parametrize("which", [0, 2], ids=["keeper", "student's process"])
def test_a_process_that_is_killed_from_outside_costs_nothing(which):
    run = killed(which, 1)
    assert not run.left_out and all(test.passed for test in run.tests.values())


def test_a_submission_that_is_always_killed_from_outside_is_the_graders_fault():
    with pytest.raises(workers.GraderFaultError, match="from outside"):
        killed(2, 20)


def never_ends(*tasks):
    """Solved cells, in which the functions of some tasks never return."""
    return [
        c | {"source": f"def {c['name']}(*_):\n    while True:\n        pass"}
        if c["name"] in tasks
        else c
        for c in attacks.solved()
    ]


ALL = [c["name"] for c in attacks.solved() if c["role"] == "student"]


def test_once_patience_is_used_up_a_test_that_hangs_is_not_waited_for():
    limits = {"cell_seconds": 2, "late_seconds": 4}
    run = coordinator.run(
        workers.server(), workers.tier(), never_ends(*ALL), attacks.reference(), limits
    )
    late = [test.seconds for test in run.tests.values() if test.late]
    assert len(late) > 4
    # by the clock of the process that was told to wait no longer
    assert sorted(late)[len(late) // 2] < 2


def test_tests_that_late_cells_left_too_little_time_are_named_and_the_score_is_called_partial():
    run = Run(
        tests={"a": CellResult(late=True, hurried=True), "b": CellResult(late=True)},
        late=["#0", "b"],
    )
    cells = [
        {"role": "student", "name": "", "source": "\nwhile True:\n    pass"},
        {"role": "tests", "name": "a", "source": "assert f()"},
        {"role": "tests", "name": "b", "source": "assert f()"},
    ]
    found = execute.result(cells, run, "none", {})
    assert found.outcome is Outcome.PARTLY_SCORED
    assert found.reasons == [
        'Out of time: the student\'s cell "while True:", b.',
        "Had too little time, which late cells had used up (late_seconds): a.",
    ]


def test_an_endless_cell_leaves_the_tests_their_time():
    cells = [
        {"role": "student", "name": "f", "source": "import time\ndef f():\n    time.sleep(1)"},
        {"role": "student", "name": "", "source": "while True:\n    pass"},
        {"role": "tests", "name": "t", "source": "assert f() is None"},
    ]
    made = Plan(tests={"t": plan.TestPlan(asks=["f"])})
    run = coordinator.run(workers.server(), workers.tier(), cells, made, {"cell_seconds": 5})
    assert run.late == ["#1"]
    assert not run.tests["t"].hurried


def test_what_hangs_costs_no_other_test():
    limits = {"cell_seconds": 2, "late_seconds": 2}
    found = {}
    for patience in (1, 5):
        run = coordinator.run(
            workers.server(),
            workers.tier(),
            never_ends("length"),
            attacks.reference(),
            {name: patience * seconds for name, seconds in limits.items()},
        )
        found = {name: test.passed for name, test in run.tests.items()}
        if sum(not good for good in found.values()) == len([n for n in found if "length" in n]):
            break
    assert {name for name, good in found.items() if not good} == {
        name for name in found if name.partition("-")[0] == "length"
    }


def test_a_cell_that_no_alarm_reaches_is_given_up(monkeypatch):
    monkeypatch.setattr(workers, "GRACE", 0.2)
    stuck = "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})\n"
    cells = [{"role": "student", "name": "stuck", "source": f"{stuck}while True:\n    pass"}]
    started = time.monotonic()
    run = coordinator.run(
        workers.server(),
        workers.tier(),
        cells,
        Plan(),
        {"cell_seconds": 1, "submission_seconds": 100},
    )
    assert run.left_out == {"stuck": Reason.LATE}
    assert time.monotonic() - started < 90, "it was waited for as long as a submission may take"


def test_a_cell_that_goes_on_when_its_time_is_up_is_late():
    source = "while True:\n    try:\n        while True:\n            pass\n"
    source += "    except BaseException:\n        pass"
    cells = [{"role": "student", "name": "stubborn", "source": source}]
    run = coordinator.run(workers.server(), workers.tier(), cells, Plan(), {"cell_seconds": 1})
    assert run.left_out == {"stubborn": Reason.LATE}


# ---- what became of a submission, from the files that nbgrader left


class Course:
    """A course folder as nbgrader's CourseDirectory."""

    submitted_directory, autograded_directory, release_directory = (
        "submitted",
        "autograded",
        "release",
    )

    def __init__(self, root):
        self.root = root

    def format_path(self, step, student, assignment):
        return str(self.root / step / student / assignment)

    def write(self, step, name, text):
        path = self.root / step / "ada" / "ps1" / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


NOTEBOOK = '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}'
GRADED = (
    '{"metadata": {"grading": {"outcome": "scored", "tier": "landlock", "reasons": [], "tests": {},'
    ' "by_hand": {}, "matched": {}, "answered": null}}}'
)


@pytest.fixture
def course(tmp_path):
    return Course(tmp_path)


def became(course):
    return of_submission(course, "ada", "ps1", ["problem1", "problem2"])


def test_a_submission_without_a_folder_is_not_submitted(course):
    assert became(course).outcome is Outcome.NOT_SUBMITTED


def test_notebooks_have_the_names_that_the_gradebook_knows(course):
    for name in ("problem1", "problem2"):
        course.write("submitted", name, NOTEBOOK)
        course.write("autograded", name, GRADED)
    assert became(course).outcome is Outcome.SCORED and became(course).reason == ""


def test_a_notebook_that_is_missing_is_named(course):
    course.write("submitted", "problem1", NOTEBOOK)
    course.write("autograded", "problem1", GRADED)
    assert became(course).outcome is Outcome.PARTLY_SCORED
    assert "There is no problem2.ipynb" in became(course).reason


def test_what_cannot_be_read_is_ungradable(course):
    course.write("submitted", "problem1", "no notebook")
    assert became(course).outcome is Outcome.UNGRADABLE
    assert "problem1.ipynb is not JSON" in became(course).reason


def test_a_notebook_that_can_be_read_and_is_not_graded_is_the_graders_fault(course):
    course.write("submitted", "problem1", NOTEBOOK)
    course.write("submitted", "problem2", NOTEBOOK)
    assert became(course).outcome is Outcome.GRADER_FAULT


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk is full"),
        (OperationalError("", {}, Exception("database is locked")), "holds the gradebook"),
        (workers.GraderFaultError("the reason"), "the reason"),
        (ValueError("first\nsecond"), "ValueError: first"),
    ],
)
def test_a_fault_says_what_went_wrong_and_what_to_do(error, words):
    assert words in exporter.fault(error) and "\n" not in exporter.fault(error)


def test_a_fault_is_told_in_a_file_and_taken_back_when_all_goes_well(tmp_path):
    file = tmp_path / "ada" / "ps1.fault.txt"
    with pytest.raises(OSError), exporter.faults_told(file):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert "disk is full" in file.read_text(encoding="utf-8")
    with exporter.faults_told(file):
        pass
    assert not file.exists()


def test_a_locked_gradebook_does_not_stop_the_class(tmp_path):
    # nbgrader ends the whole run at SQLAlchemy's error, and advises to upgrade the database
    with (
        pytest.raises(workers.GraderFaultError, match="holds the gradebook"),
        exporter.faults_told(tmp_path / "ps1.fault.txt"),
    ):
        raise OperationalError("", {}, Exception("database is locked"))
