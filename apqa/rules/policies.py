"""Policies and procedures every commissioner must have seen (QF-21, QF-23, QF-24, QF-26, QF-42)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.records.identifiers import is_familiar_ico_number
from apqa.records.kinds import PROVIDER
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.rules.lines import broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_KCSIE = "Keeping Children Safe in Education"


@rule(
    about=PROVIDER,
    severity=Severity.BREACH,
    clauses=("QF-21",),
    basis="QF-21",
    remedy="Have the provider put the policy in place, and record it once it was seen.",
)
def missing_policy(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A policy every commissioner must check was asked for and is not there.

    The framework lists the policies a provider must have before any pupil is placed. One that does not exist
    cannot protect anybody on the day it is needed.
    """
    return broken("missing-policy", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-21",),
    basis="QF-21",
    remedy="See the policy, and record what was seen, when, by whom and where it is filed.",
)
def policy_not_recorded(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Nothing is recorded of a policy every commissioner must check.

    It may well exist; nobody can show that it was seen. Until somebody has looked, no commissioner can tell
    whether a pupil may be placed.
    """
    return broken("policy-not-recorded", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-21", "QF-23", "QF-24", "QF-25", "QF-26"),
    basis="voluntary national standards for non-school alternative provision (August 2025), standard 1.2; local policy",
    remedy="Ask for the policy as reviewed, and record the day of its review.",
)
def policy_review_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A policy has not been reviewed within its cycle, or nobody recorded when.

    Policies go out of date quietly: law, guidance and staff change. The cycle is the council's own where it has
    set one.
    """
    return broken("policy-review-overdue", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-25", "QF-42"),
    basis=_KCSIE,
    remedy="Ask for it as brought into line with the edition in force, and record the edition it cites.",
)
def outdated_edition(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A policy or the staff's reading rests on an edition of guidance that is not in force, or nobody knows on which.

    A new edition of Keeping Children Safe in Education comes into force each September. A policy that cites the
    old one was in order the day before, and is not from that day. It can be waived where the document is guidance
    only, and not where it is statutory guidance.
    """
    return broken("outdated-edition", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.BREACH,
    clauses=("QF-23", "QF-24", "QF-25", "QF-26"),
    basis="QF-23 to QF-26",
    remedy="Have the provider put it in place, and record it once it was seen.",
)
def missing_procedure(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Procedures every commissioner must check were asked for and are not there.

    Assessment, curriculum, safeguarding arrangements and the protocol for an absent child are what a placement
    is made of.
    """
    return broken("missing-procedure", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-23", "QF-24", "QF-25", "QF-26"),
    basis="QF-23 to QF-26",
    remedy="See it, and record what was seen, when, by whom and where it is filed.",
)
def procedure_not_recorded(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Nothing is recorded of procedures every commissioner must check.

    Until somebody has looked, no commissioner can tell whether a pupil may be placed.
    """
    return broken("procedure-not-recorded", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-21",),
    basis="Data Protection (Charges and Information) Regulations 2018",
    remedy="Ask for the renewed registration, and record its last day (identity: ico_expires).",
)
def data_protection_registration_lapsed(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """The provider's registration with the Information Commissioner has run out.

    Whoever keeps pupils' data pays the fee each year. A registration that lapsed says that nobody watches over it.
    """
    return broken("data-protection-registration-lapsed", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-21",),
    basis="the numbers the Information Commissioner is known to give; newer forms are not confirmed",
    remedy="Compare it with the Commissioner's register, and correct it, or give a reason where it stands there so.",
)
def unfamiliar_data_protection_number(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider's number with the Information Commissioner has a form that apqa does not know.

    It may be mistyped, and then nobody finds the registration. It may as well be of a newer form, so it is read.
    """
    number = provider.identity.ico_number
    if number is not None and not is_familiar_ico_number(number):
        said = f"'{number}' is neither Z and seven digits, nor Z, another letter and six digits"
        yield Fault(provider, said, ("identity", "ico_number"))
