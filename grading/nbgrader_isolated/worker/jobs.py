"""The job of a contained process, and how it reports to the coordinator."""

import contextlib
import os
import socket
import stat
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from ..channel import codec
from . import shell

MOST = 8 << 20  # bytes of a text file that a test and a student's code share


def receive(control: socket.socket) -> dict[str, Any]:
    """Wait for the job; the first message on ``control``."""
    job: dict[str, Any] = codec.decode(codec.receive(control.recv))
    return job


def tell(control: socket.socket, message: tuple[Any, ...]) -> None:
    """Send a message of plain data."""
    codec.send(control, codec.encode(message))


def lay_out(files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files that lie beside the notebook into the scratch folder.

    As in Jupyter, modules can be imported from there.

    Parameters
    ----------
    files : iterable of (str, bytes)
        Relative paths and contents.
    """
    sys.path.insert(0, "")
    for path, data in files:
        write_file(path, data)


def read_file(path: str) -> bytes | None:
    """Return what a plain file of no more than ``MOST`` bytes holds, None where there is none."""
    try:
        # a pipe that nobody writes to would hold up who opens it
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            about = os.fstat(file.fileno())
            return (
                file.read(MOST) if stat.S_ISREG(about.st_mode) and about.st_size <= MOST else None
            )
    except OSError:
        return None


def write_file(path: str, data: bytes | None) -> None:
    """Write a file, or with None remove it."""
    if data is None:
        with contextlib.suppress(OSError):
            os.remove(path)
        return
    if os.path.dirname(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def run_imports(namespace: dict[str, Any], statements: Sequence[str], seconds: float) -> set[str]:
    """Run import statements in a namespace; one that fails is left out.

    Parameters
    ----------
    namespace : dict
        Globals in which they run.
    statements : sequence of str
        The statements.
    seconds : float
        Wall time that each may take.

    Returns
    -------
    set of str
        The names that were bound by those that import ``*``.
    """
    starred: set[str] = set()
    for statement in statements:
        before = dict(namespace) if statement.endswith("import *") else None
        with contextlib.suppress(BaseException), shell.time_limit(seconds):
            exec(statement, namespace)
        if before is not None:
            starred |= {name for name in namespace if namespace[name] is not before.get(name)}
    return starred


class Patience:
    """How long cells may take: once late ones have used up a submission's patience, less."""

    def __init__(self, limits: dict[str, int]) -> None:
        self.whole, self.left = limits["cell_seconds"], float(limits["late_seconds"])

    def seconds(self, short: float) -> float:
        """Return the wall time of the next cell, ``short`` if patience is used up."""
        return self.whole if self.left > 0 else min(self.whole, short)

    def spend(self, seconds: float, allowed: float) -> bool:
        """Take what a cell took; returns whether it was late."""
        late = seconds >= allowed
        self.left -= seconds if late else 0.0
        return late
