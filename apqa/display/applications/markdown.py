"""Applications to be listed as Markdown, for a page or a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.applications.words import (
    PARTS,
    STATES,
    details,
    first_visit_words,
    heading,
    met_words,
    remark,
    stage_words,
)
from apqa.display.provider_check.markdown import bullets
from apqa.display.registration.words import unread_sentence
from apqa.display.table import markdown_table
from apqa.guidance.days import plain
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.display.applications.answer import ApplicationsAnswer
    from apqa.questions.applications.application import Application


def markdown_applications(answer: ApplicationsAnswer) -> str:
    """Write one application with its checklist, or a table of all."""
    return "\n".join(_lines(answer))


def _lines(answer: ApplicationsAnswer) -> Iterator[str]:
    on = answer.header.on
    if answer.one and on:
        for each in answer.applications:
            yield from _one(each, on)
    else:
        yield f"## {heading(answer)}\n"
        if answer.applications and on:
            columns = ("Provider", "Stage", "Checklist met", "First visit", "Decision by")
            yield markdown_table((_row(each, on) for each in answer.applications), columns)
    for sentence in filter(None, (remark(answer), unread_sentence(answer.unread))):
        yield f"{escaped(sentence)}\n"


def _row(each: Application, on: date) -> tuple[object, ...]:
    return (
        each.provider.name,
        stage_words(each),
        met_words(each),
        first_visit_words(each, on),
        plain(each.due) if each.due else "decided",
    )


def _one(application: Application, on: date) -> Iterator[str]:
    yield f"## {escaped(application.provider.name)}, {plain(on)}\n"
    yield bullets(list(details(application, on)))
    if application.items:
        rows = [
            (PARTS[each.item.part], each.item.title, STATES[each.state], "; ".join(each.says), each.item.basis)
            for each in application.items
        ]
        yield markdown_table(rows, ("Part", "Item", "State", "What is known", "Basis"))
    if application.missing:
        yield "### Missing for a decision\n"
        yield "".join(f"- {escaped(each)}\n" for each in application.missing)
