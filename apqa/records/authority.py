"""Who keeps the records, and the council's own policy: kept as records/authority.yaml."""

from typing import Annotated

from pydantic import Field

from apqa.records.base import Part, Record
from apqa.records.identifiers import USUAL_ZONE, CouncilCode, CouncilNumber, Edition, Email, Phone, TimeZone, Urn, Word
from apqa.records.scalars import Count, Day, Entries, Hours, Money, PartOfAll, Text, whole_number
from apqa.vocabulary.placement import CommissionerKind
from apqa.vocabulary.provider import InsuranceKind
from apqa.vocabulary.review import EscalationStep

_LONGEST_CYCLE = 600
_MOST_DAYS = 3653
"""The longest cycle and the most days of waiting that are no slip: fifty years, and ten."""

Months = Annotated[int, whole_number(1, _LONGEST_CYCLE, f"a cycle is from 1 to {_LONGEST_CYCLE} months long, not {{}}")]
NumberOfDays = Annotated[int, whole_number(0, _MOST_DAYS, "{:,} days are more than ten years")]


class Decision(Part):
    """What every value of local policy carries: its reason, and who decided it when."""

    reason: Text
    """Why the council chose it."""

    decided_by: Text | None = None
    """Who decided, by role."""

    decided_on: Day | None = None
    """The day."""

    starts: Day | None = None
    """The first day it applies; from the beginning when left out."""


class MinimumCover(Decision):
    """The least an insurance must cover."""

    pounds: Money
    """The limit of indemnity in pounds, for any one event."""


class Cycle(Decision):
    """How often something must be done again."""

    months: Months
    """After how many months."""


class Days(Decision):
    """A number of days."""

    days: NumberOfDays
    """How many."""


class WeeklyHours(Decision):
    """A number of hours a week."""

    hours: Hours
    """How many."""


class Number(Decision):
    """A number."""

    number: Count
    """How many."""


class Share(Decision):
    """A share of a whole."""

    percent: PartOfAll
    """In per cent."""


class Asked(Decision):
    """Something the council asks for beyond the framework."""

    title: Text
    """What it is called."""


class Deciders(Decision):
    """Who may decide something, by role."""

    roles: Annotated[tuple[Word, ...], Entries(needed="nobody may decide it: name at least one role")]
    """The roles, by the short names they have among `roles`: senior_manager."""


class NewEdition(Decision):
    """An edition of guidance that apqa does not know yet."""

    in_force_from: Day
    """The first day it applies."""


class Policy(Part):
    """The council's own policy. It may tighten and add to everything; law and statutory guidance are never loosened."""

    minimum_cover: dict[InsuranceKind, MinimumCover] = {}
    """The least each insurance must cover."""

    cycles: dict[Word, Cycle] = {}
    """How often things are due again, by the name guidance gives the cycle."""

    policies: dict[Word, Asked] = {}
    """Policies the council asks for beyond the framework's."""

    insurances: dict[InsuranceKind, Asked] = {}
    """Insurances the council asks for beyond the framework's."""

    safety_items: dict[Word, Asked] = {}
    """Health and safety items the council asks every provider for."""

    editions: dict[Word, dict[Edition, NewEdition]] = {}
    """Editions of guidance newer than this apqa, by the document's short name and, in quotes, the edition."""

    warning_days: Days | None = None
    """How many days before something is due apqa says so."""

    certificate_days: Days | None = None
    """How many days before an insurance begins its certificate may be seen; what was seen earlier is another's."""

    circulation_days: Days | None = None
    """Within how many working days a note of visit is circulated."""

    facts_days: Days | None = None
    """Within how many working days a provider answers a note of visit on its facts."""

    application_days: Days | None = None
    """Within how many days an application to be listed is decided."""

    report_due_school_days: Days | None = None
    """How many school days after the end of a reporting period its reports are due."""

    final_report_due_school_days: Days | None = None
    """How many school days after the end of a placement its final report is due; with its period's if left out."""

    remind_soon_days: Days | None = None
    """How many days before something is due it is reminded of."""

    remind_overdue_days: Days | None = None
    """How many days after its day something overdue is reminded of."""

    remind_escalated_days: Days | None = None
    """After how many days overdue a reminder is escalated: a manager has a copy."""

    self_assessment_review_days: Days | None = None
    """Within how many days the council reviews a self-assessment that has come."""

    self_assessment_correction_days: Days | None = None
    """Within how many days a provider corrects a self-assessment that was returned to it."""

    small_number: Number | None = None
    """Counts below this are not published."""

    attendance_difference: Share | None = None
    """By how many percentage points the attendance a provider states may differ from what its reports sum to."""

    like_providers: Number | None = None
    """How many like providers with a figure there have to be before theirs are shown beside a provider's (QF-43)."""

    like_ages_share: Share | None = None
    """What share of the ages either takes two like providers both take (QF-43)."""

    like_places_times: Number | None = None
    """How many times as many pupils at one time the larger of two like providers may take (QF-43)."""

    full_time_hours: WeeklyHours | None = None
    """The hours of education a week a full-time package holds; no law defines it (QF-15)."""

    deciders: dict[EscalationStep, Deciders] = {}
    """Who may decide on each step of escalation, by the name of the step (QF-59)."""

    telling_days: Days | None = None
    """Within how many working days of a suspension or removal everybody who must be told is told."""

    settling_days: Days | None = None
    """Within how many working days of it what becomes of each live placement is recorded."""

    decision_record_days: Days | None = None
    """Within how many working days of it the decision record is filed."""

    meeting_days: Days | None = None
    """Within how many days of enhanced monitoring the provider is met."""

    monitoring_check_days: Days | None = None
    """How many days at most lie between two checks under enhanced monitoring."""

    suspension_review_days: Days | None = None
    """Within how many working days a suspension is reviewed."""

    representation_days: Days | None = None
    """How many days a provider has to make representations after its removal."""

    tolerated_days: Days | None = None
    """How many days an agreed action may be overdue before a step of escalation is called for."""

    verification_days: Days | None = None
    """Within how many days after an action was done somebody verifies that it is."""

    repeated_within_days: Days | None = None
    """Within how many days of an area's being put right a concern in it counts as repeated."""

    nearly_all_share: Share | None = None
    """From what share of a pupil's education a person must judge whether it is "all or substantially all"."""


class Role(Part):
    """Somebody with a part in quality assurance."""

    title: Text
    """The post."""

    email: Email | None = None
    """Where to write."""

    phone: Phone | None = None
    """The telephone number, in quotes."""


class Recipient(Part):
    """A commissioning service or school that is told when a provider is removed from the list (QF-59)."""

    name: Text
    """Its name."""

    kind: CommissionerKind
    """What it is."""

    urn: Urn | None = None
    """A school's number in "Get information about schools", in quotes."""

    email: Email | None = None
    """Where to write."""


class Authority(Record):
    """Who keeps these records, and the council's own policy. Kept as records/authority.yaml."""

    name: Text
    """The council's name."""

    code: CouncilCode | None = None
    """The council's GSS code, in quotes."""

    number: CouncilNumber | None = None
    """The council's DfE number, in quotes."""

    time_zone: TimeZone = USUAL_ZONE
    """The time zone in which days begin and end."""

    mailbox: Email | None = None
    """Where providers apply and questions go (QF-40)."""

    roles: dict[Word, Role] = {}
    """Who does what: designated_officer, virtual_school, lado, senior_manager and others."""

    # Made when a record has none, which is rare: one made here would cost every start.
    policy: Policy = Field(default_factory=Policy)
    """Local policy, each value with its reason."""

    recipients: tuple[Recipient, ...] = ()
    """The commissioning services and schools that are told of removals (QF-59)."""
