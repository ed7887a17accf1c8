"""The examiner: runs the instructor's set-up and test cells as they stand.

No line of a student's runs in its process.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import os
import pickle
import random
import re
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from ..channel import codec, copies, exceptions, figures, forms, lending, proxies
from ..channel.peer import Peer, PeerLostError
from . import jobs, modules, names, shell

RUNS = {"call", "method", "next", "await"}  # requests by which a student's function runs
NOT_RETURNED = "your function did not return within the test's {}"
TRACKED = 10_000  # objects of a test's own whose state is kept during a call


def main(control: socket.socket, sockets: Sequence[socket.socket]) -> None:
    """Run the instructor's cells of a submission.

    Parameters
    ----------
    control : socket.socket
        On which the job comes, and results are told.
    sockets : sequence of socket.socket
        This side's ends, one for each test cell, in order.
    """
    job = jobs.receive(control)
    jobs.lay_out(job["files"])
    run = shell.Shell.instance()
    run.settle()
    run.most = job["limits"]["cell_characters"]
    whole = job["limits"]["cell_seconds"]
    remaining, patience = iter(sockets), jobs.Patience(job["limits"])
    turn = Turn(control)
    starred: set[str] = set()
    for position, cell in enumerate(job["cells"]):
        starred |= jobs.run_imports(run.user_ns, cell["imports"], whole)
        if "*" in cell.get("borrows", ()):
            words = set(re.findall(r"\w+", cell["source"]))
            cell["borrows"] |= {name: [""] for name in starred & words}
        if cell["role"] == "tests":
            sock = next(remaining)
            if not cell["skip"]:
                jobs.tell(control, ("begins", position))
                turn.wait(position)
                seconds, started = patience.seconds(cell["short"]), time.monotonic()
                told = examine(run, cell, sock, turn, job["limits"], seconds)
                took = time.monotonic() - started
                told |= {"seconds": took, "hurried": seconds < whole}
                told["late"] = patience.spend(took, seconds)
                jobs.tell(control, ("result", position, told))
        elif cell["source"]:
            jobs.tell(control, ("begins", position))
            run.run(cell["source"], whole, cell["number"])
            shell.figures()
    jobs.tell(control, ("done",))
    os._exit(0)


class Turn:
    """Which copy of the student's process may run: ``position`` is its test's."""

    def __init__(self, control: socket.socket) -> None:
        self.control, self.position = control, -1

    def wait(self, position: int) -> None:
        """Wait until the copy may run that answers a test."""
        self.control.recv(1)
        self.position = position

    def pass_to(self, position: int) -> None:
        """Have another copy run, whose object a later test uses."""
        if position != self.position:
            jobs.tell(self.control, ("turn", position))
            self.wait(position)


def examine(
    run: shell.Shell,
    cell: dict[str, Any],
    sock: socket.socket,
    turn: Turn,
    limits: dict[str, Any],
    seconds: float,
) -> dict[str, Any]:
    """Run a test cell against the copy of the student's process that answers it.

    Parameters
    ----------
    run : Shell
        Runs the cell.
    cell : dict
        The test cell, as the coordinator sends it.
    sock : socket.socket
        Behind which the copy answers.
    turn : Turn
        Says when the copy may run.
    limits : dict
        What the submission may use.
    seconds : float
        Wall time that the cell may take.

    Returns
    -------
    dict
        Its ``outputs``, whether it ``passed``, the ``line`` of the cell that failed, whether the
        failure's text is the test's ``own``, whether an argument was ``changed`` in place, and
        whether the student's process was ``lost``.
    """
    exam = Examination(sock, limits["message_mb"], cell, run.user_ns)
    exam.own_turn = functools.partial(turn.pass_to, turn.position)
    namespace: dict[str, Any] = run.user_ns
    ended: BaseException | None = None
    outputs: list[dict[str, Any]] = []
    withheld: dict[str, Any] = {}
    files = {name: jobs.read_file(name) for name in cell["files"]}
    kept = {name: copy.deepcopy(modules.state(name, data)) for name, data in exam.modules.items()}
    try:
        with shell.time_limit(seconds):
            exam.take_files()
            exam.take_modules()
            take(exam, cell["asks"], namespace)
            withheld = withhold(exam, cell["borrows"], namespace)
    except (PeerLostError, shell.CellTimeoutError, MemoryError, Exception) as error:
        ended, outputs = error, [shell.error("StudentProcessError", why(error))]
    if ended is None:
        known = {*cell["lends"]} & namespace.keys() - {*cell["unseen"]}
        exam.lent = {name: namespace[name] for name in known}
        outputs, ended = run.run(cell["source"], seconds, cell["number"])
        outputs = outputs + shell.figures()
        if exam.lost is not None and not isinstance(ended, PeerLostError):
            ended = exam.lost
            outputs = [*outputs, shell.error("StudentProcessError", str(ended))]
    for name, own in withheld.items():
        namespace.setdefault(name, own)
    for name, data in files.items():
        jobs.write_file(name, data)
    for module, values in kept.items():
        modules.change(module, values)
    line, own = where(ended)
    return {
        "outputs": outputs,
        "passed": ended is None,
        "line": line,
        "own": own,
        "changed": exam.changed,
        "lost": exam.lost is not None,
    }


def take(exam: Examination, asked: Sequence[str], namespace: dict[str, Any]) -> None:
    """Bind what the student's process has under the names that a test asks for."""
    for name in asked:
        namespace.pop(name, None)
    found: Any = None
    # one message, so that what two names hold is one object; together they may be too much for it
    with contextlib.suppress(Exception):
        found = proxies.request(exam, "get_all", list(asked)) if asked else {}
    if type(found) is dict:
        namespace |= {name: found[name] for name in asked if name in found}
        return
    for name in asked:
        with contextlib.suppress(NameError):
            namespace[name] = proxies.request(exam, "get", name)


def withhold(
    exam: Examination, borrowed: Mapping[str, Sequence[str]], namespace: dict[str, Any]
) -> dict[str, Any]:
    """Unbind imports that are a task's to make where the student has not made them.

    ``borrowed`` has what a test reads of each, as dotted attributes. Returns what was unbound. What
    the student's process has under such a name is never used.
    """
    withheld = {}
    for name, read in borrowed.items():
        if name in namespace and not _imported_alike(exam, name, namespace[name], read):
            withheld[name] = namespace.pop(name)
    return withheld


def _imported_alike(exam: Examination, name: str, own: Any, read: Sequence[str]) -> bool:
    """Return whether the student has imported the same as far as it is read.

    Another module may have a function of that name.
    """
    if _is_alike(exam, name, "", own):
        return True
    return "" not in read and all(_is_alike(exam, name, path, own) for path in read)


def _is_alike(exam: Examination, name: str, path: str, own: Any) -> bool:
    try:
        theirs = proxies.request(exam, "origin", name, path)
        return bool(theirs == names.origin(names.attribute(own, path)))
    except Exception:
        return False


class StudentProcessError(PeerLostError):
    """The student's process ended, was late or gave no sense while a test asked it."""


def why(error: BaseException) -> str:
    """Return why a test cannot ask, in words that no student's process chose."""
    if isinstance(error, (PeerLostError, shell.CellTimeoutError)):
        return str(error)
    return f"what the test asks for cannot be had ({type(error).__name__})"


def where(error: BaseException | None) -> tuple[int, bool]:
    """Tell where a test cell failed.

    Returns
    -------
    line : int
        The last line of the test cell that the exception went through, 0 if none.
    own : bool
        Whether its text was written by the test: by an assert of a notebook's cell.
    """
    line, last = 0, ""
    frame = getattr(error, "__traceback__", None)
    while frame is not None:
        last = frame.tb_frame.f_code.co_filename
        if "ipython-input" in last and frame.tb_frame.f_code.co_name == "<module>":
            line = frame.tb_lineno
        frame = frame.tb_next
    own = (
        type(error) is AssertionError
        and "ipython-input" in last
        and not hasattr(error, "student_traceback")
    )
    return line, own


class Examination(Peer):
    """The connection of one test cell with the copy of the student's process that answers it."""

    other = "the student's process"
    lost_error = StudentProcessError

    def __init__(
        self, sock: socket.socket, message_mb: int, cell: dict[str, Any], names: dict[str, Any]
    ) -> None:
        limits = codec.Limits(size=message_mb << 20)
        super().__init__(sock, 1, self.name, proxies.stand_in, limits)
        self.own_turn: Callable[[], None] = lambda: None
        self.shared, self.draws, self.copies, self.changed = (
            cell["random"],
            cell["draws"],
            cell["changes"],
            False,
        )
        self.left_at: Any = None
        self.told: dict[int, int] = {}
        self.classes: dict[int, Any] = {}
        self.models: dict[int, tuple[Any, proxies.Proxy]] = {}
        self.copied: dict[int, tuple[Any, Any]] = {}  # of the message that is being sent
        self.strict = False
        self.states: dict[int, copies.State] | None = None
        self.names, self.lends = names, cell["lends"]
        self.lent: dict[str, Any] = {}
        self.statements, self.follows = cell["statements"], cell["follows"]
        self.modules, self.given = cell["modules"], dict[str, bytes]()
        # as both sides have them
        self.files: dict[str, bytes | None] = dict.fromkeys(cell["files"])

    # ---- what is given to the student's functions

    def send(self, message: tuple[Any, ...]) -> None:
        """Send a message, when the copy that gets it may run.

        A library's object that stands in it twice is copied once.
        """
        self.own_turn()
        outer, self.copied = self.copied, {}
        try:
            super().send(message)
        finally:
            self.copied = outer

    def refer(self, value: Any) -> tuple[int, str]:
        """Return number and label of an object; a figure moves, a library's object is copied."""
        if id(value) in self.models:
            return super().refer(self.models[id(value)][1])
        strict = self.strict
        if not hasattr(type(value), "number_of"):
            if figures.is_figure(value):
                figures.move(value, self)
            elif lending.is_foreign(value):
                if id(value) not in self.copied:
                    self.copied[id(value)] = value, self.copy(value)
                value = self.copied[id(value)][1]
        self.strict = strict
        number, label = super().refer(value)
        if self.states is not None:
            self.track(value)
        return number, label

    def name(self, value: Any) -> str:
        """Return the label of what is lent."""
        return lending.label(value, self.strict)

    def copy(self, value: Any) -> Any:
        """Make a copy of a library's object in the student's process. Returns what stands for it.

        Nothing is ever unpickled that comes from there.
        """
        try:
            data = pickle.dumps(value)
        except Exception:
            raise lending.refusal(value) from None
        copy = proxies.request(self, "adopt", data)
        handle = self.models.get(id(copy), (None, copy))[1]
        if not issubclass(type(handle), proxies.Proxy):
            self.lose("gave an answer that is none")
        return handle

    # ---- what the student's process asks for

    def heard(self, printed: Any) -> None:
        """Write what the student's code printed, where the test's own prints go."""
        for part in printed if type(printed) is list else []:
            if (
                type(part) is tuple
                and len(part) == 2
                and part[0] in ("stdout", "stderr")
                and type(part[1]) is str
            ):
                getattr(sys, part[0]).write(part[1])

    def answer(self, request: tuple[Any, ...]) -> tuple[Any, ...]:
        """Call a function that was lent, or serve what is asked of an object that was."""
        kind, *words = request
        if len(words) != 3 or not self.may(kind, *words):
            self.lose("asked for what it may not")
        if words[0] != "get":
            self.watch()
        try:
            if kind == "callback":
                function, arguments, keywords = words
                value = function(*arguments, **keywords)
            else:
                value = lending.serve(*words)
        except Exception as error:
            return "raise", exceptions.describe(error), [], None
        self.strict = kind == "lent"
        return "return", value, []

    def may(self, kind: str, first: Any, second: Any, third: Any) -> bool:
        """Return whether a request is about something that was lent."""
        if kind == "callback":
            lent = id(first) in self.numbers and not lending.is_own(first) and callable(first)
            return lent and type(second) is tuple and type(third) is dict
        return kind == "lent" and id(second) in self.numbers and type(third) is tuple

    # ---- what becomes of it

    def watch(self) -> None:
        """Keep the state of what was lent, before the student's function changes it."""
        if self.states is None:
            self.states = {}
            for value in self.objects.values():
                self.track(value)

    def track(self, value: Any) -> None:
        """Keep the state of an object of the test's own, and of those that it leads to."""
        assert self.states is not None
        todo = [value]
        while todo and len(self.states) < TRACKED:
            value = todo.pop()
            if lending.is_own(value) and id(value) not in self.states:
                state = self.states[id(value)] = copies.State(value)
                todo += state.kept.values()

    def take_back(self) -> None:
        """Undo what a student's function did to objects of the test's own.

        What the reference's function does too stays.
        """
        for state in (self.states or {}).values():
            if self.copies:
                self.changed |= state.changed()
            else:
                state.restore()
        self.states = None

    def ask(self, kind: str, *words: Any) -> tuple[Any, ...]:
        """Send a request and return its answer; what came of the test's own objects is seen to."""
        self.strict = False
        if kind in ("call", "method", "assign", "put"):
            self.told.clear()
        calls = kind in ("call", "method")
        try:
            answer = self.call(kind, *words) if calls else super().ask(kind, *words)
        except shell.CellTimeoutError as late:
            if kind not in RUNS:
                raise
            raise shell.CellTimeoutError(late.seconds, NOT_RETURNED) from None
        if self.depth == 0:
            self.take_back()
        return answer

    def call(self, kind: str, *words: Any) -> tuple[Any, ...]:
        """Have a function called, with the test's globals and random numbers."""
        arguments, keywords = words[-2:]
        self.lend()
        self.give_files()
        self.give_modules()
        if self.shared:
            self.share()
        answer = super().ask(f"{kind}_back" if self.copies else kind, *words)
        self.take_files()
        self.take_modules()
        self.follow()
        if self.shared and self.draws:
            self.random(None, None)
        if answer[0] == "return" and self.copies:
            value, after, named = (
                answer[1] if type(answer[1]) is tuple and len(answer[1]) == 3 else (None, (), {})
            )
            self.changed |= copies.write_back(arguments, after)
            self.changed |= copies.write_back(
                tuple(keywords.values()), tuple(named.values()) if type(named) is dict else ()
            )
            answer = answer[0], value, *answer[2:]
        return self.own_result(answer, (*arguments, *keywords.values()))

    def own_result(self, answer: tuple[Any, ...], given: Sequence[Any]) -> tuple[Any, ...]:
        """Put the test's own object into an answer that says to be one of the arguments.

        Not if the function has changed it.
        """
        if answer[0] != "return" or len(answer) != 4:
            return answer
        _, value, printed, place = answer
        known = type(place) is int and 0 <= place < len(given)
        own = known and (given[place] is value or codec.same(given[place], value))
        return "return", given[place] if own else value, printed

    def lend(self) -> None:
        """Bind and delete among the student's globals what the test has since, in this copy.

        It does so for what the reference's functions read there. This copy answers no other test,
        so that a name from a hidden part tells it no more than an argument does.
        """
        for name in self.lends:
            value = self.names.get(name, self)  # stands for nothing
            if value is self.lent.get(name, self):
                continue
            if name not in self.lent and self.is_anothers(value):
                continue  # its own is bound there
            self.lent[name] = value
            # what has no plain form is not sent: the function finds what it found before
            with contextlib.suppress(codec.CodecError):
                if value is self:
                    super().ask("unbind", name)
                elif name in self.statements:
                    super().ask("import", self.statements[name])
                else:
                    super().ask("bind", name, value)

    def follow(self) -> None:
        """Bind what the student's functions bind as globals, where the reference's do."""
        for name in self.follows:
            kind, value, *_ = super().ask("get", name)
            if kind == "return":
                self.names[name] = self.lent[name] = value

    def is_anothers(self, value: Any) -> bool:
        """Return whether a value is a student's object of an earlier test's copy."""
        return issubclass(type(value), proxies.Proxy) and value._peer is not self

    def take_files(self) -> None:
        """Write the files that the test shares as the student's process has them."""
        for name in self.files:
            kind, data, *_ = super().ask("read_file", name)
            if kind == "return" and (data is None or type(data) is bytes):
                self.files[name] = data
                jobs.write_file(name, data)

    def give_files(self) -> None:
        """Give the student's process the files that the test has written since."""
        for name, known in self.files.items():
            data = jobs.read_file(name)
            if data != known:
                self.files[name] = data
                super().ask("write_file", name, data)

    def take_modules(self) -> None:
        """Take over the data that the student's process has in modules beside the notebook."""
        for module, wanted in self.modules.items():
            kind, told, *_ = super().ask("state", module, wanted)
            if kind == "return" and type(told) is dict:
                modules.change(module, modules.plain(told, wanted))
            self.given[module] = codec.encode(modules.state(module, wanted))

    def give_modules(self) -> None:
        """Give the student's process what the test has made of these data since."""
        for module, wanted in self.modules.items():
            values = modules.state(module, wanted)
            data = codec.encode(values)
            if data != self.given.get(module):
                self.given[module] = data
                super().ask("change", module, values)

    def share(self) -> None:
        """Give the student's process the states of the test's random generators.

        It does not if the test has left them alone since the last call. Theirs are taken over only
        where the reference's test ``draws`` on from them: a student's function would choose what
        the test draws next.
        """
        if self.draws or self.left_at != _states():
            self.random(np.random.get_state(), random.getstate())
            # so that a test that sets the same seed again is seen to have set it
            np.random.random_sample(8), random.random()
            self.left_at = _states()

    def random(self, numpy_state: Any, python_state: Any) -> None:
        """Make both sides draw the same numbers.

        Parameters
        ----------
        numpy_state, python_state : object
            What to give the student's process; with None its own are taken over.
        """
        answer = super().ask("random", numpy_state, python_state)
        if numpy_state is None and answer[0] == "return":
            try:
                np.random.set_state(forms.numpy_state(answer[1][0]))
                random.setstate(answer[1][1])
            except (TypeError, ValueError, IndexError, AttributeError, OverflowError):
                self.lose("gave what is no state of a random generator")


def _states() -> tuple[Any, ...]:
    state: Any = np.random.get_state()
    _, key, *rest = state
    return key.tobytes(), rest, random.getstate()
