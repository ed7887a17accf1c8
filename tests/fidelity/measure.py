"""Measure what a problem set's test cells say of right, wrong, broken and lazy answers."""

from functools import partial
from typing import NamedTuple

from . import agreement, fakes, forks, mutants
from .reach import bound, out_of_reach
from .report import TaskReport
from .scoring import TOGETHER, Grader, answered, in_threads, task_of

DEADLY = agreement.Difference("some call", "an answer", "none: its process died", False)


class Candidate(NamedTuple):
    """An answer cell to try.

    Its task, its role (mutant, alternative, broken, spoiling or lazy), what it does, and its code.
    """

    task: str
    role: str
    description: str
    source: str


def measure(sheet, plan, advance=lambda done, of: None, tasks=()):
    """Reports of the tasks of a problem set, in order.

    Parameters
    ----------
    sheet : list of Cell
        The problem set's code cells.
    plan : sets.Plan
        What `sets` has for it.
    advance : function
        Called with the number of steps done and to do.
    tasks : collection of str
        The tasks to report on; all if it is empty.
    """
    names, grader = forks.define(sheet), Grader(sheet)
    best = grader.score(sheet)
    functions = {
        cell.name: fakes.functions_of(cell.source)
        for cell in sheet
        if cell.kind == "answer" and cell.name in (tasks or {cell.name})
    }
    reports = {
        task: TaskReport(task, sum(cell.points for cell in _tests(sheet, task)), _total(best, task))
        for task in functions
    }
    candidates = [
        candidate
        for task in functions
        for candidate in _candidates(sheet, task, functions[task], names, plan)
    ]
    compared = [
        position
        for position, candidate in enumerate(candidates)
        if candidate.role in ("mutant", "alternative")
    ]
    steps, done = len(candidates) + len(compared), 0

    points, differences = {}, {}
    whole, together = _runs(sheet, candidates)
    jobs = [partial(grader.score, notebook) for notebook in whole.values()]
    jobs += [
        partial(grader.score_answers, task, [candidates[position].source for position in positions])
        for task, positions in together
    ]
    owners = [*([position] for position in whole), *(positions for _, positions in together)]
    for number, found in in_threads(jobs):
        for position, earned in zip(
            owners[number], found if number >= len(whole) else [found], strict=True
        ):
            points[position] = best | earned
            advance(done := done + 1, steps)
    jobs = [
        partial(_difference, sheet, names, functions[c.task], plan, c)
        for c in (candidates[p] for p in compared)
    ]
    for number, found in forks.in_forks(jobs):
        (differences[compared[number]],) = found or [DEADLY]
        advance(done := done + 1, steps)

    for position, candidate in enumerate(candidates):
        _judge(
            reports[candidate.task], candidate, points[position], best, differences.get(position)
        )
    return list(reports.values())


def _tests(sheet, task):
    return [cell for cell in sheet if cell.kind == "tests" and task_of(cell.name) == task]


def _total(points, task):
    return sum(earned for test, earned in points.items() if task_of(test) == task)


def _candidates(sheet, task, functions, names, plan):
    """All answers to try for a task."""
    (reference,) = [cell.source for cell in sheet if cell.name == task and cell.kind == "answer"]
    typed_in = plan.typed_in.get(task) or fakes.typed_in(functions, _tests(sheet, task), names)
    roles = {
        "mutant": [*mutants.mutants(reference), *plan.wrong.get(task, {}).items()],
        "alternative": plan.right.get(task, {}).items(),
        "broken": fakes.broken(functions),
        "spoiling": [("turns its arguments round", fakes.spoiling(functions, reference))],
        "lazy": [*fakes.lazy(functions), ("is right for the visible case alone", typed_in)],
    }
    return [Candidate(task, role, *pair) for role, pairs in roles.items() for pair in pairs]


def _runs(sheet, candidates):
    """How to score the candidates.

    Returns {position: a notebook of its own} and [(task, positions of answers that go together)].
    Broken and spoiling answers are scored in a whole notebook, the others without the test cells
    that they cannot touch.
    """
    whole, alike = {}, {}
    for position, candidate in enumerate(candidates):
        changed = answered(sheet, candidate.task, candidate.source)
        if candidate.role in ("broken", "spoiling"):
            whole[position] = changed
            continue
        skipped = out_of_reach(changed, candidate.task)
        left = [cell for cell in changed if cell.name not in skipped]
        if any(cell.kind == "tests" and task_of(cell.name) != candidate.task for cell in left):
            whole[position] = left
        else:
            alike.setdefault((candidate.task, frozenset(bound(candidate.source))), []).append(
                position
            )
    together = []
    for (task, _), positions in alike.items():
        size = max(1, TOGETHER // len(_tests(sheet, task)))
        together += [
            (task, positions[start : start + size]) for start in range(0, len(positions), size)
        ]
    return whole, together


def _difference(sheet, ours, functions, plan, candidate):
    theirs = forks.define(answered(sheet, candidate.task, candidate.source))
    tries = 10_000 if candidate.role == "mutant" else 1_000
    return [agreement.first_difference(ours, theirs, functions, plan, tries)]


def _judge(report, candidate, points, best, difference):
    """Enter what one candidate showed."""
    own = _total(points, candidate.task)
    full = own == _total(best, candidate.task)
    lost = ", ".join(
        test for test in best if points[test] < best[test] and task_of(test) == candidate.task
    )
    moved = [
        test for test in best if points[test] != best[test] and task_of(test) != candidate.task
    ]
    told = candidate.description
    if moved:
        report.cascades.append(f"{told}: changes {', '.join(moved)}")
    if candidate.role in ("broken", "lazy") and own:
        report.rewarded.append(f"{told}: {own:g} points")
    if candidate.role == "alternative":
        if difference:
            report.wrong.append(f"{told}: {_shown(difference)}")
        if full:
            report.accepted.append(told)
        else:
            report.rejected.append(f"{told}: loses {lost}")
    if candidate.role == "mutant":
        if full and difference:
            report.survivors.append(f"{told}: {_shown(difference)}")
        elif full:
            report.equivalent.append(told)
        elif difference and not difference.returns:
            report.crashing += 1
        else:
            report.killed += 1
            if not difference:
                report.unjust.append(f"{told}: loses {lost}")


def _shown(difference):
    return f"{difference.call} should give {difference.want} and gives {difference.got}"
