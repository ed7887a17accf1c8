"""A kernel's IPython shell without the kernel.

It runs a cell and keeps its outputs as a notebook would.
"""

from __future__ import annotations

import ast
import asyncio
import base64
import codecs
import contextlib
import fnmatch
import io
import os
import pickle
import re
import selectors
import signal
import subprocess
import sys
import time
import types
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import comm
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.profiledir import ProfileDir
from IPython.extensions.storemagic import StoreMagics
from traitlets import observe
from traitlets.config import Config

from ..channel.codec import clean
from . import surroundings
from .names import UNREADABLE

# the grader's own frames are no news to anybody
PACKAGE = str(Path(__file__).resolve().parent.parent) + os.sep
STANDARD_LIBRARY = f"File {os.path.dirname(os.__file__)}{os.sep}"
MAY_WAIT = re.compile(r"\b(await|async)\b")
PICTURES = 8  # figures of a cell that are kept
KINDS = ("text/plain", "text/html", "text/latex", "text/markdown", "image/png")


class CellTimeoutError(KeyboardInterrupt):
    """A cell took longer than it may; no ``except Exception`` stops it.

    Parameters
    ----------
    seconds : float
        What it may take.
    text : str
        What is said of it, with ``{}`` for the seconds.
    """

    def __init__(self, seconds: float, text: str = "more than {}") -> None:
        rounded = max(0.1, round(seconds, 1))
        super().__init__(text.format(f"{rounded:g} second{'s' * (rounded != 1)}"))
        self.seconds = seconds


class _Publisher(DisplayPublisher):
    shell: Shell

    def publish(  # type: ignore[override]
        self, data: dict[str, Any], metadata: object = None, **_: object
    ) -> None:
        self.shell.keep({"output_type": "display_data", "data": texts(data), "metadata": {}})

    def clear_output(self, wait: bool = False) -> None:
        self.shell.clear(wait)


class _Compiler(CachingCompiler):
    """Reads a cell's text once: to see whether it is plain Python, and to run it."""

    read: tuple[str, ast.Module] | None = None

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> Any:
        read, self.read = self.read, None
        if read and read[0] == source and symbol == "exec":
            return read[1]
        return super().ast_parse(source, filename, symbol)


class _Hook(DisplayHook):
    shell: Shell

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: dict[str, Any], md_dict: object = None) -> None:
        self.shell.keep(
            {
                "output_type": "execute_result",
                "data": texts(format_dict),
                "metadata": {},
                "execution_count": self.prompt_count,
            }
        )

    def finish_displayhook(self) -> None:
        pass


class Stream(io.TextIOBase):
    """A stream of a cell.

    Parameters
    ----------
    name : str
        Its name: stdout or stderr.
    heard : callable
        ``heard(name, text)`` gets what is written.
    """

    encoding = "utf-8"
    name: str

    def __init__(self, name: str, heard: Callable[[str, str], None]) -> None:
        self.name, self.heard = name, heard

    def write(self, text: str) -> int:
        """Hand over a text; return its length."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.heard(self.name, str(text))
        return len(text)

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def fileno(self) -> int:
        """Return the process's own stream, for programs that write there."""
        return 1 if self.name == "stdout" else 2


class Store(dict[str, bytes]):
    """What ``%store`` and ``%cd`` remember: copies, and no longer than the process lives."""

    def __getitem__(self, key: str) -> Any:
        return pickle.loads(super().__getitem__(key))

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, pickle.dumps(value))

    def __delitem__(self, key: str) -> None:
        self.pop(key, None)

    def get(self, key: str, default: Any = None) -> Any:
        """Return a copy of what is remembered under a name."""
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self, pattern: str = "*") -> list[str]:  # type: ignore[override]
        """Return the names that a shell's pattern matches."""
        return fnmatch.filter(super().keys(), pattern)


@contextmanager
def redirect_streams(listener: Callable[[str, str], None]) -> Iterator[None]:
    """Within it, what is printed goes to ``listener(name, text)``."""
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = Stream("stdout", listener), Stream("stderr", listener)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = kept


class Clock:
    """Whether the time was up: a cell may have swallowed the exception."""

    late = False


@contextmanager
def time_limit(seconds: float, grace: float = 1.0) -> Iterator[Clock]:
    """Within it, ``CellTimeoutError`` is raised when time is up.

    Within another one, whichever ends first counts.

    Parameters
    ----------
    seconds : float
        Wall time.
    grace : float
        Seconds after which a process that goes on regardless is ended.

    Yields
    ------
    Clock
        Whether the time was up.
    """
    clock, started = Clock(), time.monotonic()
    left = signal.getitimer(signal.ITIMER_REAL)[0]
    if 0 < left <= seconds:
        yield clock
        return

    def late(*_: object) -> NoReturn:
        clock.late = True
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, grace)
        raise CellTimeoutError(seconds)

    outer = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield clock
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, outer)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, left - (time.monotonic() - started)))


class Shell(ZMQInteractiveShell):
    """Runs cells.

    Attributes
    ----------
    most : int
        Characters of a cell's outputs that are kept.
    """

    most = 100_000
    history_manager: Any
    display_formatter: Any

    def __init__(self, **keywords: Any) -> None:
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "nocolor"
        config.IPKernelApp = Config()  # by this libraries tell a notebook from a terminal
        super().__init__(config=config, compiler_class=_Compiler, **keywords)
        self.outputs: list[dict[str, Any]] = []
        self.left, self.stale = self.most, False
        self.db = Store()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.kernel = types.SimpleNamespace(
            shell=self, comm_manager=comm.get_comm_manager(), eventloop=None, log=self.log
        )
        self._first_transformers = self._transformers()

    def init_io(self) -> None:
        """Leave the streams as they are."""

    @property
    def profile_dir(self) -> Any:  # type: ignore[override]
        """The folder of a profile, made when it is asked for."""
        os.makedirs(self.ipython_dir, exist_ok=True)
        return ProfileDir.create_profile_dir_by_name(self.ipython_dir, "default")

    def init_profile_dir(self, profile_dir: object) -> None:
        """Make no folder of a profile."""

    @observe("ipython_dir")
    def _ipython_dir_changed(self, change: object) -> None:
        """Make no folder where nobody writes."""

    def init_display_formatter(self) -> None:
        """Show what a notebook keeps here."""
        super().init_display_formatter()
        self.display_formatter.active_types = list(KINDS)

    def init_displayhook(self) -> None:
        """Keep the value of a cell's last line."""
        super().init_displayhook()
        self.displayhook = _Hook(parent=self, shell=self)
        self.display_trap.hook = self.displayhook

    def init_display_pub(self) -> None:
        """Keep what a cell displays."""
        self.display_pub = _Publisher(parent=self, shell=self)

    def init_magics(self) -> None:
        """Add the magic ``%store``, which a kernel loads as an extension."""
        super().init_magics()
        self.register_magics(StoreMagics)

    def enable_gui(self, gui: object = None) -> None:
        """Start no event loop of a toolkit."""

    def settle(self) -> None:
        """Begin as a new kernel does, in the scratch folder."""
        surroundings.settle()
        self.home_dir, self.ipython_dir = os.environ["HOME"], os.environ["IPYTHONDIR"]
        history = self.history_manager
        history.reset(new_session=False)
        history.input_hist_parsed[:] = history.input_hist_raw[:] = [""]
        history.dir_hist[:] = [os.getcwd()]

    def _tee(self, channel: str) -> Any:
        """Keep no second copy of what is printed: IPython's has no end."""
        return contextlib.nullcontext()

    def system_piped(self, cmd: str) -> None:
        """Run a program in the user's shell and print what it writes.

        IPython's own way needs a terminal, of which there is none here.
        """
        if cmd.rstrip().endswith("&"):
            raise OSError("Background processes not supported.")
        code = run_program(self.var_expand(cmd, depth=1))
        self.user_ns["_exit_code"] = code
        if getattr(self, "system_raise_on_error", False) and code:
            raise subprocess.CalledProcessError(code, cmd)

    system = system_piped

    def transform_cell(self, raw_cell: str) -> str:
        """Return a cell as Python, as IPython does.

        A cell that is plain Python of more than one line IPython leaves as it is, unless it holds
        IPython's own prompts, which are Python too; to see that takes a tenth of the time.
        """
        untouched = (
            not self.input_transformers_post
            and self._transformers() == self._first_transformers
            and "In [" not in raw_cell
        )
        if untouched and "\n" in raw_cell.strip() and not raw_cell[0].isspace():
            try:
                cell = raw_cell if raw_cell.endswith("\n") else f"{raw_cell}\n"
                self.compile.read = cell, ast.parse(cell)  # type: ignore[attr-defined]
                return cell
            except UNREADABLE:
                pass
        return str(super().transform_cell(raw_cell))

    def should_run_async(self, raw_cell: str, **about: Any) -> bool:
        """Return whether a cell waits at its top level, for which IPython compiles it."""
        return bool(MAY_WAIT.search(raw_cell)) and super().should_run_async(raw_cell, **about)

    def _transformers(self) -> list[Any]:
        manager = self.input_transformer_manager
        return [*manager.cleanup_transforms, *manager.line_transforms, *manager.token_transformers]

    def keep(self, output: dict[str, Any]) -> None:
        """Keep an output of the running cell, if there is room."""
        self._clear_if_stale()
        size = sum(map(len, output.get("data", {}).values()))
        if size <= self.left:
            self.left -= size
            self.outputs.append(output)

    def stream(self, name: str, text: str) -> None:
        """Keep what the running cell writes to a stream, as far as there is room."""
        self._clear_if_stale()
        text = clean(text[: max(0, self.left)])
        if not text:
            return
        self.left -= len(text)
        last = self.outputs[-1] if self.outputs else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += text
        else:
            self.outputs.append({"output_type": "stream", "name": name, "text": text})

    def clear(self, wait: bool = False) -> None:
        """Drop the running cell's outputs; with ``wait``, when the next one comes."""
        self.stale = True
        if not wait:
            self._clear_if_stale()

    def _clear_if_stale(self) -> None:
        if self.stale:
            self.outputs.clear()
            self.left, self.stale = self.most, False

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        self._clear_if_stale()
        name = "CellTimeoutError" if issubclass(etype, CellTimeoutError) else etype.__name__
        lines = [
            *_without_own_frames(stb[:-1]),
            *getattr(evalue, "student_traceback", list)(),
            *stb[-1:],
        ]
        self.outputs.append(error(name, _text_of(evalue), lines))

    def run(
        self, source: str, seconds: float | None = None, number: int = 1
    ) -> tuple[list[dict[str, Any]], BaseException | None]:
        """Run a notebook's cell.

        Parameters
        ----------
        source : str
            Its text.
        seconds : float, optional
            Wall time that it may take; without it the cell runs outside an event loop.
        number : int
            Its number among the notebook's code cells, from 1.

        Returns
        -------
        outputs : list of dict
            As a notebook keeps them.
        ended : BaseException or None
            The exception that ended it.
        """
        self.outputs, self.left, self.stale, self.execution_count = [], self.most, False, number
        history = self.history_manager
        for entered in (history.input_hist_parsed, history.input_hist_raw):
            entered += [""] * (number - len(entered))
        with redirect_streams(self.stream):
            try:
                if seconds is None:
                    result = self.run_cell(source, store_history=True)
                else:
                    with time_limit(seconds) as clock:
                        result = self._run(source)
                ended = result.error_before_exec or result.error_in_exec
                if seconds and clock.late and not isinstance(ended, CellTimeoutError):
                    raise CellTimeoutError(seconds)
            except CellTimeoutError as late:  # outside the cell's own code
                self.outputs.append(error("CellTimeoutError", str(late)))
                ended = late
            except RuntimeError as broken:  # the event loop, which a cell may stop
                self.outputs.append(error("RuntimeError", str(broken)))
                ended = broken
        return self.outputs, ended

    def _run(self, source: str) -> Any:
        """Run a cell inside an event loop that goes on from cell to cell, as a kernel does."""
        if self.loop is None:
            self.loop = _new_loop()
        try:
            return self.loop.run_until_complete(self._awaited(source))
        except BaseException:
            self.leave_loop()
            raise

    async def _awaited(self, source: str) -> Any:
        if not MAY_WAIT.search(source):
            return self.run_cell(source, store_history=True)
        transformed, failed = source, None
        try:
            transformed = self.transform_cell(source)
        except Exception:
            failed = sys.exc_info()
        about: dict[str, Any] = {
            "transformed_cell": transformed,
            "preprocessing_exc_tuple": failed,
        }
        if not self.should_run_async(source, **about):
            return self.run_cell(source, store_history=True)
        result = None
        try:
            result = await self.run_cell_async(source, store_history=True, **about)
            return result
        finally:
            self.events.trigger("post_execute")
            self.events.trigger("post_run_cell", result)

    def leave_loop(self) -> None:
        """Drop the event loop, with what runs in it."""
        loop, self.loop = self.loop, None
        if loop is None:
            return
        for task in asyncio.all_tasks(loop):
            task._log_destroy_pending = False  # type: ignore[attr-defined]
        with contextlib.suppress(Exception):
            loop.close()


def _new_loop() -> asyncio.AbstractEventLoop:
    # of what the usual one has of the system, a copy of this process would have the very same
    return asyncio.SelectorEventLoop(selectors.SelectSelector())


def in_loop(body: Callable[[], None]) -> None:
    """Run a function inside an event loop, as a kernel runs what cells call."""

    async def within() -> None:
        body()

    _new_loop().run_until_complete(within())


def awaited(value: Awaitable[Any]) -> Any:
    """Return what comes of something awaited, in a loop within the one that runs."""

    async def within() -> Any:
        return await value

    outer = asyncio.events._get_running_loop()
    asyncio.events._set_running_loop(None)
    try:
        return _new_loop().run_until_complete(within())
    finally:
        asyncio.events._set_running_loop(outer)


# by this name notebooks tell whether they run in Jupyter
Shell.__name__ = Shell.__qualname__ = ZMQInteractiveShell.__name__
Shell.__module__ = ZMQInteractiveShell.__module__


def run_program(command: str) -> int:
    """Run a command in the user's shell, and print what it writes.

    Returns its exit code; of a program that a signal ended, the signal's number below zero.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    started = subprocess.Popen(
        [os.environ.get("SHELL", "/bin/sh"), "-c", command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert started.stdout
    with started.stdout as written:
        while part := os.read(written.fileno(), 1 << 16):
            sys.stdout.write(decoder.decode(part))
    sys.stdout.write(decoder.decode(b"", final=True))
    code = started.wait()
    return 128 - code if code > 128 else code


def _text_of(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return "its text cannot be shown"


def _without_own_frames(lines: list[str]) -> list[str]:
    """Return a traceback without the frames of this package, and of what it calls of Python's."""
    kept: list[str] = []
    inside = False
    for line in lines:
        hidden = "skipping hidden" in line
        if PACKAGE in line:
            inside = True
            if kept and "skipping hidden" in kept[-1]:
                kept.pop()
        elif not (inside and (hidden or line.startswith(STANDARD_LIBRARY))):
            inside = False
            kept.append(line)
    return kept


def error(name: str, text: str, lines: list[str] | None = None) -> dict[str, Any]:
    """Return the output of an exception."""
    text = clean(text)[:2000]
    return {
        "output_type": "error",
        "ename": clean(name)[:200],
        "evalue": text,
        "traceback": [clean(line)[:5000] for line in lines or [f"{name}: {text}"]][-100:],
    }


def figures() -> list[dict[str, Any]]:
    """Show the figures that a cell left open, as outputs, and close them, as a notebook does."""
    plt = sys.modules.get("matplotlib.pyplot")
    if plt is None:
        return []
    shown = []
    for number in plt.get_fignums()[:PICTURES]:
        file = io.BytesIO()
        try:
            plt.figure(number).savefig(file, format="png", dpi=50)
        except Exception:
            continue
        shown.append(
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {"image/png": base64.b64encode(file.getvalue()).decode()},
            }
        )
    plt.close("all")
    return shown


def texts(data: dict[str, Any]) -> dict[str, str]:
    """Return the parts of an output that are kept."""
    return {
        kind: clean(part) for kind, part in data.items() if kind in KINDS and isinstance(part, str)
    }
