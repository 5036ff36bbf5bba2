"""Insurance: held on the day, for enough, and running on (QF-22)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, Line, State, asked, seen_on, timed
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.guidance.policy import Cover
    from apqa.guidance.requirements import RequiredInsurance
    from apqa.questions.situation import Situation
    from apqa.records.insurance import Insurance, InsuranceAbsence
    from apqa.records.provider import Provider
    from apqa.vocabulary.provider import InsuranceKind

Held: TypeAlias = "tuple[tuple[int, Insurance], ...]"
"""Insurances of one kind, each with its place in the record."""

_KEY = "insurance/"
_ASK = "the provider's named contact, or its insurer"
_SEE = "See the certificate, and record the cover, its days and where it is filed."
_FROM_THEN = "Place from that day on, or see a certificate for the time before."
_RENEW = "See the certificate of the renewed policy and record it."


def insurance_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer a line for each insurance the framework and the council ask for (QF-22)."""
    for required in situation.policy.insurances:
        line = asked(
            f"{_KEY}{required.kind.value}",
            "Insurance",
            required.title,
            required.clause,
            basis=required.basis,
            standing=required.standing,
            ask=_ASK,
            at=("insurance",),
        )
        if required.only_with_employees and (why := _no_employees(provider, situation.on)):
            yield line.found(State.NOT_APPLICABLE, why)
        else:
            yield _insured(line, provider, required.kind, situation, required)
    for kind, title in situation.policy.added_insurances:
        line = asked(
            f"{_KEY}{kind.value}",
            "Insurance",
            title,
            "QF-22",
            basis="local policy",
            standing=Standing.LOCAL_POLICY,
            ask=_ASK,
            at=("insurance",),
        )
        yield _insured(line, provider, kind, situation, None)


def running_out(lines: Iterable[Line], on: date, before: date) -> Iterator[tuple[Line, date]]:
    """Answer the insurances among checks that hold on a day and run out before another, each with its last day.

    They run as far as the checks let them: a renewal that nobody has seen does not carry on.
    """
    for line in lines:
        if line.key.startswith(_KEY) and line.due and on <= line.due < before:
            yield line, line.due


def insurances_of(provider: Provider, kind: InsuranceKind) -> Held:
    """Answer a provider's insurances of a kind, each with its place in the record."""
    held = provider.insurance.held if provider.insurance else ()
    return tuple((number, each) for number, each in enumerate(held) if each.kind is kind)


def absence_of(provider: Provider, kind: InsuranceKind, on: date) -> tuple[int, InsuranceAbsence] | None:
    """Answer when an insurance was last asked for by the day and not held, with its place in the record."""
    absent = provider.insurance.absent if provider.insurance else ()
    known = [(number, each) for number, each in enumerate(absent) if each.kind is kind and each.on <= on]
    return max(known, key=lambda pair: pair[1].on, default=None)


def covered_until(insurances: tuple[Insurance, ...], on: date) -> date | None:
    """Answer the last day that insurances cover without a gap from the day on; `date.max` where there is no end.

    A policy renewed in advance carries on from the one before. None where the day itself is not covered.
    """
    last: date | None = None
    day = on
    while found := [each for each in insurances if each.covers(day)]:
        if any(each.ends is None for each in found):
            return date.max
        last = max(each.ends for each in found if each.ends)
        day = last + timedelta(days=1)
    return last


def _no_employees(provider: Provider, on: date) -> str:
    """Say why employers' liability insurance is not needed; empty where it is, or where that is not recorded."""
    exempt = provider.insurance.no_employees if provider.insurance else None
    if exempt is not None and exempt.on <= on:
        return f"{exempt.reason} ({exempt.by}, {plain(exempt.on)})"
    return ""


def _insured(
    line: Line, provider: Provider, kind: InsuranceKind, situation: Situation, required: RequiredInsurance | None
) -> Line:
    absence = absence_of(provider, kind, situation.on)
    held, doubted = _told_apart(insurances_of(provider, kind), absence and absence[1], situation)
    begun = [pair for pair in held if pair[1].starts <= situation.on]
    if not begun and absence:
        return _absent(line, absence, doubted, held, situation)
    if not begun:
        return _to_come(line, held) if held else _nothing_known(line, provider, kind, required)
    number, latest = max(begun, key=lambda pair: _worth(pair[1], situation))
    line = replace(line, at=("insurance", "held", number))
    says = f"{_policy_words(latest)}; {_certificate(latest, situation)}"
    line = line.found(State.MET, says, evidence=latest.evidence)
    cover = situation.policy.cover(required) if required else situation.policy.local_cover(kind)
    least = cover.pounds if cover else Decimal()
    # A renewal that nobody has seen by then, that has no end, or that covers too little, does not carry on.
    counted = tuple(each for _, each in held if each is latest or (_seen(each, situation) and each.cover >= least))
    end = covered_until(counted, situation.on)
    if end is None:
        return _ran_out(line, latest, held, situation)
    if not _seen(latest, situation):
        says = f"{says}; its last day is not recorded" if latest.ends is None else says
        return line.found(
            State.NOT_RECORDED,
            says,
            effect=Effect.CANNOT_TELL,
            rule="insurance-not-recorded",
            remedy="See the certificate, and record when, by whom and where it is filed (evidence).",
            due=_seen_until(held, situation),
        )
    if cover is not None and latest.cover < cover.pounds:
        return _too_little(line, latest, situation.policy.cover_not_met(required, latest.cover) if required else cover)
    return _runs(line, end, situation)


def _runs(line: Line, end: date, situation: Situation) -> Line:
    """Find whether an insurance has run out, or runs out within the days of warning."""
    words = ("ran out on", "runs out on")
    return timed(line, end, situation, rule="lapsed-insurance", effect=Effect.STOP, remedy=_RENEW, was_and_is=words)


def _ran_out(line: Line, latest: Insurance, held: Held, situation: Situation) -> Line:
    """Say when the last insurance ran out, and from when one is recorded that begins after the day."""
    line = _runs(line, latest.ends or date.max, situation)
    to_come = [each.starts for _, each in held if each.starts > situation.on]
    return replace(line, says=f"{line.says}; the next starts on {plain(min(to_come))} only") if to_come else line


def _policy_words(insurance: Insurance) -> str:
    return f"£{insurance.cover:,} with {insurance.insurer}"


def _certificate(insurance: Insurance, situation: Situation) -> str:
    """Say whether its certificate was seen, and when."""
    if insurance.evidence is None:
        return "no evidence is recorded"
    says = seen_on(insurance.evidence)
    if insurance.evidence.on > situation.on:
        return f"{says}, after the day asked about"
    if _is_of_an_earlier_one(insurance, situation):
        return f"{says}, too long before it began on {plain(insurance.starts)} to be its certificate"
    return says


def _is_of_an_earlier_one(insurance: Insurance, situation: Situation) -> bool:
    """Answer whether what was seen is too old to be its certificate: those are made out shortly before it begins."""
    ahead = situation.policy.days("certificate_days")
    return insurance.evidence is not None and insurance.evidence.on < insurance.starts - ahead


def _seen(insurance: Insurance, situation: Situation) -> bool:
    """Answer whether its certificate was seen by the day, and its last day read off it."""
    return insurance.ends is not None and _certificate_counts(insurance, situation)


def _seen_until(held: Held, situation: Situation) -> date | None:
    """Answer when the last insurance ran out whose certificate was seen: since then a new one is owed; none without."""
    ends = (each.ends for _, each in held if _seen(each, situation))
    return max((end for end in ends if end and end < situation.on), default=None)


def _certificate_counts(insurance: Insurance, situation: Situation) -> bool:
    """Answer whether its own certificate was seen by the day."""
    if insurance.evidence is None or insurance.evidence.on > situation.on:
        return False
    return not _is_of_an_earlier_one(insurance, situation)


def _told_apart(
    recorded: Held, absence: InsuranceAbsence | None, situation: Situation
) -> tuple[Held, tuple[Insurance, ...]]:
    """Answer the insurances that count, and those that do not because one was found not to be held."""
    held = tuple(pair for pair in recorded if absence is None or _answers(pair[1], absence, situation))
    return held, tuple(pair[1] for pair in recorded if pair not in held)


def _answers(insurance: Insurance, absence: InsuranceAbsence, situation: Situation) -> bool:
    """Answer whether a certificate seen later says that one is held again. Of the same day the worse counts."""
    if insurance.evidence is None or insurance.evidence.on <= absence.on:
        return False
    return _certificate_counts(insurance, situation) and (insurance.ends is None or insurance.ends >= absence.on)


def _worth(insurance: Insurance, situation: Situation) -> tuple[bool, bool, Decimal, date, date]:
    """Answer what makes one of several insurances the one to look at: it holds, was seen, covers most, runs longest."""
    holds = insurance.covers(situation.on)
    seen = holds and _seen(insurance, situation)
    return (holds, seen, insurance.cover if holds else Decimal(), insurance.ends or date.max, insurance.starts)


def _absent(
    line: Line,
    absence: tuple[int, InsuranceAbsence],
    doubted: tuple[Insurance, ...],
    held: Held,
    situation: Situation,
) -> Line:
    """Say that it was found not to be held, what is recorded of one all the same, and which is to come."""
    number, absent = absence
    note = f": {absent.note}" if absent.note else ""
    says = [f"asked for on {plain(absent.on)} and not held{note}"]
    best = max(doubted, key=lambda each: _worth(each, situation), default=None)
    if best:
        until = f" to {plain(best.ends)}" if best.ends else ""
        says.append(
            f"recorded is {_policy_words(best)}, from {plain(best.starts)}{until}; {_certificate(best, situation)}"
        )
    if held:
        says.append(f"the next starts on {plain(_first_day(held))} only")
    return replace(line, at=("insurance", "absent", number)).found(
        State.MISSING,
        "; ".join(says),
        effect=Effect.STOP,
        rule="missing-insurance",
        remedy=_FROM_THEN if held else "Have the provider insure itself, and record the certificate.",
        evidence=best.evidence if best else None,
    )


def _first_day(held: Held) -> date:
    return min(each.starts for _, each in held)


def _to_come(line: Line, held: Held) -> Line:
    return line.found(
        State.MISSING,
        f"it starts on {plain(_first_day(held))} only",
        effect=Effect.STOP,
        rule="missing-insurance",
        remedy=_FROM_THEN,
    )


def _nothing_known(line: Line, provider: Provider, kind: InsuranceKind, required: RequiredInsurance | None) -> Line:
    """Say that nothing is known by the day, and what was found out after it."""
    later = absence_of(provider, kind, date.max)
    said = f"not held when asked for on {plain(later[1].on)}, after the day asked about" if later else ""
    says, remedy = said or "nothing is recorded", _SEE
    if required and required.only_with_employees and (exemption := _exemption_wanted(provider)):
        says, remedy = exemption, "Record why it is not needed, who decided that and when (insurance: no_employees)."
    return line.found(State.NOT_RECORDED, says, effect=Effect.CANNOT_TELL, rule="insurance-not-recorded", remedy=remedy)


def _exemption_wanted(provider: Provider) -> str:
    """Say that an exemption is wanted where nobody is employed, or came too late; empty where somebody may be."""
    exempt = provider.insurance.no_employees if provider.insurance else None
    if exempt is not None:
        return f"that nobody is employed was recorded on {plain(exempt.on)}, after the day asked about"
    if provider.identity.employs_staff is False:
        return "nobody is employed, and no exemption from it is recorded (no_employees)"
    return ""


def _too_little(line: Line, latest: Insurance, cover: Cover) -> Line:
    """Say that the cover is too small. A minimum nobody confirmed asks for a look; a set one stops.

    The line is as binding as the minimum that is not met: the law's cannot be waived, the council's own can.
    """
    line = replace(line, basis=cover.basis, standing=cover.standing)
    return line.found(
        State.MISSING if cover.confirmed else State.REVIEW,
        f"£{latest.cover:,} is below the £{cover.pounds:,} asked for ({cover.basis})",
        effect=Effect.STOP if cover.confirmed else Effect.CONDITION,
        rule="insurance-below-minimum",
        remedy="Have the cover raised, and record the new certificate; or record who accepts less, and why.",
        due=latest.ends,
    )
