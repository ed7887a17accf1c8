"""The commands behind the Makefile: ``python -m course --help``.

Click prints a command's docstring as its help, so the docstrings address the user.
"""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Collection, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from . import ROOT, book, bundle, notebooks, release, repository, sample
from .errors import CourseError
from .progress import Steps

if TYPE_CHECKING:
    # only for its name: nbgrader is slow to import, and most commands do without it
    from nbgrader.apps.api import NbGraderAPI

    from nbgrader_isolated.regrade import Change

console = Console(width=None if os.isatty(1) else 160)


def say(text: str) -> None:
    """Show a text as it is: no colours, and no breaks in long lines, which users may copy."""
    console.print(text, soft_wrap=True, markup=False, highlight=False)


def shown(path: str | Path) -> Path:
    """Return a path as the user knows it: relative to the course's folder if it lies inside."""
    path = Path(path)
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


@click.group()
def main() -> None:
    """Build the book, release problem sets, grade a class."""
    os.chdir(ROOT)


@main.command("book")
def book_command() -> None:
    """Build the book into _build/html; a warning fails the build."""
    say(f"The book: {shown(book.build(ROOT, console))}")


@main.command("release")
@click.argument("names", nargs=-1)
def release_command(names: tuple[str, ...]) -> None:
    """Make exercises/ from solutions/, all problem sets or those named."""
    from . import grade

    wanted, made, warnings = names or notebooks.assignments(), [], list[str]()
    for name in wanted:
        notebooks.script(name)
    api = grade.api()
    with Steps(console, "Releasing problem sets", len(wanted)) as steps:
        for name in wanted:
            made.append(release.generate(name, api, release.EXERCISES, warnings.append))
            steps.advance()
    for target in made:
        say(f"Released {shown(target)}")
    _warn(warnings)


@main.command("grade")
@click.argument("name")
@click.option("--force", is_flag=True, help="Grade again what is graded already.")
@click.option(
    "--regrade", "again", is_flag=True, help="Grade again what has changed since it was graded."
)
def grade_command(name: str, force: bool, again: bool) -> None:
    """Grade all submissions of a problem set in class/submitted, write feedback and grades.csv.

    What was graded before its file or the tests changed is named, with the scores that would
    change; --regrade changes them. Grades by hand and comments stay.
    """
    from nbgrader_isolated import regrade
    from nbgrader_isolated.submitted import printable

    from . import grade

    notebooks.script(name)
    api = grade.api()
    students = grade.submitted(api, name)
    if not students:
        folder = shown(api.coursedir.submitted_directory)
        raise CourseError(
            f"There is nothing to grade: put notebooks at {folder}/STUDENT/{name}/{name}.ipynb, "
            f"or run 'nbgrader collect {name}'."
        )
    _prepare(name, api, release.DRAFTS)
    stale = {} if force else regrade.stale(api.coursedir, name)
    before = regrade.scores(api.coursedir, name, stale)
    failures = _grade(api, name, students, again=students if force else stale if again else ())
    if stale and again:
        after = regrade.scores(api.coursedir, name, stale)
        _tell_changes(stale, regrade.differences(before, after))
    elif stale:
        _tell_stale(api, name, stale)
    grades = grade.export(api)
    _report(api, name, grades, told=failures)
    for student in students:
        if student not in failures and (strange := grade.noticed(api, name, student)):
            say(f"{printable(student)}: {strange}")
    say(f"Grades: {shown(grades)}")
    if failures:
        raise CourseError(
            "Not graded:\n"
            + "\n".join(
                f"  {printable(student)}: {printable(reason)}"
                for student, reason in failures.items()
            )
            + "\nAll others are graded. Mend these, or ask for them again; then repeat the command."
        )


@main.command("sample")
def sample_command() -> None:
    """Grade the sample class in _build/sample and compare it with what is expected."""
    folder = ROOT / "_build" / "sample"
    os.environ["CLASS_FOLDER"] = str(folder)
    from nbgrader_isolated import workers

    from . import grade, report

    api = grade.api()
    if workers.tier() is None:
        say(
            f"This machine cannot contain a student's code ({workers.why_no_tier()}): the sample "
            "class is graded without isolation."
        )
        api.config.IsolatedExecute.unsafe = True
    said: list[str] = []
    for name in notebooks.assignments():
        source = notebooks.expanded(notebooks.script(name).read_text(encoding="utf-8"))
        # the stamp is written only when all is graded, so that a run that was stopped grades again
        stamp = folder / f"{name}.graded"
        renewed = not stamp.exists() or stamp.read_text(encoding="utf-8") != source
        if renewed:
            stamp.unlink(missing_ok=True)
            _prepare(name, api, folder / "release")
        released = folder / "release" / name / f"{name}.ipynb"
        changed = sample.build(name, released, folder / "submitted")
        wanted = list(sample.students(name))
        for student in set(grade.submitted(api, name)) - set(wanted):
            shutil.rmtree(folder / "submitted" / student / name)
        graded = wanted if renewed else changed
        _grade(api, name, graded, again=graded)
        _report(api, name, grade.export(api))
        stamp.write_text(source, encoding="utf-8")
        rows = [row for row in report.read(folder / "grades.csv") if row["assignment"] == name]
        said += report.differences(rows, sample.expected(name))
    if said:
        raise CourseError("The sample class is not graded as expected:\n  " + "\n  ".join(said))
    say("All submissions of the sample class have their expected outcome.")
    say(
        "Look at: _build/html/index.html (the book), exercises/ (student notebooks), "
        "_build/sample/grades.csv (grades), _build/sample/feedback/ (what students get back)"
    )


@main.command("bundle")
def bundle_command() -> None:
    """Write what may be published, without solutions, into _build/student."""
    target = bundle.write(ROOT, ROOT / "_build" / "student")
    say(
        f"To publish: {shown(target)}. Make it a repository of its own before you push "
        "(README, Teach), or git pushes the private one."
    )
    if repository.configured().startswith(bundle.PLACEHOLDER):
        say(
            "The launch buttons still point to a placeholder: set repository, url in _config.yml, "
            "then run this again."
        )


@main.command("serve")
@click.option("--port", default=8000, show_default=True)
def serve_command(port: int) -> None:
    """Serve the built book on this machine only."""
    folder = ROOT / "_build" / "html"
    if not (folder / "index.html").exists():
        raise CourseError("The book is not built yet: run 'make book' first.")
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise CourseError(
            f"Port {port} cannot be used ({error.strerror}): "
            "choose another with 'make serve PORT=8001'."
        ) from error
    say(f"The book is at http://localhost:{port} until you press Ctrl+C.")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Stopped.")


def _prepare(name: str, api: NbGraderAPI, folder: Path) -> None:
    """Enter the problem set's cells and points into the gradebook."""
    warnings: list[str] = []
    with Steps(console, f"Preparing {name}"):
        release.generate(name, api, folder, warnings.append)
    _warn(warnings)


def _warn(warnings: Sequence[str]) -> None:
    """Show what nobody should miss, above all a test that fails on the instructor's solution."""
    for text in warnings:
        console.print(f"WARNING {text}", style="bold red", markup=False, soft_wrap=True)


def _grade(
    api: NbGraderAPI, name: str, students: Sequence[str], again: Collection[str]
) -> dict[str, str]:
    """Grade with a progress bar, some of them ``again``; return why some could not be graded."""
    from . import grade

    reasons: dict[str, str] = {}
    if not students:
        return reasons
    with Steps(console, f"Grading {name}", len(students)) as steps:
        for student in students:
            reason = grade.autograde(api, name, student, force=student in again)
            if reason:
                reasons[student] = reason
            steps.advance()
    return reasons


def _tell_stale(api: NbGraderAPI, name: str, stale: dict[str, str]) -> None:
    """Say what was graded before something changed, and which scores would change."""
    from nbgrader_isolated import regrade

    from . import report

    with Steps(console, "Looking which scores would change", len(stale)) as steps:
        changes = regrade.preview(api.config, api.coursedir, name, stale, steps.advance)
    say("Graded before something changed:")
    for student, why in stale.items():
        say(f"  {student}: {why}")
    if changes:
        say("These scores would change:")
        console.print(report.changes(changes))
        say(f"To grade them again: make grade SET={name} REGRADE=yes")
    else:
        say(f"No score would change. To grade them again: make grade SET={name} REGRADE=yes")
    say("")


def _tell_changes(stale: dict[str, str], changes: Sequence[Change]) -> None:
    """Say which submissions were graded again, and which scores that changed."""
    from . import report

    say(f"Graded again: {', '.join(stale)}")
    if changes:
        say("These scores changed:")
        console.print(report.changes(changes))
    else:
        say("No score changed.")
    say("")


def _report(api: NbGraderAPI, name: str, path: Path, told: Collection[str] = ()) -> None:
    """Show the table of results, and the outcome of students that were not ``told`` already."""
    from nbgrader_isolated import export
    from nbgrader_isolated.submitted import printable

    from . import report

    rows = report.read(path)
    with api.gradebook as gradebook:
        points = export.tasks(gradebook, name)
    console.print(report.table(rows, name, points))
    console.print(report.legend(points))
    for row in rows:
        if row["assignment"] == name and row["reason"] and row["student_id"] not in told:
            say(f"{printable(row['student_id'])} is {row['outcome']}: {printable(row['reason'])}")
    say("")


if __name__ == "__main__":
    main()
