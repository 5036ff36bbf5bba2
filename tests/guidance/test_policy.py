"""Law, guidance and the framework as a council applies them on a day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.guidance.loosened import loosened
from apqa.guidance.policy import AppliedPolicy, Cycle, _number_of
from apqa.guidance.requirements import cycle_entries, required_insurances
from apqa.records.authority import Decision
from apqa.vocabulary.provider import InsuranceKind
from apqa.vocabulary.standing import Standing
from tests.builders import ON, an_authority, day

EMPLOYERS = InsuranceKind.EMPLOYERS_LIABILITY
LEAST = {entry.kind: entry for entry in required_insurances()}
BY_LAW = [entry for entry in cycle_entries() if entry.standing is Standing.LAW]


def applied(on: str = ON.isoformat(), **policy: Any) -> AppliedPolicy:
    return AppliedPolicy(an_authority(**policy) if policy else None, day(on))


def cycle(key: str, on: str = ON.isoformat(), **policy: Any) -> Cycle:
    found = applied(on, **policy).cycle(key)
    assert found is not None
    return found


def decided(**changes: Any) -> dict[str, Any]:
    return {"reason": "the committee decided", **changes}


@pytest.mark.parametrize(
    ("key", "on", "standing"),
    [
        pytest.param("kcsie", "2026-11-23", Standing.STATUTORY_GUIDANCE, id="kcsie"),
        pytest.param("attendance", "2024-08-18", Standing.GUIDANCE, id="attendance-before-it-was-statutory"),
        pytest.param("attendance", "2024-08-19", Standing.STATUTORY_GUIDANCE, id="attendance-since"),
        pytest.param("magna_carta", "2026-11-23", Standing.FRAMEWORK, id="no-such-document"),
    ],
)
def test_a_document_is_as_binding_as_on_the_day(key: str, on: str, standing: Standing) -> None:
    assert applied(on).standing_of(key) is standing


class TestCycles:
    """How often something is due again."""

    def test_come_from_guidance_until_the_council_decides(self) -> None:
        found = cycle("dsl_training")
        assert (found.months, found.standing, found.length) == (24, Standing.STATUTORY_GUIDANCE, "24 months")
        assert found.next_due(day("2024-11-03")) == day("2026-11-03")

    def test_may_be_weeks(self) -> None:
        found = cycle("half_termly_review")
        assert (found.length, found.next_due(day("2026-09-07"))) == ("8 weeks", day("2026-11-02"))

    @pytest.mark.parametrize("months", ["6", "36"], ids=["stricter", "looser"])
    def test_of_other_guidance_are_the_councils_to_change_with_a_reason(self, months: str) -> None:
        found = cycle("policies", cycles={"policies": decided(months=months)})
        assert (found.months, found.standing, found.confirmed) == (int(months), Standing.LOCAL_POLICY, True)
        assert found.basis.startswith("local policy: the committee decided (voluntary national standards")
        assert found.title == "Review of policies"

    @pytest.mark.parametrize(
        ("key", "months", "applied_length", "standing"),
        [
            pytest.param("dsl_training", "12", "12 months", Standing.LOCAL_POLICY, id="stricter"),
            pytest.param("dsl_training", "24", "24 months", Standing.LOCAL_POLICY, id="the-same"),
            pytest.param("dsl_training", "25", "24 months", Standing.STATUTORY_GUIDANCE, id="looser"),
            pytest.param("dsl_training", "600", "24 months", Standing.STATUTORY_GUIDANCE, id="fifty-years"),
            pytest.param("half_termly_review", "1", "1 month", Standing.LOCAL_POLICY, id="a-month-for-weeks"),
            pytest.param("half_termly_review", "2", "8 weeks", Standing.STATUTORY_GUIDANCE, id="two-months-for-eight"),
        ],
    )
    def test_of_statutory_guidance_can_only_be_made_shorter(
        self, key: str, months: str, applied_length: str, standing: Standing
    ) -> None:
        found = cycle(key, cycles={key: decided(months=months)})
        assert (found.length, found.standing) == (applied_length, standing)

    def test_of_weeks_become_months_where_the_council_says_so(self) -> None:
        assert cycle("half_termly_review", cycles={"half_termly_review": decided(months="1")}).length == "1 month"

    def test_of_the_council_apply_from_their_day_on(self) -> None:
        local = {"dsl_training": decided(months="12", starts="2026-11-04")}
        assert cycle("dsl_training", cycles=local).months == 24
        assert cycle("dsl_training", "2026-11-04", cycles=local).months == 12

    @pytest.mark.parametrize("entry", BY_LAW, ids=lambda entry: entry.key)
    def test_of_law_can_only_be_made_shorter(self, entry: Any) -> None:
        looser, same, stricter = entry.months + 1, entry.months, entry.months - 1
        months = [
            cycle(entry.key, cycles={entry.key: decided(months=str(number))}).months
            for number in (looser, same, stricter)
        ]
        assert months == [entry.months, entry.months, stricter]
        assert cycle(entry.key, cycles={entry.key: decided(months=str(looser))}).standing is Standing.LAW

    def test_of_the_councils_own_have_no_other_ground(self) -> None:
        found = cycle("minibus_checks", cycles={"minibus_checks": decided(months="3")})
        assert (found.title, found.basis) == ("Minibus checks", "local policy: the committee decided")

    def test_that_nobody_knows_are_none(self) -> None:
        assert applied().cycle("minibus_checks") is None
        assert applied("2013-12-31").cycle("policies") is None

    @given(key=st.sampled_from([entry.key for entry in cycle_entries()]), months=st.integers(1, 600))
    def test_of_law_are_never_loosened(self, key: str, months: int) -> None:
        law, local = cycle(key), cycle(key, cycles={key: decided(months=str(months))})
        if law.standing in {Standing.LAW, Standing.STATUTORY_GUIDANCE}:
            assert local.next_due(ON) <= law.next_due(ON)
        else:
            assert local.months == months


class TestCover:
    """The least an insurance must cover."""

    def test_comes_from_law_or_custom_until_the_council_decides(self) -> None:
        by_law = applied().cover(LEAST[EMPLOYERS])
        assert (by_law.pounds, by_law.standing, by_law.confirmed) == (Decimal(5_000_000), Standing.LAW, True)
        by_custom = applied().cover(LEAST[InsuranceKind.PUBLIC_LIABILITY])
        assert (by_custom.standing, by_custom.confirmed) == (Standing.LOCAL_POLICY, False)

    @given(pounds=st.integers(0, 20_000_000))
    def test_of_law_is_never_lowered(self, pounds: int) -> None:
        local = {"employers_liability": decided(pounds=str(pounds))}
        found = applied(minimum_cover=local).cover(LEAST[EMPLOYERS])
        assert found.pounds == max(pounds, 5_000_000)
        assert (found.standing is Standing.LAW) is (pounds < 5_000_000)

    def test_of_the_council_is_its_own_to_set(self) -> None:
        policy = applied(minimum_cover={"public_liability": decided(pounds="1")})
        found = policy.cover(LEAST[InsuranceKind.PUBLIC_LIABILITY])
        assert (found.pounds, found.basis, found.confirmed) == (
            Decimal(1),
            "local policy: the committee decided",
            True,
        )

    def test_of_other_insurances_is_what_the_council_sets(self) -> None:
        local = {"motor": decided(pounds="5000000", starts="2026-11-04")}
        assert applied().local_cover(InsuranceKind.MOTOR) is None
        assert applied(minimum_cover=local).local_cover(InsuranceKind.MOTOR) is None
        found = applied("2026-11-04", minimum_cover=local).local_cover(InsuranceKind.MOTOR)
        assert found is not None
        assert found.pounds == Decimal(5_000_000)


class TestSettings:
    """Numbers no law fixes."""

    def test_come_with_apqa_until_the_council_decides(self) -> None:
        found = applied().setting("warning_days")
        assert (found.value, found.basis, found.confirmed) == (Decimal(42), "six weeks", False)
        assert applied().days("warning_days") == timedelta(days=42)

    @pytest.mark.parametrize(
        ("key", "local", "value"),
        [
            pytest.param("warning_days", {"days": "7"}, "7", id="days"),
            pytest.param("small_number", {"number": "10"}, "10", id="a-number"),
            pytest.param("full_time_hours", {"hours": "26:15"}, "26.25", id="hours"),
            pytest.param("nearly_all_share", {"percent": "66.5"}, "66.5", id="a-share"),
        ],
    )
    def test_are_the_councils_own_with_a_reason(self, key: str, local: dict[str, str], value: str) -> None:
        policy: dict[str, Any] = {key: decided(**local)}
        found = applied(**policy).setting(key)
        assert (found.value, found.basis, found.confirmed) == (
            Decimal(value),
            "local policy: the committee decided",
            True,
        )

    def test_of_the_council_apply_from_their_day_on(self) -> None:
        local = decided(days="7", starts="2026-11-04")
        assert applied(warning_days=local).days("warning_days") == timedelta(days=42)
        assert applied("2026-11-04", warning_days=local).days("warning_days") == timedelta(days=7)

    def test_are_numbers_and_nothing_else(self) -> None:
        with pytest.raises(TypeError, match="Decision"):
            _number_of(Decision(reason="no number at all"))


def test_a_council_without_policy_loosens_nothing() -> None:
    assert loosened(applied()) == ()
    assert loosened(AppliedPolicy(an_authority(), ON)) == ()


def test_what_is_looser_than_what_binds_is_named() -> None:
    policy = applied(
        cycles={"gas_safety": decided(months="24"), "dsl_training": decided(months="48")},
        minimum_cover={"employers_liability": decided(pounds="1000000"), "public_liability": decided(pounds="1")},
    )
    assert [(each.standing, each.at, each.says) for each in loosened(policy)] == [
        (
            Standing.STATUTORY_GUIDANCE,
            ("policy", "cycles", "dsl_training"),
            (
                "Training of designated safeguarding leads and deputies every 48 months is looser than statutory "
                "guidance's 24 months: statutory guidance's is used"
            ),
        ),
        (
            Standing.LAW,
            ("policy", "cycles", "gas_safety"),
            "Gas safety every 24 months is looser than the law's 12 months: the law's is used",
        ),
        (
            Standing.LAW,
            ("policy", "minimum_cover", "employers_liability"),
            "Employers' liability insurance of £1,000,000 is below the law's £5,000,000: the law's is used",
        ),
    ]


def test_what_is_as_strict_is_not_named() -> None:
    policy = applied(
        cycles={"gas_safety": decided(months="12"), "half_termly_review": decided(months="1")},
        minimum_cover={"employers_liability": decided(pounds="5000000")},
    )
    assert loosened(policy) == ()


def test_a_law_that_does_not_apply_yet_is_not_loosened() -> None:
    local = applied(cycles={"ico_registration": decided(months="24")})
    assert [each.at[-1] for each in loosened(local)] == ["ico_registration"]
    assert loosened(AppliedPolicy(local.authority, date(2018, 5, 24))) == ()
