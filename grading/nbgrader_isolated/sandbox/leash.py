"""What a keeper tells the coordinator of the process that it watches.

The leash is a socket between the two. The keeper, and the first process inside, write events on it.
The coordinator says on it when the cells have run, and which test asks next; when it closes its
end, the keeper ends all.
"""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import time
from dataclasses import dataclass
from enum import IntEnum


class Event(IntEnum):
    """What may be told."""

    ENDED = 0  # the process that ran the cells, with its exit code and processor seconds
    MEMORY = 1  # the keeper killed the one of its processes that held most memory
    FILES = 2  # the keeper ends all: too much is written
    STARVED = 3  # other processes took the machine's time
    CLOSED = 4  # the keeper itself is gone
    APART = 5  # the copies that tests talk to share nothing, and wait for their turns
    TOGETHER = 6  # or they may share something


@dataclass(frozen=True)
class Told:
    """An event, with exit code and processor seconds where it is `Event.ENDED`."""

    event: Event
    code: int = 0
    seconds: float = 0.0


_FORM = struct.Struct("<Bid")
_COMMAND = struct.Struct("<i??")


@dataclass(frozen=True)
class Command:
    """That a test asks next.

    ``begins`` tells that it has not asked before, ``hands_on`` that later ones may ask its copy.
    """

    number: int
    begins: bool = True
    hands_on: bool = True


BEGIN = Command(-1)  # names no test


def tell(leash: socket.socket, event: Event, code: int = 0, seconds: float = 0.0) -> None:
    """Write an event; the other end may be closed already."""
    with contextlib.suppress(OSError):
        leash.send(_FORM.pack(event, code, seconds))


def read(leash: socket.socket, wait: float = 0.0) -> list[Told]:
    """Read what was told, and wait so many seconds for `Event.ENDED` or `Event.CLOSED`."""
    told: list[Told] = []
    end = time.monotonic() + wait
    while not _over(told) and select.select([leash], [], [], max(0.0, end - time.monotonic()))[0]:
        try:
            data = leash.recv(_FORM.size, socket.MSG_WAITALL)
        except OSError:
            data = b""
        whole = len(data) == _FORM.size
        told.append(Told(Event(data[0]), *_FORM.unpack(data)[1:]) if whole else Told(Event.CLOSED))
    return told


def _over(told: list[Told]) -> bool:
    return any(each.event in (Event.ENDED, Event.CLOSED) for each in told)


def command(leash: socket.socket, told: Command) -> None:
    """Tell the keeper which test asks next, or `BEGIN`."""
    with contextlib.suppress(OSError):
        leash.send(_COMMAND.pack(told.number, told.begins, told.hands_on))


def commanded(leash: socket.socket) -> Command | None:
    """Return the next command, None if the other end has let go."""
    try:
        data = leash.recv(_COMMAND.size, socket.MSG_WAITALL)
    except OSError:
        data = b""
    return Command(*_COMMAND.unpack(data)) if len(data) == _COMMAND.size else None
