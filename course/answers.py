"""Answers whose points are known, from the percent scripts ``known_answers/TASK.py``.

The scripts lie in ``solutions/NAME``. The title of each cell says whose answer it is:

- ``# %% right: a loop`` is another correct answer, which must earn full points (see
  ``tests.fidelity``).
- ``# %% class: ada`` is the answer of ``ada``, a student in the sample class (see ``sample``).
- ``# %% class: ada, cell TASK-test`` is what she put into another cell of the task.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from . import notebooks

TITLE = re.compile(
    r"^# %% (?:(\[markdown\]) )?(right|class): (.+?)(?:, cell (\S+))?\n", re.MULTILINE
)


class Answer(NamedTuple):
    """One known answer to a task.

    Attributes
    ----------
    task : str
        The task that it answers.
    kind : {"right", "class"}
        A correct alternative, or an answer from the sample class.
    title : str
        What sets the alternative apart, or the student's name.
    cell : str
        ``grade_id`` of the cell that it goes into.
    source : str
        The cell's text.
    """

    task: str
    kind: str
    title: str
    cell: str
    source: str


def folder(name: str) -> Path:
    """Return the folder that holds a problem set's known answers."""
    return notebooks.script(name).parent / "known_answers"


def read(name: str, kind: str) -> Iterator[Answer]:
    """Read the known answers of one kind for a problem set.

    Parameters
    ----------
    name : str
        The problem set.
    kind : {"right", "class"}
        Correct alternatives, or answers from the sample class.

    Yields
    ------
    Answer
        Tasks in alphabetical order; the answers to each task in the order of its file.
    """
    for path in sorted(folder(name).glob("*.py")):
        _, *parts = TITLE.split(path.read_text(encoding="utf-8"))
        for markdown, of, title, cell, source in zip(*[iter(parts)] * 5, strict=True):
            if of == kind:
                text = source.strip("\n")
                # jupytext stores text cells as comments
                text = re.sub(r"^# ?", "", text, flags=re.MULTILINE) if markdown else text
                yield Answer(path.stem, of, title, cell or path.stem, text)
