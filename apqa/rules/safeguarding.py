"""Safeguarding leads, training and checks on staff (QF-21, QF-25)."""

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

_KCSIE = "Keeping Children Safe in Education"


@rule(
    about=PROVIDER,
    severity=Severity.BREACH,
    clauses=("QF-21", "QF-25"),
    basis=_KCSIE,
    remedy="Have the provider name a trained lead, and record who, from when and the training.",
)
def no_safeguarding_lead(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Nobody is recorded as designated safeguarding lead on the day.

    Every concern about a child goes to that person. There must always be one.
    """
    return broken("no-safeguarding-lead", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.BREACH,
    clauses=("QF-21", "QF-25"),
    basis=_KCSIE,
    remedy="Have the training renewed, and record the day it was completed.",
)
def safeguarding_lead_training_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """The training of a designated safeguarding lead or deputy is overdue, or none is recorded.

    It is renewed every two years, or as the council has set.
    """
    return broken("safeguarding-lead-training-overdue", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-21", "QF-25"),
    basis=_KCSIE,
    remedy="Have the training given again, and record the day.",
)
def staff_training_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """The safeguarding training of all staff is overdue, or none is recorded.

    Staff are trained when they start and at least every year, or as the council has set.
    """
    return broken("staff-training-overdue", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-21",),
    basis="local policy",
    remedy="Have the training given again, and record the day.",
)
def further_training_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Training on the Prevent duty or on safer recruitment is overdue.

    No document says how often providers renew it. The cycle is the council's own, or a custom until it sets one; a
    council that sets one asks every provider for it, others only those that record it.
    """
    return broken("further-training-overdue", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-25",),
    basis="Keeping Children Safe in Education, on alternative provision",
    remedy="Have the provider confirm it in writing, and record it (safeguarding: staff_checks_confirmed).",
)
def staff_checks_not_confirmed(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """The provider has not confirmed in writing that the checks on its staff have been made.

    A school would make these checks on its own staff; it gets the provider's word for those who teach its pupil there.
    """
    return broken("staff-checks-not-confirmed", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.BREACH,
    clauses=("QF-21",),
    basis=_KCSIE,
    remedy="Have the missing checks made, look again, and record it.",
)
def central_record_incomplete(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """The single central record was found without every check for everyone.

    Somebody works with children whose checks nobody has seen.
    """
    return broken("central-record-incomplete", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-21",),
    basis=_KCSIE,
    remedy="Look at it, and record the day and what was found.",
)
def central_record_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Nobody has looked at the single central record within the cycle.

    Staff come and go; a look of some years ago says little of those who work there now.
    """
    return broken("central-record-overdue", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-21",),
    basis="local policy",
    remedy="Have certificates renewed, or use the Update Service, and record it.",
)
def dbs_recheck_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """The oldest DBS certificate relied on is older than the cycle, or nobody noted how old it is.

    A certificate has no legal expiry. The cycle is the council's own, or a custom until it sets one.
    """
    return broken("dbs-recheck-overdue", provider, situation)
