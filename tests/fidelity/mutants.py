"""Wrong answers made from a right one.

Each is a small change of its syntax tree, a slip that students make.
"""

import ast
from functools import partial
from itertools import takewhile

OPERATIONS = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Div],
    ast.Div: [ast.Mult],
    ast.Pow: [ast.Mult],
    ast.BitAnd: [ast.BitOr],
    ast.BitOr: [ast.BitAnd],
    ast.MatMult: [ast.Mult],
    ast.FloorDiv: [ast.Div],
    ast.Mod: [ast.FloorDiv],
}
COMPARISONS = {
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.GtE],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
}
CONVENTIONS = {
    365.25: [365, 360],
    365: [360],
    730: [720, 24],
    3600: [60, 24],
    24: [1],
    12: [1, 52],
    0.5: [2],
    "D": ["W", "h"],
    "log": ["linear"],
    "linear": ["log"],
}
FUNCTIONS = {
    "log": ["log10", "log2", "log1p"],
    "log10": ["log"],
    "log2": ["log"],
    "exp": ["exp2", "expm1"],
    "min": ["max"],
    "max": ["min"],
    "minimum": ["maximum"],
    "maximum": ["minimum"],
    "argmin": ["argmax"],
    "argmax": ["argmin"],
    "sum": ["mean"],
    "mean": ["sum", "median"],
    "median": ["mean"],
    "cumsum": ["cumprod"],
    "cumprod": ["cumsum"],
    "any": ["all"],
    "all": ["any"],
    "ones": ["zeros"],
    "zeros": ["ones"],
    "std": ["var"],
    "var": ["std"],
}
RESULTS = [
    "100 * value",
    "value / 100",
    "-value",
    "1 - value",
    "1 / value",
    "np.round(value, 2)",
    "np.round(value, 4)",
]


def mutants(source):
    """All mutants of the functions in an answer cell, as pairs (description, source).

    No source comes twice.
    """
    tree = ast.parse(source)
    functions = [item for item in tree.body if isinstance(item, ast.FunctionDef)]
    for function in functions:
        if ast.get_docstring(function) is not None:
            del function.body[0]
    original = ast.unparse(tree)
    seen = {original}
    for function in functions:
        for node, put in _places(function, "body"):
            for operator in OPERATORS:
                for changed in operator(node, function):
                    put(changed)
                    text = ast.unparse(ast.fix_missing_locations(tree))
                    put(node)
                    if text not in seen:
                        seen.add(text)
                        yield (
                            f"{function.name}, {operator.__name__}: {_difference(original, text)}",
                            text,
                        )


def _places(parent, *fields):
    """Every statement and expression below a node, each with a function that replaces it.

    A `raise` is not entered.
    """
    for field in fields or parent._fields:
        value = getattr(parent, field, None)
        if isinstance(value, list):
            hung = [(item, partial(value.__setitem__, index)) for index, item in enumerate(value)]
        else:
            hung = [(value, partial(setattr, parent, field))]
        for node, put in hung:
            if isinstance(node, ast.AST):
                if isinstance(node, (ast.stmt, ast.expr)):
                    yield node, put
                if not isinstance(node, ast.Raise):
                    yield from _places(node)


def _difference(old, new, around=20):
    """The first line in which two sources differ, cut to what differs and a little around it."""
    before, after = next(
        (a.strip(), b.strip())
        for a, b in zip(old.splitlines(), new.splitlines(), strict=False)
        if a != b
    )
    same = _shared(before, after)
    tail = _shared(before[same:][::-1], after[same:][::-1])
    start = max(same - around, 0)
    cut = [text[start : len(text) - max(tail - around, 0)] for text in (before, after)]
    return " -> ".join("`" + "…" * (start > 0) + text + "…" * (tail > around) + "`" for text in cut)


def _shared(one, other):
    """How many characters two texts have in common before they differ."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _expression(text, **parts):
    """The expression in `text`, its names replaced by nodes."""

    class Fill(ast.NodeTransformer):
        def visit_Name(self, node):
            return parts.get(node.id, node)

    return Fill().visit(ast.parse(text, mode="eval").body)


# ---- operators: each yields what may stand in place of a node of the given function


def operation(node, function):
    """Another operation, or one in place of a running total."""
    if isinstance(node, ast.BinOp):
        for other in OPERATIONS.get(type(node.op), []):
            yield ast.BinOp(node.left, other(), node.right)
    if isinstance(node, ast.AugAssign):
        for other in OPERATIONS.get(type(node.op), []):
            yield ast.AugAssign(node.target, other(), node.value)
        yield ast.Assign([node.target], node.value)


def dropped_term(node, function):
    """One term or factor alone."""
    if isinstance(node, ast.BinOp):
        yield node.left
        yield node.right


def turned(node, function):
    """Operands the other way round, where that matters."""
    if isinstance(node, ast.BinOp) and isinstance(
        node.op, (ast.Sub, ast.Div, ast.Pow, ast.FloorDiv, ast.Mod)
    ):
        yield ast.BinOp(node.right, node.op, node.left)


def comparison(node, function):
    """< for <=, < for >, == for !=; one end of a chain left out."""
    if isinstance(node, ast.Compare):
        for index, op in enumerate(node.ops):
            for other in COMPARISONS[type(op)]:
                yield ast.Compare(
                    node.left,
                    [*node.ops[:index], other(), *node.ops[index + 1 :]],
                    node.comparators,
                )
        if len(node.ops) > 1:
            yield ast.Compare(node.left, node.ops[:-1], node.comparators[:-1])
            yield ast.Compare(node.comparators[0], node.ops[1:], node.comparators[1:])


def constant(node, function):
    """Off by one; off by a thousand where a number is large."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        large = abs(node.value) >= 1000
        for value in (
            (node.value * 1000, node.value / 1000) if large else (node.value + 1, node.value - 1)
        ):
            yield ast.Constant(value)


def convention(node, function):
    """Another unit, calendar or scale."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float, str):
        for value in CONVENTIONS.get(node.value, []):
            yield ast.Constant(value)


def no_text(node, function):
    """An empty text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield ast.Constant("")


def sign(node, function):
    """A minus left out."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield node.operand


def negation(node, function):
    """A condition turned round."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    if isinstance(node, ast.If):
        yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    if isinstance(node, ast.IfExp):
        yield ast.IfExp(node.test, node.orelse, node.body)


def branch(node, function):
    """One branch always, the other never."""
    if isinstance(node, ast.If):
        yield ast.If(ast.Constant(False), node.body, node.orelse)
        yield ast.If(ast.Constant(True), node.body, node.orelse)
    if isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse


def boolean(node, function):
    """And for or; one condition left out."""
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        for left_out in node.values:
            kept = [value for value in node.values if value is not left_out]
            yield kept[0] if len(kept) == 1 else ast.BoolOp(node.op, kept)


def another_function(node, function):
    """Decimal for natural logarithm, max for min, mean for sum, any for all."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        for name in FUNCTIONS.get(node.func.attr, []):
            yield ast.Call(
                ast.Attribute(node.func.value, name, ast.Load()), node.args, node.keywords
            )
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        for name in FUNCTIONS.get(node.func.id, []):
            yield ast.Call(ast.Name(name, ast.Load()), node.args, node.keywords)


def no_call(node, function):
    """What a function was given, without the function: no sort, no root, no sum."""
    if isinstance(node, ast.Call):
        if node.args:
            yield node.args[0]
        elif isinstance(node.func, ast.Attribute):
            yield node.func.value


def swapped_arguments(node, function):
    """Two neighbouring arguments of a call, swapped."""
    if isinstance(node, ast.Call):
        for i in range(len(node.args) - 1):
            yield ast.Call(
                node.func,
                [*node.args[:i], node.args[i + 1], node.args[i], *node.args[i + 2 :]],
                node.keywords,
            )


def no_keyword(node, function):
    """A named argument of a call left out."""
    if isinstance(node, ast.Call):
        for left_out in node.keywords:
            yield ast.Call(
                node.func,
                node.args,
                [keyword for keyword in node.keywords if keyword is not left_out],
            )


def other_axis(node, function):
    """Rows for columns."""
    if isinstance(node, ast.Call):
        for changed in node.keywords:
            if changed.arg == "axis" and isinstance(changed.value, ast.Constant):
                other = ast.keyword("axis", ast.Constant(0 if changed.value.value == 1 else 1))
                yield ast.Call(
                    node.func,
                    node.args,
                    [other if keyword is changed else keyword for keyword in node.keywords],
                )


def degrees_of_freedom(node, function):
    """A spread divided by n - 1 in place of n."""
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("std", "var")
        and not any(keyword.arg == "ddof" for keyword in node.keywords)
    ):
        yield ast.Call(node.func, node.args, [*node.keywords, ast.keyword("ddof", ast.Constant(1))])


def neighbour(node, function):
    """The argument before or after the one that is due."""
    names = [argument.arg for argument in function.args.args]
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        position = names.index(node.id)
        for name in names[max(position - 1, 0) : position] + names[position + 1 : position + 2]:
            yield ast.Name(name, ast.Load())


def no_selection(node, function):
    """All items in place of the selected ones."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        yield node.value


def short_loop(node, function):
    """A loop that misses the first or the last item."""
    if isinstance(node, ast.For):
        for part in ("list(items)[1:]", "list(items)[:-1]"):
            yield ast.For(node.target, _expression(part, items=node.iter), node.body, node.orelse)


def no_statement(node, function):
    """A step left out."""
    if isinstance(node, (ast.Assign, ast.AugAssign, ast.Expr)):
        yield ast.Pass()


def wrong_error(node, function):
    """Another kind of error, or nan in place of one."""
    if isinstance(node, ast.Raise):
        yield ast.Raise(_expression("TypeError('no')"))
        yield ast.Return(_expression("np.nan"))


def result(node, function):
    """Percent for a fraction, a wrong sign, complement, inverse, rounded, or in the wrong order."""
    if isinstance(node, ast.Return) and node.value is not None:
        if isinstance(node.value, ast.Tuple):
            yield ast.Return(ast.Tuple(node.value.elts[::-1], ast.Load()))
        for text in RESULTS:
            yield ast.Return(_expression(text, value=node.value))


OPERATORS = [
    operation,
    dropped_term,
    turned,
    comparison,
    constant,
    convention,
    no_text,
    sign,
    negation,
    branch,
    boolean,
    another_function,
    no_call,
    swapped_arguments,
    no_keyword,
    other_axis,
    degrees_of_freedom,
    neighbour,
    no_selection,
    short_loop,
    no_statement,
    wrong_error,
    result,
]
