"""Insurance (QF-22)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.checks.insurance import running_out
from apqa.questions.checks.verdict import provider_check
from apqa.records.kinds import AUTHORITY, PLACEMENT, PROVIDER
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.rules.lines import broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider


@rule(
    about=PROVIDER,
    severity=Severity.BREACH,
    clauses=("QF-22",),
    basis="QF-22; for employers' liability the Employers' Liability (Compulsory Insurance) Act 1969",
    remedy="See the certificate of the renewed policy and record it; do not place until then.",
)
def lapsed_insurance(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """An insurance the framework asks for has run out.

    From the day after its last day nobody is covered. A renewal that is recorded in advance carries on.
    """
    return broken("lapsed-insurance", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.BREACH,
    clauses=("QF-22",),
    basis="QF-22",
    remedy="Have the provider insure itself, and record the certificate.",
)
def missing_insurance(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """An insurance the framework asks for is not held.

    It was asked for and is not there, or starts only later. Until a certificate is seen after that day, one that is
    recorded says nothing against it.
    """
    return broken("missing-insurance", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-22",),
    basis="QF-22",
    remedy="See the certificate, and record the cover, its days and where it is filed.",
)
def insurance_not_recorded(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Nothing is recorded of an insurance the framework asks for, or no evidence of it.

    Until somebody has seen the certificate, no commissioner can tell whether a pupil may be placed.
    """
    return broken("insurance-not-recorded", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.BREACH,
    clauses=("QF-22",),
    basis="Employers' Liability (Compulsory Insurance) Regulations 1998 reg.3; local policy",
    remedy="Have the cover raised, and record the new certificate; or record who accepts less, and why.",
)
def insurance_below_minimum(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """An insurance covers less than the law or the council asks for.

    The law sets a minimum for employers' liability only. The others are the council's own, or, until it sets
    them, the custom of councils' contracts, which asks for a look and no more.
    """
    return broken("insurance-below-minimum", provider, situation)


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-22", "QF-34"),
    basis="QF-22, QF-34",
    remedy="Ask for the renewal before that day, and record it.",
    rests_on=(AUTHORITY,),
)
def insurance_lapses_during_placement(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """An insurance runs out soon, and before the placement is expected to end.

    It is in order today and will not be for the whole of the placement, unless it is renewed in time. It is said
    from the council's days of warning on.
    """
    provider = situation.records.provider(placement.provider)
    end = placement.expected_end or placement.maximum_end
    if provider is None or end is None or end < situation.on or not placement.is_live(situation.on):
        return
    soon = situation.on + situation.policy.days("warning_days")
    lines = provider_check(provider, situation).lines
    for insurance, until in running_out(lines, situation.on, min(end, soon)):
        yield Fault(
            placement,
            f"{insurance.title} of {provider.name} runs to {plain(until)}, the placement to {plain(end)}",
            ("expected_end",) if placement.expected_end else ("maximum_end",),
            related=((provider, (*insurance.at, "ends")),),
        )
