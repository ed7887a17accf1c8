"""Forks of this process, in which answers are called on random inputs."""

import gc
import os
import resource
import signal
import sys
import time
import traceback
import warnings
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import wait

import matplotlib

matplotlib.use("agg")
# in a notebook plt.show() draws
warnings.filterwarnings("ignore", "FigureCanvasAgg is non-interactive")

SECONDS = 5  # of computing for a cell: a busy machine does not count against it
MEMORY = 4 * 2**30  # bytes of address space for a fork
PATIENCE = 300  # seconds by the clock for a fork


class TimeUp(BaseException):
    """A call ran too long. No `except Exception` of a student stops it."""


class BrokenProofError(Exception):
    """The proof itself failed in a process: what stands here is its traceback."""


def define(sheet):
    """What all cells but the tests define; cells that fail are passed over."""
    names = {"__name__": "__main__"}
    for cell in sheet:
        if cell.kind != "tests":
            try:
                with alarm(SECONDS):
                    exec(compile(cell.source, cell.name, "exec"), names)
            except BaseException:
                continue
    return names


def close_figures(but_last=0):
    """Close figures, as a notebook does after each cell."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot:
        numbers = pyplot.get_fignums()
        for number in numbers[: len(numbers) - but_last]:
            pyplot.close(number)


@contextmanager
def alarm(seconds):
    """Raise TimeUp in the block after some seconds of computing.

    It is raised again every second, in case the first one is caught.
    """

    def ring(signum, frame):
        raise TimeUp

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def in_forks(jobs, workers=2):
    """Run functions without arguments, each in a fork of this process, some at a time.

    Yields (position, what the function returned) as they end, with None for a fork that died or ran
    out of time. Call it from a process without threads. Raises BrokenProofError if a function does.
    """
    jobs, running = enumerate(jobs), {}
    # else a fork's garbage collector goes through, and copies, all that it shares with this process
    gc.freeze()
    try:
        while True:
            while len(running) < workers and (job := next(jobs, None)):
                pipe, process = _fork(job[1])
                running[pipe] = job[0], process, time.monotonic() + PATIENCE
            if not running:
                return
            ready = wait(running, timeout=1)
            late = [
                pipe
                for pipe, (_, _, end) in running.items()
                if pipe not in ready and time.monotonic() > end
            ]
            for pipe in ready + late:
                position, process, _ = running.pop(pipe)
                returned, failure = _received(pipe) if pipe in ready else (None, None)
                _end(process)
                if failure:
                    raise BrokenProofError(failure)
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
    """Run the job in the fork, with limits and out of hearing, and send what came of it.

    That is (what the job returned, None) or (None, traceback).
    """
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115 (open as long as the fork lives)
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115 (the same)
        try:
            pipe.send((job(), None))
        except Exception:
            pipe.send((None, traceback.format_exc()))
