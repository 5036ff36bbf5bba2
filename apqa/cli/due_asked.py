"""What the commands about what falls due have in common: what was asked, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

import typer

from apqa.cli.options import DueForm
from apqa.display import terminal
from apqa.errors import UsageError
from apqa.records.kinds import PLACEMENT
from apqa.vocabulary.due import DutyKind, DutyState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from apqa.cli.opening import Opened
    from apqa.display.due.answer import DueAnswer
    from apqa.finding import Severity
    from apqa.questions.due.duty import Duty
    from apqa.questions.due.selection import Wanted
    from apqa.records.kinds import Kind


EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked on the command line."""

    command: str
    about: str
    """What is asked about, in a few words: "termly reports"."""

    term: str | None = None
    within: int | None = None
    overdue: bool = False
    provider: str | None = None
    commissioner: str | None = None
    kinds: tuple[DutyKind, ...] = ()
    all_ahead: bool = False
    """Whether everything ahead is asked about where no number of days is given: a calendar holds the whole year."""


def due_answer(asked: Asked, opened: Opened, duties: Iterable[Duty], rests_on: Iterable[Kind]) -> DueAnswer:
    """Choose among the duties, and put the answer together.

    Raises `UsageError` where a term, a provider or a commissioner is asked about that there is none of.
    """
    from apqa.display.due.answer import DueAnswer
    from apqa.questions.due.selection import chosen

    every = tuple(duties)
    wanted = _wanted(asked, opened, every)
    shown = chosen(every, wanted)
    last = None if asked.term else _last(asked, opened)
    return DueAnswer(
        header=opened.header(asked.command),
        duties=shown,
        names={each.id: each.name for each in opened.situation.records.providers},
        asked=_about(asked),
        last=None if last == date.max or asked.overdue else last,
        term=asked.term or "",
        later=_later(wanted, every, shown) if last and last != date.max and not asked.overdue else 0,
        notes=tuple(_notes(opened, shown)),
        unread=opened.unread(*((kind, "") for kind in rests_on)),
    )


def _about(asked: Asked) -> str:
    if not asked.overdue:
        return asked.about
    return f"{asked.about} overdue" if asked.about == EVERYTHING else f"overdue {asked.about}"


def due_duties(asked: Asked, opened: Opened) -> tuple[Duty, ...]:
    """Answer everything that is owed and asked about, the most urgent first. Raises as `due_answer` does."""
    from apqa.questions.due.everything import everything_due
    from apqa.questions.due.selection import chosen

    every = everything_due(opened.situation)
    return chosen(every, _wanted(asked, opened, every))


def tell(
    answer: DueAnswer, opened: Opened, form: DueForm, output: Path | None, level: Severity, *, quiet: bool
) -> NoReturn:
    """Show the answer in the form asked for, and leave its exit status behind."""
    from apqa.cli.door import show

    show(_forms(opened, form, output), answer, form.value, output, quiet=quiet)
    for remark in _not_in_the_feed(answer) if form is DueForm.ICS else ():
        terminal.say(f"apqa: {remark}", quiet=quiet)
    raise typer.Exit(answer.exit_status(level))


def _not_in_the_feed(answer: DueAnswer) -> Iterator[str]:
    """Say what a calendar feed cannot show: what has no day, and what may fall due by records that cannot be read."""
    from apqa.display.registration.words import unread_sentence

    number = sum(duty.due is None for duty in answer.duties)
    if number:
        which = "1 thing has no day and stands" if number == 1 else f"{number} things have no day and stand"
        yield f"{which} in no calendar: see apqa {answer.header.command}"
    if answer.unread:
        yield unread_sentence(answer.unread)


def _forms(opened: Opened, form: DueForm, output: Path | None) -> Mapping[str, Callable[..., str]]:
    """Answer the forms of what falls due, the calendar feed among them: it goes on from the file it is written to."""
    from apqa.display.due.answer import FORMATS

    def feed(answer: DueAnswer) -> str:
        from apqa.forms.calendar_feed import Feed, calendar_feed

        authority = opened.situation.records.authority
        name = f"{authority.name}: what falls due" if authority else "What falls due"
        domain = f"{(authority and authority.code) or 'records'}.apqa".lower()
        earlier = output.read_bytes() if output is not None and output.is_file() else b""
        made = Feed(name, domain, opened.situation.on, answer.header.version)
        return calendar_feed(answer.duties, answer.names, made, earlier)

    return {form.value: feed} if form is DueForm.ICS else FORMATS


def _wanted(asked: Asked, opened: Opened, duties: Iterable[Duty]) -> Wanted:
    from apqa.cli.terms import term_span
    from apqa.questions.due.selection import Wanted

    return Wanted(
        last=None if asked.term else _last(asked, opened),
        provider=opened.provider(asked.provider).id if asked.provider is not None else "",
        commissioner=_commissioner(asked.commissioner, duties) if asked.commissioner is not None else "",
        kinds=frozenset(asked.kinds),
        overdue=asked.overdue,
        span=term_span(asked.term, opened) if asked.term is not None else None,
    )


def _last(asked: Asked, opened: Opened) -> date:
    situation = opened.situation
    if asked.within is None and asked.all_ahead:
        return date.max
    within = timedelta(days=asked.within) if asked.within is not None else situation.policy.days("warning_days")
    return situation.on + within


def _later(wanted: Wanted, every: Iterable[Duty], shown: tuple[Duty, ...]) -> int:
    """Count what is asked about and not due by the last day."""
    from dataclasses import replace

    from apqa.questions.due.selection import chosen

    return sum(not duty.is_settled for duty in chosen(every, replace(wanted, last=None))) - len(shown)


def _commissioner(name: str, duties: Iterable[Duty]) -> str:
    """Answer a commissioner's name as it was given. Raises `UsageError`, with the nearest, where nobody has it."""
    names = sorted({duty.commissioner for duty in duties if duty.commissioner})
    if not name.strip():
        raise UsageError("--commissioner: the name is empty: give a commissioner's name or a part of it")
    if any(name.casefold() in each.casefold() for each in names):
        return name
    near = get_close_matches(name, names, n=1, cutoff=0.4)
    hint = f": did you mean {near[0]}?" if near else ""
    raise UsageError(f"--commissioner: nothing is owed for a commissioner called '{name}'{hint}")


def _notes(opened: Opened, shown: Iterable[Duty]) -> Iterable[str]:
    """Say what is not known of what falls due."""
    from apqa.questions.due.without_calendar import unknown_years
    from apqa.questions.school_days import academic_year

    situation = opened.situation
    if not situation.records.keeps(PLACEMENT):
        yield "No placements are kept here: what falls due of placements is not known."
    for year, number in unknown_years(situation).items():
        placements = "1 placement" if number == 1 else f"{number} placements"
        yield f"No calendar is recorded for {year}: which reports were due on {placements} that year is not known."
    if any(duty.state is DutyState.CANNOT_TELL and duty.kind is DutyKind.TERMLY_REPORT for duty in shown):
        yield "What cannot be told of reports wants a calendar: add it (`apqa new calendar`)."
    this = academic_year(situation.on)
    if any(each.id == this and not each.confirmed for each in situation.records.calendars):
        yield f"The calendar of {this} is not confirmed: days that follow from it may move."
