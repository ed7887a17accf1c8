"""Collect from nbgrader's exchange without following what students put there.

Every student writes there, and collecting runs with the instructor's rights.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

from nbgrader.exchange.default import ExchangeCollect

from .submitted import printable

DEEPEST = 40  # folders one in the other


class PlainCollect(ExchangeCollect):
    """Collects plain files: a link would bring what it leads to, such as the solution.

    A submission that cannot be copied does not stop the others.
    """

    def do_copy(self, src: str, dest: str, log: object = None) -> None:
        """Copy a submission to the class; what is no plain file or cannot be read stays behind."""
        with tempfile.TemporaryDirectory(prefix="collect-") as place:
            plain = Path(place, "plain")
            try:
                left = copy_plain(Path(src), plain, 1000 * self.coursedir.max_dir_size)
            except OSError as error:
                shutil.rmtree(plain, ignore_errors=True)
                left = [error.strerror or str(error)]
            if left:
                self.log.error("Left behind of %s: %s", src, printable(", ".join(left)))
            plain.mkdir(exist_ok=True)
            super().do_copy(str(plain), dest)


def copy_plain(source: Path, target: Path, most: int) -> list[str]:
    """Copy the plain files of a folder that its owner may change meanwhile; follow no link.

    Parameters
    ----------
    source, target : Path
        The folder, and the one to make.
    most : int
        Bytes in all.

    Returns
    -------
    list of str
        What was not copied, with its path below the folder.

    Raises
    ------
    OSError
        If the folder is a link, cannot be read, or holds more than ``most``.
    """
    if source.is_symlink():
        raise OSError("the folder is a link")
    left: list[str] = []

    def unread(error: OSError) -> None:
        left.append(str(error.filename))

    for parent, folders, files, descriptor in os.fwalk(source, onerror=unread):
        here = Path(parent).relative_to(source)
        (target / here).mkdir()
        if len(here.parts) == DEEPEST:
            left += [str(here / name) for name in folders]
            folders.clear()
        left += [str(here / name) for name in folders if _is_link(name, descriptor)]
        for name in files:
            content = _content(name, descriptor, most)
            if content is None:
                left.append(str(here / name))
                continue
            most -= len(content)
            if most < 0:
                raise OSError("the folder is too large")
            (target / here / name).write_bytes(content)
    return left


def _is_link(name: str, folder: int) -> bool:
    return stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)


def _content(name: str, folder: int, most: int) -> bytes | None:
    """Read a file of an open folder, or one byte more than ``most``; None if it is not plain."""
    try:
        # a pipe would wait for a writer
        opened = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError:
        return None
    with open(opened, "rb") as file:
        return file.read(most + 1) if stat.S_ISREG(os.fstat(opened).st_mode) else None
