"""Answers that know nothing of the task: broken, lazy, or typed in for what a student sees."""

import ast

import numpy as np

ANYTHING = """\
class Anything:
    def __eq__(self, other):
        return True
    __lt__ = __le__ = __gt__ = __ge__ = __bool__ = __eq__
    __ne__ = lambda self, other: False
    __truediv__ = __rtruediv__ = lambda self, other: self
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__
    __getitem__ = __getattr__ = __call__ = lambda self, *_, **__: self
    __iter__ = lambda self: iter([self] * 3)
    __len__ = lambda self: 3
    __float__ = lambda self: 1.0
    __hash__ = object.__hash__
"""
RETURNED = {
    "returns an empty array": "np.array([])",
    "returns nan": "np.nan",
    "returns None": "None",
    "returns 0": "0",
    "returns its first argument": "arguments[0]",
    "returns an object that equals everything": "Anything()",
}
SPOILING = """
def _spoiling(function):
    def spoiled(*arguments):
        copies = [
            np.array(given) if isinstance(given, np.ndarray) else given for given in arguments
        ]
        for given in arguments:
            if isinstance(given, np.ndarray):
                given[...] = given[::-1].copy()
        return function(*copies)
    return spoiled
"""


def broken(functions):
    """Pairs (description, source) of answer cells that cannot be used."""
    yield (
        "raises",
        "\n".join(f"def {name}(*_):\n    raise NotImplementedError()" for name in functions),
    )
    yield "is missing", ""
    yield "is None", "\n".join(f"{name} = None" for name in functions)
    yield "does not compile", "def ("


def spoiling(functions, reference):
    """The reference, made to turn round the arrays that it is given."""
    return reference + SPOILING + "\n".join(f"{name} = _spoiling({name})" for name in functions)


def lazy(functions):
    """Pairs (description, source) of answer cells whose functions do no work."""
    for description, value in RETURNED.items():
        yield (
            description,
            ANYTHING
            + "\n".join(f"def {name}(*arguments):\n    return {value}" for name in functions),
        )
    yield (
        "always raises the promised error",
        "\n".join(f"def {name}(*_):\n    raise ValueError('no')" for name in functions),
    )


def typed_in(functions, tests, names):
    """An answer cell that knows only the calls in the visible parts of the tests.

    It gives the first result for all others. `names` is what the reference defines. Raises
    TypeError if a result cannot be written down.
    """
    seen = {name: {} for name in functions}

    def watched(name):
        def call(*arguments):
            returned = names[name](*arguments)
            seen[name][repr(arguments)] = _literal(returned)
            return returned

        return call

    for test in tests:
        visible = test.source.partition("### BEGIN HIDDEN TESTS")[0]
        exec(
            compile(visible, test.name, "exec"), names | {name: watched(name) for name in functions}
        )
    source = "nan, inf = np.nan, np.inf\n"
    for name, known in seen.items():
        table = ", ".join(f"{arguments!r}: {literal}" for arguments, literal in known.items())
        source += f"def {name}(*arguments):\n    known = {{{table}}}\n"
        source += "    return known.get(repr(arguments), [*known.values(), None][0])\n"
    return source


def _literal(value):
    """Python for a number, a text, an array, or a tuple, list or dict of them."""
    if isinstance(value, np.ndarray):
        return f"np.array({value.tolist()!r})"
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {_literal(part)}' for key, part in value.items())}}}"
    if isinstance(value, (tuple, list)):
        return f"{type(value).__name__}([{', '.join(map(_literal, value))}])"
    if isinstance(value, (int, float, str, type(None))):
        return repr(value)
    raise TypeError(f"a {type(value).__name__} cannot be typed in: give a TYPED_IN for this task")


def functions_of(source):
    """Names of the functions that a cell defines."""
    return [item.name for item in ast.parse(source).body if isinstance(item, ast.FunctionDef)]
