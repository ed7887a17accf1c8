"""Whether an answer gives what the reference gives, on many random inputs."""

from copy import deepcopy
from itertools import islice
from typing import NamedTuple

import numpy as np

from .forks import TimeUp, alarm, close_figures

DRAWING = 100  # a figure costs as much as this many other calls
PROMISED = ValueError  # the error that the problem sets promise for refused arguments


class Difference(NamedTuple):
    """Where two answers part.

    The call, what the reference gives, what the other gives, and whether the other ever returns.
    """

    call: str
    want: str
    got: str
    returns: bool


def first_difference(ours, theirs, functions, plan, tries):
    """The first random call on which an answer differs from the reference, or None.

    Parameters
    ----------
    ours, theirs : dict
        What the reference and the answer define.
    functions : list of str
        The functions to compare.
    plan : Plan
        The problem set's random inputs and promises.
    tries : int
        Calls of each function; a hundredth of that for a function that draws.
    """
    calls = _random_calls(functions, plan, tries)
    for name, arguments in calls:
        promises = plan.promises.get(name)
        got, want = (_outcome(names.get(name), arguments, promises) for names in (theirs, ours))
        if isinstance(want, Exception) and not isinstance(want, PROMISED):
            raise AssertionError(f"the reference itself raises {want!r} on {name}{arguments}")
        if not same(want, got):
            return Difference(
                f"{name}{arguments}", _told(want), _told(got), _returns(theirs, name, got, calls)
            )
    return None


def _random_calls(functions, plan, tries):
    """Calls (name, arguments) of the functions in turn, the same ones every time."""
    generators = {name: np.random.default_rng(position) for position, name in enumerate(functions)}
    for number in range(tries):
        for name in functions:
            if number < tries / (DRAWING if name in plan.promises else 1):
                yield name, plan.inputs[name](generators[name])


def _returns(names, function, outcome, calls, more=40):
    """Whether a function returned, or does so for one of the next calls."""
    if isinstance(outcome, TimeoutError):
        return False
    others = (
        _outcome(names.get(name), arguments, None)
        for name, arguments in islice(calls, more)
        if name == function
    )
    return not isinstance(outcome, Exception) or any(
        not isinstance(other, Exception) for other in others
    )


def _outcome(function, arguments, promises):
    """What a function returned, or the error that it raised; of a drawing, {promise: kept}."""
    try:
        with alarm(1):
            returned = function(*deepcopy(arguments))
            return returned if promises is None else promises(returned, *arguments)
    except TimeUp:
        return TimeoutError()
    except Exception as reason:
        return reason
    finally:
        close_figures(but_last=1)


def _told(outcome):
    """An outcome in words; of a drawing, the promises that it breaks."""
    if isinstance(outcome, dict):
        return f"a figure that breaks {[promise for promise, kept in outcome.items() if not kept]}"
    return repr(outcome)


def same(want, got):
    """Whether two outcomes are the same answer.

    They are if both are the promised error, or if they are equal in kind, shape and, up to
    rounding, value.
    """
    if isinstance(want, Exception) or isinstance(got, Exception):
        return isinstance(want, PROMISED) and isinstance(got, PROMISED)
    if isinstance(want, dict):
        return (
            isinstance(got, dict)
            and got.keys() == want.keys()
            and all(same(want[key], got[key]) for key in want)
        )
    if isinstance(want, (tuple, list)):
        several = isinstance(got, (tuple, list)) or (isinstance(got, np.ndarray) and got.ndim > 0)
        return (
            several
            and len(got) == len(want)
            and all(same(w, g) for w, g in zip(want, got, strict=True))
        )
    if not isinstance(got, (bool, int, float, str, np.generic, np.ndarray)):
        return False
    # a Python number may be too large for NumPy's whole numbers
    got, want = (np.asarray(value, float if type(value) is int else None) for value in (got, want))
    if got.shape != want.shape or want.dtype.kind not in "iuf":
        return (
            got.shape == want.shape
            and got.dtype.kind == want.dtype.kind
            and bool(np.all(got == want))
        )
    return got.dtype.kind in "iuf" and np.allclose(got, want, rtol=1e-6, atol=1e-12, equal_nan=True)
