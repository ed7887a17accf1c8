"""What this package takes from nbgrader and nbconvert that a new version of theirs may change.

No other module uses a name of theirs that begins with an underscore. ``check`` says in one sentence
if the installed versions were never tried, and refuses if a part is missing.
"""

import fnmatch
import functools
import importlib
import os
import re
import warnings
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

Version = tuple[int, ...]

# the oldest and the newest version that the tests were run with; of some only the first numbers say
# whether something may have changed
TRIED: dict[str, tuple[Version, Version]] = {
    "nbgrader": ((0, 9, 5), (0, 9, 6)),
    "nbconvert": ((7,), (7,)),
    "ipython": ((8, 39), (9,)),
}

# what must be there, by the module or class that has it
PARTS = {
    "nbgrader.api": (
        "Base",
        "BaseCell",
        "Comment",
        "Grade",
        "GradeCell",
        "Gradebook",
        "MissingEntry",
        "SolutionCell",
        "TaskCell",
        "create_engine",
    ),
    "nbgrader.apps.ExportApp": ("plugin_class",),
    "nbgrader.converters.Autograde": (
        "_format_dest",
        "_format_source",
        "assignments",
        "autograde_preprocessors",
        "coursedir",
        "exclude_overwriting",
        "exporter_class",
        "force",
        "convert_notebooks",
        "init_assignment",
        "sanitize_preprocessors",
    ),
    "nbgrader.converters.GenerateAssignment": ("preprocessors",),
    "nbgrader.converters.GenerateFeedback": ("preprocessors",),
    "nbgrader.plugins": ("ExportPlugin",),
    "nbgrader.preprocessors": (
        "AssignLatePenalties",
        "ClearHiddenTests",
        "ClearOutput",
        "Execute",
        "GetGrades",
        "IgnorePattern",
        "IncludeHeaderFooter",
        "InstantiateTests",
        "LimitOutput",
        "NbGraderPreprocessor",
        "OverwriteKernelspec",
        "SaveCells",
    ),
    "nbgrader.utils": (
        "compute_checksum",
        "determine_grade",
        "find_all_files",
        "is_grade",
        "is_solution",
        "is_task",
        "rmtree",
    ),
    "nbconvert.exporters.NotebookExporter": (
        "from_filename",
        "from_notebook_node",
        "optimistic_validation",
    ),
    "nbconvert.preprocessors": ("CSSHTMLHeaderPreprocessor",),
}


class RefusalError(SystemExit):
    """Isolated grading cannot be set up.

    No ``Exception``: nbgrader logs one that its configuration raises and goes on without that, and
    so without isolation.
    """


def check() -> None:
    """Compare what is installed with what this package was tried with, and with what it needs.

    Warns
    -----
    UserWarning
        If a version was never tried.

    Raises
    ------
    RefusalError
        If a part is missing.
    """
    missing = [
        f"{owner}.{name}" for owner, names in PARTS.items() for name in names if lacks(owner, name)
    ]
    if missing:
        raise RefusalError(
            f"nbgrader_isolated does not grade with nbgrader {version('nbgrader')}, which lacks "
            f"{', '.join(missing)}: install nbgrader {_span('nbgrader')}, or a newer "
            "nbgrader_isolated."
        )
    for package in TRIED:
        if not is_tried(package, installed := version(package)):
            warnings.warn(
                f"nbgrader_isolated was tried with {package} {_span(package)} and this is "
                f"{installed}: before you rely on it, grade a submission whose score you know.",
                stacklevel=2,
            )


def refuse_other_marks(config: Any) -> None:
    """Refuse marks of hidden tests that are not nbgrader's own: `plan` knows these alone.

    Raises
    ------
    RefusalError
        If the course sets others: students would see what stands between them.
    """
    from nbgrader.preprocessors import ClearHiddenTests

    for name in ("begin_test_delimeter", "end_test_delimeter"):
        mark = ClearHiddenTests.class_traits()[name].default_value
        if config.get("ClearHiddenTests", {}).get(name, mark) != mark:
            raise RefusalError(
                f"nbgrader_isolated knows hidden tests by nbgrader's own mark, '{mark}': remove "
                f"c.ClearHiddenTests.{name}, and mark them so in your notebooks."
            )


def lacks(owner: str, name: str) -> bool:
    """Return whether a module or class, given by its full name, has no part of that name."""
    try:
        found = importlib.import_module(owner)
    except ImportError:
        module, _, kind = owner.rpartition(".")
        try:
            found = getattr(importlib.import_module(module), kind)
        except (ImportError, AttributeError):
            return True
    return not hasattr(found, name)


def is_tried(package: str, installed: str) -> bool:
    """Return whether the tests were run with this version of a package, or one like it."""
    numbers = tuple(map(int, re.findall(r"\d+", installed)))
    oldest, newest = TRIED[package]
    return oldest <= numbers and numbers[: len(newest)] <= newest


def _span(package: str) -> str:
    oldest, newest = (".".join(map(str, numbers)) for numbers in TRIED[package])
    return oldest if oldest == newest else f"{oldest} to {newest}"


def assignment_preprocessors(*added: type[Any]) -> list[type[Any]]:
    """Return nbgrader's own preprocessors of ``generate_assignment``, and others.

    Parameters
    ----------
    *added : type
        Those that are to run once header and automatic tests are in, before solutions are out.
    """
    from nbgrader.converters import GenerateAssignment
    from nbgrader.preprocessors import InstantiateTests

    stock = GenerateAssignment.preprocessors.default_args[0]
    written = stock.index(InstantiateTests) + 1
    return [*stock[:written], *added, *stock[written:]]


def owner_of(converter: Any, folder: str) -> tuple[str, str]:
    """Return assignment and student of a folder that a converter reads.

    Raises
    ------
    ValueError
        If it is no folder of a submission.
    """
    pattern = converter._format_source("(?P<assignment>.*)", "(?P<student>.*)", escape=True)
    found = re.match(pattern, folder)
    if found is None:
        raise ValueError(f"{folder} is no folder of a submission")
    return found["assignment"], found["student"]


def written_to(converter: Any, assignment: str, student: str) -> Path:
    """Return the folder that a converter writes for a student's assignment."""
    return Path(converter._format_dest(assignment, student))


def read_from(converter: Any, assignment: str, student: str) -> Path:
    """Return the folder that a converter reads of a student's assignment."""
    return Path(converter._format_source(assignment, student))


def around(converter: Any, name: str, step: Callable[..., None]) -> None:
    """Have ``step`` called in place of a converter's method, which it gets as first argument."""
    method = getattr(converter, name)
    setattr(converter, name, lambda *arguments: step(method, *arguments))


def find_all_files(path: str, exclude: Sequence[str] = ()) -> list[str]:
    """List the files below a folder as nbgrader's function of that name does.

    Time goes up with the number of files, not with its square: nbgrader lists a file's folder anew
    for each file and each pattern.
    """
    if _is_excluded(os.path.basename(path), exclude):
        return []
    found = []
    for parent, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not _is_excluded(name, exclude)]
        found += [os.path.join(parent, name) for name in files if not _is_excluded(name, exclude)]
    return found


def _is_excluded(name: str, patterns: Sequence[str]) -> bool:
    # as a shell does, which passes over names with a dot unless it is asked for them
    return any(
        fnmatch.fnmatch(name, pattern) and name.startswith(".") <= pattern.startswith(".")
        for pattern in patterns
    )


@contextmanager
def quick_listing() -> Iterator[None]:
    """Within it, nbgrader lists files by this module's `find_all_files`."""
    from nbgrader import utils
    from nbgrader.converters import base

    stock = utils.find_all_files
    utils.find_all_files = base.find_all_files = find_all_files
    try:
        yield
    finally:
        utils.find_all_files = base.find_all_files = stock


def forget_metadata(exporter: Any) -> None:
    """Drop the metadata of the notebooks that an exporter has written: nbconvert keeps them all."""
    exporter._nb_metadata.clear()


def course_of(preprocessor: Any) -> Any:
    """Return the course folder of the converter that a preprocessor works for.

    Returns
    -------
    CourseDirectory or None
        None if it works for none.
    """
    parent = preprocessor.parent
    while parent is not None and getattr(parent, "coursedir", None) is None:
        parent = parent.parent
    return parent and parent.coursedir


def not_overwritten(preprocessor: Any, assignment: str) -> Collection[str]:
    """Return the files beside a notebook of which a student's own version is kept."""
    converter = preprocessor.parent.parent
    kept: dict[str, Collection[str]] = getattr(converter, "exclude_overwriting", {})
    return kept.get(assignment, [])


def cell_names(gradebook: Any, notebook_id: str) -> dict[str, str]:
    """Return the names of a notebook's cells by their key in the gradebook, in one query."""
    from nbgrader.api import BaseCell

    cells = gradebook.db.query(BaseCell.id, BaseCell.name)
    return {row.id: row.name for row in cells.filter(BaseCell.notebook_id == notebook_id)}


@contextmanager
def shared_engine() -> Iterator[None]:
    """Have nbgrader's gradebooks of one address share SQLAlchemy's engine.

    It opens eight for a submission, each with an engine of its own that compiles every statement
    anew, and asks for each table whether it is there.
    """
    from nbgrader import api

    stock, metadata = api.create_engine, api.Base.metadata
    api.create_engine = functools.cache(stock)
    metadata.create_all = functools.cache(metadata.create_all)
    try:
        yield
    finally:
        api.create_engine = stock
        del metadata.create_all
