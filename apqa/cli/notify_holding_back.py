"""What keeps letters that tell of a step from being made: a text they carry that may say who a pupil is (QF-35)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from apqa.errors import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apqa.cli.opening import Opened
    from apqa.finding import Finding
    from apqa.questions.escalation.notices import Notice


def refuse_held_back(letters: Sequence[Notice], opened: Opened, *, quiet: bool) -> None:
    """End here, with the findings and status 1, where a text that letters carry may say who a pupil is.

    What a recorded reason answers is shown, and the letters are made all the same.
    """
    from apqa.display import terminal

    found = _found(letters, opened)
    held = tuple(each for each in found if not each.is_answered)
    if held:
        terminal.say(_as_findings(held, opened), whole=True)
        terminal.say(
            "apqa: no letter is made, and nothing is recorded: put that right first, for letters would carry it"
        )
        raise typer.Exit(ExitStatus.FOUND)
    if found and not quiet:
        terminal.say(_as_findings(found, opened), whole=True)
        terminal.say("apqa: made all the same, as a recorded reason or a waiver answers it")


def _found(letters: Sequence[Notice], opened: Opened) -> tuple[Finding, ...]:
    from apqa.rules.holding_back import found_in_letters

    plan = letters[0].decision.plan if letters else None
    if plan is None:
        return ()
    ways = {way for each in letters for way in each.free_texts}
    return found_in_letters(plan, ways, opened.situation, opened.library.place)


def _as_findings(found: tuple[Finding, ...], opened: Opened) -> str:
    import sys

    from apqa.display import terminal
    from apqa.display.findings.answer import Findings
    from apqa.display.findings.text import text_findings

    answer = Findings(opened.header("notify"), found, here=opened.way_from_here, within=opened.way_to_here)
    width = terminal.width() if terminal.is_terminal(sys.stderr) else None
    return text_findings(answer, width=width).rstrip("\n")
