"""What each problem set adds to the proof, read from its folder here.

The docstring of tests.fidelity says how to add a set.
"""

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from course import answers

HERE = Path(__file__).parent


class Plan(NamedTuple):
    """What a problem set adds.

    The keys are names of students' functions in the first two, and of tasks in the others.
    """

    inputs: dict  # functions of a random generator, which give one tuple of arguments
    # for functions that draw: functions of what was returned and of the arguments, which give
    # {promise: kept}
    promises: dict
    right: dict  # {description: answer cell}
    wrong: dict  # {description: answer cell}
    typed_in: dict  # an answer cell that is right for the visible case alone


def plan(name):
    """The Plan of a problem set."""
    folder = HERE / name
    assert folder.is_dir(), (
        f"{folder} is missing: how to add it stands in tests/fidelity/__init__.py"
    )
    modules = {
        path.stem: import_module(f"{__name__}.{name}.{path.stem}") for path in folder.glob("*.py")
    }
    inputs, promises = (
        _functions(modules[part]) if part in modules else {} for part in ("inputs", "promises")
    )
    right: dict = {}
    for answer in answers.read(name, "right"):
        right.setdefault(answer.task, {})[answer.title] = answer.source + "\n"
    wrong = {
        task: {
            description: slip(next(iter(right[task].values())), changes)
            for description, changes in found.items()
        }
        for task, found in modules["wrong"].SLIPS.items()
    }
    return Plan(inputs, promises, right, wrong, modules["wrong"].TYPED_IN)


def _functions(module):
    """The functions that a module defines for others, by name."""
    return {
        name: value
        for name, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__
    }


def slip(source, changes):
    """A source with pieces changed: old, new, old, new.

    Each old piece must stand in it exactly once.
    """
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert source.count(old) == 1, f"{old!r} stands {source.count(old)} times in\n{source}"
        source = source.replace(old, new)
    return source
