"""The course's data: each table is a CSV in ``book/data``, described by the ``.yml`` beside it.

The description gives the type, unit and meaning of each column. The source is named in each row, in
the columns ``source_title``, ``source_url`` and ``source_date``, or once for all rows in the
description.
"""

import csv
import datetime
import html
from collections.abc import Callable
from typing import Literal, NotRequired, TypedDict

import numpy as np
import yaml
from IPython.display import HTML
from numpy.typing import ArrayLike

from . import ROOT

FOLDER = ROOT / "book" / "data"
SOURCE = ("source_title", "source_url", "source_date")

DTYPES = {"number": "f8", "date": "M8[D]", "text": None, "flag": "?"}


class Column(TypedDict):
    """What a description says of a column."""

    type: Literal["number", "date", "text", "flag"]
    unit: NotRequired[str]
    meaning: str


class Description(TypedDict):
    """What a table's ``.yml`` says of it."""

    title: str
    as_of: datetime.date | str | int  # a day, or only a month or a year
    licence: str
    note: str
    columns: dict[str, Column]
    # where one source gives all rows
    source_title: NotRequired[str]
    source_url: NotRequired[str]
    source_date: NotRequired[datetime.date | str]


def names() -> list[str]:
    """List the names of all tables in alphabetical order."""
    return sorted(path.stem for path in FOLDER.glob("*.csv"))


def describe(name: str) -> Description:
    """Read the description of a table.

    Raises
    ------
    KeyError
        If there is no table of that name.
    """
    path = FOLDER / f"{name}.yml"
    if not path.exists():
        raise KeyError(f"There is no table {name!r}. The tables are: {', '.join(names())}.")
    about: Description = yaml.safe_load(path.read_text(encoding="utf-8"))
    return about


def load(name: str) -> np.ndarray:
    """Load a table.

    Parameters
    ----------
    name : str
        The table, as ``names`` lists it.

    Returns
    -------
    structured array of shape (rows,)
        A record for each row, with a field for each column. A value that the source does not give
        is nan, NaT or "". Units are in the names of the columns and in ``describe(name)``.

    Raises
    ------
    KeyError
        If there is no table of that name.
    ValueError
        If a cell does not fit the type of its column.
    """
    columns = describe(name)["columns"]
    with open(FOLDER / f"{name}.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    parsed = {}
    for column, about in columns.items():
        parse = PARSERS[about["type"]]
        try:
            parsed[column] = np.array(
                [parse(row[column]) for row in rows], dtype=DTYPES[about["type"]]
            )
        except (KeyError, ValueError) as error:
            raise ValueError(f"{name}.csv, column {column} ({about['type']}): {error}") from error
    table = np.empty(len(rows), dtype=[(column, values.dtype) for column, values in parsed.items()])
    for column, values in parsed.items():
        table[column] = values
    return table


def _flag(cell: str) -> bool:
    return {"yes": True, "no": False}[cell]


PARSERS: dict[str, Callable[[str], object]] = {
    "number": lambda cell: float(cell) if cell else np.nan,
    "date": lambda cell: np.datetime64(cell, "D") if cell else np.datetime64("NaT"),
    "text": str,
    "flag": _flag,
}


def one(table: np.ndarray, /, **where: object) -> np.void:
    """Find the one record of a table whose columns have the given values.

    Parameters
    ----------
    table : structured array
        A table from ``load``, or some of its rows.
    **where
        The value of each column that sets the record apart. A day may be given in ISO form, as in
        ``through="2024-12-31"``.

    Returns
    -------
    record
        Its values by column, as in ``one(runs, model="DeepSeek-V3")["tokens"]``.

    Raises
    ------
    ValueError
        If no record fits or more than one does, or the table has no such column.
    """
    fits = np.ones(len(table), dtype=bool)
    for column, value in where.items():
        if table[column].dtype.kind == "M":
            # to numpy a day does not equal its own text; datetime64 refuses what is no day
            value = np.datetime64(value)  # type: ignore[call-overload]
        fits &= table[column] == value
    if fits.sum() != 1:
        wanted = " and".join(f" {column}={value!r}" for column, value in where.items())
        raise ValueError(f"{fits.sum()} of {len(table)} rows fit{wanted}, but exactly one should.")
    found: np.void = table[fits][0]
    return found


def years(dates: ArrayLike, since: str | datetime.date | np.datetime64) -> np.ndarray | float:
    """Return the time from one date to others, in years of 365.25 days.

    Parameters
    ----------
    dates : array_like of datetime64 or str
        The days at which it ends, which may be given in ISO form.
    since : str, date or datetime64
        The day at which it begins.

    Returns
    -------
    array or float
        Years, in the shape of ``dates``; negative for days before ``since``.
    """
    time = np.asarray(dates, "M8[D]") - np.asarray(since, "M8[D]")
    in_years: np.ndarray | float = time / np.timedelta64(1, "D") / 365.25
    return in_years


def catalogue() -> HTML:
    """Show all tables with their columns, units and provenance, and links to download them."""
    return HTML("".join(_entry(name, describe(name), len(load(name))) for name in names()))


def _entry(name: str, about: Description, rows: int) -> str:
    columns = "".join(
        f"<tr><td><code>{column}</code></td><td>{html.escape(note.get('unit', ''))}</td>"
        f"<td>{html.escape(note['meaning'])}</td></tr>"
        for column, note in about["columns"].items()
    )
    return (
        f'<section class="course-table" id="{name}"><h2>{html.escape(about["title"])}</h2>'
        f'<p><a download href="../_static/{name}.csv">{name}.csv</a>, '
        f"{rows} rows, as of {about['as_of']}. {html.escape(about['note'])} Licence: "
        f"{html.escape(about['licence'])}</p>"
        "<details><summary>Columns</summary><table><thead><tr>"
        "<th>column</th><th>unit</th><th>meaning</th></tr></thead>"
        f"<tbody>{columns}</tbody></table></details></section>"
    )


def licences() -> HTML:
    """Show the licences, each with the tables that it covers."""
    held: dict[str, list[str]] = {}
    for name in names():
        held.setdefault(describe(name)["licence"], []).append(
            f'<a href="data.html#{name}">{name}</a>'
        )
    items = (
        f"<li>{html.escape(licence.rstrip('.'))}: {', '.join(links)}</li>"
        for licence, links in held.items()
    )
    return HTML(f"<ul>{''.join(items)}</ul>")
