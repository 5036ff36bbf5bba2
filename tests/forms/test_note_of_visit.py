"""The note of visit (Appendix C) as a document, opened again by the library that reads each form."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from apqa.errors import ApqaError
from apqa.finding import Finding, Place, Severity
from apqa.forms.documents.document import Table
from apqa.forms.documents.made import made
from apqa.forms.documents.proof import missing_from, text_of
from apqa.forms.note_of_visit.asked import asked_visit
from apqa.forms.note_of_visit.rendered import SECTIONS, note_document
from apqa.forms.note_of_visit.words import in_words, state_of
from apqa.records.action import Action
from apqa.vocabulary import review
from tests.builders import a_visit, day, situation
from tests.forms.sample_document import HOSTILE
from tests.forms.visits import ACTION, ON, VISIT, document, earlier, visited

HOUSE = Path(__file__).resolve().parents[2]
FORMS = ["markdown", "html", "docx", "pdf"]
HELD = (
    Finding("nothing-agreed-in-note", Severity.QUERY, "nothing was agreed", Place("visits/a.yaml", 5, 1), "Agree."),
)
PLANNED: dict[str, Any] = {"status": "planned", "look_at": ["the kiln room", "the log"], "site": "barn"}
AMENDED = {"on": "2026-11-02", "by": "designated officer", "what": "Three pupils, not two."}
each_form = pytest.mark.parametrize("form", FORMS)


def said(visit: Any, *others: Any, form: str = "markdown", **how: Any) -> str:
    return text_of(form, made(document(visit, *others, **how), form).data)


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize(("number", "told"), [("0", "0"), ("1", "fewer than 5"), ("4", "fewer than 5"), ("5", "5")])
def test_a_class_of_one_is_not_told_by_its_number(number: str, told: str) -> None:
    counted = {"pupils": number, "most_hours": "17.5", "basis": "the register"}
    lines = [
        " ".join(line.split()) for line in said(visited(pupils_spoken_with=number, registration=counted)).split("\n")
    ]
    assert f"Pupils spoken with: {told}" in lines
    assert f"Pupils full-time: {told} of compulsory school age" in lines


@each_form
def test_every_form_holds_all_that_the_note_and_its_visit_say(form: str) -> None:
    data = made(document(visited(), earlier()), form).data
    facts = [
        *("North Star, 20 October 2026", "The Barn", "09:30 to 14:15", "Spot check", "Announced", "No"),
        *("Designated officer", "LADO (designated officer for allegations), health and safety officer"),
        *("head of provision", "To see the kiln room.", "21 October 2026, by designated officer", "OFFICIAL"),
        *("The council's designated officer for allegations (LADO)", "An open kiln room.", "Health and safety"),
        *("kiln log", "1 October 2026", "30 September 2027", "v2", "the rota", "It was kept."),
        *(
            "4 of 5 entries looked at were complete",
            "fewer than 5 of compulsory school age",
            "17.5 hours, breaks included",
        ),
        *("the register of the week", "Needs improvement", "Amber", "Meets what is expected", "Patient adults."),
        *("More reading.", "A hot kiln within reach", "High", "A lock is ordered.", "The log is kept."),
        *("Lock the kiln room while hot.", "It stood open.", "the partners", "6 November 2026"),
        *("a photograph of the lock", "Open, overdue", "Remain on the list, with actions", "20 January 2027"),
        *("Yes, all that stands in this note", "AP/1", "SEND team", "To be sent", "26 October 2026"),
        *("The fence was mended.", "Mend the fence.", "Verified on 20 June 2026 by designated officer"),
    ]
    assert missing_from(form, data, facts) == ()


@each_form
def test_the_same_records_make_the_same_bytes(form: str) -> None:
    assert made(document(visited()), form).data == made(document(visited()), form).data


@each_form
def test_odd_texts_stand_as_they_are(form: str) -> None:
    visit = visited({"summary": HOSTILE[0], "agreed": HOSTILE, "provider_said": HOSTILE[1]})
    assert made(document(visit), form).data


def test_what_nothing_is_recorded_of_is_said() -> None:
    note = {"written_on": "2026-10-21", "written_by": "officer", "summary": "calm and busy"}
    text = said(a_visit(VISIT, note=note), draft=True)
    for each in (
        *("Not recorded: site; time; purpose; announced; other officers; provider's staff met", "sessions observed"),
        *(
            "Not recorded: said face to face",
            "No concern is recorded.",
            "No action was agreed.",
            "Nothing is recorded.",
        ),
        *("No earlier note of visit is recorded.", "Nobody is named to whom it goes.", "No answer is recorded."),
    ):
        assert each in text
    assert "What raised the concern" not in text
    assert "Amendments" not in text
    assert "Still open" not in said(a_visit(VISIT, note=note))


def test_a_note_to_hand_over_has_no_remark_of_the_office() -> None:
    """What Appendix C asks for stands in its place as not recorded; the rest is left out."""
    text = said(a_visit(VISIT, note={"written_on": "2026-10-21", "written_by": "officer", "summary": "calm"}))
    assert "Not recorded:" not in text
    for label in ("Time", "Provider's staff met", "Pupils spoken with", "Said face to face", "Single central record"):
        assert re.search(rf"{label}:\W*Not recorded", text)
    for label in ("Purpose", "Sessions observed", "Marking", "Senior management told", "Action plan"):
        assert label not in text


def test_a_table_bears_another_name_than_the_heading_above_it() -> None:
    amended = visited({"amendments": [{"on": "2026-10-27", "by": "officer", "what": "The day was a Monday."}]})
    for visit in (amended, visited()):
        for section in document(visit, on="2026-11-03", held=HELD, draft=True).sections:
            titles = [block.title for block in section.blocks if isinstance(block, Table)]
            assert section.heading not in titles


def test_a_template_is_given_the_note_as_of_the_day() -> None:
    note = {
        "circulation": [
            {"to": "head", "party": "provider", "on": "2026-10-26"},
            {"to": "head", "party": "provider", "on": "2026-10-28"},
            {"to": "SEND team", "on": "2026-10-28"},
            {"to": "Virtual School"},
        ],
        "amendments": [{"on": "2026-10-27", "by": "officer", "what": "The day was a Monday."}],
        "provider_response": "The fence was mended.",
        "provider_responded_on": "2026-10-29",
        "actions": [
            {"key": "lock", "what": "Lock it.", "owner": "head", "due": "2026-10-28", "status": "done",
             "done_on": "2026-10-27"},
        ],
    }  # fmt: skip

    def given(on: str) -> Any:
        return document(visited(note, senior_management_told="2026-10-28"), on=on).values["visit"]

    early, late = given("2026-10-26"), given("2026-10-29")
    assert [(each["to"], each["on"]) for each in early["note"]["circulation"]] == [
        ("head", "26 October 2026"), ("SEND team", ""), ("Virtual School", ""),
    ]  # fmt: skip
    assert [each["on"] for each in late["note"]["circulation"]][1:3] == ["28 October 2026"] * 2
    said_of = ("provider_response", "amendments")
    assert [bool(early["note"][key]) for key in said_of] == [False, False]
    assert [bool(late["note"][key]) for key in said_of] == [True, True]
    assert [each["note"]["actions"][0]["status"] for each in (early, late)] == ["open", "done"]
    assert [each["senior_management_told"] for each in (early, late)] == ["", "28 October 2026"]


def test_sections_have_names_of_their_own_and_templates_name_each() -> None:
    keys = [key for key, _, _ in SECTIONS]
    assert len(set(keys)) == len(keys)
    for ending in ("html", "md"):
        template = (HOUSE / f"templates/note-of-visit.{ending}.j2").read_text(encoding="utf-8")
        assert [key for key in keys if f"section.{key} %}}" not in template] == []


class TestWhatBecameOfTheLastNote:
    """Actions of the last note, as they stood when this one was written."""

    def test_each_is_told_with_its_state_on_that_day(self) -> None:
        text = said(visited(), earlier())
        assert "Actions of the note of 12 March 2026, as of 21 October 2026" in text
        for state in ("Verified on 20 June 2026", "Open, overdue", "Withdrawn"):
            assert state in text

    def test_a_note_that_is_silent_about_them_says_so(self) -> None:
        assert "This note says nothing of the last note's actions." in said(visited({"last_actions": None}), earlier())

    def test_a_last_note_without_actions_is_named(self) -> None:
        before = a_visit("2026-03-12-north-star", note={"written_on": "2026-03-12", "written_by": "x", "summary": "y"})
        text = said(visited({"last_actions": None}), before)
        assert "The note of 12 March 2026 holds no action." in text

    def test_later_visits_and_those_without_a_note_are_not_the_last(self) -> None:
        others = [a_visit("2026-11-01-north-star", note=None), a_visit("2026-05-01-north-star")]
        assert "No earlier note of visit is recorded." in said(visited(), *others)

    def test_one_that_cannot_be_read_may_be_the_last(self) -> None:
        from dataclasses import replace

        asked = replace(asked_visit(visited(), situation(ON, visited())), unread="visits/2026-09-01-north-star.yaml")
        text = text_of("markdown", made(note_document(asked), "markdown").data)
        assert "cannot be read, and may hold the last note: visits/2026-09-01-north-star.yaml" in text


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        pytest.param({}, "2026-11-06", "Open", id="its-last-day"),
        pytest.param({}, "2026-11-07", "Open, overdue", id="the-day-after"),
        pytest.param({"status": "done", "done_on": "2026-11-05"}, "2026-11-04", "Open", id="not-done-yet"),
        pytest.param({"status": "done", "done_on": "2026-11-05"}, "2026-11-05", "Done on 5 November 2026", id="done"),
        pytest.param(
            {"status": "verified", "verified_on": "2026-11-09", "verified_by": "officer", "done_on": "2026-11-05"},
            "2026-11-08",
            "Done on 5 November 2026",
            id="verified-later",
        ),
        pytest.param(
            {"status": "verified", "verified_on": "2026-11-09", "verified_by": "officer"},
            "2026-11-09",
            "Verified on 9 November 2026 by officer",
            id="verified",
        ),
        pytest.param({"status": "withdrawn"}, "2026-12-01", "Withdrawn", id="withdrawn"),
    ],
)
def test_how_an_action_stood_on_a_day(changes: dict[str, Any], on: str, state: str) -> None:
    assert state_of(Action.model_validate({**ACTION, **changes}), day(on)) == state


@pytest.mark.parametrize(
    ("note", "on", "tells"),
    [
        pytest.param({}, "2026-11-02", "may say until 2 November 2026 where a fact is wrong.", id="may-answer"),
        pytest.param({}, "2026-11-03", "could say until 2 November 2026 where a fact is wrong.", id="could-answer"),
        pytest.param({"circulation": []}, ON, "may tell the council where a fact is wrong.", id="not-asked-yet"),
        pytest.param({"provider_response": "Right."}, ON, "The day it answered is not recorded.", id="without-a-day"),
        pytest.param(
            {"provider_response": "Right.", "provider_responded_on": "2026-10-30"},
            ON,
            "Answered on 30 October 2026.",
            id="with-its-day",
        ),
        pytest.param(
            {"provider_response": "Right.", "provider_responded_on": "2026-10-30"},
            "2026-10-29",
            "No answer is recorded.",
            id="the-day-before",
        ),
        pytest.param({"told_face_to_face": "no"}, ON, "No, not all that stands in this note", id="not-told"),
        pytest.param({"agreed": []}, ON, "The actions below.", id="actions-alone-were-agreed"),
    ],
)
def test_what_followed_is_told_as_of_the_day(note: dict[str, Any], on: str, tells: str) -> None:
    assert tells in said(visited(note), on=on)


@pytest.mark.parametrize(
    ("visit", "tells"),
    [
        pytest.param({"ends_at": None}, "from 09:30", id="begun"),
        pytest.param({"starts_at": None}, "until 14:15", id="ended"),
        pytest.param({"site": "shed"}, "shed", id="a-site-nobody-knows"),
        pytest.param({"documents": [], "information": []}, "Nothing is recorded.", id="nothing-looked-at"),
        pytest.param({"registration": {"pupils": "2", "basis": "x"}}, "Most hours a week", id="hours-not-recorded"),
        pytest.param({"type": "desk_top_audit", "sessions_observed": None}, "Desk-top audit", id="an-audit"),
    ],
)
def test_the_visit_is_told_as_far_as_it_is_recorded(visit: dict[str, Any], tells: str) -> None:
    assert tells in said(visited(**visit))


def test_every_word_of_the_form_is_written_as_people_write_it() -> None:
    words = [word for name in dir(review) for word in _words(getattr(review, name))]
    assert words
    assert [word for word in words if "_" in in_words(word)] == []
    assert in_words(review.Trigger.LADO) != in_words(review.Officer.LADO)


def _words(found: Any) -> list[Any]:
    return list(found) if isinstance(found, type) and issubclass(found, StrEnum) else []


class TestAmended:
    """Corrections stand on top as well; the text that was sent stays."""

    @each_form
    def test_they_stand_in_every_form(self, form: str) -> None:
        data = made(document(visited({"amendments": [AMENDED]})), form).data
        facts = ["Amended on 2 November 2026, by designated officer:", "Three pupils, not two.", "Calm and busy."]
        assert missing_from(form, data, facts) == ()

    def test_on_top_before_anything_else(self) -> None:
        text = said(visited({"amendments": [AMENDED]}))
        assert text.index("Amended on 2 November 2026") < text.index("Calm and busy.") < text.rindex("Three pupils")

    def test_not_before_their_day(self) -> None:
        assert "Amended" not in said(visited({"amendments": [AMENDED]}), on="2026-11-01")


class TestADraft:
    """A draft says on every page that it is one."""

    def test_it_stands_on_every_page_of_a_pdf(self) -> None:
        found = pages(made(document(visited(), held=HELD, draft=True), "pdf").data)
        assert len(found) > 1
        assert [text for text in found if "DRAFT: a working copy" not in text] == []

    def test_it_stands_at_the_head_of_every_section_of_a_word_document(self) -> None:
        word = docx.Document(io.BytesIO(made(document(visited(), held=HELD, draft=True), "docx").data))
        assert [section.header.paragraphs[0].text for section in word.sections] == [
            "DRAFT: a working copy, not the note as it was sent"
        ]

    def test_it_is_the_first_and_the_last_line_of_markdown(self) -> None:
        lines = made(document(visited({"circulation": []}), draft=True), "markdown").data.decode().strip().split("\n")
        assert {lines[0], lines[-1]} == {"**DRAFT: not for circulation**"}

    def test_a_page_prints_it_behind_the_text_of_every_page(self) -> None:
        page = made(document(visited(), draft=True), "html").data.decode()
        assert '<p class="every-page" aria-hidden="true">DRAFT</p>' in page
        assert '<p class="stamp"><strong>DRAFT: a working copy' in page
        assert "every-page" not in made(document(visited()), "html").data.decode().partition("<body>")[2]

    def test_what_is_open_is_named_at_the_end(self) -> None:
        text = said(visited(), held=HELD, draft=True)
        assert "1 thing is still open, named at the end" in text
        assert text.index("Still open") < text.index("nothing was agreed") < text.index("visits/a.yaml:5:1")
        quoted = (replace(HELD[0], message="`agreed` is missing", remedy="Write `agreed`."),)
        (table,) = (each for each in document(visited(), held=quoted, draft=True).sections[-1].blocks)
        assert table.rows == (("agreed is missing\nvisits/a.yaml:5:1", "Write agreed."),)
        assert "2 things are still open" in said(visited(), held=HELD * 2, draft=True)
        assert "Nothing keeps this note from being handed over." in said(visited(), draft=True)

    def test_a_final_note_bears_no_stamp(self) -> None:
        assert not any("DRAFT" in text for text in pages(made(document(visited()), "pdf").data))


class TestTheSheet:
    """A planned visit has a sheet to take along."""

    @each_form
    def test_it_says_what_to_look_at_and_what_was_promised(self, form: str) -> None:
        data = made(document(a_visit(VISIT, **PLANNED), earlier(), on="2026-10-12"), form).data
        facts = ["DRAFT: prepared before the visit", "the kiln room", "the log", "Keep a log.", "Open, overdue"]
        assert missing_from(form, data, [*facts, "A reading corner is set up.", "Leadership and management"]) == ()

    def test_what_the_last_note_agreed_stands_once_with_room_to_write_and_no_code(self) -> None:
        looks = [
            "Note of 12 March 2026, action: Keep a log; head, by 1 June 2026; still open (QF-57)",
            "Self-assessment 2025-26, other: says met, not validated: Has a vision (f_leadership) (QF-54)",
        ]
        sheet = document(a_visit(VISIT, **{**PLANNED, "look_at": looks}), earlier(), on="2026-10-12")
        tables = [block for block in sheet.blocks if isinstance(block, Table)]
        assert tables[0].rows == (
            ("Self-assessment 2025-26, other: says met, not validated: Has a vision (QF-54)", ""),
        )
        (last,) = (table for table in tables if table.title.startswith("Actions of the note of 12 March 2026"))
        assert (last.head[-1], last.has_room, {row[-1] for row in last.rows}) == ("What became of it", True, {""})
        assert sum("Keep a log" in str(table.rows) for table in tables) == 1

    def test_where_all_was_agreed_last_time_nothing_else_is_to_look_at(self) -> None:
        looks = ["Note of 12 March 2026, action: Keep a log; head, by 1 June 2026; still open (QF-57)"]
        sheet = document(a_visit(VISIT, **{**PLANNED, "look_at": looks}), earlier(), on="2026-10-12")
        assert "look_at" not in [section.key for section in sheet.sections]

    def test_nothing_prepared_is_said(self) -> None:
        assert "Nothing is recorded." in said(a_visit(VISIT, status="planned"))

    def test_there_is_room_to_write_in_a_word_document(self) -> None:
        word = docx.Document(io.BytesIO(made(document(a_visit(VISIT, **PLANNED)), "docx").data))
        look_at = next(table for table in word.tables if table.rows[0].cells[0].text == "What to look at")
        assert [row.height.cm > 1.5 for row in look_at.rows[1:] if row.height] == [True, True]

    def test_a_sheet_is_no_note(self) -> None:
        asked = asked_visit(a_visit(VISIT, **PLANNED), situation(ON))
        with pytest.raises(ValueError, match="has no note"):
            note_document(asked)


class TestColours:
    """A colour is said in words; a bar beside them shows it as well."""

    def test_in_word(self) -> None:
        word = docx.Document(io.BytesIO(made(document(visited()), "docx").data))
        table = next(table for table in word.tables if table.rows[0].cells[0].text == "Area")
        bars = [
            cell.find(qn("w:tcPr")).find(qn("w:tcBorders")) for cell in (row.cells[0]._tc for row in table.rows[1:])
        ]
        assert [bar is not None for bar in bars] == [True, False]
        beside = table.rows[1].cells[0]._tc.find(qn("w:tcPr")).find(qn("w:tcMar")).find(qn("w:left"))
        assert int(beside.get(qn("w:w"))) >= 160
        assert table.rows[1].cells[2].text == "Amber"

    def test_on_a_page(self) -> None:
        page = made(document(visited()), "html").data.decode()
        assert '<tr class="amber"><th scope="row">Health and safety</th>' in page
        assert '<tr><th scope="row">Safeguarding</th>' in page


class TestTheCouncilsOwn:
    """The council's own Word document as the template."""

    PARAGRAPHS = (
        "{{ title }}: {{ values.provider }} {{ values.type }} {{ subtitle }} {{ values.outcome }}",
        "{{ values.recommendation }} {{ values.visit.note.summary }} {{ values.visit.note.provider_said }}",
        "{%p for each in values.visit.note.areas %}",
        "{{ each.area }} {{ each.judgement }}",
        "{%p endfor %}",
        "{{ values.visit.note.strengths | join }} {{ values.visit.note.developments | join }}",
        "{{ values.visit.note.agreed | join }}",
        "{%p for each in values.visit.note.concerns %}",
        "{{ each.what }} {{ each.level }}",
        "{%p endfor %}",
        "{%p for each in values.actions %}",
        "{{ each.what }} by {{ each.due }}, {{ each.owner }}: {{ each.state }}",
        "{%p endfor %}",
        "{{ values.visit.starts_at }} {{ values.visit.note.circulation | map(attribute='to') | join(', ') }}",
    )

    def _template(self, own: Path, *paragraphs: str) -> None:
        word = docx.Document()
        for text in paragraphs:
            word.add_paragraph(text)
        word.add_section()
        word.sections[1].header.is_linked_to_previous = False
        word.sections[1].different_first_page_header_footer = True
        word.settings.odd_and_even_pages_header_footer = True
        word.save(str(own / "note-of-visit.docx"))

    def test_it_is_filled(self, own: Path) -> None:
        self._template(own, *self.PARAGRAPHS)
        finished = made(document(visited()), "docx", [own])
        assert finished.template == own / "note-of-visit.docx"
        assert (
            missing_from(
                "docx",
                finished.data,
                ["Lock the kiln room while hot. by 6 November 2026, the partners: Open, overdue", "09:30"],
            )
            == ()
        )

    def test_a_draft_is_stamped_at_the_head_of_every_page_though_the_template_does_not(self, own: Path) -> None:
        self._template(own, *self.PARAGRAPHS)
        word = docx.Document(io.BytesIO(made(document(visited(), draft=True), "docx", [own]).data))
        first, second = word.sections
        heads = (first.header, first.even_page_header, second.header, second.first_page_header, second.even_page_header)
        stamped = [any("DRAFT" in paragraph.text for paragraph in head.paragraphs) for head in heads]
        assert stamped == [True] * 5

    def test_one_that_leaves_out_what_was_agreed_is_refused(self, own: Path) -> None:
        self._template(own, "{{ title }} {{ subtitle }}")
        with pytest.raises(
            ApqaError,
            match=r"leaves out what the document must(?s:.*)'The log is kept\.' \(one of values\.visit\.note\.agreed",
        ):
            made(document(visited()), "docx", [own])


def test_the_number_of_a_page_stands_at_the_right_of_its_foot_however_short_the_text_before_it() -> None:
    word = docx.Document(io.BytesIO(made(document(visited()), "docx").data))
    assert list(word.styles["Footer"].paragraph_format.tab_stops) == []
    assert len(word.sections[0].footer.paragraphs[0].paragraph_format.tab_stops) == 1
