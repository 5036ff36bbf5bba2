"""Safeguarding: arrangements, leads and training, and the checks on staff (QF-21, QF-25)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.central_record import central_record_lines
from apqa.questions.checks.citations import outdated_citation, outdated_line
from apqa.questions.checks.line import Effect, Line, State, asked, timed, unseen
from apqa.questions.checks.policies import procedure_seen, reviewed
from apqa.vocabulary.provider import LeadRole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.guidance.policy import Cycle
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.safeguarding import PartOneRead, SafeguardingLead, Training

_GROUP = "Safeguarding"
_ASK = "the provider's designated safeguarding lead"
_KCSIE = "Keeping Children Safe in Education"
_SEE = "See the certificate, and record when, by whom and where it is filed (evidence)."


def safeguarding_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer the lines on safeguarding: arrangements, leads, training, reading, and checks on staff."""
    yield _arrangements(provider, situation)
    yield _lead(provider, situation)
    yield from _deputies(provider, situation)
    yield _staff_training(provider, situation)
    yield _part_one(provider, situation)
    yield from central_record_lines(provider, situation)


def _arrangements(provider: Provider, situation: Situation) -> Line:
    arrangements = provider.safeguarding.arrangements if provider.safeguarding else None
    line = asked(
        "safeguarding/arrangements",
        _GROUP,
        "Arrangements to safeguard and promote pupils' welfare",
        "QF-25",
        basis="QF-25",
        ask=_ASK,
        at=("safeguarding", "arrangements"),
    )
    return reviewed(
        procedure_seen(line, arrangements, situation), arrangements, ("kcsie", "working_together"), situation
    )


def _lead(provider: Provider, situation: Situation) -> Line:
    line = asked(
        "safeguarding/lead",
        _GROUP,
        "A designated safeguarding lead, trained",
        "QF-21",
        basis=_KCSIE,
        ask=_ASK,
        at=("safeguarding", "leads"),
        standing=situation.policy.standing_of("kcsie"),
    )
    holders = [lead for lead in provider.leads(situation.on) if lead.role is LeadRole.DESIGNATED_SAFEGUARDING_LEAD]
    if holders:
        return min((_trained(line, provider, lead, situation, Effect.STOP) for lead in holders), key=_gravity)
    if provider.safeguarding and provider.safeguarding.leads:
        return line.found(
            State.MISSING,
            f"nobody holds the role on {plain(situation.on)}",
            effect=Effect.STOP,
            rule="no-safeguarding-lead",
            remedy="Have the provider name a trained lead, and record who and from when.",
        )
    return line.found(
        State.NOT_RECORDED,
        "nothing is recorded",
        effect=Effect.CANNOT_TELL,
        rule="no-safeguarding-lead",
        remedy="Ask who leads on safeguarding and when the person was last trained, and record it.",
    )


def _gravity(line: Line) -> int:
    """Two people may share the role: the one who is trained counts."""
    return [Effect.NONE, Effect.CONDITION, Effect.CANNOT_TELL, Effect.STOP].index(line.effect)


def _deputies(provider: Provider, situation: Situation) -> Iterator[Line]:
    deputies = [lead for lead in provider.leads(situation.on) if lead.role is LeadRole.DEPUTY]
    for number, deputy in enumerate(deputies, 1):
        title = "Deputy safeguarding lead, trained" + (f" ({number})" if len(deputies) > 1 else "")
        line = asked(
            f"safeguarding/deputy-{number}",
            _GROUP,
            title,
            "QF-21",
            basis=_KCSIE,
            ask=_ASK,
            at=("safeguarding", "leads"),
            standing=situation.policy.standing_of("kcsie"),
        )
        yield _trained(line, provider, deputy, situation, Effect.CONDITION)


def _trained(line: Line, provider: Provider, lead: SafeguardingLead, situation: Situation, expired: Effect) -> Line:
    leads = provider.safeguarding.leads if provider.safeguarding else ()
    line = replace(line, at=("safeguarding", "leads", leads.index(lead)))
    return last_training(
        line, lead.training, situation, "dsl_training", expired=expired, rule="safeguarding-lead-training-overdue"
    )


def _staff_training(provider: Provider, situation: Situation) -> Line:
    line = asked(
        "safeguarding/staff_training",
        _GROUP,
        "Safeguarding training of all staff",
        "QF-21",
        basis=_KCSIE,
        ask=_ASK,
        at=("safeguarding", "staff_training"),
        standing=situation.policy.standing_of("kcsie"),
    )
    training = provider.safeguarding.staff_training if provider.safeguarding else ()
    return last_training(
        line, training, situation, "staff_training", expired=Effect.CONDITION, rule="staff-training-overdue"
    )


def last_training(  # noqa: PLR0913  one shape for every training
    line: Line,
    training: tuple[Training, ...],
    situation: Situation,
    cycle_key: str,
    *,
    expired: Effect,
    rule: str,
    none: Effect = Effect.CANNOT_TELL,
) -> Line:
    """Find whether training was completed within the cycle, and somebody has seen that it was.

    The last training counts. Where nobody has seen its certificate, an earlier one that was seen and still runs
    answers too. What is overdue even by the last one recorded is overdue, whoever has seen what.
    """
    done = [each for each in training if each.completed <= situation.on]
    cycle = situation.policy.cycle(cycle_key)
    if not done or cycle is None:
        return line.found(
            State.NOT_RECORDED,
            "no training is recorded",
            effect=none,
            rule=rule,
            remedy="See the certificate, and record the day the training was completed.",
        )
    last = max(done, key=_when)
    proven = max((each for each in done if _was_seen(each, situation.on)), key=_when, default=None)
    runs = [each for each in (last, proven) if each and cycle.next_due(each.completed) >= situation.on]
    if runs and proven not in runs:
        says = f"{_completed(last)}; {unseen(last.evidence, last.completed, situation.on)}"
        effect = Effect.CONDITION if expired is Effect.CONDITION else Effect.CANNOT_TELL
        due = cycle.next_due(proven.completed) if proven else None
        return line.found(State.NOT_RECORDED, says, effect=effect, rule=rule, remedy=_SEE, due=due)
    counted = proven if runs and proven else last
    if not runs:
        cycle = situation.policy.cycle_for(cycle_key, counted.completed) or cycle
        line = replace(line, basis=cycle.basis, standing=cycle.standing)
    return _in_time(line, counted, cycle, situation, expired=expired, rule=rule)


def _in_time(  # noqa: PLR0913  as above
    line: Line, counted: Training, cycle: Cycle, situation: Situation, *, expired: Effect, rule: str
) -> Line:
    return timed(
        line.found(State.MET, _completed(counted), evidence=counted.evidence),
        cycle.next_due(counted.completed),
        situation,
        rule=rule,
        effect=expired,
        remedy=f"Have it renewed (every {cycle.length}) and record the day.",
    )


def _when(training: Training) -> date:
    return training.completed


def _was_seen(training: Training, on: date) -> bool:
    return not unseen(training.evidence, training.completed, on)


def _completed(training: Training) -> str:
    return f"{training.course or 'trained'}, completed on {plain(training.completed)}"


def _part_one(provider: Provider, situation: Situation) -> Line:
    line = asked(
        "safeguarding/part_one",
        _GROUP,
        f"Staff have read Part One of {_KCSIE}, edition in force",
        "QF-25",
        basis=_KCSIE,
        ask=_ASK,
        at=("safeguarding", "part_one_read"),
        standing=situation.policy.standing_of("kcsie"),
    )
    read = [
        each
        for each in (provider.safeguarding.part_one_read if provider.safeguarding else ())
        if each.completed <= situation.on
    ]
    if not read:
        return line.found(
            State.NOT_RECORDED,
            "nothing is recorded",
            effect=Effect.CANNOT_TELL,
            rule="outdated-edition",
            remedy="Ask which edition the staff have read and signed for, and record it.",
        )
    return _edition_read(line, read, situation)


def _edition_read(line: Line, read: list[PartOneRead], situation: Situation) -> Line:
    """Find whether staff have read the edition in force, and somebody has seen that they signed for it.

    The newest edition counts. Where nobody has seen the signatures, an older one that is still in force and that was
    seen answers too.
    """
    last = max(read, key=_newest)
    outdated = outdated_citation("kcsie", last.edition, situation)
    if outdated:
        line = line.found(State.MET, _signed(last), evidence=last.evidence)
        read_by_staff = replace(outdated, says=outdated.says.replace("it cites", "staff have read"))
        return outdated_line(line, [read_by_staff])
    proven = [each for each in read if not unseen(each.evidence, each.completed, situation.on)]
    current = [each for each in proven if not outdated_citation("kcsie", each.edition, situation)]
    if not current:
        return line.found(
            State.NOT_RECORDED,
            f"{_signed(last)}; {unseen(last.evidence, last.completed, situation.on)}",
            effect=Effect.CONDITION,
            rule="outdated-edition",
            remedy="See the signatures, and record when, by whom and where they are filed (evidence).",
        )
    counted = max(current, key=_newest)
    return line.found(State.MET, _signed(counted), evidence=counted.evidence)


def _newest(read: PartOneRead) -> tuple[str, date]:
    return (read.edition, read.completed)


def _signed(read: PartOneRead) -> str:
    return f"the {read.edition} edition, signed for by {plain(read.completed)}"
