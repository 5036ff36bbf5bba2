"""Value for money and financial sustainability, which the review considers (QF-43)."""

from apqa.records.base import Evidence, Part
from apqa.records.scalars import Day, Percent, Text
from apqa.vocabulary.provider import Worth


class ValueReview(Part):
    """One look at value for money and financial sustainability (QF-43)."""

    on: Day
    """The day it was considered."""

    by: Text
    """Who considered it, by role."""

    value_for_money: Worth
    """What was concluded about value for money."""

    sustainable: Worth
    """What was concluded about financial sustainability."""

    reason: Text
    """Why."""


class Finance(Part):
    """What is known of a provider's finances (QF-43)."""

    accounts_made_up_to: Day | None = None
    """The last day of the period of the latest accounts filed."""

    accounts_due: Day | None = None
    """The day the next accounts are due at Companies House or the Charity Commission."""

    going_concern: Evidence | None = None
    """The statement that the provider can go on trading, and where it is filed."""

    largest_commissioner: Percent | None = None
    """The share of income from the largest commissioner, in per cent."""

    reviews: tuple[ValueReview, ...] = ()
    """Each time value for money and financial sustainability were considered."""
