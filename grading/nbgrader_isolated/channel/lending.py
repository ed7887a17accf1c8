"""A test's own objects, given to a student's function.

An instance of a class that the test defines goes by reference: the student's process may read and
set its public attributes, call its public methods, and use the operators that the class defines. It
gets no other name, and of what these give only plain data and objects of the same kind. ``serve``
answers in the examiner; whoever asks is not trusted. ``stand_in`` makes what the student's function
gets.
"""

from __future__ import annotations

import copy
import enum
import functools
import operator
import string
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

from . import codec, copies, proxies

# bases whose public names may be used, of an instance of a class made from them
OPEN = frozenset(
    {object, list, tuple, dict, set, frozenset, str, int, float, enum.Enum, enum.IntEnum}
)
# of a text: they look up attributes whose names the caller writes
CLOSED = frozenset({"format", "format_map"})
_METHODS = (types.FunctionType, classmethod, staticmethod)
_BUILTIN = (types.MethodDescriptorType, types.ClassMethodDescriptorType)


class Drawing:
    """What a student's function draws items from."""

    def __init__(self, source: Iterator[Any]) -> None:
        self.source = source


def draw(source: Iterator[Any]) -> tuple[bool, Any]:
    """Return whether there was another item, and the item."""
    for item in source:
        return True, item
    return False, None


_BINARY = {
    name.strip("_"): getattr(operator, name)
    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_")
}


def _reflected(own: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, other: own(other, value)


# name: what it does with an object
OPERATORS: dict[str, Callable[..., Any]] = {
    "len": len,
    "bool": bool,
    "str": str,
    "repr": repr,
    "hash": hash,
    "int": int,
    "float": float,
    "index": operator.index,
    "contains": operator.contains,
    "getitem": operator.getitem,
    "setitem": operator.setitem,
    "delitem": operator.delitem,
    "neg": operator.neg,
    "abs": abs,
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
    "iter": lambda value: Drawing(iter(value)),
    "next": draw,
    "call": lambda value, arguments, keywords: value(*arguments, **keywords),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **_BINARY,
    **{f"r{name}": _reflected(own) for name, own in _BINARY.items()},
}
_LETTERS = dict(zip(OPERATORS, string.ascii_letters, strict=False))  # for labels, which are short


def is_own(value: object) -> bool:
    """Return whether an object is of a class that a cell of the instructor's defines."""
    kind = type(value)
    return kind.__module__ == "__main__" and type(kind) is not proxies.StudentError


def is_foreign(value: object) -> bool:
    """Return whether an object is of a library's class, and no function."""
    home = type(value).__module__
    return home not in ("__main__", "builtins", __name__) and not callable(value)


def refusal(value: object) -> codec.CodecError:
    """Return the error of an object that cannot be given to a student's function."""
    return codec.CodecError(
        f"a {type(value).__name__} of the test's cannot be given to a student's function"
    )


def label(value: Any, strict: bool = False) -> str:
    """Return how the examiner names what it lends: a function, an object of the test's own.

    With ``strict`` a function must be the test's own too.

    Raises
    ------
    CodecError
        For whatever else.
    """
    if type(value) is Drawing:
        return "|draw"
    if is_own(value):
        letters = (letter for name, letter in _LETTERS.items() if _defines(type(value), name))
        return f"{type(value).__name__[:40]}|own|{''.join(letters)}"
    function = value.__func__ if isinstance(value, types.MethodType) else value
    own = isinstance(function, (types.FunctionType, type)) and function.__module__ == "__main__"
    if own or (callable(value) and not strict):
        return "|call"
    raise refusal(value)


def _defines(kind: type, name: str) -> bool:
    """Return whether a class defines an operator, other than as every object has it."""
    if name in ("copy", "deepcopy"):
        return True
    dunder = f"__{name}__"
    base = next((base for base in kind.__mro__ if dunder in vars(base)), object)
    return _is_open(base) and base is not object and vars(base)[dunder] is not None


def _is_open(base: type) -> bool:
    return base.__module__ == "__main__" or base in OPEN


def _found(value: object, name: object) -> Any:
    """Return what an object's class has under a public name, None if nothing.

    Raises
    ------
    AttributeError
        If the name may not be used.
    """
    if type(name) is not str or not name.isidentifier() or name.startswith("_") or name in CLOSED:
        raise AttributeError("no public name")
    for looked_up in (name, "__getattr__"):
        base = next((base for base in type(value).__mro__ if looked_up in vars(base)), None)
        if base is not None and not _is_open(base):
            raise AttributeError("a name of a library's class")
        if base is not None or name in getattr(value, "__dict__", {}):
            break
    return None if base is None else vars(base).get(name)


def serve(what: Any, value: Any, words: Any) -> Any:
    """Do with an object that was lent what a student's process asks.

    Raises
    ------
    AttributeError, TypeError
        For whatever it may not ask.
    """
    known: dict[str, Callable[..., Any]] = {
        "get": _get,
        "set": _set,
        "change": _change,
        "method": _method,
        "operator": _operate,
    }
    if type(value) is Drawing and what == "next":
        return draw(value.source)
    if not is_own(value) or type(what) is not str or what not in known or type(words) is not tuple:
        raise TypeError("no request")
    return known[what](value, *words)


def _get(value: Any, name: Any) -> tuple[bool, Any]:
    """Return whether an attribute is a method, and what it is if not."""
    if _is_method(_found(value, name)) and name not in getattr(value, "__dict__", {}):
        return True, None
    return False, getattr(value, name)


def _set(value: Any, name: Any, new: Any) -> None:
    if _is_method(_found(value, name)) or callable(getattr(value, "__dict__", {}).get(name)):
        raise AttributeError(f"{name} is a method of the test's own object")
    setattr(value, name, new)


def _change(value: Any, name: Any, new: Any) -> None:
    """Change what an attribute holds as its copy was changed in place."""
    is_method, own = _get(value, name)
    if is_method or not copies.renew(own, new):
        _set(value, name, new)


def _method(value: Any, name: Any, arguments: Any, keywords: Any) -> Any:
    if not _is_method(_found(value, name)):
        raise AttributeError("no method")
    return getattr(value, name)(*arguments, **keywords)


def _operate(value: Any, name: Any, *words: Any) -> Any:
    if name not in OPERATORS or not _defines(type(value), name):
        raise TypeError("no operator of the test's own object")
    return OPERATORS[name](value, *words)


def _is_method(found: Any) -> bool:
    return isinstance(found, (*_METHODS, *_BUILTIN))


# ---- on the student's side


class Callback:
    """A function of a test's own, seen from the student's process."""

    def __init__(self, peer: Any, number: int) -> None:
        self._peer, self._number = peer, number

    def number_of(self, peer: Any) -> int | None:
        """Return this object's number, if it is the peer's that asks."""
        return self._number if peer is self._peer else None

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        """Have the examiner call the function."""
        return proxies.request(self._peer, "callback", self, arguments, keywords)


class Drawn(Callback):
    """An iterator over a test's own object, seen from the student's process."""

    def __iter__(self) -> Drawn:
        return self

    def __next__(self) -> Any:
        return _drawn(_ask(self, "next"))


def _drawn(answer: tuple[bool, Any]) -> Any:
    if not answer[0]:
        raise StopIteration
    return answer[1]


def _ask(lent: Any, what: str, *words: Any) -> Any:
    peer = object.__getattribute__(lent, "_peer")
    return proxies.request(peer, "lent", what, lent, words)


class Borrowed:
    """A test's own object, seen from the student's process."""

    _peer: Any
    _number: int
    _held: dict[str, tuple[Any, bytes]]

    def __init__(self, peer: Any, number: int) -> None:
        object.__setattr__(self, "_peer", peer)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_held", {})

    def number_of(self, peer: Any) -> int | None:
        """Return this object's number, if it is the peer's that asks."""
        return self._number if peer is self._peer else None

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """The class of that name here, which a cell that runs on both sides defines."""
        here = vars(sys.modules["__main__"]).get(type(self).__name__)
        return here if isinstance(here, type) else type(self)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        is_method, value = _ask(self, "get", name)
        if is_method:
            return lambda *arguments, **keywords: self._do("method", name, arguments, keywords)
        if type(value).__hash__ is None:
            self._held[name] = value, self._encoded(value)
            self._peer.borrowed[self._number] = self
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            raise AttributeError(name)
        self._held.pop(name, None)
        _ask(self, "set", name, value)

    def _do(self, what: str, *words: Any) -> Any:
        self._give_back()
        return _ask(self, what, *words)

    def _encoded(self, value: Any) -> bytes:
        return codec.encode(value, self._peer.refer, self._peer.limits)

    def _give_back(self) -> None:
        """Set attributes anew whose values, which are copies, have been changed in place."""
        for name, (value, before) in list(self._held.items()):
            now = self._encoded(value)
            if now != before:
                self._held[name] = value, now
                _ask(self, "change", name, value)


def give_back(peer: Any) -> None:
    """Set anew what a student's function has changed in place of the objects that it got."""
    for borrowed in list(peer.borrowed.values()):
        borrowed._give_back()
    if peer.depth == 0:
        for borrowed in peer.borrowed.values():
            borrowed._held.clear()
        peer.borrowed.clear()


def _operator(name: str) -> Callable[..., Any]:
    if name == "next":
        return lambda self: _drawn(self._do("operator", name))
    if name == "deepcopy":
        return lambda self, known: self._do("operator", name)
    if name == "call":
        return lambda self, *arguments, **keywords: self._do("operator", name, arguments, keywords)
    return lambda self, *words: self._do("operator", name, *words)


@functools.cache
def _class(name: str, letters: str) -> type:
    own: dict[str, Any] = {
        f"__{found}__": _operator(found) for found, letter in _LETTERS.items() if letter in letters
    }
    if "__eq__" in own:
        own.setdefault("__hash__", None)
    return type(name, (Borrowed,), own | {"__module__": "__main__"})


def stand_in(peer: Any, number: int, label: str) -> Any:
    """Return what a student's function gets for a number that the examiner sent."""
    name, kind, letters = [*label.split("|"), "", ""][:3]
    if kind == "own":
        return _class(name, letters)(peer, number)
    return (Drawn if kind == "draw" else Callback)(peer, number)
