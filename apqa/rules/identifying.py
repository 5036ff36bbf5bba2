"""What a text must not tell: who a pupil is (QF-35, QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.records.kinds import KINDS
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.identifying.found import Found
    from apqa.questions.situation import Situation
    from apqa.records.base import Record
    from apqa.rule import Rule

_AN_ANSWER = (
    "or, where it tells of nobody, record why under `identifies_nobody`: the words, the reason, by whom and on which "
    "day."
)


@rule(
    about=None,
    severity=Severity.BREACH,
    clauses=("QF-35", "QF-57", "QF-90"),
    basis="UK GDPR Article 5(1)(c), data minimisation",
    remedy=f"Take it out before it is committed: git keeps what it was once given; {_AN_ANSWER}",
    holds_back_note=True,
    law=True,
)
def pupil_identified(situation: Situation) -> Iterator[Fault]:
    """A text holds a number, a reference or a day of birth that is one pupil's.

    Pupils stand in these records by reference only, and in records about a provider not even by that. Such a number in
    a text says who is meant, to everybody who has the folder and for as long as git keeps it. Only its first and last
    signs are repeated here.
    """
    for record, found in _found(situation):
        if found.sign.certain:
            yield _fault(record, found)


@rule(
    about=None,
    severity=Severity.QUERY,
    clauses=("QF-57", "QF-35"),
    basis="QF-57",
    remedy=f"Write it of the provider, or of pupils in general; {_AN_ANSWER}",
    holds_back_note=True,
)
def pupil_may_be_recognised(situation: Situation) -> Iterator[Fault]:
    """A text seems to speak of one pupil, so that somebody may know who it is.

    A note of visit is about the provider and goes to many readers. Somebody who knows the setting needs no name:
    initials, "she", or "the only girl" beside what happened is enough. What is found is found by its form, so a person
    must look: a pony's name may be among it, until somebody records whose it is.
    """
    for record, found in _found(situation):
        if not found.sign.certain:
            yield _fault(record, found)


@rule(
    about=None,
    severity=Severity.QUERY,
    clauses=("QF-57", "QF-90"),
    basis="QF-57",
    remedy="Correct the words, or take the answer out: git keeps it.",
)
def answer_without_words(situation: Situation) -> Iterator[Fault]:
    """A reason is recorded for words that nothing in the record needs it for.

    The text was changed, or the words were never written so. An answer that is left lying may one day answer what it
    was not meant for.
    """
    from apqa.questions.identifying.found import idle_answers

    for kind in KINDS:
        for record in situation.records.all_of(kind):
            for number in idle_answers(record, situation) if record.identifies_nobody else ():
                said = "no sign in this record stands in these words: this answers nothing"
                yield Fault(record, said, ("identifies_nobody", number, "words"))


def _found(situation: Situation) -> Iterator[tuple[Record, Found]]:
    # What looks through texts is loaded when it is first asked: most commands never do.
    from apqa.questions.identifying.found import signs_in

    for kind in KINDS:
        for record in situation.records.all_of(kind):
            for found in signs_in(record, situation):
                yield record, found


def told_in(record: Record, situation: Situation) -> Iterator[tuple[Rule, Fault]]:
    """Answer what in one record may tell who a pupil is, each with the rule that finds it in all records."""
    from apqa.questions.identifying.found import signs_in

    for found in signs_in(record, situation):
        yield pupil_identified if found.sign.certain else pupil_may_be_recognised, _fault(record, found)


def _fault(record: Record, found: Found) -> Fault:
    """Say what was found, in which sentence and why, and what answers it; never the words in full."""
    from apqa.questions.identifying.words import said_of

    return Fault(record, said_of(found), found.at, answer=_answered(found))


def _answered(found: Found) -> str:
    answer = found.answer
    return f"{answer.reason} ({answer.by}, {plain(answer.on)})" if answer else ""
