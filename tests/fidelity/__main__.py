"""``python -m tests.fidelity [SET ...] [--task TASK]``: print how truly the problem sets grade."""

import click
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from course import notebooks

from . import memory, scoring
from .measure import measure
from .sets import plan

LISTS = {
    "survivors": "Wrong, with full points",
    "unjust": "Right on all random inputs, without full points",
    "rejected": "Right answers that lose points",
    "wrong": "Alternatives that are not right",
    "cascades": "Answers that change another task's points",
    "rewarded": "BrokenProofError or lazy answers that earn points",
    "equivalent": "Mutants that agree with the reference on all random inputs",
}


@click.command()
@click.argument("names", nargs=-1)
@click.option("--task", "tasks", multiple=True, help="This task alone, measured anew.")
def main(names, tasks):
    """Print how truly the problem sets grade: those named, or all."""
    console = Console()
    known = {name: _tasks(name) for name in names or notebooks.assignments()}
    unknown = set(tasks) - {task for found in known.values() for task in found}
    if unknown:
        raise click.ClickException(f"No task {', '.join(sorted(unknown))} in {', '.join(known)}.")
    for name, found in known.items():
        chosen = [task for task in found if task in tasks]
        if chosen or not tasks:
            _show(console, name, _reports(console, name, chosen))


def _tasks(name):
    return [cell.name for cell in scoring.cells(notebooks.script(name)) if cell.kind == "answer"]


def _reports(console, name, tasks):
    with Progress(console=console, auto_refresh=False, transient=True) as progress:
        bar = progress.add_task(name)

        def advance(done, of):
            progress.update(bar, completed=done, total=of, refresh=done % 10 == 0)

        if not tasks:
            return memory.proof(name, advance)
        return measure(scoring.cells(notebooks.script(name)), plan(name), advance, tasks)


def _show(console, name, reports):
    console.print(table(name, reports))
    for about, heading in LISTS.items():
        found = [(report.task, line) for report in reports for line in getattr(report, about)]
        if found:
            console.print(f"\n{heading}: {len(found)}", style="bold")
            for task, line in found:
                console.print(f"  {task}: {line}", markup=False, highlight=False)


def table(name, reports):
    columns = {
        "points": lambda r: f"{r.reference:g}/{r.points:g}",
        "mutants": lambda r: r.mutants,
        "killed": lambda r: r.killed,
        "same": lambda r: len(r.equivalent),
        "crash": lambda r: r.crashing,
        "right": lambda r: len(r.accepted) + len(r.rejected),
        "full": lambda r: len(r.accepted),
        "spill": lambda r: len(r.cascades),
        "lazy": lambda r: len(r.rewarded),
    }
    drawn = Table(title=name, box=None, padding=(0, 1, 0, 0), caption_justify="left")
    drawn.add_column("task")
    for column in columns:
        drawn.add_column(column, justify="right")
    for report in reports:
        drawn.add_row(report.task, *[str(value(report)) for value in columns.values()])
    mutants, killed = sum(r.mutants for r in reports), sum(r.killed for r in reports)
    drawn.caption = (
        f"{killed} of {mutants} mutants killed: {killed / max(mutants, 1):.1%}. Not counted among "
        f"them: same, which agree with the reference on all random "
        "inputs, and crash, which never return. right: other right solutions; full: those with "
        "full points; spill: answers that change "
        "another task's points; lazy: broken or lazy answers that earn points."
    )
    return drawn


if __name__ == "__main__":
    main(prog_name="python -m tests.fidelity")
