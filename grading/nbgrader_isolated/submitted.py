"""What is strange about a submission's folder.

That is a notebook with another name or in another place, an untouched release beside a solved copy,
or a folder's name that nbgrader cannot read. This module looks, and never renames, moves or unpacks
a student's file.
"""

from __future__ import annotations

import glob
import json
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from nbgrader.coursedir import CourseDirectory

ROOM = 32 << 20  # bytes of a folder's files, unpacked, that are read to see what they hold
MOST = 3  # files or cells that a sentence names
ARCHIVES = {
    ".rar",
    ".7z",
    ".tar",
    ".gz",
    ".tgz",
    ".bz2",
    ".xz",
}  # beside .zip, which is looked into


@dataclass(frozen=True)
class Problem:
    """What is strange about one notebook of a submission.

    Attributes
    ----------
    notebook : str
        The notebook of the assignment, without ``.ipynb``.
    sentence : str
        What was found and what to do, for student and instructor.
    gradable : bool
        Whether what lies in the notebook's place can be graded all the same.
    """

    notebook: str
    sentence: str
    gradable: bool


def problems(folder: Path, notebooks: Iterable[str], released: Path | None = None) -> list[Problem]:
    """Find out what is strange about a submission's folder.

    Parameters
    ----------
    folder : Path
        The folder that a student handed in.
    notebooks : iterable of str
        The assignment's notebooks, without ``.ipynb``.
    released : Path, optional
        The folder that was released. Without it an untouched notebook cannot be told from an
        answered one.
    """
    if folder.is_symlink() or not folder.is_dir():
        return []
    look = _Look(folder, list(notebooks), released)
    return [problem for name in look.expected if (problem := look.problem(name))]


def of(
    coursedir: CourseDirectory, student: str, assignment: str, notebooks: Iterable[str] = ()
) -> list[Problem]:
    """Find out what is strange about a student's submission, its folder's name included.

    The assignment's notebooks are, unless they are named, those that were released.
    """
    folder, released = (
        Path(coursedir.format_path(step, who, assignment))
        for step, who in (
            (coursedir.submitted_directory, student),
            (coursedir.release_directory, "."),
        )
    )
    names = sorted(notebooks) or sorted(path.stem for path in released.glob("*.ipynb"))
    names = names or [assignment]
    why = unusable(student)
    named = [Problem(names[0], why, gradable=False)] if why else []
    return named + problems(folder, names, released)


def refusal(
    coursedir: CourseDirectory, student: str, assignment: str, notebooks: Iterable[str] = ()
) -> str:
    """Say why a submission cannot be graded as it lies there; "" if it can."""
    found = of(coursedir, student, assignment, notebooks)
    return next((problem.sentence for problem in found if not problem.gradable), "")


def missing(path: Path, notebooks: Iterable[str] = ()) -> str:
    """Say that one of the assignment's notebooks is not in its place, and what to do."""
    look = _Look(path.parent, sorted({path.stem, *notebooks}), None)
    return _missing(path.name, look.candidates_for(path.stem))


def students(coursedir: CourseDirectory, assignment: str) -> list[str]:
    """List who has a folder for an assignment, by any name, in alphabetical order."""
    step = coursedir.submitted_directory
    pattern = glob.escape(coursedir.format_path(step, "\0", assignment)).replace("\0", "*")
    named = coursedir.format_path(step, "(?P<student>.*)", assignment, escape=True)
    found = (
        re.fullmatch(named, path, re.DOTALL)
        for path in glob.glob(pattern, include_hidden=True)
        if os.path.isdir(path)
    )
    return sorted(match["student"] for match in found if match)


def unusable(student: str) -> str:
    """Say why nbgrader cannot grade a folder of this name; "" if it can."""
    if re.search(r"[*?[]", student):
        why = "holds a character that nbgrader takes for a pattern"
    elif student.startswith("."):
        why = "begins with a dot, and nbgrader passes over it"
    elif "\n" in student or student != student.strip():
        why = "holds a line break, or a space at an end"
    else:
        return ""
    return f"The name of the folder {printable(student)!r} {why}: rename it."


def printable(name: str) -> str:
    """Return a name with a question mark for every character that does not print."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def listed(names: Sequence[str]) -> str:
    """Name the first few of some files or cells, and say how many more there are."""
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + more


@dataclass(frozen=True)
class _Candidate:
    """A file that may be the notebook: what to call it, what to do, and its cells if readable."""

    label: str
    remedy: str
    cells: frozenset[str] | None


class _Look:
    """A look into one folder."""

    def __init__(self, folder: Path, expected: list[str], released: Path | None) -> None:
        self.folder, self.expected, self.released = folder, expected, released
        self.room = ROOM

    def problem(self, name: str) -> Problem | None:
        path = self.folder / f"{name}.ipynb"
        cells = self.cells(path)
        others = self.candidates_for(name)
        if not path.is_file():
            # one of several that was not handed in costs its own points
            rest = any((self.folder / f"{known}.ipynb").is_file() for known in self.expected)
            return Problem(name, _missing(path.name, others), gradable=rest and not others)
        given = self.cells(self.released / path.name) if self.released else None
        if given is not None and cells is not None and cells <= given:
            answered = [other for other in others if other.cells is None or other.cells - given]
            if answered:
                return Problem(
                    name,
                    f"{path.name} has no answer, it is as it was released. "
                    f"The folder holds {_listed(answered)}.",
                    gradable=False,
                )
        beside = [other.label for other in others if other.cells not in (None, cells)]
        if not beside:
            return None
        return Problem(name, f"{path.name} is graded, {', '.join(beside[:MOST])} is not.", True)

    def candidates_for(self, name: str) -> list[_Candidate]:
        """Find the files that may be this notebook rather than another of the assignment."""
        if len(self.expected) == 1:
            return self.candidates
        owners = [(other, self.owner(other)) for other in self.candidates]
        own = [other for other, owner in owners if owner == name]
        return own or [other for other, owner in owners if not owner]

    def owner(self, other: _Candidate) -> str:
        """Return the notebook whose name a file's has within it, the longest; "" if none."""
        named = [known for known in self.expected if known.lower() in other.label.lower()]
        return max(named, key=len, default="")

    @cached_property
    def candidates(self) -> list[_Candidate]:
        """The files that may be a notebook of the assignment, but are not in its place."""
        found: list[_Candidate] = []
        for parent, folders, files in os.walk(self.folder):
            folders[:] = sorted(filter(_meant, folders))
            for name in sorted(filter(_meant, files)):
                path = Path(parent, name)
                relative = path.relative_to(self.folder)
                known = relative.as_posix() in {f"{known}.ipynb" for known in self.expected}
                given = self.released is not None and (self.released / relative).is_file()
                if not (known or given or path.is_symlink()) and path.is_file():
                    found += self.candidate(path, printable(relative.as_posix()))
        return found

    def candidate(self, path: Path, label: str) -> Iterator[_Candidate]:
        suffix = path.suffix.lower()
        if suffix == ".zip":
            yield from self.zipped(path, label)
        elif suffix in ARCHIVES:
            yield _Candidate(label, "unpack {}", None)
        elif suffix == ".ipynb":
            remedy = "rename {}" if path.parent == self.folder else "move {} up"
            yield _Candidate(label, remedy, self.cells(path))
        elif ".ipynb" in path.name.lower() or path.stem in self.expected:
            # as browsers save it: NAME.ipynb.txt, NAME.json
            cells = self.cells(path)
            if cells is not None:
                yield _Candidate(label, "rename {}", cells)

    def zipped(self, path: Path, label: str) -> Iterator[_Candidate]:
        try:
            with zipfile.ZipFile(path) as archive:
                found = [
                    about
                    for about in archive.infolist()
                    if about.filename.lower().endswith(".ipynb")
                    and all(map(_meant, PurePosixPath(about.filename).parts))
                ]
                for about in found[:MOST]:
                    name = printable(about.filename)
                    cells = self.unpacked(archive, about)
                    yield _Candidate(f"{label} with {name}", "unpack {}", cells)
        except (OSError, zipfile.BadZipFile):
            return

    def unpacked(self, archive: zipfile.ZipFile, about: zipfile.ZipInfo) -> frozenset[str] | None:
        try:
            with archive.open(about) as file:
                return self.read(file)
        except Exception:  # a password, an unknown method, damage: each has a class of its own
            return None

    def cells(self, path: Path) -> frozenset[str] | None:
        """Return the texts of a notebook's cells; None for what is no notebook, or too large."""
        if path.is_symlink() or not path.is_file():
            return None
        try:
            with open(path, "rb") as file:
                return self.read(file)
        except OSError:
            return None

    def read(self, file: IO[bytes]) -> frozenset[str] | None:
        content = file.read(self.room)
        self.room -= len(content)
        try:
            notebook = json.loads(content.decode("utf-8-sig"))
            # nbformat 3 has worksheets, and calls a cell's text its input
            cells = notebook["cells"] if "cells" in notebook else notebook["worksheets"][0]["cells"]
            texts = [_joined(cell.get("source", cell.get("input", ""))) for cell in cells]
        except (ValueError, RecursionError, TypeError, LookupError, AttributeError):
            return None
        return frozenset(filter(None, texts))


def _missing(name: str, candidates: list[_Candidate]) -> str:
    found = f" The folder holds {_listed(candidates)}." if candidates else ""
    return f"There is no {name}.{found}"


def _listed(candidates: list[_Candidate]) -> str:
    """Name some files and what to do, as in ``a.ipynb, b.ipynb: rename the right one``."""
    names = listed([candidate.label for candidate in candidates])
    remedies = {candidate.remedy for candidate in candidates}
    remedy = remedies.pop() if len(remedies) == 1 else "put {} in its place"
    return f"{names}: {remedy.format('it' if len(candidates) == 1 else 'the right one')}"


def _joined(source: object) -> str:
    text = "".join(source) if isinstance(source, list) else str(source)
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


def _meant(name: str) -> bool:
    """Return whether a student put it there, and not Jupyter or macOS."""
    return not name.startswith((".", "__MACOSX"))
