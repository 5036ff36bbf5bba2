"""`apqa escalation` and `apqa notify`: where a concern stands, and everybody told who must be told."""

from __future__ import annotations

import csv
import io
import json
import shutil
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from tests.cli.asking import Said, ask

RECORDS = Path(__file__).parents[2] / "records"
PLAN = "action-plans/flintlock-skills/2026-01-26.yaml"
REMOVED, TOLD = "2026-04-24", "2026-04-27"


@pytest.fixture
def removed(tmp_path: Path) -> Path:
    """Give the worked example as it stood on the day of the removal: nobody told of it, and a remark in the step."""
    records = tmp_path / "records"
    shutil.copytree(RECORDS, records)
    plan = records / PLAN
    text = plan.read_text(encoding="utf-8")
    step = text.rindex("  - on: ")
    start = text.index("    told:", step)
    end = text.index("    placements:", start)
    plan.write_text(f"{text[:start]}    # letters go out on Monday\n{text[end:]}", encoding="utf-8", newline="\n")
    return records


def escalation(*options: object, on: str = "2026-11-23", records: Path = RECORDS) -> Said:
    return ask("escalation", *options, "--on", on, "-C", records)


def notify(records: Path, *options: object, on: str = REMOVED, provider: str = "flintlock-skills") -> Said:
    return ask("notify", provider, *options, "--on", on, "-C", records)


class TestEscalation:
    """The step, why, what comes next and by when."""

    def test_all_with_an_open_concern_the_gravest_first(self) -> None:
        said = escalation()
        assert said.status == 1
        lines = [line.split()[0] for line in said.out.splitlines()[3:]]
        assert lines == ["cornerstool", "harbour-loft"]

    def test_the_whole_story_of_one(self) -> None:
        said = escalation("cornerstool")
        assert said.status == 1
        first, why, *_ = said.out.splitlines()
        assert first == ("Cornerstool Boxing and Fitness (cornerstool), 23 November 2026: NEW PLACEMENTS SUSPENDED")
        assert why.startswith("since 10 November 2026: Three of five actions overdue")
        assert (
            "  - Everybody who must be told is told: 6 of 7 told; not told: Cindervale Academy "
            "(by 12 November 2026, overdue; head of inclusion)\n"
        ) in said.out
        assert "action plan of 18 May 2026 and list" in said.out

    def test_one_of_which_all_is_done_asks_for_nothing(self) -> None:
        said = escalation("magpie-kiln")
        assert said.status == 0
        assert "MAGPIE" not in said.out
        assert "NO OPEN CONCERN\napproved provider list: listed since 6 November 2023\n" in said.out
        assert "back in good standing" in said.out
        assert escalation("flintlock-skills").status == 0

    def test_a_removal_is_listed_until_all_it_needs_is_done(self, removed: Path) -> None:
        for on in ("2026-04-25", "2026-04-27"):
            said = escalation(on=on, records=removed)
            assert "flintlock-skills  removed from the list" in said.out
        assert "flintlock-skills" not in escalation(on="2026-06-01").out

    def test_what_is_not_due_yet_is_open_and_not_overdue(self, removed: Path) -> None:
        said = escalation("flintlock-skills", on="2026-04-25", records=removed)
        (told,) = [line for line in said.out.splitlines() if line.startswith("  Everybody who must be told is told ")]
        assert "open: 0 of 18 told" in told
        after = escalation("flintlock-skills", on="2026-04-29", records=removed)
        assert "overdue: 0 of 18 told" in after.out
        assert "overdue: not recorded" not in after.out

    def test_a_day_without_a_concern(self) -> None:
        said = escalation(on="2024-02-01")
        assert (said.status, said.out) == (
            0,
            "No concern about any provider is open on 1 February 2024, and nothing calls for a step.\n",
        )

    def test_as_data(self) -> None:
        answer = json.loads(escalation("cornerstool", "-f", "json").out)
        (one,) = answer["providers"]
        assert (one["step"], one["since"], one["must_act"]) == ("new_placements_suspended", "2026-11-10", True)
        assert [each["state"] for each in one["told"]] == ["acknowledged", "told", "prepared", *["told"] * 4]
        assert [each["need"] for each in one["needs"] if each["overdue"]] == ["told"]
        rows = list(csv.DictReader(io.StringIO(escalation("-f", "csv").out)))
        assert [row["overdue"] for row in rows if row["provider"] == "harbour-loft"] == ["yes"]
        coming = [(row["next"].partition(":")[0], row["overdue"]) for row in rows if row["provider"] == "cornerstool"]
        assert coming[0] == ("Everybody who must be told is told", "yes")
        assert ("It is reviewed whether the step still holds", "no") in coming
        assert [each[0] for each in coming].count("Action") == 3
        nothing = list(csv.DictReader(io.StringIO(escalation("magpie-kiln", "-f", "csv").out)))
        assert [(row["step"], row["next"]) for row in nothing] == [("listed", "")]

    def test_as_markdown(self) -> None:
        one = escalation("cornerstool", "-f", "markdown").out
        assert one.startswith("## New placements suspended: Cornerstool Boxing and Fitness, 23 November 2026\n")
        assert "### Who must be told\n" in one
        assert "| cornerstool |" in escalation("-f", "markdown").out
        assert "No concern about any provider" in escalation("-f", "markdown", on="2024-02-01").out

    def test_a_plan_that_cannot_be_read_leaves_no_answer(self, removed: Path) -> None:
        (removed / PLAN).write_text("reason: [", encoding="utf-8")
        for form in ("text", "markdown"):
            said = escalation("flintlock-skills", "-f", form, records=removed)
            assert said.status == 3
            assert "action-plans/flintlock-skills/2026-01-26.yaml" in said.out
            assert "cannot tell" in said.out.splitlines()[0].lower()
            assert not [word for word in ("only the list", "not prepared", "overdue") if word in said.out]
        assert "flintlock-skills  cannot tell" in escalation(records=removed).out


class TestLetters:
    """The letters, and the record of whom they were prepared for."""

    def test_everybody_has_one_and_the_record_keeps_every_other_line(self, removed: Path, tmp_path: Path) -> None:
        before = (removed / PLAN).read_text(encoding="utf-8")
        said = notify(removed, "--output", tmp_path / "letters")
        assert said.status == 1
        assert said.out.splitlines()[:2] == [
            "Flintlock Skills Centre: removed from the list from 24 April 2026",
            "18 letters prepared; 0 of 18 told.",
        ]
        assert len(list((tmp_path / "letters").iterdir())) == 3 * 18
        after = (removed / PLAN).read_text(encoding="utf-8")
        assert after.count("prepared_on: 2026-04-24\n") == 18
        assert "    # letters go out on Monday\n" in after
        kept = iter(after.splitlines())
        assert all(line in kept for line in before.splitlines())

    def test_a_letter_names_the_readers_own_placement_and_no_other(self, removed: Path, tmp_path: Path) -> None:
        notify(removed, "--output", tmp_path)
        name = "flintlock-skills-removed-netherquay-academy"
        text = (tmp_path / f"{name}.txt").read_text(encoding="utf-8")
        mail = message_from_bytes((tmp_path / f"{name}.eml").read_bytes(), policy=policy.default)
        assert isinstance(mail, EmailMessage)
        body = mail.get_body()
        assert body is not None
        word = "\n".join(each.text for each in docx.Document(str(tmp_path / f"{name}.docx")).paragraphs)
        assert (mail["To"], mail["X-Unsent"]) == ("Netherquay Academy <office@netherquay.example>", "1")
        for said in (text, body.get_content(), word):
            whole = " ".join(said.split())
            assert "with effect from 24 April 2026, Flintlock Skills Centre is removed from the approved" in whole
            assert "PL-4MMW6: Moved to Thimblespoke Bicycle Workshop from 27 April 2026." in whole
            assert "PL-KKJBX" not in whole
            assert "PL-V5NTS" not in whole
        school = (tmp_path / "flintlock-skills-removed-greywether-school.txt").read_text(encoding="utf-8")
        assert "PL-" not in school

    def test_nothing_is_prepared_twice(self, removed: Path, tmp_path: Path) -> None:
        notify(removed, "--output", tmp_path)
        record = (removed / PLAN).read_bytes()
        again = notify(removed, "--output", tmp_path / "again")
        assert again.out.splitlines()[1] == "No letter is to be prepared; 0 of 18 told."
        assert "With a letter and not recorded as told: Netherquay Academy (prepared on 24 April 2026); " in again.out
        assert again.out.endswith("Where it is lost, make it once more: apqa notify flintlock-skills --again NAME.\n")
        assert not (tmp_path / "again").exists()
        assert (removed / PLAN).read_bytes() == record

    def test_a_dry_run_shows_the_letters_and_writes_nothing(self, removed: Path, tmp_path: Path) -> None:
        record = (removed / PLAN).read_bytes()
        said = notify(removed, "--dry-run", "--output", tmp_path / "letters")
        assert said.status == 1
        assert said.out.splitlines()[1] == "18 letters would be prepared; 0 of 18 told."
        assert "  | To: Netherquay Academy\n" in said.out
        assert said.out.endswith("Nothing was written: this is a dry run.\n")
        assert not (tmp_path / "letters").exists()
        assert (removed / PLAN).read_bytes() == record

    def test_a_letter_that_is_there_is_not_written_over(self, removed: Path, tmp_path: Path) -> None:
        record = (removed / PLAN).read_bytes()
        there = tmp_path / "flintlock-skills-removed-greywether-school.docx"
        there.write_text("edited")
        said = notify(removed, "--output", tmp_path)
        assert said.status == 2
        assert "is there already, and may have been edited: name another folder with --output" in said.err
        assert there.read_text() == "edited"
        assert list(tmp_path.glob("*.txt")) == []
        assert (removed / PLAN).read_bytes() == record

    def test_the_folder_is_none_of_the_records_and_no_file(self, removed: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        assert "lies in the records folder" in notify(removed, "--output", removed / "letters").err
        assert "is a file: name a folder for the letters" in notify(removed, "--output", tmp_path / "file").err

    def test_a_councils_own_template_may_leave_nothing_out_and_name_no_other(self, removed: Path) -> None:
        own = removed / "templates" / "letters" / "removed.txt.j2"
        own.parent.mkdir(parents=True)
        own.write_text("{% extends 'shipped/letters/removed.txt.j2' %}\n{% block means %}{% endblock %}\n")
        said = notify(removed, "--dry-run")
        assert said.status != 0
        assert "leaves out 'The provider is no longer on the council's approved provider list." in said.err
        own.write_text(
            "{% extends 'shipped/letters/removed.txt.j2' %}\n{% block subject %}{{ super() }}PL-KKJBX{% endblock %}"
        )
        assert (
            "the letter to Netherquay Academy would name PL-KKJBX, which is not theirs"
            in notify(removed, "--dry-run").err
        )

    def test_what_is_recorded_of_anothers_placement_goes_into_no_letter(self, removed: Path) -> None:
        plan = removed / PLAN
        text = plan.read_text(encoding="utf-8")
        plan.write_text(text.replace("Moved to Thimblespoke", "With PL-KKJBX to Thimblespoke"), encoding="utf-8")
        said = notify(removed, "--dry-run")
        assert (said.status, said.out) == (1, "")
        assert "pupil-identified" in said.err
        assert "no letter is made, and nothing is recorded: put that right first" in said.err

    def test_where_nobody_must_be_told_that_is_said(self, removed: Path) -> None:
        said = notify(removed, on="2026-11-23", provider="magpie-kiln")
        assert (said.status, said.out) == (
            0,
            "Magpie Kiln Studio: back in good standing from 2 March 2026\nNobody must be told of it.\n",
        )
        never = notify(removed, on="2025-11-01", provider="magpie-kiln")
        assert never.out.startswith("Magpie Kiln Studio: there is no decision to tell of\n")

    def test_a_step_that_only_the_list_knows_needs_a_record_first(self, removed: Path, tmp_path: Path) -> None:
        (removed / PLAN).unlink()
        said = notify(removed, "--output", tmp_path / "letters")
        assert said.status == 2
        assert "only the list records that step (removed, 2026-04-24)" in said.err
        assert "record it in an action plan of the provider (escalation, with on, step, decided_by" in said.err
        assert not (tmp_path / "letters").exists()

    def test_while_a_record_cannot_be_read_nothing_is_prepared(self, removed: Path) -> None:
        (removed / "authority.yaml").write_text("name: [", encoding="utf-8")
        assert notify(removed).status == 3
        dry = notify(removed, "--dry-run")
        assert dry.status == 3
        assert "authority.yaml" in dry.out

    def test_as_data(self, removed: Path) -> None:
        answer = json.loads(notify(removed, "--dry-run", "-f", "json").out)
        assert (answer["step"], answer["since"], len(answer["letters"])) == ("removed", REMOVED, 18)
        rows = list(csv.DictReader(io.StringIO(notify(removed, "--dry-run", "-f", "csv").out)))
        assert {row["state"] for row in rows} == {"not prepared"}
        assert "| Netherquay Academy | commissioner |" in notify(removed, "--dry-run", "-f", "markdown").out


class TestTelling:
    """Who was told, and who acknowledged it, with their days."""

    def test_step_by_step(self, removed: Path, tmp_path: Path) -> None:
        notify(removed, "--output", tmp_path)
        one = notify(removed, "--told", "netherquay", "--how", "by telephone", on=TOLD)
        assert one.status == 1
        assert (
            "Netherquay Academy           commissioner  PL-4MMW6          told on 27 April 2026, by telephone"
            in one.out
        )
        every = notify(removed, "--told", "ALL", on=TOLD)
        assert (every.status, every.out.splitlines()[1]) == (0, "Recorded: 18 of 18 told, 0 acknowledged.")
        notify(removed, "--acknowledged", "netherquay-academy", on="2026-04-28")
        last = notify(removed, "--acknowledged", "all", on="2026-04-29")
        assert last.out.count("acknowledged on 29 April 2026") == 17
        assert escalation("flintlock-skills", on="2026-04-30", records=removed).out.count("acknowledged on") == 18

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            pytest.param(
                ["--told", "school"], "'school' may be Copperthwaite School or Virtual School or", id="several"
            ),
            pytest.param(
                ["--told", "moonbase"], "'moonbase' is none of those who must be told: Netherquay", id="nobody"
            ),
            pytest.param(["--told", " "], "' ' is none of those who must be told", id="empty"),
            pytest.param(
                ["--told", "all"],
                "nobody with a letter prepared by then waits to be told: run apqa notify first",
                id="no-letters",
            ),
            pytest.param(
                ["--acknowledged", "netherquay"],
                "Netherquay Academy is not recorded as told: record that first",
                id="untold",
            ),
            pytest.param(["--told", "all", "--dry-run"], "--dry-run shows letters", id="dry"),
            pytest.param(["--how", "by post"], "--how says how somebody was told: name them with --told", id="how"),
        ],
    )
    def test_what_cannot_be_recorded_is_refused(self, removed: Path, options: list[str], said: str) -> None:
        record = (removed / PLAN).read_bytes()
        refused = notify(removed, *options)
        assert refused.status == 2
        assert said in refused.err
        assert (removed / PLAN).read_bytes() == record

    def test_a_day_that_is_recorded_stays(self, removed: Path) -> None:
        notify(removed, "--told", "virtual school", on=TOLD)
        said = notify(removed, "--told", "virtual school", on="2026-04-28")
        assert "Virtual School is recorded as told on 27 April 2026: where that is wrong, correct it" in said.err

    def test_who_is_told_and_acknowledges_at_once_is_recorded_in_one_go(self, removed: Path) -> None:
        said = notify(removed, "--told", "netherquay", "--acknowledged", "Netherquay Academy", "--how", "by telephone")
        assert said.err == ""
        record = (removed / PLAN).read_text(encoding="utf-8")
        told = record[record.index("Netherquay Academy") :].partition("}")[0]
        assert ("how: by telephone" in told, "acknowledged_on: " in told) == (True, True)

    def test_where_there_is_no_decision_nothing_is_recorded(self, removed: Path) -> None:
        said = notify(removed, "--told", "all", on="2025-11-01", provider="magpie-kiln")
        assert (said.status, said.err) == (
            2,
            "apqa: there is no decision about magpie-kiln to tell of on 2025-11-01",
        )
