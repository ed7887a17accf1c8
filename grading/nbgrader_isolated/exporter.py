"""The exporter of nbgrader's autograde.

It refuses what is no plain notebook, redoes what a killed run left half done, and tells faults of
the grader's from those of a submission.
"""

from __future__ import annotations

import errno
import gc
import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter, NotebookExporter
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.utils import rmtree
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from . import compat, regrade, results, submitted, unreadable, workers
from .batch import Batch
from .workers import GraderFaultError


class UngradableError(Exception):
    """A submission that cannot be graded, and why."""


class SubmissionExporter(NotebookExporter):
    """Writes autograded notebooks.

    nbgrader makes one for each command, and asks it for one notebook after another.
    """

    def __init__(self, **keywords: Any) -> None:
        super().__init__(**keywords)  # type: ignore[no-untyped-call]
        self.batch = Batch()
        self.optimistic_validation = True  # once for a notebook, not once for a preprocessor
        compat.around(self.parent, "convert_notebooks", self._convert_all)
        compat.around(self.parent, "init_assignment", self._prepare)

    @property
    def course(self) -> Any:
        """The course folder: a CourseDirectory of nbgrader's."""
        converter: Any = self.parent
        return converter.coursedir

    def _convert_all(self, convert_notebooks: Callable[[], None]) -> None:
        """Do what nbgrader does, once half-done submissions are out of its way."""
        converter: Any = self.parent
        coming: list[Path] = []
        before: dict[Path, str] = {}
        skipped: dict[str, list[str]] = {}
        for assignment, student, notebooks in self._submissions():
            graded = compat.written_to(converter, assignment, student)
            done = {path: results.read(graded / path.name) for path in notebooks}
            before |= {path: result.submission for path, result in done.items() if result}
            if graded.is_dir() and not self._is_done(assignment, done):
                self.log.warning("%s is half done: it is graded again", graded)
                rmtree(str(graded))
            if converter.force or not graded.is_dir():
                coming += notebooks
            else:
                skipped.setdefault(assignment, []).append(student)
        self.batch = Batch(coming, before)
        self._warm_up()
        with compat.shared_engine(), told_in_one_line(converter.log):
            self._warn_of_stale(skipped)
            convert_notebooks()

    def _submissions(self) -> list[tuple[str, str, list[Path]]]:
        """Return what nbgrader is about to grade: assignment, student and notebooks."""
        converter: Any = self.parent
        found = []
        for folder in sorted(converter.assignments):
            try:
                assignment, student = compat.owner_of(converter, folder)
            except ValueError:  # for which nbgrader would stop the whole run
                self.log.error("%r is not graded: a line break is in its name", folder)
                del converter.assignments[folder]
                continue
            found.append((assignment, student, sorted(map(Path, converter.assignments[folder]))))
        return found

    def _warm_up(self) -> None:
        """Start the warm process, if there is anything to grade in isolation."""
        gc.freeze()  # what is loaded by now stays: no collection needs to look at it again
        is_unsafe = self.config.IsolatedExecute.get("unsafe")
        if self.batch.coming and not is_unsafe and workers.tier() is not None:
            workers.warm_up()

    def _warn_of_stale(self, skipped: dict[str, list[str]]) -> None:
        """Say of which graded submissions something has changed: nbgrader passes over them."""
        for assignment, students in skipped.items():
            with suppress(MissingEntry, SQLAlchemyError):
                changed = regrade.stale(self.course, assignment)
                for student in filter(changed.get, students):
                    self.log.warning(
                        "%s of %s is not graded again though %s: do so with --force",
                        assignment,
                        student,
                        changed[student],
                    )

    def _is_done(self, assignment: str, done: dict[Path, results.NotebookResult | None]) -> bool:
        """Return whether all notebooks of a submission that belong to it are graded."""
        known = self.batch.keep(("notebooks", assignment), lambda: self._known(assignment))
        wanted = [path for path in done if path.stem in known] or list(done)
        return all(done[path] for path in wanted)

    def _known(self, assignment: str) -> set[str]:
        coursedir = self.course
        with (
            suppress(MissingEntry, SQLAlchemyError),
            Gradebook(coursedir.db_url, coursedir.course_id) as gradebook,
        ):
            return {notebook.name for notebook in gradebook.find_assignment(assignment).notebooks}
        return set()

    def _prepare(
        self, init_assignment: Callable[[str, str], None], assignment: str, student: str
    ) -> None:
        """Have nbgrader copy a submission's files; nothing of one that holds a link.

        It would follow the link, to the solution or to no end; ``from_filename`` then refuses it.
        """
        coursedir = self.course
        ignore = coursedir.ignore
        if unreadable.irregular(compat.read_from(self.parent, assignment, student)):
            coursedir.ignore = [*ignore, "*", ".*"]
        try:
            with self._faults_told(assignment, student), compat.quick_listing():
                init_assignment(assignment, student)
        finally:
            coursedir.ignore = ignore

    def from_filename(
        self, filename: str, resources: Any = None, **keywords: Any
    ) -> tuple[Any, Any]:
        """Convert a notebook.

        Raises
        ------
        UngradableError
            If it is no plain notebook.
        """
        path, about = Path(filename), resources["nbgrader"]
        graded = compat.written_to(self.parent, about["assignment"], about["student"])
        if graded not in path.parents:
            reason = submitted.refusal(
                self.course, about["student"], about["assignment"]
            ) or unreadable.reason(path)
            if reason:
                student = submitted.printable(about["student"])
                raise UngradableError(f"{about['assignment']} of {student}: {reason}")
        with self._faults_told(about["assignment"], about["student"]):
            result: tuple[Any, Any] = super().from_filename(
                filename, resources=resources, **keywords
            )
        compat.forget_metadata(self)
        return result

    def _faults_told(self, assignment: str, student: str) -> AbstractContextManager[None]:
        graded = compat.written_to(self.parent, assignment, student)
        return faults_told(results.fault_file(graded))

    def from_file(self, file_stream: Any, resources: Any = None, **keywords: Any) -> Any:
        """Read a notebook, without the mark that some editors put first."""
        if file_stream.read(1) != "\ufeff":
            file_stream.seek(0)
        return super().from_file(file_stream, resources, **keywords)

    def from_notebook_node(
        self, nb: Any, resources: Any = None, **keywords: Any
    ) -> tuple[Any, Any]:
        """Write a notebook on one line, which takes a tenth of the time.

        Whoever reads it does so in Jupyter, in the formgrader or as feedback.
        """
        made, resources = Exporter.from_notebook_node(self, nb, resources, **keywords)
        return f"{json.dumps(made, ensure_ascii=False)}\n", resources


@contextmanager
def told_in_one_line(log: logging.Logger) -> Iterator[None]:
    """Within it, nbgrader logs of what has a sentence of its own no more than that."""
    log.addFilter(_shortened)
    try:
        yield
    finally:
        log.removeFilter(_shortened)


def _shortened(record: logging.LogRecord) -> bool:
    """Put an exception's sentence into the place of the traceback that nbgrader logs.

    Where the sentence names the submission, the line before it, which does so too, is left out.
    """
    error, text = sys.exc_info()[1], record.getMessage()
    if isinstance(error, (UngradableError, GraderFaultError)) and text.startswith("Traceback ("):
        record.msg, record.args = str(error), ()
    return not (isinstance(error, UngradableError) and text.startswith("There was an error"))


@contextmanager
def faults_told(file: Path) -> Iterator[None]:
    """Within it, whatever goes wrong is a fault of the grader's, and is told in a file."""
    try:
        yield
    except Exception as error:
        # a full disk keeps this too from being written: the log has it
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{fault(error)}\n", encoding="utf-8")
        if _is_locked(error):
            # nbgrader would stop, and advise to upgrade the database
            raise GraderFaultError(fault(error)) from None
        raise
    else:
        file.unlink(missing_ok=True)


def _is_locked(error: Exception) -> bool:
    return isinstance(error, OperationalError) and "locked" in str(error)


def fault(error: Exception) -> str:
    """Say in one sentence what went wrong with the grader, and what to do."""
    if _is_locked(error):
        return (
            "Another program holds the gradebook (the formgrader, another nbgrader): close it, "
            "then grade again."
        )
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full: make room, then grade again."
    if isinstance(error, GraderFaultError):
        return str(error)
    first = (str(error).strip().splitlines() or [""])[0][:500]
    return f"{type(error).__name__}: {first}"
