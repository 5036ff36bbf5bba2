"""The figures of a year that a provider's self-assessment states, area by area (Appendix A).

What the record of the provider itself holds, such as training and insurance, is not asked for again.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from apqa.records.authority import NumberOfDays
from apqa.records.base import Part
from apqa.records.identifiers import Cohort, Word
from apqa.records.scalars import Count, Day, Hours, Money, Percent, Scalar, decimal_number, refuse, whole_number
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.placement import Destination
from apqa.vocabulary.provider import ListStatus

_MOST_POSTS = 9999


def _parts_of(figures: Part, *pairs: tuple[str, str]) -> Iterator[Untruth]:
    """Find what is more than that of which it is a part, of figures that state both."""
    for name, of in pairs:
        part, whole = getattr(figures, name), getattr(figures, of)
        if part is not None and whole is not None and part > whole:
            yield untrue(f"{name} is more than {of}, of which it is a part", name)


def _posts(value: object) -> Decimal:
    number = decimal_number(value, "a number of posts", "full-time posts such as 6.5")
    if number > _MOST_POSTS:
        refuse("out-of-range", f"{number:,} posts are more than any provider has")
    return number


Posts = Annotated[Decimal, Scalar(_posts, {"type": "number", "minimum": 0, "maximum": _MOST_POSTS})]
Hygiene = Annotated[int, whole_number(0, 5, "a food hygiene rating is from 0 to 5, not {}")]


class RegistrationFigures(Part):
    """Law and registration (QF-10, Appendix A1)."""

    commissioners: Count | None = None
    """How many commissioners placed pupils in the year."""

    subcontractors: Count | None = None
    """How many others teach or look after its pupils for it."""

    inspected_on: Day | None = None
    """The last day of its latest inspection by Ofsted or the Independent Schools Inspectorate."""


class LeadershipFigures(Part):
    """Leadership and management (QF-53, Appendix A2)."""

    complaints: Count | None = None
    """How many complaints came."""

    complaints_upheld: Count | None = None
    """How many of them were upheld, wholly or in part."""

    actions_agreed: Count | None = None
    """How many actions were agreed with the council at the last review."""

    actions_closed: Count | None = None
    """How many of them are done and verified."""

    @truth
    def _parts_fit_the_whole(self) -> Iterator[Untruth]:
        yield from _parts_of(self, ("complaints_upheld", "complaints"), ("actions_closed", "actions_agreed"))


class StaffingFigures(Part):
    """Staffing (QF-53, Appendix A3)."""

    posts: Posts | None = None
    """How many full-time posts the staff fill together."""

    teaching_qualified: Count | None = None
    """How many members of staff are qualified teachers."""

    subject_qualified: Count | None = None
    """How many have a qualification in the subject or trade they teach."""

    left: Count | None = None
    """How many members of staff left in the year: the turnover."""

    supply: Count | None = None
    """How many supply staff worked there in the year."""

    volunteers: Count | None = None
    """How many volunteers worked there in the year."""

    pupils_to_staff: dict[Word, Count] = {}
    """The most pupils for one member of staff, by a short name of the activity."""


class SafeguardingFigures(Part):
    """Safeguarding, in counts alone (QF-53, Appendix A4)."""

    trained_on: Day | None = None
    """The day the last member of staff completed the year's safeguarding training."""

    allegations: Count | None = None
    """How many allegations against staff were referred to the local authority designated officer."""

    low_level: Count | None = None
    """How many low-level concerns about staff were recorded."""

    physical_interventions: Count | None = None
    """How many times staff intervened physically."""

    missing: Count | None = None
    """How many times a pupil left without leave."""


class SafetyFigures(Part):
    """Health and safety, and premises (QF-53, Appendix A5)."""

    accidents: Count | None = None
    """How many accidents were recorded."""

    riddor: Count | None = None
    """How many were reported under RIDDOR, the regulations on injuries, diseases and dangerous occurrences."""

    first_aiders: Count | None = None
    """How many members of staff hold a first aid certificate that is in date."""

    fire_risk_assessed: Day | None = None
    """The day fire risks were last assessed."""

    fire_findings_open: Count | None = None
    """How many significant findings of that assessment are still to be put right."""

    fire_drill: Day | None = None
    """The day of the last fire drill."""

    food_hygiene: Hygiene | None = None
    """The food hygiene rating, from 0 to 5."""


class SupportFigures(Part):
    """Admissions, attendance, behaviour and support (QF-53, Appendix A6)."""

    suspensions: Count | None = None
    """How many times a pupil was sent home or suspended."""

    ended_early: Count | None = None
    """How many placements the provider ended before their time."""


class EducationFigures(Part):
    """Quality of education (QF-53, Appendix A7)."""

    hours: dict[Word, Hours] = {}
    """Hours of teaching a week, by a short name of the subject: english, mathematics, science and others."""


class Survey(Part):
    """What people think, as a survey found (Appendix A8)."""

    answers: Count
    """How many answered."""

    positive: Percent
    """How many of the answers were positive, in per cent."""


class OutcomeFigures(Part):
    """Outcomes of the year, of all pupils or of one school cohort (QF-07, QF-53, Appendix A8)."""

    cohort: Cohort | None = None
    """The school cohort; left out where the figures are of all pupils."""

    started: Count | None = None
    """How many placements started."""

    ended: Count | None = None
    """How many placements ended."""

    attendance: Percent | None = None
    """Attendance, in per cent of the sessions there could have been."""

    targets_met: Percent | None = None
    """How many of the pupils' targets were met, in per cent."""

    qualifications_entered: Count | None = None
    """How many qualifications pupils were entered for."""

    qualifications_achieved: Count | None = None
    """How many of them were achieved."""

    reintegrated: Count | None = None
    """How many pupils returned to a school."""

    sustained: Count | None = None
    """How many of them were still there after 12 weeks."""

    destinations: dict[Destination, Count] = {}
    """Where pupils went, in numbers; neet is one of the words."""

    exclusions_avoided: Count | None = None
    """How many permanent exclusions the placements prevented, in the schools' judgement."""

    pupils_view: Survey | None = None
    """What pupils think of it."""

    parents_view: Survey | None = None
    """What parents and carers think of it."""

    @truth
    def _parts_fit_the_whole(self) -> Iterator[Untruth]:
        yield from _parts_of(self, ("qualifications_achieved", "qualifications_entered"), ("sustained", "reintegrated"))


class DataProtectionFigures(Part):
    """Data protection (QF-53, Appendix A9)."""

    access_requests: Count | None = None
    """How many people asked for the data held about them."""

    breaches: Count | None = None
    """How many breaches of personal data there were."""

    breaches_reported: Count | None = None
    """How many of them were reported to the Information Commissioner."""

    @truth
    def _parts_fit_the_whole(self) -> Iterator[Untruth]:
        yield from _parts_of(self, ("breaches_reported", "breaches"))


class FinanceFigures(Part):
    """Finance and value for money (QF-43, Appendix A10)."""

    day_rate: Money | None = None
    """The price of a day, in pounds without value added tax."""

    session_rate: Money | None = None
    """The price of a session (half a day), in pounds without value added tax."""

    attended_session_cost: Money | None = None
    """What each session cost that was attended, in pounds: income from placements by sessions attended."""

    outcome_cost: Money | None = None
    """What each placement cost that reached its aim, in pounds."""

    largest_commissioner: Percent | None = None
    """The share of income from the largest commissioner, in per cent."""

    accounts_filed: Day | None = None
    """The day the last accounts were filed."""


class Figures(Part):
    """The figures of the year, area by area; what is left out is not stated (QF-53, Appendix A)."""

    list_status: ListStatus | None = None
    """Where it stood with the approved provider list when it assessed itself (Appendix A0)."""

    changes_told_within: NumberOfDays | None = None
    """Within how many days it will tell the council of changes (Appendix A12)."""

    registration: RegistrationFigures | None = None
    """Law and registration. The pupils on a day stand in `headcount`."""

    leadership: LeadershipFigures | None = None
    """Leadership and management."""

    staffing: StaffingFigures | None = None
    """Staffing."""

    safeguarding: SafeguardingFigures | None = None
    """Safeguarding, in counts alone."""

    health_and_safety: SafetyFigures | None = None
    """Health and safety, and premises."""

    admissions_and_support: SupportFigures | None = None
    """Admissions, attendance, behaviour and support."""

    quality_of_education: EducationFigures | None = None
    """Quality of education."""

    outcomes: tuple[OutcomeFigures, ...] = ()
    """Outcomes: of all pupils together, of each school cohort, or both. Small numbers are not for publishing."""

    data_protection: DataProtectionFigures | None = None
    """Data protection."""

    finance: FinanceFigures | None = None
    """Finance and value for money."""
