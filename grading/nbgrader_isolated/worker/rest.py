"""What a copy of the student's process does without until its test asks.

These are descriptors that other copies have too, each of which would see what another does with
them.
"""

import contextlib
import fcntl
import os
import resource
import select
import socket
import stat
from dataclasses import dataclass

STREAMS = (0, 1, 2)


def wait(sock: socket.socket, home: str) -> None:
    """Hold nothing but a test's socket until the test asks; then take up again what was held."""
    try:
        folder = os.getcwd()
    except OSError:
        folder = home
    files = [file for file in map(_File, _held(sock.fileno())) if file.find(home)]
    os.chdir(home)
    # the streams last: by these the keeper knows that the copy is ready
    for number in (*(file.number for file in files), *STREAMS):
        with contextlib.suppress(OSError):
            os.close(number)
    sock.recv(1, socket.MSG_PEEK)
    for number in STREAMS:
        _put(os.open(os.devnull, os.O_RDWR), number)
        os.set_inheritable(number, True)
    with contextlib.suppress(OSError):
        os.chdir(folder)
    for file in files:
        with contextlib.suppress(OSError):
            file.reopen()


def _held(but: int) -> list[int]:
    """Return the open descriptors beside the streams and one more."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    poll = select.poll()
    for number in range(3, most):
        poll.register(number, 0)
    closed = {number for number, event in poll.poll(0) if event & select.POLLNVAL}
    return sorted(set(range(3, most)) - closed - {but})


def _put(opened: int, number: int) -> None:
    if opened != number:
        os.dup2(opened, number, inheritable=False)
        os.close(opened)


@dataclass
class _File:
    """A file of the scratch folder that a cell has left open."""

    number: int
    path: str = ""

    def find(self, home: str) -> bool:
        """Return whether it can be opened again.

        It needs a name, and is read or written, not both: what does both may be a database that
        knows its file by number.
        """
        about = os.fstat(self.number)
        if not stat.S_ISREG(about.st_mode):
            return False
        self.flags = fcntl.fcntl(self.number, fcntl.F_GETFL)
        if self.flags & os.O_ACCMODE == os.O_RDWR:
            return False
        for above, _, names in os.walk(home):
            for path in (os.path.join(above, name) for name in names):
                with contextlib.suppress(OSError):
                    if os.path.samestat(os.lstat(path), about):
                        self.path = path
                        self.at = os.lseek(self.number, 0, os.SEEK_CUR)
                        return True
        return False

    def reopen(self) -> None:
        """Open the file under its number, where it stood."""
        opened = os.open(self.path, self.flags & ~(os.O_CREAT | os.O_EXCL | os.O_TRUNC))
        _put(opened, self.number)
        os.lseek(self.number, self.at, os.SEEK_SET)
