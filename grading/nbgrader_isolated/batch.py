"""What the submissions of one nbgrader command share.

These are what was read for the first of them, and runs begun before nbgrader asks for them.
nbgrader grades one submission after another, and writes much down in between. Meanwhile the next
ones run: that needs no gradebook. Such a run counts only if its cells and files are those that
nbgrader comes with in the end.
"""

import threading
from collections.abc import Callable, Hashable, Iterable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

Made = TypeVar("Made")
Execute = Callable[[Path], Any]


class Batch:
    """The submissions of one command.

    Parameters
    ----------
    coming : iterable of Path
        The submitted notebooks that nbgrader will grade, in its order.
    before : mapping of Path to str
        Hashes of submissions as they were graded before, by notebook.
    """

    def __init__(self, coming: Iterable[Path] = (), before: Mapping[Path, str] = {}) -> None:
        self.coming = list(coming)
        self.kept: dict[Hashable, Any] = {}
        self.begun: dict[Path, Future[Any]] = {}
        self.before = dict(before)
        self.positions = {path: position for position, path in enumerate(self.coming)}

    def keep(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what ``make()`` gives, made once."""
        if key not in self.kept:
            self.kept[key] = make()
        kept: Made = self.kept[key]
        return kept

    def begin(self, path: Path, most: int, execute: Execute) -> None:
        """Begin to run the notebooks of the same name that come next.

        Parameters
        ----------
        path : Path
            The notebook after which they come.
        most : int
            How many may have begun and not been taken.
        execute : callable
            Runs the notebook of a path.
        """
        for following in self.coming[self.positions.get(path, len(self.coming)) + 1 :]:
            if len(self.begun) >= most:
                return
            if following.name == path.name and following not in self.begun:
                future = self.begun[following] = Future()
                # not an executor's thread: Python would wait for that before it ends, when nbgrader
                # is interrupted
                threading.Thread(
                    target=_fulfil, args=(future, execute, following), daemon=True
                ).start()

    def take(self, path: Path) -> Any:
        """Return what was begun for a path, once it has ended; None if nothing was, or it failed.

        What was begun for earlier ones is dropped.
        """
        for earlier in [
            begun for begun in self.begun if self.positions[begun] < self.positions.get(path, 0)
        ]:
            del self.begun[earlier]
        future = self.begun.pop(path, None)
        return future and future.result()

    def settle(self) -> None:
        """Wait until all that was begun has ended."""
        for future in self.begun.values():
            future.result()


def _fulfil(future: Future[Any], execute: Execute, path: Path) -> None:
    try:
        future.set_result(execute(path))
    except Exception:  # nbgrader's own turn at it will tell why
        future.set_result(None)
