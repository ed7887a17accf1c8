"""Random edits of a notebook, as students and editors make them."""

from collections.abc import Callable, Iterator
from random import Random

import nbformat
from nbformat import NotebookNode

from tests.matching_course import own, solved

Edit = Callable[[NotebookNode, Random], None]
MOST = 5  # edits of one notebook


def _any(nb: NotebookNode, random: Random) -> int:
    return random.randrange(len(nb.cells))


def _delete(nb: NotebookNode, random: Random) -> None:
    del nb.cells[_any(nb, random)]


def _move(nb: NotebookNode, random: Random) -> None:
    first = _any(nb, random)
    some = nb.cells[first : first + random.choice([1, 1, 2, 3])]
    nb.cells = [c for c in nb.cells if not any(c is other for other in some)]
    place = random.randint(0, len(nb.cells))
    nb.cells[place:place] = some


def _move_question(nb: NotebookNode, random: Random) -> None:
    """Move all from one text to the next."""
    starts = [i for i, c in enumerate(nb.cells) if i and c.cell_type == "markdown"]
    parts = [nb.cells[a:b] for a, b in zip([0, *starts], [*starts, len(nb.cells)], strict=True)]
    parts.insert(random.randrange(len(parts)), parts.pop(random.randrange(len(parts))))
    nb.cells = [c for part in parts for c in part]


def _copy(nb: NotebookNode, random: Random) -> None:
    copy = nbformat.from_dict(nb.cells[_any(nb, random)])
    if random.random() < 0.8:
        copy.metadata = nbformat.from_dict({})
    nb.cells.insert(_any(nb, random), copy)


def _lose_metadata(nb: NotebookNode, random: Random) -> None:
    share = random.choice([0.1, 0.1, 0.5])
    for c in nb.cells:
        if random.random() < share:
            c.metadata = nbformat.from_dict(random.choice([{}, {"nbgrader": None}]))
            c["id"] = random.choice([c["id"], f"other-{random.random()}"])


def _split(nb: NotebookNode, random: Random) -> None:
    place = _any(nb, random)
    one, *others = nb.cells[place].source.split("\n\n\n")
    if others and nb.cells[place].cell_type == "code":
        nb.cells[place].source = one
        nb.cells[place + 1 : place + 1] = own(*others)


def _merge(nb: NotebookNode, random: Random) -> None:
    place = _any(nb, random)
    if place and nb.cells[place - 1].cell_type == nb.cells[place].cell_type:
        kept = nb.cells[random.choice([place - 1, place])]
        kept.source = "\n\n\n".join(c.source for c in nb.cells[place - 1 : place + 1])
        nb.cells[place - 1 : place + 1] = [kept]


def _retype(nb: NotebookNode, random: Random) -> None:
    """Write the text of a cell into a new one."""
    cell = nb.cells.pop(_any(nb, random))
    if cell.cell_type == "code":
        nb.cells.insert(random.randint(0, len(nb.cells)), *own(cell.source))


def _write(nb: NotebookNode, random: Random) -> None:
    text = random.choice(["print(1)", "x = 3", "ROWS = [2, 2]", "import math as m", "edge = mean"])
    nb.cells.insert(_any(nb, random), *own(text))


EDITS: list[Edit] = [
    _delete,
    _move,
    _move,
    _move_question,
    _move_question,
    _copy,
    _lose_metadata,
    _split,
    _merge,
    _retype,
    _write,
]


def edited(seed: int, count: int, nb: NotebookNode | None = None) -> Iterator[NotebookNode]:
    """Copies of a notebook, of the solved one by default, each edited several times."""
    random = Random(seed)
    for _ in range(count):
        copy = nbformat.from_dict(nb or solved())
        for _ in range(random.randint(1, MOST)):
            random.choice(EDITS)(copy, random)
        yield copy
