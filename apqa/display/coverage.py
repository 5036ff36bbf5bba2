"""Every clause of the framework and what covers it, in the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.answer import asked, envelope, to_json
from apqa.display.lines import Piece, wrapped
from apqa.display.table import csv_text, markdown_table
from apqa.display.terminal import painted
from apqa.questions.coverage import Coverage, Covered
from apqa.writing.characters import cells
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.display.answer import Header
    from apqa.display.lines import Line
    from apqa.questions.coverage import ClauseCoverage

WORDS = {
    Covered.COVERED: "covered",
    Covered.JUDGED: "a person's judgement",
    Covered.PARTLY: "in part",
    Covered.NOT_COVERED: "not covered",
}
_STYLES = {Covered.COVERED: "good", Covered.PARTLY: "soon", Covered.JUDGED: "query", Covered.NOT_COVERED: "bad"}
_WIDEST = 120
_MANY = 12
_INDENT = "    "
_ROOM = 20
"""How much room a text needs behind its name; with less it stands below."""

_HEADER = ("Clause", "Title", "Covered", "By")


@dataclass(frozen=True, slots=True)
class CoverageAnswer:
    """What covers each clause, with the head of the answer."""

    header: Header
    coverage: Coverage


def covering(one: ClauseCoverage) -> Iterator[tuple[str, str]]:
    """Say what covers a clause, each thing with its name: rules, commands, files, a person's judgement."""
    if one.rules:
        yield "rules", ", ".join(one.rules)
    if one.commands:
        yield "commands", ", ".join(f"apqa {name}" for name in one.commands)
    if one.files:
        yield "files", ", ".join(one.files)
    if one.clause.judged_by_person:
        yield "a person's judgement", f"recorded in {one.clause.judged_by_person.field}"
    if one.to_come:
        yield "still to come", ", ".join(f"apqa {name}" for name in one.to_come)


def sentence(answer: CoverageAnswer) -> str:
    """Say how many clauses there are and how far they are covered."""
    coverage = answer.coverage
    counts = [f"{number} {words}" for how_far, words in WORDS.items() if (number := coverage.count(how_far))]
    missing = f" Not covered: {', '.join(coverage.not_covered)}." if coverage.not_covered else ""
    return f"{len(coverage.clauses)} clauses{asked(answer.header)}: {', '.join(counts)}.{missing}"


def text_coverage(answer: CoverageAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write each clause with what covers it below, and at the end how many are covered."""
    return painted(_lines(answer, width and min(width, _WIDEST)), colour=colour)


def _lines(answer: CoverageAnswer, width: int | None) -> Iterator[Line]:
    for one in answer.coverage.clauses:
        yield from _head(one, width)
        for name, text in _by(one):
            lead = f"{_INDENT}{name}: "
            if width is not None and width - cells(lead) < _ROOM:
                yield (Piece(lead.rstrip(), "dim"),)
                lead = _INDENT + "  "
            yield from ((Piece(line, "dim"),) for line in wrapped(text, width, first=lead, hang=_INDENT + "  "))
    yield ()
    yield from ((Piece(line, "heading"),) for line in wrapped(sentence(answer), width))


def _head(one: ClauseCoverage, width: int | None) -> Iterator[Line]:
    """Write a clause and how far it is covered, that below it where it has no room behind it."""
    lead, far = f"{one.clause.id}  ", _how_far(one)
    first, *rest = wrapped(one.clause.title, width, first=lead, hang=_INDENT)
    clause = (Piece(one.clause.id, "heading"), Piece(first.removeprefix(one.clause.id)))
    if width is None or (not rest and cells(first) + 2 + cells(far.text) <= width):
        yield *clause, Piece("  "), far
        return
    yield clause
    yield from ((Piece(text),) for text in rest)
    yield Piece(_INDENT), far


def _how_far(one: ClauseCoverage) -> Piece:
    return Piece(WORDS[one.how_far], _STYLES[one.how_far])


def _by(one: ClauseCoverage) -> list[tuple[str, str]]:
    """Say what covers a clause; of very many rules, only where to see them."""
    parts = dict(covering(one))
    if len(one.rules) > _MANY:
        parts["rules"] = f"{len(one.rules)} of them, see `apqa rules --clause {one.clause.id}`"
    return list(parts.items())


def coverage_fields(one: ClauseCoverage) -> dict[str, object]:
    """Name the parts of one clause's coverage for programs."""
    judged = one.clause.judged_by_person
    return {
        "clause": one.clause.id,
        "title": one.clause.title,
        "text": one.clause.text,
        "section": one.clause.section,
        "covered": one.how_far,
        "rules": one.rules,
        "commands": one.commands,
        "files": one.files,
        "fields": one.clause.fields,
        "judged_by_person": judged and {"field": judged.field, "how": judged.how},
        "to_come": one.to_come,
    }


def json_coverage(answer: CoverageAnswer) -> str:
    """Write every clause as an object."""
    clauses = [coverage_fields(one) for one in answer.coverage.clauses]
    return to_json(envelope(answer.header, not_covered=answer.coverage.not_covered, clauses=clauses))


def csv_coverage(answer: CoverageAnswer) -> str:
    """Write one line for each clause."""
    names = ("clause", "title", "covered", "rules", "commands", "files", "fields", "to_come")
    rows = []
    for one in answer.coverage.clauses:
        named = coverage_fields(one)
        judged = one.clause.judged_by_person
        rows.append((*(named[name] for name in names), judged.field if judged else ""))
    return csv_text(rows, (*names, "judged_by_person"))


def markdown_coverage(answer: CoverageAnswer) -> str:
    """Write a table of the clauses, and how many are covered."""
    rows = [
        (one.clause.id, one.clause.title, WORDS[one.how_far], "; ".join(f"{name}: {text}" for name, text in _by(one)))
        for one in answer.coverage.clauses
    ]
    return f"# Coverage\n\n{escaped(sentence(answer))}\n\n{markdown_table(rows, _HEADER)}"


FORMATS: dict[str, Callable[..., str]] = {
    "text": text_coverage,
    "json": json_coverage,
    "csv": csv_coverage,
    "markdown": markdown_coverage,
}
"""Every form the coverage can be shown in, by the name `--format` gives it."""
