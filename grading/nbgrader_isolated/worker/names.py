"""What a cell's code does with names, read from its text without running it."""

from __future__ import annotations

import ast
import operator
import re
import symtable
import sys
import types
from collections.abc import Collection, Iterator
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

CODE = {"eval", "exec", "run_line_magic", "run_cell_magic"}  # what runs its text
LOOKUPS = {"globals", "locals", "dir", "vars"}
SEED = "a seed"  # given to later cells beside names
# what Python makes of text that is no code, or code nested so deep that it gives up
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
# what no test reads otherwise than as text: to unpickle a student's file would run a student's code
TEXT_FILE = re.compile(r"(?:\w[\w .-]*/)*\w[\w .-]*\.(?:csv|tsv|txt|json|md|log)")
FILE = re.compile(
    r"(?:\w[\w .-]*/)*\w[\w .-]*\.(?:csv|tsv|txt|json|md|log|dat|bin|db|sqlite|pkl|pickle|joblib"
    r"|npy|npz|h5|parquet|xlsx|xml|ya?ml|html|pdf|png|jpe?g|svg|gif|zip|gz|py)"
)
_OWN_SCOPE = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_BLOCKS = (ast.If, ast.Try, ast.With, ast.For, ast.While)
_PLAIN = (str, int, float, complex, bool, type(None))


def parsed(source: str) -> tuple[ast.Module, str]:
    """Return a cell's syntax tree, and its text as Python.

    What IPython adds to that (magics, prompts) is undone only where there is some. Raises one of
    ``UNREADABLE`` for what is no code.
    """
    try:
        return ast.parse(source), source
    except SyntaxError:
        source = TransformerManager().transform_cell(source)
        return ast.parse(source), source


def tree_of(source: str) -> ast.Module:
    """Return a cell's syntax tree, an empty one of what is no code."""
    try:
        return parsed(source)[0]
    except UNREADABLE:
        return ast.Module([], [])


class Names:
    """What a cell's code does with names.

    A cell with an error in its syntax does nothing. One that is nested too deep to be read may use
    every word of its text.

    Attributes
    ----------
    imports, defines : set of str
        Names that it imports, and that it binds in any other way.
    uses, needs : set of str
        Names that it reads anywhere, and those that it reads when it runs, before it binds them.
    changes : set of str
        Names of what it changes without binding them: by a method called, an item or an attribute
        set.
    writes : set of str
        Globals that its functions bind.
    attributes : set of str
        Attributes that it names.
    """

    def __init__(self, source: str) -> None:
        self.imports: set[str] = set()
        self.defines: set[str] = set()
        self.uses: set[str] = set()
        self.needs: set[str] = set()
        self.changes: set[str] = set()
        self.writes: set[str] = set()
        self.attributes: set[str] = set()
        try:
            tree, source = parsed(source)
            self._uses(symtable.symtable(source, "cell", "exec"))
        except UNREADABLE as error:
            tree = ast.Module([], [])
            if not isinstance(error, SyntaxError):
                self.uses = set(re.findall(r"[^\W\d]\w*", source))
                self.needs = set(self.uses)
        for statement in tree.body:
            self._statement(statement)
        nodes = list(ast.walk(tree))
        self.attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        for node in nodes:
            self._texts(node)

    @property
    def binds(self) -> set[str]:
        """Names that the cell imports, defines or deletes."""
        return self.imports | self.defines

    def _uses(self, table: symtable.SymbolTable) -> None:
        """Add the names looked up among the cell's globals, and globals that functions bind."""
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (symbol.is_global() or table.get_type() == "module"):
                self.uses.add(symbol.get_name())
            if symbol.is_declared_global() and symbol.is_assigned():
                self.writes.add(symbol.get_name())
        for inner in table.get_children():
            self._uses(inner)

    def _texts(self, node: ast.AST) -> None:
        """Add names in code that is given as text, and names that are looked up by text."""
        if isinstance(node, ast.Call) and _last(node.func) in CODE:
            for text in node.args:
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    inner = Names(text.value)
                    self.uses |= inner.uses
                    self.needs |= inner.needs - self.binds
                    self.imports |= inner.imports
                    self.defines |= inner.defines
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.isidentifier()
            and self.uses & LOOKUPS
        ):
            self.uses.add(node.value)

    def reads(self) -> set[str]:
        """Return the names that the cell may find bound by an earlier one."""
        return self.uses - (self.binds - self.needs)

    def _statement(self, statement: ast.stmt) -> None:
        imported: set[str] = set()
        bound: set[str] = set()
        read: set[str] = set()
        todo: list[ast.AST] = [statement]
        while todo:
            node = todo.pop()
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                imported |= {(alias.asname or alias.name.split(".")[0]) for alias in node.names}
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
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                todo += node.decorator_list + node.args.defaults
                todo += [default for default in node.args.kw_defaults if default]
            elif isinstance(node, ast.ClassDef):
                todo += [*node.decorator_list, *node.bases, *node.keywords]
            elif isinstance(node, _OWN_SCOPE):
                read |= _named(node, ast.Load) - _named(node, (ast.Store, ast.Del))
            else:
                todo.extend(ast.iter_child_nodes(node))
        self.needs |= read - self.binds
        self.imports |= imported
        self.defines |= bound
        self.changes.discard("")


def _named(tree: ast.AST, context: type | tuple[type, ...]) -> set[str]:
    """Return the names in a tree that are read, or bound."""
    return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, context)}


def _first(node: ast.AST) -> str:
    """Return the name that attributes, items and calls are of, "" if none."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _last(node: ast.AST) -> str:
    """Return the name of a function as it is called, without what it belongs to."""
    return (
        node.attr
        if isinstance(node, ast.Attribute)
        else node.id
        if isinstance(node, ast.Name)
        else ""
    )


def read_first(source: str, names: Names) -> set[str]:
    """Return the names of a cell that it may find bound by an earlier one.

    As ``names.reads``, but a loop's target is the loop's own.
    """
    try:
        body: list[ast.stmt] = parsed(source)[0].body
    except UNREADABLE:
        return names.uses
    bound: set[str] = set()
    found = names.uses - names.binds
    todo: list[ast.AST] = list(body)
    while todo:
        node = todo.pop(0)
        inner = [part for part in ast.iter_child_nodes(node) if _is_block(part)]
        own = [node] if not inner else [p for p in ast.iter_child_nodes(node) if not _is_block(p)]
        for part in own:
            found |= (_named(part, ast.Load) & names.uses) - bound
            if isinstance(part, ast.AugAssign):
                found |= _named(part.target, ast.Store) - bound
        for part in own:
            bound |= _named(part, (ast.Store, ast.Del))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.add(node.name)
        todo[:0] = inner
    return found


def _is_block(node: ast.AST) -> bool:
    return isinstance(node, (ast.stmt, ast.ExceptHandler, ast.match_case))


def imports(source: str) -> list[str]:
    """Return the import statements of a cell, outside functions, each by itself.

    A ``try`` that does nothing but import stays whole: it says what to take instead.
    """
    todo: list[ast.AST] = list(tree_of(source).body)
    found = []
    while todo:
        node = todo.pop(0)
        if isinstance(node, (ast.Import, ast.ImportFrom)) or _only_imports(node):
            found.append(ast.unparse(node))
        elif isinstance(node, (*_BLOCKS, ast.ExceptHandler)):
            todo[:0] = [
                inner
                for inner in ast.iter_child_nodes(node)
                if isinstance(inner, (ast.stmt, ast.ExceptHandler))
            ]
    return found


def _only_imports(node: ast.AST) -> bool:
    return isinstance(node, ast.Try) and all(
        isinstance(inner, (ast.Import, ast.ImportFrom, ast.Pass))
        for block in (node, *node.handlers)
        for inner in ast.iter_child_nodes(block)
        if isinstance(inner, ast.stmt)
    )


def chains(source: str) -> dict[str, set[str]]:
    """Return what of each name a cell reads, as dotted attributes; "" is the name itself."""
    found: dict[str, set[str]] = {}
    inner: set[ast.AST] = set()
    for node in ast.walk(tree_of(source)):
        if node in inner:
            continue
        parts: list[str] = []
        first: ast.AST = node
        while isinstance(first, ast.Attribute):
            parts.append(first.attr)
            first = first.value
            inner.add(first)
        if isinstance(first, ast.Name) and isinstance(first.ctx, ast.Load):
            found.setdefault(first.id, set()).add(".".join(reversed(parts)))
    return found


def state(source: str) -> list[str]:
    """Return the globals of a module that its functions bind or change, but for functions."""
    try:
        tree = ast.parse(source)
    except UNREADABLE:
        return []
    names = Names(source)
    changed = set(names.writes)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [node for node in ast.walk(tree) if isinstance(node, kinds)]
    for node in (inner for function in functions for inner in ast.walk(function)):
        if isinstance(node, (ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load):
            changed.add(_first(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            changed.add(_first(node.value.func))
    return sorted(changed & names.defines - {function.name for function in functions})


def text_files(source: str) -> set[str]:
    """Return the relative paths of text files that a cell names."""
    return {path for path in named_files(source) if TEXT_FILE.fullmatch(path)}


def named_files(source: str) -> set[str]:
    """Return the relative paths of files that a cell names."""
    return {
        node.value
        for node in ast.walk(tree_of(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and FILE.fullmatch(node.value)
        and ".." not in node.value
    }


def attribute(value: Any, path: str) -> Any:
    """Return what a value has under dotted attributes, itself for ""."""
    return operator.attrgetter(path)(value) if path else value


def origin(value: Any) -> tuple[str, str]:
    """Return what an imported object is, as far as a task that asks for the import minds.

    That is which module, or what name its own module gives it (there are several ``sqrt``); of
    plain data it is class and text.
    """
    if isinstance(value, types.ModuleType):
        return "module", value.__name__
    name = getattr(value, "__qualname__", None) or getattr(value, "__name__", None)
    if isinstance(name, str):
        own = getattr(value, "__module__", None) == "__main__"
        return "defined here" if own else "imported", name
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}", repr(value) if kind in _PLAIN else ""


def followed(cells: list[dict[str, Any]]) -> set[int]:
    """Return the positions of the test cells whose visible part gives what a later cell reads.

    Parameters
    ----------
    cells : list of dict
        What the student's process gets; none of them has run.
    """
    found: set[int] = set()
    wanted: set[str] = set()
    for position, given in reversed(list(enumerate(_given_before(cells)))):
        cell = cells[position]
        if cell["role"] != "tests":
            if given.isdisjoint(re.findall(r"\w+", cell["source"])):
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


def _given_before(cells: list[dict[str, Any]]) -> Iterator[set[str]]:
    """Yield the words by which each cell may use what test cells before it give."""
    given: set[str] = set()
    for cell in cells:
        yield given
        if cell["role"] == "tests":
            given = given | {"random" if name == SEED else name for name in cell["gives"]}


def modules(source: str) -> dict[str, str]:
    """Return the names that a cell binds to modules, and whose these are."""
    found = [node for node in ast.walk(tree_of(source)) if isinstance(node, ast.Import)]
    names = [name for node in found for name in node.names]
    return {name.asname or name.name.split(".")[0]: name.name.split(".")[0] for name in names}


def patched(source: str, libraries: Collection[str]) -> str:
    """Return what a cell puts into the place of a library's own, "" if nothing.

    Parameters
    ----------
    source : str
        The cell.
    libraries : collection of str
        Names that are bound to libraries there, and names of these.
    """
    for node in ast.walk(tree_of(source)):
        for found in _targets(node):
            root, _, name = found.partition(".")
            is_text = isinstance(node, ast.Call) and isinstance(node.args[0], ast.Constant)
            known = root in libraries or (is_text and root in sys.stdlib_module_names)
            # what is printed is seen, and nothing is shown anyway
            if name and known and root != "sys" and not name.endswith("show"):
                return found
    return ""


def _targets(node: ast.AST) -> list[str]:
    """Return the attributes, with what they are of, that a node replaces."""
    if isinstance(node, ast.Assign):
        return [_dotted(target) for target in node.targets if isinstance(target, ast.Attribute)]
    if not isinstance(node, ast.Call) or not node.args:
        return []
    called, first = _dotted(node.func), node.args[0]
    if called.endswith("patch") and isinstance(first, ast.Constant):
        return [first.value] if isinstance(first.value, str) else []
    name = getattr(node.args[1], "value", None) if len(node.args) > 1 else None
    if called.endswith(("patch.object", "setattr")) and isinstance(name, str):
        return [f"{_dotted(first)}.{name}"]
    return []


def _dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "()"
