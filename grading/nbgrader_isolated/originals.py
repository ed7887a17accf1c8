"""The instructor's cells, and what shows that a cell of a submission is one of them."""

import ast
import builtins
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import Any

from nbformat import NotebookNode

from . import plan
from .bindings import Bindings, Reader, bound_by, parsed

ALIKE = 0.6  # share of lines in common of a cell and one that somebody has edited
MANY = 8  # cells with a line that tells nothing of them
OF_SHELL = frozenset(vars(builtins)) | {"In", "Out", "display", "exit", "get_ipython", "quit"}
SHORTEST = 4  # characters of a line that tells one cell from another


class Kind(Enum):
    """What an instructor's cell is for."""

    SET_UP = "set-up"
    TEST = "test"
    TEXT = "text"
    ANSWER = "answer"


def key(source: str) -> str:
    """Return a text without white space."""
    return "".join(source.split())


def lines(source: str) -> frozenset[str]:
    """Return the lines of a text that may tell it from others."""
    return frozenset(line for part in source.splitlines() if len(line := part.strip()) >= SHORTEST)


@dataclass(frozen=True, eq=False)
class Original:
    """An instructor's cell, from the gradebook.

    Attributes
    ----------
    name : str
        Its ``grade_id``.
    position : int
        Its place among the instructor's cells.
    source : str
        Its text, with hidden tests and without a solution.
    about : dict
        Its nbgrader metadata.
    ids : tuple of str
        Ids that the released cell may have.
    solution : str
        Of an answer, the text with the instructor's solution, if it is known.
    """

    name: str
    position: int
    cell_type: str
    source: str
    about: dict[str, Any]
    ids: tuple[str, ...] = ()
    solution: str = ""

    @cached_property
    def kind(self) -> Kind:
        """What it is for; whatever a student may edit is an answer."""
        if not self.about["locked"]:
            return Kind.ANSWER
        if self.cell_type != "code":
            return Kind.TEXT
        return Kind.TEST if self.about["grade"] else Kind.SET_UP

    @cached_property
    def released(self) -> str:
        """The text that students got."""
        return plan.visible(self.source)

    @cached_property
    def key(self) -> str:
        """The released text without white space."""
        return key(self.released)

    @cached_property
    def lines(self) -> frozenset[str]:
        """Lines of the released text."""
        return lines(self.released)

    @cached_property
    def bindings(self) -> Bindings:
        """Names of the whole text."""
        return Reader().read(self.source) if self.cell_type == "code" else Bindings()

    @cached_property
    def stub(self) -> "Stub":
        """What of the released text stands for an answer, and what is given."""
        return Stub.of(self.released)

    def resembles(self, source: str) -> bool:
        """Return whether a text is the released one, or that with some lines edited."""
        if key(source) == self.key:
            return True
        theirs = lines(source)
        common = len(theirs & self.lines)
        return 2 * common >= ALIKE * (len(theirs) + len(self.lines)) > 0


@dataclass(frozen=True)
class Stub:
    """What a student finds in an answer cell.

    Attributes
    ----------
    unsolved : frozenset of str
        Names that wait for an answer.
    given : str or None
        Code that runs before the first line that raises NotImplementedError; None where that is
        not known.
    """

    unsolved: frozenset[str] = frozenset()
    given: str | None = None

    @classmethod
    def of(cls, source: str) -> "Stub":
        """Read a released answer cell."""
        tree = parsed(source)
        if tree is None:
            return cls()
        unsolved: set[str] = set()
        kept, left_out, gives = source.splitlines(), set[int](), False
        for statement in tree.body:
            decorators = getattr(statement, "decorator_list", [])
            first = min(part.lineno for part in [statement, *decorators])
            if isinstance(statement, ast.Raise):
                kept = kept[: first - 1]
                break
            if _is_unsolved(statement):
                unsolved |= bound_by(statement)
                left_out.update(range(first, (statement.end_lineno or first) + 1))
            elif not _is_text(statement):
                gives = True
        given = "\n".join(line for i, line in enumerate(kept, 1) if i not in left_out)
        return cls(frozenset(unsolved), given if gives else "")


def _is_unsolved(statement: ast.stmt) -> bool:
    """Return whether a statement of a released answer waits for the student's own."""
    if isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return isinstance(statement.value, ast.Constant) and statement.value.value in (None, ...)
    if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return False
    raised = (node.exc for node in ast.walk(statement) if isinstance(node, ast.Raise))
    return any(
        isinstance(part, ast.Name) and part.id == "NotImplementedError"
        for error in raised
        if error
        for part in ast.walk(error)
    ) or all(isinstance(part, ast.Pass) or _is_text(part) for part in statement.body)


def _is_text(statement: ast.stmt) -> bool:
    """Return whether a statement is a docstring or ``...``."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


@dataclass
class Originals:
    """The instructor's cells of a notebook, in order.

    Attributes
    ----------
    cells : dict
        By ``grade_id``.
    free : frozenset of str
        Texts, without white space, of the released cells that are neither graded nor locked.
    """

    cells: dict[str, Original]
    free: frozenset[str] = field(default_factory=frozenset)

    def of(self, *kinds: Kind) -> list[Original]:
        """Return the cells of these kinds."""
        return [cell for cell in self.cells.values() if cell.kind in kinds]

    @cached_property
    def tested(self) -> dict[str, str]:
        """By name of a test, the answer before it."""
        found, answer = {}, ""
        for cell in self.cells.values():
            if cell.kind is Kind.ANSWER:
                answer = cell.name
            elif cell.kind is Kind.TEST:
                found[cell.name] = answer
        return found

    @cached_property
    def by_id(self) -> dict[str, str]:
        """Names of cells by cell id."""
        released = {i: cell.name for cell in self.cells.values() for i in cell.ids}
        return released | {name: name for name in self.cells}

    @cached_property
    def by_key(self) -> dict[str, list[str]]:
        """Names of cells by their text without white space."""
        return _index((cell.name, [cell.key] if cell.key else []) for cell in self.cells.values())

    @cached_property
    def by_line(self) -> dict[str, list[str]]:
        """Names of set-up, test and text cells by line, without lines that stand in many."""
        cells = self.of(Kind.SET_UP, Kind.TEST, Kind.TEXT)
        found = _index((cell.name, cell.lines) for cell in cells)
        return {line: names for line, names in found.items() if len(names) <= MANY}

    @cached_property
    def lines_of_texts(self) -> frozenset[str]:
        """Lines of the locked texts."""
        return frozenset().union(*(cell.lines for cell in self.of(Kind.TEXT)))

    @cached_property
    def by_line_of_stub(self) -> dict[str, list[str]]:
        """Names of answers by a line that stands in no other cell, solved or not."""
        often = Counter(
            chain.from_iterable(cell.lines | lines(cell.solution) for cell in self.cells.values())
        )
        return _index(
            (cell.name, [line for line in cell.lines if often[line] == 1])
            for cell in self.of(Kind.ANSWER)
        )

    @cached_property
    def expected(self) -> dict[str, frozenset[str]]:
        """Names that each answer is to bind, as far as they are known."""
        tests = self.of(Kind.TEST)
        locked = self.of(Kind.TEST, Kind.SET_UP)
        used = frozenset().union(*(test.bindings.reads for test in tests))
        ours = frozenset().union(*(cell.bindings.binds for cell in locked))
        return {
            cell.name: self._expected(cell, used, ours) if cell.cell_type == "code" else frozenset()
            for cell in self.of(Kind.ANSWER)
        }

    def _expected(
        self, answer: Original, used: frozenset[str], ours: frozenset[str]
    ) -> frozenset[str]:
        if answer.stub.unsolved:
            return answer.stub.unsolved
        given = Reader().read(answer.stub.given or "").binds
        solution = Reader().read(answer.solution)
        names = (solution.binds & used) - given
        if names:
            return names - ours or names
        is_solved = key(answer.solution) not in ("", answer.key)
        if answer.about["grade"] or (is_solved and solution.complete):
            return frozenset()  # graded by hand, or it binds nothing: no test tells a name of it
        return self._asked_after(answer) - ours - given - OF_SHELL

    def _asked_after(self, answer: Original) -> frozenset[str]:
        """Return names in the tests up to the next answer, without those of others' stubs."""
        names: set[str] = set()
        for cell in list(self.cells.values())[answer.position + 1 :]:
            if cell.kind is Kind.ANSWER:
                break
            if cell.kind is Kind.TEST:
                names |= cell.bindings.reads
        others = (cell for cell in self.of(Kind.ANSWER) if cell is not answer)
        return frozenset(names).difference(*(cell.bindings.binds for cell in others))

    @cached_property
    def by_bound(self) -> dict[str, list[str]]:
        """Names of answers by a name that they are to bind."""
        return _index(self.expected.items())


def _index(pairs: Any) -> dict[str, list[str]]:
    """Return, by mark, the names that have it, from names with their marks."""
    found: dict[str, list[str]] = {}
    for name, marks in pairs:
        for mark in marks:
            found.setdefault(mark, []).append(name)
    return found


def originals_of(notebook: Any, source: NotebookNode | None = None) -> Originals:
    """Collect the instructor's graded and locked cells.

    Parameters
    ----------
    notebook : nbgrader.api.Notebook
        The gradebook's notebook.
    source : NotebookNode, optional
        The instructor's notebook: it alone tells the ids of the cells, the names that the solution
        binds, and the text of cells that are neither graded nor locked. A gradebook keeps no order
        of its cells, so theirs is taken from here.
    """
    points = {cell.name: cell.max_score for cell in [*notebook.grade_cells, *notebook.task_cells]}
    grades, solutions, tasks = (
        {cell.name for cell in cells}
        for cells in (notebook.grade_cells, notebook.solution_cells, notebook.task_cells)
    )
    theirs = {plan.grade_id(cell): cell for cell in source.cells} if source else {}
    free = (cell for cell in source.cells if not plan.grade_id(cell)) if source else ()
    originals = {}
    for position, cell in enumerate(_ordered(notebook.source_cells, list(theirs))):
        name = cell.name
        about = {
            "grade_id": name,
            "grade": name in grades,
            "solution": name in solutions,
            "task": name in tasks,
            "locked": cell.locked,
            "cell_type": cell.cell_type,
            "checksum": cell.checksum,
            "schema_version": 3,
        }
        if name in points:
            about["points"] = points[name]
        own = theirs.get(name, {})
        originals[name] = Original(
            name,
            position,
            cell.cell_type,
            cell.source,
            about,
            (own["id"],) if own.get("id") else (),
            own.get("source", ""),
        )
    return Originals(originals, frozenset(key(cell.source) for cell in free))


def _ordered(cells: list[Any], names: list[str]) -> list[Any]:
    """Return a gradebook's cells in the order of ``names``, if all are among these."""
    order = {name: position for position, name in enumerate(names)}
    if all(cell.name in order for cell in cells):
        return sorted(cells, key=lambda cell: order[cell.name])
    return list(cells)
