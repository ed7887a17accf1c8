"""Grades one notebook: starts student's process and examiner, and collects what they say.

Never handles a student's value.
"""

import atexit
import base64
import contextlib
import os
import select
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from .channel import codec
from .limits import LIMITS
from .plan import Plan, TestPlan, visible
from .worker import ROLES

GRACE = 3.0  # seconds after a cell's time at which its process is given up
ROOM = 4 << 20  # characters of a cell's outputs beside what it prints: pictures, tracebacks
# what the examiner gets of a TestPlan
EXAMINERS = (
    "asks",
    "borrows",
    "follows",
    "lends",
    "unseen",
    "statements",
    "files",
    "random",
    "draws",
)
PLAIN = ("text/plain", "image/png")  # kinds of output that cannot hold a script


class GraderFaultError(Exception):
    """Something of ours failed; the submission is not to blame."""


class Server:
    """A warm process and how to talk to it."""

    command = ("-m", f"{__package__}.sandbox.forkserver")

    def __init__(self):
        self.owner = os.getpid()
        ours, theirs = socket.socketpair()
        package = Path(__file__).resolve().parent
        environment = {
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join([str(package.parent), *filter(None, sys.path)]),
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
        ours.settimeout(120)
        try:
            ready = ours.recv(5) == b"ready"
        except OSError:
            ready = False
        if not ready:
            self.close()
            said = self.process.stderr.read().decode(errors="replace").strip()
            raise GraderFaultError(
                f"the warm process did not start: {said[-400:] or 'no reason given'}"
            )

    def start(self, role, tier, limits, sockets):
        """Start a role of a submission in a contained fork, which waits for its job.

        Returns the sockets on which it speaks and by which it is held.
        """
        control, theirs = socket.socketpair()
        leash, held = socket.socketpair()
        given = [theirs, held, *sockets]
        try:
            socket.send_fds(
                self.requests, [bytes([ROLES.index(role)])], [sock.fileno() for sock in given]
            )
            for sock in given:
                sock.close()
            control.settimeout(20)
            codec.send(control, codec.encode((tier, limits)))
        except OSError as error:
            raise GraderFaultError(f"the warm process does not answer ({error})") from None
        return control, leash

    def close(self):
        if self.owner == os.getpid():
            self.requests.close()
            self.process.terminate()
            self.process.wait()


class Role:
    """One role of a submission, while it runs."""

    def __init__(self, server, name, tier, limits, sockets):
        self.seconds = limits["cell_seconds"] + GRACE
        self.control, self.leash = server.start(name, tier, limits, sockets)
        self.heard, self.most = 0, 0

    def begin(self, job):
        """Give the role its job."""
        self.most = 3 * len(job["cells"]) + 10
        try:
            codec.send(self.control, codec.encode(job))
        except OSError as error:
            raise GraderFaultError(f"a contained process did not start ({error})") from None

    def messages(self, end):
        """What the role says, until it is done.

        Raises EOFError when it has ended before, TimeoutError when it is too late.
        """
        while True:
            # more than a cell's own time: get, set-up and figures have theirs
            wait = min(2 * self.seconds, end - time.monotonic())
            if wait <= 0 or not select.select([self.control, self.leash], [], [], wait)[0]:
                raise TimeoutError
            if not select.select([self.control], [], [], 0.05)[0]:
                raise EOFError
            self.control.settimeout(self.seconds)
            message = codec.decode(codec.receive(self.control.recv), simple=True)
            self.heard += 1
            if type(message) is not tuple or not message or self.heard > self.most:
                raise codec.CodecError("its messages make no sense")
            if message[0] == "done":
                return
            yield message

    def end(self):
        self.control.close()
        self.leash.close()


def run(server, tier, cells, plan, limits, *, files=(), examiner_files=(), changes=False):
    """Run a notebook's cells in isolation.

    Returns ``outputs`` and ``results`` by position, and ``trouble`` (position: why a cell was left
    out).

    ``cells`` are dictionaries with ``role``, ``source`` and ``name``. With ``changes`` every
    argument is watched for changes in place, as for the reference.
    """
    limits = LIMITS | limits
    trouble, outputs, asked = {}, {}, False
    end = time.monotonic() + limits["submission_seconds"]
    for _ in range(limits["reruns"] + 1):
        said, results, killer, why, began = _once(
            server, tier, cells, plan, limits, files, examiner_files, changes, trouble, end
        )
        if not asked:
            # what is said after a test has asked may tell what it asked: the system remembers which
            # files were read, for whoever looks
            outputs, asked = said, began
        if killer is None:
            return outputs, results, trouble
        trouble[killer] = why
        if time.monotonic() > end:
            break
    for position, cell in enumerate(cells):
        if cell["role"] == "tests" and position not in results:
            trouble.setdefault(
                position,
                "not run: other cells used up the submission's time or killed its processes too "
                "often",
            )
    return outputs, results, trouble


def _once(server, tier, cells, plan, limits, files, examiner_files, changes, trouble, end):
    tests = [position for position, cell in enumerate(cells) if cell["role"] == "tests"]
    pairs = [socket.socketpair() for _ in tests]
    outputs, results = {}, {}
    student = [
        _shown(cell, plan) | {"skip": position in trouble} for position, cell in enumerate(cells)
    ]
    role = examiner = None
    try:
        role = Role(server, "student", tier, limits, [theirs for _, theirs in pairs])
        role.begin({"files": list(files), "cells": student, "limits": limits})
        # shut in meanwhile, and without a test until the student's process has done its part
        examiner = Role(server, "examiner", tier, limits, [ours for ours, _ in pairs])
        killer, why = _listen(
            role,
            "outputs",
            lambda position, said: outputs.__setitem__(
                position, harmless(said, limits["cell_characters"])
            ),
            end,
            len(cells),
        )
        if killer is not None:
            return outputs, results, killer, why, False
        asked = [
            _examined(cell, position, plan, changes, trouble) for position, cell in enumerate(cells)
        ]
        examiner.begin({"files": list(examiner_files), "cells": asked, "limits": limits})
        killer, why = _listen(examiner, "result", results.__setitem__, end, len(cells))
        return outputs, results, killer, why, True
    finally:
        for started in (role, examiner):
            if started:
                started.end()
        for sock in (sock for pair in pairs for sock in pair):
            sock.close()


def _shown(cell: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """A cell as the student's process gets it: of a locked one no more than the student's own
    notebook holds.
    """
    if cell["role"] != "tests":
        source = visible(cell["source"]) if cell["role"] == "both" else cell["source"]
        return {"role": cell["role"], "source": source}
    about = plan.tests.get(cell["name"], TestPlan())
    return {"role": "tests"} | {
        key: getattr(about, key) for key in ("shows", "imports", "gives", "followed", "files")
    }


def _examined(
    cell: dict[str, Any], position: int, plan: Plan, changes: bool, trouble: dict[int, str]
) -> dict[str, Any]:
    """A cell as the examiner gets it."""
    about = plan.tests.get(cell["name"], TestPlan())
    owned = cell["role"] == "tests" or cell["name"] in plan.set_up
    return {
        "role": "tests" if cell["role"] == "tests" else "both",
        "source": cell["source"] if owned else "",
        "imports": plan.imports.get(cell["name"], []) if owned else [],
        "skip": position in trouble,
        "changes": changes or about.changes,
    } | {key: getattr(about, key) for key in EXAMINERS}


def _listen(role, kind, keep, end, cells):
    """Collect a role's messages.

    Returns the position of a cell that ended its process, and why; None if it came to its end.
    """
    at = 0
    try:
        for message in role.messages(end):
            if len(message) > 1 and type(message[1]) is int and 0 <= message[1] < cells:
                at = message[1]
                if message[0] == kind and len(message) == 3:
                    keep(at, message[2])
        return None, ""
    except TimeoutError:
        return at, "it did not end in time, and was killed"
    except (EOFError, OSError):
        return at, "it ended the process that it ran in"
    except codec.CodecError as error:
        return at, f"it spoiled the connection: {error}"


def harmless(outputs, most=LIMITS["cell_characters"]):
    """The outputs of a student's cell, as far as they are outputs and ``most`` leaves room (who
    sends them may have lifted its own limit),
    without what a browser would run."""
    kept, printed, room = [], most, ROOM
    for output in outputs if type(outputs) is list else []:
        kind = output.get("output_type") if type(output) is dict else None
        if (
            kind == "stream"
            and output.get("name") in ("stdout", "stderr")
            and type(output.get("text")) is str
        ):
            text = output["text"][:printed]
            printed -= len(text)
            if text:
                kept.append(
                    {"output_type": "stream", "name": output["name"], "text": codec.clean(text)}
                )
        elif kind in ("display_data", "execute_result") and type(output.get("data")) is dict:
            data = {
                key: codec.clean(output["data"][key])
                for key in PLAIN
                if type(output["data"].get(key)) is str
            }
            room -= sum(map(len, data.values()))
            if "image/png" in data and not _is_base64(data["image/png"]):
                del data["image/png"]
            extra = {"execution_count": None} if kind == "execute_result" else {}
            if data and room >= 0:
                kept.append({"output_type": kind, "data": data, "metadata": {}} | extra)
        elif kind == "error":
            texts = [output.get("ename"), output.get("evalue")]
            lines = output.get("traceback")
            if (
                all(type(text) is str for text in texts)
                and type(lines) is list
                and all(type(line) is str for line in lines)
            ):
                room -= sum(map(len, texts + lines))
                if room >= 0:
                    kept.append(
                        {
                            "output_type": "error",
                            "ename": codec.clean(texts[0]),
                            "evalue": codec.clean(texts[1]),
                            "traceback": list(map(codec.clean, lines)),
                        }
                    )
    return kept


def _is_base64(text):
    try:
        base64.b64decode(text, validate=True)
        return True
    except ValueError:
        return False


_servers, _starting = {}, threading.Lock()


def server(fresh=False):
    """The warm process of this process, started when first needed; ``fresh`` replaces it."""
    with _starting:
        current = _servers.get(os.getpid())
        if current is None or fresh or current.process.poll() is not None:
            if current is not None:
                current.close()
            _servers[os.getpid()] = current = Server()
        return current


def warm_up():
    """Start the warm process while this one does something else."""

    def start():
        # a failure is told when the process is needed
        with contextlib.suppress(GraderFaultError, OSError):
            server()

    threading.Thread(target=start, daemon=True).start()


def tier():
    """The tier of containment that holds on this machine, None where none does; looked up once."""
    if "tier" not in _found and sys.platform == "linux":
        from .sandbox import containment  # made for Linux alone

        _found["tier"] = containment.strongest()
    return _found.get("tier")


_found = {}


@atexit.register
def _stop():
    current = _servers.pop(os.getpid(), None)
    if current is not None:
        current.close()
