"""What each placement adds to the sums of a year: never a percentage, always what percentages are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.questions.outcomes.tree import (
    ATTENDANCE,
    BASELINES,
    CLOSED,
    DESTINATIONS,
    OBJECTIVES,
    OWN_WORDS,
    PLACEMENTS,
    QUALIFICATIONS,
    REPORTS,
    VOICE,
)
from apqa.vocabulary.placement import VoiceMethod

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.outcomes.of_year import PlacementYear
    from apqa.records.destination import Onward, Sustained
    from apqa.records.following import Voice
    from apqa.records.progress import QualificationProgress
    from apqa.records.termly_report import SessionCounts, TermlyReport
    from apqa.vocabulary.reporting import ReportingPeriod


@dataclass(frozen=True, slots=True)
class Entry:
    """What one placement adds to one part of a table, in a reporting period where it comes from a report."""

    table: str
    part: str
    number: int
    period: ReportingPeriod | None = None


def entries(each: PlacementYear) -> Iterator[Entry]:
    """Answer everything a placement adds to the sums of its year."""
    yield Entry(PLACEMENTS.key, _standing(each), 1)
    if each.ended and each.destination:
        yield Entry(DESTINATIONS.key, each.destination.to.value, 1)
    for report in each.reports:
        yield from _of_report(report, incomplete=report in each.incomplete)
    for part, left_out in (("returned", each.returned), ("repeated", each.repeated)):
        for report in left_out:
            yield Entry(REPORTS.key, part, 1, report.period)
    yield from _objectives(each.reports)
    yield from _qualifications(each.reports)
    yield from _voice(each)


def _of_report(report: TermlyReport, *, incomplete: bool) -> Iterator[Entry]:
    lacks = "with_attendance" if report.sessions else "without_attendance"
    yield Entry(REPORTS.key, lacks if incomplete else "complete", 1, report.period)
    if report.sessions:
        for key, number in _sessions(report.sessions):
            yield Entry(ATTENDANCE.key, key, number, report.period)
        yield Entry(CLOSED.key, "closed", report.sessions.provider_closed or 0, report.period)


def _sessions(sessions: SessionCounts) -> Iterator[tuple[str, int]]:
    """Part the possible sessions, what nobody wrote down in parts of its own."""
    missed = {
        "authorised": sessions.authorised_absence or 0,
        "unauthorised": sessions.unauthorised_absence or 0,
        "unknown": sessions.unknown or 0,
    }
    late = sessions.late
    yield "late", late or 0
    yield "on_time" if late is not None else "lateness_not_recorded", sessions.attended - (late or 0)
    yield from missed.items()
    yield "not_accounted_for", sessions.possible - sessions.attended - sum(missed.values())


def _objectives(reports: Iterable[TermlyReport]) -> Iterator[Entry]:
    """Answer how far each objective had come in the latest report that speaks of it, against its baseline (QF-06)."""
    latest = {_named(said.objective): said for report in reports for said in report.objectives}
    for said in latest.values():
        yield Entry(OBJECTIVES.key, said.progress.value, 1)
        yield Entry(BASELINES.key, "with_baseline" if said.baseline else "without_baseline", 1)


def _qualifications(reports: Iterable[TermlyReport]) -> Iterator[Entry]:
    """Answer each qualification once: by what the latest report says that says anything of it."""
    found: dict[str, list[QualificationProgress]] = {}
    for report in reports:
        for said in report.qualifications:
            found.setdefault(_named(said.title), []).append(said)
    for told in found.values():
        yield Entry(QUALIFICATIONS.key, _reached(told), 1)


def _reached(told: list[QualificationProgress]) -> str:
    achieved = next((each.achieved for each in reversed(told) if each.achieved is not None), None)
    entered = next((each.entered for each in reversed(told) if each.entered is not None), None)
    if achieved is not None:
        return "achieved" if achieved else "not_achieved"
    return "entered" if entered else "not_entered"


def _named(text: str) -> str:
    """Take two names for one where they differ in capitals or blanks alone."""
    return " ".join(text.casefold().split())


def _voice(each: PlacementYear) -> Iterator[Entry]:
    """Answer how the pupil was heard last in the year, and in whose words each time."""
    said = sorted(_voices(each), key=lambda voice: voice.on)
    heard = [voice for voice in said if voice.method is not VoiceMethod.DECLINED]
    latest = (heard or said)[-1:]
    yield Entry(VOICE.key, latest[0].method.value if latest else "not_heard", 1)
    words = {True: "in_own_words", False: "not_in_own_words", None: "words_not_recorded"}
    for voice in heard:
        yield Entry(OWN_WORDS.key, words[voice.own_words], 1)


def _voices(each: PlacementYear) -> tuple[Voice, ...]:
    """Answer each time the pupil was heard, once: what stands in the report may stand in the placement too."""
    own = (voice for voice in each.placement.pupil_voice if each.year.has(voice.on))
    told = (report.pupil_voice for report in each.reports if report.pupil_voice)
    reported = (voice for voice in told if voice.on <= each.year.on)
    return tuple({(voice.on, voice.method): voice for voice in (*own, *reported)}.values())


def _standing(each: PlacementYear) -> str:
    if not each.ended:
        return "going_on"
    onward = each.destination
    return _lasted(onward, each) if onward else "no_destination"


def _lasted(onward: Onward, each: PlacementYear) -> str:
    """Answer how long a destination is known to have lasted by the day; what lasted 12 weeks lasted 6."""
    six, twelve = (_known(check, each) for check in (onward.after_6_weeks, onward.after_12_weeks))
    if six is False:
        return "left_before_6_weeks"
    if twelve:
        return "lasted_12_weeks"
    if six:
        return "left_before_12_weeks" if twelve is False else f"12_weeks_{_or_to_come(onward, each, 12)}"
    return "left_by_12_weeks" if twelve is False else f"6_weeks_{_or_to_come(onward, each, 6)}"


def _known(check: Sustained | None, each: PlacementYear) -> bool | None:
    return check.sustained if check and check.checked_on <= each.year.on else None


def _or_to_come(onward: Onward, each: PlacementYear, weeks: int) -> str:
    return "not_checked" if onward.on + timedelta(weeks=weeks) <= each.year.on else "to_come"
