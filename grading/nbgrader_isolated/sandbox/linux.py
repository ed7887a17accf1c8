"""Calls of the kernel that Python's standard library does not have."""

import ctypes
import os

from . import syscalls

# options of prctl
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2
MADV_COLLAPSE = 25  # since Linux 6.1
LARGE_PAGE = 2 << 20

libc = ctypes.CDLL(None, use_errno=True)


class ContainmentError(Exception):
    """The system cannot shut a process in the way that was asked for."""


def call(name: str, *arguments: object) -> int:
    """Call a function of the C library; what it answers below zero is an error."""
    return _checked(name, getattr(libc, name)(*arguments))


def syscall(name: str, *arguments: object) -> int:
    """Make a system call for which the C library may have no function."""
    wide = [ctypes.c_long(part) if isinstance(part, int) else part for part in arguments]
    return _checked(name, libc.syscall(ctypes.c_long(syscalls.number(name) or 0), *wide))


def prctl(option: int, *values: object) -> int:
    """Change how the kernel treats this process."""
    wide = [ctypes.c_ulong(part) if isinstance(part, int) else part for part in values]
    return call("prctl", option, *wide, *[ctypes.c_ulong(0)] * (4 - len(wide)))


def use_large_pages() -> None:
    """Have this process's own memory lie in large pages, as far as the kernel can do that.

    A fork copies an entry for each page: with large ones it takes a third less time.
    """
    with open("/proc/self/maps", encoding="utf-8", errors="replace") as file:
        maps = [line.split() for line in file]
    for where, rights, *_, owner in (line for line in maps if line[4] == "0"):
        first, last = (int(part, 16) for part in where.split("-"))
        if rights == "rw-p" and owner in ("0", "[heap]"):
            for page in range(-(-first // LARGE_PAGE), last // LARGE_PAGE):
                libc.madvise(
                    ctypes.c_void_p(page * LARGE_PAGE), ctypes.c_size_t(LARGE_PAGE), MADV_COLLAPSE
                )


def _checked(name: str, answer: int) -> int:
    if answer < 0:
        raise ContainmentError(f"{name}: {os.strerror(ctypes.get_errno())}")
    return answer
