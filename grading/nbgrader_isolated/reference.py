"""The instructor's notebook, and what its run with the instructor's own solution tells."""

from pathlib import Path

from nbgrader import utils

from . import coordinator, plan


def plan_of(notebook, limits, tier):
    """The plan of an instructor's notebook, and by ``grade_id`` why a test cell of it cannot be
    graded in isolation.
    """
    made, cells = plan.make(notebook), cells_of(notebook)
    _, results, trouble = coordinator.run(
        coordinator.server(), tier, cells, made, limits, changes=True
    )
    failed = [
        made["tests"][cell["name"]]
        for i, cell in enumerate(cells)
        if cell["role"] == "tests" and not results.get(i, {}).get("passed")
    ]
    if any(about["random"] for about in failed):
        # some tests draw on from where the student's function left the generators
        for about in failed:
            about["draws"] = about["random"]
        _, results, trouble = coordinator.run(
            coordinator.server(), tier, cells, made, limits, changes=True
        )
    refused = {}
    for position, cell in enumerate(cells):
        result = results.get(position)
        if cell["role"] != "tests":
            continue
        if result is None or not result["passed"]:
            said = trouble.get(position) or next(
                (
                    o["evalue"] or o["ename"]
                    for o in result["outputs"]
                    if o["output_type"] == "error"
                ),
                "it fails",
            )
            refused[cell["name"]] = said
        else:
            made["tests"][cell["name"]]["changes"] = bool(result["changed"])
    return made, refused


def cells_of(notebook):
    """A notebook's code cells as the coordinator wants them."""
    found = []
    for cell in notebook.cells:
        role = plan.role(cell)
        if role:
            found.append({"role": role, "source": cell.source, "name": plan.grade_id(cell)})
    return found


def files_in(folder, coursedir, most=64 << 20):
    """Regular files beside a notebook: bytes by relative path."""
    found, size = {}, 0
    for path in (
        utils.find_all_files(str(folder), [*coursedir.ignore, "*.ipynb"]) if folder.is_dir() else []
    ):
        path = Path(path)
        if path.is_symlink() or not path.is_file():
            continue
        size += path.stat().st_size
        if size > most:
            break
        found[str(path.relative_to(folder))] = path.read_bytes()
    return found
