"""The kinds of record, where each is kept, and how its file name is its id."""

from __future__ import annotations

import re

import pytest

from apqa.records.base import Record
from apqa.records.kinds import KINDS, Kind, is_day, is_school_year, kind_at, kind_named, kind_of
from tests.builders import (
    a_calendar,
    a_placement,
    a_provider,
    a_reminder,
    a_report,
    a_self_assessment,
    a_visit,
    a_waiver,
    an_action_plan,
    an_authority,
)

BY_NAME = {kind.name: kind for kind in KINDS}
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)


@each_kind
def test_the_example_of_an_id_is_one(kind: Kind) -> None:
    path = kind.path(kind.id_example)
    assert kind.id_of(path) == kind.id_example
    assert kind_at(path) is kind
    assert kind_named(kind.key) is kind


@each_kind
def test_its_model_is_a_record(kind: Kind) -> None:
    assert issubclass(kind.model, Record)


def test_each_record_is_of_its_kind() -> None:
    made = [
        an_authority(),
        a_calendar(),
        a_provider(),
        a_self_assessment(),
        an_action_plan(),
        a_visit(),
        a_waiver("missing-policy"),
        a_placement(),
        a_report(),
        a_reminder(),
    ]
    assert [kind_of(record) for record in made] == list(KINDS)


@pytest.mark.parametrize(
    ("name", "called"),
    [("authority", "an authority"), ("action plan", "an action plan"), ("visit", "a visit")],
)
def test_a_kind_is_spoken_of_with_its_article(name: str, called: str) -> None:
    assert BY_NAME[name].a_name == called


@pytest.mark.parametrize(
    ("path", "record_id"),
    [
        pytest.param("providers/north-star.yaml", "north-star", id="provider"),
        pytest.param("providers/North-Star.yaml", None, id="capitals"),
        pytest.param("providers/north_star.yaml", None, id="underscore"),
        pytest.param("providers/north--star.yaml", None, id="two-hyphens"),
        pytest.param("providers/deeper/north-star.yaml", None, id="a-folder-too-many"),
        pytest.param("placements/PL-7K3QX.yaml", "PL-7K3QX", id="placement"),
        pytest.param("placements/PL-7K3QO.yaml", None, id="letter-o"),
        pytest.param("calendar/2026-27.yaml", "2026-27", id="calendar"),
        pytest.param("calendar/2026-27-westmarch.yaml", "2026-27-westmarch", id="calendar-of-a-school"),
        pytest.param("calendar/2026-28.yaml", None, id="years-apart"),
        pytest.param("calendar/9999-00.yaml", None, id="far-future"),
        pytest.param("visits/2026-10-06-north-star.yaml", "2026-10-06-north-star", id="visit"),
        pytest.param("visits/2026-02-30-north-star.yaml", None, id="no-such-day"),
        pytest.param("visits/1066-10-14-north-star.yaml", None, id="long-ago"),
        pytest.param("action-plans/north-star/2026-10-06.yaml", "north-star/2026-10-06", id="action-plan"),
        pytest.param("action-plans/north-star/2026-13-06.yaml", None, id="no-such-month"),
        pytest.param("self-assessments/north-star/2026-27.yaml", "north-star/2026-27", id="self-assessment"),
        pytest.param("self-assessments/north-star/2026-26.yaml", None, id="one-year-only"),
        pytest.param("termly-reports/2026-27-autumn/PL-7K3QX.yaml", "2026-27-autumn/PL-7K3QX", id="report"),
        pytest.param("termly-reports/2026-27-winter/PL-7K3QX.yaml", None, id="no-such-period"),
        pytest.param("authority.yaml", "authority", id="authority"),
    ],
)
def test_a_files_name_is_its_records_id_or_none(path: str, record_id: str | None) -> None:
    kind = kind_at(path)
    assert kind is not None
    assert kind.id_of(path) == record_id


@pytest.mark.parametrize("path", ["notes.yaml", "pupils/P-9F4TC.yaml", "authority/authority.yaml", "authority"])
def test_where_no_record_belongs_there_is_no_kind(path: str) -> None:
    assert (kind_at(path) is None) is (path != "authority.yml")


def test_the_authoritys_file_is_known_by_any_ending() -> None:
    assert kind_at("authority.yml") is BY_NAME["authority"]
    assert kind_named("pupil") is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [("2024-02-29", True), ("2026-02-29", False), ("1899-12-31", False), ("2100-12-31", True), ("2101-01-01", False)],
)
def test_a_day_is_one_a_record_may_be_about(text: str, answer: bool) -> None:
    assert is_day(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [("2026-27", True), ("1999-00", True), ("2026-28", False), ("1899-00", False), ("2101-02", False)],
)
def test_the_years_of_a_school_year_follow_one_another(text: str, answer: bool) -> None:
    assert is_school_year(text) is answer


def test_only_a_placement_says_in_its_lines_what_it_is_about() -> None:
    assert [kind.name for kind in KINDS if kind.naming_lines] == ["placement"]


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("provider: north-star", True),
        ("provider:  north-star \r", True),
        ("pupil: P-7K3QX", True),
        ("provider: North-Star", False),
        (" provider: north-star", False),
        ("provider:north-star", False),
        ('pupil: "P-7K3QX"', False),
        ("pupil: P-7K3QI", False),
        ("pupil: P-7K3QX # of the barn", False),
    ],
)
def test_a_line_says_plainly_what_a_placement_is_about_or_does_not(line: str, plain: bool) -> None:
    assert any(re.search(pattern, line, re.MULTILINE) for pattern in BY_NAME["placement"].naming_lines) is plain
