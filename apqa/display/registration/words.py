"""The words about registration that every form for people shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider_check.words import short
from apqa.questions.package import hours_text
from apqa.questions.pupils_here import FullTime
from apqa.questions.registration import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.display.registration.answer import Asked, RegistrationAnswer
    from apqa.questions.headcount import Tally
    from apqa.questions.pupils_here import PupilHere
    from apqa.questions.registration import RegistrationRequirement
    from apqa.questions.timeline import Stretch

ANSWERS = {
    Requirement.MUST_REGISTER: "must register",
    Requirement.REVIEW: "to be judged",
    Requirement.NOT_REQUIRED: "not required",
    Requirement.ALREADY_REGISTERED: "already registered",
}
STYLES = {
    Requirement.MUST_REGISTER: "bad",
    Requirement.REVIEW: "unknown",
    Requirement.NOT_REQUIRED: "good",
    Requirement.ALREADY_REGISTERED: "good",
}
_MEANS = {
    Requirement.MUST_REGISTER: (
        "It appears to meet the definition of an independent school and is not registered. "
        "Refer it to the Department for Education, with the facts used."
    ),
    Requirement.REVIEW: (
        "The records do not settle it. Complete what is missing, or have the designated officer conclude and record it."
    ),
    Requirement.NOT_REQUIRED: "By what is recorded it need not register.",
    Requirement.ALREADY_REGISTERED: "It is registered, or a school that need not be.",
}
PUPIL_COLUMNS = ("Pupil", "Hours", "Full-time", "School age", "EHC plan", "Looked after", "Why")
PROVIDER_COLUMNS = ("Provider", "Answer", "Full-time", "EHC plan", "Looked after", "Room for", "Because")
TIMELINE_COLUMNS = ("From", "To", "Answer", "Because")
_FULL_TIME = {FullTime.YES: "yes", FullTime.REVIEW: "to be judged", FullTime.NO: "no"}


_WOULD_MEAN = {
    Requirement.MUST_REGISTER: (
        "It would appear to meet the definition of an independent school, and is not registered. "
        "Nothing is asked of it today: tell the provider what is coming."
    ),
    Requirement.NOT_REQUIRED: "By what is recorded it would need no registration.",
}


_READINGS_DIFFER = "The readings of the law give different answers, and no document settles which of them holds."
_NOTHING_TODAY = "Nothing is asked of anybody today: tell the provider what may be coming."


def means(answer: RegistrationAnswer, asked: Asked) -> str:
    """Say what the answer means, and what to do about it."""
    if asked.requirement.readings_differ:
        return f"{_READINGS_DIFFER} {_NOTHING_TODAY}" if answer.announced else _READINGS_DIFFER
    requirement = asked.requirement.requirement
    return (answer.announced and _WOULD_MEAN.get(requirement)) or _MEANS[requirement]


def known(answer: object) -> str:
    """Write yes, no, or that it is not recorded."""
    return "not recorded" if answer is None else "yes" if answer else "no"


def pupil_row(pupil: PupilHere) -> tuple[str, ...]:
    """Put a pupil in a row: the reference, and what makes the pupil count or not."""
    return (
        pupil.pupil,
        hours_text(pupil.hours),
        _FULL_TIME[pupil.full_time],
        known(pupil.school_age),
        known(pupil.ehc_plan),
        known(pupil.looked_after),
        pupil.why,
    )


def pupil_in_short(pupil: PupilHere) -> tuple[str, ...]:
    """Put a pupil in a row for a narrow screen: all that makes the pupil count or not in one sentence."""
    facts = (("of school age", pupil.school_age), ("EHC plan", pupil.ehc_plan), ("looked after", pupil.looked_after))
    said = [name if answer else f"{name} not recorded" for name, answer in facts if answer is not False]
    not_so = [name for name, answer in facts if answer is False and name == "of school age"]
    why = "; ".join((pupil.why, *(f"not {name}" for name in not_so), ", ".join(said)))
    return pupil.pupil, _FULL_TIME[pupil.full_time], why.rstrip("; ")


def provider_row(asked: Asked) -> tuple[str, ...]:
    """Put a provider in a row: the answer, the counts, the room that is left, the first reason."""
    requirement = asked.requirement
    certain, possible = requirement.tally.certain, requirement.tally.possible
    return (
        asked.provider.id,
        ANSWERS[requirement.requirement],
        _range(certain.pupils, possible.pupils, requirement.tally),
        _range(certain.with_ehc_plan, possible.with_ehc_plan, requirement.tally),
        _range(certain.looked_after, possible.looked_after, requirement.tally),
        _room(requirement),
        next(iter(requirement.because), ""),
    )


def _range(least: int, most: int, tally: Tally) -> str:
    """Write the least and the most there may be; a plus where more may be there whom nobody declared."""
    return (str(least) if least == most else f"{least} to {most}") + ("+" if tally.may_be_more else "")


def _room(requirement: RegistrationRequirement) -> str:
    room = requirement.headroom
    if room is None:
        return "-"
    return "not known" if room.pupils is None else str(room.pupils)


def headroom(requirement: RegistrationRequirement) -> str:
    """Say how many more full-time pupils of which kind there is room for before it must register."""
    room = requirement.headroom
    if requirement.law is None:
        return "it cannot be said, for apqa knows no law of registration for the day"
    if room is None:
        return "it is registered already, so the number of its pupils does not matter for this question"
    pupils = "it cannot be said how many" if room.pupils is None else str(room.pupils or "no")
    one = room.pupils == 1
    return (
        f"{pupils} more full-time {'pupil' if one else 'pupils'} without an EHC plan who {'is' if one else 'are'} not "
        f"looked after; "
        f"{room.with_ehc_plan or 'none'} with an EHC plan; {room.looked_after or 'none'} who are looked after"
    )


def law(requirement: RegistrationRequirement) -> str:
    """Name the law an answer rests on, and how it tells full-time."""
    rules = requirement.law
    if rules is None:
        return "apqa knows no law of registration for the day"
    return f"{rules.title} ({rules.basis}). Full-time: {rules.full_time.basis}."


def beside(answer: RegistrationAnswer, asked: Asked) -> tuple[str, str]:
    """Say what the other law would answer, behind its name."""
    other = asked.beside
    if other is None:
        return "", ""
    name = "In force" if answer.announced else "Announced"
    title = f" under {other.law.title}" if other.law else ""
    remark = "" if answer.announced else ", which is not in force"
    return name, f"{ANSWERS[other.requirement]}{title}{remark}: {next(iter(other.because), '')}"


def readings(requirement: RegistrationRequirement) -> Iterator[str]:
    """Say what each reading of the law answers, and why; nothing where it can be read in one way only."""
    for each in requirement.readings:
        why = next(iter(each.because), "")
        yield f"{ANSWERS[each.requirement]} where {each.reading.where} ({each.reading.basis}): {why}"


def label(answer: RegistrationAnswer) -> str:
    """Say that an answer is not one of the law in force, where it is not."""
    return "under the announced law, which is not in force" if answer.announced else ""


def timeline_rows(asked: Asked) -> Iterator[tuple[str, ...]]:
    """Put each period with one answer in a row."""
    for stretch in asked.timeline or ():
        yield (
            short(stretch.starts),
            short(stretch.ends) if stretch.ends else "",
            ANSWERS[stretch.answer.requirement],
            _why(stretch),
        )


def _why(stretch: Stretch) -> str:
    """Say why the answer of a period is what it is: on its first day, or on the day it came closest to another."""
    first, closest = stretch.answer, stretch.closest
    said = next(iter(closest.because), "")
    return said if closest.on == first.on else f"from {short(closest.on)}: {said}"


def unread_sentence(unread: Iterable[str]) -> str:
    """Say which records could not be read; empty where all could."""
    named = list(unread)
    more = f" and {len(named) - 5} more" if len(named) > 5 else ""  # noqa: PLR2004  a handful is enough to see
    return f"Cannot be read, so the answer may be another: {', '.join(named[:5])}{more}." if named else ""


def left_out_sentence(answer: RegistrationAnswer) -> str:
    """Say which providers were left out and why; empty where none was."""
    ids = answer.left_out
    if not ids:
        return ""
    which = f"{ids[0]} is" if len(ids) == 1 else f"{', '.join(ids[:-1])} and {ids[-1]} are"
    return (
        f"{which} not in use on that day, as nobody is or may be placed there, and left out here. "
        f"`apqa registration {ids[0]}` asks about {'it' if len(ids) == 1 else 'one'} all the same."
    )
