"""The tier *landlock*: the same files by the kernel's Landlock, where it denies namespaces."""

import os
import struct

from . import folders, linux

_CREATE_RULESET_VERSION = 1
_RULE_PATH_BENEATH = 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE, _IOCTL_DEV = 1 << 14, 1 << 15
_FIRST_RIGHTS = 13  # the rights of a kernel's first version of Landlock
_REFER_SINCE, _TRUNCATE_SINCE, _NETWORK_SINCE, _IOCTL_SINCE, _SCOPES_SINCE = 2, 3, 4, 5, 6
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_BIND_AND_CONNECT, _ABSTRACT_SOCKETS_AND_SIGNALS = 3, 3


def version() -> int:
    """Return the version of the kernel's Landlock.

    Raises
    ------
    ContainmentError
        Where the kernel has none.
    """
    try:
        return linux.syscall("landlock_create_ruleset", None, 0, _CREATE_RULESET_VERSION)
    except linux.ContainmentError as error:
        raise linux.ContainmentError(
            f"this kernel has no Landlock, or denies it ({error})"
        ) from None


def restrict(scratch: str, left_out: list[str]) -> None:
    """Leave this process the shown files, to read, and its scratch folder, for good."""
    known = version()
    rights = (1 << _FIRST_RIGHTS + (known >= _REFER_SINCE) + (known >= _TRUNCATE_SINCE)) - 1
    rights |= _IOCTL_DEV if known >= _IOCTL_SINCE else 0
    handled = [rights]
    handled += [_BIND_AND_CONNECT] if known >= _NETWORK_SINCE else []
    handled += [_ABSTRACT_SOCKETS_AND_SIGNALS] if known >= _SCOPES_SINCE else []
    attributes = struct.pack(f"{len(handled)}Q", *handled)
    rules = linux.syscall("landlock_create_ruleset", attributes, len(attributes), 0)
    allowed = [
        (part, _READ) for path in folders.shown() for part in folders.without(path, left_out)
    ]
    allowed += [(path, _WRITE_FILE | _READ_FILE) for path in folders.DEVICES]
    allowed += [(scratch, rights & ~_IOCTL_DEV)]
    for path, granted in allowed:
        _allow(rules, path, granted & rights)
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    linux.syscall("landlock_restrict_self", rules, 0)
    os.close(rules)


def _allow(rules: int, path: str, granted: int) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # out of this user's sight, or gone: nothing to allow
        return
    try:
        if not os.path.isdir(path):
            granted &= _OF_A_FILE
        if granted:
            rule = struct.pack("=Qi", granted, opened)
            linux.syscall("landlock_add_rule", rules, _RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(opened)
