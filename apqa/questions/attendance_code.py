"""Which attendance code the school enters while a pupil is at a provider, and why (QF-39)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apqa.guidance.attendance_law import attendance_code, powers_of_the_council
from apqa.guidance.days import plain
from apqa.questions.calendars import main_school_days, own_calendar
from apqa.questions.grounds import ground_of_another
from apqa.questions.register import register_answer
from apqa.questions.school_age import is_school_age
from apqa.questions.unread import unread_about
from apqa.records.kinds import PROVIDER
from apqa.vocabulary.placement import CommissionerKind, PlacementBasis
from apqa.vocabulary.provider import Weekday

if TYPE_CHECKING:
    from datetime import date

    from apqa.guidance.attendance_law import CodeEntry
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.pupil import SchoolRoll

_SCHOOLS = frozenset({CommissionerKind.SCHOOL, CommissionerKind.ACADEMY})
_ARRANGED_UNSETTLED = frozenset({PlacementBasis.PERSONAL_BUDGET, PlacementBasis.TRIBUNAL})


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """The code for one placement on one day."""

    placement: str
    on: date
    code: str | None
    """The code; none where none of the codes for education elsewhere applies, or it cannot be told."""

    because: tuple[str, ...]
    """Why, in sentences."""

    missing: tuple[str, ...] = ()
    """What is not recorded and would change or confirm the answer. With no code: it cannot be told."""

    title: str = ""
    means: str = ""
    basis: str = ""
    no_session: str = ""
    """Why there is no session at the provider on this very day; then the code is for the days there is one."""

    @property
    def on_the_day(self) -> str | None:
        """Answer the code for this very day; none where there is no session at the provider."""
        return None if self.no_session else self.code


def code_for(placement: Placement, situation: Situation) -> CodeAnswer:
    """Answer which code the pupil's main school enters for sessions at the provider on the day.

    In this order: on no school's roll, none; on the provider's own roll too, D; arranged by the council under
    Education Act 1996 s.19(1) or Children and Families Act 2014 s.42(2) or s.61(1), K (from 19 August 2024);
    arranged or agreed by the school and supervised, B. Where the records contradict each other on who arranged it, it
    cannot be told. Source: SI 2024/208 reg.10, and before it SI 2006/1751 reg.6.
    """
    if not placement.is_live(situation.on):
        return _none(placement, situation.on, f"the placement is not live on {plain(situation.on)}")
    return replace(arranged_code(placement, situation), no_session=_no_session(placement, situation))


def _no_session(placement: Placement, situation: Situation) -> str:
    """Say why there is no session at the provider on the day; empty where there is one or the records do not say."""
    week = placement.week(situation.on)
    if week is not None and week.days and tuple(Weekday)[situation.on.weekday()] not in week.days:
        return f"the pupil is not timetabled there on a {situation.on:%A}"
    if main_school_days(placement, situation).is_school_day(situation.on) is False:
        return f"schools are closed on {plain(situation.on)}"
    own = own_calendar(placement.provider, situation.on, situation)
    if own is not None and own.is_school_day(situation.on) is False:
        return f"the provider is closed on {plain(situation.on)}"
    return ""


def arranged_code(placement: Placement, situation: Situation) -> CodeAnswer:
    """Answer the code of a live placement for any session at the provider, whether there is one on the day or not."""
    on = situation.on
    if placement.registered_at is None:
        return _unknown(placement, on, "which schools the pupil is registered at (registered_at)")
    rolls = [roll for roll in placement.registered_at if roll.covers(on)]
    schools = [roll for roll in rolls if not roll.is_provider]
    if not schools:
        said = "at the provider's own school only" if rolls else "at no school"
        return _none(placement, on, f"the pupil is registered {said}, so no other register is kept")
    return _unconfirmed(_on_rolls(placement, situation, rolls), schools)


def _unconfirmed(answer: CodeAnswer, schools: list[SchoolRoll]) -> CodeAnswer:
    """Say that a code rests on a main school that is not recorded: it is entered in that school's register."""
    if answer.code is None or any(roll.main for roll in schools):
        return answer
    names = " and ".join(roll.school for roll in schools)
    which = f"which of {names} is" if len(schools) > 1 else f"whether {names} is"
    said = f"{which} the pupil's main school, whose register the code is entered in (registered_at: main)"
    return replace(answer, missing=(*answer.missing, said))


def _on_rolls(placement: Placement, situation: Situation, rolls: list[SchoolRoll]) -> CodeAnswer:
    on = situation.on
    dual = _dual(rolls)
    if dual and not _is_a_school(placement, situation):
        return _unknown(
            placement, on, f"whether the provider is a registered school, as the roll of {dual.school} says"
        )
    if dual:
        return _code("D", placement, on, f"the pupil is registered at the provider too ({dual.school})")
    return _arranged(placement, situation)


def _is_a_school(placement: Placement, situation: Situation) -> bool:
    """Answer whether the register was found to hold the provider as a school.

    A provider whose record is not kept here is believed, but not one whose record cannot be read.
    """
    provider = situation.records.provider(placement.provider)
    if provider is None:
        return not unread_about(PROVIDER, placement.provider, situation)
    return register_answer(provider, situation).is_registered


def _dual(rolls: list[SchoolRoll]) -> SchoolRoll | None:
    return next((roll for roll in rolls if roll.is_provider), None)


def _arranged(placement: Placement, situation: Situation) -> CodeAnswer:
    """Ask who arranged it. Where the records leave that open, there may be an answer that holds whoever did."""
    on = situation.on
    if doubt := _who_arranged_it_is_open(placement):
        if _needs_to_be_known(placement, on):
            return _unknown(placement, on, doubt)
        return _school(placement, on, "the school agreed it, whoever arranged it", _without_k(on))
    if placement.commissioner.arranged_by_council or placement.basis.value in powers_of_the_council():
        return _council(placement, on)
    return _school(placement, on)


def _who_arranged_it_is_open(placement: Placement) -> str:
    """Say what leaves open who arranged it, and what to record or correct; empty where the records settle it.

    Where the commissioner cannot use the legal ground, one of the two is wrong. That the council arranged it can then
    still be said (`arranged_by_council`), but not by a council that is the commissioner and says that it did not.
    """
    by_council, basis = placement.commissioner.arranged_by_council, placement.basis
    itself = placement.commissioner.kind is CommissionerKind.LOCAL_AUTHORITY
    under_power = basis.value in powers_of_the_council()
    if by_council and not under_power and basis not in _ARRANGED_UNSETTLED:
        return f"under which of its powers the council arranged it: the basis is {basis.value}"
    if by_council is False and under_power:
        return f"who arranged it: the basis {basis.value} is a power of the council, and arranged_by_council says no"
    if (by_council is None or (itself and not by_council)) and (misfit := ground_of_another(placement)):
        by_it = by_council is None and (under_power or basis in _ARRANGED_UNSETTLED)
        record = ", or record whether the council arranged it (arranged_by_council)" if by_it else ""
        return f"who arranged it: {misfit}; correct the basis or the commissioner{record}"
    if by_council is None and basis in _ARRANGED_UNSETTLED:
        return "whether the council arranged it (commissioner: arranged_by_council)"
    return ""


def _needs_to_be_known(placement: Placement, on: date) -> bool:
    """Answer whether the code turns on who arranged it.

    It does since there is a code K. Before, whatever the pupil's school had agreed and somebody supervised was B, and
    what nobody supervised was not, whoever arranged it.
    """
    attendance = placement.attendance
    if attendance_code("K", on) is not None or attendance is None:
        return True
    return attendance.supervised is not False and not attendance.school_agreed


def _council(placement: Placement, on: date) -> CodeAnswer:
    because = f"the council arranged it ({placement.basis.value}), and the pupil is on no roll of the provider"
    if attendance_code("K", on) is None:
        return _school(placement, on, because, _without_k(on))
    return _code("K", placement, on, because)


def _without_k(on: date) -> str:
    return f"there is no code K on {plain(on)}"


def _school(placement: Placement, on: date, *because: str) -> CodeAnswer:
    """Ask what makes it an approved educational activity: that the school arranged or agreed it, and supervision."""
    supervised = placement.attendance.supervised if placement.attendance else None
    recorded = placement.attendance.school_agreed if placement.attendance else None
    own = _is_commissioned_by_the_pupils_school(placement, on)
    if supervised is False:
        return _not_approved(placement, on, "nobody the school authorises supervises the pupil there")
    if recorded is False and own:
        said = "whether the pupil's school agreed: it commissioned the placement, and school_agreed says no"
        return _unknown(placement, on, said)
    if recorded is False:
        return _not_approved(placement, on, "the school neither arranged nor agreed it")
    if not own and recorded is None:
        said = "whether the pupil's school agreed what another arranged (attendance: school_agreed)"
        return _unknown(placement, on, said)
    agreed = "the school arranged or agreed it, and the pupil is on no roll of the provider"
    answer = _code("B", placement, on, *(because or (agreed,)))
    if supervised is None:
        said = "whether somebody the school authorises supervises the pupil there (attendance: supervised)"
        return replace(answer, missing=(*answer.missing, said))
    return answer


def _is_commissioned_by_the_pupils_school(placement: Placement, on: date) -> bool:
    """Answer whether a school commissions the placement at which the pupil is registered, by its number or its name."""
    commissioner = placement.commissioner
    rolls = [roll for roll in placement.registered_at or () if roll.covers(on) and not roll.is_provider]
    return commissioner.kind in _SCHOOLS and any(
        roll.urn == commissioner.urn
        if roll.urn and commissioner.urn
        else roll.school.casefold() == commissioner.name.casefold()
        for roll in rolls
    )


def _not_approved(placement: Placement, on: date, because: str) -> CodeAnswer:
    said = "so it is no approved educational activity: the school enters the absence code that is true"
    return _none(placement, on, f"{because}, {said}")


def _code(code: str, placement: Placement, on: date, *because: str) -> CodeAnswer:
    entry: CodeEntry | None = attendance_code(code, on)
    if entry is None:
        return _unknown(placement, on, f"what the codes were on {plain(on)}; apqa does not know", *because)
    reasons = [*because]
    if is_school_age(placement.cohort, placement.birth_third, on) is False:
        reasons.append("the pupil is not of compulsory school age on the day")
    return CodeAnswer(placement.id, on, code, tuple(reasons), (), entry.title, entry.means, entry.basis)


def _none(placement: Placement, on: date, because: str) -> CodeAnswer:
    return CodeAnswer(placement.id, on, None, (because,))


def _unknown(placement: Placement, on: date, missing: str, *because: str) -> CodeAnswer:
    return CodeAnswer(placement.id, on, None, because, (missing,))
