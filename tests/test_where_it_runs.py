"""Where a Python lies and what a system allows: the grader contains there, and imports what it
should, or it says the true reason.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

import pytest
from conftest import ROOT

from nbgrader_isolated.sandbox import containment
from tests import plain_user as users
from tests import tiers

tier = tiers.each

SAYS = "from nbgrader_isolated.sandbox import containment\nprint(containment.why_not({tier!r}))"


def why_not(python: Path, tier: str) -> str:
    """What another Python says why it cannot contain."""
    done = subprocess.run(
        [python, "-c", SAYS.format(tier=tier)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "grading")},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# ---- layouts


def standing_alone(folder: Path) -> Path:
    """A copy of this Python with its standard library, as conda's or a prefix of one's own."""
    library = Path(sysconfig.get_path("stdlib"))
    left_out = shutil.ignore_patterns(
        "test", "tests", "*-packages", "__pycache__", "idlelib", "config-*", "tkinter"
    )
    place = library.relative_to(Path(sys.base_prefix))
    shutil.copytree(library, folder / place, ignore=left_out, ignore_dangling_symlinks=True)
    (folder / "bin").mkdir()
    shutil.copy(Path(sys.executable).resolve(), folder / "bin" / "python3")
    for shared in Path(sys.base_prefix, "lib").glob("libpython3*"):
        shutil.copy(shared, folder / "lib")
    return folder / "bin" / "python3"


def as_conda(folder: Path) -> Path:
    return standing_alone(folder / "miniconda3" / "envs" / "course")


def as_uv(folder: Path) -> Path:
    """An environment whose Python is reached over a link that names no patch version."""
    store = folder / ".local" / "share" / "uv" / "python"
    python = standing_alone(store / "cpython-3.0.1")
    (store / "cpython-3.0").symlink_to("cpython-3.0.1")
    environment = folder / "course" / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(store / "cpython-3.0" / "bin" / python.name)
    home = store / "cpython-3.0" / "bin"
    (environment / "pyvenv.cfg").write_text(f"home = {home}\nversion_info = 3.0.1\n")
    return environment / "bin" / "python"


def as_venv(folder: Path) -> Path:
    venv.create(folder / "course" / ".venv", symlinks=True)
    return folder / "course" / ".venv" / "bin" / "python"


def as_copied_venv(folder: Path) -> Path:
    venv.create(folder / "course" / ".venv", symlinks=False)
    return folder / "course" / ".venv" / "bin" / "python"


def as_linked_venv(folder: Path) -> Path:
    """A .venv that is a link, below a folder that is one."""
    venv.create(folder / "disk" / "environment", symlinks=True)
    (folder / "disk" / "course").mkdir()
    (folder / "disk" / "course" / ".venv").symlink_to("../environment")
    (folder / "course").symlink_to(folder / "disk" / "course")
    return folder / "course" / ".venv" / "bin" / "python"


LAYOUTS = [as_conda, as_uv, as_venv, as_copied_venv, as_linked_venv]


@pytest.fixture
def place(environments):
    """A folder for environments that every user can enter."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_python_is_contained_however_it_was_installed(tier, layout, place):
    assert why_not(layout(place), tier) == ""


def test_the_systems_python_is_contained(tier):
    python = Path("/usr/bin/python3")
    if not python.exists():
        pytest.skip("there is no system's Python")
    if subprocess.run(
        [python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
    ).returncode:
        pytest.skip("the system's Python is older than the grader's")
    assert why_not(python, tier) == ""


def test_a_plain_user_contains_each_too(plain_user):
    done = plain_user(*users.PYTEST, "-k", "installed or systems", "tests/test_where_it_runs.py")
    assert done.returncode == 0, done.stdout[-3000:]


# ---- systems

GRADES = (
    *users.PYTEST,
    "-k",
    "landlock and (honest or late or beside_python or limited_in_number)",
    "tests/test_containment.py",
)


def test_a_plain_user_of_a_container_grades(plain_user):
    done = plain_user(*GRADES, container=True)
    assert done.returncode == 0, done.stdout[-3000:]


def test_root_of_a_container_grades(plain_user):
    done = plain_user(*GRADES, user=users.ROOT_OF_A_CONTAINER, container=True)
    assert done.returncode == 0, done.stdout[-3000:]


def test_root_of_a_container_is_told_that_a_python_lies_where_only_root_can_enter(plain_user):
    code = (
        "import os, subprocess, sys, tempfile, venv\n"
        "shut = os.path.join(tempfile.mkdtemp(), 'course')\n"
        "venv.create(shut)\n"
        f"code = {SAYS.format(tier=containment.LANDLOCK)!r}\n"
        "print(os.path.dirname(shut), flush=True)\n"
        "subprocess.run([os.path.join(shut, 'bin', 'python'), '-c', code])"
    )
    done = plain_user("-c", code, user=users.ROOT_OF_A_CONTAINER, container=True)
    shut, reason = done.stdout.splitlines()
    shutil.rmtree(shut)
    assert f"lies below {shut}, which only its owner can enter" in reason


def test_each_tier_says_why_it_does_not_hold(plain_user):
    code = "from nbgrader_isolated.sandbox import containment\nprint(containment.reasons())"
    done = plain_user("-c", code, container=True)
    assert done.stdout.strip() == "namespaces: unshare: Operation not permitted"


def test_to_look_what_holds_forks_no_process_that_may_have_threads(monkeypatch):
    def fork():
        raise AssertionError("a process with threads is forked")

    monkeypatch.setattr(os, "fork", fork)
    assert isinstance(containment.why_not(containment.NAMESPACES), str)
