"""Names in the records that may be chosen freely, and that nobody knows (QF-90)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.questions.names import doubtful_names, unknown_criteria, unknown_policy_values, unknown_safety_items
from apqa.records.kinds import AUTHORITY, PROVIDER, SELF_ASSESSMENT
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.authority import Authority
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment


@rule(
    about=AUTHORITY,
    severity=Severity.BREACH,
    clauses=("QF-90",),
    basis="QF-90",
    remedy="Correct the name, or take the value out.",
)
def unknown_policy_value(authority: Authority, situation: Situation) -> Iterator[Fault]:
    """Local policy sets a cycle or an edition by a name that guidance does not know, so it is not used.

    What the council decided would silently not be asked of anybody. No provider is clear until the name is put
    right.
    """
    for at, says in unknown_policy_values(authority):
        yield Fault(authority, says, at)


@rule(
    about=AUTHORITY,
    severity=Severity.QUERY,
    clauses=("QF-90",),
    basis="QF-90",
    remedy="Correct the name, or choose one that cannot be taken for the other.",
)
def doubtful_name(authority: Authority, situation: Situation) -> Iterator[Fault]:
    """A role, a policy or a safety item of the council's own is named almost like one that has a meaning already.

    A misspelt role is never found by whoever is to be told; a misspelt policy or item is asked of every provider
    beside the one that is meant.
    """
    for at, says in doubtful_names(authority):
        yield Fault(authority, says, at)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-34",),
    basis="QF-34; local policy",
    remedy="Correct the name, or have the council ask for it (authority.yaml, policy: safety_items).",
)
def unknown_safety_item(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider's record holds a health and safety item nobody asks for: the name may be misspelt.

    A misspelt name leaves the item that is meant without evidence, and nothing says when this one is due again.
    """
    for at, says in unknown_safety_items(provider, situation):
        yield Fault(provider, says, at)


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-53",),
    basis="QF-53, Appendix A",
    remedy="Correct the code; the form of the self-assessment names them all.",
)
def unknown_criterion(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """A self-assessment rates a criterion that does not exist.

    The rating counts for nothing, and the criterion that is meant is not rated.
    """
    for at, says in unknown_criteria(assessment):
        yield Fault(assessment, says, at)
