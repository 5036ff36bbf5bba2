"""Where the provider stands: the list, the verdict, who it is, its checks, the registration question."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from apqa.display.provider.blocks import Facts, Grid, Points, Words
from apqa.display.provider_check.lines import style_of
from apqa.display.provider_check.words import STATES, VERDICTS, facts, law_used, sentence, short, tally
from apqa.display.registration.words import ANSWERS, headroom
from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, State
from apqa.questions.package import hours_text
from apqa.questions.value.sums import pounds_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.provider.answer import ProviderPage
    from apqa.display.provider.blocks import Block
    from apqa.questions.checks.line import Line
    from apqa.records.site import Site

_WORST_FIRST = (Effect.STOP, Effect.CANNOT_TELL, Effect.CONDITION, Effect.NONE)
_MEANS = {Effect.STOP: "stands in the way", Effect.CANNOT_TELL: "cannot be told", Effect.CONDITION: "condition"}


def standing(page: ProviderPage) -> Iterator[Block]:
    """Say the verdict in a sentence with what stands in the way, and where the provider stands."""
    check = page.check
    yield Words(sentence(check))
    yield Facts((("Verdict", VERDICTS[check.verdict]), *facts(check)))


def identity(page: ProviderPage) -> Iterator[Block]:
    """Say who the provider is, where it works, whom to ask and what it offers."""
    provider, offer = page.provider, page.provider.offer
    known = provider.identity
    numbers = (
        ("company", known.company_number),
        ("charity", known.charity_number),
        ("URN", known.urn),
        ("UKPRN", known.ukprn),
        ("Information Commissioner", known.ico_number),
        ("Ofsted", known.ofsted_number),
    )
    form = known.legal_form.value.replace("_", " ")
    week = offer.week
    hours = f"{hours_text(week.hours_with_breaks)} hours a week at most"
    prices = "; ".join(f"{pounds_text(each.pounds)} by the {each.unit}" for each in offer.prices)
    rows = [
        ("Legal form", f"{form}, {known.proprietor}" if known.proprietor else form),
        ("Numbers", ", ".join(f"{name} {number}" for name, number in numbers if number) or "none recorded"),
        *(("Contact", ", ".join(filter(None, (c.role, c.name, c.email, c.phone)))) for c in provider.contacts[:1]),
        ("Sites", "; ".join(_site(each) for each in provider.sites if each.covers(page.on)) or "none in use"),
        ("Purpose", offer.purpose),
        ("Offers", f"ages {offer.ages.youngest} to {offer.ages.oldest}, {offer.places} places, {hours}"),
        ("Price", prices or "not recorded"),
    ]
    yield Facts(tuple(rows))


def _site(site: Site) -> str:
    run = f", run by {site.run_by}" if site.run_by else ""
    where = f", {site.address.postcode}" if site.address else ""
    return f"{site.name} ({site.use.value.replace('_', ' ')}{where}{run})"


def checks(page: ProviderPage) -> Iterator[Block]:
    """Put the checks that are not simply met in a table, the worst first, and the others in a line a group."""
    lines = page.check.check.lines
    yield Words(tally(page.check))
    open_ones = sorted((each for each in lines if _is_open(each)), key=lambda each: _WORST_FIRST.index(each.effect))
    if open_ones:
        yield Grid(
            "Checks that are not met, the worst first",
            ("State", "Check", "Found"),
            tuple((_state(each), f"{each.title} ({each.clause})", _found(each)) for each in open_ones),
            (3, 5, 8),
            tuple(style_of(each) for each in open_ones),
        )
    met = [f"{group} {len(members)}" for group, found in groupby(lines, _group) if (members := _met(tuple(found)))]
    if met:
        yield Words(f"Met: {', '.join(met)}.", aside=True)


def _group(line: Line) -> str:
    return line.group


def _met(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(each for each in lines if not _is_open(each))


def _is_open(line: Line) -> bool:
    return line.effect is not Effect.NONE or line.state is not State.MET


def _state(line: Line) -> str:
    means = _MEANS.get(line.effect, "")
    return f"{STATES[line.state]}: {means}" if means else STATES[line.state]


def _found(line: Line) -> str:
    due = f"; due {short(line.due)}" if line.due and plain(line.due) not in line.says else ""
    return f"{line.says.rstrip('. ')}{due}"


def registration(page: ProviderPage) -> Iterator[Block]:
    """Say whether it must register and because of whom, the room that is left, and when the answer changes."""
    answer = page.registration.requirement
    yield Facts(
        (
            ("Answer", ANSWERS[answer.requirement]),
            ("Room for", headroom(answer)),
            ("Next change", next_change(page)),
            ("Law", law_used(page.check).removeprefix("Law used: ")),
        )
    )
    if answer.because:
        yield Points(tuple(answer.because))
    if answer.missing:
        yield Words(f"Not recorded: {'; '.join(answer.missing)}.", aside=True)


def next_change(page: ProviderPage) -> str:
    """Say when the answer to the registration question changes next, by what is recorded, and to what."""
    coming = next((each for each in page.registration.timeline or () if each.starts > page.on), None)
    if coming is None:
        return "none is recorded"
    why = next(iter(coming.answer.because), "")
    return f"from {plain(coming.starts)}: {ANSWERS[coming.answer.requirement]}" + (f" ({why})" if why else "")
