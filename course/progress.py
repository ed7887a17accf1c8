"""The progress of a slow step: a bar on a terminal, a line every now and then in a log."""

import time
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

SECONDS = 15  # between two lines in a log, at least


class Steps:
    """The progress of a step, shown for as long as a ``with`` statement lasts.

    Parameters
    ----------
    console : Console
        Where progress is shown.
    title : str
        What is being done, such as ``Grading cost_curves``.
    total : int, optional
        How many parts the step has; None if that is not known yet, or there is nothing to count.
    """

    def __init__(self, console: Console, title: str, total: int | None = None) -> None:
        self.console = console
        self.bar: Progress | None = None
        if console.is_terminal and not console.is_dumb_terminal:
            said, done = TextColumn("{task.description}"), TextColumn("{task.fields[done]}")
            self.bar = Progress(said, BarColumn(), done, TimeElapsedColumn(), console=console)
            self.task = self.bar.add_task(title, total=total, done="")
        self._begin(title, total)

    def __enter__(self) -> Self:
        if self.bar:
            self.bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self.bar:
            self.bar.live.transient = not self.done  # a step that did nothing leaves no bar behind
            self.bar.stop()
        self._tell()

    def begin(self, title: str, total: int | None) -> None:
        """Go on to another step and count its parts from 0."""
        self._tell()
        self._begin(title, total)

    def advance(self) -> None:
        """Count one more part as done."""
        self.done += 1
        self._show()
        if time.monotonic() - self.told_at > SECONDS:
            self._tell()

    def say(self, text: str) -> None:
        """Show a line of text above the bar, its colours only where they are seen."""
        self.console.print(Text.from_ansi(text), soft_wrap=True)

    def _begin(self, title: str, total: int | None) -> None:
        self.title, self.total, self.done = title, total, 0
        self.told, self.told_at = 0, time.monotonic()
        self._show()

    def _show(self) -> None:
        if self.bar:
            self.bar.update(
                self.task,
                description=self.title,
                total=self.total,
                completed=self.done,
                done=f"{self.done}/{self.total}" if self.total else "",
            )

    def _tell(self) -> None:
        if self.bar is None and self.done > self.told:
            self.say(f"{self.title}: {self.done} of {self.total}")
            self.told, self.told_at = self.done, time.monotonic()
