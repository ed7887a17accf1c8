"""What the scratch folder holds when the first test is asked, put back before each test.

In the first process inside, which has the rights of a student's process and runs none of its code.
All is written anew each time, changed or not: a file's number and times say nothing of what became
of it in the meantime.
"""

import contextlib
import os
import socket
import stat
from dataclasses import dataclass

from . import watch

KEEP, PUT_BACK = b"k", b"p"
DONE, FAILED = b".", b"!"


def serve(keeper: socket.socket, folder: str, most: int) -> None:
    """Keep what a folder holds, no more than ``most`` bytes, and put it back, when told to."""
    contents = None
    while word := keeper.recv(1):
        try:
            if word == KEEP:
                contents = Contents(folder, most)
            elif contents:
                contents.put_back()
            answer = DONE
        except (OSError, MemoryError, ValueError):
            answer = FAILED
        keeper.send(answer)


@dataclass(frozen=True)
class _Entry:
    path: str
    mode: int
    times: tuple[int, int]
    data: bytes | str | None  # of a file, of a link


class Contents:
    """What a folder holds.

    Raises
    ------
    OSError, ValueError
        If it cannot be kept.
    """

    def __init__(self, folder: str, most: int) -> None:
        self.folder, self.left = folder, most
        self.top = self._entry(folder)
        self.entries = [
            self._entry(os.path.join(above, name))
            for above, folders, files in os.walk(folder, onerror=_raise)
            for name in sorted(folders + files)
        ]

    def _entry(self, path: str) -> _Entry:
        about = os.lstat(path)
        data: bytes | str | None = None
        if stat.S_ISREG(about.st_mode):
            self.left -= about.st_size
            if self.left < 0:
                raise ValueError("more than may be kept")
            with open(path, "rb") as file:
                data = file.read()
        elif stat.S_ISLNK(about.st_mode):
            data = os.readlink(path)
        elif not stat.S_ISDIR(about.st_mode) and not stat.S_ISFIFO(about.st_mode):
            raise ValueError("a file of no common kind")
        return _Entry(path, about.st_mode, (about.st_atime_ns, about.st_mtime_ns), data)

    def put_back(self) -> None:
        """Empty the folder and write what it held."""
        watch.empty(self.folder)
        for entry in self.entries:
            _write(entry)
        # what is written into a folder changes its times
        for entry in reversed(self.entries):
            if not stat.S_ISLNK(entry.mode):
                os.chmod(entry.path, stat.S_IMODE(entry.mode))
                os.utime(entry.path, ns=entry.times)
        # a folder that nothing is written into changes too
        mark = os.path.join(self.folder, ".mark")
        if not os.path.lexists(mark):
            os.close(os.open(mark, os.O_CREAT | os.O_WRONLY))
            os.unlink(mark)
        with contextlib.suppress(PermissionError):  # another's: nobody inside can change these
            os.chmod(self.folder, stat.S_IMODE(self.top.mode))
            os.utime(self.folder, ns=self.top.times)


def _write(entry: _Entry) -> None:
    if isinstance(entry.data, bytes):
        with open(entry.path, "wb") as file:
            file.write(entry.data)
    elif isinstance(entry.data, str):
        os.symlink(entry.data, entry.path)
    elif stat.S_ISDIR(entry.mode):
        os.mkdir(entry.path)
    else:
        os.mkfifo(entry.path)


def _raise(error: OSError) -> None:
    raise error
