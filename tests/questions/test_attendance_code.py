"""Which attendance code the school enters while a pupil is at a provider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from apqa.guidance.attendance_law import framework_wording, powers_of_the_council
from apqa.questions.attendance_code import CodeAnswer, code_for
from apqa.questions.calendars import main_school_days
from apqa.records.calendar import Calendar
from apqa.records.kinds import PROVIDER
from tests.builders import (
    ON,
    a_calendar,
    a_placement,
    a_provider,
    a_register_check,
    a_term,
    a_week,
    on_the_register,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record

MAIN = {"school": "Westmarch Academy", "urn": "123456", "main": "yes", "starts": "2023-09-01"}
OWN = {"school": "North Star School", "main": "no", "is_provider": "yes", "starts": "2026-09-14"}
COUNCIL = {"kind": "local_authority", "name": "Westmarch Council"}
SCHOOL: dict[str, Any] = {"kind": "academy", "name": "Westmarch Academy"}
OTHER_SCHOOL: dict[str, Any] = {"kind": "academy", "name": "Hazelmarsh Academy"}
BY_NUMBER: dict[str, Any] = {"commissioner": {**SCHOOL, "urn": "123456", "name": "WA"}, "registered_at": [MAIN]}
PARENT = {"kind": "parent", "name": "parent"}
BOUGHT: dict[str, Any] = {"basis": "personal_budget", "commissioner": {**PARENT, "arranged_by_council": "no"}}
SUPERVISES: dict[str, Any] = {"to": "office", "supervised": "yes"}
SUPERVISED = "whether somebody the school authorises supervises the pupil there (attendance: supervised)"


def ask(on: str = ON.isoformat(), *records: Record, **changes: Any) -> CodeAnswer:
    return code_for(a_placement(**changes), situation(on, *records))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({}, "B", id="arranged-by-the-school"),
        pytest.param({"basis": "school_direction"}, "B", id="directed-by-the-school"),
        pytest.param({"basis": "suspension"}, "B", id="suspension"),
        pytest.param({"basis": "la_exclusion", "commissioner": COUNCIL}, "K", id="exclusion"),
        pytest.param({"basis": "la_health", "commissioner": COUNCIL}, "K", id="health"),
        pytest.param({"basis": "la_other", "commissioner": COUNCIL}, "K", id="other-duty-of-the-council"),
        pytest.param({"basis": "ehc_plan", "commissioner": COUNCIL}, "K", id="plan"),
        pytest.param({"basis": "eotas", "commissioner": COUNCIL}, "K", id="otherwise-than-in-a-school"),
        pytest.param({"registered_at": [MAIN, OWN]}, "D", id="on-both-rolls"),
        pytest.param({"registered_at": [MAIN, OWN], "basis": "la_other"}, "D", id="on-both-rolls-by-the-council"),
        pytest.param({"registered_at": [OWN]}, None, id="on-the-providers-roll-only"),
        pytest.param({"registered_at": []}, None, id="on-no-roll"),
        pytest.param({"registered_at": [{**MAIN, "ends": "2026-11-02"}]}, None, id="taken-off-the-roll-yesterday"),
        pytest.param({"registered_at": [MAIN, {**OWN, "starts": "2026-11-04"}]}, "B", id="not-on-the-other-roll-yet"),
        pytest.param({"attendance": {"to": "office", "supervised": "no"}}, None, id="unsupervised"),
        pytest.param(
            {"commissioner": OTHER_SCHOOL, "attendance": {**SUPERVISES, "school_agreed": "yes"}}, "B", id="and-agreed"
        ),
        pytest.param(
            {"commissioner": OTHER_SCHOOL, "attendance": {**SUPERVISES, "school_agreed": "no"}},
            None,
            id="and-not-agreed",
        ),
        pytest.param(
            BY_NUMBER,
            "B",
            id="by-its-number",
        ),
        pytest.param({"commissioner": {**SCHOOL, "name": "westmarch academy"}}, "B", id="by-its-name-in-other-letters"),
        pytest.param({"starts": "2026-11-04"}, None, id="not-live"),
    ],
)
def test_the_code_follows_from_rolls_and_who_arranged_it(changes: dict[str, Any], code: str | None) -> None:
    answer = ask(**changes)
    assert answer.code == code
    assert answer.missing == ()
    assert (answer.title != "") is (answer.means != "") is (answer.basis != "") is (code is not None)


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        pytest.param({"registered_at": []}, "the pupil is registered at no school", id="nowhere"),
        pytest.param(
            {"registered_at": [OWN]}, "the pupil is registered at the provider's own school only", id="own-only"
        ),
        pytest.param(
            {"registered_at": [MAIN, OWN]},
            "the pupil is registered at the provider too (North Star School)",
            id="dual",
        ),
        pytest.param(
            {"basis": "la_other", "commissioner": COUNCIL}, "the council arranged it (la_other)", id="council"
        ),
        pytest.param({}, "the school arranged or agreed it", id="school"),
        pytest.param(
            {**BOUGHT, "attendance": {**SUPERVISES, "school_agreed": "yes"}},
            "the school arranged or agreed it",
            id="a-parent-and-the-school-agreed",
        ),
        pytest.param(
            {**BOUGHT, "attendance": {**SUPERVISES, "school_agreed": "no"}},
            "the school neither arranged nor agreed it, so it is no approved educational activity",
            id="a-parent-alone",
        ),
        pytest.param({"starts": "2026-11-04"}, "the placement is not live on 3 November 2026", id="not-live"),
        pytest.param(
            {"attendance": {"to": "office", "supervised": "no"}},
            "nobody the school authorises supervises the pupil there",
            id="unsupervised",
        ),
    ],
)
def test_the_answer_says_why(changes: dict[str, Any], because: str) -> None:
    assert ask(**changes).because[0].startswith(because)


@pytest.mark.parametrize(
    ("on", "code"),
    [
        pytest.param("2024-08-18", "B", id="the-day-before"),
        pytest.param("2024-08-19", "K", id="its-first-day"),
    ],
)
def test_there_is_a_code_k_from_19_august_2024(on: str, code: str) -> None:
    agreed = {**SUPERVISES, "school_agreed": "yes"}
    answer = ask(
        on, basis="la_other", starts="2024-01-08", registered_at=[MAIN], commissioner=COUNCIL, attendance=agreed
    )
    assert answer.code == code
    assert ("there is no code K on 18 August 2024" in answer.because) is (code == "B")


@pytest.mark.parametrize(
    ("attendance", "code"),
    [
        pytest.param({"supervised": "no", "school_agreed": "yes"}, None, id="unsupervised"),
        pytest.param({"supervised": "yes", "school_agreed": "no"}, None, id="not-agreed"),
        pytest.param({"supervised": "yes"}, None, id="not-recorded-as-agreed"),
        pytest.param({"supervised": "yes", "school_agreed": "yes"}, "B", id="agreed-and-supervised"),
    ],
)
def test_what_the_council_arranged_before_there_was_a_code_k_had_to_be_approved(
    attendance: dict[str, str], code: str | None
) -> None:
    given = {"to": "office", **attendance}
    changes: dict[str, Any] = {"basis": "la_other", "starts": "2024-01-08", "registered_at": [MAIN]}
    assert ask("2024-08-18", commissioner=COUNCIL, attendance=given, **changes).code == code


@pytest.mark.parametrize(
    "commissioner",
    [
        pytest.param(OTHER_SCHOOL, id="of-another-name"),
        pytest.param({**SCHOOL, "urn": "654321"}, id="of-the-same-name-and-another-number"),
    ],
)
def test_what_another_school_arranged_needs_the_pupils_school_to_have_agreed(commissioner: dict[str, str]) -> None:
    answer = ask(commissioner=commissioner, registered_at=[MAIN])
    assert answer.code is None
    assert answer.missing == ("whether the pupil's school agreed what another arranged (attendance: school_agreed)",)


def test_a_school_that_commissions_and_did_not_agree_contradicts_itself() -> None:
    answer = ask(attendance={**SUPERVISES, "school_agreed": "no"})
    said = "whether the pupil's school agreed: it commissioned the placement, and school_agreed says no"
    assert answer.missing == (said,)


def test_before_the_codes_apqa_knows_it_cannot_be_told() -> None:
    changes = {"starts": "2005-01-10", "cohort": "1991-92", "registered_at": [{**MAIN, "starts": "2001-09-01"}]}
    answer = ask("2006-08-31", **changes)
    assert answer.code is None
    assert answer.missing == ("what the codes were on 31 August 2006; apqa does not know",)
    without = ask("2006-08-31", attendance=None, **changes)
    assert without.missing == ("what the codes were on 31 August 2006; apqa does not know", SUPERVISED)


def test_which_rolls_the_pupil_is_on_must_be_recorded() -> None:
    answer = ask(registered_at=None)
    assert (answer.code, answer.because) == (None, ())
    assert answer.missing == ("which schools the pupil is registered at (registered_at)",)


@pytest.mark.parametrize("basis", ["personal_budget", "tribunal"])
@pytest.mark.parametrize(
    ("by_council", "code"),
    [
        pytest.param(None, None, id="not-recorded"),
        pytest.param("yes", "K", id="by-the-council"),
        pytest.param("no", "B", id="by-others"),
    ],
)
def test_where_others_pay_or_name_it_the_record_must_say_who_arranged_it(
    basis: str, by_council: str | None, code: str | None
) -> None:
    commissioner = PARENT | ({"arranged_by_council": by_council} if by_council else {})
    answer = ask(basis=basis, commissioner=commissioner, attendance={**SUPERVISES, "school_agreed": "yes"})
    assert answer.code == code
    assert (answer.missing == ()) is (code is not None)


def test_what_another_than_a_school_arranged_needs_the_school_to_have_agreed() -> None:
    answer = ask(**BOUGHT)
    assert (answer.code, answer.because) == (None, ())
    assert answer.missing == ("whether the pupil's school agreed what another arranged (attendance: school_agreed)",)


def test_who_arranged_it_is_not_guessed_where_the_record_contradicts_itself() -> None:
    assert ask(basis="la_exclusion", commissioner={**COUNCIL, "arranged_by_council": "yes"}).code == "K"
    answer = ask(basis="la_other", commissioner={**COUNCIL, "arranged_by_council": "no"})
    assert (answer.code, answer.because) == (None, ())
    said = "who arranged it: the basis la_other is a power of the council, and arranged_by_council says no"
    assert answer.missing == (said,)


class TestAGroundOfAnother:
    """Where the legal ground is not one the commissioner can use, it cannot be told who arranged it."""

    agreed: ClassVar[dict[str, Any]] = {**SUPERVISES, "school_agreed": "yes"}
    before: ClassVar[dict[str, Any]] = {"starts": "2024-01-08", "registered_at": [MAIN]}

    @pytest.mark.parametrize("basis", ["la_exclusion", "la_health", "la_other", "ehc_plan", "eotas"])
    @pytest.mark.parametrize("kind", ["school", "academy", "other_setting"])
    def test_is_not_taken_for_the_councils(self, basis: str, kind: str) -> None:
        answer = ask(basis=basis, commissioner={"kind": kind, "name": "Westmarch Academy"}, attendance=self.agreed)
        assert (answer.code, answer.because) == (None, ())
        said = f"only the council can use the ground {basis}; the commissioner is recorded as {kind}"
        correct = "correct the basis or the commissioner, or record whether the council arranged it"
        assert answer.missing == (f"who arranged it: {said}; {correct} (arranged_by_council)",)

    @pytest.mark.parametrize("basis", ["school_other", "school_direction", "suspension"])
    @pytest.mark.parametrize("by_council", [None, "no"])
    def test_is_not_taken_for_a_schools(self, basis: str, by_council: str | None) -> None:
        commissioner = {**COUNCIL, "arranged_by_council": by_council} if by_council else COUNCIL
        answer = ask(basis=basis, commissioner=commissioner, attendance=self.agreed)
        assert (answer.code, answer.because) == (None, ())
        said = f"only schools can use the ground {basis}; the commissioner is recorded as local_authority"
        assert answer.missing == (f"who arranged it: {said}; correct the basis or the commissioner",)

    @pytest.mark.parametrize(
        ("basis", "commissioner"),
        [
            pytest.param("personal_budget", SCHOOL, id="a-school-with-a-personal-budget"),
            pytest.param("school_other", PARENT, id="a-parent-by-a-schools-ground"),
            pytest.param("ehc_plan", PARENT, id="a-parent-by-the-councils-ground"),
        ],
    )
    def test_is_not_taken_for_a_familys(self, basis: str, commissioner: dict[str, Any]) -> None:
        answer = ask(basis=basis, commissioner=commissioner, attendance=self.agreed)
        said = f"a personal budget and a parent or learner go together, not {basis} and {commissioner['kind']}"
        assert answer.code is None
        assert answer.missing[0].startswith(f"who arranged it: {said}; correct the basis or the commissioner")

    def test_is_of_no_matter_where_the_record_says_who_arranged_it(self) -> None:
        assert ask(basis="la_health", commissioner={**SCHOOL, "arranged_by_council": "yes"}).code == "K"
        bought = {**PARENT, "arranged_by_council": "no"}
        assert ask(basis="school_other", commissioner=bought, attendance=self.agreed).code == "B"

    def test_is_of_no_matter_where_a_school_arranged_it_by_whichever_power(self) -> None:
        assert ask(basis="school_direction", commissioner=SCHOOL).code == "B"

    def test_is_of_no_matter_where_the_pupil_is_on_both_rolls(self) -> None:
        assert ask(basis="la_health", registered_at=[MAIN, OWN]).code == "D"

    @pytest.mark.parametrize(
        "changes",
        [
            pytest.param({"basis": "la_health"}, id="the-councils-ground"),
            pytest.param({"basis": "school_other", "commissioner": COUNCIL}, id="a-schools-ground"),
            pytest.param({"basis": "personal_budget", "commissioner": PARENT}, id="nobody-said-who"),
        ],
    )
    @pytest.mark.parametrize(
        ("on", "attendance", "code", "told"),
        [
            pytest.param("2024-08-18", {"supervised": "yes", "school_agreed": "yes"}, "B", True, id="agreed"),
            pytest.param("2024-08-18", {"supervised": "no", "school_agreed": "yes"}, None, True, id="unsupervised"),
            pytest.param("2024-08-18", {"supervised": "yes", "school_agreed": "no"}, None, False, id="not-agreed"),
            pytest.param("2024-08-18", {"supervised": "yes"}, None, False, id="not-recorded-as-agreed"),
            pytest.param("2024-08-18", None, None, False, id="nothing-recorded"),
            pytest.param("2024-08-19", {"supervised": "yes", "school_agreed": "yes"}, None, False, id="since-k"),
            pytest.param("2024-08-19", {"supervised": "no", "school_agreed": "yes"}, None, False, id="since-k-alone"),
        ],
    )
    def test_mattered_before_there_was_a_code_k_only_where_the_school_had_not_agreed(
        self, changes: dict[str, Any], on: str, attendance: dict[str, str] | None, code: str | None, told: bool
    ) -> None:
        given = attendance and {"to": "office", **attendance}
        answer = ask(on, attendance=given, **self.before, **changes)
        assert (answer.code, answer.missing == ()) == (code, told)

    def test_is_said_to_be_b_whoever_arranged_it(self) -> None:
        answer = ask("2024-08-18", basis="la_health", attendance=self.agreed, **self.before)
        assert answer.because == (
            "the school agreed it, whoever arranged it",
            "there is no code K on 18 August 2024",
        )


@pytest.mark.parametrize(
    ("on", "basis"),
    [("2024-08-18", "Education (Pupil Registration) (England) Regulations 2006"), ("2024-08-19", "SI 2024/208 reg.10")],
)
def test_the_basis_is_the_law_of_the_day(on: str, basis: str) -> None:
    assert ask(on, starts="2024-01-08", registered_at=[MAIN]).basis.startswith(basis)


@pytest.mark.parametrize("basis", ["school_direction", "school_other", "suspension", "personal_budget", "tribunal"])
def test_what_the_council_arranged_was_under_one_of_its_powers(basis: str) -> None:
    answer = ask(basis=basis, commissioner={**COUNCIL, "arranged_by_council": "yes"})
    if basis in {"personal_budget", "tribunal"}:
        assert (answer.code, answer.missing) == ("K", ())
    else:
        assert (answer.code, answer.because) == (None, ())
        assert answer.missing == (f"under which of its powers the council arranged it: the basis is {basis}",)


class TestOnBothRolls:
    """Code D is for a pupil registered at two schools, so the provider must be found to be one."""

    changes: ClassVar[dict[str, Any]] = {"registered_at": [MAIN, OWN]}

    @pytest.mark.parametrize(
        ("check", "code"),
        [
            pytest.param(on_the_register(), "D", id="a-school"),
            pytest.param(on_the_register(status="2"), None, id="a-school-that-closed"),
            pytest.param(on_the_register(establishment_type="18"), None, id="a-college"),
            pytest.param(on_the_register(on="2026-11-04"), None, id="looked-up-tomorrow"),
            pytest.param(a_register_check(), None, id="not-on-the-register"),
            pytest.param(None, None, id="not-looked-up"),
        ],
    )
    def test_counts_where_the_provider_was_found_to_be_a_school(
        self, check: dict[str, Any] | None, code: str | None
    ) -> None:
        provider = a_provider(registration={"register_checks": [check]} if check else None)
        answer = ask(ON.isoformat(), provider, **self.changes)
        assert answer.code == code
        said = "whether the provider is a registered school, as the roll of North Star School says"
        assert answer.missing == (() if code else (said,))

    def test_is_believed_of_a_provider_that_is_not_at_hand(self) -> None:
        assert ask(ON.isoformat(), a_provider("another"), **self.changes).code == "D"

    def test_is_not_believed_of_a_provider_whose_record_cannot_be_read(self) -> None:
        placement = a_placement(**self.changes)
        answer = code_for(placement, situation(ON, placement, unreadable={PROVIDER: ("north-star",)}))
        assert (answer.code, len(answer.missing)) == (None, 1)

    def test_asks_nothing_of_the_provider_where_it_keeps_no_roll(self) -> None:
        assert ask(ON.isoformat(), a_provider(), registered_at=[MAIN]).code == "B"


@pytest.mark.parametrize("attendance", [None, {"to": "office"}], ids=["nothing-recorded", "not-said"])
def test_b_stands_and_says_that_supervision_is_not_recorded(attendance: dict[str, str] | None) -> None:
    answer = ask(attendance=attendance)
    assert (answer.code, answer.missing) == ("B", (SUPERVISED,))


def test_a_pupil_over_school_age_is_said_to_be() -> None:
    said = "the pupil is not of compulsory school age on the day"
    assert said in ask(cohort="2009-10").because
    assert said not in ask().because


class TestDaysWithoutASession:
    """The code is for sessions; on other days there is none to enter."""

    def test_are_those_the_pupil_is_not_timetabled(self) -> None:
        answer = ask(timetable=[a_week(days=["mon", "wed"])])
        assert (answer.code, answer.on_the_day) == ("B", None)
        assert answer.no_session == "the pupil is not timetabled there on a Tuesday"

    def test_are_not_the_timetabled_ones(self) -> None:
        answer = ask(timetable=[a_week(days=["tue"])])
        assert (answer.on_the_day, answer.no_session) == ("B", "")

    def test_are_not_known_without_days_or_timetable(self) -> None:
        assert ask(timetable=[a_week()]).no_session == ""
        assert ask(timetable=[a_week("12", ends="2026-10-30")]).no_session == ""

    @pytest.mark.parametrize(
        ("on", "closed"),
        [
            pytest.param("2026-10-28", True, id="half-term"),
            pytest.param("2026-11-02", False, id="first-day-of-term"),
            pytest.param("2026-11-07", True, id="a-saturday"),
        ],
    )
    def test_are_those_on_which_schools_are_closed(self, on: str, closed: bool) -> None:
        answer = ask(on, a_calendar())
        assert bool(answer.no_session) is closed
        assert answer.no_session.startswith("schools are closed on ") is closed


class TestTheProvidersOwnCalendar:
    """A provider that is closed on a school day has no session either."""

    council = a_calendar()
    own = a_calendar(
        "2026-27-own",
        applies_to={"provider": "north-star"},
        closures=[{"starts": "2026-11-03", "ends": "2026-11-03", "kind": "inset"}],
    )

    def said(self, *calendars: Record, on: str = "2026-11-03", **changes: Any) -> str:
        return ask(on, *calendars, **changes).no_session

    def test_says_when_it_is_closed(self) -> None:
        assert self.said(self.council, self.own) == "the provider is closed on 3 November 2026"
        assert self.said(self.council, self.own, on="2026-11-04") == ""

    def test_is_that_of_no_other_provider(self) -> None:
        assert self.said(self.council, self.own, provider="another") == ""

    def test_makes_no_session_while_schools_are_closed(self) -> None:
        closed = a_calendar(closures=[{"starts": "2026-11-04", "ends": "2026-11-04", "kind": "inset"}])
        assert self.said(closed, self.own, on="2026-11-04") == "schools are closed on 4 November 2026"

    def test_of_another_year_says_nothing(self) -> None:
        last_year = a_calendar(
            "2025-26-own", applies_to={"provider": "north-star"}, terms=[a_term("1", "2025-09-02", "2025-12-19")]
        )
        assert self.said(last_year) == ""


class TestTheMainSchool:
    """The code is entered in its register; where none is recorded, the answer says what it rests on."""

    no_main: ClassVar[dict[str, Any]] = {**MAIN, "main": "no"}
    other: ClassVar[dict[str, Any]] = {**MAIN, "school": "Eastmarch Academy", "urn": None, "main": "no"}
    rest = "the pupil's main school, whose register the code is entered in (registered_at: main)"

    def test_that_is_recorded_confirms_the_code(self) -> None:
        assert ask(registered_at=[MAIN, self.other]).missing == ()

    @pytest.mark.parametrize(
        ("changes", "code"), [({}, "B"), ({"basis": "la_other", "commissioner": COUNCIL}, "K")], ids=["b", "k"]
    )
    def test_may_be_the_only_one(self, changes: dict[str, Any], code: str) -> None:
        answer = ask(registered_at=[self.no_main], **changes)
        assert (answer.code, answer.missing) == (code, (f"whether Westmarch Academy is {self.rest}",))

    def test_may_be_one_of_two(self) -> None:
        answer = ask(registered_at=[self.no_main, self.other])
        assert (answer.code, answer.missing) == (
            "B",
            (f"which of Westmarch Academy and Eastmarch Academy is {self.rest}",),
        )

    def test_matters_where_the_pupil_is_on_the_providers_roll_too(self) -> None:
        answer = ask(registered_at=[self.no_main, OWN])
        assert (answer.code, answer.missing) == ("D", (f"whether Westmarch Academy is {self.rest}",))

    def test_stands_beside_what_else_is_not_recorded(self) -> None:
        answer = ask(registered_at=[self.no_main], attendance=None)
        assert answer.missing == (SUPERVISED, f"whether Westmarch Academy is {self.rest}")

    def test_makes_no_answer_out_of_none(self) -> None:
        unsupervised = {"to": "office", "supervised": "no"}
        answer = ask(registered_at=[self.no_main], attendance=unsupervised)
        assert (answer.code, answer.missing) == (None, ())


class TestWhoseCalendar:
    """The main school's own, else the council's."""

    council = a_calendar()
    academy = a_calendar("2026-27-westmarch", applies_to={"urn": "123456"}, terms=[a_term(ends="2026-12-18")])
    named = a_calendar("2026-27-named", applies_to={"school": "Westmarch Academy"})
    another = a_calendar("2026-27-eastmarch", applies_to={"urn": "654321", "school": "Eastmarch Academy"})
    provider = a_calendar("2026-27-own", applies_to={"provider": "north-star"})
    last_year = a_calendar("2025-26", terms=[a_term("1", "2025-09-02", "2025-12-19")])

    def found(self, *calendars: Record, **changes: Any) -> str | None:
        placement = a_placement(**{"registered_at": [MAIN], **changes})
        calendar = main_school_days(placement, situation(ON, *calendars)).calendar(ON)
        return calendar.id if isinstance(calendar, Calendar) else None

    def test_is_the_main_schools_by_its_number(self) -> None:
        assert self.found(self.council, self.academy, self.another) == "2026-27-westmarch"

    def test_is_the_main_schools_by_its_name(self) -> None:
        assert self.found(self.council, self.named) == "2026-27-named"

    def test_is_the_councils_where_the_main_school_has_none(self) -> None:
        assert self.found(self.another, self.council, self.provider) == "2026-27"

    def test_is_the_councils_where_no_roll_is_recorded(self) -> None:
        assert self.found(self.academy, self.council, registered_at=None) == "2026-27"

    def test_is_not_that_of_a_school_that_is_not_the_main_one(self) -> None:
        assert self.found(self.academy, self.council, registered_at=[{**MAIN, "main": "no"}]) == "2026-27"

    def test_is_none_where_none_covers_the_day(self) -> None:
        assert self.found(self.last_year) is None
        assert self.found(self.another) is None


def test_the_powers_of_the_council_are_the_three_the_code_names() -> None:
    assert powers_of_the_council() == {"la_exclusion", "la_health", "la_other", "ehc_plan", "eotas"}


def test_the_frameworks_own_wording_is_explained() -> None:
    assert "19 August 2024" in framework_wording()
