"""Which files a contained process sees: this Python and the system's libraries, nothing else."""

import os
import sys
from collections.abc import Iterable, Iterator

DEVICES = ("/dev/null", "/dev/urandom", "/dev/random")
# of a prefix (/usr, an environment) what programs and libraries need: it may hold anything beside
# that, and its etc may hold passwords
_PARTS = (
    "bin",
    "etc/fonts",
    "fonts",
    "include",
    "lib",
    "lib32",
    "lib64",
    "libexec",
    "nltk_data",
    "pyvenv.cfg",
    "sbin",
    "share",
    "ssl",
)
_SYSTEM = (
    "/bin",
    "/lib",
    "/lib32",
    "/lib64",
    "/etc/alternatives",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/localtime",
    # Pythons of Nix, Guix and Homebrew have their libraries beside them
    "/nix/store",
    "/gnu/store",
    "/home/linuxbrew/.linuxbrew",
)
_EXCHANGE = "share/nbgrader"  # where nbgrader keeps its exchange by default: others' notebooks


def _prefixes() -> list[str]:
    own = [sys.base_prefix, sys.prefix]
    return list(dict.fromkeys(["/usr", "/usr/local", *map(os.path.realpath, own), *own]))


def shown() -> list[str]:
    """Return the paths that a contained process sees, with what lies below.

    A Python or an environment that is reached over a link stands here twice: its own path first,
    then the one that it is called by.
    """
    parts = [os.path.join(prefix, part) for prefix in _prefixes() for part in _PARTS]
    paths = [path for path in (*_SYSTEM, *parts) if os.path.exists(path)]
    for path in imported():
        if not any(_is_in(path, other) for other in paths):
            paths += dict.fromkeys([os.path.realpath(path), path])
    return list(dict.fromkeys(paths))


def imported() -> list[str]:
    """Return the folders of installed packages that this Python imports from.

    Some lie outside its own: a user's, a cluster's. A folder of another name may be a course's.
    """
    found = [os.path.abspath(path) for path in sys.path if path]
    packages = [
        path for path in found if os.path.basename(path) in ("site-packages", "dist-packages")
    ]
    return [path for path in dict.fromkeys(packages) if os.path.isdir(path)]


def hidden(given: Iterable[str] = ()) -> list[str]:
    """Return folders that stay out of sight although they may lie below one that is shown.

    These are nbgrader's exchange where it lies by default, and those ``given``.
    """
    paths = [*(os.path.join(prefix, _EXCHANGE) for prefix in _prefixes()), *given]
    return sorted({os.path.realpath(path) for path in paths})


def below(path: str, left_out: list[str]) -> list[str]:
    """Return the folders among ``left_out`` that lie below ``path``."""
    real = os.path.realpath(path)
    return [other for other in left_out if other != real and _is_in(other, real)]


def without(path: str, left_out: list[str]) -> Iterator[str]:
    """Give ``path``, or what lies below it, so that nothing of ``left_out`` is among it."""
    if not below(path, left_out):
        yield path
        return
    for name in sorted(os.listdir(path)):
        inner = os.path.join(path, name)
        # what a link leads to is shown where it lies, or is not
        if inner not in left_out and not os.path.islink(inner):
            yield from without(inner, left_out)


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
