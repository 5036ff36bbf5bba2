"""The records themselves: references between them, and local policy (QF-90)."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.guidance.loosened import loosened
from apqa.questions.references import references
from apqa.questions.unread import may_be_unread
from apqa.records.kinds import AUTHORITY, CALENDAR, KINDS, PLACEMENT, PROVIDER, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.authority import Authority
    from apqa.records.kinds import Kind
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit
    from apqa.rule import Path


@rule(
    about=None,
    severity=Severity.BREACH,
    clauses=("QF-90",),
    basis="QF-90",
    remedy="Correct the reference, or add the record it names.",
)
def unknown_reference(situation: Situation) -> Iterator[Fault]:
    """A record refers to one that does not exist.

    Answers would leave out what the reference was to bring in. A record that is there and could not be read is
    not said again here: its own findings are the cause. Where the records of single pupils are kept apart, what others
    refer to among them is not missed.
    """
    wanted: defaultdict[tuple[Kind, str], list[tuple[Any, Path]]] = defaultdict(list)
    known = {kind.name: {record.id for record in situation.records.all_of(kind)} for kind in KINDS}
    for kind in KINDS:
        for record in situation.records.all_of(kind):
            for target, target_id, at in references(record):
                if target_id not in known[target.name] and not _is_kept_apart(target, kind, situation):
                    wanted[target, target_id].append((record, at))
    for (target, target_id), places in wanted.items():
        if may_be_unread(target, target_id, situation):
            continue
        near = get_close_matches(target_id, sorted(known[target.name]), n=1)
        hint = f": did you mean {near[0]}?" if near else ""
        record, at = places[0]
        referring = len({id(each) for each, _ in places})
        others = f" ({referring} records refer to it)" if referring > 1 else ""
        yield Fault(record, f"there is no {target.name} {target_id}{hint}{others}", at, related=tuple(places[1:]))


def _is_kept_apart(target: Kind, referring: Kind, situation: Situation) -> bool:
    return target.pupil_level and not referring.pupil_level and not situation.records.keeps(target)


@rule(
    about=PLACEMENT,
    severity=Severity.BREACH,
    clauses=("QF-20", "QF-90"),
    basis="QF-90",
    remedy="Correct the site, or add it to the provider's sites.",
)
def unknown_site(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A placement is at a site the provider's record does not have, or that is not in use.

    A commissioner must know where the pupil is; every site counts, satellites too.
    """
    provider = situation.records.provider(placement.provider)
    if provider is None:
        return
    day = max(situation.on, placement.starts)
    for key, at in _sites_of(placement):
        site = provider.site(key)
        if site is None:
            sites = ", ".join(site.key for site in provider.sites) or "none"
            said = f"{provider.name} has no site {key}: its sites are {sites}"
            yield Fault(placement, said, at, related=((provider, ("sites",)),))
        elif placement.is_live(day) and key == placement.site_on(day) and not site.covers(day):
            said = f"{site.name} of {provider.name} is not in use on {plain(day)}"
            yield Fault(placement, said, at, related=((provider, ("sites", provider.sites.index(site))),))


def _sites_of(placement: Placement) -> Iterator[tuple[str, Path]]:
    """Answer each site a placement names, where it names it first."""
    named: dict[str, Path] = {placement.site: ("site",)} if placement.site else {}
    for number, week in enumerate(placement.timetable):
        if week.site:
            named.setdefault(week.site, ("timetable", number, "site"))
    yield from named.items()


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-90",),
    basis="QF-90",
    remedy="Correct the site, or add it to the provider's sites.",
)
def visit_to_unknown_site(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A visit was to a site the provider's record does not have.

    A look at one site says nothing of another, so it must be plain which one was seen.
    """
    provider = situation.records.provider(visit.provider)
    if provider is not None and visit.site is not None and provider.site(visit.site) is None:
        yield Fault(visit, f"{provider.name} has no site {visit.site}", ("site",), related=((provider, ("sites",)),))


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-21",),
    basis="QF-21; local policy",
    remedy="Correct the name, or have the council ask for it (authority.yaml, policy: policies).",
    rests_on=(AUTHORITY,),
)
def unknown_policy(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider's record holds a policy nobody asks for: the name may be misspelt.

    A misspelt name leaves the policy that is meant without evidence.
    """
    asked = {policy.key for policy in situation.policy.policies}
    known = situation.records.authority is not None
    for key in provider.policies if known else ():
        if key not in asked:
            near = get_close_matches(key, sorted(asked), n=1)
            yield Fault(
                provider,
                f"'{key}' is not asked for" + (f": did you mean '{near[0]}'?" if near else ""),
                ("policies", key),
            )


@rule(
    about=AUTHORITY,
    severity=Severity.BREACH,
    clauses=("QF-90",),
    basis="the law each value belongs to",
    remedy="Take it out or make it stricter: the law's own value is used.",
    law=True,
)
def policy_loosens_law(authority: Authority, situation: Situation) -> Iterator[Fault]:
    """Local policy is looser than the law. It is not used.

    A council may add to the framework and tighten it; what the law sets can only be made stricter.
    """
    return _loosened(authority, situation, Standing.LAW)


@rule(
    about=AUTHORITY,
    severity=Severity.CONCERN,
    clauses=("QF-90",),
    basis="the statutory guidance each value belongs to",
    remedy="Take it out or make it stricter: statutory guidance's own value is used.",
)
def policy_loosens_statutory_guidance(authority: Authority, situation: Situation) -> Iterator[Fault]:
    """Local policy is looser than statutory guidance. It is not used.

    Statutory guidance is followed unless there is good reason not to, case by case; a council may ask for more,
    and no policy of its own makes that guidance ask for less of every provider.
    """
    return _loosened(authority, situation, Standing.STATUTORY_GUIDANCE)


def _loosened(authority: Authority, situation: Situation, standing: Standing) -> Iterator[Fault]:
    for each in loosened(situation.policy):
        if each.standing is standing:
            yield Fault(authority, each.says, each.at)


@rule(
    about=None,
    severity=Severity.CONCERN,
    clauses=("QF-90",),
    basis="QF-90",
    remedy="Add authority.yaml: `apqa new authority`.",
)
def no_authority(situation: Situation) -> Iterator[Fault]:
    """The records do not say who keeps them: there is no authority.yaml.

    Without it apqa uses the framework's and the law's values alone, and no council's own.
    """
    if situation.records.authority is None and not situation.records.unreadable(AUTHORITY):
        for kind in KINDS:
            for record in situation.records.all_of(kind)[:1]:
                yield Fault(record, "there is no authority.yaml in the records folder")
                return


@rule(
    about=None,
    severity=Severity.ADVICE,
    clauses=("QF-50", "QF-90"),
    basis="QF-50",
    remedy="Add the year's calendar: `apqa new calendar`.",
    rests_on=(CALENDAR,),
)
def no_calendar(situation: Situation) -> Iterator[Fault]:
    """There is no calendar for the school year of the day.

    School days, reporting periods and due days follow from it; without one apqa does not guess.
    """
    records, on = situation.records, situation.on
    if records.authority and not any(each.covers(on) for each in records.calendars):
        yield Fault(records.authority, f"no calendar covers {plain(on)}")
