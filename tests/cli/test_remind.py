"""`apqa remind`: letters prepared, remembered, and never sent."""

from __future__ import annotations

import csv
import io
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

import docx
import pytest

from apqa.reading.folder import DiskFolder
from apqa.reading.loader import Library
from tests.cli.asking import Said, ask
from tests.cli.small_council import BROKEN_PLACEMENT, LAPSED, PROVIDER_FILE, council

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small_council import Change

ON = "2026-10-05"
"""Five days after the insurances of `LAPSED` have ended."""

OFFICER: Change = (
    "authority.yaml",
    "policy:\n",
    """\
roles:
  designated_officer: {title: Quality officer, email: quality@westmarch.example}
  senior_manager: {title: Head of inclusion, email: inclusion@westmarch.example}
policy:
""",
)
LETTER = f"{ON}-provider-kingfisher"


def remind(records: Path, *options: object, on: str = ON) -> Said:
    asked = ("--kind", "insurance", "--letter", "text", "--letter", "eml", *options)
    return ask("remind", *asked, "--on", on, "-C", records)


def own_template(records: Path, text: str) -> Path:
    """Give a council a letter template of its own."""
    file = records / "templates" / "letters" / "reminder.txt.j2"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    return file


@pytest.fixture
def lapsed(tmp_path: Path) -> Path:
    return council(tmp_path, LAPSED, OFFICER)


def test_a_dry_run_shows_the_letter_and_writes_nothing(lapsed: Path) -> None:
    before = sorted(lapsed.parent.rglob("*"))
    said = remind(lapsed, "--dry-run").out
    assert sorted(lapsed.parent.rglob("*")) == before
    assert said.startswith(
        "1 letter would be prepared on 5 October 2026\n\n"
        "head of provision, Kingfisher Workshops <head@kingfisher.example>\n"
        "  3 overdue; all of them new\n  | Westmarch Council\n  | Quality officer\n"
    )
    assert "  | - Public liability insurance: was due on 30 September 2026, 5 days ago.\n" in said
    assert said.endswith("\nNothing was written: this is a dry run.\n")


def test_a_letter_is_written_and_remembered(lapsed: Path, tmp_path: Path) -> None:
    said = remind(lapsed, "-o", tmp_path / "letters")
    assert said.status == 1
    assert sorted(each.name for each in (tmp_path / "letters").iterdir()) == [f"{LETTER}.eml", f"{LETTER}.txt"]
    (reminder,) = Library(DiskFolder(lapsed)).records.reminders
    assert (reminder.id, reminder.to.email) == (LETTER, "head@kingfisher.example")
    assert [(each.duty, str(each.due), each.rung) for each in reminder.duties] == [
        (f"provider/kingfisher/insurance/{kind}", "2026-09-30", "overdue")
        for kind in ("employers_liability", "professional_indemnity", "public_liability")
    ]
    assert ask("check", "reminders", "--on", ON, "-C", lapsed).out.startswith("No findings")


def test_it_is_not_repeated_until_it_climbs_the_ladder(lapsed: Path, tmp_path: Path) -> None:
    remind(lapsed, "-o", tmp_path / "letters")
    again = remind(lapsed, "-o", tmp_path / "letters", on="2026-10-12")
    assert again.status == 0
    assert again.out == (
        "No letters prepared on 12 October 2026\n\n"
        "1 other owes only what a letter has said before: --again prepares theirs, too.\n"
    )
    escalated = remind(lapsed, "-o", tmp_path / "letters", on="2026-10-28").out
    assert "  3 escalated; all of them new\n" in escalated


def test_again_prepares_what_was_said_before_beside_the_first(lapsed: Path, tmp_path: Path) -> None:
    remind(lapsed, "-o", tmp_path / "letters")
    said = remind(lapsed, "--again", "-o", tmp_path / "letters").out
    assert "  3 overdue; none of them new\n" in said
    assert (tmp_path / "letters" / f"{LETTER}-2.txt").read_text().count("reminded of before") == 3
    assert (lapsed / "reminders" / f"{LETTER}-2.yaml").is_file()


def _mail(file: Path) -> EmailMessage:
    read = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def test_the_draft_opens_as_one_in_a_mail_program(lapsed: Path, tmp_path: Path) -> None:
    remind(lapsed, "-o", tmp_path, on="2026-11-02")
    mail = _mail(tmp_path / "2026-11-02-provider-kingfisher.eml")
    assert {name: str(mail[name]) for name in ("Subject", "From", "To", "Cc", "X-Unsent", "Date")} == {
        "Subject": "Reminder for Kingfisher Workshops: 3 overdue",
        "From": "Quality officer <quality@westmarch.example>",
        "To": "head of provision <head@kingfisher.example>",
        "Cc": "Head of inclusion <inclusion@westmarch.example>",
        "X-Unsent": "1",
        "Date": "Mon, 02 Nov 2026 12:00:00 -0000",
    }
    body = mail.get_body()
    assert body is not None
    text = (tmp_path / "2026-11-02-provider-kingfisher.txt").read_text()
    assert body.get_content().replace("\r\n", "\n") == text
    assert "this letter goes to the head of inclusion, too" in " ".join(text.split())


def test_the_word_document_says_the_same_under_headings(lapsed: Path, tmp_path: Path) -> None:
    remind(lapsed, "--letter", "docx", "-o", tmp_path / "letters")
    word = docx.Document(str(tmp_path / "letters" / f"{LETTER}.docx"))
    headings = [each.text for each in word.paragraphs if str(each.style and each.style.name).startswith("Heading")]
    assert headings == ["Reminder", "Overdue", "How to answer"]
    owed = [[cell.text for cell in row.cells] for row in word.tables[1].rows]
    assert owed[0] == ["What", "When"]
    assert ["Public liability insurance", "Was due on 30 September 2026, 5 days ago"] in owed


def test_where_a_letter_cannot_be_made_nothing_is_remembered(lapsed: Path, tmp_path: Path) -> None:
    own = lapsed / "templates"
    own.mkdir()
    (own / "reminder.docx").write_text("no Word document")
    said = remind(lapsed, "--letter", "docx", "-o", tmp_path / "letters")
    assert said.status == 4
    assert "reminder.docx" in said.err
    assert not (lapsed / "reminders").exists()
    assert not (tmp_path / "letters").exists()


def test_without_addresses_the_draft_leaves_them_to_the_mail_program(tmp_path: Path) -> None:
    nobody: Change = (
        PROVIDER_FILE,
        "{role: head of provision, email: head@kingfisher.example}",
        "{role: head}",
    )
    records = council(tmp_path, LAPSED, nobody)
    said = remind(records, "-o", tmp_path / "letters")
    assert "head, Kingfisher Workshops (no address is recorded)\n" in said.out
    mail = _mail(tmp_path / "letters" / f"{LETTER}.eml")
    assert (mail["To"], mail["From"]) == (None, None)


def test_the_same_letter_is_the_same_to_the_byte(lapsed: Path, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        remind(lapsed, "-o", tmp_path / folder, "--again")
        for record in (lapsed / "reminders").iterdir():
            record.unlink()
    for name in (f"{LETTER}.txt", f"{LETTER}.eml"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_nothing_is_prepared_from_records_that_cannot_be_read(tmp_path: Path) -> None:
    records = council(tmp_path, LAPSED, BROKEN_PLACEMENT)
    said = remind(records, "-o", tmp_path / "letters")
    assert said.status == 3
    assert said.err.startswith("apqa: nothing was prepared, for records cannot be read: placements/PL-7K3QX.yaml")
    assert not (tmp_path / "letters").exists()
    assert not (records / "reminders").exists()
    shown = remind(records, "--dry-run")
    assert shown.status == 3
    assert "Cannot be read, so the answer may be another: placements/PL-7K3QX.yaml." in shown.out


@pytest.mark.parametrize(
    ("folder", "said"),
    [("records/letters", "lies in the records folder"), ("minutes.txt", "is a file: name a folder for the letters")],
)
def test_letters_go_to_a_folder_of_their_own(lapsed: Path, tmp_path: Path, folder: str, said: str) -> None:
    (tmp_path / "minutes.txt").write_text("")
    refused = remind(lapsed, "-o", tmp_path / folder)
    assert refused.status == 2
    assert said in refused.err
    assert not (lapsed / "reminders").exists()


def test_letters_go_to_a_folder_named_for_the_day(
    lapsed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    remind(lapsed)
    assert (tmp_path / f"reminders-{ON}" / f"{LETTER}.txt").is_file()


def test_a_councils_own_template_changes_one_part(lapsed: Path, tmp_path: Path) -> None:
    own_template(
        lapsed,
        "{% extends 'shipped/letters/reminder.txt.j2' %}\n"
        "{% block opening %}Dear {{ letter.to }}, {{ letter.subject }}\n{% endblock %}\n",
    )
    remind(lapsed, "-o", tmp_path / "letters")
    text = (tmp_path / "letters" / f"{LETTER}.txt").read_text()
    assert "\nDear head of provision, Kingfisher Workshops, Reminder for Kingfisher Workshops: 3 overdue\n" in text
    assert "These are the things" not in text
    assert "- Public liability insurance: was due on 30 September 2026, 5 days ago.\n" in text


def test_a_councils_own_template_leaves_out_nothing_that_is_owed(lapsed: Path, tmp_path: Path) -> None:
    own = own_template(lapsed, "Dear {{ letter.to }}, do what you owe.\n")
    said = remind(lapsed, "-o", tmp_path / "letters")
    assert said.status == 4
    assert f"the template {own} leaves out 'Employers' liability insurance'" in said.err
    assert "extend the shipped one ({% extends 'shipped/letters/reminder.txt.j2' %})" in said.err
    assert not (tmp_path / "letters").exists() or not list((tmp_path / "letters").iterdir())
    assert Library(DiskFolder(lapsed)).records.reminders == ()


def test_what_is_owed_twice_stands_twice_in_a_councils_own_template(tmp_path: Path) -> None:
    records = council(tmp_path, OFFICER)
    for day in ("2026-09-30", "2026-10-01"):
        visit = records / "visits" / f"{day}-kingfisher.yaml"
        visit.parent.mkdir(exist_ok=True)
        visit.write_text("type: routine\nstatus: planned\nlead: designated_officer\n")
    every = "{% for group in letter.groups %}{% for each in group.things %} {{ each.due }}{% endfor %}{% endfor %}"
    own_template(records, f"{{{{ letter.groups[0].things[0].what }}}}{every}\n")
    said = ask("remind", "--dry-run", "--kind", "visit", "--on", ON, "-C", records)
    assert said.status == 4
    assert "leaves out 'Routine visit (Kingfisher Workshops)' of the letter" in said.err


def test_a_councils_own_template_makes_no_other_day_of_one(lapsed: Path, tmp_path: Path) -> None:
    own_template(
        lapsed,
        "{% for group in letter.groups %}{% for each in group.things %}\n{{ each.what }} 1{{ each.due }}\n"
        "{% endfor %}{% endfor %}\n",
    )
    said = remind(lapsed, "-o", tmp_path / "letters")
    assert said.status == 4
    assert "leaves out '30 September 2026' of the letter" in said.err
    assert Library(DiskFolder(lapsed)).records.reminders == ()


def test_a_councils_own_template_changes_no_block_there_is_none_of(lapsed: Path, tmp_path: Path) -> None:
    own_template(
        lapsed, "{% extends 'shipped/letters/reminder.txt.j2' %}\n{% block openning %}Dear all{% endblock %}\n"
    )
    said = remind(lapsed, "-o", tmp_path / "letters")
    assert said.status == 4
    known = "addressee, closing, opening, sender, subject"
    assert f"line 2 of reminder.txt.j2: there is no block 'openning' to change: there are {known}" in said.err


def test_a_councils_own_template_says_it_in_words_of_its_own(lapsed: Path, tmp_path: Path) -> None:
    own_template(
        lapsed,
        "{% for group in letter.groups %}{% for each in group.things %}\n{{ each.due }} {{ each.what | upper }}\n"
        "{% endfor %}{% endfor %}\n",
    )
    remind(lapsed, "-o", tmp_path / "letters")
    assert "30 September 2026 PUBLIC LIABILITY INSURANCE\n" in (tmp_path / "letters" / f"{LETTER}.txt").read_text()


def test_what_stands_in_a_record_is_no_template(tmp_path: Path) -> None:
    hostile: Change = (PROVIDER_FILE, "name: Kingfisher Workshops", 'name: "{{ 7 * 7 }} Workshops"')
    remind(council(tmp_path, LAPSED, hostile), "-o", tmp_path / "letters")
    assert "{{ 7 * 7 }} Workshops" in (tmp_path / "letters" / f"{LETTER}.txt").read_text()


def test_it_is_shown_in_the_forms_of_all_answers(lapsed: Path) -> None:
    read = remind(lapsed, "--dry-run", "-f", "json").answer
    (letter,) = read["letters"]
    assert (letter["name"], letter["rung"], letter["files"], read["dry_run"]) == (
        "Kingfisher Workshops",
        "overdue",
        [],
        True,
    )
    rows = list(csv.DictReader(io.StringIO(remind(lapsed, "--dry-run", "-f", "csv").out)))
    assert [row["rung"] for row in rows] == ["overdue"] * 3
    page = remind(lapsed, "--dry-run", "-f", "markdown").out
    assert "| overdue | 30 Sep 2026 | Public liability insurance |  | yes |\n" in page


def test_a_letter_names_pupils_by_reference_only(lapsed: Path) -> None:
    said = ask("remind", "--dry-run", "--on", "2026-11-02", "-C", lapsed).out
    assert "PL-7K3QX" in said
    assert "P-9F4TC" not in said
    assert "never by name, date of birth" in said


def test_the_councils_own_letter_says_which_provider_each_thing_is_about(tmp_path: Path) -> None:
    records = council(tmp_path, OFFICER)
    visit = records / "visits" / "2026-10-01-kingfisher.yaml"
    visit.parent.mkdir(exist_ok=True)
    visit.write_text("type: routine\nstatus: planned\nlead: designated_officer\n")
    said = ask("remind", "--dry-run", "--kind", "visit", "--on", ON, "-C", records).out
    assert "  | - Routine visit (Kingfisher Workshops): was due on 1 October 2026, 4 days ago.\n" in said
