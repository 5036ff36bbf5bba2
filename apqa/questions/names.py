"""Names that may be chosen freely in a record, and that nobody knows: misspelt, they count for nothing (QF-90)."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from apqa.guidance.editions import documents
from apqa.guidance.requirements import cycle_entries, required_policies, safety_entries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from apqa.questions.situation import Situation
    from apqa.records.authority import Authority
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment
    from apqa.rule import Path

    StrangeName = tuple[Path, str]
    """Where a name stands that nobody knows, and what may be meant."""

ROLES = {
    "designated_officer": "The officer who looks after alternative provision.",
    "virtual_school": "The Virtual School, for looked-after children.",
    "lado": "The council's designated officer for allegations.",
    "senior_manager": "The manager to whom concerns are escalated.",
}
"""The roles at a council that have a meaning here, and what each is. A council may have others."""

_SURELY = 0.85
"""How like a known name another must be to be taken for a slip, where a council may choose names of its own."""


def unknown_policy_values(authority: Authority) -> Iterator[StrangeName]:
    """Answer the cycles and documents of local policy that guidance does not know, so that nothing rests on them."""
    policy = authority.policy
    cycles = dict.fromkeys(each.key for each in cycle_entries())
    known = dict.fromkeys(each.key for each in documents())
    yield from _strange(("policy", "cycles"), policy.cycles, cycles, "is no cycle, and nothing is held against it")
    yield from _strange(("policy", "editions"), policy.editions, known, "is no document that apqa knows")


def doubtful_names(authority: Authority) -> Iterator[StrangeName]:
    """Answer the names of a council's own choosing that are so like a known one that this may be meant."""
    policy = authority.policy
    for at, names, known in (
        (("roles",), authority.roles, ROLES.keys()),
        (("policy", "policies"), policy.policies, {each.key for each in required_policies()}),
        (("policy", "safety_items"), policy.safety_items, {each.item for each in safety_entries()}),
    ):
        for name in names:
            if name not in known and (near := get_close_matches(name, sorted(known), n=1, cutoff=_SURELY)):
                yield (*at, name), f"'{name}' is taken for a name of your own: did you mean '{near[0]}'?"


def unknown_safety_items(provider: Provider, situation: Situation) -> Iterator[StrangeName]:
    """Answer the health and safety items of a provider that neither guidance nor the council knows."""
    authority = situation.records.authority
    known = {each.item for each in safety_entries()} | set(authority.policy.safety_items if authority else ())
    for number, item in enumerate(provider.health_and_safety):
        for _, says in _strange((), [item.item], known, "is not asked for"):
            yield ("health_and_safety", number, "item"), says


def unknown_criteria(assessment: SelfAssessment) -> Iterator[StrangeName]:
    """Answer the codes a self-assessment rates that are no criterion's."""
    from apqa.guidance.criteria import every_criterion

    known = {each.code for each in every_criterion()}
    yield from _strange(("ratings",), assessment.ratings, known, "is no criterion")


def _strange(at: Path, names: Iterable[str], known: Collection[str], why: str) -> Iterator[StrangeName]:
    for name in names:
        if name not in known:
            near = get_close_matches(name, sorted(known), n=1)
            yield (*at, name), f"'{name}' {why}" + (f": did you mean '{near[0]}'?" if near else "")
