"""A recorded exception: kept as records/waivers/<id>.yaml."""

from collections.abc import Iterator
from datetime import date

from apqa.records.base import Evidence, Record
from apqa.records.identifiers import RuleName
from apqa.records.scalars import Day, Text
from apqa.records.truths import Untruth, truth, untrue


class Waiver(Record):
    """An exception to one rule for one record, with a reason, an approver and an end. It stays visible.

    Law cannot be waived; local policy and the framework's checks can. Kept as records/waivers/<id>.yaml.
    """

    rule: RuleName
    """The rule that is waived, or the check before a placement (see `apqa rules`)."""

    check: Text | None = None
    """Which one of the rule's checks is meant, such as policies/anti_bullying; all of them when left out."""

    record: Text
    """The record it is for, as its path below the records folder, such as providers/north-star.yaml."""

    reason: Text
    """Why."""

    approved_by: Text
    """Who approved it, by role."""

    approved_on: Day
    """The day it was approved."""

    starts: Day
    """The first day it holds."""

    ends: Day
    """The last day it holds. Every waiver has an end."""

    evidence: Evidence | None = None
    """What it rests on and where that is filed."""

    @truth
    def _ends_after_it_starts(self) -> Iterator[Untruth]:
        if self.ends < self.starts:
            yield untrue(f"it ends on {self.ends}, before it starts on {self.starts}", "ends")

    def covers(self, on: date) -> bool:
        """Answer whether it holds on the day: within its days, and approved by then."""
        return self.approved_on <= on and self.starts <= on <= self.ends
