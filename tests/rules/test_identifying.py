"""What must not stand in a text: what says who a pupil is, and what lets somebody know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.finding import Place, Severity
from apqa.records.authority import Authority
from apqa.rules.identifying import answer_without_words, pupil_identified, pupil_may_be_recognised
from apqa.rules.run import findings
from tests.builders import (
    ON,
    a_placement,
    a_provider,
    a_report,
    a_self_assessment,
    a_visit,
    a_waiver,
    an_action_plan,
    an_authority,
    situation,
)

if TYPE_CHECKING:
    from apqa.finding import Finding
    from apqa.records.base import Record
    from apqa.rule import Path, Rule

UPN = "R800400024001"
"""A number of the form of a unique pupil number, with the letter that checks it."""

SAID = "a unique pupil number ('R8…01'): its check letter fits"


AUTHORITY = Authority.model_validate({"id": "authority", "name": "Westmarch Council", "local": {"note": UPN}})


def asked(rule: Rule, *records: Record) -> list[tuple[str, Path, str]]:
    """Answer of which records a rule finds something, where in them, and in which words."""
    assert rule.check is not None
    return [(fault.record.id, fault.at, fault.message) for fault in rule.check(situation(ON, *records))]


def seen(*records: Record) -> list[Finding]:
    """Answer what is found as people see it."""
    rules = (pupil_identified, pupil_may_be_recognised, answer_without_words)
    return list(findings(situation(ON, *records), lambda path, at: Place(f"{path}#{at}"), rules))


def a_note(**changes: Any) -> dict[str, Any]:
    return {"written_on": "2026-10-07", "written_by": "officer", "summary": "Calm workshops.", **changes}


def noted(text: str, **changes: Any) -> Record:
    """Make a visit that is done, with a note that says something."""
    return a_visit(status="done", note=a_note(summary=text), **changes)


def test_one_is_a_breach_of_law_and_the_other_a_query() -> None:
    assert (pupil_identified.severity, pupil_identified.law) == (Severity.BREACH, True)
    assert (pupil_may_be_recognised.severity, pupil_may_be_recognised.law) == (Severity.QUERY, False)
    assert "QF-57" in pupil_may_be_recognised.clauses


@pytest.mark.parametrize(
    ("record", "at"),
    [
        (AUTHORITY, ("local", "note")),
        (a_provider(local={"notes": ["seen", UPN, [UPN.lower()]]}), ("local", "notes", 1)),
        (a_provider(name=f"North Star {UPN}"), ("name",)),
        (a_self_assessment(completed_by=UPN), ("completed_by",)),
        (an_action_plan(reason=UPN), ("reason",)),
        (a_waiver("too-few-references", reason=UPN), ("reason",)),
        (a_visit(purpose=UPN), ("purpose",)),
        (a_placement(local={"ref": UPN}), ("local", "ref")),
        (a_report(local={"ref": UPN}), ("local", "ref")),
    ],
)
def test_a_pupil_number_is_found_in_the_free_text_of_any_record(record: Record, at: Path) -> None:
    assert (record.id, at, SAID) in asked(pupil_identified, record)


def test_a_number_in_a_text_is_never_repeated_whole() -> None:
    [found] = seen(noted(f"A sheet with {UPN} was pinned to the wall."))
    assert UPN not in found.message
    assert UPN not in found.remedy


def test_a_reference_of_a_pupil_must_not_stand_in_a_note_and_may_in_a_report() -> None:
    said = "We looked at the plan of P-9F4TC."
    told = "the reference of a pupil or a placement ('P…C'): in the form of a pupil's"
    assert asked(pupil_identified, noted(said)) == [("2026-03-12-north-star", ("note", "summary"), told)]
    assert asked(pupil_identified, a_placement(local={"note": said}), a_report(local={"note": said})) == []


def test_the_placements_a_provider_is_limited_to_may_be_named_by_it() -> None:
    event = {"on": "2026-07-30", "status": "exceptional", "decided_by": "head", "reason": "an order"}
    provider = a_provider(listing=[{**event, "limited_to": "PL-HFZXM"}])
    assert asked(pupil_identified, provider) == []
    assert len(asked(pupil_identified, a_provider(listing=[{**event, "conditions": "only PL-HFZXM"}]))) == 1


def test_a_waiver_names_its_record_without_naming_a_pupil_in_a_text() -> None:
    waiver = a_waiver("placement-without-plan", record="placements/PL-7K3QX.yaml")
    assert asked(pupil_identified, waiver) == []


def test_a_placement_that_an_escalation_settles_is_a_field_and_allowed() -> None:
    event = {"on": "2026-10-20", "step": "all_suspended", "decided_by": "head", "reason": "not followed"}
    outcome = [{"placement": "PL-7K3QX", "what": "moved to another provider"}]
    assert asked(pupil_identified, an_action_plan(escalation=[{**event, "placements": outcome}])) == []
    outcome = [{"placement": "PL-7K3QX", "what": "PL-7K3QX moves to another provider"}]
    assert len(asked(pupil_identified, an_action_plan(escalation=[{**event, "placements": outcome}]))) == 1


def test_a_reference_the_records_know_is_found_however_it_is_written() -> None:
    known = a_placement()
    token = known.id.removeprefix("PL-").lower()
    assert len(asked(pupil_identified, known, noted(f"We looked at pl {token}."))) == 1
    assert asked(pupil_identified, noted(f"We looked at pl {token}.")) == []
    assert asked(pupil_identified, known, noted("A parent told us so.")) == []


def test_a_note_says_where_and_why_somebody_may_be_recognised() -> None:
    note = noted("Calm workshops. One pupil left the site. She was found by police. JB was restrained.")
    at = ("note", "summary")
    assert [(found, said) for _, found, said in asked(pupil_may_be_recognised, note)] == [
        (at, "a word for one pupil ('She' in sentence 3): it speaks of one pupil, as boy or girl"),
        (at, "initials ('J…' in sentence 4): with something that happened to one pupil"),
    ]


def test_the_same_name_twice_in_a_text_is_said_once() -> None:
    note = noted("Jake came back late. Later Jake sang. Then Amelia came.")
    assert [said for _, _, said in asked(pupil_may_be_recognised, note)] == [
        "a name ('J…' in sentence 1): a first name, and nothing says that it is not a pupil's",
        "a name ('A…' in sentence 3): a first name, and nothing says that it is not a pupil's",
    ]


def test_a_record_about_one_pupil_may_say_he_and_what_happened() -> None:
    said = "He was restrained once. The only girl in the group left. JB ran off. Jake works well."
    assert asked(pupil_may_be_recognised, a_placement(local={"n": said}), a_report(local={"n": said})) == []
    named = "Jake's mother says that he sleeps."
    assert len(asked(pupil_may_be_recognised, a_placement(local={"n": named}))) == 1


def test_a_post_may_be_held_by_somebody_with_a_name() -> None:
    staff = a_visit(provider_staff=["Karen, office", "Dave"])
    assert asked(pupil_may_be_recognised, staff) == []


def test_a_recorded_reason_answers_and_stays_to_be_seen() -> None:
    answer = {"words": "Daisy", "reason": "the goat", "by": "officer", "on": "2026-10-08"}
    note = noted("Clear rules. Daisy ran off twice.", identifies_nobody=[answer])
    [found] = seen(note)
    assert (found.rule, found.reason) == ("pupil-may-be-recognised", "the goat (officer, 8 October 2026)")
    assert found.is_answered
    assert found.answer == "Answered: the goat (officer, 8 October 2026)"


def test_a_breach_can_be_answered_too_and_shows_the_reason() -> None:
    answer = {"words": UPN, "reason": "an invented number of the course", "by": "officer", "on": "2026-10-08"}
    [found] = seen(noted(f"The course shows {UPN}.", identifies_nobody=[answer]))
    assert (found.severity, found.reason) == (
        Severity.BREACH,
        "an invented number of the course (officer, 8 October 2026)",
    )


def test_no_waiver_answers_a_breach_and_a_waiver_answers_a_query() -> None:
    path = "visits/2026-03-12-north-star.yaml"
    days = {"approved_on": "2026-10-06", "starts": "2026-10-06", "ends": "2026-12-31"}
    note = noted(f"It shows {UPN}. JB absconded.")
    for rule, answered in (("pupil-identified", False), ("pupil-may-be-recognised", True)):
        waiver = a_waiver(rule, record=path, **days)
        assert [each.is_answered for each in seen(note, waiver) if each.rule == rule] == [answered]


def test_an_answer_takes_in_all_of_what_was_found() -> None:
    answer = {"words": "she", "reason": "the head", "by": "officer", "on": "2026-10-08"}
    note = noted("She was hurt at home.", identifies_nobody=[answer])
    assert [(each.rule, each.is_answered) for each in seen(note)] == [
        ("pupil-may-be-recognised", False),
        ("answer-without-words", False),
    ]
    whole = {**answer, "words": "She was  hurt"}
    assert [each.is_answered for each in seen(noted("She was\nhurt at home.", identifies_nobody=[whole]))] == [True]


def test_an_answer_to_nothing_is_a_query() -> None:
    answer = {"words": "Daisy", "reason": "the goat", "by": "officer", "on": "2026-10-08"}
    [found] = seen(noted("Calm workshops.", identifies_nobody=[answer]))
    assert (found.rule, found.severity) == ("answer-without-words", Severity.QUERY)
    assert "identifies_nobody" in found.place.path


def test_the_reason_of_an_answer_is_looked_through_and_its_words_are_not() -> None:
    answer = {"words": "Daisy", "reason": f"not {UPN}", "by": "officer", "on": "2026-10-08"}
    note = noted("Daisy ran off.", identifies_nobody=[answer])
    assert [at for _, at, _ in asked(pupil_identified, note)] == [("identifies_nobody", 0, "reason")]


def test_the_name_of_a_provider_or_site_names_no_pupil() -> None:
    provider = a_provider(name="Charlie's Yard")
    note = noted("Charlie's Yard is calm. Charlie absconded.")
    assert [said for _, _, said in asked(pupil_may_be_recognised, provider, an_authority(), note)] == [
        "a name ('C…' in sentence 2): a first name, with something that happened"
    ]


def test_an_action_plan_is_read_by_the_day_it_was_opened() -> None:
    plan = an_action_plan(reason="On the wall: 17/08/2011 and a photograph.")
    [(_, at, said)] = asked(pupil_may_be_recognised, plan)
    assert (at, said.partition(":")[0]) == (("reason",), "a day of birth ('1…1')")
