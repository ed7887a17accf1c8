"""Each limit of each tier of containment, by a cell that tries to go beyond it.

Run by whoever runs the tests, and once more as a plain user.
"""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from nbgrader_isolated import coordinator, plan
from nbgrader_isolated.sandbox import containment

HELD = [tier for tier in containment.TIERS if containment.holds(tier)]
PLAN = plan.Plan()
SMALL = {
    # more than an honest cell needs on a busy machine
    "cell_seconds": 90,
    "submission_seconds": 300,
    "memory_mb": 256,
    "submission_memory_mb": 512,
    "processes": 12,
    "scratch_mb": 16,
    "file_mb": 8,
    "reruns": 0,
}


@pytest.fixture(params=HELD or [None])
def tier(request):
    if request.param is None:
        pytest.skip(
            "this machine can contain no process: Linux with user namespaces or Landlock is needed"
        )
    return request.param


def said(tier, *sources, **limits):
    """What cells say, in one text, and why cells were left out."""
    cells = [{"role": "student", "name": "", "source": source} for source in sources]
    outputs, _, trouble = coordinator.run(coordinator.server(), tier, cells, PLAN, SMALL | limits)
    return " ".join(
        str(part.get("text") or part.get("ename")) for cell in outputs.values() for part in cell
    ), " ".join(trouble.values())


def test_an_honest_cell_has_its_folder_and_its_libraries(tier):
    text, trouble = said(
        tier,
        "import numpy as np\nopen('mine.txt', 'w').write('x' * 1000)\nprint(np.sum([1, 2]), "
        "len(open('mine.txt').read()))",
    )
    assert text.split() == ["3", "1000"] and not trouble


@pytest.mark.parametrize("what", ["environment", "python"])
def test_a_python_that_is_reached_over_a_link_is_held_too(tier, what, tmp_path):
    # as a .venv that is a link, or a Python of uv, Homebrew or /opt
    called = Path(sys.executable).relative_to(sys.prefix)
    own = Path(sys.executable).resolve().relative_to(Path(sys.base_prefix).resolve())
    folder, program = (sys.prefix, called) if what == "environment" else (sys.base_prefix, own)
    link = tmp_path / "link"
    link.symlink_to(folder)
    code = f"from nbgrader_isolated.sandbox import containment\nprint(containment.holds({tier!r}))"
    done = subprocess.run(
        [link / program, "-c", code],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1] / "grading")},
    )
    assert done.stdout.strip() == "True", done.stderr


def test_no_connection_leaves_it(tier):
    with socket.create_server(("127.0.0.1", 0)) as server:
        text, _ = said(
            tier,
            f"import socket\nsocket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 1)",
        )
    assert "Error" in text


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "/etc/shadow",
        os.path.expanduser("~/.bashrc"),
        __file__,
        "/proc/{grader}/environ",
    ],
)
def test_no_file_beside_python_and_its_libraries_can_be_read(tier, path):
    path = path.format(grader=os.getpid())
    text, _ = said(tier, f"open({path!r}).read(1)\nprint('read')")
    assert "Error" in text and "read" not in text


def test_a_file_of_the_course_cannot_be_read_whatever_its_rights(tier, tmp_path):
    secret = tmp_path / "gradebook.db"
    secret.write_text("points")
    for path in (tmp_path, secret):
        path.chmod(0o777)
    text, _ = said(tier, f"print(open({str(secret)!r}).read())")
    assert "Error" in text and "points" not in text


@pytest.mark.parametrize(
    "attempt",
    [
        "os.kill({0}, 0)",
        "open('/proc/{0}/mem', 'rb')",
        "os.setpriority(os.PRIO_PROCESS, {0}, 19)",
        "os.pidfd_open({0})",
    ],
)
def test_no_other_process_is_in_reach(tier, attempt):
    text, _ = said(tier, f"import os\n{attempt.format(os.getpid())}\nprint('reached')")
    assert "Error" in text and "reached" not in text


def test_not_even_its_own_copies_can_be_read(tier):
    text, _ = said(
        tier,
        "import os, time\nother = os.fork()\nif other == 0:\n    time.sleep(1)\n    os._exit(0)\n"
        "open(f'/proc/{other}/mem', 'rb')\nprint('reached')",
    )
    assert "Error" in text and "reached" not in text


def test_memory_of_a_process_is_limited(tier):
    text, _ = said(tier, "kept = bytearray(400 << 20)\nprint('kept')")
    assert text == "MemoryError"


def test_memory_of_a_submission_is_limited(tier):
    hoard = """import os, time
alive = set()
for _ in range(6):
    child = os.fork()
    if child == 0:
        kept = b"x" * (150 << 20)
        time.sleep(600)
        os._exit(0)
    alive.add(child)
for _ in range(600):
    if len(alive) < 5:
        break
    time.sleep(0.1)
    alive -= {child for child in alive if os.waitpid(child, os.WNOHANG)[0]}
print("alive", len(alive))
"""
    text, trouble = said(tier, hoard)
    assert trouble or int(text.split()[-1]) < 5


def test_processes_are_limited(tier):
    text, _ = said(
        tier,
        "import os, time\nfor number in range(50):\n    if os.fork() == 0:\n        "
        "time.sleep(20)\n        os._exit(0)\nprint('all')",
    )
    assert text == "BlockingIOError"


def test_a_file_is_limited(tier):
    text, _ = said(tier, "open('large', 'wb').write(bytes(9 << 20))\nprint('written')")
    assert "Error" in text and "written" not in text


def test_files_of_a_submission_are_limited(tier):
    write = """import time
for number in range(6):
    with open(f"part{number}", "wb") as file:
        file.write(bytes(7 << 20))
time.sleep(60)
print("written")
"""
    text, trouble = said(tier, write)
    assert ("Error" in text or trouble) and "written" not in text


def test_processor_time_is_limited(tier):
    text, trouble = said(tier, "while True:\n    pass", cpu_seconds=1)
    assert "ended" in trouble and not text


def test_time_of_a_cell_is_limited_and_the_next_one_runs(tier):
    text, _ = said(tier, "import time\ntime.sleep(600)", "print('next')", cell_seconds=4)
    assert text.split() == ["CellTimeoutError", "next"]


def test_time_of_a_submission_is_limited(tier):
    cells = ["import time\ntime.sleep(3)\nprint('slept')"] * 3
    text, trouble = said(tier, *cells, submission_seconds=5)
    assert "in time" in trouble and text.count("slept") < 3


def test_output_of_a_cell_is_limited(tier):
    text, _ = said(tier, "print('x' * 1_000_000)", cell_characters=1000)
    assert len(text) == 1000


def test_a_plain_user_is_held_as_well(plain_user):
    done = plain_user(
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-k",
        "not plain_user",
        "tests/test_containment.py",
    )
    assert done.returncode == 0, done.stdout[-3000:]
