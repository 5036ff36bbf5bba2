"""What an answer may rest on and could not be read (QF-90)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.questions.checks.line import Effect, Line, State, asked
from apqa.questions.names import unknown_policy_values
from apqa.questions.unread import paths_of, unread_about
from apqa.records.kinds import ACTION_PLAN, AUTHORITY, VISIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.situation import Situation
    from apqa.records.kinds import Kind

_SHOWN = 5
"""How many ids a line names before it says that there are others."""

_REMEDY = "Run `apqa check`, put right what it finds, and ask again."

_BY_LOCAL_POLICY = (
    "visited",
    "registration/status",
    "policies/",
    "insurance/",
    "assessment",
    "curriculum",
    "safeguarding/",
    "central_record",
    "data_protection_registration",
    "safety/",
)
_RESTS_ON = (
    (AUTHORITY, "the council itself may ask for more or less", _BY_LOCAL_POLICY),
    (VISIT, "another visit may say more", ("visited", "visit_outcome")),
    (ACTION_PLAN, "another action plan may say more", ("visit_outcome", "escalation")),
)
"""By the kind of other records, what is not known while one of them cannot be read, and the lines that rest on it."""


def unread_lines(needed: Iterable[tuple[Kind, str]], situation: Situation) -> Iterator[Line]:
    """Answer a line for each kind of record the answer may rest on of which something could not be read.

    With each kind goes what the records that count mention; all of the kind count where that is empty.
    """
    found: dict[Kind, dict[str, None]] = {}
    for kind, about in needed:
        found.setdefault(kind, {}).update(dict.fromkeys(unread_about(kind, about, situation)))
    names = Counter(each for unread in found.values() for each in unread)
    # A file in the wrong place may hold a record of any kind, and is said once. An id is unique within its kind alone.
    stray = tuple(each for each, kinds in names.items() if kinds > 1 and each.endswith(".yaml"))
    if stray:
        line = _line("records/stray", "Every file lies where its kind of record belongs")
        yield line.found(
            State.REVIEW,
            f"may hold a record the answer rests on, and lies where none belongs: {_some(stray)}",
            effect=Effect.CANNOT_TELL,
            remedy="Run `apqa check`, move the file or take it away, and ask again.",
        )
    for kind, unread in found.items():
        if of_kind := tuple(each for each in unread if each not in stray):
            line = _line(f"records/{kind.key}", f"Every {kind.name} record the answer rests on can be read")
            yield line.found(
                State.REVIEW,
                f"cannot be read: {_some(of_kind)}",
                effect=Effect.CANNOT_TELL,
                remedy=_REMEDY,
            )


def _line(key: str, title: str) -> Line:
    """Begin a line on the records themselves. What is not known is put right and never waived."""
    line = asked(key, "Records", title, "QF-90", basis="QF-90", ask="whoever keeps the records", at=())
    return replace(line, firm=True)


def _some(unread: tuple[str, ...]) -> str:
    return ", ".join(unread[:_SHOWN]) + (" and others" if len(unread) > _SHOWN else "")


def misspelt_lines(provider_id: str, situation: Situation) -> Iterator[Line]:
    """Answer a line where a record names a provider there is none of, by a name so like this one that it may be meant.

    A placement of which a letter is wrong is missing from every count (QF-10).
    """
    names = situation.records.misspelt(provider_id)
    if names:
        line = _line("records/misspelt", "Every record that may be about it names it rightly")
        yield line.found(
            State.REVIEW,
            f"{', '.join(names)} is named, and there is no such provider: is {provider_id} meant?",
            effect=Effect.CANNOT_TELL,
            rule="unknown-reference",
            remedy="Run `apqa check`, correct the name where it stands, and ask again.",
        )


def unused_policy_lines(situation: Situation) -> Iterator[Line]:
    """Answer a line where local policy sets a value by a name nobody knows, so that what it was to set is not set."""
    authority = situation.records.authority
    strange = [says for _, says in unknown_policy_values(authority)] if authority else []
    if strange:
        line = _line("records/policy", "Every value of local policy is one that can be used")
        yield line.found(
            State.REVIEW,
            f"local policy is used in part only: {'; '.join(strange)}",
            effect=Effect.CANNOT_TELL,
            rule="unknown-policy-value",
            remedy="Correct the name in authority.yaml, or take it out, and ask again.",
        )


def left_open(line: Line, provider_id: str, situation: Situation) -> Line:
    """Answer a line as open where it rests on a record that could not be read, whatever the others come to.

    It breaks no rule then: the cause is said once, where it is. What stops stands all the same. What the council itself
    asks for takes nothing from law, and makes up for no look at a thing.
    """
    if line.effect is Effect.STOP:
        return line
    doubts = [
        f"{doubt}, and {paths_of(kind, unread)} cannot be read"
        for kind, doubt, lines in _RESTS_ON
        if line.key.startswith(lines) and (unread := unread_about(kind, _about(kind, provider_id), situation))
        if kind is not AUTHORITY or _may_be_otherwise(line)
    ]
    if not doubts:
        return line
    says = "; ".join((line.says, *doubts))
    return line.found(State.REVIEW, says, effect=Effect.CANNOT_TELL, remedy=_REMEDY)


def _about(kind: Kind, provider_id: str) -> str:
    return "" if kind is AUTHORITY else provider_id


def _may_be_otherwise(line: Line) -> bool:
    """Answer whether a line might come to something else by a policy of the council's own."""
    if line.state is State.NOT_APPLICABLE or (line.state is State.NOT_RECORDED and line.evidence is None):
        return False
    # How often the central record is looked at is no matter of law, though what stands in it is.
    return not line.rule or line.can_be_waived or line.key == "central_record"
