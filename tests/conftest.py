"""What several tests share: a clean copy of the course, the built book, a browser."""

import fnmatch
import logging
import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePath

import pytest
from hypothesis import settings

from tests.plain_user import run as as_plain_user

ROOT = Path(__file__).resolve().parent.parent

# a busy machine is no fault
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")


# Fixtures behind which something slow stands, the slowest first. Tests that share what was done
# once go to the worker of that name (None: each to any).
SLOW = {
    "proof_of": None,  # tests/test_fidelity.py says which set a test is about
    "site": "book",
    "graded": "sample class",
    "plain_user": "page cache",  # one at a time: the system counts the processes of a user
    "class_of_broken": "broken submissions",
    "loop": "nbgrader's loop",
    "wheel": "another course",
    "three_users": "exchange",
    "small_class": "small class",
    "proof_of_double": None,
    "command": None,
    "environments": None,
    "colab": None,
}


@pytest.hookimpl(tryfirst=True)  # before `-m` looks at the marks
def pytest_collection_modifyitems(session, config, items):
    def place(item):
        return next((i for i, name in enumerate(SLOW) if name in item.fixturenames), len(SLOW))

    for item in items:
        slow = [name for name in SLOW if name in item.fixturenames]
        if slow:
            item.add_marker(pytest.mark.slow)
        if slow and SLOW[slow[0]]:
            item.add_marker(pytest.mark.xdist_group(SLOW[slow[0]]))
    # the longest first, so that no worker begins one when the others have nothing left to do
    items.sort(key=place)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    report = (yield).get_result()
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI has everything: {call.excinfo.value}"


def ignored(name, is_folder):
    """Whether git would ignore a path of the course; told by ``.gitignore``, as a ZIP download has
    no git.
    """
    for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split("\n"):
        pattern = line.rstrip("/")
        if not pattern or pattern.startswith("#") or (line.endswith("/") and not is_folder):
            continue
        # as in git: a pattern with a slash inside begins at the course's folder
        if fnmatch.fnmatchcase(name if "/" in pattern else PurePath(name).name, pattern):
            return True
    return name == ".git"


def copy_of_course(target):
    """A copy of what git tracks or would track, as a fresh clone would have it."""

    def left_out(folder, names):
        paths = [Path(folder, name) for name in names]
        return [p.name for p in paths if ignored(p.relative_to(ROOT).as_posix(), p.is_dir())]

    return shutil.copytree(
        ROOT, target, ignore=left_out, ignore_dangling_symlinks=True, dirs_exist_ok=True
    )


def git(*arguments):
    """What git says of the course; skips the test where the course came without it."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("no git, or the course is a download without its .git folder")
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def run(*command, cwd, **environment):
    """Run a command in the course's environment; returns the completed process with its output."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ours = ("CLASS_FOLDER", "EXCHANGE_FOLDER", "PYTHONPATH")
    inherited = {key: value for key, value in os.environ.items() if key not in ours}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=inherited | {"PATH": path} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=900,
    )


@pytest.fixture
def course_copy(tmp_path):
    return copy_of_course(tmp_path / "course")


@pytest.fixture
def caplog(caplog, monkeypatch):
    """What is logged, by nbgrader's parts too.

    traitlets hands out the logger of an application that an earlier test began.
    """
    monkeypatch.setattr("traitlets.log.get_logger", lambda: logging.getLogger("tests"))
    return caplog


@pytest.fixture(scope="session")
def command():
    """Runs a real command of the course or of nbgrader, which takes seconds to start: see ``run``.

    To read what a command of the course says, call it in this process by click's ``CliRunner``.
    """
    return run


@pytest.fixture
def environments(tmp_path):
    """A folder in which virtual environments are made, which takes seconds."""
    folder = tmp_path / "environments"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def plain_user():
    """Runs this course's Python as a user who owns nothing."""
    return as_plain_user


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The book, built with an empty cache."""
    root = copy_of_course(tmp_path_factory.mktemp("site"))
    built = run(sys.executable, "-m", "course", "book", cwd=root, PYTHONHASHSEED="0")
    assert built.returncode == 0, built.stdout
    return root / "_build" / "html"


@pytest.fixture(scope="session")
def address(site):
    """The built book on localhost."""
    handler = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium: the one installed, else Playwright's own."""
    from playwright.sync_api import Error, sync_playwright

    installed = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(
                executable_path=installed, args=["--no-sandbox", "--disable-gpu"]
            )
        except Error as error:
            pytest.skip(
                f"no Chromium: install one (Debian: apt install chromium). "
                f"{str(error).splitlines()[0]}"
            )
        yield chromium
        chromium.close()


@contextmanager
def fresh_tab(browser, address):
    """A fresh browser page that may ask the book's own address only; what it asked of others is in
    ``tab.refused``, its scripts' errors in ``tab.errors``.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.refused, tab.errors = [], []
    tab.on("pageerror", lambda error: tab.errors.append(str(error)))

    def only_here(route):
        if route.request.url.startswith((address, "data:")):
            route.continue_()
        else:
            tab.refused.append(route.request.url)
            route.abort()

    context.route("**/*", only_here)
    yield tab
    context.close()


@pytest.fixture
def page(browser, address):
    """A fresh tab for one test."""
    with fresh_tab(browser, address) as tab:
        yield tab
