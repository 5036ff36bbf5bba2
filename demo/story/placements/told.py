"""The placements that tell something: each with its reason to be in the example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demo.story.placements.case import Case, Pupil, Weeks

if TYPE_CHECKING:
    from collections.abc import Iterator

_MON_TUE = ("mon", "tue")
_FOUR_DAYS = ("mon", "tue", "wed", "thu")


def told() -> Iterator[Case]:
    """Give every placement that tells something."""
    yield from _registration_problem()
    yield from _four_full_time()
    yield from _two_part_time()
    yield from _health()
    yield from _outside_the_list()
    yield from _looked_after()
    yield from _after_removal()
    yield from _older_and_younger()
    yield from _codes()


def _registration_problem() -> Iterator[Case]:
    """Tell of one pupil with a plan at Gasket Lane for two commissioners: 10 and 9.5 hours, together above 18."""
    pupil = Pupil("gasket two", "2011-12", "spring", "penhollow", "ehc_plan", plans=(("2024-03-11", ""),))
    yield Case(
        key="gasket academy",
        pupil=pupil,
        provider="gasket-lane",
        basis="school_other",
        weeks=(Weeks("2026-09-07", 10, _MON_TUE, breaks=1),),
        expected_end="2027-03-25",
        site="workshop",
    )
    yield Case(
        key="gasket council",
        pupil=pupil,
        provider="gasket-lane",
        basis="ehc_plan",
        by="council",
        weeks=(
            Weeks("2026-09-14", 9.5, ("wed", "thu"), ends="2026-10-04", breaks=1),
            Weeks("2026-10-05", 6, ("wed",), breaks=0.5),
        ),
        expected_end="2027-03-25",
        site="workshop",
    )


def _four_full_time() -> Iterator[Case]:
    """Tell of four pupils full-time at Tawnydell: no plan, none looked after, no headroom."""
    said = (
        ("2014-15", "fallowmere", "2026-09-07"),
        ("2015-16", "ottersedge", "2026-09-07"),
        ("2016-17", "tansy-lane", "2026-09-14"),
        ("2013-14", "hazelmarsh", "2026-06-08"),
    )
    for number, (cohort, school, starts) in enumerate(said, 1):
        third = ("spring", "summer", "autumn", "summer")[number - 1]
        pupil = Pupil(f"wood {number}", cohort, third, school, "sen_support")
        weeks: tuple[Weeks, ...] = (Weeks(starts, 20, _FOUR_DAYS, breaks=3),)
        if number == 4:  # noqa: PLR2004  the one who came before the summer, for fewer hours
            weeks = (
                Weeks(starts, 15, _FOUR_DAYS[:3], ends="2026-09-01", breaks=2),
                Weeks("2026-09-02", 20, _FOUR_DAYS, breaks=3),
            )
        yield Case(
            key=f"tawnydell full {number}",
            pupil=pupil,
            provider="tawnydell",
            basis="school_other",
            weeks=weeks,
            expected_end="2027-07-21",
            site="wood",
        )


def _two_part_time() -> Iterator[Case]:
    """Tell of a pupil whose full-time week is made of two part-time provisions and nothing else (QF-15)."""
    pupil = Pupil("two halves", "2011-12", "autumn", "ferrymans-reach", "sen_support", on_roll_since="2026-06-29")
    yield Case(
        key="two halves kitchen",
        pupil=pupil,
        provider="larder-nine",
        basis="la_exclusion",
        by="council",
        weeks=(Weeks("2026-09-10", 10, ("thu", "fri"), breaks=1),),
        expected_end="2027-07-21",
        site="kitchen",
    )
    yield Case(
        key="two halves farm",
        pupil=pupil,
        provider="kestrel-croft",
        basis="la_exclusion",
        by="council",
        weeks=(Weeks("2026-09-07", 17.25, ("mon", "tue", "wed"), breaks=1.25),),
        expected_end="2027-07-21",
        site="croft",
    )


def _health() -> Iterator[Case]:
    """Tell of a pupil on part-time tuition for health, reviewed every six weeks with the hospital school."""
    pupil = Pupil("for health", "2012-13", "summer", "brindlecombe", "sen_support", part_time="health")
    yield Case(
        key="part-time for health",
        pupil=pupil,
        provider="inkwell-ember",
        basis="la_health",
        by="council",
        weeks=(
            Weeks("2026-04-27", 5, ("tue", "thu"), ends="2026-10-04"),
            Weeks("2026-10-05", 8, ("tue", "wed", "thu")),
        ),
        expected_end="2027-03-25",
        site="homes",
    )


def _outside_the_list() -> Iterator[Case]:
    """Tell of one at a provider still in due diligence; at one nobody had checked; and the one the Tribunal named."""
    yield Case(
        key="unlisted",
        pupil=Pupil("unlisted", "2011-12", "summer", "cindervale", "none"),
        provider="oxbow-outdoors",
        basis="school_other",
        weeks=(Weeks("2026-10-14", 11, ("wed", "thu"), breaks=1),),
        expected_end="2027-02-12",
        site="basecamp",
    )
    yield Case(
        key="not checked",
        pupil=Pupil("not checked", "2012-13", "autumn", "fallowmere", "sen_support"),
        provider="bitmarsh",
        basis="school_other",
        weeks=(Weeks("2026-11-09", 10, ("wed", "thu"), breaks=1),),
        expected_end="2027-02-12",
        site="lab",
    )
    yield Case(
        key="tribunal",
        pupil=Pupil("tribunal", "2013-14", "spring", "", "ehc_plan", plans=(("2022-05-16", ""),)),
        provider="saffron-heath",
        basis="tribunal",
        by="council",
        weeks=(Weeks("2026-09-07", 12, ("mon", "tue", "thu"), breaks=1.5),),
        expected_end="2027-07-21",
        site="heath",
    )


def _looked_after() -> Iterator[Case]:
    """Tell of a looked-after pupil, with the personal education plan linked and the Virtual School asked."""
    pupil = Pupil("looked after", "2012-13", "spring", "greywether", "sen_support", looked_after=(("2023-10-02", ""),))
    yield Case(
        key="looked after",
        pupil=pupil,
        provider="harbour-loft",
        basis="school_direction",
        weeks=(Weeks("2026-09-08", 11, ("tue", "thu"), breaks=1),),
        expected_end="2027-02-12",
        site="loft",
    )


def _after_removal() -> Iterator[Case]:
    """Tell of two placements at Flintlock that ended with its removal; the pupils went on to other providers."""
    for letter, cohort, school, started, to in (
        ("a", "2010-11", "netherquay", "2025-11-03", "other_ap"),
        ("b", "2010-11", "copperthwaite", "2026-01-19", "other_ap"),
    ):
        yield Case(
            key=f"flintlock {letter}",
            pupil=Pupil(f"after-flintlock-{letter}", cohort, "autumn", school, "sen_support"),
            provider="flintlock-skills",
            basis="school_other",
            weeks=(Weeks(started, 11, _MON_TUE, breaks=1),),
            ends="2026-04-24",
            why_ended="provider_suspended",
            destination=to,
            expected_end="2026-07-22",
            site="centre",
        )


def _older_and_younger() -> Iterator[Case]:
    """Tell of pupils over compulsory school age; of primary age; below a school's registered age; a personal budget."""
    older = Pupil("post sixteen", "2009-10", "spring", "wickenbridge", "ehc_plan", plans=(("2021-01-18", ""),))
    yield Case(
        "post sixteen", older, "tidewell-college", "ehc_plan",
        (Weeks("2026-09-08", 18, ("tue", "thu", "fri"), breaks=1.5),), by="council", expected_end="2027-07-21",
        site="campus",
    )  # fmt: skip
    trade = Pupil("post sixteen trade", "2009-10", "autumn", "wickenbridge", "ehc_plan", plans=(("2023-02-06", ""),))
    yield Case(
        "post sixteen trade", trade, "plumbline-yard", "ehc_plan",
        (Weeks("2026-09-07", 18, ("mon", "tue", "wed"), breaks=1.5),), by="council", expected_end="2027-07-21",
        site="yard",
    )  # fmt: skip
    for number, school in enumerate(("larkspinney", "tansy-lane"), 1):
        young = Pupil(
            f"below age {number}", "2015-16" if number == 1 else "2016-17", "summer", school, "ehc_plan",
            plans=(("2025-02-03", ""),), also_at="rookhaven-school",
        )  # fmt: skip
        yield Case(
            f"below age {number}", young, "rookhaven-school", "school_other",
            (Weeks("2026-09-14", 12.5, ("mon", "tue"), breaks=1),), expected_end="2027-03-25", site="main",
        )  # fmt: skip
    budget = Pupil("budget", "2013-14", "autumn", "", "ehc_plan", plans=(("2023-09-04", ""),))
    yield Case(
        "personal budget", budget, "hedgepig-hollow", "personal_budget",
        (Weeks("2026-09-16", 8, ("mon", "wed"), breaks=1),), by="parent", expected_end="2027-07-21", site="sanctuary",
    )  # fmt: skip


def _codes() -> Iterator[Case]:
    """Tell of a council placement coded B where K belongs, a suspension, and one that begins in January."""
    wrong = Pupil("wrong code", "2012-13", "summer", "quillbrook", "ehc_plan", plans=(("2025-06-09", ""),))
    yield Case(
        "wrong code", wrong, "thimblespoke", "ehc_plan",
        (Weeks("2026-09-21", 10, ("mon", "wed"), breaks=1),), by="council", expected_end="2027-03-25", site="arches",
    )  # fmt: skip
    yield Case(
        "suspension", Pupil("suspension", "2011-12", "autumn", "hazelmarsh", "none"), "thimblespoke", "suspension",
        (Weeks("2026-11-16", 15, ("mon", "tue", "wed"), breaks=1.5),), expected_end="2026-12-04", site="arches",
    )  # fmt: skip
    yield Case(
        "next January", Pupil("january", "2013-14", "autumn", "quillbrook", "sen_support"), "magpie-kiln",
        "school_other", (Weeks("2027-01-06", 10, ("wed", "thu"), breaks=1),), expected_end="2027-05-28", site="studio",
    )  # fmt: skip
