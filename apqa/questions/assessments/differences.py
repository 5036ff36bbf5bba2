"""Where a self-assessment and the provider's record say different things of the day it was completed (QF-53, QF-54)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.criteria import criterion_of
from apqa.guidance.days import plain
from apqa.questions.assessments.current import year_before
from apqa.questions.assessments.ratings import effective
from apqa.questions.checks.line import State
from apqa.questions.checks.verdict import provider_check
from apqa.vocabulary.provider import LeadRole
from apqa.vocabulary.review import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.questions.checks.line import Line
    from apqa.questions.situation import Situation
    from apqa.records.base import Record
    from apqa.records.provider import Provider
    from apqa.records.registration import Headcount
    from apqa.records.self_assessment import SelfAssessment
    from apqa.rule import Path

_SAID_BY_THE_RECORD = frozenset({State.EXPIRED, State.MISSING})
"""The states that contradict "met". That nothing is recorded contradicts nobody."""

_THE_PROVIDERS_OWN = frozenset(
    {
        "missing-policy",
        "policy-review-overdue",
        "missing-procedure",
        "lapsed-insurance",
        "missing-insurance",
        "insurance-below-minimum",
        "no-safeguarding-lead",
        "safeguarding-lead-training-overdue",
        "staff-training-overdue",
        "central-record-incomplete",
        "missing-safety-item",
        "safety-item-overdue",
    }
)
"""The faults that are the provider's to put right. That the council has not looked for a year is not among them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing a self-assessment says, and what the provider's record says of it."""

    key: str
    """What it is about: a criterion's code, or the way to a figure."""

    says: str
    """What the one says and what the other says, in a sentence."""

    at: Path
    """Where it stands in the self-assessment."""

    related: tuple[tuple[Record, Path], ...]
    """Where the other side of it stands."""


def rating_differences(assessment: SelfAssessment, situation: Situation) -> Iterator[Difference]:
    """Find criteria that count as met, of which the provider's record says otherwise for the day of completion.

    The checks before a placement say what the record shows, so that the two never drift apart. A check bears on one
    criterion. Where the provider itself, or the council, does not call the criterion met, nothing is contradicted.
    """
    provider = situation.records.provider(assessment.provider)
    if provider is None:
        return
    for line in provider_check(provider, situation.on_day(assessment.completed_on)).lines:
        criterion = criterion_of(line.key)
        rating = assessment.ratings.get(criterion.code) if criterion else None
        if criterion and rating and _contradicts(line) and effective(rating, situation.on) is Rating.MET:
            said = f"'{criterion.title}' is rated met; the record says of {plain(assessment.completed_on)}: "
            at = ("ratings", criterion.code, "rating")
            yield Difference(criterion.code, f"{said}{line.title}: {line.says}", at, ((provider, line.at),))
    yield from _no_first_aider(assessment, situation)


def _contradicts(line: Line) -> bool:
    return line.state in _SAID_BY_THE_RECORD and line.rule in _THE_PROVIDERS_OWN


def _no_first_aider(assessment: SelfAssessment, situation: Situation) -> Iterator[Difference]:
    """Find that first aid counts as met while the figures know of nobody who holds a certificate."""
    criterion = criterion_of("safety/first_aid")
    safety = assessment.figures.health_and_safety if assessment.figures else None
    rating = assessment.ratings.get(criterion.code) if criterion else None
    if criterion is None or rating is None or safety is None or safety.first_aiders != 0:
        return
    if effective(rating, situation.on) is Rating.MET:
        said = f"'{criterion.title}' is rated met; its own figures say that nobody holds a first aid certificate"
        figure = (assessment, ("figures", "health_and_safety", "first_aiders"))
        yield Difference(criterion.code, said, ("ratings", criterion.code, "rating"), (figure,))


def headcount_differences(assessment: SelfAssessment, situation: Situation) -> Iterator[Difference]:
    """Find numbers of pupils that the provider's record has otherwise for the very day they were counted on."""
    provider, counted = situation.records.provider(assessment.provider), assessment.headcount
    if provider is None or counted is None:
        return
    same_day = [number for number, each in enumerate(provider.headcounts) if each.on == counted.on]
    if same_day:
        number = same_day[-1]  # of two of one day the one written later counts
        for name, here, there in _other_numbers(counted, provider.headcounts[number]):
            about = f"{name.replace('_', ' ')} on {plain(counted.on)}"
            said = f"{about}: {here} by the self-assessment, {there} by the provider's record"
            yield Difference(
                f"headcount.{name}", said, ("headcount", name), ((provider, ("headcounts", number, name)),)
            )


_NUMBERS = (
    "compulsory_school_age",
    "full_time",
    "full_time_with_ehc_plan",
    "full_time_looked_after",
    "full_time_with_special_needs",
    "main_education_here",
    "other_ages",
)


def _other_numbers(
    here: Headcount, there: Headcount, names: Iterable[str] = _NUMBERS
) -> Iterator[tuple[str, int, int]]:
    for name in names:
        one, other = getattr(here, name), getattr(there, name)
        if one is not None and other is not None and one != other:
            yield name, one, other


def later_headcount_differences(assessment: SelfAssessment, situation: Situation) -> Iterator[Difference]:
    """Find what registration turns on, counted on a later day otherwise than the provider's record last has it.

    Pupils come and go, so both may be true; but registration goes by the later count, which no look at the provider's
    own record shows. One that the record has on a later day than the self-assessment answers it.
    """
    provider, counted = situation.records.provider(assessment.provider), assessment.headcount
    if provider is None or counted is None or counted.on > situation.on:
        return
    known = [(each.on, number) for number, each in enumerate(provider.headcounts) if each.on <= situation.on]
    if known and max(known)[0] < counted.on:
        day, number = max(known)
        for name, here, there in _other_numbers(counted, provider.headcounts[number], tuple(_DECIDE)):
            said = f"{_DECIDE[name]}: {here} on {plain(counted.on)} by the self-assessment, {there} on {plain(day)}"
            related = ((provider, ("headcounts", number, name)),)
            yield Difference(f"headcount.{name}", f"{said} by the provider's record", ("headcount", name), related)


_DECIDE = {
    "full_time": "full-time pupils of compulsory school age",
    "full_time_with_ehc_plan": "full-time pupils with an EHC plan",
    "full_time_looked_after": "full-time pupils who are looked after",
    "main_education_here": "pupils whose main education it is",
}
"""The numbers that registration turns on, in words (Education Act 1996 s.463)."""


def undeclared_changes(assessment: SelfAssessment, situation: Situation) -> Iterator[Difference]:
    """Find changes since the self-assessment before that the record shows, where this one declares none at all.

    Of one that declares some, a person reads whether they are the same: they are told in words.
    """
    provider = situation.records.provider(assessment.provider)
    before = year_before(assessment.provider, assessment.year, situation)
    if provider is None or before is None or assessment.changes:
        return
    for day, what, at in _changes(provider):
        if before.completed_on < day <= assessment.completed_on:
            says = f"it declares no change since {plain(before.completed_on)}; the record: {what} {plain(day)}"
            yield Difference("changes", says, ("completed_on",), ((provider, at),))


def _changes(provider: Provider) -> Iterator[tuple[date, str, Path]]:
    """Answer what changed at a provider, day by day, and where it stands: who leads on safeguarding, and sites."""
    for number, lead in enumerate(provider.safeguarding.leads if provider.safeguarding else ()):
        if lead.role is LeadRole.DESIGNATED_SAFEGUARDING_LEAD:
            yield lead.starts, "another safeguarding lead since", ("safeguarding", "leads", number, "starts")
    for number, site in enumerate(provider.sites):
        yield site.starts, f"a new site, {site.name}, since", ("sites", number, "starts")
        if site.ends:
            yield site.ends, f"the site {site.name} given up on", ("sites", number, "ends")
