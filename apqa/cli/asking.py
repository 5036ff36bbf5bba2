"""Asking in a terminal for what a new record needs, question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from apqa.display import terminal
from apqa.errors import UsageError
from apqa.forms.asking import growing_lists, missing, refusal
from apqa.forms.assigned import assembled
from apqa.forms.new_id import drawn
from apqa.forms.referring import at_hand, near, pupils
from apqa.records.kinds import PLACEMENT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.forms.asking import Question, Refusal
    from apqa.forms.assigned import Way
    from apqa.forms.unfinished import Unfinished

PUPIL = ("pupil",)
_NEEDED = "  This is needed. Ctrl+C stops, and nothing is written."


class Interview:
    """The questions about one record, each asked until the answer is one that may stand there."""

    def __init__(self, record: Unfinished) -> None:
        """Ask about a record of which some may be known; of a list that is begun already, no more is asked for."""
        self.record = record
        self._begun = {way[0] for way, _ in record.pairs}

    def hold(self) -> None:
        """Ask for its id, for all it needs, and for further entries of the lists it must have."""
        self.ask_id()
        self._ask_all(missing(self.record.kind.model, self.record.data))
        self._ask_more()

    def ask_id(self) -> None:
        """Ask for its id until it is one the record may have; not at all where it has one."""
        kind = self.record.kind
        while self.record.id is None:
            given = _answer("id", f"The id of the {kind.name}, such as {kind.id_example}.")
            try:
                self.record.name(given)
            except UsageError as error:
                terminal.say(f"  {error}")

    def _ask_all(self, questions: Iterable[Question]) -> None:
        for question in questions:
            if question.way == PUPIL and self.record.kind is PLACEMENT:
                self._ask_pupil(question)
            else:
                self._ask(question)

    def _ask(self, question: Question) -> None:
        """Ask one question until the answer is one the model takes, and what it names is there."""
        record, offered = self.record, self._at_hand(question)
        while True:
            given = _answer(question.key, f"{question.says}{_choices(question)}{offered}")
            refused = self._refusal(question, given)
            why = refused.says if refused else record.why_to_nothing(question.way, given)
            if not why:
                record.pairs.append((question.way, given))
                return
            terminal.say(f"  {why}")
            if refused and len(refused.place) < len(question.way):
                self._ask_group_again(refused.place)
                return

    def _refusal(self, question: Question, given: str) -> Refusal | None:
        record = self.record
        data = assembled(record.kind.model, [*record.pairs, (question.way, given)])
        return refusal(record.kind.model, str(record.id), data, question.way)

    def _ask_group_again(self, group: Way) -> None:
        """Ask again for all of a group whose values contradict one another: any of them may be the wrong one."""
        terminal.say("  One of these is not right, so all of them are asked again.")
        self.record.drop(group)
        self._ask_below(group)

    def _ask_below(self, group: Way) -> None:
        lacking = missing(self.record.kind.model, self.record.with_entry(group))
        self._ask_all(each for each in lacking if each.way[: len(group)] == group)

    def _ask_pupil(self, question: Question) -> None:
        """Ask who the pupil is: the hours of one pupil count together, so a pupil must not get a second reference."""
        known = pupils(self.record.root)
        said = "Enter if the pupil is new to these records: a reference is drawn then."
        while True:
            given = _answer(question.key, f"{question.says} {said}", default="")
            refused = self._refusal(question, given) if given else None
            if refused is None and (not given or given in known):
                self.record.pairs.append((PUPIL, given or drawn("P-", known)))
                return
            terminal.say(f"  {refused.says if refused else _no_such_pupil(given, known)}")

    def _at_hand(self, question: Question) -> str:
        names = at_hand(self.record.kind, question.way, self.record.root)
        return f" There are {', '.join(names)}." if names else ""

    def _ask_more(self) -> None:
        """Offer further entries of the lists a record must have, unless whoever asks for it has given their own."""
        for name in (each for each in growing_lists(self.record.kind.model) if each not in self._begun):
            while _agrees(f"Another entry in {name}?"):
                self._ask_below((name, str(len(self.record.data[name]))))


def _agrees(question: str) -> bool:
    """Ask until the answer is yes or no; nothing is no."""
    while True:
        given = str(typer.prompt(f"{question} [y/N]", default="", show_default=False, err=True)).strip().lower()
        if given in {"y", "yes"}:
            return True
        if given in {"", "n", "no"}:
            return False
        terminal.say("  Answer y for yes or n for no; Enter alone is no.")


def _no_such_pupil(given: str, known: Iterable[str]) -> str:
    otherwise = f"; if it comes from elsewhere, begin again with --set pupil={given}"
    return f"no placement here is of {given}{near(given, known) or otherwise}"


def _choices(question: Question) -> str:
    """Name the words that may be answered, and how several are."""
    words = f" {'Any' if question.many else 'One'} of {', '.join(question.words)}." if question.words else ""
    return f"{words} Commas between several; [] for none." if question.many else words


def _answer(key: str, doc: str, default: str | None = None) -> str:
    """Ask for one value. An empty answer is one only where it has a meaning."""
    terminal.say(f"\n{doc}")
    while True:
        given = str(typer.prompt(key, default="", show_default=False, err=True)).strip()
        if given or default is not None:
            return given
        terminal.say(_NEEDED)
