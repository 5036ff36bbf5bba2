"""The faults among a provider's checks before a placement, by the rule each line breaks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from apqa.questions.checks.verdict import provider_check
from apqa.questions.concern import is_of_concern
from apqa.rule import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.checks.line import Line
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


def broken(rule: str, provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Yield a fault for each line of the provider's checks that breaks a rule, waived ones included."""
    lines = situation.once(("lines", provider.id, situation.on), lambda: _by_rule(provider, situation))
    for line in lines.get(rule, ()):
        said, law = f"{line.title}: {line.says}", not line.can_be_waived
        yield Fault(provider, said, line.at, remedy=line.remedy, basis=line.basis, key=line.key, law=law)


def _by_rule(provider: Provider, situation: Situation) -> dict[str, list[Line]]:
    """Sort the lines of the checks that are owed for a provider by the rule each breaks: many rules ask for theirs."""
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    if is_of_concern(provider, situation):
        for line in provider_check(provider, situation).lines:
            lines[line.rule].append(line)
    return lines
