"""The note of a visit (Appendix C): what was seen, said and agreed, and where it went. Kept in the visit's file."""

import re
from collections.abc import Iterator

from apqa.records.action import Action
from apqa.records.base import Part, told_apart
from apqa.records.identifiers import ActionPlanId, NoteSeal
from apqa.records.scalars import Count, Day, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.review import Area, Judgement, Level, ListRecommendation, Party, Rag

_PROVIDER = re.compile(r"(the )?provider(['\u2019]s .+)?", re.IGNORECASE)


class AreaNote(Part):
    """What was found in one area (QF-53, QF-57)."""

    area: Area
    """Which area."""

    judgement: Judgement
    """What was found."""

    colour: Rag | None = None
    """The same as a colour, where the council wants one."""

    seen: Text | None = None
    """What was seen and said."""


class Concern(Part):
    """A concern about the provider (QF-57, QF-58)."""

    what: Text
    """What it is. About the provider, never about one pupil (QF-57)."""

    level: Level
    """How grave."""

    area: Area | None = None
    """The area it is in, so that an action of that area answers it."""


class Circulation(Part):
    """One recipient of the note (QF-56, QF-57)."""

    to: Text
    """Who, by role."""

    party: Party | None = None
    """Who that is in this. Left out, it is taken to be the provider where `to` begins with "the provider"."""

    on: Day | None = None
    """The day it was sent; left out while it is still to be sent."""

    amendments: Count | None = None
    """How many amendments it bore when it was sent. Left out, it bore those of earlier days, and none of that day."""

    @property
    def is_provider(self) -> bool:
        """Answer whether this is the provider, which always has the note (QF-57)."""
        return self.party is Party.PROVIDER or (self.party is None and _PROVIDER.fullmatch(self.to) is not None)


class Amendment(Part):
    """A correction of a note that was already circulated (QF-56, QF-C)."""

    on: Day
    """The day."""

    by: Text
    """Who made it, by role."""

    what: Text
    """What is corrected, and to what."""

    seal: NoteSeal | None = None
    """What apqa makes of its words when the note is sent with it. Another word, and it no longer fits."""


class Note(Part):
    """The note of visit: what was seen, said and agreed (QF-56, QF-57, Appendix C).

    It is about the provider and never about one pupil.
    """

    written_on: Day
    """The day it was written."""

    written_by: Text
    """Who wrote it, by role."""

    summary: Text
    """The findings in a few sentences."""

    areas: tuple[AreaNote, ...] = ()
    """What was looked at, area by area."""

    strengths: tuple[Text, ...] = ()
    """What is good and worth celebrating."""

    developments: tuple[Text, ...] = ()
    """What could be better."""

    concerns: tuple[Concern, ...] = ()
    """What gives concern."""

    provider_said: Text | None = None
    """What the provider said."""

    agreed: tuple[Text, ...] = ()
    """What was agreed."""

    actions: tuple[Action, ...] = ()
    """What is to be done, by whom and when."""

    last_actions: Text | None = None
    """What became of the last note's actions."""

    outcome: Rag | None = None
    """The outcome as a colour."""

    recommendation: ListRecommendation | None = None
    """What is recommended for the provider's place on the list."""

    next_visit_by: Day | None = None
    """The day by which to visit again."""

    told_face_to_face: Truth | None = None
    """Whether everything in it was said face to face, so that nothing is a surprise."""

    facts_asked_on: Day | None = None
    """The day the provider was given the note to answer on its facts."""

    provider_response: Text | None = None
    """What the provider answered on the facts."""

    provider_responded_on: Day | None = None
    """The day it answered."""

    circulation: tuple[Circulation, ...] = ()
    """To whom it goes, and when it went."""

    seal: NoteSeal | None = None
    """What apqa makes of the note's words when it is circulated. Another word, and it no longer fits.

    A note that was circulated is not edited: what is wrong in it is corrected by an amendment.
    """

    escalation: ActionPlanId | None = None
    """The action plan in which what it found is taken further, by its folder and day (QF-58, QF-59)."""

    filed: Text | None = None
    """Where it is filed."""

    marking: Text | None = None
    """How confidential it is, in the council's own words (Appendix C)."""

    amendments: tuple[Amendment, ...] = ()
    """Corrections since it was circulated."""

    @truth
    def _goes_out_once_it_is_written(self) -> Iterator[Untruth]:
        yield from told_apart((each.key for each in self.actions), "actions")
        areas = [each.area for each in self.areas]
        for number, area in enumerate(areas):
            if area in areas[:number]:
                yield untrue(f"{area} stands twice: an area has one judgement", "areas", number, "area")
        if self.facts_asked_on is not None and self.facts_asked_on < self.written_on:
            said = f"the provider was asked on {self.facts_asked_on}, before it was written on {self.written_on}"
            yield untrue(said, "facts_asked_on")
        if self.provider_responded_on is not None and self.provider_responded_on < self.written_on:
            said = f"the provider answered on {self.provider_responded_on}, before it was written on {self.written_on}"
            yield untrue(said, "provider_responded_on")
        for number, each in enumerate(self.circulation):
            if each.on is not None and each.on < self.written_on:
                said = f"it went to {each.to} on {each.on}, before it was written on {self.written_on}"
                yield untrue(said, "circulation", number, "on")
