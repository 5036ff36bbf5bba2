"""What became of a record while a form about it was away: the form as it went out and came back, and the record now.

Where the form says what it said when it went out, nobody answered anything, and the record stands. Where the record
says what it said then, the form counts. Where both were changed, and not to the same, only people can say which holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from apqa.forms.filling.box import NUMBERS
from apqa.forms.filling.parts import key_of, part_of, parts
from apqa.forms.filling.stamp import in_short
from apqa.forms.receiving.answer import Where
from apqa.forms.receiving.changes import changes
from apqa.questions.received import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.forms.filling.box import Form, Way
    from apqa.forms.filling.flat import Flat
    from apqa.forms.filling.stamp import Asked
    from apqa.forms.receiving.answer import Filled
    from apqa.questions.received import Change

_SHOWN = 60
_NOTHING = in_short({})


class Now(NamedTuple):
    """A record that is there when a form about it comes back."""

    flat: Flat
    form_counts: bool = False
    """Whether, where both were changed, the form is taken, or refused as a whole: a report that was returned is
    corrected by it, one that was sent is not changed at all."""

    otherwise: str = ""
    """One more way out for whoever must decide which of the two holds."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What a form says about a record that is there, together with what the record has gained since."""

    found: Filled
    """What the form says, and what the record says where the form was left as it went out."""

    kept: tuple[Change, ...] = ()
    """What stands in the record alone: `old` is what the form says, `new` what the record does."""

    problems: tuple[Problem, ...] = ()
    """What was changed in both, and not to the same."""

    is_touched: bool = True
    """Whether anything in the form is other than it was when it went out."""

    def to_check(self, form_alone: Filled) -> Filled:
        """Answer what is to be checked: both together; the form alone while it is not known which of the two holds."""
        return form_alone if self.problems else self.found

    @property
    def notes(self) -> tuple[str, ...]:
        """Say what is kept from the record."""
        return tuple(
            f"kept from the record, which was changed after this form went out: {each.title}: "
            f"{_quoted(each.new)} (the form, as it went out: {_quoted(each.old)})"
            for each in self.kept
        )


def brought_together(form: Form, found: Filled, asked: Asked, record: Now) -> Meanwhile:
    """Bring together what a form says about a record and what the record says now."""
    said, now = parts(form, found.flat), parts(form, record.flat)
    bad = {part_of(form, way) for way in found.bad}
    kept: list[Way] = []
    clashes: list[Way] = []
    is_touched = bool(bad)
    for part in (each for each in dict.fromkeys((*said, *now)) if each not in bad):
        here, there = _short(form, said.get(part, {})), _short(form, now.get(part, {}))
        was = _was(asked, part, there, record.flat)
        is_touched = is_touched or here != was
        if here == there:
            continue
        if here == was:
            kept.append(part)
        elif there != was and not record.form_counts:
            clashes.append(part)
    return Meanwhile(
        found=_with(found, kept, now, form),
        kept=tuple(_differences(form, kept, said, now)),
        problems=tuple(_problems(form, clashes, (said, now), found, record.otherwise)),
        is_touched=is_touched,
    )


def _was(asked: Asked, part: Way, there: str, old: Flat) -> str:
    """Answer in short what a part said when the form went out.

    Forms that do not keep it say at least whether the record is as it was. If it is not, no part is known to be.
    """
    if asked.went_out is not None:
        return asked.went_out.get(key_of(part), _NOTHING)
    return there if asked.basis == in_short(old) else ""


def _short(form: Form, said: Flat) -> str:
    """Answer in short what a part says; a number is the same however it is written."""
    return in_short({way: _plain(form, way, text) for way, text in said.items()})


def _plain(form: Form, way: Way, text: str) -> str:
    box = form.box_at(way)
    if box is None or box.kind not in NUMBERS:
        return text
    try:
        return format(Decimal(text).normalize(), "f")
    except InvalidOperation:
        return text


def _with(found: Filled, kept: Iterable[Way], now: dict[Way, Flat], form: Form) -> Filled:
    """Answer what a form says, with parts of the record in the place of its own."""
    away = set(kept)
    if not away:
        return found
    tables = {table.way for table in form.tables} & away
    flat = {way: text for way, text in found.flat.items() if part_of(form, way) not in away}
    for part in kept:
        flat |= now.get(part, {})
    texts = set(flat.values())
    return replace(
        found,
        flat=flat,
        # The rows of a table in the form are not those of the record.
        places={way: where for way, where in found.places.items() if part_of(form, way) not in tables},
        unanswered=[text for text in found.unanswered if text not in texts],
        not_listed=[way for way in found.not_listed if part_of(form, way) not in away],
    )


def _differences(form: Form, of: Iterable[Way], before: dict[Way, Flat], after: dict[Way, Flat]) -> Iterator[Change]:
    for part in of:
        yield from changes(form, before.get(part, {}), after.get(part, {}), {})


def _problems(
    form: Form, clashes: Iterable[Way], both: tuple[dict[Way, Flat], dict[Way, Flat]], found: Filled, otherwise: str
) -> Iterator[Problem]:
    said, now = both
    for part in clashes:
        for each in changes(form, now.get(part, {}), said.get(part, {}), found.places):
            where = next((at for at in found.places.values() if at.place == each.place), Where(""))
            says = (
                "the record was changed here after this form went out, and the form to something else: the record says "
                f"{_quoted(each.old)}, the form {_quoted(each.new)}; let both say what holds{otherwise}, and receive "
                "the form again"
            )
            yield Problem(each.place, says, where.box if each.place else each.title)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        return "nothing"
    return f"'{line}'" if len(line) <= _SHOWN else f"'{line[:_SHOWN]}…'"
