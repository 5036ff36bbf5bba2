"""An annual self-assessment (Appendix A): kept as records/self-assessments/<provider>/<year>.yaml."""

from collections.abc import Iterator

from apqa.records.base import Part, Period, Record
from apqa.records.figures import Figures
from apqa.records.identifiers import VisitId, Word
from apqa.records.registration import Headcount
from apqa.records.scalars import Day, Text, Truth
from apqa.records.truths import Untruth, days_at, truth, untrue
from apqa.vocabulary.review import AssessmentOutcome, Rating, Validation


class CriterionAction(Part):
    """What the provider will do about a criterion it does not fully meet (QF-53)."""

    what: Text
    """What."""

    owner: Text
    """Who, by role."""

    due: Day
    """By when."""

    done_on: Day | None = None
    """The day it was done, as the provider says. Whether the criterion is met by it stands apart."""


class CouncilValidation(Part):
    """What the council found when it checked a rating (QF-54), apart from the provider's own, which it overrides."""

    found: Validation
    """What was found."""

    on: Day | None = None
    """The day it was checked."""

    by: Text | None = None
    """Who checked, by role."""

    visit: VisitId | None = None
    """The visit at which it was checked."""

    note: Text | None = None
    """Why, where it differs from the provider's rating."""

    @truth
    def _checked_by_somebody(self) -> Iterator[Untruth]:
        if self.found is not Validation.NOT_CHECKED and (self.on is None or self.by is None):
            yield untrue("it was checked, so say by whom and when: by, on", "found")


class CriterionRating(Part):
    """How the provider rates itself against one criterion (QF-53, QF-A)."""

    rating: Rating
    """The provider's rating."""

    why_not_applicable: Text | None = None
    """Why it does not apply, where it does not."""

    evidence: tuple[Text, ...] = ()
    """What shows it: references, not documents."""

    comment: Text | None = None
    """What the provider says of it."""

    action: CriterionAction | None = None
    """What it will do, where it is not fully met."""

    council: CouncilValidation | None = None
    """What the council found."""

    @truth
    def _rating_has_what_it_needs(self) -> Iterator[Untruth]:
        if self.rating is Rating.NOT_APPLICABLE and self.why_not_applicable is None:
            yield untrue("it is rated not_applicable, so say why: why_not_applicable", "rating")
        if self.rating is not Rating.NOT_APPLICABLE and self.why_not_applicable is not None:
            yield untrue(
                f"it is rated {self.rating}, and why_not_applicable says why it does not apply", "why_not_applicable"
            )
        if self.rating in {Rating.PARTIALLY_MET, Rating.NOT_MET} and self.action is None:
            yield untrue(f"it is rated {self.rating}, so say what will be done: action", "rating")


class CouncilReceipt(Part):
    """What the council made of the self-assessment as a whole (QF-53)."""

    received_on: Day
    """The day it came."""

    reviewed_by: Text | None = None
    """Who reviewed it, by role."""

    reviewed_on: Day | None = None
    """The day it was reviewed."""

    outcome: AssessmentOutcome | None = None
    """The outcome."""

    note: Text | None = None
    """Why the outcome is what it is; where it was returned, what is to be corrected."""

    visit_by: Day | None = None
    """The day by which a visit must validate it."""

    @truth
    def _is_reviewed_once_it_is_there(self) -> Iterator[Untruth]:
        if self.reviewed_on is not None and self.reviewed_on < self.received_on:
            said = f"it was reviewed on {self.reviewed_on}, before it came on {self.received_on}"
            yield untrue(said, "reviewed_on")


_WAS = (
    ("headcount", "on"),
    ("figures", "registration", "inspected_on"),
    ("figures", "safeguarding", "trained_on"),
    ("figures", "health_and_safety", "fire_risk_assessed"),
    ("figures", "health_and_safety", "fire_drill"),
    ("figures", "finance", "accounts_filed"),
)
"""The days of what was done or counted before it was completed. An action may be done, and its day noted, later."""


class SelfAssessment(Record):
    """A provider's own judgement of itself for a year (QF-53, Appendix A).

    Kept as records/self-assessments/<provider>/<year>.yaml; the names of folder and file say whose and which year.
    """

    completed_on: Day
    """The day it was completed."""

    completed_by: Text
    """Who completed it, by role."""

    version: Text | None = None
    """Which version it is, where it was handed in again (Appendix A)."""

    period: Period | None = None
    """The time it covers, where it is not the academic year its file is named for (Appendix A)."""

    changes: tuple[Text, ...] = ()
    """What has changed since last year: proprietor, premises, safeguarding lead, offer, ages, sites."""

    headcount: Headcount | None = None
    """The pupils from all commissioners on a day (QF-10)."""

    figures: Figures | None = None
    """The figures of the year: staff, complaints, accidents, outcomes, finance and others (Appendix A)."""

    ratings: dict[Word, CriterionRating]
    """The provider's rating of each criterion, by the criterion's code."""

    true_statement: Truth
    """Whether the provider declares it true and will tell the council of changes."""

    council: CouncilReceipt | None = None
    """What the council made of it."""

    @truth
    def _tells_of_what_was(self) -> Iterator[Untruth]:
        for at, day in days_at(self, _WAS):
            if day > self.completed_on:
                yield untrue(f"{day} is after it was completed, on {self.completed_on}: correct one of the two", *at)

    @property
    def provider(self) -> str:
        """Answer the id of the provider."""
        return self.id.partition("/")[0]

    @property
    def year(self) -> str:
        """Answer the academic year."""
        return self.id.partition("/")[2]
