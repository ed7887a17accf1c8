"""What a test holds of a student's object that has no plain form.

That is a handle, which forwards public attributes and calls. It knows nothing but a connection and
a number. Its text is fixed, it is equal to itself alone, and whatever else a test might ask of it
by operator (order, truth, arithmetic) is an error, so that no object of a student's can pose as an
answer.
"""

import functools
import importlib
import inspect
import sys
import types
from collections.abc import Callable, Generator, Iterator
from typing import Any, NoReturn, Self

import numpy as np

from . import exceptions, models

# classes as which a handle may pose in isinstance: what tests of figures and frames ask for
POSES = {
    "matplotlib.axes._axes.Axes",
    "matplotlib.figure.Figure",
    "matplotlib.lines.Line2D",
    "matplotlib.collections.PathCollection",
    "matplotlib.patches.Rectangle",
    "matplotlib.legend.Legend",
    "matplotlib.markers.MarkerStyle",
    "matplotlib.text.Text",
    "matplotlib.image.AxesImage",
    "matplotlib.container.BarContainer",
    "matplotlib.axis.XAxis",
    "matplotlib.axis.YAxis",
    "matplotlib.spines.Spine",
    "matplotlib.projections.polar.PolarAxes",
    "mpl_toolkits.mplot3d.axes3d.Axes3D",
    "builtins.function",
    "builtins.generator",
    "builtins.type",
    "builtins.method",
    "numpy.ufunc",
    "numpy.poly1d",
}

# private attributes of matplotlib's objects that tests read: no library asks an object for one of
# them to find out what it can do
READ = frozenset(
    [
        "_A",
        "_alpha",
        "_color",
        "_edgecolor",
        "_facecolor",
        "_height",
        "_label",
        "_linestyle",
        "_linewidth",
        "_loc",
        "_marker",
        "_markersize",
        "_offsets",
        "_sizes",
        "_text",
        "_visible",
        "_width",
        "_x",
        "_x0",
        "_y",
        "_y0",
    ]
)
NAMES = 1_000  # that dir() shows of a student's object


def label(value: Any) -> str:
    """Return how a student's process names an object.

    Returns
    -------
    str
        The class as which a handle may pose, then whether the object can be called, drawn from,
        awaited, or raised, or is a model of a library's.
    """
    kind: Any = type(value)
    if model := models.name(kind):
        return f"{model}|model"
    name = _named(kind)
    if isinstance(value, type) and issubclass(value, Exception) and exceptions.nearest(value):
        return f"{exceptions.nearest(value)}|raise|{value.__name__}"[:150]
    known = {"call": callable(value), "next": hasattr(kind, "__next__")}
    known["await"] = inspect.isawaitable(value)
    return f"{name}|{next((word for word, holds in known.items() if holds), '')}|{origin(value)}"


def origin(value: Any) -> str:
    """Return module and name of a function that a module has, "" for whatever else."""
    if type(value) not in (types.FunctionType, types.BuiltinFunctionType, np.ufunc):
        return ""
    module, name = str(getattr(value, "__module__", "")), str(getattr(value, "__name__", ""))
    found = vars(sys.modules[module]).get(name) if module in sys.modules else None
    known = found is value and module != "__main__" and len(name) + len(module) < 100
    return f"{module}.{name}" if known else ""


@functools.cache
def _named(kind: type) -> str:
    """Return which class that a handle may pose as a class is or comes from; "" if none."""
    names = (f"{base.__module__}.{base.__qualname__}" for base in kind.__mro__)
    return next((name for name in names if name in POSES), "")


@functools.cache
def _pose(name: str) -> type | None:
    if name not in POSES:
        return None
    module, _, attribute = name.rpartition(".")
    if module == "builtins":
        return _BUILTINS[attribute]
    kind: type = getattr(importlib.import_module(module), attribute)
    return kind


def readable(name: object, kind: type | None) -> bool:
    """Return whether a test may read an attribute of a student's object of a class."""
    if type(name) is not str:
        return False
    known = kind is not None and kind.__module__.startswith("matplotlib.")
    return not name.startswith("_") or (known and name in READ)


_BUILTINS: dict[str, type] = {
    "function": types.FunctionType,
    "generator": types.GeneratorType,
    "method": types.MethodType,
    "type": type,
}


class Proxy:
    """A student's object, seen from a test."""

    __slots__ = ("__weakref__", "_number", "_peer", "_poses")
    _number: int | None
    _peer: Any
    _poses: type | None

    def __init__(self, peer: Any, number: int | None, poses: type | None) -> None:
        object.__setattr__(self, "_peer", peer)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_poses", poses)

    def number_of(self, peer: Any) -> int | None:
        """Return this object's number, if it is the peer's that asks."""
        return self._number if self._peer is peer else None

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return self._poses or Proxy

    def __repr__(self) -> str:
        return "<object of the student's>"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return object.__hash__(self)

    def __dir__(self) -> list[str]:
        __tracebackhide__ = True
        names = request(self._peer, "names", self)
        known = names if type(names) is list and len(names) <= NAMES else []
        return sorted(
            name
            for name in known
            if type(name) is str and name.isidentifier() and not name.startswith("_")
        )

    def __getattr__(self, name: str) -> Any:
        __tracebackhide__ = True
        if not readable(name, self._poses):
            raise AttributeError(name)
        if inspect.isfunction(getattr(self._poses, name, None)):
            return MethodProxy(self, name)
        return request(self._peer, "attribute", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        __tracebackhide__ = True
        if name.startswith("_"):
            raise AttributeError(name)
        request(self._peer, "assign", self, name, value)

    def __len__(self) -> int:
        __tracebackhide__ = True
        length = _whole(request(self._peer, "length", self))
        self._peer.told[self._number] = length
        return length

    def __getitem__(self, key: Any) -> Any:
        __tracebackhide__ = True
        return request(self._peer, "item", self, key)

    def __setitem__(self, key: Any, value: Any) -> None:
        __tracebackhide__ = True
        request(self._peer, "put", self, key, value)

    def __iter__(self) -> Iterator[Any]:
        __tracebackhide__ = True
        return _Iterator(request(self._peer, "iterate", self), self)

    def __instancecheck__(self, other: Any) -> bool:
        __tracebackhide__ = True
        return isinstance(other, Proxy) and request(self._peer, "isinstance", other, self) is True

    def __subclasscheck__(self, other: Any) -> bool:
        __tracebackhide__ = True
        return isinstance(other, Proxy) and request(self._peer, "issubclass", other, self) is True

    def __mro_entries__(self, _: object) -> NoReturn:
        raise TypeError("a test cannot derive a class from a student's")

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/plain": repr(self)}

    def _refuse(self, *_: object) -> NoReturn:
        raise TypeError(
            "a student's object is neither a number nor text, and cannot be compared or calculated "
            "with"
        )

    __lt__ = __le__ = __gt__ = __ge__ = __bool__ = __float__ = __int__ = __index__ = __complex__ = (
        __contains__
    ) = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = (
        __pow__
    ) = __rpow__ = _refuse
    __neg__ = __abs__ = __matmul__ = __rmatmul__ = __and__ = __or__ = __format__ = __enter__ = (
        __exit__
    ) = _refuse


class CallableProxy(Proxy):
    """A student's function, class or other object that can be called.

    One that is said to be a module's is equal to that of the examiner's, and stays the student's.
    """

    __slots__ = ("_origin",)
    _origin: str

    def __init__(self, peer: Any, number: int | None, poses: type | None, origin: str = "") -> None:
        super().__init__(peer, number, poses)
        object.__setattr__(self, "_origin", origin)

    def __eq__(self, other: object) -> bool:
        return self is other or (self._origin != "" and self._origin == origin(other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = Proxy.__hash__

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        """Have the student's process call the object."""
        __tracebackhide__ = True
        return request(self._peer, "call", self, arguments, keywords)

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        # a function put into a class of the test's own becomes a method
        if instance is None:
            return self
        return lambda *arguments, **keywords: self(instance, *arguments, **keywords)

    @property
    def __signature__(self) -> inspect.Signature:
        """The names, kinds and defaults of the parameters, as plain data."""
        __tracebackhide__ = True
        return _signature(self._peer, request(self._peer, "signature", self))

    @property
    def __name__(self) -> str:
        return "function_of_the_student"

    @property
    def __wrapped__(self) -> Any:
        """What a decorator put into the place of."""
        __tracebackhide__ = True
        return request(self._peer, "wrapped", self)


class MethodProxy(CallableProxy):
    """A method that an object's class is known to have.

    The student's process hears of it only when it is called.
    """

    __slots__ = ("_name", "_owner")
    _name: str
    _owner: Proxy

    def __init__(self, owner: Proxy, name: str) -> None:
        super().__init__(owner._peer, None, types.MethodType)
        object.__setattr__(self, "_owner", owner)
        object.__setattr__(self, "_name", name)

    def number_of(self, peer: Any) -> int | None:
        """Return the number that the method has over there, which is asked for once."""
        if self._number is None and self._peer is peer:
            method = request(peer, "attribute", self._owner, self._name)
            object.__setattr__(self, "_number", method.number_of(peer))
        return super().number_of(peer)

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        """Have the student's process call the method."""
        __tracebackhide__ = True
        return request(self._peer, "method", self._owner, self._name, arguments, keywords)


class IteratorProxy(Proxy):
    """A student's generator or iterator."""

    __slots__ = ()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        __tracebackhide__ = True
        return _drawn(self)


class AwaitableProxy(Proxy):
    """What a student's asynchronous function returns."""

    __slots__ = ()

    def __await__(self) -> Generator[Any, None, Any]:
        __tracebackhide__ = True
        return request(self._peer, "await", self)
        yield


class _Iterator:
    """Draws a handle's items.

    They are as many as its length, if that was told and nothing was called since: a loop over none
    would pass every test in it.
    """

    def __init__(self, source: Proxy, handle: Proxy) -> None:
        self.source, self.handle, self.count = source, handle, 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        __tracebackhide__ = True
        try:
            value = _drawn(self.source)
        except StopIteration:
            peer = self.handle._peer
            if peer.told.get(self.handle._number, self.count) != self.count:
                peer.lose("showed not as many items of an object as its length says")
            raise
        self.count += 1
        return value


def _signature(peer: Any, described: Any) -> inspect.Signature:
    """Return the signature that a student's process describes."""
    try:
        parameters = []
        for name, kind, *default in described:
            value = default[0] if default else inspect.Parameter.empty
            known = inspect._ParameterKind(kind)
            parameters.append(inspect.Parameter(name, known, default=value))
        return inspect.Signature(parameters)
    except (TypeError, ValueError):
        peer.lose("gave an answer that is none")
        raise


def _docstring(handle: Any) -> str | None:
    __tracebackhide__ = True
    text = request(handle._peer, "docstring", handle)
    return text if type(text) is str else None


for kind in (Proxy, CallableProxy, MethodProxy, IteratorProxy, AwaitableProxy):
    # a test must not take our text for the student's
    kind.__doc__ = property(_docstring)  # type: ignore[assignment]


def _drawn(source: Proxy) -> Any:
    __tracebackhide__ = True
    more, value = request(source._peer, "next", source)
    if more is not True:
        raise StopIteration
    return value


class StudentError(type):
    """A student's exception class, seen from a test.

    It is derived from the nearest class that is allowed, and has the public attributes of what was
    raised.
    """

    _number: int
    _peer: Any

    def number_of(cls, peer: Any) -> int | None:
        """Return the class's number, if it is the peer's that asks."""
        return cls._number if cls._peer is peer else None

    @classmethod
    def of(cls, peer: Any, number: int, base: str, name: str) -> Any:
        """Return the class with a number, always the same one."""
        if number not in peer.classes:
            content = {
                "_peer": peer,
                "_number": number,
                "_raised": None,
                "number_of": _number_of_raised,
                "__getattr__": _attribute_of_raised,
                "__module__": "__main__",
            }
            peer.classes[number] = cls(
                name if name.isidentifier() else base, (exceptions.KNOWN[base],), content
            )
        return peer.classes[number]


def _number_of_raised(error: Any, peer: Any) -> int | None:
    return None if error._raised is None else error._raised.number_of(peer)


def _attribute_of_raised(error: Any, name: str) -> Any:
    __tracebackhide__ = True
    if name.startswith("_") or error._raised is None:
        raise AttributeError(name)
    return getattr(error._raised, name)


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("a length must be a whole number")
    return value


def stand_in(peer: Any, number: int, text: str) -> Any:
    """Return the handle for a number that the student's process sent."""
    name, kind, own = [*text.split("|"), "", ""][:3]
    if kind == "raise" and name in exceptions.KNOWN:
        return StudentError.of(peer, number, name, own)
    if kind == "model" and (model := models.known(name)):
        return models.stand_in(model, Proxy(peer, number, model), peer)
    if kind == "call":
        return CallableProxy(peer, number, _pose(name), own)
    handles: dict[str, type[Proxy]] = {
        "next": IteratorProxy,
        "await": AwaitableProxy,
    }
    return handles.get(kind, Proxy)(peer, number, _pose(name))


def _revived(name: Any, arguments: Any, kind: Any = None, raised: Any = None) -> Exception:
    error = exceptions.rebuild(name, arguments)
    if type(kind) is StudentError and isinstance(error, kind.__base__ or ()):
        error = kind(*error.args)
        error._raised = raised if isinstance(raised, Proxy) else None
    return error


def request(peer: Any, *words: Any) -> Any:
    """Ask the student's process and return its answer, or raise the exception that it raised."""
    __tracebackhide__ = True
    answer = peer.ask(*words)
    if answer[0] == "return" and len(answer) == 3:
        _, value, printed = answer
        peer.heard(printed)
        return value
    if answer[0] == "raise" and len(answer) == 4:
        _, described, printed, number = answer
        peer.heard(printed)
        error = _revived(*described)
        error.student_traceback = _tracer(peer, number)  # type: ignore[attr-defined]
        raise error
    peer.lose("gave an answer that is none")


def _tracer(peer: Any, number: Any) -> Callable[[], list[str]]:
    """Return what asks for the student's part of an exception's traceback when it is shown.

    Most exceptions are expected by the test, and their tracebacks take long to write.
    """

    def trace() -> list[str]:
        try:
            lines = request(peer, "trace", number)
        except (Exception, peer.lost_error):
            return []
        return [line for line in lines if type(line) is str] if type(lines) is list else []

    return trace
