"""Answers whose points are known: ``solutions/NAME/known_answers/TASK.py``, percent scripts.

A cell's title says whose answer it is:

- ``# %% right: a loop`` is another right answer, which must earn full points (see
  ``tests.fidelity``);
- ``# %% class: ada`` is what the student ``ada`` of the sample class answered (see ``sample``);
  ``# %% class: ada, cell TASK-test`` what that student made of another cell of the task.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from . import notebooks

TITLE = re.compile(
    r"^# %% (?:(\[markdown\]) )?(right|class): (.+?)(?:, cell (\S+))?\n", re.MULTILINE
)


class Answer(NamedTuple):
    """An answer: the task, ``right`` or ``class``, what it is or whose, the cell and its source."""

    task: str
    kind: str
    title: str
    cell: str
    source: str


def folder(name):
    """The folder of a problem set's known answers."""
    return notebooks.script(name).parent / "known_answers"


def read(name: str, kind: str) -> Iterator[Answer]:
    """The known answers of a problem set.

    Parameters
    ----------
    name : str
        The problem set.
    kind : {"right", "class"}
        Right alternatives, or those of the sample class.

    Yields
    ------
    Answer
        Task by task in alphabetical order, each task's in the order of its file.
    """
    for path in sorted(folder(name).glob("*.py")):
        _, *parts = TITLE.split(path.read_text(encoding="utf-8"))
        for markdown, of, title, cell, source in zip(*[iter(parts)] * 5, strict=True):
            if of == kind:
                text = source.strip("\n")
                # jupytext keeps text cells as comments
                text = re.sub(r"^# ?", "", text, flags=re.MULTILINE) if markdown else text
                yield Answer(path.stem, of, title, cell or path.stem, text)
