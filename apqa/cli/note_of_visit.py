"""`apqa note-of-visit`: the note of a visit as a document, and what is recorded of its going out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from apqa.cli.completing import complete_providers, complete_visits
from apqa.cli.handing_over import DocumentFormOption
from apqa.cli.note_of_visit_keeping import AmendOption, ByOption, Kept, SealOption, SentOption, ToOption
from apqa.cli.options import DebugOption, OnOption, OutputOption, QuietOption, RecordsOption
from apqa.errors import ExitStatus, UnreadableRecordsError, UsageError

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.finding import Finding
    from apqa.forms.documents.document import Document
    from apqa.records.note import Note
    from apqa.records.visit import Visit


def _complete(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the ids of visits and providers at hand."""
    return [*complete_visits(ctx, incomplete), *complete_providers(ctx, incomplete)]


VisitArgument = Annotated[
    str,
    typer.Argument(
        metavar="VISIT|PROVIDER",
        autocompletion=_complete,
        help="The visit's id, 2026-10-06-north-star; or the provider's, for the last visit to it.",
    ),
]
DraftOption = Annotated[
    bool,
    typer.Option(
        "--draft",
        help="Make it whatever is still open, stamped on every page; of a planned visit, a sheet to take along.",
    ),
]


def note_of_visit(
    visit: VisitArgument,
    *,
    draft: DraftOption = False,
    sent: SentOption = None,
    to: ToOption = None,
    amend: AmendOption = None,
    by: ByOption = None,
    seal: SealOption = False,
    on: OnOption = None,
    records: RecordsOption = None,
    form: DocumentFormOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Make the note of a visit (Appendix C) as a document to hand over, or record that it was sent.

    A note that breaks its own rules is not made: what is wrong is said with its place and what to do, exit status 1.
    With --draft it is made all the same, and says on every page that it is one. Markdown and HTML are shown; Word
    documents and PDF go into the file of --output, else into a new one in the current folder. A template of the
    council's own takes the place of the shipped one: templates/note-of-visit.docx, .html.j2 or .md.j2.

    With --sent the visit's file remembers to whom the note went, and bears a seal over what it said: from then on it is
    not edited. A correction is an amendment (--amend), shown on top; then the note is sent once more.
    """
    from apqa.cli.handing_over import hand_over
    from apqa.cli.note_of_visit_keeping import refuse_halves
    from apqa.cli.opening import open_records

    kept = Kept(sent, tuple(to or ()), amend, by, seal)
    refuse_halves(kept, is_draft=draft, has_output=output is not None)
    opened = open_records(records, on)
    about = _visit(visit, opened)
    _refuse_unread(about, opened, draft=draft)
    document = _answered(about, kept, opened, draft=draft, quiet=quiet)
    if document is not None:
        hand_over(document, opened, form, output, quiet=quiet)


def _answered(visit: Visit, kept: Kept, opened: Opened, *, draft: bool, quiet: bool) -> Document | None:
    """Answer the document that was asked for; none where something was recorded instead."""
    from apqa.cli.note_of_visit_keeping import keep
    from apqa.forms.note_of_visit.asked import asked_visit
    from apqa.forms.note_of_visit.rendered import note_document, sheet_document

    note = _note(visit, opened, draft=draft)
    held = _held_back(visit, opened, draft=draft, keeping=kept.anything, quiet=quiet)
    if kept.anything and note is not None:
        keep(kept, visit, note, opened, quiet=quiet)
        return None
    asked = asked_visit(visit, opened.situation, held, is_draft=draft)
    return sheet_document(asked) if note is None else note_document(asked)


def _visit(asked: str, opened: Opened) -> Visit:
    """Answer the visit of an id; of a provider's id, the last one by the day, else the next that is planned.

    Raises `UsageError` where there is none, with the nearest id; `UnreadableRecordsError` where it cannot be read.
    """
    from apqa.records.kinds import PROVIDER, VISIT

    if asked[:1].isdigit() and opened.situation.records.one(PROVIDER, asked) is None:
        return cast("Visit", opened.record(VISIT, asked))
    provider = opened.provider(asked)
    if unread := opened.unread((VISIT, provider.id)):
        raise UnreadableRecordsError(
            f"which visit to {provider.id} was the last cannot be told: {', '.join(unread)} cannot be read"
        )
    return _last(provider.id, opened)


def _refuse_unread(visit: Visit, opened: Opened, *, draft: bool) -> None:
    """Refuse to hand over or to seal a note while records it rests on cannot be read; a draft says what it could."""
    from apqa.display import terminal
    from apqa.display.registration.words import unread_sentence
    from apqa.records.kinds import ACTION_PLAN, AUTHORITY, PROVIDER, VISIT

    about = visit.provider
    unread = opened.unread((AUTHORITY, ""), (PROVIDER, about), (VISIT, about), (ACTION_PLAN, about))
    if unread and not draft:
        raise UnreadableRecordsError(
            f"nothing is made or recorded of {visit.id}, for records it rests on cannot be read: "
            f"{', '.join(unread[:5])}; `apqa check` says why, and --draft makes a draft all the same"
        )
    if unread:
        terminal.say(f"apqa: {unread_sentence(unread)}")


def _last(provider: str, opened: Opened) -> Visit:
    from apqa.vocabulary.review import VisitStatus

    on = opened.situation.on
    visits = [each for each in opened.situation.records.visits_to(provider) if each.status is not VisitStatus.CANCELLED]
    past = [each for each in visits if each.on <= on]
    if not visits:
        raise UsageError(f"no visit to {provider} is recorded")
    return max(past, key=lambda each: each.on) if past else min(visits, key=lambda each: each.on)


def _note(visit: Visit, opened: Opened, *, draft: bool) -> Note | None:
    """Answer the note of a visit by the day; none of a visit that is planned, where a draft is asked for.

    Raises `UsageError`, with what to do, where there is none.
    """
    from apqa.guidance.days import plain
    from apqa.records.kinds import VISIT
    from apqa.vocabulary.review import VisitStatus

    on, file = opened.situation.on, opened.root / VISIT.path(visit.id)
    if visit.note is not None and visit.note.written_on <= on:
        return visit.note
    if visit.note is not None:
        day = visit.note.written_on
        raise UsageError(
            f"the note of {visit.id} was written on {plain(day)}, after the day asked about, {plain(on)}: "
            f"ask with --on {day}"
        )
    if visit.status is VisitStatus.CANCELLED:
        raise UsageError(f"the visit {visit.id} was cancelled: there is no note of it")
    if visit.status is VisitStatus.DONE:
        raise UsageError(f"the visit {visit.id} has no note yet: write it into {file}, under note, and ask again")
    if not draft:
        raise UsageError(
            f"the visit {visit.id} is planned and has no note yet: with --draft you get the sheet to take along"
        )
    return None


def _held_back(visit: Visit, opened: Opened, *, draft: bool, keeping: bool, quiet: bool) -> tuple[Finding, ...]:
    """Answer what keeps a note from being handed over. Without a draft it ends here, with the findings, status 1."""
    from apqa.display import terminal
    from apqa.rules.holding_back import found_in_note, holding_back

    if visit.note is None:
        return ()
    found = found_in_note(visit, opened.situation, opened.library.place)
    held = holding_back(found, visit, opened.situation)
    if held and not draft:
        terminal.say(_as_findings(held, opened), whole=True)
        made = f"nothing is recorded of the note of {visit.id}: put that right first"
        if not keeping:
            made = f"the note of {visit.id} is not made: put that right, or ask for a --draft"
        terminal.say(f"apqa: {made}")
        raise typer.Exit(ExitStatus.FOUND)
    passed = [each for each in found if each not in held]
    if passed and not draft and not quiet:
        terminal.say(_as_findings(tuple(passed), opened), whole=True)
        done = "recorded" if keeping else "made"
        terminal.say(f"apqa: {done} all the same, as it was sent like that or a waiver answers it")
    return held


def _as_findings(found: tuple[Finding, ...], opened: Opened) -> str:
    import sys

    from apqa.display import terminal
    from apqa.display.findings.answer import Findings
    from apqa.display.findings.text import text_findings

    answer = Findings(opened.header("note-of-visit"), found, here=opened.way_from_here, within=opened.way_to_here)
    width = terminal.width() if terminal.is_terminal(sys.stderr) else None
    return text_findings(answer, width=width).rstrip("\n")
