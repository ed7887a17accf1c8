"""Shut a process in before it runs a line of a student's.

Two tiers. *namespaces*: user, mount, process, network, ipc and uts namespaces of its own; a
read-only file system that holds this Python and the system's libraries, nothing else; a scratch
folder in memory; no /proc. *landlock*, where the system denies user namespaces: the same files by
Landlock, an unprivileged user, a scratch folder on disk. Both end with a seccomp filter, no
capability and resource limits.
"""

import contextlib
import ctypes
import math
import os
import platform
import re
import resource
import signal
import struct
import sys
import tempfile
import traceback

from . import seccomp

NAMESPACES, LANDLOCK = "namespaces", "landlock"
TIERS = (NAMESPACES, LANDLOCK)
# root becomes this user plus its process number, before a student's line: a user who owns nothing
NOBODIES = 2_000_000_000

_libc = ctypes.CDLL(None, use_errno=True)
_NEWNS, _NEWUSER = 0x00020000, 0x10000000
# user, process, network, uts, ipc
_REST = _NEWUSER | 0x20000000 | 0x40000000 | 0x04000000 | 0x08000000
_RDONLY, _NOSUID, _NODEV, _BIND, _REC, _PRIVATE = 1, 2, 4, 4096, 16384, 1 << 18
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


class ContainmentError(Exception):
    """This system cannot shut a process in the way that was asked for."""


def _call(name, *arguments):
    if getattr(_libc, name)(*arguments) < 0:
        number = ctypes.get_errno()
        raise ContainmentError(f"{name}: {os.strerror(number)}")


def _mount(source, target, kind, flags, data=None):
    as_bytes = [None if part is None else os.fsencode(part) for part in (source, target, kind)]
    _call("mount", *as_bytes, ctypes.c_ulong(flags), None if data is None else data.encode())


def python_folders():
    """What this Python needs to run and import, without what lies beside it.

    A Python or an environment that is reached over a link stands here twice: its own path first,
    then the one that it is called by.
    """
    system = [
        "/usr",
        "/bin",
        "/lib",
        "/lib64",
        "/lib32",
        "/etc/ld.so.cache",
        "/etc/fonts",
        "/etc/localtime",
        "/etc/alternatives",
    ]
    prefixes = [sys.base_prefix, sys.prefix]
    paths = dict.fromkeys([*system, *map(os.path.realpath, prefixes), *prefixes])
    return [path for path in paths if os.path.exists(path)]


def spawn(tier, limits, body):
    """Fork a process that is shut in and ends with ``body()``.

    Returns its process number, and the scratch folder that is to be removed.

    Run in a process made for it, which enters namespaces itself. ``limits`` are those of
    ``limits.LIMITS``.
    """
    user = os.geteuid() or NOBODIES + os.getpid()
    scratch = None
    if tier == NAMESPACES:
        _unshare()
    else:
        scratch = tempfile.mkdtemp(prefix="grading-")
        os.chown(scratch, user, -1)
    os.environ.update(HOME=scratch or "/scratch", TMPDIR=scratch or "/scratch")
    child = os.fork()
    if child:
        return child, scratch
    try:
        os.setpgid(0, 0)
        _libc.prctl(36, 1, 0, 0, 0)  # orphans below come to this process
        size = _size_now()
        if tier == NAMESPACES:
            _own_files(limits["scratch_mb"])
        else:
            os.chdir(scratch)
        if os.geteuid() == 0:
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
        _drop_capabilities()
        _limit(limits, tier, size)
        if tier == LANDLOCK:
            _landlock(scratch)
        body()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _unshare():
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        _call("unshare", _REST & ~_NEWUSER)
        return
    _call("unshare", _REST)
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(line)


def _own_files(scratch_mb):
    """A root of its own: Python and the system's libraries read-only, an empty scratch folder."""
    _call("unshare", _NEWNS)
    root = "/tmp"
    paths = [*python_folders(), *_DEVICES]
    # both looked up now: the new root hides what lies below /tmp
    links = {path: os.path.realpath(path) for path in paths if os.path.islink(path)}
    sources = {path: os.open(path, os.O_PATH) for path in paths if path not in links}
    _mount(None, "/", None, _REC | _PRIVATE)
    _mount("tmpfs", root, "tmpfs", _NOSUID | _NODEV, "size=1m,mode=755")
    for path in paths:
        os.makedirs(os.path.dirname(root + path), exist_ok=True)
        if path in links:
            if not os.path.lexists(root + path):  # a link below /usr came with it
                os.symlink(links[path], root + path)
            continue
        source = f"/proc/self/fd/{sources[path]}"
        if os.path.isdir(source):
            os.makedirs(root + path, exist_ok=True)
        else:
            open(root + path, "w").close()
        _mount(source, root + path, None, _BIND | _REC)
        os.close(sources[path])
    os.makedirs(root + "/scratch")
    if not os.path.exists(root + "/tmp"):
        os.symlink("/scratch", root + "/tmp")
    os.chdir(root)
    attributes = struct.pack("QQQQ", _RDONLY | _NOSUID, 0, 0, 0)
    # mount_setattr, and all below
    _call("syscall", 442, -100, root.encode(), 0x8000, attributes, len(attributes))
    _mount("tmpfs", root + "/scratch", "tmpfs", _NOSUID | _NODEV, f"size={scratch_mb}m,mode=777")
    _call("syscall", {"x86_64": 155, "aarch64": 41}[platform.machine()], b".", b".")  # pivot_root
    _call("umount2", b".", 2)
    os.chdir("/scratch")


def _drop_capabilities():
    for number in range(64):
        _libc.prctl(24, number, 0, 0, 0)
    header, none = struct.pack("IiI", 0x20080522, 0, 0)[:8], bytes(24)
    _call("capset", header, none)


def _limit(limits, tier, size):
    mb = 1 << 20
    resource.setrlimit(resource.RLIMIT_AS, (size + limits["memory_mb"] * mb,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["file_mb"] * mb,) * 2)
    # the first by SIGXCPU, so that a kill from outside is told from it
    seconds = limits["cpu_seconds"]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
    # a run has a socket for each test
    resource.setrlimit(resource.RLIMIT_NOFILE, (512 + limits["processes"],) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    others = 0 if tier == NAMESPACES else _tasks_of(os.geteuid())
    resource.setrlimit(resource.RLIMIT_NPROC, (others + limits["processes"],) * 2)


def _size_now():
    """Bytes of address space that this process has before it runs anything: libraries that it has
    loaded.
    """
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _tasks_of(user):
    count = 0
    for entry in os.scandir("/proc"):
        try:
            if entry.name.isdigit() and entry.stat().st_uid == user:
                count += len(os.listdir(f"/proc/{entry.name}/task"))
        except OSError:
            continue
    return count


_READ = 1 | 4 | 8  # execute, read a file, list a folder
_CREATE, _ADD, _RESTRICT = 444, 445, 446


def landlock_version():
    """The kernel's version of Landlock's interface; 0 where there is none."""
    return max(0, _libc.syscall(_CREATE, None, 0, 1))


def _landlock(scratch):
    version = landlock_version()
    if version < 1:
        raise ContainmentError("this kernel has no Landlock")
    everything = (1 << (13 + (version >= 2) + (version >= 3))) - 1 | (
        1 << 15 if version >= 5 else 0
    )
    attributes = struct.pack("QQQ", everything, 3 if version >= 4 else 0, 3 if version >= 6 else 0)[
        : 8 if version < 4 else 16 if version < 6 else 24
    ]
    rules = _libc.syscall(_CREATE, attributes, len(attributes), 0)
    if rules < 0:
        raise ContainmentError("Landlock takes no rules")
    allowed = (
        [(path, _READ) for path in python_folders()]
        + [(path, 2 | 4) for path in _DEVICES]
        + [(scratch, everything & ~(1 << 15))]
    )
    for path, rights in allowed:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        if not os.path.isdir(path):
            rights &= 1 | 2 | 4 | (1 << 14)
        _call("syscall", _ADD, rules, 1, struct.pack("=Qi", rights & everything, opened), 0)
        os.close(opened)
    _call("prctl", 38, 1, 0, 0, 0)
    _call("syscall", _RESTRICT, rules, 0)
    os.close(rules)


def deny_calls():
    """The last step, in the process that will run a student's lines."""
    seccomp.deny(_libc)


def end(child, scratch):
    """Kill a contained process with all that it started, and remove its scratch folder."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)
    if scratch:
        remove(scratch)


def remove(folder):
    """Remove a folder whose owner may have made it hard to: shut, or deeper than a path can be
    long. What is inside a folder is brought up first.
    """
    try:
        os.chmod(folder, 0o700)
        number = 0
        while entries := list(os.scandir(folder)):
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry)
                    continue
                os.chmod(entry, 0o700)
                for inner in list(os.scandir(entry)):
                    if not inner.is_dir(follow_symlinks=False):
                        os.unlink(inner)
                        continue
                    os.chmod(inner, 0o700)
                    while os.path.lexists(up := os.path.join(folder, str(number))):
                        number += 1
                    os.rename(inner, up)
                os.rmdir(entry)
        os.rmdir(folder)
    except OSError:
        pass


def written_by(process, scratch):
    """Bytes that a process and all that it started hold on disk: in their scratch folder, or in
    files that are open and removed. No end where one cannot look.
    """
    held, todo = 0, [(scratch, 0)]
    while todo:
        folder, depth = todo.pop()
        if depth > 40:
            return math.inf
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    held += 512 * entry.stat(follow_symlinks=False).st_blocks
                    if entry.is_dir(follow_symlinks=False):
                        todo.append((entry.path, depth + 1))
        except FileNotFoundError:
            continue
        except OSError:
            return math.inf
    for number in _family(process):
        try:
            for entry in os.scandir(f"/proc/{number}/fd"):
                about = entry.stat()
                held += 512 * about.st_blocks * (about.st_nlink == 0)
        except OSError:
            continue
    return held


def memory_of(process, most):
    """Bytes that a process and all that it started hold; what they share counts once if there might
    be more than ``most`` (to tell takes long).
    """
    pages, family = 0, _family(process)
    for number in family:
        pages += int((_proc(number, "statm") or "0 0").split()[1])
    if pages * resource.getpagesize() < most:
        return pages * resource.getpagesize()
    shares = (
        re.search(r"^Pss:\s+(\d+)", _proc(number, "smaps_rollup"), re.MULTILINE)
        for number in family
    )
    return sum(int(share[1]) for share in shares if share) << 10


def delay_of(process):
    """Seconds that a process and all that it started have waited for a processor."""
    told = (_proc(number, "schedstat").split() for number in _family(process))
    return sum(int(each[1]) for each in told if len(each) > 1) / 1e9


def end_largest(process):
    """Of all that a process started, kill the one that holds most memory; the others go on."""
    held = {
        number: int((_proc(number, "statm") or "0 0").split()[1]) for number in _family(process)[1:]
    }
    if held:
        with contextlib.suppress(ProcessLookupError):
            os.kill(max(held, key=held.get), signal.SIGKILL)


def _family(process):
    found, todo = [], [process]
    while todo:
        found.append(todo.pop())
        todo += map(int, _proc(found[-1], f"task/{found[-1]}/children").split())
    return found


def _proc(process, name):
    try:
        with open(f"/proc/{process}/{name}") as file:
            return file.read()
    except OSError:
        return ""


def holds(tier):
    """Whether this machine can shut a process in by ``tier``: tried on a process that looks at its
    walls.
    """
    if sys.platform != "linux" or platform.machine() not in seccomp.MACHINES:
        return False
    outer = os.fork()
    if outer:
        return os.waitpid(outer, 0)[1] == 0
    try:
        os.close(1), os.close(2)
        limits = {
            "memory_mb": 256,
            "scratch_mb": 1,
            "file_mb": 1,
            "cpu_seconds": 10,
            "processes": 8,
        }
        child, scratch = spawn(tier, limits, _look)
        status = os.waitpid(child, 0)[1]
        if scratch:
            remove(scratch)
        os._exit(0 if status == 0 else 1)
    finally:
        os._exit(1)


def _look():
    deny_calls()
    with open("probe", "w") as file:
        file.write("scratch")
    open(os.__file__).close()
    for forbidden in ("/etc/passwd", "/proc/self/mem"):
        try:
            open(forbidden).close()
            os._exit(2)
        except OSError:
            pass
    os._exit(0)


def strongest():
    """The first tier that holds on this machine, None where neither does."""
    return next((tier for tier in TIERS if holds(tier)), None)
