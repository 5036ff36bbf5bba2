"""What a letter says to whom, letters made again, and what keeps them back: `apqa notify` on the worked example."""

from __future__ import annotations

import json
import shutil
from email import message_from_bytes, policy
from pathlib import Path

import docx
import pytest

from tests.cli.asking import Said, ask

RECORDS = Path(__file__).parents[2] / "records"
PLAN, PROVIDER = "action-plans/cornerstool/2026-05-18.yaml", "providers/cornerstool.yaml"
ON = "2026-11-23"
WAITS = "Cindervale Academy (prepared on 11 November 2026)"
AFTER_SUSPENSION = """\
  - on: 2026-12-14
    step: enhanced_monitoring
    decided_by: head of inclusion
    reason: What was asked for is done.
"""
FAMILY = """\
reason: The roof of the barn is not safe.
trigger: visit
escalation:
  - on: 2026-11-10
    step: all_suspended
    decided_by: head of inclusion
    reason: Not safe until it is mended.
    trigger: immediate_risk
actions:
  - key: roof
    what: Mend the roof.
    owner: director
    due: 2026-12-01
    evidence_expected: The surveyor's letter.
    status: open
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Give a copy of the worked example, in which one commissioner has a letter prepared and was not told."""
    shutil.copytree(RECORDS, tmp_path / "records")
    return tmp_path / "records"


def notify(records: Path, *options: object, on: str = ON, provider: str = "cornerstool") -> Said:
    return ask("notify", provider, *options, "--on", on, "-C", records)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def letter(records: Path, name: str, on: str, provider: str = "cornerstool") -> str:
    """Answer the letter to somebody as text, on one line."""
    answer = json.loads(notify(records, "--dry-run", "-f", "json", on=on, provider=provider).out)
    return " ".join(next(each["text"] for each in answer["letters"] if each["name"] == name).split())


class TestTheEndOfASuspension:
    """What ended, what holds now, and what is asked of whoever has pupils there."""

    @pytest.fixture
    def ended(self, records: Path) -> Path:
        with (records / PLAN).open("a", encoding="utf-8", newline="\n") as plan:
            plan.write(AFTER_SUSPENSION)
        again = "  - {on: 2026-12-14, status: listed, decided_by: head of inclusion, reason: Put right.}\n"
        change(records / PROVIDER, "\ndue_diligence:\n", f"{again}\ndue_diligence:\n")
        return records

    def test_the_letter_says_that_it_has_ended_and_what_holds_now(self, ended: Path) -> None:
        said = letter(ended, "Hazelmarsh School", "2026-12-15")
        assert "suspension of new placements ended, enhanced monitoring from 14 December 2026" in said
        assert (
            "Avonmere Council has decided: the suspension of new placements with Cornerstool Boxing and Fitness, "
            "in force since 10 November 2026, ends with effect from 14 December 2026. From that day Cornerstool "
            "Boxing and Fitness is under enhanced monitoring."
        ) in said
        assert "- PL-1CCSE runs there. When" in said
        assert "tell us what becomes" not in said

    def test_a_template_may_not_leave_the_end_out(self, ended: Path) -> None:
        own = ended / "templates" / "letters" / "enhanced_monitoring.txt.j2"
        own.parent.mkdir(parents=True)
        extends = "{% extends 'shipped/letters/enhanced_monitoring.txt.j2' %}\n"
        own.write_text(f"{extends}{{% block opening %}}{{{{ letter.since }}}}{{% endblock %}}")
        said = notify(ended, "--dry-run", on="2026-12-15")
        assert "leaves out 'The suspension of new placements with Cornerstool" in said.err


class TestAFamily:
    """A parent with a personal budget, whom no record names."""

    @pytest.fixture
    def suspended(self, records: Path) -> Path:
        plan = records / "action-plans/hedgepig-hollow/2026-11-02.yaml"
        plan.parent.mkdir(parents=True, exist_ok=True)
        plan.write_text(FAMILY, encoding="utf-8")
        return records

    def test_has_a_letter_in_words_of_its_own(self, suspended: Path) -> None:
        said = letter(suspended, "the parent of PL-F3HV7", "2026-11-11", "hedgepig-hollow")
        assert "To: the parent (our reference PL-F3HV7)" in said
        assert "Dear parent, Avonmere Council has decided" in said
        assert "- Make no more use of your placement from the day named, and talk to us" in said
        assert (
            "Your placement there - PL-F3HV7 runs there. When you answer, give our reference PL-F3HV7 instead" in said
        )
        for of_schools in ("referrals", "the commissioner", "write of pupils", "tell us what becomes"):
            assert of_schools not in said

    def test_a_placement_that_has_not_begun_stands_as_such(self, suspended: Path) -> None:
        placement = suspended / "placements/PL-F3HV7.yaml"
        text = placement.read_text(encoding="utf-8").partition("\nreviews:")[0]
        placement.write_text(text.replace("2026-09-16", "2026-11-30") + "\n", encoding="utf-8")
        said = letter(suspended, "the parent of PL-F3HV7", "2026-11-11", "hedgepig-hollow")
        assert "- PL-F3HV7 is to begin there on 30 November 2026." in said

    def test_a_placement_that_ended_since_stands_as_such(self, suspended: Path) -> None:
        placement = suspended / "placements/PL-F3HV7.yaml"
        text = placement.read_text(encoding="utf-8").partition("\nreviews:")[0]
        placement.write_text(f"{text}\nend: {{on: 2026-11-10, reason: provider_suspended}}\n", encoding="utf-8")
        said = letter(suspended, "the parent of PL-F3HV7", "2026-11-11", "hedgepig-hollow")
        assert "- PL-F3HV7 ended there on 10 November 2026." in said


class TestWhatALetterSays:
    """Who signs it, by when to answer, and in what form."""

    def test_it_greets_signs_and_leaves_no_gaps(self, records: Path, tmp_path: Path) -> None:
        notify(records, "--again", "all", "--output", tmp_path / "letters")
        (text,) = (tmp_path / "letters").glob("*.txt")
        (word,) = (tmp_path / "letters").glob("*.docx")
        whole = text.read_text(encoding="utf-8")
        assert "\n\nDear colleagues,\n\n" in whole
        signed = ["Alternative provision quality officer", "Avonmere Council", "ap.quality@avonmere.example"]
        assert whole.endswith("\n".join(["Yours faithfully,\n", *signed, "01632 960101\n"]))
        assert "\n\n\n" not in whole
        said = "\n".join(each.text for each in docx.Document(str(word)).paragraphs)
        assert "\n".join(["Yours faithfully,", *signed, "01632 960101"]) in said

    def test_the_draft_bears_its_day_and_no_hour_it_cannot_know(self, records: Path, tmp_path: Path) -> None:
        notify(records, "--again", "all", "--output", tmp_path / "letters")
        (mail,) = (tmp_path / "letters").glob("*.eml")
        assert message_from_bytes(mail.read_bytes(), policy=policy.default)["Date"] == (
            "Mon, 23 Nov 2026 12:00:00 -0000"
        )

    def test_a_day_to_answer_by_is_the_councils_own(self, records: Path) -> None:
        assert "Let us know by" not in letter(records, "Cindervale Academy", "2026-11-11")
        days = "policy:\n  settling_days: {days: 10, reason: two working weeks, decided_by: head of inclusion}\n"
        change(records / "authority.yaml", "\npolicy:\n", f"\n{days}")
        assert "Let us know by 24 November 2026." in letter(records, "Cindervale Academy", "2026-11-11")
        assert "Let us know by" not in letter(records, "Cindervale Academy", "2026-11-25")

    def test_a_removal_says_from_when_the_provider_may_apply_again(self, records: Path) -> None:
        plan = records / "action-plans/flintlock-skills/2026-01-26.yaml"
        text = plan.read_text(encoding="utf-8")
        start = text.index("    told:", text.rindex("  - on: "))
        plan.write_text(text[:start] + text[text.index("    placements:", start) :], encoding="utf-8", newline="\n")
        said = letter(records, "Netherquay Academy", "2026-04-24", "flintlock-skills")
        assert "It may apply to be listed again from " in said

    def test_where_the_council_has_no_address_that_is_said(self, records: Path) -> None:
        authority = records / "authority.yaml"
        change(authority, "mailbox: alternative-provision@avonmere.example\n", "")
        change(authority, "    email: ap.quality@avonmere.example\n", "")
        said = notify(records, "--dry-run")
        assert "No address of the council is recorded, so the letters say none to answer to: write mailbox" in said.out
        assert "No address" not in notify(records).out


class TestAgain:
    """A letter that was prepared and got lost."""

    def test_who_has_a_letter_and_was_not_told_is_said_with_what_to_do(self, records: Path) -> None:
        said = notify(records)
        assert (said.status, said.out.splitlines()[1]) == (1, "No letter is to be prepared; 6 of 7 told.")
        assert f"With a letter and not recorded as told: {WAITS}. Send it, then record it" in said.out
        assert "Where it is lost, make it once more: apqa notify cornerstool --again NAME." in said.out

    @pytest.mark.parametrize("who", ["all", "cindervale-academy", "Cinder"])
    def test_it_is_made_once_more_and_the_record_stays(self, records: Path, tmp_path: Path, who: str) -> None:
        before = (records / PLAN).read_bytes()
        said = notify(records, "--again", who, "--output", tmp_path / "letters")
        assert said.out.splitlines()[1] == "1 letter made again; 6 of 7 told."
        assert [each.suffix for each in sorted((tmp_path / "letters").iterdir())] == [".docx", ".eml", ".txt"]
        assert (records / PLAN).read_bytes() == before
        assert "recorded as prepared" not in said.out

    def test_a_dry_run_shows_it(self, records: Path) -> None:
        said = notify(records, "--dry-run")
        assert said.out.splitlines()[1] == "1 letter prepared before; 6 of 7 told."
        assert "Cindervale Academy <office@cindervale.example>, prepared on 11 November 2026\n" in said.out
        assert "  | To: Cindervale Academy\n" in said.out

    def test_markdown_shows_the_letters_and_their_files(self, records: Path, tmp_path: Path) -> None:
        dry = notify(records, "--dry-run", "-f", "markdown").out
        assert "### Cindervale Academy (office@cindervale.example), prepared on 11 November 2026\n" in dry
        assert "\n    To: Cindervale Academy\n" in dry
        made = notify(records, "--again", "all", "-f", "markdown", "--output", tmp_path / "letters").out
        assert made.count("\n- ") == 3
        assert "    To: Cindervale" not in made

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            pytest.param(["--again", "hazel"], "Hazelmarsh School is recorded as acknowledged on 12", id="told"),
            pytest.param(["--again", "x", "--told", "all"], "--again makes letters: record with", id="recording"),
            pytest.param(["--output", "out.json"], "out.json is called like a file: name a folder", id="file"),
        ],
    )
    def test_what_cannot_be_is_refused(self, records: Path, options: list[str], said: str) -> None:
        refused = notify(records, *options)
        assert refused.status == 2
        assert said in refused.err

    def test_who_never_had_a_letter_has_none_to_make_again(self, records: Path) -> None:
        refused = notify(records, "--again", "hazel", on="2026-11-10")
        assert "no letter to Hazelmarsh School was prepared by then: leave out --again, and one is" in refused.err
        assert "waits to be told" in notify(records, "--again", "all", on="2026-11-10").err


class TestDaysAndNames:
    """Days that contradict one another, and the names somebody goes by."""

    @pytest.mark.parametrize(
        ("options", "on"),
        [
            pytest.param(["--told", "cinder"], "2026-11-10", id="told-before-the-letter"),
            pytest.param([], "2026-11-10", id="prepared-before-the-letter"),
        ],
    )
    def test_nobody_is_told_before_the_letter(self, records: Path, options: list[str], on: str) -> None:
        before = (records / PLAN).read_bytes()
        refused = notify(records, *options, on=on)
        assert refused.status == 2
        assert "is recorded as having a letter prepared on 11 November 2026, after 10 November 2026" in refused.err
        assert (records / PLAN).read_bytes() == before

    def test_all_means_nobody_where_everybody_is_done(self, records: Path) -> None:
        notify(records, "--told", "all")
        assert "everybody who must be told is recorded as told already" in notify(records, "--told", "all").err
        assert "0 acknowledged" not in notify(records, "--acknowledged", "all").out
        assert "everybody who was told is recorded as" in notify(records, "--acknowledged", "all").err
        assert "nobody is recorded as told by then" in notify(records, "--acknowledged", "all", on="2026-11-10").err
        assert "nobody must be told of it" in notify(records, "--told", "all", on="2026-10-01").err

    def test_a_name_its_placement_gives_it_is_its_own(self, records: Path) -> None:
        change(records / "placements/PL-N9DEN.yaml", "name: Cindervale Academy", "name: Cindervale Academy Trust")
        change(records / PLAN, "{who: Cindervale Academy, kind: commissioner, prepared_on: 2026-11-11}", (
            "{who: Cindervale Academy Trust, kind: commissioner, prepared_on: 2026-11-11}"
        ))  # fmt: skip
        assert WAITS in notify(records).out
        said = notify(records, "--told", "academy trust")
        assert said.out.splitlines()[1] == "Recorded: 7 of 7 told, 1 acknowledged."
        told = (records / PLAN).read_text(encoding="utf-8")
        assert "who: Cindervale Academy Trust, kind: commissioner, prepared_on: 2026-11-11, on: 2026-11-23" in told


class TestAPupil:
    """What may say who a pupil is goes into no letter."""

    TEXT = "what: Continues; the commissioner reviews it by 4 December and rings weekly."

    def test_such_a_text_keeps_the_letters_back(self, records: Path, tmp_path: Path) -> None:
        change(records / PLAN, self.TEXT, "what: The mother of Jamie Smith takes him home.")
        for option in ("--dry-run", "--again=all"):
            said = notify(records, option, "--output", tmp_path / "letters")
            assert (said.status, said.out) == (1, "")
            assert "pupil-may-be-recognised" in said.err
            assert "Jamie" not in said.err
            assert said.err.endswith("put that right first, for letters would carry it\n")
        assert not (tmp_path / "letters").exists()

    def test_an_answer_recorded_lets_them_through_and_is_shown(self, records: Path) -> None:
        change(records / PLAN, self.TEXT, "what: Continues under Brother Jamie Smith.")
        held = notify(records, "--dry-run")
        assert held.status == 1
        answer = "identifies_nobody: [{words: Brother Jamie Smith, reason: its head, by: officer, on: 2026-11-12}]\n"
        with (records / PLAN).open("a", encoding="utf-8", newline="\n") as plan:
            plan.write(answer)
        said = notify(records, "--dry-run")
        assert "Continues under Brother Jamie Smith." in said.out
        if "pupil-may-be-recognised" in held.err:
            assert "made all the same, as a recorded reason or a waiver answers it" in said.err
