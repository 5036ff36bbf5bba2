"""What to ask about value for money, what falls due, and what the records tell day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.due.words import STATES, day_text, later_text, standing, title
from apqa.display.provider.blocks import Grid, Words
from apqa.display.provider.reviewed import ACTIONS
from apqa.display.provider_check.words import short
from apqa.questions.value.price import LIKE
from apqa.vocabulary.due import DutyKind, DutyState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.provider.answer import ProviderPage
    from apqa.display.provider.blocks import Block
    from apqa.questions.due.duty import Duty
    from apqa.questions.value.question import ValueQuestion

_SHOWN = 14
"""How many days of the history are shown; the JSON has all."""

_STYLES = {DutyState.OVERDUE: "bad", DutyState.CANNOT_TELL: "unknown", DutyState.DUE: "soon"}


def value(page: ProviderPage) -> Iterator[Block]:
    """Ask what the review considers of value for money, with the figures behind each question."""
    rows = tuple((each.title, each.says or "Not known.", each.asks) for each in page.value)
    yield Grid("Questions to ask, none of them a score", ("About", "The records show", "Ask"), rows, (3, 7, 5))
    for each in page.value:
        if text := "; ".join(_behind(each)):
            yield Words(f"{each.title}: {text}.", aside=True)
    like = (figure.source for each in page.value for figure in each.figures if figure.key == LIKE)
    if definition := next(like, ""):
        yield Words(f"{definition[:1].upper()}{definition[1:]}.", aside=True)


def _behind(question: ValueQuestion) -> Iterator[str]:
    """Say what a question rests on, and what is not known."""
    said = question.says.casefold()
    for each in question.figures:
        if each.says.casefold() not in said:
            yield each.says.rstrip(".") + (f" - {each.source}" if each.key != LIKE else "")
    if question.careful:
        yield question.careful
    yield from (f"not recorded: {each}" for each in question.not_known)


def due(page: ProviderPage) -> Iterator[Block]:
    """Put what is overdue or falls due within 90 days in a table; of placements in numbers, by what it is.

    Open actions stand above, in a table of their own.
    """
    of_placements: dict[DutyKind, list[Duty]] = {}
    rows: list[tuple[tuple[str, ...], str]] = []
    for each in page.due.duties:
        if each.placement:
            of_placements.setdefault(each.kind, []).append(each)
        elif each.kind not in ACTIONS:
            rows.append(
                ((_when(each, page), day_text(each), title(each), each.owes.value), _STYLES.get(each.state, ""))
            )
    rows += [_together(kind, duties) for kind, duties in of_placements.items()]
    if rows:
        head, widths = ("State", "Day", "What", "Owed by"), (4, 3, 8, 3)
        cells, styles = tuple(row for row, _ in rows), tuple(style for _, style in rows)
        yield Grid("Overdue, or due in the next 90 days", head, cells, widths, styles)
    else:
        other = " else" if any(each.kind in ACTIONS for each in page.due.duties) else ""
        yield Words(f"Nothing{other} is overdue, and nothing{other} falls due in the next 90 days.")
    for remark in filter(None, (later_text(page.due), *page.due.notes)):
        yield Words(remark, aside=True)


def _when(duty: Duty, page: ProviderPage) -> str:
    """Say how a duty stands in few words: "overdue by 12 days", "in 9 days"."""
    ahead = duty.state in {DutyState.DUE, DutyState.NOT_YET_DUE} and duty.due is not None
    days = (duty.due - page.on).days if ahead and duty.due else 0
    when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    return when if ahead else standing(duty, page.on)


def _together(kind: DutyKind, duties: list[Duty]) -> tuple[tuple[str, ...], str]:
    """Put what falls due of placements in one row: how many, and the first day; whose they are is not told."""
    counts: dict[str, int] = {}
    for each in duties:
        word = "to come" if each.state in {DutyState.DUE, DutyState.NOT_YET_DUE} else STATES[each.state]
        counts[word] = counts.get(word, 0) + 1
    said = ", ".join(f"{number} {word}" for word, number in counts.items())
    first = min((each for each in duties if each.due), key=_day, default=duties[0])
    owes = ", ".join(sorted({each.owes.value for each in duties}))
    name = kind.value.replace("_", " ")
    return (said, day_text(first), f"of placements: {name}", owes), _STYLES.get(duties[0].state, "")


def _day(duty: Duty) -> str:
    return str(duty.due)


def history(page: ProviderPage) -> Iterator[Block]:
    """Put what the records tell day by day in a table, the newest first."""
    if not page.history:
        yield Words("The records tell of no day yet.")
        return
    shown = page.history[:_SHOWN]
    rows = tuple((short(each.on), each.kind, each.says) for each in shown)
    yield Grid("What the records tell, the newest first", ("Day", "What", "Told"), rows, (2, 2, 8))
    if older := len(page.history) - len(shown):
        yield Words(f"{older} older entries are in the JSON form.", aside=True)
