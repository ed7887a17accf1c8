"""Which names a cell binds, read from its text without running it.

The text is a student's and this is nbgrader's own process: reading is bounded, and never raises.
"""

import ast
import re
import warnings
from dataclasses import dataclass

from .worker.names import UNREADABLE

LONGEST = 50_000  # characters of a cell that are parsed
ROOM = 100_000  # characters of a notebook that are parsed
FILE = "a cell of a submission"  # where Python says that it found an odd escape sequence
warnings.filterwarnings("ignore", module=FILE)

# names that come from where no text shows them
_ELSEWHERE = re.compile(
    r"import\s*\*|\b(?:exec|eval|globals|locals|get_ipython|run_path)\b"
    r"|^\s*%{1,2}(?:run|load|loadpy|rerun|recall|macro|store|pylab|py|python)",
    re.MULTILINE,
)
_MAGIC = re.compile(r"^([ \t]*+)(?:[%!?].*|.*\?)$", re.MULTILINE)
_BINDING_LINE = re.compile(
    r"^(?:(?:async[ \t]++)?(?:def|class)[ \t]++(?P<defined>\w++)"
    r"|(?:from[ \t]++\S++[ \t]++)?import[ \t]++(?P<imported>.*+)"
    r"|(?P<assigned>\w++(?:[ \t]*+,[ \t]*+\w++)*+)[ \t]*+(?::[^=\n]*+)?=(?!=))",
    re.MULTILINE,
)
_SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True)
class Bindings:
    """What a cell does with names.

    Attributes
    ----------
    binds : frozenset of str
        Names that it binds.
    defines : frozenset of str
        Those of them that are functions or classes.
    reads : frozenset of str
        Names that it reads.
    complete : bool
        False where it may bind more than its text shows.
    """

    binds: frozenset[str] = frozenset()
    defines: frozenset[str] = frozenset()
    reads: frozenset[str] = frozenset()
    complete: bool = True


class Reader:
    """Reads the cells of one notebook."""

    def __init__(self) -> None:
        self.left = ROOM

    def read(self, source: str) -> Bindings:
        """Read a cell: by its syntax tree while there is room, else line by line."""
        complete = not _ELSEWHERE.search(source)
        if len(source) <= min(LONGEST, self.left):
            self.left -= len(source)
            tree = parsed(source)
            if tree is not None:
                return _of_tree(tree, complete)
        return _of_lines(source)


def parsed(source: str) -> ast.Module | None:
    """Return a cell's syntax tree, with ``pass`` for the lines that are IPython's own.

    Returns
    -------
    ast.Module or None
        None if it has none.
    """
    for text in (source, _MAGIC.sub(r"\1pass", source)):
        try:
            return ast.parse(text, FILE)
        except UNREADABLE:
            continue
    return None


def statements(source: str) -> frozenset[str]:
    """Return what the statements of a cell do, however they are laid out.

    Of a cell that is too long or too deep, or has errors, these are its lines.
    """
    tree = parsed(source) if len(source) <= LONGEST else None
    try:
        return frozenset(map(ast.dump, tree.body)) if tree else frozenset(source.splitlines())
    except RecursionError:
        return frozenset(source.splitlines())


def bound_by(statement: ast.AST) -> set[str]:
    """Return the names that a statement outside functions binds."""
    bound: set[str] = set()
    todo: list[ast.AST] = [statement]
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            bound.update(alias.asname or alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, _DEFINITIONS):
            bound.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound.add(node.id)
        elif not isinstance(node, _SCOPES):
            todo.extend(ast.iter_child_nodes(node))
    return bound


def _of_tree(tree: ast.Module, complete: bool) -> Bindings:
    nodes = list(ast.walk(tree))
    return Bindings(
        frozenset(bound_by(tree)),
        frozenset(node.name for node in nodes if isinstance(node, _DEFINITIONS)),
        frozenset(
            node.id
            for node in nodes
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        ),
        complete,
    )


def _of_lines(source: str) -> Bindings:
    """Read what stands at the beginnings of lines.

    This is for a cell that is too long or too deep, or has errors.
    """
    binds: set[str] = set()
    defines: set[str] = set()
    for found in _BINDING_LINE.finditer(source):
        if found["defined"]:
            defines.add(found["defined"])
        elif found["assigned"]:
            binds.update(name.strip() for name in found["assigned"].split(","))
        else:
            for part in found["imported"].strip("() \t\r").split(","):
                binds.update(part.split(" as ")[-1].split(".")[0].split()[:1])
    return Bindings(frozenset(binds | defines), frozenset(defines), frozenset(), False)
