"""`apqa new`: a new record."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from apqa.cli.completing import complete_kinds, complete_new_ids
from apqa.cli.options import DebugOption, OnOption, QuietOption, RecordsOption
from apqa.errors import StoppedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.forms.asking import Question
    from apqa.forms.assigned import Way
    from apqa.records.kinds import Kind

Pairs = list[tuple["Way", str]]

KindArgument = Annotated[
    str, typer.Argument(metavar="KIND", autocompletion=complete_kinds, help="The kind of record: provider, visit.")
]
IdArgument = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Argument(
        metavar="[ID]",
        autocompletion=complete_new_ids,
        help="Its id, which is its file's name. A placement's is drawn.",
    ),
]
SetOption = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads it
    typer.Option("--set", metavar="KEY=VALUE", help="A value: name=…, sites.0.key=…, offer.week.days=mon,tue."),
]


def new(
    kind: KindArgument,
    record_id: IdArgument = None,
    *,
    values: SetOption = None,
    records: RecordsOption = None,
    on: OnOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Make a new record, asking for what it needs.

    In a terminal it asks question by question. Without one, everything it needs is given with --set. What may stand in
    the record besides is in it as comments. Nothing is written over, and nothing is written that apqa cannot read.
    """
    from apqa.cli.opening import records_folder
    from apqa.cli.schema import named_kind
    from apqa.cli.today import today
    from apqa.forms.assigned import assignments

    chosen, root = named_kind(kind), records_folder(records)
    made = _Making(chosen, root)
    try:
        made.begin(record_id, assignments(values or []))
        made.complete(in_terminal=_is_terminal())
        made.write(on or today(), quiet=quiet)
    except (typer.Abort, KeyboardInterrupt):
        raise StoppedError("stopped, nothing was written") from None


def _is_terminal() -> bool:
    from apqa.display.terminal import is_terminal

    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


class _Making:
    """The making of one record, from the first value to the file."""

    def __init__(self, kind: Kind, root: Path) -> None:
        self.kind, self.root = kind, root
        self.id: str | None = None
        self.pairs: Pairs = []
        self.answered = False
        """Whether a person answered questions, whose answers are not to be lost."""

    @property
    def data(self) -> dict[str, Any]:
        """Answer what is known so far, as the reader would give it."""
        from apqa.forms.assigned import assembled

        return assembled(self.kind.model, self.pairs)

    def begin(self, record_id: str | None, pairs: Pairs) -> None:
        """Take what was given, and draw what nobody has to think of."""
        from apqa.forms.new_id import refuse_bad_id

        self.id = record_id or self._own_id()
        self.pairs = [*self._drawn(pairs), *pairs]
        if self.id is not None:
            refuse_bad_id(self.kind, self.id, self.root)
        _ = self.data

    def _own_id(self) -> str | None:
        from apqa.forms.new_id import drawn
        from apqa.records.kinds import AUTHORITY, PLACEMENT

        if self.kind is PLACEMENT:
            return drawn("PL-", {file.stem for file in (self.root / PLACEMENT.folder).glob("*.yaml")})
        return AUTHORITY.id_example if self.kind is AUTHORITY else None

    def _drawn(self, pairs: Pairs) -> Pairs:
        """Draw a reference for the pupil of a placement, unless the pupil has one."""
        from apqa.forms.new_id import drawn
        from apqa.reading.folder import DiskFolder
        from apqa.reading.loader import Library
        from apqa.records.kinds import PLACEMENT

        if self.kind is not PLACEMENT or any(way == ("pupil",) for way, _ in pairs):
            return []
        placements = Library(DiskFolder(self.root)).records.placements
        return [(("pupil",), drawn("P-", {placement.pupil for placement in placements}))]

    def complete(self, *, in_terminal: bool) -> None:
        """Ask for what is missing, or refuse with all of it where there is nobody to ask."""
        from apqa.forms.asking import missing

        lacking = missing(self.kind.model, self.data)
        if in_terminal:
            self._ask_id()
            self._ask_all(lacking)
            self._ask_more()
            self.answered = True
        elif lacking or self.id is None:
            named = [f"its id, such as {self.kind.id_example}, after the kind"] if self.id is None else []
            named += [f"--set {question.key}=…" for question in lacking]
            raise UsageError(f"without a terminal to ask in, a new {self.kind.name} still needs {', '.join(named)}")

    def _keep_answers(self) -> None:
        """Say how to give the answers again: in one line, however long, so that it can be copied."""
        from apqa.display.terminal import say

        given = " ".join(f"--set {_quoted('.'.join(way) + '=' + value)}" for way, value in self.pairs)
        say(f"\nTo go on from your answers: apqa new {self.kind.key} {self.id} {given}")

    def _ask_id(self) -> None:
        from apqa.forms.new_id import refuse_bad_id

        while self.id is None:
            given = _answer("id", f"The id of the {self.kind.name}, such as {self.kind.id_example}.")
            try:
                refuse_bad_id(self.kind, given, self.root)
            except UsageError as error:
                _say(f"  {error}")
            else:
                self.id = given

    def _ask_all(self, questions: Iterable[Question]) -> None:
        for question in questions:
            self._ask(question)

    def _ask(self, question: Question) -> None:
        """Ask one question until the answer is one the model takes."""
        from apqa.forms.asking import refusal
        from apqa.forms.assigned import assembled

        while True:
            pair = (question.way, _answer(question.key, f"{question.doc}{_choices(question)}{self._at_hand(question)}"))
            data = assembled(self.kind.model, [*self.pairs, pair])
            refused = refusal(self.kind.model, str(self.id), data, question.way)
            if refused is None:
                self.pairs.append(pair)
                return
            _say(f"  {refused.says}")
            if len(refused.place) < len(question.way):
                self._ask_group_again(refused.place)
                return

    def _ask_group_again(self, group: Way) -> None:
        """Ask again for all of a group whose values contradict one another: any of them may be the wrong one."""
        from apqa.forms.asking import missing

        self.pairs = [pair for pair in self.pairs if pair[0][: len(group)] != group]
        lacking = missing(self.kind.model, self._with_entry(group))
        self._ask_all(each for each in lacking if each.way[: len(group)] == group)

    def _with_entry(self, way: Way) -> dict[str, Any]:
        """Answer what is known so far, with the entry at the way there though nothing is known of it."""
        data = self.data
        found: Any = data
        for name, following in zip(way, (*way[1:], ""), strict=True):
            empty: Any = [] if following.isdigit() else {}
            if isinstance(found, list):
                found += [{}] * (int(name) - len(found) + 1)
                found = found[int(name)]
            else:
                found = found.setdefault(name, empty)
        return data

    def _at_hand(self, question: Question) -> str:
        """Name the providers there are, where one is asked for."""
        from apqa.records.kinds import PROVIDER

        ids = sorted(file.stem for file in (self.root / PROVIDER.folder).glob("*.yaml"))
        return f" There are {', '.join(ids)}." if ids and question.way == ("provider",) else ""

    def _ask_more(self) -> None:
        """Offer further entries of the lists a record must have."""
        from apqa.forms.asking import growing_lists, missing

        for name in growing_lists(self.kind.model):
            while typer.confirm(f"Another entry in {name}?", default=False, err=True):
                way = (name, str(len(self.data[name])))
                lacking = missing(self.kind.model, self._with_entry(way))
                self._ask_all(each for each in lacking if each.way[:2] == way)

    def write(self, on: Any, *, quiet: bool) -> None:
        """Write the record, once the reader has read it back."""
        from apqa.display.terminal import say, write
        from apqa.forms.accepted import refuse_unreadable
        from apqa.forms.fresh_file import write_fresh
        from apqa.forms.new_record import SCHEMAS, record_text, referred

        record_id = str(self.id)
        text = record_text(self.kind, record_id, self.data, self.root, on)
        try:
            refuse_unreadable(self.kind, record_id, text)
        except UsageError:
            if self.answered:
                self._keep_answers()
            raise
        target = self.root / self.kind.path(record_id)
        write_fresh(target, text)
        write(f"{_seen_from_here(target)}\n")
        about = referred(self.kind, record_id, self.data)
        if about and not (self.root / about).is_file():
            say(f"apqa: it is about {about}, which is not there yet", quiet=quiet)
        if not (self.root.parent / SCHEMAS).is_dir():
            say("apqa: editors find no schemas beside the records: `apqa schema` writes them", quiet=quiet)


def _quoted(text: str) -> str:
    """Quote a value for the terminal of this computer. PowerShell knows other quotation marks than the rest."""
    from shlex import quote

    if os.name != "nt":
        return quote(text)
    return "'" + text.replace("'", "''") + "'"


def _choices(question: Question) -> str:
    """Name the words that may be answered, and how several are."""
    words = f" {'Any' if question.many else 'One'} of {', '.join(question.words)}." if question.words else ""
    return f"{words} Commas between several; [] for none." if question.many else words


def _answer(key: str, doc: str) -> str:
    _say(f"\n{doc}")
    return str(typer.prompt(key, err=True)).strip()


def _say(text: str) -> None:
    from apqa.display import terminal
    from apqa.display.lines import wrapped

    for line in text.split("\n"):
        terminal.say("\n".join(wrapped(line, terminal.width())))


def _seen_from_here(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
