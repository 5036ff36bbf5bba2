"""What a provider offers: core subjects and qualifications (QF-02)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.questions.concern import is_of_concern
from apqa.records.kinds import PROVIDER
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-02",),
    basis="QF-02",
    remedy="Ask the provider, and record for each subject whether it is taught here, elsewhere or not at all "
    "(offer: core_subjects).",
)
def core_subjects_not_recorded(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """It is not recorded whether a provider teaches English, mathematics, science and information technology.

    Good provision teaches them unless they are taught elsewhere in the pupil's package. Until a commissioner knows
    what the provider teaches, nobody can tell what the rest of the package must. Asked of providers that can be placed
    with, or that have pupils; a query, since the framework asks and no law does.
    """
    if provider.offer.core_subjects is None and is_of_concern(provider, situation):
        said = "whether it teaches English, mathematics, science and information technology is not recorded"
        yield Fault(provider, said, ("offer",))


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-02",),
    basis="QF-02",
    remedy="Record the qualifications pupils can take (offer: qualifications), or why there is none "
    "(offer: no_qualifications_reason).",
)
def no_qualification_or_reason(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider's offer has no qualification that pupils can take on the day, and no reason is recorded.

    Good provision gives the chance of appropriate qualifications. There may be a good reason for none, the age of the
    pupils or the purpose of the provision: then a sentence says it, which is why this is a query. A qualification
    whose awarding body no longer approves the centre cannot be taken.
    """
    offer = provider.offer
    lapsed = [each.title for each in offer.qualifications if not each.can_be_taken(situation.on)]
    if offer.no_qualifications_reason or len(lapsed) < len(offer.qualifications):
        return
    if is_of_concern(provider, situation):
        ended = f"the awarding body's approval has ended for {', '.join(lapsed)}"
        said = ended if lapsed else "no qualification is recorded"
        yield Fault(provider, f"{said}, and no reason why there is none", ("offer", "qualifications"))
