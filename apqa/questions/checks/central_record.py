"""The single central record of checks on staff, and how old its certificates are (QF-21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, Line, State, asked, timed
from apqa.records.provider import latest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.safeguarding import CentralRecordCheck

_GROUP = "Safeguarding"
_ASK = "the provider's designated safeguarding lead"


def central_record_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer what the last look at the central record found, and how old the certificates in it are."""
    check = latest(provider.central_record, situation.on)
    yield _central_record(check, situation)
    yield from _disclosures(check, situation)


def _central_record(check: CentralRecordCheck | None, situation: Situation) -> Line:
    line = asked(
        "central_record",
        _GROUP,
        "Single central record of checks on staff, DBS checks included",
        "QF-21",
        basis="QF-21; Keeping Children Safe in Education",
        ask=_ASK,
        at=("central_record",),
        standing=situation.policy.standing_of("kcsie"),
    )
    cycle = situation.policy.cycle("central_record")
    if check is None or cycle is None:
        return line.found(
            State.NOT_RECORDED,
            "no look at it is recorded",
            effect=Effect.CANNOT_TELL,
            rule="central-record-overdue",
            remedy="Look at it, and record the day and whether every check was there for everyone.",
        )
    if not check.complete:
        return line.found(
            State.MISSING,
            f"not complete on {plain(check.on)}; missing: {check.missing}",
            effect=Effect.STOP,
            rule="central-record-incomplete",
            evidence=check.evidence,
            remedy="Have the missing checks made, look again, and record it.",
        )
    says = f"complete when looked at on {plain(check.on)} by {check.by}"
    line = line.found(State.MET, says, evidence=check.evidence)
    return timed(
        line,
        cycle.next_due(check.on),
        situation,
        rule="central-record-overdue",
        effect=Effect.CONDITION,
        remedy="Look at it again, and record what was found.",
    )


def _disclosures(check: CentralRecordCheck | None, situation: Situation) -> Iterator[Line]:
    """Answer how old the oldest DBS certificate is, where anybody has looked at the central record.

    That nobody noted it asks for a condition and no more: a certificate that is known to be too old does not either.
    """
    cycle = situation.policy.cycle("dbs_recheck")
    if check is None or cycle is None:
        return
    line = asked(
        "central_record/dbs",
        _GROUP,
        "DBS certificates kept current",
        "QF-21",
        basis=cycle.basis,
        ask=_ASK,
        at=("central_record",),
        standing=cycle.standing,
    )
    if check.update_service:
        yield line.found(State.MET, f"kept current by the Update Service (seen on {plain(check.on)})")
    elif check.oldest_disclosure is None:
        yield line.found(
            State.NOT_RECORDED,
            f"how old they are was not noted on {plain(check.on)}",
            effect=Effect.CONDITION,
            rule="dbs-recheck-overdue",
            remedy="Ask when the oldest was issued, or whether all are kept current by the Update Service; record it.",
        )
    else:
        yield timed(
            line.found(State.MET, f"the oldest was issued on {plain(check.oldest_disclosure)}"),
            cycle.next_due(check.oldest_disclosure),
            situation,
            rule="dbs-recheck-overdue",
            effect=Effect.CONDITION,
            remedy=f"Have certificates renewed (every {cycle.length}) or use the Update Service.",
        )
