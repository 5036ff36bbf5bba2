"""What to ask about value for money: figures with their sources, beside like providers, and never a verdict."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.outcomes.of_year import Year
from apqa.questions.situation import Situation
from apqa.questions.value.costs import CHANGED, NO_PRICE, NO_SESSION_PRICE, NO_SESSIONS, Cost, cost_of
from apqa.questions.value.like import is_like, like_providers
from apqa.questions.value.measured import year_to_ask
from apqa.questions.value.questions import value_questions
from apqa.records.collection import Records
from apqa.records.kinds import PLACEMENT as PLACEMENTS
from tests.builders import (
    PLACEMENT,
    PROVIDER,
    SEEN,
    a_listing,
    a_placement,
    a_provider,
    a_report,
    a_self_assessment,
    a_whole_year,
    an_agreement,
    an_authority,
    an_offer,
    day,
    situation,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.questions.value.question import ValueQuestion
    from apqa.records.base import Record
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.records.termly_report import TermlyReport

ON = day("2026-11-03")
WEEK = {"starts": "2025-09-08", "hours_with_breaks": "12", "daytime": "yes", "days": ["mon", "tue"]}
SCORES = ("score", "rank", "poor value", "too dear", "too expensive", "good value", "best", "worst")


def priced(number: int = 1, provider: str = PROVIDER, **changes: Any) -> Placement:
    data = {
        "provider": provider,
        "starts": "2025-09-08",
        "timetable": [WEEK],
        "agreements": [an_agreement(starts="2025-09-08", pounds="80")],
    }
    return a_placement(number, **{**data, **changes})


def reported(number: int = 1, term: str = "2025-26-autumn", **changes: Any) -> TermlyReport:
    data = {
        "status": "submitted",
        "submitted_on": "2026-01-08",
        "sessions": {"possible": "40", "attended": "32"},
    }
    return a_report(f"{term}/PL-{number:05d}", **{**data, **changes})


def priced_provider(provider_id: str = PROVIDER, pounds: str = "80", **changes: Any) -> Provider:
    offer = an_offer(prices=[{"pounds": pounds, "unit": "day", "covers": "lunch"}])
    return a_provider(provider_id, **{"listing": [a_listing()], "offer": offer, **changes})


def asked(*records: Record, on: Any = ON, provider: str = PROVIDER) -> dict[str, ValueQuestion]:
    situation = Situation(Records.of(*records), on)
    found = situation.records.provider(provider)
    assert found is not None
    return {each.key: each for each in value_questions(found, situation)}


def cost(*records: Record) -> Cost:
    situation = Situation(Records.of(a_provider(), *records), ON)
    return cost_of(PROVIDER, situation, Year("2025-26", ON))


def three_like(*prices: str) -> Iterable[Record]:
    """Answer like providers, each with one placement that attended half of its sessions."""
    for number, pounds in enumerate(prices, 2):
        name = f"like-{number}"
        yield priced_provider(name, pounds)
        yield priced(number, name, agreements=[an_agreement(starts="2025-09-08", pounds=pounds)])
        yield reported(number, sessions={"possible": "40", "attended": "20"})


def test_an_attended_session_costs_what_all_sessions_cost_by_those_attended() -> None:
    found = cost(priced(), reported())
    assert found.agreed == 1600
    assert (found.possible, found.attended) == (40, 32)
    assert found.per_attended == Decimal(50)
    assert (found.placements, found.reports) == (1, 1)


def test_sums_are_made_over_sessions_and_not_over_placements() -> None:
    few = (priced(1), reported(1, sessions={"possible": "10", "attended": "1"}))
    many = (priced(2), reported(2, sessions={"possible": "90", "attended": "89"}))
    assert cost(*few, *many).per_attended == Decimal("44.44")


def test_where_nothing_was_attended_there_is_no_cost_of_an_attended_session() -> None:
    assert cost(priced(), reported(sessions={"possible": "40", "attended": "0"})).per_attended is None
    assert cost().per_attended is None


@pytest.mark.parametrize(
    ("placement", "report", "why"),
    [
        (priced(), reported(sessions=None), NO_SESSIONS),
        (priced(agreements=[]), reported(), NO_PRICE),
        (priced(agreements=[an_agreement(starts="2025-09-08", pounds=None)]), reported(), NO_PRICE),
        (priced(agreements=[an_agreement(starts="2026-02-01")]), reported(), NO_PRICE),
        (priced(agreements=[an_agreement(starts="2025-09-08", unit="term")]), reported(), NO_SESSION_PRICE),
    ],
)
def test_a_report_without_sessions_or_a_price_is_left_out_and_counted(
    placement: Placement, report: TermlyReport, why: str
) -> None:
    found = cost(placement, report)
    assert found.left_out == {why: 1}
    assert found.reports == 0


def test_a_price_that_changes_within_the_period_is_not_guessed() -> None:
    calendar = a_whole_year("2025-26")
    agreements = [
        an_agreement(starts="2025-09-08", ends="2025-10-24", pounds="80"),
        an_agreement(starts="2025-10-25", pounds="90"),
    ]
    assert cost(calendar, priced(agreements=agreements), reported()).left_out == {CHANGED: 1}
    # Without a calendar nobody knows the period: the price on the day the report was sent counts.
    assert cost(priced(agreements=agreements), reported()).agreed == 40 * 45


def test_a_placement_that_ended_is_priced_by_the_agreement_it_ended_with() -> None:
    ended = priced(
        end={"on": "2025-11-28", "reason": "as_planned"},
        agreements=[an_agreement(starts="2025-09-08", ends="2025-11-28", pounds="80")],
    )
    assert cost(ended, reported()).agreed == 1600


def test_providers_are_like_one_another_by_place_ages_and_size_whoever_is_asked() -> None:
    situation = Situation(Records.of(), ON)
    barn = a_provider()
    same = a_provider("same")
    outdoors = a_provider("outdoors", sites=[{"key": "x", "name": "X", "use": "outdoor", "starts": "2020-09-01"}])
    closed = a_provider(
        "closed", sites=[{"key": "x", "name": "X", "use": "teaching", "starts": "2020-09-01", "ends": "2025-09-01"}]
    )
    office = [{"key": "x", "name": "X", "use": "administration", "starts": "2020-09-01"}]
    younger = a_provider("younger", offer=an_offer(ages={"youngest": "5", "oldest": "12"}))
    twice = a_provider("twice", offer=an_offer(places="24"))
    larger = a_provider("larger", offer=an_offer(places="25"))
    answers = [
        (same, True),
        (outdoors, False),
        (closed, False),
        (a_provider("office", sites=office), False),
        (younger, False),
        (twice, True),
        (larger, False),
    ]
    for other, like in answers:
        assert is_like(barn, other, situation) is like, other.id
        assert is_like(other, barn, situation) is like, other.id


def test_ages_are_shared_by_half_of_those_either_takes_or_by_what_the_council_says() -> None:
    situation = Situation(Records.of(), ON)
    older = a_provider("older", offer=an_offer(ages={"youngest": "14", "oldest": "16"}))
    assert is_like(a_provider(), older, situation)
    stricter = an_authority(like_ages_share={"percent": "60", "reason": "as agreed"})
    assert not is_like(a_provider(), older, Situation(Records.of(stricter), ON))


def test_a_provider_that_was_turned_away_is_like_nobody() -> None:
    removed = a_provider("removed", listing=[a_listing("removed")])
    situation = Situation(Records.of(priced_provider(), removed, priced_provider("other")), ON)
    found = situation.records.provider(PROVIDER)
    assert found is not None
    assert [each.id for each in like_providers(found, situation)] == ["other"]


def test_the_questions_come_in_one_order_each_with_something_to_ask_and_no_verdict() -> None:
    found = asked(priced_provider(), priced(), reported(), *three_like("60", "70", "90"))
    assert list(found) == ["price", "attended", "outcomes", "dependence", "accounts", "review"]
    said = " ".join(text for each in found.values() for text in (each.says, each.asks, each.careful)).lower()
    assert all(each.asks.endswith("?") for each in found.values())
    assert not [word for word in SCORES if word in said]


def test_the_cost_of_an_attended_session_stands_beside_that_of_like_providers() -> None:
    found = asked(priced_provider(), priced(), reported(), *three_like("60", "70", "90"))["attended"]
    assert found.says == (
        "Each attended session of 2025-26 cost £50 by the agreements and reports; "
        "3 like providers: £60 to £90, median £70."
    )
    assert found.asks.startswith("What makes the difference?")
    like = next(each for each in found.figures if each.key == "like")
    assert like.number == Decimal(70)
    assert "of 3 with 3 placements" in like.says
    assert "no document defines it" in like.source


def test_a_price_above_all_like_ones_is_asked_what_the_difference_buys() -> None:
    found = asked(priced_provider(pounds="120"), *three_like("60", "70", "90"))["price"]
    assert found.says == "A session costs £60 by its own list of prices; 3 like providers: £30 to £45, median £35."
    assert found.asks.startswith("What does the difference buy?")
    within = asked(priced_provider(pounds="70"), *three_like("60", "70", "90"))["price"]
    assert within.asks == "What is in the price, and what is extra?"
    alike = asked(priced_provider(pounds="70"), *three_like("70", "70", "70"))["price"]
    assert "3 like providers: £35 each" in alike.says


@pytest.mark.parametrize(("prices", "said"), [((), "none have"), (("60",), "1 has"), (("60", "70"), "2 have")])
def test_too_few_like_providers_are_not_compared(prices: tuple[str, ...], said: str) -> None:
    found = asked(priced_provider(), priced(), reported(), *three_like(*prices))
    assert f"too few to compare ({said} the figure, and 3 are needed)" in found["attended"].says
    assert not [each for each in found["attended"].figures if each.key == "like"]


def test_the_council_says_how_many_like_providers_are_enough() -> None:
    policy = an_authority(like_providers={"number": "0", "reason": "as agreed"})
    assert "too few to compare" in asked(policy, priced_provider())["price"].says
    policy = an_authority(like_providers={"number": "1", "reason": "as agreed"})
    assert "1 like providers: £30 each" in asked(policy, priced_provider(), *three_like("60"))["price"].says


def test_figures_of_few_placements_say_that_they_are_for_the_council_alone() -> None:
    few = asked(priced_provider(), priced(), reported())
    assert few["attended"].careful == "rests on 1 placement, fewer than the small number (5): for the council alone"
    many = [record for number in range(1, 6) for record in (priced(number), reported(number))]
    assert not asked(priced_provider(), *many)["attended"].careful


def test_without_a_price_or_a_report_it_says_what_to_record() -> None:
    found = asked(a_provider())
    assert not found["price"].says
    assert "offer: prices" in found["price"].not_known[0]
    assert "termly reports with sessions" in found["attended"].not_known[0]
    assert len(found["outcomes"].not_known) == 4
    assert not found["outcomes"].says
    assert "none are kept here" in found["dependence"].not_known[-1]
    assert len(found["accounts"].not_known) == 3
    assert "finance: reviews" in found["review"].not_known[0]


def test_a_price_that_cannot_be_turned_into_sessions_is_shown_as_it_is() -> None:
    offer = an_offer(prices=[{"pounds": "3900", "unit": "term"}, {"pounds": "40", "unit": "session"}])
    found = asked(priced_provider(offer=offer))["price"]
    assert [each.says for each in found.figures] == ["£3,900 by the term", "£40 by the session"]
    assert "A session costs £40" in found.says
    assert "covers" in found.not_known[0]


def test_before_there_was_a_law_on_sessions_a_price_by_the_day_says_nothing_of_them() -> None:
    assert not asked(priced_provider(), on=day("1990-01-01"))["price"].says
    assert cost_of(PROVIDER, Situation(Records.of(), day("1990-01-01")), Year("1989-90", ON)).reports == 0


def test_reports_that_are_left_out_are_named_with_what_would_count_them() -> None:
    found = asked(priced_provider(), priced(1), reported(1), priced(2), reported(2, sessions=None))
    assert "1 termly report cost, without sessions: have their sessions reported" in found["attended"].not_known[0]
    unpriced = asked(priced_provider(), priced(1, agreements=[]), reported(1), priced(2, agreements=[]), reported(2))
    assert "2 termly reports cost, without an agreed price: record the price" in unpriced["attended"].not_known[1]


def test_attendance_below_that_of_all_like_providers_is_asked_about() -> None:
    few = reported(sessions={"possible": "40", "attended": "19"})
    found = asked(priced_provider(), priced(), few, *three_like("60", "70", "90"))["outcomes"]
    assert found.asks.startswith("Why is it less than with any like provider: sessions attended? What does a place")
    as_many = reported(sessions={"possible": "40", "attended": "20"})
    found = asked(priced_provider(), priced(), as_many, *three_like("60", "70", "90"))["outcomes"]
    assert found.asks.startswith("What does a place")


def test_outcomes_say_of_how_many_they_are() -> None:
    ended = priced(
        end={"on": "2026-03-27", "reason": "as_planned"},
        destination={
            "to": "fe_college",
            "on": "2026-04-13",
            "after_6_weeks": {"checked_on": "2026-05-25", "sustained": "yes"},
            "after_12_weeks": {"checked_on": "2026-07-06", "sustained": "yes"},
        },
    )
    objectives = [{"objective": "attend", "progress": "met"}, {"objective": "read", "progress": "on_track"}]
    found = asked(priced_provider(), ended, reported(objectives=objectives))["outcomes"]
    assert found.says == (
        "Of 2025-26: sessions attended: 80% of 40; objectives reached: 50% of 2; "
        "destinations that lasted 12 weeks, where that is known: 100% of 1."
    )
    assert [each.number for each in found.figures] == [Decimal(80), Decimal(50), Decimal(100)]


def test_the_last_year_that_is_over_is_asked_about_and_else_this_one_so_far() -> None:
    this = reported(term="2026-27-autumn", submitted_on="2026-10-30", sessions={"possible": "20", "attended": "18"})
    both = Situation(Records.of(priced_provider(), priced(), reported(), this), ON)
    assert year_to_ask(priced_provider(), both).name == "2025-26"
    only = Situation(Records.of(priced_provider(), priced(), this), ON)
    assert year_to_ask(priced_provider(), only).name == "2026-27"
    assert "of 2026-27 so far" in asked(priced_provider(), priced(), this)["attended"].says
    given = {each.key: each for each in value_questions(priced_provider(), both, Year("2026-27", ON))}
    assert "of 2026-27 so far" in given["attended"].says


def test_dependence_is_told_by_income_and_by_the_hours_of_these_records() -> None:
    provider = priced_provider(finance={"largest_commissioner": "64"})
    stated = a_self_assessment(figures={"finance": {"largest_commissioner": "50"}})
    parent = {"kind": "parent", "name": "parent"}
    families = [
        priced(number, commissioner=parent, basis="personal_budget", ehc_plans=[{"starts": "2024-01-01"}])
        for number in (3, 4)
    ]
    gone = priced(5, end={"on": "2026-07-17", "reason": "as_planned"})
    found = asked(provider, stated, priced(1), priced(2), *families, gone)["dependence"]
    assert [each.number for each in found.figures] == [Decimal(64), Decimal(50), Decimal("50.0")]
    assert found.says.startswith("64% of its income is from its largest commissioner; it states 50%")
    assert "(3 in all)" in found.says
    assert not found.not_known


def test_a_self_assessment_without_figures_states_nothing_of_income() -> None:
    found = asked(priced_provider(), a_self_assessment(), priced(1, timetable=[{**WEEK, "ends": "2026-07-17"}]))
    assert not found["dependence"].figures
    assert "largest_commissioner" in found["dependence"].not_known[0]


def test_accounts_say_what_was_filed_and_whether_the_next_are_late() -> None:
    finance = {"accounts_made_up_to": "2025-08-31", "accounts_due": "2026-05-31", "going_concern": SEEN}
    found = asked(priced_provider(finance=finance))["accounts"]
    assert found.says == (
        "The latest accounts filed run to 31 August 2025; the next were due by 31 May 2026, and are not recorded as "
        "filed; the statement that it can go on trading was seen on 2 July 2026 (AP/north-star)."
    )
    assert not found.not_known
    in_time = asked(priced_provider(finance={**finance, "accounts_due": "2026-11-03"}))["accounts"]
    assert "the next are due by 3 November 2026;" in in_time.says
    earlier = asked(priced_provider(finance=finance), on=day("2025-06-01"))["accounts"]
    assert [each.key for each in earlier.figures] == ["due"]


def test_the_last_review_says_what_was_concluded_and_when_it_is_due_again() -> None:
    review = {"on": "2026-03-25", "by": "manager", "value_for_money": "fair", "sustainable": "good", "reason": "steady"}
    found = asked(priced_provider(finance={"reviews": [review]}))["review"]
    assert found.says.startswith(
        "On 25 March 2026 value for money was found fair, sustainability good; it is due again"
    )
    assert found.figures[0].says == "steady (manager)"
    old = {**review, "on": "2019-03-25"}
    assert "was due again by" in asked(priced_provider(finance={"reviews": [old]}))["review"].says
    long_ago = {**review, "on": "2001-03-25"}
    assert asked(priced_provider(finance={"reviews": [long_ago]}), on=day("2001-04-01"))["review"].says.endswith(
        "good."
    )


def test_what_cannot_be_read_is_said_where_the_figures_rest_on_it() -> None:
    asked_of = situation(ON, priced_provider(), unreadable={PLACEMENTS: (PLACEMENT,)})
    found = {each.key: each for each in value_questions(priced_provider(), asked_of)}
    assert found["attended"].not_known[-1].endswith(f"mend placements/{PLACEMENT}.yaml")
    assert not found["accounts"].not_known[-1].startswith("what stands")
