"""The registration question as Markdown, for a comment or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider_check.markdown import bullets
from apqa.display.registration.words import (
    ANSWERS,
    PROVIDER_COLUMNS,
    PUPIL_COLUMNS,
    TIMELINE_COLUMNS,
    beside,
    headroom,
    label,
    law,
    left_out_sentence,
    means,
    provider_row,
    pupil_row,
    readings,
    timeline_rows,
    unread_sentence,
)
from apqa.display.table import markdown_table
from apqa.guidance.days import plain
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.registration.answer import Asked, RegistrationAnswer


def markdown_registration(answer: RegistrationAnswer) -> str:
    """Write the answer with its reasons, or a table of all providers."""
    return "\n".join(_one(answer, answer.asked[0]) if answer.one else _all(answer))


def _one(answer: RegistrationAnswer, asked: Asked) -> Iterator[str]:
    requirement = asked.requirement
    word = ANSWERS[requirement.requirement].capitalize()
    yield f"## {word}: {escaped(asked.provider.name)}, {plain(requirement.on)}\n"
    yield f"{escaped(means(answer, asked))}\n"
    details = [
        ("Note", label(answer) and f"answered {label(answer)}"),
        *(("Because", text) for text in requirement.because),
        *(("Reading", text) for text in readings(requirement)),
        *(("Not recorded", text) for text in requirement.missing),
        ("Room for", headroom(requirement)),
        ("Law", law(requirement)),
        beside(answer, asked),
    ]
    yield bullets([pair for pair in details if pair[1]])
    if requirement.pupils:
        yield "### Pupils of these records who are there\n"
        yield markdown_table(map(pupil_row, requirement.pupils), PUPIL_COLUMNS)
    if asked.timeline is not None:
        yield "### When the answer changes\n"
        yield markdown_table(timeline_rows(asked), TIMELINE_COLUMNS)
    if answer.unread:
        yield f"{escaped(unread_sentence(answer.unread))}\n"


def _all(answer: RegistrationAnswer) -> Iterator[str]:
    day = plain(answer.header.on) if answer.header.on else ""
    yield f"## Registration, {day}\n"
    if label(answer):
        yield f"Answered {label(answer)}.\n"
    yield markdown_table(map(provider_row, answer.asked), PROVIDER_COLUMNS)
    if answer.left_out:
        yield f"{escaped(left_out_sentence(answer))}\n"
    if answer.unread:
        yield f"{escaped(unread_sentence(answer.unread))}\n"
