"""Answers are found where the student put them.

No honest notebook earns less than under stock nbgrader, and no stub overrides an answer.
"""

import itertools
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from conftest import ROOT
from nbformat import NotebookNode
from nbgrader.utils import determine_grade

from course import notebooks, sample
from nbgrader_isolated import matching, plan, preprocessors, reference, workers
from nbgrader_isolated.bindings import Reader, parsed
from nbgrader_isolated.matching import Match
from nbgrader_isolated.originals import Stub
from nbgrader_isolated.results import NotebookResult
from tests import attacks, tiers
from tests.matching_course import (
    ANSWERS,
    CELLS,
    TESTS,
    UNSOLVED,
    Cells,
    code,
    find,
    graded,
    originals,
    own,
    released,
    restored,
    solution,
    solved,
    strip,
    stub,
    under_stock,
)
from tests.matching_edits import edited

CODE = ["double", "area", "mean"]
ALL = dict.fromkeys(TESTS, True)


def without(nb: NotebookNode, *names: str) -> NotebookNode:
    """Delete cells."""
    gone = [find(nb, name) for name in names]
    nb.cells = [c for c in nb.cells if not any(c is other for other in gone)]
    return nb


def before(nb: NotebookNode, name: str, *sources: str) -> NotebookNode:
    """Write code cells before the cell of a ``grade_id``."""
    place = nb.cells.index(find(nb, name))
    nb.cells[place:place] = own(*sources)
    return nb


def after(nb: NotebookNode, name: str, *sources: str) -> NotebookNode:
    """Write code cells after the cell of a ``grade_id``."""
    place = nb.cells.index(find(nb, name)) + 1
    nb.cells[place:place] = own(*sources)
    return nb


def moved(nb: NotebookNode, name: str, place: int) -> NotebookNode:
    """Move the cell of a ``grade_id``."""
    cell = find(nb, name)
    nb = without(nb, name)
    nb.cells.insert(place, cell)
    return nb


def retyped(*names: str) -> str:
    """Right answers in one cell."""
    return "\n\n\n".join(solution(name) for name in names)


# ---- answers in cells of the student's own


@pytest.mark.parametrize("name", ["setup", "double-question"])
def test_all_answers_retyped_in_one_cell_count(name: str) -> None:
    nb = before(without(solved(), "double", "area"), name, retyped("double", "area"))
    assert graded(nb) == under_stock(nb) == ALL


def test_answers_retyped_above_stubs_that_were_left_count() -> None:
    nb = before(released(), "double", f"ROWS = [1, 2, 3]\n{retyped(*CODE)}")
    assert graded(nb) == ALL


def test_an_answer_retyped_below_its_stub_counts() -> None:
    nb = after(released(), "area", solution("area"))
    assert graded(nb) == under_stock(nb)
    assert graded(nb)["area-area"] and graded(nb)["area-edge"]


def test_answers_retyped_behind_their_tests_count_as_under_stock_and_are_told() -> None:
    nb = without(solved(), *CODE)
    nb.cells += own(retyped(*CODE))
    assert graded(nb) == under_stock(nb) == dict.fromkeys(TESTS, False)
    assert restored(nb).late == set(CODE)
    assert restored(nb).answered == set(ANSWERS)


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (names, place)
        for size in (1, 2, 3)
        for names in itertools.combinations(CODE, size)
        for place in range(len(CELLS) - size + 1)
    ],
)
def test_retyped_anywhere_no_answer_earns_less_than_under_stock(
    names: tuple[str, ...], place: int
) -> None:
    nb = without(solved(), *names)
    nb.cells[place:place] = own(retyped(*names))
    ours, stock = graded(nb), under_stock(nb)
    assert all(ours[test] for test in TESTS if stock[test])


def test_retyped_above_its_untouched_stub_an_answer_is_what_the_grader_reads() -> None:
    nb = before(released(), "area", solution("area"))
    found = restored(nb)
    assert find(found.notebook, "area").source == solution("area")
    assert found.matches["area"] is Match.TEMPLATE and found.answered == {"area"}


def test_an_answer_in_two_cells_counts() -> None:
    one, other = solution("area").split("\n\n\n")
    for nb in (
        before(released(), "area", one, other),
        before(after(released(), "area", other), "area", one),
        before(without(released(), "area"), "area-area", one, other),
    ):
        assert graded(nb)["area-area"] and graded(nb)["area-edge"]


def test_half_an_answer_above_the_stub_is_not_overridden_by_it() -> None:
    nb = before(released(), "area", solution("area").split("\n\n\n")[0])
    assert graded(nb)["area-area"] and not graded(nb)["area-edge"]


def test_an_answer_cell_split_in_two_counts() -> None:
    nb = solved()
    one, other = find(nb, "area").source.split("\n\n\n")
    find(nb, "area").source = one
    assert graded(after(nb, "area", other)) == ALL


def test_two_answers_merged_into_one_cell_count() -> None:
    nb = without(solved(), "area")
    find(nb, "double").source = retyped("double", "area")
    assert graded(nb) == ALL
    found = restored(nb)
    assert found.matches["area"] in (Match.TEMPLATE, Match.NAMES) and "area" in found.answered
    assert find(found.notebook, "area").source == f"# {matching.ELSEWHERE}"


def test_an_answer_imported_from_a_file_of_the_student_is_not_overridden() -> None:
    nb = before(released(), "area", "from mine import area, edge")
    assert "raise" not in find(restored(nb).notebook, "area").source


@pytest.mark.parametrize(
    "text", ["from mine import *", "%run mine.py", "exec(open('mine').read())"]
)
def test_a_deleted_cell_stays_away_where_its_answer_may_come_from_elsewhere(text: str) -> None:
    nb = before(without(released(), "area"), "area-question", text)
    assert find(restored(nb).notebook, "area").source == f"# {matching.GONE}"


def test_a_deleted_answer_is_the_stub_again() -> None:
    found = restored(without(solved(), "area"))
    assert find(found.notebook, "area").source == stub("area")
    assert found.matches["area"] is Match.MISSING and "area" not in found.answered


def test_an_untouched_notebook_answers_nothing() -> None:
    found = restored(released())
    assert found.answered == set() and set(found.matches.values()) == {Match.GRADE_ID}
    assert not any(graded(released()).values())


# ---- answer cells moved, doubled, pasted


@pytest.mark.parametrize("name", CODE)
def test_moved_anywhere_no_answer_earns_less_than_under_stock(name: str) -> None:
    for place in range(len(CELLS)):
        nb = moved(solved(), name, place)
        ours, stock = graded(nb), under_stock(nb)
        assert all(ours[test] for test in TESTS if stock[test])


def test_an_answer_moved_behind_its_test_is_too_late_as_under_stock_and_is_told() -> None:
    nb = moved(solved(), "area", len(CELLS) - 1)
    assert graded(nb) == under_stock(nb) == ALL | {"area-area": False, "area-edge": False}
    assert restored(nb).late == {"area"} and "area" in restored(nb).answered


def test_a_test_moved_before_its_answer_fails_as_under_stock() -> None:
    nb = moved(solved(), "double-test", 2)
    assert graded(nb) == under_stock(nb) == ALL | {"double-test": False}
    assert restored(nb).late == {"double"}


def test_a_question_moved_with_its_set_up_stays_where_the_student_put_it() -> None:
    nb = after(solved(), "double-test", "ROWS = None")
    for name in ("mean-test", "mean", "mean-question", "table"):
        nb = moved(nb, name, 2)
    assert graded(nb) == under_stock(nb) == ALL
    assert code(restored(nb))[1] == find(solved(), "table").source


def test_a_set_up_cell_moved_behind_an_answer_leaves_it_without_as_under_stock() -> None:
    nb = moved(solved(), "table", len(CELLS) - 1)
    assert graded(nb) == under_stock(nb) == ALL | {"mean-test": False}


@pytest.mark.parametrize("name", ["setup", "table"])
def test_a_deleted_set_up_cell_stands_before_what_follows_it(name: str) -> None:
    assert graded(without(solved(), name)) == ALL
    nb = without(solved(), name)
    nb.cells[:0] = [nb.cells.pop(-4), nb.cells.pop(-3)]
    assert graded(nb)["mean-test"] is (name == "table")


def test_deleted_tests_stand_behind_their_answers_wherever_these_are() -> None:
    nb = without(solved(), *TESTS)
    nb.cells.reverse()
    assert graded(nb) == ALL | {"mean-test": False}
    assert not under_stock(nb)["double-test"]


def test_a_question_moved_below_a_helper_still_finds_it() -> None:
    nb = after(solved(), "mean-test", "def twice(x):\n    return 2 * x")
    find(nb, "double").source = "def double(x):\n    return twice(x)"
    nb = moved(moved(nb, "double", len(CELLS)), "double-test", len(CELLS))
    assert graded(nb) == under_stock(nb) == ALL


def test_a_test_moved_below_a_helper_still_finds_it() -> None:
    nb = after(solved(), "mean-test", "def twice(x):\n    return 2 * x")
    find(nb, "double").source = "def double(x):\n    return twice(x)"
    nb = moved(nb, "double-test", len(CELLS))
    assert graded(nb) == under_stock(nb) == ALL


def test_a_helper_defined_below_the_test_is_as_unknown_as_in_the_students_notebook() -> None:
    nb = after(solved(), "double-test", "def twice(x):\n    return 2 * x")
    find(nb, "double").source = "def double(x):\n    return twice(x)"
    assert graded(nb) == under_stock(nb) == ALL | {"double-test": False}


def test_what_a_student_rebinds_between_answers_stays_in_order() -> None:
    nb = after(solved(), "double-test", "ROWS = [4, 6]")
    nb = before(nb, "mean", "ROWS = [1, 2, 3]")
    nb = after(nb, "mean-test", "ROWS, mean = None, None")
    assert graded(nb) == under_stock(nb) == ALL


def test_a_cell_copied_with_its_metadata_leaves_its_stub_behind() -> None:
    for place in (3, 4):
        nb = released()
        copy = nbformat.from_dict(find(nb, "double"))
        copy.source = solution("double")
        nb.cells.insert(place, copy)
        assert graded(nb)["double-test"]


def test_a_doubled_answer_runs_where_it_stands() -> None:
    nb = solved()
    copy = nbformat.from_dict(find(nb, "double"))
    copy.source = "double = None"
    nb.cells.append(copy)
    assert graded(nb) == ALL
    nb = solved()
    nb.cells.insert(nb.cells.index(find(nb, "double-test")), copy)
    assert graded(nb) == ALL | {"double-test": False}


def test_a_copied_test_filled_with_the_students_own_code_runs() -> None:
    nb = before(released(), "area", solution("area"))
    nb.cells[nb.cells.index(find(nb, "area")) - 1].metadata = find(nb, "mean-test").metadata
    assert graded(nb)["area-area"]


def test_a_doubled_test_runs_once_and_behind_its_answer() -> None:
    for place in (2, len(CELLS)):
        nb = solved()
        nb.cells.insert(place, nbformat.from_dict(find(nb, "double-test")))
        assert graded(nb) == ALL


def test_a_doubled_set_up_cell_runs_where_its_copies_stand() -> None:
    nb = before(solved(), "mean-question", "ROWS = None")
    nb.cells.insert(len(nb.cells) - 4, nbformat.from_dict(find(nb, "table")))
    assert graded(nb) == ALL
    assert code(restored(nb)).count(find(nb, "table").source) == 2


def test_a_notebook_doubled_by_two_editors_at_once_is_graded() -> None:
    nb = solved()
    nb.cells += [nbformat.from_dict(c) for c in nb.cells]
    assert graded(nb) == ALL


# ---- cells merged by an editor, which keeps the metadata of one of them


def merged(nb: NotebookNode, kept: str, *names: str) -> NotebookNode:
    """Put the text of some cells into one of them, in order."""
    text = "\n\n\n".join(find(nb, name).source for name in names)
    find(nb, kept).source = text
    return without(nb, *(name for name in names if name != kept))


@pytest.mark.parametrize("kept", ["double", "double-test"])
def test_an_answer_merged_with_its_test_counts(kept: str) -> None:
    nb = merged(solved(), kept, "double", "double-test")
    assert graded(nb) == ALL and restored(nb).answered == set(ANSWERS)


def test_an_answer_merged_with_its_test_counts_without_metadata() -> None:
    nb = merged(solved(), "area-edge", "area", "area-area", "area-edge")
    assert graded(strip(nb)) == ALL


def test_an_answer_merged_into_the_set_up_before_it_counts() -> None:
    nb = merged(moved(solved(), "table", 10), "table", "table", "mean")
    assert graded(nb) == ALL and "mean" in restored(nb).answered


def test_a_text_merged_into_its_question_is_the_answer() -> None:
    found = restored(merged(solved(), "memo-question", "memo-question", "memo"))
    assert solution("memo") in find(found.notebook, "memo").source
    assert "memo" in found.answered and found.matches["memo"] is Match.ORDER


@pytest.mark.parametrize("answer", ["Two is the mean.", "YOUR ANSWER HERE"])
def test_a_question_that_an_editor_cut_into_paragraphs_is_no_answer(answer: str) -> None:
    nb = strip(solved())
    *_, question, memo = nb.cells
    question.source, *others = question.source.split("\n\n")
    memo.source = answer
    nb.cells[-1:] = [*map(nbformat.v4.new_markdown_cell, others), memo]
    found = restored(nb)
    assert find(found.notebook, "memo").source == answer
    assert ("memo" in found.answered) == (answer == solution("memo"))


@pytest.mark.parametrize("names", [("double", "double-test"), ("memo-question", "memo")])
def test_an_untouched_answer_that_was_merged_is_no_answer(names: tuple[str, str]) -> None:
    for kept in names:
        if kept not in ANSWERS:
            found = restored(merged(released(), kept, *names))
            assert found.answered == set()


def test_the_only_text_of_the_students_own_answers_the_only_open_question() -> None:
    nb = released()
    nb.cells.insert(2, nbformat.v4.new_markdown_cell("Two is the mean."))
    found = restored(nb)
    assert find(found.notebook, "memo").source == "Two is the mean."
    assert "memo" in found.answered


# ---- many edits


@pytest.mark.parametrize("seed", range(40))
def test_after_random_edits_no_notebook_earns_less_than_under_stock(seed: int) -> None:
    for nb in edited(seed, 10):
        ours, stock = graded(nb), under_stock(nb)
        assert all(ours[test] for test in TESTS if stock[test])


@pytest.mark.parametrize("seed", range(10))
def test_after_random_edits_an_untouched_notebook_earns_nothing(seed: int) -> None:
    for nb in edited(seed, 10, released()):
        assert not any(graded(nb).values())


# ---- metadata lost


@pytest.mark.parametrize("keep_ids", [False, True])
@pytest.mark.parametrize("with_source", [False, True])
def test_without_any_metadata_all_is_found(keep_ids: bool, with_source: bool) -> None:
    ours = originals(with_source=with_source)
    nb = strip(solved(), keep_ids)
    assert graded(nb, ours) == ALL
    found = restored(nb, ours)
    assert found.answered == set(ANSWERS) and Match.MISSING not in found.matches.values()
    assert code(found) == code(restored(solved(), ours))
    assert found.notebook.cells[-1].source == solution("memo")


def test_cells_are_told_by_an_id_equal_to_the_grade_id_or_kept_among_the_metadata() -> None:
    nb = solved()
    names = [c.metadata.nbgrader.grade_id for c in nb.cells]
    nb = strip(nb)
    for number, (c, name) in enumerate(zip(nb.cells, names, strict=True)):
        if number % 2:
            c["id"] = name
        else:
            c.metadata["id"] = f"id-{name}"
    assert set(restored(nb).matches.values()) == {Match.CELL_ID}


@pytest.mark.parametrize("name", [name for _, name, _, _ in CELLS])
@pytest.mark.parametrize("lost", [None, {}, {"grade_id": None}, {"grade_id": "unknown"}, "text"])
def test_metadata_lost_by_one_cell_cost_nothing(name: str, lost: Any) -> None:
    nb = solved()
    cell = find(nb, name)
    cell.metadata = nbformat.from_dict({"nbgrader": lost})
    cell["id"] = "other"
    assert graded(nb) == ALL
    assert code(restored(nb)) == code(restored(solved()))


def test_of_a_notebook_without_metadata_an_untouched_stub_is_no_answer() -> None:
    nb = solved()
    find(nb, "area").source, find(nb, "memo").source = stub("area"), stub("memo")
    assert restored(strip(nb)).answered == {"double", "mean"}


def test_a_stripped_set_up_cell_with_a_line_of_the_students_keeps_that() -> None:
    nb = solved()
    cell = find(nb, "setup")
    cell.metadata, cell.source = nbformat.from_dict({}), f"{cell.source}\n\n\nFACTOR = 2"
    cell["id"] = "other"
    find(nb, "double").source = "def double(x):\n    return FACTOR * x"
    assert graded(nb) == under_stock(nb) == ALL
    assert restored(nb).matches["setup"] is Match.TEMPLATE


def test_a_stripped_set_up_cell_that_was_formatted_runs_once() -> None:
    nb = solved()
    cell = find(nb, "setup")
    cell.metadata = nbformat.from_dict({})
    cell.source = cell.source.replace("SCALE = 10", "SCALE = (\n    10  # ten\n)")
    assert code(restored(nb)) == code(restored(solved()))


def test_a_stripped_set_up_cell_that_was_edited_runs_as_edited() -> None:
    nb = solved()
    cell = find(nb, "setup")
    cell.metadata = nbformat.from_dict({})
    cell.source = cell.source.replace("SCALE = 10", "SCALE = 2")
    find(nb, "double").source = "def double(x):\n    return SCALE * x"
    cell["id"] = "other"
    assert graded(nb) == under_stock(nb) == ALL


def test_a_stripped_test_cell_with_another_print_is_the_test() -> None:
    nb = solved()
    cell = find(nb, "area-area")
    cell.metadata, cell.source = nbformat.from_dict({}), f"{cell.source}\nprint(area(1))"
    assert code(restored(nb)) == code(restored(solved()))


def test_what_a_student_writes_into_a_stripped_question_is_kept() -> None:
    nb = solved()
    cell = find(nb, "memo-question")
    cell.metadata, cell.source = nbformat.from_dict({}), f"{cell.source}\n\nTwo, I would say."
    texts = [c.source for c in restored(nb).notebook.cells]
    assert find(solved(), "memo-question").source in texts and cell.source in texts


def test_a_student_cell_never_stands_for_a_set_up_or_test_cell() -> None:
    nb = solved()
    for name in ("setup", "double-test"):
        find(nb, name).source = "close = lambda got, want: True"
        find(nb, name).metadata.nbgrader.locked = False
    nb.cells.append(nbformat.v4.new_code_cell("def close(got, want): pass", id="setup"))
    kept = {name: find(restored(nb).notebook, name).source for name in ("setup", "double-test")}
    assert kept == {name: cell.source for name, cell in originals().cells.items() if name in kept}


def test_another_cells_id_makes_no_set_up_cell_of_a_students() -> None:
    nb = released()
    nb.cells.insert(1, nbformat.v4.new_code_cell("FACTOR = 2", id="table"))
    assert "FACTOR = 2" in code(restored(without(nb, "table")))


def test_a_memo_in_a_cell_of_its_own_is_the_answer() -> None:
    for nb in (released(), without(released(), "memo")):
        nb.cells.append(nbformat.v4.new_markdown_cell("Two is the mean."))
        found = restored(nb)
        assert find(found.notebook, "memo").source == "Two is the mean."
        assert found.matches["memo"] is Match.ORDER and "memo" in found.answered


STUB = "# YOUR CODE HERE\nraise NotImplementedError()"
USE: Cells = [
    ("text", "use-question", "## 5. Use\n\nUse `double` for something.", ""),
    ("answer", "use", STUB, "eight = double(4)"),
]


def points(found: matching.Restored, name: str) -> float | None:
    """Points that nbgrader gives for an answer that is graded by hand; None if it waits."""
    given: float | None = determine_grade(find(found.notebook, name))[0]
    return given


@pytest.mark.parametrize("with_source", [True, False])
@pytest.mark.parametrize("text", ["assert In", "assert get_ipython()", "assert np.pi", "assert x"])
def test_a_test_added_later_asks_for_no_name_of_an_answer_graded_by_hand(
    text: str, with_source: bool
) -> None:
    ours = originals([*CELLS, *USE, ("test", "added", text, "")], with_source)
    found = restored(strip(solved([*CELLS, *USE])), ours)
    assert found.matches["use"] is Match.ORDER and points(found, "use") is None
    assert find(found.notebook, "use").source == "eight = double(4)"


@pytest.mark.parametrize("place", range(len(CELLS)))
def test_no_change_of_the_source_makes_a_zero_of_an_answer_graded_by_hand(place: int) -> None:
    cells = [*CELLS, *USE]
    added = [("test", name, "assert In and get_ipython", "") for name in ("added", "last")]
    changed = [*cells[:place], added[0], *cells[place:], added[1]]
    if cells[place][0] != "answer":
        changed.remove(cells[place])
    found = restored(strip(solved(cells)), originals(changed))
    assert points(found, "memo") is None and points(found, "use") is None


def elsewhere(nb: NotebookNode, name: str) -> NotebookNode:
    """Move an answer to the top, where nothing tells it from another text of the student's."""
    note = nbformat.v4.new_markdown_cell("A note of mine.")
    nb = moved(nb, name, 0)
    nb.cells.insert(0, note)
    return strip(nb)


def test_an_answer_graded_by_hand_that_may_be_anywhere_waits_for_a_grade() -> None:
    found = restored(elsewhere(solved(), "memo"))
    assert found.missing == found.unsure == {"memo"}
    assert points(found, "memo") is None


def test_code_graded_by_hand_that_may_be_anywhere_waits_for_a_grade() -> None:
    cells = [*CELLS, *USE]
    found = restored(elsewhere(solved(cells), "use"), originals(cells))
    assert found.unsure == {"use"} and points(found, "use") is None


def test_an_answer_graded_by_hand_that_may_be_another_ones_waits_for_a_grade() -> None:
    cells = [*CELLS[:-2], CELLS[-1]]  # a gap with two texts
    two = [*cells, ("answer", "use", STUB, "eight = double(4)"), ("answer", "more", STUB, "")]
    nb = strip(without(solved(two), "more"))
    ours = originals(two)
    ours.cells["more"].about["grade"] = True
    found = restored(nb, ours)
    assert found.unsure == {"more"} and points(found, "use") is None


def test_a_deleted_answer_graded_by_hand_is_missing_and_earns_nothing() -> None:
    for nb in (without(solved(), "memo"), strip(without(solved(), "memo"))):
        found = restored(nb)
        assert found.missing == {"memo"} and found.unsure == set()
        assert points(found, "memo") == 0


def test_a_released_stub_in_a_wrong_place_is_no_text_of_the_students() -> None:
    nb = moved(released(), "memo", 0)
    nb.cells.insert(0, nbformat.v4.new_markdown_cell(stub("memo")))
    found = restored(strip(nb))
    assert found.unsure == set() and points(found, "memo") == 0


def test_an_answer_that_binds_nothing_is_found_by_its_place() -> None:
    change = ("answer", "change", STUB, "ROWS[0] = 1\nSPARE.append(4)")
    test = ("test", "change-test", "assert 4 in SPARE", "")
    cells = [("free", "", "SPARE is free", ""), *CELLS, change, test]
    found = restored(strip(solved(cells)), originals(cells))
    assert found.matches["change"] is Match.ORDER and not found.missing


GROW = "    def grow(self, by):\n"
IN_TURN: Cells = [
    cell
    for name, text, indent in [
        ("one", "", ""),
        ("two", GROW, "    "),
        ("three", "    # and more\n", ""),
    ]
    for cell in (
        ("text", f"{name}-question", f"## Write part {name} of it", ""),
        (
            "answer",
            name,
            f"class Plant:\n{text}    {indent}# YOUR CODE HERE\n"
            f"    {indent}raise NotImplementedError()",
            f"class Plant:\n{GROW}        return {name!r}",
        ),
        ("test", f"{name}-test", f"assert Plant().grow(1) == {name!r}", ""),
    )
]


def test_answers_that_bind_one_name_in_turn_are_all_found_without_metadata() -> None:
    found = restored(strip(solved(IN_TURN)), originals(IN_TURN))
    assert not found.missing
    for name in ("one", "two", "three"):
        assert find(found.notebook, name).source == find(solved(IN_TURN), name).source


@pytest.mark.parametrize("with_source", [True, False])
def test_an_untouched_stub_is_not_answered_by_another_answer_of_its_name(with_source: bool) -> None:
    nb = solved(IN_TURN)
    find(nb, "two").source = find(released(IN_TURN), "two").source
    found = restored(nb, originals(IN_TURN, with_source))
    assert found.matches["two"] is Match.GRADE_ID and found.answered == {"one", "three"}


def test_a_released_text_that_is_nobodys_is_no_answer() -> None:
    free = ("free", "", "## The end", "")
    nb = released([*CELLS, free])
    assert restored(nb, originals([*CELLS, free])).answered == set()


def test_a_task_with_a_cell_below_it_is_answered() -> None:
    task = ("task", "report", "Report on it.", "")
    ours, nb = originals([*CELLS, task]), released([*CELLS, task])
    assert "report" not in restored(nb, ours).answered
    nb.cells += own("print('my report')")
    assert "report" in restored(nb, ours).answered


def test_the_order_of_cells_is_the_source_notebooks() -> None:
    shuffled = originals(gradebook_order=lambda rows: rows[::-1])
    assert list(shuffled.cells) == [name for _, name, _, _ in CELLS]


# ---- what a stub gives


GIVEN = "import math\nSIDES = 4\n\ndef helper(x):\n    return x\n\n"
PART = (
    f"{GIVEN}\ndef area(r):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n\nWIDTH = None"
)


def test_a_stub_is_told_from_what_it_gives() -> None:
    found = Stub.of(PART)
    assert found.unsolved == {"area", "WIDTH"}
    assert found.given and "def helper" in found.given and "area" not in found.given


@pytest.mark.parametrize(
    ("source", "unsolved", "given"),
    [
        ("# YOUR CODE HERE\nraise NotImplementedError()", set(), ""),
        ("x = load()\nraise NotImplementedError()\ny = 2", set(), "x = load()"),
        ("%matplotlib inline\ndef f(x):\n    ...", {"f"}, "%matplotlib inline"),
        ("answer = ...", {"answer"}, ""),
        ("def f(:\n", set(), None),
    ],
)
def test_a_stub_may_be_of_any_kind(source: str, unsolved: set[str], given: str | None) -> None:
    assert Stub.of(source) == Stub(frozenset(unsolved), given)


def test_what_a_stub_gives_is_there_for_an_answer_elsewhere() -> None:
    given = "def half(x):\n    return x / 2\n\n\n" + stub("double")
    cells = [(k, n, given if n == "double" else t, more) for k, n, t, more in CELLS]
    answer = "def double(x):\n    return 4 * half(x)"
    for nb in (after(released(cells), "double", answer), before(released(cells), "double", answer)):
        assert graded(nb, originals(cells))["double-test"]


# ---- whatever a notebook is


@pytest.mark.parametrize(
    "change",
    [
        {"source": ["x = 1\n", "y = 2"]},
        {"source": None},
        {"source": "half of a pair \ud800"},
        {"source": "nul \0"},
        {"metadata": None},
        {"metadata": {"nbgrader": []}},
        {"id": 3},
        {"id": "id-setup"},
        {"attachments": {"a": 1}},
        {"cell_type": "raw"},
        {"cell_type": None},
    ],
)
@pytest.mark.parametrize("name", ["setup", "double", "memo", None])
def test_a_damaged_cell_stops_nothing(change: dict[str, Any], name: str | None) -> None:
    nb = solved()
    nb.cells += own("print(1)")
    cell = find(nb, name) if name else nb.cells[-1]
    for key, value in change.items():
        dict.__setitem__(cell, key, value)
    nbformat.writes(restored(nb).notebook).encode()


@pytest.mark.parametrize("missing", ["source", "metadata", "id", "cell_type", "outputs"])
def test_a_cell_that_lacks_a_part_stops_nothing(missing: str) -> None:
    nb = solved()
    for cell in nb.cells:
        cell.pop(missing, None)
    assert sorted(
        c.metadata.nbgrader.grade_id for c in restored(nb).notebook.cells if c.metadata
    ) == sorted(name for _, name, _, _ in CELLS)


@pytest.mark.parametrize("cells", [None, [], [None, 3, "text", []]])
def test_a_notebook_without_cells_is_the_stubs(cells: Any) -> None:
    nb = nbformat.from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": None})
    if cells is not None:
        nb["cells"] = cells
    found = restored(nb)
    assert set(found.matches.values()) == {Match.MISSING} and found.answered == set()


DEEP = "f = " + "+".join(["a"] * 5000)


@pytest.mark.parametrize(
    "source",
    [
        f"{DEEP}\ndef double(x):\n    return 2 * x",
        f"double = {'-' * 20_000}1",
        f"def double(): pass\nx = {'(' * 20_000}",
        "def double(): pass\n" + "".join(f"x{i} = 0\n" for i in range(100_000)),
        "%%time\n!pip install x\ndef double(x):\n    return 2 * x",
        "double, area = 1, 2\nx = !ls",
        "import mine as double\nx = !ls",
        "from mine import (area, double)\nx = !ls",
    ],
)
def test_a_name_is_found_in_what_is_long_deep_or_no_plain_python(source: str) -> None:
    assert "double" in Reader().read(source).binds


def test_a_line_of_spaces_is_read_in_time() -> None:
    def seconds(size: int) -> float:
        began = time.process_time()
        parsed(" " * size + "x (")
        return time.process_time() - began

    # quadratic would be a hundred times
    assert seconds(200_000) < 40 * max(seconds(20_000), 0.02)


def test_names_bound_inside_functions_are_not_the_cells() -> None:
    source = "def f(a):\n    b = 1\nclass C:\n    d = 2\nx = [e for e in ()]\nif x:\n    y = 3"
    assert Reader().read(source).binds == {"f", "C", "x", "y"}


HOSTILE: dict[str, Callable[[int], dict[str, Any]]] = {
    "own cells": lambda i: {"source": f"x{i} = {i}"},
    "helpers that call each other": lambda i: {"source": f"def f{i}():\n    return f{i + 1}()"},
    "answers to all": lambda i: {"source": "double = area = edge = mean = 1"},
    "doubled answers": lambda i: {"source": f"double = {i}", "claim": "double"},
    "doubled stubs": lambda i: {"source": stub("double"), "claim": "double"},
    "doubled tests": lambda i: {"source": f"# {i}", "claim": "double-test"},
    "stripped set-up cells": lambda i: {"source": f"{CELLS[1][2]}\nFACTOR = 1"},
    "deep sums": lambda i: {"source": DEEP if i < 20 else "x = 1"},
}


def test_many_open_answers_beside_many_own_cells_take_no_longer_than_their_sum() -> None:
    def seconds(size: int) -> float:
        kinds = [
            ("answer", f"a{i}", f"def f{i}(x):\n{UNSOLVED}", f"def f{i}(x):\n    return x")
            for i in range(size)
        ]
        ours, nb = originals(kinds), released(kinds)
        nb.cells = own(*(f"x{i} = 1" for i in range(4 * size)))
        restored(nb, ours)
        began = time.process_time()
        restored(nb, ours)
        return time.process_time() - began

    # quadratic would be a hundred times
    assert seconds(1_000) < 40 * max(seconds(100), 0.02)


@pytest.mark.parametrize("kind", HOSTILE)
def test_ten_thousand_cells_take_ten_times_as_long_as_a_thousand(kind: str) -> None:
    def seconds(size: int) -> float:
        nb = released()
        for i in range(size):
            about = HOSTILE[kind](i)
            claim = {"nbgrader": {"grade_id": about["claim"]}} if "claim" in about else {}
            nb.cells.append(
                nbformat.from_dict(
                    {"cell_type": "code", "source": about["source"], "metadata": claim}
                )
            )
        began = time.process_time()
        restored(nb)
        return time.process_time() - began

    # quadratic would be a hundred times
    assert seconds(10_000) < 40 * max(seconds(1_000), 0.02)


# ---- as told


def test_the_report_says_what_was_matched_without_its_grade_id_and_how() -> None:
    found = {"area": Match.NAMES, "setup": Match.TEMPLATE, "table": Match.TEMPLATE}
    told = NotebookResult()
    told.take_over(NotebookResult(matched={name: str(how) for name, how in found.items()}))
    assert told.reasons == [
        "Matched without their grade_id: area (by the names defined there); setup, table (by text)."
    ]


def test_the_report_names_a_few_of_many_and_counts_the_rest() -> None:
    names = [f"cell-{number}" for number in range(50)]
    told = NotebookResult()
    told.take_over(NotebookResult(matched=dict.fromkeys(names, "text"), late=names, missing=names))
    assert len(told.reasons) == 3
    assert all("cell-0, cell-1, cell-2 and 47 more" in reason for reason in told.reasons)


def test_the_report_names_missing_answers_and_those_that_wait() -> None:
    told = NotebookResult()
    told.take_over(NotebookResult(missing=["area", "memo"], unsure=["memo"]))
    assert told.reasons == [
        "Not found in the submission: area.",
        "Not found, though it may be there, and waits for a grade by hand: memo.",
    ]


def reported(nb: NotebookNode, monkeypatch: pytest.MonkeyPatch) -> NotebookResult:
    """What grading notes of a submission when it puts the instructor's cells back."""
    monkeypatch.setattr(preprocessors, "originals", lambda *_: originals())
    resources = {"nbgrader": {"notebook": "ps1", "student": "ada"}}
    made, _ = preprocessors.RestoreCells().preprocess(nb, resources)
    result = NotebookResult.of(made)
    assert result
    return result


def test_the_report_is_of_answers_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(reported(strip(solved()), monkeypatch).matched) == set(ANSWERS)


def test_the_report_has_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    result = reported(without(solved(), "area", "memo"), monkeypatch)
    assert (result.missing, result.unsure) == (["area", "memo"], [])


def test_an_answer_that_may_be_anywhere_is_not_said_to_be_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    result = reported(elsewhere(solved(), "memo"), monkeypatch)
    assert result.unsure == ["memo"] and "memo" in (result.answered or [])


def test_the_report_names_answers_below_their_test() -> None:
    told = NotebookResult()
    told.take_over(NotebookResult(late=["double", "mean"]))
    assert told.reasons == ["Answered below the test, too late for it: double, mean."]


# ---- as graded


SETS = ["cost_curves"]


def real(name: str) -> matching.Originals:
    """The instructor's cells of a problem set, as the gradebook has them after its release."""
    nb = nbformat.read(ROOT / "exercises" / name / f"{name}.ipynb", as_version=4)
    source = notebooks.read(notebooks.script(name))
    tests = {notebooks.grade_id(c): c.source for c in source.cells if notebooks.kind(c) == "tests"}
    rows = [
        SimpleNamespace(
            name=c.metadata.nbgrader.grade_id,
            cell_type=c.cell_type,
            source=tests.get(c.metadata.nbgrader.grade_id, c.source),
            locked=c.metadata.nbgrader.locked,
            checksum=c.metadata.nbgrader.checksum,
            max_score=c.metadata.nbgrader.get("points", 0),
            about=c.metadata.nbgrader,
        )
        for c in nb.cells
    ]
    return matching.originals_of(
        SimpleNamespace(
            source_cells=rows,
            grade_cells=[row for row in rows if row.about.grade],
            solution_cells=[row for row in rows if row.about.solution],
            task_cells=[],
        )
    )


@pytest.mark.parametrize("keep_ids", [False, True])
@pytest.mark.parametrize("name", SETS)
def test_a_solved_set_without_metadata_is_the_same_notebook(name: str, keep_ids: bool) -> None:
    text, ours = sample.solved(name, Path(ROOT, "exercises", name, f"{name}.ipynb")), real(name)
    whole, bare = (nbformat.reads(text, as_version=4) for _ in range(2))
    found = matching.restore(strip(bare, keep_ids), ours)
    assert reference.cells_of(found.notebook) == reference.cells_of(
        matching.restore(whole, ours).notebook
    )
    answers = [cell for cell in ours.cells.values() if cell.about["solution"]]
    assert found.answered == {cell.name for cell in answers}


def attacked() -> matching.Originals:
    """The notebook of the attacks as an instructor's."""
    nb = attacks.notebook(attacks.solved())
    return matching.Originals(
        {
            name: matching.Original(
                name, place, "code", released_text(c), dict(c.metadata.nbgrader)
            )
            for place, c in enumerate(nb.cells)
            for name in [plan.grade_id(c)]
        }
    )


def released_text(cell: NotebookNode) -> str:
    """The stub of a function, or the text of a cell that is none."""
    if plan.role(cell) != "student":
        return str(cell.source)
    return f"{cell.source.splitlines()[0]}\n    raise NotImplementedError()"


def in_isolation(nb: NotebookNode) -> dict[str, bool]:
    """Which tests pass when student's process and examiner run the restored notebook."""
    tier = tiers.or_skip(workers.tier())
    return attacks.passed(reference.cells_of(matching.restore(nb, attacked()).notebook), tier)


def of_attacks() -> tuple[NotebookNode, list[NotebookNode]]:
    """The solved notebook of the attacks, and its answer cells."""
    nb = attacks.notebook(attacks.solved())
    return nb, [c for c in nb.cells if plan.role(c) == "student"]


def test_isolated_answers_retyped_in_one_cell_pass() -> None:
    nb, answers = of_attacks()
    nb.cells = [c for c in nb.cells if not any(c is answer for answer in answers)]
    nb.cells.insert(0, nbformat.v4.new_code_cell("\n\n".join(c.source for c in answers)))
    assert all(in_isolation(nb).values())


def test_isolated_answers_above_their_stubs_pass_without_metadata() -> None:
    nb, answers = of_attacks()
    nb.cells.insert(1, nbformat.v4.new_code_cell("\n\n".join(c.source for c in answers)))
    for answer in answers:
        answer.source = released_text(answer)
    assert all(in_isolation(strip(nb)).values())


def test_a_warning_names_the_notebook_and_the_student(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(preprocessors, "originals", lambda *_: originals())
    about = {"nbgrader": {"notebook": "problem1", "student": "ada"}}
    preprocessors.RestoreCells().preprocess(nbformat.v4.new_notebook(), about)
    assert "problem1 of ada: the answer cell 'area' is missing" in caplog.text
