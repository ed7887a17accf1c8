"""The copies of a student's process take turns: while a test asks one, the others are stopped.

Whatever a copy wrote or started is gone before another goes on. So that nothing else passes
between them, each must be one thread that holds one descriptor, its test's socket, when the first
test is asked. A student's code may have prevented that: the keeper looks, from outside.
"""

import contextlib
import functools
import os
import signal
import socket
import time
from collections.abc import Callable, Collection, Iterator, Sequence

from . import contents, folders, watch
from .leash import Command

PATIENCE = 3.0  # seconds until the copies are at rest, or all else has ended
PAUSE = 0.002  # between looks, each of which takes as long
STILL = set("TtZXD")  # letters of processes that run nothing


class Turns:
    """Who of the processes inside may run.

    ``first`` is the first of them, which has the other end of ``inside``; ``tests`` are the numbers
    of the tests' sockets, in order.
    """

    def __init__(self, first: int, inside: socket.socket, tests: Sequence[int]) -> None:
        self.first, self.inside = first, inside
        self.order = [f"socket:[{number}]" for number in tests]
        self.links = set(self.order)
        self.copies: dict[str, int] = {}
        self.home = ""  # the scratch folder, as it is called inside
        self.running: int | None = None
        self.asked: set[str] = set()  # what had a turn
        self.over: list[str] = []  # of these what gets no other
        inside.settimeout(60)

    def begin(self) -> bool:
        """Stop all copies; returns whether they share nothing. The cells have run by now."""
        with _rights_of(self.first):
            if not _until(self._is_busy, self._inside()):
                return False
            self._stop()
            _until(_runs, self._inside())
            self.home = os.readlink(f"/proc/{self.first}/cwd")
            return self._part() and self._tell(contents.KEEP)

    def _part(self, again: bool = True) -> bool:
        """Find the copies, which are stopped, and end all else; returns whether they are alone."""
        inside = self._inside()
        stopped = {process for process in inside if watch.state(process) == "T"}
        copies = self._copies(inside)
        if copies is None or not stopped.issuperset(copies.values()):
            return False
        self.copies = copies
        if self._others():
            # the end of another may let a copy go on: so all is looked at once more
            return again and self._end_others() and self._part(again=False)
        return not (
            any(map(_shares_memory, copies.values()))
            or (self._has_files() and any(map(self._has_mapped, copies.values())))
            or watch.is_one_memory([*copies.values()])
        )

    def _has_files(self) -> bool:
        """Return whether there may be files in the scratch folder, removed ones too."""
        about = os.statvfs(f"/proc/{self.first}/cwd")
        return about.f_files - about.f_ffree != 1  # a folder in memory that is empty

    def _has_mapped(self, process: int) -> bool:
        """Return whether a process has a file of the scratch folder in its memory.

        Even to read one that is removed takes room, where it has holes, and one that is not removed
        could not be put back where its room is needed.
        """
        text = watch.maps(process)
        return not text or b" %s/" % os.fsencode(self.home) in text

    def next(self, told: Command) -> bool:
        """Let another copy go on: that of a test, which may have had its turn before.

        Until then the one that runs is stopped, what it started ended, and the files put back. It
        is ended itself when another test begins, if no later one may ask it: what it holds (open
        files, threads, room) others could find.
        """
        self._stop()
        if told.begins:
            for link in self.over:
                self.copies.pop(link, None)
            self.over.clear()
        if not told.hands_on:
            self.over.append(self.order[told.number])
        if not self._end_others():
            return False
        self._stop()  # the end of what it started may have let it go on
        # what copies hold that were asked may leave no room to put anything back
        if not self._tell(contents.PUT_BACK) and not (
            self._end_asked(self.asked) and self._tell(contents.PUT_BACK)
        ):
            return False
        self.asked.add(self.order[told.number])
        self.running = self.copies.get(self.order[told.number])
        if self.running in watch.children(self.first):
            os.kill(self.running, signal.SIGCONT)
        return True

    def end_for_room(self, is_overfull: Callable[[], bool]) -> bool:
        """End the copies that were asked and hold removed files, or else the one that runs.

        What they wrote is gone before another runs. Returns whether there are copies that take
        turns: if there are none yet, the cells have written too much.
        """
        if not self.copies:
            return False
        others = {it: link for link, it in self.copies.items() if it != self.running}
        holding = {link for it, link in others.items() if watch.holds_removed(it, self.home)}
        if self._end_asked(holding) and is_overfull():
            self._end_asked(self.asked - {*others.values()})
        return True

    def waiting(self) -> set[int]:
        """Return the copies that no test has asked: what they hold is what the cells left them."""
        if self.copies:
            return {it for link, it in self.copies.items() if link not in self.asked}
        held = {process: watch.held(process) or [] for process in self._inside()}
        return {it for it, links in held.items() if len(links) == 1 and self.links & {*links}}

    def _end_asked(self, links: Collection[str]) -> bool:
        for link in self.asked.intersection(links):
            self.copies.pop(link, None)
        return self._end_others()

    def _tell(self, word: bytes) -> bool:
        try:
            self.inside.send(word)
            return self.inside.recv(1) == contents.DONE
        except OSError:
            return False

    def _inside(self) -> list[int]:
        return watch.family(self.first)[1:]

    def _stop(self) -> None:
        # all at once, so that none can fork out of reach; they cannot leave their group
        os.killpg(self.first, signal.SIGSTOP)
        os.kill(self.first, signal.SIGCONT)

    def _others(self) -> list[int]:
        """Return what is inside and no copy; what has lost its parent comes to the first."""
        found = watch.children(self.first)
        found += watch.family(self.running)[1:] if self.running else []
        others = set(found) - set(self.copies.values())
        return [process for process in others if watch.state(process) not in "ZX"]

    def _end_others(self) -> bool:
        """End every process but the copies; returns whether they are gone."""
        end = time.monotonic() + PATIENCE
        while others := self._others():
            if time.monotonic() > end:
                return False
            for process in others:
                watch.end_one(process, PATIENCE)
        return True

    def _is_busy(self, process: int) -> bool:
        """Return whether a copy has not closed yet what it would: its streams come last."""
        links = watch.held(process)
        return links is None or (os.devnull in links and not self.links.isdisjoint(links))

    def _copies(self, inside: Sequence[int]) -> dict[str, int] | None:
        """Return the process that holds each test's socket, None if one holds anything else."""
        found: dict[str, int] = {}
        home = os.stat(f"/proc/{self.first}/cwd")
        for process in inside:
            links = watch.held(process)
            if links is None:
                return None
            if self.links.isdisjoint(links):
                continue
            if len(links) > 1 or links[0] in found or not _is_alone(process, home):
                return None
            found[links[0]] = process
        return found


def _runs(process: int) -> bool:
    return watch.state(process) not in STILL


def _is_alone(process: int, home: os.stat_result) -> bool:
    """Return whether a process is one thread, has started none and stands in the scratch folder."""
    try:
        return (
            os.path.samestat(os.stat(f"/proc/{process}/cwd"), home)
            and len(watch.threads(process)) == 1
            and not watch.children(process)
        )
    except OSError:
        return False


def _shares_memory(process: int) -> bool:
    """Return whether a process may write where others read: in a file of its own that it mapped."""
    shared = watch.shared_mappings(process)
    return shared is None or not all(
        any(path.startswith(f"{folder}/") for folder in _shown()) for path in shared
    )


@functools.cache
def _shown() -> tuple[str, ...]:
    return tuple(map(os.path.realpath, folders.shown()))


def _until(is_so: Callable[[int], bool], processes: list[int]) -> bool:
    """Wait until something is so of no process any more; returns whether that comes in time."""
    end = time.monotonic() + PATIENCE
    while processes := list(filter(is_so, processes)):
        if time.monotonic() > end:
            return False
        time.sleep(PAUSE)
    return True


@contextlib.contextmanager
def _rights_of(process: int) -> Iterator[None]:
    """Look as the user of a process: root of a container may not see what others hold."""
    about = os.stat(f"/proc/{process}")
    if os.geteuid() != 0:
        yield
        return
    os.setegid(about.st_gid)
    os.seteuid(about.st_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
