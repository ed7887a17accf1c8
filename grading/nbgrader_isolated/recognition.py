"""Which of the instructor's cells a submission's cells are, whatever became of their metadata."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Any

from nbformat import NotebookNode

from .bindings import Bindings, Reader, statements
from .originals import Kind, Original, Originals, key, lines

LONGEST = 200_000  # characters of a cell that is compared line by line
KEPT = 0.5  # share of a stub's own lines in a cell that holds its answer


class Match(StrEnum):
    """By what an instructor's cell was found in a submission."""

    GRADE_ID = "grade_id"
    CELL_ID = "cell id"
    TEMPLATE = "text"
    NAMES = "the names defined there"
    ORDER = "position"
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

    @cached_property
    def key(self) -> str:
        """Its text without white space."""
        return key(self.source)

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
            self._keep_merged()
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

    def may_stand_elsewhere(self, original: Original) -> bool:
        """Return whether an answer that was not found may be in the submission all the same.

        An answer that is graded by hand may be any text of the student's own that is not known to
        be something else.
        """
        is_code = original.cell_type == "code"
        if is_code and not self.binds_none_of(original.bindings.binds):
            return True
        return bool(original.about["grade"]) and is_code in self._unexplained

    @cached_property
    def _unexplained(self) -> frozenset[bool]:
        """Return whether answers in code, and whether others, may stand unrecognised."""
        kinds: set[bool] = set()
        for cell in self._candidates():
            if cell.key in self.originals.by_key:
                continue
            if cell.unknown or cell.fixed:
                kinds |= {True, False}
            elif all(self.how[name] is Match.ORDER for name in cell.answers):
                kinds.add(cell.is_code)
        return frozenset(kinds)

    def binds_none_of(self, names: Collection[str]) -> bool:
        """Return whether it is certain that no cell of the student's binds one of these names."""
        return self._bound is not None and self._bound.isdisjoint(names)

    @cached_property
    def _bound(self) -> frozenset[str] | None:
        """Return the names that the student's code binds; None where it may bind more."""
        read = [self.bindings(cell) for cell in self.cells if cell.stays and cell.is_code]
        complete = all(cell.complete for cell in read)
        return frozenset().union(*(cell.binds for cell in read)) if complete else None

    def _take(self, cell: Cell, original: Original, how: Match) -> None:
        name = original.name
        if not self.instances[name]:
            self.how[name] = how
        self.instances[name].append(cell)
        if original.kind is not Kind.ANSWER:
            cell.fixed, cell.stays = name, False
            return
        cell.answers.append(name)
        if cell.key not in ("", original.key):
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
        else is the student's own; so is a further set-up cell, which runs again.
        """
        copies = self.instances[original.name]
        if len(copies) < 2:
            return
        alike = [cell for cell in copies if original.resembles(cell.source)] or copies[:1]
        if original.kind is Kind.SET_UP:
            alike = alike[:1]
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
            names = self.originals.by_key.get(cell.key, ())
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

    def _keep_merged(self) -> None:
        """Keep the text of a set-up, test or text cell that a missing answer was merged into."""
        missing = [cell for cell in self.open() if not self.instances[cell.name]]
        names = frozenset().union(*(self.originals.expected[cell.name] for cell in missing))
        for cell in self.cells if names else ():
            if cell.fixed and cell.is_code and not cell.stays:
                original = self.originals.cells[cell.fixed]
                own = self.bindings(cell).binds - original.bindings.binds
                cell.stays = bool(names & own) and _has_more(cell, [original, *missing])
        for answer in missing:
            if answer.cell_type != "code" and answer.position:
                question = list(self.originals.cells.values())[answer.position - 1]
                self._take_from_question(answer, question)

    def _take_from_question(self, answer: Original, question: Original) -> None:
        """Take for a missing text what was added to the text before it."""
        for cell in self.instances[question.name][:1] if question.kind is Kind.TEXT else ():
            if lines(cell.source) - question.lines - answer.lines:
                cell.stays = True
                self._take(cell, answer, Match.ORDER)

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
                is_held = shared[name] >= KEPT * kept[name]
                if is_alike and is_held and not self._binds_the_same(cell, original):
                    self._take(cell, original, Match.TEMPLATE)

    def _binds_the_same(self, cell: Cell, original: Original) -> bool:
        """Return whether a cell answers others that are to bind the names of this one, in turn."""
        expected = self.originals.expected
        names = expected[original.name]
        return bool(names) and names.issubset(
            chain.from_iterable(expected[name] for name in cell.answers)
        )

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
            (cell, self._place(cell)) for cell in self.cells if self._place(cell) >= 0
        )
        places = [self._place(cell) for cell in order]
        starts = [cell.position for cell in order]
        own: dict[tuple[int, bool], dict[str, list[Cell]]] = {}  # by gap and type, by text
        for cell in self._candidates():
            if cell.unknown:
                gap = bisect_left(starts, cell.position), cell.is_code
                own.setdefault(gap, {}).setdefault(cell.key, []).append(cell)
        for original in self.open():
            gap = bisect_left(places, original.position), original.cell_type == "code"
            self._take_in_its_place(original, own.get(gap, {}))
        self._take_the_only_text()

    def _take_the_only_text(self) -> None:
        """Take the only text of the student's own for the only answer that waits for one."""
        answers = [cell for cell in self.open() if cell.cell_type != "code"]
        texts = [cell for cell in self._candidates() if cell.unknown and not cell.is_code]
        if len(answers) == len(texts) == 1:
            self._take(texts[0], answers[0], Match.ORDER)

    def _take_in_its_place(self, original: Original, own: dict[str, list[Cell]]) -> None:
        """Take one of the student's ``own`` cells for an answer.

        Those come first that hold more than its stub, if no names tell that they are another's.
        """
        is_known = bool(self.originals.expected[original.name])
        others = (text for text in own if text != original.key and not is_known)
        text = next(others, original.key)
        if text in own:
            self._take(own[text].pop(0), original, Match.ORDER)
            if not own[text]:
                del own[text]

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
            if cell.stays
            and cell.source.strip()
            and not self._is_free(cell)
            and not self._is_of_questions(cell)
            and (cell.solves or not cell.answers)
        ]

    def _is_free(self, cell: Cell) -> bool:
        """Return whether it is a released cell that is neither graded nor locked."""
        return not cell.answers and cell.key in self.originals.free

    def _is_of_questions(self, cell: Cell) -> bool:
        """Return whether it is a paragraph of the instructor's, as an editor cuts a text."""
        if cell.is_code or cell.answers or len(cell.source) > LONGEST:
            return False
        return frozenset() < lines(cell.source) <= self.originals.lines_of_texts


def _has_more(cell: Cell, originals: Iterable[Original]) -> bool:
    """Return whether a cell holds more than released texts."""
    rest = cell.key
    for original in originals:
        if original.key:
            rest = rest.replace(original.key, "", 1)
    return bool(rest)


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
