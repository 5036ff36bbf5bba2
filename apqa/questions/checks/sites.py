"""Where a provider works with pupils: known, and in use (QF-20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, Line, State, asked

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.site import Site


def site_line(provider: Provider, situation: Situation) -> Line:
    """Answer where a provider works with pupils on the day. A pupil must not be sent nobody knows where."""
    line = asked(
        "sites",
        "Where it takes place",
        "The sites in use are known",
        "QF-20",
        basis="QF-20; Arranging alternative provision (February 2025), on sites",
        ask="the provider's named contact",
        at=("sites",),
    )
    in_use = [site.name for site in provider.sites if site.covers(situation.on)]
    if in_use:
        return line.found(State.MET, ", ".join(in_use))
    return line.found(
        State.NOT_RECORDED,
        _none(provider, situation.on),
        effect=Effect.CANNOT_TELL,
        rule="no-site-in-use",
        remedy="Ask where it works with pupils now, see the place, and record it (sites).",
    )


def _none(provider: Provider, on: date) -> str:
    """Say why no site is in use: none is recorded, or when each was or will be."""
    said = "; ".join(_when(site, on) for site in provider.sites)
    return f"none is in use on {plain(on)}: {said}" if said else "none is recorded"


def _when(site: Site, on: date) -> str:
    if site.ends is not None and site.ends < on:
        return f"{site.name} to {plain(site.ends)}"
    return f"{site.name} from {plain(site.starts)}"
