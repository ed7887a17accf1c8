"""The tier *namespaces*: the process has its own users, mounts, processes, network and messages."""

import ctypes
import os
import struct

from . import folders, linux

_CLONE_NEWNS, _CLONE_NEWUSER = 0x00020000, 0x10000000
_CLONE_NEWPID, _CLONE_NEWNET = 0x20000000, 0x40000000
_CLONE_NEWUTS, _CLONE_NEWIPC = 0x04000000, 0x08000000
_OTHERS = _CLONE_NEWPID | _CLONE_NEWNET | _CLONE_NEWUTS | _CLONE_NEWIPC
_MS_RDONLY, _MS_NOSUID, _MS_NODEV = 1, 2, 4
_MS_BIND, _MS_REC, _MS_PRIVATE = 4096, 16384, 1 << 18
_MOUNT_ATTR_RDONLY, _MOUNT_ATTR_NOSUID = 1, 2
_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_MNT_DETACH = 2
SCRATCH = "/scratch"


def enter() -> None:
    """Enter new namespaces; that of processes takes in those that this one starts from now on."""
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        linux.call("unshare", _OTHERS)
        return
    linux.call("unshare", _OTHERS | _CLONE_NEWUSER)
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(line)


def own_files(scratch_mb: int, scratch_files: int, left_out: list[str]) -> None:
    """Build a root of its own: Python and the system's libraries read-only, a scratch folder."""
    linux.call("unshare", _CLONE_NEWNS)
    root = "/tmp"
    paths = [*folders.shown(), *folders.DEVICES]
    # looked up now: the new root hides what lies below /tmp
    links = {path: os.path.realpath(path) for path in paths if os.path.islink(path)}
    covers = {
        cover for path in paths for cover in folders.below(path, left_out) if os.path.isdir(cover)
    }
    sources = {path: os.open(path, os.O_PATH) for path in paths if path not in links}
    _mount(None, "/", None, _MS_REC | _MS_PRIVATE)
    _mount("tmpfs", root, "tmpfs", _MS_NOSUID | _MS_NODEV, "size=1m,mode=755")
    # a folder before what lies in it
    for path in sorted([*paths, *covers]):
        os.makedirs(os.path.dirname(root + path), exist_ok=True)
        if path in links:
            if not os.path.lexists(root + path):  # a link below /usr came with it
                os.symlink(links[path], root + path)
        elif path in sources:
            _bind(f"/proc/self/fd/{sources[path]}", root + path)
        else:
            _mount("tmpfs", root + path, "tmpfs", _MS_NOSUID | _MS_NODEV, "size=64k,mode=755")
    for source in sources.values():
        os.close(source)
    os.makedirs(root + SCRATCH)
    if not os.path.exists(root + "/tmp"):
        os.symlink(SCRATCH, root + "/tmp")
    os.chdir(root)
    attributes = struct.pack("QQQQ", _MOUNT_ATTR_RDONLY | _MOUNT_ATTR_NOSUID, 0, 0, 0)
    linux.syscall(
        "mount_setattr", _AT_FDCWD, root.encode(), _AT_RECURSIVE, attributes, len(attributes)
    )
    most = f"size={scratch_mb}m,nr_inodes={scratch_files},mode=777"
    _mount("tmpfs", root + SCRATCH, "tmpfs", _MS_NOSUID | _MS_NODEV, most)
    linux.syscall("pivot_root", b".", b".")
    linux.call("umount2", b".", _MNT_DETACH)
    os.chdir(SCRATCH)


def _bind(source: str, target: str) -> None:
    if os.path.isdir(source):
        os.makedirs(target, exist_ok=True)
    elif not os.path.exists(target):
        open(target, "w").close()
    _mount(source, target, None, _MS_BIND | _MS_REC)


def _mount(
    source: str | None, target: str, kind: str | None, flags: int, data: str | None = None
) -> None:
    words = [None if word is None else os.fsencode(word) for word in (source, target, kind)]
    linux.call("mount", *words, ctypes.c_ulong(flags), None if data is None else data.encode())
