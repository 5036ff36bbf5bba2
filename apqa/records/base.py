"""What every record and every part of one has in common."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from types import FunctionType
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from apqa.records.identifiers import Sha256
from apqa.records.scalars import Age, Day, Text
from apqa.records.truths import Untruth, held_true, truth, truths_of, untrue


class Part(BaseModel):
    """A piece of a record. Never changes once read; a key it does not know is refused."""

    # Schemas of parts are built when a record that holds them is first read: a command that reads two kinds
    # does not pay for the other seven. Descriptions for the editor are taken from the source by
    # `apqa.records.schema`, because pydantic's own way reads every module's source at each start.
    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True, protected_namespaces=()
    )

    truths: ClassVar[tuple[FunctionType, ...]] = ()
    """What must hold within the part, as its methods say it."""

    def __init_subclass__(cls, **more: Any) -> None:
        """Have the truths of a part asked when one has been read; parts without any are not asked."""
        super().__init_subclass__(**more)
        if (found := truths_of(cls)) != cls.truths:
            cls.truths = found
            setattr(cls, held_true.__name__, model_validator(mode="after")(held_true))


class IdentifiesNobody(Part):
    """Why words that look as if they told who a pupil is do not (QF-57)."""

    words: Text
    """The words as they stand in the record: a name, or as much of the sentence as is meant."""

    reason: Text
    """Whom or what they mean: "the pony", "the instructor, who is no pupil"."""

    by: Text
    """Who answers for it, by role."""

    on: Day
    """The day that was decided."""


class Record(Part):
    """One file of the records folder. Its id is its file name, written once."""

    id: str
    """The file's name without its ending (and its folder's, where one file is kept per provider or term)."""

    identifies_nobody: tuple[IdentifiesNobody, ...] = ()
    """Words of this record that look as if they told who a pupil is, and why they do not."""

    local: dict[str, Any] | None = None
    """The one door for an authority's own fields. apqa keeps what stands here; it must never say who a pupil is."""


class Period(Part):
    """A time with a first and a last day. Both belong to it."""

    starts: Day
    """The first day."""

    ends: Day | None = None
    """The last day, itself included; left out while it is open."""

    @truth
    def _ends_after_it_starts(self) -> Iterator[Untruth]:
        if self.ends is not None and self.ends < self.starts:
            yield untrue(f"it ends on {self.ends}, before it starts on {self.starts}", "ends")

    def covers(self, on: date) -> bool:
        """Answer whether the day lies in the period, its first and last day included."""
        return self.starts <= on and (self.ends is None or on <= self.ends)


def in_force(periods: tuple[Period, ...] | None, on: date) -> bool:
    """Answer whether any of the periods covers the day."""
    return any(period.covers(on) for period in periods or ())


def one_at_a_time(periods: Iterable[Period], name: str, at: str) -> Iterator[Untruth]:
    """Find periods that overlap where one thing is so at a time."""
    by_start = sorted(enumerate(periods), key=lambda numbered: numbered[1].starts)
    for (_, earlier), (number, later) in pairwise(by_start):
        if earlier.covers(later.starts):
            both = f"the {name} that starts on {later.starts} overlaps the one that starts on {earlier.starts}"
            yield untrue(f"{both}: give the earlier one an end", at, number)


def in_order(days: Iterable[date], says: str, at: str) -> Iterator[Untruth]:
    """Find the first entry of a list that is kept by its days, and stands after a later one."""
    for number, (earlier, later) in enumerate(pairwise(days), 1):
        if later < earlier:
            yield untrue(says, at, number)
            return


def no_more_without_breaks(with_breaks: timedelta, without: timedelta | None) -> Iterator[Untruth]:
    """Find hours that are more without breaks than with them: the registration question asks for the latter."""
    if without is not None and without > with_breaks:
        said = "hours_without_breaks is more than hours_with_breaks: breaks only add to the hours"
        yield untrue(said, "hours_without_breaks")


def told_apart(values: Iterable[object], at: str, name: str = "key") -> Iterator[Untruth]:
    """Find two entries of a list that are spoken of by one key or number."""
    every = list(values)
    for number, value in enumerate(every):
        if value in every[:number]:
            yield untrue(f"two {at} have the {name} {value}: give each its own", at, number, name)


class Evidence(Part):
    """What was seen, when, by whom, and where it is filed. Never the document itself."""

    seen: Text
    """What was looked at, in a few words: "certificate", "policy of March 2026, signed"."""

    on: Day
    """The day it was seen."""

    by: Text
    """Who saw it, by role."""

    filed: Text
    """Where it is filed: a folder or reference a colleague can find."""

    sha256: Sha256 | None = None
    """The file's SHA-256 in hexadecimal, in quotes, if it is to be provable that it has not changed."""


class Absence(Part):
    """It was looked for and is not there, which is not the same as not recorded."""

    on: Day
    """The day it was looked for."""

    by: Text
    """Who looked, by role."""

    note: Text | None = None
    """What was found instead, or what the provider said."""


class Exemption(Part):
    """Why something does not apply here."""

    reason: Text
    """The reason, in a sentence."""

    on: Day
    """The day that was decided."""

    by: Text
    """Who decided, by role."""


class Checked(Part):
    """Something a commissioner has to have seen: there is evidence, or it is absent, or it does not apply."""

    evidence: Evidence | None = None
    """What was seen, when, by whom and where it is filed."""

    absent: Absence | None = None
    """Recorded when it was asked for and is not there."""

    not_applicable: Exemption | None = None
    """Recorded when it does not apply to this provider, with the reason."""

    @truth
    def _one_of_three(self) -> Iterator[Untruth]:
        said = [name for name in ("evidence", "absent", "not_applicable") if getattr(self, name) is not None]
        if len(said) > 1:
            yield untrue(f"it cannot at once be {' and '.join(said)}: keep the one that is true", said[-1])


class AgeRange(Part):
    """Ages in years, both included."""

    youngest: Age
    """The youngest age."""

    oldest: Age
    """The oldest age."""

    @truth
    def _youngest_first(self) -> Iterator[Untruth]:
        if self.oldest < self.youngest:
            yield untrue(f"the oldest age, {self.oldest}, is below the youngest, {self.youngest}", "oldest")
