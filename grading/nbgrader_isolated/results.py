"""What became of a submission: one object from the run to gradebook, feedback and export.

A run gives a `CellResult` for each cell. With the outcome they make a `NotebookResult`, which
travels in the autograded notebook's metadata, under ``grading``; feedback and export read it there.
A fault of the grader's lies beside the folder, as ``ASSIGNMENT.fault.txt``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import nbformat

from . import unreadable
from .submitted import listed, refusal

Output = dict[str, Any]


class Outcome(StrEnum):
    """What became of a submission as a whole."""

    SCORED = "scored"
    PARTLY_SCORED = "partly scored"
    UNGRADABLE = "ungradable"
    GRADER_FAULT = "grader fault"
    NOT_SUBMITTED = "not submitted"

    @property
    def graded(self) -> bool:
        """Whether there is a score."""
        return self in (Outcome.SCORED, Outcome.PARTLY_SCORED)


class Reason(StrEnum):
    """Why a cell was left out, or did not run to its end."""

    LATE = "late"
    EXITED = "exited"
    MEMORY = "memory"
    PROCESSOR_TIME = "processor time"
    FILES = "files"
    CONNECTION = "connection"
    NOT_RUN = "not run"

    @property
    def sentence(self) -> str:
        """The reason as a student and an instructor read it, without a full stop."""
        return _SENTENCES[self]


_SENTENCES = {
    Reason.LATE: "it did not end in time, and was killed",
    Reason.EXITED: "it ended the process that it ran in",
    Reason.MEMORY: "it needed more memory than a submission may use, and was killed",
    Reason.PROCESSOR_TIME: "it used more processor time than a process may, and was killed",
    Reason.FILES: "it wrote more files than a submission may, and was killed",
    Reason.CONNECTION: "it spoiled the connection to the grader",
    Reason.NOT_RUN: (
        "not run: other cells used up the submission's time or killed its processes too often"
    ),
}


@dataclass(frozen=True)
class CellResult:
    """What one cell's run gave.

    Attributes
    ----------
    outputs : list of dict
        The outputs, as a notebook keeps them.
    passed, own, changed, late, hurried : bool
        Of a test cell: whether it passed; whether the text of its failure is the test's own;
        whether an argument was changed in place; whether it was out of time; whether it had less
        time than others, since late cells had used it up.
    line : int
        The last line of a test cell that a failure went through, 0 if none.
    seconds : float
        Wall time of a test cell.
    """

    outputs: list[Output] = field(default_factory=list)
    passed: bool = False
    own: bool = False
    changed: bool = False
    late: bool = False
    hurried: bool = False
    lost: bool = False
    line: int = 0
    seconds: float = 0.0


@dataclass
class Run:
    """What the run of a notebook gave: cells by key (see `coordinator.keys`).

    ``tests`` has the test cells that came to an end by themselves, ``cells`` what the student's
    cells said, ``left_out`` why cells of either kind were left out, ``late`` which were out of
    time. ``starved`` tells that others
    took the machine's time meanwhile; ``gave_way`` that it stopped for that, before the tests.
    """

    cells: dict[str, list[Output]] = field(default_factory=dict)
    tests: dict[str, CellResult] = field(default_factory=dict)
    left_out: dict[str, Reason] = field(default_factory=dict)
    late: list[str] = field(default_factory=list)
    starved: bool = False
    gave_way: bool = False

    @property
    def open(self) -> set[str]:
        """Tests that might end otherwise with more of the machine to themselves."""
        undecided = {key for key, test in self.tests.items() if test.late or test.lost}
        return undecided | set(self.left_out)

    def decided_by(self, other: Run) -> Run:
        """Return this run, with what it left open decided by a second one.

        A test that ended keeps its result, and cells keep what they said: a submission that could
        tell the second run from the first would have two guesses.
        """
        if self.gave_way:
            return other
        undecided = self.open
        kept = {key: test for key, test in self.tests.items() if key not in undecided}
        left_out = _without(other.left_out, kept)
        late = [key for key in {*self.late, *other.late} if key not in kept]
        return Run(self.cells, other.tests | kept, left_out, late, other.starved)


def _without(reasons: Mapping[str, Reason], keys: Iterable[str]) -> dict[str, Reason]:
    return {key: reason for key, reason in reasons.items() if key not in set(keys)}


@dataclass
class TestNote:
    """What feedback needs to know of a test cell beside its outputs."""

    own: bool = False
    hidden: bool = False


@dataclass
class NotebookResult:
    """What became of one notebook of a submission.

    Attributes
    ----------
    outcome : Outcome
        `SCORED` or `PARTLY_SCORED`.
    tier : str
        Which tier of containment held, "none" for grading without isolation.
    reasons : list of str
        What an instructor should know, a sentence each.
    tests : dict of TestNote
        Test cells by ``grade_id``.
    by_hand : dict of str
        Why a test cell waits for a grade by hand, by ``grade_id``.
    matched : dict of str
        How an answer was found, by ``grade_id``, where it was not by that.
    answered : list of str or None
        Answer cells with a response, by ``grade_id``; None if that is not known.
    late : list of str
        Those of them that stand after the test that asks for them.
    missing : list of str
        Answer cells that were not found.
    unsure : list of str
        Those of them that may stand in the submission unrecognised, and wait for a grade by hand.
    submission, assignment : str
        Hashes of what was submitted, and of what it was graded with (see `regrade`).
    """

    outcome: Outcome = Outcome.SCORED
    tier: str = "none"
    reasons: list[str] = field(default_factory=list)
    tests: dict[str, TestNote] = field(default_factory=dict)
    by_hand: dict[str, str] = field(default_factory=dict)
    matched: dict[str, str] = field(default_factory=dict)
    answered: list[str] | None = None
    late: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    submission: str = ""
    assignment: str = ""

    def take_over(self, found: NotebookResult | None) -> None:
        """Take over how answers were found, and say what an instructor should know of that."""
        if found is None:
            return
        self.matched, self.answered, self.late = found.matched, found.answered, found.late
        self.missing, self.unsure = found.missing, found.unsure
        gone = [name for name in self.missing if name not in self.unsure]
        told = {
            "Matched without their grade_id": _by_how(self.matched),
            "Answered below the test, too late for it": listed(self.late),
            "Not found in the submission": listed(gone),
            "Not found, though it may be there, and waits for a grade by hand": listed(self.unsure),
        }
        self.reasons += [f"{what}: {names}." for what, names in told.items() if names]

    def write_to(self, notebook: nbformat.NotebookNode) -> None:
        """Put the result into a notebook's metadata."""
        notebook.metadata["grading"] = nbformat.from_dict(asdict(self))

    @classmethod
    def of(cls, notebook: Mapping[str, Any]) -> NotebookResult | None:
        """Read the result of an autograded notebook; None where isolated grading wrote none."""
        try:
            told = dict(notebook["metadata"]["grading"])
            tests = {key: TestNote(**note) for key, note in told.pop("tests").items()}
            return cls(**told | {"outcome": Outcome(told["outcome"]), "tests": tests})
        except (KeyError, TypeError, ValueError, AttributeError):
            return None


def _by_how(matched: Mapping[str, str]) -> str:
    """List cells by how they were matched, as in ``a, b (by text); c (by position)``."""
    names: dict[str, list[str]] = {}
    for name, how in matched.items():
        names.setdefault(how, []).append(name)
    return "; ".join(f"{listed(found)} (by {how})" for how, found in names.items())


@dataclass(frozen=True)
class SubmissionResult:
    """Outcome of a whole submission, and why, in sentences."""

    outcome: Outcome
    reason: str = ""


def of_submission(
    coursedir: Any, student: str, assignment: str, notebooks: Iterable[str]
) -> SubmissionResult:
    """Tell what became of a submission from the files that nbgrader left.

    Parameters
    ----------
    coursedir : nbgrader.coursedir.CourseDirectory
        The course.
    student, assignment : str
        Whose submission, of what.
    notebooks : iterable of str
        Names of the assignment's notebooks, without ``.ipynb``.
    """
    submitted, graded = (
        Path(coursedir.format_path(step, student, assignment))
        for step in (coursedir.submitted_directory, coursedir.autograded_directory)
    )
    if not submitted.is_dir():
        return SubmissionResult(Outcome.NOT_SUBMITTED)
    names = sorted(notebooks) or [assignment]
    found = {name: _result_in(graded / f"{name}.ipynb") for name in names}
    told = " ".join(
        f"{name}: {reason}" if len(names) > 1 else reason
        for name in names
        for reason in _reasons(found[name], submitted / f"{name}.ipynb", names)
    )
    if all(found.values()):
        partly = any(r and r.outcome is Outcome.PARTLY_SCORED for r in found.values())
        return SubmissionResult(Outcome.PARTLY_SCORED if partly else Outcome.SCORED, told)
    fault = fault_file(graded)
    if fault.is_file():
        text = fault.read_text(encoding="utf-8", errors="replace")
        return SubmissionResult(Outcome.GRADER_FAULT, text.strip())
    if any(found.values()):
        return SubmissionResult(Outcome.PARTLY_SCORED, told)
    if reason := refusal(coursedir, student, assignment, names) or told:
        return SubmissionResult(Outcome.UNGRADABLE, reason)
    return SubmissionResult(
        Outcome.GRADER_FAULT, "It is not graded: run nbgrader autograde, and read its log."
    )


def _reasons(result: NotebookResult | None, submitted: Path, names: Iterable[str]) -> list[str]:
    if result:
        return result.reasons
    why = unreadable.reason(submitted, names)
    return [why] if why else []


def _result_in(path: Path) -> NotebookResult | None:
    """Read the result of an autograded notebook; None if there is no notebook.

    What stock nbgrader has graded is scored, and nothing more is known of it.
    """
    content = _content(path)
    return None if content is None else NotebookResult.of(content) or NotebookResult()


def read(path: Path) -> NotebookResult | None:
    """Read the result of an autograded notebook; None where isolated grading came to no end."""
    return NotebookResult.of(_content(path) or {})


def _content(path: Path) -> dict[str, Any] | None:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return content if isinstance(content, dict) else {}
    except OSError:
        return None
    except ValueError:
        return {}


def fault_file(graded: Path) -> Path:
    """Return where a fault of the grader's is told: beside a submission's autograded folder."""
    return graded.with_name(f"{graded.name}.fault.txt")
