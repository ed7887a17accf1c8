"""Where isolated grading plugs into nbgrader: preprocessors for autograde, feedback and generate_assignment."""
import html
import math
import re
from pathlib import Path

import nbformat
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute, IncludeHeaderFooter, NbGraderPreprocessor, SaveAutoGrades
from traitlets import Bool

from . import coordinator, outcomes, plan
from .limits import LIMITS, Limits


class RestoreCells(NbGraderPreprocessor):
    """Put the instructor's cells back: text and order of what is graded or locked, whatever was cut, moved, doubled, retyped or forged.

    A submission gives the text of its answers, matched by ``grade_id``, and cells of its own, which stay after the cell that they followed. A doubled
    answer runs after the first one and is graded once.
    """

    def preprocess(self, nb, resources):
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            originals = _originals(gradebook.find_notebook(about["notebook"], about["assignment"]))
        answers, pictures, followers, last = {}, {}, {name: [] for name in [None, *originals]}, None
        for cell in nb.cells:
            claimed = cell.metadata.get("nbgrader")
            name = claimed.get("grade_id") if isinstance(claimed, dict) else None
            if not isinstance(name, str) or name not in originals:
                followers[last].append(_own(cell))
                continue
            pictures.setdefault(name, _pictures(cell))
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
                if name in answers and utils.compute_checksum(original) != original.metadata.nbgrader["checksum"]:
                    original.source = _without_tags(original.source)
                else:
                    ours.append(original)
                if pictures.get(name):
                    original.attachments = pictures[name]
            if name not in answers and not original.metadata.nbgrader["locked"]:
                self.log.warning("The answer cell '%s' is missing from the submission", name)
            nb.cells += [original, *followers[name]]
        room = ROOM
        for position, cell in enumerate(nb.cells):
            cell["id"] = f"cell-{position}"
            if cell.cell_type == "markdown":
                own = not any(cell is other for other in ours)
                room -= len(cell.source) if own else 0
                if not _has_pictures(cell) or own and (room < 0 or not _can_be_shown(cell)):
                    cell.source = _verbatim(cell.source)
        nb.nbformat, nb.nbformat_minor = 4, 5
        kept = {"kernelspec": nb.metadata["kernelspec"]} if "kernelspec" in nb.metadata else {}
        nb.metadata = nbformat.from_dict(kept | {"language_info": {"name": "python", "pygments_lexer": "ipython3"}})
        return nb, resources


def _originals(notebook):
    """The instructor's graded and locked cells of a gradebook's notebook, by ``grade_id``, in their order."""
    points = {cell.name: cell.max_score for cell in [*notebook.grade_cells, *notebook.task_cells]}
    grades, solutions, tasks = ({cell.name for cell in cells} for cells in (notebook.grade_cells, notebook.solution_cells, notebook.task_cells))
    originals = {}
    for cell in notebook.source_cells:
        name = cell.name
        about = {
            "grade_id": name, "grade": name in grades, "solution": name in solutions, "task": name in tasks, "locked": cell.locked,
            "cell_type": cell.cell_type, "checksum": cell.checksum, "schema_version": 3,
        }  # fmt: skip
        if name in points:
            about["points"] = points[name]
        originals[name] = _new(cell.cell_type, cell.source, metadata={"nbgrader": about})
    return originals


def _new(cell_type, source, metadata=None):
    """A cell; nbformat's own makers check each one against a schema, nbgrader does so once more for the whole notebook."""
    code = {"outputs": [], "execution_count": None} if cell_type == "code" else {}
    return nbformat.from_dict({"cell_type": "code" if code else "markdown", "source": source, "metadata": metadata or {}} | code)


def _own(cell):
    """A cell of the student's own: its text, and nothing that its metadata claim."""
    source = cell.source if isinstance(cell.source, str) else ""
    own = _new(cell.cell_type, source if cell.cell_type == "code" else _without_tags(source))
    if own.cell_type == "markdown" and (pictures := _pictures(cell)):
        own.attachments = pictures
    return own


def _without_tags(text):
    """Markdown in which HTML shows as text and no link runs a script: it must not run in an instructor's browser."""
    text = re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)
    return re.sub(r"(?i)(javascript|vbscript|data)(?=\s*(:\S|&#))", r"\1 ", text)


ROOM = 300_000  # characters of a notebook's texts that are shown as more than plain text: nbconvert takes the square of some texts' length
OPENERS = 200  # of formulas in one text


def _can_be_shown(cell):
    """Whether nbconvert shows a student's text in time, and without a link that runs a script, however it is written."""
    source = _unescaped(cell.source)
    safe = _unescaped(source) == source and not re.search(r"(?i)(javascript|vbscript|data):\S", source)
    return safe and len(re.findall(r"\\[\[(]|\\begin", cell.source)) <= OPENERS and len(cell.source) < 50_000


def _has_pictures(cell):
    """Whether a text has the pictures that it shows; nbconvert stops at one that is missing."""
    return set(re.findall(r"(?i)attachment:([^)\s\"'>\]]*)", _unescaped(cell.source))) <= set(cell.get("attachments", {}))


def _unescaped(text):
    """A text as a browser may read it, once all that stands for a character is that character."""
    for _ in range(5):
        text = html.unescape(text).replace("\\", "")
    return text


def _verbatim(text):
    fence = "`" * (3 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _pictures(cell):
    """Pictures pasted into a cell, by name."""
    found = cell.get("attachments")
    kept = {}
    for name, kinds in found.items() if isinstance(found, dict) else ():
        for kind in ("image/png", "image/jpeg", "image/gif"):
            data = kinds.get(kind) if isinstance(kinds, dict) else None
            if isinstance(data, str) and re.fullmatch(r"[A-Za-z0-9+/=\s]+", data):
                kept[name] = {kind: data}
    return nbformat.from_dict(kept)


def _course(preprocessor):
    """The course folder of the converter that a preprocessor works for."""
    parent = preprocessor.parent
    while parent is not None:
        if getattr(parent, "coursedir", None) is not None:
            return parent.coursedir
        parent = parent.parent
    raise coordinator.GraderFault("the preprocessor has no course")


_plans = {}


def reference_plan(notebook, limits, tier):
    """``plan_of`` an instructor's notebook, kept for the next submission."""
    text = nbformat.writes(notebook)
    if text not in _plans:
        _plans[text] = plan_of(notebook, limits, tier)
    return _plans[text]


def plan_of(notebook, limits, tier):
    """The plan of an instructor's notebook, and by ``grade_id`` why a test cell of it cannot be graded in isolation."""
    made, cells = plan.make(notebook), cells_of(notebook)
    _, results, trouble = coordinator.run(coordinator.server(), tier, cells, made, limits, changes=True)
    failed = [made["tests"][cell["name"]] for i, cell in enumerate(cells) if cell["role"] == "tests" and not results.get(i, {}).get("passed")]
    if any(about["random"] for about in failed):
        # some tests draw on from where the student's function left the generators
        for about in failed:
            about["draws"] = about["random"]
        _, results, trouble = coordinator.run(coordinator.server(), tier, cells, made, limits, changes=True)
    refused = {}
    for position, cell in enumerate(cells):
        result = results.get(position)
        if cell["role"] != "tests":
            continue
        if result is None or not result["passed"]:
            said = trouble.get(position) or next((o["evalue"] or o["ename"] for o in result["outputs"] if o["output_type"] == "error"), "it fails")
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


class IsolatedExecute(Limits, NbGraderPreprocessor):
    """Run a submission with student's code and tests in separate, contained processes.

    With ``unsafe`` it grades as stock nbgrader does, in one kernel that the student's code shares with the tests; every report says so.
    """

    unsafe = Bool(False, help="Grade without isolation, as stock nbgrader does. A hostile submission can then give itself any score.").tag(config=True)

    def preprocess(self, nb, resources):
        about = resources["nbgrader"]
        if self.unsafe:
            nb, resources = Execute(parent=self.parent, config=self.config).preprocess(nb, resources)
            nb.metadata["grading"] = {"outcome": outcomes.SCORED, "reason": "graded without isolation", "tier": "none"}
            return nb, resources
        tier = coordinator.tier()
        if tier is None:
            raise coordinator.GraderFault(
                "this machine cannot contain a student's code (Linux with user namespaces or Landlock is needed): "
                "grade on another, or set c.IsolatedExecute.unsafe = True to grade as stock nbgrader does"
            )
        coursedir = _course(self)
        source = Path(coursedir.format_path(coursedir.source_directory, ".", about["assignment"]))
        reference = source / f"{about['notebook']}.ipynb"
        if not reference.is_file():
            raise coordinator.GraderFault(f"{reference} is missing: isolated grading reads from it which names belong to whom")
        limits = {name: getattr(self, name) for name in LIMITS}
        cells = cells_of(nb)
        made, refused = reference_plan(self._as_released(reference, cells, resources), limits, tier)
        submitted = Path(coursedir.format_path(coursedir.autograded_directory, about["student"], about["assignment"]))
        files, ours = _files(submitted, coursedir), _files(source, coursedir)
        outputs, results, trouble = self._run(tier, cells, made, limits, files, ours)
        self._fill(nb, cells, outputs, results, trouble)
        lost = [cell["name"] for position, cell in enumerate(cells) if cell["role"] == "tests" and position not in results and cell["name"] not in refused]
        reasons = [f"{cells[p]['name'] or 'a cell of the student'} was left out: {why}" for p, why in sorted(trouble.items())]
        nb.metadata["grading"] = {"outcome": outcomes.PARTLY_SCORED if lost else outcomes.SCORED, "reason": "; ".join(reasons), "tier": tier}
        resources["by_hand"] = refused
        return nb, resources

    def _as_released(self, path, cells, resources):
        """The instructor's notebook with the course's header and footer, and with the tests that nbgrader wrote for it."""
        notebook = nbformat.read(path, as_version=4)
        notebook, _ = IncludeHeaderFooter(parent=self.parent, config=self.config).preprocess(notebook, resources)
        tests = {cell["name"]: cell["source"] for cell in cells if cell["role"] == "tests"}
        for cell in notebook.cells:
            cell.source = tests.get(plan.grade_id(cell), cell.source)
        return notebook

    def _run(self, tier, cells, made, limits, files, ours):
        for fresh in (False, True):
            try:
                server = coordinator.server(fresh)
                return coordinator.run(server, tier, cells, made, limits, files=files, examiner_files=ours)
            except (coordinator.GraderFault, OSError) as error:
                fault = error
        raise coordinator.GraderFault(f"grading failed twice: {fault}")

    def _fill(self, nb, cells, outputs, results, trouble):
        """Write outputs into the notebook as a kernel would."""
        position = -1
        for cell in nb.cells:
            if not plan.role(cell):
                continue
            position += 1
            cell.execution_count = position + 1
            if plan.role(cell) == "tests":
                result = results.get(position)
                said = scored(result, cell.metadata.nbgrader.get("points", 0)) if result else [_note(trouble.get(position, "not run"))]
                cell.metadata["grading"] = {
                    "hidden": bool(result and result["line"] in plan.hidden_lines(cell.source)), "own": bool(result and result["own"]), "passed": bool(result and result["passed"]),
                }  # fmt: skip
            else:
                said = outputs.get(position, [])
                if position in trouble:
                    said = [*said, _note(trouble[position])]
            for output in said:
                if output["output_type"] == "execute_result":
                    output["execution_count"] = cell.execution_count
            cell.outputs = [nbformat.from_dict(output) for output in said]


def _note(text):
    return {"output_type": "error", "ename": "CellTimeoutError" if "in time" in text else "DeadKernelError", "evalue": text, "traceback": [text]}


def scored(result, points):
    """A test cell's outputs, so that nbgrader counts its points as it should: a warning costs nothing, and a last value that is no score earns nothing."""
    kept = []
    for output in result["outputs"]:
        if result["passed"] and output["output_type"] == "stream" and output["name"] == "stderr":
            output = output | {"name": "stdout"}
        if output["output_type"] == "execute_result":
            try:
                value = float(output["data"].get("text/plain", ""))
            except ValueError:
                value = 0.0
            if not math.isfinite(value) or value > points:
                kept.append({"output_type": "error", "ename": "ValueError", "evalue": "the cell's last value is no score", "traceback": ["The cell's last value is no score."]})
        kept.append(output)
    return kept


def _files(folder, coursedir, most=64 << 20):
    """Regular files beside a notebook: (relative path, bytes)."""
    found, size = [], 0
    for path in utils.find_all_files(str(folder), [*coursedir.ignore, "*.ipynb"]) if folder.is_dir() else []:
        path = Path(path)
        if path.is_symlink() or not path.is_file():
            continue
        size += path.stat().st_size
        if size > most:
            break
        found.append((str(path.relative_to(folder)), path.read_bytes()))
    return found


class SaveScores(SaveAutoGrades):
    """nbgrader's own, but that a test cell which cannot be graded in isolation waits for a grade by hand."""

    def _add_score(self, cell, resources):
        super()._add_score(cell, resources)
        name = cell.metadata["nbgrader"]["grade_id"]
        if name in resources.get("by_hand", ()):
            grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
            grade.auto_score, grade.needs_manual_grade = None, True
            self.gradebook.db.commit()


TOLD = {"AssertionError", "StudentProcessError", "CellTimeoutError", "DeadKernelError"}


class HideTests(NbGraderPreprocessor):
    """Feedback without hidden tests: of a failed one the student sees message and points, no line, no input, no expected value, no output."""

    show_hidden = Bool(False, help="Show hidden tests in feedback, as stock nbgrader does.").tag(config=True)

    def preprocess_cell(self, cell, resources, index):
        numbers = plan.hidden_lines(cell.source)
        if self.show_hidden or plan.role(cell) != "tests" or not numbers:
            return cell, resources
        hidden = {line.strip() for number, line in enumerate(cell.source.split("\n"), 1) if number in numbers}
        about = cell.metadata.get("grading", {})
        cell.source = plan.visible(cell.source).rstrip() + "\n# and tests that are not shown"
        kept = [output for output in cell.outputs if output.output_type == "execute_result"]
        for output in cell.outputs:
            if output.output_type == "error":
                kept.append(_shown(output, hidden) if not about.get("hidden", True) and about.get("own") else _told(output, about))
        cell.outputs = kept
        return cell, resources


def _shown(output, hidden):
    """A shown test's error without the lines around the one that failed: they may be of a test that is not shown."""
    lines = [line for part in output.traceback[:-1] for line in part.split("\n") if line.startswith(("-", "Cell In[")) and re.sub(r"^-+> *\d+ ", "", line).strip() not in hidden]
    return nbformat.v4.new_output("error", ename=output.ename, evalue=output.evalue, traceback=["\n".join(lines), *output.traceback[-1:]])


def _told(output, about):
    """What feedback says of an error in a hidden test. Its class may be the student's choice, and so tell what the test asked."""
    said = output.evalue if about.get("own") and output.ename == "AssertionError" else ""
    name = output.ename if said or output.ename in TOLD else "Error"
    text = f"{name}: {said or 'a test that is not shown ended so; its text may hold what is not shown'}"
    return nbformat.v4.new_output("error", ename=name, evalue=said, traceback=[text])


class CheckGradable(NbGraderPreprocessor):
    """At generate_assignment: say which test cells cannot be graded in isolation, with the instructor's own solution."""

    def preprocess(self, nb, resources):
        if nb.metadata.get("kernelspec", {}).get("language", "python") not in ("python", ""):
            raise coordinator.GraderFault("isolated grading is for Python notebooks: set c.IsolatedExecute.unsafe = True to grade this one as stock nbgrader does")
        tier = coordinator.tier()
        if tier is not None:
            for name in plan_of(nb, {}, tier)[1]:
                self.log.warning("Test cell '%s' cannot be graded in isolation and will wait for a grade by hand", name)
        return nb, resources
