"""Every table is typed, described, and says where each row comes from."""

import datetime
import re

import numpy as np
import pytest

from course import tables

NAMES = tables.names()


def test_there_are_tables():
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_table_loads_with_the_types_of_its_description(name):
    table = tables.load(name)
    assert len(table) > 0
    assert list(table.dtype.names) == list(tables.describe(name)["columns"])


@pytest.mark.parametrize("name", NAMES)
def test_description_covers_every_column_of_the_file(name):
    header = (tables.FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert header == list(tables.describe(name)["columns"])


@pytest.mark.parametrize("name", NAMES)
def test_description_says_title_date_licence_note_and_meanings(name):
    about = tables.describe(name)
    assert all(str(about[key]).strip() for key in ("title", "as_of", "licence", "note"))
    assert all(column["meaning"].strip() for column in about["columns"].values())
    assert all(
        column.get("unit") for column in about["columns"].values() if column["type"] == "number"
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_source(name):
    table, about = tables.load(name), tables.describe(name)
    for row in range(len(table)):
        title, url, date = (
            str(table[c][row]) if c in table.dtype.names else str(about[c]) for c in tables.SOURCE
        )
        assert title.strip(), f"row {row + 1} has no title"
        assert re.match(r"https?://\S+$", url), f"row {row + 1}: {url!r} is no address"
        assert re.match(r"((19|20)\d\d(-\d\d(-\d\d)?)?|undated, read 20\d\d-\d\d-\d\d)$", date), (
            f"row {row + 1}: {date!r} is no date"
        )


@pytest.mark.parametrize("name", NAMES)
def test_no_row_stands_twice(name):
    table = tables.load(name)
    assert len(np.unique(table.astype([(c, "U300") for c in table.dtype.names]))) == len(table)


def test_unknown_table_is_named_with_the_known_ones():
    with pytest.raises(KeyError, match="llm_list_prices"):
        tables.load("no_such_table")


def test_a_cell_of_the_wrong_type_is_refused(tmp_path, monkeypatch):
    (tmp_path / "t.csv").write_text("price\ncheap\n")
    (tmp_path / "t.yml").write_text("columns: {price: {type: number, unit: USD, meaning: a price}}")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="price"):
        tables.load("t")


def test_years_counts_in_years_of_365_and_a_quarter_days():
    assert tables.years(
        np.array(["2024-01-01", "2028-01-01"], "M8[D]"), "2024-01-01"
    ) == pytest.approx([0, 4])


# ---- the one record


@pytest.fixture
def stock():
    """Chips of two owners on two days; one day is not known."""
    rows = [
        ("US", "2024-12-31", 5.0),
        ("US", "2025-12-31", 9.0),
        ("China", "2024-12-31", 1.0),
        ("China", "NaT", 2.0),
    ]
    return np.array(rows, dtype=[("owner", "U5"), ("through", "M8[D]"), ("table", "f8")])


def test_one_finds_the_record_by_the_values_of_its_columns(stock):
    assert tables.one(stock, table=9)["owner"] == "US"
    assert tables.one(stock[2:], table=1.0)["through"] == np.datetime64("2024-12-31")


@pytest.mark.parametrize(
    "day", ["2024-12-31", np.datetime64("2024-12-31"), datetime.date(2024, 12, 31)], ids=repr
)
def test_one_finds_a_day_by_its_text_too(stock, day):
    assert tables.one(stock, owner="China", through=day)["table"] == 1


def test_one_needs_no_values_if_a_table_has_one_row(stock):
    assert tables.one(stock[:1])["table"] == 5
    with pytest.raises(ValueError, match=r"^4 of 4 rows fit, but exactly one should\.$"):
        tables.one(stock)


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ({"owner": "Japan"}, "0 of 4 rows fit owner='Japan'"),
        ({"through": "2023-12-31"}, "0 of 4 rows fit through='2023-12-31'"),
        ({"owner": "China", "table": 5}, "0 of 4 rows fit owner='China' and table=5"),
        ({"owner": "US"}, "2 of 4 rows fit owner='US'"),
        ({"through": "NaT"}, "0 of 4 rows fit through='NaT'"),
    ],
)
def test_one_says_how_many_rows_fit_if_not_one(stock, where, says):
    with pytest.raises(ValueError) as caught:
        tables.one(stock, **where)
    assert str(caught.value) == f"{says}, but exactly one should."


def test_one_names_a_column_that_the_table_does_not_have(stock):
    with pytest.raises(ValueError, match="maker"):
        tables.one(stock, maker="Nvidia")
