"""What the pupil says (QF-07)."""

from collections.abc import Iterator

from apqa.records.base import Part
from apqa.records.scalars import Day, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.placement import VoiceMethod


class Voice(Part):
    """What the pupil says of the placement's effect (QF-07)."""

    on: Day
    """The day the pupil was heard."""

    method: VoiceMethod
    """How."""

    says: Text | None = None
    """What the pupil said, so that it identifies nobody."""

    works: Text | None = None
    """What goes well, in the pupil's eyes (Appendix B)."""

    does_not_work: Text | None = None
    """What does not go well, in the pupil's eyes (Appendix B)."""

    wants_next: Text | None = None
    """What the pupil wants next (Appendix B)."""

    own_words: Truth | None = None
    """Whether this is said in the pupil's own words (Appendix B)."""

    @truth
    def _who_declined_said_nothing(self) -> Iterator[Untruth]:
        for name in ("says", "works", "does_not_work", "wants_next"):
            if self.method is VoiceMethod.DECLINED and getattr(self, name) is not None:
                yield untrue("the pupil declined to be heard, and something is said", name)
