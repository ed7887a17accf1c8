"""A corpus of attacks on the grader.

Each is a script that takes the place of one answer in an otherwise solved notebook; it must gain
nothing there and cost nothing elsewhere. Its first line says what it tries, ``# task:`` whose
answer it replaces. ``# spoils: later cells`` stands where it spoils the interpreter that its own
later cells run in. ``python -m tests.attacks`` prints what each gains.
"""

import re
from pathlib import Path

from nbgrader_isolated import coordinator, plan, workers

FOLDER = Path(__file__).parent
NAMES = sorted(
    path.stem
    for path in FOLDER.glob("*.py")
    if path.stem not in ("__init__", "__main__", "solved", "stock")
)
LIMITS = {
    "cell_seconds": 2,
    "submission_seconds": 60,
    "cpu_seconds": 20,
    "memory_mb": 512,
    "submission_memory_mb": 1024,
    "processes": 40,
    "scratch_mb": 32,
    "file_mb": 16,
    "cell_characters": 20_000,
    "message_mb": 16,
}


class Cell(dict):
    """A cell as ``plan.make`` reads it."""

    def __getattr__(self, name):
        return self[name]


def solved():
    """The solved notebook's cells, as the coordinator takes them."""
    parts = re.split(
        r"^# %% (\w+) (\S+)\n",
        (FOLDER / "solved.py").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )[1:]
    return [
        {"role": role, "name": name, "source": source.strip() + "\n"}
        for role, name, source in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


def reference():
    """The solved notebook's plan."""
    about = {
        "both": {"locked": True},
        "student": {"solution": True},
        "tests": {"grade": True, "locked": True},
    }
    cells = [
        Cell(
            cell_type="code",
            source=c["source"],
            metadata={"nbgrader": about[c["role"]] | {"grade_id": c["name"]}},
        )
        for c in solved()
    ]
    return plan.make(Cell(cells=cells))


def notebook(cells):
    """Cells as nbgrader's notebook; each test cell is worth a point."""
    import nbformat

    made = nbformat.v4.new_notebook(
        metadata={
            "kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}
        }
    )
    for cell in cells:
        role = cell["role"]
        about = {
            "grade": role == "tests",
            "solution": role == "student",
            "locked": role != "student",
            "points": 1,
        }
        about |= {"grade_id": cell["name"], "schema_version": 3, "cell_type": "code"}
        made.cells.append(nbformat.v4.new_code_cell(cell["source"], metadata={"nbgrader": about}))
    return made


def run(cells, tier, patience=1):
    """The run of cells, with so many times the usual seconds."""
    longer = {name: patience * most for name, most in LIMITS.items() if name.endswith("seconds")}
    limits = LIMITS | longer
    return coordinator.run(workers.server(), tier, cells, reference(), limits)


def passed(cells, tier, failing=(), patient=True):
    """Which test cells pass, by name; those that ``failing`` names are expected not to.

    On a busy machine honest cells can be late: if others fail too, ``patient`` gives all more time.
    """
    for patience in (1, 5, 25) if patient else (1,):
        found = _passed(cells, tier, patience)
        if all(good for name, good in found.items() if name not in failing):
            break
    return found


def _passed(cells, tier, patience):
    tests = run(cells, tier, patience).tests
    return {
        cell["name"]: cell["name"] in tests and tests[cell["name"]].passed
        for cell in cells
        if cell["role"] == "tests"
    }


def planted(name):
    """Plant an attack in place of an answer.

    Returns the cells, the name of the task, and whether the attack spoils its own later cells.
    """
    text = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    task = re.search(r"^# task: (\w+)$", text, re.MULTILINE)[1]
    cells = [cell | {"source": text} if cell["name"] == task else cell for cell in solved()]
    return cells, task, "# spoils: later cells" in text


def outputs(name, tier):
    """What the cells with an attack leave as outputs, by name."""
    return run(planted(name)[0], tier).cells


def feedback(name, tier):
    """What feedback tells the student of the attack's own test cells."""
    from nbgrader_isolated import autograded, execute, feedback

    cells, task, _ = planted(name)
    graded = notebook(cells)
    found = run(cells, tier)
    autograded.fill(graded, cells, found)
    execute.result(cells, found, tier, {}).write_to(graded)
    shown = feedback.HideTests().preprocess(graded, {})[0].cells
    return "\n".join(
        cell.source + str(cell.outputs)
        for cell in shown
        if plan.role(cell) == "tests" and plan.grade_id(cell).partition("-")[0] == task
    )


def attempt(name, tier, patient=True):
    """Plant an attack.

    Returns the test cells of its task that it passes, and those of others that it loses (none
    counts where it spoils its own later cells). ``patient``: see ``passed``.
    """
    cells, task, spoils = planted(name)
    tests = [cell["name"] for cell in cells if cell["role"] == "tests"]
    own = {test for test in tests if test.partition("-")[0] == task}
    found = passed(cells, tier, failing=tests if spoils else own, patient=patient)
    lost = [] if spoils else [test for test in found.keys() - own if not found[test]]
    return sorted(test for test in own if found[test]), sorted(lost)
