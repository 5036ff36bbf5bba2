"""A visit and its note: what its name says, and what it may not say at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.builders import a_visit, an_action, day
from tests.records.refusing import contradiction

NOTE = {"written_on": "2026-03-12", "written_by": "designated officer", "summary": "in order"}


def test_its_name_says_the_day_and_the_provider() -> None:
    visit = a_visit("2026-10-06-the-old-barn-2")
    assert (visit.on, visit.provider) == (day("2026-10-06"), "the-old-barn-2")


@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_only_what_happened_has_a_note(status: str) -> None:
    assert contradiction(a_visit, status=status, note=NOTE) == (
        f"it is {status} and has a note: a visit with a note is done"
    )
    assert a_visit(status=status).note is None


def test_what_was_refused_did_not_happen() -> None:
    said = contradiction(a_visit, status="done", refused_on="2026-03-10")
    assert said == "it was refused and is done: a visit that was refused is cancelled"
    assert a_visit(status="cancelled", refused_on="2026-03-10").refused_on is not None


def test_a_note_is_written_after_the_visit() -> None:
    said = contradiction(a_visit, note={**NOTE, "written_on": "2026-03-11"})
    assert said == "the note was written on 2026-03-11, before the visit"
    assert a_visit(note=NOTE).note is not None


def test_a_note_goes_out_once_it_is_written() -> None:
    circulation = [{"to": "provider", "on": "2026-03-12"}, {"to": "schools", "on": "2026-03-11"}]
    said = contradiction(a_visit, note={**NOTE, "circulation": circulation})
    assert said == "it went to schools on 2026-03-11, before it was written on 2026-03-12"
    assert a_visit(note={**NOTE, "circulation": circulation[:1]}).note


def test_the_next_visit_comes_after_this_one() -> None:
    said = contradiction(a_visit, note={**NOTE, "next_visit_by": "2026-03-11"})
    assert said == "the next visit is due by 2026-03-11, before this one"
    assert a_visit(note={**NOTE, "next_visit_by": "2026-03-12"}).note


@pytest.mark.parametrize("ends_at", ["09:00", "09:30"])
def test_a_visit_ends_after_it_starts(ends_at: str) -> None:
    said = contradiction(a_visit, starts_at="09:30", ends_at=ends_at)
    assert said == f"it ends at {ends_at}, no later than it starts at 09:30"
    assert a_visit(starts_at="09:30", ends_at="11:00").ends_at


def test_actions_of_a_note_have_keys_of_their_own() -> None:
    said = contradiction(a_visit, note={**NOTE, "actions": [an_action(), an_action()]})
    assert said == "two actions have the key train: give each its own"
    assert a_visit(note={**NOTE, "actions": [an_action(), an_action(key="write")]}).note


@pytest.mark.parametrize(
    ("action", "message"),
    [
        pytest.param(
            {"done_on": "2026-04-01"},
            "it is open, and it has a day it was done or verified: say its status",
            id="open-and-done",
        ),
        pytest.param(
            {"verified_on": "2026-04-01"},
            "it is open, and it has a day it was done or verified: say its status",
            id="open-and-verified",
        ),
        pytest.param(
            {"status": "verified", "done_on": "2026-04-02", "verified_on": "2026-04-01", "verified_by": "officer"},
            "it was verified on 2026-04-01, before it was done on 2026-04-02",
            id="verified-before-it-was-done",
        ),
        pytest.param({"status": "done"}, "it is done, so say when: done_on", id="done"),
        pytest.param(
            {"status": "verified", "verified_on": "2026-04-01"},
            "it is verified, so say by whom and when: verified_by, verified_on",
            id="verified-by-nobody",
        ),
        pytest.param(
            {"status": "verified", "verified_by": "officer"},
            "it is verified, so say by whom and when: verified_by, verified_on",
            id="verified-on-no-day",
        ),
    ],
)
def test_an_action_says_when_it_was_done_or_verified(action: dict[str, str], message: str) -> None:
    plain = {"key": "train", "what": "train", "owner": "head", "due": "2026-05-01"}
    assert contradiction(a_visit, note={**NOTE, "actions": [{**plain, **action}]}) == message


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        ({"status": "open"}, True),
        ({"status": "done", "done_on": "2026-04-01"}, False),
        ({"status": "verified", "verified_on": "2026-04-01", "verified_by": "officer"}, False),
        (
            {"status": "verified", "done_on": "2026-04-01", "verified_on": "2026-04-01", "verified_by": "officer"},
            False,
        ),
        ({"status": "withdrawn"}, False),
    ],
)
def test_an_action_is_open_until_it_is_done_verified_or_withdrawn(status: dict[str, str], is_open: bool) -> None:
    plain = {"key": "train", "what": "train", "owner": "head", "due": "2026-05-01"}
    note = a_visit(note={**NOTE, "actions": [{**plain, **status}]}).note
    assert note is not None
    assert note.actions[0].is_open(day("2026-04-01")) is is_open
    assert note.actions[0].is_open(day("2026-03-31")) is (status["status"] != "withdrawn")


def test_no_more_of_the_central_record_is_complete_than_was_looked_at() -> None:
    said = contradiction(a_visit, central_record={"looked_at": "4", "complete": "5"})
    assert said == "more entries are complete than were looked at"
    assert a_visit(central_record={"looked_at": "4", "complete": "4"}).central_record is not None


def test_what_was_counted_on_the_day_has_its_place() -> None:
    look = {"pupils": "3", "most_hours": "19:30", "basis": "the provider's register of the week"}
    visit = a_visit(sessions_observed="2", registration=look)
    assert visit.sessions_observed == 2
    assert visit.registration is not None
    assert visit.registration.pupils == 3
    assert visit.registration.most_hours == timedelta(hours=19.5)


def test_only_what_happened_was_looked_at() -> None:
    seen = [{"kind": "attendance"}]
    assert contradiction(a_visit, status="planned", information=seen) == (
        "it is planned and says what was looked at: what it is to look at is look_at"
    )
    assert a_visit(information=seen).information[0].kind == "attendance"


@pytest.mark.parametrize(
    ("seen", "message"),
    [
        pytest.param(
            {"starts": "2026-03-02", "ends": "2026-03-01"},
            "it ends on 2026-03-01, before it starts on 2026-03-02",
            id="turned-round",
        ),
        pytest.param(
            {"starts": "2026-03-13"}, "it starts on 2026-03-13, after the day it was looked at", id="of-tomorrow"
        ),
        pytest.param({"kind": "other"}, "it is of another kind, so say what was looked at: what", id="unnamed"),
    ],
)
def test_what_was_looked_at_can_have_been(seen: dict[str, str], message: str) -> None:
    assert contradiction(a_visit, information=[{"kind": "attendance", **seen}]) == message


@pytest.mark.parametrize(
    "seen",
    [
        {"kind": "attendance", "starts": "2026-03-11", "ends": "2026-03-11"},
        {"kind": "insurance", "ends": "2026-12-31"},
        {"kind": "other", "what": "the log of complaints"},
    ],
)
def test_what_was_looked_at_is_kept(seen: dict[str, str]) -> None:
    assert len(a_visit(information=[seen]).information) == 1


def test_an_audit_from_the_desk_observes_no_sessions() -> None:
    said = contradiction(a_visit, type="desk_top_audit", sessions_observed="1")
    assert said == "an audit from the desk observes no sessions: record the visit on site as one of its own"
    assert a_visit(type="desk_top_audit", sessions_observed="0").sessions_observed == 0


def test_the_provider_is_asked_about_facts_once_the_note_is_written() -> None:
    said = contradiction(a_visit, note={**NOTE, "facts_asked_on": "2026-03-11"})
    assert said == "the provider was asked on 2026-03-11, before it was written on 2026-03-12"
    assert a_visit(note={**NOTE, "facts_asked_on": "2026-03-12"}).note is not None
