"""What keeps a note of visit, or a letter, from being handed over (QF-35, QF-57), and a provider from the directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.questions.circulation import sent_on
from apqa.rules import RULES
from apqa.rules.directory import directory_names_somebody
from apqa.rules.identifying import pupil_identified, pupil_may_be_recognised, told_in
from apqa.rules.run import Broken, as_findings, findings, findings_of, path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from apqa.finding import Finding, Place
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit
    from apqa.rule import Path


_ALWAYS = frozenset({pupil_identified.name, pupil_may_be_recognised.name})
"""The rules whose faults keep a note back even when it has gone out before."""


def found_in_note(visit: Visit, situation: Situation, place: Callable[[str, Path], Place]) -> tuple[Finding, ...]:
    """Answer every fault of a visit by which a note is not handed over, the worst first; waived ones too."""
    asked = [rule for rule in RULES if rule.holds_back_note]
    of_all = findings(situation, place, [rule for rule in asked if not rule.about])
    here = [each for each in of_all if each.place.path == path_of(visit)]
    found = [*findings_of(visit, situation, place, asked), *here]
    return tuple(sorted(found, key=lambda each: (each.severity.rank, each.order)))


def holding_back(found: tuple[Finding, ...], visit: Visit, situation: Situation) -> tuple[Finding, ...]:
    """Answer which of these faults keep the note from being handed over: all that nothing answers.

    A note that went out is handed over as it went, whatever a rule would have asked of it before: it cannot be mended
    any more but by an amendment. Only a breach, such as a change, keeps it back then, and whatever may say who a pupil
    is: to have been sent once is no reason to send that again.
    """
    went_out = visit.note is not None and sent_on(visit.note, situation.on) is not None
    standing = (each for each in found if not each.is_answered)
    return tuple(each for each in standing if not went_out or each.severity is Severity.BREACH or each.rule in _ALWAYS)


def found_in_letters(
    plan: ActionPlan, ways: Iterable[Path], situation: Situation, place: Callable[[str, Path], Place]
) -> tuple[Finding, ...]:
    """Answer every sign of who a pupil is in the texts of an action plan that letters carry; answered ones too."""
    carried = {place(path_of(plan), way) for way in ways}
    found = findings(situation, place, (pupil_identified, pupil_may_be_recognised)) if carried else ()
    return tuple(
        sorted((each for each in found if each.place in carried), key=lambda each: (each.severity.rank, each.order))
    )


def holding_back_from_directory(
    provider: Provider, situation: Situation, place: Callable[[str, Path], Place]
) -> tuple[Finding, ...]:
    """Answer what in the texts that would be published of a provider may say who somebody is, and nothing answers.

    What is published cannot be taken back. So a provider of which anything is found is not published at all: a text
    with a hole in it would show where to look.
    """
    from apqa.questions.directory.unfit import is_published_at

    told = (Broken(rule, fault) for rule, fault in told_in(provider, situation) if is_published_at(provider, fault.at))
    named = findings_of(provider, situation, place, [directory_names_somebody])
    found = [*as_findings(told, situation, place), *named]
    return tuple(
        sorted((each for each in found if not each.is_answered), key=lambda each: (each.severity.rank, each.order))
    )
