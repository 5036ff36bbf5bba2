"""An explanation in the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.answer import asked, envelope, to_json
from apqa.display.lines import Piece, wrapped
from apqa.display.table import csv_text
from apqa.display.terminal import painted
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.display.answer import Header
    from apqa.display.explain.subjects import Explanation
    from apqa.display.lines import Line

_WIDEST = 100
_INDENT = "  "
_EXAMPLE = "What apqa then says"


@dataclass(frozen=True, slots=True)
class ExplainAnswer:
    """An explanation, with the head of the answer."""

    header: Header
    explanation: Explanation


def text_explanation(answer: ExplainAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write what it is, why, the facts about it, and what to run next."""
    return painted(_lines(answer, width and min(width, _WIDEST)), colour=colour)


def _lines(answer: ExplainAnswer, width: int | None) -> Iterator[Line]:
    one = answer.explanation
    yield Piece(one.name, "heading"), Piece(f"  {one.kind}{asked(answer.header)}", "dim")
    yield from _plain(one.title, width)
    yield ()
    if one.text:
        yield from _plain(one.text, width)
        yield ()
    for name, text in one.facts.items():
        yield from _named(name, text, width)
    for clause, text in one.clauses.items():
        yield from _named(clause, text, width)
    if one.example:
        yield ()
        yield (Piece(_EXAMPLE, "heading"),)
        yield from _quoted(one.example, width)
    yield ()
    yield Piece("Next: ", "dim"), Piece(one.next)


def _plain(text: str, width: int | None) -> Iterator[Line]:
    return ((Piece(line),) for line in wrapped(text, width))


def _quoted(example: str, width: int | None) -> Iterator[Line]:
    """Write what apqa says, with the indents it says it with."""
    for line in example.splitlines():
        text = line.lstrip()
        lead = _INDENT + line.removesuffix(text)
        yield from ((Piece(each),) for each in (wrapped(text, width, first=lead) if text else [""]))


def _named(name: str, text: str, width: int | None) -> Iterator[Line]:
    lead = f"{name}: "
    first, *more = wrapped(text, width, first=lead, hang=_INDENT)
    yield Piece(lead, "heading"), Piece(first.removeprefix(lead))
    yield from ((Piece(line),) for line in more)


def json_explanation(answer: ExplainAnswer) -> str:
    """Write the explanation as an object."""
    one = answer.explanation
    return to_json(
        envelope(
            answer.header,
            kind=one.kind,
            name=one.name,
            title=one.title,
            text=one.text,
            facts={name.lower().replace(" ", "_").replace("'", ""): text for name, text in one.facts.items()},
            clauses=dict(one.clauses),
            example=one.example,
            next=one.next,
        )
    )


def markdown_explanation(answer: ExplainAnswer) -> str:
    """Write the explanation as a page."""
    one = answer.explanation
    title = f"**{escaped(one.title)}**{asked(answer.header)}\n"
    parts = [f"# {escaped(one.name)}\n", title, f"{escaped(one.text)}\n" if one.text else ""]
    named = {**one.facts, **one.clauses}
    parts.append("".join(f"- **{escaped(name)}:** {escaped(text)}\n" for name, text in named.items()))
    if one.example:
        parts.append(f"## {_EXAMPLE}\n\n```text\n{one.example.rstrip()}\n```\n")
    parts.append(f"Next: `{one.next}`\n")
    return "\n".join(part for part in parts if part)


def csv_explanation(answer: ExplainAnswer) -> str:
    """Write it as rows of a name and a text."""
    one = answer.explanation
    rows = [("name", one.name), ("kind", one.kind), ("title", one.title), ("text", one.text)]
    rows += [("on", one.on.isoformat() if one.on else "")]
    rows += [*one.facts.items(), *one.clauses.items(), ("example", one.example or ""), ("next", one.next)]
    return csv_text([row for row in rows if row[1]], ("what", "says"))


FORMATS: dict[str, Callable[..., str]] = {
    "text": text_explanation,
    "json": json_explanation,
    "csv": csv_explanation,
    "markdown": markdown_explanation,
}
"""Every form an explanation can be shown in, by the name `--format` gives it."""
