"""The exceptional use of a provider that is not on the list (QF-41)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.checks.exceptional import use_past_its_end
from apqa.records.kinds import PLACEMENT, PROVIDER
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-41",),
    basis="QF-41",
    remedy="Have the council decide on the time after, and record it (listing). An order of the Tribunal still holds.",
    rests_on=(PLACEMENT,),
)
def exceptional_use_past_its_end(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """The exceptional use of a provider has ended, nothing was decided on the time after, and pupils are still there.

    The end is there so that somebody looks again. What the SEND Tribunal ordered is carried out all the same: it is the
    council's decision that is missing.
    """
    ended, live = use_past_its_end(provider, situation)
    if ended is not None and ended.until is not None:
        said = (
            f"used exceptionally until {plain(ended.until)}, and nothing decided since; still live: {', '.join(live)}"
        )
        yield Fault(provider, said, ("listing", provider.listing.index(ended), "until"))


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-41",),
    basis="QF-41",
    remedy="Record who required it, and the day and reference of the order (named_by); no detail of a pupil.",
)
def exceptional_use_without_ground(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider is used exceptionally, and it is not recorded who required that.

    An unlisted provider is used because somebody requires it, the SEND Tribunal for instance. Without the order or the
    decision nobody can tell later why it was, and whether it still holds.
    """
    event = provider.exceptional_use(situation.on)
    if event is not None and event.named_by is None:
        said = f"used exceptionally since {plain(event.on)}; not recorded who required it (named_by)"
        yield Fault(provider, said, ("listing", provider.listing.index(event)))
