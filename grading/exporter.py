"""The exporter of nbgrader's autograde: refuses what is no plain notebook, and redoes what a killed run left half done."""
import re
from pathlib import Path

from nbconvert.exporters import NotebookExporter
from nbgrader.utils import rmtree

from . import outcomes
from .coordinator import GraderFault


class Ungradable(Exception):
    """A submission that cannot be graded, and why."""


def refuse_links(assignment, student, notebooks):
    """Stop before nbgrader copies a submission's files if one of them is a link: it would follow it, to the solution or to no end."""
    for folder in {Path(notebook).parent for notebook in notebooks}:
        strange = outcomes.irregular(folder)
        if strange:
            raise Ungradable(f"{student}: {strange}")


class SubmissionExporter(NotebookExporter):
    """Writes autograded notebooks."""

    def __init__(self, **keywords):
        super().__init__(**keywords)
        converter = self.parent
        for folder in getattr(converter, "assignments", {}):
            found = re.match(converter._format_source("(?P<assignment>.*)", "(?P<student>.*)", escape=True), folder)
            graded = Path(converter._format_dest(found["assignment"], found["student"]))
            notebooks = [graded / Path(name).name for name in converter.assignments[folder]]
            if graded.is_dir() and not all(map(outcomes.graded_as, notebooks)):
                self.log.warning("%s is half done: it is graded again", graded)
                rmtree(str(graded))

    def from_filename(self, filename, resources=None, **keywords):
        path = Path(filename)
        about = resources["nbgrader"]
        graded = Path(self.parent._format_dest(about["assignment"], about["student"]))
        if graded not in path.parents:
            reason = outcomes.unreadable(path)
            if reason:
                raise Ungradable(reason)
        try:
            result = super().from_filename(filename, resources=resources, **keywords)
        except GraderFault as fault:
            outcomes.fault_file(graded).write_text(f"{fault}\n", encoding="utf-8")
            raise
        outcomes.fault_file(graded).unlink(missing_ok=True)
        return result
