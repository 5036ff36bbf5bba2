"""What there is to explain: a rule, a clause, a check before a placement, an attendance code, a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apqa.display.coverage import WORDS, covering
from apqa.guidance.clauses import clause, clauses
from apqa.guidance.days import plain
from apqa.guidance.editions import document
from apqa.guidance.requirements import required_insurances, required_policies, safety_entries

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


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing explained: what it is, why, and the facts about it."""

    kind: str
    """What is explained: "rule", "clause", "check", "attendance code", "document"."""

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


def of_rule(rule: Rule, example: str = "") -> Explanation:
    """Explain a rule: why it is asked, on what ground, and how to put a fault right."""
    waived = "no: it states law" if rule.law else "yes, by a record with a reason, an approver and an end"
    facts = {
        "Severity": rule.severity.value,
        "Asked of": f"every {rule.about}" if rule.about else ("the records as a whole" if rule.check else "every file"),
        "May be waived": waived if rule.check else "no: the record itself is at fault",
        "Basis": rule.basis,
        "Remedy": rule.remedy,
    }
    behind = [found for each in rule.clauses if (found := clause(each))]
    return Explanation(
        kind="rule",
        name=rule.name,
        title=rule.title,
        text=rule.why,
        facts={name: text for name, text in facts.items() if text},
        clauses={each.id: f"{each.title}. {each.text}" for each in behind},
        example=example,
        next="apqa check" if rule.check is None else f"apqa check {_folder(rule.about)}".strip(),
    )


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
        kind="clause",
        name=one.clause.id,
        title=one.clause.title,
        text=one.clause.text,
        facts={name: text for name, text in facts.items() if text},
        next=f"apqa rules --clause {one.clause.id}" if one.rules else "apqa coverage",
    )


def of_code(entry: CodeEntry, oldest: CodeEntry, note: str) -> Explanation:
    """Explain an attendance code: as it stands, and since when there is one."""
    return Explanation(
        kind="attendance code",
        name=entry.code,
        title=entry.title,
        text=entry.means,
        facts={"In use": _in_use(entry, oldest), "Basis": entry.basis, "The framework's wording": note},
        next="apqa attendance-code PLACEMENT",
    )


def _in_use(entry: CodeEntry, oldest: CodeEntry) -> str:
    since = _since(oldest)
    return since if entry == oldest else f"{since}; on its present basis {_since(entry)}"


def _since(entry: CodeEntry) -> str:
    day = f"since {plain(entry.in_force_from)}" if entry.in_force_from else "always"
    return day if entry.confirmed else f"{day} (day not confirmed)"


def of_document(key: str, on: date | None = None) -> Explanation | None:
    """Explain the short name of a document that policies cite, with the edition of a day; none where there is none."""
    found = document(key)
    if found is None:
        return None
    cited = (found.current(on) if on else None) or found.editions[-1]
    return Explanation(
        kind="document",
        name=found.key,
        title=found.title,
        text=f'Policies cite it by its short name and an edition in quotes: {found.key}: "{cited.edition}".',
        facts={"Standing": _binding(found.standing_of(cited)), "Editions": _editions(found)},
        next="apqa rules --clause QF-42",
    )


def _editions(found: Document) -> str:
    return "; ".join(
        f"{each.edition} from {plain(each.in_force_from)}{_remarks(found, each)}" for each in found.editions
    )


def _remarks(found: Document, edition: EditionEntry) -> str:
    """Say how binding an edition is where that is not as its document otherwise, and that its day is not confirmed."""
    standing = found.standing_of(edition)
    own = [_binding(standing)] if standing is not found.standing else []
    said = own if edition.confirmed else [*own, "day not confirmed"]
    return f" ({', '.join(said)})" if said else ""


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
        kind="check",
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
