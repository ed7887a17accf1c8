"""The student's process: runs every cell but the tests.

At each test cell it leaves a copy of itself, which answers the test.
"""

import inspect
import os
import pickle
import random
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from ..channel import codec, exceptions, lending, proxies
from ..channel.peer import Peer, PeerLostError
from . import jobs, modules, names, rest, shell


def main(control: socket.socket, sockets: Sequence[socket.socket]) -> None:
    """Run a submission's cells.

    ``sockets`` are this side's ends, one for each test cell that asks, in order.
    """
    job, home = jobs.receive(control), os.getcwd()
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
            if cell["asks"]:
                sock = next(remaining)
                files = {name: jobs.read_file(name) for name in cell["files"]}
                if os.fork() == 0:
                    control.close()
                    for other in remaining:
                        other.close()
                    answer(sock, home, run.user_ns, job["limits"], files)
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
    home: str,
    namespace: dict[str, Any],
    limits: dict[str, Any],
    files: Mapping[str, bytes | None],
) -> None:
    """Answer one test cell's requests from a copy of the student's process, then end.

    ``home`` is the scratch folder; ``files`` are as they were when the copy was taken.
    """
    shell.Shell.instance().leave_loop()
    try:
        rest.wait(sock, home)
        shell.in_loop(Snapshot(sock, namespace, limits, files).serve)
    except BaseException:
        pass
    finally:
        os._exit(0)


def returned(kind: str, words: list[Any], value: Any) -> list[int]:
    """Return which argument of a call its result is, if it is one of them."""
    if kind.removesuffix("_back") not in ("call", "method"):
        return []
    result = value[0] if kind.endswith("_back") else value
    given = (*words[-2], *words[-1].values())
    return [place for place, argument in enumerate(given) if argument is result][:1]


KEPT = 3  # exceptions before the last whose tracebacks can be shown


class Snapshot(Peer):
    """Serves a test cell."""

    def __init__(
        self,
        sock: socket.socket,
        namespace: dict[str, Any],
        limits: dict[str, Any],
        files: Mapping[str, bytes | None],
    ) -> None:
        size = codec.Limits(size=limits["message_mb"] << 20)
        super().__init__(sock, 0, proxies.label, lending.stand_in, size)
        self.known = {}  # what a test lends keeps its id, by which a function may know it again
        self.namespace, self.seconds = namespace, limits["cell_seconds"]
        self.printed: list[tuple[str, str]] = []
        self.raised: dict[int, BaseException] = {}
        self.count = 0
        self.borrowed: dict[int, lending.Borrowed] = {}
        self.files = dict(files)

    def heard(self, printed: object) -> None:
        """Pass over what a callback printed: that is the examiner's."""

    def answer(self, request: tuple[Any, ...]) -> tuple[Any, ...]:
        """Do what a test asks, and return value or exception with what was printed meanwhile."""
        kind, *words = request
        self.printed, outer = [], self.printed
        try:
            with shell.redirect_streams(self.stream), shell.time_limit(self.seconds):
                try:
                    value = getattr(self, f"do_{kind}")(*words)
                finally:
                    lending.give_back(self)
            answer: tuple[Any, ...] = "return", value, self.printed, *returned(kind, words, value)
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

    def stream(self, name: str, text: str) -> None:
        """Keep what the student's code prints, as far as there is room."""
        if sum(len(part) for _, part in self.printed) < shell.Shell.most:
            self.printed.append((name, text[: shell.Shell.most]))

    def keep(self, error: BaseException) -> int:
        """Keep an exception, in case its traceback is asked for, and number it."""
        self.raised, self.count = (
            {self.count: error} | dict(list(self.raised.items())[:KEPT]),
            self.count + 1,
        )
        return self.count - 1

    # ---- what a test may ask: ``do_KIND`` answers a request of that kind

    def do_trace(self, number: int) -> list[str]:
        """Return the traceback of an exception that was raised."""
        return trace(self.raised[number]) if number in self.raised else []

    def do_get(self, name: str) -> Any:
        """Return what the student's cells have bound to a name."""
        try:
            return self.namespace[name]
        except KeyError:
            raise NameError(f"name '{name}' is not defined") from None

    def do_get_all(self, wanted: list[str]) -> dict[str, Any]:
        """Return what stands under those of the names that are bound."""
        return {name: self.namespace[name] for name in wanted if name in self.namespace}

    def do_bind(self, name: str, value: Any) -> None:
        """Bind a name among the student's globals."""
        self.namespace[name] = value

    def do_unbind(self, name: str) -> None:
        """Delete a name among the student's globals."""
        self.namespace.pop(name, None)

    def do_import(self, statement: str) -> None:
        """Run an import statement of the instructor's among the student's globals."""
        exec(statement, self.namespace)

    def do_read_file(self, name: str) -> bytes | None:
        """Return what a file that the test shares holds, None where there is none."""
        if name in self.files:  # the first to ask: every cell has run by now
            jobs.write_file(name, self.files.pop(name))
        return jobs.read_file(name)

    def do_write_file(self, name: str, data: bytes | None) -> None:
        """Write a file that the test shares, or with None remove it."""
        jobs.write_file(name, data)

    def do_state(self, module: str, wanted: list[str]) -> dict[str, Any]:
        """Return globals of a module beside the notebook."""
        return modules.state(module, wanted)

    def do_change(self, module: str, values: dict[str, Any]) -> None:
        """Bind globals of a module beside the notebook."""
        modules.change(module, values)

    def do_origin(self, name: str, path: str) -> tuple[str, str]:
        """Return what was imported under a name (see `names.origin`)."""
        return names.origin(names.attribute(self.do_get(name), path))

    def do_call(self, function: Any, arguments: Any, keywords: Any) -> Any:
        """Call a function."""
        return function(*arguments, **keywords)

    def do_call_back(self, function: Any, arguments: Any, keywords: Any) -> tuple[Any, ...]:
        """Call a function, and return also the arguments as the call left them."""
        value = function(*arguments, **keywords)
        return value, arguments, keywords

    def do_method(self, value: Any, name: str, arguments: Any, keywords: Any) -> Any:
        """Call a public method."""
        return self.do_attribute(value, name)(*arguments, **keywords)

    def do_method_back(
        self, value: Any, name: str, arguments: Any, keywords: Any
    ) -> tuple[Any, ...]:
        """Call a public method, and return also the arguments as the call left them."""
        return self.do_method(value, name, arguments, keywords), arguments, keywords

    def do_attribute(self, value: Any, name: str) -> Any:
        """Return an attribute that a test may read."""
        if not proxies.readable(name, type(value)):
            raise AttributeError(name)
        return getattr(value, name)

    def do_assign(self, value: Any, name: str, new: Any) -> None:
        """Set a public attribute."""
        if type(name) is not str or name.startswith("_"):
            raise AttributeError(name)
        setattr(value, name, new)

    def do_length(self, value: Any) -> int:
        """Return an object's length."""
        return len(value)

    def do_item(self, value: Any, key: Any) -> Any:
        """Return an item."""
        return value[key]

    def do_put(self, value: Any, key: Any, new: Any) -> None:
        """Set an item."""
        value[key] = new

    def do_iterate(self, value: Any) -> Any:
        """Begin to iterate over an object."""
        return _Iteration(iter(value))

    def do_next(self, iteration: Any) -> tuple[bool, Any]:
        """Return whether there is another item, and the item."""
        try:
            return True, next(iteration.source if type(iteration) is _Iteration else iteration)
        except StopIteration:
            return False, None

    def do_await(self, value: Any) -> Any:
        """Return what comes of something awaited."""
        return shell.awaited(value)

    def do_isinstance(self, value: Any, kind: Any) -> bool:
        """Return whether an object is of a class of the student's."""
        return bool(isinstance(value, kind))

    def do_issubclass(self, value: Any, kind: Any) -> bool:
        """Return whether one class of the student's is made from another."""
        return bool(issubclass(value, kind))

    def do_names(self, value: Any) -> list[str]:
        """Return the first of an object's public names."""
        names = [name for name in dir(value) if type(name) is str and not name.startswith("_")]
        return names[: proxies.NAMES]

    def do_docstring(self, value: Any) -> Any:
        """Return a function's docstring."""
        return value.__doc__

    def do_signature(self, value: Any) -> list[tuple[Any, ...]]:
        """Return a function's parameters: name, kind, and the default if there is one."""
        return [
            (str(each.name), int(each.kind))
            if each.default is inspect.Parameter.empty
            else (str(each.name), int(each.kind), each.default)
            for each in inspect.signature(value).parameters.values()
        ]

    def do_wrapped(self, value: Any) -> Any:
        """Return what a decorator put into the place of."""
        return value.__wrapped__

    def do_adopt(self, data: bytes) -> Any:
        """Take over a copy of a test's own object."""
        return pickle.loads(data)

    def do_adopt_figure(self, data: bytes) -> list[Any]:
        """Take over a copy of a test's own figure; return it with its Axes."""
        figure = pickle.loads(data)
        return [figure, *figure.axes]

    def do_random(self, numpy_state: Any, python_state: Any) -> tuple[Any, Any]:
        """Take over the test's states of the random generators, if it gives any.

        Returns
        -------
        tuple
            The states here, numpy's first.
        """
        if numpy_state is not None:
            np.random.set_state(numpy_state)
            random.setstate(python_state)
        return np.random.get_state(legacy=True), random.getstate()


class _Iteration:
    """Goes by reference, whatever the iterator's class."""

    def __init__(self, source: Iterator[Any]) -> None:
        self.source = source


def described(error: BaseException) -> tuple[Any, ...]:
    """Return an exception as it travels.

    One of a class of the student's own comes with class and object, which go by reference.
    """
    kind = type(error)
    own = (kind, error) if kind not in exceptions.NAMES and exceptions.nearest(kind) else ()
    return (*exceptions.describe(error), *own)


def trace(error: BaseException, most: int = 20) -> list[str]:
    """Return the student's own part of a traceback, its last frames, as a notebook shows it."""
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
