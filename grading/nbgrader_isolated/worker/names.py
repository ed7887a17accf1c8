"""What a cell's code does with names, read from its text without running it."""

import ast
import builtins
import re
import symtable

from IPython.core.inputtransformer2 import TransformerManager

CODE = {"eval", "exec", "run_line_magic", "run_cell_magic"}  # what runs its text
LOOKUPS = {"globals", "locals", "dir", "vars"}
SEED = "a seed"  # given to later cells beside names
_OWN_SCOPE = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


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
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                todo += node.decorator_list + node.args.defaults
                todo += [default for default in node.args.kw_defaults if default]
            elif isinstance(node, ast.ClassDef):
                todo += node.decorator_list + node.bases + node.keywords
            elif isinstance(node, _OWN_SCOPE):
                read |= _named(node, ast.Load) - _named(node, (ast.Store, ast.Del))
            else:
                todo.extend(ast.iter_child_nodes(node))
        self.needs |= read - self.binds
        self.binds |= bound


def _named(tree: ast.AST, context: type | tuple[type, ...]) -> set[str]:
    """Names in a tree that are read, or bound."""
    return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, context)}


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
