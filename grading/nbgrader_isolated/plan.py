"""Who owns a name: fixed from the instructor's notebook, before a student's line runs.

Cells have one of three roles. *tests* run in the examiner. *student* cells (answers, and cells
without a lock) run in the student's process. *both* are locked set-up cells, run on either side,
unless they use what a student's cell binds: then they are the student's. A test asks the student's
process only for names whose latest binding before it, in the instructor's notebook, is a student's
cell. Imports of any cell are the examiner's own, so that a student chooses no module.
"""

import re
import textwrap

from .worker.names import SEED, Names, imports

# nbgrader too looks for the words alone
HIDDEN = re.compile(
    r"^[^\n]*BEGIN HIDDEN TESTS.*?(?:^[^\n]*END HIDDEN TESTS[^\n]*\n?|\Z)", re.DOTALL | re.MULTILINE
)


def grade_id(cell):
    """A cell's ``grade_id``, "" if it has none."""
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def role(cell):
    """``tests``, ``both`` or ``student``, as the cell's metadata say; "" for text."""
    about = cell.metadata.get("nbgrader", {})
    if cell.cell_type != "code":
        return ""
    if about.get("grade") and not about.get("solution"):
        return "tests"
    return "both" if about.get("locked") and not about.get("solution") else "student"


def visible(source):
    """A test cell without its hidden regions."""
    return HIDDEN.sub("", source)


def hidden_lines(source):
    """Numbers of the lines inside hidden regions, from 1."""
    lines = set()
    for region in HIDDEN.finditer(source):
        first = source.count("\n", 0, region.start()) + 1
        lines |= set(range(first, first + region[0].count("\n") + 1))
    return lines


def _gives(names, imported):
    """What a test cell's visible part binds or changes, and SEED if it seeds a generator."""
    return sorted(
        (names.binds | names.changes) - imported - {""}
        | ({SEED} if "seed" in names.attributes else set())
    )


def _touched_in_hidden(source):
    """What hidden regions bind or may change; all that they name, if they cannot be read alone."""
    touched = set()
    for region in HIDDEN.finditer(source):
        names = Names(textwrap.dedent(region[0]))
        touched |= (
            names.binds
            | names.changes
            | (set() if names.read else set(re.findall(r"\w+", region[0])))
        )
    return touched


def make(reference):
    """The plan of a notebook from the instructor's own: by ``grade_id`` of a test cell, what it
    ``asks`` for, whether it shares ``random``
    numbers, its visible part (``shows``), what that ``imports`` and ``gives`` to later cells,
    whether it is ``followed`` by tests that ask for that,
    and what it ``lends`` to student's functions that read it among their globals; under ``set_up``
    the ``grade_id`` of locked cells that are
    the examiner's too; under ``imports`` what its other cells import."""
    cells = [(cell, role(cell), Names(cell.source)) for cell in reference.cells if role(cell)]
    imported = set().union(*(names.imports for _, _, names in cells)) if cells else set()
    owner, helpers, read, tests, set_up = {}, set(), set(), {}, []
    others = "\n".join(imports(cell.source) for cell, part, _ in cells if part == "student")
    for cell, part, names in cells:
        theirs = {name for name, who in owner.items() if who == "student"}
        if part == "both" and names.needs & theirs:
            part = "student"
        if part == "tests":
            text = visible(cell.source)
            shown = Names(text)
            tests[grade_id(cell)] = {
                "asks": sorted((names.uses | helpers) & theirs),
                "random": bool({"seed", "random", "default_rng"} & names.attributes),
                "shows": text,
                "imports": imports(text),
                "gives": _gives(shown, imported),
                "lends": sorted((shown.binds - imported - _touched_in_hidden(cell.source)) & read),
            }
        elif part == "both":
            helpers |= names.uses
            set_up.append(grade_id(cell))
        if part == "student":
            read |= names.uses
        for name in names.binds:
            owner[name] = "examiner" if part != "student" or name in imported else "student"
    wanted = set()
    for cell, part, names in reversed(cells):
        about = tests.get(grade_id(cell)) if part == "tests" else None
        if about:
            about["followed"] = bool(wanted & set(about["gives"]))
            wanted |= set(about["asks"])
        else:
            wanted -= names.binds
    return {"tests": tests, "set_up": set_up, "imports": others}
