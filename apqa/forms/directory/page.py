"""The directory as one HTML page: nothing from outside, searchable without a server, readable without a script."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from apqa.errors import ApqaError
from apqa.forms.shipped import shipped
from apqa.forms.templates import OWN, filled, own_template
from apqa.questions.directory.words import DAYS, NOBODY, TITLE, ages, counted, made_from, registered, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from apqa.questions.directory.published import Entry
    from apqa.questions.directory.words import Imprint
    from apqa.vocabulary.provider import Weekday

TEMPLATE = "directory/directory.html.j2"
STYLE, SCRIPT = "directory/directory.css", "directory/directory.js"


def directory_page(imprint: Imprint, entries: Sequence[Entry], own: Sequence[Path] = ()) -> str:
    """Make the page, by the council's own template, style or script where it has one.

    The same entries make the same bytes. The page allows its own style and script by what they are, and nothing else.
    Raises `ApqaError` where a template is at fault.
    """
    style, script = _asset(STYLE, own), _asset(SCRIPT, own)
    values = {
        "title": TITLE,
        "imprint": imprint,
        "said": list(said(imprint)),
        "made_from": made_from(imprint),
        "nobody": NOBODY,
        "counted": counted(len(entries)),
        "entries": [_shown(each) for each in entries],
        "subjects": _subjects(entries),
        "days": _days(entries),
        "has_ages": any(each.youngest is not None for each in entries),
        "has_registration": any(each.registered is not None for each in entries),
        "style": Markup(style),  # noqa: S704 - a file of apqa or the council's own, refused where it ends its element
        "script": Markup(script),  # noqa: S704 - as the style
        "policy": _policy(style, script),
    }
    return filled(TEMPLATE, values, own, escaping=True)


def _asset(name: str, own: Sequence[Path]) -> str:
    """Answer the text of the style or script, with LF. Raises `ApqaError` where it cannot stand inside a page."""
    ours = shipped(OWN)
    file = own_template(name, own) or (ours / name if ours else None)
    try:
        text = file.read_text(encoding="utf-8") if file else ""
    except (OSError, UnicodeDecodeError) as error:
        raise ApqaError(f"{file} cannot be read: save it as UTF-8, and allow it to be read") from error
    if "</" in text:
        raise ApqaError(f"{file} holds '</', which would end its place in the page: write it another way")
    return text


def _policy(style: str, script: str) -> str:
    """Write what the page may load: its own style and its own script, known by their hashes; no form goes anywhere."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _shown(entry: Entry) -> Mapping[str, object]:
    """Answer what the template is given of a provider: texts, and what the filters go by."""
    return {
        "name": entry.name,
        "summary": entry.summary,
        "purpose": entry.purpose,
        "ages": ages(entry),
        "youngest": entry.youngest,
        "oldest": entry.oldest,
        "days": [DAYS[day] for day in entry.days],
        "day_keys": " ".join(entry.days),
        "subjects": entry.subjects,
        "subject_keys": "|".join(map(_key, entry.subjects)),
        "qualifications": entry.qualifications,
        "areas": entry.areas,
        "registered": registered(entry),
        "registered_key": "" if entry.registered is None else ("yes" if entry.registered else "no"),
        "website": entry.website,
        "address": web_address(entry.website),
        "contact": entry.contact,
        "email": entry.email,
        "mailto": mail_address(entry.email),
        "phone": entry.phone,
        "dialled": "".join(sign for sign in entry.phone if sign in "+0123456789"),
    }


def web_address(text: str) -> str:
    """Answer the address a link may go to; empty where the text is none of the web's, and is shown as it stands."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    is_plain = parts.scheme in {"http", "https"} and parts.hostname and not parts.username and not parts.password
    return text if is_plain and text.isprintable() and " " not in text else ""


def mail_address(email: str) -> str:
    """Answer an e-mail address as a link has it: its signs before the @ mean nothing to the link."""
    before, _, behind = email.rpartition("@")
    return f"{quote(before, safe='')}@{behind}" if before else ""


def _key(subject: str) -> str:
    """Answer what a subject is filtered by; a stroke stands between subjects, so none stands in one."""
    return subject.casefold().replace("|", "/").strip()


def _subjects(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Answer every subject that is published, as it is filtered by and as it is shown, by name."""
    names: dict[str, str] = {}
    for entry in entries:
        for each in entry.subjects:
            names.setdefault(_key(each), each)
    return sorted(names.items())


def _days(entries: Sequence[Entry]) -> list[tuple[Weekday, str]]:
    """Answer the days of the week on which any is open, in the order of the week."""
    there = {day for entry in entries for day in entry.days}
    return [(day, name) for day, name in DAYS.items() if day in there]
