"""What students see in feedback of what they were not given: no hidden line, input or output."""

import nbformat
import pytest
from nbformat import NotebookNode

from nbgrader_isolated import autograded, coordinator, execute, plan, reference, results, workers
from nbgrader_isolated.feedback import HideTests
from nbgrader_isolated.matching import Original, Originals, restore
from nbgrader_isolated.results import NotebookResult

SECRET = "41976"
HIDDEN = f"### BEGIN HIDDEN TESTS\nexpected = {SECRET}\n### END HIDDEN TESTS"
HELPER = f"""unit = "km"
### BEGIN HIDDEN TESTS
def check(value):
    assert value == {SECRET}, "the distance is wrong"
### END HIDDEN TESTS"""


def cell(source: str, name: str = "", kind: str = "code", **about: object) -> NotebookNode:
    new: NotebookNode = getattr(nbformat.v4, f"new_{kind}_cell")(source)
    if about:
        flags = {"grade": False, "solution": False, "locked": False, "grade_id": name}
        new.metadata["nbgrader"] = nbformat.from_dict(flags | about)
    return new


def set_up(source: str, kind: str = "code") -> NotebookNode:
    return cell(source, "set_up", kind, locked=True)


def answer(source: str) -> NotebookNode:
    return cell(source, "distance", solution=True)


def asks(source: str, *outputs: NotebookNode) -> NotebookNode:
    test = cell(source, "distance-test", grade=True, locked=True, points=2)
    test.outputs = list(outputs)
    return test


def output(kind: str, **parts: object) -> NotebookNode:
    made: NotebookNode = nbformat.v4.new_output(kind, **parts)
    return made


def raised(*frames: str, name: str = "AssertionError", text: str = "wrong") -> NotebookNode:
    lines = [*frames, f"{name}: {text}"]
    return output("error", ename=name, evalue=text, traceback=lines)


def printed(text: str) -> NotebookNode:
    return output("stream", name="stdout", text=text)


def value(text: str) -> NotebookNode:
    return output("execute_result", data={"text/plain": text})


def notebook(*cells: NotebookNode, tier: str = "landlock") -> NotebookNode:
    made: NotebookNode = nbformat.v4.new_notebook(cells=list(cells))
    for count, each in enumerate((c for c in cells if c.cell_type == "code"), 1):
        each.execution_count = count
    tests = {"distance-test": results.TestNote(own=True)}
    NotebookResult(tier=tier, tests=tests).write_to(made)
    return made


def feedback(nb: NotebookNode) -> list[NotebookNode]:
    """Return the cells of feedback."""
    cells: list[NotebookNode] = HideTests().preprocess(nb, {})[0].cells
    return cells


@pytest.mark.parametrize("kind", ["code", "markdown", "raw"])
def test_no_locked_cell_shows_its_hidden_region(kind: str) -> None:
    (shown,) = feedback(notebook(set_up(f"given = 1\n{HIDDEN}", kind)))
    assert shown.source == "given = 1"


def test_a_students_own_cell_is_shown_whole() -> None:
    (shown,) = feedback(notebook(answer(f"mine = 1\n{HIDDEN}")))
    assert SECRET in shown.source


def test_all_is_shown_where_the_instructor_says_so() -> None:
    shown = HideTests(show_hidden=True).preprocess(notebook(set_up(HIDDEN)), {})[0]
    assert SECRET in shown.cells[0].source


def test_a_shown_test_that_fails_in_a_hidden_helper_shows_message_and_no_line() -> None:
    cells = [set_up(HELPER), answer("def distance():\n    return 1"), asks("check(distance())")]
    graded = run(notebook(*cells))
    assert SECRET in str(graded.cells[-1].outputs)
    shown = feedback(graded)
    assert SECRET not in str(shown)
    assert shown[-1].outputs[0].traceback == ["AssertionError: the distance is wrong"]


def test_a_shown_test_that_fails_by_itself_shows_its_line() -> None:
    cells = [answer("def distance():\n    return 1"), asks("assert distance() == 2, 'too short'")]
    (error,) = feedback(run(notebook(*cells)))[-1].outputs
    assert "assert distance() == 2" in str(error.traceback)


def run(nb: NotebookNode, **limits: int) -> NotebookNode:
    """Grade a notebook in isolation."""
    cells, tier = reference.cells_of(nb), workers.tier() or ""
    done = coordinator.run(workers.server(), tier, cells, plan.make(nb), limits)
    autograded.fill(nb, cells, done)
    execute.result(cells, done, tier, {}).write_to(nb)
    return nb


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "while True: pass",
            "CellTimeoutError: your function did not return within the test's 1 second",
        ),
        (
            "import os; os._exit(0)",
            "StudentProcessError: the student's process ended before it answered",
        ),
    ],
)
def test_a_call_that_brings_no_answer_is_told_without_the_graders_own_frames(
    body: str, said: str
) -> None:
    cells = [answer(f"def distance():\n    {body}"), asks("assert distance() == 2")]
    (error,) = feedback(run(notebook(*cells), cell_seconds=1))[-1].outputs
    _, _, frame, last = error.traceback
    assert frame.startswith("Cell In[2], line 1") and last == said


def test_a_hidden_test_that_was_late_says_that_alone() -> None:
    late = nbformat.v4.new_output("error", ename="CellTimeoutError", evalue=SECRET, traceback=[])
    graded = notebook(asks(HIDDEN, late))
    graded.metadata["grading"]["tests"]["distance-test"]["own"] = False
    (error,) = feedback(graded)[-1].outputs
    assert error.traceback == ["CellTimeoutError: a test that is not shown took longer than it may"]


def test_what_a_hidden_helper_printed_before_a_shown_test_failed_is_not_shown() -> None:
    frame = "Cell In[1], line 4, in check(value)\n      3 def check(value):\n----> 4 assert value"
    shown = feedback(notebook(set_up(HELPER), asks("check(1)", printed(SECRET), raised(frame))))
    assert SECRET not in str(shown[-1].outputs)


def test_a_hidden_line_around_a_helpers_frame_is_not_shown() -> None:
    helper = f"def check(value):\n    assert value\n{HIDDEN}"
    frame = f"Cell In[1], line 2, in check(value)\n----> 2 assert value\n      4 {SECRET}"
    shown = feedback(notebook(set_up(helper), asks("check(0)", raised(frame))))
    assert SECRET not in str(shown) and "----> 2 assert value" in str(shown)


@pytest.mark.parametrize("last", [f"'{SECRET}'", SECRET, f"[{SECRET}]", "nan"])
def test_a_last_value_of_a_hidden_test_that_is_no_score_is_not_shown(last: str) -> None:
    (shown,) = feedback(notebook(asks(HIDDEN, value(last))))
    assert shown.outputs == []


def test_partial_credit_of_a_hidden_test_is_shown() -> None:
    (shown,) = feedback(notebook(asks(HIDDEN, value("1.5"))))
    assert shown.outputs == [value("1.5")]


def test_without_isolation_a_locked_cell_shows_nothing_that_its_hidden_region_printed() -> None:
    locked = set_up(HELPER)
    locked.outputs = [printed(SECRET)]
    (shown,) = feedback(notebook(locked, tier="none"))
    assert shown.outputs == []


def test_without_isolation_an_answer_that_fails_in_a_hidden_helper_shows_no_line_of_it() -> None:
    own = answer("check(1)")
    coloured = f"Cell \x1b[32mIn[1]\x1b[39m, line 4\n\x1b[32m----> 4\x1b[39m assert {SECRET}"
    own.outputs = [raised(coloured)]
    shown = feedback(notebook(set_up(HELPER), own, tier="none"))
    assert SECRET not in str(shown)


def test_a_hand_graded_answer_that_was_deleted_comes_back_as_it_was_released() -> None:
    about = {"grade_id": "why", "grade": True, "solution": True, "locked": False, "points": 1}
    original = Original("why", 0, "code", f"# why?\n{HIDDEN}\n", about)
    restored = restore(nbformat.v4.new_notebook(), Originals({"why": original})).notebook
    assert [each.source for each in restored.cells] == ["# why?\n"]


QUOTES = f"""### BEGIN HIDDEN TESTS
kind = "a number"
assert type(got) is int, f"Return {{kind}}: what came back is of type {{type(got).__name__}}."
assert got == {SECRET}, f"{{got}} came back."
assert got > 0, "%s is below zero" % got
### END HIDDEN TESTS"""


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Return a number: what came back is of type str.", None),
        (f"Return a number: what came back is of type A{SECRET}.", "of type …."),
        (f"Return {SECRET}: what came back is of type str.", "Return …: what"),
        (f"{SECRET} came back.", "… came back."),
        (f"{SECRET} is below zero", "a test that is not shown ended so"),
    ],
)
def test_a_hidden_tests_message_shows_nothing_that_the_student_chose(
    said: str, shown: str | None
) -> None:
    failed = raised("Cell In[1], line 3\n----> 3 assert", text=said)
    (told,) = feedback(notebook(asks(QUOTES, failed)))[0].outputs
    text = "".join(told.traceback)
    assert (shown or said) in text
    assert SECRET not in text


def test_a_message_behind_hidden_lines_shows_nothing_that_the_student_chose() -> None:
    source = f'{HIDDEN}\nassert got == 1, f"{{got}} came back."'
    failed = raised("Cell In[1], line 4\n----> 4 assert", text=f"{SECRET} came back.")
    (told,) = feedback(notebook(asks(source, failed)))[0].outputs
    assert "… came back." in "".join(told.traceback)
