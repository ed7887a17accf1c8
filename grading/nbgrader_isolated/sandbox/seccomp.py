"""Which system calls a contained process may not make.

The seccomp filter is written as the kernel reads it. It is a list of what is denied, not of what is
allowed: a student's numpy may need anything harmless. What honest code calls in passing, and can do
without, is answered as done and is not.
"""

import ctypes
import errno
import platform
import struct
from dataclasses import dataclass

from . import linux, syscalls

_ERRNO = 0x00050000
ALLOW = 0x7FFF0000
DENY = _ERRNO | errno.EPERM
ABSENT = _ERRNO | errno.ENOSYS  # the C library falls back on an older call
UNSUPPORTED = _ERRNO | errno.EOPNOTSUPP
DONE = _ERRNO | 0  # nothing is done, and the caller is told that it was

# ---- by name alone

DENIED = {
    "signals: a process may not end, stop or trap another, nor go on when it is stopped": (
        "kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_send_signal pidfd_open setsid "
        "setpgid timer_create"
    ),
    "other processes' memory, limits and place in the schedule": (
        "ptrace process_vm_readv process_vm_writev pidfd_getfd kcmp process_madvise "
        "process_mrelease sched_setaffinity sched_setscheduler sched_setparam sched_setattr "
        "setpriority ioprio_set ioprio_get migrate_pages move_pages"
    ),
    "network; a pair of sockets stays a pair, and carries bytes only": (
        "socket bind connect listen accept accept4 sendmsg sendmmsg recvmsg recvmmsg setsockopt"
    ),
    "memory that no limit counts": (
        "memfd_create memfd_secret vmsplice splice tee io_setup "
        "shmget shmat shmctl msgget msgsnd msgrcv msgctl semget semop semtimedop semctl mq_open "
        "mq_unlink"
    ),
    "what tells of others: files that were read, the machine's load, who opens what": (
        "mincore cachestat sysinfo ustat inotify_init inotify_init1 inotify_add_watch fanotify_init"
    ),
    "namespaces, mounts, keys and the kernel itself": (
        "unshare setns mount umount2 pivot_root chroot open_tree open_tree_attr move_mount fsopen "
        "fsconfig fsmount fspick mount_setattr statmount listmount open_by_handle_at "
        "name_to_handle_at keyctl add_key request_key bpf perf_event_open userfaultfd "
        "io_uring_setup io_uring_enter io_uring_register init_module finit_module delete_module "
        "kexec_load kexec_file_load reboot swapon swapoff quotactl quotactl_fd acct personality "
        "syslog vhangup lookup_dcookie settimeofday clock_settime clock_adjtime adjtimex "
        "sethostname setdomainname modify_ldt iopl ioperm uselib sysfs seccomp lsm_set_self_attr "
        "landlock_create_ruleset landlock_add_rule landlock_restrict_self"
    ),
}
# clone3 and openat2 have their flags in memory, where no filter reads
MISSING = (
    "clone3 openat2 futex_waitv futex_wake futex_wait futex_requeue setxattrat getxattrat "
    "listxattrat removexattrat file_getattr file_setattr"
)
EXTENDED_ATTRIBUTES = (
    "setxattr lsetxattr fsetxattr getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr "
    "removexattr lremovexattr fremovexattr"
)
# locks on a library's file, and which of its pages are in memory, would reach every other process
IGNORED = "flock fadvise64 readahead sync syncfs"
# Landlock, which knows no such right, leaves these to whoever owns a file
LANDLOCK_DENIED = "truncate statfs fstatfs"
LANDLOCK_IGNORED = (
    "chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes futimesat utimensat"
)

# ---- by what they are asked

CLONE_NEW = 0x7E020080  # every CLONE_NEW… flag
CLONE_VM, CLONE_FILES, CLONE_VFORK, CLONE_THREAD = 0x100, 0x400, 0x4000, 0x10000
# CLONE_FS, CLONE_FILES, CLONE_SYSVSEM, CLONE_IO: what a thread shares and a process may not
CLONE_SHARES = 0x200 | CLONE_FILES | 0x40000 | 0x80000000
# MAP_SHARED and MAP_SHARED_VALIDATE, and the bits of a mapping's type that tell them from others
MAP_SHARED, MAP_SHARED_MASK, MAP_ANONYMOUS, MAP_HUGETLB = 0x01, 0x0D, 0x20, 0x40000
AF_UNIX, RLIMIT_CPU, SIGCHLD = 1, 0, 17
O_ACCMODE, O_TRUNC = 0x3, 0x200
FUTEX_PRIVATE, FUTEX_WAIT, FUTEX_WAIT_BITSET, FUTEX_COMMAND = 128, 0, 9, 127
DYNAMIC_CLOCK = 0x80000000  # the clock of a process or thread that the number names
MADV_IGNORED = {"MERGEABLE": 12, "COLD": 20, "PAGEOUT": 21}
PRCTL_DENIED = {
    "SET_DUMPABLE": linux.PR_SET_DUMPABLE,  # hides from the keeper which files are open
    "SET_SECCOMP": linux.PR_SET_SECCOMP,
    "SET_CHILD_SUBREAPER": linux.PR_SET_CHILD_SUBREAPER,
    "SCHED_CORE": 62,
    "SET_MEMORY_MERGE": 67,
}
FCNTL_DENIED = {
    "F_SETOWN": 8,  # this one and the next two make the kernel signal another process
    "F_SETSIG": 10,
    "F_SETOWN_EX": 15,
    "F_SETLEASE": 1024,
    "F_NOTIFY": 1026,
    "F_SETPIPE_SZ": 1031,
    "F_GET_RW_HINT": 1035,  # the kernel keeps a hint with the file, for whoever opens it
    "F_SET_RW_HINT": 1036,
    "F_GET_FILE_RW_HINT": 1037,
    "F_SET_FILE_RW_HINT": 1038,
}
FCNTL_IGNORED = {"F_SETLK": 6, "F_SETLKW": 7, "F_OFD_SETLK": 37, "F_OFD_SETLKW": 38}
IOCTL_ALLOWED = {
    "TCGETS": 0x5401,
    "TCGETS2": 0x802C542A,
    "TIOCGWINSZ": 0x5413,
    "FIONREAD": 0x541B,
    "FIONBIO": 0x5421,
    "FIONCLEX": 0x5450,
    "FIOCLEX": 0x5451,
    "FICLONE": 0x40049409,
    "FICLONERANGE": 0x4020940D,
}


_ALL = 0xFFFFFFFF


@dataclass(frozen=True)
class Word:
    """A condition on half of a system call's argument.

    Attributes
    ----------
    argument : int
        Which argument, counted from 0.
    value, mask : int
        The bits in ``mask`` are ``value``.
    holds : bool
        Whether that is asked for, or its contrary.
    high : bool
        Whether it is about the upper half of the argument.
    """

    argument: int
    value: int
    mask: int = _ALL
    holds: bool = True
    high: bool = False


@dataclass(frozen=True)
class Rule:
    """How a system call is answered where all conditions hold; the first rule that fits counts."""

    call: str
    answer: int
    conditions: tuple[Word, ...] = ()


def _any_of(argument: int, bits: int) -> Word:
    return Word(argument, 0, mask=bits, holds=False)


def _other_than(argument: int, value: int = 0) -> Word:
    return Word(argument, value, holds=False)


def _named(names: str, answer: int) -> list[Rule]:
    return [Rule(name, answer) for name in names.split()]


def _conditional() -> list[Rule]:
    shared = Word(1, 0, mask=FUTEX_PRIVATE)
    # two processes that map a page of the same library meet in it; the C library itself waits so
    # for a thread to end, and is told to look again
    waits = [
        Rule("futex", _ERRNO | errno.EAGAIN, (shared, Word(1, command, mask=FUTEX_COMMAND)))
        for command in (FUTEX_WAIT, FUTEX_WAIT_BITSET)
    ]
    others = [
        Rule(call, answer, (_other_than(0),))
        for call, answer in {
            "prlimit64": DENY,
            "getpgid": DENY,
            "getsid": DENY,
            "get_robust_list": DENY,
            "sched_getscheduler": DENY,
            "sched_getparam": DENY,
            "sched_getattr": DENY,
            "sched_rr_get_interval": DENY,
            "sched_getaffinity": ABSENT,  # the C library asks for a thread's when it starts one
        }.items()
    ]
    clocks = [
        Rule(call, _ERRNO | errno.EINVAL, (_any_of(0, DYNAMIC_CLOCK),))
        for call in ("clock_gettime", "clock_getres", "clock_nanosleep")
    ]
    no_thread = Word(0, 0, mask=CLONE_THREAD)
    # beyond its own limit of processor time a process would be killed as if from outside
    time = [Rule("setrlimit", DONE, (Word(0, RLIMIT_CPU),))] + [
        Rule("prlimit64", DONE, (Word(1, RLIMIT_CPU), Word(2, 0, holds=False, high=high)))
        for high in (False, True)
    ]
    # the signal that a process sends its parent when it ends; a thread sends none
    other_signals = [Word(0, signal, mask=0xFF, holds=False) for signal in (0, SIGCHLD)]
    shared_memory = Word(3, MAP_SHARED, mask=MAP_SHARED_MASK)
    return [
        Rule("clone", DENY, (_any_of(0, CLONE_NEW),)),
        Rule("clone", DENY, tuple(other_signals)),
        Rule("clone", DENY, (no_thread, _any_of(0, CLONE_SHARES))),
        # the system shows what the first thread holds open
        Rule("clone", DENY, (_any_of(0, CLONE_THREAD), Word(0, 0, mask=CLONE_FILES))),
        Rule("clone", DENY, (no_thread, Word(0, 0, mask=CLONE_VFORK), _any_of(0, CLONE_VM))),
        *others,
        *time,
        Rule("getpriority", DENY, (_other_than(0),)),
        Rule("getpriority", DENY, (_other_than(1),)),
        *clocks,
        Rule("mmap", DENY, (shared_memory, _any_of(3, MAP_ANONYMOUS))),
        Rule("mmap", DENY, (_any_of(3, MAP_HUGETLB),)),
        *(Rule("madvise", DONE, (Word(2, advice),)) for advice in MADV_IGNORED.values()),
        *waits,
        Rule("futex", DONE, (shared,)),
        Rule("socketpair", DENY, (_other_than(0, AF_UNIX),)),
        # an address to send to
        Rule("sendto", DENY, (_other_than(4),)),
        Rule("sendto", DENY, (Word(4, 0, holds=False, high=True),)),
        # flags, of which one tells whether a file's page is in memory
        Rule("preadv2", UNSUPPORTED, (_other_than(5),)),
        Rule("pwritev2", UNSUPPORTED, (_other_than(5),)),
        *(Rule("fcntl", DENY, (Word(1, command),)) for command in FCNTL_DENIED.values()),
        *(Rule("fcntl", DONE, (Word(1, command),)) for command in FCNTL_IGNORED.values()),
        *(Rule("prctl", DENY, (Word(0, option),)) for option in PRCTL_DENIED.values()),
        Rule(
            "ioctl",
            _ERRNO | errno.ENOTTY,
            tuple(_other_than(1, request) for request in IOCTL_ALLOWED.values()),
        ),
    ]


def rules(landlock: bool) -> list[Rule]:
    """Return the rules for a contained process, those that Landlock needs beside it included."""
    found = [rule for names in DENIED.values() for rule in _named(names, DENY)]
    found += _named(MISSING, ABSENT)
    found += _named(EXTENDED_ATTRIBUTES, UNSUPPORTED)
    found += _named(IGNORED, DONE)
    found += _conditional()
    if landlock:
        found += _named(LANDLOCK_DENIED, DENY) + _named(LANDLOCK_IGNORED, DONE)
        # a file that may be read can be emptied so, where Landlock has no right for it yet
        found += [
            Rule(call, DENY, (Word(flags, 0, mask=O_ACCMODE), _any_of(flags, O_TRUNC)))
            for call, flags in (("open", 1), ("openat", 2))
        ]
    return found


# ---- as the kernel reads it

_LOAD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in the kernel's seccomp_data
_X32 = 0x40000000  # the bit of another way to call the same kernel


def _step(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("<HBBI", code, then, otherwise, value)


def _block(rule: Rule, number: int) -> bytes:
    """Compile a rule: a jump behind its own end wherever a condition fails."""
    steps: list[tuple[int, int, bool]] = [(_LOAD, _NUMBER, True), (_EQUAL, number, True)]
    for word in rule.conditions:
        steps.append((_LOAD, _ARGUMENTS + 8 * word.argument + 4 * word.high, True))
        if word.mask != _ALL:
            steps.append((_AND, word.mask, True))
        steps.append((_EQUAL, word.value, word.holds))
    code = b""
    for position, (kind, value, holds) in enumerate(steps):
        behind = len(steps) - position if kind == _EQUAL else 0
        code += _step(kind, value, 0 if holds else behind, behind if holds else 0)
    return code + _step(_RETURN, rule.answer)


def program(answers: list[Rule], machine: str | None = None) -> bytes:
    """Return a filter of rules as the kernel's bytes.

    Raises
    ------
    KeyError
        For a machine whose numbers are not known.
    """
    column, architecture = syscalls.MACHINES[machine or platform.machine()]
    steps = [
        _step(_LOAD, _ARCHITECTURE),
        _step(_EQUAL, architecture, 1, 0),
        _step(_RETURN, DENY),
        _step(_LOAD, _NUMBER),
        _step(_AT_LEAST, _X32, 0, 1),
        _step(_RETURN, DENY),
    ]
    for rule in answers:
        number = syscalls.NUMBERS[rule.call][column]
        if number is not None:
            steps.append(_block(rule, number))
    return b"".join([*steps, _step(_RETURN, ALLOW)])


def install(answers: list[Rule]) -> None:
    """Put a filter of rules on this process and all that it starts, for good.

    Raises
    ------
    ContainmentError
        Where the kernel refuses.
    """
    code = program(answers)
    buffer = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer))
    kept = ctypes.create_string_buffer(header, len(header))
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    linux.prctl(linux.PR_SET_SECCOMP, linux.SECCOMP_MODE_FILTER, kept)
