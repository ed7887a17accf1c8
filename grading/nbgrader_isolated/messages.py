"""What a message of a hidden test may tell a student: the instructor's words.

A message that quotes what came back is in part the student's: a function that puts what the test
asked into its answer would read it there.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from .worker.names import tree_of

MASK = "…"
# of types, by which a message says what came back
TYPES = {name for name, kind in vars(builtins).items() if isinstance(kind, type)} | {
    "NoneType",
    "function",
    "ndarray",
    "DataFrame",
    "Series",
    "Axes",
    "Figure",
}


class Messages:
    """The texts that an instructor's cells may say, from their ``sources``."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.sources = list(sources)

    def shown(self, said: str) -> str:
        """Return of a message what is the instructor's, the rest masked; "" if nothing is."""
        if said in self._constants:
            return said
        for template in self._templates:
            found = re.fullmatch("(.*)".join(map(re.escape, template)), said, re.DOTALL)
            if found:
                filled = [part if self._is_known(part) else MASK for part in found.groups()]
                pairs = zip(template, [*filled, ""], strict=True)
                return "".join(part for pair in pairs for part in pair)
        return ""

    def _is_known(self, part: str) -> bool:
        return part in TYPES or part in self._constants or not part

    @cached_property
    def _constants(self) -> set[str]:
        return {
            node.value
            for node in self._nodes()
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }

    @cached_property
    def _templates(self) -> list[list[str]]:
        """Literal parts of f-strings, around each place that is filled: the most literal first."""
        found = [_literals(node) for node in self._nodes() if isinstance(node, ast.JoinedStr)]
        told = [template for template in found if "".join(template).strip()]
        return sorted(told, key=lambda template: -len("".join(template)))

    def _nodes(self) -> Iterator[ast.AST]:
        for source in self.sources:
            yield from ast.walk(tree_of(source))


def _literals(node: ast.JoinedStr) -> list[str]:
    parts = [""]
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts[-1] += str(value.value)
        else:
            parts.append("")
    return parts
