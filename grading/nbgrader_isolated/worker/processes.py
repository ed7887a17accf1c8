"""``multiprocessing`` without signals and without the system's shared memory.

Processes end themselves when they are told, and locks are pipes.
"""

from __future__ import annotations

import contextlib
import fcntl
import multiprocessing
import os
import select
import struct
import termios
import threading
import time
import types
import weakref
from collections.abc import Callable
from multiprocessing import heap, popen_fork, process, synchronize
from typing import Any

PIPE = 1 << 15  # bytes, fewer than a pipe holds
RECURSIVE = 0  # kind of a lock that its owner may take again


def do_without_the_system() -> None:
    """Have ``multiprocessing`` do without signals, and without ``/dev/shm``."""
    fork = multiprocessing.get_context("fork")
    for owner, name, own in (
        # forkserver, the newest Pythons' own way, needs sockets
        (multiprocessing.context._default_context, "_default_context", fork),
        (synchronize, "_multiprocessing", types.SimpleNamespace(SemLock=PipeLock)),
        (heap.Arena, "_dir_candidates", []),
        (popen_fork.Popen, "_send_signal", _tell),
        (process.BaseProcess, "_bootstrap", _listening(vars(process.BaseProcess)["_bootstrap"])),
    ):
        setattr(owner, name, own)


def _tell(started: Any, number: int) -> None:
    """Tell a process to end, by the pipe in which it would see its parent end."""
    if started.returncode is None:
        with contextlib.suppress(OSError):
            os.write(started.finalizer._args[1], bytes([number]))


def _listening(bootstrap: Callable[..., int]) -> Callable[..., int]:
    """Have a process end when it is told."""

    def listen(parent: int) -> None:
        told = os.read(parent, 1)
        if told:
            os._exit(128 + told[0])

    def bootstrapped(self: Any, parent_sentinel: int) -> int:
        threading.Thread(target=listen, args=(parent_sentinel,), daemon=True).start()
        return bootstrap(self, parent_sentinel)

    return bootstrapped


class PipeLock:
    """As ``_multiprocessing.SemLock``: a semaphore of ``value`` that goes up to ``maxvalue``.

    Its pipe holds a byte for each time that it can be acquired; where that is more often than a
    pipe holds, a byte for each time that it was.
    """

    def __init__(
        self, kind: int, value: int, maxvalue: int, name: str | None = None, unlink: bool = True
    ) -> None:
        self.kind, self.maxvalue, self.name, self.handle = kind, maxvalue, None, 0
        self.most = value if value > PIPE else 0
        self.held, self.owner = 0, 0
        self.reads, self.writes = os.pipe()
        for end in (self.reads, self.writes):
            os.set_blocking(end, False)
            weakref.finalize(self, os.close, end)
        os.write(self.writes, b"" if self.most else bytes(value))

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take the lock, waiting up to ``timeout`` seconds; return whether it was taken."""
        if self.kind != RECURSIVE or not self._is_mine():
            if self.most:
                self._put()
            elif not self._take(timeout if block else 0):
                return False
        self.held, self.owner = self.held + 1, threading.get_ident()
        return True

    def release(self) -> None:
        """Give the lock back.

        Raises
        ------
        AssertionError, ValueError
            As ``SemLock`` does where there is nothing to give back.
        """
        if self.kind == RECURSIVE:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self.held > 1:
                self.held -= 1
                return
        elif self._get_value() >= self.maxvalue:
            raise ValueError("semaphore or lock released too many times")
        self.held -= 1
        if self.most:
            self._take(0)
        else:
            self._put()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def _put(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.write(self.writes, b".")

    def _take(self, seconds: float | None) -> bool:
        end = None if seconds is None else time.monotonic() + seconds
        while True:
            with contextlib.suppress(BlockingIOError):
                os.read(self.reads, 1)
                return True
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                return False
            select.select([self.reads], [], [], left)

    def _get_value(self) -> int:
        inside: int = struct.unpack("i", fcntl.ioctl(self.reads, termios.FIONREAD, bytes(4)))[0]
        return self.most - inside if self.most else inside

    def _is_zero(self) -> bool:
        return self._get_value() == 0

    def _count(self) -> int:
        return self.held

    def _is_mine(self) -> bool:
        return self.held > 0 and self.owner == threading.get_ident()

    def _after_fork(self) -> None:
        self.held = 0
