"""Who owns a name: fixed from the instructor's notebook, before a student's line runs.

Cells have one of three roles. *tests* run in the examiner. *student* cells (answers, and cells
without a lock) run in the student's process. *both* are locked set-up cells, run on either side,
unless they use what a student's cell binds: then they are the student's. A test asks the student's
process only for names whose latest binding before it, in the instructor's notebook, is a student's
cell and no import. Imports of any cell are the examiner's own, so that a student chooses no module;
where the solution alone imports a name, the test finds it only if the student imported the same, or
what has the same under all the names that the test reads of it.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field

from nbformat import NotebookNode

from .worker.names import SEED, Names, chains, imports, named_files, read_first, state, text_files

# nbgrader too looks for the words alone
HIDDEN = re.compile(
    r"^[^\n]*BEGIN HIDDEN TESTS.*?(?:^[^\n]*END HIDDEN TESTS[^\n]*\n?|\Z)", re.DOTALL | re.MULTILINE
)
GENERATORS = {"seed", "random", "default_rng"}
DEFINED = re.compile(r"^[ \t]*(?:async[ \t]+def|def|class)[ \t]+(\w+)", re.MULTILINE)
SHOWN = {"_", "__", "___", "Out"}  # where IPython keeps what cells showed


@dataclass
class TestPlan:
    """What either process is told of a test cell, beside its text."""

    # the student's process
    shows: str = ""  # the part that students see
    imports: list[str] = field(default_factory=list)  # import statements of that part
    gives: list[str] = field(default_factory=list)  # what that part leaves to later cells
    followed: bool = False  # by a test that asks for what a student's cell made of it

    files: list[str] = field(default_factory=list)  # text files that both sides read and write

    # the examiner
    asks: list[str] = field(default_factory=list)  # names to ask the student's process for
    # names to unbind if the student has not imported them, and what of each is read
    borrows: dict[str, list[str]] = field(default_factory=dict)
    follows: list[str] = field(default_factory=list)  # names to ask for again after every call
    lends: list[str] = field(default_factory=list)  # names to bind for the student's functions
    unseen: list[str] = field(default_factory=list)  # of these, bound where no student's cell ran
    statements: dict[str, str] = field(default_factory=dict)  # that import some of these
    # data of modules beside the notebook that the test takes over from the student's process
    modules: dict[str, list[str]] = field(default_factory=dict)
    random: bool = False  # whether both sides share their generators' states
    draws: bool = False  # whether the test draws on from where a student's function stopped
    changes: bool = False  # whether a function may change its arguments in place
    # whether a later cell may use an object of the student's that this one got
    hands_on: bool = True
    seconds: float = 0.0  # that the test takes with the instructor's own solution

    # the instructor's own run
    may_ask: list[str] = field(default_factory=list)  # names that a solution may change in place
    may_follow: list[str] = field(default_factory=list)  # globals that its functions bind
    may_share: list[str] = field(default_factory=list)  # text files that the shown part names
    # data that functions of modules beside the notebook change
    may_take: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Plan:
    """Which cells of a notebook run where, by ``grade_id``."""

    tests: dict[str, TestPlan] = field(default_factory=dict)
    set_up: list[str] = field(default_factory=list)  # locked cells that the examiner runs too
    # what the examiner imports before it runs a cell: imports of cells that it does not run
    imports: dict[str, list[str]] = field(default_factory=dict)


def grade_id(cell: NotebookNode) -> str:
    """Return a cell's ``grade_id``, "" if it has none."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def role(cell: NotebookNode) -> str:
    """Return ``tests``, ``both`` or ``student``, as a cell's metadata say; "" for text."""
    about = cell.metadata.get("nbgrader", {})
    if cell.cell_type != "code":
        return ""
    if about.get("grade") and not about.get("solution"):
        return "tests"
    return "both" if about.get("locked") and not about.get("solution") else "student"


def visible(source: str) -> str:
    """Return a locked cell's text without its hidden regions."""
    return HIDDEN.sub("", source)


def _hidden(source: str) -> Names:
    regions = (textwrap.dedent(region[0]) for region in HIDDEN.finditer(source))
    return Names("\n".join(regions))


def hidden_lines(source: str) -> set[int]:
    """Return the numbers of the lines inside hidden regions, from 1."""
    lines: set[int] = set()
    for region in HIDDEN.finditer(source):
        first = source.count("\n", 0, region.start()) + 1
        lines |= set(range(first, first + region[0].count("\n") + 1))
    return lines


def make(reference: NotebookNode, files: Mapping[str, bytes] = {}) -> Plan:
    """Make the plan of a notebook from the instructor's own and the files beside it."""
    states = _states(files)
    plan, owners = Plan(), _Owners()
    read: set[str] = set()
    pending: list[str] = []
    cells = [(cell, role(cell), Names(cell.source)) for cell in reference.cells if role(cell)]
    defined = {name for cell, _, names in cells for name in names.imports | _defined(cell.source)}
    for cell, part, names in cells:
        if part == "both" and names.needs & owners.students:
            part = "student"
        if part == "student":
            pending += imports(cell.source)
            read |= names.uses
        else:
            plan.imports[grade_id(cell)], pending = pending, []
        if part == "tests":
            plan.tests[grade_id(cell)] = about = _test(cell.source, names, owners, read)
            about.may_take = states
        elif part == "both":
            owners.helpers |= names.uses
            owners.sources.append(cell.source)
            plan.set_up.append(grade_id(cell))
        owners.see(names, part, cell)
    wanted: set[str] = set()
    named: set[str] = set()  # files, by later tests
    for cell, part, names in reversed(cells):
        if part == "tests":
            about = plan.tests[grade_id(cell)]
            about.followed = bool(wanted & set(about.gives) or named & named_files(about.shows))
            wanted |= set(about.asks)
            named |= named_files(cell.source)
        else:
            wanted -= names.binds
    _hand_on(plan, cells, defined)
    return plan


def _hand_on(plan: Plan, cells: list[tuple[NotebookNode, str, Names]], defined: set[str]) -> None:
    """Note of each test whether a later cell of the examiner's reads what it binds or changes.

    What is ``defined`` as a function or a class holds no object of a student's.
    """
    later: set[str] = set()
    for cell, part, names in reversed(cells):
        if part == "tests":
            about = plan.tests[grade_id(cell)]
            left = names.binds | (names.changes - {*about.asks})
            about.hands_on = bool((left - defined) & later or SHOWN & later)
        if part != "student":
            later |= read_first(cell.source, names)


def _defined(source: str) -> set[str]:
    """Return the names of the functions and classes that a cell defines."""
    return set(DEFINED.findall(source))


def _states(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """By module beside the notebook, the data that its functions change."""
    found = {
        name.removesuffix(".py"): state(data.decode("utf-8", "replace"))
        for name, data in files.items()
        if name.endswith(".py") and "/" not in name
    }
    return {name: data for name, data in found.items() if data}


class _Owners:
    """Whose the latest binding of each name is, while a notebook is read from its first cell."""

    def __init__(self) -> None:
        self.students: set[str] = set()  # names that a student's cell defines
        self.borrowed: set[str] = set()  # names that the solution alone imports
        self.changed: set[str] = set()  # names of the examiner's that a solution may change
        self.helpers: set[str] = set()  # names that set-up cells use
        self.sources: list[str] = []  # of these cells
        self.shared: set[str] = set()  # names that a cell binds which is no answer
        self.examiners: set[str] = set()  # names that a locked or test cell defines
        self.written: set[str] = set()  # globals that a student's function binds
        self.unseen: set[str] = set()  # names that the student's process has not, or not so
        self.statements: dict[str, str] = {}  # that import some of these

    def see(self, names: Names, part: str, cell: NotebookNode) -> None:
        """Pass a cell."""
        defined = names.defines - names.imports
        if part == "student":
            defined |= names.writes
            self.written |= names.writes
        for owned in (self.students, self.examiners, self.borrowed, self.changed, self.unseen):
            owned -= names.binds
        (self.students if part == "student" else self.examiners).update(defined)
        if part == "tests":
            self.unseen |= names.binds
            self.statements |= _statements(cell.source, names)
        elif part == "both":
            self.unseen |= _hidden(cell.source).defines
        else:
            self.unseen -= names.changes
        if _is_solution(cell):
            self.borrowed |= names.imports - self.shared
            self.changed |= names.changes & self.examiners
        else:
            self.shared |= names.binds


def _statements(source: str, names: Names) -> dict[str, str]:
    """Return the statements that import a cell's names, by name."""
    if not names.imports:
        return {}
    return {name: text for text in imports(source) for name in Names(text).imports}


def _test(source: str, names: Names, owners: _Owners, read: set[str]) -> TestPlan:
    text = visible(source)
    shown, used = Names(text), names.uses | owners.helpers
    lends = (names.binds | owners.unseen) & read
    statements = owners.statements | _statements(source, names)
    return TestPlan(
        shows=text,
        imports=imports(text),
        gives=_gives(shown),
        asks=sorted(used & owners.students),
        borrows=_borrowed((used | {"*"}) & owners.borrowed, [source, *owners.sources]),
        may_ask=sorted(used & owners.changed),
        may_follow=sorted((used | names.binds) & owners.written),
        may_share=sorted(text_files(text)),
        lends=sorted(lends),
        unseen=sorted(owners.unseen & lends),
        statements={name: statements[name] for name in lends - names.defines if name in statements},
        random=bool(GENERATORS & names.attributes),
    )


def _borrowed(names: set[str], sources: list[str]) -> dict[str, list[str]]:
    """Return what is read of some names, in a test or in the set-up cells before it."""
    read = [chains(source) for source in sources] if names else []
    return {
        name: sorted(set().union(*(found.get(name, set()) for found in read)) or {""})
        for name in sorted(names)
    }


def _gives(shown: Names) -> list[str]:
    """Return what a test's visible part defines or changes, and SEED if it seeds a generator."""
    seeds = {SEED} if "seed" in shown.attributes else set()
    return sorted((shown.defines | shown.changes) - shown.imports | seeds)


def _is_solution(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))
