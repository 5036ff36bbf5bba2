"""The single values of a record: days, hours, amounts, yes and no. All arrive as text and are typed here.

Every refusal carries the name of the reader's rule it belongs to (see `apqa.reading.faults`) and one plain
sentence with the remedy.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from apqa.records.kinds import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

_LINE_BREAK = re.compile("\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WHOLE = re.compile(r"\d{1,12}", re.ASCII)
_MONEY = re.compile(r"\d{1,9}(\.\d{1,2})?", re.ASCII)
_HOURS = re.compile(r"\d{1,3}(\.\d{1,2})?", re.ASCII)
_HOURS_AND_MINUTES = re.compile(r"(\d{1,3}):([0-5]\d)", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
MONTHS = 12
_ONLY_MONTHS = f"a year has {MONTHS} months; "
WRITE_ISO = "write year-month-day, such as 2026-09-01"
_YES = frozenset({"yes", "true"})
_NO = frozenset({"no", "false"})
_SHOWN = 60
_HOURS_IN_A_WEEK = 168
_OLDEST = 25
_ALL = 100
"""Per cent."""
_REMEMBERED = 8192
"""How many days and how many amounts of hours are remembered: the same few thousand stand in all records."""


def refuse(rule: str, message: str) -> NoReturn:
    """Refuse a value: under the reader's rule, with one plain sentence."""
    raise PydanticCustomError(rule, "{sentence}", {"sentence": message})


def shown(value: object) -> str:
    """Quote a value for a message, on one line, cut when it is long."""
    text = _LINE_BREAK.sub("↵", str(value))
    return f"'{text}'" if len(text) <= _SHOWN else f"'{text[:_SHOWN]}…'"


def _text(value: object, wanted: str) -> str:
    if not isinstance(value, str):
        refuse("wrong-type", f"{wanted} belongs here, not {_shape(value)}")
    return value


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    return "a list" if isinstance(value, list | tuple) else shown(value)


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return _written_day(_text(value, "a day such as 2026-09-01"))


@lru_cache(maxsize=_REMEMBERED)
def _written_day(text: str) -> date:
    parts = _ISO_DAY.fullmatch(text)
    if parts is None:
        from apqa.records.bent_day import what_it_may_be

        refuse(*what_it_may_be(text))
    year, month, number = (int(part) for part in parts.groups())
    try:
        day = date(year, month, number)
    except ValueError:
        refuse("impossible-date", why_impossible(text, year, month))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        refuse("out-of-range", f"the year of {text} is outside {FIRST_YEAR} to {LAST_YEAR}")
    return day


def why_impossible(text: str, year: int, month: int) -> str:
    """Say why there is no such day."""
    if 1 <= month <= MONTHS and year:
        name = date(2000, month, 1).strftime("%B")
        return f"there is no {text}: {name} {year} has {monthrange(year, month)[1]} days"
    return f"there is no {text}: {_ONLY_MONTHS if year else ''}{WRITE_ISO}"


def why_no_day(text: str) -> str:
    """Say why a text is no day; empty where it is one."""
    try:
        _written_day(text)
    except PydanticCustomError as error:
        return error.message()
    return ""


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value, "yes or no").lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    refuse("wrong-type", f"{shown(value)} is neither yes nor no")


def _count(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    text = _text(value, "a whole number")
    if _WHOLE.fullmatch(text):
        return int(text)
    if re.fullmatch(r"\d+\.\d+", text, re.ASCII):
        refuse("wrong-type", f"{shown(text)} is not a whole number: write one such as 12, without a point")
    refuse(*_why_no_number(text, "a whole number such as 12"))


def _why_no_number(text: str, wanted: str) -> tuple[str, str]:
    if re.fullmatch(r"-\d+(\.\d+)?", text, re.ASCII):
        return "out-of-range", f"{shown(text)} is below nought: write {wanted}"
    if re.fullmatch(r"\d{13,}", text, re.ASCII):
        return "out-of-range", f"{shown(text)} is too large: write {wanted}"
    plain = re.sub(r"[£,_ ]", "", text)
    if plain != text and _MONEY.fullmatch(plain):
        return "wrong-type", f"{shown(text)} has signs in it that are not digits: write {plain}"
    return "wrong-type", f"{shown(text)} is not a number: write {wanted}"


def decimal_number(value: Any, what: str, example: str) -> Decimal:
    """Read a number with at most two decimals."""
    if isinstance(value, Decimal | int) and not isinstance(value, bool) and value >= 0:
        return Decimal(value)
    text = _text(value, what)
    if _MONEY.fullmatch(text):
        return Decimal(text)
    refuse(*_why_no_number(text, example))


def _money(value: Any) -> Decimal:
    return decimal_number(value, "an amount in pounds", "pounds and pence such as 45.50")


def _hours(value: Any) -> timedelta:
    if isinstance(value, timedelta):
        return value
    return _written_hours(_text(value, "hours a week"))


@lru_cache(maxsize=_REMEMBERED)
def _written_hours(text: str) -> timedelta:
    if parts := _HOURS_AND_MINUTES.fullmatch(text):
        hours = timedelta(hours=int(parts.group(1)), minutes=int(parts.group(2)))
    elif _HOURS.fullmatch(text):
        # Hundredths of an hour are whole seconds, so no rounding moves a sum across eighteen hours.
        hours = timedelta(seconds=int(Decimal(text) * 3600))
    elif re.fullmatch(r"\d{4,12}(\.\d{1,2})?|\d{4,12}:[0-5]\d", text, re.ASCII):
        refuse("out-of-range", f"a week has {_HOURS_IN_A_WEEK} hours, not {text}")
    else:
        refuse(*_why_no_number(text, "hours such as 17.5, or hours and minutes such as 17:40"))
    if hours > timedelta(hours=_HOURS_IN_A_WEEK):
        refuse("out-of-range", f"a week has {_HOURS_IN_A_WEEK} hours, not {text}")
    return hours


def _clock(value: Any) -> time:
    if isinstance(value, time):
        return value
    text = _text(value, "a time of day")
    if parts := _CLOCK.fullmatch(text):
        return time(int(parts.group(1)), int(parts.group(2)))
    refuse("wrong-type", f"{shown(text)} is not a time of day: write hours and minutes, such as 09:30")


def _percentage(value: Any) -> Decimal:
    """Read a percentage from 0 to 100, with at most two decimals."""
    number = decimal_number(value, "a percentage", "per cent such as 92.5")
    if number > _ALL:
        refuse("out-of-range", f"{number} is more than {_ALL} per cent")
    return number


def _part_of_all(value: Any) -> Decimal:
    """Read a percentage of less than all."""
    number = _percentage(value)
    if number == _ALL:
        refuse("out-of-range", f"{number} per cent is all, and the law says nearly all: write a smaller share")
    return number


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """How one kind of value is read from text, and what an editor is told of it."""

    read: Callable[[Any], Any]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        """Tell pydantic how to read it."""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        """Tell an editor what form it has."""
        return dict(self.schema)


def whole_number(least: int, most: int, otherwise: str) -> Scalar:
    """Answer how a whole number within bounds is read. `otherwise` says of another one, as {}, why it cannot be."""

    def read(value: Any) -> int:
        number = _count(value)
        if not least <= number <= most:
            refuse("out-of-range", otherwise.format(number))
        return number

    return Scalar(read, {"type": "integer", "minimum": least, "maximum": most})


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """What a list as a whole has to be, whatever its entries are."""

    once: bool = False
    """Whether nothing may stand in it twice. Its entries are single values."""

    needed: str = ""
    """Why it cannot be empty; where nothing is said it can."""

    @property
    def schema(self) -> dict[str, Any]:
        """Answer what an editor is told of it."""
        return {**({"uniqueItems": True} if self.once else {}), **({"minItems": 1} if self.needed else {})}

    def check(self, entries: tuple[Any, ...]) -> tuple[Any, ...]:
        """Answer the list if it is what it has to be."""
        if self.needed and not entries:
            refuse("contradiction", self.needed)
        if self.once and len(set(entries)) < len(entries):
            twice = min(str(each) for each in entries if entries.count(each) > 1)
            refuse("contradiction", f"{twice} stands twice: keep it once")
        return entries

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tell pydantic how to read it."""
        return core_schema.no_info_after_validator_function(self.check, handler(source))


_A_NUMBER = {"type": "number", "minimum": 0}
_A_CLOCK_TIME = {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}
_HOURS_OR_MINUTES = [
    {**_A_NUMBER, "maximum": _HOURS_IN_A_WEEK},
    {"type": "string", "pattern": r"^(?:(?:0?\d{1,2}|1[0-5]\d|16[0-7]):[0-5]\d|168:00)$"},
]
_A_DAY = r"^(?:19\d\d|20\d\d|2100)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$"
_MOST = 10**12 - 1
_MOST_POUNDS = 10**9 - 0.01
"""What is larger is refused. That a number has at most two decimals no schema can say: to an editor 0.29 has more."""

Day = Annotated[date, Scalar(_day, {"type": "string", "format": "date", "pattern": _A_DAY})]
Truth = Annotated[bool, Scalar(_truth, {"enum": ["yes", "no", True, False]})]
Count = Annotated[int, Scalar(_count, {"type": "integer", "minimum": 0, "maximum": _MOST})]
Age = Annotated[
    int, whole_number(0, _OLDEST, f"{{}} is not an age of a pupil: {_OLDEST} is the oldest with an EHC plan")
]
Money = Annotated[Decimal, Scalar(_money, {**_A_NUMBER, "maximum": _MOST_POUNDS})]
Percent = Annotated[Decimal, Scalar(_percentage, {**_A_NUMBER, "maximum": _ALL})]
PartOfAll = Annotated[Decimal, Scalar(_part_of_all, {**_A_NUMBER, "exclusiveMaximum": _ALL})]
Hours = Annotated[timedelta, Scalar(_hours, {"anyOf": _HOURS_OR_MINUTES})]
Clock = Annotated[time, Scalar(_clock, _A_CLOCK_TIME)]


class Words:
    """Text for people: trimmed, not empty, and not endless. Pydantic's own type for it costs a tenth of the start."""

    longest = 5000

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        """Tell pydantic how to read it."""
        return core_schema.str_schema(strip_whitespace=True, min_length=1, max_length=self.longest)

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        """Tell an editor what form it has."""
        return {"type": "string", "minLength": 1, "maxLength": self.longest, "pattern": r"\S"}


Text = Annotated[str, Words()]
