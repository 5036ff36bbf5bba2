"""Everything asked of one placement, line by line: what the rules on placements find, and what they do not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.attendance_code import CodeAnswer, code_for
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.unread import is_of_provider, unread_lines
from apqa.questions.checks.verdict import ProviderCheck, Verdict, provider_check, waiver_for
from apqa.questions.package import Week, pupils_week
from apqa.records.kinds import AUTHORITY, PLACEMENT, PROVIDER, WAIVER
from apqa.rules import RULES
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.rule import Rule

_AFTER = "After the end"
_ALWAYS = frozenset({"What it is", "Provider"})

GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "What it is",
        (
            ("basis-does-not-fit-commissioner", "A legal ground its commissioner can use"),
            ("plan-placement-without-ehc-plan", "An EHC plan, where the ground is one"),
            ("eotas-is-not-alternative-provision", "Alternative provision as the guidance defines it"),
            ("pupil-status-not-recorded", "EHC plan and care recorded"),
            ("pupil-differs-between-placements", "The same of the pupil as in other placements"),
            ("special-needs-contradict-ehc-plan", "Special needs and EHC plan go together"),
            ("no-timetable-for-the-day", "A timetable for the day"),
            ("placement-past-its-end", "Within its agreed end"),
            ("unknown-site", "At a site of the provider"),
        ),
    ),
    (
        "Provider",
        (
            ("provider-not-open-to-placements", "Listed or registered, and open, when it started"),
            ("provider-not-checked-before-start", "Checked before the start, and recorded"),
            ("live-placement-with-suspended-provider", "The provider is not suspended or removed"),
            ("insurance-lapses-during-placement", "Insured to its end"),
        ),
    ),
    (
        "Plan",
        (
            ("placement-without-plan", "A personalised plan with objectives"),
            ("incomplete-objective", "Each objective with baseline, measure, target and day"),
            ("plan-without-assessment", "How progress is assessed and monitored"),
            ("plan-not-linked", "Linked to the pupil's other plans"),
            ("no-structured-programme", "A structured programme"),
            ("no-progression-route", "A way back to school or onward"),
        ),
    ),
    (
        "Agreement",
        (
            ("no-agreement-in-force", "A signed agreement in force"),
            ("incomplete-agreement", "Price, invoices and pupils' data agreed"),
        ),
    ),
    (
        "Both sides",
        (
            ("information-not-shared", "Needs and safeguarding information shared"),
            ("others-not-told", "Council, caseworker and Virtual School told or asked"),
            ("no-visit-before-referral", "Visited before the referral, or why not"),
            ("no-assurance-sought", "Assurance sought on safeguarding, safety and insurance"),
            ("no-induction", "An induction with health and safety"),
            ("risk-assessment-not-reviewed", "Risk assessment looked at by both sides"),
            ("no-named-person", "A named person on each side"),
            ("change-not-told", "Significant changes told to the other side"),
        ),
    ),
    (
        "Reviews",
        (
            ("review-overdue", "Reviewed within the cycle"),
            ("no-update-on-objectives", "Updates on the objectives"),
        ),
    ),
    (
        "The pupil's week",
        (
            ("part-time-without-reason", "A full week over all provisions, or a reason"),
            ("rest-of-week-not-recorded", "The rest of the week recorded"),
            ("part-time-not-reviewed", "Part-time reviewed in time"),
            ("part-time-for-another-reason", "Part-time for health only"),
        ),
    ),
    ("Attendance", (("wrong-attendance-code", "The right attendance code"),)),
    (_AFTER, (("ended-placement-not-completed", "Destination, achievements and the pupil's voice"),)),
)
"""The rules on placements in the order in which a person goes through them, with what each asks for in a few words."""

_RULES = {rule.name: rule for rule in RULES}
_STARTING = {
    Verdict.CLEAR: (State.MET, Effect.NONE),
    Verdict.CLEAR_WITH_CONDITIONS: (State.DUE_SOON, Effect.CONDITION),
    Verdict.CANNOT_TELL: (State.REVIEW, Effect.CANNOT_TELL),
    Verdict.DO_NOT_PLACE: (State.MISSING, Effect.STOP),
}
"""What the provider's verdict means for a placement that is still to come."""

_EFFECTS = {Severity.BREACH: Effect.STOP, Severity.CONCERN: Effect.STOP}


@dataclass(frozen=True, slots=True)
class PlacementCheck:
    """The answer for one placement on one day."""

    placement: Placement
    provider: Provider | None
    lines: tuple[Line, ...]
    """A line for each rule asked; its effect is STOP where something must be put right, CONDITION for a query."""

    provider_on_start: ProviderCheck | None
    """The provider's checks as they stand in the records for the placement's first day."""

    code: CodeAnswer
    week: Week
    on: date
    """The day asked about: the first day of the placement where that is still to come."""

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

    A placement that is still to come is asked about as of its first day, and may not start where the provider's
    checks do not allow it. What could not be read leaves the answer open.
    """
    asked_on = max(situation.on, placement.starts)
    to_come = asked_on > situation.on
    situation = situation.on_day(asked_on)
    provider = situation.records.provider(placement.provider)
    before = provider_check(provider, situation.on_day(placement.starts)) if provider else None
    of_provider = () if provider else tuple(_unknown_provider(placement, situation))
    starting = (*of_provider, *(_may_start(before) if to_come else ()))
    return PlacementCheck(
        placement,
        provider,
        (*_unread(placement, situation), *_lines(placement, situation, starting)),
        before,
        code_for(placement, situation),
        pupils_week(placement.pupil, situation),
        asked_on,
    )


def _unread(placement: Placement, situation: Situation) -> Iterator[Line]:
    """Say so where a record the answer may rest on could not be read."""
    needed = ((AUTHORITY, ""), (PROVIDER, placement.provider), (PLACEMENT, placement.pupil), (WAIVER, ""))
    return unread_lines(needed, situation)


def _unknown_provider(placement: Placement, situation: Situation) -> Iterator[Line]:
    """Say so where the provider a placement names is not in the records: then nobody has checked it."""
    records, provider_id = situation.records, placement.provider
    if any(is_of_provider(each, provider_id) for each in records.unreadable(PROVIDER, provider_id)):
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


def _may_start(before: ProviderCheck | None) -> Iterator[Line]:
    """Say whether the provider's checks, as they stand, allow a placement that is still to come."""
    title = "The provider may be placed with on the first day"
    line = Line("provider/first-day", "Provider", title, "QF-20", State.MET, "", basis="QF-20 to QF-27")
    if before is None:
        yield line.found(State.NOT_RECORDED, "the provider is not in the records", effect=Effect.CANNOT_TELL)
        return
    says = before.verdict.value.replace("_", " ")
    remedy = f"See `apqa check-provider {before.provider.id}`."
    state, effect = _STARTING[before.verdict]
    yield line.found(state, says, effect=effect, remedy=remedy if effect is not Effect.NONE else "")


def _lines(placement: Placement, situation: Situation, starting: tuple[Line, ...]) -> Iterator[Line]:
    for group, asked in GROUPS:
        for name, title in asked:
            yield from _asked(_RULES[name], group, title, placement, situation)
        yield from (line for line in starting if line.group == group)


def _does_not_apply(group: str, placement: Placement, on: date) -> str:
    """Say why nothing was found where there was nothing to look at: the placement has not begun, or is over."""
    if group == _AFTER:
        return "" if placement.end and placement.end.on < on else "it has not ended"
    if group in _ALWAYS or placement.is_live(on):
        return ""
    return f"not live on {plain(on)}"


def _asked(rule: Rule, group: str, title: str, placement: Placement, situation: Situation) -> Iterator[Line]:
    line = Line(
        key=rule.name,
        group=group,
        title=title,
        clause=rule.clauses[0],
        state=State.MET,
        says="",
        basis=rule.basis,
        standing=Standing.LAW if rule.law else Standing.FRAMEWORK,
    )
    faults = list(rule.check(placement, situation)) if rule.check else []
    if not faults:
        why = _does_not_apply(group, placement, situation.on)
        yield line.found(State.NOT_APPLICABLE, why) if why else line
    path = PLACEMENT.path(placement.id)
    waivers = [each for each in situation.records.waivers if each.record == path and each.covers(situation.on)]
    for fault in faults:
        waiver = None if rule.law else waiver_for(rule.name, fault.key, waivers)
        if waiver:
            said = f"{fault.message}; waived until {plain(waiver.ends)} by {waiver.approved_by}: {waiver.reason}"
            yield replace(line.found(State.WAIVED, said, rule=rule.name), waiver=waiver.id)
        else:
            unknown = rule.name.endswith("not-recorded")
            effect = Effect.CANNOT_TELL if unknown else _EFFECTS.get(rule.severity, Effect.CONDITION)
            state = State.NOT_RECORDED if unknown else State.MISSING
            remedy = fault.remedy or rule.remedy
            yield line.found(state, fault.message, effect=effect, rule=rule.name, remedy=remedy)
