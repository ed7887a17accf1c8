"""What the book needs beyond Jupyter Book: pages renewed when their data change, no dead launch
buttons, times, page ends.
"""

import hashlib
import json
import re
from pathlib import Path

from docutils import nodes
from jupyter_cache import get_cache
from jupyter_client.manager import KernelManager
from sphinx.errors import ConfigError

from . import ROOT, book, footer, readings, repository
from .errors import CourseError

# what every page that runs code depends on
MODULES = (
    "tables.py",
    "figures.py",
    "prices.py",
    "prose.py",
    "quiz.py",
    "explorer.py",
    "explorer.js",
)


def one_address(app, config):
    """Every link to the public repository follows from one form of its address."""
    try:
        found = repository.https(config.html_theme_options.get("repository_url"))
    except CourseError as error:
        raise ConfigError(error.message) from error
    config.html_theme_options["repository_url"] = found


def tell_pages_to_read(app, env, docnames):
    """Tell ``course.book`` how many pages are read and run."""
    book.tell(book.READ, len(docnames))


def tell_page_read(app, doctree):
    """Tell ``course.book`` that one more page is read."""
    book.tell(book.DONE)


def tell_pages_to_write(app, builder):
    """Tell ``course.book`` how many pages are written, as soon as Sphinx knows."""
    prepare = builder.prepare_writing

    def prepare_writing(docnames):
        book.tell(book.WRITE, len(docnames))
        prepare(docnames)

    builder.prepare_writing = prepare_writing


def tell_page_written(app, pagename, templatename, context, doctree):
    """Tell ``course.book`` that one more page is written."""
    if doctree is not None:
        book.tell(book.DONE)


def outdated_pages(app, env, added, changed, removed):
    """Pages whose data, quiz, explorer or modules changed since the last whole build.

    Neither Sphinx nor jupyter-cache looks beyond the page's own text, so the page would keep its
    old numbers.
    """
    app.course_fingerprints = {
        name: fingerprint(Path(env.doc2path(name)))
        for name in env.found_docs
        if env.doc2path(name).endswith(".md")
    }
    known = json.loads(_record(app).read_text()) if _record(app).exists() else {}
    stale = sorted(
        name for name, value in app.course_fingerprints.items() if known.get(name) != value
    )
    forget_outputs(_record(app).with_name(".jupyter_cache"), stale)
    return stale


def remember_fingerprints(app, exception):
    """Keep what the pages were built from, unless the build broke off and some were not."""
    if exception is None:
        _record(app).write_text(json.dumps(app.course_fingerprints))


def _record(app):
    return Path(app.outdir).parent / "fingerprints.json"


def fingerprint(page):
    """Hash of a page's text, of the files that it names and of the modules that pages import."""
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


def forget_outputs(folder, pages):
    """Drop from the jupyter-cache in ``folder`` what the code of ``pages`` (their names in the
    contents) printed.
    """
    if not folder.exists():
        return
    cache = get_cache(str(folder))
    for record in cache.list_cache_records():
        # by the end of the path: the course's folder may have moved
        if record.uri.endswith(tuple(f"/{name}.md" for name in pages)):
            cache.remove_cache(record.pk)


def keep_useful_buttons(app, pagename, templatename, context, doctree):
    """Launch and notebook buttons only where they lead to a problem set: a page of prose needs the
    course around it to run.
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


def show_minutes(app, doctree):
    """Say under a reading's title how long it takes."""
    text = Path(app.env.doc2path(app.env.docname)).read_text(encoding="utf-8")
    if readings.outcomes(text):
        title = next(doctree.findall(nodes.title))
        said = f"About {readings.minutes(text):.0f} minutes, quiz not counted"
        title.parent.insert(
            title.parent.index(title) + 1, nodes.paragraph(text=said, classes=["reading-time"])
        )


def end_page(app, pagename, templatename, context, doctree):
    """Close every page that somebody wrote with its date, how to cite it and how to report an
    error.
    """
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


def drop_page_notebooks(app, exception):
    """Remove the executed copies of pages, which carry random identifiers and which no button
    offers.
    """
    for path in Path(app.outdir, "_sources", "book").rglob("*.ipynb"):
        path.unlink()


def setup(app):
    # a page's kernel warns when other users of the machine could read what it is sent
    KernelManager.transport_encryption.default_value = "auto"
    app.connect("config-inited", one_address)
    app.connect("env-before-read-docs", tell_pages_to_read)
    app.connect("doctree-read", tell_page_read)
    app.connect("write-started", tell_pages_to_write)
    app.connect("html-page-context", tell_page_written)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("build-finished", remember_fingerprints)
    # a new version or date renews the end of every page, and runs none again
    app.add_config_value("course_citation", footer.citation(), "html")
    app.connect("doctree-read", show_minutes)
    app.connect("html-page-context", end_page)
    app.connect("build-finished", drop_page_notebooks)
    # after the theme, which adds the buttons at the default priority 500 and above
    app.connect("html-page-context", keep_useful_buttons, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
