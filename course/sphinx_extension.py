"""What the book needs beyond Jupyter Book.

Pages are rebuilt when their data change, state their reading time, end with their date and
citation, and have no launch buttons that lead nowhere. The build reports its progress.
"""

import hashlib
import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from docutils import nodes
from jupyter_cache import get_cache
from jupyter_client.manager import KernelManager
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util.typing import ExtensionMetadata

from . import ROOT, book, footer, readings, repository
from .errors import CourseError

# every page that runs code depends on these
MODULES = (
    "tables.py",
    "figures.py",
    "prices.py",
    "prose.py",
    "quiz.py",
    "explorer.py",
    "explorer.js",
)


def one_address(app: Sphinx, config: Config) -> None:
    """Rewrite the public repository's address in the form that all links use.

    Raises
    ------
    ConfigError
        If it is no address of a repository on GitHub.
    """
    try:
        found = repository.https(config.html_theme_options.get("repository_url"))
    except CourseError as error:
        raise ConfigError(error.message) from error
    config.html_theme_options["repository_url"] = found


def tell_pages_to_read(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Report how many pages will be read and run."""
    book.tell(book.READ, len(docnames))


def tell_page_read(app: Sphinx, doctree: nodes.document) -> None:
    """Report that one more page has been read."""
    book.tell(book.DONE)


def tell_pages_to_write(app: Sphinx, builder: Builder) -> None:
    """Report how many pages will be written, as soon as Sphinx knows."""
    prepare = builder.prepare_writing

    def prepare_writing(docnames: set[str]) -> None:
        book.tell(book.WRITE, len(docnames))
        prepare(docnames)

    # Sphinx has no event for this moment
    builder.prepare_writing = prepare_writing  # type: ignore[method-assign]


def tell_page_written(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Report that one more page has been written."""
    if doctree is not None:
        book.tell(book.DONE)


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """List the pages whose data, quiz, explorer or modules changed since the last complete build.

    Sphinx and jupyter-cache look only at the page's own text, so it would keep its old numbers.
    """
    fingerprints = {
        name: fingerprint(Path(env.doc2path(name)))
        for name in env.found_docs
        if env.doc2path(name).endswith(".md")
    }
    app.course_fingerprints = fingerprints  # type: ignore[attr-defined]
    known = json.loads(_record(app).read_text()) if _record(app).exists() else {}
    stale = sorted(name for name, value in fingerprints.items() if known.get(name) != value)
    forget_outputs(_record(app).with_name(".jupyter_cache"), stale)
    return stale


def remember_fingerprints(app: Sphinx, exception: Exception | None) -> None:
    """Record what the pages were built from, unless the build broke off before all were."""
    if exception is None:
        fingerprints = app.course_fingerprints  # type: ignore[attr-defined]
        _record(app).write_text(json.dumps(fingerprints))


def _record(app: Sphinx) -> Path:
    return Path(app.outdir).parent / "fingerprints.json"


def fingerprint(page: Path) -> str:
    """Hash a page's text, the files that it names and the modules that pages import."""
    text = page.read_text(encoding="utf-8")
    files = [ROOT / "course" / name for name in MODULES]
    words = set(re.findall(r"[\w./-]+", text))
    every_table = words & {"tables.catalogue", "tables.licences"}
    files += [p for p in (ROOT / "book" / "data").glob("*.*") if p.stem in words or every_table]
    files += [
        p
        for p in page.parent.glob("*.*")
        if p.name in words or p.with_suffix(".html").name in words
    ]
    if words & {"outcomes.show", "outcomes.workload"}:
        files += [
            ROOT / name
            for name in (
                "_toc.yml",
                "book/outcomes.yml",
                "course/outcomes.py",
                "course/readings.py",
            )
        ]
        files += [
            *(ROOT / "book").glob("*/*.md"),
            *(ROOT / "book").glob("*/*.quiz.yml"),
            *(ROOT / "exercises").glob("*/*.ipynb"),
        ]
    digest = hashlib.sha256(text.encode())
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def forget_outputs(folder: Path, pages: Collection[str]) -> None:
    """Drop from jupyter-cache what the code of some pages printed.

    Parameters
    ----------
    folder : Path
        The cache.
    pages : collection of str
        The pages, as the table of contents names them.
    """
    if not folder.exists():
        return
    cache = get_cache(str(folder))
    for record in cache.list_cache_records():
        # only the end of the path counts, because the course's folder may have moved
        if record.uri.endswith(tuple(f"/{name}.md" for name in pages)):
            cache.remove_cache(record.pk)


def keep_useful_buttons(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Keep the launch and notebook buttons of problem sets only.

    Other pages cannot run without the course around them.
    """
    if pagename.startswith("exercises/"):
        return
    buttons = context.get("header_buttons", [])
    for group in buttons:
        if group["type"] == "group":
            group["buttons"] = [
                b for b in group["buttons"] if b.get("label") != "download-notebook-button"
            ]
    context["header_buttons"] = [b for b in buttons if b.get("label") != "launch-buttons"]


def show_minutes(app: Sphinx, doctree: nodes.document) -> None:
    """Say below the title of a reading how long it takes."""
    text = Path(app.env.doc2path(app.env.docname)).read_text(encoding="utf-8")
    if readings.outcomes(text):
        title = next(doctree.findall(nodes.title))
        said = f"About {readings.minutes(text):.0f} minutes, quiz not counted"
        title.parent.insert(
            title.parent.index(title) + 1, nodes.paragraph(text=said, classes=["reading-time"])
        )


def end_page(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the footer to every page that somebody wrote; Sphinx makes others, such as the index."""
    if doctree is None:
        return
    text = Path(app.env.doc2path(pagename)).read_text(encoding="utf-8")
    context["body"] += footer.show(
        f"{pagename}.html",
        app.env.titles[pagename].astext(),
        readings.as_of(text),
        app.config.html_theme_options["repository_url"],
        app.config.course_citation,
    )


def drop_page_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """Remove the executed copies of pages.

    No button offers them, and their random identifiers would make every build differ.
    """
    for path in Path(app.outdir, "_sources", "book").rglob("*.ipynb"):
        path.unlink()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect the functions of this module to Sphinx's events."""
    # without encryption, a page's kernel warns that other users of the machine could listen in
    KernelManager.transport_encryption.default_value = "auto"
    app.connect("config-inited", one_address)
    app.connect("env-before-read-docs", tell_pages_to_read)
    app.connect("doctree-read", tell_page_read)
    app.connect("write-started", tell_pages_to_write)
    app.connect("html-page-context", tell_page_written)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("build-finished", remember_fingerprints)
    # "html": a new version or date writes every page again, but runs none
    app.add_config_value("course_citation", footer.citation(), "html")
    app.connect("doctree-read", show_minutes)
    app.connect("html-page-context", end_page)
    app.connect("build-finished", drop_page_notebooks)
    # after the theme, which adds its buttons at the default priority of 500 and above
    app.connect("html-page-context", keep_useful_buttons, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
