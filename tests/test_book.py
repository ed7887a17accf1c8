"""The built book: no warning, no network, the same pages twice, and whole for its readers."""

import re
import shutil
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ROOT, copy_of_course

from course import sphinx_extension


class Page(HTMLParser):
    """Links, ids and images of an HTML page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.ids, self.images = [], set(), []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.ids.add(found.get("id"))
        self.links += [found[key] for key in ("href", "src") if found.get(key)]
        if tag == "img":
            self.images.append(found)


def pages(site):
    return sorted(p for p in site.rglob("*.html") if "_static" not in p.parts)


def readings(site):
    return sorted((site / "book").rglob("*.html"))


def test_every_page_of_the_contents_is_built(site):
    listed = re.findall(r"(?:file|root): (\S+)", (ROOT / "_toc.yml").read_text())
    assert all((site / f"{name}.html").exists() for name in listed)


def test_no_link_inside_the_book_is_dead(site):
    parsed = {path: Page(path) for path in pages(site)}
    dead = []
    for path, page in parsed.items():
        for link in page.links:
            url = urlsplit(link)
            if url.scheme or url.netloc:
                continue
            target = (path.parent / unquote(url.path)).resolve() if url.path else path
            if not target.exists() or (
                url.fragment and target in parsed and url.fragment not in parsed[target].ids
            ):
                dead.append(f"{path.relative_to(site)}: {link}")
    assert dead == []


def test_every_image_has_an_alternative_text(site):
    bare = [
        (path.name, image.get("src", "")[:40])
        for path in pages(site)
        for image in Page(path).images
        if not image.get("alt")
    ]
    assert bare == []


def test_every_figure_says_in_words_and_a_number_what_it_shows(site):
    alts = [
        i["alt"]
        for path in readings(site)
        for i in Page(path).images
        if "dark-light" in i.get("class", "")
    ]
    assert alts
    assert [alt for alt in alts if len(alt) < 40 or not re.search(r"\d", alt)] == []


def test_pages_are_light_enough_for_a_phone(site):
    heavy = {
        str(p.relative_to(site)): p.stat().st_size
        for p in readings(site)
        if p.stat().st_size > 400_000
    }
    assert heavy == {}


def test_student_notebooks_have_launch_and_download_buttons(site):
    for path in sorted((site / "exercises").rglob("*.html")):
        name = path.stem
        text = path.read_text(encoding="utf-8")
        assert f"/blob/main/exercises/{name}/{name}.ipynb" in text and "colab.research" in text
        assert f"lab/tree/exercises/{name}/{name}.ipynb" in text and "mybinder" in text
        download = site / "_sources" / "exercises" / name / f"{name}.ipynb"
        assert f'href="../../_sources/exercises/{name}/{name}.ipynb"' in text
        assert download.read_bytes() == (ROOT / "exercises" / name / f"{name}.ipynb").read_bytes()


def test_prose_pages_have_no_launch_button(site):
    assert [
        p.name for p in readings(site) if "launch-buttons" in p.read_text(encoding="utf-8")
    ] == []


def test_a_build_without_network_elsewhere_gives_the_same_pages(site, tmp_path, command):
    if not shutil.which("unshare"):
        pytest.skip("no unshare: network namespaces are Linux's")
    root = copy_of_course(tmp_path / "another" / "place")
    script = (
        f"ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null; exec {sys.executable} -m "
        f"course book"
    )
    namespaces = (
        ["unshare", "--net"]
        if command("unshare", "--net", "true", cwd=root).returncode == 0
        else ["unshare", "--net", "--map-root-user"]
    )
    built = command(*namespaces, "sh", "-c", script, cwd=root, PYTHONHASHSEED="4321")
    assert built.returncode == 0, built.stdout
    again = root / "_build" / "html"
    for folder in (site, again):
        # Sphinx's own record of its configuration holds absolute paths; nobody reads it
        (folder / ".buildinfo").unlink(missing_ok=True)
    names = {p.relative_to(site) for p in site.rglob("*") if p.is_file()}
    assert names == {p.relative_to(again) for p in again.rglob("*") if p.is_file()}
    assert [
        str(name)
        for name in sorted(names)
        if (site / name).read_bytes() != (again / name).read_bytes()
    ] == []


@pytest.fixture
def one_page(tmp_path, command):
    """Build a book of one page; give the finished process, and the page if it was built."""
    root = copy_of_course(tmp_path / "course")
    (root / "_toc.yml").write_text("format: jb-book\nroot: book/page\n")

    def build(text):
        (root / "book" / "page.md").write_text(text, encoding="utf-8")
        done = command(sys.executable, "-m", "course", "book", cwd=root)
        page = root / "_build" / "html" / "book" / "page.html"
        return done, page.read_text(encoding="utf-8") if page.exists() else ""

    build.root = root
    return build


PAGE = """---
jupytext: {formats: "md:myst", text_representation: {extension: .md, format_name: myst}}
kernelspec: {name: python3, display_name: Python 3}
---
# A page

```{code-cell} ipython3
from course import tables

f"The price is {tables.one(tables.load('llm_list_prices'), model='o3-mini')['output_usd_per_mtok']}"
```
"""


def test_a_changed_table_renews_a_page_that_uses_it_and_is_not_changed_itself(one_page):
    done, before = one_page(PAGE)
    assert done.returncode == 0, done.stdout
    price = re.search(r"The price is (\d+\.\d+)", before)[1]
    table = one_page.root / "book" / "data" / "llm_list_prices.csv"
    rows = table.read_text(encoding="utf-8").splitlines()
    changed = [
        re.sub(rf"(?<=,){float(price):g}0?(?=,)", "7.5", r) if "o3-mini" in r else r for r in rows
    ]
    assert changed != rows
    table.write_text("\n".join(changed) + "\n", encoding="utf-8", newline="\n")
    done, after = one_page(PAGE)
    assert done.returncode == 0, done.stdout
    assert "The price is 7.5" in after


def test_fingerprint_follows_the_quiz_that_a_page_names(tmp_path):
    (tmp_path / "page.md").write_text('quiz.show("page.quiz.yml")')
    (tmp_path / "page.quiz.yml").write_text("[]")
    before = sphinx_extension.fingerprint(tmp_path / "page.md")
    (tmp_path / "page.quiz.yml").write_text("[1]")
    assert sphinx_extension.fingerprint(tmp_path / "page.md") != before


def test_fingerprint_ignores_files_that_a_page_does_not_name(tmp_path):
    (tmp_path / "page.md").write_text("nothing")
    before = sphinx_extension.fingerprint(tmp_path / "page.md")
    (tmp_path / "other.quiz.yml").write_text("[]")
    assert sphinx_extension.fingerprint(tmp_path / "page.md") == before


def test_a_warning_fails_the_build_and_the_next_one_too(one_page):
    for _ in range(2):
        built, _ = one_page("# A page\n\n[a page that is not there](nowhere.md)\n")
        assert built.returncode == 1
        assert "was not built" in built.stdout
        warning = r"^\S+page\.md:\d+: WARNING: .*nowhere\.md"
        assert re.search(warning, built.stdout, re.MULTILINE)
    # beside the progress, in a log
    assert "\x1b" not in built.stdout
    assert "\nRunning the pages: 1 of 1\n" in f"\n{built.stdout}"
    assert "\nWriting the pages: 1 of 1\n" in built.stdout
