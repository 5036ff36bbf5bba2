"""A placement: kept as records/placements/<id>.yaml."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Annotated

from apqa.records.base import Period, Record, in_force, no_more_without_breaks, one_at_a_time
from apqa.records.destination import Achievement, End, Onward
from apqa.records.direction import DirectionNotice
from apqa.records.following import Change, DailyAttendance, NamedPerson, Review, RiskReview, Voice
from apqa.records.identifiers import AttendanceCode, Cohort, ProviderId, PupilRef, Slug
from apqa.records.plan import (
    Agreement,
    BeforeStart,
    Commissioner,
    Induction,
    Plan,
    Step,
)
from apqa.records.pupil import Package, SchoolRoll
from apqa.records.scalars import Day, Entries, Hours, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.placement import BirthThird, LinkedPlan, PlacementBasis, SpecialNeeds
from apqa.vocabulary.provider import Weekday


class Timetable(Period):
    """The pupil's week at the provider, for a time (QF-12, QF-15). A change of hours is a new entry."""

    hours_with_breaks: Hours
    """Hours a week, breaks and independent study included. The registration question asks for these."""

    hours_without_breaks: Hours | None = None
    """The same without breaks: the hours of education."""

    daytime: Truth
    """Whether it takes place during the day, when schools are open."""

    days: Annotated[tuple[Weekday, ...], Entries(once=True)] = ()
    """The days of the week."""

    site: Slug | None = None
    """The key of the provider's site for this time, where it is another than the placement's (QF-05)."""

    nearly_all_education: Truth | None = None
    """Whether this is all or nearly all of the pupil's education, where a person has judged that."""

    @truth
    def _is_a_week_there_can_be(self) -> Iterator[Untruth]:
        yield from no_more_without_breaks(self.hours_with_breaks, self.hours_without_breaks)


class RecordedCode(Period):
    """The attendance code the school enters, for a time (QF-39)."""

    code: AttendanceCode
    """The code, in quotes."""


_SEPTEMBER = 9
_YOUNGEST, _OLDEST = 2, 25
"""The ages on 1 September of the year a placement starts in that are no slip: from nursery to the end of EHC plans."""


class Placement(Record):
    """One pupil's time with one provider for one commissioner. Kept as records/placements/<id>.yaml.

    The pupil is a reference; names, dates of birth, pupil numbers and addresses have no place here.
    """

    provider: ProviderId
    """The provider, by the name of its record."""

    site: Slug | None = None
    """The key of the provider's site where it takes place."""

    commissioner: Commissioner
    """Who arranges and answers for it (QF-03)."""

    pupil: PupilRef
    """The pupil's reference, such as P-9F4TC. The list that says who it is never stands in these records."""

    cohort: Cohort
    """The school cohort: born from 1 September of the first year to 31 August of the second, as 2010-11."""

    birth_third: BirthThird | None = None
    """The part of the school year the pupil was born in. Needed for the start of compulsory school age, and to tell who
    is older than a school is registered for."""

    special_needs: SpecialNeeds | None = None
    """Special educational needs as the school records them."""

    ehc_plans: tuple[Period, ...] | None = None
    """When an education, health and care plan was in force. An empty list says there is none; leave the line
    out when it is not known."""

    looked_after: tuple[Period, ...] | None = None
    """When the pupil was looked after by a council. An empty list says never; leave the line out when it is
    not known."""

    basis: PlacementBasis
    """The legal ground (QF-01)."""

    maximum_end: Day | None = None
    """The latest day it may last to, as agreed or directed."""

    starts: Day
    """The first day of the placement."""

    expected_end: Day | None = None
    """The day it is expected to end."""

    registered_at: tuple[SchoolRoll, ...] | None = None
    """The schools the pupil is registered at. An empty list says at none; leave the line out when it is not known."""

    timetable: tuple[Timetable, ...]
    """The pupil's weeks at this provider, the oldest first."""

    package: Package | None = None
    """The rest of the pupil's education (QF-15)."""

    plan: Plan | None = None
    """The personalised plan (QF-05)."""

    agreements: tuple[Agreement, ...] = ()
    """The service level agreements, the oldest first (QF-08)."""

    direction: DirectionNotice | None = None
    """The notice of a maintained school's direction off site (QF-01)."""

    before_start: BeforeStart | None = None
    """What was done before it started (QF-20 to QF-27, QF-30 to QF-35)."""

    induction: Induction | None = None
    """The induction (QF-32)."""

    risk_reviews: tuple[RiskReview, ...] = ()
    """Each look at the risk assessment (QF-31)."""

    named_persons: tuple[NamedPerson, ...] = ()
    """Who keeps in contact on either side (QF-36)."""

    attendance: DailyAttendance | None = None
    """How attendance is reported every day (QF-52)."""

    codes: tuple[RecordedCode, ...] = ()
    """The attendance code the school enters (QF-39)."""

    reviews: tuple[Review, ...] = ()
    """The reviews, at least one each half term (QF-38)."""

    changes: tuple[Change, ...] = ()
    """Significant changes, and when the other side was told (QF-37)."""

    end: End | None = None
    """The end, once it has ended."""

    achievements: tuple[Achievement, ...] | None = None
    """What the pupil achieved (QF-07)."""

    destination: Onward | None = None
    """Where the pupil went afterwards (QF-07)."""

    pupil_voice: tuple[Voice, ...] = ()
    """What the pupil says of the placement's effect (QF-07)."""

    @truth
    def _ends_after_it_starts(self) -> Iterator[Untruth]:
        for name, day in (
            ("end", self.end and self.end.on),
            ("expected_end", self.expected_end),
            ("maximum_end", self.maximum_end),
        ):
            if day and day < self.starts:
                at = ("end", "on") if name == "end" else (name,)
                yield untrue(f"its {name}, {day}, is before it starts on {self.starts}", *at)

    @truth
    def _one_end_goes_with_the_other(self) -> Iterator[Untruth]:
        if self.expected_end and self.maximum_end and self.maximum_end < self.expected_end:
            said = f"it may last to {self.maximum_end} at most, and is expected to end on {self.expected_end}"
            yield untrue(said, "expected_end")
        if self.destination and not self.end:
            yield untrue("the pupil went on to it, and the placement has not ended: record its end", "destination")
        if self.destination and self.destination.on < self.starts:
            said = f"it began on {self.destination.on}, before the placement started on {self.starts}"
            yield untrue(said, "destination", "on")
        for number, review in enumerate(self.reviews):
            if review.on < self.starts:
                said = f"a placement that starts on {self.starts} cannot be reviewed on {review.on}"
                yield untrue(said, "reviews", number, "on")

    @truth
    def _nothing_began_before_the_pupil_was_born(self) -> Iterator[Untruth]:
        born = date(int(self.cohort[:4]), _SEPTEMBER, 1)
        for name in ("ehc_plans", "looked_after", "registered_at"):
            for number, period in enumerate(getattr(self, name) or ()):
                if period.starts < born:
                    said = f"it began on {period.starts}, before a pupil of the cohort {self.cohort} was born"
                    yield untrue(said, name, number, "starts")

    @truth
    def _links_to_an_ehc_plan_there_is(self) -> Iterator[Untruth]:
        for number, link in enumerate(self.plan.links if self.plan else ()):
            if self.ehc_plans == () and link.plan is LinkedPlan.EHC_PLAN:
                said = "it is linked to an EHC plan, and ehc_plans says there is none"
                yield untrue(said, "plan", "links", number)

    @truth
    def _weeks_and_codes_do_not_overlap(self) -> Iterator[Untruth]:
        yield from one_at_a_time(self.timetable, "timetable", "timetable")
        yield from one_at_a_time(self.codes, "attendance code", "codes")

    @truth
    def _no_week_lies_outside_the_placement(self) -> Iterator[Untruth]:
        for number, week in enumerate(self.timetable):
            said = f"the timetable that starts on {week.starts}"
            if week.ends is not None and week.ends < self.starts:
                yield untrue(f"{said} ends before the placement starts on {self.starts}", "timetable", number)
            if self.end is not None and self.starts <= self.end.on < week.starts:
                yield untrue(f"{said} does so after the placement ended on {self.end.on}", "timetable", number)

    @truth
    def _pupil_is_of_an_age_to_be_placed(self) -> Iterator[Untruth]:
        began = self.starts.year if self.starts.month >= _SEPTEMBER else self.starts.year - 1
        age = began - int(self.cohort[:4]) - 1
        if not _YOUNGEST <= age <= _OLDEST:
            said = f"a pupil of the cohort {self.cohort} was"
            if age >= 0:
                yield untrue(f"{said} {age} in the school year in which the placement starts", "cohort")
            else:
                yield untrue(f"{said} not born when the placement started", "cohort")

    @truth
    def _one_main_school_at_a_time(self) -> Iterator[Untruth]:
        mains = sorted((roll for roll in self.registered_at or () if roll.main), key=lambda roll: roll.starts)
        for earlier, later in pairwise(mains):
            if earlier.covers(later.starts):
                yield untrue(f"two main schools on {later.starts}: only one can be the main school", "registered_at")

    @property
    def last_day(self) -> date | None:
        """Answer its last day, where it has ended or has an end in sight; none while it is open."""
        return self.end.on if self.end else None

    def is_live(self, on: date) -> bool:
        """Answer whether the pupil is placed on the day. An expected end that has passed ends nothing."""
        return self.starts <= on and (self.end is None or on <= self.end.on)

    def week(self, on: date) -> Timetable | None:
        """Answer the timetable that holds on the day; none when none is recorded for it."""
        return next((week for week in self.timetable if week.covers(on)), None)

    def site_on(self, on: date) -> str | None:
        """Answer the site on the day: its timetable's own, else the placement's; none when neither is recorded."""
        week = self.week(on)
        return week.site if week and week.site else self.site

    def recorded_code(self, on: date) -> RecordedCode | None:
        """Answer the code the school enters on the day; none when none is recorded for it."""
        return next((code for code in self.codes if code.covers(on)), None)

    def agreed_plan(self, on: date) -> Plan | None:
        """Answer the plan as agreed by the day. One agreed later was not there yet."""
        return self.plan if self.plan and self.plan.agreed_on <= on else None

    def step(self, name: str, on: date) -> Step | None:
        """Answer a step before the start, by its key, that was done by the day."""
        step: Step | None = getattr(self.before_start, name, None)
        return step if step and step.on <= on else None

    def induction_by(self, on: date) -> Induction | None:
        """Answer the induction given by the day."""
        return self.induction if self.induction and self.induction.on <= on else None

    def has_ehc_plan(self, on: date) -> bool | None:
        """Answer whether an EHC plan is in force on the day; none when that is not recorded."""
        return None if self.ehc_plans is None else in_force(self.ehc_plans, on)

    def is_looked_after(self, on: date) -> bool | None:
        """Answer whether the pupil is looked after on the day; none when that is not recorded."""
        return None if self.looked_after is None else in_force(self.looked_after, on)

    def agreement(self, on: date) -> Agreement | None:
        """Answer the agreement in force on the day."""
        return next((agreement for agreement in self.agreements if agreement.covers(on)), None)
