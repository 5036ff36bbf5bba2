"""Full-time pupils of compulsory school age: counted, in all and those the law singles out, and held against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from apqa.guidance.registration_law import RegistrationLaw
    from apqa.questions.pupils_here import PupilHere


@dataclass(frozen=True, slots=True)
class Counts:
    """Full-time pupils of compulsory school age, and those of them the law singles out."""

    pupils: int = 0
    with_ehc_plan: int = 0
    with_special_needs: int = 0
    looked_after: int = 0

    def combined(self, work: Callable[[int, int], int], other: Counts) -> Counts:
        """Combine with other counts, each with its like."""
        return Counts(
            work(self.pupils, other.pupils),
            work(self.with_ehc_plan, other.with_ehc_plan),
            work(self.with_special_needs, other.with_special_needs),
            work(self.looked_after, other.looked_after),
        )

    def __add__(self, other: Counts) -> Counts:
        """Add each to its like."""
        return self.combined(int.__add__, other)

    def within(self) -> Counts:
        """Answer the same counts, none of them larger than the number of pupils they are a part of.

        Whoever has an EHC plan has special educational needs, so there are no fewer with needs than with a plan.
        """
        needs = max(self.with_special_needs, self.with_ehc_plan)
        whole = Counts(self.pupils, self.pupils, self.pupils, self.pupils)
        return replace(self, with_special_needs=needs).combined(min, whole)

    @property
    def words(self) -> str:
        """Write the counts the law asks for."""
        return f"{self.pupils} full-time, {self.with_ehc_plan} with an EHC plan, {self.looked_after} looked after"

    def beyond(self, other: Counts) -> Counts:
        """Answer by how much each is more than its like; nought where it is not."""
        return self.combined(lambda mine, theirs: max(0, mine - theirs), other)


NO_PUPILS = Counts()


def certain_counts(here: Iterable[PupilHere]) -> Counts:
    """Count the pupils who certainly count, and those of them who certainly are what the law singles out."""
    counted = [pupil for pupil in here if pupil.counts]
    return Counts(
        len(counted),
        sum(pupil.ehc_plan is True for pupil in counted),
        sum(pupil.special_needs is True for pupil in counted),
        sum(pupil.looked_after is True for pupil in counted),
    )


def possible_counts(here: Iterable[PupilHere]) -> Counts:
    """Count all pupils who may count, and those of them who may be what the law singles out."""
    counted = [pupil for pupil in here if pupil.may_count]
    return Counts(
        len(counted),
        sum(pupil.ehc_plan is not False for pupil in counted),
        sum(pupil.special_needs is not False for pupil in counted),
        sum(pupil.looked_after is not False for pupil in counted),
    )


def doubtful_counts(pupil: PupilHere) -> Counts:
    """Answer one for each count of which it is not certain whether the pupil belongs to it."""
    return possible_counts((pupil,)).beyond(certain_counts((pupil,)))


_IN_WORDS = {
    "pupils": "full-time {} of compulsory school age",
    "with_ehc_plan": "full-time {} with an EHC plan",
    "with_special_needs": "full-time {} with special educational needs",
    "looked_after": "full-time looked-after {}",
}
"""The counts the law asks for, by their names in the counts and in the law."""


def met_by(certain: Counts, law: RegistrationLaw) -> tuple[str, ...]:
    """Say which of the numbers that make registration compulsory so many pupils come to."""
    return tuple(
        f"{number} {words.format('pupil' if number == 1 else 'pupils')} (registration is asked from {limit})"
        for number, limit, words in _reached(certain, law)
    )


def may_be_met(possible: Counts, law: RegistrationLaw) -> tuple[str, ...]:
    """Say which of the numbers that make registration compulsory so many pupils may come to."""
    return tuple(
        f"{words.format('pupils')}: there may be {number} (registration is asked from {limit})"
        for number, limit, words in _reached(possible, law)
    )


def _reached(counts: Counts, law: RegistrationLaw) -> Iterator[tuple[int, int, str]]:
    """Answer the counts that come to what the law sets, each with that limit and in words."""
    for name, words in _IN_WORDS.items():
        number, limit = getattr(counts, name), getattr(law, name)
        if limit is not None and number >= limit:
            yield number, limit, words


def not_met_by(certain: Counts, law: RegistrationLaw) -> str:
    """Say how many pupils there are where they come to none of these numbers."""
    number = certain.pupils
    people = "pupil" if number == 1 else "pupils"
    special = "special educational needs" if law.with_special_needs else "an EHC plan"
    return (
        f"{number} full-time {people} of compulsory school age (registration is asked from {law.pupils}), "
        f"none with {special}, none looked after"
    )
