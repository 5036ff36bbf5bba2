"""How many more full-time pupils each provider has room for before it must register as a school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import Cell, Figure, Page, Section, Table, heads, unnamed
from apqa.display.drawing.bars import Bar, bars
from apqa.display.drawing.svg import Caption, Tone
from apqa.display.registration.words import ANSWERS, left_out_sentence
from apqa.questions.registration import Requirement

if TYPE_CHECKING:
    from apqa.display.dashboard.look import Look
    from apqa.display.registration.answer import Asked

_TONES = {
    Requirement.MUST_REGISTER: Tone.BAD,
    Requirement.REVIEW: Tone.UNKNOWN,
    Requirement.NOT_REQUIRED: Tone.GOOD,
    Requirement.ALREADY_REGISTERED: Tone.GOOD,
}


def registration_page(look: Look, on_day: str) -> Page:
    """Show what `apqa registration` answers of each provider: the answer and the room, and no pupil's plan or care."""
    asked = look.registration.asked
    title = "Room for full-time pupils before a provider must register"
    says = (
        "A bar for each provider, as long as the number of further full-time pupils of compulsory school age, without "
        "an EHC plan and not looked after, it can take before it must register."
    )
    drawn = [Bar(_name(each), _number(each), _words(each), _tone(each)) for each in asked]
    table = Table(
        title,
        (*heads("Provider", "Must it register?"), *heads("Room for", numbers=1), *heads("By the announced law")),
        tuple(_row(each) for each in asked),
        empty="No provider is in use.",
    )
    notes = (
        _one_is_enough(look),
        "`apqa registration` says why, and because of whom.",
        left_out_sentence(look.registration),
    )
    figure = Figure(bars(Caption("headroom", title, says), drawn), table)
    section = Section("headroom", "Room left", tuple(filter(None, notes)), figure)
    lead = f"What the law asked of each provider in use on {on_day}, by what is recorded and declared."
    return Page("registration", "Registration and room left", lead, (section,))


def _one_is_enough(look: Look) -> str:
    """Say that the room is for pupils of one sort alone, where it is."""
    rooms = [each.requirement.headroom for each in look.registration.asked]
    if not any(room and room.with_ehc_plan == 0 for room in rooms):
        return ""
    return (
        "The room is for full-time pupils without an EHC plan who are not looked after: one with a plan or in care may "
        "be enough. How many of them are where is not shown here."
    )


def _number(asked: Asked) -> int | None:
    room = asked.requirement.headroom
    return room.pupils if room else None


def _name(asked: Asked) -> str:
    """Name the bar of a provider, with the answer where somebody has to act on it."""
    requirement = asked.requirement.requirement
    name = unnamed(asked.provider.name)
    is_said = requirement in {Requirement.MUST_REGISTER, Requirement.REVIEW}
    return f"{name} ({ANSWERS[requirement]})" if is_said else name


def _words(asked: Asked) -> str:
    number = _number(asked)
    if asked.requirement.headroom is None:
        return ANSWERS[asked.requirement.requirement]
    return "not known" if number is None else str(number) if number else "no room"


def _tone(asked: Asked) -> Tone:
    if asked.requirement.requirement is Requirement.NOT_REQUIRED and not _number(asked):
        return Tone.SOON
    return _TONES[asked.requirement.requirement]


def _row(asked: Asked) -> tuple[Cell, ...]:
    requirement = asked.requirement
    room = "-" if requirement.headroom is None else "not known" if _number(asked) is None else str(_number(asked))
    other = asked.beside
    return (
        Cell(unnamed(asked.provider.name)),
        Cell(ANSWERS[requirement.requirement], _tone(asked)),
        Cell(room, number=True),
        Cell(ANSWERS[other.requirement] if other else "-"),
    )
