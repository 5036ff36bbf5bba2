"""The forms a reminder takes: text, a draft for a mail program, a Word document."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from apqa.errors import ApqaError
from apqa.forms.documents.made import made
from apqa.forms.documents.proof import compared
from apqa.forms.reminders.document import reminder_document
from apqa.forms.reminders.mail import reminder_mail
from apqa.forms.reminders.wording import wording
from apqa.forms.templates import SHIPPED, filled, own_template

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from apqa.forms.reminders.wording import Wording
    from apqa.questions.due.reminders import Letter
    from apqa.questions.situation import Situation

TEMPLATE = "letters/reminder.txt.j2"


@dataclass(frozen=True, slots=True)
class LetterForm:
    """One form of a letter: how its files end, and what makes it."""

    suffix: str
    make: Callable[[Letter, Situation, Sequence[Path], str], bytes]


def letter_text(letter: Letter, situation: Situation, own: Sequence[Path] = ()) -> str:
    """Write a letter as text, by the shipped template or a council's own of the same name.

    Raises `ApqaError` where the template is at fault, or leaves out anything that is owed.
    """
    words = wording(letter, situation)
    text = filled(TEMPLATE, {"letter": asdict(words)}, own).strip("\n") + "\n"
    _hold_everything(words, text, own)
    return text


def _hold_everything(words: Wording, text: str, own: Sequence[Path]) -> None:
    """See that a letter holds everything that is owed, as often as it is, and every day, however its lines are broken.

    Whether a day stands beside what is due on it is not seen: a letter may put together what is due on one.
    """
    things = [each for group in words.groups for each in group.things]
    held, line = compared(text), " ".join(text.split())
    owed = Counter(each.what for each in things)
    left_out = [what for what, times in owed.items() if held.count(compared(what)) < times]
    days = dict.fromkeys(each.due for each in things if each.due)
    left_out += [day for day in days if not re.search(rf"(?<!\d){day}(?!\d)", line, re.IGNORECASE)]
    if left_out:
        named = own_template(TEMPLATE, own) or TEMPLATE
        raise ApqaError(
            f"the template {named} leaves out '{left_out[0]}' of the letter to {words.to}: a reminder says everything "
            f"that is owed, so write the text of each thing, or extend the shipped one "
            f"({{% extends '{SHIPPED}/{TEMPLATE}' %}}) and change a block of it"
        )


def _text(letter: Letter, situation: Situation, own: Sequence[Path], _: str) -> bytes:
    return letter_text(letter, situation, own).encode()


def _mail(letter: Letter, situation: Situation, own: Sequence[Path], reminder_id: str) -> bytes:
    words = wording(letter, situation)
    return reminder_mail(letter, words, letter_text(letter, situation, own), reminder_id, situation.on)


def _word(letter: Letter, situation: Situation, own: Sequence[Path], reminder_id: str) -> bytes:
    return made(reminder_document(wording(letter, situation), reminder_id, situation.on), "docx", own).data


MADE = {"text": LetterForm(".txt", _text), "eml": LetterForm(".eml", _mail), "docx": LetterForm(".docx", _word)}
"""What makes a letter of each form, by the name `--letter` gives it."""
