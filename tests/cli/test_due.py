"""`apqa termly-due` and `apqa due`: what falls due, and the calendar feed of it."""

from __future__ import annotations

import csv
import io
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import vobject

from tests.cli.asking import ask, installed, run
from tests.cli.small_council import BROKEN_PLACEMENT, LAPSED, ON, PLACEMENT_FILE, council

if TYPE_CHECKING:
    from tests.cli.small_council import Change

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
DAY = ("--on", "2026-11-23")
LATE = ("--on", "2027-02-01")
"""A day after the reports of the autumn were due, on 15 January 2027."""

CALENDAR = """\
confirmed: yes
terms:
  - {number: 1, starts: 2026-09-02, ends: 2026-10-23, period: autumn}
  - {number: 2, starts: 2026-11-02, ends: 2026-12-18, period: autumn}
  - {number: 3, starts: 2027-01-04, ends: 2027-02-12, period: spring}
  - {number: 4, starts: 2027-02-22, ends: 2027-03-25, period: spring}
  - {number: 5, starts: 2027-04-12, ends: 2027-05-28, period: summer}
  - {number: 6, starts: 2027-06-07, ends: 2027-07-21, period: summer}
"""
REPORT = "termly-reports/2026-27-autumn/PL-7K3QX.yaml"
SENT = """\
status: submitted
submitted_on: 2026-12-16
sessions: {possible: 60, attended: 50}
objectives: [{objective: Arrive on time, progress: on_track}]
"""
HEARD = "pupil_voice: {on: 2026-12-10, method: interview, says: I like the boats.}\n"
ACCEPTED = "review: {by: SENDCo, on: 2027-01-08, judgement: good}\n"


def folder(tmp_path: Path, *changes: Change, calendar: str = CALENDAR, **files: str) -> Path:
    """Write the small council with a calendar, and a report where one is given."""
    records = council(tmp_path, *changes)
    for name, text in {"calendar/2026-27.yaml": calendar, REPORT: files.get("report", "")}.items():
        if text:
            (records / name).parent.mkdir(parents=True, exist_ok=True)
            (records / name).write_text(text, encoding="utf-8")
    return records


@pytest.mark.parametrize(
    ("report", "on", "state", "status"),
    [
        pytest.param("", "2026-12-18", "not_yet_due", 0, id="the period goes on"),
        pytest.param("", "2026-12-19", "due", 0, id="the period is over"),
        pytest.param("", "2027-01-15", "due", 0, id="its last day"),
        pytest.param("", "2027-01-16", "overdue", 1, id="the day after"),
        pytest.param("status: draft\n", "2027-01-18", "overdue", 1, id="a draft is not sent"),
        pytest.param(SENT, "2027-01-18", "incomplete", 0, id="the pupil was not heard"),
        pytest.param(SENT + HEARD, "2027-01-18", "received", 0, id="complete"),
        pytest.param(SENT + HEARD, "2026-12-15", "not_yet_due", 0, id="asked about a day before it was sent"),
        pytest.param(
            SENT.replace("submitted\n", "accepted\n") + HEARD + ACCEPTED, "2027-01-18", "accepted", 0, id="accepted"
        ),
        pytest.param(
            SENT.replace("submitted\n", "returned\n") + HEARD + ACCEPTED, "2027-01-18", "returned", 0, id="returned"
        ),
    ],
)
def test_how_a_report_stands(tmp_path: Path, report: str, on: str, state: str, status: int) -> None:
    records = folder(tmp_path, report=report)
    said = ask("termly-due", "--term", "2026-27-autumn", "--on", on, "-f", "json", "-C", records)
    (duty,) = said.answer["duties"]
    assert (duty["state"], duty["due"], said.status) == (state, "2027-01-15", status)


@pytest.mark.parametrize(
    ("report", "on", "level", "status"),
    [
        pytest.param("", "2027-01-18", "concern", 1, id="overdue is a concern"),
        pytest.param("", "2027-01-18", "breach", 0, id="and no breach"),
        pytest.param(SENT, "2027-01-18", "query", 1, id="incomplete is a query"),
        pytest.param("", "2027-01-15", "query", 0, id="due is none"),
        pytest.param("", "2027-01-15", "advice", 1, id="due is advice"),
        pytest.param("", "2026-12-18", "advice", 0, id="not yet due is nothing"),
    ],
)
def test_from_which_state_on_the_status_is_found(tmp_path: Path, report: str, on: str, level: str, status: int) -> None:
    asked = ("termly-due", "--term", "2026-27-autumn", "--on", on, "--level", level)
    assert ask(*asked, "-C", folder(tmp_path, report=report)).status == status


def test_how_late_a_report_is_counts_in_school_days(tmp_path: Path) -> None:
    (duty,) = ask("termly-due", *LATE, "-f", "json", "-C", folder(tmp_path)).answer["duties"]
    assert (duty["school_days_late"], duty["days_late"]) == (11, 17)


def test_what_is_missing_is_said_and_whom_to_ask(tmp_path: Path) -> None:
    said = ask("termly-due", "--on", "2027-01-11", "-C", folder(tmp_path, report=SENT)).out
    assert said == (
        "Termly reports due by 22 February 2027, on 11 January 2027\n1 incomplete.\n\n"
        "Kingfisher Workshops (kingfisher)\n  for Westmarch Academy\n"
        "    15 Jan 2027  incomplete  Termly report, autumn 2026-27 (first): PL-7K3QX "
        "(sent on 16 December 2026; it lacks the pupil's voice; ask the head of provision)\n\n"
        "1 more is not due by then.\n"
    )


def test_a_year_without_a_calendar_is_not_guessed_at(tmp_path: Path) -> None:
    said = ask("termly-due", "--on", "2027-11-01", "-f", "json", "-C", folder(tmp_path))
    unknown = {each["key"]: each["says"] for each in said.answer["duties"] if each["state"] == "cannot_tell"}
    missing = "cannot be told: no calendar of the council is recorded for 2027-28"
    assert unknown == {
        "termly_report/2026-27-summer/PL-7K3QX": f"by when it is due {missing}",
        "termly_report/2027-28/PL-7K3QX": f"which reports are due {missing}",
    }
    assert said.status == 1


@pytest.mark.parametrize("command", ["termly-due", "due"])
def test_what_may_be_overdue_is_among_what_is(tmp_path: Path, command: str) -> None:
    said = ask(command, "--overdue", "--on", "2027-11-01", "-C", folder(tmp_path))
    assert said.status == 1
    assert "cannot be told  Termly report, 2027-28: PL-7K3QX" in said.out
    assert "; ask whoever keeps the records)" in said.out
    assert "What cannot be told of reports wants a calendar: add it (`apqa new calendar`)." in said.out


def test_what_has_no_day_is_said_to_stand_in_no_calendar(tmp_path: Path) -> None:
    command = ("termly-due", "--on", "2027-11-01", "-f", "ics", "-o", tmp_path / "due.ics", "-C", folder(tmp_path))
    said = ask(*command)
    assert "apqa: 2 things have no day and stand in no calendar: see apqa termly-due" in said.err
    assert ask(*command, "--quiet").err == ""


def test_a_feed_of_records_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    records = folder(tmp_path, BROKEN_PLACEMENT)
    said = ask("due", *DAY, "-f", "ics", "-o", tmp_path / "due.ics", "-C", records)
    assert said.status == 3
    assert "cannot be read" in said.err.lower()
    assert "placements/PL-7K3QX.yaml" in said.err


def test_by_how_many_school_days_is_not_known_without_a_calendar(tmp_path: Path) -> None:
    said = ask("termly-due", "--overdue", "--on", "2027-11-01", "-C", folder(tmp_path)).out
    unknown = "by how many school days cannot be told: no calendar of the council is recorded for 2027-28"
    assert f"({unknown}; ask the head of provision)" in said


def test_what_was_due_before_the_first_calendar_is_said_not_to_be_known(tmp_path: Path) -> None:
    earlier: Change = (PLACEMENT_FILE, "starts: 2026-09-14\nexpected_end", "starts: 2025-09-15\nexpected_end")
    said = ask("termly-due", *DAY, "-f", "json", "-C", folder(tmp_path, earlier))
    assert said.answer["notes"] == [
        "No calendar is recorded for 2025-26: which reports were due on 1 placement that year is not known."
    ]


def test_a_calendar_that_is_not_confirmed_is_said_to_be_one(tmp_path: Path) -> None:
    records = folder(tmp_path, calendar=CALENDAR.replace("confirmed: yes", "confirmed: no"))
    said = ask("due", *DAY, "-C", records).out
    assert "The calendar of 2026-27 is not confirmed: days that follow from it may move." in said


def test_where_no_placements_are_kept_what_is_due_of_them_is_not_known(tmp_path: Path) -> None:
    records = folder(tmp_path)
    (records / PLACEMENT_FILE).unlink()
    said = ask("termly-due", *DAY, "-C", records).out
    assert "No placements are kept here: what falls due of placements is not known." in said


def test_a_placement_that_cannot_be_read_leaves_the_answer_open(tmp_path: Path) -> None:
    said = ask("termly-due", *DAY, "-C", folder(tmp_path, BROKEN_PLACEMENT))
    assert said.status == 3
    assert "Cannot be read, so the answer may be another: placements/PL-7K3QX.yaml." in said.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(
            ("--term", "2026-27-autum"),
            "--term: '2026-27-autum' is no reporting period: give one such as 2026-27-summer",
            id="no period",
        ),
        pytest.param(
            ("--term", "2027-28-autumn"),
            "--term: no calendar of the council is recorded for 2027-28: add it (`apqa new calendar`); "
            "there are 2026-27-autumn, 2026-27-spring, 2026-27-summer",
            id="no calendar",
        ),
        pytest.param(("--provider", "kingfischer"), "there is no provider kingfischer", id="no such provider"),
        pytest.param(
            ("--commissioner", "Westmarsh Academy"),
            "nothing is owed for a commissioner called 'Westmarsh Academy': did you mean Westmarch Academy?",
            id="no such commissioner",
        ),
        pytest.param(("--commissioner", " "), "--commissioner: the name is empty", id="empty"),
    ],
)
@pytest.mark.parametrize("command", ["termly-due", "due"])
def test_what_there_is_none_of_is_refused_with_what_there_is(
    tmp_path: Path, command: str, options: tuple[str, ...], said: str
) -> None:
    answer = ask(command, *options, *DAY, "-C", folder(tmp_path))
    assert answer.status == 2
    assert said in answer.err


def test_without_any_calendar_a_term_is_named_as_an_example(tmp_path: Path) -> None:
    answer = ask("due", "--term", "autumn", *DAY, "-C", folder(tmp_path, calendar=""))
    assert answer.err == "apqa: --term: 'autumn' is no reporting period: give one such as 2026-27-autumn"


class TestChoosing:
    """Of everything that is due, what is asked about."""

    def keys(self, tmp_path: Path, *options: str, on: str = "2026-12-01") -> list[str]:
        records = folder(tmp_path, LAPSED)
        return [each["key"] for each in ask("due", *options, "--on", on, "-f", "json", "-C", records).answer["duties"]]

    def test_by_kind(self, tmp_path: Path) -> None:
        assert self.keys(tmp_path, "--kind", "insurance") == [
            "provider/kingfisher/insurance/employers_liability",
            "provider/kingfisher/insurance/professional_indemnity",
            "provider/kingfisher/insurance/public_liability",
        ]

    def test_by_several_kinds(self, tmp_path: Path) -> None:
        asked = ("--kind", "review", "--kind", "attendance")
        assert self.keys(tmp_path, *asked) == ["placement/PL-7K3QX/review"]

    @pytest.mark.parametrize("days", ["-1", "abc", "3654", "1.5", "", "²"])
    def test_days_ahead_are_a_whole_number(self, tmp_path: Path, days: str) -> None:
        said = ask("due", f"--within={days}", "--on", ON, "-C", council(tmp_path))
        expected = f"apqa: --within: '{days}' is no number of days: give a whole number from 0 to 3653"
        assert (said.status, said.err) == (2, expected)

    def test_by_days(self, tmp_path: Path) -> None:
        assert self.keys(tmp_path, "--kind", "review", "--within", "0") == ["placement/PL-7K3QX/review"]
        assert self.keys(tmp_path, "--kind", "review", "--within", "0", on="2026-10-23") == [
            "placement/PL-7K3QX/review"
        ]
        assert self.keys(tmp_path, "--kind", "placement", "--within", "200") == []
        assert self.keys(tmp_path, "--kind", "placement", "--within", "300") == ["placement/PL-7K3QX/expected_end"]

    def test_by_what_is_overdue(self, tmp_path: Path) -> None:
        found = self.keys(tmp_path, "--overdue")
        assert "provider/kingfisher/insurance/public_liability" in found
        assert not [key for key in found if key.endswith("expected_end")]

    def test_by_commissioner(self, tmp_path: Path) -> None:
        found = self.keys(tmp_path, "--commissioner", "westmarch", "--within", "400")
        assert found
        assert all("PL-7K3QX" in key for key in found)

    def test_by_term(self, tmp_path: Path) -> None:
        found = self.keys(tmp_path, "--term", "2026-27-autumn")
        assert "termly_report/2026-27-autumn/PL-7K3QX" in found
        assert "placement/PL-7K3QX/expected_end" not in found

    def test_by_provider(self, tmp_path: Path) -> None:
        assert self.keys(tmp_path, "--provider", "kingfisher", "--kind", "review") == ["placement/PL-7K3QX/review"]


def test_what_is_alike_is_shown_once_for_several_placements(tmp_path: Path) -> None:
    records = folder(tmp_path)
    twin = (records / PLACEMENT_FILE).read_text().replace("P-9F4TC", "P-9F4TD")
    (records / "placements" / "PL-8K3QX.yaml").write_text(twin)
    said = ask("termly-due", *LATE, "-C", records).out
    assert "15 Jan 2027  overdue by 11 school days  Termly report, autumn 2026-27 (first): PL-7K3QX, PL-8K3QX" in said


def test_it_has_a_row_a_duty_as_csv(tmp_path: Path) -> None:
    said = ask("termly-due", *LATE, "-f", "csv", "-C", folder(tmp_path)).out
    (row,) = csv.DictReader(io.StringIO(said))
    assert (row["state"], row["due"], row["placement"], row["ask"]) == (
        "overdue",
        "2027-01-15",
        "PL-7K3QX",
        "head of provision",
    )
    assert row["path"] == "placements/PL-7K3QX.yaml"


def test_it_has_a_table_a_provider_as_markdown(tmp_path: Path) -> None:
    said = ask("termly-due", *LATE, "-f", "markdown", "-C", folder(tmp_path)).out
    assert "### Kingfisher Workshops (kingfisher)\n" in said
    assert (
        "| 15 Jan 2027 | overdue by 11 school days | Termly report, autumn 2026-27 (first) | PL-7K3QX | "
        "Westmarch Academy | head of provision |\n"
    ) in said


def _events(file: Path) -> dict[str, tuple[date, int]]:
    """Read a feed with another library than the one that wrote it: the day and the number of each event."""
    read = vobject.readOne(file.read_bytes().decode("utf-8"))
    events = read.contents.get("vevent", [])
    return {each.uid.value: (each.dtstart.value, int(each.sequence.value)) for each in events}


REVIEW = "placement.pl-7k3qx.review"


class TestTheFeed:
    """A calendar that is subscribed to moves an event whose day moves, and shows it once."""

    def feed(self, records: Path, file: Path, *options: str, on: str = "2026-11-23") -> dict[str, tuple[date, int]]:
        said = ask("due", "-f", "ics", "-o", file, *options, "--on", on, "-C", records)
        assert "the answer is in" in said.err
        return _events(file)

    def test_holds_everything_ahead(self, tmp_path: Path) -> None:
        events = self.feed(folder(tmp_path), tmp_path / "due.ics")
        assert events["placement.PL-7K3QX.expected_end@e06999999.apqa"][0] == date(2027, 7, 16)
        assert events["placement.PL-7K3QX.review@e06999999.apqa"][0] == date(2026, 10, 23)

    def test_an_event_that_does_not_move_keeps_its_number(self, tmp_path: Path) -> None:
        records, file = folder(tmp_path), tmp_path / "due.ics"
        first = self.feed(records, file)
        again = self.feed(records, file, on="2026-11-24")
        assert first == again

    def test_an_event_that_moves_keeps_its_name_and_has_a_higher_number(self, tmp_path: Path) -> None:
        records, file = folder(tmp_path), tmp_path / "due.ics"
        first = self.feed(records, file)
        held = (records / PLACEMENT_FILE).read_text() + "reviews: [{on: 2026-11-20, by: SENDCo}]\n"
        (records / PLACEMENT_FILE).write_text(held)
        second = self.feed(records, file)
        assert set(first) == set(second)
        moved = {name for name in first if first[name] != second[name]}
        assert {name.partition("@")[0] for name in moved} >= {"placement.PL-7K3QX.review"}
        assert all(second[name][0] != first[name][0] and second[name][1] > first[name][1] for name in moved)

    def test_of_a_lost_file_no_number_falls(self, tmp_path: Path) -> None:
        records, file = folder(tmp_path), tmp_path / "due.ics"
        first = self.feed(records, file)
        file.unlink()
        later = self.feed(records, file, on="2026-11-25")
        assert all(later[name][1] >= first[name][1] for name in first)

    def test_is_the_same_to_the_byte_for_the_same_records_and_day(self, tmp_path: Path) -> None:
        records = folder(tmp_path)
        self.feed(records, tmp_path / "one.ics")
        self.feed(records, tmp_path / "two.ics")
        assert (tmp_path / "one.ics").read_bytes() == (tmp_path / "two.ics").read_bytes()

    def test_is_not_written_over_what_is_no_feed(self, tmp_path: Path) -> None:
        records, file = folder(tmp_path), tmp_path / "due.ics"
        file.write_text("minutes of the meeting\n")
        said = ask("due", "-f", "ics", "-o", file, *DAY, "-C", records)
        assert said.status == 4
        assert "is no calendar feed: name another file, or remove it first" in said.err
        assert file.read_text() == "minutes of the meeting\n"

    def test_lines_end_as_the_standard_has_it_also_on_the_standard_output(self, tmp_path: Path) -> None:
        records = folder(tmp_path)
        self.feed(records, tmp_path / "due.ics")
        written = (tmp_path / "due.ics").read_bytes()
        assert written.count(b"\n") == written.count(b"\r\n")
        assert all(len(line) <= 75 for line in written.split(b"\r\n"))
        told = subprocess.run([installed(), "due", "-f", "ics", *DAY, "-C", records], capture_output=True, check=False)
        assert told.stdout == written


def test_the_feed_of_the_worked_example_opens_in_a_calendar_program(tmp_path: Path) -> None:
    said = ask("due", "-f", "ics", "-o", tmp_path / "due.ics", *DAY, "-C", EXAMPLE)
    assert said.status == 1
    assert len(_events(tmp_path / "due.ics")) > 1000


def test_without_the_library_the_remedy_is_said(tmp_path: Path) -> None:
    """A folder that comes first on the path holds a library of the name that cannot be loaded."""
    (tmp_path / "icalendar.py").write_text("raise ImportError('none')\n")
    records = folder(tmp_path)
    said = run("due", "-f", "ics", *DAY, "-C", records, PYTHONPATH=os.fspath(tmp_path))
    assert said.status == 4
    assert said.err.startswith("apqa: calendar feeds need the extra `forms`, which is not installed: install apqa with")
    assert said.out == ""
