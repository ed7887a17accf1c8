"""An IPython shell without a kernel: runs a cell and keeps its outputs as a notebook would."""

import ast
import base64
import io
import os
import signal
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from ..channel.codec import clean

# the grader's own frames are no news to anybody
PACKAGE = str(Path(__file__).resolve().parent.parent) + os.sep
PICTURES = 8  # figures of a cell that are kept
KINDS = ("text/plain", "text/html", "text/latex", "text/markdown", "image/png")


class CellTimeoutError(KeyboardInterrupt):
    """A cell took longer than it may; no ``except Exception`` stops it."""


class _Publisher(DisplayPublisher):
    def publish(self, data, metadata=None, **_):
        self.shell.keep({"output_type": "display_data", "data": texts(data), "metadata": {}})


class _Hook(DisplayHook):
    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.keep(
            {
                "output_type": "execute_result",
                "data": texts(format_dict),
                "metadata": {},
                "execution_count": self.prompt_count,
            }
        )

    def finish_displayhook(self):
        pass


class Stream(io.TextIOBase):
    """A stream of a cell: ``heard(name, text)`` gets what is written."""

    encoding = "utf-8"

    def __init__(self, name, heard):
        self.name, self.heard = name, heard

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.heard(self.name, str(text))
        return len(text)

    def writable(self):
        return True


@contextmanager
def redirect_streams(listener):
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
def time_limit(seconds, grace=1.0):
    """Within it, ``Overtime`` is raised after so many seconds; a process that goes on regardless is
    ended ``grace`` seconds later.

    Within another one, whichever ends first counts. Gives a ``Clock``.
    """
    clock, started = Clock(), time.monotonic()
    left = signal.getitimer(signal.ITIMER_REAL)[0]
    if 0 < left <= seconds:
        yield clock
        return

    def late(*_):
        clock.late = True
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, grace)
        raise CellTimeoutError(f"more than {seconds:g} seconds")

    outer = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield clock
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, outer)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, left - (time.monotonic() - started)))


class Shell(InteractiveShell):
    """Runs cells. ``most`` characters of a cell's outputs are kept."""

    most = 100_000

    def __init__(self, **keywords):
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "nocolor"
        super().__init__(config=config, **keywords)
        self.outputs, self.left = [], self.most
        self._first_transformers = self._transformers()

    def init_io(self):
        pass

    def init_virtualenv(self):
        pass

    def init_display_formatter(self):
        super().init_display_formatter()
        self.display_formatter.active_types = list(KINDS)

    def init_displayhook(self):
        super().init_displayhook()
        self.displayhook = _Hook(parent=self, shell=self)
        self.display_trap.hook = self.displayhook

    def init_display_pub(self):
        self.display_pub = _Publisher(parent=self, shell=self)

    def enable_gui(self, gui=None):
        pass

    def transform_cell(self, raw_cell):
        """IPython's, but for a cell that is plain Python of more than one line, which IPython
        leaves as it is: to see that takes a tenth of the time.
        """
        untouched = (
            not self.input_transformers_post and self._transformers() == self._first_transformers
        )
        if untouched and "\n" in raw_cell.strip() and not raw_cell[0].isspace():
            try:
                ast.parse(raw_cell)
                return raw_cell if raw_cell.endswith("\n") else f"{raw_cell}\n"
            except (SyntaxError, ValueError, MemoryError, RecursionError):
                pass
        return super().transform_cell(raw_cell)

    def _transformers(self):
        manager = self.input_transformer_manager
        return [*manager.cleanup_transforms, *manager.line_transforms, *manager.token_transformers]

    def keep(self, output):
        """Keep an output of the running cell, if there is room."""
        size = sum(map(len, output.get("data", {}).values()))
        if size <= self.left:
            self.left -= size
            self.outputs.append(output)

    def stream(self, name, text):
        """Keep what the running cell writes to a stream, as far as there is room."""
        text = clean(text[: max(0, self.left)])
        if not text:
            return
        self.left -= len(text)
        last = self.outputs[-1] if self.outputs else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += text
        else:
            self.outputs.append({"output_type": "stream", "name": name, "text": text})

    def _showtraceback(self, etype, evalue, stb):
        name = "CellTimeoutError" if issubclass(etype, CellTimeoutError) else etype.__name__
        lines = [*_notebooks(stb[:-1]), *getattr(evalue, "student_traceback", list)(), *stb[-1:]]
        self.outputs.append(error(name, str(evalue), lines))

    def run(self, source, seconds=None, number=1):
        """Run a notebook's cell of that number; returns its outputs and the exception that ended
        it, None if there was none.
        """
        self.outputs, self.left, self.execution_count = [], self.most, number
        with redirect_streams(self.stream):
            try:
                if seconds is None:
                    result = self.run_cell(source, store_history=True)
                else:
                    with time_limit(seconds) as clock:
                        result = self.run_cell(source, store_history=True)
                ended = result.error_before_exec or result.error_in_exec
                if ended is None and seconds is not None and clock.late:
                    raise CellTimeoutError(f"more than {seconds:g} seconds")
            except CellTimeoutError as late:  # outside the cell's own code
                self.outputs.append(error("CellTimeoutError", str(late)))
                ended = late
        return self.outputs, ended


def _notebooks(lines):
    """A traceback without the frames of this package."""
    kept = []
    for line in lines:
        if PACKAGE not in line:
            kept.append(line)
        elif kept and "skipping hidden" in kept[-1]:
            kept.pop()
    return kept


def error(name, text, lines=None):
    """The output of an exception."""
    text = clean(text)[:2000]
    return {
        "output_type": "error",
        "ename": clean(name)[:200],
        "evalue": text,
        "traceback": [clean(line)[:5000] for line in lines or [f"{name}: {text}"]][-100:],
    }


def figures():
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


def texts(data):
    return {
        kind: clean(part) for kind, part in data.items() if kind in KINDS and isinstance(part, str)
    }
