"""Shut a process in before it runs a line of a student's.

Two tiers. *namespaces*: user, mount, process, network, ipc and uts namespaces of its own; a
read-only file system that holds this Python and the system's libraries, nothing else; a scratch
folder in memory; no /proc. *landlock*, where the system denies user namespaces: the same files by
Landlock, an unprivileged user, a scratch folder on disk. Both end with a seccomp filter, no
capability and resource limits.

``python -m nbgrader_isolated.sandbox.containment TIER`` prints why a tier does not hold on this
machine, and nothing where it does.
"""

import os
import platform
import resource
import secrets
import select
import signal
import struct
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from . import folders, landlock, linux, namespaces, seccomp, syscalls, watch
from .linux import ContainmentError

__all__ = ["LANDLOCK", "NAMESPACES", "TIERS", "ContainmentError", "holds", "spawn", "why_not"]

NAMESPACES, LANDLOCK = "namespaces", "landlock"
TIERS = (NAMESPACES, LANDLOCK)
_CAPABILITIES = 64  # more than any kernel has
_CAPABILITY_VERSION = 0x20080522


def spawn(
    tier: str,
    limits: Mapping[str, Any],
    body: Callable[[], None],
    failed: Callable[[BaseException], None] = lambda error: traceback.print_exception(error),
) -> tuple[int, str | None]:
    """Fork a process that is shut in and ends with ``body()``, or with ``failed(error)``.

    Run in a process made for it, which enters namespaces itself and with which the other one ends.
    ``limits`` are those of ``limits.LIMITS``; under ``hidden`` there may be folders to keep out of
    sight.

    Returns
    -------
    tuple
        Its process number, and the scratch folder that is to be removed.
    """
    user = os.geteuid() or _fresh_user()
    left_out = folders.hidden(limits.get("hidden", ()))
    scratch = None
    if tier == NAMESPACES:
        namespaces.enter()
    else:
        landlock.version()
        scratch = tempfile.mkdtemp(prefix="grading-")
        os.chown(scratch, user, -1)
    home = scratch or namespaces.SCRATCH
    os.environ.update(HOME=home, TMPDIR=home)
    tempfile.tempdir = home  # what it found earlier is out of reach
    alive, kept = os.pipe()
    child = os.fork()
    if child:
        os.close(alive)
        return child, scratch
    try:
        os.close(kept)
        os.setpgid(0, 0)
        linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)  # orphans below come to this process
        size = _size_now()
        if tier == NAMESPACES:
            namespaces.own_files(limits["scratch_mb"], limits["scratch_files"], left_out)
        else:
            os.chdir(home)
        if os.geteuid() == 0:
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
        # what it holds shows to its own user, as whom the keeper looks
        linux.prctl(linux.PR_SET_DUMPABLE, 1)
        _end_with_parent(alive)
        _drop_capabilities()
        _limit(limits, tier, size)
        if tier == LANDLOCK:
            landlock.restrict(home, left_out)
        body()
    except BaseException as error:
        failed(error)
    finally:
        os._exit(1)


def filter_calls(tier: str) -> None:
    """Take the last step, in the process that will run a student's lines."""
    seccomp.install(seccomp.rules(landlock=tier == LANDLOCK))


def _fresh_user() -> int:
    """Return the number of a user who owns nothing, for root to become.

    It is of the upper half of those that there are here: a container may have few.

    Raises
    ------
    ContainmentError
        If there is none.
    """
    with open("/proc/self/uid_map") as file:
        ranges = [tuple(map(int, line.split())) for line in file]
    first, _, count = max(ranges, key=lambda found: found[2])
    if count < 4:
        raise ContainmentError("root can become no other user here (see /proc/self/uid_map)")
    return first + count // 2 + secrets.randbelow(count // 2 - 1)


def _end_with_parent(alive: int) -> None:
    """See that this process and all that it starts end when its parent does, however that ends.

    Parameters
    ----------
    alive : int
        A pipe of which the parent has the other end.
    """
    # of processes in a namespace of theirs the first takes all others with it; elsewhere they are
    # one group, which they cannot leave
    signal.signal(signal.SIGTERM, _end_group)
    linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGTERM)
    if select.select([alive], [], [], 0)[0]:  # it had ended before
        _end_group()
    os.close(alive)


def _end_group(*_: object) -> NoReturn:
    os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _drop_capabilities() -> None:
    for number in range(_CAPABILITIES):
        linux.libc.prctl(linux.PR_CAPBSET_DROP, number, 0, 0, 0)  # fails beyond the last
    header, none = struct.pack("Ii", _CAPABILITY_VERSION, 0), bytes(24)
    linux.call("capset", header, none)


def _limit(limits: Mapping[str, Any], tier: str, size: int) -> None:
    mb = 1 << 20
    others = 0 if tier == NAMESPACES else watch.tasks_of(os.geteuid())
    for name, most in {
        "AS": size + limits["memory_mb"] * mb,
        "FSIZE": limits["file_mb"] * mb,
        "NOFILE": 512 + limits["processes"],  # a run has a socket for each test
        "CORE": 0,
        "NPROC": others + limits["processes"],
    }.items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))
    # SIGXCPU comes first, so that a kill from outside is told from it
    seconds = limits["cpu_seconds"]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))


def _size_now() -> int:
    """Return the bytes of address space that this process has before it runs anything.

    They are those of the libraries that it has loaded.
    """
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


# ---- what this machine can do


def strongest() -> str | None:
    """Return the first tier that holds on this machine, None where neither does."""
    return next((tier for tier in TIERS if holds(tier)), None)


def holds(tier: str) -> bool:
    """Return whether this machine can shut a process in by ``tier``."""
    return not why_not(tier)


def reasons() -> str:
    """Return why no tier holds on this machine, in one text."""
    return "; ".join(f"{tier}: {reason}" for tier in TIERS if (reason := why_not(tier)))


def why_not(tier: str) -> str:
    """Return why this machine cannot shut a process in by ``tier``; an empty text if it can.

    Tried in a fresh Python on a process that looks at its walls: this one may have threads, and is
    not to be forked.
    """
    if sys.platform != "linux":
        return f"it is made of parts of Linux, and this is {platform.system()}"
    if platform.machine() not in syscalls.MACHINES:
        return f"it knows the system calls of {' and '.join(syscalls.MACHINES)} only"
    package = Path(__file__).resolve().parents[2]
    path = os.pathsep.join([str(package), *filter(None, sys.path)])
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__, tier],
            env=os.environ | {"PYTHONPATH": path},
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"the trial did not end: {error}"
    last = " ".join(done.stderr.strip().splitlines()[-1:])
    return done.stdout.strip() or (done.returncode and (last or "the trial broke off")) or ""


_PATIENCE = 120  # seconds that a trial may take on a busy machine
_TRIAL = {
    "memory_mb": 256,
    "scratch_mb": 1,
    "scratch_files": 100,
    "file_mb": 1,
    "cpu_seconds": 10,
    "processes": 8,
}


def _try(tier: str) -> str:
    """Shut a process in, which looks at its walls; return what is wrong."""
    said, told = os.pipe()
    # looked up now: to another user a folder out of reach is none
    needed = [os.path.dirname(os.__file__), *folders.imported()]

    def tell(text: str) -> None:
        os.write(told, text.encode())

    def look() -> None:
        filter_calls(tier)
        tell(_wrong(needed))
        os._exit(0)

    try:
        child, scratch = spawn(tier, _TRIAL, look, lambda error: tell(str(error)))
    except (ContainmentError, OSError) as error:
        return str(error)
    os.close(told)
    with open(said, encoding="utf-8") as file:
        text = file.read()
    status = os.waitpid(child, 0)[1]
    if scratch:
        watch.remove(scratch)
    return text or ("" if status == 0 else "the process that was tried ended early")


def _wrong(needed: list[str]) -> str:
    """Say what a process that is shut in finds wrong.

    Parameters
    ----------
    needed : list of str
        Folders that it imports from.

    Returns
    -------
    str
        What is wrong with its walls or these folders, "" if nothing.
    """
    try:
        Path("probe").write_text("scratch")
    except OSError as error:
        return f"its scratch folder cannot be written ({error.strerror})"
    for outside in ("/etc/passwd", "/proc/self/mem"):
        try:
            open(outside).close()
        except OSError:
            continue
        return f"{outside} can be read"
    for folder in needed:
        try:
            os.listdir(folder)
        except OSError as error:
            return _out_of_reach(folder, error)
    return ""


def _out_of_reach(folder: str, error: OSError) -> str:
    """Say why nothing can be imported from a folder."""
    shut = next(
        (above for above in reversed(Path(folder).parents) if not os.access(above, os.X_OK)), None
    )
    if shut is None:
        return f"Python's {folder} cannot be read ({error.strerror})"
    return (
        f"Python's {folder} lies below {shut}, which only its owner can enter; a student's code "
        "runs as another user and could import nothing from it: put Python elsewhere, or let "
        f"others pass (chmod o+x {shut})"
    )


if __name__ == "__main__":
    if reason := _try(sys.argv[1]):
        print(reason)
        sys.exit(1)
