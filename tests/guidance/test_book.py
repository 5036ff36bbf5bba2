"""The dated data that comes with apqa: every page parses, every entry says its standing and where it is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import apqa.guidance
from apqa.guidance.attendance_law import CodeEntry, CouncilPower, SessionEntry, attendance_code
from apqa.guidance.bank_holidays import BankHoliday
from apqa.guidance.book import Dated, announced, current, entries, page
from apqa.guidance.criteria import Criterion
from apqa.guidance.due_diligence import DiligenceItem
from apqa.guidance.editions import Document
from apqa.guidance.escalation import NeedEntry, StepEntry, TriggerEntry
from apqa.guidance.establishments import NumberRange, StatusEntry, TypeEntry
from apqa.guidance.registration_law import RegistrationLaw
from apqa.guidance.requirements import CycleEntry, NumberEntry, RequiredInsurance, RequiredPolicy, SafetyEntry
from apqa.guidance.school_age_law import SchoolAgeLaw
from apqa.guidance.typed import made
from apqa.vocabulary.standing import Standing
from tests.builders import day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

DATA = Path(apqa.guidance.__file__).parent / "data"
PAGES = sorted(file.stem for file in DATA.glob("*.yaml"))

DATED: list[tuple[str, str, type[Dated]]] = [
    ("attendance", "codes", CodeEntry),
    ("attendance", "powers", CouncilPower),
    ("attendance", "sessions", SessionEntry),
    ("bank_holidays", "holidays", BankHoliday),
    ("criteria", "criteria", Criterion),
    ("cycles", "cycles", CycleEntry),
    ("due_diligence", "items", DiligenceItem),
    ("escalation", "needs", NeedEntry),
    ("escalation", "steps", StepEntry),
    ("escalation", "triggers", TriggerEntry),
    ("establishments", "numbers", NumberRange),
    ("establishments", "statuses", StatusEntry),
    ("establishments", "types", TypeEntry),
    ("insurance", "required", RequiredInsurance),
    ("numbers", "numbers", NumberEntry),
    ("policies", "required", RequiredPolicy),
    ("registration", "rule_sets", RegistrationLaw),
    ("safety", "items", SafetyEntry),
    ("school_age", "rules", SchoolAgeLaw),
]
BOUND: list[tuple[str, str, type[Any]]] = [
    *DATED,
    ("editions", "documents", Document),
]


def test_every_section_of_law_and_guidance_is_dated() -> None:
    """The clauses are the framework's own text, and no values."""
    sections = {(name, section) for name in PAGES for section, data in page(name).items() if isinstance(data, list)}
    assert sections - {(name, section) for name, section, _ in BOUND} == {("clauses", "clauses")}


def test_what_a_page_says_of_every_entry_stands_where_the_entry_says_nothing_else() -> None:
    found = {entry.item: entry for entry in entries("safety", "items", SafetyEntry)}
    assert not any(entry.confirmed for entry in found.values())
    assert entries("policies", "required", RequiredPolicy)[0].basis == "QF-21"


def test_the_least_an_insurance_must_cover_has_a_day_of_its_own() -> None:
    assert all(each.minimum.in_force_from for each in entries("insurance", "required", RequiredInsurance))


def a_value(**changes: Any) -> Dated:
    return made(Dated, {"standing": "guidance", "basis": "somewhere", **changes})


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_plain_data(name: str) -> None:
    assert page(name)


def _names_of_nothing(data: Any) -> Iterator[str]:
    """Find names that stand without a value: what a comma leaves over where a text needs quotation marks."""
    pairs = data.items() if isinstance(data, dict) else ((str(at), each) for at, each in enumerate(data))
    for name, value in pairs:
        if value is None:
            yield name
        elif isinstance(value, (dict, list)):
            yield from _names_of_nothing(value)


@pytest.mark.parametrize("name", PAGES)
def test_no_text_is_cut_at_a_comma(name: str) -> None:
    told = yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    assert list(_names_of_nothing(told)) == []
    cut = yaml.safe_load("{basis: Reporting of Injuries, Diseases and Dangerous Occurrences Regulations 2013}")
    assert list(_names_of_nothing([cut])) == ["Diseases and Dangerous Occurrences Regulations 2013"]


def test_whose_a_ground_is_that_no_document_sets_is_said() -> None:
    own = [entry.basis for entry in entries("safety", "items", SafetyEntry) if entry.standing is Standing.LOCAL_POLICY]
    assert own
    assert all("council" in basis or "insurer" in basis for basis in own)


@pytest.mark.parametrize(("name", "section", "model"), BOUND, ids=lambda part: part if isinstance(part, str) else "")
def test_every_entry_says_how_binding_it_is(name: str, section: str, model: type[Any]) -> None:
    found = entries(name, section, model)
    assert len(found) == len(page(name)[section])
    assert {getattr(entry, "standing", None) for entry in found} <= set(Standing)


@pytest.mark.parametrize(
    ("name", "section", "model"),
    BOUND,
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_every_entry_says_where_it_is_written(name: str, section: str, model: type[Any]) -> None:
    assert all(getattr(entry, "basis", "") for entry in entries(name, section, model))


@pytest.mark.parametrize(("name", "section", "model"), DATED, ids=lambda part: part if isinstance(part, str) else "")
def test_every_entry_is_in_force_from_a_day_or_announced_on_one(name: str, section: str, model: type[Dated]) -> None:
    assert all(
        (entry.in_force_from is None) is (entry.announced_on is not None) for entry in entries(name, section, model)
    )


def test_what_is_written_in_one_place_is_in_force_from_one_day() -> None:
    """An Act, a clause or a guidance that is cited twice in the same words has not come into force twice."""
    days: dict[str, set[date | None]] = {}
    for name, section, model in DATED:
        for entry in entries(name, section, model):
            days.setdefault(entry.basis, set()).add(entry.in_force_from)
    assert {basis: first for basis, first in days.items() if len(first) > 1} == {}


def test_what_the_framework_asks_it_asks_from_one_day() -> None:
    own = [entry for each in DATED for entry in entries(*each) if entry.standing is Standing.FRAMEWORK]
    assert {entry.in_force_from for entry in own} == {day("2014-01-01")}


def test_vehicles_are_tested_since_the_act_commenced_and_not_since_it_was_passed() -> None:
    cycle = next(entry for entry in entries("cycles", "cycles", CycleEntry) if entry.key == "vehicle_test")
    item = next(entry for entry in entries("safety", "items", SafetyEntry) if entry.item == "vehicle_test")
    assert cycle.in_force_from == item.in_force_from == day("1989-05-15")
    assert not cycle.confirmed
    assert not item.confirmed


@pytest.mark.parametrize(
    ("on", "basis"),
    [
        pytest.param("2019-12-31", None, id="before-the-first"),
        pytest.param("2020-01-01", "first", id="its-first-day"),
        pytest.param("2021-12-31", "first", id="the-last-day-before-the-next"),
        pytest.param("2022-01-01", "second", id="the-next"),
        pytest.param("2099-01-01", "second", id="never-the-announced"),
    ],
)
def test_the_current_value_is_the_last_that_came_into_force(on: str, basis: str | None) -> None:
    values = [
        a_value(basis="second", in_force_from="2022-01-01"),
        a_value(basis="announced", announced_on="2021-01-01"),
        a_value(basis="first", in_force_from="2020-01-01"),
    ]
    found = current(values, day(on))
    assert (found.basis if found else None) == basis


def test_the_announced_are_those_with_no_day_to_come_into_force() -> None:
    values = [
        a_value(basis="always"),
        a_value(basis="announced", announced_on="2021-01-01"),
        a_value(basis="begun", announced_on="2021-01-01", in_force_from="2022-01-01"),
    ]
    assert [entry.basis for entry in announced(values)] == ["announced"]


@pytest.mark.parametrize(
    ("code", "on", "known"),
    [
        pytest.param("K", "2024-08-18", False, id="k-the-day-before"),
        pytest.param("K", "2024-08-19", True, id="k-from-its-day"),
        pytest.param("B", "2006-09-01", True, id="b"),
        pytest.param("D", "2006-08-31", False, id="d-before-the-first"),
        pytest.param("Q", "2026-11-03", False, id="no-such-code"),
    ],
)
def test_an_attendance_code_stands_from_its_day(code: str, on: str, known: bool) -> None:
    assert (attendance_code(code, day(on)) is not None) is known
