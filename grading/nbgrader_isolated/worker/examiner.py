"""The examiner: the instructor's set-up and test cells as they stand, in a process that no line of
a student's runs in.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import socket
import sys
import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from ..channel import codec, exceptions, forms, proxies
from ..channel.peer import Peer, PeerLostError
from . import jobs, names, shell


def main(control: socket.socket, sockets: Sequence[socket.socket]) -> None:
    """Run the instructor's cells of a submission.

    ``sockets`` are this side's ends, one for each test cell, in order.
    """
    job = jobs.receive(control)
    jobs.lay_out(job["files"])
    run = shell.Shell.instance()
    run.settle()
    run.most = job["limits"]["cell_characters"]
    whole = job["limits"]["cell_seconds"]
    remaining, patience = iter(sockets), jobs.Patience(job["limits"])
    starred: set[str] = set()
    for position, cell in enumerate(job["cells"]):
        starred |= jobs.run_imports(run.user_ns, cell["imports"], whole)
        if "*" in cell.get("borrows", ()):
            cell["borrows"] += starred & set(re.findall(r"\w+", cell["source"]))
        if cell["role"] == "tests":
            sock = next(remaining)
            if not cell["skip"]:
                jobs.tell(control, ("begins", position))
                seconds, started = patience.seconds(cell["short"]), time.monotonic()
                told = examine(run, cell, position + 1, sock, job["limits"], seconds)
                took = time.monotonic() - started
                told |= {"seconds": took, "late": patience.spend(took, seconds)}
                jobs.tell(control, ("result", position, told))
        elif cell["source"]:
            jobs.tell(control, ("begins", position))
            run.run(cell["source"], whole, position + 1)
            shell.figures()
    jobs.tell(control, ("done",))
    os._exit(0)


def examine(run, cell, number, sock, limits, seconds):
    """Run a test cell, the notebook's cell of that number, against the copy of the student's
    process behind ``sock``.

    Returns its ``outputs``, whether it ``passed``, the ``line`` of the cell that failed, whether
    the failure's text is the test's ``own``, whether an argument was ``changed`` in place, and
    whether the student's process was ``lost``.
    """
    exam = Examination(sock, limits["message_mb"], cell, run.user_ns)
    namespace, ended, outputs = run.user_ns, None, []
    withheld: dict[str, Any] = {}
    files = {name: jobs.read_file(name) for name in cell["files"]}
    try:
        with shell.time_limit(seconds):
            if seconds < limits["cell_seconds"]:
                proxies.request(exam, "limit", seconds)
            exam.take_files()
            take(exam, cell["asks"], namespace)
            withheld = withhold(exam, cell["borrows"], namespace)
    except (PeerLostError, shell.CellTimeoutError, MemoryError, Exception) as error:
        ended, outputs = error, [shell.error("StudentProcessError", f"{error}")]
    if ended is None:
        known = {*cell["lends"]} & namespace.keys() - {*cell["unseen"]}
        exam.lent = {name: namespace[name] for name in known}
        outputs, ended = run.run(cell["source"], seconds, number)
        outputs = outputs + shell.figures()
        if exam.lost is not None and not isinstance(ended, PeerLostError):
            ended = exam.lost
            outputs = [*outputs, shell.error("StudentProcessError", str(ended))]
    for name, own in withheld.items():
        namespace.setdefault(name, own)
    for name, data in files.items():
        jobs.write_file(name, data)
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
        with contextlib.suppress(NameError):
            namespace[name] = proxies.request(exam, "get", name)


def withhold(
    exam: Examination, borrowed: Sequence[str], namespace: dict[str, Any]
) -> dict[str, Any]:
    """Unbind imports that are a task's to make where the student has not made them.

    Returns what was unbound. What the student's process has under such a name is never used.
    """
    withheld = {}
    for name in borrowed:
        if name in namespace and not _imported_alike(exam, name, namespace[name]):
            withheld[name] = namespace.pop(name)
    return withheld


def _imported_alike(exam: Examination, name: str, own: Any) -> bool:
    try:
        return bool(proxies.request(exam, "origin", name) == names.origin(own))
    except Exception:
        return False


def where(error):
    """The last line of the test cell that an exception went through, and whether its text was
    written by the test (an assert of a notebook's cell).
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

    def __init__(self, sock, message_mb, cell, names):
        limits = codec.Limits(size=message_mb << 20)
        super().__init__(sock, 1, label, proxies.stand_in, limits)
        self.shared, self.draws, self.copies, self.changed = (
            cell["random"],
            cell["draws"],
            cell["changes"],
            False,
        )
        self.left_at, self.told = None, {}
        self.classes = {}
        self.names, self.lends, self.lent = names, cell["lends"], {}
        self.statements, self.follows = cell["statements"], cell["follows"]
        self.files: dict[str, bytes | None] = dict.fromkeys(
            cell["files"]
        )  # as both sides have them

    def heard(self, printed):
        """Write what the student's code printed, where the test's own prints go."""
        for part in printed if type(printed) is list else []:
            if (
                type(part) is tuple
                and len(part) == 2
                and part[0] in ("stdout", "stderr")
                and type(part[1]) is str
            ):
                getattr(sys, part[0]).write(part[1])

    def answer(self, request):
        kind, function, arguments, keywords = request if len(request) == 4 else ("", None, (), {})
        lent = kind == "callback" and any(function is value for value in self.objects.values())
        if not lent or type(arguments) is not tuple or type(keywords) is not dict:
            self.lose("the student's process asked for what it may not")
        try:
            return "return", function(*arguments, **keywords), []
        except Exception as error:
            return "raise", exceptions.describe(error), [], None

    def ask(self, kind, *words):
        if kind in ("call", "method", "assign", "put"):
            self.told.clear()
        if kind not in ("call", "method"):
            return super().ask(kind, *words)
        arguments, keywords = words[-2:]
        self.lend()
        self.give_files()
        if self.shared:
            self.share()
        answer = super().ask(f"{kind}_back" if self.copies else kind, *words)
        self.take_files()
        self.follow()
        if self.shared and self.draws:
            self.random(None, None)
        if answer[0] == "return" and self.copies:
            value, after, named = (
                answer[1] if type(answer[1]) is tuple and len(answer[1]) == 3 else (None, (), {})
            )
            self.changed |= write_back(arguments, after)
            self.changed |= write_back(
                tuple(keywords.values()), tuple(named.values()) if type(named) is dict else ()
            )
            answer = answer[0], value, answer[2]
        return answer

    def lend(self) -> None:
        """Bind and delete among the student's globals, in this copy, what the test has bound and
        deleted since, of what the reference's functions read there.

        This copy answers no other test, so that a name from a hidden part tells it no more than an
        argument does.
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
        """Whether a value is a student's object that an earlier test got from its own copy."""
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

    def share(self):
        """Give the student's process the states of the test's generators, unless the test has left
        them alone since the last call.

        Theirs are taken over only where the reference's test ``draws`` on from them: a student's
        function would choose what the test draws next.
        """
        if self.draws or self.left_at != _states():
            self.random(np.random.get_state(), random.getstate())
            # so that a test that sets the same seed again is seen to have set it
            np.random.random_sample(8), random.random()
            self.left_at = _states()

    def random(self, numpy_state, python_state):
        """Make both sides draw the same numbers: give the student's process the test's states, or
        take over its own.
        """
        answer = super().ask("random", numpy_state, python_state)
        if numpy_state is None and answer[0] == "return":
            try:
                np.random.set_state(forms.numpy_state(answer[1][0]))
                random.setstate(answer[1][1])
            except (TypeError, ValueError, IndexError, AttributeError, OverflowError) as error:
                self.lose(f"that is no state of a random generator: {error}")


def _states():
    _, key, *rest = np.random.get_state()
    return key.tobytes(), rest, random.getstate()


def label(value):
    """How the examiner names what it lends: functions only."""
    if not callable(value):
        raise codec.CodecError(
            f"a {type(value).__name__} of the test's cannot be given to a student's function"
        )
    return "|call"


def write_back(before, after):
    """Change a test's own objects as the student's function changed its copies.

    Returns whether anything changed.
    """
    if type(after) is not tuple or len(after) != len(before):
        return False
    # each of them is renewed, before any() looks
    changed = [_renew(own, copy) for own, copy in zip(before, after, strict=True)]
    return any(changed)


def _renew(own, copy):
    if type(own) is not type(copy) or codec.same(own, copy):
        return False
    if type(own) is np.ndarray:
        if own.shape != copy.shape or own.dtype != copy.dtype or not own.flags.writeable:
            return False
        own[...] = copy
    elif type(own) in (list, bytearray):
        if type(own) is list and len(own) == len(copy):
            # an item that was changed in place is still the same object
            copy = [
                mine if _renew(mine, item) or codec.same(mine, item) else item
                for mine, item in zip(own, copy, strict=True)
            ]
        own[:] = copy
    else:
        return forms.renew(own, copy)
    return True
