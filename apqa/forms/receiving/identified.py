"""What in a form that came back may tell who a pupil is, by its boxes: to be struck out before anybody commits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.receiving.checked import asked_about
from apqa.questions.doubts import Doubt
from apqa.questions.identifying.found import look_through
from apqa.questions.identifying.words import said_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.receiving.answer import Filled
    from apqa.questions.received import Problem
    from apqa.questions.situation import Situation
    from apqa.records.base import IdentifiesNobody, Record

_TAKE_OUT = "take it out before you commit the record, for git keeps what it was once given"
_OR_ANSWER = f"{_TAKE_OUT}; or, where it tells of nobody, record why under `identifies_nobody`"


def would_identify(
    record: Record, situation: Situation, found: Filled, answers: tuple[IdentifiesNobody, ...] = ()
) -> tuple[Problem, ...]:
    """Answer where a text of a form would tell, or may tell, who a pupil is, in the words of `apqa check` (QF-57).

    It never repeats the words. What a reason in the record that is there (`answers`) answers is not said again.
    """
    return asked_about(_doubts(record, situation, answers), found)


def _doubts(record: Record, situation: Situation, answers: tuple[IdentifiesNobody, ...]) -> Iterator[Doubt]:
    for each in look_through(record, situation, answers):
        if each.answer is None:
            says = f"{said_of(each)}; {_TAKE_OUT if each.sign.certain else _OR_ANSWER}"
            yield Doubt(says, each.at, each.sign.kind.value)
