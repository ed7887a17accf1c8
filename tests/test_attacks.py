"""No attack in tests/attacks gains anything on its task or costs anything on the others.

This holds in both tiers of containment, for root and for a plain user.
"""

import csv
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ROOT

from nbgrader_isolated import coordinator
from nbgrader_isolated.plan import Plan
from nbgrader_isolated.results import Reason
from nbgrader_isolated.sandbox import containment
from tests import attacks, tiers

tier = tiers.strongest


def test_the_solved_notebook_passes_all(tier):
    assert all(attacks.passed(attacks.solved(), tier).values())


# two that look into the system's page cache would see each other's files there
ALONE = pytest.mark.xdist_group("page cache")
NAMES = [
    pytest.param(name, marks=ALONE) if "page_cache" in name else name for name in attacks.NAMES
]


@pytest.mark.parametrize("name", NAMES)
def test_attack_gains_nothing_and_costs_nothing_else(name, tier):
    assert attacks.attempt(name, tier) == ([], [])


def test_the_table_beside_stock_nbgrader_lists_every_attack():
    with open(attacks.FOLDER / "table.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["attack"] for row in rows] == attacks.NAMES, "run python -m tests.attacks.stock"
    assert {row["here"] for row in rows} == {"nothing"}
    page = (ROOT / "book" / "grading.md").read_text(encoding="utf-8")
    gained = sum(
        not row["stock nbgrader"].startswith(("nothing", "its whole", "holds up")) for row in rows
    )
    assert f"Of the {len(rows)} attacks in `tests/attacks/`, {gained} gain points" in page


@pytest.mark.parametrize("name", ["wrong_where_it_shows", "error_that_names_what_it_saw"])
def test_feedback_holds_no_input_of_a_hidden_test(name, tier):
    told = attacks.feedback(name, tier)
    assert "not shown" in told and "Element by element" in told
    assert not [secret for secret in ("3.5", "3_5", "0.25", "0.5]") if secret in told]


def test_a_cell_leaves_no_more_output_than_it_may(tier):
    assert (
        len(str(attacks.outputs("output_without_limit", tier)))
        < attacks.LIMITS["cell_characters"] + 1000
    )


class Scripted:
    """Stands in for a process of a submission: says what it was told to, then ends or is lost."""

    starved = False
    said: dict[str, list[tuple[list[tuple[Any, ...]], Reason | None]]]

    def __init__(self, _: object, role: str, *__: object) -> None:
        self.role = role

    def begin(self, job: object) -> None:
        pass

    def end(self) -> None:
        pass

    def part_copies(self) -> bool:
        return True

    def let_go(self, *_: object) -> None:
        pass

    def go_on(self) -> None:
        pass

    def messages(self, *_: object) -> Iterator[tuple[Any, ...]]:
        words, self.reason = self.said[self.role].pop(0)
        yield from words
        if self.reason:
            raise EOFError

    def why_it_ended(self) -> Reason | None:
        return self.reason


def test_what_is_said_after_a_test_has_asked_is_not_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def says(text: str) -> list[tuple[Any, ...]]:
        return [("outputs", 0, [{"output_type": "stream", "name": "stdout", "text": text}])]

    Scripted.said = {
        "student": [(says("asked nothing"), None), (says("asked 3.5"), None)],
        "examiner": [([("begins", 1)], Reason.EXITED), ([], None)],
    }
    monkeypatch.setattr(coordinator, "Worker", Scripted)
    cells = [{"role": role, "name": role, "source": ""} for role in ("student", "tests")]
    run = coordinator.run(None, "", cells, Plan(), {})  # type: ignore[arg-type]
    assert run.left_out == {"tests": Reason.EXITED} and not Scripted.said["student"]
    assert "asked nothing" in str(run.cells) and "3.5" not in str(run.cells)


def test_a_traceback_is_text(tier):
    tests = attacks.run(attacks.planted("traceback_of_no_text")[0], tier).tests
    assert tests and all(
        type(line) is str
        for test in tests.values()
        for output in test.outputs
        for line in output.get("traceback", [])
    )


@ALONE
@pytest.mark.parametrize("tier", containment.TIERS)
def test_no_attack_gains_when_a_plain_user_grades(tier, plain_user):
    done = plain_user("-m", "tests.attacks", tier)
    assert done.returncode == 0, (
        "\n".join(
            line for line in done.stdout.splitlines() if "gains nothing; costs nothing" not in line
        )
        + done.stderr
    )
