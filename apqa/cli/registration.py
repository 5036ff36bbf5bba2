"""`apqa registration`: whether the law asks a provider to register, and because of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_providers
from apqa.cli.options import (
    DebugOption,
    Form,
    FormOption,
    LevelOption,
    OnOption,
    OutputOption,
    QuietOption,
    RecordsOption,
)
from apqa.errors import UsageError
from apqa.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.cli.opening import Opened
    from apqa.display.registration.answer import Asked, RegistrationAnswer
    from apqa.records.provider import Provider

ProviderOrAll = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Argument(metavar="[PROVIDER]", autocompletion=complete_providers, help="The provider's id; all if left out."),
]
TimelineOption = Annotated[bool, typer.Option("--timeline", help="Show the periods in which the answer changes.")]
AnnouncedOption = Annotated[bool, typer.Option("--announced", help="Answer under the announced law, not in force yet.")]


def registration(
    provider: ProviderOrAll = None,
    *,
    timeline: TimelineOption = False,
    announced: AnnouncedOption = False,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Say whether a provider must register as an independent school, because of whom, and how much room is left.

    Without a provider, all that pupils are or may be placed with and any other that must register, the gravest answer
    first.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.registration.answer import FORMATS

    if timeline and provider is None:
        raise UsageError("--timeline is shown for one provider: name it")
    opened = open_records(records, on)
    answer = (
        _one_answer(opened, opened.provider(provider), timeline=timeline, announced=announced)
        if provider
        else every_answer(opened, announced=announced)
    )
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status(level))


def every_answer(opened: Opened, *, announced: bool = False) -> RegistrationAnswer:
    """Answer for all providers that pupils are or may be placed with and any other that must register."""
    from apqa.display.registration.answer import RegistrationAnswer

    asked = opened.situation.records.providers
    shown = _to_be_shown(opened, requirements(opened, asked, timeline=False, announced=announced))
    return RegistrationAnswer(
        header=opened.header("registration"),
        asked=shown,
        one=False,
        announced=announced,
        left_out=_left_out(asked, shown),
        unread=_unread(opened, None),
    )


def _one_answer(opened: Opened, provider: Provider, *, timeline: bool, announced: bool) -> RegistrationAnswer:
    from apqa.display.registration.answer import RegistrationAnswer

    answers = requirements(opened, (provider,), timeline=timeline, announced=announced)
    return RegistrationAnswer(
        header=opened.header("registration"),
        asked=answers,
        one=True,
        announced=announced,
        unread=_unread(opened, answers[0]),
    )


def _to_be_shown(opened: Opened, answers: Iterable[Asked]) -> tuple[Asked, ...]:
    """Answer which are shown where all are asked about: those that pupils are or may be placed with, or must register.

    What a provider declared of the pupils of others may make it a school, whatever the council does.
    """
    from apqa.questions.concern import is_of_concern

    return tuple(
        each for each in answers if each.requirement.must_register or is_of_concern(each.provider, opened.situation)
    )


def _left_out(asked: Iterable[Provider], shown: Iterable[Asked]) -> tuple[str, ...]:
    """Name the providers that are asked about and not shown."""
    listed = {each.provider.id for each in shown}
    return tuple(each.id for each in asked if each.id not in listed)


def requirements(
    opened: Opened, providers: Iterable[Provider], *, timeline: bool = False, announced: bool = False
) -> tuple[Asked, ...]:
    """Answer what the law asks of each provider, the gravest first. Raises `UsageError` where no law is announced."""
    from apqa.display.registration.answer import Asked
    from apqa.guidance.registration_law import announced_registration_law, registration_law
    from apqa.questions.registration import registration_requirement
    from apqa.questions.timeline import registration_timeline

    situation = opened.situation
    coming, present = announced_registration_law(), registration_law(situation.on)
    if announced and coming is None:
        raise UsageError("apqa knows of no announced law of registration")
    law, other = (coming, present) if announced else (None, coming)
    answers = (
        Asked(
            provider,
            registration_requirement(provider, situation, law),
            registration_requirement(provider, situation, other) if other else None,
            registration_timeline(provider, situation, law) if timeline else None,
        )
        for provider in providers
    )
    return tuple(sorted(answers, key=lambda each: each.order))


def _unread(opened: Opened, one: Asked | None) -> tuple[str, ...]:
    """Name the records the answer may rest on that could not be read: a pupil's placements elsewhere count too."""
    from apqa.records.kinds import AUTHORITY, PLACEMENT, PROVIDER, SELF_ASSESSMENT

    if one:
        about = (one.provider.id, *(pupil.pupil for pupil in one.requirement.pupils))
        declared = (SELF_ASSESSMENT, one.provider.id)
        return opened.unread((AUTHORITY, ""), declared, *((PLACEMENT, each) for each in about))
    return opened.unread((AUTHORITY, ""), (PROVIDER, ""), (SELF_ASSESSMENT, ""), (PLACEMENT, ""))
