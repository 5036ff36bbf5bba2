"""What must never stand in these records: who a pupil is (QF-35)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.finding import Severity
from apqa.records.identifiers import holds_upn, is_upn
from apqa.records.kinds import KINDS
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.rule import Path

_TELLTALE = frozenset(
    {
        "address",
        "birthdate",
        "birthday",
        "dateofbirth",
        "dob",
        "email",
        "firstname",
        "forename",
        "fullname",
        "homeaddress",
        "lastname",
        "name",
        "nhs",
        "nhsnumber",
        "phone",
        "postcode",
        "pupilname",
        "pupilsname",
        "surname",
        "uln",
        "upn",
    }
)
"""Keys under which people write down who a pupil is, in small letters and nothing between the words."""


@rule(
    about=None,
    severity=Severity.BREACH,
    clauses=("QF-35", "QF-90"),
    basis="UK GDPR Article 5(1)(c), data minimisation",
    remedy="Take it out before it is committed: git keeps what it was once given. The list that says who a pupil is "
    "stands somewhere else.",
    law=True,
)
def pupil_details_in_local_fields(situation: Situation) -> Iterator[Fault]:
    """A field of the authority's own says who a pupil is.

    Pupils stand in these records by reference only. apqa's own fields have no room for a name, a date of birth, a
    pupil number or an address; the door for local fields must not become a way around that.
    """
    for kind in KINDS:
        for record in situation.records.all_of(kind):
            for at, said in _details(record.local or {}, ("local",), telltale=kind.pupil_level):
                yield Fault(record, said, at)


def _details(value: Any, at: Path, *, telltale: bool) -> Iterator[tuple[Path, str]]:
    """Find what says who a pupil is: telltale keys in records about single pupils, pupil numbers everywhere."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if telltale and _bare(key) in _TELLTALE:
                yield (*at, key), f"'{key}' may say who the pupil is"
            elif holds_upn(key):
                yield (*at, key), _said(key)
            else:
                yield from _details(inner, (*at, key), telltale=telltale)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _details(inner, (*at, number), telltale=telltale)
    elif isinstance(value, str) and holds_upn(value):
        yield at, _said(value)


def _bare(key: str) -> str:
    """Take out of a key how it is written: "Date of birth", "date-of-birth" and "dateOfBirth" are one."""
    return "".join(sign for sign in key.lower() if sign.isalnum())


def _said(text: str) -> str:
    """Say that a pupil number is there, without repeating it."""
    whole = is_upn(text.strip().upper())
    return "this is a unique pupil number" if whole else "there is a unique pupil number in this text"
