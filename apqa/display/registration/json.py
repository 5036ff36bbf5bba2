"""The registration question as JSON, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.display.provider_check.json import requirement_fields

if TYPE_CHECKING:
    from apqa.display.registration.answer import Asked, RegistrationAnswer
    from apqa.questions.registration import RegistrationRequirement
    from apqa.questions.timeline import Stretch


def json_registration(answer: RegistrationAnswer) -> str:
    """Write every provider asked about with its answer, the gravest first."""
    return to_json(
        envelope(
            answer.header,
            announced_law=answer.announced,
            left_out=answer.left_out,
            unread=answer.unread,
            providers=[_asked(each, answer) for each in answer.asked],
        )
    )


def _asked(asked: Asked, answer: RegistrationAnswer) -> dict[str, object]:
    """Name the parts of one provider's answer; the other law's answer under the name of that law."""
    other = "in_force" if answer.announced else "announced"
    timeline = {"timeline": [_stretch(each) for each in asked.timeline]} if asked.timeline is not None else {}
    return {
        "provider": {"id": asked.provider.id, "name": asked.provider.name},
        **requirement_fields(asked.requirement),
        **_counted(asked.requirement),
        other: requirement_fields(asked.beside) if asked.beside else None,
        **timeline,
    }


def _counted(requirement: RegistrationRequirement) -> dict[str, object]:
    """Name what the answer counted: the least and the most, and each pupil of these records."""
    tally, register = requirement.tally, requirement.register
    return {
        "register": {"standing": register.standing, "says": register.says, "outside": register.outside},
        "certain": asdict(tally.certain),
        "possible": asdict(tally.possible),
        "others_not_known": tally.may_be_more,
        "pupils": [
            {**asdict(pupil), "counts": pupil.counts, "may_count": pupil.may_count} for pupil in requirement.pupils
        ],
    }


def _stretch(stretch: Stretch) -> dict[str, object]:
    return {
        "starts": stretch.starts,
        "ends": stretch.ends,
        "requirement": stretch.answer.requirement,
        "because": stretch.answer.because,
        "closest": {"on": stretch.closest.on, "because": stretch.closest.because},
    }
