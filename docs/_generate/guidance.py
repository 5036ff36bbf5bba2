"""The reference of law and guidance: every dated value, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from _generate.markdown import anchor, cell, code, link, page, prose, table
from _generate.unconfirmed import HEADING, unconfirmed
from apqa.guidance.attendance_law import CodeEntry, SessionEntry, framework_wording
from apqa.guidance.book import entries
from apqa.guidance.criteria import Criterion
from apqa.guidance.editions import documents
from apqa.guidance.establishments import NumberRange, StatusEntry, TypeEntry
from apqa.guidance.registration_law import rule_sets
from apqa.guidance.requirements import (
    NumberEntry,
    cycle_entries,
    required_insurances,
    required_policies,
    safety_entries,
)
from apqa.guidance.school_age_law import SchoolAgeLaw
from apqa.questions.package import hours_text
from apqa.records.schema.docstrings import word_docstrings
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.guidance.registration_law import RegistrationLaw

_HEADER = ("what", "value", "in force from", "standing", "basis", "confirmed")


def guidance_page() -> str:
    """Answer the page of all dated values."""
    return page(
        "Law and guidance as dated data",
        "For auditors, and for whoever checks a value. These are the values apqa uses, from which day, how binding "
        "each is, and where it is written. [The law explained](../law.md) says what they mean.",
        "*Confirmed: no* means that no document seen by the authors confirms the value or its day. It is used, and "
        "whoever relies on it should look it up: all of these are "
        f"{link('listed together', f'#{anchor(HEADING)}')}. A council can replace what is not law, in "
        "`authority.yaml`.",
        table(("standing", "meaning"), [(_spoken(word), _STANDINGS[word]) for word in Standing]),
        *_registration(),
        *_school_age(),
        *_attendance(),
        *_editions(),
        *_required(),
        *_cycles(),
        *_safety(),
        *_numbers(),
        *_criteria(),
        *_establishments(),
        *unconfirmed(),
    )


_STANDINGS = {
    Standing.LAW: "An Act or regulations. It can be made stricter locally and never looser, and is never waived.",
    Standing.STATUTORY_GUIDANCE: "Guidance to have regard to by law. Locally it can only be made stricter.",
    Standing.GUIDANCE: "Guidance that says what is good practice.",
    Standing.FRAMEWORK: "The council's quality assurance framework.",
    Standing.LOCAL_POLICY: "The council's own, or a custom until it decides.",
}


def _spoken(standing: Standing) -> str:
    return standing.value.replace("_", " ")


def _sure(confirmed: bool) -> str:  # noqa: FBT001  a value of the data
    return "yes" if confirmed else "**no**"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _registration() -> Iterator[str]:
    yield "## Registration as an independent school"
    yield table(_HEADER, [_rule_set(law) for law in rule_sets()])
    for law in rule_sets():
        told = f"{_spoken(law.full_time.standing)}, {law.full_time.basis}"
        yield prose(f"**{law.title}.** How full-time is told: {told}. {law.note or ''}")


def _rule_set(law: RegistrationLaw) -> tuple[str, ...]:
    return (
        cell(law.title),
        cell(_thresholds(law)),
        _day(law.in_force_from) or f"not in force; announced {_day(law.announced_on)}",
        _spoken(law.standing),
        cell(law.basis),
        _sure(law.confirmed),
    )


def _thresholds(law: RegistrationLaw) -> str:
    special = (
        f"{law.with_ehc_plan} with an EHC plan" if law.with_ehc_plan else f"{law.with_special_needs} with special needs"
    )
    test = law.full_time
    hours = f"presumed above {hours_text(test.presumed_above_hours)} daytime hours" if test.presumed_above_hours else ""
    judged = "judged where nearly all" if test.judged_when_nearly_all else ""
    most = "a majority" if test.majority else ""
    return f"{law.pupils} pupils, or {special}, or {law.looked_after} looked after; full-time: " + ", ".join(
        filter(None, (hours, judged, most))
    )


def _school_age() -> Iterator[str]:
    yield "## Compulsory school age"
    for law in entries("school_age", "rules", SchoolAgeLaw):
        days = ", ".join(law.prescribed_days)
        rows = [
            (
                "begins",
                f"at {law.begins_at}, on or after the birthday: {days}",
                law.basis + "; " + law.prescribed_days_basis,
            ),
            (
                "ends",
                f"in the school year of the {law.ends_at}th birthday, on the leaving date",
                law.basis + "; " + law.leaving_day_basis,
            ),
        ]
        yield table(
            _HEADER,
            [
                (what, cell(value), _day(law.in_force_from), _spoken(law.standing), cell(basis), _sure(law.confirmed))
                for what, value, basis in rows
            ],
        )
        yield prose(law.note or "")


def _attendance() -> Iterator[str]:
    yield "## Attendance codes"
    yield table(
        _HEADER,
        [
            (
                f"{code(each.code)} {cell(each.title)}",
                cell(each.means),
                _day(each.in_force_from),
                _spoken(each.standing),
                cell(each.basis),
                _sure(each.confirmed),
            )
            for each in entries("attendance", "codes", CodeEntry)
        ],
    )
    yield prose(framework_wording())
    yield "## Sessions of a school day"
    yield table(
        _HEADER,
        [
            (
                f"{each.a_day} sessions a day",
                cell(each.note or ""),
                _day(each.in_force_from),
                _spoken(each.standing),
                cell(each.basis),
                _sure(each.confirmed),
            )
            for each in entries("attendance", "sessions", SessionEntry)
        ],
    )


def _editions() -> Iterator[str]:
    yield "## Editions of guidance"
    yield table(
        ("document", "key", "edition", "in force from", "standing", "published by, under", "confirmed"),
        [
            (
                cell(document.title),
                code(document.key),
                edition.edition,
                _day(edition.in_force_from),
                _spoken(document.standing_of(edition)),
                cell(document.basis),
                _sure(edition.confirmed),
            )
            for document in documents()
            for edition in document.editions
        ],
    )


def _required() -> Iterator[str]:
    yield "## Policies every commissioner must have seen"
    yield table(
        ("policy", "key", "must have regard to", "in force from", "standing", "basis"),
        [
            (
                cell(each.title),
                code(each.key),
                ", ".join(map(code, each.cites)),
                _day(each.in_force_from),
                _spoken(each.standing),
                cell(each.basis),
            )
            for each in required_policies()
        ],
    )
    yield "## Insurance"
    yield table(
        ("insurance", "asked for by", "least cover", "standing of the least cover", "its basis", "confirmed"),
        [
            (
                cell(each.title) + (" (where somebody is employed)" if each.only_with_employees else ""),
                f"{cell(each.basis)} ({_spoken(each.standing)})",
                f"£{each.minimum.pounds:,}",
                _spoken(each.minimum.standing),
                cell(each.minimum.basis),
                _sure(each.minimum.confirmed),
            )
            for each in required_insurances()
        ],
    )


def _cycles() -> Iterator[str]:
    yield "## Cycles"
    yield "The key is the name a council uses in `authority.yaml` to set its own."
    yield table(
        ("what", "key", "due again after", "in force from", "standing", "basis", "confirmed"),
        [
            (
                cell(each.title),
                code(each.key),
                f"{each.months} months" if each.months else f"{each.weeks} weeks",
                _day(each.in_force_from),
                _spoken(each.standing),
                cell(each.basis),
                _sure(each.confirmed),
            )
            for each in cycle_entries()
        ],
    )


def _safety() -> Iterator[str]:
    yield "## Health and safety items"
    yield table(
        ("item", "key", "asked of every provider", "cycle", "in force from", "standing", "basis"),
        [
            (
                cell(each.title),
                code(each.item),
                "yes" if each.asked_of_all else "",
                code(each.cycle or ""),
                _day(each.in_force_from),
                _spoken(each.standing),
                cell(each.basis),
            )
            for each in safety_entries()
        ],
    )


def _numbers() -> Iterator[str]:
    yield "## Numbers no law fixes"
    yield table(
        ("key", "value until the council decides", "standing", "basis", "confirmed"),
        [
            (code(each.key), f"{each.value}", _spoken(each.standing), cell(each.basis), _sure(each.confirmed))
            for each in entries("numbers", "numbers", NumberEntry)
        ],
    )


def _criteria() -> Iterator[str]:
    yield "## Criteria of the self-assessment"
    yield table(
        ("key", "criterion", "area", "in force from", "standing", "basis", "confirmed"),
        [
            (
                code(each.code),
                f"{cell(each.title)}: {cell(each.text)}",
                each.area.value.replace("_", " "),
                _day(each.in_force_from),
                _spoken(each.standing),
                cell(each.basis),
                _sure(each.confirmed),
            )
            for each in entries("criteria", "criteria", Criterion)
        ],
    )


def _establishments() -> Iterator[str]:
    yield "## Types and statuses of the register of schools"
    meanings = word_docstrings(type(entries("establishments", "types", TypeEntry)[0].means))
    yield table(
        ("status", "name", "open"),
        [
            (each.code, cell(each.title), "yes" if each.open else "no")
            for each in entries("establishments", "statuses", StatusEntry)
        ],
    )
    yield table(("meaning", ""), [(code(word), cell(said)) for word, said in meanings.items()])
    yield table(
        ("type", "name", "means"),
        [
            (each.code, cell(each.title), code(each.means.value))
            for each in entries("establishments", "types", TypeEntry)
        ],
    )
    yield table(
        ("types", "their DfE numbers", "written in"),
        [
            (", ".join(each.types), f"{each.first} to {each.last}", cell(each.basis))
            for each in entries("establishments", "numbers", NumberRange)
        ],
    )
