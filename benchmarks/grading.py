"""What isolated grading costs: ``python -m benchmarks.grading --help``.

Grades copies of a solved problem set with stock nbgrader and with this course's grading, by the
same command, ``nbgrader autograde``, in blocks by turns, so that whatever else the machine does
hits both. Then a submission's execution alone, against its floor: the same cells in a bare fork of
a warm process, neither graded nor contained. With ``--memory`` it grades one class with isolation
and tells how much memory that holds.
"""

import multiprocessing
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
import nbformat
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MPLBACKEND="agg")

STOCK = """c = get_config()
c.CourseDirectory.course_id = "benchmark"
"""
ISOLATED = f"""{STOCK}
import nbgrader_isolated
nbgrader_isolated.configure(c)
c.IsolatedExecute.cell_seconds = 10
"""
CONFIGURATIONS = {"stock": STOCK, "isolated": ISOLATED}
console = Console()


@click.command(help=__doc__)
@click.option("--set", "name", default="cost_curves", show_default=True, help="Problem set.")
@click.option(
    "--copies", default=100, show_default=True, help="Submissions that each configuration grades."
)
@click.option("--blocks", default=4, show_default=True, help="Commands that they are graded by.")
@click.option(
    "--runs", default=40, show_default=True, help="Executions that are compared with their floor."
)
@click.option("--hostile", is_flag=True, help="Make one submission in ten hostile instead.")
@click.option("--memory", default=0, help="Watch memory over so many submissions instead.")
def main(name, copies, blocks, runs, hostile, memory):
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        if memory:
            watch(course(Path(folder, "isolated"), ISOLATED, name, memory, 1), name, memory)
            return
        if hostile:
            console.print(beside_hostile(Path(folder), name, copies))
            return
        courses = {
            kind: course(Path(folder, kind), text, name, copies, blocks)
            for kind, text in CONFIGURATIONS.items()
        }
        seconds = {kind: [] for kind in courses}
        for block in range(blocks):
            # the other first, each time
            for kind in sorted(courses, reverse=block % 2):
                seconds[kind].append(graded(courses[kind], name, block))
                console.print(f"block {block + 1} of {blocks}, {kind}: {seconds[kind][-1]:.1f} s")
        scores = {kind: points(root) for kind, root in courses.items()}
        console.print(comparison(name, copies, seconds))
        same = scores["stock"] == scores["isolated"]
        console.print(
            f"Scores: {len(scores['stock'])} cells of {copies} submissions, "
            f"{'the same' if same else 'NOT the same'} in both."
        )
        console.print(executions(name, runs))
        if not same:
            sys.exit(1)


def course(root, configuration, name, copies, blocks):
    """Set up a scratch course with a class whose submissions are all solved.

    Students' names begin with the letter of their block.
    """
    from course import notebooks, sample

    source = root / "source" / name / f"{name}.ipynb"
    notebooks.write(notebooks.read(notebooks.script(name)), source)
    (root / "nbgrader_config.py").write_text(configuration, encoding="utf-8")
    nbgrader(root, "generate_assignment", name)
    solved = sample.solved(name, root / "release" / name / f"{name}.ipynb")
    for number in range(copies):
        target = (
            root
            / "submitted"
            / f"{chr(ord('a') + number * blocks // copies)}{number:04}"
            / name
            / f"{name}.ipynb"
        )
        target.parent.mkdir(parents=True)
        target.write_text(solved, encoding="utf-8")
    return root


def nbgrader(root, *words):
    """Start a command of nbgrader's and wait for it."""
    process = started(root, *words)
    said, _ = process.communicate()
    if process.returncode:
        sys.exit(said.decode(errors="replace"))


def started(root, *words):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.Popen(
        ["nbgrader", *words],
        cwd=root,
        env=os.environ | {"PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def graded(root, name, block):
    """Seconds that nbgrader autograde takes for a block of submissions."""
    start = time.perf_counter()
    nbgrader(root, "autograde", name, "--student", f"{chr(ord('a') + block)}*")
    return time.perf_counter() - start


def points(root):
    """Points by student and test cell, as they stand in the gradebook."""
    query = """
        SELECT student.id, base_cell.name, grade.auto_score
        FROM grade
        JOIN base_cell ON grade.cell_id = base_cell.id
        JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
        JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
        JOIN student ON submitted_assignment.student_id = student.id
    """
    with sqlite3.connect(root / "gradebook.db") as database:
        return {(student, cell): score for student, cell, score in database.execute(query)}


def comparison(name, copies, seconds):
    ratios = [
        stock / isolated
        for stock, isolated in zip(seconds["stock"], seconds["isolated"], strict=True)
    ]
    table = Table(
        title=f"nbgrader autograde, {copies} submissions of {name}", box=None, title_justify="left"
    )
    for column in ("", "seconds", "a submission", "by block"):
        table.add_column(column, justify="right")
    for kind, spent in seconds.items():
        table.add_row(
            kind,
            f"{sum(spent):.1f}",
            f"{sum(spent) / copies:.2f}",
            ", ".join(f"{part:.1f}" for part in spent),
        )
    whole = sum(seconds["stock"]) / sum(seconds["isolated"])
    table.add_row(
        "stock / isolated",
        f"{whole:.1f}",
        "",
        ", ".join(f"{ratio:.1f}" for ratio in ratios),
        style="bold",
    )
    return table


# ---- a class in which one submission in ten is hostile

NEVER = """
def {name}(*arguments, **keywords):
    while True:
        pass
"""
COLLIDING = """
def {name}(*arguments, **keywords):
    return {{(2**61 - 1) * n: n for n in range(60_000)}}
"""


def beside_hostile(folder, name, copies):
    """A table of what a class takes, all honest and with one submission in ten hostile."""
    seconds, hostile = {}, {}
    table = Table(title=f"{copies} submissions of {name}", box=None, title_justify="left")
    for column in ("one in ten", "seconds", "more, for each of them"):
        table.add_column(column, justify="right")
    for kind, source in {"honest": None, "never answers": NEVER, "collides": COLLIDING}.items():
        root = course(folder / kind.replace(" ", "-"), ISOLATED, name, copies, 1)
        hostile[kind] = spoil(root, name, source) if source else 0
        seconds[kind] = graded(root, name, 0)
        more = (seconds[kind] - seconds["honest"]) / hostile[kind] if source else 0
        table.add_row(kind, f"{seconds[kind]:.1f}", f"{more:.1f}" if source else "")
        console.print(f"{kind}: {seconds[kind]:.1f} s")
    return table


def spoil(root, name, source):
    """Have every tenth submission answer each task so; returns how many there are."""
    from course import notebooks

    found = sorted((root / "submitted").glob(f"*/{name}/{name}.ipynb"))[::10]
    for path in found:
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if notebooks.kind(cell) == "answer":
                cell.source = source.format(name=notebooks.grade_id(cell))
        nbformat.write(notebook, path)
    return len(found)


# ---- execution alone


def executions(name, runs):
    """A table of a submission's execution and of its floor, run by turns."""
    from benchmarks import grading as here  # IPython takes the place of __main__ in a warm process
    from course import notebooks
    from nbgrader_isolated import coordinator, reference, workers

    notebook, tier = notebooks.read(notebooks.script(name)), workers.tier()
    plan, _ = reference.plan_of(notebook, {}, tier)
    cells = reference.cells_of(notebook)
    isolated, bare = [], []
    with multiprocessing.get_context("spawn").Pool(1, initializer=here.warm) as pool:
        for _ in range(runs):
            bare.append(pool.apply(here.floor, [[cell["source"] for cell in cells]]))
            start = time.perf_counter()
            run = coordinator.run(workers.server(), tier, cells, plan, {})
            isolated.append(time.perf_counter() - start)
            assert all(test.passed for test in run.tests.values())
    table = Table(
        title=f"Execution of one submission, {runs} times each ({tier})",
        box=None,
        title_justify="left",
    )
    for column in ("", "median, ms", "fastest, ms"):
        table.add_column(column, justify="right")
    for kind, spent in {"isolated": isolated, "floor": bare}.items():
        table.add_row(kind, f"{1000 * statistics.median(spent):.0f}", f"{1000 * min(spent):.0f}")
    table.add_row(
        "isolated / floor",
        f"{statistics.median(isolated) / statistics.median(bare):.1f}",
        f"{min(isolated) / min(bare):.1f}",
        style="bold",
    )
    return table


def warm():
    from nbgrader_isolated.sandbox import forkserver

    forkserver.load()


def floor(sources):
    """Seconds for cells in a bare fork of this process, which must pass."""
    from nbgrader_isolated.worker import shell

    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        run = shell.Shell.instance()
        os._exit(any(run.run(source)[1] is not None for source in sources))
    _, status = os.waitpid(child, 0)
    assert status == 0
    return time.perf_counter() - start


# ---- memory


def watch(root, name, submissions, every=100):
    """Grade a class by one command and tell how much memory its processes hold."""
    autograde = started(root, "autograde", name)
    table = Table(title="Resident memory, MB", box=None, title_justify="left")
    for column in ("submissions", "nbgrader autograde", "warm process"):
        table.add_column(column, justify="right")
    start, due = time.monotonic(), every
    os.set_blocking(autograde.stdout.fileno(), False)
    while autograde.poll() is None:
        time.sleep(0.2)
        autograde.stdout.read()  # else it would wait for a reader
        done = len(list(root.glob(f"autograded/*/{name}/{name}.ipynb")))
        warm = warm_process(autograde.pid) if done >= due else None
        if warm:
            row = [str(done), f"{resident(autograde.pid):.1f}", f"{resident(warm):.1f}"]
            console.print(
                f"{row[0]} submissions, {(time.monotonic() - start) / done:.2f} s each: nbgrader "
                f"autograde {row[1]} MB, warm process {row[2]} MB"
            )
            table.add_row(*row)
            due += every
    if autograde.returncode or done < submissions:
        sys.exit(f"nbgrader autograde ended with {autograde.returncode} after {done} submissions")
    console.print(table)


def warm_process(parent):
    """The child of a process that is a warm process, None if it has ended."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return next(
        (
            int(child)
            for child in children
            if b"nbgrader_isolated.sandbox.forkserver"
            in Path(f"/proc/{child}/cmdline").read_bytes()
        ),
        None,
    )


def resident(process):
    """Memory that a process holds, in MB."""
    return (
        int(Path(f"/proc/{process}/statm").read_text().split()[1])
        * os.sysconf("SC_PAGE_SIZE")
        / 2**20
    )


if __name__ == "__main__":
    main()
