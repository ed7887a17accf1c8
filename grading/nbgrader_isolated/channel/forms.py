"""Plain forms of the standard library's and numpy's values.

Each is taken apart into a tree of plain data, and put together again from one. A class is listed by
itself; a subclass has no form. Whatever ``build`` gets comes from a process that is not trusted: it
calls nothing but what is listed here.
"""

import collections
import datetime
import random
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

UNITS = {"D", "h", "m", "s", "ms", "us", "ns", "M", "Y", "W"}
DIGITS = 4_000  # of a Decimal
ALIKE = 100_000  # pairs of values with the same hash among those that are to be unlike


def of(value: Any) -> tuple[str, Any] | None:
    """Return name and tree of a value that has a form here, else None."""
    kind = type(value)
    if kind in _FORMS:
        name, apart, _ = _FORMS[kind]
        tree = apart(value)
        return None if tree is None else (name, tree)
    if kind is np.ndarray or kind is np.datetime64 or kind is np.timedelta64:
        return _array_apart(value)
    if kind.__module__.partition(".")[0] == "pandas":
        from . import pandas_forms

        return pandas_forms.of(value)
    if kind.__module__ == "matplotlib.cbook" and isinstance(value, list):
        return "silent list", [*value]
    return None


def build(name: str, tree: Any) -> Any:
    """Return the value of a form. Raises whatever a wrong tree makes its class raise."""
    if name.startswith("pandas."):
        from . import pandas_forms

        return pandas_forms.build(name, tree)
    return _BUILD[name](tree)


def renew(own: Any, copy: Any) -> bool:
    """Change a test's own object as its copy was changed. Returns whether it could."""
    kind = type(own)
    if kind is np.random.Generator:
        own.bit_generator.state = copy.bit_generator.state
    elif kind is np.random.RandomState:
        own.set_state(copy.get_state())
    elif kind is random.Random:
        own.setstate(copy.getstate())
    elif kind is collections.deque:
        own.clear()
        own.extend(copy)
    elif kind.__module__.partition(".")[0] == "pandas" and hasattr(own, "iloc"):
        own.__init__(copy)
    elif kind in (dict, set, collections.Counter, collections.defaultdict, collections.OrderedDict):
        own.clear()
        own.update(copy)
    else:
        return False
    return True


def spread(values: Iterable[Any]) -> None:
    """Raise ValueError if too many values share a hash: to tell them apart would take long."""
    alike = collections.Counter(map(hash, values))
    if sum(count * (count - 1) for count in alike.values()) > ALIKE:
        raise ValueError("too many values are alike")


def numpy_state(state: Any) -> Any:
    """Return a state of numpy's legacy generator, checked as numpy does not check it.

    A position beyond the key would read another's memory.

    Raises
    ------
    ValueError
        If it is no such state; other errors for what is no tuple of five.
    """
    kind, key, at, has, cached = state
    if kind != "MT19937" or key.shape != (624,) or key.dtype != np.uint32 or not 0 <= at <= 624:
        raise ValueError("that is no state of a random generator")
    return kind, key, at, has, cached


def python_generator(state: Any) -> random.Random:
    """Return a generator of the standard library's in a given state."""
    made = random.Random()
    made.setstate(state)
    return made


def _numpy_generator(state: Any) -> np.random.Generator:
    made = np.random.Generator(np.random.PCG64())
    made.bit_generator.state = state
    return made


def _legacy_generator(state: Any) -> np.random.RandomState:
    made = np.random.RandomState()
    made.set_state(numpy_state(state))
    return made


def _array_apart(value: Any) -> tuple[str, Any] | None:
    """Return arrays of objects as lists, dates and durations as integers with their unit."""
    kind = value.dtype.kind
    if kind == "O":
        return "objects", (value.shape, list(value.flat))
    if kind in "mM":
        unit, count = np.datetime_data(value.dtype)
        if unit in UNITS and count == 1:
            return ("scalar " if isinstance(value, np.generic) else "array ") + kind, (
                unit,
                np.asarray(value).astype(np.int64),
            )
    return None


def _array_build(kind: str, scalar: bool) -> Callable[[Any], Any]:
    def build(tree: Any) -> Any:
        unit, whole = tree
        if unit not in UNITS or type(whole) is not np.ndarray or whole.dtype != np.int64:
            raise ValueError("no dates")
        made = (
            whole.view(f"{kind}8[{unit}]")
            if whole.ndim
            else whole.reshape(1).view(f"{kind}8[{unit}]").reshape(())
        )
        return made[()] if scalar else made

    return build


def _mapping(tree: Any) -> dict[Any, Any]:
    """Return what was checked for keys that are alike."""
    if type(tree) is not dict:
        raise ValueError("no mapping")
    return tree


def _list(tree: Any) -> list[Any]:
    """Return one of matplotlib's lists, which differ from plain ones in their text alone."""
    if type(tree) is not list:
        raise ValueError("no list")
    return tree


def _objects(tree: Any) -> Any:
    shape, items = tree
    made = np.empty(len(items), object)
    made[:] = [None] * len(items)
    for position, item in enumerate(items):
        made[position] = item
    return made.reshape(shape)


def _zone(value: datetime.datetime) -> int | None:
    """Return seconds east of a fixed time zone, None for none; a zone with rules has no form."""
    zone = value.tzinfo
    if zone is not None and type(zone) is not datetime.timezone:
        raise LookupError
    return None if zone is None else zone.utcoffset(None) // datetime.timedelta(seconds=1)


def _moment(value: datetime.datetime) -> tuple[int | None, ...] | None:
    try:
        return (
            value.year,
            value.month,
            value.day,
            value.hour,
            value.minute,
            value.second,
            value.microsecond,
            _zone(value),
            value.fold,
        )
    except LookupError:
        return None


def _moment_build(tree: Any) -> datetime.datetime:
    *day, hour, minute, second, microsecond, zone, fold = tree
    zone = (
        None
        if zone is None
        else datetime.timezone(datetime.timedelta(seconds=zone))
        if zone
        else datetime.UTC
    )
    time = datetime.time(hour, minute, second, microsecond, tzinfo=zone, fold=fold)
    return datetime.datetime.combine(datetime.date(*day), time)


def _decimal(text: str) -> Decimal:
    if len(text) > DIGITS:
        raise ValueError("too many digits")
    return Decimal(text)


def _default(tree: Any) -> Any:
    factory, items = tree
    return collections.defaultdict(factory, _mapping(items))


def _text_of_decimal(value: Decimal) -> str | None:
    text = str(value)
    return text if len(text) <= DIGITS else None


# class: name, tree of a value (None: has no form), value of a tree
_FORMS: dict[type, tuple[str, Callable[[Any], Any], Callable[[Any], Any]]] = {
    collections.Counter: ("Counter", dict, lambda tree: collections.Counter(_mapping(tree))),
    collections.OrderedDict: (
        "OrderedDict",
        dict,
        lambda tree: collections.OrderedDict(_mapping(tree)),
    ),
    collections.defaultdict: (
        "defaultdict",
        lambda value: (value.default_factory, dict(value)),
        _default,
    ),
    collections.deque: (
        "deque",
        lambda value: (list(value), value.maxlen),
        lambda tree: collections.deque(*tree),
    ),
    type({}.keys()): ("keys", dict.fromkeys, lambda tree: _mapping(tree).keys()),
    type({}.values()): ("values", list, lambda tree: dict(enumerate(tree)).values()),
    type({}.items()): ("items", dict, lambda tree: _mapping(tree).items()),
    type(collections.OrderedDict().keys()): (
        "ordered keys",
        dict.fromkeys,
        lambda tree: collections.OrderedDict(_mapping(tree)).keys(),
    ),
    type(collections.OrderedDict().values()): (
        "ordered values",
        list,
        lambda tree: collections.OrderedDict(enumerate(tree)).values(),
    ),
    type(collections.OrderedDict().items()): (
        "ordered items",
        dict,
        lambda tree: collections.OrderedDict(_mapping(tree)).items(),
    ),
    datetime.date: (
        "date",
        lambda value: (value.year, value.month, value.day),
        lambda tree: datetime.date(*tree),
    ),
    datetime.datetime: ("datetime", _moment, _moment_build),
    datetime.timedelta: (
        "timedelta",
        lambda value: (value.days, value.seconds, value.microseconds),
        lambda tree: datetime.timedelta(*tree),
    ),
    Fraction: (
        "Fraction",
        lambda value: (value.numerator, value.denominator),
        lambda tree: Fraction(*tree),
    ),
    Decimal: ("Decimal", _text_of_decimal, _decimal),
    np.random.Generator: (
        "Generator",
        lambda value: (
            value.bit_generator.state if type(value.bit_generator) is np.random.PCG64 else None
        ),
        _numpy_generator,
    ),
    np.random.RandomState: ("RandomState", lambda value: value.get_state(), _legacy_generator),
    random.Random: ("Random", lambda value: value.getstate(), python_generator),
}
_BUILD = {name: build for name, _, build in _FORMS.values()} | {
    "objects": _objects,
    "silent list": _list,
}
_BUILD |= {
    f"{shape} {kind}": _array_build(kind, shape == "scalar")
    for shape in ("scalar", "array")
    for kind in "mM"
}
