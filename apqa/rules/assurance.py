"""References, and health and safety (QF-27, QF-34)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.records.kinds import PROVIDER
from apqa.rules.declare import rule
from apqa.rules.lines import broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.rule import Fault


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-27",),
    basis="QF-27",
    remedy="Ask for the missing reference, and record it.",
)
def too_few_references(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Fewer than two professional references are recorded.

    The framework asks for two before a placement. What a provider says of itself is none.
    """
    return broken("too-few-references", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-27",),
    basis="QF-27",
    remedy="Ask for one from another organisation, and record it.",
)
def references_from_one_organisation(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Both professional references come from the same organisation.

    The framework asks for two so that nobody's word stands alone. Two people of one organisation know a provider by
    the same pupils.
    """
    return broken("references-from-one-organisation", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-27",),
    basis="QF-27",
    remedy="Decide what it means, and record the decision as a waiver or on the list.",
)
def unsatisfactory_reference(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A professional reference does not support placing pupils.

    Somebody must have weighed it, and the records must show who and how.
    """
    return broken("unsatisfactory-reference", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-34",),
    basis="QF-34",
    remedy="Have it put in place, and record it once it was seen.",
)
def missing_safety_item(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A health and safety item was asked for and is not there.

    A commissioner seeks assurance that health and safety arrangements are in place.
    """
    return broken("missing-safety-item", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-34",),
    basis="QF-34",
    remedy="Seek assurance, and record what was seen.",
)
def safety_item_not_recorded(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Nothing is recorded of a health and safety item every provider is asked for.

    A commissioner seeks assurance that health and safety arrangements are in place.
    """
    return broken("safety-item-not-recorded", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-34",),
    basis="QF-34; the item's own law or policy",
    remedy="Ask for the new one, and record its day.",
)
def safety_item_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A health and safety item with a day that comes round is overdue.

    Certificates and licences run out; risk assessments must be looked at again.
    """
    return broken("safety-item-overdue", provider, situation)
