"""The exporter of nbgrader's autograde: refuses what is no plain notebook, and redoes what a killed
run left half done.
"""

import gc
import json
from pathlib import Path

from nbconvert.exporters import Exporter, NotebookExporter
from nbgrader.utils import rmtree

from . import compat, coordinator, results
from .batch import Batch


class UngradableError(Exception):
    """A submission that cannot be graded, and why."""


def _copy_no_links(converter):
    """Have nbgrader copy nothing of a submission that holds a link: it would follow it, to the
    solution or to no end. ``from_filename`` then refuses it.
    """
    ignore = converter.coursedir.ignore

    def look(notebooks):
        linked = any(results.irregular(notebook.parent) for notebook in notebooks)
        converter.coursedir.ignore = [*ignore, "*", ".*"] if linked else ignore

    compat.before_each(converter, look)


class SubmissionExporter(NotebookExporter):
    """Writes autograded notebooks."""

    def __init__(self, **keywords):
        super().__init__(**keywords)
        converter, coming = self.parent, []
        for folder in sorted(getattr(converter, "assignments", {})):
            graded = compat.written_to(converter, *compat.owner_of(converter, folder))
            notebooks = sorted(converter.assignments[folder])
            if graded.is_dir() and not all(
                results.graded_as(graded / Path(name).name) for name in notebooks
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
        graded = compat.written_to(self.parent, about["assignment"], about["student"])
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
        compat.forget_metadata(self)
        return result

    def from_notebook_node(self, nb, resources=None, **keywords):
        if not compat.is_sanitizing(self.parent):
            return super().from_notebook_node(nb, resources, **keywords)
        # what is sanitized is read once more and written over: its layout is for nobody
        nb, resources = Exporter.from_notebook_node(self, nb, resources, **keywords)
        return json.dumps(nb, ensure_ascii=False), resources
