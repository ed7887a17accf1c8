"""The end of every page: the date that it speaks of, how to cite it, how to report an error.

Author, title, version and date stand in ``CITATION.cff``; addresses follow from ``repository`` in
``_config.yml``.
"""

import datetime
import html
import re
from urllib.parse import quote

import yaml

from . import ROOT

PLACE = re.compile(r"https://github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?$")


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


def address(repository, page=""):
    """Where a page of the published book is: GitHub Pages of the public repository.

    Raises ValueError for another kind of address.
    """
    place = PLACE.match(repository)
    if not place:
        raise ValueError(
            f"repository in _config.yml should be https://github.com/OWNER/NAME, not {repository!r}"
        )
    return f"https://{place[1].lower()}.github.io/{place[2]}/{page}"


def show(page, title, as_of, repository, about):
    """The end of a page, as HTML.

    ``page``: its path in the site, such as ``book/data.html``; ``as_of``: the date that it speaks
    of, or None for the book's; ``about``: see ``citation``.
    """
    where = address(repository, page)
    # with an end of its own, the title needs no comma
    quoted = title if title.endswith(("?", "!")) else f"{title},"
    subject, body = quote(f"Error on the page {title!r}"), quote(f"Page: {where}")
    report = f"{repository.rstrip('/')}/issues/new?title={subject}&body={body}"
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
