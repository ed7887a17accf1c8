"""Plain forms of pandas' values: indexes, series and frames as trees of arrays.

Imported only where a value is pandas'.
"""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from . import forms


class NoFormError(Exception):
    """A part of the value has no plain form."""


ZONE = re.compile(r"[A-Za-z0-9_+:/-]{1,60}\Z")
CATEGORIES = 20_000  # that pandas is asked to tell apart


def of(value: Any) -> tuple[str, Any] | None:
    """Return name and tree of a pandas value, None if it has no form."""
    if value is pd.NaT:
        return "pandas.NaT", None
    form = _FORMS.get(type(value))
    try:
        return None if form is None else (form[0], form[1](value))
    except NoFormError:
        return None


def build(name: str, tree: Any) -> Any:
    """Return the value of a form.

    Raises whatever a wrong tree makes pandas raise.
    """
    return _BUILD[name](tree)


def _column(values: Any) -> tuple[str, Any]:
    """Return name and tree of the array below a column.

    Raises NoFormError for a kind that has no form.
    """
    dtype = values.dtype
    if isinstance(dtype, pd.StringDtype):
        return "string", (
            dtype.na_value is pd.NA,
            [item if isinstance(item, str) else None for item in values],
        )
    if isinstance(dtype, np.dtype) or isinstance(values, pd.arrays.NumpyExtensionArray):
        return "numpy", np.asarray(values)
    if isinstance(dtype, pd.CategoricalDtype) and len(values.categories) <= CATEGORIES:
        return "category", (np.asarray(values.codes), values.categories, bool(values.ordered))
    if isinstance(dtype, pd.DatetimeTZDtype):
        return "zone", (np.asarray(values.tz_convert("UTC").tz_localize(None)), _zone(dtype.tz))
    if dtype.name in _MASKED:
        return "masked", (
            dtype.name,
            values.to_numpy(dtype.numpy_dtype, na_value=0),
            np.asarray(values.isna()),
        )
    raise NoFormError(dtype.name)


def _column_build(tree: Any) -> Any:
    name, parts = tree
    if name == "numpy":
        if type(parts) is not np.ndarray or parts.ndim != 1:
            raise ValueError("no column")
        return parts
    if name == "category":
        codes, categories, ordered = parts
        if len(categories) > CATEGORIES:
            raise ValueError("too many categories")
        _tell_apart(categories)
        return pd.Categorical.from_codes(codes, categories=categories, ordered=ordered)
    if name == "zone":
        moments, zone = parts
        return pd.DatetimeIndex(moments).tz_localize("UTC").tz_convert(_known(zone)).array
    if name == "string":
        nullable, items = parts
        return pd.array(_texts(items), dtype=pd.StringDtype(na_value=pd.NA if nullable else np.nan))
    kind, values, mask = parts
    return _MASKED[kind](values, mask)


def _texts(items: list[Any]) -> list[Any]:
    if not all(item is None or type(item) is str for item in items):
        raise ValueError("no texts")
    return items


def _zone(zone: Any) -> str:
    name = str(zone)
    if not ZONE.match(name):
        raise NoFormError(name)
    return name


def _known(zone: str) -> str:
    if not ZONE.match(zone):
        raise ValueError("no time zone")
    return zone


def _index(index: Any) -> tuple[Any, ...]:
    if type(index) is pd.RangeIndex:
        return "range", (index.start, index.stop, index.step), index.name
    if type(index) is pd.MultiIndex:
        return (
            "levels",
            (list(index.levels), [np.asarray(codes) for codes in index.codes]),
            list(index.names),
        )
    return (
        "column",
        (
            _column(index.array),
            index.freqstr if type(index) is pd.DatetimeIndex and index.freq is not None else None,
        ),
        index.name,
    )


def _index_build(tree: Any) -> Any:
    kind, parts, name = tree
    if kind == "range":
        return pd.RangeIndex(*parts, name=name)
    if kind == "levels":
        return _levels_build(parts[0], parts[1], name)
    column, frequency = parts
    values = _column_build(column)
    made = pd.Index(values, name=name, dtype=values.dtype)
    return (
        made if frequency is None or len(frequency) > 20 else pd.DatetimeIndex(made, freq=frequency)
    )


def _levels_build(levels: list[Any], codes: list[Any], names: list[Any]) -> Any:
    """Return an index of several levels, checked without the tables that pandas would make."""
    for level, code in zip(levels, codes, strict=True):
        if not isinstance(level, pd.Index) or code.dtype.kind != "i" or code.ndim != 1:
            raise ValueError("no level")
        if len(code) != len(codes[0]):
            raise ValueError("no level")
        if code.size and not -1 <= code.min() <= code.max() < len(level):
            raise ValueError("a code of no value")
        _tell_apart(level)
        if level.dtype != object and len(np.unique(level.to_numpy())) != len(level):
            raise ValueError("a value stands twice")
    return pd.MultiIndex(levels=levels, codes=codes, names=names, verify_integrity=False)


def _tell_apart(index: Any) -> None:
    """Raise ValueError for objects that would take long to tell apart."""
    if index.dtype == object:
        forms.spread(index)


def _series_build(tree: Any) -> Any:
    column, index, name = tree
    return _series(column, index, name)


def _series(column: Any, index: Any, name: Any = None) -> Any:
    values = _column_build(column)
    return pd.Series(values, index=index, name=name, dtype=values.dtype)


def _frame(frame: Any) -> tuple[Any, ...]:
    return (
        [_column(frame.iloc[:, position].array) for position in range(frame.shape[1])],
        frame.index,
        frame.columns,
    )


def _frame_build(tree: Any) -> Any:
    columns, index, names = tree
    made = pd.DataFrame(
        {position: _series(column, index) for position, column in enumerate(columns)}, index=index
    )
    made.columns = names
    return made


def _moment(value: Any) -> tuple[Any, ...]:
    return (
        value.unit,
        value.tz_convert("UTC").tz_localize(None).asm8 if value.tz else value.asm8,
        None if value.tz is None else _zone(value.tz),
    )


def _moment_build(tree: Any) -> Any:
    unit, moment, zone = tree
    made = pd.Timestamp(moment).as_unit(unit)
    return made if zone is None else made.tz_localize("UTC").tz_convert(_known(zone))


_MASKED = {
    f"{sign}Int{bits}": pd.arrays.IntegerArray for sign in ("", "U") for bits in (8, 16, 32, 64)
}
_MASKED |= {
    "Float32": pd.arrays.FloatingArray,
    "Float64": pd.arrays.FloatingArray,
    "boolean": pd.arrays.BooleanArray,
}
_FORMS: dict[Any, Any] = dict.fromkeys(
    (
        pd.Index,
        pd.RangeIndex,
        pd.MultiIndex,
        pd.DatetimeIndex,
        pd.TimedeltaIndex,
        pd.CategoricalIndex,
    ),
    ("pandas.Index", _index),
)
_FORMS |= {
    pd.Series: ("pandas.Series", lambda series: (_column(series.array), series.index, series.name)),
    pd.DataFrame: ("pandas.DataFrame", _frame),
    pd.Timestamp: ("pandas.Timestamp", _moment),
    pd.Timedelta: ("pandas.Timedelta", lambda value: (value.unit, value.asm8)),
    type(pd.NA): ("pandas.NA", lambda value: None),
}
_BUILD: dict[str, Callable[[Any], Any]] = {
    "pandas.Index": _index_build,
    "pandas.Series": _series_build,
    "pandas.DataFrame": _frame_build,
    "pandas.Timestamp": _moment_build,
    "pandas.Timedelta": lambda tree: pd.Timedelta(tree[1]).as_unit(tree[0]),
    "pandas.NA": lambda tree: pd.NA,
    "pandas.NaT": lambda tree: pd.NaT,
}
