"""The course's data: one CSV a table in ``book/data``, described by the ``.yml`` beside it.

The description gives each column's type, unit and meaning. Each row names its source: in its
own columns ``source_title``, ``source_url``, ``source_date``, or once for all rows in the
description.
"""

import csv
import html

import numpy as np
import yaml
from IPython.display import HTML

from . import ROOT

FOLDER = ROOT / "book" / "data"
SOURCE = ("source_title", "source_url", "source_date")

DTYPES = {"number": "f8", "date": "M8[D]", "text": None, "flag": "?"}


def names():
    """Names of all tables, in alphabetical order."""
    return sorted(path.stem for path in FOLDER.glob("*.csv"))


def describe(name):
    """Description of a table: ``title``, ``as_of``, ``licence``, ``note``, ``columns``.

    Raises KeyError if there is no table of that name.
    """
    path = FOLDER / f"{name}.yml"
    if not path.exists():
        raise KeyError(f"There is no table {name!r}. The tables are: {', '.join(names())}.")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def load(name):
    """A table as a numpy structured array, one record a row, columns by name.

    A number that the source does not give is nan, a date NaT, a text "". The columns' units are in
    their names and in ``describe(name)``.

    Raises KeyError for an unknown table, ValueError for a cell that does not fit its column's type.
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


def _flag(cell):
    return {"yes": True, "no": False}[cell]


PARSERS = {
    "number": lambda cell: float(cell) if cell else np.nan,
    "date": lambda cell: np.datetime64(cell, "D") if cell else np.datetime64("NaT"),
    "text": str,
    "flag": _flag,
}


def one(table: np.ndarray, /, **where: object) -> np.void:
    """The one record of a table whose columns have the given values.

    Parameters
    ----------
    table : structured array
        As ``load`` returns it, or some of its rows.
    **where
        A value for each column that tells the record from the others. A day may be given as its
        ISO text, as in ``through="2024-12-31"``.

    Returns
    -------
    record
        Its values by column, as in ``one(runs, model="DeepSeek-V3")["tokens"]``.

    Raises
    ------
    ValueError
        If no record fits, or more than one, or the table has no such column.
    """
    fits = np.ones(len(table), dtype=bool)
    for column, value in where.items():
        # numpy takes no day for equal to its own text
        is_date = table[column].dtype.kind == "M"
        fits &= table[column] == (np.datetime64(value) if is_date else value)
    if fits.sum() != 1:
        wanted = " and".join(f" {column}={value!r}" for column, value in where.items())
        raise ValueError(f"{fits.sum()} of {len(table)} rows fit{wanted}, but exactly one should.")
    return table[fits][0]


def years(dates, since):
    """Time from ``since`` to ``dates`` in years of 365.25 days.

    ``dates``: datetime64 array, ``since``: a date or its ISO text. Returns floats of the same
    shape.
    """
    return (
        (np.asarray(dates, "M8[D]") - np.datetime64(since, "D")) / np.timedelta64(1, "D") / 365.25
    )


def catalogue():
    """All tables with their columns, units and provenance, as HTML with a download link for each."""
    return HTML("".join(_entry(name, describe(name), len(load(name))) for name in names()))


def _entry(name, about, rows):
    columns = "".join(
        f"<tr><td><code>{column}</code></td><td>{html.escape(note.get('unit', ''))}</td><td>{html.escape(note['meaning'])}</td></tr>"
        for column, note in about["columns"].items()
    )
    return (
        f'<section class="course-table" id="{name}"><h2>{html.escape(about["title"])}</h2>'
        f'<p><a download href="../_static/{name}.csv">{name}.csv</a>, '
        f"{rows} rows, as of {about['as_of']}. {html.escape(about['note'])} Licence: "
        f"{html.escape(about['licence'])}</p>"
        f"<details><summary>Columns</summary><table><thead><tr><th>column</th><th>unit</th><th>meaning</th></tr></thead>"
        f"<tbody>{columns}</tbody></table></details></section>"
    )


def licences():
    """What each description says of its table's licence, as an HTML list, tables of one licence
    together.
    """
    held = {}
    for name in names():
        held.setdefault(describe(name)["licence"], []).append(
            f'<a href="data.html#{name}">{name}</a>'
        )
    items = (
        f"<li>{html.escape(licence.rstrip('.'))}: {', '.join(links)}</li>"
        for licence, links in held.items()
    )
    return HTML(f"<ul>{''.join(items)}</ul>")
