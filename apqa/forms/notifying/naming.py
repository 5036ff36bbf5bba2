"""Whom a name on the command line means, of those who must be told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.errors import UsageError
from apqa.forms.notifying.recording import Entry
from apqa.guidance.days import plain
from apqa.questions.escalation.telling import TellingState, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from apqa.questions.escalation.telling import Addressee, Telling

ALL = "all"
"""What stands for everybody of whom it can be so: told or again who has a letter, acknowledged who was told."""

_FROM = {"prepared_on": TellingState.PREPARED, "on": TellingState.PREPARED, "acknowledged_on": TellingState.TOLD}


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
        *(Entry(each.to, "on", on, how, each.recorded_as) for each in now_told.values()),
        *(Entry(each.to, "acknowledged_on", on, who=each.recorded_as) for each in now_acknowledged.values()),
    )


def with_letter(everybody: Sequence[Telling], names: Sequence[str]) -> tuple[Telling, ...]:
    """Answer whose letters names mean that are made again: of those with one prepared who were not told.

    Raises `UsageError` where a name means nobody, several, or somebody without a letter or told already.
    """
    return tuple(_of("prepared_on", names, everybody).values())


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
            raise UsageError(_why_nobody(field, everybody))
        yield from chosen
        return
    asked = folded(name)
    exact = [each for each in everybody if asked and each.to.goes_by(asked)]
    own = [each for each in exact if folded(each.to.name) == asked] or exact
    near = own or [each for each in everybody if asked and _stands_in(asked, each.to)]
    if len(near) > 1:
        raise UsageError(f"'{name}' may be {' or '.join(each.to.name for each in near)}: write the whole name")
    if not near:
        raise UsageError(f"'{name}' is none of those who must be told: {_names(everybody)}")
    yield near[0]


def _stands_in(part: str, to: Addressee) -> bool:
    return any(part in folded(name) for name in (to.name, *to.also))


def _why_nobody(field: str, everybody: Sequence[Telling]) -> str:
    """Say why all means nobody."""
    if not everybody:
        return "nobody must be told of it"
    told = [each for each in everybody if each.is_told]
    if len(told) == len(everybody) and field != "acknowledged_on":
        return "everybody who must be told is recorded as told already"
    if field == "acknowledged_on":
        done = "who was told is recorded as having acknowledged it already"
        return f"everybody {done}" if told else "nobody is recorded as told by then: record that first, with --told"
    return "nobody with a letter prepared by then waits to be told: run apqa notify first, or name who was told"


def _refuse_recorded(telling: Telling, field: str) -> None:
    if field == "prepared_on":
        _refuse_without_letter(telling)
        return
    done = telling.state is TellingState.ACKNOWLEDGED or (field == "on" and telling.is_told)
    if done and telling.on is not None:
        raise UsageError(
            f"{telling.to.name} is recorded as {telling.state.value} on {plain(telling.on)}: where that is wrong, "
            "correct it in the action plan"
        )
    if field == "acknowledged_on" and not telling.is_told:
        raise UsageError(f"{telling.to.name} is not recorded as told: record that first, with --told and its day")


def _refuse_without_letter(telling: Telling) -> None:
    if telling.is_told and telling.on is not None:
        raise UsageError(
            f"{telling.to.name} is recorded as {telling.state.value} on {plain(telling.on)}: a letter is made again "
            "only for those who were not told"
        )
    if telling.state is TellingState.NOT_PREPARED:
        raise UsageError(f"no letter to {telling.to.name} was prepared by then: leave out --again, and one is")


def _names(everybody: Sequence[Telling]) -> str:
    return ", ".join(each.to.name for each in everybody) or "nobody must be"
