"""Two professional references, and health and safety with a day that comes round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.others import reference_line, safety_lines
from apqa.vocabulary.standing import Standing
from tests.builders import ON, SEEN, a_provider, a_reference, an_authority, every_safety_item, line_of, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

NONE, CONDITION, CANNOT_TELL, STOP = Effect.NONE, Effect.CONDITION, Effect.CANNOT_TELL, Effect.STOP
TOO_FEW, ONE_OF_TWO = "too-few-references", "one of two is recorded"
ITSELF = "what a provider says of itself does not count"
ABSENT = {"on": "2026-09-07", "by": "officer"}


class TestReferences:
    """Two satisfactory professional references."""

    def found(self, *references: dict[str, Any]) -> Line:
        provider = a_provider(references=references, identity={"legal_form": "sole_trader", "proprietor": "J. Marlow"})
        return reference_line(provider, situation(ON, provider))

    @pytest.mark.parametrize(
        ("references", "state", "effect", "rule", "says"),
        [
            pytest.param([], State.NOT_RECORDED, CANNOT_TELL, "too-few-references", "none is recorded", id="none"),
            pytest.param(
                [a_reference()],
                State.NOT_RECORDED,
                CANNOT_TELL,
                "too-few-references",
                "one of two is recorded",
                id="one",
            ),
            pytest.param(
                [a_reference(), a_reference(received_on="2026-11-04")],
                State.NOT_RECORDED,
                CANNOT_TELL,
                "too-few-references",
                "one of two is recorded",
                id="the-second-comes-tomorrow",
            ),
            pytest.param(
                [a_reference(), a_reference(from_organisation="Eastmarch Council", received_on="2026-11-03")],
                State.MET,
                NONE,
                "",
                "from Westmarch Academy and Eastmarch Council",
                id="two",
            ),
        ],
    )
    def test_are_counted_once_received(
        self, references: list[dict[str, Any]], state: State, effect: Effect, rule: str, says: str
    ) -> None:
        found = self.found(*references)
        assert (found.state, found.effect, found.rule, found.says) == (state, effect, rule, says)

    @pytest.mark.parametrize(
        ("second", "effect", "rule", "says"),
        [
            pytest.param({"received_on": "2026-07-01"}, CANNOT_TELL, TOO_FEW, ONE_OF_TWO, id="the-same-again"),
            pytest.param({"by": "Deputy  Head"}, CANNOT_TELL, TOO_FEW, ONE_OF_TWO, id="written-otherwise"),
            pytest.param(
                {"from_organisation": "WESTMARCH ACADEMY "}, CANNOT_TELL, TOO_FEW, ONE_OF_TWO, id="the-organisation-too"
            ),
            pytest.param(
                {"by": "head of year", "from_organisation": "Westmarch academy"},
                CONDITION,
                "references-from-one-organisation",
                "both from the same organisation, Westmarch academy",
                id="by-another-of-the-same",
            ),
            pytest.param(
                {"from_organisation": "Eastmarch Council"},
                NONE,
                "",
                "from Westmarch Academy and Eastmarch Council",
                id="from-another",
            ),
            pytest.param(
                {"from_organisation": "NORTH STAR"}, CANNOT_TELL, TOO_FEW, f"{ONE_OF_TWO}; {ITSELF}", id="from-itself"
            ),
            pytest.param(
                {"from_organisation": "J. Marlow"},
                CANNOT_TELL,
                TOO_FEW,
                f"{ONE_OF_TWO}; {ITSELF}",
                id="from-who-runs-it",
            ),
        ],
    )
    def test_are_by_different_people_of_different_organisations(
        self, second: dict[str, str], effect: Effect, rule: str, says: str
    ) -> None:
        found = self.found(a_reference(), a_reference(**second))
        assert (found.effect, found.rule, found.says) == (effect, rule, says)

    def test_from_the_provider_itself_are_none(self) -> None:
        found = self.found(a_reference(from_organisation="North Star"))
        assert found.says == f"none is recorded; {ITSELF}"

    def test_that_do_not_support_placing_leave_it_to_a_person(self) -> None:
        found = self.found(a_reference(), a_reference(by="head"), a_reference(satisfactory="no"))
        assert (found.state, found.effect, found.rule) == (State.REVIEW, CANNOT_TELL, "unsatisfactory-reference")
        assert "Westmarch Academy" in found.says


class TestHealthAndSafety:
    """Items asked of every provider, and those it records."""

    def lines(
        self, *items: dict[str, Any], policy: Record | None = None, on: str = ON.isoformat(), **more: Any
    ) -> list[Line]:
        provider = a_provider(health_and_safety=items, **more)
        return list(safety_lines(provider, situation(on, provider, *([policy] if policy else []))))

    def line(self, item: str, *, policy: Record | None = None, on: str = ON.isoformat(), **changes: Any) -> Line:
        recorded = [{"item": item, "evidence": SEEN, **changes}]
        return line_of(f"safety/{item}", self.lines(*recorded, policy=policy, on=on))

    def test_are_asked_of_every_provider(self) -> None:
        found = self.lines()
        assert [each.key for each in found] == [
            "safety/fire_risk_assessment",
            "safety/first_aid",
            "safety/health_and_safety_policy",
            "safety/site_risk_assessment",
        ]
        assert {(each.state, each.effect, each.rule) for each in found} == {
            (State.NOT_RECORDED, CONDITION, "safety-item-not-recorded")
        }

    def test_are_met(self) -> None:
        assert {(each.state, each.effect) for each in self.lines(*every_safety_item())} == {(State.MET, NONE)}

    def test_are_as_binding_as_whoever_asks_for_them(self) -> None:
        assert [(each.standing, each.can_be_waived) for each in self.lines()] == [
            (Standing.LAW, False),
            (Standing.LAW, False),
            (Standing.GUIDANCE, True),
            (Standing.GUIDANCE, True),
        ]
        gas, drill = self.lines(*({"item": item, "absent": ABSENT} for item in ("gas_safety", "fire_drill")))[-2:][::-1]
        assert (gas.effect, gas.standing, gas.can_be_waived) == (STOP, Standing.LAW, False)
        assert (drill.effect, drill.standing, drill.can_be_waived) == (STOP, Standing.LOCAL_POLICY, True)

    @pytest.mark.parametrize(
        ("item", "changes", "standing", "basis"),
        [
            pytest.param("gas_safety", {"done": "2025-11-02"}, "law", "Gas Safety", id="the-law-sets-the-cycle"),
            pytest.param("fire_risk_assessment", {"done": "2025-11-02"}, "local_policy", "sets no period", id="custom"),
            pytest.param("first_aid", {"done": "2023-11-02"}, "guidance", "L74", id="guidance-sets-the-cycle"),
            pytest.param("first_aid", {"expires": "2026-11-02"}, "law", "First-Aid", id="its-own-last-day"),
            pytest.param(
                "first_aid",
                {"done": "2023-10-01", "expires": "2026-11-02"},
                "law",
                "First-Aid",
                id="of-two-that-have-passed-the-law",
            ),
        ],
    )
    def test_that_are_overdue_are_as_binding_as_what_sets_the_day(
        self, item: str, changes: dict[str, Any], standing: str, basis: str
    ) -> None:
        seen = {**SEEN, "on": changes.get("done", SEEN["on"])}
        found = self.line(item, evidence=seen, **changes)
        assert (found.state, found.standing) == (State.EXPIRED, Standing(standing))
        assert basis in found.basis

    @pytest.mark.parametrize(
        ("done", "standing"),
        [
            pytest.param("2026-04-02", Standing.LOCAL_POLICY, id="the-councils-only"),
            pytest.param("2025-11-02", Standing.LAW, id="the-laws-too"),
        ],
    )
    def test_that_the_council_asks_for_sooner_than_the_law_are_its_own_to_waive_until_the_law_is_broken(
        self, done: str, standing: Standing
    ) -> None:
        policy = an_authority(cycles={"gas_safety": {"months": "6", "reason": "old boilers"}})
        found = self.line("gas_safety", policy=policy, done=done)
        assert (found.state, found.standing) == (State.EXPIRED, standing)

    @pytest.mark.parametrize(
        ("changes", "state", "effect", "rule"),
        [
            pytest.param({"done": "2026-05-11"}, State.MET, NONE, "", id="in-time"),
            pytest.param({"done": "2025-11-03"}, State.DUE_SOON, CONDITION, "", id="a-year-ago-today"),
            pytest.param({"done": "2025-11-02"}, State.EXPIRED, CONDITION, "safety-item-overdue", id="overdue"),
            pytest.param(
                {"done": "2026-05-11", "expires": "2026-11-02"},
                State.EXPIRED,
                CONDITION,
                "safety-item-overdue",
                id="its-own-day-is-sooner",
            ),
            pytest.param({"expires": "2026-11-03"}, State.DUE_SOON, CONDITION, "", id="its-own-last-day"),
            pytest.param({}, State.REVIEW, CONDITION, "safety-item-not-recorded", id="no-day-at-all"),
            pytest.param(
                {"done": "2026-11-04"}, State.REVIEW, CONDITION, "safety-item-not-recorded", id="done-tomorrow"
            ),
            pytest.param(
                {"done": "2026-11-04", "expires": "2028-01-31"}, State.MET, NONE, "", id="done-tomorrow-with-a-last-day"
            ),
        ],
    )
    def test_come_round_by_their_cycle_or_their_own_day(
        self, changes: dict[str, Any], state: State, effect: Effect, rule: str
    ) -> None:
        found = self.line("fire_risk_assessment", **changes)
        assert (found.state, found.effect, found.rule) == (state, effect, rule)

    def test_say_when_they_were_done(self) -> None:
        assert self.line("fire_risk_assessment", done="2026-05-11").says.startswith("done on 11 May 2026; the document")

    def test_without_any_day_say_so(self) -> None:
        found = self.line("fire_risk_assessment")
        assert found.says == (
            "the document, seen on 2 July 2026 by commissioning officer; neither the day it was done nor its last day "
            "is recorded"
        )

    def test_that_do_not_apply_count_from_the_day_that_was_recorded(self) -> None:
        exempt = {"item": "first_aid", "not_applicable": {"reason": "on a school site", **ABSENT}}
        found = line_of("safety/first_aid", self.lines(exempt))
        assert (found.state, found.effect, found.says) == (
            State.NOT_APPLICABLE,
            NONE,
            "on a school site (officer, 7 September 2026)",
        )
        before = line_of("safety/first_aid", self.lines(exempt, on="2026-09-06"))
        assert (before.state, before.effect) == (State.NOT_RECORDED, CANNOT_TELL)
        assert before.rule == "safety-item-not-recorded"

    def test_that_are_seen_later_only_cannot_be_told(self) -> None:
        found = self.line("first_aid", on="2026-07-01", expires="2028-01-31")
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "safety-item-not-recorded")

    def test_that_are_absent_stop(self) -> None:
        found = line_of("safety/first_aid", self.lines({"item": "first_aid", "absent": ABSENT}))
        assert (found.state, found.effect, found.rule) == (State.MISSING, STOP, "missing-safety-item")

    def test_that_are_found_absent_later_only_cannot_be_told(self) -> None:
        absent = {"item": "first_aid", "absent": ABSENT}
        found = line_of("safety/first_aid", self.lines(absent, on="2026-09-06"))
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "safety-item-not-recorded")

    def test_without_evidence_cannot_be_told(self) -> None:
        found = line_of("safety/first_aid", self.lines({"item": "first_aid", "expires": "2028-01-31"}))
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "safety-item-not-recorded")

    @pytest.mark.parametrize(
        ("done", "on", "state"),
        [
            pytest.param("2026-07-03", "2026-11-03", State.NOT_RECORDED, id="the-day-after"),
            pytest.param("2026-07-02", "2026-11-03", State.MET, id="that-day"),
        ],
    )
    def test_that_were_seen_before_they_were_done_were_not_seen(self, done: str, on: str, state: State) -> None:
        found = self.line("fire_risk_assessment", done=done, on=on)
        assert found.state is state
        assert found.says.endswith("; nobody has seen the one of 3 July 2026") is (state is State.NOT_RECORDED)

    def test_of_one_site_have_a_line_each(self) -> None:
        two = [{"key": key, "name": key, "use": "teaching", "starts": "2020-09-01"} for key in ("barn", "yard")]
        found = self.lines(
            {"item": "fire_risk_assessment", "site": "barn", "done": "2026-05-11", "evidence": SEEN},
            {"item": "fire_risk_assessment", "site": "yard", "done": "2025-05-11", "evidence": SEEN},
            sites=two,
        )
        assert [(each.key, each.title, each.state) for each in found[:2]] == [
            ("safety/fire_risk_assessment/barn", "Fire risk assessment (barn)", State.MET),
            ("safety/fire_risk_assessment/yard", "Fire risk assessment (yard)", State.EXPIRED),
        ]
        assert found[1].at == ("health_and_safety", 1)

    def test_that_need_not_be_asked_for_are_looked_at_once_recorded(self) -> None:
        assert self.line("gas_safety", done="2025-11-02").rule == "safety-item-overdue"
        assert self.line("legionella", done="2010-01-01").state is State.MET

    def test_before_any_cycle_was_known_only_their_own_day_counts(self) -> None:
        evidence = {**SEEN, "on": "2010-01-05"}
        found = self.line("fire_risk_assessment", on="2013-12-31", done="2010-01-01", evidence=evidence)
        assert found.state is State.MET

    def test_that_apqa_does_not_know_are_the_providers_own(self) -> None:
        found = self.line("ladder_check", expires="2026-11-02")
        assert (found.title, found.state, found.standing) == ("Ladder check", State.EXPIRED, Standing.LOCAL_POLICY)

    def test_that_apqa_knows_and_the_council_asks_for_are_asked_of_all(self) -> None:
        policy = an_authority(safety_items={"legionella": {"title": "Legionella", "reason": "old boilers"}})
        found = line_of("safety/legionella", self.lines(policy=policy))
        assert (found.title, found.rule) == ("Legionella risk assessment", "safety-item-not-recorded")

    def test_of_the_councils_own_are_asked_of_all(self) -> None:
        policy = an_authority(safety_items={"lockdown_drill": {"title": "Lockdown drill", "reason": "after a review"}})
        found = line_of("safety/lockdown_drill", self.lines(policy=policy))
        assert (found.title, found.rule, found.standing, found.basis) == (
            "Lockdown drill",
            "safety-item-not-recorded",
            Standing.LOCAL_POLICY,
            "local policy: after a review",
        )
        assert self.line("lockdown_drill", policy=policy, done="2026-09-20").title == "Lockdown drill"

    def test_of_the_councils_own_are_asked_for_from_their_day_on(self) -> None:
        asked = {"title": "Lockdown drill", "reason": "after a review", "starts": "2026-11-04"}
        policy = an_authority(safety_items={"lockdown_drill": asked})
        assert "safety/lockdown_drill" not in {each.key for each in self.lines(policy=policy)}
        assert "safety/lockdown_drill" in {each.key for each in self.lines(policy=policy, on="2026-11-04")}
