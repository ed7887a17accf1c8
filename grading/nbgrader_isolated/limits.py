"""What a submission may use."""

import math
from typing import Any

from traitlets import HasTraits, Int, default


class Limits(HasTraits):
    """Limits that an instructor may set in ``nbgrader_config.py``.

    For example ``c.IsolatedExecute.cell_seconds = 60``.
    """

    cell_seconds = Int(
        30,
        help=(
            "Wall time of a cell in seconds, of a student's or a test's; then it is interrupted, a "
            "second later killed. A course that sets nbgrader's own ExecutePreprocessor.timeout "
            "need not set this."
        ),
    ).tag(config=True)
    submission_seconds = Int(
        300,
        help=(
            "Wall time of all cells of a submission's notebook together, in seconds. It does not "
            "grow with cell_seconds: a course that raises that may have to raise this too."
        ),
    ).tag(config=True)
    late_seconds = Int(
        0,
        help=(
            "Wall time in seconds that late cells of a submission (those that used up their "
            "cell_seconds) may take in all; once it is used up, a test gets twenty times what it "
            "takes with your own solution. By default twice cell_seconds."
        ),
    ).tag(config=True)
    cpu_seconds = Int(120, help="Processor time of one process in seconds.").tag(config=True)
    memory_mb = Int(
        1024,
        help=(
            "Memory of one process in MB, beyond what Python and the libraries take before the "
            "first cell."
        ),
    ).tag(config=True)
    submission_memory_mb = Int(
        2048, help="Memory of all processes of a submission together, in MB."
    ).tag(config=True)
    processes = Int(
        64, help="Processes and threads of a submission, beside the copies that the tests talk to."
    ).tag(config=True)
    scratch_mb = Int(64, help="Files that a submission may write, in MB in all.").tag(config=True)
    scratch_files = Int(10_000, help="Files and folders that a submission may write.").tag(
        config=True
    )
    file_mb = Int(32, help="Largest file that a submission may write, in MB.").tag(config=True)
    cell_characters = Int(100_000, help="Characters of a cell's outputs that are kept.").tag(
        config=True
    )
    message_mb = Int(
        256, help="Largest value on its way from a student's function to a test, in MB."
    ).tag(config=True)
    reruns = Int(
        4,
        help=(
            "How often a submission runs again after a cell that killed its process, which is left "
            "out then."
        ),
    ).tag(config=True)

    @default("cell_seconds")
    def _timeout_of_nbgrader(self) -> int:
        """Return how long the course lets stock nbgrader run a cell, if it says so."""
        config: dict[str, dict[str, Any]] = getattr(self, "config", {})
        for section in ("Execute", "ExecutePreprocessor", "NotebookClient"):
            if section in config and "timeout" in config[section]:
                seconds: float | None = config[section]["timeout"]
                # without a number above 0 nbgrader waits for ever
                endless = not seconds or seconds < 0
                return int(self.submission_seconds) if endless else math.ceil(seconds or 0)
        return int(LIMITS["cell_seconds"])


LIMITS = {name: trait.default_value for name, trait in Limits.class_own_traits(config=True).items()}
