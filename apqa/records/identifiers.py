"""Numbers and references that name something: quoted text, checked by format, check letter or range.

Formats as in the Department's and Companies House's own published rules. Where no document confirms a format
the check is loose and says so. None of these checks proves that the thing named exists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, NoReturn

from pydantic_core import CoreSchema, core_schema

from apqa.records.kinds import FIRST_YEAR, LAST_YEAR, is_school_year
from apqa.records.scalars import refuse, shown
from apqa.scalar import Bare

if TYPE_CHECKING:
    from collections.abc import Callable

PUPIL_TOKEN = "[0-9A-HJKMNP-TV-Z]{5}"  # noqa: S105  Crockford's alphabet: no I, L, O, U to misread
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


@lru_cache(maxsize=128)
def _whole(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """Answer what holds a whole text against a pattern. None is compiled before a text is to be held against it."""
    return re.compile(pattern, re.ASCII).fullmatch


@dataclass(frozen=True, slots=True)
class Identifier:
    """A type of quoted text that matches a pattern."""

    wanted: str
    """What belongs there, for messages: "a URN (six digits, the first not 0)"."""

    pattern: str
    """The whole text's form."""

    zeros: int = 0
    """The length a number that lost its leading noughts is padded to."""

    quoted: bool = True
    """Whether the text must stand in quotes: other programs would bend it, or others of its kind."""

    def check(self, value: object) -> str:
        """Answer the text if it has the form."""
        if not isinstance(value, str):
            refuse("wrong-type", f"{self.wanted} belongs here")
        if not _whole(self.pattern)(value):
            self._refuse_form(value)
        if self.quoted and type(value) is Bare:
            refuse("unquoted-identifier", f'put quotes around it: "{value}"')
        return str(value)

    def _refuse_form(self, value: str) -> NoReturn:
        if value.isdigit() and len(value) < self.zeros:
            padded = value.zfill(self.zeros)
            if _whole(self.pattern)(padded):
                refuse("lost-leading-zeros", f'{shown(value)} has lost its leading noughts: is it "{padded}"?')
        refuse("bad-identifier", f"{shown(value)} is not {self.wanted}")

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        """Tell pydantic how to read it."""
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, str]:
        """Tell an editor what form it has."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


class Telephone(Identifier):
    """A type of quoted text that is a telephone number. Spreadsheets take the nought or the plus from its beginning."""

    __slots__ = ()

    def _refuse_form(self, value: str) -> NoReturn:
        begins = "+" if value.startswith("44") else "0"
        if value[:1].isdigit() and _whole(self.pattern)(begins + value):
            what = "plus sign" if begins == "+" else "leading nought"
            refuse("lost-leading-zeros", f'{shown(value)} has lost its {what}: is it "{begins}{value}"?')
        super()._refuse_form(value)


_COMPANY_LETTERS = "AC|BR|C[ENS]|EN|F[CE]|G[ENS]|I[CP]|LP|N[ACFILOPRVZ]|O[CE]|PC|R[CS]|S[ACEFGILOPRZ]|ZC"
"""The letters a number of the Companies House begins with: limited companies, partnerships, CIOs and others."""

Urn = Annotated[str, Identifier("a URN (six digits, the first not 0)", r"[1-9]\d{5}")]
Ukprn = Annotated[str, Identifier("a UKPRN (eight digits, the first 1)", r"1\d{7}")]
EstablishmentNumber = Annotated[
    str, Identifier("a DfE number (the council's three digits and the school's four)", r"\d{3}/?\d{4}", zeros=7)
]
CouncilNumber = Annotated[str, Identifier("a council's DfE number (three digits)", r"\d{3}", zeros=3)]
CouncilCode = Annotated[str, Identifier("a council's GSS code (E and eight digits)", r"E\d{8}")]
CompanyNumber = Annotated[
    str,
    Identifier(
        "a Companies House number (eight digits, or two letters such as SC, NI or CE and six)",
        rf"(?!0{{8}})\d{{8}}|(?:{_COMPANY_LETTERS})\d{{6}}|R\d{{7}}|(?:IP|SP|NP)\d{{5}}[A-Z0-9]",
        zeros=8,
    ),
]
CharityNumber = Annotated[
    str,
    Identifier(
        "a charity number (six or seven digits, SC0 and five digits in Scotland, a linked one after a hyphen)",
        r"[1-9]\d{5,6}(?:-\d{1,3})?|SC0\d{5}",
    ),
]
IcoNumber = Annotated[
    str,
    Identifier(
        "a registration number of the Information Commissioner (letters, digits, spaces and hyphens)",
        r"[A-Za-z0-9][A-Za-z0-9 -]{1,18}[A-Za-z0-9]",
    ),
]
"""Loose, because the Commissioner's newer forms are not confirmed; `is_familiar_ico_number` says which are known."""
OfstedNumber = Annotated[
    str, Identifier("an Ofsted number (EY or SC and six digits, or digits alone)", r"(?:EY|SC)\d{6}|\d{5,8}")
]
NoteSeal = Annotated[
    str, Identifier("a seal as apqa writes it (v1- and sixteen signs)", r"v[1-9]\d*-[0-9a-f]{16}", quoted=False)
]
Sha256 = Annotated[str, Identifier("a SHA-256 (64 hexadecimal digits)", r"[0-9a-f]{64}")]
EstablishmentType = Annotated[str, Identifier("a code of the establishment types (one or two digits)", r"[1-9]\d?")]
EstablishmentStatus = Annotated[str, Identifier("a code of the establishment statuses (1 to 4)", r"[1-4]")]
AttendanceCode = Annotated[
    str,
    Identifier(
        "an attendance code of the school register (such as B, K, D or C2)", r"[/\\BDEGIK-XZ#]|C[12]?|J1|Y[1-7]"
    ),
]
Phone = Annotated[str, Telephone("a telephone number (digits and spaces after 0 or +)", r"(?:0|\+\d)[\d ]{8,17}\d")]
Edition = Annotated[str, Identifier('an edition (its year, such as "2026")', r"\d{4}(?:-\d{2})?")]

Email = Annotated[str, Identifier("an e-mail address", r"[^@\s]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", quoted=False)]
Postcode = Annotated[
    str, Identifier("a postcode in capitals, such as BA1 1AA", r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}", quoted=False)
]
Slug = Annotated[str, Identifier("a short name (small letters, digits and single hyphens)", SLUG, quoted=False)]
Clause = Annotated[str, Identifier("a clause of the framework, such as QF-25", r"QF-(?:\d{2}|[A-Z])", quoted=False)]
Word = Annotated[
    str,
    Identifier(
        "a short name (small letters, digits and single underscores)", r"[a-z0-9]+(?:_[a-z0-9]+)*", quoted=False
    ),
]
ProviderId = Annotated[
    str, Identifier("a provider's id (small letters, digits and single hyphens)", SLUG, quoted=False)
]
PupilRef = Annotated[
    str, Identifier("a pupil's reference (P- and five signs, such as P-9F4TC)", f"P-{PUPIL_TOKEN}", quoted=False)
]
PlacementId = Annotated[
    str, Identifier("a placement's id (PL- and five signs, such as PL-7K3QX)", f"PL-{PUPIL_TOKEN}", quoted=False)
]
VisitId = Annotated[
    str,
    Identifier(
        "a visit's id (its day and the provider, 2026-10-06-north-star)", rf"\d{{4}}-\d\d-\d\d-{SLUG}", quoted=False
    ),
]
ActionPlanId = Annotated[
    str,
    Identifier(
        "an action plan's id (the provider and its day, north-star/2026-10-06)",
        rf"{SLUG}/\d{{4}}-\d\d-\d\d",
        quoted=False,
    ),
]
RuleName = Annotated[str, Identifier("a rule's name (see `apqa rules`)", SLUG, quoted=False)]


def is_familiar_ico_number(number: str) -> bool:
    """Answer whether a number is Z and seven digits, or Z, another letter and six: what the Commissioner gives."""
    return _whole(r"Z\d{7}|Z[A-Z]\d{6}")(number) is not None


class Zone(Identifier):
    """A type of text that names a time zone there is."""

    __slots__ = ()

    def check(self, value: object) -> str:
        """Answer the name. Where the computer knows no zones at all, as some do, one of the right form is taken."""
        text = super().check(value)
        if text != USUAL_ZONE and (zones := _zones()) and text not in zones:
            near = get_close_matches(text, sorted(zones), n=1)
            meant = f": did you mean '{near[0]}'?" if near else f" (such as {USUAL_ZONE})"
            refuse("unknown-word", f"{shown(text)} is not a time zone{meant}")
        return text


def _zones() -> set[str]:
    # Asked when a council names another zone, which is rare: it looks through a folder of six hundred files.
    from zoneinfo import available_timezones

    return available_timezones()


USUAL_ZONE = "Europe/London"
TimeZone = Annotated[
    str, Zone(f"a time zone (such as {USUAL_ZONE})", r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*", quoted=False)
]


class YearPair(Identifier):
    """A type of text that names a year from September to August by its two calendar years."""

    __slots__ = ()

    def check(self, value: object) -> str:
        """Answer the text if its two years follow one another."""
        text = super().check(value)
        if not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
            refuse("out-of-range", f"the year of {text} is outside {FIRST_YEAR} to {LAST_YEAR}")
        if not is_school_year(text):
            refuse("bad-identifier", f"{shown(text)} is not {self.wanted}: its two years must follow one another")
        return text


AcademicYear = Annotated[
    str,
    YearPair("an academic year (1 September to 31 August, such as 2026-27)", r"\d{4}-\d\d", quoted=False),
]
Cohort = Annotated[
    str, YearPair("a school cohort (born 1 September to 31 August, such as 2010-11)", r"\d{4}-\d\d", quoted=False)
]

_UPN_ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = re.compile(rf"([{_UPN_ALPHABET}])(\d{{11}})([0-9{_UPN_ALPHABET}])", re.ASCII)
_UPN_WITHIN = re.compile(rf"(?<![A-Z0-9]){_UPN.pattern}(?![A-Z0-9])", re.ASCII)


def upn_letter(rest: str) -> str:
    """Work out the check letter of the twelve signs that follow it in a unique pupil number.

    Each sign counts by its place (2 to 13); a letter counts its number in the alphabet without I, O and S;
    the sum modulo 23 is the letter's number. Source: the Department's UPN guide.
    """
    values = [int(sign) if sign.isdigit() else _UPN_ALPHABET.index(sign) for sign in rest]
    return _UPN_ALPHABET[sum(place * value for place, value in enumerate(values, 2)) % 23]


def is_upn(text: str) -> bool:
    """Answer whether the text is a unique pupil number with the right check letter. apqa refuses to hold one."""
    return _UPN.fullmatch(text) is not None and holds_upn(text)


def holds_upn(text: str) -> bool:
    """Answer whether a unique pupil number with the right check letter stands anywhere in a text, as a word."""
    return any(upn_letter(found[2] + found[3]) == found[1] for found in _UPN_WITHIN.finditer(text.upper()))
