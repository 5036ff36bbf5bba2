"""Whom a name on the command line means, of those who must be told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.errors import UsageError
from apqa.forms.notifying.recording import Entry
from apqa.guidance.days import plain
from apqa.questions.escalation.telling import TellingState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from apqa.questions.escalation.telling import Telling

ALL = "all"
"""What stands for everybody of whom it can be so: told who has a letter, acknowledged who was told."""

_FROM = {"on": TellingState.PREPARED, "acknowledged_on": TellingState.TOLD}
_LAST = {"on": "told", "acknowledged_on": "acknowledged"}


def entries(
    everybody: Sequence[Telling], told: Sequence[str], acknowledged: Sequence[str], on: date, how: str = ""
) -> tuple[Entry, ...]:
    """Answer what is to be recorded of whom. Who is told with the same words may acknowledge it with them, too.

    Raises `UsageError` where a name means nobody or several, or where a day is recorded already.
    """
    now_told = _of("on", told, everybody)
    after = [replace(each, state=TellingState.TOLD, on=on) if each.to.name in now_told else each for each in everybody]
    now_acknowledged = _of("acknowledged_on", acknowledged, after)
    return (
        *(Entry(each.to, "on", on, how) for each in now_told.values()),
        *(Entry(each.to, "acknowledged_on", on) for each in now_acknowledged.values()),
    )


def _of(field: str, names: Sequence[str], everybody: Sequence[Telling]) -> dict[str, Telling]:
    """Answer whom names mean, each once, and refuse what is recorded already."""
    found: dict[str, Telling] = {}
    for name in names:
        for telling in _meant(name, field, everybody):
            _refuse_recorded(telling, field)
            found[telling.to.name] = telling
    return found


def _meant(name: str, field: str, everybody: Sequence[Telling]) -> Iterator[Telling]:
    if name.casefold() == ALL:
        chosen = [each for each in everybody if each.state is _FROM[field]]
        if not chosen:
            raise UsageError(f"nobody waits to be recorded as {_LAST[field]}: {_names(everybody)}")
        yield from chosen
        return
    asked = " ".join(name.split()).casefold()
    exact = [each for each in everybody if asked in {each.to.name.casefold(), each.to.slug}]
    near = exact or [each for each in everybody if asked and asked in each.to.name.casefold()]
    if len(near) > 1:
        raise UsageError(f"'{name}' may be {' or '.join(each.to.name for each in near)}: write the whole name")
    if not near:
        raise UsageError(f"'{name}' is none of those who must be told: {_names(everybody)}")
    yield near[0]


def _refuse_recorded(telling: Telling, field: str) -> None:
    done = telling.state is TellingState.ACKNOWLEDGED or (field == "on" and telling.is_told)
    if done and telling.on is not None:
        raise UsageError(
            f"{telling.to.name} is recorded as {telling.state.value} on {plain(telling.on)}: where that is wrong, "
            "correct it in the action plan"
        )
    if field == "acknowledged_on" and not telling.is_told:
        raise UsageError(f"{telling.to.name} is not recorded as told: record that first, with --told and its day")


def _names(everybody: Sequence[Telling]) -> str:
    return ", ".join(each.to.name for each in everybody) or "nobody must be"
