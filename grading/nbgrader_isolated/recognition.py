"""Which of the instructor's cells a submission's cells are, whatever became of their metadata."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from nbformat import NotebookNode

from .bindings import Bindings, Reader, statements
from .originals import Kind, Original, Originals, key, lines

LONGEST = 200_000  # characters of a cell that is compared line by line
KEPT = 0.5  # share of a stub's own lines in a cell that holds its answer


class Match(StrEnum):
    """By what an instructor's cell was found in a submission."""

    GRADE_ID = "grade_id"
    CELL_ID = "id of its cell"
    TEMPLATE = "text that was released"
    NAMES = "names that it binds"
    ORDER = "place where it stands"
    MISSING = "missing"


@dataclass(eq=False)
class Cell:
    """A cell of a submission.

    Attributes
    ----------
    fixed : str
        The instructor's set-up, test or text cell that it is.
    answers : list of str
        The answer cells whose answers it holds, or whose stub it is.
    host : str
        The answer cell that it stands for in the graded notebook.
    solves : bool
        Whether it holds more of an answer than the stub.
    stays : bool
        Whether the student's own text is part of the graded notebook.
    """

    position: int
    node: dict[str, Any]
    is_code: bool
    source: str
    claim: str
    fixed: str = ""
    answers: list[str] = field(default_factory=list)
    host: str = ""
    solves: bool = False
    stays: bool = True

    @property
    def unknown(self) -> bool:
        """Whether nothing of the instructor's was found in it."""
        return not self.fixed and not self.answers


def cells_in(nb: NotebookNode) -> list[Cell]:
    """Return the cells of a submission, whatever they lack."""
    found = nb.get("cells")
    nodes = [node for node in found if isinstance(node, dict)] if isinstance(found, list) else []
    return [
        Cell(position, node, node.get("cell_type") == "code", _source(node), _claim(node))
        for position, node in enumerate(nodes)
    ]


def _source(node: dict[str, Any]) -> str:
    source = node.get("source")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str):
        return ""
    # half of a surrogate pair cannot be written to a file
    return source.encode("utf-8", "replace").decode("utf-8")


def _metadata(node: dict[str, Any]) -> dict[str, Any]:
    metadata = node.get("metadata")
    return metadata if isinstance(metadata, dict) else {}


def _claim(node: dict[str, Any]) -> str:
    about = _metadata(node).get("nbgrader")
    name = about.get("grade_id") if isinstance(about, dict) else None
    return name if isinstance(name, str) else ""


def _ids(node: dict[str, Any]) -> list[str]:
    """Return the ids of a cell; some editors keep them among the metadata."""
    metadata = _metadata(node)
    found = [node.get("id"), metadata.get("id"), metadata.get("cell_id")]
    return [name for name in found if isinstance(name, str)]


class Matching:
    """What of a submission is which of the instructor's cells.

    Attributes
    ----------
    how : dict
        By name of a cell, how it was found.
    instances : dict
        By name of a cell, the cells that were found to be it or its answer.
    solved : dict
        By name of an answer cell, those that hold more than its stub.
    """

    def __init__(self, cells: list[Cell], originals: Originals) -> None:
        self.cells, self.originals, self.reader = cells, originals, Reader()
        self.how = dict.fromkeys(originals.cells, Match.MISSING)
        self.instances: dict[str, list[Cell]] = {name: [] for name in originals.cells}
        self.solved: dict[str, list[Cell]] = {cell.name: [] for cell in originals.of(Kind.ANSWER)}
        self._read: dict[Cell, Bindings] = {}
        self._by_grade_id()
        self._by_cell_id()
        self._by_text()
        self._by_lines()
        if self.open():
            self._by_lines_of_stub()
            self._by_names()
            self._by_order()

    def bindings(self, cell: Cell) -> Bindings:
        """Return the names of a code cell, read once."""
        if cell not in self._read:
            self._read[cell] = self.reader.read(cell.source) if cell.is_code else Bindings()
        return self._read[cell]

    def open(self) -> list[Original]:
        """Answer cells for which nothing but a stub was found."""
        return [cell for cell in self.originals.of(Kind.ANSWER) if not self.solved[cell.name]]

    def binds_none_of(self, names: Collection[str]) -> bool:
        """Return whether it is certain that no cell of the student's binds these names."""
        read = [self.bindings(cell) for cell in self.cells if cell.stays and cell.is_code]
        return all(cell.complete and cell.binds.isdisjoint(names) for cell in read)

    def _take(self, cell: Cell, original: Original, how: Match) -> None:
        name = original.name
        if not self.instances[name]:
            self.how[name] = how
        self.instances[name].append(cell)
        if original.kind is not Kind.ANSWER:
            cell.fixed, cell.stays = name, False
            return
        cell.answers.append(name)
        if key(cell.source) not in ("", original.key):
            if not self.solved[name]:
                self.how[name] = how
            self.solved[name].append(cell)
            cell.solves = True

    def _by_grade_id(self) -> None:
        for cell in self.cells:
            if cell.claim in self.originals.cells:
                self._take(cell, self.originals.cells[cell.claim], Match.GRADE_ID)
        for original in self.originals.of(Kind.SET_UP, Kind.TEST, Kind.TEXT):
            self._tell_copies_apart(original)

    def _tell_copies_apart(self, original: Original) -> None:
        """Tell a student's own cells from copies of the instructor's.

        Of a cell that stands in the notebook more than once, a copy that was filled with something
        else is the student's own.
        """
        copies = self.instances[original.name]
        if len(copies) < 2:
            return
        alike = [cell for cell in copies if original.resembles(cell.source)] or copies[:1]
        for cell in set(copies).difference(alike):
            cell.fixed, cell.stays = "", True
        self.instances[original.name] = alike

    def _by_cell_id(self) -> None:
        for cell in self._unknown():
            for name in _ids(cell.node):
                original = self.originals.cells.get(self.originals.by_id.get(name, ""))
                if original and cell.unknown and self._has_its_id(cell, original):
                    self._take(cell, original, Match.CELL_ID)
                    self._keep_additions(cell, original)

    def _has_its_id(self, cell: Cell, original: Original) -> bool:
        """Return whether a cell is the original whose id it has: two may have one id."""
        if original.kind is Kind.ANSWER:
            is_alike = cell.is_code == (original.cell_type == "code")
            return is_alike and self.how[original.name] in (Match.MISSING, Match.CELL_ID)
        return not self.instances[original.name] and original.resembles(cell.source)

    def _by_text(self) -> None:
        for cell in self._unknown():
            names = self.originals.by_key.get(key(cell.source), ())
            found = [self.originals.cells[name] for name in names if not self.instances[name]]
            fixed = [original for original in found if original.kind is not Kind.ANSWER]
            if fixed:
                self._take(cell, fixed[0], Match.TEMPLATE)
            elif found and len(names) == 1:
                self._take(cell, found[0], Match.TEMPLATE)

    def _by_lines(self) -> None:
        missing = {name for name, cells in self.instances.items() if not cells}
        for cell in self._unknown() if missing else ():
            if len(cell.source) > LONGEST or self._is_free(cell):
                continue
            shared = Counter(
                name
                for line in lines(cell.source)
                for name in self.originals.by_line.get(line, ())
                if name in missing
            )
            for name in sorted(self._in_order(shared), key=shared.__getitem__)[-1:]:
                original = self.originals.cells[name]
                if original.resembles(cell.source):
                    self._take(cell, original, Match.TEMPLATE)
                    self._keep_additions(cell, original)
                    missing.remove(name)

    def _keep_additions(self, cell: Cell, original: Original) -> None:
        """Let an edited cell stay beside the original, if that is not enough for what follows.

        Stock nbgrader runs a cell without metadata as it stands.
        """
        if original.kind is Kind.SET_UP:
            cell.stays = bool(statements(cell.source) - statements(original.source))
        elif original.kind is Kind.TEST:
            cell.stays = bool(self.bindings(cell).binds - original.bindings.binds)
        elif original.kind is Kind.TEXT:
            cell.stays = bool(lines(cell.source) - original.lines)

    def _by_lines_of_stub(self) -> None:
        index = self.originals.by_line_of_stub
        kept = Counter(name for names in index.values() for name in names)
        still_open = {original.name for original in self.open()}
        for cell in self._candidates():
            if len(cell.source) > LONGEST:
                continue
            shared = Counter(
                name
                for line in lines(cell.source)
                for name in index.get(line, ())
                if name in still_open and name not in cell.answers
            )
            for name in self._in_order(shared):
                original = self.originals.cells[name]
                is_alike = cell.is_code == (original.cell_type == "code")
                if is_alike and shared[name] >= KEPT * kept[name]:
                    self._take(cell, original, Match.TEMPLATE)

    def _by_names(self) -> None:
        still_open, index = {original.name for original in self.open()}, self.originals.by_bound
        for cell in self._candidates() if still_open else ():
            if not cell.is_code:
                continue
            is_own = cell.unknown
            for name in sorted(index.keys() & self.bindings(cell).binds):
                # answers may bind one name in turn: an answer to one of them is not all of them
                for answer in index[name] if is_own or len(index[name]) == 1 else ():
                    if answer in still_open and answer not in cell.answers:
                        self._take(cell, self.originals.cells[answer], Match.NAMES)

    def _by_order(self) -> None:
        """Find answers that nothing tells but their place: a text, or code of no known names."""
        order = longest_increasing(
            [(cell, self._place(cell)) for cell in self.cells if self._place(cell) >= 0]
        )
        places = [-1, *(self._place(cell) for cell in order), len(self.originals.cells)]
        starts = [-1, *(cell.position for cell in order), len(self.cells)]
        for original in self.open():
            gap = next(i for i, place in enumerate(places) if place > original.position)
            between = self.cells[starts[gap - 1] + 1 : starts[gap]]
            for cell in self._in_its_place(between, original)[:1]:
                self._take(cell, original, Match.ORDER)

    def _in_its_place(self, between: list[Cell], original: Original) -> list[Cell]:
        """Return the cells that may be an answer.

        Those come first that hold more than its stub, if no names tell that they are another's.
        """
        own = [
            cell
            for cell in between
            if cell.unknown
            and cell.is_code == (original.cell_type == "code")
            and cell.source.strip()
            and not self._is_free(cell)
        ]
        stubs = [cell for cell in own if key(cell.source) == original.key]
        others = [cell for cell in own if key(cell.source) != original.key]
        return stubs if self.originals.expected[original.name] else others + stubs

    def _place(self, cell: Cell) -> int:
        """Return the place among the instructor's cells, -1 of a cell that holds none of them."""
        names = [cell.fixed] if cell.fixed else [n for n in cell.answers if self.solved[n]]
        return min((self.originals.cells[name].position for name in names), default=-1)

    def _in_order(self, names: Iterable[str]) -> list[str]:
        return sorted(names, key=lambda name: self.originals.cells[name].position)

    def _unknown(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.unknown]

    def _candidates(self) -> list[Cell]:
        """Return cells that may hold an answer: the student's own, and answers to others."""
        return [
            cell
            for cell in self.cells
            if not cell.fixed
            and cell.source.strip()
            and not self._is_free(cell)
            and (cell.solves or not cell.answers)
        ]

    def _is_free(self, cell: Cell) -> bool:
        """Return whether it is a released cell that is neither graded nor locked."""
        return not cell.answers and key(cell.source) in self.originals.free


def longest_increasing(pairs: Iterable[tuple[Cell, int]]) -> list[Cell]:
    """Return as many cells as can be, of those given with their places, that stand in order.

    Of two cells with the same place at most one is among them.
    """
    tails: list[int] = []
    ends: list[tuple[Cell, Any]] = []  # by length: the last cell, and the same of what is before it
    for cell, place in pairs:
        length = bisect_left(tails, place)
        end = (cell, ends[length - 1] if length else None)
        tails[length : length + 1], ends[length : length + 1] = [place], [end]
    found, link = [], ends[-1] if ends else None
    while link:
        found.append(link[0])
        link = link[1]
    return found[::-1]
