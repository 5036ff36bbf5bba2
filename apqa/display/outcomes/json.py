"""The outcomes of a year as JSON, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.display.outcomes.words import TITLES, WORDS
from apqa.questions.outcomes.outcomes import shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.shown import Numbers, ShownTable
    from apqa.questions.outcomes.tree import Branch, Kind


def json_outcomes(answer: OutcomesAnswer) -> str:
    """Write every table with all its rows, noughts too; a number that is not shown is null."""
    return to_json(
        envelope(
            answer.header,
            year=answer.year.name,
            year_is_over=answer.year.is_over,
            provider=answer.provider,
            for_publishing=answer.small is not None,
            small_number=answer.small,
            small_number_basis=answer.small_basis,
            placements=answer.shown.placements,
            pupils=answer.shown.pupils,
            notes=answer.notes,
            unread=answer.unread,
            tables=[_table(each, answer) for each in answer.shown.tables],
        )
    )


def _table(table: ShownTable, answer: OutcomesAnswer) -> dict[str, object]:
    kind = table.kind
    return {
        "table": kind.key,
        "title": TITLES[kind.key],
        "total": _row("", "", kind, table.total),
        "by_provider": _rows(table.by_provider, answer.names, kind),
        "by_period": _rows(table.by_period, {}, kind),
        "by_commissioner": _rows(table.by_commissioner, {}, kind),
    }


def _rows(rows: Mapping[str, Numbers], names: Mapping[str, str], kind: Kind) -> list[dict[str, object]]:
    return [_row(key, names.get(key, ""), kind, numbers) for key, numbers in rows.items()]


def _row(key: str, name: str, kind: Kind, numbers: Numbers) -> dict[str, object]:
    return {
        "key": key,
        "name": name,
        "counts": list(_counts(kind.tree, "", numbers)),
        "shares": [{"of": name, "percent": share} for name, share in shares(kind, numbers).items()],
    }


def _counts(branch: Branch, whole: str, numbers: Numbers) -> Iterator[dict[str, object]]:
    yield {"what": branch.key, "says": WORDS[branch.key], "part_of": whole, "number": numbers[branch.key]}
    for part in branch.parts:
        yield from _counts(part, branch.key, numbers)
