"""`apqa new visit`: what is filled in of a visit to come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.assigned import Way
    from apqa.forms.unfinished import Unfinished
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_LATER = "Everything filled in is plain text: change it, add to it, take it out."


def prepare(record: Unfinished, on: date) -> Iterator[str]:
    """Fill in what follows from the records, unless it was given, and answer what to say of it.

    A visit of the past is left as it is: what it was for and what was looked at is for whoever was there to say.
    """
    from apqa.questions.situation import Situation
    from apqa.reading.folder import DiskFolder
    from apqa.reading.loader import Library

    visited_on, provider_id = date.fromisoformat(str(record.id)[:10]), str(record.id)[11:]
    refuse_done_ahead(record, visited_on, on)
    if visited_on < on:
        yield from _of_the_past(record)
        return
    library = Library(DiskFolder(record.root))
    situation = Situation(library.records, on)
    provider = situation.records.provider(provider_id)
    if provider is None:
        yield f"the record of {provider_id} cannot be read, so nothing is filled in: `apqa check` says why"
        return
    yield from _fill_in(record, provider, visited_on, situation)
    if library.findings():
        yield "not all records can be read, so there may be more to look at: `apqa check` says which"


def refuse_done_ahead(record: Unfinished, visited_on: date, on: date) -> None:
    """Refuse a visit that is said to be done on a day to come. Raises `UsageError`."""
    from apqa.errors import UsageError
    from apqa.guidance.days import plain

    if visited_on > on and any(pair == (("status",), "done") for pair in record.pairs):
        raise UsageError(
            f"--set status=done: {plain(visited_on)} is still to come: leave it out, or give the day of the visit"
        )


def _of_the_past(record: Unfinished) -> Iterator[str]:
    if not {"type", "status", "lead"} <= {way[0] for way, _ in record.pairs}:
        yield "nothing is filled in of a visit of the past: what it was for, and who led it, is for whoever was there"


def _fill_in(record: Unfinished, provider: Provider, visited_on: date, situation: Situation) -> Iterator[str]:
    from apqa.guidance.days import plain
    from apqa.questions.visits.looking import what_to_look_at
    from apqa.questions.visits.rows import planned_on
    from apqa.questions.visits.suggesting import suggested_type

    suggested = suggested_type(provider, visited_on, situation)
    looks = what_to_look_at(provider, visited_on, situation)
    given = {way[0] for way, _ in record.pairs}
    if ahead := planned_on(provider, situation):
        yield f"a visit to {provider.id} is planned already, for {plain(ahead)}: `apqa visits {provider.id}` says which"
    if "type" not in given:
        yield f"its type is {suggested.type.value}, as {suggested.why}: change it if it is for something else"
    values: list[tuple[Way, str]] = [
        (("type",), suggested.type.value),
        (("status",), "planned"),
        (("lead",), "designated_officer"),
        *((("site",), key) for key in _only_site(provider, visited_on)),
        *(((("purpose",), suggested.purpose),) if suggested.purpose and "type" not in given else ()),
        *((("look_at", str(number)), str(each)) for number, each in enumerate(looks)),
    ]
    record.take(pair for pair in values if pair[0][0] not in given)
    if "officers" not in given:
        record.take((("officers", str(number)), each) for number, each in enumerate(_needed(record)))
    record.remarks = (f"Prepared on {plain(situation.on)} out of these records. {_LATER}", *_asked(provider, situation))


def _only_site(provider: Provider, on: date) -> Iterator[str]:
    """Answer the site of a provider that has one on the day; with several it is for a person to say which."""
    there = [site.key for site in provider.sites if site.covers(on)]
    if len(there) == 1:
        yield there[0]


def _needed(record: Unfinished) -> tuple[str, ...]:
    """Answer whom the visit needs, by its concern. A word that is none is refused with the record."""
    from apqa.questions.visits.needs import officers_needed
    from apqa.vocabulary.review import Area, Trigger, VisitType

    given = {way[0]: value for way, value in record.pairs}
    kind = next((each for each in VisitType if each == given["type"]), VisitType.ROUTINE)
    area = next((each for each in Area if each == given.get("concern_area")), None)
    trigger = next((each for each in Trigger if each == given.get("trigger")), None)
    needed = (each.value for each in officers_needed(kind, area, trigger))
    return tuple(each for each in needed if each != given["lead"])


def _asked(provider: Provider, situation: Situation) -> Iterator[str]:
    from apqa.questions.visits.needs import has_looked_after_pupils

    if has_looked_after_pupils(provider.id, situation.on, situation):
        yield (
            "One or more looked-after pupils are placed there. For a spot check, seek information from the Virtual "
            "School and the allocated social workers, and record the days: virtual_school_asked, social_worker_asked."
        )
