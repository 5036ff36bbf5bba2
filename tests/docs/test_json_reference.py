"""The reference of JSON answers, held against many more answers than it is made of."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from apqa.cli.explain import every_name
from apqa.display.explain.subjects import Subject
from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.verdict import Verdict
from apqa.questions.registration import Requirement
from tests.docs.test_docs import HOUSE, made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RECORDS = HOUSE / "records"
PROVIDERS = sorted(file.stem for file in (RECORDS / "providers").glob("*.yaml"))
PLACEMENTS = sorted(file.stem for file in (RECORDS / "placements").glob("*.yaml"))
FORM = "docs/forms/termly-report-2026-27-autumn-kestrel-croft.xlsx"
DAY, LONG_AGO = "--on 2026-11-23", "--on 1950-06-01"

ASKED = {
    "check-provider": (
        *(f"{provider} {DAY}" for provider in PROVIDERS),
        *(f"{provider} {DAY} --if hours=19,ehcp=yes,until=2027-07-21" for provider in PROVIDERS[::4]),
        f"harbour-loft {LONG_AGO}",
        "quince-garden --on 2026-10-01",
        f"harbour-loft {DAY} -C {{broken}}",
    ),
    "registration": (
        DAY,
        f"{DAY} --announced",
        LONG_AGO,
        *(f"{provider} {DAY} --timeline" for provider in PROVIDERS[::4]),
        f"harbour-loft {LONG_AGO} --announced",
        f"{DAY} -C {{broken}}",
    ),
    "attendance-code": (*(f"{placement} {DAY}" for placement in PLACEMENTS[::4]), f"PL-1FBD1 {DAY} -C {{broken}}"),
    "check-placement": (
        *(f"{placement} {DAY}" for placement in PLACEMENTS[::4]),
        f"PL-1FBD1 {LONG_AGO}",
        f"PL-1FBD1 {DAY} -C {{broken}}",
        f"PL-2YD72 {DAY} -C {{broken}}",
    ),
    "termly-due": (
        DAY,
        f"--term 2025-26-summer {DAY}",
        f"--overdue --provider bitmarsh {DAY}",
        "--on 2028-11-23",
        f"{DAY} -C {{broken}}",
    ),
    "due": (DAY, f"--within 400 {DAY}", f"--term 2026-27-autumn {DAY}", LONG_AGO, f"{DAY} -C {{broken}}"),
    "remind": (f"--dry-run {DAY}", f"--dry-run --again {LONG_AGO}", f"--dry-run {DAY} -C {{broken}}"),
    "self-assessment": (
        *(f"{provider} {DAY}" for provider in PROVIDERS),
        f"rookhaven-school {DAY} --year 2025-26",
        f"rookhaven-school {DAY} --year 2031-32",
        "rookhaven-school --on 2026-09-07 --year 2026-27",
        f"harbour-loft {LONG_AGO}",
        f"harbour-loft {DAY} -C {{broken}}",
    ),
    "receive": (f"{FORM} {DAY}", f"{FORM} {LONG_AGO}", f"README.md {FORM} --provider tawnydell {DAY}"),
    "check": (DAY, f"{LONG_AGO} providers", f"{DAY} -C {{broken}}"),
    "explain": tuple(f"'{name}' {DAY}" for name in every_name()[::5]),
    "rules": ("", "--clause QF-22"),
    "coverage": ("",),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example with records that cannot be read, and a provider that is gone."""
    records = tmp_path_factory.mktemp("broken") / "records"
    shutil.copytree(RECORDS, records)
    (records / "providers" / "pixelthorn.yaml").unlink()
    for name in ("visits/2026-10-01-harbour-loft.yaml", "placements/PL-9ZZZZ.yaml", "calendar/2027-28.yaml"):
        (records / name).write_text("provider: harbour-loft\n  - no record\n", encoding="utf-8")
    return records


@cache
def _answers(name: str, records: Path) -> list[dict[str, Any]]:
    said = [
        made("running").run(f"apqa {name} {each.format(broken=records)} -f json", terminal=False)
        for each in ASKED[name]
    ]
    return [json.loads(each.out) for each in said]


def _described(name: str) -> dict[str, set[str]]:
    """Answer the fields of a command and their types, as the reference has them."""
    page = (HOUSE / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    envelope, part = (page.split(f"## {title}\n")[1].split("\n## ")[0] for title in ("The envelope", f"apqa {name}"))
    rows = [line.split(" | ") for line in (envelope + part).splitlines() if line.startswith("| `")]
    return {row[0].strip("|` "): {each.replace("/", " or ") for each in _split(row[1])} for row in rows}


def _split(types: str) -> list[str]:
    return types.replace("true or false", "true/false").split(" or ")


@pytest.mark.parametrize("name", ASKED)
def test_every_field_of_many_answers_is_in_the_reference_with_its_type(name: str, broken: Path) -> None:
    met: dict[str, set[str]] = {}
    for answer in _answers(name, broken):
        for key, value in answer.items():
            made("json_page")._meet(value, key, name, met)
    described = _described(name)
    wrong = {key: types - described.get(key, set()) - {"list"} for key, types in met.items()}
    assert {key: types for key, types in wrong.items() if types or key not in described} == {}


def test_the_answers_that_are_held_against_it_are_of_every_sort(broken: Path) -> None:
    met: defaultdict[str, set[str]] = defaultdict(set)
    for name in ("check-provider", "registration", "check-placement"):
        for key, value in (pair for answer in _answers(name, broken) for pair in _pairs(answer)):
            met[key].add(value)
    assert set(State) <= met["state"]
    assert set(Effect) <= met["effect"]
    assert set(Verdict) <= met["verdict"]
    assert set(Requirement) - {Requirement.MUST_REGISTER} <= met["requirement"]


def test_every_kind_of_thing_that_is_explained_is_in_the_reference() -> None:
    page = (HOUSE / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    row = next(line for line in page.split("## apqa explain\n")[1].splitlines() if line.startswith("| `kind` |"))
    assert [kind for kind in Subject if f"`{kind}`" not in row] == []


def _pairs(value: Any) -> Iterator[tuple[str, str]]:
    """Answer every text in an answer, behind the key it stands under."""
    inner = value.items() if isinstance(value, dict) else [("", each) for each in value]
    for key, each in inner:
        if isinstance(each, str):
            yield key, each
        elif isinstance(each, dict | list):
            yield from _pairs(each)
