"""The warm process, which forks a contained process for each role of each submission.

It has imported what notebooks import. It is started by exec, has one thread, and never sees a
notebook, a test or the gradebook: a fork inherits its memory. It gets descriptors alone; the fork
reads the rest from them.
"""

import contextlib
import functools
import gc
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Mapping
from typing import Any, NoReturn

from .. import worker
from ..channel import codec
from . import containment, contents, linux, watch
from .leash import BEGIN, Event, commanded, tell
from .turns import Turns


def main(descriptor: int) -> None:
    """Serve requests on the socket ``descriptor`` until its other end closes."""
    requests = socket.socket(fileno=descriptor)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    load()
    requests.sendall(b"ready")
    # nobody reads on: what submissions write there would fill the pipe and hold up later ones
    os.dup2(1, 2)
    while (request := _request(requests)) is not None:
        role, descriptors = request
        if os.fork() == 0:
            try:
                requests.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                keep(role, [socket.socket(fileno=number) for number in descriptors])
            finally:
                os._exit(1)
        for number in descriptors:
            os.close(number)


def _request(requests: socket.socket) -> tuple[str, list[int]] | None:
    """Wait for the next role to start, and its descriptors, which come in several messages.

    Returns None when nobody asks any more.
    """
    descriptors = []
    while True:
        word, part, _, _ = socket.recv_fds(requests, 2, 250)
        if not word:
            return None
        descriptors += part
        role, more = word
        if not more:
            return worker.ROLES[role], descriptors


def load() -> None:
    """Import what notebooks import, once; a course need not have matplotlib or pandas."""
    import numpy.testing  # noqa: F401

    from ..worker import examiner, shell, student  # noqa: F401

    with contextlib.suppress(ImportError):
        from ..channel import pandas_forms  # noqa: F401
    with contextlib.suppress(ImportError):
        import matplotlib

        matplotlib.use("agg")
        import matplotlib.pyplot

        shell.Shell.instance().run(
            "import matplotlib.pyplot as plt\nplt.figure(); plt.close('all')\ndel plt"
        )
    shell.Shell.instance().run("1 / 0")  # what shows tracebacks is imported and filled late
    gc.collect()
    gc.freeze()
    # a collection writes to every page that holds an object: a fork has to copy each of them first
    gc.set_threshold(50_000, 20, 20)
    linux.use_large_pages()


def keep(role: str, sockets: list[socket.socket]) -> NoReturn:
    """Start a contained process for a role, and watch it from outside.

    It ends when the coordinator lets go of the leash.

    Parameters
    ----------
    role : str
        Student or examiner (see `worker.ROLES`).
    sockets : list of socket.socket
        On which the role speaks; the leash; and one for each test cell.
    """
    control, leash, *rest = sockets
    tests = [os.fstat(sock.fileno()).st_ino for sock in rest]
    outside, inside = socket.socketpair()
    tier, limits = codec.decode(codec.receive(control.recv))
    limits["processes"] += len(rest)  # each test talks to a copy of the student's process

    def first() -> None:
        """Start, as the first process inside, the one that runs the cells.

        Says when that has ended, and looks after the files from then on.
        """
        outside.close()
        inner = os.fork()
        if inner == 0:
            leash.close()
            inside.close()
            signal.signal(signal.SIGINT, signal.default_int_handler)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            containment.filter_calls(tier)
            # by name, after the walls are up: the student's module runs a student's lines
            sys.modules[f"{worker.__name__}.{role}"].main(control, rest)
            os._exit(0)
        for sock in (control, *rest):
            sock.close()
        ended = 0
        while ended != inner:
            ended, status, used = os.wait4(-1, 0)
        seconds = used.ru_utime + used.ru_stime
        tell(leash, Event.ENDED, os.waitstatus_to_exitcode(status), seconds)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        contents.serve(inside, os.getcwd(), limits["scratch_mb"] << 20)

    started, delay = time.monotonic(), Delay()
    crowd = Crowd(limits["processes"]) if tier == containment.LANDLOCK and os.geteuid() else None
    # there the files that it writes have no limit but ours
    wait = pause = 0.1 if tier == containment.LANDLOCK else 0.5
    child, scratch = containment.spawn(tier, limits, first)
    for sock in (control, inside, *rest):
        sock.close()
    turns = Turns(child, outside, tests)
    overfull = functools.partial(_overfull, child, scratch, limits)
    try:
        while True:
            if select.select([leash], [], [], wait)[0]:
                if not _obey(leash, turns):
                    break
                continue
            looked = time.monotonic()
            if looked - started > limits["submission_seconds"]:
                break
            if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                break
            # what a test asks for costs that test alone
            if overfull() and not turns.end_for_room(overfull):
                tell(leash, Event.FILES)
                break
            if delay.starved(child) or (crowd and crowd.leaves_no_room(child)):
                tell(leash, Event.STARVED)
            # a cell that hoards costs its own test; the copies that other tests talk to stay
            most = limits["submission_memory_mb"] << 20
            if watch.memory(child, most) > most:
                tell(leash, Event.MEMORY)
                watch.end_largest(child, turns.waiting())
            # a look at many processes takes time: no more than a tenth of all
            wait = max(pause, 10 * (time.monotonic() - looked))
    finally:
        watch.end(child, scratch)  # whatever fails here: nothing goes on unwatched
        os._exit(0)


def _obey(leash: socket.socket, turns: Turns) -> bool:
    """Do what the coordinator says; returns whether there is anything left to keep."""
    told = commanded(leash)
    if told == BEGIN:
        tell(leash, Event.APART if turns.begin() else Event.TOGETHER)
        return True
    return told is not None and turns.next(told)


def _overfull(child: int, scratch: str | None, limits: Mapping[str, Any]) -> bool:
    """Return whether a process has written more than it may; in memory the kernel sees to that."""
    if scratch is None:
        return False
    held, files = watch.written(child, scratch)
    return bool(held > limits["scratch_mb"] << 20 or files > limits["scratch_files"])


class Delay:
    """Watches how long processes wait for a processor that others have.

    What makes more of its own work than the machine has processors for waits for itself.
    """

    SHARE = 0.2  # of the time since the last look

    def __init__(self) -> None:
        self.looked, self.told = time.monotonic(), False
        self.waited = self.used = 0.0
        self.processors = len(os.sched_getaffinity(0))

    def starved(self, process: int) -> bool:
        """Tell, the first time, that a process and what it started waited for too long."""
        now, (waited, used) = time.monotonic(), watch.processor_time(process)
        least = self.SHARE * (now - self.looked)
        others = self.processors * (now - self.looked) - (used - self.used)
        late = waited - self.waited >= least and others >= least
        self.looked, self.waited, self.used = now, waited, used
        if self.told or not late:
            return False
        self.told = True
        return True


class Crowd:
    """Watches what other processes of the same user leave of the ``most`` that one may have.

    The kernel counts those of a user together: one submission can keep another from starting any.
    """

    SPARE = 10

    def __init__(self, most: int) -> None:
        self.most, self.before = most, watch.tasks_of(os.geteuid())

    def leaves_no_room(self, process: int) -> bool:
        """Return whether others have taken what a process might have started."""
        others = watch.tasks_of(os.geteuid()) - watch.tasks(process) - self.before
        return others > self.most // 2 - self.SPARE


if __name__ == "__main__":
    main(int(sys.argv[1]))
