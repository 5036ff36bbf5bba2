"""Everything asked of one placement, line by line: what the rules on placements find, and what the record shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.guidance.editions import documents
from apqa.questions.attendance_code import CodeAnswer, code_for
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.unread import unread_lines
from apqa.questions.checks.verdict import waiver_for
from apqa.questions.package import Week, pupils_week
from apqa.questions.placement_checks.first_day import FirstDay, first_day
from apqa.questions.placement_checks.found import cannot_be_read
from apqa.questions.placement_checks.provider import insured, provider_unread, without_provider
from apqa.records.kinds import AUTHORITY, PLACEMENT, PROVIDER, WAIVER
from apqa.rules import RULES
from apqa.rules.placement_groups import AFTER, GROUPS
from apqa.rules.unread import unread_by
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.placement_checks.found import Found
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.records.waiver import Waiver
    from apqa.rule import Fault, Rule
    from apqa.rules.placement_groups import Asked

_ALWAYS = frozenset({"What it is", "Provider"})
"""The groups whose questions say themselves what applies to a placement that is over."""

_RULES = {rule.name: rule for rule in RULES}
_GRAVE = frozenset({Severity.BREACH, Severity.CONCERN})


@dataclass(frozen=True, slots=True)
class PlacementCheck:
    """The answer for one placement on one day."""

    placement: Placement
    provider: Provider | None
    lines: tuple[Line, ...]
    """A line for each rule asked; its effect is STOP where something must be put right, CONDITION for a query."""

    provider_on_start: FirstDay | None
    """How the provider's checks stood on the placement's first day; none without the provider's record."""

    code: CodeAnswer
    week: Week
    as_of: date
    """The day the checks are made for: the day asked, or the placement's first day where that is still to come."""

    @property
    def verdict(self) -> Effect:
        """Answer what the lines add up to: the gravest effect of any."""
        effects = {line.effect for line in self.lines}
        return next((effect for effect in Effect if effect in effects), Effect.NONE)

    @property
    def severity(self) -> Severity | None:
        """Answer the gravest severity among what was found; none where nothing was."""
        found = [_severity(line) for line in self.lines if line.effect is not Effect.NONE]
        return min(found, key=lambda severity: severity.rank, default=None)


def _severity(line: Line) -> Severity:
    """Answer how bad a line is: as its rule says, or by what it means where it breaks none."""
    if line.rule:
        return _RULES[line.rule].severity
    return {Effect.STOP: Severity.BREACH, Effect.CANNOT_TELL: Severity.CONCERN}.get(line.effect, Severity.QUERY)


def placement_check(placement: Placement, situation: Situation) -> PlacementCheck:
    """Ask every rule on placements of one placement, and the provider's checks of its first day.

    A placement that is still to come is asked about as of its first day. None is in order where the provider's checks
    do not allow its start, or cannot tell. What could not be read leaves the answer open.
    """
    as_of = max(situation.on, placement.starts)
    to_come = as_of > situation.on
    situation = situation.on_day(as_of)
    provider = situation.records.provider(placement.provider)
    started = first_day(placement, provider, situation, to_come=to_come) if provider else None
    of_provider = (
        *(() if provider else _unknown_provider(placement, situation)),
        _insured(placement, situation),
        _may_start(placement, situation, started),
    )
    return PlacementCheck(
        placement,
        provider,
        (*_unread(placement, situation), *_lines(placement, situation, of_provider)),
        started,
        code_for(placement, situation),
        pupils_week(placement.pupil, situation),
        as_of,
    )


def _unread(placement: Placement, situation: Situation) -> Iterator[Line]:
    """Say so where a record the answer may rest on could not be read."""
    needed = ((AUTHORITY, ""), (PROVIDER, placement.provider), (PLACEMENT, placement.pupil), (WAIVER, ""))
    return unread_lines(needed, situation)


def _unknown_provider(placement: Placement, situation: Situation) -> Iterator[Line]:
    """Say so where the provider a placement names is not in the records: then nobody has checked it."""
    records, provider_id = situation.records, placement.provider
    if provider_unread(placement, situation):
        return
    line = Line("provider/known", "Provider", "The provider is in the records", "QF-20", State.MET, "", basis="QF-90")
    if not records.keeps(PROVIDER):
        yield line.found(
            State.NOT_RECORDED,
            f"no providers are recorded here, so nothing is known of {provider_id}",
            effect=Effect.CANNOT_TELL,
            remedy="Name the records folder that holds the providers.",
        )
        return
    near = get_close_matches(provider_id, [each.id for each in records.providers], n=1)
    yield line.found(
        State.MISSING,
        f"there is no provider {provider_id}" + (f": did you mean {near[0]}?" if near else ""),
        effect=Effect.STOP,
        rule="unknown-reference",
        remedy=_RULES["unknown-reference"].remedy,
    )


def _insured(placement: Placement, situation: Situation) -> Line:
    """Say whether the provider is insured on the day, as its own checks have it."""
    title = "Insured on the day, with evidence seen"
    line = Line("provider/insured", "Provider", title, "QF-22", State.MET, "", basis="QF-22, QF-34")
    return _as_found(line, insured(placement, situation), effect=Effect.NONE)


def _may_start(placement: Placement, situation: Situation, started: FirstDay | None) -> Line:
    """Say whether the provider's checks, as they stood on the first day, allow the placement."""
    title = "The provider may be placed with on the first day"
    line = Line("provider/first-day", "Provider", title, "QF-20", State.MET, "", basis="QF-20 to QF-27")
    if started is None:
        return _as_found(line, without_provider(placement, situation), effect=Effect.CANNOT_TELL)
    effect, provider = started.effect, started.check.provider.id
    remedy = f"See `apqa check-provider {provider} --on {started.on}`." if effect is not Effect.NONE else ""
    return replace(line.found(started.state, started.says, effect=effect, remedy=remedy), at=("provider",))


def _lines(placement: Placement, situation: Situation, of_provider: tuple[Line, ...]) -> Iterator[Line]:
    path = PLACEMENT.path(placement.id)
    waivers = tuple(each for each in situation.records.waivers if each.record == path and each.covers(situation.on))
    for group, asked in GROUPS:
        for each in asked:
            yield from _asked(each, group, placement, situation, waivers)
        yield from (line for line in of_provider if line.group == group)


def _does_not_apply(group: str, placement: Placement, on: date) -> str:
    """Say why there is nothing to look at: the placement has not begun, or is over."""
    if group == AFTER:
        return "" if placement.end and placement.end.on < on else "it has not ended"
    if group in _ALWAYS or placement.is_live(on):
        return ""
    return f"not live on {plain(on)}"


def _asked(
    asked: Asked, group: str, placement: Placement, situation: Situation, waivers: tuple[Waiver, ...]
) -> Iterator[Line]:
    """Ask the rule; where it finds no fault, say what the record shows, and no more than that.

    What rests on a record that cannot be read is open, whatever the others come to.
    """
    rule = _RULES[asked.rule]
    standing = _standing(rule, situation.on)
    line = Line(rule.name, group, asked.title, rule.clauses[0], State.MET, "", basis=rule.basis, standing=standing)
    unread = unread_by(rule, placement, situation)
    faults = list(rule.check(placement, situation)) if rule.check and not unread else []
    for fault in faults:
        yield _answered(_failed(line, rule, fault), rule, fault.key, waivers)
    if faults:
        return
    if why := _does_not_apply(group, placement, situation.on):
        yield line.found(State.NOT_APPLICABLE, why)
    else:
        # What is not recorded weighs as the fault would that it may hide.
        effect = Effect.CANNOT_TELL if rule.severity in _GRAVE or _is_unknown(rule) else Effect.CONDITION
        found = cannot_be_read(unread) if unread else asked.find(placement, situation)
        yield _answered(_as_found(line, found, effect=effect), rule, "", waivers)


def _standing(rule: Rule, on: date) -> Standing:
    """Answer how binding a requirement is on the day, as the words for its ground say: guidance as its edition is."""
    if rule.law:
        return Standing.LAW
    guidance = next((each for each in documents() if rule.basis.startswith(each.title)), None)
    return guidance.standing_on(on) if guidance else Standing.FRAMEWORK


def _is_unknown(rule: Rule) -> bool:
    """Answer whether a fault of the rule is that nobody knows."""
    return rule.name.endswith("not-recorded")


def _weight(rule: Rule) -> Effect:
    """Answer what a fault of the rule means for the placement."""
    return Effect.STOP if rule.severity in _GRAVE else Effect.CONDITION


def _failed(line: Line, rule: Rule, fault: Fault) -> Line:
    unknown = _is_unknown(rule)
    effect = Effect.CANNOT_TELL if unknown else _weight(rule)
    state = State.NOT_RECORDED if unknown else State.MISSING
    failed = line.found(state, fault.message, effect=effect, rule=rule.name, remedy=fault.remedy or rule.remedy)
    return replace(failed, at=fault.at)


def _as_found(line: Line, found: Found, *, effect: Effect) -> Line:
    """Answer a line with what the record shows; `effect` is what it means where that is not recorded."""
    settled = found.state in {State.MET, State.NOT_APPLICABLE}
    rule, remedy = found.rule, found.remedy
    if found.state is State.MISSING and found.effect is None:
        rule, effect = line.key, _weight(_RULES[line.key])
        remedy = _RULES[rule].remedy
    return replace(
        line.found(
            found.state,
            found.says,
            effect=Effect.NONE if settled else found.effect or effect,
            rule=rule,
            remedy=remedy,
            due=found.due,
            evidence=found.evidence,
        ),
        at=found.at,
    )


def _answered(line: Line, rule: Rule, key: str, waivers: tuple[Waiver, ...]) -> Line:
    """Answer a line that is open with the waiver of its rule, where there is one. Law is never waived."""
    waiver = None if rule.law or line.effect is Effect.NONE else waiver_for(rule.name, key, waivers)
    if waiver is None:
        return line
    said = f"{line.says}; waived until {plain(waiver.ends)} by {waiver.approved_by}: {waiver.reason}"
    return replace(line.found(State.WAIVED, said, rule=rule.name), waiver=waiver.id)
