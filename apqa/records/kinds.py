"""The kinds of record, where each is kept, and how its file name is its id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.records.base import Record

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years a record may speak of. What lies outside is a slip."""

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_YEAR = r"(?P<year>\d{4}-\d\d)"
_DAY = r"(?P<day>\d{4}-\d\d-\d\d)"
_TOKEN = "[0-9A-HJKMNP-TV-Z]{5}"  # noqa: S105  Crockford's alphabet: no I, L, O, U to misread


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    name: str
    """Its name in the command line and the messages: "termly report"."""

    folder: str
    """The folder of the records folder its files are kept in; empty for the one that stands at the top."""

    id_form: str
    """The form of an id, as a pattern."""

    id_example: str
    """An id, for messages."""

    module: str
    """The module of its model; imported when the first record of the kind is read."""

    model_name: str
    """The model's name in that module."""

    pupil_level: bool = False
    """Whether its records are about single pupils, so that they may live in another, more private folder."""

    naming_lines: tuple[str, ...] = ()
    """Patterns of the lines that say what a record is about, where its id does not. A file that lacks one of them may
    be about anything."""

    named_by_id: bool = True
    """Whether what its records are about stands in their ids, so that the files need not be searched for it."""

    @property
    def key(self) -> str:
        """Answer the name as one word: "termly-report"."""
        return self.name.replace(" ", "-")

    @property
    def a_name(self) -> str:
        """Answer the name with its article: "an action plan"."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"

    @property
    def model(self) -> type[Record]:
        """Answer its model."""
        model: type[Record] = getattr(import_module(f"apqa.records.{self.module}"), self.model_name)
        return model

    def path(self, record_id: str) -> str:
        """Answer where the record with that id is kept, below the records folder."""
        return f"{self.folder}/{record_id}.yaml" if self.folder else f"{record_id}.yaml"

    def id_of(self, path: str) -> str | None:
        """Answer the id of the record kept at a path of this kind's folder; none when the name is no id."""
        stem = path.removeprefix(f"{self.folder}/").removesuffix(".yaml")
        found = _form(self.id_form)(stem)
        return stem if found and _has_real_days(**found.groupdict()) else None


@cache
def _form(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """Answer what holds a whole name against a form: a listing asks it of every file."""
    return re.compile(pattern, re.ASCII).fullmatch


def _has_real_days(day: str = "2000-01-01", year: str = "2000-01") -> bool:
    """Answer whether the day and the school year in an id are ones a calendar has."""
    return is_day(day) and is_school_year(year)


def is_day(text: str) -> bool:
    """Answer whether a text of the form 2026-09-01 is a day a record may be about."""
    try:
        return FIRST_YEAR <= date.fromisoformat(text).year <= LAST_YEAR
    except ValueError:
        return False


def is_school_year(text: str) -> bool:
    """Answer whether the years of a text of the form 2026-27 follow one another."""
    first = int(text[:4])
    return FIRST_YEAR <= first <= LAST_YEAR and int(text[5:]) == (first + 1) % 100


AUTHORITY = Kind("authority", "", "authority", "authority", "authority", "Authority")
CALENDAR = Kind("calendar", "calendar", rf"{_YEAR}(?:-{_SLUG})?", "2026-27", "calendar", "Calendar")
PROVIDER = Kind("provider", "providers", _SLUG, "north-star", "provider", "Provider")
SELF_ASSESSMENT = Kind(
    "self-assessment",
    "self-assessments",
    rf"{_SLUG}/{_YEAR}",
    "north-star/2026-27",
    "self_assessment",
    "SelfAssessment",
)
ACTION_PLAN = Kind(
    "action plan", "action-plans", rf"{_SLUG}/{_DAY}", "north-star/2026-10-06", "action_plan", "ActionPlan"
)
VISIT = Kind("visit", "visits", rf"{_DAY}-{_SLUG}", "2026-10-06-north-star", "visit", "Visit")
WAIVER = Kind("waiver", "waivers", _SLUG, "north-star-accounts", "waiver", "Waiver", named_by_id=False)
PLACEMENT = Kind(
    "placement",
    "placements",
    f"PL-{_TOKEN}",
    "PL-7K3QX",
    "placement",
    "Placement",
    pupil_level=True,
    named_by_id=False,
    naming_lines=(rf"^provider:[ \t]+{_SLUG}[ \t]*\r?$", rf"^pupil:[ \t]+P-{_TOKEN}[ \t]*\r?$"),
)
TERMLY_REPORT = Kind(
    "termly report",
    "termly-reports",
    rf"{_YEAR}-(?:autumn|spring|summer)/PL-{_TOKEN}",
    "2026-27-autumn/PL-7K3QX",
    "termly_report",
    "TermlyReport",
    pupil_level=True,
)

REMINDER = Kind(
    "reminder",
    "reminders",
    rf"{_DAY}-(?:provider|commissioner|council)-{_SLUG}",
    "2026-11-23-provider-north-star",
    "reminder",
    "Reminder",
    pupil_level=True,
    named_by_id=False,
)

KINDS: tuple[Kind, ...] = (
    AUTHORITY,
    CALENDAR,
    PROVIDER,
    SELF_ASSESSMENT,
    ACTION_PLAN,
    VISIT,
    WAIVER,
    PLACEMENT,
    TERMLY_REPORT,
    REMINDER,
)
"""Every kind, in the order in which records refer to one another."""

_BY_FOLDER = {kind.folder: kind for kind in KINDS}
_BY_KEY = {kind.key: kind for kind in KINDS}


def kind_at(path: str) -> Kind | None:
    """Answer which kind of record belongs in the folder a path lies in; none where no record belongs."""
    folder, slash, _ = path.partition("/")
    if not slash:
        return AUTHORITY if path.rpartition(".")[0] == AUTHORITY.id_example else None
    return _BY_FOLDER.get(folder)


def kind_named(key: str) -> Kind | None:
    """Answer the kind with that name, written as one word."""
    return _BY_KEY.get(key)


def kind_of(record: Record) -> Kind:
    """Answer the kind of a record."""
    name = type(record).__name__
    return next(kind for kind in KINDS if kind.model_name == name)
