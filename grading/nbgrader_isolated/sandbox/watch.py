"""What a keeper sees of a contained process from outside, and how it ends it."""

import contextlib
import ctypes
import errno
import fcntl
import math
import os
import re
import resource
import select
import shutil
import signal
import struct
from collections.abc import Collection, Sequence

DEEPEST = 40  # folders within folders that a scratch folder may have
# what the kernel holds at most for one end of a pair of sockets, or for a pipe
_SOCKET, _PIPE = 208 << 10, 64 << 10
_TICKS = os.sysconf("SC_CLK_TCK")  # a second, in which the kernel counts processor time


def end(child: int, scratch: str | None) -> None:
    """Kill a contained process with all that it started, and remove its scratch folder."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)
    if scratch:
        remove(scratch)


def end_one(process: int, patience: float) -> None:
    """Kill a process that is no child of this one, and wait so many seconds until it has ended."""
    with contextlib.suppress(ProcessLookupError):
        number = os.pidfd_open(process)
        try:
            signal.pidfd_send_signal(number, signal.SIGKILL)
            select.select([number], [], [], patience)
        finally:
            os.close(number)


def remove(folder: str) -> None:
    """Remove a folder, if one can."""
    with contextlib.suppress(OSError):
        empty(folder)
        os.rmdir(folder)


def empty(folder: str) -> None:
    """Remove what is in a folder, whose owner may have made that hard.

    It may be shut, or deeper than a path can be long: what is inside a folder is brought up first.
    """
    with contextlib.suppress(PermissionError):  # of a folder of root's where all may write
        os.chmod(folder, 0o700)
    number = 0
    while entries := list(os.scandir(folder)):
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                os.unlink(entry)
                continue
            with contextlib.suppress(OSError, RecursionError):
                shutil.rmtree(entry)
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


def written(process: int, scratch: str) -> tuple[float, float]:
    """Return what a process and all that it started hold on disk.

    That is in their scratch folder, or in files that are removed and open or mapped.

    Returns
    -------
    held, files : float
        Bytes; files and folders. Both are infinite where one cannot look.
    """
    held, files, todo = 0, 0, [(scratch, 0)]
    while todo:
        folder, depth = todo.pop()
        if depth > DEEPEST:
            return math.inf, math.inf
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    files += 1
                    held += 512 * entry.stat(follow_symlinks=False).st_blocks
                    if entry.is_dir(follow_symlinks=False):
                        todo.append((entry.path, depth + 1))
        except FileNotFoundError:
            continue
        except OSError:
            return math.inf, math.inf
    removed = _removed(process, os.path.realpath(scratch))
    return held + sum(removed.values()), files + len(removed)


def holds_removed(process: int, scratch: str) -> bool:
    """Return whether a process, or what it started, holds a removed file of a scratch folder."""
    return bool(_removed(process, os.path.realpath(scratch)))


def _removed(process: int, scratch: str) -> dict[tuple[int, int], int]:
    """Return the removed files that a process and all that it started still hold.

    Returns
    -------
    dict of int
        Their bytes, by device and number.
    """
    held: dict[tuple[int, int], int] = {}
    for number in family(process):
        # a name holds what a text may break its lines at, but no line feed: that is written \\012
        for line in maps(number).split(b"\n"):
            if os.fsencode(scratch) in line and line.endswith(b" (deleted)"):
                where, _, _, device, inode = line.split()[:5]
                first, last = (int(part, 16) for part in where.split(b"-"))
                key = os.makedev(*(int(part, 16) for part in device.split(b":"))), int(inode)
                held[key] = max(held.get(key, 0), last - first)
        for descriptor in _descriptors(number):
            with contextlib.suppress(OSError):
                about = os.stat(descriptor)
                if about.st_nlink == 0:
                    held[about.st_dev, about.st_ino] = 512 * about.st_blocks
    return held


def held(process: int) -> list[str] | None:
    """Return what a process's descriptors lead to, None where one cannot look."""
    folder, letter = _view(process)
    if letter in "ZX":
        return []
    try:
        return [os.readlink(f"{folder}/fd/{number}") for number in os.listdir(f"{folder}/fd")]
    except OSError:
        return None


def maps(process: int) -> bytes:
    """Return what the system lists of a process's memory, nothing where one cannot look."""
    try:
        with open(f"{_folder(process)}/maps", "rb") as file:
            return file.read()
    except OSError:
        return b""


def is_one_memory(processes: Sequence[int]) -> bool:
    """Return whether any two processes have the very same memory, or one cannot tell.

    Programs are begun so, and threads of a process may begin several and end. What the kernel would
    write of a crash is noted with the memory, and is free to be changed: nothing is written here.
    """
    paths = [f"/proc/{process}/coredump_filter" for process in processes]
    try:
        for path in paths:
            _write(path, 1)
        for path in paths:
            with open(path) as file:
                if int(file.read(), 16) != 1:
                    return True
            _write(path, 2)
    except OSError:
        return True
    return False


def _write(path: str, number: int) -> None:
    with open(path, "w") as file:
        file.write(str(number))


def shared_mappings(process: int) -> set[str] | None:
    """Return the files that a process shares memory by, None where one cannot look.

    The kernel finds them (since Linux 6.11), or this function among all that it lists, a hundred
    times as many.
    """
    try:
        with open(f"/proc/{process}/maps", encoding="utf-8", errors="replace") as file:
            try:
                return _found_by_kernel(file.fileno())
            except OSError:
                text = file.read()
    except OSError:
        return None
    # a regular expression takes ten times as long
    lines = [part.partition("\n")[0] for end in ("-s ", "xs ") for part in text.split(end)[1:]]
    return {"".join(line.split(maxsplit=3)[3:]) for line in lines} if text else None


_QUERY = struct.Struct("=9Q4I2Q")  # struct procmap_query of linux/fs.h
_PROCMAP_QUERY = 3 << 30 | _QUERY.size << 16 | ord("f") << 8 | 17
_SHARED, _OR_NEXT = 0x08, 0x10


def _found_by_kernel(maps: int) -> set[str]:
    found: set[str] = set()
    name, address = ctypes.create_string_buffer(4096), 0
    while True:
        room = len(name), 0, ctypes.addressof(name), 0
        query = bytearray(
            _QUERY.pack(_QUERY.size, _SHARED | _OR_NEXT, address, 0, 0, 0, 0, 0, 0, 0, 0, *room)
        )
        name.value = b""  # the kernel writes none for memory that has none
        try:
            fcntl.ioctl(maps, _PROCMAP_QUERY, query)
        except OSError as error:
            if error.errno == errno.ENOENT:  # there is no other
                return found
            raise
        found.add(os.fsdecode(name.value))
        address = _QUERY.unpack(query)[4]


def state(process: int) -> str:
    """Return the letter for a process's state, X for one that is gone.

    Where its first thread has ended and others live on, it is that of one of them.
    """
    return _view(process)[1]


def _view(process: int) -> tuple[str, str]:
    """Return where the system tells what a process holds, and the letter of the state told there.

    Of an ended thread it tells nothing: that is why it may be another than the first.
    """
    folder = f"/proc/{process}"
    first = _letter(folder)
    if first == "Z":
        for thread in threads(process):
            other = f"{folder}/task/{thread}"
            if (letter := _letter(other)) not in "ZX":
                return other, letter
    return folder, first


def _folder(process: int) -> str:
    return _view(process)[0]


def _letter(folder: str) -> str:
    return (_stat(folder) or ["X"])[0]


def _stat(folder: str) -> list[str]:
    """Return what is told of a process or thread behind its name, which may hold anything."""
    return _read(f"{folder}/stat").rpartition(")")[2].split()


def threads(process: int) -> list[str]:
    """Return the numbers of a process's threads, none of one that is gone."""
    try:
        return os.listdir(f"/proc/{process}/task")
    except OSError:
        return []


def children(process: int) -> list[int]:
    """Return what a process started, whichever thread of it did."""
    found: list[int] = []
    for thread in threads(process):
        found += map(int, proc(process, f"task/{thread}/children").split())
    return found


def _descriptors(process: int) -> list[str]:
    folder = f"{_folder(process)}/fd"
    try:
        return [f"{folder}/{name}" for name in os.listdir(folder)]
    except OSError:
        return []


def memory(process: int, most: int) -> int:
    """Return how much memory a process and all that it started hold, in bytes.

    The kernel's for their pipes and sockets is included.

    Parameters
    ----------
    process : int
        The process.
    most : int
        If there might be more bytes, what they share is counted once; to tell takes long.
    """
    all_of_it = family(process)
    kernel = _buffers(all_of_it)
    held = kernel + sum(_resident(number) for number in all_of_it)
    if held < most:
        return held
    shares = (
        re.search(r"^Pss:\s+(\d+)", _read(f"{_folder(number)}/smaps_rollup"), re.MULTILINE)
        for number in all_of_it
    )
    return kernel + sum(int(share[1]) << 10 for share in shares if share)


def processor_time(process: int) -> tuple[float, float]:
    """Return how long a process and all that it started waited for a processor, and had one.

    Returns
    -------
    waited, used : float
        Seconds; of processes with several threads the first one's waiting counts.
    """
    waited = used = 0.0
    for number in family(process):
        told = proc(number, "schedstat").split()
        waited += int(told[1]) / 1e9 if len(told) > 1 else 0.0
        ticks = _stat(f"/proc/{number}")[11:15]  # also of those that it waited for
        used += sum(map(int, ticks)) / _TICKS
    return waited, used


def end_largest(process: int, spared: Collection[int] = ()) -> None:
    """Of all that a process started, kill the one that holds most memory; the others go on.

    Those that are ``spared`` are killed only if there is nothing else.
    """
    numbers = family(process)[1:]
    numbers = [number for number in numbers if number not in spared] or numbers
    held = {number: _resident(number) + _buffers([number]) for number in numbers}
    if held:
        with contextlib.suppress(ProcessLookupError):
            os.kill(max(held, key=lambda number: held[number]), signal.SIGKILL)


def tasks_of(user: int) -> int:
    """Return how many processes and threads a user has on this machine."""
    count = 0
    for entry in os.scandir("/proc"):
        try:
            if entry.name.isdigit() and entry.stat().st_uid == user:
                count += len(threads(int(entry.name)))
        except OSError:
            continue
    return count


def tasks(process: int) -> int:
    """Return how many processes and threads there are of one and all that it started."""
    return sum(len(threads(number)) for number in family(process))


def _resident(process: int) -> int:
    told = _read(f"{_folder(process)}/statm") or "0 0"
    return int(told.split()[1]) * resource.getpagesize()


def _buffers(processes: list[int]) -> int:
    """Return what the kernel may hold for the pipes and sockets of processes."""
    ends = set()
    for descriptor in (path for number in processes for path in _descriptors(number)):
        with contextlib.suppress(OSError):
            ends.add(os.readlink(descriptor))
    return sum(
        _PIPE * end.startswith("pipe:") + _SOCKET * end.startswith("socket:") for end in ends
    )


def family(process: int) -> list[int]:
    """Return a process and all that it started."""
    found, todo = [], [process]
    while todo:
        found.append(todo.pop())
        todo += children(found[-1])
    return found


def proc(process: int, name: str) -> str:
    """Return what the system tells of a process under a name, an empty text if nothing."""
    return _read(f"/proc/{process}/{name}")


def _read(path: str) -> str:
    try:
        with open(path, errors="replace") as file:
            return file.read()
    except OSError:
        return ""
