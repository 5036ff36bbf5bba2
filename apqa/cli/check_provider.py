"""`apqa check-provider`: whether a pupil may be placed with a provider on a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_draft
from apqa.cli.options import (
    DebugOption,
    Form,
    FormOption,
    LevelOption,
    OnOption,
    OutputOption,
    ProviderArgument,
    QuietOption,
    RecordsOption,
    given_path,
)
from apqa.errors import UsageError
from apqa.finding import Severity

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.display.provider_check.answer import ProviderAnswer
    from apqa.questions.checks.what_if import Assumed
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

PlacingOption = Annotated[
    Optional[Path],  # noqa: UP045  typer reads it
    typer.Option("--placing", metavar="FILE", parser=given_path, help="Ask with the placement in this file added."),
]
IfOption = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads it
    typer.Option(
        "--if",
        metavar="KEY=VALUE,...",
        autocompletion=complete_draft,
        help="Ask with a draft placement added: hours=19,ehcp=yes,age=14 (the age on 1 September). "
        "All that several --if say is one draft.",
    ),
]
MoreArgument = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads it
    typer.Argument(
        metavar="[KEY=VALUE]...", help="More of the draft after --if, where PowerShell parted it at its commas."
    ),
]


def check_provider(
    provider: ProviderArgument,
    more: MoreArgument = None,
    *,
    placing: PlacingOption = None,
    what_if: IfOption = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Say whether a pupil may be placed with a provider on a day, check by check.

    Every check of the framework before a placement (QF-20 to QF-27) on one line: what was found, where the
    evidence is filed, which clause asks for it; then what is to be done about what is missing, and whom to ask. The
    exit status is 1 for DO NOT PLACE and CANNOT TELL at any --level; with --level query for conditions too.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.provider_check.answer import FORMATS

    opened = open_records(records, on)
    asked = opened.provider(provider)
    said = _whole(what_if or [], more or [])
    answer = provider_answer(opened, asked, _draft(opened, asked, placing, said), said)
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status(level))


def _draft(opened: Opened, provider: Provider, placing: Path | None, what_if: str | None) -> Placement | None:
    """Answer the draft placement the question is asked with, if it is asked with one."""
    if placing is not None and what_if is not None:
        raise UsageError("--placing and --if both describe a draft placement: give one of them")
    if placing is not None:
        from apqa.cli.draft import read_draft

        draft = read_draft(placing)
        if draft.provider != provider.id:
            raise UsageError(f"the placement in {placing} is with {draft.provider}, not with {provider.id}")
        return draft
    if what_if is not None:
        from apqa.questions.checks.known_pupil import known_pupil
        from apqa.questions.checks.what_if import draft_from, filled_in

        answers = _pairs(what_if)
        draft = draft_from(provider.id, answers, opened.situation.on)
        return filled_in(draft, answers, known_pupil(draft, opened.situation))
    return None


def _whole(what_if: list[str], more: list[str]) -> str | None:
    """Put together what was said after each `--if`, and what the terminal took apart at its commas."""
    if more and not what_if:
        raise UsageError(f"one provider at a time: '{more[0]}' is too much; a draft placement stands after --if")
    return ",".join((*what_if, *more)) if what_if else None


def _pairs(text: str) -> dict[str, str]:
    """Take `hours=19,ehcp=yes` apart."""
    pairs: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        key, sign, value = part.partition("=")
        if not sign or not value.strip():
            raise UsageError(f"--if: '{part}' is not of the form key=value, such as hours=19")
        if key.strip() in pairs:
            raise UsageError(f"--if says {key.strip()} twice")
        pairs[key.strip()] = value.strip()
    return pairs


def _assumed(what_if: str | None, draft: Placement | None, situation: Situation) -> tuple[Assumed, ...]:
    if what_if is None or draft is None:
        return ()
    from apqa.questions.checks.known_pupil import known_pupil
    from apqa.questions.checks.what_if import assumed_of

    return assumed_of(_pairs(what_if), situation.on, known_pupil(draft, situation).tells)


def provider_answer(
    opened: Opened, provider: Provider, draft: Placement | None = None, what_if: str | None = None
) -> ProviderAnswer:
    """Answer whether a pupil may be placed, and where the provider stands, with a draft placement or without."""
    from apqa.display.provider_check.answer import ProviderAnswer
    from apqa.guidance.registration_law import announced_registration_law
    from apqa.questions.checks.listing import listed_as_words
    from apqa.questions.checks.verdict import provider_check
    from apqa.questions.escalation.reached import step_of
    from apqa.questions.registration import registration_requirement

    situation = opened.situation
    drafted = None
    if draft is not None:
        from apqa.questions.checks.draft import check_with_draft

        drafted = check_with_draft(provider, draft, situation, recorded=what_if is None)
    law = announced_registration_law()
    then = situation.placing(draft).on_day(max(situation.on, draft.starts)) if draft else situation
    return ProviderAnswer(
        header=opened.header("check-provider"),
        check=drafted.after if drafted else provider_check(provider, situation),
        listing=listed_as_words(provider, then),
        escalation=step_of(provider, then),
        announced=registration_requirement(provider, then, law) if law else None,
        authority=situation.records.authority,
        place=opened.library.place,
        draft=draft,
        before=drafted.before if drafted else None,
        today=drafted.today if drafted else None,
        assumed=_assumed(what_if, draft, situation),
    )
