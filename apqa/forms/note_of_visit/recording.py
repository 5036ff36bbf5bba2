"""What is recorded of a note that goes out, written into its visit's file: every other line of that stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.errors import ApqaError, UsageError
from apqa.forms.accepted import OneFile
from apqa.forms.receiving.record_text import raw_data
from apqa.forms.receiving.splicing import spliced
from apqa.guidance.days import plain
from apqa.questions.circulation import amended_by, still_to_go
from apqa.questions.sealing import seal_of, seal_of_amendment
from apqa.reading.loader import Library
from apqa.reading.text import BOM, decode
from apqa.records.kinds import VISIT
from apqa.records.visit import Visit
from apqa.vocabulary.review import Party
from apqa.writing.outfile import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from apqa.records.note import Circulation, Note

    Recipient = tuple[str, Party | None]


class Recording:
    """The file of a visit, and what is to stand in it: nothing is written before all of it was read back."""

    def __init__(self, visit: Visit, root: Path) -> None:
        """Take the file as it is. Raises `ApqaError` where it says something else than the visit that was read."""
        self.visit, self._file = visit, root / VISIT.path(visit.id)
        self._raw = self._file.read_bytes()
        self._data = raw_data(self._raw)
        if self._read_back(self._raw) != visit:
            raise ApqaError(f"{self._file} was changed in the meantime: look at it, and ask again")

    @property
    def _note(self) -> dict[str, Any]:
        note: dict[str, Any] = self._data["note"]
        return note

    def send(self, recipients: Sequence[Recipient], on: date) -> tuple[str, ...]:
        """Record that the note was sent on a day, and answer to whom: to those named, else to all it is still to go to.

        Raises `UsageError` where nobody is named and it went to everybody on its list.
        """
        note = self.visit.note
        if note is None:
            raise UsageError(f"the visit {self.visit.id} has no note")
        waiting = still_to_go(note, on)
        if not recipients and not waiting:
            _refuse_too_early(note, on)
            raise UsageError(
                "everybody on its list has the note as it stands: to send it to others, name them with --to"
            )
        to = [_as_listed(each, note) for each in recipients] or [(each.to, each.party) for each in waiting]
        _refuse_mistyped(to, note, waiting)
        entries: list[dict[str, str]] = list(self._note.get("circulation") or [])
        for who, party in to:
            _enter(entries, note.circulation, who, party, _sent(on, note))
        self._note["circulation"] = entries
        return tuple(who for who, _ in to)

    def seal(self, on: date) -> None:
        """Write the seal over what the note says, and over its amendments by a day, where they have none."""
        self._note.setdefault("seal", seal_of(self.visit))
        note = self.visit.note
        amendments = [*(self._note.get("amendments") or [])]
        for number, each in enumerate(note.amendments if note else ()):
            if each.on <= on and each.seal is None:
                amendments[number] = {**amendments[number], "seal": seal_of_amendment(self.visit, each)}
        if amendments:
            self._note["amendments"] = amendments

    def amend(self, what: str, by: str, on: date) -> None:
        """Add a correction, dated and by role, behind those there are."""
        entry = {"on": str(on), "by": by, "what": what}
        self._note["amendments"] = [*(self._note.get("amendments") or []), entry]

    def as_it_would_be(self) -> Visit:
        """Answer the visit as it would be read once this is written. Raises `UsageError` where it would be none."""
        new = self._read_back(spliced(decode(self._raw), Visit, self._data).encode())
        return new or self.visit

    def write(self) -> Path:
        """Write the file whole. Raises `ApqaError` where it would not be read as it was meant, or was changed."""
        mark = BOM if self._raw.startswith(BOM.encode()) else ""
        new = (mark + spliced(decode(self._raw), Visit, self._data)).encode()
        if self._read_back(new) != Visit.model_validate({"id": self.visit.id, **self._data}):
            raise ApqaError(f"what {self._file} would say cannot be read back: write it in by hand")
        if self._file.read_bytes() != self._raw:
            raise ApqaError(f"{self._file} was changed in the meantime: nothing was written; ask again")
        write_whole(self._file, new)
        return self._file

    def _read_back(self, raw: bytes) -> Visit | None:
        """Read a text as the reader would. Raises `UsageError`, with all that is wrong, where it is no visit."""
        library = Library(OneFile(VISIT.path(self.visit.id), raw))
        read = next(iter(library.records.visits), None)
        if found := library.findings():
            raise UsageError(f"this cannot be recorded: {'; '.join(each.message for each in found)}")
        return read


def _refuse_too_early(note: Note, on: date) -> None:
    """Refuse a sending of an amendment on a day on which there was none yet."""
    later = [each.on for each in note.amendments if each.on > on]
    if later:
        raise UsageError(
            f"--sent: the amendment is of {plain(min(later))}, and on {plain(on)} everybody on its list had the note "
            "as it stood then: give the day it was sent with the amendment"
        )


def _as_listed(recipient: Recipient, note: Note) -> Recipient:
    """Answer a recipient as the note's list writes it, whatever its capital letters."""
    who, party = recipient
    return next((each.to for each in note.circulation if each.to.casefold() == who.casefold()), who), party


def _refuse_mistyped(to: Sequence[Recipient], note: Note, waiting: Sequence[Circulation]) -> None:
    """Refuse who is not on the list while somebody is waiting whom it may mean. A slip would seal a wrong record."""
    listed, named = {each.to for each in note.circulation}, {who for who, _ in to}
    for who, party in to:
        left = [each.to for each in waiting if each.to not in named and party in {None, each.party, _party_of(each)}]
        if who not in listed and left:
            raise UsageError(
                f"--to: '{who}' is not on the list of the note, and {' and '.join(left)} "
                f"{'waits' if len(left) == 1 else 'wait'} for it: name who it is of these,"
                f" or write '{who}' into the list first (note, circulation)"
            )


def _party_of(each: Circulation) -> Party | None:
    return Party.PROVIDER if each.is_provider else each.party


def _sent(on: date, note: Note) -> dict[str, str]:
    """Answer what is written of a sending: its day, and how many amendments the note bore, where it has any."""
    count = len(amended_by(note, on))
    return {"on": str(on), **({"amendments": str(count)} if note.amendments else {})}


def _enter(
    entries: list[dict[str, str]], known: Sequence[Circulation], who: str, party: Party | None, sent: dict[str, str]
) -> None:
    """Give a recipient who is waiting the day; add another entry for one who was sent it before, or who is new."""
    for entry, each in zip(entries, known, strict=False):
        if each.to == who and each.on is None and "on" not in entry:
            entry.update(sent)
            return
    parties = [each.party for each in known if each.to == who and each.party is not None]
    said = party or (parties[0] if parties else None)
    entries.append({"to": who, **({"party": said.value} if said else {}), **sent})
