"""What runs in a kernel runs in a contained process too: magics, programs, the user and the home.

See tests/lines.
"""

from typing import Any

import pytest

from nbgrader_isolated import coordinator, workers
from nbgrader_isolated.sandbox import containment
from tests import lines, tiers
from tests.plain_user import PYTEST

tier = tiers.each


def outputs(tier: str, *sources: str, **limits: int) -> list[list[dict[str, Any]]]:
    """What cells leave."""
    cells = [{"role": "student", "name": "", "source": source} for source in sources]
    run = coordinator.run(workers.server(), tier, cells, lines.PLAN, {"reruns": 0} | limits)
    assert not run.left_out, run.left_out
    return [run.cells[key] for key in coordinator.keys(cells)]


def expected(row: dict[str, str], tier: str) -> str:
    """How a cell goes on behind a line, in a tier of containment."""
    return (tier == containment.LANDLOCK and row["landlock"]) or row["here"]


def text(cell: list[dict[str, Any]]) -> str:
    return "".join(output.get("text") or output.get("ename") or "" for output in cell)


def test_a_cell_goes_on_behind_a_line_as_it_does_in_a_kernel(tier: str) -> None:
    rows = lines.written()
    found = lines.here([row["line"] for row in rows], tier)
    assert found == {row["line"]: expected(row, tier) for row in rows}


def test_each_line_behind_which_it_does_not_has_a_reason_and_no_other_has() -> None:
    assert [
        row["line"]
        for row in lines.written()
        if all(row["stock"] == expected(row, tier) for tier in containment.TIERS)
        == bool(row["reason"])
    ] == []


def test_prompts_of_pasted_lines_are_left_out_though_they_are_python(tier: str) -> None:
    (cell,) = outputs(tier, "In [1]: x = 5\nIn [2]: print(x)")
    assert text(cell) == "5\n"


def test_what_a_program_writes_is_shown_with_what_the_cell_prints(tier: str) -> None:
    (cell,) = outputs(tier, "print(1)\n!echo two; echo three >&2\nprint(_exit_code)")
    assert text(cell) == "1\ntwo\nthree\n0\n"


def test_what_a_program_writes_counts_as_the_cells_own_output(tier: str) -> None:
    (cell,) = outputs(tier, "!yes | head -c 1000000", cell_characters=1000)
    assert len(text(cell)) == 1000


def test_what_is_printed_takes_no_more_memory_than_is_kept(tier: str) -> None:
    flood = "for _ in range(400):\n    print('x' * (1 << 20))\nx = 'end'"
    cells = outputs(tier, flood, "print(x)", memory_mb=256, submission_memory_mb=384)
    assert text(cells[1]) == "end\n"


@pytest.mark.parametrize("line", ["!yes", "!sleep 600", "y = !sleep 600", "%%bash\nsleep 600"])
def test_a_program_has_no_more_time_than_its_cell(tier: str, line: str) -> None:
    cells = outputs(tier, line, "print('next')", cell_seconds=3)
    assert "CellTimeoutError" in text(cells[0]) and text(cells[1]) == "next\n"


@pytest.mark.parametrize(
    ("line", "left"),
    [("clear_output()", "b\n"), ("clear_output(wait=True)", "b\n"), ("1", "a\nb\n")],
)
def test_a_cell_can_clear_its_output(tier: str, line: str, left: str) -> None:
    source = f"from IPython.display import clear_output\nprint('a')\n{line}\nprint('b')"
    assert text(outputs(tier, source)[0]) == left


def test_the_home_folder_holds_nothing_that_no_cell_put_there(tier: str) -> None:
    source = "import os\n%cd -q ~\n%store\nprint(os.getcwd() == os.environ['HOME'], os.listdir())"
    assert text(outputs(tier, source)[0]).endswith("True []\n")


def test_what_is_awaited_and_late_is_not_taken_up_by_the_next_cell(tier: str) -> None:
    late = "import asyncio\nawait asyncio.sleep(3)\nprint('late')"
    wait = "await asyncio.sleep(1.5)\nprint('next')"
    cells = outputs(tier, late, wait, cell_seconds=2)
    assert [text(cell) for cell in cells] == ["CellTimeoutError", "next\n"]


def test_it_holds_for_a_plain_user_as_well(plain_user: Any) -> None:
    done = plain_user(*PYTEST, "-k", "not plain_user", "tests/test_lines.py")
    assert done.returncode == 0, done.stdout[-3000:]
