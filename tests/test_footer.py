"""Every page ends with its date, how to cite it and how to report an error, from one place."""

import html
import re

import pytest
from conftest import ROOT

from course import footer, outcomes, readings

ABOUT = {"authors": "Ada Lin", "title": "The Course", "version": "2.0", "date": "1 March 2027"}
PUBLIC = "https://github.com/Owner/the-course"


def test_citation_follows_the_citation_file():
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    about = footer.citation()
    assert (
        about["title"] in text
        and about["authors"] in text
        and f'version: "{about["version"]}"' in text
    )
    assert re.fullmatch(r"\d{1,2} [A-Z][a-z]+ 20\d\d", about["date"])


def test_address_follows_the_repository():
    assert (
        footer.address(PUBLIC, "book/data.html")
        == "https://owner.github.io/the-course/book/data.html"
    )
    assert (
        footer.address(f"{PUBLIC}.git")
        == footer.address(f"{PUBLIC}/")
        == "https://owner.github.io/the-course/"
    )


def test_another_kind_of_repository_is_refused():
    with pytest.raises(ValueError, match="OWNER/NAME"):
        footer.address("https://example.org/course")


def test_end_of_a_page_says_its_date_its_citation_and_where_to_report():
    shown = footer.show("book/a.html", "Which <curve>?", "prices up to May", PUBLIC, ABOUT)
    assert "prices up to May." in shown
    assert (
        "Ada Lin, “Which &lt;curve&gt;?” <cite>The Course</cite>, version 2.0, 1 March 2027, "
        in shown
    )
    assert "https://owner.github.io/the-course/book/a.html" in shown
    assert f'href="{PUBLIC}/issues/new?title=Error' in shown and "book/a.html" in shown


def test_a_page_without_a_date_of_its_own_has_the_books():
    assert "1 March 2027.</p>" in footer.show("book/a.html", "Glossary", None, PUBLIC, ABOUT)


def test_every_built_page_has_one_end(site):
    written = re.findall(r"(?:file|root): (\S+)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
    for name in written:
        text = (site / f"{name}.html").read_text(encoding="utf-8")
        assert text.count('class="page-record"') == 1, name
        source = ROOT / f"{name}.md"
        if source.exists() and readings.as_of(source.read_text(encoding="utf-8")):
            stated = html.escape(readings.as_of(source.read_text(encoding="utf-8")))
            assert stated in text.partition('class="page-record"')[2], name


def test_every_reading_says_its_minutes_below_its_title(site):
    for page in outcomes.pages():
        text = (site / "book" / page.parent.name / f"{page.stem}.html").read_text(encoding="utf-8")
        about = f"{readings.minutes(page.read_text(encoding='utf-8')):.0f} minutes"
        assert re.search(rf'</h1>\s*<p class="reading-time">About {about}', text), page.stem
