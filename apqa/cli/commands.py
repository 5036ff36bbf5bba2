"""The list of commands: what the help says of each, so that none is loaded before it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

BEFORE, DUE, FORMS = "Before a placement", "What falls due", "Forms"
QUALITY, KEEPING = "Quality assurance", "Keeping records"


class Listed(NamedTuple):
    """A command as the help lists it."""

    name: str
    """Its name as it is typed."""

    heading: str

    summary: str
    """The first sentence of its own help. It stands here too because the list is shown far more often."""

    example: str
    """One way to call it, for the end of its help."""

    @property
    def function(self) -> Callable[..., Any]:
        """Load the module named for the command, and answer the function named for it."""
        name = self.name.replace("-", "_")
        function: Callable[..., Any] = getattr(import_module(f"apqa.cli.{name}"), name)
        return function


COMMANDS = (
    Listed(
        "check-provider",
        BEFORE,
        "Say whether a pupil may be placed with a provider on a day, check by check.",
        'apqa check-provider north-star --if "hours=19,ehcp=yes"',
    ),
    Listed(
        "registration",
        BEFORE,
        "Say whether a provider must register as an independent school, because of whom, and how much room is left.",
        "apqa registration north-star --timeline",
    ),
    Listed(
        "attendance-code",
        BEFORE,
        "Say which attendance code the pupil's school enters on a day, and why.",
        "apqa attendance-code PL-7K3QX --on 2026-11-03",
    ),
    Listed(
        "check-placement",
        BEFORE,
        "Say whether a placement is in order on a day, check by check.",
        "apqa check-placement PL-7K3QX",
    ),
    Listed(
        "termly-due",
        DUE,
        "Say which termly reports are due, overdue, incomplete or returned, by provider and commissioner.",
        "apqa termly-due --term 2026-27-autumn",
    ),
    Listed(
        "due",
        DUE,
        "Say everything that falls due, by provider and commissioner, with whom to ask.",
        "apqa due --within 30 --kind insurance --kind training",
    ),
    Listed(
        "remind",
        DUE,
        "Prepare one letter to each who owes something, with everything they owe. Nothing is ever sent.",
        "apqa remind --dry-run --owes provider",
    ),
    Listed(
        "note-of-visit",
        FORMS,
        "Make the note of a visit (Appendix C) as a document to hand over, or record that it was sent.",
        "apqa note-of-visit 2026-10-06-north-star --format pdf",
    ),
    Listed(
        "termly-report",
        FORMS,
        "Make a termly report (Appendix B) as a document, or the form in which a provider writes it.",
        "apqa termly-report PL-7K3QX --term 2026-27-autumn --format docx",
    ),
    Listed(
        "self-assessment",
        FORMS,
        "Show a provider's yearly self-assessment beside what the council found, or make the form it is written in.",
        "apqa self-assessment north-star --year 2026-27",
    ),
    Listed(
        "receive",
        FORMS,
        "Read forms that came back into records: show what would change, and write it with --write.",
        "apqa receive termly-report-2026-27-autumn-north-star.xlsx --write",
    ),
    Listed(
        "visits",
        QUALITY,
        "Say which visits are due, planned, done without a note, or have a note that was not circulated.",
        "apqa visits --within 60",
    ),
    Listed("check", QUALITY, "Check every record against every rule.", "apqa check providers --level breach"),
    Listed(
        "provider",
        QUALITY,
        "Show everything about a provider on one page: where it stands, what was found, what falls due, its history.",
        "apqa provider north-star --output north-star.pdf",
    ),
    Listed(
        "escalation",
        QUALITY,
        "Say how far a concern about a provider has been taken, what comes next and by when, and who must be told.",
        "apqa escalation north-star",
    ),
    Listed(
        "notify",
        QUALITY,
        "Prepare a letter to everybody who must be told of a provider's suspension or removal, or of its end.",
        "apqa notify north-star --dry-run",
    ),
    Listed(
        "outcomes",
        QUALITY,
        "Sum up a year: attendance, progress, destinations, qualifications and pupil voice.",
        "apqa outcomes --year 2025-26 --publish",
    ),
    Listed(
        "applications",
        QUALITY,
        "Say who applied to be listed, how far each application has come, and what is missing for a decision.",
        "apqa applications north-star",
    ),
    Listed(
        "directory",
        QUALITY,
        "Make the approved provider list as it may be published: who is on it, and of each only what is marked.",
        "apqa directory --output directory.html",
    ),
    Listed(
        "dashboard",
        QUALITY,
        "Make a folder of pages to look at: what is due, providers by step, what runs out, room left, returns, "
        "outcomes.",
        "apqa dashboard dashboard --on 2026-11-23",
    ),
    Listed(
        "init",
        KEEPING,
        "Make a new records folder, ready for git, editors, pull requests and CI.",
        "apqa init our-council",
    ),
    Listed("new", KEEPING, "Make a new record, asking for what it needs.", "apqa new provider north-star"),
    Listed(
        "explain",
        KEEPING,
        "Explain a rule or a clause of the framework: why, from where, and how to put it right.",
        "apqa explain lapsed-insurance",
    ),
    Listed(
        "rules",
        KEEPING,
        "List every rule, what the reader finds included.",
        "apqa rules --format csv --output rules.csv",
    ),
    Listed("coverage", KEEPING, "Show every clause of the framework, and what covers it.", "apqa coverage"),
    Listed(
        "schema",
        KEEPING,
        "Write the schemas by which editors complete, explain and check records.",
        "apqa schema",
    ),
)
"""Every command, in the order of the help."""
