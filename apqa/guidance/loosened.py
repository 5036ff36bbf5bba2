"""Values of local policy that are looser than the law or statutory guidance, and therefore not used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.policy import WHOSE, is_looser, length_text
from apqa.guidance.requirements import cycle_entries, required_insurances
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.guidance.policy import AppliedPolicy
    from apqa.records.authority import Policy as Local


@dataclass(frozen=True, slots=True)
class Loosened:
    """A value of local policy that is looser than the law or statutory guidance, and therefore not used."""

    standing: Standing
    """Which of the two it is looser than."""

    at: tuple[str, ...]
    says: str


def loosened(policy: AppliedPolicy) -> tuple[Loosened, ...]:
    """Answer the values of a council's policy that are looser than what binds it on the day, and are not used."""
    local = policy.authority.policy if policy.authority else None
    return (*_cycles(policy, local), *_covers(local)) if local else ()


def _cycles(policy: AppliedPolicy, local: Local) -> Iterator[Loosened]:
    for entry in cycle_entries():
        decided = local.cycles.get(entry.key)
        if decided is not None and entry is policy.in_force(entry.key) and is_looser(decided.months, entry):
            whose = WHOSE[entry.standing]
            yield Loosened(
                entry.standing,
                ("policy", "cycles", entry.key),
                f"{entry.title} every {length_text(decided.months)} is looser than {whose} "
                f"{length_text(entry.months or 0, entry.weeks or 0)}: {whose} is used",
            )


def _covers(local: Local) -> Iterator[Loosened]:
    for entry in required_insurances():
        decided = local.minimum_cover.get(entry.kind)
        if decided and entry.minimum.standing is Standing.LAW and decided.pounds < entry.minimum.pounds:
            yield Loosened(
                Standing.LAW,
                ("policy", "minimum_cover", entry.kind.value),
                f"{entry.title} of £{decided.pounds:,} is below the law's £{entry.minimum.pounds:,}: the law's is used",
            )
