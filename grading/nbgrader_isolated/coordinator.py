"""Runs one notebook in a student's process and an examiner, and collects what they say.

Never handles a student's value.
"""

from __future__ import annotations

import contextlib
import functools
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .channel import codec
from .limits import LIMITS
from .outputs import Outputs
from .plan import Plan, TestPlan, visible
from .results import CellResult, Output, Reason, Run
from .workers import Forkserver, GraderFaultError, KilledFromOutsideError, Worker

Cell = Mapping[str, str]
Files = Sequence[tuple[str, bytes]]
_Pair = tuple[socket.socket, socket.socket]
OUTSIDE = 3  # times that a run is repeated whose processes were killed from outside
# what either process gets of a TestPlan
STUDENTS = ("shows", "imports", "gives", "followed", "files")
EXAMINERS = (
    "asks",
    "borrows",
    "follows",
    "lends",
    "unseen",
    "statements",
    "modules",
    "files",
    "random",
    "draws",
)
SHORT = 0.3  # seconds that a test may take once patience is used up, beside the reference's own
SLOWER = 20  # times the reference's own seconds


def keys(cells: Sequence[Cell]) -> list[str]:
    """Name each cell by its ``grade_id``, by its place where it has none or repeats one."""
    seen: set[str] = set()
    found = []
    for position, cell in enumerate(cells):
        name = cell["name"]
        found.append(name if name and name not in seen else f"{name}#{position}")
        seen.add(name)
    return found


def examination_order(cells: Sequence[Cell], plan: Plan) -> list[int]:
    """List the cells' positions in the order of the instructor's notebook.

    The examiner runs in it, whatever order a submission has: what a set-up cell binds for a test is
    then no student's choice. A notebook that is repeated is run part by part.
    """
    places = {name: place for place, name in enumerate(plan.imports)}
    repeated: Counter[str] = Counter()
    order = []
    for at, cell in enumerate(cells):
        order.append((repeated[cell["name"]], places.get(cell["name"], -1), at))
        repeated[cell["name"]] += 1
    return [at for _, _, at in sorted(order)]


def run(
    server: Forkserver,
    tier: str,
    cells: Sequence[Cell],
    plan: Plan,
    limits: Mapping[str, int],
    *,
    files: Files = (),
    examiner_files: Files = (),
    changes: bool = False,
    give_way: bool = False,
) -> Run:
    """Run a notebook's cells in isolation, once more without each cell that ended its process.

    Parameters
    ----------
    server : Forkserver
        What makes the processes.
    tier : str
        The tier of containment.
    cells : sequence of dict
        Code cells, with ``role``, ``source`` and ``name`` (the ``grade_id``, or "").
    plan : Plan
        What each test asks for.
    limits : dict of int
        What the submission may use, where it differs from `limits.LIMITS`.
    files, examiner_files : sequence of (str, bytes)
        What lies beside the notebook, for either process.
    changes : bool
        Watch every argument for changes in place, as for the reference.
    give_way : bool
        Ask no test where others took the time that a student's cell needed: that needs a run by
        itself, and a second guess is no part of it.

    Raises
    ------
    GraderFaultError
        If something of ours failed.
    """
    all_limits = LIMITS | dict(limits)
    return _Notebook(
        server, tier, cells, plan, all_limits, files, examiner_files, changes, give_way
    ).run()


@dataclass
class _Notebook:
    server: Forkserver
    tier: str
    cells: Sequence[Cell]
    plan: Plan
    limits: dict[str, int]
    files: Files
    examiner_files: Files
    changes: bool = False
    give_way: bool = False
    skipped: dict[int, Reason] = field(default_factory=dict)
    result: Run = field(default_factory=Run)
    asked: bool = False  # whether a test has asked the student's process for anything
    late: bool = False  # whether a student's cell was out of time
    one_by_one: bool = False  # whether each test needs a run of the student's cells
    unanswered: set[int] = field(default_factory=set)  # cells at which the examiner ended

    def __post_init__(self) -> None:
        self.keys = keys(self.cells)
        self.tests = [at for at, cell in enumerate(self.cells) if cell["role"] == "tests"]
        self.order = examination_order(self.cells, self.plan)
        self.patience: float = self.limits["late_seconds"] or 2 * self.limits["cell_seconds"]
        # of student's cells: how late tests were would tell a later run what they asked
        self.students_patience: float = self.patience
        self.end = time.monotonic() + self.limits["submission_seconds"]

    def run(self) -> Run:
        outside = 0
        for _ in range(self.limits["reruns"] + 1 + OUTSIDE):
            try:
                at, reason = self._once()
            except KilledFromOutsideError as error:
                outside += 1
                if outside > OUTSIDE:
                    raise GraderFaultError(
                        f"{error}, {outside} times: is the machine short of memory?"
                    ) from None
                continue
            if reason is None or self.result.gave_way:
                return self.result
            self.skipped[at] = reason
            self.result.left_out[self.keys[at]] = reason
            if len(self.skipped) > self.limits["reruns"] or self._gone():
                break
        for at in self.tests:
            if self.keys[at] not in self.result.tests:
                self.result.left_out.setdefault(self.keys[at], Reason.NOT_RUN)
        return self.result

    def _seconds(self, role: str) -> float:
        """Return the wall time of a cell of a role's from now on, in seconds."""
        return self.limits["cell_seconds"] if self._patience(role) > 0 else 1.0

    def _patience(self, role: str) -> float:
        return self.students_patience if role == "student" else self.patience

    def _gone(self) -> bool:
        """Return whether time is up, or late cells have used up too much of it."""
        return time.monotonic() > self.end or self.patience <= -self.limits["cell_seconds"]

    def _once(self) -> tuple[int, Reason | None]:
        """Run all cells once; returns which one ended its process, and why, if one did."""
        if not self.one_by_one:
            with self._processes() as (pairs, workers):
                ended = self._with_copies(pairs, workers)
            if not self.one_by_one:
                return ended
        with self._processes() as (pairs, workers):
            return self._with_a_run_each(pairs, workers)

    @contextlib.contextmanager
    def _processes(self) -> Iterator[tuple[dict[int, _Pair], list[Worker]]]:
        """Give a pair of sockets for each test, and room for processes, which end afterwards."""
        pairs = {at: socket.socketpair() for at in self.tests}
        workers: list[Worker] = []
        try:
            yield pairs, workers
        finally:
            for worker in workers:
                self._end(worker)
            for sock in (sock for pair in pairs.values() for sock in pair):
                sock.close()

    def _with_copies(
        self, pairs: Mapping[int, _Pair], workers: list[Worker]
    ) -> tuple[int, Reason | None]:
        """Run the student's cells once, for copies of their process to answer the tests.

        If these may share something, no test is asked, and ``one_by_one`` is set.
        """
        asking = [at for at in self.tests if not self._is_skipped(at)]
        student = self._start(workers, "student", [pairs[at][1] for at in asking])
        student.begin(self._students_job(asking))
        # shut in meanwhile, and without a test until the student's process has done its part
        examiner = self._start(workers, "examiner", self._examiners(pairs))
        said = _Said(Outputs(self.limits["cell_characters"]))
        at, reason = self._listen(student, "outputs", said.take, range(len(self.cells)))
        if not self.asked:
            # what is said after a test has asked may tell what it asked: the system remembers
            # which files were read, for whoever looks
            self.result.cells = {self.keys[at]: outputs for at, outputs in said.by_cell.items()}
        self.late |= reason is Reason.LATE
        if self.give_way and self.late and student.starved:
            self.result.gave_way = True
            return at, reason
        if reason is not None:
            return at, reason
        try:
            self.one_by_one = not student.part_copies()
        except EOFError:
            return at, student.why_it_ended()
        if self.one_by_one:
            return at, None

        def let_go(at: int, begins: bool) -> None:
            about = self.plan.tests.get(self.cells[at]["name"], TestPlan())
            student.let_go(asking.index(at), begins, about.hands_on)

        return self._examine(examiner, let_go)

    def _with_a_run_each(
        self, pairs: Mapping[int, _Pair], workers: list[Worker]
    ) -> tuple[int, Reason | None]:
        """Run the student's cells for each test anew, in processes that answer no other."""
        examiner = self._start(workers, "examiner", self._examiners(pairs))

        asked: set[int] = set()

        def run_for(at: int, _: bool) -> None:
            if at in asked:
                return  # its process is gone
            asked.add(at)
            for earlier in workers[1:]:
                self._end(earlier)
            del workers[1:]
            if self._gone():
                raise TimeoutError
            student = self._start(workers, "student", [pairs[at][1]])
            student.begin(self._students_job([at]))
            self._listen(student, "outputs", lambda *_: None, range(len(self.cells)))

        return self._examine(examiner, run_for)

    def _examiners(self, pairs: Mapping[int, _Pair]) -> list[socket.socket]:
        """Return the examiner's end of each pair, in the order in which it asks."""
        return [pairs[at][0] for at in self.order if at in pairs]

    def _examine(
        self, examiner: Worker, prepare: Callable[[int, bool], None]
    ) -> tuple[int, Reason | None]:
        self.asked = True
        examiner.begin(self._examiners_job())
        at, reason = self._listen(examiner, "result", self._keep, self.order, prepare)
        if reason is not None:
            self.unanswered.add(at)
        return at, reason

    def _end(self, worker: Worker) -> None:
        self.result.starved |= worker.starved
        worker.end()

    def _start(self, workers: list[Worker], role: str, sockets: list[socket.socket]) -> Worker:
        workers.append(Worker(self.server, role, self.tier, self.limits, sockets))
        return workers[-1]

    def _listen(
        self,
        worker: Worker,
        kind: str,
        keep: Callable[[int, Any], None],
        order: Sequence[int],
        prepare: Callable[[int, bool], None] | None = None,
    ) -> tuple[int, Reason | None]:
        """Collect a role's messages, which number the cells in the ``order`` that it runs them in.

        Where it waits before a test, ``prepare`` that test, which begins or has begun before.

        Returns
        -------
        at : int
            The cell that ended the process.
        reason : Reason or None
            Why, None if the role came to its end.
        """
        at, step, began = next(iter(order), 0), 0, time.monotonic()
        try:
            seconds = functools.partial(self._seconds, worker.role)
            for kind_told, told, *rest in worker.messages(self.end, seconds):
                if type(told) is not int or not 0 <= told < len(order):
                    raise codec.CodecError("its messages make no sense")
                if prepare and kind_told == "turn" and order[told] in self.tests:
                    prepare(order[told], False)
                    worker.go_on()
                    continue
                if told < step:
                    raise codec.CodecError("its messages make no sense")
                if told > step:
                    at, step, began = order[told], told, time.monotonic()
                if prepare and kind_told == "begins" and at in self.tests:
                    prepare(at, True)
                    worker.go_on()
                    began = time.monotonic()
                if kind_told == kind and len(rest) == 1:
                    keep(at, rest[0])
                    self._count(at, time.monotonic() - began, worker.role)
                    if worker.role == "student" and self._gone():
                        raise TimeoutError
            return at, None
        except TimeoutError:
            self._spend(time.monotonic() - began)
            return at, Reason.LATE
        except (EOFError, OSError):
            return at, worker.why_it_ended()
        except codec.CodecError:
            return at, Reason.CONNECTION

    def _count(self, at: int, seconds: float, role: str) -> None:
        """Take a late cell's time from the submission's patience."""
        if seconds >= self._seconds(role):
            self.late = self.late or not self.asked
            if self.keys[at] not in self.result.late:
                self.result.late.append(self.keys[at])
            self._spend(seconds)

    def _spend(self, seconds: float) -> None:
        self.patience -= seconds
        if not self.asked:
            self.students_patience = self.patience

    def _keep(self, at: int, told: Any) -> None:
        """Keep the result of a test that came to its end; one that has a result keeps that."""
        self.result.tests.setdefault(self.keys[at], CellResult(**told))

    def _limits(self, role: str) -> dict[str, int]:
        """Return a role's limits as they are by now: late cells have used up some patience."""
        return self.limits | {"late_seconds": max(0, int(self._patience(role)))}

    def _is_skipped(self, at: int) -> bool:
        """Return whether the student's process leaves out a cell.

        It does not hear of a test that ended the examiner: that would tell what the test asked.
        """
        return at in self.skipped and at not in self.unanswered

    def _students_job(self, asking: Sequence[int]) -> dict[str, Any]:
        cells = [
            shown(cell, self.plan) | {"skip": self._is_skipped(at), "asks": at in asking}
            for at, cell in enumerate(self.cells)
        ]
        limits = self._limits("student")
        return {"files": list(self.files), "cells": cells, "limits": limits}

    def _examiners_job(self) -> dict[str, Any]:
        return {
            "files": list(self.examiner_files),
            "cells": [self._examined(at, self.cells[at]) for at in self.order],
            "limits": self._limits("examiner"),
        }

    def _examined(self, at: int, cell: Cell) -> dict[str, Any]:
        about = self.plan.tests.get(cell["name"], TestPlan())
        is_test = cell["role"] == "tests"
        owned = is_test or cell["name"] in self.plan.set_up
        return {
            "number": at + 1,
            "role": "tests" if is_test else "both",
            "source": cell["source"] if owned else "",
            "imports": self.plan.imports.get(cell["name"], []) if owned else [],
            "skip": at in self.skipped,
            "short": SHORT + SLOWER * about.seconds,
            "changes": self.changes or about.changes,
        } | {key: getattr(about, key) for key in EXAMINERS}


def shown(cell: Cell, plan: Plan) -> dict[str, Any]:
    """Return a cell as the student's process gets it.

    Of a locked one that is no more than the student's notebook holds.
    """
    if cell["role"] != "tests":
        source = visible(cell["source"]) if cell["role"] == "both" else cell["source"]
        return {"role": cell["role"], "source": source}
    about = plan.tests.get(cell["name"], TestPlan())
    return {"role": "tests"} | {key: getattr(about, key) for key in STUDENTS}


@dataclass
class _Said:
    """What the student's cells said in one run."""

    room: Outputs
    by_cell: dict[int, list[Output]] = field(default_factory=dict)

    def take(self, at: int, said: Any) -> None:
        self.by_cell[at] = self.room.take(said)
