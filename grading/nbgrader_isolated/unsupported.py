"""Why a test cell passes in one process and not in isolation, as far as its text tells."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .worker.names import UNREADABLE

UNDERSCORE = "a test cannot read an attribute that begins with an underscore"
SOURCE = "a test cannot read the source of a student's function"
CURRENT_FIGURE = "a test sees no figure but through the Axes that a task returns"
# these fail for other reasons too
TEXT = "perhaps repr or str of a student's object, which a test cannot read"
OPERATOR = "perhaps an operator on an object of a student's class, which does not work"
KIND = (
    "perhaps the class of a student's object: isinstance knows none but the student's own classes"
)

TEXTS = {"repr", "str", "format", "ascii"}
KINDS = {"isinstance", "issubclass", "type"}
SOURCES = {"getsource", "getsourcelines", "getsourcefile", "getfile"}
FIGURES = {"gcf", "gca", "get_fignums"}
WIDTH = 100  # characters of a line that are quoted


def reason(source: str, line: int, why: str) -> str:
    """Say why a test cell cannot be graded in isolation, with the line and what it may not do.

    Parameters
    ----------
    source : str
        The test cell.
    line : int
        The line at which it failed, from 1; 0 if none is known.
    why : str
        The error in isolation.
    """
    said = f"it passes in one process and not in isolation ({why})"
    lines = source.splitlines()
    if not 0 < line <= len(lines):
        return said
    text = lines[line - 1].strip()
    shown = text if len(text) <= WIDTH else f"{text[:WIDTH]}..."
    found = _cause(source, line)
    return f"{said} at line {line}, `{shown}`" + (f": {found}" if found else "")


def _cause(source: str, line: int) -> str:
    """Return what a line does that does not work across processes, "" if nothing is seen."""
    try:
        tree = ast.parse(source)
    except UNREADABLE:
        return ""
    seen = {cause for node in _at(tree, line) if (cause := _unsupported(node))}
    order = (SOURCE, CURRENT_FIGURE, UNDERSCORE, TEXT, KIND, OPERATOR)
    return next((cause for cause in order if cause in seen), "")


def _at(tree: ast.AST, line: int) -> Iterator[ast.AST]:
    """Yield the parts of the innermost statement that holds a line."""
    holding = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    if holding:
        yield from ast.walk(max(holding, key=lambda node: node.lineno))


def _unsupported(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
        return UNDERSCORE
    if isinstance(node, ast.FormattedValue):
        return TEXT
    if isinstance(node, (ast.Compare, ast.BinOp, ast.UnaryOp)):
        return OPERATOR
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        return next((cause for names, cause in CALLS if name in names), "")
    return ""


CALLS = ((SOURCES, SOURCE), (FIGURES, CURRENT_FIGURE), (TEXTS, TEXT), (KINDS, KIND))
