"""In which order the cells of a graded notebook stand.

Set-up and test cells keep the instructor's order, a student's cells the student's. Between the two
the student's notebook decides, as far as it has the set-up and test cells in order.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import chain

from .originals import Kind, Original, Originals
from .recognition import Cell, Match, Matching, longest_increasing

OURS = (Kind.SET_UP, Kind.TEST)  # kinds of which the order counts


@dataclass(frozen=True, eq=False)
class Placed:
    """A cell of the graded notebook.

    Attributes
    ----------
    cell : Cell or None
        The student's.
    original : Original or None
        The instructor's; with both, in the place of the student's.
    """

    cell: Cell | None = None
    original: Original | None = None


@dataclass
class Section:
    """What follows one of the set-up and test cells that a submission has in order.

    Attributes
    ----------
    begins_with_anchor : bool
        Whether that cell is the first of ``cells``.
    cells : list of Placed
        Cells that stand there.
    put : list of (int, Placed)
        Cells put among them by their place in the instructor's notebook.
    """

    begins_with_anchor: bool = False
    cells: list[Placed] = field(default_factory=list)
    put: list[tuple[int, Placed]] = field(default_factory=list)

    def in_order(self, originals: Originals) -> list[Placed]:
        """Return the cells in order.

        Those that are put come after the answers that precede them in the instructor's notebook,
        and after the student's own cells that follow these; set-up cells as early as can be.
        """
        marks = [
            (i, min(places), placed.original is None)
            for i, placed in enumerate(self.cells)
            if (places := _places(placed, originals))
        ]
        low = int(self.begins_with_anchor)
        found = self.cells[:low]
        for place, placed in sorted(self.put, key=lambda pair: pair[0]):
            point = low
            if not placed.original or placed.original.kind is not Kind.SET_UP:
                after = max((i + 1 for i, at, answer in marks if answer and at < place), default=0)
                stops = (i for i, at, _ in marks if i >= after and at > place)
                point = max(low, next(stops, len(self.cells)))
            found += [*self.cells[low:point], placed]
            low = point
        return found + self.cells[low:]


def _places(placed: Placed, originals: Originals) -> list[int]:
    if placed.original:
        return [placed.original.position]
    return [originals.cells[name].position for name in placed.cell.answers] if placed.cell else []


class Arrangement:
    """The order of a graded notebook's cells.

    Attributes
    ----------
    placed : list of Placed
        The cells, in order.
    late : set of str
        Answers that stand after a test that asks for them, as they do in the submission.
    """

    def __init__(self, matching: Matching) -> None:
        self.matching, self.originals = matching, matching.originals
        names = {original.name for original in self.originals.of(*OURS)}
        anchors = longest_increasing(
            (cell, self.originals.cells[cell.fixed].position)
            for cell in matching.cells
            if cell.fixed in names
        )
        self.anchors = {cell: number for number, cell in enumerate(anchors, 1)}
        self.anchored = {cell.fixed: number for cell, number in self.anchors.items()}
        self.at_anchors = [self.originals.cells[cell.fixed].position for cell in anchors]
        self.sections = [Section(), *(Section(begins_with_anchor=True) for _ in anchors)]
        self.standing = self._standing()
        self.late: set[str] = set()
        self._lay_out(self._with_what_they_call(self._put_back()))
        self.placed = [
            placed for section in self.sections for placed in section.in_order(self.originals)
        ]

    def _home(self, place: int) -> int:
        """Return the section that a place of the instructor's notebook belongs to."""
        return bisect_left(self.at_anchors, place)

    def _standing(self) -> dict[Cell, int]:
        """Return the section that each cell stands in."""
        found, section = {}, 0
        for cell in self.matching.cells:
            section = self.anchors.get(cell, section)
            found[cell] = section
        return found

    def _put_back(self) -> dict[Cell, int]:
        """Return the answers that would stand behind their test, and the places to put them.

        What was written anew behind its test stays there: the student's notebook ran it there.
        """
        moved: dict[Cell, int] = {}
        for name, solved in self.matching.solved.items():
            tests = self._tests_of(self.originals.cells[name])
            if not solved or not tests or self.standing[solved[0]] <= self._last_before(tests[0]):
                continue
            is_same_cell = self.matching.how[name] in (Match.GRADE_ID, Match.CELL_ID)
            is_put_back = is_same_cell and solved[0].host == name
            if is_put_back or self._stood_before(solved[0], tests):
                moved.setdefault(solved[0], self.originals.cells[name].position)
            else:
                self.late.add(name)
        return moved

    def _tests_of(self, answer: Original) -> list[Original]:
        """Return the tests between an answer and the next one."""
        tests = []
        for original in list(self.originals.cells.values())[answer.position + 1 :]:
            if original.kind is Kind.ANSWER:
                break
            if original.kind is Kind.TEST:
                tests.append(original)
        return tests

    def _last_before(self, test: Original) -> int:
        """Return the last section whose cells come before a test."""
        section = self.anchored.get(test.name)
        return section - 1 if section else self._home(test.position)

    def _stood_before(self, cell: Cell, tests: list[Original]) -> bool:
        """Return whether a moved test, which is to come before a cell, came after it."""
        return any(
            other.position > cell.position
            for test in tests
            if self._last_before(test) < self.standing[cell]
            for other in self.matching.instances[test.name]
        )

    def _with_what_they_call(self, moved: dict[Cell, int]) -> dict[Cell, int]:
        """Return cells to put back, and before them the student's functions that they call."""
        callers = {cell: (place, [cell]) for cell, place in moved.items()}
        callers |= self._tests_moved_up()
        called: dict[str, int] = {}
        found = dict(moved)
        for cell in reversed(self.matching.cells) if callers else ():
            place, reading = callers.get(cell, (self._place_for(cell, called), [cell]))
            if place is None:
                continue
            if cell not in callers:
                found[cell] = place
            for name in chain(*(self.matching.bindings(reader).reads for reader in reading)):
                called[name] = min(place, called.get(name, place))
        return found

    def _place_for(self, cell: Cell, called: dict[str, int]) -> int | None:
        """Return the place at which functions of a student's own cell are called.

        Parameters
        ----------
        cell : Cell
            The student's cell.
        called : dict of int
            At which place each name is called.

        Returns
        -------
        int or None
            None if the cell stands before it already.
        """
        if not called or not cell.unknown:
            return None
        places = [called[name] for name in self.matching.bindings(cell).defines if name in called]
        place = min(places, default=len(self.originals.cells))
        return place if self.standing[cell] > self._home(place) else None

    def _tests_moved_up(self) -> dict[Cell, tuple[int, list[Cell]]]:
        """Return the tests that are to come earlier: their places, and what they test."""
        found = {}
        for name, solved in self.matching.solved.items():
            for test in self._tests_of(self.originals.cells[name]):
                for cell in self.matching.instances[test.name][-1:]:
                    if self.standing[cell] > self._home(test.position) and cell not in self.anchors:
                        found[cell] = test.position, solved[:1]
        return found

    def _lay_out(self, moved: dict[Cell, int]) -> None:
        shown = set()
        for cell in self.matching.cells:
            section = self.sections[self.standing[cell]]
            original = self.originals.cells.get(cell.fixed)
            if cell in self.anchors or (
                original and original.kind is Kind.TEXT and original.name not in shown
            ):
                section.cells.append(Placed(cell, original))
                shown.add(cell.fixed)
            if cell in moved:
                place = moved[cell]
                self.sections[self._home(place)].put.append((place, Placed(cell)))
            elif cell.stays:
                section.cells.append(Placed(cell))
        shown |= {cell.host for cell in self.matching.cells if cell.stays}
        for original in self.originals.cells.values():
            if original.name not in shown:
                section = self.sections[self._home(original.position)]
                section.put.append((original.position, Placed(original=original)))
