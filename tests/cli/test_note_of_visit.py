"""`apqa note-of-visit`: made, refused, sent, sealed and amended, as an officer does it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from apqa.forms.documents.proof import missing_from
from apqa.rules import RULES
from tests.cli.asking import ask, run
from tests.cli.small_council import council

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
VISITS = sorted((EXAMPLE / "visits").glob("*.yaml"))
VISIT = "2026-10-06-kingfisher"
FILE = f"visits/{VISIT}.yaml"
ON = ("--on", "2026-10-20")
NOTE = """\
# the officer's own comment
type: routine   # not a spot check
status: done
site: boatyard
lead: designated_officer

note:
  written_on: 2026-10-07
  written_by: designated officer
  summary: >-
    Calm and busy.
    Tools are counted.
  areas:
    - {area: safeguarding, judgement: meets, colour: green, seen: The lead is known to all.}
  strengths: [Patient adults.]
  provider_said: A new saw is on order.
  agreed: [The tool list moves to the gate.]
  outcome: green
  told_face_to_face: yes
  circulation:
    - {to: head of provision, party: provider}   # Ms A's successor
    - to: commissioners with pupils there
  filed: AP/kingfisher/visits
"""
PLANNED = "type: routine\nstatus: planned\nlead: designated_officer\nlook_at: [the tool list]\n"


def _folder(tmp_path: Path, text: str = NOTE, *changes: tuple[str, str]) -> Path:
    records = council(tmp_path)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (records / FILE).write_text(text, encoding="utf-8")
    return records


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_markdown_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    _folder(tmp_path)
    before = _files(tmp_path)
    said = run("note-of-visit", VISIT, *ON, folder=tmp_path)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("# Note of visit\n\nKingfisher Workshops, 6 October 2026\n\nWestmarch Council\n")
    assert _files(tmp_path) == before


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_word_document_and_a_pdf_go_into_a_file(tmp_path: Path, form: str) -> None:
    _folder(tmp_path)
    said = run("note-of-visit", VISIT, *ON, "-f", form, folder=tmp_path)
    assert (said.status, said.out, said.err) == (0, "", f"apqa: the document is in note-of-visit-{VISIT}.{form}\n")
    made = (tmp_path / f"note-of-visit-{VISIT}.{form}").read_bytes()
    assert missing_from(form, made, ["Calm and busy. Tools are counted.", "The tool list moves to the gate."]) == ()


def test_a_provider_stands_for_the_last_visit_to_it(tmp_path: Path) -> None:
    records = _folder(tmp_path)
    (records / "visits/2026-12-01-kingfisher.yaml").write_text(PLANNED, encoding="utf-8")
    (records / "visits/2026-10-10-kingfisher.yaml").write_text(PLANNED.replace("planned", "cancelled"))
    assert "6 October 2026" in ask("note-of-visit", "kingfisher", *ON, "-C", records).out
    assert (
        "the visit 2026-03-12-kingfisher has no note yet"
        in ask("note-of-visit", "kingfisher", "--on", "2026-10-05", "-C", records).err
    )
    early = ask("note-of-visit", "kingfisher", "--on", "2026-01-05", "-C", records)
    assert "the visit 2026-03-12-kingfisher has no note yet" in early.err


def test_a_provider_whose_last_visit_cannot_be_told_is_refused(tmp_path: Path) -> None:
    records = _folder(tmp_path)
    (records / "visits/2026-10-12-kingfisher.yaml").write_text("type: routin\n", encoding="utf-8")
    said = ask("note-of-visit", "kingfisher", *ON, "-C", records)
    assert said.status == 3
    assert "the last cannot be told: visits/2026-10-12-kingfisher.yaml cannot be read" in said.err


@pytest.mark.parametrize("option", [(), ("--sent", "2026-10-12")])
def test_nothing_is_handed_over_or_sealed_while_what_it_rests_on_cannot_be_read(
    tmp_path: Path, option: tuple[str, ...]
) -> None:
    records = _folder(tmp_path)
    (records / "authority.yaml").write_text("name: [\n", encoding="utf-8")
    before = _files(records)
    said = ask("note-of-visit", VISIT, *ON, *option, "-C", records)
    assert (said.status, said.out) == (3, "")
    assert f"nothing is made or recorded of {VISIT}, for records it rests on cannot be read: authority.yaml" in said.err
    assert _files(records) == before


def test_a_draft_is_made_all_the_same_and_says_so(tmp_path: Path) -> None:
    records = _folder(tmp_path)
    (records / "authority.yaml").write_text("name: [\n", encoding="utf-8")
    said = ask("note-of-visit", VISIT, *ON, "--draft", "-C", records)
    assert said.status == 0
    assert "Calm and busy." in said.out
    assert "Cannot be read, so the answer may be another: authority.yaml." in said.err


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("2026-10-07-kingfisher", f"there is no visit 2026-10-07-kingfisher: did you mean {VISIT}?"),
        ("kingfishr", "there is no provider kingfishr: did you mean kingfisher?"),
        ("PL-7K3QX", "PL-7K3QX is a placement"),
        ("", "is empty"),
        ("2026-03-12-kingfisher", "has no note yet: write it into"),
    ],
)
def test_a_visit_that_is_not_there_is_said_with_what_to_do(tmp_path: Path, asked: str, sentence: str) -> None:
    said = ask("note-of-visit", asked, *ON, "-C", _folder(tmp_path))
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err


def test_a_provider_nobody_visited_is_said(tmp_path: Path) -> None:
    records = _folder(tmp_path)
    for file in (records / "visits").iterdir():
        file.unlink()
    assert "no visit to kingfisher is recorded" in ask("note-of-visit", "kingfisher", *ON, "-C", records).err


def test_a_note_is_not_there_before_it_was_written(tmp_path: Path) -> None:
    said = ask("note-of-visit", VISIT, "--on", "2026-10-06", "-C", _folder(tmp_path))
    assert said.status == 2
    assert (
        "was written on 7 October 2026, after the day asked about, 6 October 2026: ask with --on 2026-10-07" in said.err
    )


def test_a_cancelled_visit_has_none(tmp_path: Path) -> None:
    said = ask("note-of-visit", VISIT, *ON, "-C", _folder(tmp_path, PLANNED.replace("planned", "cancelled")))
    assert "was cancelled: there is no note of it" in said.err


def test_a_planned_visit_has_a_sheet_as_a_draft_alone(tmp_path: Path) -> None:
    records = _folder(tmp_path, PLANNED)
    refused = ask("note-of-visit", VISIT, "--on", "2026-10-01", "-C", records)
    assert refused.status == 2
    assert "is planned and has no note yet: with --draft you get the sheet to take along" in refused.err
    made = ask("note-of-visit", VISIT, "--on", "2026-10-01", "--draft", "-C", records)
    assert made.status == 0
    assert made.out.startswith("**DRAFT: prepared before the visit, no note of it**\n\n# Sheet for a visit")


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        pytest.param(("  agreed: [The tool list moves to the gate.]\n", ""), "note-leaves-out", id="nothing-agreed"),
        pytest.param(
            ("    - {to: head of provision, party: provider}   # Ms A's successor\n", ""),
            "note-without-circulation-list",
            id="not-to-the-provider",
        ),
        pytest.param(("  told_face_to_face: yes\n", ""), "note-not-told-face-to-face", id="not-told"),
        pytest.param(("meets, colour: green", "concern, colour: amber"), "weakness-without-action", id="no-action"),
        pytest.param(("type: routine   #", "type: spot_check   #"), "spot-check-without-trigger", id="no-trigger"),
        pytest.param(
            ("note:\n", "local: {pupil_name: somebody}\nnote:\n"), "pupil-details-in-local-fields", id="a-pupil"
        ),
        pytest.param(("Tools are counted.", "Amelia's mother rang."), "pupil-may-be-recognised", id="a-name"),
        pytest.param(("Tools are counted.", "The plan of P-9F4TC is old."), "pupil-identified", id="a-reference"),
    ],
)
def test_a_note_that_breaks_its_rules_is_refused_with_the_place_and_the_remedy(
    tmp_path: Path, change: tuple[str, str], rule: str
) -> None:
    records = _folder(tmp_path, NOTE, change)
    before = _files(tmp_path)
    said = ask("note-of-visit", VISIT, *ON, "-o", tmp_path / "a.pdf", "-C", records)
    assert (said.status, said.out) == (1, "")
    assert f"{rule}\n" in said.err
    assert f"{FILE}:" in said.err
    assert "Remedy: " in said.err
    assert said.err.rstrip().endswith("is not made: put that right, or ask for a --draft")
    for option in (["--sent", ON[1]], ["--amend", "Three, not two.", "--by", "officer"], ["--seal"]):
        kept = ask("note-of-visit", VISIT, *ON, *option, "-C", records)
        assert kept.status == 1
        assert kept.err.rstrip().endswith(f"nothing is recorded of the note of {VISIT}: put that right first")
    assert _files(tmp_path) == before
    draft = ask("note-of-visit", VISIT, *ON, "--draft", "-C", records)
    assert draft.status == 0
    assert draft.out.startswith("**DRAFT: not for circulation**\n")
    assert "This draft is not to be handed over" in draft.out
    assert ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-12", "-C", records).status == 1
    assert _files(records) == {name.removeprefix("records/"): data for name, data in before.items()}


def test_a_waiver_lets_a_note_pass_and_is_shown(tmp_path: Path) -> None:
    records = _folder(tmp_path, NOTE, ("  agreed: [The tool list moves to the gate.]\n", ""))
    (records / "waivers").mkdir()
    (records / "waivers/kingfisher-note.yaml").write_text(
        f"record: {FILE}\nrule: note-leaves-out\nreason: it only handed over a form\n"
        "approved_by: head of inclusion\napproved_on: 2026-10-08\nstarts: 2026-10-08\nends: 2026-12-31\n",
        encoding="utf-8",
    )
    said = ask("note-of-visit", VISIT, *ON, "-C", records)
    assert said.status == 0
    assert "kingfisher-note" in said.err
    assert "made all the same, as it was sent like that or a waiver answers it" in said.err


class TestItsLife:
    """Sent, sealed, changed, put back, amended, sent once more: day by day."""

    def test_what_is_recorded_stands_beside_what_was_there(self, tmp_path: Path) -> None:
        records = _folder(tmp_path)
        said = ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-12", "-C", records)
        assert (said.status, said.out) == (0, "")
        assert "recorded as sent on 12 October 2026 to head of provision, commissioners with pupils there" in said.err
        text = (records / FILE).read_text(encoding="utf-8")
        assert "    - {to: head of provision, party: provider, on: 2026-10-12}   # Ms A's successor\n" in text
        assert "    - to: commissioners with pupils there\n      on: 2026-10-12\n" in text
        seal = text.partition("  seal: ")[2].partition("\n")[0]
        assert seal.startswith("v1-")
        unchanged = text.replace(", on: 2026-10-12", "").replace("      on: 2026-10-12\n", "")
        assert unchanged.replace(f"  seal: {seal}\n", "") == NOTE

    def test_from_sent_to_amended(self, tmp_path: Path) -> None:
        records = _folder(tmp_path)
        file = records / FILE
        assert ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-12", "-C", records).status == 0
        assert self._checked(records, "2026-10-20") == set()
        sent = file.read_text(encoding="utf-8")

        file.write_text(sent.replace("Calm and busy.", "Calm."), encoding="utf-8")
        assert self._checked(records, "2026-10-20") == {"circulated-note-changed"}
        refused = ask("note-of-visit", VISIT, *ON, "-C", records)
        assert refused.status == 1
        assert "circulated-note-changed" in refused.err

        file.write_text(sent, encoding="utf-8")
        amend = ("--amend", 'For "counted": counted "daily".', "--by", "designated officer")
        amended = ask("note-of-visit", VISIT, *ON, *amend, "-C", records)
        assert amended.status == 0
        assert "amended on 20 October 2026; send it once more" in amended.err
        shown = ask("note-of-visit", VISIT, *ON, "-C", records).out
        assert shown.index("Amended on 20 October 2026, by designated officer") < shown.index("Calm and busy.")
        assert self._checked(records, "2026-11-03") == set()
        assert self._checked(records, "2026-11-04") == {"amendment-not-circulated"}

        again = ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-20", "-C", records)
        assert "to head of provision, commissioners with pupils there" in again.err
        assert self._checked(records, "2026-11-04") == set()
        assert file.read_text(encoding="utf-8").count("head of provision") == 2
        done = ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-20", "-C", records)
        assert done.status == 2
        assert "everybody on its list has the note as it stands" in done.err

    def _checked(self, records: Path, on: str) -> set[str]:
        answer = ask("check", FILE, "--on", on, "-f", "json", "-C", records).answer
        return {each["rule"] for each in answer["findings"]}

    def test_those_named_are_sent_it_and_no_others(self, tmp_path: Path) -> None:
        records = _folder(tmp_path)
        to = (
            "--to",
            "provider = Head of Provision",
            "--to",
            "virtual_school=Virtual School head",
            "--to",
            "council=chair",
        )
        said = ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-12", *to, "-C", records)
        assert said.status == 0
        assert "added to its list: Virtual School head, chair" in said.err
        text = (records / FILE).read_text(encoding="utf-8")
        assert "    - to: commissioners with pupils there\n    - " in text
        assert text.count("2026-10-12") == 3
        assert "party: virtual_school" in text

    def test_a_name_beside_the_list_is_refused_while_the_one_it_may_mean_waits(self, tmp_path: Path) -> None:
        records = _folder(tmp_path)
        before = (records / FILE).read_bytes()
        said = ask(
            "note-of-visit", VISIT, *ON, "--sent", "2026-10-12", "--to", "provider=head of teaching", "-C", records
        )
        assert said.status == 2
        assert "'head of teaching' is not on the list of the note, and head of provision wait" in said.err
        said = ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-12", "--to", "chair", "-C", records)
        assert "'chair' is not on the list" in said.err
        assert (records / FILE).read_bytes() == before

    def test_an_amendment_is_not_sent_before_it_was_written(self, tmp_path: Path) -> None:
        records = _folder(tmp_path)
        ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-12", "-C", records)
        ask("note-of-visit", VISIT, *ON, "--amend", "Eleven tools.", "--by", "designated officer", "-C", records)
        refused = ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-19", "-C", records)
        assert refused.status == 2
        assert "--sent: the amendment is of 20 October 2026, and on 19 October 2026 everybody" in refused.err

    def test_an_amendment_that_tells_who_a_pupil_is_is_not_written(self, tmp_path: Path) -> None:
        records = _folder(tmp_path)
        ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-12", "-C", records)
        before = _files(records)
        amend = ("--amend", "P-9F4TC was there, too.", "--by", "designated officer")
        refused = ask("note-of-visit", VISIT, *ON, *amend, "-C", records)
        assert refused.status == 2
        assert (
            "the amendment would tell who a pupil is, so nothing was recorded: the reference of a pupil" in refused.err
        )
        assert "9F4TC" not in refused.err
        assert _files(records) == before

    def test_an_amendment_that_may_tell_who_a_pupil_is_is_said_to_be_looked_at(self, tmp_path: Path) -> None:
        records = _folder(tmp_path)
        ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-12", "-C", records)
        amend = ("--amend", "He hit another pupil in the yard.", "--by", "designated officer")
        said = ask("note-of-visit", VISIT, *ON, *amend, "-C", records)
        assert said.status == 0
        assert "but first look at it again: a word for one pupil" in said.err

    def test_an_amendment_of_the_day_of_sending_goes_out_again_and_is_sealed(self, tmp_path: Path) -> None:
        records = _folder(tmp_path)
        file = records / FILE
        everybody = ("note-of-visit", VISIT, *ON, "--sent", "2026-10-20", "-C", records)
        ask(*everybody)
        ask("note-of-visit", VISIT, *ON, "--amend", "Counted daily.", "--by", "officer", "-C", records)
        assert self._checked(records, "2026-12-01") == {"amendment-not-circulated"}
        again = ask(*everybody)
        assert "to head of provision, commissioners with pupils there, with its amendments of 20 October" in again.err
        assert self._checked(records, "2026-12-01") == set()
        assert file.read_text(encoding="utf-8").count("amendments: 1") == 2
        sent = file.read_text(encoding="utf-8")
        file.write_text(sent.replace("Counted daily.", "Counted weekly."), encoding="utf-8")
        assert self._checked(records, "2026-12-01") == {"circulated-note-changed"}
        file.write_text(sent.partition("  amendments:\n")[0], encoding="utf-8")
        assert self._checked(records, "2026-12-01") == {"circulated-note-changed"}

    def test_an_old_note_that_was_sent_is_sealed(self, tmp_path: Path) -> None:
        records = _folder(tmp_path, NOTE, ("party: provider}", "party: provider, on: 2026-10-12}"))
        assert self._checked(records, "2026-10-20") == {"circulated-note-without-seal"}
        assert "sealed as it stands" in ask("note-of-visit", VISIT, *ON, "--seal", "-C", records).err
        assert self._checked(records, "2026-10-20") == set()
        assert "sealed already" in ask("note-of-visit", VISIT, *ON, "--seal", "-C", records).err

    def test_a_note_that_went_out_is_made_as_it_went(self, tmp_path: Path) -> None:
        changes = (("party: provider}", "party: provider, on: 2026-10-12}"), ("  told_face_to_face: yes\n", ""))
        records = _folder(tmp_path, NOTE, *changes)
        said = ask("note-of-visit", VISIT, *ON, "-C", records)
        assert said.status == 0
        assert "note-not-told-face-to-face" in said.err
        assert "# Note of visit" in said.out

    @pytest.mark.parametrize(
        ("words", "rule"),
        [
            ("Amelia's mother rang.", "pupil-may-be-recognised"),
            ("The plan of P-9F4TC is old.", "pupil-identified"),
        ],
    )
    def test_one_that_may_say_who_a_pupil_is_is_refused_though_it_went_out(
        self, tmp_path: Path, words: str, rule: str
    ) -> None:
        changes = (("party: provider}", "party: provider, on: 2026-10-12}"), ("Tools are counted.", words))
        records = _folder(tmp_path, NOTE, *changes)
        said = ask("note-of-visit", VISIT, *ON, "-C", records)
        assert (said.status, said.out) == (1, "")
        assert rule in said.err
        assert words not in said.err

    def test_lines_of_windows_stay_as_they_are(self, tmp_path: Path) -> None:
        records = _folder(tmp_path)
        (records / FILE).write_bytes(NOTE.replace("\n", "\r\n").encode())
        assert ask("note-of-visit", VISIT, *ON, "--sent", "2026-10-12", "-C", records).status == 0
        raw = (records / FILE).read_bytes()
        assert raw.count(b"\r\n") == raw.count(b"\n")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--sent", "2026-10-21"), "--sent: 21 October 2026 is after the day asked about, 20 October 2026"),
        (("--sent", "2026-10-06"), "--sent: 6 October 2026 is before the note was written, on 7 October 2026"),
        (("--sent", "12.10.2026"), "--sent: "),
        (("--sent", "2026-10-12", "--to", "parents=x"), "--to: 'parents' is no party: it is one of provider, council"),
        (("--sent", "2026-10-12", "--to", "provider="), "--to: say to whom, by role"),
        (("--to", "chair"), "say on which day too, with --sent"),
        (("--by", "officer"), "say what is corrected too, with --amend"),
        (("--amend", "x", "--by", "officer"), "was not sent to anybody yet: correct its text itself"),
        (("--amend", "x"), "say who corrects the note, by role: --by ROLE"),
        (("--amend", " ", "--by", "officer"), "--amend: say what is corrected, and to what"),
        (("--seal",), "was not sent to anybody yet: it is sealed when that is recorded"),
        (("--seal", "--sent", "2026-10-12"), "one at a time"),
        (("--sent", "2026-10-12", "--draft"), "a draft is not sent, amended or sealed"),
        (("--sent", "2026-10-12", "-o", "a.pdf"), "--output names the file of a document"),
        (("--sent", "2026-10-12", "--to", "lado=a\u200bb"), "this cannot be recorded: "),
        (("-f", "xlsx"), "xlsx"),
        (("-f", "pdf", "-o", "a.docx"), "a.docx"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    records = _folder(tmp_path)
    before = _files(tmp_path)
    said = ask("note-of-visit", VISIT, *ON, *options, "-C", records)
    assert said.status == 2
    assert sentence in said.err
    assert _files(tmp_path) == before


def test_a_draft_of_a_planned_visit_cannot_be_sent(tmp_path: Path) -> None:
    records = _folder(tmp_path, PLANNED)
    said = ask("note-of-visit", VISIT, "--on", "2026-10-01", "--sent", "2026-10-01", "-C", records)
    assert said.status == 2
    assert "has no note yet" in said.err


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    records = _folder(tmp_path)
    said = ask("note-of-visit", VISIT, *ON, "-o", tmp_path / "nowhere/a.pdf", "-C", records)
    assert "the folder is not there" in said.err
    inside = ask("note-of-visit", VISIT, *ON, "-o", records / "a.pdf", "-C", records)
    assert "lies in the records folder" in inside.err


def test_without_the_extra_it_says_how_to_install_it(tmp_path: Path) -> None:
    records = _folder(tmp_path)
    program = (
        "import sys; sys.modules['typst'] = sys.modules['docx'] = None\n"
        "from apqa.cli.door import guarded\nfrom apqa.cli.app import app\n"
        f"sys.argv = ['apqa', 'note-of-visit', '{VISIT}', '--on', '2026-10-20', '-f', 'pdf', '-C', r'{records}']\n"
        "sys.exit(guarded(app))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, cwd=tmp_path, text=True)
    assert done.returncode == 4
    assert "apqa[forms]" in done.stderr
    assert "Traceback" not in done.stderr


def test_notes_of_the_example_are_made_in_markdown() -> None:
    for file in VISITS[::6]:
        on = "2026-11-23"
        said = ask("note-of-visit", file.stem, "--on", on, "-C", EXAMPLE)
        text = file.read_text(encoding="utf-8")
        if "\nnote:" in text:
            assert (said.status, said.err) == (0, ""), file.stem
        else:
            assert said.status == 2
            assert "note" in said.err


def test_the_tab_key_completes_visits_and_parties(tmp_path: Path) -> None:
    _folder(tmp_path)
    completing = {"_APQA_COMPLETE": "complete_bash", "COMP_WORDS": "apqa note-of-visit 2026-10", "COMP_CWORD": "2"}
    assert VISIT in run(folder=tmp_path, **completing).out
    completing["COMP_WORDS"], completing["COMP_CWORD"] = "apqa note-of-visit x --to vir", "4"
    assert "virtual_school=" in run(folder=tmp_path, **completing).out


def test_the_page_on_notes_lists_every_rule_that_holds_one_back() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "notes-of-visit.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \|", page.partition("| the note is held back by |")[2], re.MULTILINE)
    assert sorted(listed) == sorted(rule.name for rule in RULES if rule.holds_back_note)
