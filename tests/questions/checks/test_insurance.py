"""Insurance: held on the day, for enough, and running on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.checks.insurance import covered_until, insurance_lines
from apqa.questions.checks.line import Effect, Line, State
from apqa.records.insurance import Insurance
from apqa.vocabulary.standing import Standing
from tests.builders import ON, SEEN, a_provider, an_authority, an_insurance, line_of, situation

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.provider import Provider

NONE, CONDITION, CANNOT_TELL, STOP = Effect.NONE, Effect.CONDITION, Effect.CANNOT_TELL, Effect.STOP
EMPLOYERS_LAW = "Employers' Liability (Compulsory Insurance) Regulations 1998 reg.3"
SHORTLY_BEFORE = {**SEEN, "on": "2027-02-15"}
ABSENT = {"on": "2026-09-07", "by": "officer"}
NOBODY = {"reason": "the owner works alone", "on": "2026-09-07", "by": "officer"}


def insured(*held: dict[str, Any], **more: Any) -> Provider:
    return a_provider(identity={"legal_form": "sole_trader"}, insurance={"held": held, **more})


def lines(provider: Provider, *records: Record, on: str = ON.isoformat()) -> list[Line]:
    return list(insurance_lines(provider, situation(on, provider, *records)))


def line(*held: dict[str, Any], on: str = ON.isoformat(), policy: Record | None = None, **more: Any) -> Line:
    records = [policy] if policy else []
    return line_of("insurance/public_liability", lines(insured(*held, **more), *records, on=on))


def test_three_insurances_are_asked_for() -> None:
    found = lines(a_provider())
    assert [each.key for each in found] == [
        "insurance/public_liability",
        "insurance/professional_indemnity",
        "insurance/employers_liability",
    ]
    assert {(each.state, each.effect, each.rule) for each in found} == {
        (State.NOT_RECORDED, CANNOT_TELL, "insurance-not-recorded")
    }
    assert [each.can_be_waived for each in found] == [True, True, False]


def test_one_that_is_held_and_was_seen_is_met() -> None:
    found = line(an_insurance())
    assert (found.state, found.effect, str(found.due)) == (State.MET, NONE, "2027-03-31")
    assert found.says.startswith("£10,000,000 with Harbour Mutual; the document, seen on 2 July 2026")
    assert found.at == ("insurance", "held", 0)


def test_one_of_which_nobody_saw_the_certificate_cannot_be_told() -> None:
    found = line(an_insurance(evidence=None))
    assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "insurance-not-recorded")
    assert found.says.endswith("no evidence is recorded")


def test_one_that_was_asked_for_and_is_not_held_stops() -> None:
    found = line(absent=[{**ABSENT, "kind": "public_liability"}])
    assert (found.state, found.effect, found.rule) == (State.MISSING, STOP, "missing-insurance")
    assert found.says == "asked for on 7 September 2026 and not held"
    noted = line(absent=[{**ABSENT, "kind": "public_liability", "note": "cancelled by the insurer"}])
    assert noted.says == "asked for on 7 September 2026 and not held: cancelled by the insurer"
    other = line(absent=[{**ABSENT, "kind": "professional_indemnity"}])
    assert other.state is State.NOT_RECORDED


@pytest.mark.parametrize(
    ("on", "state", "effect", "says"),
    [
        pytest.param(
            "2026-09-06",
            State.NOT_RECORDED,
            CANNOT_TELL,
            "not held when asked for on 2 October 2026, after the day asked about",
            id="the-day-before",
        ),
        pytest.param("2026-09-07", State.MISSING, STOP, "asked for on 7 September 2026 and not held", id="that-day"),
        pytest.param("2026-10-02", State.MISSING, STOP, "asked for on 2 October 2026 and not held", id="asked-again"),
    ],
)
def test_one_that_was_asked_for_is_absent_from_that_day_on(on: str, state: State, effect: Effect, says: str) -> None:
    absent = [{**ABSENT, "kind": "public_liability", "on": asked} for asked in ("2026-10-02", "2026-09-07")]
    found = line(on=on, absent=absent)
    assert (found.state, found.effect, found.says) == (state, effect, says)


def test_one_that_starts_later_only_stops() -> None:
    found = line(an_insurance(starts="2026-12-01"), an_insurance(starts="2026-11-04"))
    assert (found.state, found.effect, found.rule) == (State.MISSING, STOP, "missing-insurance")
    assert found.says == "it starts on 4 November 2026 only"


def seen_then(on: str, **changes: Any) -> dict[str, Any]:
    return an_insurance(evidence={**SEEN, "on": on}, **changes)


class TestFoundAbsentLater:
    """What was found last counts: an insurance is not held from the day it was asked for and was not there."""

    absent: ClassVar[list[dict[str, str]]] = [{**ABSENT, "kind": "public_liability"}]
    asked = "asked for on 7 September 2026 and not held"
    recorded = "recorded is £10,000,000 with Harbour Mutual, from 1 April 2026 to 31 March 2027"
    seen = "the document, seen on 2 July 2026 by commissioning officer"

    @pytest.mark.parametrize(
        ("on", "state", "effect", "rule"),
        [
            pytest.param("2026-09-06", State.MET, NONE, "", id="the-day-before"),
            pytest.param("2026-09-07", State.MISSING, STOP, "missing-insurance", id="that-day"),
            pytest.param("2027-03-31", State.MISSING, STOP, "missing-insurance", id="its-last-day"),
            pytest.param("2027-04-01", State.MISSING, STOP, "missing-insurance", id="once-it-had-run-out-anyway"),
        ],
    )
    def test_stops_from_that_day_on(self, on: str, state: State, effect: Effect, rule: str) -> None:
        found = line(an_insurance(), on=on, absent=self.absent)
        assert (found.state, found.effect, found.rule) == (state, effect, rule)

    def test_is_said_with_what_is_recorded_all_the_same(self) -> None:
        smaller = an_insurance(cover="1000000")
        found = line(smaller, an_insurance(), absent=self.absent)
        assert found.says == f"{self.asked}; {self.recorded}; {self.seen}"
        assert (found.at, found.due) == (("insurance", "absent", 0), None)
        assert found.evidence is not None
        assert found.remedy == "Have the provider insure itself, and record the certificate."

    @pytest.mark.parametrize(
        ("seen", "state"),
        [
            pytest.param("2026-09-06", State.MISSING, id="before"),
            pytest.param("2026-09-07", State.MISSING, id="the-same-day"),
            pytest.param("2026-09-08", State.MET, id="the-day-after"),
            pytest.param("2026-11-03", State.MET, id="the-day-asked-about"),
            pytest.param("2026-11-04", State.MISSING, id="after-the-day-asked-about"),
        ],
    )
    def test_is_answered_by_a_certificate_that_was_seen_after_it(self, seen: str, state: State) -> None:
        found = line(seen_then(seen), absent=self.absent)
        assert found.state is state
        assert found.at[1] == ("held" if state is State.MET else "absent")

    @pytest.mark.parametrize(
        ("changes", "says"),
        [
            pytest.param({"evidence": None}, f"{recorded}; no evidence is recorded", id="that-nobody-has-seen"),
            pytest.param(
                {"starts": "2027-02-01", "evidence": {**SEEN, "on": "2026-09-08"}},
                "recorded is £10,000,000 with Harbour Mutual, from 1 February 2027 to 31 March 2027; the document, "
                "seen on 8 September 2026 by commissioning officer, too long before it began on 1 February 2027 to be "
                "its certificate",
                id="of-an-earlier-one",
            ),
            pytest.param(
                {"starts": "2025-04-01", "ends": "2026-09-06", "evidence": {**SEEN, "on": "2026-09-08"}},
                "recorded is £10,000,000 with Harbour Mutual, from 1 April 2025 to 6 September 2026; the document, "
                "seen on 8 September 2026 by commissioning officer",
                id="of-one-that-had-ended-by-then",
            ),
            pytest.param(
                {"ends": None},
                f"recorded is £10,000,000 with Harbour Mutual, from 1 April 2026; {seen}",
                id="without-end-seen-before",
            ),
        ],
    )
    def test_is_not_answered_by_one(self, changes: dict[str, Any], says: str) -> None:
        found = line(an_insurance(**changes), absent=self.absent)
        assert (found.state, found.effect, found.says) == (State.MISSING, STOP, f"{self.asked}; {says}")

    def test_is_said_with_the_one_to_come(self) -> None:
        to_come = seen_then("2026-11-01", starts="2026-11-04")
        found = line(an_insurance(), to_come, absent=self.absent)
        assert found.says == f"{self.asked}; {self.recorded}; {self.seen}; the next starts on 4 November 2026 only"
        assert found.remedy == "Place from that day on, or see a certificate for the time before."
        alone = line(to_come, absent=self.absent)
        assert (alone.says, alone.evidence) == (f"{self.asked}; the next starts on 4 November 2026 only", None)
        then = line(an_insurance(), to_come, absent=self.absent, on="2026-11-04")
        assert (then.state, then.at) == (State.MET, ("insurance", "held", 1))

    def test_leaves_open_one_seen_since_of_which_the_last_day_is_not_recorded(self) -> None:
        found = line(seen_then("2026-09-08", ends=None), absent=self.absent)
        assert (found.state, found.effect) == (State.NOT_RECORDED, CANNOT_TELL)

    def test_does_not_carry_on_by_a_renewal_seen_before(self) -> None:
        held = seen_then("2026-09-08", ends="2026-12-31")
        renewed = seen_then("2026-09-01", starts="2027-01-01", ends="2027-12-31")
        policy = an_authority(certificate_days={"days": "200", "reason": "as agreed"})
        assert str(line(held, renewed, policy=policy).due) == "2027-12-31"
        assert str(line(held, renewed, policy=policy, absent=self.absent).due) == "2026-12-31"

    def test_ends_with_the_one_that_was_seen_since(self) -> None:
        found = line(seen_then("2026-09-08"), absent=self.absent, on="2027-04-01")
        assert (found.state, found.rule) == (State.EXPIRED, "lapsed-insurance")

    @pytest.mark.parametrize(
        ("kind", "standing"), [("employers_liability", Standing.LAW), ("motor", Standing.LOCAL_POLICY)]
    )
    def test_stops_whoever_asks_for_it(self, kind: str, standing: Standing) -> None:
        provider = insured(an_insurance(kind), absent=[{**ABSENT, "kind": kind}])
        found = line_of(f"insurance/{kind}", lines(provider, an_authority(insurances=MOTOR)))
        assert (found.state, found.effect, found.standing) == (State.MISSING, STOP, standing)
        assert found.can_be_waived is (standing is Standing.LOCAL_POLICY)


@pytest.mark.parametrize(
    ("on", "state", "effect", "rule"),
    [
        pytest.param("2027-02-16", State.MET, NONE, "", id="before-the-warning"),
        pytest.param("2027-02-17", State.DUE_SOON, CONDITION, "", id="first-day-of-warning"),
        pytest.param("2027-03-31", State.DUE_SOON, CONDITION, "", id="its-last-day"),
        pytest.param("2027-04-01", State.EXPIRED, STOP, "lapsed-insurance", id="the-day-after"),
    ],
)
def test_one_runs_out_after_its_last_day(on: str, state: State, effect: Effect, rule: str) -> None:
    found = line(an_insurance(), on=on)
    assert (found.state, found.effect, found.rule) == (state, effect, rule)


def test_one_of_which_the_last_day_is_not_recorded_cannot_be_told() -> None:
    found = line(an_insurance(ends=None))
    assert (found.state, found.effect, found.rule, found.due) == (
        State.NOT_RECORDED,
        CANNOT_TELL,
        "insurance-not-recorded",
        None,
    )
    assert found.says.endswith("; its last day is not recorded")


@pytest.mark.parametrize(
    ("on", "state", "effect", "rule"),
    [
        pytest.param("2026-07-01", State.NOT_RECORDED, CANNOT_TELL, "insurance-not-recorded", id="the-day-before"),
        pytest.param("2026-07-02", State.MET, NONE, "", id="the-day-it-was-seen"),
    ],
)
def test_one_counts_from_the_day_its_certificate_was_seen(on: str, state: State, effect: Effect, rule: str) -> None:
    found = line(an_insurance(), on=on)
    assert (found.state, found.effect, found.rule) == (state, effect, rule)
    assert found.says.endswith("seen on 2 July 2026 by commissioning officer, after the day asked about") is bool(rule)


@pytest.mark.parametrize(
    ("seen", "state", "effect", "rule"),
    [
        pytest.param("2026-01-01", State.MET, NONE, "", id="a-quarter-before"),
        pytest.param("2025-12-31", State.NOT_RECORDED, CANNOT_TELL, "insurance-not-recorded", id="a-day-longer"),
        pytest.param("2023-04-02", State.NOT_RECORDED, CANNOT_TELL, "insurance-not-recorded", id="years-before"),
    ],
)
def test_a_certificate_seen_long_before_it_began_is_of_another(
    seen: str, state: State, effect: Effect, rule: str
) -> None:
    found = line(an_insurance(starts="2026-04-03", evidence={**SEEN, "on": seen}))
    assert (found.state, found.effect, found.rule) == (state, effect, rule)
    assert found.says.endswith(", too long before it began on 3 April 2026 to be its certificate") is bool(rule)


def test_a_council_sets_how_long_before() -> None:
    authority = an_authority(certificate_days={"days": "10", "reason": "as agreed"})
    held = an_insurance(starts="2026-04-03", evidence={**SEEN, "on": "2026-03-23"})
    provider = a_provider(insurance={"held": [held]})
    found = line_of("insurance/public_liability", list(insurance_lines(provider, situation(ON, provider, authority))))
    assert found.rule == "insurance-not-recorded"


class TestRenewals:
    """A renewal recorded in advance carries on from the one before."""

    renewed = an_insurance(starts="2027-04-01", ends="2028-03-31", evidence=SHORTLY_BEFORE)

    def test_carry_on(self) -> None:
        found = line(an_insurance(), self.renewed, on="2027-03-31")
        assert (found.state, str(found.due)) == (State.MET, "2028-03-31")
        assert line(an_insurance(), self.renewed, on="2027-04-01").state is State.MET

    def test_do_not_when_nobody_has_seen_them(self) -> None:
        unseen = an_insurance(starts="2027-04-01", ends="2028-03-31", evidence=None)
        found = line(an_insurance(), unseen, on="2027-03-31")
        assert (found.state, str(found.due)) == (State.DUE_SOON, "2027-03-31")

    def test_do_not_when_they_are_seen_later_only(self) -> None:
        later = an_insurance(starts="2027-04-01", ends="2028-03-31", evidence={**SEEN, "on": "2027-04-01"})
        found = line(an_insurance(), later, on="2027-03-31")
        assert (found.state, str(found.due)) == (State.DUE_SOON, "2027-03-31")
        assert line(an_insurance(), later, on="2027-04-01").state is State.MET

    def test_do_not_when_they_have_no_end(self) -> None:
        endless = an_insurance(starts="2027-04-01", ends=None, evidence=SHORTLY_BEFORE)
        found = line(an_insurance(), endless, on="2027-03-31")
        assert (found.state, str(found.due)) == (State.DUE_SOON, "2027-03-31")

    def test_do_not_when_they_cover_too_little(self) -> None:
        small = an_insurance(starts="2027-04-01", ends="2028-03-31", cover="1000", evidence=SHORTLY_BEFORE)
        found = line(an_insurance(), small, on="2027-03-31")
        assert (found.state, str(found.due)) == (State.DUE_SOON, "2027-03-31")

    def test_with_a_gap_do_not(self) -> None:
        gap = an_insurance(starts="2027-04-02", ends="2028-03-31", evidence=SHORTLY_BEFORE)
        assert str(line(an_insurance(), gap, on="2027-03-01").due) == "2027-03-31"
        lapsed = line(an_insurance(), gap, on="2027-04-01")
        assert (lapsed.state, lapsed.effect, str(lapsed.due)) == (State.EXPIRED, STOP, "2027-03-31")
        assert lapsed.says.endswith("; ran out on 31 March 2027; the next starts on 2 April 2027 only")
        assert line(an_insurance(), gap, on="2027-04-02").state is State.MET

    def test_that_overlap_and_were_not_seen_do_not_hide_the_one_that_was(self) -> None:
        unseen = an_insurance(starts="2026-10-01", ends="2027-09-30", evidence=None)
        found = line(an_insurance(), unseen)
        assert (found.state, found.at) == (State.MET, ("insurance", "held", 0))

    @pytest.mark.parametrize(
        "changes",
        [
            pytest.param({"ends": None}, id="without-end"),
            pytest.param({"evidence": {**SEEN, "on": "2026-11-04"}}, id="seen-tomorrow"),
        ],
    )
    def test_that_overlap_and_do_not_count_do_not_hide_the_one_that_does(self, changes: dict[str, Any]) -> None:
        more = an_insurance(**{"starts": "2026-10-01", "ends": "2027-09-30", "cover": "20000000", **changes})
        found = line(more, an_insurance())
        assert (found.state, found.at, str(found.due)) == (State.MET, ("insurance", "held", 1), "2027-03-31")

    def test_that_overlap_do_not_take_from_the_cover(self) -> None:
        smaller = an_insurance(starts="2026-10-01", ends="2027-09-30", cover="1000000")
        found = line(smaller, an_insurance())
        assert (found.state, found.at) == (State.MET, ("insurance", "held", 1))

    def test_that_ran_out_show_the_one_that_ran_longest(self) -> None:
        older = an_insurance(starts="2024-04-01", ends="2025-03-31", cover="20000000")
        found = line(older, an_insurance(starts="2025-04-01", ends="2026-03-31", evidence=None))
        assert (found.state, str(found.due), found.at) == (State.EXPIRED, "2026-03-31", ("insurance", "held", 1))


class TestCover:
    """What an insurance must cover: by law, by the council, or by custom nobody has confirmed."""

    def one(self, kind: str, cover: str, **policy: Any) -> Line:
        records = [an_authority(**policy)] if policy else []
        return line_of(f"insurance/{kind}", lines(insured(an_insurance(kind, cover=cover)), *records))

    @pytest.mark.parametrize(
        ("cover", "state", "effect"),
        [
            pytest.param("5000000", State.MET, NONE, id="five-million"),
            pytest.param("4999999.99", State.MISSING, STOP, id="a-penny-less"),
        ],
    )
    def test_of_employers_liability_is_five_million_by_law(self, cover: str, state: State, effect: Effect) -> None:
        found = self.one("employers_liability", cover)
        assert (found.state, found.effect) == (state, effect)
        assert found.can_be_waived is False

    def test_of_employers_liability_the_council_cannot_lower(self) -> None:
        lower = {"employers_liability": {"pounds": "1000000", "reason": "small providers"}}
        found = self.one("employers_liability", "4000000", minimum_cover=lower)
        assert (found.effect, found.rule) == (STOP, "insurance-below-minimum")
        assert "below the £5,000,000 asked for (Employers' Liability (Compulsory Insurance)" in found.says

    def test_of_employers_liability_the_council_can_raise(self) -> None:
        higher = {"employers_liability": {"pounds": "10000000", "reason": "as insurers sell it"}}
        found = self.one("employers_liability", "5000000", minimum_cover=higher)
        assert (found.effect, found.says) == (
            STOP,
            "£5,000,000 is below the £10,000,000 asked for (local policy: as insurers sell it)",
        )

    @pytest.mark.parametrize(
        ("cover", "standing", "basis", "waivable"),
        [
            pytest.param(
                "5000000", Standing.LOCAL_POLICY, "local policy: as insurers sell it", True, id="the-councils"
            ),
            pytest.param("4999999", Standing.LAW, EMPLOYERS_LAW, False, id="the-laws"),
        ],
    )
    def test_is_as_binding_as_the_minimum_that_is_not_met(
        self, cover: str, standing: Standing, basis: str, waivable: bool
    ) -> None:
        higher = {"employers_liability": {"pounds": "10000000", "reason": "as insurers sell it"}}
        found = self.one("employers_liability", cover, minimum_cover=higher)
        assert (found.effect, found.standing, found.basis, found.can_be_waived) == (STOP, standing, basis, waivable)

    def test_by_custom_asks_for_a_look_only(self) -> None:
        found = self.one("public_liability", "4000000")
        assert (found.state, found.effect, found.rule) == (State.REVIEW, CONDITION, "insurance-below-minimum")
        assert str(found.due) == "2027-03-31"

    @pytest.mark.parametrize(
        ("cover", "effect"),
        [pytest.param("2000000", NONE, id="enough"), pytest.param("1999999", STOP, id="too-little")],
    )
    def test_by_the_council_decides(self, cover: str, effect: Effect) -> None:
        local = {"public_liability": {"pounds": "2000000", "reason": "as in the contract"}}
        assert self.one("public_liability", cover, minimum_cover=local).effect is effect

    def test_by_the_council_applies_from_its_day_on(self) -> None:
        later = {"public_liability": {"pounds": "20000000", "reason": "contract", "starts": "2026-11-04"}}
        assert self.one("public_liability", "5000000", minimum_cover=later).effect is NONE
        today = {"public_liability": {"pounds": "20000000", "reason": "contract", "starts": "2026-11-03"}}
        assert self.one("public_liability", "5000000", minimum_cover=today).effect is STOP


class TestNobodyEmployed:
    """Who employs nobody needs no employers' liability insurance."""

    def found(self, employs: str | None, on: str = ON.isoformat(), **insurance: Any) -> Line:
        identity = {"legal_form": "sole_trader", **({"employs_staff": employs} if employs else {})}
        provider = a_provider(identity=identity, insurance={"held": [], **insurance})
        return line_of("insurance/employers_liability", lines(provider, on=on))

    @pytest.mark.parametrize("employs", ["no", None], ids=["nobody", "not-said"])
    def test_is_an_exemption_with_its_reason(self, employs: str | None) -> None:
        found = self.found(employs, no_employees=NOBODY)
        assert (found.state, found.effect) == (State.NOT_APPLICABLE, NONE)
        assert found.says == "the owner works alone (officer, 7 September 2026)"

    def test_is_an_exemption_from_the_day_it_was_recorded(self) -> None:
        before = self.found("no", on="2026-09-06", no_employees=NOBODY)
        assert (before.state, before.effect) == (State.NOT_RECORDED, CANNOT_TELL)
        assert self.found("no", on="2026-09-07", no_employees=NOBODY).state is State.NOT_APPLICABLE
        assert before.says == "that nobody is employed was recorded on 7 September 2026, after the day asked about"

    def test_must_be_recorded_as_an_exemption(self) -> None:
        found = self.found("no")
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "insurance-not-recorded")
        assert found.says == "nobody is employed, and no exemption from it is recorded (no_employees)"
        assert "no_employees" in found.remedy

    @pytest.mark.parametrize("employs", ["yes", None], ids=["somebody", "not-said"])
    def test_is_not_taken_for_granted(self, employs: str | None) -> None:
        assert self.found(employs).says == "nothing is recorded"

    def test_exempts_from_no_other_insurance(self) -> None:
        assert line(no_employees=NOBODY).effect is CANNOT_TELL


MOTOR = {"motor": {"title": "Business motor insurance", "reason": "minibuses"}}


class TestInsurancesTheCouncilAdds:
    """A council may ask for more insurances, and for how much they cover."""

    def found(self, *held: dict[str, Any], **policy: Any) -> Line:
        return line_of("insurance/motor", lines(insured(*held), an_authority(insurances=MOTOR, **policy)))

    def test_are_asked_for(self) -> None:
        found = self.found()
        assert (found.title, found.state, found.effect) == ("Business motor insurance", State.NOT_RECORDED, CANNOT_TELL)
        assert (found.basis, found.can_be_waived) == ("local policy", True)

    def test_are_met(self) -> None:
        assert self.found(an_insurance("motor", cover="1")).effect is NONE

    def test_cover_what_the_council_asks_them_to(self) -> None:
        least = {"motor": {"pounds": "5000000", "reason": "passengers"}}
        assert self.found(an_insurance("motor", cover="5000000"), minimum_cover=least).effect is NONE
        found = self.found(an_insurance("motor", cover="4999999"), minimum_cover=least)
        assert (found.effect, found.rule) == (STOP, "insurance-below-minimum")

    def test_are_not_asked_for_twice_where_the_framework_asks_already(self) -> None:
        twice = {"public_liability": {"title": "Public liability", "reason": "again"}}
        assert len(lines(a_provider(), an_authority(insurances=twice))) == 3

    def test_are_asked_for_from_their_day_on(self) -> None:
        later = {"motor": {"title": "Motor", "reason": "minibuses", "starts": "2026-11-04"}}
        assert len(lines(a_provider(), an_authority(insurances=later))) == 3
        assert len(lines(a_provider(), an_authority(insurances=later), on="2026-11-04")) == 4


def test_before_its_law_an_insurance_is_not_asked_for() -> None:
    assert [each.key for each in lines(a_provider(), on="2013-12-31")] == ["insurance/employers_liability"]


FIRST = date(2026, 1, 1)
TIMES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30) | st.none()), max_size=6)


def _insurances(times: list[tuple[int, int | None]]) -> tuple[Insurance, ...]:
    return tuple(
        Insurance.model_validate(
            an_insurance(
                starts=FIRST + timedelta(days=start),
                ends=None if length is None else FIRST + timedelta(days=start + length),
            )
        )
        for start, length in times
    )


@given(times=TIMES, after=st.integers(0, 100))
def test_cover_reaches_to_the_last_day_without_a_gap(times: list[tuple[int, int | None]], after: int) -> None:
    held, on = _insurances(times), FIRST + timedelta(days=after)

    def covered(day: date) -> bool:
        return any(each.covers(day) for each in held)

    until = covered_until(held, on)
    if until is None:
        assert not covered(on)
    elif until == date.max:
        assert any(each.ends is None for each in held)
    else:
        assert all(covered(on + timedelta(days=number)) for number in range((until - on).days + 1))
        assert not covered(until + timedelta(days=1))


@given(times=TIMES, more=st.tuples(st.integers(0, 60), st.integers(0, 30)), after=st.integers(0, 100))
def test_one_more_insurance_never_shortens_the_cover(
    times: list[tuple[int, int | None]], more: tuple[int, int], after: int
) -> None:
    on = FIRST + timedelta(days=after)
    before, now = covered_until(_insurances(times), on), covered_until(_insurances([*times, more]), on)
    assert (before or date.min) <= (now or date.min)
