"""What the pupil says (QF-07)."""

from apqa.records.base import Part
from apqa.records.scalars import Day, Text, Truth
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
