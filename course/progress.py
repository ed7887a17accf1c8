"""How far a step has come that takes longer than a few seconds: a bar on a terminal, a line now and
then in a log.
"""

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

SECONDS = 15  # at least, between two lines in a log


class Steps:
    """A step of known length, to be used in a ``with`` statement.

    Parameters
    ----------
    console : rich.console.Console
        Where it shows.
    title : str
        What is being done, such as ``Grading cost_curves``.
    total : int, optional
        Of how many parts; None while that is not known yet, or where there are none to count.
    """

    def __init__(self, console: Console, title: str, total: int | None = None) -> None:
        self.console, self.bar = console, None
        if console.is_terminal and not console.is_dumb_terminal:
            said, done = TextColumn("{task.description}"), TextColumn("{task.fields[done]}")
            self.bar = Progress(said, BarColumn(), done, TimeElapsedColumn(), console=console)
            self.task = self.bar.add_task(title, total=total, done="")
        self._begin(title, total)

    def __enter__(self) -> "Steps":
        if self.bar:
            self.bar.start()
        return self

    def __exit__(self, *error: type | BaseException | TracebackType | None) -> None:
        if self.bar:
            self.bar.live.transient = not self.done  # of what had nothing to do, nothing stays
            self.bar.stop()
        self._tell()

    def begin(self, title: str, total: int) -> None:
        """Go on to another step, whose parts are counted from 0."""
        self._tell()
        self._begin(title, total)

    def advance(self) -> None:
        """One more part is done."""
        self.done += 1
        self._show()
        if time.monotonic() - self.told_at > SECONDS:
            self._tell()

    def say(self, text: str) -> None:
        """A line of text above the bar; its colours only where they are seen."""
        self.console.print(Text.from_ansi(text), soft_wrap=True)

    def _begin(self, title, total):
        self.title, self.total, self.done = title, total, 0
        self.told, self.told_at = 0, time.monotonic()
        self._show()

    def _show(self):
        if self.bar:
            count = f"{self.done}/{self.total}" if self.total else ""
            about = {"description": self.title, "total": self.total, "completed": self.done}
            self.bar.update(self.task, done=count, **about)

    def _tell(self):
        if self.bar is None and self.done > self.told:
            self.say(f"{self.title}: {self.done} of {self.total}")
            self.told, self.told_at = self.done, time.monotonic()
