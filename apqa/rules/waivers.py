"""Recorded exceptions: what they are for, and whether they answer it (QF-90)."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.checks.verdict import provider_check
from apqa.questions.unread import may_be_unread
from apqa.records.kinds import PROVIDER, WAIVER, kind_at
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.checks.line import Line
    from apqa.questions.situation import Situation
    from apqa.records.waiver import Waiver


@rule(
    about=WAIVER,
    severity=Severity.BREACH,
    clauses=("QF-90",),
    basis="the law itself",
    remedy="Take the waiver out, and put right what it was for.",
    law=True,
)
def waiver_of_law(waiver: Waiver, situation: Situation) -> Iterator[Fault]:
    """A waiver is for a rule that states law.

    Law cannot be waived. Local policy and the framework's checks can.
    """
    from apqa.rules import rule_named

    found = rule_named(waiver.rule)
    if found is not None and found.law:
        yield Fault(waiver, f"{waiver.rule} states law ({found.basis}) and cannot be waived", ("rule",))


@rule(
    about=WAIVER,
    severity=Severity.CONCERN,
    clauses=("QF-90",),
    basis="QF-90",
    remedy="Take the waiver out, and put right what it was for.",
)
def waiver_without_effect(waiver: Waiver, situation: Situation) -> Iterator[Fault]:
    """A waiver is for a check of a provider that no waiver answers.

    Some checks of a rule rest on law or on statutory guidance, are the council's own decision to suspend or remove a
    provider, or say what is not known of the records. The waiver changes nothing there, and somebody believes it does.
    """
    for line in _unanswered(waiver, situation):
        yield Fault(waiver, f"{line.title}: {_why_not(line)}", ("rule",), basis=line.basis)


def _unanswered(waiver: Waiver, situation: Situation) -> Iterator[Line]:
    """Answer the checks of a provider that break the rule a waiver names, and that it cannot answer.

    A rule that states law altogether, and a waiver that has ended, are findings of their own.
    """
    from apqa.rules import rule_named

    kind, named = kind_at(waiver.record), rule_named(waiver.rule)
    provider = situation.records.provider(kind.id_of(waiver.record) or "") if kind is PROVIDER else None
    if provider is None or named is None or named.law or waiver.ends < situation.on:
        return
    for line in provider_check(provider, situation).lines:
        if line.rule == waiver.rule and waiver.check in {None, line.key} and not line.can_be_waived:
            yield line


def _why_not(line: Line) -> str:
    if line.key.startswith("records/"):
        return "what is not known of the records is to be put right, and cannot be waived"
    if line.firm:
        return "it is a decision of the council on the provider, which no waiver undoes"
    whose = "law" if line.standing is Standing.LAW else "statutory guidance"
    return f"it rests on {whose} ({line.basis}) and cannot be waived"


@rule(
    about=WAIVER,
    severity=Severity.CONCERN,
    clauses=("QF-90",),
    basis="QF-90",
    remedy="Correct the rule or the record; `apqa rules` lists the rules.",
)
def waiver_without_object(waiver: Waiver, situation: Situation) -> Iterator[Fault]:
    """A waiver names a rule or a record that does not exist.

    It answers nothing, and somebody believes it does.
    """
    from apqa.rules import rule_named, rule_names

    if rule_named(waiver.rule) is None:
        near = get_close_matches(waiver.rule, rule_names(), n=1)
        hint = f": did you mean {near[0]}?" if near else ""
        yield Fault(waiver, f"there is no rule {waiver.rule}{hint}", ("rule",))
    kind = kind_at(waiver.record)
    record_id = kind.id_of(waiver.record) if kind else None
    if kind is None or record_id is None:
        yield Fault(waiver, f"{waiver.record} is not the path of a record", ("record",))
    elif situation.records.one(kind, record_id) is None and not may_be_unread(kind, record_id, situation):
        yield Fault(waiver, f"there is no {waiver.record}", ("record",))


@rule(
    about=WAIVER,
    severity=Severity.QUERY,
    clauses=("QF-90",),
    basis="QF-90",
    remedy="Renew it with its reason, or take it out: git keeps it.",
)
def waiver_expired(waiver: Waiver, situation: Situation) -> Iterator[Fault]:
    """A waiver has ended and still stands in the folder.

    What it answered is a finding again. Nobody should have to wonder why.
    """
    if waiver.ends < situation.on:
        yield Fault(waiver, f"it ended on {plain(waiver.ends)}", ("ends",))


@rule(
    about=WAIVER,
    severity=Severity.QUERY,
    clauses=("QF-90",),
    basis="QF-90",
    remedy="Move its start to the day of the approval, and have the next one approved before it starts.",
)
def waiver_approved_late(waiver: Waiver, situation: Situation) -> Iterator[Fault]:
    """A waiver was approved after the day it starts.

    An exception that is approved afterwards was none on the day.
    """
    if waiver.approved_on > waiver.starts:
        said = f"it starts on {plain(waiver.starts)} and was approved later, on {plain(waiver.approved_on)}"
        yield Fault(waiver, said, ("approved_on",))
