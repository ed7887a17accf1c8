"""The end of every page: the date that it speaks of, how to cite it, how to report an error.

Author, title, version and date stand in ``CITATION.cff``; addresses follow from ``repository`` in
``_config.yml``.
"""

import datetime
import html
from urllib.parse import quote

import yaml

from . import ROOT, repository


def citation():
    """What ``CITATION.cff`` says: ``authors``, ``title``, ``version``, ``date`` (as text)."""
    about = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    names = [a.get("name") or f"{a['given-names']} {a['family-names']}" for a in about["authors"]]
    released = datetime.date.fromisoformat(str(about["date-released"]))
    return {
        "authors": ", ".join(names),
        "title": about["title"],
        "version": str(about["version"]),
        "date": f"{released.day} {released:%B %Y}",
    }


def address(url, page=""):
    """Where a page of the published book is: GitHub Pages of the public repository at ``url``.

    Raises CourseError for another kind of address.
    """
    owner, name = repository.parts(url)
    return f"https://{owner.lower()}.github.io/{name}/{page}"


def show(page, title, as_of, url, about):
    """The end of a page, as HTML.

    ``page``: its path in the site, such as ``book/data.html``; ``as_of``: the date that it speaks
    of, or None for the book's; ``url``: address of the public repository; ``about``: see
    ``citation``.
    """
    where = address(url, page)
    # with an end of its own, the title needs no comma
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
