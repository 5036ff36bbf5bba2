"""What a visit or a desk-top audit looked at: documents, the central record, information (QF-51, QF-C)."""

from collections.abc import Iterator

from apqa.records.base import Part
from apqa.records.scalars import Count, Day, Text
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.review import Information


class DocumentSeen(Part):
    """A document looked at during a visit (QF-56, QF-C)."""

    what: Text
    """What it is, with its version."""

    dated: Day | None = None
    """The day it bears."""

    expires: Day | None = None
    """The last day it is valid."""

    reference: Text | None = None
    """Where it is filed, or its version."""


class CentralRecordSample(Part):
    """What was found in the single central record, in numbers (QF-21, Appendix C)."""

    looked_at: Count
    """How many entries were looked at."""

    complete: Count
    """How many of them were complete."""

    @truth
    def _no_more_complete_than_looked_at(self) -> Iterator[Untruth]:
        if self.complete > self.looked_at:
            yield untrue("more entries are complete than were looked at", "complete")


class InformationSeen(Part):
    """Information gone through at a desk-top audit or a visit, one kind of it (QF-51)."""

    kind: Information
    """What kind of information."""

    what: Text | None = None
    """What of it, in a few words: whose, which papers, which sample. Of `other`, always."""

    starts: Day | None = None
    """The first day of the stretch it covers."""

    ends: Day | None = None
    """The last day of the stretch it covers."""

    found: Text | None = None
    """What it showed. About the provider, never about one pupil."""

    @truth
    def _covers_one_stretch(self) -> Iterator[Untruth]:
        if self.starts is not None and self.ends is not None and self.ends < self.starts:
            yield untrue(f"it ends on {self.ends}, before it starts on {self.starts}", "ends")

    @truth
    def _what_is_other_is_named(self) -> Iterator[Untruth]:
        if self.kind is Information.OTHER and self.what is None:
            yield untrue("it is of another kind, so say what was looked at: what", "kind")
