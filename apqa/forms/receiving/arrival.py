"""A file that came back: what it is, what is awaited, and what is to be written of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.forms.receiving.answer import CHANGED, NotAFormError

if TYPE_CHECKING:
    from pathlib import Path

    from apqa.forms.filling.box import Form
    from apqa.forms.filling.stamp import Stamp
    from apqa.forms.receiving.writing import ToWrite
    from apqa.questions.received import ReceivedFile
    from apqa.questions.situation import Situation


_MOST = 10_000
"""More rows or boxes than any form has."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """What is taken, where only some of it is: forms of one provider, of one term."""

    provider: str = ""
    term: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One file among those that came, and the records it came to."""

    path: Path
    situation: Situation
    root: Path
    awaited: Awaited


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that came back, and what is to be written of it."""

    file: ReceivedFile
    writes: tuple[ToWrite, ...] = ()


def refuse_other_form(stamp: Stamp, form: Form) -> Form:
    """Answer a form a stamp is of. Raises `NotAFormError` where the stamp is of another version, or does not fit."""
    if stamp.version < form.version:
        raise NotAFormError(
            f"it is an older version of the form ({stamp.version}, and now it is {form.version}): make the form anew, "
            f"with `{form.says.command}`, and ask for that one"
        )
    if stamp.version > form.version:
        raise NotAFormError(
            f"it is a newer version of the form ({stamp.version}, and this apqa knows {form.version}): "
            "bring apqa up to date"
        )
    if not _fits(stamp, form):
        raise NotAFormError(CHANGED)
    return form


def _fits(stamp: Stamp, form: Form) -> bool:
    """Answer whether a form can be laid out by a stamp: it says how much room there is for each list and table."""
    tables, lists = {table.key for table in form.tables}, {box.key for box in form.lists}
    rows = all(set(each.rows) == tables and _are_counts(each.rows) for each in stamp.asked)
    named = (said for page in form.named for _, said in stamp.entries(page.way))
    return (
        bool(stamp.asked)
        and (bool(form.ids) or len(stamp.asked) == 1)
        and rows
        and set(stamp.several) == lists
        and _are_counts(stamp.several)
        and all(said.texts and said.texts[0] for said in named)
    )


def _are_counts(numbers: dict[str, int]) -> bool:
    return all(type(number) is int and 0 <= number <= _MOST for number in numbers.values())
