"""Runs a submission in contained processes, in place of nbgrader's Execute."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute, IncludeHeaderFooter, NbGraderPreprocessor
from traitlets import Bool, Int, default

from . import compat, coordinator, plan, unreadable, workers
from .autograded import fill
from .batch import Batch
from .limits import LIMITS, Limits
from .matching import Originals, originals_of, restore
from .reference import cells_of, files_in, files_left_out, plan_of, source_of
from .regrade import digest_of_assignment, digest_of_submission
from .results import NotebookResult, Outcome, Run, TestNote
from .submitted import listed, printable
from .workers import GraderFaultError


class IsolatedExecute(Limits, NbGraderPreprocessor):
    """Run a submission with student's code and tests in separate, contained processes.

    With ``unsafe`` it grades as stock nbgrader does, in one kernel that the student's code shares
    with the tests; every report says so.
    """

    unsafe = Bool(
        False,
        help=(
            "Grade without isolation, as stock nbgrader does. A hostile submission can then give "
            "itself any score."
        ),
    ).tag(config=True)
    ahead = Int(
        help=(
            "How many submissions may run while nbgrader still writes down an earlier one; by "
            "default one more than there are processors, at most 8."
        )
    ).tag(config=True)

    @default("ahead")
    def _one_more_than_processors(self) -> int:
        # one of a submission's two processes mostly waits for the other
        return min(8, 1 + (os.cpu_count() or 1))

    def limits(self) -> dict[str, int]:
        """Return what a submission may use, as configured."""
        return {name: getattr(self, name) for name in LIMITS}

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Run a submission's notebook and write outputs and result into it."""
        if self.unsafe:
            return self._without_isolation(nb, resources)
        submission = Submission.of(self, nb, resources)
        run = submission.run_of_its_own(self.ahead)
        assignment = submission.assignment
        fill(nb, submission.cells, run)
        became = result(submission.cells, run, assignment.tier, assignment.by_hand)
        became.take_over(NotebookResult.of(nb))
        became.reasons += submission.unread_files()
        became.submission, became.assignment = submission.digest(), assignment.digest
        became.write_to(nb)
        return nb, resources

    def _without_isolation(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        nb, resources = Execute(parent=self.parent, config=self.config).preprocess(nb, resources)
        NotebookResult(reasons=["graded without isolation"]).write_to(nb)
        return nb, resources


def batch_of(preprocessor: Any) -> Batch:
    """Return what the command's submissions share; an empty one where the exporter is not ours."""
    return getattr(preprocessor.parent, "batch", None) or Batch()


def course_of(preprocessor: Any) -> Any:
    """Return the course folder of the converter that a preprocessor works for."""
    found = compat.course_of(preprocessor)
    if found is None:
        raise GraderFaultError("the preprocessor has no course")
    return found


def hide(preprocessor: Any) -> None:
    """Keep the course and its exchange out of a submission's sight, even below Python's folders."""
    exchange = preprocessor.config.get("Exchange", {}).get("root")
    folders = [course_of(preprocessor).root, *([exchange] if isinstance(exchange, str) else [])]
    workers.hidden.update(map(os.path.abspath, folders))


def tier() -> str:
    """Return the tier of containment that holds on this machine.

    Raises
    ------
    GraderFaultError
        If none does.
    """
    found = workers.tier()
    if found is None:
        raise GraderFaultError(
            f"this machine cannot contain a student's code ({workers.why_no_tier()}): grade on "
            "another, or set c.IsolatedExecute.unsafe = True to grade as stock nbgrader does"
        )
    return found


@dataclass
class Submission:
    """A submitted notebook, and what its assignment's notebooks have in common."""

    cells: list[dict[str, str]]
    files: dict[str, bytes]
    path: Path
    graded: Path
    assignment: Assignment

    @classmethod
    def of(cls, preprocessor: IsolatedExecute, nb: Any, resources: Any) -> Submission:
        """Return the submission that nbgrader comes with."""
        about, coursedir = resources["nbgrader"], course_of(preprocessor)
        graded, submitted = (
            Path(coursedir.format_path(step, about["student"], about["assignment"]))
            for step in (coursedir.autograded_directory, coursedir.submitted_directory)
        )
        return cls(
            cells_of(nb),
            files_in(graded, coursedir, preprocessor.limits(), preprocessor.log),
            submitted / f"{about['notebook']}.ipynb",
            graded,
            Assignment.of(preprocessor, nb, resources),
        )

    def digest(self) -> str:
        """Return a hash of what was submitted."""
        files = files_in(self.path.parent, self.assignment.coursedir)
        return digest_of_submission(self.path, files)

    def unread_files(self) -> list[str]:
        """Say which files beside the notebook no cell could read, in one sentence if any."""
        found = files_left_out(self.graded, self.assignment.coursedir, self.assignment.limits)
        if not found:
            return []
        return [
            f"No cell could read {listed(list(map(printable, found)))}: too large, or too many "
            "files (c.IsolatedExecute.file_mb, scratch_mb and scratch_files)."
        ]

    def run_of_its_own(self, ahead: int) -> Run:
        """Run the submission, or take the run that was begun ahead; meanwhile others begin.

        Where others took the time that it needed, it decides in a second run, alone, what the
        first left open.
        """
        batch = self.assignment.batch
        batch.begin(self.path, ahead, self.assignment.run_ahead)
        begun = batch.take(self.path)
        same = begun and begun[:2] == (self.cells, self.files)
        run: Run = begun[2] if same else self._run(give_way=True)
        if run.gave_way or (run.starved and run.open):
            batch.settle()
            # what was late once is not waited for as long again, if tests have asked since
            limits = self.assignment.limits
            late = limits["late_seconds" if run.gave_way else "cell_seconds"]
            run = run.decided_by(self._run(late_seconds=late))
        return run

    def _run(self, give_way: bool = False, **limits: int) -> Run:
        try:
            return workers.twice(
                lambda server: self.assignment.run(server, self.cells, self.files, give_way, limits)
            )
        except (GraderFaultError, OSError) as error:
            raise GraderFaultError(f"grading failed twice: {error}") from None


def result(
    cells: list[dict[str, str]], run: Run, tier: str, by_hand: dict[str, str]
) -> NotebookResult:
    """Say what became of a notebook."""
    keys = coordinator.keys(cells)
    tests = {
        key: cell["source"]
        for key, cell in zip(keys, cells, strict=True)
        if cell["role"] == "tests"
    }
    lost = [key for key in tests if key not in run.tests and key not in by_hand]
    hurried = [key for key, test in run.tests.items() if test.late and test.hurried]
    called = {key: _called(key, cell) for key, cell in zip(keys, cells, strict=True)}
    return NotebookResult(
        outcome=Outcome.PARTLY_SCORED if lost or hurried else Outcome.SCORED,
        tier=tier,
        reasons=[
            f"{called[key]} was left out: {run.left_out[key].sentence}."
            for key in keys
            if key in run.left_out
        ]
        + _said_of(
            "Out of time", [called[key] for key in keys if key in run.late and key not in hurried]
        )
        + _said_of("Had too little time, which late cells had used up (late_seconds)", hurried)
        + _waiting(by_hand),
        tests={
            key: TestNote(test.own, test.line in plan.hidden_lines(tests[key]))
            for key, test in run.tests.items()
        },
        by_hand=by_hand,
    )


def _called(key: str, cell: Mapping[str, str]) -> str:
    """Return what a sentence calls a cell; one of the student's own by its first line."""
    if "#" not in key:
        return key
    first = next((line for line in cell["source"].splitlines() if line.strip()), "")
    return f'the student\'s cell "{printable(first.strip()[:40])}"'


def _said_of(what: str, cells: Sequence[str]) -> list[str]:
    return [f"{what}: {listed(list(cells))}."] if cells else []


def _waiting(by_hand: Mapping[str, str]) -> list[str]:
    """Say which test cells wait for a grade by hand, as nbgrader shows only that some do."""
    return [f"Waits for a grade by hand: {listed(sorted(by_hand))}."] if by_hand else []


@dataclass
class Assignment:
    """What grading knows of an instructor's notebook, once for all submissions of a command."""

    batch: Batch
    coursedir: Any
    tier: str
    limits: dict[str, int]
    plan: plan.Plan
    by_hand: dict[str, str]
    files: dict[str, bytes]
    originals: Originals
    digest: str
    kept: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, preprocessor: IsolatedExecute, nb: Any, resources: Any) -> Assignment:
        """Read the instructor's notebook, or take what was read for an earlier submission."""
        about, coursedir = resources["nbgrader"], course_of(preprocessor)
        batch, holds = batch_of(preprocessor), tier()
        hide(preprocessor)
        source = Path(coursedir.format_path(coursedir.source_directory, ".", about["assignment"]))
        reference = source / f"{about['notebook']}.ipynb"
        if not reference.is_file():
            raise GraderFaultError(
                f"{reference} is missing: isolated grading reads from it which names belong to whom"
            )
        limits = preprocessor.limits()
        files = batch.keep(
            ("files", source), lambda: files_in(source, coursedir, limits, preprocessor.log)
        )
        tests = tuple(
            (cell["name"], cell["source"]) for cell in cells_of(nb) if cell["role"] == "tests"
        )
        made, by_hand = batch.keep(
            ("plan", reference, tests),
            lambda: plan_of(
                as_released(preprocessor, reference, tests, resources), limits, holds, files
            ),
        )
        instructors = originals(preprocessor, resources)
        return cls(
            batch,
            coursedir,
            holds,
            limits,
            made,
            by_hand,
            files,
            instructors,
            batch.keep(("digest", reference), lambda: digest_of_assignment(instructors, files)),
            list(compat.not_overwritten(preprocessor, about["assignment"])),
        )

    def run(
        self,
        server: workers.Forkserver,
        cells: list[dict[str, str]],
        files: dict[str, bytes],
        give_way: bool,
        limits: Mapping[str, int],
    ) -> Run:
        """Run the cells of a submission, with limits that differ from the assignment's."""
        return coordinator.run(
            server,
            self.tier,
            cells,
            self.plan,
            self.limits | dict(limits),
            files=list(files.items()),
            examiner_files=list(self.files.items()),
            give_way=give_way,
        )

    def run_ahead(self, path: Path) -> tuple[list[dict[str, str]], dict[str, bytes], Run]:
        """Run a submission that nbgrader has not read yet.

        Returns
        -------
        cells, files, run
            What ran, and what the run gave.
        """
        cells = cells_of(restore(read(path), self.originals).notebook)
        ours = {name: data for name, data in self.files.items() if name not in self.kept}
        files = files_in(path.parent, self.coursedir, self.limits) | ours
        return cells, files, self.run(workers.server(), cells, files, True, {})


def originals(preprocessor: Any, resources: Any) -> Originals:
    """Return the instructor's cells of a notebook, read once a command."""
    about = resources["nbgrader"]

    def make() -> Originals:
        source = source_of(course_of(preprocessor), about["assignment"], about["notebook"])
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(about["notebook"], about["assignment"])
            return originals_of(notebook, source and with_header(preprocessor, source, resources))

    return batch_of(preprocessor).keep(("originals", about["assignment"], about["notebook"]), make)


def with_header(preprocessor: Any, notebook: Any, resources: Any) -> Any:
    """Return an instructor's notebook with the course's header and footer."""
    adder = IncludeHeaderFooter(parent=preprocessor.parent, config=preprocessor.config)
    notebook, _ = adder.preprocess(notebook, resources)
    return notebook


def as_released(
    preprocessor: Any, path: Path, tests: tuple[tuple[str, str], ...], resources: Any
) -> Any:
    """Return the instructor's notebook with the course's header and footer.

    It has the tests that nbgrader wrote for it.
    """
    notebook = with_header(preprocessor, nbformat.read(path, as_version=4), resources)
    for cell in notebook.cells:
        cell.source = dict(tests).get(plan.grade_id(cell), cell.source)
    return notebook


def read(path: Path) -> Any:
    """Read a submitted notebook, in nbgrader's format, not validated.

    Raises whatever a damaged one makes nbformat raise.
    """
    if unreadable.irregular(path.parent):
        raise OSError(f"{path.parent} holds a link")
    return nbformat.convert(nbformat.reader.reads(path.read_text(encoding="utf-8-sig")), 4)
