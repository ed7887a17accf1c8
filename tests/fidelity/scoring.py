"""Score a notebook's cells as stock nbgrader would, each notebook in a process of its own.

``scores`` is all that the proof knows of grading: another grader can take its place.
"""
import gc
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from contextlib import contextmanager
from functools import cache, partial
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import NamedTuple

import matplotlib

from course import notebooks

matplotlib.use("agg")
warnings.filterwarnings("ignore", "FigureCanvasAgg is non-interactive")  # in a notebook plt.show() draws

SECONDS = 5  # of computing for a cell: a busy machine does not count against it
MEMORY = 4 * 2**30  # bytes of address space for a notebook
PATIENCE = 300  # seconds by the clock for a process


class Cell(NamedTuple):
    """A code cell: its grade_id, what nbgrader takes it for (see course.notebooks.kind), its points and its code."""

    name: str
    kind: str
    points: float
    source: str


class TimeUp(BaseException):
    """A cell ran too long. No `except Exception` of a student or a test stops it."""


class Broken(Exception):
    """The proof itself failed in a process: what stands here is its traceback."""


def cells(path):
    """The code cells of a problem set's percent script."""
    return [
        Cell(cell.id, notebooks.kind(cell), cell.metadata.get("nbgrader", {}).get("points", 0), cell.source)
        for cell in notebooks.read(path).cells
        if cell.cell_type == "code"
    ]


def answered(sheet, task, source):
    """The cells with another answer to one task."""
    return [cell._replace(source=source) if cell.name == task and cell.kind == "answer" else cell for cell in sheet]


def scores(sheets):
    """Score notebooks, each a list of cells. Yields (position, {test cell: points}) as they are done."""
    for position, points in in_forks(partial(score, sheet) for sheet in sheets):
        yield position, points or {cell.name: 0 for cell in sheets[position] if cell.kind == "tests"}


def score(sheet):
    """Points by test cell: nbgrader gives none to a cell with an error or with anything on stderr, and else all.

    Runs in this process, which it leaves with stdout and stderr where the notebook put them.
    """
    names, points = {"__name__": "__main__"}, {}
    for cell in sheet:
        said = _stderr_size()
        fine = run_cell(cell, names)
        if cell.kind == "tests":
            points[cell.name] = cell.points if fine and _stderr_size() == said else 0
    return points


def define(sheet):
    """What all cells but the tests define."""
    names = {"__name__": "__main__"}
    for cell in sheet:
        if cell.kind != "tests":
            run_cell(cell, names)
    return names


def run_cell(cell, names):
    """Run a cell in these names. Says whether it ended without an error."""
    try:
        with alarm(SECONDS):
            exec(_compiled(cell.source, cell.name), names)
    except BaseException:
        return False
    finally:
        close_figures()
    return True


@cache
def _compiled(source, name):
    return compile(source, name, "exec")


def close_figures(but_last=0):
    """Close figures, as a notebook does after each cell."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot:
        numbers = pyplot.get_fignums()
        for number in numbers[: len(numbers) - but_last]:
            pyplot.close(number)


@contextmanager
def alarm(seconds):
    """Raise TimeUp in the block after some seconds of computing, and again every second, should somebody catch it."""

    def ring(signum, frame):
        raise TimeUp

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


# ---- processes


def in_forks(jobs, workers=2):
    """Run functions without arguments, each in a fork of this process, some at a time.

    Yields (position, what the function returned) as they end, with None for a fork that died or ran out of time.
    Call it from a process without threads. Raises Broken if a function raises.
    """
    jobs, running = enumerate(jobs), {}
    gc.freeze()  # else a fork's garbage collector goes through, and copies, all that it shares with this process
    try:
        while True:
            while len(running) < workers and (job := next(jobs, None)):
                pipe, process = _fork(job[1])
                running[pipe] = job[0], process, time.monotonic() + PATIENCE
            if not running:
                return
            ready = wait(running, timeout=1)
            late = [pipe for pipe, (_, _, end) in running.items() if pipe not in ready and time.monotonic() > end]
            for pipe in ready + late:
                position, process, _ = running.pop(pipe)
                returned, failure = _received(pipe) if pipe in ready else (None, None)
                _end(process)
                if failure:
                    raise Broken(failure)
                yield position, returned
    finally:
        gc.unfreeze()
        for _, process, _ in running.values():
            _end(process)


def _fork(job):
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(job, theirs))
    process.start()
    theirs.close()
    return ours, process


def _end(process):
    process.kill()
    process.join()


def _received(pipe):
    with pipe:
        try:
            return pipe.recv()
        except EOFError:
            return None, None


def _report(job, pipe):
    """In the fork: run the job with limits and out of hearing, and send (what it returned, None) or (None, traceback)."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    with open(os.devnull, "w") as nowhere, tempfile.TemporaryFile("w") as heard:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(heard.fileno(), 2)
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)
        try:
            pipe.send((job(), None))
        except Exception:
            pipe.send((None, traceback.format_exc()))


def _stderr_size():
    sys.stderr.flush()
    return os.fstat(2).st_size
