"""Compare what each attack gains under stock nbgrader and here, and write table.csv.

``python -m tests.attacks.stock [attack ...]``, by hand, as root, on a machine that can be spared.
Each attack runs as a plain user in a network, a process table and a scratch disk of its own, which
end with it.
"""

import csv
import json
import os
import subprocess
import sys

from nbgrader_isolated import workers
from tests.plain_user import OPENED, places

from . import FOLDER, NAMES, attempt, notebook, planted

TABLE = FOLDER / "table.csv"
WALLS = f"""
ip link set lo up && mount -t tmpfs -o size=16m,mode=755 tmpfs /mnt && cd /mnt && \
mkdir python environment course scratch
mount --bind "$BASE" python && mount --bind "$PREFIX" environment && mount --bind "$COURSE" course
{OPENED}
mount -t tmpfs -o size=64m,mode=1777 tmpfs scratch && mount --bind scratch /tmp && cd /tmp
ulimit -u 200 -v 6000000 -f 65536 -t 60
exec setpriv --reuid=65533 --regid=65533 --clear-groups env -i \
HOME=/tmp PATH=/usr/bin:/bin PYTHONDONTWRITEBYTECODE=1 LD_LIBRARY_PATH=/mnt/python/lib \
JUPYTER_PATH=/mnt/environment/share/jupyter \\
  PYTHONPATH="/mnt/course:/mnt/course/grading:/mnt/environment/$PACKAGES" \
timeout -k 5 90 "/mnt/python/$PYTHON" -m tests.attacks.stock --inside "$ATTACK"
"""


def main(names):
    rows = {}
    if names and TABLE.exists():
        with open(TABLE, newline="", encoding="utf-8") as file:
            rows = {row["attack"]: row for row in csv.DictReader(file)}
    for number, name in enumerate(names or NAMES, 1):
        first = (
            (FOLDER / f"{name}.py").read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        )
        here, stock = attempt(name, workers.tier())[0], under_stock(name)
        rows[name] = {
            "attack": name,
            "tries": first,
            "stock nbgrader": stock,
            "here": " ".join(here) or "nothing",
        }
        print(
            f"{number} of {len(names or NAMES)}: {name}: {stock}; here {rows[name]['here']}",
            flush=True,
        )
        with open(TABLE, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[name])
            writer.writeheader()
            writer.writerows(rows[known] for known in NAMES if known in rows)


def under_stock(name):
    """What an attack gains under stock nbgrader, in words.

    That is the tests of its task that it passes, and the tests of other tasks that it costs.
    """
    environment = os.environ | places() | {"ATTACK": name, "PLACE": "/mnt"}
    walls = [
        "unshare",
        "--mount",
        "--pid",
        "--net",
        "--ipc",
        "--fork",
        "--kill-child",
        "--mount-proc",
        "bash",
        "-c",
        WALLS,
    ]
    try:
        done = subprocess.run(
            walls, env=environment, capture_output=True, text=True, errors="replace", timeout=150
        )
    except subprocess.TimeoutExpired:
        return "holds up the grader: no submission after it is graded"
    try:
        found = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        return "its whole submission is not graded"
    gained, lost = (" ".join(found[kind]) for kind in ("gained", "lost"))
    return (gained or "nothing") + (f"; costs {lost}" if lost else "")


def inside(name):
    """Grade a notebook with an attack as stock nbgrader does, and print what that gave."""
    from nbgrader.preprocessors import Execute
    from nbgrader.utils import determine_grade

    cells, task, _ = planted(name)
    graded, _ = Execute(
        timeout=10,
        error_on_timeout={
            "output_type": "error",
            "ename": "TimeoutError",
            "evalue": "",
            "traceback": [],
        },
    ).preprocess(notebook(cells), {})
    points = {
        c.metadata.nbgrader.grade_id: determine_grade(c)[0]
        for c in graded.cells
        if c.metadata.nbgrader.grade
    }
    own = {test for test in points if test.partition("-")[0] == task}
    print(
        json.dumps(
            {
                "gained": sorted(t for t in own if points[t]),
                "lost": sorted(t for t in points.keys() - own if not points[t]),
            }
        )
    )


if __name__ == "__main__":
    inside(sys.argv[2]) if sys.argv[1:2] == ["--inside"] else main(sys.argv[1:])
