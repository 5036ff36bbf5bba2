"""Two professional references (QF-27), and health and safety with a day that comes round (QF-34)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.requirements import number, safety_entries
from apqa.questions.checks.line import Effect, Line, State, asked, seen, timed
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.guidance.requirements import SafetyEntry
    from apqa.questions.situation import Situation
    from apqa.records.checks import Reference
    from apqa.records.premises import SafetyItem
    from apqa.records.provider import Provider

_SAFETY_ASK = "the provider's lead for health and safety, through its named contact"


def reference_line(provider: Provider, situation: Situation) -> Line:
    """Answer whether two satisfactory professional references are held, by others than the provider itself (QF-27)."""
    line = asked(
        "references",
        "References",
        "Two professional references",
        "QF-27",
        basis="QF-27",
        ask="the council's designated officer",
        at=("references",),
    )
    received = [each for each in provider.references if each.received_on <= situation.on]
    poor = [each for each in received if not each.satisfactory]
    if poor:
        return line.found(
            State.REVIEW,
            f"the one of {plain(poor[0].received_on)} from {poor[0].from_organisation} does not support placing",
            effect=Effect.CANNOT_TELL,
            rule="unsatisfactory-reference",
            remedy="Decide what it means, and record the decision as a waiver or on the list.",
        )
    own = {_one_name(name) for name in (provider.name, provider.identity.proprietor) if name}
    return _two_references(line, [each for each in received if _one_name(each.from_organisation) not in own], received)


def _two_references(line: Line, by_others: list[Reference], received: list[Reference]) -> Line:
    """Find whether two people gave a reference, and whether they are of two organisations."""
    people = {(_one_name(each.from_organisation), _one_name(each.by)): each for each in by_others}
    organisations = list({organisation: each.from_organisation for (organisation, _), each in people.items()}.values())
    asked_for = int(number("references"))
    if len(organisations) >= asked_for:
        return line.found(State.MET, f"from {' and '.join(organisations[:asked_for])}")
    if len(people) >= asked_for:
        return line.found(
            State.REVIEW,
            f"both from the same organisation, {organisations[0]}",
            effect=Effect.CONDITION,
            rule="references-from-one-organisation",
            remedy="Ask for one from another organisation, and record it.",
        )
    says = "one of two is recorded" if people else "none is recorded"
    return line.found(
        State.NOT_RECORDED,
        says if len(by_others) == len(received) else f"{says}; what a provider says of itself does not count",
        effect=Effect.CANNOT_TELL,
        rule="too-few-references",
        remedy="Ask for the missing reference, and record it.",
    )


def _one_name(text: str) -> str:
    """Write a name the one way in which it is compared."""
    return " ".join(text.casefold().split())


def safety_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer a line for each health and safety item every provider is asked for, and each one it records (QF-34)."""
    known = {entry.item: entry for entry in (*safety_entries(), *situation.policy.safety_items)}
    everyone = {entry.item for entry in situation.policy.safety_items}
    recorded = {item.item for item in provider.health_and_safety}
    for key in [*(item for item in known if item in everyone | recorded), *sorted(recorded - set(known))]:
        items = [(at, each) for at, each in enumerate(provider.health_and_safety) if each.item == key]
        if not items:
            yield _not_recorded(known[key])
        for at, item in items:
            yield _safety_line(at, item, known.get(key), situation)


def _begun(key: str, entry: SafetyEntry | None, at: tuple[str | int, ...], site: str | None = None) -> Line:
    title = entry.title if entry else key.replace("_", " ").capitalize()
    return asked(
        f"safety/{key}" + (f"/{site}" if site else ""),
        "Health and safety",
        f"{title} ({site})" if site else title,
        "QF-34",
        basis=entry.basis if entry else "local policy",
        ask=_SAFETY_ASK,
        at=at,
        standing=entry.standing if entry else Standing.LOCAL_POLICY,
    )


def _not_recorded(entry: SafetyEntry) -> Line:
    return _begun(entry.item, entry, ("health_and_safety",)).found(
        State.NOT_RECORDED,
        "nothing is recorded",
        effect=Effect.CONDITION,
        rule="safety-item-not-recorded",
        remedy="Seek assurance before the start (QF-34), and record what was seen.",
    )


def _safety_line(at: int, item: SafetyItem, entry: SafetyEntry | None, situation: Situation) -> Line:
    line = _begun(item.item, entry, ("health_and_safety", at), item.site)
    line = seen(
        line,
        item,
        situation.on,
        missing="missing-safety-item",
        not_recorded="safety-item-not-recorded",
        may_not_apply=True,
        made=item.done,
    )
    if line.state is not State.MET:
        return line
    done = item.done if item.done and item.done <= situation.on else None
    if done is None and item.expires is None:
        return line.found(
            State.REVIEW,
            f"{line.says}; neither the day it was done nor its last day is recorded",
            effect=Effect.CONDITION,
            rule="safety-item-not-recorded",
            remedy="Read the day off it, and record it (done, expires).",
        )
    if done:
        line = line.found(State.MET, f"done on {plain(done)}; {line.says}")
    return _comes_round(line, item.expires, done, entry, situation)


def _comes_round(
    line: Line, expires: date | None, done: date | None, entry: SafetyEntry | None, situation: Situation
) -> Line:
    """Find whether an item has run out by its own last day or by its cycle, whichever is sooner.

    Its own last day is as binding as the item, its cycle as the cycle: the law asks for a fire risk assessment, and
    how often it is looked at again is the council's to say. Of two that have passed the one nobody can waive counts.
    """
    due: list[tuple[date, Line]] = [(expires, line)] if expires else []
    cycle = situation.policy.cycle_for(entry.cycle, done) if done and entry and entry.cycle else None
    if done and cycle:
        due.append((cycle.next_due(done), replace(line, basis=cycle.basis, standing=cycle.standing)))
    if not due:
        return line
    day, ground = min(due, key=lambda each: _weight(each[0], each[1], situation.on))
    return timed(
        ground if day < situation.on else line,
        day,
        situation,
        rule="safety-item-overdue",
        effect=Effect.CONDITION,
        remedy="Ask for the new one, and record its day.",
    )


def _weight(day: date, line: Line, on: date) -> tuple[bool, bool, date]:
    """Order days by what counts first: one that has passed, of those one that cannot be waived, then the sooner."""
    passed = day < on
    return (not passed, passed and line.can_be_waived, day)
