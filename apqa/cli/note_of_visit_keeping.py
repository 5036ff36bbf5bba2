"""What `apqa note-of-visit` records: that a note was sent, its seal, and corrections to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_parties
from apqa.errors import UsageError

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.forms.note_of_visit.recording import Recipient, Recording
    from apqa.records.note import Note
    from apqa.records.visit import Visit


def _read_sent(text: str) -> date:
    """Read the day of --sent."""
    from apqa.records.kinds import is_day

    if is_day(text) and (day := date.fromisoformat(text)).isoformat() == text:
        return day
    from apqa.records.scalars import why_no_day

    raise UsageError(f"--sent: {why_no_day(text)}")


SentOption = Annotated[
    Optional[date],  # noqa: UP045  typer reads it
    typer.Option(
        "--sent",
        metavar="DAY",
        parser=_read_sent,
        help="Record that the note was sent on that day, to all it is still to go to or to those of --to, and seal it.",
    ),
]
ToOption = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads it
    typer.Option(
        "--to",
        metavar="[PARTY=]WHO",
        autocompletion=complete_parties,
        help='With --sent: to whom, by role, such as "provider=head of provision". May be given more than once.',
    ),
]
AmendOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option("--amend", metavar="TEXT", help="Add a correction to a note that was sent, dated the day of --on."),
]
ByOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option("--by", metavar="ROLE", help="With --amend: who corrects it, by role."),
]
SealOption = Annotated[
    bool, typer.Option("--seal", help="Seal a note as it stands that was sent before apqa sealed notes.")
]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is to be recorded of a note."""

    sent: date | None
    to: tuple[str, ...]
    amend: str | None
    by: str | None
    seal: bool

    @property
    def anything(self) -> bool:
        """Answer whether anything is to be recorded; else the note is shown."""
        return self.sent is not None or self.amend is not None or self.seal


def refuse_halves(kept: Kept, *, is_draft: bool, has_output: bool) -> None:
    """Refuse options of which one says nothing without another, and those that say two things at once."""
    if is_draft and kept.anything:
        raise UsageError("a draft is not sent, amended or sealed: leave out --draft")
    if has_output and kept.anything:
        raise UsageError("--output names the file of a document, and only the record is written here: leave it out")
    if sum((kept.sent is not None, kept.amend is not None, kept.seal)) > 1:
        raise UsageError("--sent, --amend and --seal are recorded one at a time: give one of them")
    if kept.to and kept.sent is None:
        raise UsageError("--to says to whom a note was sent: say on which day too, with --sent")
    if kept.by is not None and kept.amend is None:
        raise UsageError("--by says who corrects a note: say what is corrected too, with --amend")


def keep(kept: Kept, visit: Visit, note: Note, opened: Opened, *, quiet: bool) -> None:
    """Record in the visit's file what was asked, and say it."""
    from apqa.display import terminal
    from apqa.forms.note_of_visit.recording import Recording

    recording = Recording(visit, opened.root)
    if kept.sent is not None:
        said = _send(kept.sent, kept.to, note, recording, opened)
    elif kept.amend is not None:
        said = _amend(kept.amend, kept.by, note, recording, opened)
    else:
        said = _seal(note, recording, opened)
    file = recording.write()
    terminal.say(f"apqa: {said}; it stands in {file}", quiet=quiet)


def _send(on: date, to: tuple[str, ...], note: Note, recording: Recording, opened: Opened) -> str:
    from apqa.guidance.days import plain

    if on > opened.situation.on:
        raise UsageError(f"--sent: {plain(on)} is after the day asked about, {plain(opened.situation.on)}")
    if on < note.written_on:
        raise UsageError(f"--sent: {plain(on)} is before the note was written, on {plain(note.written_on)}")
    people = recording.send([_recipient(each) for each in to], on)
    recording.seal(on)
    amended = [plain(each.on) for each in note.amendments if each.on <= on]
    new = [each for each in people if each not in {known.to for known in note.circulation}]
    added = f"; added to its list: {', '.join(new)}" if new else ""
    bearing = f", with its amendments of {' and '.join(dict.fromkeys(amended))}" if amended else ""
    return f"recorded as sent on {plain(on)} to {', '.join(people)}{bearing}, and sealed{added}"


def _recipient(text: str) -> Recipient:
    """Read a recipient of --to: "provider=head of provision", or a role alone."""
    from apqa.vocabulary.review import Party

    party, parted, who = text.partition("=")
    if not parted:
        who, party = party, ""
    if not who.strip():
        raise UsageError('--to: say to whom, by role, such as "provider=head of provision"')
    if parted and party.strip() not in set(Party):
        raise UsageError(f"--to: '{party.strip()}' is no party: it is one of {', '.join(Party)}")
    return " ".join(who.split()), Party(party.strip()) if parted else None


def _amend(what: str, by: str | None, note: Note, recording: Recording, opened: Opened) -> str:
    from apqa.guidance.days import plain
    from apqa.questions.circulation import sent_on

    on = opened.situation.on
    if not what.strip():
        raise UsageError("--amend: say what is corrected, and to what")
    if by is None or not by.strip():
        raise UsageError("say who corrects the note, by role: --by ROLE")
    if not sent_on(note, on):
        raise UsageError("the note was not sent to anybody yet: correct its text itself")
    recording.amend(what.strip(), by.strip(), on)
    doubt = _refuse_pupils(recording, opened)
    return f"amended on {plain(on)}; send it once more, and record that with --sent{doubt}"


def _refuse_pupils(recording: Recording, opened: Opened) -> str:
    """Refuse an amendment that tells who a pupil is: once it is committed it stays in the history.

    Answers what is to be said beside it where it only may.
    """
    from apqa.rules.identifying import pupil_identified, told_in

    before = {fault.at for _, fault in told_in(recording.visit, opened.situation)}
    changed = recording.as_it_would_be()
    told = told_in(changed, opened.situation.with_record(changed))
    found = [(rule, fault) for rule, fault in told if fault.at not in before and not fault.answer]
    for rule, fault in found:
        if rule is pupil_identified:
            raise UsageError(f"the amendment would tell who a pupil is, so nothing was recorded: {fault.message}")
    return "".join(f"; but first look at it again: {fault.message}" for _, fault in found)


def _seal(note: Note, recording: Recording, opened: Opened) -> str:
    from apqa.questions.circulation import sent_on

    on = opened.situation.on
    if note.seal is not None and all(each.seal or each.on > on for each in note.amendments):
        raise UsageError("the note is sealed already: a correction is written with --amend")
    if not sent_on(note, on):
        raise UsageError("the note was not sent to anybody yet: it is sealed when that is recorded, with --sent")
    recording.seal(on)
    return "sealed as it stands"
