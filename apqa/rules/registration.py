"""Registration as an independent school (QF-10 to QF-13, QF-20)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from apqa.finding import Severity
from apqa.guidance.establishments import number_ranges
from apqa.questions.concern import is_of_concern
from apqa.questions.declared import declarations, last_declaration
from apqa.questions.headcount import proven_wrong
from apqa.questions.registration import Requirement, registration_requirement
from apqa.records.kinds import PROVIDER
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.rules.lines import broken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment
    from apqa.rule import Path

_LAW = "Education Act 1996 s.463; Education and Skills Act 2008 s.96"


@rule(
    about=PROVIDER,
    severity=Severity.BREACH,
    clauses=("QF-10", "QF-11", "QF-12"),
    basis=_LAW,
    remedy="Do not place. Refer to the Department for Education, with the facts used. Fewer hours, fewer pupils or "
    "registration put it right; `apqa registration` shows which pupils count.",
    law=True,
)
def unregistered_full_time_provision(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider that is not registered appears to meet the definition of an independent school.

    Full-time education for five pupils of compulsory school age, or for one who is looked after or has an EHC
    plan, makes an institution an independent school, and to run one unregistered is an offence. apqa says what
    the records show; whether it is so is for the Department.
    """
    requirement = registration_requirement(provider, situation)
    if requirement.must_register:
        related = tuple(_declared_elsewhere(provider, situation))
        yield Fault(provider, "; ".join(requirement.because), ("headcounts",), related=related)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-10", "QF-12", "QF-13"),
    basis=_LAW,
    remedy="Complete what is missing, or have the designated officer conclude and record it (registration: reviews).",
    law=True,
)
def registration_to_be_judged(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Whether a provider must register cannot be told from the numbers: a person must judge.

    Below eighteen hours, an institution that gives all or nearly all of a pupil's education may still be
    full-time, and the pupils of other commissioners count too. What the register holds as something that is no school,
    such as a college, is for a person too, whatever the numbers. That it is not known what the council itself asks for,
    or that a placement cannot be read, is said once, and not of every provider.
    """
    requirement = registration_requirement(provider, situation)
    to_be_judged = requirement.requirement is Requirement.REVIEW and not requirement.policy_unknown
    if to_be_judged and not requirement.unread_alone and is_of_concern(provider, situation):
        said = "; ".join((*requirement.because, *requirement.missing))
        yield Fault(provider, said, ("headcounts",), related=tuple(_declared_elsewhere(provider, situation)))


def _declared_elsewhere(provider: Provider, situation: Situation) -> Iterator[tuple[SelfAssessment, Path]]:
    """Answer the self-assessment in which the pupils that count were declared, where it was there."""
    declaration = last_declaration(provider, situation)
    if declaration is not None and declaration.year:
        yield cast("SelfAssessment", declaration.record), declaration.at


@rule(
    about=PROVIDER,
    severity=Severity.ADVICE,
    clauses=("QF-10", "QF-13"),
    basis=_LAW,
    remedy="Ask before the next full-time placement: `apqa check-provider --if hours=…` shows what it would change.",
)
def no_headroom_left(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """One more full-time pupil would make registration compulsory.

    The provider is in order today. The next commissioner must know before placing.
    """
    requirement = registration_requirement(provider, situation)
    law, count = requirement.law, requirement.tally.certain.pupils
    by_the_numbers = requirement.requirement is Requirement.NOT_REQUIRED or requirement.policy_unknown
    if by_the_numbers and law is not None and count == law.pupils - 1:
        yield Fault(provider, f"{count} full-time pupils; one more makes registration compulsory", ("headcounts",))


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-20",),
    basis="QF-20",
    remedy='Look it up in "Get information about schools", and record what was found, when and by whom.',
)
def register_not_checked(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Nobody has recorded a look at the register of schools.

    The registration status is the first of the checks every commissioner must carry out.
    """
    return broken("register-not-checked", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-20",),
    basis="QF-20; local policy",
    remedy="Look it up again, and record it.",
)
def register_check_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """The last look at the register of schools is older than the cycle.

    A status changes without anybody writing to tell.
    """
    return broken("register-check-overdue", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-20",),
    basis="Education and Skills Act 2008 Part 4, on material changes",
    remedy="Ask the provider whether the Department has approved the change, and record it.",
    law=True,
)
def outside_registration(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A registered school has pupils, ages or sites outside its registration.

    More pupils than its number, other ages or another site need the Department's approval first.
    """
    return broken("outside-registration", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-10", "QF-20"),
    basis="Education Act 1996 s.463, which counts every pupil",
    remedy="Ask the provider to count again, or correct the placements: their days, hours, EHC plans and care.",
)
def headcount_below_placements(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider declared fewer pupils than these records had there on that day.

    It declares the pupils of every commissioner: all of compulsory school age, those who are full-time, and of
    these the ones with an EHC plan or looked after. One of the two is wrong, and the registration question rests
    on both.
    """
    for each in declarations(provider, situation):
        wrong = proven_wrong(each.headcount, provider, situation) if each.on <= situation.on else ""
        if wrong:
            yield Fault(each.record, wrong, each.at)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-10", "QF-20"),
    basis="Education Act 1996 s.463, which counts every pupil at an institution",
    remedy="Correct the number. Where one body runs both, judge whether they are one institution: if so, keep one "
    "record with all its sites; if not, record a waiver with the reason.",
)
def providers_with_one_number(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Two providers carry the same number, so that one institution may stand in the records twice.

    The registration question counts the pupils of each provider by themselves. Pupils of one institution that is
    recorded as two may come to five, or one pupil's hours to more than eighteen, and neither record would show it.
    """
    known = situation.once("identity-numbers", lambda: _by_number(situation.records.providers))
    for key, number in _numbers(provider):
        first, *others = known[key, number]
        if others and first is provider:
            said = f"{number} is the number of {', '.join(each.id for each in others)}, too: are they one institution?"
            yield Fault(provider, said, ("identity", key), related=tuple((each, ("identity", key)) for each in others))


def _by_number(providers: Iterable[Provider]) -> dict[tuple[str, str], list[Provider]]:
    found: defaultdict[tuple[str, str], list[Provider]] = defaultdict(list)
    for provider in providers:
        for numbered in _numbers(provider):
            found[numbered].append(provider)
    return found


def _numbers(provider: Provider) -> Iterator[tuple[str, str]]:
    """Answer the numbers one body has to itself, by the names of their lines."""
    for key in ("company_number", "charity_number", "ukprn", "urn"):
        number: str | None = getattr(provider.identity, key)
        if number is not None:
            yield key, number


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-20",),
    basis="Get information about schools: DfE numbers by type",
    remedy="Look it up again: the number or the type was misread, or it is another establishment's.",
)
def establishment_number_out_of_range(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """The DfE number found on the register is not one that establishments of its type are given.

    An independent school has another range than a special school or a college. Where number and type do not go
    together, the look at the register may have been at another establishment.
    """
    registration, check = provider.registration, provider.register_check(situation.on)
    if registration is None or check is None or check.establishment_number is None:
        return
    ranges, number = number_ranges(check.establishment_type), int(check.establishment_number[-4:])
    if ranges and not any(each.first <= number <= each.last for each in ranges):
        given = " or ".join(f"{each.first} to {each.last}" for each in ranges)
        said = f"{check.establishment_number}: an establishment of type {check.establishment_type} is given {given}"
        look = registration.register_checks.index(check)
        yield Fault(provider, said, ("registration", "register_checks", look, "establishment_number"))
