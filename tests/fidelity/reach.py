"""Which test cells an answer can touch: the others need not run again for each of its mutants."""

import builtins
import symtable
from functools import cache


def out_of_reach(sheet, task):
    """Names of the test cells that an answer to a task cannot touch.

    A test cell is within reach if it rests, through any other cell, on a name that the answer cell
    binds. Data that an answer's functions could spoil are no way to another test: in isolated
    grading each test has copies of its own. Answers that spoil what they can are tried in whole
    notebooks all the same.
    """
    behind = {
        cell.name: _behind(cell.source, sheet) for cell in sheet if cell.kind in ("answer", "tests")
    }
    own = [
        cell
        for cell in sheet
        if cell.name.partition("-")[0] == task and cell.kind in ("answer", "tests")
    ]
    touching = {name for cell in own if cell.kind == "answer" for name in bound(cell.source)}
    return {
        cell.name
        for cell in sheet
        if cell.kind == "tests" and cell not in own and not behind[cell.name] & touching
    }


def _behind(source, sheet):
    """All names that a cell takes from others, and those that their cells take in turn."""
    found, new = set(), _read(source)
    while new:
        found |= new
        makers = [
            cell.source for cell in sheet if cell.kind != "tests" and bound(cell.source) & new
        ]
        new = set().union(*map(_read, makers)) - found
    return found


def _tables(table):
    yield table
    for child in table.get_children():
        yield from _tables(child)


@cache
def bound(source):
    """Names that a cell binds for the cells after it."""
    top = symtable.symtable(source, "cell", "exec")
    return {
        symbol.get_name()
        for table in _tables(top)
        for symbol in table.get_symbols()
        if (symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace())
        and (table is top or symbol.is_declared_global())
    }


@cache
def _read(source):
    """Names that a cell takes from the cells before it."""
    top = symtable.symtable(source, "cell", "exec")
    read = {
        symbol.get_name()
        for table in _tables(top)
        for symbol in table.get_symbols()
        if symbol.is_referenced() and (table is top or symbol.is_global())
    }
    return read - bound(source) - set(dir(builtins))
