"""Editions of the guidance the framework rests on: which was current on a day."""

from __future__ import annotations

import pytest

from apqa.guidance.editions import document, documents
from apqa.guidance.requirements import required_policies
from apqa.vocabulary.standing import Standing
from tests.builders import day


@pytest.mark.parametrize(
    ("key", "on", "edition"),
    [
        pytest.param("kcsie", "2021-08-31", None, id="kcsie-before-the-first-known"),
        pytest.param("kcsie", "2023-09-01", "2023", id="kcsie-2023"),
        pytest.param("kcsie", "2026-08-31", "2025", id="kcsie-2025-to-its-last-day"),
        pytest.param("kcsie", "2026-09-01", "2026", id="kcsie-2026-from-its-first-day"),
        pytest.param("working_together", "2026-03-18", "2023", id="working-together-2023"),
        pytest.param("working_together", "2026-03-19", "2026", id="working-together-2026"),
        pytest.param("alternative_provision", "2025-01-31", "2013", id="alternative-provision-2013"),
        pytest.param("alternative_provision", "2025-02-01", "2025", id="alternative-provision-2025"),
        pytest.param("attendance", "2024-08-18", "2022", id="attendance-2022"),
        pytest.param("attendance", "2024-08-19", "2024", id="attendance-2024"),
        pytest.param("send_code", "2026-11-23", "2015", id="send-code"),
        pytest.param("national_standards", "2025-07-31", None, id="national-standards-before"),
        pytest.param("national_standards", "2025-08-01", "2025", id="national-standards"),
    ],
)
def test_the_edition_in_force_is_the_last_that_began(key: str, on: str, edition: str | None) -> None:
    found = document(key)
    assert found is not None
    entry = found.current(day(on))
    assert (entry.edition if entry else None) == edition


@pytest.mark.parametrize("key", [each.key for each in documents()])
def test_editions_stand_in_order_and_have_names_of_their_own(key: str) -> None:
    found = document(key)
    assert found is not None
    days = [entry.in_force_from for entry in found.editions]
    names = [entry.edition for entry in found.editions]
    assert days == sorted(days)
    assert len(names) == len(set(names))
    assert all(found.edition(name) is not None for name in names)
    assert found.edition("1066") is None


@pytest.mark.parametrize(
    ("key", "on", "standing"),
    [
        pytest.param("attendance", "2022-08-31", Standing.STATUTORY_GUIDANCE, id="before-the-first"),
        pytest.param("attendance", "2022-09-01", Standing.GUIDANCE, id="attendance-2022"),
        pytest.param("attendance", "2024-08-18", Standing.GUIDANCE, id="attendance-2022-to-its-last-day"),
        pytest.param("attendance", "2024-08-19", Standing.STATUTORY_GUIDANCE, id="attendance-2024"),
        pytest.param("alternative_provision", "2020-01-01", Standing.STATUTORY_GUIDANCE, id="as-its-document"),
        pytest.param("national_standards", "2026-01-01", Standing.GUIDANCE, id="guidance-as-its-document"),
    ],
)
def test_a_document_is_as_binding_as_its_edition_in_force(key: str, on: str, standing: Standing) -> None:
    found = document(key)
    assert found is not None
    assert found.standing_on(day(on)) is standing


def test_an_edition_the_council_knows_of_is_as_binding_as_its_document() -> None:
    found = document("attendance")
    assert found is not None
    later = found.with_later({"2027": day("2027-09-01")})
    assert later.standing_on(day("2027-09-01")) is Standing.STATUTORY_GUIDANCE


def test_every_document_a_policy_must_cite_is_known() -> None:
    assert {key for policy in required_policies() for key in policy.cites} <= {each.key for each in documents()}
    assert document("magna_carta") is None
