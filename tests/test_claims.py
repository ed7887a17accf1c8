"""The claims ledger: each has a verdict, both sides, sources, a date and links that exist."""

import re

import pytest
from conftest import ROOT

from course import tables

LEDGER = ROOT / "book" / "claims_ledger.md"
VERDICTS = ("supported", "qualified", "contradicted", "not checkable")
FIELDS = ["Verdict", "For", "Against", "Sources", "As of", "Shown on", "Would change it"]


def claims():
    text = LEDGER.read_text(encoding="utf-8")
    found = re.findall(r"^\((claim-[a-z-]+)\)=\n### (.+)\n\n((?:- .*\n?)+)", text, re.MULTILINE)
    return {
        anchor: dict(re.findall(r"^- \*\*(.+?):\*\* (.+)$", body, re.MULTILINE))
        for anchor, _, body in found
    }


def _tables(claim):
    """Names of the tables that an entry links to, all that it names."""
    data = claim["Shown on"].partition("Data: ")[2].rstrip(".")
    linked = re.findall(r'<a href="data\.html#(\w+)">\1</a>', data)
    assert linked and len(linked) == len(data.split(", "))
    return linked


@pytest.fixture(params=sorted(claims()))
def claim(request):
    return claims()[request.param]


def test_every_heading_below_an_impact_is_a_claim_with_an_anchor():
    assert (
        len(re.findall(r"^### ", LEDGER.read_text(encoding="utf-8"), re.MULTILINE))
        == len(claims())
        > 25
    )


def test_a_claim_says_all_that_a_ledger_must(claim):
    assert list(claim) == FIELDS
    assert claim["Verdict"].startswith(VERDICTS)
    assert len(claim["For"]) > 20 and len(claim["Against"]) > 20
    assert re.search(r"\b20\d\d\b", claim["As of"])


def test_its_sources_are_in_the_bibliography(claim):
    keys = re.findall(r"\{cite:t\}`(\w+)`", claim["Sources"])
    known = re.findall(
        r"^@\w+\{(\w+),",
        (ROOT / "book" / "references.bib").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert keys and set(keys) <= set(known)


def test_its_pages_and_data_exist(claim):
    pages = claim["Shown on"].partition("Data: ")[0]
    links = re.findall(r"\]\((.+?)\)", pages)
    assert links and all((LEDGER.parent / link).is_file() for link in links)
    assert set(_tables(claim)) <= set(tables.names())


def test_no_verdict_rests_on_secondary_rows_alone(claim):
    for name in _tables(claim):
        rows = tables.load(name)
        if "evidence" in rows.dtype.names and (rows["evidence"] == "primary").any():
            return
    pytest.fail("no table of it has a primary row")
