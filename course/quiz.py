"""Questions that a page asks its reader: a guess before the page answers, and a quiz at its end.

A quiz is a list in ``<page>.quiz.yml`` beside the page. Texts may hold ``{name}`` or
``{name:.1f}``: the page computes these numbers and passes them, so that no number from data is
typed. Each question is one ``<fieldset>``; ``book/assets/quiz.js`` answers.
"""

import html
from pathlib import Path

import yaml
from IPython.display import HTML
from markdown_it import MarkdownIt

_markdown = MarkdownIt()


def _inline(text, numbers):
    return _markdown.renderInline(str(text).format(**numbers).strip())


def guess(
    name,
    question,
    *,
    unit,
    answer,
    digits=0,
    low="Your guess was low.",
    high="Your guess was high.",
):
    """Ask for a number before the page gives it, and keep it for the page's later steps.

    ``answer`` is the number that the page will find, in ``unit``; a guess within 10 % of it counts
    as close. ``low`` and ``high`` say what a guess below or above it tends to overlook. ``digits``
    are the decimals shown.
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


def show(path, **numbers):
    """Show the quiz kept in ``path`` (relative to the page), its texts filled with ``numbers``.

    A choice question has ``question`` and ``options``, each with ``text`` and ``why``, one of them
    ``correct: true``. A number question has ``question``, ``answer`` (a number, or the name of one
    in ``numbers``), ``tolerance`` (relative, 0.02 is 2 %), ``unit``, ``right`` and ``wrong``.
    ``from`` names the chapter that a repeated question comes from. ``outcome``, which is not shown,
    is the number of the page's outcome that a question checks (see ``outcomes``).
    """
    path = Path(path)
    questions = yaml.safe_load(path.read_text(encoding="utf-8"))
    stem = path.name.split(".")[0]
    return HTML(
        "".join(_fieldset(f"{stem}-{i}", i, q, numbers) for i, q in enumerate(questions, 1))
    )


def _fieldset(identifier, position, question, numbers):
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


def _choice(identifier, question, numbers):
    # the explanation follows its radio button: CSS alone can show it where scripts are off
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


def _number(identifier, question, numbers):
    answer = float(numbers.get(question["answer"], question["answer"]))
    return (
        f'<p><label for="{identifier}-n">Answer</label> '
        f'<input type="number" step="any" inputmode="decimal" id="{identifier}-n" '
        f'data-answer="{answer!r}" '
        f'data-tolerance="{float(question["tolerance"])!r}"> {html.escape(question["unit"])} '
        '<button type="button">Check</button></p><output aria-live="polite"></output>'
        f'<template class="right">Right. {_inline(question["right"], numbers)}</template>'
        f'<template class="wrong">Not yet. {_inline(question["wrong"], numbers)}</template>'
    )
