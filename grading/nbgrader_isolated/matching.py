"""A submission's notebook made into the instructor's again, with the student's answers in it."""

import nbformat
from nbgrader import utils

from . import cleaning


def restore(nb, originals, log=None):
    """Put the instructor's cells back: text and order of what is graded or locked, whatever was
    cut, moved, doubled, retyped or forged.

    A submission gives the text of its answers, matched by ``grade_id``, and cells of its own, which
    stay after the cell that they followed. A doubled answer runs after the first one and is graded
    once.
    """
    originals = {name: _new(*original) for name, original in originals.items()}
    answers, pictures, followers, last = {}, {}, {name: [] for name in [None, *originals]}, None
    for cell in nb.cells:
        claimed = cell.metadata.get("nbgrader")
        name = claimed.get("grade_id") if isinstance(claimed, dict) else None
        if not isinstance(name, str) or name not in originals:
            followers[last].append(_own(cell))
            continue
        pictures.setdefault(name, cleaning.pictures(cell))
        open_to_student = not originals[name].metadata.nbgrader["locked"]
        if open_to_student and name not in answers:
            answers[name] = cell.source
        elif open_to_student:
            followers[name].append(_own(cell))
        last = name
    nb.cells, ours = list(followers[None]), []
    for name, original in originals.items():
        if name in answers:
            original.source = answers[name]
        if original.cell_type == "markdown":
            if (
                name in answers
                and utils.compute_checksum(original) != original.metadata.nbgrader["checksum"]
            ):
                original.source = cleaning.without_tags(original.source)
            else:
                ours.append(original)
            if pictures.get(name):
                original.attachments = pictures[name]
        if log and name not in answers and not original.metadata.nbgrader["locked"]:
            log.warning("The answer cell '%s' is missing from the submission", name)
        nb.cells += [original, *followers[name]]
    theirs = set()
    for position, cell in enumerate(nb.cells):
        cell["id"] = f"cell-{position}"
        if cell.cell_type == "markdown" and not any(cell is other for other in ours):
            theirs.add(position)
    cleaning.make_showable(nb.cells, theirs)
    nb.nbformat, nb.nbformat_minor = 4, 5
    kept = {"kernelspec": nb.metadata["kernelspec"]} if "kernelspec" in nb.metadata else {}
    nb.metadata = nbformat.from_dict(
        kept | {"language_info": {"name": "python", "pygments_lexer": "ipython3"}}
    )
    return nb


def originals_of(notebook):
    """The instructor's graded and locked cells of a gradebook's notebook, by ``grade_id``, in their
    order: kind, text and metadata.
    """
    points = {cell.name: cell.max_score for cell in [*notebook.grade_cells, *notebook.task_cells]}
    grades, solutions, tasks = (
        {cell.name for cell in cells}
        for cells in (notebook.grade_cells, notebook.solution_cells, notebook.task_cells)
    )
    originals = {}
    for cell in notebook.source_cells:
        name = cell.name
        about = {
            "grade_id": name,
            "grade": name in grades,
            "solution": name in solutions,
            "task": name in tasks,
            "locked": cell.locked,
            "cell_type": cell.cell_type,
            "checksum": cell.checksum,
            "schema_version": 3,
        }
        if name in points:
            about["points"] = points[name]
        originals[name] = cell.cell_type, cell.source, {"nbgrader": about}
    return originals


def _new(cell_type, source, metadata=None):
    """A cell; nbformat's own makers check each one against a schema, nbgrader does so once more for
    the whole notebook.
    """
    code = {"outputs": [], "execution_count": None} if cell_type == "code" else {}
    return nbformat.from_dict(
        {"cell_type": "code" if code else "markdown", "source": source, "metadata": metadata or {}}
        | code
    )


def _own(cell):
    """A cell of the student's own: its text, and nothing that its metadata claim."""
    source = cell.source if isinstance(cell.source, str) else ""
    if cell.cell_type != "code":
        source = cleaning.without_tags(source)
    own = _new(cell.cell_type, source)
    if own.cell_type == "markdown" and (pictures := cleaning.pictures(cell)):
        own.attachments = pictures
    return own
