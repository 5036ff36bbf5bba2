"""What the dashboard asks: the questions of other commands, each as that command asks it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.display.dashboard.look import Look, Stands

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.of_year import Year
    from apqa.records.provider import Provider


def look_at(opened: Opened, within: int) -> Look:
    """Ask everything the dashboard shows of the day, and of so many days ahead."""
    from apqa.cli.due_asked import EVERYTHING, Asked, due_answer
    from apqa.cli.registration import every_answer
    from apqa.history.commit import commit_of
    from apqa.questions.due.everything import everything_due
    from apqa.records.kinds import KINDS

    situation = opened.situation
    every = everything_due(situation)
    year, commit = _last_year(opened), commit_of(opened.root)
    return Look(
        header=replace(opened.header("dashboard"), commit=commit.sha if commit else ""),
        warning=situation.policy.days("warning_days").days,
        under_git=commit is not None,
        changed=commit is not None and commit.changed,
        on=situation.on,
        council=situation.records.authority.name if situation.records.authority else "the council",
        within=within,
        due=due_answer(Asked("dashboard", EVERYTHING, within=within), opened, every, KINDS),
        every=every,
        providers=tuple(_stands(each, opened) for each in _by_name(opened)),
        registration=every_answer(opened),
        year=year.name,
        outcomes=_outcomes(opened, year),
        unread=opened.unread(*((kind, "") for kind in KINDS)),
    )


def _by_name(opened: Opened) -> list[Provider]:
    return sorted(opened.situation.records.providers, key=lambda each: (each.name.casefold(), each.id))


def _stands(provider: Provider, opened: Opened) -> Stands:
    from apqa.questions.checks.line import Effect
    from apqa.questions.checks.listing import listed_as_words
    from apqa.questions.checks.verdict import provider_check
    from apqa.questions.concern import is_of_concern
    from apqa.questions.escalation.called import called_for
    from apqa.questions.escalation.reached import step_of
    from apqa.questions.unread import unread_about
    from apqa.records.kinds import ACTION_PLAN

    situation = opened.situation
    check = provider_check(provider, situation)
    return Stands(
        provider=provider.id,
        name=provider.name,
        reached=step_of(provider, situation),
        listed=listed_as_words(provider, situation),
        verdict=check.verdict,
        stops=tuple(line.title for line in check.having(Effect.STOP)),
        in_use=is_of_concern(provider, situation),
        unread=bool(unread_about(ACTION_PLAN, provider.id, situation)),
        called=tuple(each.sentence for each in called_for(provider, situation)),
    )


def _last_year(opened: Opened) -> Year:
    """Answer the last academic year that is over: one that goes on is not published twice with other sums."""
    from apqa.questions.outcomes.of_year import Year, year_of
    from apqa.questions.school_days import previous_year

    on = opened.situation.on
    return Year(previous_year(year_of(on).name), on)


def _outcomes(opened: Opened, year: Year) -> OutcomesAnswer | None:
    """Answer what may be published of a year; none while records that count in it cannot be read."""
    from apqa.cli.outcomes import for_publishing
    from apqa.errors import UnreadableRecordsError

    try:
        return for_publishing(opened, year)
    except UnreadableRecordsError:
        return None
