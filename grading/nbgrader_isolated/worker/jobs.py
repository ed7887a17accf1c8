"""The job of a contained process, and how it reports to the coordinator."""

import contextlib
import os
import socket
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from ..channel import codec
from . import shell


def receive(control: socket.socket) -> dict[str, Any]:
    """Wait for the job; the first message on ``control``."""
    job: dict[str, Any] = codec.decode(codec.receive(control.recv))
    return job


def tell(control: socket.socket, message: tuple[Any, ...]) -> None:
    """Send a message of plain data."""
    codec.send(control, codec.encode(message))


def lay_out(files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files that lie beside the notebook into the scratch folder, from which, as in
    Jupyter, modules can be imported.

    ``files`` are (relative path, bytes).
    """
    sys.path.insert(0, "")
    for path, data in files:
        if os.path.dirname(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)


def run_imports(namespace: dict[str, Any], statements: Sequence[str], seconds: float) -> None:
    """Run import statements in a namespace; one that fails is left out."""
    for statement in statements:
        with contextlib.suppress(BaseException), shell.time_limit(seconds):
            exec(statement, namespace)


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
