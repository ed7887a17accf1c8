"""The student's process: runs every cell but the tests, and leaves at each test cell a copy of
itself that answers the test.
"""

import os
import random
import socket
import time
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ..channel import exceptions, proxies
from ..channel.peer import Peer, PeerLostError
from . import jobs, names, shell


def main(control: socket.socket, sockets: Sequence[socket.socket]) -> None:
    """Run a submission's cells.

    ``sockets`` are this side's ends, one for each test cell, in order.
    """
    job = jobs.receive(control)
    jobs.lay_out(job["files"])
    patience = jobs.Patience(job["limits"])
    run = shell.Shell.instance()
    run.settle()
    run.most = job["limits"]["cell_characters"]
    remaining = iter(sockets)
    followed = names.followed(job["cells"])
    for position, cell in enumerate(job["cells"]):
        seconds, started = patience.seconds(1.0), time.monotonic()
        if cell["role"] == "tests":
            sock = next(remaining)
            files = {name: jobs.read_file(name) for name in cell["files"]}
            if not cell["skip"] and os.fork() == 0:
                control.close()
                for other in remaining:
                    other.close()
                answer(sock, run.user_ns, patience.whole, files)
            sock.close()
            if position in followed and not cell["skip"]:
                # as in the student's own notebook: later cells go on from what this one leaves
                jobs.tell(control, ("begins", position))
                run.run(cell["shows"], seconds, position + 1)
                shell.figures()
            else:
                jobs.run_imports(run.user_ns, cell["imports"], seconds)
        elif not cell["skip"]:
            jobs.tell(control, ("begins", position))
            outputs, _ = run.run(cell["source"], seconds, position + 1)
            jobs.tell(control, ("outputs", position, outputs + shell.figures()))
            patience.spend(time.monotonic() - started, seconds)
    jobs.tell(control, ("done",))
    os._exit(0)


def answer(
    sock: socket.socket,
    namespace: dict[str, Any],
    seconds: float,
    files: Mapping[str, bytes | None],
) -> None:
    """Answer one test cell's requests from a copy of the student's process, then end.

    ``files`` are as they were when the copy was taken.
    """
    shell.Shell.instance().leave_loop()
    try:
        shell.in_loop(Snapshot(sock, namespace, seconds, files).serve)
    except BaseException:
        pass
    finally:
        os._exit(0)


class Callback:
    """A function of a test's own, seen from the student's process."""

    def __init__(self, peer, number):
        self._peer, self._number = peer, number

    def number_of(self, peer):
        return self._number if peer is self._peer else None

    def __call__(self, *arguments, **keywords):
        return proxies.request(self._peer, "callback", self, arguments, keywords)


KEPT = 3  # exceptions before the last whose tracebacks can be shown


class Snapshot(Peer):
    """Serves a test cell."""

    def __init__(
        self,
        sock: socket.socket,
        namespace: dict[str, Any],
        seconds: float,
        files: Mapping[str, bytes | None],
    ) -> None:
        super().__init__(sock, 0, proxies.label, lambda peer, number, _: Callback(peer, number))
        self.files = dict(files)
        self.namespace, self.seconds, self.printed = namespace, seconds, []
        self.raised, self.count = {}, 0

    def heard(self, printed):
        """The examiner's answer to a callback; what that printed is the examiner's."""

    def answer(self, request):
        kind, *words = request
        self.printed, outer = [], self.printed
        try:
            with shell.redirect_streams(self.stream), shell.time_limit(self.seconds):
                value = getattr(self, f"do_{kind}")(*words)
            answer = "return", value, self.printed
        except Exception as error:
            answer = "raise", described(error), self.printed, self.keep(error)
        except PeerLostError:
            raise
        except BaseException as error:
            answer = (
                "raise",
                ("RuntimeError", [f"{type(error).__name__}: {error}"]),
                self.printed,
                self.keep(error),
            )
        finally:
            self.printed = outer
        return answer

    def stream(self, name, text):
        if sum(len(part) for _, part in self.printed) < shell.Shell.most:
            self.printed.append((name, text[: shell.Shell.most]))

    def keep(self, error):
        """Keep an exception, in case its traceback is asked for, and number it."""
        self.raised, self.count = (
            {self.count: error} | dict(list(self.raised.items())[:KEPT]),
            self.count + 1,
        )
        return self.count - 1

    # ---- what a test may ask

    def do_limit(self, seconds):
        self.seconds = min(self.seconds, seconds)

    def do_trace(self, number):
        return trace(self.raised[number]) if number in self.raised else []

    def do_get(self, name):
        try:
            return self.namespace[name]
        except KeyError:
            raise NameError(f"name '{name}' is not defined") from None

    def do_bind(self, name: str, value: Any) -> None:
        self.namespace[name] = value

    def do_unbind(self, name: str) -> None:
        self.namespace.pop(name, None)

    def do_import(self, statement: str) -> None:
        exec(statement, self.namespace)

    def do_read_file(self, name: str) -> bytes | None:
        if name in self.files:  # the first to ask: every cell has run by now
            jobs.write_file(name, self.files.pop(name))
        return jobs.read_file(name)

    def do_write_file(self, name: str, data: bytes | None) -> None:
        jobs.write_file(name, data)

    def do_origin(self, name: str) -> tuple[str, str]:
        return names.origin(self.do_get(name))

    def do_call(self, function, arguments, keywords):
        return function(*arguments, **keywords)

    def do_call_back(self, function, arguments, keywords):
        """As ``call``, and the arguments as the call left them."""
        value = function(*arguments, **keywords)
        return value, arguments, keywords

    def do_method(self, value, name, arguments, keywords):
        return self.do_attribute(value, name)(*arguments, **keywords)

    def do_method_back(self, value, name, arguments, keywords):
        return self.do_method(value, name, arguments, keywords), arguments, keywords

    def do_attribute(self, value, name):
        if type(name) is not str or name.startswith("_"):
            raise AttributeError(name)
        return getattr(value, name)

    def do_assign(self, value, name, new):
        if type(name) is not str or name.startswith("_"):
            raise AttributeError(name)
        setattr(value, name, new)

    def do_length(self, value):
        return len(value)

    def do_item(self, value, key):
        return value[key]

    def do_put(self, value, key, new):
        value[key] = new

    def do_iterate(self, value):
        return _Iteration(iter(value))

    def do_next(self, iteration):
        try:
            return True, next(iteration.source if type(iteration) is _Iteration else iteration)
        except StopIteration:
            return False, None

    def do_isinstance(self, value, kind):
        return bool(isinstance(value, kind))

    def do_issubclass(self, value, kind):
        return bool(issubclass(value, kind))

    def do_random(self, numpy_state, python_state):
        """Take over the test's states of the global generators, if it gives any, and return those
        here.
        """
        if numpy_state is not None:
            np.random.set_state(numpy_state)
            random.setstate(python_state)
        return np.random.get_state(legacy=True), random.getstate()


class _Iteration:
    """Goes by reference, whatever the iterator's class."""

    def __init__(self, source):
        self.source = source


def described(error):
    """An exception as it travels; one of a class of the student's own with class and object, which
    go by reference.
    """
    kind = type(error)
    own = (kind, error) if kind not in exceptions.NAMES and exceptions.nearest(kind) else ()
    return (*exceptions.describe(error), *own)


def trace(error, most=20):
    """The student's own part of a traceback, its last frames, as a notebook shows it."""
    frames, frame = [], error.__traceback__
    while frame is not None:
        frames.append(frame)
        frame = frame.tb_next
    try:
        lines = shell.Shell.instance().InteractiveTB.structured_traceback(
            type(error), error, frames[-most:][0]
        )
    except Exception:
        return []
    return [line for line in lines if line.startswith("Cell In[")]
