"""What a record says of itself, in the words of a form: whoever fills one in has never seen a record's keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apqa.forms.receiving.days import day_written
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from apqa.forms.filling.box import Form, Way

_DAY = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b", re.ASCII)
_KEY = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
_LACKING = re.compile(r": ([a-z_]+)(?:, [a-z_]+)*$")


def spoken(says: str, part: Way, form: Form) -> tuple[str, Way | None]:
    """Answer a sentence about a part of a record without its keys, and the way to what the part lacks, if it says so.

    "it is rated not_met, so say what will be done: action" says of a rating that its action is lacking.
    """
    lacking = _LACKING.search(says)
    at = (*part, lacking[1]) if lacking else ()
    lacks = bool(lacking) and form.reaches(at)
    plainly = says[: lacking.start()] if lacking and lacks else says
    plainly = _DAY.sub(lambda day: plain(day_written(day[0])), plainly)
    return _KEY.sub(lambda key: _in_words(key[0], part, form), plainly), at if lacks else None


def _in_words(key: str, part: Way, form: Form) -> str:
    """Answer a key by the title of its box, and a word of a list as people read it there."""
    if box := form.box_at((*part, key)):
        return f"'{box.title}'"
    choices = (choice for page in form.pages for box in page.boxes for choice in box.choices)
    label = next((choice.label for choice in choices if choice.word == key), key.replace("_", " "))
    return label[:1].lower() + label[1:]
