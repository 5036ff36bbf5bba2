"""The options of the commands about what falls due."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from apqa.cli.completing import complete_providers, complete_terms
from apqa.cli.options import days_ahead
from apqa.vocabulary.due import DutyKind

TermOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option(
        "--term",
        metavar="TERM",
        autocompletion=complete_terms,
        help="The reporting period, as the folders of reports name it: 2026-27-autumn.",
    ),
]
ProviderOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option("--provider", metavar="PROVIDER", autocompletion=complete_providers, help="Of one provider only."),
]
CommissionerOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option("--commissioner", metavar="NAME", help="Of one commissioner only: its name or a part of it."),
]
WithinOption = Annotated[
    Optional[int],  # noqa: UP045  typer reads it
    typer.Option(
        "--within",
        metavar="DAYS",
        parser=days_ahead(3653),
        help="What is due within so many days; the council's days of warning if left out. Not for --term or --overdue.",
    ),
]
OverdueOption = Annotated[
    bool,
    typer.Option("--overdue", help="Only what is overdue, and what may be because that cannot be told."),
]
KindOption = Annotated[
    Optional[list[DutyKind]],  # noqa: UP045  typer reads it
    typer.Option(
        "--kind",
        metavar="KIND",
        help=f"Only things of this kind; may be given several times: {', '.join(DutyKind)}.",
    ),
]
