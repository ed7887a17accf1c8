"""Every page ends with its date, how to cite it and how to report an error, from one place."""

import html
import re
import subprocess
from types import SimpleNamespace

import pytest
from conftest import ROOT
from jupyter_book.config import get_final_config
from rich.console import Console
from sphinx.errors import ConfigError

from course import book, footer, outcomes, readings, repository, sphinx_extension
from course.errors import CourseError

ABOUT = {"authors": "Ada Lin", "title": "The Course", "version": "2.0", "date": "1 March 2027"}
PUBLIC = "https://github.com/Owner/the-course"
FORMS = [
    PUBLIC,
    f"{PUBLIC}/",
    f"{PUBLIC}.git",
    f"{PUBLIC}.git/",
    f" {PUBLIC}\n",
    "http://www.github.com/Owner/the-course",
    "github.com/Owner/the-course",
    "git@github.com:Owner/the-course.git",
    "git@github.com:Owner/the-course",
    "ssh://git@github.com/Owner/the-course.git",
    "https://ada:password@github.com/Owner/the-course.git",
]
OTHERS = [
    None,
    "",
    2026,
    "https://example.org/course",
    "https://github.com/Owner",
    f"{PUBLIC}/tree/main",
    "https://gitlab.com/Owner/the-course",
    "https://example.org/github.com/Owner/the-course",
    "C:/courses/the-course",
]


def test_citation_follows_the_citation_file():
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    about = footer.citation()
    assert (
        about["title"] in text
        and about["authors"] in text
        and f'version: "{about["version"]}"' in text
    )
    assert re.fullmatch(r"\d{1,2} [A-Z][a-z]+ 20\d\d", about["date"])


@pytest.mark.parametrize("url", FORMS)
def test_addresses_follow_from_every_form_that_github_offers(url):
    assert repository.https(url) == PUBLIC
    assert footer.address(url) == "https://owner.github.io/the-course/"
    page = footer.show("book/a.html", "A", None, url, ABOUT)
    assert f'href="{PUBLIC}/issues/new?' in page
    assert "https://owner.github.io/the-course/book/a.html" in page
    options = {"repository_url": url}
    sphinx_extension.one_address(None, SimpleNamespace(html_theme_options=options))
    assert options["repository_url"] == PUBLIC


@pytest.mark.parametrize("url", OTHERS)
def test_another_kind_of_repository_is_named_in_one_sentence(url):
    with pytest.raises(CourseError, match=r"should be https://github\.com/OWNER/NAME, .+\.$"):
        repository.https(url)
    with pytest.raises(ConfigError, match="OWNER/NAME"):
        config = SimpleNamespace(html_theme_options={"repository_url": url})
        sphinx_extension.one_address(None, config)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("repository: {url: https://example.org/course}", "OWNER/NAME, not"),
        ("repository: {branch: main}", "is missing"),
        ("title: x", "is missing"),
        ("", "is missing"),
        ("repository: [", "is not YAML"),
    ],
)
def test_the_address_is_looked_at_before_the_build_starts(tmp_path, monkeypatch, text, words):
    (tmp_path / "_config.yml").write_text(text)
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("the build has started"))
    with pytest.raises(CourseError, match=words):
        book.build(tmp_path, Console())


def test_the_hook_is_one_of_sphinxs_and_the_configuration_is_what_it_gets():
    theme = get_final_config(
        user_yaml=ROOT / "_config.yml", cli_config={"latex_individualpages": False}
    )[0]["html_theme_options"]
    assert repository.https(theme["repository_url"]) == repository.configured()
    hooks = {}
    app = SimpleNamespace(
        connect=lambda event, hook, **_: hooks.setdefault(event, []).append(hook),
        add_config_value=lambda *_: None,
    )
    sphinx_extension.setup(app)
    assert sphinx_extension.one_address in hooks["config-inited"]


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
