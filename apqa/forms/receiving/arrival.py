"""A file that came back: what it is, what is awaited, and what is to be written of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.forms.receiving.answer import NotAFormError

if TYPE_CHECKING:
    from pathlib import Path

    from apqa.forms.filling.box import Form
    from apqa.forms.filling.stamp import Stamp
    from apqa.forms.receiving.writing import ToWrite
    from apqa.questions.received import ReceivedFile
    from apqa.questions.situation import Situation


@dataclass(frozen=True, slots=True)
class Awaited:
    """What is taken, where only some of it is: forms of one provider, of one term."""

    provider: str = ""
    term: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One file among those that came, and the records it came to."""

    path: Path
    situation: Situation
    root: Path
    awaited: Awaited


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that came back, and what is to be written of it."""

    file: ReceivedFile
    writes: tuple[ToWrite, ...] = ()


def refuse_version(stamp: Stamp, form: Form) -> Form:
    """Answer a form a stamp is of. Raises `NotAFormError` where the stamp is of another version."""
    if stamp.version < form.version:
        raise NotAFormError(
            f"it is an older version of the form ({stamp.version}, and now it is {form.version}): make the form anew, "
            f"with `{form.says.command}`, and ask for that one"
        )
    if stamp.version > form.version:
        raise NotAFormError(
            f"it is a newer version of the form ({stamp.version}, and this apqa knows {form.version}): "
            "bring apqa up to date"
        )
    return form
