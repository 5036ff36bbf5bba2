"""What there is to explain: a rule, a clause, a check before a placement, an attendance code, a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.display.coverage import WORDS, covering
from apqa.guidance.clauses import clause, clauses
from apqa.guidance.days import plain
from apqa.guidance.editions import document
from apqa.guidance.requirements import required_insurances, required_policies, safety_entries
from apqa.records.kinds import PROVIDER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from apqa.guidance.attendance_law import CodeEntry
    from apqa.guidance.editions import Document, EditionEntry
    from apqa.questions.coverage import ClauseCoverage
    from apqa.rule import Rule
    from apqa.vocabulary.standing import Standing

_CHECKS = {
    "registration": "QF-20",
    "policies": "QF-21",
    "central_record": "QF-21",
    "insurance": "QF-22",
    "assessment": "QF-23",
    "curriculum": "QF-24",
    "safeguarding": "QF-25",
    "attendance": "QF-26",
    "references": "QF-27",
    "safety": "QF-34",
    "listing": "QF-04",
}
"""The clause behind each group of checks before a placement, by the first part of a check's key."""


class Subject(StrEnum):
    """What there is to explain."""

    RULE = "rule"
    CLAUSE = "clause"
    CHECK = "check"
    CODE = "attendance code"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing explained: what it is, why, and the facts about it."""

    kind: Subject
    """What is explained."""

    name: str
    title: str
    text: str
    facts: Mapping[str, str]
    """What there is to know beside it, each fact by its name, in order."""

    clauses: Mapping[str, str] = field(default_factory=dict)
    """The clauses behind it, each with its text."""

    example: str = ""
    """What apqa says where the rule is broken."""

    next: str = ""
    """The command to run next."""

    on: date | None = None
    """The day it is explained for; none where it is the same on every day."""


def of_rule(rule: Rule, example: str = "") -> Explanation:
    """Explain a rule: why it is asked, on what ground, and how to put a fault right."""
    facts = {
        "Severity": rule.severity.value,
        "Asked of": f"every {rule.about}" if rule.about else ("the records as a whole" if rule.check else "every file"),
        "May be waived": _may_be_waived(rule),
        "Basis": rule.basis,
        "Remedy": rule.remedy,
    }
    behind = [found for each in rule.clauses if (found := clause(each))]
    return Explanation(
        kind=Subject.RULE,
        name=rule.name,
        title=rule.title,
        text=rule.why,
        facts={name: text for name, text in facts.items() if text},
        clauses={each.id: f"{each.title}. {each.text}" for each in behind},
        example=example,
        next="apqa check" if rule.check is None else f"apqa check {_folder(rule.about)}".strip(),
    )


def _may_be_waived(rule: Rule) -> str:
    """Say whether a rule's faults may be waived: of a provider that turns on what the check at fault rests on."""
    if rule.check is None:
        return "no: the record itself is at fault"
    if rule.law:
        return "no: it states law"
    said = "yes, by a record with a reason, an approver and an end"
    return f"{said}; not where the check rests on law or statutory guidance" if rule.about == PROVIDER.name else said


def _folder(about: str) -> str:
    from apqa.records.kinds import kind_named

    kind = kind_named(about.replace(" ", "-"))
    return kind.folder if kind else ""


def of_clause(one: ClauseCoverage) -> Explanation:
    """Explain a clause: what it says, and what covers it."""
    judged = one.clause.judged_by_person
    facts = {
        "Section of the framework": one.clause.section,
        "How far it is covered": WORDS[one.how_far],
        **{name.capitalize(): text for name, text in covering(one)},
        "How it is judged": judged.how if judged else "",
        "Where the records keep it": ", ".join(one.clause.fields),
    }
    return Explanation(
        kind=Subject.CLAUSE,
        name=one.clause.id,
        title=one.clause.title,
        text=one.clause.text,
        facts={name: text for name, text in facts.items() if text},
        next=f"apqa rules --clause {one.clause.id}" if one.rules else "apqa coverage",
    )


def of_code(entry: CodeEntry, oldest: CodeEntry, note: str, on: date) -> Explanation:
    """Explain an attendance code: as it stands on a day, and since when there is one."""
    return Explanation(
        kind=Subject.CODE,
        name=entry.code,
        title=entry.title,
        text=entry.means,
        facts={"In use": _in_use(entry, oldest), "Basis": entry.basis, "The framework's wording": note},
        next="apqa attendance-code PLACEMENT",
        on=on,
    )


def _in_use(entry: CodeEntry, oldest: CodeEntry) -> str:
    since = _since(oldest)
    return since if entry == oldest else f"{since}; on its present basis {_since(entry)}"


def _since(entry: CodeEntry) -> str:
    day = f"since {plain(entry.in_force_from)}" if entry.in_force_from else "always"
    return day if entry.confirmed else f"{day} (day not confirmed)"


def of_document(key: str, on: date) -> Explanation | None:
    """Explain the short name of a document that policies cite, with the edition of a day; none where there is none."""
    found = document(key)
    if found is None:
        return None
    return Explanation(
        kind=Subject.DOCUMENT,
        name=found.key,
        title=found.title,
        text=f"Policies cite it by its short name and the edition in force, in quotes{_to_cite(found, on)}",
        facts={
            "Standing": _binding(found.standing_of(found.current(on) or found.editions[-1])),
            "In force": _in_force(found, on),
            "Editions": "; ".join(_dated(found, each, on) for each in found.editions),
        },
        next="apqa rules --clause QF-42",
        on=on,
    )


def _to_cite(found: Document, on: date) -> str:
    """Say what is cited on a day, to follow a sentence; where apqa does not know it, that it does not."""
    current = found.current(on)
    if current is None:
        return f". Which one that was on {plain(on)}, apqa does not know: the first it knows came later."
    cited = f'{found.key}: "{current.edition}"'
    if found.is_expected(on):
        return f". The last one apqa knows is {cited}; on {plain(on)} there may be a newer one."
    return f": {cited}."


def _in_force(found: Document, on: date) -> str:
    current = found.current(on)
    if current is None:
        return "not known"
    since = f"{current.edition}, since {_first_day(current)}"
    return f"not known; the last apqa knows is {since}" if found.is_expected(on) else since


def _dated(found: Document, entry: EditionEntry, on: date) -> str:
    """Write an edition with its first day, and how binding it is where that is not as its document otherwise."""
    standing = found.standing_of(entry)
    own = _binding(standing) if standing is not found.standing else ""
    return f"{entry.edition} from {_first_day(entry, own, 'not yet in force' if entry.in_force_from > on else '')}"


def _first_day(entry: EditionEntry, *remarks: str) -> str:
    said = ", ".join(filter(None, (*remarks, "" if entry.confirmed else "day not confirmed")))
    return plain(entry.in_force_from) + (f" ({said})" if said else "")


def _binding(standing: Standing) -> str:
    return standing.value.replace("_", " ")


def of_check(key: str) -> Explanation | None:
    """Explain the key of a check before a placement, such as policies/anti_bullying; none where it is none."""
    group, _, name = key.partition("/")
    behind = clause(_CHECKS.get(group, ""))
    title = _titles().get(group, {name: name.replace("_", " ").capitalize()}).get(name)
    if behind is None or not title:
        return None
    return Explanation(
        kind=Subject.CHECK,
        name=key,
        title=title,
        text="One of the checks before a placement. A waiver of its rule may name it: "
        f"check: {key}. `apqa check-provider PROVIDER` shows what was found.",
        facts={},
        clauses={behind.id: f"{behind.title}. {behind.text}"},
        next=f"apqa rules --clause {behind.id}",
    )


def _titles() -> dict[str, dict[str, str]]:
    return {
        "policies": {each.key: each.title for each in required_policies()},
        "insurance": {each.kind.value: each.title for each in required_insurances()},
        "safety": {each.item: each.title for each in safety_entries()},
    }


def titled(title: str) -> str:
    """Answer the name of the check or document with that title, however it is spelt; empty where there is none."""
    from apqa.guidance.editions import documents

    by_title = {_words(each.title): each.key for each in documents()}
    for group, titles in _titles().items():
        for key, each in titles.items():
            by_title |= {_words(each): f"{group}/{key}", _words(key): f"{group}/{key}"}
    return by_title.get(_words(title), "")


def _words(text: str) -> str:
    """Write a text in small letters, with nothing but spaces between its words."""
    return " ".join(re.findall(r"\w+", text.lower().replace("_", " ")))


def names(rules: Callable[[], list[str]]) -> list[str]:
    """Answer every name that can be explained, for suggestions."""
    from apqa.guidance.editions import documents

    checks = [f"{group}/{key}" for group, titles in _titles().items() for key in titles]
    return [*rules(), *(each.id for each in clauses()), *checks, *(each.key for each in documents())]
