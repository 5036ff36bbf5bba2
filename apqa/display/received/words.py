"""What came back, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.received import Outcome
from apqa.questions.registration import Requirement

if TYPE_CHECKING:
    from apqa.display.received.answer import ReceivedAnswer
    from apqa.questions.received import Change, Problem, ReceivedFile, ReceivedReport

NOTHING = "(empty)"
_WRITTEN = {
    Outcome.NEW: "new record written",
    Outcome.CHANGED: "record changed",
    Outcome.SENT: "draft marked as sent",
}
_PREVIEW = {
    Outcome.NEW: "makes a new record",
    Outcome.CHANGED: "changes the record",
    Outcome.SENT: "marks the draft as sent, and changes nothing else",
    Outcome.SAME: "says what the record says: nothing to write",
    Outcome.NOT_FILLED_IN: "nothing filled in since it went out: nothing to write",
    Outcome.REFUSED: "cannot be taken",
}
_ASKED = {
    Requirement.MUST_REGISTER: "{} must register",
    Requirement.REVIEW: "a person must judge whether {} must register",
    Requirement.NOT_REQUIRED: "{} need not register",
    Requirement.ALREADY_REGISTERED: "nothing speaks against the registration of {}",
}
STYLES = {
    Outcome.NEW: "good",
    Outcome.CHANGED: "good",
    Outcome.SENT: "good",
    Outcome.NOT_FILLED_IN: "soon",
    Outcome.REFUSED: "bad",
}


def about(file: ReceivedFile) -> str:
    """Say what a file is: form, provider, and when it was sent."""
    if not file.is_readable:
        return "cannot be read as a form"
    if file.same_as:
        return f"the same as {file.same_as}, byte for byte: it is taken once"
    sent = f", sent on {plain(file.sent_on)}" if file.sent_on else ""
    return f"{file.form}, from {file.name} ({file.provider}){sent}"


def whose(report: ReceivedReport) -> str:
    """Say whose report it is; of a record about a provider as a whole, which record."""
    return f"{report.placement} ({report.pupil})" if report.placement else report.record


def becomes(report: ReceivedReport, file: ReceivedFile) -> str:
    """Say what becomes of a report, or what became of it."""
    return (_WRITTEN if file.written else {}).get(report.outcome) or _PREVIEW[report.outcome]


def value(change: Change) -> str:
    """Say how a value changes."""
    if not change.old:
        return change.new
    return f"{change.old} -> {change.new or NOTHING}"


def problem(found: Problem) -> str:
    """Say what is wrong, and where."""
    where = ", ".join(filter(None, (found.place, found.box)))
    return f"{where}: {found.says}" if where else f"{found.says[0].upper()}{found.says[1:]}"


def asks(query: Problem) -> str:
    """Say what is to be asked about, and where it stands."""
    return f"query: {problem(query)}"


def shown(report: ReceivedReport) -> tuple[Change, ...]:
    """Answer the changes that somebody made: not what came back the way it was filled in."""
    return tuple(each for each in report.changes if not each.as_filled_in)


def as_filled_in(report: ReceivedReport) -> str:
    """Count what came back the way it was filled in; nothing where nothing did."""
    count = len(report.changes) - len(shown(report))
    lines = "1 more line, as it was" if count == 1 else f"{count} more lines, as they were"
    return f"and {lines} filled in when the form went out" if count else ""


def turns(report: ReceivedReport, file: ReceivedFile) -> str:
    """Say that registration is answered otherwise with it; nothing where it is not."""
    if report.registration is None:
        return ""
    asked = _ASKED[report.registration].format(file.provider)
    return f"With this, {asked}: see `apqa registration {file.provider}`"


def lacks(report: ReceivedReport) -> str:
    """Say what a report lacks to be complete; nothing where it is."""
    return f"incomplete: it lacks {', '.join(report.missing)}" if report.missing else ""


def blocked(file: ReceivedFile) -> str:
    """Say that nothing of a file is written; nothing where something is."""
    if not file.problems:
        return ""
    return "Nothing of this file is written until this is put right" if file.is_readable else ""


def summary(answer: ReceivedAnswer) -> str:
    """Say how much there is, and what to do next."""
    count, files = answer.records, len(answer.files)
    records = "1 record" if count == 1 else f"{count} records"
    of = "1 file" if files == 1 else f"{files} files"
    if answer.write:
        return f"{records} of {of} written."
    return f"{records} of {of} can be written: run it again with --write." if count else f"Nothing to write in {of}."
