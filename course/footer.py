"""The end of every page: its date, how to cite it and how to report an error.

Authors, title, version and date come from ``CITATION.cff``. Addresses follow from ``repository`` in
``_config.yml``.
"""

import datetime
import html
from typing import TypedDict
from urllib.parse import quote

import yaml

from . import ROOT, repository


class Citation(TypedDict):
    """What a citation of the course names, each as text."""

    authors: str
    title: str
    version: str
    date: str


def citation() -> Citation:
    """Read ``CITATION.cff``."""
    about = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    names = [a.get("name") or f"{a['given-names']} {a['family-names']}" for a in about["authors"]]
    released = datetime.date.fromisoformat(str(about["date-released"]))
    return {
        "authors": ", ".join(names),
        "title": about["title"],
        "version": str(about["version"]),
        "date": f"{released.day} {released:%B %Y}",
    }


def address(url: object, page: str = "") -> str:
    """Return the address of a page in the published book, which GitHub Pages serves.

    Parameters
    ----------
    url : str
        Address of the public repository, in any form that ``repository.parts`` takes.
    page : str
        Path of the page in the site, such as ``book/data.html``; the book's first page if empty.

    Raises
    ------
    CourseError
        If ``url`` is no address of a repository on GitHub.
    """
    owner, name = repository.parts(url)
    return f"https://{owner.lower()}.github.io/{name}/{page}"


def show(page: str, title: str, as_of: str | None, url: object, about: Citation) -> str:
    """Return the end of a page as HTML.

    Parameters
    ----------
    page : str
        Path of the page in the site, such as ``book/data.html``.
    title : str
        Title of the page.
    as_of : str or None
        The date on the page's "As of" line; if it has none, the course's own date is shown.
    url : str
        Address of the public repository.
    about : Citation
        What ``citation`` returns.
    """
    where = address(url, page)
    # a title that ends in a mark of its own takes no comma
    quoted = title if title.endswith(("?", "!")) else f"{title},"
    report = (
        f"{repository.https(url)}/issues/new?title={quote(f'Error on the page {title!r}')}"
        f"&body={quote(f'Page: {where}')}"
    )
    return (
        '<section class="page-record" aria-label="About this page">'
        f"<p><strong>As of:</strong> {html.escape(as_of or about['date'])}.</p>"
        f"<p><strong>To cite this page:</strong> {html.escape(about['authors'])}, "
        f"“{html.escape(quoted)}” "
        f"<cite>{html.escape(about['title'])}</cite>, version {about['version']}, {about['date']}, "
        f"{where}</p>"
        f'<p><strong>Found an error?</strong> <a href="{html.escape(report)}">Report it</a>; '
        "a form on GitHub opens, and needs an account there. Say what the page states, what you "
        "think is right, and how you know.</p></section>"
    )
