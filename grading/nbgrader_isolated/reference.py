"""The instructor's notebook, and what its run with the instructor's own solution tells."""

from pathlib import Path

from nbgrader import utils
from nbgrader.api import Gradebook

from . import coordinator, plan, workers
from .matching import originals_of
from .results import CellResult


def plan_of(notebook, limits, tier):
    """The plan of an instructor's notebook, and by ``grade_id`` why a test cell of it cannot be
    graded in isolation.
    """
    made, cells = plan.make(notebook), cells_of(notebook)
    run = coordinator.run(workers.server(), tier, cells, made, limits, changes=True)
    failed = [
        made["tests"][name] for name in made["tests"] if not run.tests.get(name, NOTHING).passed
    ]
    if any(about["random"] for about in failed):
        # some tests draw on from where the student's function left the generators
        for about in failed:
            about["draws"] = about["random"]
        run = coordinator.run(workers.server(), tier, cells, made, limits, changes=True)
    refused = {}
    for name, about in made["tests"].items():
        result = run.tests.get(name)
        if result is None:
            refused[name] = run.left_out[name].sentence
        elif not result.passed:
            refused[name] = next(
                (o["evalue"] or o["ename"] for o in result.outputs if o["output_type"] == "error"),
                "it fails",
            )
        else:
            about |= {"changes": result.changed, "seconds": result.seconds}
    return made, refused


NOTHING = CellResult()


def originals(batch, about):
    """The instructor's cells of a notebook, from the gradebook; read once a command."""

    def make():
        with Gradebook(about["db_url"]) as gradebook:
            return originals_of(gradebook.find_notebook(about["notebook"], about["assignment"]))

    return batch.keep(("originals", about["assignment"], about["notebook"]), make)


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
