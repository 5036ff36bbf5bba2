"""The check of a provider as JSON, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.display.findings.json import place_fields
from apqa.records.kinds import PROVIDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.display.provider_check.answer import ProviderAnswer
    from apqa.finding import Place
    from apqa.guidance.registration_law import RegistrationLaw
    from apqa.questions.checks.line import Line
    from apqa.questions.registration import RegistrationRequirement
    from apqa.records.base import Evidence
    from apqa.rule import Path


def json_provider_check(answer: ProviderAnswer) -> str:
    """Write the verdict, where the provider stands, and every check."""
    reached = answer.escalation
    return to_json(
        envelope(
            answer.header,
            verdict=answer.verdict,
            provider={"id": answer.provider.id, "name": answer.provider.name},
            listing=answer.listing,
            escalation={"step": reached.step, "since": reached.since, "why": reached.why, "action_plan": reached.plan},
            registration={
                **requirement_fields(answer.check.requirement),
                "announced": requirement_fields(answer.announced) if answer.announced else None,
            },
            lines=[provider_line_fields(answer, line) for line in answer.check.lines],
            **_placing(answer),
        )
    )


def _placing(answer: ProviderAnswer) -> dict[str, object]:
    if not answer.draft or not answer.before or not answer.today:
        return {}
    changed = [line.key for line in answer.check.lines if answer.was(line)]
    return {
        "placing": {
            "placement": answer.draft.model_dump(exclude_none=True, exclude_defaults=True),
            "on": answer.check.requirement.on,
            "verdict_today": answer.today.verdict,
            "verdict_before": answer.before.verdict,
            "changed": changed,
            "assumed": [{"key": each.key, "value": each.value, "says": each.says} for each in answer.assumed],
        }
    }


def provider_line_fields(answer: ProviderAnswer, line: Line) -> dict[str, object]:
    """Name the parts of a check of a provider, with its place in the provider's record."""
    return line_fields(line, PROVIDER.path(answer.provider.id), answer.place)


def line_fields(line: Line, path: str, place: Callable[[str, Path], Place]) -> dict[str, object]:
    """Name the parts of a check, the same in every form for programs."""
    return {
        "key": line.key,
        "group": line.group,
        "title": line.title,
        "clause": line.clause,
        "state": line.state,
        "effect": line.effect,
        "says": line.says,
        "basis": line.basis,
        "standing": line.standing,
        "remedy": line.remedy,
        "ask": line.ask,
        "due": line.due,
        "rule": line.rule,
        "waiver": line.waiver,
        "evidence": evidence_fields(line.evidence) if line.evidence else None,
        **place_fields(place(path, line.at)),
    }


def evidence_fields(evidence: Evidence | None) -> dict[str, object]:
    """Name the parts of what was seen; all empty where nothing was."""
    return {name: getattr(evidence, name, None) for name in ("seen", "on", "by", "filed", "sha256")}


def requirement_fields(requirement: RegistrationRequirement) -> dict[str, object]:
    """Name the parts of a registration requirement under one law."""
    room = requirement.headroom
    return {
        "requirement": requirement.requirement,
        "because": requirement.because,
        "missing": requirement.missing,
        "headroom": room
        and {"pupils": room.pupils, "with_ehc_plan": room.with_ehc_plan, "looked_after": room.looked_after},
        "law": law_fields(requirement.law) if requirement.law else None,
        "readings": [
            {
                "key": each.reading.key,
                "where": each.reading.where,
                "basis": each.reading.basis,
                "requirement": each.requirement,
                "because": each.because,
            }
            for each in requirement.readings
        ],
    }


def law_fields(law: RegistrationLaw) -> dict[str, object]:
    """Name the parts of a rule set that a reader of an answer needs."""
    return {
        "key": law.key,
        "title": law.title,
        "basis": law.basis,
        "in_force_from": law.in_force_from,
        "announced_on": law.announced_on,
        "full_time": law.full_time.basis,
        "confirmed": law.confirmed,
    }
