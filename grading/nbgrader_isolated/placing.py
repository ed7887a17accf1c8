"""In which order the cells of a graded notebook stand: the student's.

A set-up or test cell of the instructor's stands where the submission has it, as under stock
nbgrader. One that the submission lacks stands where the instructor's notebook has it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from .originals import Kind, Original
from .recognition import Cell, Matching


@dataclass(frozen=True, eq=False)
class Placed:
    """A cell of the graded notebook.

    It is the student's, the instructor's, or the instructor's in the place of a student's.
    """

    cell: Cell | None = None
    original: Original | None = None


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
        self.placed = self._with_missing(self._submitted())
        self.late = self._late()

    def _submitted(self) -> list[Placed]:
        """Return the submission's cells, with each of the instructor's once."""
        standing = {
            self._standing_for(original, instances)
            for original in self.originals.of(Kind.SET_UP, Kind.TEST, Kind.TEXT)
            if (instances := self.matching.instances[original.name])
        }
        placed = []
        for cell in self.matching.cells:
            own = [Placed(cell)] if cell.stays else []
            if cell not in standing:
                placed += own
            elif (original := self.originals.cells[cell.fixed]).kind is Kind.TEST:
                placed += [*own, Placed(cell, original)]
            else:
                placed += [Placed(cell, original), *own]
        return placed

    def _standing_for(self, original: Original, instances: list[Cell]) -> Cell:
        """Return which of a cell's copies is graded: of a test, the first behind its answer."""
        if original.kind is not Kind.TEST:
            return instances[0]
        solved = self.matching.solved.get(self.originals.tested.get(original.name, ""), [])
        answered = max((cell.position for cell in solved), default=-1)
        return next((cell for cell in instances if cell.position > answered), instances[-1])

    def _with_missing(self, placed: list[Placed]) -> list[Placed]:
        """Return the cells, and among them those of the instructor's that the submission lacks."""
        shown = {one.original.name for one in placed if one.original}
        shown |= {one.cell.host for one in placed if one.cell}
        missing = [one for one in self.originals.cells.values() if one.name not in shown]
        early = [one for one in missing if self._is_early(one)]
        others = [one for one in missing if not self._is_early(one)]
        put = [
            *zip(self._early(early, placed), early, strict=True),
            *zip(self._behind_answers(others, placed), others, strict=True),
        ]
        found, low = [], 0
        for point, original in sorted(put, key=lambda pair: (pair[0], pair[1].position)):
            found += [*placed[low:point], Placed(original=original)]
            low = point
        return found + placed[low:]

    def _is_early(self, original: Original) -> bool:
        """Return whether a cell is for what follows, and needs no answer."""
        return original.kind is Kind.SET_UP and self.originals.by_bound.keys().isdisjoint(
            original.bindings.reads
        )

    def _early(self, missing: list[Original], placed: list[Placed]) -> list[int]:
        """Return where set-up cells go.

        That is behind the set-up and test cells before them in the instructor's notebook, and
        before all that comes after them there.
        """
        marks = self._marks(placed)
        kinds = (Kind.SET_UP, Kind.TEST)
        behind = self._behind(
            (place, i) for place, i in marks if (ours := placed[i].original) and ours.kind in kinds
        )
        before = [len(placed)] * len(behind)
        for place, i in marks:
            before[place] = min(before[place], i)
        before = list(accumulate(reversed(before), min))[::-1]
        return [min(behind[one.position], before[one.position]) for one in missing]

    def _behind_answers(self, missing: list[Original], placed: list[Placed]) -> list[int]:
        """Return where other cells go.

        That is behind the answers before them in the instructor's notebook, and behind the
        student's own cells that follow these.
        """
        marks = self._marks(placed)
        behind = self._behind((place, i) for place, i in marks if not placed[i].original)
        coming, points = iter([*marks, (len(behind), len(placed))]), []
        place, point = next(coming)
        for original in missing:
            while place < original.position or point < behind[original.position]:
                place, point = next(coming)
            points.append(point)
        return points

    def _behind(self, marks: Iterable[tuple[int, int]]) -> list[int]:
        """Return, by place in the instructor's notebook, where all has passed that comes before."""
        behind = [0] * (len(self.originals.cells) + 1)
        for place, i in marks:
            behind[place + 1] = max(behind[place + 1], i + 1)
        return list(accumulate(behind, max))

    def _marks(self, placed: list[Placed]) -> list[tuple[int, int]]:
        """Return places in the instructor's notebook, and where the cells stand that belong there.

        A cell belongs to a place if it is the cell there, or answers it.
        """
        return [(min(at), i) for i, one in enumerate(placed) if (at := self._places(one))]

    def _places(self, one: Placed) -> list[int]:
        if one.original:
            return [one.original.position]
        names = one.cell.answers if one.cell else []
        return [self.originals.cells[name].position for name in names]

    def _late(self) -> set[str]:
        """Answers of which even the first part stands after the first of their tests."""
        tests: dict[str, int] = {}
        answers: dict[str, int] = {}
        for index, one in enumerate(self.placed):
            if one.original:
                tests.setdefault(self.originals.tested.get(one.original.name, ""), index)
            for name in one.cell.answers if one.cell and not one.original else ():
                if one.cell in self.matching.solved[name]:
                    answers.setdefault(name, index)
        return {name for name, index in answers.items() if index > tests.get(name, index)}
