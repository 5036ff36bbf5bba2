"""The page on what falls due names every day there is in the records, and every kind of duty and state."""

from __future__ import annotations

import re
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest

from apqa.records.base import Part, Record
from apqa.records.kinds import KINDS
from apqa.vocabulary.due import DutyKind, DutyState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.records.kinds import Kind

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "due.md").read_text(encoding="utf-8")


def days_of(model: type[Part]) -> Iterator[str]:
    """Answer the way to every day in a record, such as "plan: objectives: by"."""
    for name, field in model.model_fields.items():
        for kind in _kinds(field.annotation):
            if kind is date:
                yield name
            elif isinstance(kind, type) and issubclass(kind, Part):
                yield from (f"{name}: {way}" for way in days_of(kind))


def _kinds(annotation: Any) -> Iterator[Any]:
    inner = get_args(annotation)
    yield from (each for part in inner for each in _kinds(part)) if inner else iter((annotation,))


def _section(kind: Kind) -> str:
    """Answer what the page says of a kind of record, below its heading."""
    return _below(kind.name.capitalize())


def _below(heading: str) -> str:
    found = re.search(rf"^### {heading}$(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/due.md has no heading ### {heading}"
    return found.group(1)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_day_in_a_record_has_a_line_that_says_what_becomes_of_it(kind: Kind) -> None:
    said = re.findall(r"`([a-z0-9_:* ]+)`", "\n".join(row.split("|")[1] for row in _rows(_section(kind))))
    there = set(days_of(kind.model)) - set(days_of(Record))
    lines = {way: [pattern for pattern in said if fnmatchcase(way, pattern)] for way in there}
    assert {way: found for way, found in lines.items() if len(found) != 1} == {}
    assert [pattern for pattern in said if not any(fnmatchcase(way, pattern) for way in there)] == []


def test_the_days_that_every_record_may_have_are_said_once() -> None:
    said = re.findall(r"`([a-z0-9_:* ]+)`", "\n".join(row.split("|")[1] for row in _rows(_below("Every record"))))
    assert sorted(said) == sorted(set(days_of(Record)))


def test_every_line_says_what_becomes_of_the_day() -> None:
    for kind in KINDS:
        for row in _rows(_section(kind)):
            cells = [cell.strip() for cell in row.strip("|").split("|")]
            assert len(cells) == 3, row
            assert all(cells), row


def _rows(section: str) -> list[str]:
    return [line for line in section.splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("word", [*DutyKind, *DutyState])
def test_every_kind_and_every_state_is_explained(word: str) -> None:
    assert f"`{word}`" in PAGE
