"""Exceptions that cross between processes: builtin classes with text arguments, and nothing else."""
import builtins

import numpy as np

# StopIteration would end the test's own loop early; the others are not a student's to raise in a test.
REFUSED = {"StopIteration", "StopAsyncIteration", "GeneratorExit", "ExceptionGroup"}
KNOWN = {name: kind for name, kind in vars(builtins).items()
         if isinstance(kind, type) and issubclass(kind, Exception) and not issubclass(kind, BaseExceptionGroup) and name not in REFUSED}  # fmt: skip
KNOWN["numpy.linalg.LinAlgError"] = np.linalg.LinAlgError
NAMES = {kind: name for name, kind in KNOWN.items()}
PLAIN = (str, int, float, bool, type(None))


def describe(error):
    """Class name and plain arguments under which an exception travels; a class that is not allowed becomes RuntimeError."""
    try:
        arguments = [a if type(a) in PLAIN else str(a) for a in error.args]
    except Exception:
        arguments = ["its text cannot be shown"]
    name = NAMES.get(type(error))
    if name is None:
        return "RuntimeError", [": ".join([type(error).__name__, *map(str, arguments)])]
    return name, arguments


def rebuild(name, arguments):
    """The exception that was described; RuntimeError for whatever cannot be one of the allowed."""
    kind = KNOWN.get(name, RuntimeError) if type(name) is str else RuntimeError
    plain = [a for a in arguments if type(a) in PLAIN] if type(arguments) is list else []
    try:
        return kind(*plain)
    except Exception:
        return RuntimeError(": ".join(map(str, [name, *plain])))
