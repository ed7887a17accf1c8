"""Questions to the reader: a guess before the page gives the answer, and a quiz at its end.

A quiz is a list of questions in ``<page>.quiz.yml`` beside the page. Its texts may contain
``{name}`` or ``{name:.1f}``. The page computes these numbers and passes them on, so that nobody
types a number that comes from data. Each question becomes a ``<fieldset>``, and
``book/assets/quiz.js`` checks the answers.
"""

import html
from collections.abc import Mapping
from pathlib import Path
from typing import NotRequired, TypedDict

import yaml
from IPython.display import HTML
from markdown_it import MarkdownIt

_markdown = MarkdownIt()


class Option(TypedDict):
    """One option of a choice question, with the reason why it is right or wrong."""

    text: str
    why: str
    correct: NotRequired[bool]  # true for exactly one option of a question


# A question as the YAML gives it. The functional form, because "from" is a Python keyword.
Question = TypedDict(
    "Question",
    {
        "question": str,
        "from": NotRequired[str],  # the chapter that a repeated question comes from
        "outcome": NotRequired[int],  # not shown: number of the page's outcome that it checks
        # a choice question
        "options": NotRequired[list[Option]],
        # a number question
        "answer": NotRequired[float | str],  # a number, or the name of one that the page passes
        "tolerance": NotRequired[float],  # relative: 0.02 is 2 %
        "unit": NotRequired[str],
        "right": NotRequired[str],
        "wrong": NotRequired[str],
    },
)


def _inline(text: str, numbers: Mapping[str, float]) -> str:
    shown: str = _markdown.renderInline(str(text).format(**numbers).strip())
    return shown


def guess(
    name: str,
    question: str,
    *,
    unit: str,
    answer: float,
    digits: int = 0,
    low: str = "Your guess was low.",
    high: str = "Your guess was high.",
) -> HTML:
    """Ask for a number before the page gives it; the browser keeps the guess for the session.

    Parameters
    ----------
    name : str
        Name under which the browser stores the guess.
    question : str
        The question, in Markdown.
    unit : str
        Unit of the answer.
    answer : float
        The number that the page will find. A guess within 10 % of it counts as close.
    digits : int
        Decimals shown.
    low, high : str
        What a guess that is too low or too high tends to overlook, in Markdown.
    """
    return HTML(
        f'<fieldset class="course-quiz guess" data-name="{name}" data-answer="{float(answer)!r}">'
        f"<legend>Your guess first</legend><p>{_markdown.renderInline(question)}</p>"
        f'<p><label>Your guess <input type="number" step="any" inputmode="decimal"> '
        f"{html.escape(unit)}</label> "
        '<button type="button">Keep my guess</button></p>'
        f'<output aria-live="polite"></output>'
        f'<template class="close">The page finds {answer:,.{digits}f} {html.escape(unit)}. You '
        f"were close.</template>"
        f'<template class="low">The page finds {answer:,.{digits}f} {html.escape(unit)}. '
        f"{_markdown.renderInline(low)}</template>"
        f'<template class="high">The page finds {answer:,.{digits}f} {html.escape(unit)}. '
        f"{_markdown.renderInline(high)}</template>"
        "</fieldset>"
    )


def show(path: str | Path, **numbers: float) -> HTML:
    """Show a quiz.

    Parameters
    ----------
    path : str or Path
        Its file, relative to the page: a list of questions, each as ``Question`` describes it.
    **numbers
        The numbers that its texts and answers name.
    """
    path = Path(path)
    questions: list[Question] = yaml.safe_load(path.read_text(encoding="utf-8"))
    stem = path.name.split(".")[0]
    return HTML(
        "".join(_fieldset(f"{stem}-{i}", i, q, numbers) for i, q in enumerate(questions, 1))
    )


def _fieldset(
    identifier: str, position: int, question: Question, numbers: Mapping[str, float]
) -> str:
    recalled = (
        f' <span class="recall">from {html.escape(question["from"])}</span>'
        if "from" in question
        else ""
    )
    asked = _inline(question["question"], numbers)
    head = f"<legend>Question {position}{recalled}</legend><p>{asked}</p>"
    body = (
        _number(identifier, question, numbers)
        if "answer" in question
        else _choice(identifier, question, numbers)
    )
    return f'<fieldset class="course-quiz" id="{identifier}">{head}{body}</fieldset>'


def _choice(identifier: str, question: Question, numbers: Mapping[str, float]) -> str:
    # each reason follows its radio button, so that CSS alone can show it where scripts are off
    return (
        "".join(
            f'<div class="option{" correct" if option.get("correct") else ""}">'
            f'<input type="radio" name="{identifier}" id="{identifier}-{i}">'
            f'<label for="{identifier}-{i}">{_inline(option["text"], numbers)}</label>'
            f'<p class="why">{"Right. " if option.get("correct") else "Not this one. "}'
            f"{_inline(option['why'], numbers)}</p></div>"
            for i, option in enumerate(question["options"])
        )
        + '<output aria-live="polite" class="visually-hidden"></output>'
    )


def _number(identifier: str, question: Question, numbers: Mapping[str, float]) -> str:
    stated = question["answer"]
    answer = float(numbers.get(stated, stated) if isinstance(stated, str) else stated)
    return (
        f'<p><label for="{identifier}-n">Answer</label> '
        f'<input type="number" step="any" inputmode="decimal" id="{identifier}-n" '
        f'data-answer="{answer!r}" '
        f'data-tolerance="{float(question["tolerance"])!r}"> {html.escape(question["unit"])} '
        '<button type="button">Check</button></p><output aria-live="polite"></output>'
        f'<template class="right">Right. {_inline(question["right"], numbers)}</template>'
        f'<template class="wrong">Not yet. {_inline(question["wrong"], numbers)}</template>'
    )
