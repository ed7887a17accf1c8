"""The exporter of nbgrader's autograde: refuses what is no plain notebook, and redoes what a killed
run left half done.
"""

import gc
import json
import re
from pathlib import Path

from nbconvert.exporters import Exporter, NotebookExporter
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import rmtree

from . import coordinator, results
from .batch import Batch


class UngradableError(Exception):
    """A submission that cannot be graded, and why."""


def _copy_no_links(converter):
    """Have nbgrader copy nothing of a submission that holds a link: it would follow it, to the
    solution or to no end. ``from_filename`` then refuses it.
    """
    hook, ignore = converter.pre_convert_hook, converter.coursedir.ignore

    def before(**about):
        linked = any(results.irregular(Path(notebook).parent) for notebook in about["notebooks"])
        converter.coursedir.ignore = [*ignore, "*", ".*"] if linked else ignore
        if hook:
            hook(**about)

    converter.pre_convert_hook = before


def _notebooks(coursedir: CourseDirectory, assignment: str) -> set[str]:
    """Return the names of an assignment's notebooks; a student may hand in more."""
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        try:
            return {notebook.name for notebook in gradebook.find_assignment(assignment).notebooks}
        except MissingEntry:
            return set()


class SubmissionExporter(NotebookExporter):
    """Writes autograded notebooks."""

    def __init__(self, **keywords):
        super().__init__(**keywords)
        converter, coming, known = self.parent, [], {}
        for folder in sorted(getattr(converter, "assignments", {})):
            found = re.match(
                converter._format_source("(?P<assignment>.*)", "(?P<student>.*)", escape=True),
                folder,
            )
            if found is None:  # for which nbgrader would stop the whole run
                self.log.error("%r is not graded: a line break is in its name", folder)
                del converter.assignments[folder]
                continue
            graded = Path(converter._format_dest(found["assignment"], found["student"]))
            notebooks = sorted(converter.assignments[folder])
            name = found["assignment"]
            if graded.is_dir() and name not in known:
                known[name] = _notebooks(converter.coursedir, name)
            if graded.is_dir() and not all(
                results.graded_as(graded / Path(notebook).name)
                for notebook in notebooks
                if Path(notebook).stem in known[name]
            ):
                self.log.warning("%s is half done: it is graded again", graded)
                rmtree(str(graded))
            if converter.force or not graded.is_dir():
                coming += map(Path, notebooks)
        self.batch = Batch(coming)
        self.optimistic_validation = True  # once for a notebook, not once for a preprocessor
        gc.freeze()  # what is loaded by now stays: no collection needs to look at it again
        if coming:
            _copy_no_links(converter)
            if not self.config.IsolatedExecute.get("unsafe") and coordinator.tier() is not None:
                coordinator.warm_up()

    def from_filename(self, filename, resources=None, **keywords):
        path = Path(filename)
        about = resources["nbgrader"]
        graded = Path(self.parent._format_dest(about["assignment"], about["student"]))
        if graded not in path.parents:
            reason = results.unreadable(path)
            if reason:
                raise UngradableError(reason)
        try:
            result = super().from_filename(filename, resources=resources, **keywords)
        except coordinator.GraderFaultError as fault:
            results.fault_file(graded).write_text(f"{fault}\n", encoding="utf-8")
            raise
        results.fault_file(graded).unlink(missing_ok=True)
        self._nb_metadata.clear()  # nbconvert would keep those of all notebooks
        return result

    def from_file(self, file_stream, resources=None, **keywords):
        if file_stream.read(1) != "\ufeff":  # which some editors put first
            file_stream.seek(0)
        return super().from_file(file_stream, resources, **keywords)

    def from_notebook_node(self, nb, resources=None, **keywords):
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_notebook_node(nb, resources, **keywords)
        # what is sanitized is read once more and written over: its layout is for nobody
        nb, resources = Exporter.from_notebook_node(self, nb, resources, **keywords)
        return json.dumps(nb, ensure_ascii=False), resources
