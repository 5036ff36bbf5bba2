"""A draft placement out of a few answers: hours=19, ehcp=yes (for `check-provider --if`)."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from apqa.errors import UsageError
from apqa.questions.school_age import age_on_first_september
from apqa.records.placement import Placement

if TYPE_CHECKING:
    from datetime import date

KEYS = {
    "hours": "hours a week with breaks",
    "daytime": "whether by day (yes)",
    "ehcp": "whether there is an EHC plan (no)",
    "looked_after": "whether looked after (no)",
    "sen": "none, sen_support or ehc_plan",
    "age": "age at the start of the school year (14)",
    "cohort": "school cohort, such as 2010-11",
    "starts": "first day (the day asked about)",
    "until": "expected last day",
    "site": "key of the provider's site",
    "elsewhere": "hours a week of education elsewhere",
    "pupil": "the pupil's reference, to add to hours already here",
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
DRAFT_ID = "PL-00000"
_DRAFT_PUPIL = "P-00000"
_AGE = 14


def draft_from(provider_id: str, answers: dict[str, str], on: date) -> Placement:
    """Make a draft placement of a few answers. What is not said is the plainest case: by day, no plan, not in care.

    Raises `UsageError` for a key or value that is not understood.
    """
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
    if "age" in said and "cohort" in said:
        raise UsageError("--if says both age and cohort: one of them is enough")
    if "hours" not in said:
        raise UsageError("--if needs the hours a week, breaks included: --if hours=12")
    try:
        return Placement.model_validate(_data(provider_id, said, on))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        names = [_INNER.get(str(part), str(part)) for part in first["loc"] if not isinstance(part, int)]
        key = next((name for name in reversed(names) if name in said), "the draft")
        said_so = first["msg"].replace("Input should be", "write")
        raise UsageError(f"--if {key}: {said_so}") from None


def _data(provider_id: str, said: dict[str, str], on: date) -> dict[str, Any]:
    starts = said.get("starts", on.isoformat())
    plan = _yes(said, "ehcp")
    data: dict[str, Any] = {
        "id": DRAFT_ID,
        "provider": provider_id,
        "commissioner": {"kind": "school", "name": "draft"},
        "pupil": said.get("pupil", _DRAFT_PUPIL),
        "cohort": said.get("cohort") or _cohort(said, on),
        "special_needs": said.get("sen", "ehc_plan" if plan else "none"),
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
    first = on.year - 3 - int(text)
    while age_on_first_september(f"{first}-", on) > int(text):
        first += 1
    return f"{first}-{(first + 1) % 100:02d}"
