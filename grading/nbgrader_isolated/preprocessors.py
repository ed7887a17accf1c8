"""Where isolated grading plugs into nbgrader: preprocessors for autograde, feedback and
generate_assignment.
"""

import math
import os
from pathlib import Path

import nbformat
from nbgrader import utils
from nbgrader.api import BaseCell, Gradebook
from nbgrader.preprocessors import Execute, IncludeHeaderFooter, NbGraderPreprocessor
from traitlets import Bool, Int, default

from . import coordinator, plan
from .batch import Batch
from .limits import LIMITS, Limits
from .matching import originals_of, restore
from .reference import cells_of, files_in, plan_of
from .results import PARTLY_SCORED, SCORED, irregular


def _batch(preprocessor):
    """What the command's submissions share; nothing where the exporter is not ours."""
    return getattr(preprocessor.parent, "batch", None) or Batch()


def _course(preprocessor):
    """The course folder of the converter that a preprocessor works for."""
    parent = preprocessor.parent
    while parent is not None:
        if getattr(parent, "coursedir", None) is not None:
            return parent.coursedir
        parent = parent.parent
    raise coordinator.GraderFaultError("the preprocessor has no course")


class RestoreCells(NbGraderPreprocessor):
    """Put the instructor's cells back (see ``restore``)."""

    def preprocess(self, nb, resources):
        about = resources["nbgrader"]
        return restore(nb, _originals(self, about), self.log).notebook, resources


def _originals(preprocessor, about):
    def make():
        coursedir = _course(preprocessor)
        source = Path(coursedir.format_path(coursedir.source_directory, ".", about["assignment"]))
        path = source / f"{about['notebook']}.ipynb"
        with Gradebook(about["db_url"]) as gradebook:
            return originals_of(
                gradebook.find_notebook(about["notebook"], about["assignment"]),
                nbformat.read(path, as_version=4) if path.is_file() else None,
            )

    return _batch(preprocessor).keep(("originals", about["assignment"], about["notebook"]), make)


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
    def _one_more_than_processors(self):
        # one of a submission's two processes mostly waits for the other
        return min(8, 1 + (os.cpu_count() or 1))

    def preprocess(self, nb, resources):
        about = resources["nbgrader"]
        if self.unsafe:
            nb, resources = Execute(parent=self.parent, config=self.config).preprocess(
                nb, resources
            )
            nb.metadata["grading"] = {
                "outcome": SCORED,
                "reason": "graded without isolation",
                "tier": "none",
            }
            return nb, resources
        tier = coordinator.tier()
        if tier is None:
            raise coordinator.GraderFaultError(
                "this machine cannot contain a student's code (Linux with user namespaces or "
                "Landlock is needed): "
                "grade on another, or set c.IsolatedExecute.unsafe = True to grade as stock "
                "nbgrader does"
            )
        batch, coursedir = _batch(self), _course(self)
        source = Path(coursedir.format_path(coursedir.source_directory, ".", about["assignment"]))
        reference = source / f"{about['notebook']}.ipynb"
        if not reference.is_file():
            raise coordinator.GraderFaultError(
                f"{reference} is missing: isolated grading reads from it which names belong to whom"
            )
        limits = {name: getattr(self, name) for name in LIMITS}
        cells = cells_of(nb)
        tests = tuple((cell["name"], cell["source"]) for cell in cells if cell["role"] == "tests")
        made, refused = batch.keep(
            ("plan", reference, tests),
            lambda: plan_of(self._as_released(reference, tests, resources), limits, tier),
        )
        ours = batch.keep(("files", source), lambda: files_in(source, coursedir))
        folders = [
            coursedir.format_path(step, about["student"], about["assignment"])
            for step in (coursedir.submitted_directory, coursedir.autograded_directory)
        ]
        submitted, graded = map(Path, folders)

        def execute(cells, files):
            return coordinator.run(
                coordinator.server(),
                tier,
                cells,
                made,
                limits,
                files=list(files.items()),
                examiner_files=list(ours.items()),
            )

        def ahead(path):
            """Run a submission that nbgrader has not read yet; gives cells, files, and what the run
            gave.
            """
            cells = cells_of(restore(read(path), _originals(self, about)).notebook)
            files = files_in(path.parent, coursedir) | {
                name: text
                for name, text in ours.items()
                if name not in self._not_overwritten(about)
            }
            return cells, files, execute(cells, files)

        files, path = files_in(graded, coursedir), submitted / reference.name
        batch.begin(path, self.ahead, ahead)
        begun = batch.take(path)
        outputs, results, trouble = (
            begun[2]
            if begun and begun[:2] == (cells, files)
            else self._twice(execute, cells, files)
        )
        if batch.begun and short_of_time(outputs, results, trouble):
            # those that ran beside it may have taken its time: once more, alone. What its cells say
            # is from before any test had asked
            batch.settle()
            _, results, trouble = self._twice(execute, cells, files)
        self._fill(nb, cells, outputs, results, trouble)
        lost = [
            cell["name"]
            for position, cell in enumerate(cells)
            if cell["role"] == "tests" and position not in results and cell["name"] not in refused
        ]
        reasons = [
            f"{cells[p]['name'] or 'a cell of the student'} was left out: {why}"
            for p, why in sorted(trouble.items())
        ]
        nb.metadata["grading"] = {
            "outcome": PARTLY_SCORED if lost else SCORED,
            "reason": "; ".join(reasons),
            "tier": tier,
        }
        resources["by_hand"] = refused
        return nb, resources

    def _as_released(self, path, tests, resources):
        """The instructor's notebook with the course's header and footer, and with the tests that
        nbgrader wrote for it.
        """
        notebook = nbformat.read(path, as_version=4)
        notebook, _ = IncludeHeaderFooter(parent=self.parent, config=self.config).preprocess(
            notebook, resources
        )
        for cell in notebook.cells:
            cell.source = dict(tests).get(plan.grade_id(cell), cell.source)
        return notebook

    def _not_overwritten(self, about):
        return getattr(self.parent.parent, "exclude_overwriting", {}).get(about["assignment"], [])

    def _twice(self, execute, cells, files):
        for fresh in (False, True):
            try:
                coordinator.server(fresh)
                return execute(cells, files)
            except (coordinator.GraderFaultError, OSError) as error:
                fault = error
        raise coordinator.GraderFaultError(f"grading failed twice: {fault}")

    def _fill(self, nb, cells, outputs, results, trouble):
        """Write outputs into the notebook as a kernel would."""
        position = -1
        for cell in nb.cells:
            if not plan.role(cell):
                continue
            position += 1
            cell.execution_count = position + 1
            if plan.role(cell) == "tests":
                result = results.get(position)
                said = (
                    scored(result, cell.metadata.nbgrader.get("points", 0))
                    if result
                    else [_note(trouble.get(position, "not run"))]
                )
                cell.metadata["grading"] = {
                    "hidden": bool(result and result["line"] in plan.hidden_lines(cell.source)),
                    "own": bool(result and result["own"]),
                    "passed": bool(result and result["passed"]),
                }
            else:
                said = outputs.get(position, [])
                if position in trouble:
                    said = [*said, _note(trouble[position])]
            for output in said:
                if output["output_type"] == "execute_result":
                    output["execution_count"] = cell.execution_count
            cell.outputs = [nbformat.from_dict(output) for output in said]


def short_of_time(outputs, results, trouble):
    """Whether a run may have ended otherwise with more of the machine to itself."""
    said = [output for cell in outputs.values() for output in cell] + [
        output for result in results.values() for output in result["outputs"]
    ]
    return bool(trouble) or any(
        output.get("ename") in ("CellTimeoutError", "StudentProcessError") for output in said
    )


def read(path):
    """A submitted notebook, in nbgrader's format, not validated.

    Raises whatever a damaged one makes nbformat raise.
    """
    if irregular(path.parent):
        raise OSError(f"{path.parent} holds a link")
    return nbformat.convert(nbformat.reader.reads(path.read_text(encoding="utf-8")), 4)


def _note(text):
    return {
        "output_type": "error",
        "ename": "CellTimeoutError" if "in time" in text else "DeadKernelError",
        "evalue": text,
        "traceback": [text],
    }


def scored(result, points):
    """A test cell's outputs, so that nbgrader counts its points as it should: a warning costs
    nothing, and a last value that is no score earns nothing.
    """
    kept = []
    for output in result["outputs"]:
        if result["passed"] and output["output_type"] == "stream" and output["name"] == "stderr":
            output = output | {"name": "stdout"}
        if output["output_type"] == "execute_result":
            try:
                value = float(output["data"].get("text/plain", ""))
            except ValueError:
                value = 0.0
            if not math.isfinite(value) or value > points:
                kept.append(
                    {
                        "output_type": "error",
                        "ename": "ValueError",
                        "evalue": "the cell's last value is no score",
                        "traceback": ["The cell's last value is no score."],
                    }
                )
        kept.append(output)
    return kept


class SaveScores(NbGraderPreprocessor):
    """As nbgrader's SaveAutoGrades, in one transaction a notebook instead of one a cell; a test
    cell which cannot be graded in isolation waits for a grade by hand.
    """

    def preprocess(self, nb, resources):
        about, by_hand = resources["nbgrader"], resources.get("by_hand", ())
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_submission_notebook(
                about["notebook"], about["assignment"], about["student"]
            )
            rows = gradebook.db.query(BaseCell.id, BaseCell.name).filter(
                BaseCell.notebook_id == notebook.notebook_id
            )
            names = {row.id: row.name for row in rows}
            grades, comments = (
                {names[row.cell_id]: row for row in kind if row.cell_id in names}
                for kind in (notebook.grades, notebook.comments)
            )
            for cell in nb.cells:
                name = plan.grade_id(cell)
                if utils.is_grade(cell):
                    grade = grades[name]
                    grade.auto_score = (
                        None if name in by_hand else utils.determine_grade(cell, self.log)[0]
                    )
                    grade.needs_manual_grade = (
                        grade.manual_score is not None or grade.auto_score is None
                    )
                if utils.is_solution(cell) or utils.is_task(cell):
                    unchanged = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(
                        cell
                    ) and not utils.is_task(cell)
                    comments[name].auto_comment = "No response." if unchanged else None
            gradebook.db.commit()
        return nb, resources


class CheckGradable(NbGraderPreprocessor):
    """At generate_assignment: say which test cells cannot be graded in isolation, with the
    instructor's own solution.
    """

    def preprocess(self, nb, resources):
        if nb.metadata.get("kernelspec", {}).get("language", "python") not in ("python", ""):
            raise coordinator.GraderFaultError(
                "isolated grading is for Python notebooks: set c.IsolatedExecute.unsafe = True to "
                "grade this one as stock nbgrader does"
            )
        tier = coordinator.tier()
        if tier is not None:
            for name in plan_of(nb, {}, tier)[1]:
                self.log.warning(
                    "Test cell '%s' cannot be graded in isolation and will wait for a grade by "
                    "hand",
                    name,
                )
        return nb, resources
