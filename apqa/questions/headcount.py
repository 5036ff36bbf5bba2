"""How many full-time pupils a provider has: from these records and from what it declared, on the safe side (QF-10)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.registration_law import registration_law
from apqa.questions.counts import NO_PUPILS, Counts, certain_counts, doubtful_counts, possible_counts
from apqa.questions.declared import last_declaration, unread_declarations
from apqa.questions.pupils_here import PupilHere, pupils_here
from apqa.questions.school_age import is_school_age
from apqa.records.kinds import PLACEMENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.guidance.registration_law import RegistrationLaw
    from apqa.questions.declared import Declaration
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.registration import Headcount


@dataclass(frozen=True, slots=True)
class Tally:
    """The least and the most there can be, where the numbers come from, and what is missing."""

    certain: Counts = NO_PUPILS
    possible: Counts = NO_PUPILS
    unknown: bool = False
    """Whether nothing can be said of pupils from other commissioners."""

    unread: tuple[str, ...] = ()
    """What cannot be read: placements that may be of a pupil who is there, self-assessments that may declare more."""

    sources: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def may_be_more(self) -> bool:
        """Answer whether there may be pupils who are not counted."""
        return self.unknown or bool(self.unread)

    def exceeds(self, other: Tally) -> bool:
        """Answer whether there may be more pupils of any sort than in another tally."""
        return self.possible.beyond(other.possible) != NO_PUPILS


def tally(provider: Provider, situation: Situation, law: RegistrationLaw, here: tuple[PupilHere, ...]) -> Tally:
    """Count the full-time pupils of a provider on the day, those of other commissioners included.

    The law counts every pupil at the institution (Education Act 1996 s.463). What the provider declared on a day,
    less the pupils these records had there on that day, are the pupils of others; they are taken to be still
    there. Where it is not certain whether a pupil counts, the least and the most are both kept. Whether the provider
    meant a doubtful pupil or another one, whom it declared is there for as long as that pupil is.
    """
    certain, possible = certain_counts(here), possible_counts(here)
    declaration = last_declaration(provider, situation)
    placements, undeclared = unread_placements(provider, here, situation), unread_declarations(provider, situation)
    unread = (*placements, *undeclared)
    missing = [*_not_here(situation, placements), *_not_declared(undeclared)]
    sources = [_known(here)]
    if declaration is None:
        missing.append("the provider has not declared how many pupils it has from all commissioners")
        return Tally(certain, possible, unknown=True, unread=unread, sources=tuple(sources), missing=tuple(missing))
    headcount = declaration.headcount
    still_here, others_most = _of_others(headcount, provider, situation, law, here)
    sources.append(_said(declaration, others_most))
    wrong, stale = proven_wrong(headcount, provider, situation), _stale(headcount, situation)
    missing.extend(_left_open(headcount, wrong, stale))
    return Tally(
        (certain + (NO_PUPILS if stale or wrong else still_here)).within(),
        (possible + others_most).within(),
        unknown=bool(stale or wrong),
        unread=unread,
        sources=tuple(sources),
        missing=tuple(missing),
    )


def _of_others(
    headcount: Headcount, provider: Provider, situation: Situation, law: RegistrationLaw, here: tuple[PupilHere, ...]
) -> tuple[Counts, Counts]:
    """Answer the least and the most pupils a declaration adds to those these records have on the day."""
    there = pupils_there(provider, situation.as_recorded_on(headcount.on), law)
    there_certain, there_possible = certain_counts(there), possible_counts(there)
    least, most = _declared(headcount, law)
    room = _left_to_others(headcount, provider, situation)
    least = least.beyond(_meant_and_counted_now(least.beyond(there_possible).pupils - room, there, here))
    still_here = least.beyond(there_possible.beyond(_still_doubtful(there, here)))
    return still_here, _no_more(most.beyond(there_certain), max(room, least.beyond(there_possible).pupils))


def _left_open(headcount: Headcount, wrong: str, stale: str) -> Iterator[str]:
    """Say what a declaration leaves open."""
    if wrong:
        yield f"how many pupils others have there, for the declaration counts fewer than these records: {wrong}"
    if headcount.main_education_here is None:
        yield "whether it is the main education of any pupil was not declared (main_education_here)"
    if stale:
        yield stale


def unread_placements(provider: Provider, here: Iterable[PupilHere], situation: Situation) -> tuple[str, ...]:
    """Name the placements that cannot be read and may name a provider, or one of the pupils who are there.

    A pupil's EHC plan, care and week stand in all of the pupil's placements, with whatever provider.
    """
    about = (provider.id, *(pupil.pupil for pupil in here))
    return tuple(dict.fromkeys(each for one in about for each in situation.records.unreadable(PLACEMENT, one)))


def _not_here(situation: Situation, unreadable: tuple[str, ...]) -> Iterator[str]:
    """Say which placements the counts leave out because they cannot be read, or are not kept in these records."""
    if unreadable:
        yield f"placement records that cannot be read: {', '.join(unreadable[:5])}"
    elif not situation.records.keeps(PLACEMENT):
        yield ("no placements are recorded here, so the council's own pupils count only as the provider declared them")


def _not_declared(unread: tuple[str, ...]) -> Iterator[str]:
    """Say which self-assessments cannot be read, and may hold a later declaration."""
    if unread:
        yield f"self-assessments that cannot be read and may declare other pupils: {', '.join(unread[:5])}"


def _left_to_others(headcount: Headcount, provider: Provider, situation: Situation) -> int:
    """Answer how many pupils a declaration counts beyond those these records had there then."""
    return max(0, headcount.compulsory_school_age - _of_school_age(provider, situation.as_recorded_on(headcount.on)))


def _no_more(counts: Counts, pupils: int) -> Counts:
    return replace(counts, pupils=min(counts.pupils, pupils)).within()


def _of_school_age(provider: Provider, situation: Situation) -> int:
    """Count the pupils these records have at a provider on the day who are certainly of compulsory school age."""
    here = (each for each in situation.records.placements_at(provider.id) if each.is_live(situation.on))
    return len({each.pupil for each in here if is_school_age(each.cohort, each.birth_third, situation.on)})


def proven_wrong(headcount: Headcount, provider: Provider, situation: Situation) -> str:
    """Say what was declared and what these records had that day, where they had more; empty where they had not.

    A declaration counts the pupils of every commissioner, so it can never be less than those of one. Where it is,
    nothing can be told from it of the pupils of others. It is held against the law in force on its own day.
    """
    then = situation.as_recorded_on(headcount.on)
    plans = headcount.full_time_with_ehc_plan
    known, of_age = known_counts(provider, then), _of_school_age(provider, then)
    # The law in force asks for no special educational needs, so the declaration is not held against these.
    declared = Counts(headcount.full_time, plans, known.with_special_needs, headcount.full_time_looked_after)
    if known.beyond(declared) == NO_PUPILS and of_age <= headcount.compulsory_school_age:
        return ""
    said = f"{headcount.compulsory_school_age} of compulsory school age, {declared.words}"
    here = f"{of_age} of compulsory school age, {known.words}"
    return f"declared on {plain(headcount.on)}: {said}; in these records that day: {here}"


def known_counts(provider: Provider, situation: Situation) -> Counts:
    """Count the full-time pupils these records certainly have at a provider on the day, under the law in force."""
    law = registration_law(situation.on)
    return certain_counts(pupils_there(provider, situation, law)) if law else NO_PUPILS


def pupils_there(provider: Provider, situation: Situation, law: RegistrationLaw) -> tuple[PupilHere, ...]:
    """Answer the pupils these records have at a provider on the day.

    Several questions go back to a declaration's day, and each reading of a rule set asks for the same.
    """
    asked = ("there", provider.id, law.key)
    return situation.once(asked, lambda: pupils_here(provider, situation, law.full_time))


def _still_doubtful(there: Iterable[PupilHere], here: Iterable[PupilHere]) -> Counts:
    """Count the pupils of whom it was not certain on a declaration's day whether they count, and is no more so now.

    A pupil who has left since, has fewer hours or certainly counts now may have been the one who was declared.
    """
    now = {pupil.pupil: pupil for pupil in here}
    both = ((pupil, now[pupil.pupil]) for pupil in there if pupil.pupil in now)
    doubtful = (
        doubtful_counts(then).combined(min, doubtful_counts(today)) for then, today in both if then.no_more_than(today)
    )
    return sum(doubtful, NO_PUPILS)


def _declared(headcount: Headcount, law: RegistrationLaw) -> tuple[Counts, Counts]:
    """Answer the least and the most full-time pupils a declaration can mean."""
    # Where nobody asked whether it is the main education of any pupil, it may be that of all.
    asked = headcount.main_education_here
    main = headcount.compulsory_school_age if asked is None else asked
    limit = law.full_time.presumed_above_hours
    over = int(limit is not None and headcount.most_hours is not None and headcount.most_hours > limit)
    doubtful = max(0, main - headcount.full_time, over - headcount.full_time)
    plans, cared = headcount.full_time_with_ehc_plan, headcount.full_time_looked_after
    needs = headcount.full_time_with_special_needs
    least = Counts(headcount.full_time, plans, max(needs or 0, plans), cared)
    most = Counts(
        headcount.full_time + doubtful,
        plans + doubtful,
        (headcount.full_time if needs is None else max(needs, plans)) + doubtful,
        cared + doubtful,
    )
    return least, most


def _meant_and_counted_now(number: int, there: Iterable[PupilHere], here: Iterable[PupilHere]) -> Counts:
    """Count the pupils a declaration must have meant whom these records had as part-time then, and count by now.

    So many of those it says are full-time cannot be others': of school age there were no more. None counts twice.
    """
    part_time = {pupil.pupil for pupil in there if not pupil.may_count}
    counted = certain_counts(pupil for pupil in here if pupil.pupil in part_time)
    most = max(0, number)
    return counted.combined(min, Counts(most, most, most, most))


def _known(here: tuple[PupilHere, ...]) -> str:
    full, doubt = sum(pupil.counts for pupil in here), sum(pupil.may_count and not pupil.counts for pupil in here)
    said = f"these records: {len(here)} {'pupil' if len(here) == 1 else 'pupils'} there, {full} full-time"
    return f"{said}, {doubt} to be judged" if doubt else said


def _said(declaration: Declaration, others: Counts) -> str:
    headcount = declaration.headcount
    said = f"{declaration.said}: {headcount.full_time} full-time"
    if (main := headcount.main_education_here or 0) > headcount.full_time:
        said += f", {main} with most of their education there"
    return f"{said}; {others.pupils} of other commissioners, taken to be still there" if others.pupils else said


def _stale(headcount: Headcount, situation: Situation) -> str:
    cycle = situation.policy.cycle("headcount")
    if cycle is None or cycle.next_due(headcount.on) >= situation.on:
        return ""
    return f"the declaration of pupils is of {plain(headcount.on)}, more than {cycle.length} old"
