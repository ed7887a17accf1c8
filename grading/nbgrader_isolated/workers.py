"""The contained processes as the coordinator sees them: started, listened to, and ended."""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from .channel import codec
from .results import Reason
from .sandbox.leash import BEGIN, Command, Event, Told, command, read
from .worker import ROLES

Made = TypeVar("Made")
GRACE = 2.0  # seconds after a cell's time at which its process is given up
START = 20.0  # seconds that a process may take until it says its first word
TURNS = 100_000  # times that an examiner may turn from one copy to another
DESCRIPTORS = 200  # that one message may carry; the kernel takes 253


# folders of the course that a submission may not see, wherever they lie
hidden: set[str] = set()


class GraderFaultError(Exception):
    """Something of ours failed; the submission is not to blame."""


class KilledFromOutsideError(Exception):
    """A contained process was ended by neither the submission nor its keeper."""


class Forkserver:
    """The warm process, which forks contained processes.

    Raises
    ------
    GraderFaultError
        If it does not start.
    """

    command: tuple[str, ...] = ("-m", f"{__package__}.sandbox.forkserver")

    def __init__(self) -> None:
        self.owner = os.getpid()
        ours, theirs = socket.socketpair()
        environment = {
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "MPLBACKEND": "agg",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "MKL_NUM_THREADS": "1",
            "NBGRADER_EXECUTION": "autograde",
            "PYTHONDONTWRITEBYTECODE": "1",
            "MPLCONFIGDIR": os.environ.get("MPLCONFIGDIR")
            or os.path.expanduser("~/.config/matplotlib"),
        }
        self.process = subprocess.Popen(
            [sys.executable, *self.command, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        theirs.close()
        self.requests = ours
        self.starting = threading.Lock()
        ours.settimeout(120)
        try:
            ready = ours.recv(5) == b"ready"
        except OSError:
            ready = False
        if not ready:
            self.close()
            said = self._last_words()
            raise GraderFaultError(f"the warm process did not start: {said}")

    def _last_words(self) -> str:
        stderr = self.process.stderr
        said = stderr.read().decode(errors="replace").strip() if stderr else ""
        return said[-400:] or "no reason given"

    def start(
        self, role: str, tier: str, limits: Mapping[str, int], sockets: Sequence[socket.socket]
    ) -> tuple[socket.socket, socket.socket]:
        """Start a role of a submission in a contained fork, which waits for its job.

        Returns
        -------
        control, leash : socket.socket
            On which it speaks, and by which it is held.
        """
        control, theirs = socket.socketpair()
        leash, held = socket.socketpair()
        given = [theirs, held, *sockets]
        numbers = [sock.fileno() for sock in given]
        parts = [numbers[i : i + DESCRIPTORS] for i in range(0, len(numbers), DESCRIPTORS)]
        try:
            with self.starting:  # runs ahead ask at the same time
                for part in parts:
                    word = bytes([ROLES.index(role), part is not parts[-1]])
                    socket.send_fds(self.requests, [word], part)
            for sock in given:
                sock.close()
            control.settimeout(START)
            told = dict(limits) | {"hidden": sorted(hidden)}
            codec.send(control, codec.encode((tier, told)))
        except OSError as error:
            raise GraderFaultError(f"the warm process does not answer ({error})") from None
        return control, leash

    def close(self) -> None:
        """End the warm process."""
        if self.owner == os.getpid():
            self.requests.close()
            self.process.terminate()
            self.process.wait()


class Worker:
    """One role of a submission, while it runs."""

    def __init__(
        self,
        server: Forkserver,
        role: str,
        tier: str,
        limits: Mapping[str, int],
        sockets: Sequence[socket.socket],
    ) -> None:
        self.role, self.limits = role, limits
        self.control, self.leash = server.start(role, tier, limits, sockets)
        self.heard, self.most = 0, 0
        self.told: list[Told] = []

    def begin(self, job: Mapping[str, Any]) -> None:
        """Give the role its job."""
        self.most = 3 * len(job["cells"]) + (TURNS if self.role == "examiner" else 10)
        try:
            codec.send(self.control, codec.encode(dict(job)))
        except OSError:
            raise KilledFromOutsideError("a contained process ended before it began") from None

    def messages(self, end: float, seconds: Callable[[], float]) -> Iterator[tuple[Any, ...]]:
        """Yield what the role says, until it is done.

        Parameters
        ----------
        end : float
            When the submission's time is up, by ``time.monotonic``.
        seconds : callable
            Gives the wall time of a cell from now on.

        Raises
        ------
        EOFError
            If it has ended before.
        TimeoutError
            If a cell took much longer than it may.
        CodecError
            If what it says makes no sense.
        """
        wait = START + seconds()
        while True:
            self._wait_for_word(min(wait, end - time.monotonic()))
            self.control.settimeout(seconds() + GRACE)
            message = codec.decode(codec.receive(self.control.recv), simple=True)
            self.heard += 1
            if type(message) is not tuple or len(message) < 1 or self.heard > self.most:
                raise codec.CodecError("its messages make no sense")
            if message[0] == "done":
                return
            if len(message) < 2:
                raise codec.CodecError("its messages make no sense")
            yield message
            wait = seconds() + 2 * GRACE

    def _wait_for_word(self, seconds: float) -> None:
        """Wait until the role has said something; a process of its own may hold its end open."""
        end = time.monotonic() + seconds
        while True:
            ready = select.select(
                [self.control, self.leash], [], [], max(0.0, end - time.monotonic())
            )[0]
            if self.control in ready:
                return
            if not ready:
                raise TimeoutError
            self._listen_to_keeper()
            if self.events & {Event.ENDED, Event.CLOSED}:
                if select.select([self.control], [], [], 0.05)[0]:
                    return
                raise EOFError

    def part_copies(self) -> bool:
        """Stop the copies that tests talk to, once the cells have run.

        Returns
        -------
        bool
            Whether they share nothing, so that `let_go` may be called.

        Raises
        ------
        EOFError
            If the keeper has ended all.
        KilledFromOutsideError
            If the keeper was killed.
        """
        command(self.leash, BEGIN)
        end = time.monotonic() + START
        while (left := end - time.monotonic()) > 0 and select.select([self.leash], [], [], left)[0]:
            self.told += read(self.leash)
            if Event.FILES in self.events:
                raise EOFError
            if Event.CLOSED in self.events:
                raise KilledFromOutsideError("the keeper of a contained process was killed")
            if self.events & {Event.APART, Event.TOGETHER}:
                break
        return Event.APART in self.events

    def let_go(self, number: int, begins: bool, hands_on: bool) -> None:
        """Let the copy run that a test talks to, and no other.

        ``begins`` tells that the test has not asked before, ``hands_on`` that later ones may ask
        its copy.
        """
        command(self.leash, Command(number, begins, hands_on))

    def go_on(self) -> None:
        """Let the role go on behind the word that it told last."""
        self.control.send(b".")

    def _listen_to_keeper(self, wait: float = 0.0) -> None:
        if not self.events & {Event.ENDED, Event.CLOSED}:
            self.told += read(self.leash, wait)

    @property
    def events(self) -> set[Event]:
        """What the keeper has told."""
        return {each.event for each in self.told}

    @property
    def starved(self) -> bool:
        """Whether others took the machine's time."""
        self._listen_to_keeper()
        return Event.STARVED in self.events

    def why_it_ended(self) -> Reason:
        """Say why the process ended before it was done.

        Raises
        ------
        KilledFromOutsideError
            If neither the submission nor its keeper ended it.
        """
        self._listen_to_keeper(5.0)
        if Event.FILES in self.events:
            return Reason.FILES
        ended = next((each for each in self.told if each.event == Event.ENDED), None)
        if ended is None:
            raise KilledFromOutsideError("the keeper of a contained process was killed")
        if ended.code == -signal.SIGXCPU or ended.seconds > self.limits["cpu_seconds"] - 1:
            return Reason.PROCESSOR_TIME
        if ended.code == -signal.SIGALRM:  # of a cell that went on when its time was up
            return Reason.LATE
        if ended.code != -signal.SIGKILL:
            return Reason.EXITED
        if Event.MEMORY in self.events:
            return Reason.MEMORY
        raise KilledFromOutsideError("a contained process was killed from outside")

    def end(self) -> None:
        """Let go of the process; its keeper kills it."""
        self.control.close()
        self.leash.close()


_servers: dict[int, Forkserver] = {}
_starting = threading.Lock()
_tier: list[str | None] = []


def server(fresh: bool = False) -> Forkserver:
    """Return the warm process of this process, started when first needed.

    Parameters
    ----------
    fresh : bool
        Replace it.
    """
    with _starting:
        current = _servers.get(os.getpid())
        if current is None or fresh or current.process.poll() is not None:
            if current is not None:
                current.close()
            _allow_many_descriptors()
            _servers[os.getpid()] = current = Forkserver()
        return current


def twice(run: Callable[[Forkserver], Made]) -> Made:
    """Return what ``run`` gives with the warm process, or else with a fresh one.

    Raises
    ------
    GraderFaultError, OSError
        If both fail.
    """
    try:
        return run(server())
    except (GraderFaultError, OSError):
        return run(server(fresh=True))


def _allow_many_descriptors() -> None:
    """Raise the limit of open files: each test cell of a run needs two."""
    import resource  # not on every system

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65_536 if hard == resource.RLIM_INFINITY else min(hard, 65_536)
    if soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def warm_up() -> None:
    """Start the warm process while this one does something else."""

    def start() -> None:
        # a failure is told when the process is needed
        with contextlib.suppress(GraderFaultError, OSError):
            server()

    threading.Thread(target=start, daemon=True).start()


def tier() -> str | None:
    """Return the tier of containment that holds here, None if neither does; looked up once."""
    if not _tier:
        if sys.platform == "linux":
            from .sandbox import containment  # made for Linux alone

            _tier.append(containment.strongest())
        else:
            _tier.append(None)
    return _tier[0]


def why_no_tier() -> str:
    """Return why no tier of containment holds on this machine, in one text."""
    if sys.platform != "linux":
        return "Linux is needed"
    from .sandbox import containment  # made for Linux alone

    return containment.reasons()


@atexit.register
def _stop() -> None:
    current = _servers.pop(os.getpid(), None)
    if current is not None:
        current.close()
