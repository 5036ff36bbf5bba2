"""Whether the law asks a provider to register as an independent school, and because of whom (QF-10 to QF-13)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.registration_law import Reading, RegistrationLaw, registration_law
from apqa.questions.conclusion import conclusion
from apqa.questions.counts import may_be_met, met_by, not_met_by
from apqa.questions.headcount import Tally, pupils_there, tally
from apqa.questions.local_policy import policy_unknown
from apqa.questions.register import RegisterAnswer, Standing, register_answer
from apqa.vocabulary.provider import ReviewedRequirement

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.pupils_here import PupilHere
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


class Requirement(StrEnum):
    """What the law asks of a provider."""

    MUST_REGISTER = "must_register"
    REVIEW = "review"
    NOT_REQUIRED = "not_required"
    ALREADY_REGISTERED = "already_registered"


@dataclass(frozen=True, slots=True)
class Headroom:
    """How many more full-time pupils of compulsory school age a provider can take before it must register.

    None means that it cannot be said from the records.
    """

    pupils: int | None
    """Pupils without an EHC plan who are not looked after."""

    with_ehc_plan: int | None
    looked_after: int | None


_ROOM_UNKNOWN = Headroom(None, None, None)


@dataclass(frozen=True, slots=True)
class UnderReading:
    """The answer by one reading of a rule set that can be read in more than one way."""

    reading: Reading
    requirement: Requirement
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegistrationRequirement:
    """The answer for one provider on one day under one rule set."""

    provider: str
    on: date
    requirement: Requirement
    because: tuple[str, ...]
    """The reasons, in sentences."""

    missing: tuple[str, ...]
    """What is not recorded and could change the answer."""

    pupils: tuple[PupilHere, ...]
    """The pupils of these records who are there."""

    tally: Tally
    """The counts, from these records and the provider's declaration."""

    register: RegisterAnswer
    """What the register of schools was found to say."""

    headroom: Headroom | None
    """None where the provider is registered already."""

    law: RegistrationLaw | None
    """The rule set used; none where apqa knows none for the day."""

    unread_alone: bool = False
    """Whether it is to be judged for nothing but placements that cannot be read."""

    policy_unknown: str = ""
    """Why it is to be judged for nothing but a policy of the council's own that nobody can read; else empty."""

    readings: tuple[UnderReading, ...] = ()
    """The answer by each reading of the rule set, that of its own words first; none where there is but one."""

    @property
    def readings_differ(self) -> bool:
        """Answer whether the readings of the rule set give different answers, so that a person must judge."""
        return len({each.requirement for each in self.readings}) > 1

    @property
    def must_register(self) -> bool:
        """Answer whether the definition appears to be met and the provider is not registered."""
        return self.requirement is Requirement.MUST_REGISTER


def registration_requirement(
    provider: Provider, situation: Situation, law: RegistrationLaw | None = None
) -> RegistrationRequirement:
    """Work out whether the law asks this provider to register on the day, and because of whom.

    Pupils of compulsory school age on the day, each counted once with all hours here, and the pupils of other
    commissioners the provider last declared. Without a rule set it asks the one in force on the day. Nobody is told
    that registration is not required while it is not known what the council itself asks for: by its policy the
    declaration may be too old to go by.
    Basis: Education Act 1996 s.463; Education and Skills Act 2008 s.96.
    """
    law = law or registration_law(situation.on)
    question = ("registration", provider.id, situation.on, law)
    return situation.once(question, lambda: _by_every_reading(provider, situation, law))


def _by_every_reading(provider: Provider, situation: Situation, law: RegistrationLaw | None) -> RegistrationRequirement:
    """Answer a rule set that can be read in more than one way by each; where they differ, a person must judge."""
    if law is None or not law.readings:
        return _by_known_policy(_requirement(provider, situation, law), situation)
    by = [(each, registration_requirement(provider, situation, law.read_as(each))) for each in law.readings]
    readings = tuple(UnderReading(reading, answer.requirement, answer.because) for reading, answer in by)
    whole = replace(by[0][1], law=law, readings=readings)
    if not whole.readings_differ:
        return whole
    said = "; ".join(f"{_GIVES[each.requirement]} where {each.reading.where}" for each in readings)
    because = (f"the readings of the law give different answers: {said}", *whole.because)
    return replace(whole, requirement=Requirement.REVIEW, because=because)


_GIVES = {
    Requirement.MUST_REGISTER: "it must register",
    Requirement.REVIEW: "a person must judge",
    Requirement.NOT_REQUIRED: "it need not register",
    Requirement.ALREADY_REGISTERED: "it is registered already",
}


def _by_known_policy(answer: RegistrationRequirement, situation: Situation) -> RegistrationRequirement:
    """Leave to a person what is not required by the numbers alone, where the council's own policy is not known."""
    why = policy_unknown(situation) if answer.requirement is Requirement.NOT_REQUIRED else ""
    if not why:
        return answer
    because = (f"{why}, and by its policy the declaration of pupils may be too old", *answer.because)
    room = answer.headroom and replace(answer.headroom, pupils=None if answer.headroom.pupils else 0)
    return replace(answer, requirement=Requirement.REVIEW, because=because, headroom=room, policy_unknown=why)


def _requirement(provider: Provider, situation: Situation, law: RegistrationLaw | None) -> RegistrationRequirement:
    register = register_answer(provider, situation)
    if law is None:
        return _without_law(provider, situation, register)
    here = pupils_there(provider, situation, law)
    count = tally(provider, situation, law, here)

    def weighed(count: Tally) -> tuple[Requirement, tuple[str, ...]]:
        if register.is_registered:
            return _registered(count, here, law, register, situation)
        return _unregistered(provider, count, here, law, situation)

    requirement, because = weighed(count)
    return RegistrationRequirement(
        provider.id,
        situation.on,
        requirement,
        because,
        missing=(*_untold(register), *count.missing),
        pupils=here,
        tally=count,
        register=register,
        headroom=None if register.is_registered else _headroom(count, law),
        law=law,
        unread_alone=bool(count.unread) and weighed(replace(count, unread=()))[0] is not requirement,
    )


def _untold(register: RegisterAnswer) -> tuple[str, ...]:
    """Answer what is not recorded of the register, or of what a registration is for."""
    return (register.says,) if register.standing is Standing.NOT_RECORDED else register.untold


def _registered(
    count: Tally, here: tuple[PupilHere, ...], law: RegistrationLaw, register: RegisterAnswer, situation: Situation
) -> tuple[Requirement, tuple[str, ...]]:
    """Believe a registration, and say where pupils or sites are outside it, unless it is doubtful by now."""
    doubt = _doubtful_registration(register, count, here, law, situation)
    requirement = Requirement.REVIEW if doubt else Requirement.ALREADY_REGISTERED
    return requirement, (*doubt, register.says, *register.outside)


def _unregistered(
    provider: Provider, count: Tally, here: tuple[PupilHere, ...], law: RegistrationLaw, situation: Situation
) -> tuple[Requirement, tuple[str, ...]]:
    """Weigh the counts of a provider that is not registered, with what a person concluded.

    On the register as something that is no school, a person judges what kind of institution it is, even where the
    numbers would meet the definition: it may not apply to such an institution at all (Education Act 1996 s.4). Other
    numbers that meet it are never for a person to conclude upon. What nobody looked up is not said to be unregistered.
    """
    register = register_answer(provider, situation)
    requirement, because = _weigh(count, here, law)
    if register.standing is Standing.REVIEW:
        of_its_kind = (_OF_ITS_KIND,) if requirement is Requirement.MUST_REGISTER else ()
        requirement, because = Requirement.REVIEW, (register.says, *of_its_kind, *because)
    if requirement is Requirement.REVIEW and law.is_in_force(situation.on):
        requirement, because = _concluded(provider, situation, count, here, because)
    if requirement is Requirement.MUST_REGISTER and register.standing is Standing.NOT_RECORDED:
        requirement, because = Requirement.REVIEW, (*because, "whether it is registered already is not recorded")
    return requirement, because


_OF_ITS_KIND = (
    "the numbers would otherwise meet the definition: a person's conclusion is about what kind of institution it is, "
    "to which the definition may not apply at all"
)


def _without_law(provider: Provider, situation: Situation, register: RegisterAnswer) -> RegistrationRequirement:
    """Leave it to a person on a day whose law apqa does not know: nobody can say who counts, or what room there is."""
    because = (f"apqa knows no law of registration for {plain(situation.on)}",)
    count = Tally(unknown=True)
    return RegistrationRequirement(
        provider.id, situation.on, Requirement.REVIEW, because, (), (), count, register, _ROOM_UNKNOWN, None
    )


def _doubtful_registration(
    register: RegisterAnswer, count: Tally, here: tuple[PupilHere, ...], law: RegistrationLaw, situation: Situation
) -> tuple[str, ...]:
    """Doubt a registration nobody has looked up within the cycle, where the numbers would ask for one."""
    cycle = situation.policy.cycle("register_check")
    if register.check is None or cycle is None or cycle.next_due(register.check.on) >= situation.on:
        return ()
    if _weigh(count, here, law)[0] is Requirement.NOT_REQUIRED:
        return ()
    return (f"the register was last looked at more than {cycle.length} ago, and the numbers ask for registration",)


def _weigh(count: Tally, here: tuple[PupilHere, ...], law: RegistrationLaw) -> tuple[Requirement, tuple[str, ...]]:
    """Hold the counts against the rule set: certain counts first, then possible ones."""
    if met := met_by(count.certain, law):
        return Requirement.MUST_REGISTER, (*met, *count.sources)
    unknown = ("the number of full-time pupils is not known",) if count.may_be_more else ()
    possible = unknown or may_be_met(count.possible, law)
    if possible:
        doubts = tuple(f"{pupil.named}: {_doubt(pupil)}" for pupil in here if pupil.may_count and not pupil.counts)
        return Requirement.REVIEW, (*possible, *doubts, *count.sources)
    return Requirement.NOT_REQUIRED, (not_met_by(count.certain, law), *count.sources)


def _doubt(pupil: PupilHere) -> str:
    if pupil.school_age is None:
        return f"{pupil.why}; whether of compulsory school age is not recorded"
    return pupil.why


def _headroom(count: Tally, law: RegistrationLaw) -> Headroom:
    # Pupils nobody declared can only take room away: where the known leave none, there is none.
    room = max(0, law.pupils - 1 - count.possible.pupils)
    special = law.with_ehc_plan if law.with_ehc_plan is not None else law.with_special_needs or 1
    return Headroom(
        pupils=None if count.may_be_more and room else room,
        with_ehc_plan=max(0, special - 1 - count.possible.with_ehc_plan),
        looked_after=max(0, law.looked_after - 1 - count.possible.looked_after),
    )


def _concluded(
    provider: Provider, situation: Situation, count: Tally, here: tuple[PupilHere, ...], because: tuple[str, ...]
) -> tuple[Requirement, tuple[str, ...]]:
    """Let a person's recorded conclusion settle what is left to review, while its facts hold.

    That is what the numbers leave open, or what kind of institution it is.
    """
    found = conclusion(provider, situation, count, here)
    if found is None:
        return Requirement.REVIEW, because
    if found.holds_not:
        return Requirement.REVIEW, (*because, f"{found.says} - but {found.holds_not}, so it must be looked at again")
    required = found.review.conclusion is ReviewedRequirement.REQUIRED
    return (Requirement.MUST_REGISTER if required else Requirement.NOT_REQUIRED), (found.says, *because)
