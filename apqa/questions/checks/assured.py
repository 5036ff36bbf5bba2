"""What a provider assures beyond its policies: checks on staff, further training, data protection (QF-21, QF-25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.checks.line import Effect, Line, State, asked, seen_on, timed
from apqa.questions.checks.safeguarding import last_training

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_SAFEGUARDING_LEAD = "the provider's designated safeguarding lead"


def assured_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer whether staff checks are confirmed in writing, and whether further training still runs."""
    yield _staff_checks(provider, situation)
    yield from _further_training(provider, situation)


def _staff_checks(provider: Provider, situation: Situation) -> Line:
    line = asked(
        "staff_checks",
        "Safeguarding",
        "Written confirmation that the checks on staff have been made",
        "QF-25",
        basis="Keeping Children Safe in Education, on alternative provision",
        ask=_SAFEGUARDING_LEAD,
        at=("safeguarding", "staff_checks_confirmed"),
        standing=situation.policy.standing_of("kcsie"),
    )
    confirmed = provider.safeguarding.staff_checks_confirmed if provider.safeguarding else None
    if confirmed is not None and confirmed.on <= situation.on:
        return line.found(State.MET, seen_on(confirmed), evidence=confirmed)
    return line.found(
        State.NOT_RECORDED,
        f"{seen_on(confirmed)}, after the day asked about" if confirmed else "nothing is recorded",
        effect=Effect.CONDITION,
        rule="staff-checks-not-confirmed",
        remedy="Have the provider confirm it in writing before the start, and record it (staff_checks_confirmed).",
    )


def _further_training(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer a line for training no document asks for by a period, where it is recorded or the council asks for it."""
    safeguarding = provider.safeguarding
    for key, field, training in (
        ("prevent_training", "prevent_training", safeguarding.prevent_training if safeguarding else ()),
        (
            "safer_recruitment",
            "safer_recruitment_training",
            safeguarding.safer_recruitment_training if safeguarding else (),
        ),
    ):
        cycle = situation.policy.cycle(key)
        if cycle is None or not (training or situation.policy.is_councils_own(key)):
            continue
        line = asked(
            f"safeguarding/{key}",
            "Safeguarding",
            cycle.title,
            "QF-21",
            basis=cycle.basis,
            ask=_SAFEGUARDING_LEAD,
            at=("safeguarding", field) if training else ("safeguarding",),
            standing=cycle.standing,
        )
        yield last_training(
            line,
            training,
            situation,
            key,
            expired=Effect.CONDITION,
            none=Effect.CONDITION,
            rule="further-training-overdue",
        )


def data_protection_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer whether a registration with the Information Commissioner that is recorded still runs."""
    number, expires = provider.identity.ico_number, provider.identity.ico_expires
    cycle = situation.policy.cycle("ico_registration")
    if expires is None or cycle is None:
        return
    line = asked(
        "data_protection_registration",
        "Policies and procedures",
        "Registered with the Information Commissioner",
        "QF-21",
        basis=cycle.basis,
        ask="the provider's lead for data protection, through its named contact",
        at=("identity", "ico_expires"),
        standing=cycle.standing,
    )
    yield timed(
        line.found(State.MET, f"number {number}" if number else "its last day is recorded"),
        expires,
        situation,
        rule="data-protection-registration-lapsed",
        effect=Effect.CONDITION,
        remedy="Ask for the renewed registration, and record its last day (ico_expires).",
        was_and_is=("it ran out on", "it runs out on"),
    )
