"""Lines that lean on what a kernel has around it: IPython, a user with a home, other processes.

``lines.csv`` has how a cell goes on behind each of them: under stock nbgrader in a machine without
a network, here, under Landlock where that differs, and why it is not as under stock. ``goes on`` is
a cell that comes to its end, ``stops`` one that does not and shows no error, all else the error's
class. ``python -m tests.lines``, by hand and as root, measures stock and here again.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from nbgrader_isolated import coordinator, plan, workers

TABLE = Path(__file__).with_suffix(".csv")
PYTHON = ("%%time", "%%timeit", "%%capture", "%%prun")  # cell magics whose cell is Python
FOUND = "found: "  # a kernel prints too
PLAN = plan.Plan()
# back to where the line before was
CHECK = (
    "import os; os.chdir(os.environ['FOLDER']); print('bound' if 'x' in globals() else 'missing')"
)
CLEAR = "import os; os.environ.setdefault('FOLDER', os.getcwd()); globals().pop('x', None)"


def written() -> list[dict[str, str]]:
    """Rows of the table."""
    with open(TABLE, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _whole(line: str) -> bool:
    """Whether a line takes its cell whole."""
    return line.startswith("%%") and not line.startswith(PYTHON)


def cells(lines: list[str]) -> list[str]:
    """Three cells for each line: one before, its own, and one that looks what came of it."""
    found = []
    for line in lines:
        found += [CLEAR, line if _whole(line) else f"{line}\nx = 1", CHECK]
    return found


def _outcomes(lines: list[str], outputs: list[list[Any]]) -> Iterator[str]:
    for position, line in enumerate(lines):
        own, check = outputs[3 * position + 1], outputs[3 * position + 2]
        errors = [output["ename"] for output in own if output["output_type"] == "error"]
        said = str(own if _whole(line) else check)
        bad = "UsageError" if _whole(line) else "missing"
        yield errors[0] if errors else "stops" if bad in said else "goes on"


def here(lines: list[str], tier: str) -> dict[str, str]:
    """How cells go on behind lines in a contained process."""
    job = [{"role": "student", "name": "", "source": source} for source in cells(lines)]
    run = coordinator.run(workers.server(), tier, job, PLAN, {"reruns": 0})
    assert not run.left_out, run.left_out
    outputs = [run.cells[key] for key in coordinator.keys(job)]
    return dict(zip(lines, _outcomes(lines, outputs), strict=True))


def inside(lines: list[str]) -> dict[str, str]:
    """How cells go on behind lines in a kernel."""
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in cells(lines)]
    with tempfile.TemporaryDirectory() as folder:
        NotebookClient(
            notebook,
            timeout=60,
            kernel_name="python3",
            allow_errors=True,
            resources={"metadata": {"path": folder}},
        ).execute()
    outputs = [cell.outputs for cell in notebook.cells]
    return dict(zip(lines, _outcomes(lines, outputs), strict=True))


def under_stock(lines: list[str]) -> dict[str, str]:
    """How cells go on behind lines in a kernel that has no network."""
    again = f"ip link set lo up && exec {sys.executable} -m tests.lines --inside"
    done = subprocess.run(
        ["unshare", "--net", "sh", "-c", again],
        input=json.dumps(lines),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return dict(json.loads(done.stdout.partition(FOUND)[2].splitlines()[0]))


def main() -> None:
    """Measure, and write the table."""
    rows = written()
    lines = [row["line"] for row in rows]
    stock, ours = under_stock(lines), here(lines, workers.tier())
    for row in rows:
        row["stock"], row["here"] = stock[row["line"]], ours[row["line"]]
        if row["stock"] != row["here"]:
            print(repr(row["line"]), row["stock"], "here:", row["here"], row["reason"])
        elif not row["landlock"]:
            row["reason"] = ""
    with open(TABLE, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    if sys.argv[1:] == ["--inside"]:
        print(FOUND + json.dumps(inside(json.load(sys.stdin))), flush=True)
    else:
        main()
