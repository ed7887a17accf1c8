"""Which system calls a contained process may not make: a seccomp filter, written as the kernel
reads it.

A list of what is denied, not of what is allowed: a student's numpy may need anything harmless.
Denied calls answer EPERM.
"""

import ctypes
import errno
import platform
import struct

# numbers from the kernel's tables: x86_64, aarch64 (None: the machine has no such call)
CALLS = {
    # signals: a process may not end, stop or trap another, nor its own earlier copies
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424),
    "pidfd_open": (434, 434),
    "setsid": (112, 157),
    "setpgid": (109, 154),
    # other processes' memory and limits
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "sched_setaffinity": (203, 122),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    # network, and memory that no limit counts
    "socket": (41, 198),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    # namespaces, mounts, keys and the kernel itself
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "quotactl": (179, 60),
    "acct": (163, 89),
    "personality": (135, 92),
    "fanotify_init": (300, 262),
    "syslog": (103, 116),
    "vhangup": (153, 58),
    "lookup_dcookie": (212, 18),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
}
FCNTL, CLONE, CLONE3, PRLIMIT, IOCTL, PRCTL = (
    (72, 25),
    (56, 220),
    (435, 435),
    (302, 261),
    (16, 29),
    (157, 167),
)
SOCKET_OWNERS = (0x8901, 0x8902)  # FIOSETOWN, SIOCSPGRP: the same by another call
DUMPABLE = 4  # PR_SET_DUMPABLE: hides from a keeper who is no root which files are open
# F_SETOWN, F_SETSIG, F_SETOWN_EX: ways to make the kernel signal another process
OWNERS = (
    8,
    10,
    15,
)
NAMESPACES = 0x7E020080  # every CLONE_NEW… flag
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

ALLOW, DENY, ABSENT = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
_LOAD, _EQUAL, _ANY, _ABOVE, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
NUMBER, ARCHITECTURE, FIRST, SECOND = 0, 4, 16, 24  # offsets in the kernel's seccomp_data


def _step(code, value, then=0, otherwise=0):
    return struct.pack("<HBBI", code, then, otherwise, value)


def program(machine=None):
    """The filter as the kernel's bytes.

    Raises KeyError for a machine whose numbers are not known.
    """
    column, architecture = MACHINES[machine or platform.machine()]
    steps = [
        _step(_LOAD, ARCHITECTURE),
        _step(_EQUAL, architecture, 1, 0),
        _step(_RETURN, DENY),
        _step(_LOAD, NUMBER),
    ]
    if column == 0:  # the x32 way to call the same kernel
        steps += [_step(_ABOVE, 0x40000000, 0, 1), _step(_RETURN, DENY)]
    for numbers in CALLS.values():
        steps += [_step(_EQUAL, numbers[column], 0, 1), _step(_RETURN, DENY)]
    # its flags lie in memory where no filter reads; the C library falls back on clone
    steps += [_step(_EQUAL, CLONE3[column], 0, 1), _step(_RETURN, ABSENT)]
    steps += [
        _step(_EQUAL, CLONE[column], 0, 4),
        _step(_LOAD, FIRST),
        _step(_ANY, NAMESPACES, 0, 1),
        _step(_RETURN, DENY),
        _step(_RETURN, ALLOW),
    ]
    steps += [
        _step(_EQUAL, PRLIMIT[column], 0, 4),
        _step(_LOAD, FIRST),
        _step(_EQUAL, 0, 1, 0),
        _step(_RETURN, DENY),
        _step(_RETURN, ALLOW),
    ]
    for call, words, at in ((IOCTL, SOCKET_OWNERS, SECOND), (PRCTL, (DUMPABLE,), FIRST)):
        steps += [_step(_EQUAL, call[column], 0, 2 + 2 * len(words)), _step(_LOAD, at)]
        for word in words:
            steps += [_step(_EQUAL, word, 0, 1), _step(_RETURN, DENY)]
        steps += [_step(_RETURN, ALLOW)]
    steps += [_step(_EQUAL, FCNTL[column], 0, 2 + 2 * len(OWNERS)), _step(_LOAD, SECOND)]
    for command in OWNERS:
        steps += [_step(_EQUAL, command, 0, 1), _step(_RETURN, DENY)]
    steps += [_step(_RETURN, ALLOW), _step(_RETURN, ALLOW)]
    return b"".join(steps)


def deny(libc):
    """Put the filter on this process and all that it starts, for good.

    Raises OSError where the kernel refuses.
    """
    code = program()
    buffer = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer))
    keep = ctypes.create_string_buffer(header, len(header))
    # no_new_privs, seccomp's filter mode
    if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, keep, 0, 0):
        raise OSError(ctypes.get_errno(), "the kernel takes no seccomp filter")
