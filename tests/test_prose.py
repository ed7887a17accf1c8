"""Numbers reach a page's sentences, and pages leave to ``course`` what they share."""

import re

import numpy as np
import pytest
from conftest import ROOT

from course import prose, sphinx_extension

PAGES = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "book").rglob("*.md"))}


@pytest.mark.parametrize("number", [2.5, np.float64(2.5), np.array(2.5)], ids=repr)
def test_a_number_is_kept_under_the_pages_name_so_that_the_text_can_format_it(monkeypatch, number):
    kept = {}

    def display(data, raw, metadata):
        kept[metadata["scrapbook"]["name"]] = data

    monkeypatch.setattr("myst_nb.ext.glue.ipy_display", display)
    put = prose.numbers("cars")
    assert put(half_life=number, plants=np.int64(3), closed=np.bool_(True)) is None
    # a record is kept with the page and shown nowhere
    record = "application/papermill.record/text/plain"
    assert kept == {
        "cars_half_life": {record: "2.5"},
        "cars_plants": {record: "3.0"},
        "cars_closed": {record: "1.0"},
    }


# ---- what pages leave to course

OWN_PUT = r"^def put\("
# a look-up of one row: one name stands on the left, or the first of the rows that fit is taken
ONE_NAME = r"^ *(?:\(\w+,\)(?:, \(\w+,\))*|\w+,) = "
FIRST_FIT = r"\] == [^\]]*\](?:\[\"\w+\"\])?\[0\]"


def own(text):
    """Lines in which a page does itself what ``prose.numbers`` and ``tables.one`` do for all."""
    return [
        line for line in text.splitlines() if re.search(f"{OWN_PUT}|{ONE_NAME}|{FIRST_FIT}", line)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "def put(**numbers):",
        '(row,) = wages[wages["key"] == key]',
        '    (value,) = light["value"][(light["series"] == series) & (light["year"] == year)]',
        'row, = wages[wages["key"] == key]',
        '(v3,), (llama,) = runs[runs["model"] == "V3"], runs[runs["model"] == "Llama"]',
        'fleet = effects["value"][effects["key"] == "fleet"][0]',
        'share = market[(market["who"] == who) & (market["unit"] == "percent")]["value"][0]',
    ],
)
def test_a_line_that_a_page_should_leave_to_course_is_found(line):
    assert own(f"before\n{line}\nafter") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "put(first=usd[0], last=usd[-1])",
        'put = prose.numbers("cars")',
        'low, high = sorted(reach["margin"])',
        'first = tables.one(light, series="price", first_year=1800)["value"]',
        'start = np.sort(cars[cars["series"] == "imports"], order="year")["value"][0]',
        'if row["evidence"] == "primary":',
    ],
)
def test_a_line_that_is_the_pages_own_is_not(line):
    assert own(f"before\n{line}\nafter") == []


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_no_page_keeps_numbers_or_looks_one_row_up_in_its_own_way(path):
    assert own(PAGES[path]) == []


def test_a_page_is_built_again_when_a_module_changes_that_it_imports():
    text = "\n".join(PAGES.values())
    lines = re.findall(r"^from course import (.+)$", text, re.MULTILINE)
    imported = {name for line in lines for name in line.split(", ")}
    imported |= set(re.findall(r"^from course\.(\w+) import ", text, re.MULTILINE))
    # outcomes is asked for on pages of its own, and sphinx_extension knows what these depend on
    modules = {name for name in sphinx_extension.MODULES if name.endswith(".py")}
    assert {f"{name}.py" for name in imported - {"outcomes"}} == modules
