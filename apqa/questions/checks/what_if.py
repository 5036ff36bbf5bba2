"""A draft placement out of a few answers: hours=19, ehcp=yes (for `check-provider --if`)."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from apqa.errors import UsageError
from apqa.guidance.days import plain
from apqa.guidance.school_age_law import school_age_law
from apqa.questions.pupils_here import DRAFT_ID, DRAFT_PUPIL
from apqa.questions.school_age import age_on_first_september, first_september, school_age_ends
from apqa.records.placement import Placement

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from apqa.questions.checks.known_pupil import KnownPupil

KEYS = {
    "hours": "hours a week with breaks",
    "daytime": "whether by day (yes)",
    "ehcp": "whether there is an EHC plan (no)",
    "looked_after": "whether looked after (no)",
    "sen": "none, sen_support or ehc_plan",
    "age": "age on 1 September of the school year (14)",
    "cohort": "school cohort, such as 2010-11",
    "starts": "first day (the day asked about)",
    "until": "expected last day",
    "site": "key of the provider's site",
    "elsewhere": "hours a week of education elsewhere",
    "pupil": "the pupil's reference, to add to hours already here and to go by what is recorded",
}
"""What can be said of a draft, and what is taken where it is not."""

_ALIASES = {
    "lookedafter": "looked_after",
    "lac": "looked_after",
    "ehc": "ehcp",
    "ehc_plan": "ehcp",
    "end": "until",
    "ends": "until",
}
_INNER = {
    "hours_with_breaks": "hours",
    "special_needs": "sen",
    "expected_end": "until",
    "ehc_plans": "ehcp",
    "package": "elsewhere",
    "hours": "elsewhere",
}
_CONTRARY = {("ehc_plan", False), ("none", True)}
_AGE = 14
_PLAN = "ehc_plan"


@dataclass(frozen=True, slots=True)
class Assumed:
    """Something nobody said of a draft, and what is taken instead."""

    key: str
    value: str
    """What would be written to say the same."""

    says: str
    """The same in words: "no EHC plan"."""

    otherwise: str
    """What to write where it is not so: "ehcp=yes"."""


def assumed_of(answers: dict[str, str], on: date, told: Collection[str] = ()) -> tuple[Assumed, ...]:
    """Answer what is taken as said of a draft made of a few answers: one plan or care order more tips a provider.

    What the records tell of its pupil is not.
    """
    said = {**_said(answers), **dict.fromkeys(told, "")}
    needs, years = said.keys() & {"sen", "ehcp"}, said.keys() & {"age", "cohort"}
    taken = (
        (said.keys() & {"ehcp"} or said.get("sen") == _PLAN, Assumed("ehcp", "no", "no EHC plan", "ehcp=yes")),
        ("looked_after" in said, Assumed("looked_after", "no", "not looked after", "looked_after=yes")),
        (needs, Assumed("sen", "none", "no special educational needs", "sen=sen_support")),
        (years, Assumed("age", str(_AGE), f"{_AGE} on {plain(first_september(on))}", "age= or cohort=")),
        ("daytime" in said, Assumed("daytime", "yes", "by day", "daytime=no")),
        ("elsewhere" in said, Assumed("elsewhere", "", "the rest of the week not known", "elsewhere=")),
        ("until" in said, Assumed("until", "", "no end in sight", "until=")),
    )
    return tuple(each for known, each in taken if not known)


def draft_from(provider_id: str, answers: dict[str, str], on: date) -> Placement:
    """Make a draft placement of a few answers. What is not said is the plainest case: by day, no plan, not in care.

    Raises `UsageError` for a key or value that is not understood.
    """
    said = _said(answers)
    if "age" in said and "cohort" in said:
        raise UsageError("--if says both age and cohort: one of them is enough")
    if "hours" not in said:
        raise UsageError("--if needs the hours a week, breaks included: --if hours=12")
    if "ehcp" in said and (said.get("sen"), _yes(said, "ehcp")) in _CONTRARY:
        raise UsageError(f"--if says sen={said['sen']} and ehcp={said['ehcp']}: keep the one that is true")
    try:
        draft = Placement.model_validate(_data(provider_id, said, on))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        names = [_INNER.get(str(part), str(part)) for part in first["loc"] if not isinstance(part, int)]
        key = next((name for name in reversed(names) if name in said), "the draft")
        said_so = first["msg"].replace("Input should be", "write")
        raise UsageError(f"--if {key}: {said_so}") from None
    if not draft.timetable[0].hours_with_breaks:
        raise UsageError(f"--if hours={said['hours']}: a placement has hours; say how many a week, such as hours=12")
    return draft


def filled_in(draft: Placement, answers: dict[str, str], known: KnownPupil) -> Placement:
    """Answer a draft made of a few answers with what the records say of its pupil, where nobody said it."""
    return draft.model_copy(update=known.facts_beside(_said(answers)))


def _said(answers: dict[str, str]) -> dict[str, str]:
    """Answer what was said by the names of the keys, whichever of its names each was said under."""
    said: dict[str, str] = {}
    for key, value in answers.items():
        known = _ALIASES.get(key.lower().replace("-", "_"), key.lower().replace("-", "_"))
        if known not in KEYS:
            near = get_close_matches(known, KEYS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it is one of {', '.join(KEYS)}"
            raise UsageError(f"--if does not know '{key}': {hint}")
        if known in said:
            raise UsageError(f"--if says {known} twice: {said[known]} and {value}")
        said[known] = value
    return said


def _data(provider_id: str, said: dict[str, str], on: date) -> dict[str, Any]:
    starts = said.get("starts", on.isoformat())
    plan = _yes(said, "ehcp") if "ehcp" in said else said.get("sen") == _PLAN
    data: dict[str, Any] = {
        "id": DRAFT_ID,
        "provider": provider_id,
        "commissioner": {"kind": "school", "name": "draft"},
        "pupil": said.get("pupil", DRAFT_PUPIL),
        "cohort": said.get("cohort") or _cohort(said, on),
        "special_needs": said.get("sen", _PLAN if plan else "none"),
        "ehc_plans": [{"starts": starts}] if plan else [],
        "looked_after": [{"starts": starts}] if _yes(said, "looked_after") else [],
        "basis": "school_other",
        "starts": starts,
        "timetable": [{"starts": starts, "hours_with_breaks": said["hours"], "daytime": said.get("daytime", "yes")}],
    }
    if "until" in said:
        data["expected_end"] = said["until"]
    if "site" in said:
        data["site"] = said["site"]
    if "elsewhere" in said:
        data["package"] = {"elsewhere": [{"starts": starts, "kind": "other", "hours": said["elsewhere"]}]}
    return data


def _yes(said: dict[str, str], key: str) -> bool:
    value = said.get(key, "no").lower()
    if value not in {"yes", "no", "true", "false"}:
        raise UsageError(f"--if {key}={said[key]}: write yes or no")
    return value in {"yes", "true"}


def _cohort(said: dict[str, str], on: date) -> str:
    """Answer the cohort whose pupils are of an age when the school year of a day begins."""
    text = said.get("age", str(_AGE))
    if not text.isdecimal() or not 2 <= int(text) <= 25:  # noqa: PLR2004  ages of pupils
        raise UsageError(f"--if age={text}: write an age in years, from 2 to 25")
    law = school_age_law(on)
    if law is not None and int(text) == law.ends_at:
        raise UsageError(_either_cohort(int(text), on))
    return _cohort_of(int(text), on)


def _cohort_of(age: int, on: date) -> str:
    first = on.year - 3 - age
    while age_on_first_september(f"{first}-", on) > age:
        first += 1
    return f"{first}-{(first + 1) % 100:02d}"


def _either_cohort(age: int, on: date) -> str:
    """Say that a pupil of the age at which school age ends may be in either of two years, of which one is over it."""
    september = plain(first_september(on))

    def named(years: int) -> str:
        cohort = _cohort_of(years, on)
        ends = school_age_ends(cohort, on)
        until = f", of compulsory school age to {plain(ends)}" if ends else ""
        return f"cohort={cohort} ({years} on {september}{until})"

    return f"--if age={age} may mean two school years on {plain(on)}: write {named(age - 1)} or {named(age)}"
