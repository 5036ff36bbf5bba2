"""The forms a letter that tells of a step takes: text, a draft for a mail program, a Word document. Each is proven."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from apqa.errors import ApqaError
from apqa.forms.documents.made import made
from apqa.forms.documents.proof import compared
from apqa.forms.draft_mail import Draft, draft_mail
from apqa.forms.notifying.document import notice_document
from apqa.forms.notifying.wording import wording
from apqa.forms.templates import SHIPPED, filled, own_template
from apqa.records.identifiers import PUPIL_TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from apqa.forms.notifying.wording import Wording
    from apqa.questions.escalation.notices import Notice
    from apqa.questions.situation import Situation

_PLACEMENT = re.compile(rf"\bPL-{PUPIL_TOKEN}\b")
_SPACED = re.compile(r"\n(?:[ \t]*\n){2,}")
"""More empty lines than one."""

_EXAMPLE = "PL-7K3QX"
"""The reference that the letter names as an example of one."""


@dataclass(frozen=True, slots=True)
class NoticeForm:
    """One form of a letter: how its files end, and what makes it."""

    suffix: str
    make: Callable[[Notice, Situation, Sequence[Path]], bytes]


def notice_name(notice: Notice) -> str:
    """Answer the name of a letter's files: "cornerstool-new-placements-suspended-hazelmarsh-school"."""
    return f"{notice.provider.id}-{notice.decision.step.value.replace('_', '-')}-{notice.to.slug}"


def notice_text(notice: Notice, situation: Situation, own: Sequence[Path] = ()) -> str:
    """Write a letter as text, by the shipped template of its step or a council's own of the same name.

    Raises `ApqaError` where the template is at fault, leaves out what the letter must say, or names the placement of
    another.
    """
    words, template = wording(notice, situation), f"letters/{notice.decision.step.value}.txt.j2"
    text = _SPACED.sub("\n\n", filled(template, {"letter": asdict(words)}, own)).strip("\n") + "\n"
    _prove(words, notice, text, own_template(template, own) or template)
    return text


def _prove(words: Wording, notice: Notice, text: str, template: Path | str) -> None:
    held = compared(text)
    left_out = [each for each in words.must_hold if compared(each) not in held]
    if left_out:
        ours = f"{SHIPPED}/letters/{notice.decision.step.value}.txt.j2"
        raise ApqaError(
            f"the template {template} leaves out '{left_out[0]}' of the letter to {words.to}: whoever is told must "
            f"know it, so write it, or extend the shipped one ({{% extends '{ours}' %}}) and change a block of it"
        )
    known = {*notice.to.placements, *_PLACEMENT.findall(words.to), _EXAMPLE}
    others = [each for each in _PLACEMENT.findall(text) if each not in known]
    if others:
        raise ApqaError(
            f"the letter to {words.to} would name {others[0]}, which is not theirs: take it out of what is recorded of "
            f"their placements (placements of the step), or out of {template}"
        )


def _text(notice: Notice, situation: Situation, own: Sequence[Path]) -> bytes:
    return notice_text(notice, situation, own).encode()


def _mail(notice: Notice, situation: Situation, own: Sequence[Path]) -> bytes:
    words = wording(notice, situation)
    sender, to = (words.officer or words.council, words.reply_to), (notice.to.name, notice.to.email)
    text, name = notice_text(notice, situation, own), f"{situation.on}-{notice_name(notice)}"
    return draft_mail(Draft(name, words.subject, sender, to, text, situation.on))


def _word(notice: Notice, situation: Situation, own: Sequence[Path]) -> bytes:
    document = notice_document(wording(notice, situation), notice_name(notice), situation.on)
    return made(document, "docx", own).data


MADE = {"text": NoticeForm(".txt", _text), "eml": NoticeForm(".eml", _mail), "docx": NoticeForm(".docx", _word)}
"""What makes a letter of each form, by its name."""
