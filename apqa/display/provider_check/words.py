"""The words about a check that every form for people shares."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.listing import ESCALATION
from apqa.questions.checks.verdict import Verdict
from apqa.questions.package import hours_text
from apqa.questions.registration import Requirement
from apqa.questions.school_age import age_on_first_september, first_september
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.display.provider_check.answer import ProviderAnswer
    from apqa.questions.checks.line import Line
    from apqa.records.placement import Placement

VERDICTS = {
    Verdict.CLEAR: "CLEAR",
    Verdict.CLEAR_WITH_CONDITIONS: "CLEAR WITH CONDITIONS",
    Verdict.DO_NOT_PLACE: "DO NOT PLACE",
    Verdict.CANNOT_TELL: "CANNOT TELL",
}
STATES = {
    State.MET: "met",
    State.DUE_SOON: "due soon",
    State.EXPIRED: "expired",
    State.MISSING: "missing",
    State.NOT_RECORDED: "not recorded",
    State.REVIEW: "review",
    State.NOT_APPLICABLE: "not applicable",
    State.WAIVED: "waived",
}
REQUIREMENTS = {
    Requirement.MUST_REGISTER: "appears to meet the definition of an independent school; refer to the Department",
    Requirement.REVIEW: "a person must judge whether it must register",
    Requirement.NOT_REQUIRED: "need not register",
    Requirement.ALREADY_REGISTERED: "registered, or a school that need not be",
}
_WITH_IT = {
    Requirement.MUST_REGISTER: "would appear to meet the definition of an independent school",
    Requirement.REVIEW: "would be for a person to judge",
    Requirement.NOT_REQUIRED: "would not have to",
    Requirement.ALREADY_REGISTERED: "would be registered",
}
STANDINGS = {
    Standing.LAW: "law",
    Standing.STATUTORY_GUIDANCE: "statutory guidance",
    Standing.GUIDANCE: "guidance",
    Standing.FRAMEWORK: "framework",
    Standing.LOCAL_POLICY: "local policy",
}
EFFECTS = (Effect.STOP, Effect.CANNOT_TELL, Effect.CONDITION)
"""The effects that leave something to do, the gravest first."""

WAIVES_NOTHING = (
    "Neither registration nor listing waives any check. The responsibility stays with whoever places (QF-03)."
)


def counted(number: int, one: str, many: str = "") -> str:
    """Say how many there are: `1 check`, `2 checks`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def sentence(answer: ProviderAnswer) -> str:
    """Say in a sentence what the verdict means for placing on the day."""
    stops, unknown, conditions = (len(answer.check.having(effect)) for effect in EFFECTS)
    day = plain(answer.check.requirement.on)
    pupil = "this pupil" if answer.draft else "a pupil"
    if answer.verdict is Verdict.DO_NOT_PLACE:
        which = _titles(answer.check.having(Effect.STOP))
        return f"Do not place {pupil} here on {day}: {counted(stops, 'check')} {_stand(stops)} in the way ({which})."
    if answer.verdict is Verdict.CANNOT_TELL:
        open_ones = f"{counted(unknown, 'check')} {'is' if unknown == 1 else 'are'} open"
        which = _titles(answer.check.having(Effect.CANNOT_TELL))
        return f"Whether {pupil} may be placed here on {day} cannot be told: {open_ones} ({which})."
    may = f"{pupil.capitalize()} may be placed here on {day}"
    if alone := _meant_for(answer):
        may = f"It may be used on {day} only for {alone} (QF-41)"
    if answer.verdict is Verdict.CLEAR_WITH_CONDITIONS:
        return f"{may}, on {counted(conditions, 'condition')}.{_first_due(answer)}"
    return f"{may}: every check is met.{_first_due(answer)}"


def _meant_for(answer: ProviderAnswer) -> str:
    """Say for which placements alone an unlisted provider is exceptionally used, where no draft is held against it."""
    event = answer.provider.exceptional_use(answer.check.requirement.on)
    if answer.draft or event is None or not event.limited_to:
        return ""
    return event.limited_to


def _titles(lines: tuple[Line, ...]) -> str:
    """Name the first few checks."""
    named = [line.title for line in lines[:3]]
    return "; ".join([*named, f"{len(lines) - 3} more"] if len(lines) > len(named) else named)


def _stand(number: int) -> str:
    return "stands" if number == 1 else "stand"


def _first_due(answer: ProviderAnswer) -> str:
    """Say what falls due first from the day on."""
    on = answer.check.requirement.on
    due = [line for line in answer.check.lines if line.due and line.due >= on]
    if not due:
        return ""
    first = min(due, key=lambda line: str(line.due))
    return f" The first to fall due: {first.title}, {plain(first.due)}." if first.due else ""


def tally(answer: ProviderAnswer) -> str:
    """Count the checks by what they mean for placing: `31 of 36 checks are met; 2 stand in the way`."""
    lines = answer.check.lines
    states = [line.state for line in lines if line.effect is Effect.NONE]
    met = states.count(State.MET)
    said = [f"all {len(lines)} checks met" if met == len(lines) else f"{met} of {len(lines)} checks met"]
    stops, unknown, conditions = (len(answer.check.having(effect)) for effect in EFFECTS)
    soon = sum(line.state is State.DUE_SOON for line in answer.check.having(Effect.CONDITION))
    for number, words in (
        (stops, f"{_stand(stops)} in the way"),
        (unknown, "cannot be told"),
        (conditions - soon, "to be put right"),
        (soon, f"{'falls' if soon == 1 else 'fall'} due soon"),
        (states.count(State.WAIVED), "waived"),
        (states.count(State.NOT_APPLICABLE), "not applicable"),
    ):
        if number:
            said.append(f"{number} {words}")
    return f"{', '.join(said)}.".capitalize()


def heading(effect: Effect, verdict: Verdict) -> str:
    """Name the part of the answer that lists the checks with an effect."""
    if effect is Effect.STOP:
        return "Why not to place"
    if effect is Effect.CANNOT_TELL:
        return "What cannot be told"
    return "On these conditions" if verdict is Verdict.CLEAR_WITH_CONDITIONS else "To be put right, or due soon"


def alike(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Put together neighbours that were found alike and leave the same to do."""

    def same(line: Line) -> tuple[object, ...]:
        return line.group, line.state, line.says, line.basis, line.remedy, line.ask, line.due

    for _, members in groupby(lines, key=same):
        yield tuple(members)


def ground(line: Line) -> str:
    """Say where a requirement comes from: its clause, what it rests on, and how binding that is."""
    basis = line.basis if line.clause in line.basis else f"{line.basis} ({line.clause})" if line.basis else line.clause
    return f"{basis} - {STANDINGS[line.standing]}"


def law_used(answer: ProviderAnswer) -> str:
    """Say under which law the registration question was answered, and what the announced one would change."""
    requirement, announced = answer.check.requirement, answer.announced
    if requirement.law is None:
        return "apqa knows no law of registration for the day."
    used = f"Law used: {requirement.law.title}."
    if announced is None or announced.law is None or announced.requirement is requirement.requirement:
        return used
    if announced.readings_differ:
        return f"{used} Under the {announced.law.title}, which is not in force, {announced.because[0]}."
    would_be = REQUIREMENTS[announced.requirement].partition(";")[0]
    return f"{used} Under the {announced.law.title}, which is not in force, the answer would be: {would_be}."


def facts(answer: ProviderAnswer) -> Iterator[tuple[str, str]]:
    """Say where the provider stands, line by line with its name."""
    requirement, reached = answer.check.requirement, answer.escalation
    yield "List", answer.listing
    yield "Register", requirement.register.says
    yield "Registration", _registration(answer)
    step = reached.step.value.replace("_", " ")
    said = f"{step} since {plain(reached.since)}: {reached.why}" if reached.since else "no open concern"
    unknown = (line.says for line in answer.check.having(Effect.CANNOT_TELL) if line.key == ESCALATION)
    yield "Escalation", next(unknown, said)
    if answer.draft and answer.before:
        yield "Placing", drafted(answer.draft)
        yield from _taken_as_said(answer)
        before, after = VERDICTS[answer.before.verdict], VERDICTS[answer.verdict]
        yield "Verdict", f"{before} without it, {after} with it" if before != after else f"{after}, as without it"
        yield from _day_asked(answer)


def _registration(answer: ProviderAnswer) -> str:
    """Say whether the provider must register; what a draft placement would change is said to be only that."""
    now = answer.check.requirement.requirement
    before = answer.before.requirement.requirement if answer.before else now
    if before is now:
        return REQUIREMENTS[now]
    return f"{REQUIREMENTS[before]}; with this placement it {_WITH_IT[now]}"


def _taken_as_said(answer: ProviderAnswer) -> Iterator[tuple[str, str]]:
    """Say what nobody said of the draft, and how to say otherwise: an EHC plan or care may turn the answer."""
    if answer.assumed:
        taken = ", ".join(each.says for each in answer.assumed)
        yield "Taken as said", f"{taken}; say otherwise with {', '.join(each.otherwise for each in answer.assumed)}"


def _day_asked(answer: ProviderAnswer) -> Iterator[tuple[str, str]]:
    """Say that everything is asked of the draft's first day where that is to come, and how it stands until then."""
    then, today = answer.check.requirement.on, answer.today
    if today is not None and today.requirement.on != then:
        now = f"on {plain(today.requirement.on)} it is {VERDICTS[today.verdict]} without it"
        changes = answer.before is not None and answer.before.verdict is not today.verdict
        yield "Day asked", f"{plain(then)}, its first day" + (f"; {now}" if changes else "")


def drafted(draft: Placement) -> str:
    """Describe a draft placement in a line, without anything about whose it is."""
    week = draft.week(draft.starts)
    said = [f"{hours_text(week.hours_with_breaks)} hours a week" if week else "no timetable"]
    if week and not week.daytime:
        said.append("not by day")
    said.append(f"cohort {draft.cohort} ({_age(draft)})")
    said += ["EHC plan"] if draft.has_ehc_plan(draft.starts) else []
    said += ["looked after"] if draft.is_looked_after(draft.starts) else []
    until = f" to {plain(draft.expected_end)}" if draft.expected_end else ""
    return f"{', '.join(said)}, from {plain(draft.starts)}{until}"


def _age(draft: Placement) -> str:
    """Say how old the pupils of its cohort are as the school year of its first day begins."""
    years = age_on_first_september(draft.cohort, draft.starts)
    return f"{years} on {plain(first_september(draft.starts))}"


def people(answer: ProviderAnswer) -> Iterator[tuple[str, str]]:
    """Say how to reach whoever is to be asked: the provider's first contact, the council's officer."""
    for contact in answer.provider.contacts[:1]:
        yield "Provider", ", ".join(filter(None, (contact.role, contact.name, contact.email, contact.phone)))
    if answer.authority:
        officer = answer.authority.roles.get("designated_officer")
        known = (officer.title, officer.email or answer.authority.mailbox, officer.phone) if officer else ()
        said = ", ".join(filter(None, known)) or str(answer.authority.mailbox or "")
        if said:
            yield "Council", said


def short(day: date) -> str:
    """Write a day shortly: 1 Sep 2026."""
    return f"{day.day} {day:%b %Y}"
