"""The copies of a student's process that tests talk to take turns and have nothing in common, and
honest functions find what their notebook left them.
"""

import pytest

from nbgrader_isolated import coordinator, plan, workers
from nbgrader_isolated.sandbox import contents, forkserver
from tests import tiers

tier = tiers.each

LIMITS = {"cell_seconds": 90, "submission_seconds": 300, "reruns": 0}


@pytest.fixture
def parted(monkeypatch):
    """Whether the copies of each run so far could take turns."""
    found, part = [], workers.Worker.part_copies

    def noted(self):
        found.append(part(self))
        return found[-1]

    monkeypatch.setattr(workers.Worker, "part_copies", noted)
    return found


def passing(tier, source, *tests, asks=("f",), **limits):
    """Which tests of a notebook pass whose answer is ``source``, by number."""
    cells = [{"role": "student", "name": "f", "source": source}]
    cells += [
        {"role": "tests", "name": f"f-{number}", "source": test}
        for number, test in enumerate(tests)
    ]
    plans = {f"f-{number}": plan.TestPlan(asks=list(asks)) for number in range(len(tests))}
    run = coordinator.run(workers.server(), tier, cells, plan.Plan(tests=plans), LIMITS | limits)
    return [number for number in range(len(tests)) if run.tests[f"f-{number}"].passed]


HONEST = {
    "writes and reads": """
def f(n):
    with open("out.txt", "w") as file:
        file.write(str(n))
    return int(open("out.txt").read())
""",
    "reads what a cell wrote": """
open("kept.txt", "w").write("7")
def f(n):
    return n * int(open("kept.txt").read()) // 7
""",
    "stands in another folder": """
import os
os.mkdir("inner"); os.chdir("inner"); open("kept.txt", "w").write("7")
def f(n):
    return n if os.path.basename(os.getcwd()) == "inner" and open("kept.txt").read() == "7" else 0
""",
    "has a file open to read": """
open("kept.txt", "w").write("one\\ntwo\\n")
file = open("kept.txt"); file.readline()
def f(n):
    return n if file.readline() == "two\\n" else 0
""",
    "has a file open to write": """
log = open("log.txt", "w"); log.write("begun "); log.flush()
def f(n):
    log.write(str(n)); log.flush()
    return n if open("log.txt").read() == f"begun {n}" else 0
""",
    "prints to the process's own stream": """
import os, subprocess
def f(n):
    os.write(1, b"text"); os.system("true")
    return int(subprocess.run(["echo", str(n)], capture_output=True).stdout)
""",
}


@pytest.mark.parametrize("what", HONEST)
def test_a_function_goes_on_that(what, tier, parted):
    tests = [f"assert f({number}) == {number}" for number in (3, 5)]
    assert passing(tier, HONEST[what], *tests) == [0, 1]
    assert parted == [True]


# what two copies would have in common: each test gets a run of its own
SHARED = {
    "a database": """
import sqlite3
base = sqlite3.connect("base.db")
base.execute("create table t (x)")
base.commit()
def f(n):
    base.execute("insert into t values (?)", (n,))
    base.commit()
    return sum(x for x, in base.execute("select x from t"))
""",
    "a pipe": """
import os
reads, writes = os.pipe()
def f(n):
    os.write(writes, bytes([n]))
    return os.read(reads, 1)[0]
""",
    "a temporary file": """
import tempfile
file = tempfile.TemporaryFile()
def f(n):
    file.write(bytes([n])); file.seek(-1, 1)
    return file.read(1)[0]
""",
    "memory of a file": """
import numpy as np
kept = np.memmap("kept", dtype="int64", mode="w+", shape=4)
def f(n):
    kept[:2] += n
    return int(kept[0])
""",
    "a file in its own memory": """
import numpy as np
np.arange(8).tofile("numbers")
kept = np.memmap("numbers", dtype="int64", mode="c")
def f(n):
    kept[:2] += n
    return int(kept[0])
""",
}


@pytest.mark.parametrize("what", SHARED)
def test_a_function_goes_on_that_holds(what, tier, parted):
    tests = [f"assert f({number}) == {number}" for number in (3, 5)]
    assert passing(tier, SHARED[what], *tests) == [0, 1]
    assert parted == [False]


def test_a_test_goes_on_from_names_of_an_earlier_one_though_each_has_a_run_of_its_own(tier, parted):
    assert passing(tier, SHARED["a pipe"], "seen = f(3)", "assert f(seen) == 3") == [0, 1]
    assert parted == [False]


def test_runs_of_their_own_end_with_the_time_of_the_submission(tier):
    slow = SHARED["a pipe"] + "import time; time.sleep(2)"
    found = passing_until(tier, slow, 9, submission_seconds=8)
    assert 0 < len(found.tests) < 9 and len(found.left_out) == 9 - len(found.tests)


def passing_until(tier, source, count, **limits):
    cells = [{"role": "student", "name": "f", "source": source}]
    names = [f"f-{number}" for number in range(count)]
    cells += [{"role": "tests", "name": name, "source": "assert f(1) == 1"} for name in names]
    plans = plan.Plan(tests={name: plan.TestPlan(asks=["f"]) for name in names})
    return coordinator.run(workers.server(), tier, cells, plans, LIMITS | limits)


def test_what_a_test_has_written_is_gone_in_the_next(tier):
    source = "import os\ndef f(n):\n    open(f'{n}', 'w').close()\n    return os.listdir('.')"
    assert passing(tier, source, "assert f(1) == ['1']", "assert f(2) == ['2']") == [0, 1]


@pytest.mark.parametrize(
    "flags",
    ["CLONE_FILES", "CLONE_FS", "CLONE_VM"],
)
def test_no_process_shares_with_another_what_threads_do(flags, tier):
    number = {"CLONE_FILES": 0x400, "CLONE_FS": 0x200, "CLONE_VM": 0x100}[flags]
    source = (
        "import ctypes\nlibc = ctypes.CDLL(None)\nstack = ctypes.create_string_buffer(1 << 16)\n"
        "entry = ctypes.cast(libc._exit, ctypes.c_void_p)\n"
        "top = ctypes.c_void_p(ctypes.addressof(stack) + (1 << 16) - 64)\n"
        f"made = libc.clone(entry, top, {number}, None)\ndef f(n):\n    return made"
    )
    assert passing(tier, source, "assert f(1) == -1") == [0]


def test_no_thread_holds_what_its_process_does_not_show(tier):
    source = (
        "import ctypes\nlibc = ctypes.CDLL(None)\nstack = ctypes.create_string_buffer(1 << 16)\n"
        "entry = ctypes.cast(libc.pause, ctypes.c_void_p)\n"
        "top = ctypes.c_void_p(ctypes.addressof(stack) + (1 << 16) - 64)\n"
        "CLONE_VM, CLONE_SIGHAND, CLONE_THREAD = 0x100, 0x800, 0x10000\n"
        "made = libc.clone(entry, top, CLONE_VM | CLONE_SIGHAND | CLONE_THREAD, None)\n"
        "def f(n):\n    return made"
    )
    assert passing(tier, source, "assert f(1) == -1") == [0]


def test_no_process_can_have_itself_go_on_when_it_is_stopped(tier):
    source = (
        "import ctypes\nlibc = ctypes.CDLL(None)\ntimer = ctypes.c_void_p()\n"
        "made = libc.timer_create(0, None, ctypes.byref(timer))\ndef f(n):\n    return made"
    )
    assert passing(tier, source, "assert f(1) == -1") == [0]


def test_a_copy_is_asked_no_more_whose_test_hands_nothing_on(tier):
    cells = [{"role": "student", "name": "f", "source": "def f(n):\n    return f"}]
    tests = ["seen = f(1)", "assert callable(seen(2))", "assert callable(seen(3))"]
    cells += [
        {"role": "tests", "name": name, "source": test}
        for name, test in zip("abc", tests, strict=True)
    ]
    for hands_on in (True, False):
        plans = {"a": plan.TestPlan(asks=["f"], hands_on=hands_on)}
        plans |= {name: plan.TestPlan(asks=["f"], hands_on=False) for name in "bc"}
        run = coordinator.run(workers.server(), tier, cells, plan.Plan(tests=plans), LIMITS)
        assert [run.tests[name].passed for name in "abc"] == [True, hands_on, hands_on]


def test_what_a_copy_holds_that_may_be_asked_again_takes_no_room_from_others(tier):
    source = """
import os, time
open("kept", "wb").write(bytes(5 << 20))
def f(n):
    if n == 1:
        os.remove("kept")
        for number in range(3):
            opened = os.open("more", os.O_CREAT | os.O_WRONLY)
            try:
                os.write(opened, bytes(3 << 20))
            except OSError:
                pass
            os.unlink("more")
    time.sleep(0.5)
    return os.path.getsize("kept")
"""
    tests = ["f(1)", "assert f(2) == 5 << 20", "assert f(3) == 5 << 20"]
    assert passing(tier, source, *tests, scratch_mb=8, file_mb=8)[-2:] == [1, 2]


def test_others_of_the_same_user_may_leave_no_room(monkeypatch):
    count = {"all": 100, "own": 2}
    monkeypatch.setattr(forkserver.watch, "tasks_of", lambda user: count["all"])
    monkeypatch.setattr(forkserver.watch, "tasks", lambda process: count["own"])
    crowd = forkserver.Crowd(64)
    assert not crowd.leaves_no_room(0)
    count["all"] = 160
    assert crowd.leaves_no_room(0)
    count["own"] = 60
    assert not crowd.leaves_no_room(0)


# ---- what the scratch folder held


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "text.txt").write_text("text")
    (tmp_path / "link").symlink_to("inner/text.txt")
    (tmp_path / "text.sh").write_text("text")
    (tmp_path / "text.sh").chmod(0o700)
    return tmp_path


def test_a_folder_is_put_back_as_it_was(folder):
    kept = contents.Contents(str(folder), 1000)
    before = (folder / "inner").stat().st_mtime_ns
    (folder / "inner" / "text.txt").unlink()
    (folder / "inner").rmdir()
    (folder / "more").mkdir(mode=0)
    (folder / "link").unlink()
    (folder / "text.sh").write_text("other")
    kept.put_back()
    assert sorted(path.name for path in folder.iterdir()) == ["inner", "link", "text.sh"]
    assert (folder / "link").read_text() == (folder / "text.sh").read_text() == "text"
    assert (folder / "text.sh").stat().st_mode & 0o777 == 0o700
    assert (folder / "inner").stat().st_mtime_ns == before


def test_what_is_put_back_is_new_whether_it_changed_or_not(folder):
    kept = contents.Contents(str(folder), 1000)
    paths = [folder, folder / "inner", folder / "inner/text.txt", folder / "link"]
    before = [path.lstat().st_ctime_ns for path in paths]
    kept.put_back()
    assert all(path.lstat().st_ctime_ns > was for path, was in zip(paths, before, strict=True))


def test_more_than_may_be_kept_is_not_read(folder):
    with open(folder / "holes", "wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(ValueError):
        contents.Contents(str(folder), 1 << 20)
