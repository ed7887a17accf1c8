"""Exceptions that cross between processes.

They are of builtin classes, or of classes made from these, with plain arguments.
"""

import builtins
from typing import Any

import numpy as np

# StopIteration would end the test's own loop early; the others are not a student's to raise in a
# test.
REFUSED = {"StopIteration", "StopAsyncIteration", "GeneratorExit", "ExceptionGroup"}
KNOWN: dict[str, type[Exception]] = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type)
    and issubclass(kind, Exception)
    and not issubclass(kind, BaseExceptionGroup)
    and name not in REFUSED
}
KNOWN["numpy.linalg.LinAlgError"] = np.linalg.LinAlgError
NAMES = {kind: name for name, kind in KNOWN.items()}
PLAIN = (str, int, float, bool, type(None))


def nearest(kind: type) -> str:
    """Return the name of the first allowed class among an exception class and its bases.

    Returns
    -------
    str
        "" if one that is refused comes first.
    """
    for base in kind.__mro__:
        if base in NAMES:
            return NAMES[base]
        if base.__name__ in REFUSED and base.__module__ == "builtins":
            return ""
    return ""


def describe(error: BaseException) -> tuple[str, list[Any]]:
    """Return class name and plain arguments under which an exception travels.

    A student's own class goes as the nearest allowed one, one that is refused as RuntimeError.
    """
    try:
        arguments = [a if type(a) in PLAIN else str(a) for a in error.args]
    except Exception:
        arguments = ["its text cannot be shown"]
    name = nearest(type(error))
    if not name:
        return "RuntimeError", [": ".join([type(error).__name__, *map(str, arguments)])]
    return name, arguments


def rebuild(name: Any, arguments: Any) -> Exception:
    """Return the exception that was described.

    For whatever cannot be one that is allowed, this is a RuntimeError.
    """
    kind = KNOWN.get(name, RuntimeError) if type(name) is str else RuntimeError
    plain = [a for a in arguments if type(a) in PLAIN] if type(arguments) is list else []
    try:
        return kind(*plain)
    except Exception:
        return RuntimeError(": ".join(map(str, [name, *plain])))
