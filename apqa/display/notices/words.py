"""The letters that tell of a step of escalation, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.escalation.words import told_in_short
from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry
from apqa.questions.escalation.telling import TellingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.notices.answer import NoticesAnswer, Prepared

TOLD_COLUMNS = ("Who must be told", "As", "Their placements", "Stands")


def heading(answer: NoticesAnswer) -> str:
    """Say of what is told: "Cornerstool: new placements suspended from 10 November 2026"."""
    if answer.decision is None:
        return f"{answer.provider.name}: there is no decision to tell of"
    return f"{answer.provider.name}: {step_entry(answer.decision.step).title} from {plain(answer.decision.on)}"


def summary(answer: NoticesAnswer) -> str:
    """Say what was done, and how far the telling has come."""
    if not answer.told:
        return "Nobody must be told of it."
    told = f"{told_in_short(answer.told)} told"
    if answer.prepared:
        return f"{', '.join(_made(answer))}; {told}."
    if answer.record:
        acknowledged = sum(each.state is TellingState.ACKNOWLEDGED for each in answer.told)
        return f"Recorded: {told}, {acknowledged} acknowledged."
    return f"No letter is to be prepared; {told}."


def _made(answer: NoticesAnswer) -> Iterator[str]:
    """Count the letters that are new, and those that were made before."""
    again = sum(each.notice.is_again for each in answer.prepared)
    new = len(answer.prepared) - again
    if new:
        yield f"{_letters(new)} {'would be prepared' if answer.dry_run else 'prepared'}"
    if again:
        yield f"{_letters(again)} {'prepared before' if answer.dry_run else 'made again'}"


def before(prepared: Prepared) -> str:
    """Say behind the addressee of a letter that it was prepared before; empty where it was not."""
    telling = prepared.notice.telling
    return f", {telling.says}" if prepared.notice.is_again else ""


def closing(answer: NoticesAnswer) -> Iterator[str]:
    """Say what was written, what is missing, and what to do next."""
    told = f"apqa notify {answer.provider.id} --told NAME --on DAY"
    if answer.prepared and not answer.reply_to:
        yield (
            "No address of the council is recorded, so the letters say none to answer to: write mailbox, or the email "
            "of roles.designated_officer, into authority.yaml, and make them again."
        )
    if answer.dry_run:
        yield "Nothing was written: this is a dry run."
    elif answer.prepared:
        kept = f" The letters are recorded as prepared in {answer.record}." if answer.record else ""
        yield f"Nothing was sent.{kept} Send them, then record it: {told}."
    else:
        yield from _waiting(answer, told)
        if answer.record:
            yield f"Recorded in {answer.record}."


def _waiting(answer: NoticesAnswer, told: str) -> Iterator[str]:
    """Say who has a letter and is not recorded as told, since when, and what to do."""
    waiting = [each for each in answer.told if each.state is TellingState.PREPARED]
    if waiting:
        named = "; ".join(f"{each.to.name} ({each.says})" for each in waiting)
        yield (
            f"With a letter and not recorded as told: {named}. Send it, then record it: {told}. Where it is lost, make "
            f"it once more: apqa notify {answer.provider.id} --again NAME."
        )


def _letters(number: int) -> str:
    return f"{number} letter{'' if number == 1 else 's'}"
