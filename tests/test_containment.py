"""Each limit of each tier of containment, by a cell that tries to go beyond it.

Run by whoever runs the tests, and once more as a plain user.
"""

import mmap
import os
import platform
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nbgrader_isolated import coordinator, plan, workers
from nbgrader_isolated.limits import LIMITS
from nbgrader_isolated.sandbox import containment, folders, forkserver, syscalls, watch
from tests import tiers
from tests.plain_user import PYTEST

tier = tiers.each

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
    "scratch_files": 1000,
    "reruns": 0,
}


def said(tier, *sources, **limits):
    """What cells say, in one text, and why cells were left out."""
    cells = [{"role": "student", "name": "", "source": source} for source in sources]
    run = coordinator.run(workers.server(), tier, cells, PLAN, SMALL | limits)
    return " ".join(
        str(part.get("text") or part.get("ename")) for cell in run.cells.values() for part in cell
    ), " ".join(reason.sentence for reason in run.left_out.values())


def test_an_honest_cell_has_its_folder_and_its_libraries(tier):
    text, trouble = said(
        tier,
        "import numpy as np\nopen('mine.txt', 'w').write('x' * 1000)\nprint(np.sum([1, 2]), "
        "len(open('mine.txt').read()))",
    )
    assert text.split() == ["3", "1000"] and not trouble


def test_what_is_imported_late_is_found(tier):
    text, trouble = said(
        tier,
        "import email.mime.text, sqlite3, xml.dom.minidom\nfrom matplotlib import animation\n"
        "import numpy.polynomial\nprint('imported')",
    )
    assert text.split() == ["imported"] and not trouble


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


def test_what_lies_beside_programs_and_libraries_is_out_of_sight(tier):
    text, _ = said(tier, "import os\nos.listdir('/usr/src')\nprint('listed')")
    assert "Error" in text and "listed" not in text


def test_a_folder_of_the_course_is_out_of_sight_even_below_pythons(tier, monkeypatch):
    folder = Path(pytest.__file__).parent
    monkeypatch.setattr(workers, "hidden", {str(folder)})
    text, _ = said(
        tier,
        "import os, numpy\nfrom matplotlib import animation\nprint('imported')",
        f"print(len(open({str(folder / '__init__.py')!r}).read()))",
    )
    assert text.split()[0] == "imported" and "Error" in text.split()[1]


def test_the_exchange_is_out_of_sight_where_nbgrader_puts_it(tmp_path, monkeypatch):
    environment = tmp_path / "environment"
    for folder in ("share/nbgrader/exchange/course/inbound", "share/fonts", "lib"):
        (environment / folder).mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(environment))
    share, left_out = str(environment / "share"), folders.hidden()
    assert share in folders.shown()
    assert folders.below(share, left_out) == [str(environment / "share/nbgrader")]
    assert list(folders.without(share, left_out)) == [str(environment / "share/fonts")]


def test_of_pythons_folders_only_what_it_imports_or_runs_is_shown(tmp_path, monkeypatch):
    # a Python installed with a user's home as its prefix
    for folder in ("bin", "lib/python3.11/site-packages", "course/solutions", "etc/jupyter"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    own = [path for path in folders.shown() if path.startswith(str(tmp_path))]
    assert own == [str(tmp_path / "bin"), str(tmp_path / "lib")]


def test_packages_that_lie_elsewhere_are_shown(tmp_path, monkeypatch):
    # a user's own, a cluster's; the course, which may be on the path too, is not
    packages = tmp_path / ".local/lib/python3.11/site-packages"
    packages.mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages), str(tmp_path / "course")])
    own = [path for path in folders.shown() if path.startswith(str(tmp_path))]
    assert own == [str(packages)]


@pytest.mark.parametrize(
    "attempt",
    [
        "os.chmod({0!r}, 0)",
        "os.utime({0!r}, (0, 0))",
        "os.chown({0!r}, os.getuid(), os.getgid())",
        "os.truncate({0!r}, 0)",
        "os.setxattr({0!r}, 'user.mark', b'seen')",
        "os.fchmod(os.open({0!r}, os.O_PATH), 0)",
        "os.rename({0!r}, {0!r} + '.old')",
        "os.unlink({0!r})",
    ],
)
def test_a_file_of_the_course_cannot_be_changed(tier, attempt, tmp_path):
    file = tmp_path / "gradebook.db"
    file.write_text("points")
    for path in (tmp_path, file):
        path.chmod(0o777)
    before = os.stat(file)
    said(tier, f"import os\n{attempt.format(str(file))}")
    after = os.stat(file)
    assert [after.st_mode, after.st_mtime, after.st_ctime, after.st_size] == [
        before.st_mode,
        before.st_mtime,
        before.st_ctime,
        before.st_size,
    ]


def test_a_file_of_pythons_cannot_be_changed_by_its_owner(tier, tmp_path):
    # a library in the environment that the instructor has installed
    library = Path(coordinator.__file__)
    text, _ = said(
        tier,
        "import os, numpy\nfile = os.open(numpy.__file__, os.O_RDONLY)\n"
        "before = os.fstat(file).st_ctime\n"
        "for change in (lambda: os.fchmod(file, 0o600), lambda: os.utime(file, (0, 0)),\n"
        "               lambda: os.open(numpy.__file__, os.O_RDONLY | os.O_TRUNC)):\n"
        "    try:\n        change()\n    except OSError:\n        pass\n"
        "now = os.fstat(file)\nprint(now.st_ctime == before, now.st_size > 0)",
    )
    assert text.split() == ["True", "True"] and library.exists()


def test_names_are_not_watched(tier, tmp_path):
    text, _ = said(
        tier,
        "import ctypes, os\nlibc = ctypes.CDLL(None)\n"
        "print([libc.inotify_init(), libc.inotify_init1(0), libc.fanotify_init(0, 0)])",
    )
    assert text.split() == ["[-1,", "-1,", "-1]"]


def test_honest_code_that_sets_rights_and_times_of_its_own_files_goes_on(tier):
    text, trouble = said(
        tier,
        "import os, shutil, tempfile, zipfile, pathlib\n"
        "os.makedirs('a/b'); pathlib.Path('a/b/c.txt').write_text('text')\n"
        "os.chmod('a/b/c.txt', 0o600); os.utime('a/b/c.txt')\n"
        "shutil.copy2('a/b/c.txt', 'd.txt'); shutil.copytree('a', 'e'); shutil.move('e', 'f')\n"
        "with zipfile.ZipFile('z.zip', 'w') as z:\n    z.write('d.txt')\n"
        "shutil.unpack_archive('z.zip', 'g')\n"
        "with tempfile.TemporaryDirectory() as t, tempfile.NamedTemporaryFile() as n:\n    pass\n"
        "print(sorted(os.listdir('.')), open('g/d.txt').read())",
    )
    assert text.split() == ["['a',", "'d.txt',", "'f',", "'g',", "'z.zip']", "text"] and not trouble


def test_honest_code_that_locks_files_or_waits_for_threads_goes_on(tier):
    text, trouble = said(
        tier,
        "import asyncio, sqlite3, concurrent.futures, threading, subprocess, sys\n"
        "base = sqlite3.connect('base.db')\nwith base:\n    base.execute('create table t (x)')\n"
        "    base.execute('insert into t values (7)')\n"
        "print(sqlite3.connect('base.db').execute('select x from t').fetchone()[0])\n"
        "with concurrent.futures.ThreadPoolExecutor(2) as pool:\n"
        "    print(sum(pool.map(abs, [-1, 2])))\n"
        "thread = threading.Thread(target=print, args=(4,)); thread.start(); thread.join()\n"
        "print(await asyncio.sleep(0, 5))\n"
        "print(subprocess.run(['echo', '6'], capture_output=True, text=True).stdout)",
    )
    assert text.split() == ["7", "3", "4", "5", "6"] and not trouble


@pytest.mark.parametrize(
    "attempt",
    [
        "os.kill({0}, 0)",
        "open('/proc/{0}/mem', 'rb')",
        "os.setpriority(os.PRIO_PROCESS, {0}, 19)",
        "os.sched_setscheduler({0}, os.SCHED_IDLE, os.sched_param(0))",
        "os.sched_setaffinity({0}, [0])",
        "os.pidfd_open({0})",
        "os.getpriority(os.PRIO_PROCESS, {0})",
        "os.getpgid({0})",
        "os.sched_getscheduler({0})",
        "time.clock_gettime(~{0} << 3 | 2)",
    ],
)
def test_no_other_process_is_in_reach(tier, attempt):
    text, _ = said(tier, f"import os, time\n{attempt.format(os.getpid())}\nprint('reached')")
    assert "Error" in text and "reached" not in text


# What a process says to another that knows it only by what both have: files of the libraries. It
# forks here, so that both are at hand; another submission, or the same that runs again, would do.
SPEAKER = """
import ctypes, fcntl, mmap, os, struct, sys, time
libc = ctypes.CDLL(None, use_errno=True)
library = os.open(os.__file__, os.O_RDONLY)
page = ctypes.cast(libc.getpid, ctypes.c_void_p).value & ~7
def futex(operation, value, seconds=0):
    wait = ctypes.byref((ctypes.c_long * 2)(seconds, 0)) if seconds else None
    return libc.syscall(FUTEX, ctypes.c_void_p(page), operation, value, wait, None, 0)
def blocked(lock, *how):
    try:
        lock(os.open(os.__file__, os.O_RDONLY), *how)
    except BlockingIOError:
        return True
def woken():
    for _ in range(100):
        if futex(1, 9):
            return True
        time.sleep(0.01)
reader, writer = os.pipe()
child = os.fork()
if child == 0:
    if os.fork() == 0:
        SPEAK
        os._exit(0)
    time.sleep(0.1)
    os.write(writer, b"spoken")
    time.sleep(2)
    os._exit(0)
os.read(reader, 6)
try:
    print("heard" if HEARD else "silence")
except OSError:
    print("silence")
"""
SPEECH = {
    "a lock": (
        "fcntl.flock(library, fcntl.LOCK_EX), time.sleep(2)",
        "blocked(fcntl.flock, fcntl.LOCK_EX | fcntl.LOCK_NB)",
    ),
    "a lock of a part": (
        "fcntl.lockf(library, fcntl.LOCK_SH), time.sleep(2)",
        "fcntl.fcntl(library, 5, struct.pack('hhqqi4x', 1, 0, 0, 0, 0))[:2] != b'\\2\\0'",
    ),
    "memory": ("pass", "mmap.mmap(-1, 4096)"),
    "memory of a device": ("pass", "mmap.mmap(os.open('/dev/zero', os.O_RDWR), 4096)"),
    "a page that is read": (
        "os.pread(library, 100, 0)",
        "os.preadv(library, [bytearray(1)], 0, os.RWF_NOWAIT)",
    ),
    "a page that is mapped": (
        "pass",
        "not libc.mincore(ctypes.c_void_p(page & ~4095), ctypes.c_size_t(1), ctypes.c_buffer(1))",
    ),
    "a hint": (
        "libc.fcntl(library, 1036, ctypes.byref(ctypes.c_uint64(3)))",
        "fcntl.fcntl(library, 1035, bytes(8))[0] == 3 "
        "and not libc.fcntl(library, 1036, ctypes.byref(ctypes.c_uint64(0)))",
    ),
    "the load": ("pass", "not libc.sysinfo(ctypes.c_buffer(200))"),
    "a wait in memory": ("futex(0, ctypes.c_int32.from_address(page).value, 2)", "woken()"),
}


def spoken(how):
    speak, heard = SPEECH[how]
    code = SPEAKER.replace("FUTEX", str(syscalls.number("futex")))
    return code.replace("SPEAK", speak).replace("HEARD", heard)


@pytest.mark.parametrize("how", SPEECH)
def test_nothing_passes_between_processes_by_what_all_of_them_have(tier, how):
    text, trouble = said(tier, spoken(how))
    assert text.split() == ["silence"] and not trouble


# only the owner of a library may set its hints
@pytest.mark.parametrize("how", [how for how in SPEECH if os.geteuid() == 0 or how != "a hint"])
def test_without_containment_it_does(how):
    done = subprocess.run([sys.executable, "-c", spoken(how)], capture_output=True, text=True)
    assert done.stdout == "heard\n", done.stderr


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


def test_copies_that_tests_talk_to_do_not_count_among_them(tier):
    cells = [{"role": "tests", "name": f"test-{number}", "source": "1"} for number in range(20)]
    limits = SMALL | {"processes": 4}
    run = coordinator.run(workers.server(), tier, cells, PLAN, limits)
    assert not run.left_out and all(run.tests[cell["name"]].passed for cell in cells)


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


def test_files_are_limited_in_number_too(tier):
    text, trouble = said(
        tier,
        "import time\nfor number in range(5000):\n    open(str(number), 'w').close()\n"
        "time.sleep(60)\nprint('made')",
        scratch_files=500,
    )
    assert ("Error" in text or trouble) and "made" not in text


def seen_of(code):
    """Run code in a process of its own; gives the process once it has printed a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    process.stdout.readline()
    return process


HOARDS = {
    "what a thread's child holds": (
        "import os, threading, time\n"
        "def hoard():\n"
        "    if os.fork() == 0:\n"
        "        kept = b'x' * (64 << 20)\n"
        "        print('kept', flush=True)\n"
        "        time.sleep(60)\n"
        "thread = threading.Thread(target=hoard)\nthread.start()\ntime.sleep(60)"
    ),
    "what the kernel holds for pairs of sockets": (
        "import socket, time\n"
        "kept = [socket.socketpair() for _ in range(160)]\n"
        "print('kept', flush=True)\ntime.sleep(60)"
    ),
    "what lives on when the first thread has ended": (
        "import ctypes, threading, time\n"
        "kept = b'x' * (64 << 20)\n"
        "def tell():\n"
        "    time.sleep(1)\n"
        "    print('kept', flush=True)\n"
        "    time.sleep(60)\n"
        "threading.Thread(target=tell).start()\nctypes.CDLL(None).pthread_exit(None)"
    ),
}


@pytest.mark.parametrize("what", HOARDS)
def test_memory_is_counted(what):
    process = seen_of(HOARDS[what])
    try:
        assert watch.memory(process.pid, 0) > 60 << 20
    finally:
        watch.end_largest(process.pid)
        process.kill()
        process.wait()


def test_what_is_spared_goes_on_though_it_holds_most():
    process = seen_of(
        "import os, time\n"
        "if os.fork() == 0:\n    kept = b'x' * (64 << 20)\n    time.sleep(60)\n"
        "if os.fork() == 0:\n    time.sleep(60)\n"
        "time.sleep(1)\nprint('kept', flush=True)\ntime.sleep(60)"
    )
    try:
        large, small = watch.children(process.pid)
        watch.end_largest(process.pid, spared=[large])
        time.sleep(0.5)
        assert watch.state(large) == "S" and watch.state(small) == "Z"
        watch.end_largest(process.pid, spared=[large, small])
        time.sleep(0.5)
        assert watch.state(large) == "Z"
    finally:
        process.kill()
        process.wait()


def test_processes_of_one_memory_are_told_from_copies():
    copy = seen_of("import os, time\nos.fork()\nprint('begun', flush=True)\ntime.sleep(60)")
    try:
        child = watch.children(copy.pid)[0]
        assert not watch.is_one_memory([copy.pid, child])
        assert watch.is_one_memory([copy.pid, child, copy.pid])
    finally:
        os.kill(child, signal.SIGKILL)
        copy.kill()
        copy.wait()


@pytest.mark.parametrize("name", ["file", "one\rtwo", "one\x85two", "one\ntwo"])
def test_a_removed_file_that_is_still_mapped_is_counted(name, tmp_path):
    folder = tmp_path / f"{name}{tmp_path}"
    folder.mkdir(parents=True)
    _, above = watch.written(0, str(tmp_path))
    process = seen_of(
        f"import mmap, os, time\npath = {str(folder / 'file')!r}\n"
        "with open(path, 'wb+') as file:\n"
        "    file.write(bytes(3 << 20))\n    file.flush()\n"
        "    kept = mmap.mmap(file.fileno(), 0)\n"
        "os.unlink(path)\nprint('kept', flush=True)\ntime.sleep(60)"
    )
    try:
        held, files = watch.written(process.pid, str(tmp_path))
        assert held >= 3 << 20 and files == above + 1
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize(
    ("used", "is_starved"),
    [
        (0.5, True),  # of two seconds that two processors had: others took the rest
        (1.98, False),  # it took all by itself
    ],
)
def test_a_process_that_waits_for_its_own_work_alone_is_not_starved(monkeypatch, used, is_starved):
    told, clock = iter([(0.9, used)]), iter([100.0, 101.0])
    monkeypatch.setattr(watch, "processor_time", lambda process: next(told))
    monkeypatch.setattr(forkserver.time, "monotonic", lambda: next(clock))
    delay = forkserver.Delay()
    delay.processors = 2
    assert delay.starved(1) == is_starved


def test_the_processor_time_of_all_threads_is_counted():
    code = """
import threading, time
end = time.time() + 0.6
def work():
    while time.time() < end:
        pass
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done", flush=True)
input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        process.stdout.readline()
        first = watch.proc(process.pid, "schedstat").split()[0]
        assert watch.processor_time(process.pid)[1] > int(first) / 1e9
        process.communicate("\n")


@pytest.mark.parametrize("by", ["the kernel", "a list"])
def test_memory_that_others_may_have_too_is_found_by(by, tmp_path, monkeypatch):
    if by == "a list":

        def refuses(maps):
            raise OSError("this kernel does not look for them")

        monkeypatch.setattr(watch, "_found_by_kernel", refuses)
    path = tmp_path / "a file"
    path.write_bytes(bytes(5000))
    before = watch.shared_mappings(os.getpid())
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0), mmap.mmap(-1, 5000):
        found = watch.shared_mappings(os.getpid()) - before
    assert found == {str(path), "/dev/zero (deleted)"}


def test_processor_time_is_limited(tier):
    text, trouble = said(tier, "while True:\n    pass", cpu_seconds=1)
    assert "processor time" in trouble and not text


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
    done = plain_user(*PYTEST, "-k", "not plain_user", "tests/test_containment.py")
    assert done.returncode == 0, done.stdout[-3000:]


def descendants(process):
    """Numbers of the processes that a process has started, and they in turn."""
    return watch.family(process)[1:]


def until(condition):
    """Wait for a condition, which a busy machine may be late with; returns whether it came."""
    for _ in range(600):
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("victim", ["keeper", "first process inside"])
def test_nothing_goes_on_unwatched_when_its_keeper_or_its_first_process_ends(tier, victim):
    server, everything, role = workers.Forkserver(), [], None
    try:
        role = workers.Worker(server, "student", tier, LIMITS | SMALL, [])
        source = "import os, time\nos.fork(), os.fork()\ntime.sleep(600)"
        cell = {"role": "student", "source": source, "skip": False}
        role.begin({"files": [], "cells": [cell], "limits": LIMITS | SMALL})
        # the keeper, the first process inside, the student's, and three copies of that
        assert until(lambda: len(descendants(server.process.pid)) == 6)
        everything = descendants(server.process.pid)
        os.kill(everything[0 if victim == "keeper" else 1], signal.SIGKILL)
        assert until(lambda: not any(map(alive, everything)))
    finally:
        for process in filter(alive, everything):
            os.kill(process, signal.SIGKILL)
        if role:
            role.end()
        server.close()


def alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


LARGE = """
import re
from nbgrader_isolated.sandbox import linux
kept = [bytes([n % 251]) * 4096 for n in range(4096)]
linux.use_large_pages()
assert all(part == bytes([n % 251]) * 4096 for n, part in enumerate(kept))
print(re.search(r"AnonHugePages: +(\\d+)", open("/proc/self/smaps_rollup").read())[1])
"""


def test_the_memory_that_a_fork_inherits_lies_in_large_pages_where_the_kernel_can(command):
    package = Path(containment.__file__).parents[2]  # also for a plain user of the tests
    done = command(sys.executable, "-c", LARGE, cwd=package)
    assert done.returncode == 0, done.stdout
    release = tuple(map(int, re.findall(r"\d+", platform.release())[:2]))
    may = Path("/sys/kernel/mm/transparent_hugepage/enabled")
    can = release >= (6, 1) and may.is_file() and "[never]" not in may.read_text(encoding="utf-8")
    assert (int(done.stdout) > 0) == can
