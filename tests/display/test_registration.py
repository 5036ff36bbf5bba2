"""How the registration question looks."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from apqa.display.answer import Header
from apqa.display.registration.answer import FORMATS, Asked, RegistrationAnswer
from apqa.display.registration.text import text_registration
from apqa.display.registration.words import headroom, law, means, provider_row, pupil_in_short, unread_sentence
from apqa.errors import ExitStatus
from apqa.finding import Severity
from apqa.guidance.registration_law import announced_registration_law
from apqa.questions.registration import registration_requirement
from apqa.questions.timeline import registration_timeline
from apqa.writing.characters import cells
from tests import builders

HEADER = Header(version="0.1.0", command="registration", on=builders.ON)


def asked(*records: Any, provider_id: str = builders.PROVIDER, **changes: Any) -> Asked:
    provider = builders.in_order_provider(provider_id, **changes)
    of = builders.situation(builders.ON, provider, *records)
    law = announced_registration_law()
    return Asked(
        provider,
        registration_requirement(provider, of),
        registration_requirement(provider, of, law) if law else None,
        registration_timeline(provider, of),
    )


def answer(*each: Asked, one: bool = True, **changes: Any) -> RegistrationAnswer:
    return replace(RegistrationAnswer(HEADER, each, one), **changes)


FULL = asked(*builders.full_time(5, starts="2026-10-01"))
UNKNOWN = asked(builders.a_placement(package=None, looked_after=None), provider_id="north-star", headcounts=None)


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("one", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, one: bool) -> None:
    long_name = asked(provider_id="a-provider-with-quite-a-long-name")
    each = (FULL,) if one else (FULL, UNKNOWN, long_name)
    lines = text_registration(answer(*each, one=one), width=width).splitlines()
    limit = min(width, 120)
    assert max(map(cells, lines)) <= limit + 10 * (not one)


def test_the_row_of_a_provider_gives_least_and_most() -> None:
    assert provider_row(UNKNOWN)[:6] == ("north-star", "to be judged", "0 to 1+", "0+", "0 to 1+", "not known")
    assert provider_row(FULL)[:6] == ("north-star", "must register", "5", "0", "0", "0")


def test_a_registered_provider_has_no_use_for_headroom() -> None:
    registered = asked(registration={"register_checks": [builders.on_the_register()]})
    assert headroom(registered.requirement).startswith("it is registered already")
    assert provider_row(registered)[5] == "-"


def test_a_day_without_a_known_law_says_so() -> None:
    provider = builders.in_order_provider()
    requirement = registration_requirement(provider, builders.situation("1990-01-01", provider))
    assert law(requirement) == "apqa knows no law of registration for the day"
    assert headroom(requirement) == "it cannot be said, for apqa knows no law of registration for the day"


def test_a_pupil_over_school_age_is_said_to_be() -> None:
    older = asked(builders.a_placement(cohort="2008-09"))
    assert pupil_in_short(older.requirement.pupils[0])[2].endswith("; not of school age")


def test_the_gravest_comes_first_then_the_one_with_the_least_room() -> None:
    some = asked(*builders.full_time(2, starts="2026-10-01"))
    none = asked()
    assert sorted([none, some, UNKNOWN, FULL], key=lambda each: each.order) == [FULL, UNKNOWN, some, none]


@pytest.mark.parametrize(
    ("each", "level", "status"),
    [
        (FULL, Severity.BREACH, ExitStatus.FOUND),
        (UNKNOWN, Severity.BREACH, ExitStatus.NOTHING_FOUND),
        (UNKNOWN, Severity.CONCERN, ExitStatus.FOUND),
    ],
)
def test_the_status(each: Asked, level: Severity, status: ExitStatus) -> None:
    assert answer(each).exit_status(level) is status


def test_a_certain_answer_stands_whatever_could_not_be_read() -> None:
    unread = ("placements/PL-00009.yaml",)
    assert answer(FULL, unread=unread).exit_status(Severity.CONCERN) is ExitStatus.FOUND
    assert answer(UNKNOWN, unread=unread).exit_status(Severity.CONCERN) is ExitStatus.UNREADABLE
    assert answer(FULL, one=False, unread=unread).exit_status(Severity.CONCERN) is ExitStatus.UNREADABLE


def test_the_room_left_is_said_for_each_sort_of_pupil() -> None:
    assert headroom(asked().requirement) == (
        "4 more full-time pupils without an EHC plan who are not looked after; "
        "none with an EHC plan; none who are looked after"
    )
    assert headroom(FULL.requirement) == (
        "no more full-time pupils without an EHC plan who are not looked after; "
        "none with an EHC plan; none who are looked after"
    )
    assert headroom(UNKNOWN.requirement).startswith("it cannot be said how many more full-time pupils without")


def test_the_table_of_all_providers_begins_with_the_day() -> None:
    said = text_registration(answer(FULL, UNKNOWN, one=False)).splitlines()
    assert said[:2] == ["Registration of providers on 3 November 2026", ""]
    assert said[2].split()[:2] == ["Provider", "Answer"]
    announced = text_registration(answer(FULL, one=False, announced=True)).splitlines()
    assert announced[0] == (
        "Registration of providers on 3 November 2026, under the announced law, which is not in force"
    )
    dayless = text_registration(answer(FULL, one=False, header=replace(HEADER, on=None))).splitlines()
    assert dayless[0] == "Registration of providers"


def test_csv_begins_with_the_day() -> None:
    each = [replace(one, timeline=None) for one in (FULL, UNKNOWN)]
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](answer(*each, one=False)))))
    assert [next(iter(row.items())) for row in rows] == [("on", "2026-11-03")] * 2


def test_many_unread_records_are_counted() -> None:
    assert unread_sentence([f"{number}.yaml" for number in range(7)]).endswith("4.yaml and 2 more.")
    assert unread_sentence([]) == ""


def test_json_names_each_pupil_and_both_laws() -> None:
    read = json.loads(FORMATS["json"](answer(FULL)))["providers"][0]
    assert [pupil["hours"] for pupil in read["pupils"]] == [20] * 5
    assert read["pupils"][0]["counts"] is True
    assert (read["certain"]["pupils"], read["possible"]["pupils"]) == (5, 5)
    assert read["announced"]["requirement"] == "must_register"
    assert read["timeline"][0]["starts"] == "2026-09-14"


def test_the_timeline_says_how_close_a_period_came_to_another_answer() -> None:
    some = asked(*builders.full_time(3, starts="2026-10-01"))
    three = "3 full-time pupils of compulsory school age (registration is asked from 5)"
    assert f"from 1 Oct 2026: {three}" in text_registration(answer(some))
    assert f"from 1 Oct 2026: {three}" in FORMATS["markdown"](answer(some))
    assert f"from 2026-10-01: {three}" in FORMATS["csv"](answer(some))
    period = json.loads(FORMATS["json"](answer(some)))["providers"][0]["timeline"][0]
    assert period["because"][0].startswith("0 full-time pupils")
    assert (period["closest"]["on"], period["closest"]["because"][0].startswith(three)) == ("2026-10-01", True)
    assert "from 1 Oct 2026" not in text_registration(answer(FULL))


@pytest.mark.parametrize(
    ("requirement", "announced", "said"),
    [
        pytest.param(FULL, False, "Refer it to the Department for Education", id="in-force"),
        pytest.param(FULL, True, "Nothing is asked of it today: tell the provider what is coming.", id="announced"),
        pytest.param(asked(), True, "By what is recorded it would need no registration.", id="announced-not-required"),
        pytest.param(UNKNOWN, True, "The records do not settle it.", id="announced-to-be-judged"),
    ],
)
def test_what_is_announced_asks_nothing_today(requirement: Asked, announced: bool, said: str) -> None:
    assert said in means(answer(requirement, announced=announced), requirement)


SUPPORT = asked(builders.a_placement(1, "14", package=builders.a_package("10"), special_needs="sen_support"))
READ = replace(SUPPORT, requirement=SUPPORT.beside or SUPPORT.requirement, beside=SUPPORT.requirement)
"""A provider with one full-time pupil on SEN support, asked about under the announced law."""


def test_readings_that_differ_are_said_to() -> None:
    under = answer(READ, announced=True)
    differ = "The readings of the law give different answers, and no document settles which of them holds."
    assert means(answer(READ), READ) == differ
    assert means(under, READ) == (f"{differ} Nothing is asked of anybody today: tell the provider what may be coming.")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_each_reading_is_shown_with_its_answer(form: str) -> None:
    said = FORMATS[form](answer(READ, announced=True))
    assert "must register where every pupil with special educational needs counts, one on SEN support too (" in said
    assert "): 1 full-time pupil with special educational needs (registration is asked from 1)\n" in said
    assert "not required where only a pupil with an EHC plan counts (" in said
    assert "By each reading" not in FORMATS[form](answer(SUPPORT))


def test_json_has_the_answer_of_each_reading() -> None:
    read = json.loads(FORMATS["json"](answer(READ, announced=True)))["providers"][0]
    assert read["requirement"] == "review"
    assert [(each["key"], each["requirement"]) for each in read["readings"]] == [
        ("special_needs", "must_register"),
        ("ehc_plan", "not_required"),
    ]
    assert read["readings"][0]["because"][0].startswith("1 full-time pupil with special educational needs")
    assert read["in_force"]["readings"] == []


def test_json_under_the_announced_law_names_the_one_in_force() -> None:
    read = json.loads(FORMATS["json"](answer(FULL, announced=True)))
    assert read["announced_law"] is True
    assert "in_force" in read["providers"][0]


def test_markdown_keeps_the_notes_of_the_announced_law() -> None:
    assert "answered under the announced law" in FORMATS["markdown"](answer(FULL, announced=True))
    several = FORMATS["markdown"](answer(FULL, one=False, announced=True, unread=("a.yaml",)))
    assert "Answered under the announced law" in several
    assert "Cannot be read" in several
