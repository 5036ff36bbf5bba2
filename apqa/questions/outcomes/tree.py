"""What is counted: each table sums one kind of thing, parted and parted again (QF-07, Appendix A8, Appendix B)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.outcomes.count import Count
from apqa.vocabulary.placement import Destination, VoiceMethod
from apqa.vocabulary.reporting import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Branch:
    """A thing that is counted, and the parts that make it up: each of it is in one part and no other."""

    key: str
    parts: tuple[Branch, ...] = ()

    def walk(self) -> Iterator[Branch]:
        """Answer it and everything below it, each before its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()

    @property
    def leaves(self) -> tuple[str, ...]:
        """Answer the names of what is not parted any further."""
        return tuple(each.key for each in self.walk() if not each.parts)


@dataclass(frozen=True, slots=True)
class Kind:
    """A table: what is summed, and whether there is a row a provider in what is published."""

    key: str
    tree: Branch
    published_by_provider: bool = True
    published: bool = True
    """Whether it may be published at all. Two tables of one thing, of which one bounds the other, may not both be."""


def _parts(*keys: str) -> tuple[Branch, ...]:
    return tuple(Branch(str(key)) for key in keys)


TO_A_SCHOOL = (
    Destination.HOME_SCHOOL_FULL_TIME,
    Destination.HOME_SCHOOL_PART_TIME,
    Destination.NEW_MAINSTREAM,
    Destination.SPECIAL_SCHOOL,
    Destination.INDEPENDENT_SCHOOL,
)
"""The destinations that are a return to a school. A pupil referral unit is alternative provision."""

ATTENDANCE = Kind(
    "attendance",
    Branch(
        "possible",
        (
            Branch("attended", _parts("late", "on_time", "lateness_not_recorded")),
            *_parts("authorised", "unauthorised", "unknown", "not_accounted_for"),
        ),
    ),
)
CLOSED = Kind("closures", Branch("closed"), published_by_provider=False, published=False)
OBJECTIVES = Kind(
    "objectives",
    Branch(
        "objectives",
        (
            Branch("reached", _parts(Progress.EXCEEDED, Progress.MET)),
            Branch(
                "not_reached",
                _parts(
                    Progress.ON_TRACK,
                    Progress.SOME_PROGRESS,
                    Progress.NO_PROGRESS,
                    Progress.REGRESSED,
                    Progress.NOT_STARTED,
                ),
            ),
        ),
    ),
)
BASELINES = Kind("baselines", Branch("objectives", _parts("with_baseline", "without_baseline")))
PLACEMENTS = Kind(
    "placements",
    Branch(
        "placements",
        (
            Branch("going_on"),
            Branch(
                "ended",
                (
                    Branch("no_destination"),
                    Branch(
                        "with_destination",
                        (
                            Branch(
                                "lasted_6_weeks",
                                _parts(
                                    "lasted_12_weeks",
                                    "left_before_12_weeks",
                                    "12_weeks_not_checked",
                                    "12_weeks_to_come",
                                ),
                            ),
                            Branch("left_before_6_weeks"),
                            Branch(
                                "6_weeks_not_known",
                                _parts("left_by_12_weeks", "6_weeks_not_checked", "6_weeks_to_come"),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
DESTINATIONS = Kind(
    "destinations",
    Branch(
        "with_destination",
        (
            Branch("to_a_school", _parts(*TO_A_SCHOOL)),
            Branch("elsewhere", _parts(*(each for each in Destination if each not in TO_A_SCHOOL))),
        ),
    ),
    published_by_provider=False,
)
QUALIFICATIONS = Kind(
    "qualifications", Branch("qualifications", _parts("achieved", "not_achieved", "entered", "not_entered"))
)
_HEARD = tuple(each for each in VoiceMethod if each is not VoiceMethod.DECLINED)
VOICE = Kind(
    "pupil_voice",
    Branch("placements", (Branch("heard", _parts(*_HEARD)), *_parts(VoiceMethod.DECLINED, "not_heard"))),
)
OWN_WORDS = Kind(
    "own_words",
    Branch("heard", _parts("in_own_words", "not_in_own_words", "words_not_recorded")),
    published_by_provider=False,
    published=False,
)
REPORTS = Kind(
    "reports",
    Branch(
        "sent",
        (
            Branch(
                "counted",
                (
                    Branch("complete"),
                    Branch("incomplete", _parts("without_attendance", "with_attendance")),
                ),
            ),
            Branch("returned"),
            Branch("repeated"),
        ),
    ),
    published_by_provider=False,
)
KINDS = (
    PLACEMENTS,
    REPORTS,
    ATTENDANCE,
    CLOSED,
    OBJECTIVES,
    BASELINES,
    DESTINATIONS,
    QUALIFICATIONS,
    VOICE,
    OWN_WORDS,
)
"""Every table, in the order of the answer."""

SHARES: Mapping[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "attendance": (("attended", "attended", ("possible",)),),
    "objectives": (("reached", "reached", ("objectives",)),),
    "placements": (
        ("lasted_6_weeks", "lasted_6_weeks", ("lasted_6_weeks", "left_before_6_weeks")),
        (
            "lasted_12_weeks",
            "lasted_12_weeks",
            ("lasted_12_weeks", "left_before_12_weeks", "left_before_6_weeks", "left_by_12_weeks"),
        ),
    ),
    "qualifications": (("achieved", "achieved", ("achieved", "not_achieved")),),
    "pupil_voice": (("heard", "heard", ("placements",)),),
    "destinations": (("to_a_school", "to_a_school", ("with_destination",)),),
}
"""The shares of each table: the name, what is counted, and the counts that together are the whole."""

Cells = Mapping[str, Count]
"""The counts of one row, by the names of what is counted."""
