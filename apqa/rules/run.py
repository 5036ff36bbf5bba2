"""Asking the rules: every rule of every record, and waivers that answer what they find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.checks.verdict import waiver_for
from apqa.records.kinds import KINDS, kind_of
from apqa.rules import RULES
from apqa.rules.unread import may_be_kept_from, unread_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from apqa.finding import Finding, Place
    from apqa.questions.situation import Situation
    from apqa.records.base import Record
    from apqa.records.waiver import Waiver
    from apqa.rule import Fault, Path, Rule


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule, and a fault it found."""

    rule: Rule
    fault: Fault


def faults(situation: Situation, rules: Iterable[Rule] = RULES) -> Iterator[Broken]:
    """Ask every rule of every record it is about, and of the situation as a whole.

    A rule that rests on a record which cannot be read is not asked: that is said once, where it is.
    """
    rules = tuple(rules)
    doubtful = may_be_kept_from(rules, situation)
    for rule in rules:
        if not rule.about and rule.check and not (rule.name in doubtful and unread_by(rule, None, situation)):
            for fault in rule.check(situation):
                yield Broken(rule, fault)
    for kind in KINDS:
        asked = [(rule, rule.check) for rule in rules if rule.about == kind.name and rule.check]
        if not asked:
            continue
        for record in situation.records.all_of(kind):
            for rule, check in asked:
                if rule.name in doubtful and unread_by(rule, record, situation):
                    continue
                for fault in check(record, situation):
                    yield Broken(rule, fault)


def path_of(record: Record) -> str:
    """Answer where a record is kept, below the records folder."""
    return kind_of(record).path(record.id)


def findings(
    situation: Situation, place: Callable[[str, Path], Place], rules: Iterable[Rule] = RULES
) -> Iterator[Finding]:
    """Put every fault the way the user sees it, with its place, and answered by a waiver where one covers it."""
    waivers = [waiver for waiver in situation.records.waivers if waiver.covers(situation.on)]
    for broken in faults(situation, rules):
        yield _finding(broken, waivers, place)


def as_findings(
    found: Iterable[Broken], situation: Situation, place: Callable[[str, Path], Place]
) -> Iterator[Finding]:
    """Put faults that were found before the way the user sees them, as `findings` does."""
    waivers = [waiver for waiver in situation.records.waivers if waiver.covers(situation.on)]
    for broken in found:
        yield _finding(broken, waivers, place)


def findings_of(
    record: Record, situation: Situation, place: Callable[[str, Path], Place], rules: Iterable[Rule] = RULES
) -> Iterator[Finding]:
    """Put every fault that the rules about one record find in it, as `findings` does, without asking of any other."""
    waivers = [waiver for waiver in situation.records.waivers if waiver.covers(situation.on)]
    for rule in rules:
        if rule.about == kind_of(record).name and rule.check and not unread_by(rule, record, situation):
            for fault in rule.check(record, situation):
                yield _finding(Broken(rule, fault), waivers, place)


def _finding(broken: Broken, waivers: list[Waiver], place: Callable[[str, Path], Place]) -> Finding:
    rule, fault = broken.rule, broken.fault
    path = path_of(fault.record)
    related = [place(path_of(record), at) for record, at in fault.related]
    finding = rule.finding(fault.message, place(path, fault.at), related, remedy=fault.remedy, basis=fault.basis)
    if fault.answer:
        return finding.answered(fault.answer)
    answered = [waiver for waiver in waivers if waiver.record == path] if not (rule.law or fault.law) else []
    waiver = waiver_for(rule.name, fault.key, answered)
    return finding.waived(waiver.id) if waiver else finding
