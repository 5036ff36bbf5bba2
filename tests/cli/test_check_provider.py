"""`apqa check-provider`, from the folder to the exit status."""

from __future__ import annotations

import csv
import io
import os
import re
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.asking import ask, run
from tests.cli.small_council import (
    BROKEN,
    BROKEN_PLACEMENT,
    DUE_SOON,
    FULL,
    LAPSED,
    NOT_RECORDED,
    ON,
    PLACEMENT,
    PLACEMENT_FILE,
    PROVIDER_FILE,
    council,
)

if TYPE_CHECKING:
    from tests.cli.small_council import Change

QUESTION = ("check-provider", "kingfisher", "--on", ON)


@pytest.mark.parametrize(
    ("change", "verdict", "status"),
    [
        pytest.param((), "clear", 0, id="everything in order"),
        pytest.param((DUE_SOON,), "clear_with_conditions", 0, id="something due soon"),
        pytest.param((NOT_RECORDED,), "cannot_tell", 1, id="something not recorded"),
        pytest.param((LAPSED,), "do_not_place", 1, id="insurances lapsed"),
        pytest.param((LAPSED, NOT_RECORDED, DUE_SOON), "do_not_place", 1, id="the gravest decides"),
        pytest.param((FULL,), "do_not_place", 1, id="appears to meet the definition of a school"),
        pytest.param((BROKEN_PLACEMENT,), "cannot_tell", 3, id="a placement cannot be read"),
        pytest.param((BROKEN_PLACEMENT, LAPSED), "do_not_place", 1, id="a stop is certain whatever cannot be read"),
    ],
)
def test_the_verdict_and_the_status(tmp_path: Path, change: tuple[Change, ...], verdict: str, status: int) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, *change), "-f", "json")
    assert (said.answer["verdict"], said.status) == (verdict, status)


def test_without_the_councils_own_file_it_cannot_be_told(tmp_path: Path) -> None:
    records = council(tmp_path)
    (records / "authority.yaml").unlink()
    said = ask(*QUESTION, "-C", records)
    assert said.status == 1
    assert "CANNOT TELL" in said.out
    assert "there is no authority.yaml, and it may ask for more than law, guidance and framework do" in said.out
    (records / "authority.yaml").write_text("name: [", encoding="utf-8")
    assert ask(*QUESTION, "-C", records).status == 3


def test_two_files_of_one_provider_are_never_clear(tmp_path: Path) -> None:
    records = council(tmp_path)
    kept = (records / PROVIDER_FILE).read_bytes()
    (records / "providers/kingfisher.yml").write_bytes(kept)
    said = ask(*QUESTION, "-C", records)
    assert said.status == 3
    assert "cannot be read: providers/kingfisher.yml" in said.out
    (records / "providers/kingfisher.yml").rename(records / "providers/kingfisher-two.yml")
    assert ask(*QUESTION, "-C", records).status == 0


def test_a_file_whose_name_differs_in_capitals_is_never_clear(tmp_path: Path) -> None:
    records = council(tmp_path)
    other = records / "providers/Kingfisher.yaml"
    if other.exists():
        pytest.skip("this computer takes the two names for one file")
    other.write_bytes((records / PROVIDER_FILE).read_bytes())
    said = ask(*QUESTION, "-C", records)
    assert said.status == 3
    assert "cannot be read: providers/Kingfisher.yaml" in said.out


def test_placements_kept_elsewhere_are_said_and_a_declaration_answers(tmp_path: Path) -> None:
    records = council(tmp_path)
    (records / PLACEMENT_FILE).unlink()
    said = ask(*QUESTION, "-C", records, "-f", "json")
    assert (said.answer["verdict"], said.status) == ("clear", 0)
    missing = "no placements are recorded here, so the council's own pupils count only as the provider declared them"
    assert said.answer["registration"]["missing"] == [missing]
    assert missing in ask(*QUESTION, "-C", records).out


@pytest.mark.parametrize(
    ("change", "level", "status"),
    [
        ((DUE_SOON,), "query", 1),
        ((DUE_SOON,), "concern", 0),
        ((DUE_SOON,), "breach", 0),
        ((NOT_RECORDED,), "breach", 1),
        ((LAPSED,), "breach", 1),
        ((BROKEN_PLACEMENT,), "breach", 3),
    ],
)
def test_the_level_decides_what_fails(tmp_path: Path, change: tuple[Change, ...], level: str, status: int) -> None:
    assert ask(*QUESTION, "-C", council(tmp_path, *change), "--level", level).status == status


def test_the_verdict_stands_in_the_first_line_and_at_the_end(tmp_path: Path) -> None:
    lines = ask(*QUESTION, "-C", council(tmp_path, LAPSED)).out.splitlines()
    assert lines[0] == "Kingfisher Workshops (kingfisher), 3 November 2026: DO NOT PLACE"
    assert lines[-3] == "DO NOT PLACE"
    assert "3 checks stand in the way (Public liability insurance;" in lines[-2]
    assert lines[-1] == "34 of 37 checks met, 3 stand in the way."


def test_the_gravest_stands_nearest_to_the_verdict(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, LAPSED, NOT_RECORDED, DUE_SOON)).out
    parts = [
        "\nTo be put right, or due soon\n",
        "What cannot be told",
        "Why not to place",
        "Whom to ask",
        "\nDO NOT PLACE",
    ]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert "Not recorded is not the same as absent." in said
    assert said.splitlines()[-1] == "32 of 37 checks met, 3 stand in the way, 1 cannot be told, 1 falls due soon."


def test_every_problem_says_what_why_remedy_and_whom_to_ask(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, NOT_RECORDED)).out
    for expected in (
        "? Curriculum plans and schemes of work\n",
        "Found   nothing is recorded\n",
        "Basis   QF-24 - framework\n",
        "Remedy  See it, and record what was seen, when, by whom and where it is filed.\n",
        "Ask     the provider's lead for the policy, through its named contact\n",
        "Provider  head of provision, head@kingfisher.example\n",
    ):
        assert expected in said


def test_the_wording_calls_nothing_illegal(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, FULL)).out
    assert "appears to meet the definition of an independent school" in said
    assert "Refer to the Department" in said
    assert not {"illegal", "unlawful", "offence"} & set(said.lower().split())
    assert "Neither registration nor listing waives any check." in said


def test_piped_each_check_stands_on_one_plain_line(tmp_path: Path) -> None:
    said = run(*QUESTION, "-C", council(tmp_path), COLUMNS="40").out
    assert "\x1b" not in said
    assert (
        "Anti-bullying (QF-21): reviewed on 1 July 2026; the policy, seen on 7 September 2026 by commissioning "
        "officer; filed: AP/kingfisher/policies; until 1 July 2027\n"
    ) in said


def test_the_json_answer_names_everything(tmp_path: Path) -> None:
    answer = ask(*QUESTION, "-C", council(tmp_path, FULL), "-f", "json").answer
    assert (answer["format"], answer["command"], answer["on"]) == (1, "check-provider", ON)
    assert answer["provider"] == {"id": "kingfisher", "name": "Kingfisher Workshops"}
    assert answer["listing"] == "listed since 1 September 2025"
    assert answer["escalation"]["step"] == "listed"
    registration = answer["registration"]
    assert registration["requirement"] == "must_register"
    assert registration["headroom"] == {"pupils": 0, "with_ehc_plan": 0, "looked_after": 0}
    assert registration["law"]["key"] == "education_act_1996"
    assert registration["announced"]["law"]["in_force_from"] is None
    assert "placing" not in answer
    line = next(each for each in answer["lines"] if each["key"] == "policies/medication")
    assert line["evidence"] == {
        "seen": "the policy",
        "on": "2026-09-07",
        "by": "commissioning officer",
        "filed": "AP/kingfisher/policies",
        "sha256": None,
    }
    assert (line["state"], line["effect"], line["due"], line["clause"]) == ("met", "none", "2027-07-01", "QF-21")
    assert line["path"] == "providers/kingfisher.yaml"
    text = (tmp_path / "records" / line["path"]).read_text(encoding="utf-8").splitlines()[line["line"] - 1]
    assert text == "  medication:"


def test_the_csv_answer_has_a_row_a_check(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ask(*QUESTION, "-C", council(tmp_path, LAPSED), "-f", "csv").out)))
    assert len(rows) == 37
    assert next(iter(rows[0])) == "on"
    assert {row["on"] for row in rows} == {ON}
    expired = [row for row in rows if row["state"] == "expired"]
    assert [row["key"] for row in expired] == [
        "insurance/public_liability",
        "insurance/professional_indemnity",
        "insurance/employers_liability",
    ]
    assert {row["effect"] for row in expired} == {"stop"}
    assert expired[0]["filed"] == "AP/kingfisher/insurance"
    assert expired[0]["seen_on"] == "2026-09-07"


def test_the_markdown_answer_is_a_comment_to_paste(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, LAPSED), "-f", "markdown").out
    assert said.startswith("## DO NOT PLACE: Kingfisher Workshops, 3 November 2026\n")
    assert "### Why not to place\n" in said
    assert "| Public liability insurance | £10,000,000 with Harbour Mutual;" in said
    assert "<details><summary>All 37 checks</summary>" in said


def test_a_draft_shows_what_it_would_change(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path), "--if", "hours=19,ehcp=yes")
    assert said.status == 1
    placed = "19 hours a week, cohort 2011-12 (14 on 1 September 2026), EHC plan, from 3 November 2026"
    assert f"Placing        {placed}\n" in said.out
    assert (
        "Taken as said  not looked after, 14 on 1 September 2026, by day, the rest of the week not known, "
        "no end in sight; say otherwise with looked_after=yes, age= or cohort=, daytime=no, elsewhere=, until=\n"
    ) in said.out
    assert "Verdict        CLEAR without it, DO NOT PLACE with it\n" in said.out
    assert said.out.count("without this placement: met") == 1
    assert "\nThis placement\n" in said.out
    assert "it would tip the provider into having to register" in said.out
    assert "Registration   need not register; with this placement it would appear to meet the definition" in said.out
    assert "with this placement it would appear to meet the definition of an independent school, and is not" in said.out
    assert "Refer to the Department" not in said.out
    assert "Do not place this pupil here" in said.out


def test_a_draft_that_fits_leaves_the_verdict_as_it_was(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path), "--if", "hours=12, elsewhere=13")
    assert said.status == 0
    assert "Verdict        CLEAR, as without it\n" in said.out


def test_a_draft_that_starts_later_is_asked_about_on_its_first_day(tmp_path: Path) -> None:
    records = council(tmp_path)
    begins, ends_first = "hours=12,elsewhere=13,starts=2027-03-31", "hours=12,elsewhere=13,starts=2027-04-01"
    keys = {"insurance/public_liability", "insurance/professional_indemnity", "insurance/employers_liability"}
    covered = ask(*QUESTION, "-C", records, "--if", begins, "-f", "json").answer
    assert {line["state"] for line in covered["lines"] if line["key"] in keys} == {"due_soon"}
    lapsed = ask(*QUESTION, "-C", records, "--if", ends_first, "-f", "json").answer
    assert {line["state"] for line in lapsed["lines"] if line["key"] in keys} == {"expired"}
    assert lapsed["verdict"] == "do_not_place"
    named = ("on", "verdict_today", "verdict_before", "changed")
    assert [covered["placing"][name] for name in named] == ["2027-03-31", "clear", "cannot_tell", []]
    assert [lapsed["placing"][name] for name in named] == ["2027-04-01", "clear", "do_not_place", []]


def test_a_draft_that_starts_later_says_which_day_is_meant(tmp_path: Path) -> None:
    records = council(tmp_path)
    later = ask(*QUESTION, "-C", records, "--if", "hours=12,elsewhere=13,starts=2027-04-01").out
    assert "Verdict        DO NOT PLACE, as without it\n" in later
    assert "Day asked      1 April 2027, its first day; on 3 November 2026 it is CLEAR without it\n" in later
    soon = ask(*QUESTION, "-C", records, "--if", "hours=12,elsewhere=13,starts=2026-11-09").out
    assert "Day asked      9 November 2026, its first day\n" in soon
    assert "Day asked" not in ask(*QUESTION, "-C", records, "--if", "hours=12,elsewhere=13").out


def test_the_json_answer_names_the_draft(tmp_path: Path) -> None:
    placing = ask(*QUESTION, "-C", council(tmp_path), "--if", "hours=19:30,ehcp=yes", "-f", "json").answer["placing"]
    assert placing["placement"]["timetable"][0]["hours_with_breaks"] == 19.5
    assert placing["placement"]["starts"] == ON
    assert placing["verdict_before"] == "clear"
    assert placing["changed"] == ["registration/requirement"]
    assert placing["placement"]["id"] == "PL-00000"
    assert placing["assumed"][0] == {"key": "looked_after", "value": "no", "says": "not looked after"}


def test_what_nobody_said_of_a_draft_is_said_in_a_comment(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path), "--if", "hours=19", "-f", "markdown").out
    assert "- **Taken as said:** no EHC plan, not looked after, no special educational needs, 14 on 1 September" in said


def test_what_is_recorded_of_the_pupil_is_not_taken_as_said(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path), "--if", "hours=4,pupil=P-9F4TC").out
    assert "Taken as said  by day, no end in sight; say otherwise with daytime=no, until=" in said


def test_of_a_draft_in_a_file_nothing_is_taken_as_said(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text(PLACEMENT.replace("P-9F4TC", "P-AAAAA"), encoding="utf-8")
    asked = (*QUESTION, "-C", council(tmp_path), "--placing", draft)
    assert ask(*asked, "-f", "json").answer["placing"]["assumed"] == []
    assert "Taken as said" not in ask(*asked).out


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("hurs=19", "did you mean hours?"),
        ("hours", "'hours' is not of the form key=value, such as hours=19"),
        ("hours=", "'hours=' is not of the form key=value, such as hours=19"),
        ("hours=12,ehcp=maybe", "--if ehcp=maybe: write yes or no"),
        ("", "--if needs the hours a week"),
        ("hours=12,hours=19", "apqa: --if says hours twice"),
        ("hours=12, hours = 12", "apqa: --if says hours twice"),
        ("hours=12,ehcp=yes,ehc=no", "apqa: --if says ehcp twice: yes and no"),
        ("hours=12,age=16", "--if age=16 may mean two school years on 3 November 2026: write cohort=2010-11 ("),
        ("hours=12,age=11,cohort=2012-13", "apqa: --if says both age and cohort: one of them is enough"),
    ],
)
def test_a_draft_that_is_not_understood_is_a_wrong_usage(tmp_path: Path, text: str, sentence: str) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path), "--if", text)
    assert said.status == 2
    assert sentence in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    "said",
    [
        ("ehcp=yes", "hours=19,elsewhere=6"),
        ("hours=19", "elsewhere=6", "ehcp=yes"),
        ("ehcp=yes,", ",hours=19,elsewhere=6"),
    ],
)
def test_what_several_ifs_say_is_one_draft(tmp_path: Path, said: tuple[str, ...]) -> None:
    records = council(tmp_path)
    whole = ask(*QUESTION, "-C", records, "--if", "hours=19,elsewhere=6,ehcp=yes")
    assert ask(*QUESTION, "-C", records, *(part for each in said for part in ("--if", each))) == whole
    assert "Verdict        CLEAR without it, DO NOT PLACE with it\n" in whole.out


@pytest.mark.parametrize(
    ("second", "sentence"),
    [("hours=12", "apqa: --if says hours twice"), ("ehc=no", "apqa: --if says ehcp twice: yes and no")],
)
def test_several_ifs_say_each_thing_once(tmp_path: Path, second: str, sentence: str) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path), "--if", "hours=19,ehcp=yes", "--if", second)
    assert (said.status, said.out, said.err) == (2, "", sentence)


def test_a_draft_is_read_from_a_file_anywhere(tmp_path: Path) -> None:
    draft = tmp_path / "new placement.yaml"
    draft.write_text(PLACEMENT.replace("P-9F4TC", "P-AAAAA"), encoding="utf-8")
    answer = ask(*QUESTION, "-C", council(tmp_path), "--placing", draft, "-f", "json").answer
    assert answer["placing"]["placement"]["id"] == "PL-00000"
    assert {line["group"] for line in answer["lines"]} >= {"This placement"}


def test_a_draft_named_as_a_placement_keeps_its_id_and_takes_its_place(tmp_path: Path) -> None:
    draft = tmp_path / "PL-7K3QX.yaml"
    draft.write_text(PLACEMENT, encoding="utf-8")
    answer = ask(*QUESTION, "-C", council(tmp_path), "--placing", draft, "-f", "json").answer
    assert answer["placing"]["placement"]["id"] == "PL-7K3QX"
    requirement = next(line for line in answer["lines"] if line["key"] == "registration/requirement")
    assert "these records: 1 pupil there" in requirement["says"]


def test_a_draft_that_cannot_be_read_says_where_and_why(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text(PLACEMENT.replace("cohort: 2011-12", "cohort: 2011-13"), encoding="utf-8")
    said = ask(*QUESTION, "-C", council(tmp_path), "--placing", draft)
    assert said.status == 3
    assert said.err.startswith(f"apqa: the draft placement cannot be read:\n\n{draft}:5:9  breach  bad-identifier\n")
    assert said.out == ""


def test_a_draft_with_another_provider_is_a_wrong_usage(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text(PLACEMENT.replace("provider: kingfisher", "provider: heron"), encoding="utf-8")
    said = ask(*QUESTION, "-C", council(tmp_path), "--placing", draft)
    assert (said.status, said.err) == (2, f"apqa: the placement in {draft} is with heron, not with kingfisher")


def test_a_draft_is_given_in_one_way(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text(PLACEMENT, encoding="utf-8")
    assert ask(*QUESTION, "-C", council(tmp_path), "--placing", draft, "--if", "hours=12").status == 2


def test_a_draft_in_no_file_is_a_wrong_usage_said_in_one_sentence(tmp_path: Path) -> None:
    records, nowhere = council(tmp_path), tmp_path / "nowhere.yaml"
    none = ask(*QUESTION, "-C", records, "--placing", nowhere)
    assert (none.status, none.out, none.err) == (2, "", f"apqa: --placing: there is no file {nowhere}")
    folder = ask(*QUESTION, "-C", records, "--placing", records)
    said = f"apqa: --placing: {records} is a folder: name the file that holds the placement"
    assert (folder.status, folder.out, folder.err) == (2, "", said)
    assert ask(*QUESTION, "-C", records, "--placing", "").err.startswith("apqa: the name of a file or folder is empty")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such sockets")
def test_a_draft_that_the_system_does_not_let_be_opened_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as shut:
        shut.bind("draft.yaml")
        said = ask(*QUESTION, "-C", council(tmp_path), "--placing", "draft.yaml")
    assert (said.status, said.out) == (3, "")
    assert said.err.startswith("apqa: the draft placement cannot be read:\n\ndraft.yaml  breach  unreadable-file\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever runs the tests may read anything")
def test_a_draft_that_this_user_may_not_open_cannot_be_read(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text(PLACEMENT, encoding="utf-8")
    draft.chmod(0)
    said = ask(*QUESTION, "-C", council(tmp_path), "--placing", draft)
    assert said.status == 3
    assert "It cannot be read: this user may not open it." in said.err


def test_a_draft_in_a_folder_that_may_not_be_entered_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, shut, open_to = tmp_path / "shut" / "draft.yaml", tmp_path / "shut", os.access
    shut.mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != shut and open_to(path, mode))
    said = ask(*QUESTION, "-C", council(tmp_path), "--placing", draft)
    assert (said.status, said.out) == (3, "")
    assert said.err.startswith(f"apqa: {shut} may not be opened by this user: ask whoever keeps the computer")


def test_a_draft_through_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("there are no named pipes")
    pipe = tmp_path / "draft.yaml"
    os.mkfifo(pipe)
    assert ask(*QUESTION, "-C", council(tmp_path), "--placing", pipe).status == 3


@pytest.mark.parametrize("name", ["kingfishr", "KINGFISHER", "Kingfisher Workshop"])
def test_an_unknown_provider_suggests_the_nearest(tmp_path: Path, name: str) -> None:
    said = ask("check-provider", name, "--on", ON, "-C", council(tmp_path))
    assert (said.status, said.err) == (2, f"apqa: there is no provider {name}: did you mean kingfisher?")


def test_an_unknown_provider_that_is_near_nothing_names_the_folder(tmp_path: Path) -> None:
    records = council(tmp_path)
    said = ask("check-provider", "xyz", "--on", ON, "-C", records)
    assert (said.status, said.err) == (2, f"apqa: there is no provider xyz; the records are in {records}")


def test_a_provider_that_cannot_be_read_gets_no_verdict(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, BROKEN))
    assert said.status == 3
    assert said.out == ""
    assert said.err.startswith("apqa: the record of kingfisher cannot be read, so nothing can be said of it:\n\n")
    assert "providers/kingfisher.yaml:3:15  breach  unknown-word\n" in said.err


def test_the_answer_goes_to_a_file_and_says_so_unless_quiet(tmp_path: Path) -> None:
    records, file = council(tmp_path), tmp_path / "answer.md"
    said = ask(*QUESTION, "-C", records, "-f", "markdown", "-o", file)
    assert (said.out, said.err) == ("", f"apqa: the answer is in {file}\n")
    assert file.read_text(encoding="utf-8").startswith("## CLEAR: Kingfisher Workshops")
    assert ask(*QUESTION, "-C", records, "-f", "markdown", "-o", file, "-q").err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
@pytest.mark.parametrize("width", [80, 120])
def test_in_a_terminal_no_line_is_wider_than_it(tmp_path: Path, width: int) -> None:
    import pexpect

    records = council(tmp_path, LAPSED, NOT_RECORDED, DUE_SOON, FULL)
    arguments = ["-m", "apqa", *QUESTION, "-C", str(records), "--if", "hours=19,ehcp=yes,until=2027-07-16"]
    child = pexpect.spawn(
        sys.executable, arguments, dimensions=(24, width), encoding="utf-8", timeout=30, env=dict(os.environ)
    )
    said = child.read()
    child.close()
    bare = re.sub(r"\x1b\[[0-9;]*m", "", said).splitlines()
    assert max(map(len, bare)) <= width
    assert "\x1b[1;31mDO NOT PLACE\x1b[0m" in said
    assert bare[-1] == "─" * width
    assert child.exitstatus == 1


def test_a_draft_that_powershell_took_apart_is_put_together(tmp_path: Path) -> None:
    records = council(tmp_path)
    whole = ask("check-provider", "kingfisher", "--on", ON, "-C", records, "--if", "hours=15,ehcp=yes,age=14")
    parts = ask("check-provider", "kingfisher", "--on", ON, "-C", records, "--if", "hours=15", "ehcp=yes", "age=14")
    assert parts == whole
    assert "EHC plan" in parts.out


def test_a_second_provider_is_too_much(tmp_path: Path) -> None:
    said = ask("check-provider", "kingfisher", "heron", "--on", ON, "-C", council(tmp_path))
    assert (said.status, said.out) == (2, "")
    assert said.err == "apqa: one provider at a time: 'heron' is too much; a draft placement stands after --if"
