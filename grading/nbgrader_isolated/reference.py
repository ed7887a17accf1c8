"""The instructor's notebook, and what its run with the instructor's own solution tells."""

from __future__ import annotations

import hashlib
import logging
from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory

from . import compat, coordinator, plan, unsupported, workers
from .limits import LIMITS
from .plan import Plan, TestPlan
from .results import Reason, Run
from .worker import names

Cells = Sequence[Mapping[str, Any]]

ATTEMPTS = 3  # runs, until what stopped a test has stopped it twice
# what a busy machine, or a process killed from outside, may do to a test
DISTURBED = {"CellTimeoutError", "StudentProcessError", "MemoryError"}
KEPT = 16  # trials of a process that are remembered
FILES_MB = 56  # of all files beside a notebook: they travel in one message


@dataclass
class Ended:
    """How a test cell ended with the instructor's own solution."""

    passed: bool
    why: str = ""
    disturbed: bool = False
    changed: bool = False  # an argument, in place
    seconds: float = 0.0
    line: int = 0  # of the test cell, at which it failed


def plan_of(
    notebook: NotebookNode, limits: Mapping[str, int], tier: str, files: Mapping[str, bytes] = {}
) -> tuple[Plan, dict[str, str]]:
    """Try an instructor's notebook in isolation, with the instructor's own solution.

    A notebook whose tests all passed is not tried again in this process: the formgrader's server
    grades one submission after another.

    Parameters
    ----------
    notebook : NotebookNode
        The instructor's notebook.
    limits : mapping of str to int
        What a submission may use (see `limits.LIMITS`).
    tier : str
        The tier of containment.
    files : mapping of str to bytes
        Those beside the notebook, by relative path.

    Returns
    -------
    plan : Plan
        What the notebook's tests ask for.
    by_hand : dict of str
        Why a test cell waits for a grade by hand, by ``grade_id``.
    """
    key = _key(notebook, limits, tier, files)
    if key not in _tried:
        found = _tried_out(notebook, limits, tier, files)
        if found[1]:
            return found
        _tried[key] = found
        for oldest in list(_tried)[:-KEPT]:
            del _tried[oldest]
    return _tried[key]


_tried: dict[str, tuple[Plan, dict[str, str]]] = {}


def _key(
    notebook: NotebookNode, limits: Mapping[str, int], tier: str, files: Mapping[str, bytes]
) -> str:
    cells = [
        (cell.cell_type, cell.source, cell.metadata.get("nbgrader")) for cell in notebook.cells
    ]
    key = hashlib.sha256(repr((cells, sorted(limits.items()), tier, list(files))).encode())
    for data in files.values():
        key.update(hashlib.sha256(data).digest())
    return key.hexdigest()


def _tried_out(
    notebook: NotebookNode, limits: Mapping[str, int], tier: str, files: Mapping[str, bytes]
) -> tuple[Plan, dict[str, str]]:
    trial = Trial(cells_of(notebook), plan.make(notebook, files), limits, tier, files)
    trial.run()
    for yield_to in (_share_what_is_changed, _draw_on):
        failed = [trial.plan.tests[name] for name in trial.failed()]
        if any([yield_to(about) for about in failed]):  # noqa: C419 (each of them)
            trial.run()
    for name, outcome in trial.outcomes.items():
        trial.plan.tests[name].changes = outcome.changed
        trial.plan.tests[name].seconds = outcome.seconds
    unseen = {
        name: f"a student's function does not see that the test replaces {found}"
        for name, found in _patches(trial.cells, files).items()
    }
    refused = [name for name in trial.failed() if name not in unseen]
    if not refused:
        return trial.plan, unseen
    alone = Trial(*_one_process(trial.cells), limits, tier, files)
    alone.run()
    sources = {cell["name"]: cell["source"] for cell in trial.cells if cell["role"] == "tests"}
    return trial.plan, unseen | {
        name: unsupported.reason(sources[name], trial.outcomes[name].line, trial.outcomes[name].why)
        if alone.outcomes[name].passed
        else f"it fails on your own solution ({alone.outcomes[name].why})"
        for name in refused
    }


def _patches(cells: Cells, files: Mapping[str, bytes]) -> dict[str, str]:
    """Return what tests put into the place of a library's own, by test.

    Such a test passes whatever the student's function uses: it runs where nothing is replaced.
    """
    bound = ChainMap(*(names.modules(cell["source"]) for cell in cells))
    beside = {path.partition("/")[0].removesuffix(".py") for path in files}
    libraries = {name for pair in bound.items() if pair[1] not in beside for name in pair}
    return {
        cell["name"]: found
        for cell in cells
        if cell["role"] == "tests"
        and (found := names.patched(cell["source"], libraries | {"builtins"}))
    }


class Trial:
    """Runs of the instructor's notebook; a test that has passed once passes."""

    def __init__(
        self,
        cells: Cells,
        made: Plan,
        limits: Mapping[str, int],
        tier: str,
        files: Mapping[str, bytes],
    ) -> None:
        self.cells, self.plan, self.limits, self.tier = cells, made, limits, tier
        self.files = list(files.items())
        self.outcomes: dict[str, Ended] = {}

    def failed(self) -> list[str]:
        """Return the names of the tests that never passed."""
        return [name for name, outcome in self.outcomes.items() if not outcome.passed]

    def run(self) -> None:
        """Run the notebook, and again while a test is disturbed in a way not seen before.

        What does not repeat is no fault of the test's.
        """
        seen: set[tuple[str, str]] = set()
        for _ in range(ATTEMPTS):
            found = self._once()
            passed = {name for name, outcome in self.outcomes.items() if outcome.passed}
            self.outcomes |= {name: found[name] for name in found if name not in passed}
            reasons = {
                (name, outcome.why)
                for name, outcome in self.outcomes.items()
                if outcome.disturbed and not outcome.passed
            }
            if reasons <= seen:
                return
            seen |= reasons

    def _once(self) -> dict[str, Ended]:
        run = workers.twice(
            lambda server: coordinator.run(
                server,
                self.tier,
                self.cells,
                self.plan,
                self.limits,
                files=self.files,
                examiner_files=self.files,
                changes=True,
            )
        )
        # a test may need what a cell binds that was left out, or late
        disturbed = bool(run.left_out) or any(map(_is_disturbed, run.cells.values()))
        return {
            cell["name"]: _ended(run, cell["name"], disturbed)
            for cell in self.cells
            if cell["role"] == "tests"
        }


def _ended(run: Run, name: str, disturbed: bool) -> Ended:
    test = run.tests.get(name)
    if test is None:
        return Ended(False, run.left_out.get(name, Reason.NOT_RUN).sentence, disturbed=True)
    if test.passed:
        return Ended(True, changed=test.changed, seconds=test.seconds)
    errors = [output for output in test.outputs if output["output_type"] == "error"]
    said = ": ".join(filter(None, (errors[0]["ename"], errors[0]["evalue"]))) if errors else ""
    hindered = disturbed or test.late or test.lost or _is_disturbed(errors)
    return Ended(False, said or "it fails", disturbed=hindered, line=test.line)


def _is_disturbed(outputs: Sequence[Mapping[str, Any]]) -> bool:
    return any(output.get("ename") in DISTURBED for output in outputs)


def _share_what_is_changed(about: TestPlan) -> bool:
    """Have a test see more of what the student's code changes.

    It asks for what the solution changes in place, though it is the examiner's else; follows the
    globals that the solution's functions bind; shares the text files that it names; and takes over
    the data of modules beside the notebook.

    Returns
    -------
    bool
        Whether anything is new.
    """
    before = about.asks, about.follows, about.files, about.modules
    about.asks = sorted({*about.asks, *about.may_ask})
    about.follows, about.files, about.modules = about.may_follow, about.may_share, about.may_take
    return (about.asks, about.follows, about.files, about.modules) != before


def _draw_on(about: TestPlan) -> bool:
    """Let a test draw on from where a student's function left the generators.

    Returns
    -------
    bool
        Whether that is new.
    """
    about.draws = about.random
    return about.draws


def _one_process(cells: Cells) -> tuple[Cells, Plan]:
    """Return a notebook's cells as the examiner would run them all, and the plan for that."""
    alone = [
        dict(cell) if cell["role"] == "tests" else {**cell, "role": "both", "name": str(position)}
        for position, cell in enumerate(cells)
    ]
    return alone, Plan(
        tests={cell["name"]: TestPlan() for cell in alone if cell["role"] == "tests"},
        set_up=[cell["name"] for cell in alone if cell["role"] != "tests"],
    )


def source_of(coursedir: CourseDirectory, assignment: str, name: str) -> NotebookNode | None:
    """Return the instructor's own notebook, None if it is not there."""
    folder = coursedir.format_path(coursedir.source_directory, ".", assignment)
    path = Path(folder) / f"{name}.ipynb"
    return nbformat.read(path, as_version=4) if path.is_file() else None


def cells_of(notebook: NotebookNode) -> list[dict[str, str]]:
    """Return a notebook's code cells as the coordinator wants them."""
    found = []
    for cell in notebook.cells:
        role = plan.role(cell)
        if role:
            found.append({"role": role, "source": cell.source, "name": plan.grade_id(cell)})
    return found


def files_in(
    folder: Path,
    coursedir: CourseDirectory,
    limits: Mapping[str, int] = LIMITS,
    log: logging.Logger | None = None,
) -> dict[str, bytes]:
    """Return the regular files beside a notebook: bytes by relative path.

    Those that are too large for a submission's scratch folder, or too many, are left out and named
    on ``log``.
    """
    found, left_out = _within(folder, coursedir, limits)
    if left_out and log:
        log.warning(
            "No cell will find %s in %s: files beside a notebook may have %d MB each and %d MB "
            "together (c.IsolatedExecute.file_mb and scratch_mb; never more than %d MB together)",
            ", ".join(left_out),
            folder,
            limits["file_mb"],
            min(FILES_MB, limits["scratch_mb"]),
            FILES_MB,
        )
    return {name: path.read_bytes() for name, path in found.items()}


def files_left_out(
    folder: Path, coursedir: CourseDirectory, limits: Mapping[str, int]
) -> list[str]:
    """Return the names of the files beside a notebook that `files_in` leaves out."""
    return _within(folder, coursedir, limits)[1]


def _within(
    folder: Path, coursedir: CourseDirectory, limits: Mapping[str, int]
) -> tuple[dict[str, Path], list[str]]:
    """Return the files within the limits, by relative path, and the names of the others."""
    found: dict[str, Path] = {}
    left_out = []
    room = min(FILES_MB, limits["scratch_mb"]) << 20
    for path in map(Path, compat.find_all_files(str(folder), [*coursedir.ignore, "*.ipynb"])):
        if path.is_symlink() or not path.is_file():
            continue
        size, name = path.stat().st_size, str(path.relative_to(folder))
        if size > min(room, limits["file_mb"] << 20) or len(found) == limits["scratch_files"] // 2:
            left_out.append(name)
            continue
        room -= size
        found[name] = path
    return found, left_out
