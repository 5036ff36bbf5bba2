"""The check of a provider as Markdown, for the comment a person pastes somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider_check.words import (
    EFFECTS,
    STATES,
    VERDICTS,
    WAIVES_NOTHING,
    facts,
    ground,
    heading,
    law_used,
    people,
    sentence,
    tally,
)
from apqa.display.table import markdown_table
from apqa.guidance.days import plain
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.display.provider_check.answer import ProviderAnswer
    from apqa.questions.checks.line import Line


def markdown_provider_check(answer: ProviderAnswer) -> str:
    """Write the verdict and why, what is to be done, and every check below it."""
    return "\n".join(_parts(answer))


def _parts(answer: ProviderAnswer) -> Iterator[str]:
    name, day = answer.provider.name, plain(answer.check.requirement.on)
    yield f"## {VERDICTS[answer.verdict]}: {escaped(name)}, {day}\n"
    yield f"{escaped(sentence(answer))} {escaped(tally(answer))}\n"
    yield bullets([*facts(answer), *people(answer)])
    for effect in EFFECTS:
        if lines := answer.check.having(effect):
            yield f"### {heading(effect, answer.verdict)}\n"
            yield to_do_table(lines)
    yield f"{escaped(law_used(answer))} {escaped(WAIVES_NOTHING)}\n"
    yield all_checks(answer.check.lines)


def bullets(named: Iterable[tuple[str, str]]) -> str:
    """Write texts with their names as a list."""
    return "".join(f"- **{escaped(name)}:** {escaped(text)}\n" for name, text in named)


def to_do_table(lines: Iterable[Line]) -> str:
    """Write the checks that leave something to do."""
    rows = [(line.title, line.says, line.remedy, line.ask, line.due, ground(line)) for line in lines]
    return markdown_table(rows, ("Check", "Found", "Remedy", "Ask", "Due", "Basis"))


def all_checks(lines: Iterable[Line]) -> str:
    """Write every check in a table that is folded away until somebody opens it."""
    rows = [
        (line.group, line.title, line.clause, STATES[line.state], line.says, line.evidence and line.evidence.filed)
        for line in lines
    ]
    table = markdown_table(rows, ("Group", "Check", "Clause", "State", "Found", "Filed"))
    return f"<details><summary>All {len(rows)} checks</summary>\n\n{table}\n</details>\n"
