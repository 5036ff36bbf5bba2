"""What falls due as a calendar feed (RFC 5545), which calendar programs subscribe to or import."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from apqa.errors import ApqaError
from apqa.forms.extras import without_extra
from apqa.questions.due.asking import with_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icalendar import Component, Event

    from apqa.questions.due.duty import Duty

_BEGINNING = date(2020, 1, 1)
"""The day from which the days are counted that a new event's sequence number begins with."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar feed before it is written."""

    name: str
    """What calendar programs call it."""

    domain: str
    """Whose events they are, in their names for good."""

    on: date
    version: str


@dataclass(frozen=True, slots=True)
class _Earlier:
    """An event as an earlier feed had it."""

    due: date | None
    sequence: int


def calendar_feed(duties: Iterable[Duty], names: Mapping[str, str], feed: Feed, earlier: bytes = b"") -> str:
    """Write the duties that have a day as all-day events, with lines that end as the standard has it.

    An event keeps its name for good, so that a calendar that knows it moves it and shows it once. Its sequence number
    rises when its day is another than in the earlier feed of the same file; a feed without an earlier one begins with
    the number of the day it is made on, which is higher than any before it. Raises `ApqaError` where the earlier file
    is no feed, or the extra `forms` is missing.
    """
    try:
        from icalendar import Calendar
    except ImportError as error:
        raise without_extra("calendar feeds") from error
    known = _events(earlier)
    calendar = Calendar()
    for key, value in (
        ("PRODID", f"-//apqa//apqa {feed.version}//EN"),
        ("VERSION", "2.0"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", feed.name),
    ):
        calendar.add(key, value)
    calendar.add("REFRESH-INTERVAL", timedelta(days=1), parameters={"VALUE": "DURATION"})
    for duty in duties:
        if duty.due is not None:
            calendar.add_component(_event(duty, duty.due, names, feed, known))
    written: bytes = calendar.to_ical(sorted=False)
    return written.decode("utf-8")


def event_name(duty: Duty, domain: str) -> str:
    """Answer the name of a duty's event for good (UID)."""
    return f"{duty.key.replace('/', '.')}@{domain}"


def _event(duty: Duty, due: date, names: Mapping[str, str], feed: Feed, known: Mapping[str, _Earlier]) -> Event:
    from icalendar import Event

    uid, event = event_name(duty, feed.domain), Event()
    event.add("UID", uid)
    event.add("DTSTAMP", datetime(feed.on.year, feed.on.month, feed.on.day, tzinfo=UTC))
    event.add("SEQUENCE", _sequence(due, known.get(uid), feed.on))
    event.add("DTSTART", due)
    event.add("DTEND", due + timedelta(days=1))
    event.add("SUMMARY", _summary(duty, names))
    event.add("DESCRIPTION", _description(duty, names))
    event.add("CATEGORIES", [duty.kind.value.replace("_", " ")])
    event.add("TRANSP", "TRANSPARENT")
    return event


def _sequence(due: date, earlier: _Earlier | None, on: date) -> int:
    """Answer the sequence number: as it was where the day is as it was, else higher than it was."""
    today = max(0, (on - _BEGINNING).days)
    if earlier is None:
        return today
    return earlier.sequence if earlier.due == due else max(today, earlier.sequence + 1)


def _summary(duty: Duty, names: Mapping[str, str]) -> str:
    about = ", ".join(filter(None, (names.get(duty.provider, duty.provider), duty.placement)))
    title = duty.title.rstrip(".")
    return f"{title}: {about}" if about else title


def _description(duty: Duty, names: Mapping[str, str]) -> str:
    lines = (
        f"Ask {with_article(duty.ask)}.",
        duty.says and f"{duty.says[0].upper()}{duty.says[1:]}.",
        duty.provider and f"Provider: {names.get(duty.provider, duty.provider)}",
        duty.placement and f"Placement: {duty.placement}",
        duty.commissioner and f"Commissioner: {duty.commissioner}",
        f"Clause: {duty.clause}",
    )
    return "\n".join(filter(None, lines))


def _events(earlier: bytes) -> dict[str, _Earlier]:
    """Read the events of an earlier feed: the day of each and its sequence number."""
    from icalendar import Calendar

    if not earlier:
        return {}
    try:
        calendar = Calendar.from_ical(earlier.decode("utf-8"))
    except ValueError as error:
        raise ApqaError(
            "the file the feed is to be written to is no calendar feed: name another file, or remove it first"
        ) from error
    return {str(each["UID"]): _earlier(each) for each in calendar.walk("VEVENT") if each.get("UID") is not None}


def _earlier(event: Component) -> _Earlier:
    day, sequence = event.get("DTSTART"), event.get("SEQUENCE", 0)
    when = getattr(day, "dt", None)
    return _Earlier(when if type(when) is date else None, int(sequence))
