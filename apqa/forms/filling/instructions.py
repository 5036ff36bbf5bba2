"""What a form says of itself: what it is, by when and to whom, how it is filled in, and what must not stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.filling.box import Form
    from apqa.forms.filling.stamp import Stamp


def front_lines(form: Form, stamp: Stamp) -> Iterator[tuple[str, str]]:
    """Explain the form: what it is, by when, to whom, how it is filled in, and what must not stand in it."""
    yield f"{form.title}, {stamp.term_title}", ""
    yield "Provider", stamp.name
    if form.ids:
        yield "About", "1 pupil" if len(stamp.asked) == 1 else f"{len(stamp.asked)} pupils"
    yield "Due by", stamp.due or "Ask the council: no day is recorded."
    yield "Send it to", " ".join(filter(None, (stamp.council, stamp.reply_to)))
    if form.sent_on:
        yield form.sent_on.title, ""
    for heading, lines in explained(form, form.says.in_excel):
        yield "", ""
        yield heading, ""
        yield from (("", text) for text in lines)


def explained(form: Form, how: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Answer what a form says of itself, under its headings: how it is filled in comes first."""
    yield "How to fill it in", how
    yield "What must not be in it", form.says.privacy
    yield "What makes it complete", form.says.complete
