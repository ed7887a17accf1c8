"""Who owns a name: fixed from the instructor's notebook, before a student's line runs.

Cells have one of three roles. *tests* run in the examiner. *student* cells (answers, and cells
without a lock) run in the student's process. *both* are locked set-up cells, run on either side,
unless they use what a student's cell binds: then they are the student's. A test asks the student's
process only for names whose latest binding before it, in the instructor's notebook, is a student's
cell. Imports of any cell are the examiner's own, so that a student chooses no module.
"""

import ast
import builtins
import re
import symtable
import textwrap

from IPython.core.inputtransformer2 import TransformerManager

# nbgrader too looks for the words alone
HIDDEN = re.compile(
    r"^[^\n]*BEGIN HIDDEN TESTS.*?(?:^[^\n]*END HIDDEN TESTS[^\n]*\n?|\Z)", re.DOTALL | re.MULTILINE
)
CODE = {"eval", "exec", "run_line_magic", "run_cell_magic"}  # what runs its text
LOOKUPS = {"globals", "locals", "dir", "vars"}
SEED = "a seed"  # given to later cells beside names
_NESTED = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
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


def parsed(source):
    """Syntax tree of a cell, and its text as Python; what IPython adds to that (magics, prompts) is
    undone only where there is some. Raises SyntaxError.
    """
    try:
        return ast.parse(source), source
    except SyntaxError:
        source = TransformerManager().transform_cell(source)
        return ast.parse(source), source


class Names:
    """What a cell's code does with names: ``binds``, ``imports`` (a part of these), ``uses``
    (anywhere), ``needs`` (when it runs, before it binds them),
    ``changes`` (without binding them: by a method called, an item or an attribute set). ``read`` is
    False where the code has errors."""

    def __init__(self, source):
        self.binds, self.imports, self.uses, self.needs, self.changes, self.attributes = (
            set(),
            set(),
            set(),
            set(),
            set(),
            set(),
        )
        self.read = True
        try:
            tree, source = parsed(source)
            self._uses(symtable.symtable(source, "cell", "exec"))
        except SyntaxError:
            tree, self.read = ast.Module([], []), False
        for statement in tree.body:
            self._statement(statement)
        nodes = list(ast.walk(tree))
        self.attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        for node in nodes:
            self._texts(node)
        known = set(vars(builtins)) | {"get_ipython", "display"}
        self.uses -= known
        self.needs -= known

    def _uses(self, table):
        """Names looked up among the cell's globals, in functions too."""
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (symbol.is_global() or table.get_type() == "module"):
                self.uses.add(symbol.get_name())
        for inner in table.get_children():
            self._uses(inner)

    def _texts(self, node):
        """Names in code that is given as text, and names that are looked up by text."""
        if isinstance(node, ast.Call) and _last(node.func) in CODE:
            for text in node.args:
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    inner = Names(text.value)
                    self.uses |= inner.uses
                    self.needs |= inner.needs - self.binds
                    self.binds |= inner.binds
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.isidentifier()
            and self.uses & LOOKUPS
        ):
            self.uses.add(node.value)

    def reads(self):
        """Names that a cell may find bound by an earlier one."""
        return self.uses - (self.binds - self.needs)

    def _statement(self, statement):
        bound, read = set(), set()
        todo = [statement]
        while todo:
            node = todo.pop()
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names = {(alias.asname or alias.name.split(".")[0]) for alias in node.names}
                self.imports |= names
                bound |= names
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                bound.add(node.name)
            elif isinstance(node, ast.Name):
                (read if isinstance(node.ctx, ast.Load) else bound).add(node.id)
            elif isinstance(node, ast.ExceptHandler) and node.name:
                bound.add(node.name)
            elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
                read.add(node.target.id)
                self.uses.add(node.target.id)
            elif isinstance(node, (ast.Attribute, ast.Subscript)) and not isinstance(
                node.ctx, ast.Load
            ):
                self.changes.add(_first(node))
            elif (
                isinstance(node, ast.Expr)
                and isinstance(node.value, ast.Call)
                and not _last(node.value.func).startswith(("assert", "print"))
            ):
                self.changes |= {_first(node.value.func), *map(_first, node.value.args)}
            if isinstance(node, _NESTED) and not isinstance(
                node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
            ):
                inner = {
                    n.id
                    for n in ast.walk(node)
                    if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)
                }
                read |= {
                    n.id
                    for n in ast.walk(node)
                    if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)
                } - inner
            elif not isinstance(node, _NESTED):
                todo.extend(ast.iter_child_nodes(node))
        self.needs |= read - self.binds
        self.binds |= bound


def _first(node):
    """The name that an expression of attributes, items and calls begins with, "" if none."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _last(node):
    """The name of a function as it is called, without what it belongs to."""
    return (
        node.attr
        if isinstance(node, ast.Attribute)
        else node.id
        if isinstance(node, ast.Name)
        else ""
    )


def imports(source):
    """The import statements of a cell, as a cell of their own."""
    try:
        tree, _ = parsed(source)
    except SyntaxError:
        return ""
    return "\n".join(
        ast.unparse(node) for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))
    )


def followed(cells):
    """Positions of the test cells whose visible part gives what a later cell reads.

    ``cells`` are what the student's process gets; none of them has run.
    """
    found, wanted = set(), set()
    given = set().union(*(cell["gives"] for cell in cells if cell["role"] == "tests"))
    for position, cell in reversed(list(enumerate(cells))):
        if cell["role"] != "tests":
            if not (given | {"random"}) & set(re.findall(r"\w+", cell["source"])):
                continue  # to read a cell's names takes longer than to run most cells
            names = Names(cell["source"])
            wanted = (
                (wanted - names.binds)
                | names.reads()
                | ({SEED} if "random" in names.uses | names.attributes else set())
            )
        elif cell["followed"] or wanted & set(cell["gives"]):
            found.add(position)
    return found


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
