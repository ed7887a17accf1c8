"""The warm process: has imported what notebooks import, and forks a contained process for each role
of each submission.

It is started by exec, has one thread, and never sees a notebook, a test or the gradebook: a fork
inherits its memory. It gets descriptors alone; the fork reads the rest from them.
"""

import contextlib
import gc
import os
import select
import signal
import socket
import sys
import time

from .. import worker
from ..channel import codec
from . import containment
from .leash import Event, tell


def main(descriptor):
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


def _request(requests):
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


def load():
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


def keep(role, sockets):
    """Start a contained process for a role, watch it from outside, and end it when the coordinator
    lets go of the leash.
    """
    control, leash, *rest = sockets
    tier, limits = codec.decode(codec.receive(control.recv))

    def first():
        """The first process inside: starts the one that runs the cells, and says when that has
        ended.
        """
        inner = os.fork()
        if inner == 0:
            leash.close()
            signal.signal(signal.SIGINT, signal.default_int_handler)
            containment.deny_calls()
            # by name, after the walls are up: the student's module runs a student's lines
            sys.modules[f"{worker.__name__}.{role}"].main(control, rest)
            os._exit(0)
        for sock in (control, *rest):
            sock.close()
        while True:
            ended, status, used = os.wait4(-1, 0)
            if ended == inner:
                seconds = used.ru_utime + used.ru_stime
                tell(leash, Event.ENDED, os.waitstatus_to_exitcode(status), seconds)
                select.select([], [], [])

    started, delay = time.monotonic(), Delay()
    # there the files that it writes have no limit but ours
    wait = pause = 0.1 if tier == containment.LANDLOCK else 0.5
    child, scratch = containment.spawn(tier, limits, first)
    for sock in (control, *rest):
        sock.close()
    try:
        while not select.select([leash], [], [], wait)[0]:
            looked = time.monotonic()
            if looked - started > limits["submission_seconds"]:
                break
            if scratch and containment.written_by(child, scratch) > limits["scratch_mb"] << 20:
                tell(leash, Event.FILES)
                break
            if delay.starved(child):
                tell(leash, Event.STARVED)
            # a cell that hoards costs its own test; the copies that other tests talk to stay
            most = limits["submission_memory_mb"] << 20
            if containment.memory_of(child, most) > most:
                tell(leash, Event.MEMORY)
                containment.end_largest(child)
            # a look at many processes takes time: no more than a tenth of all
            wait = max(pause, 10 * (time.monotonic() - looked))
    finally:
        containment.end(child, scratch)  # whatever fails here: nothing goes on unwatched
        os._exit(0)


class Delay:
    """Watches how long processes wait for a processor while they could run."""

    SHARE = 0.2  # of the time since the last look

    def __init__(self):
        self.looked, self.seconds, self.told = time.monotonic(), 0.0, False

    def starved(self, process):
        """Tell, the first time, that a process and what it started waited for too long."""
        now, seconds = time.monotonic(), containment.delay_of(process)
        waited, passed = seconds - self.seconds, now - self.looked
        self.looked, self.seconds = now, seconds
        if self.told or waited < self.SHARE * passed:
            return False
        self.told = True
        return True


if __name__ == "__main__":
    main(int(sys.argv[1]))
