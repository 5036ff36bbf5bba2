"""`apqa termly-report`: a termly report as a document, in a terminal and as a file."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from apqa.forms.documents.proof import missing_from, text_of
from apqa.forms.documents.reading.pdf_text import tags
from tests.cli.asking import ask, run
from tests.cli.small_council import BROKEN, council
from tests.cli.test_due import ACCEPTED, CALENDAR, HEARD, SENT

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
REPORTS = sorted((EXAMPLE / "termly-reports").glob("*/*.yaml"))
AUTUMN, SPRING = "2026-27-autumn", "2026-27-spring"
LATE = ("--on", "2027-04-20")
PLACEMENT = "PL-7K3QX"
DRAFT = "status: draft\n"
NAME = f"termly-report-{PLACEMENT}-{AUTUMN}"


def _folder(tmp_path: Path, **reports: str) -> Path:
    """Write the small council with a calendar and reports on its placement, by their period."""
    records = council(tmp_path)
    files = {f"termly-reports/2026-27-{period}/{PLACEMENT}.yaml": text for period, text in reports.items()}
    for name, text in {"calendar/2026-27.yaml": CALENDAR, **files}.items():
        (records / name).parent.mkdir(parents=True, exist_ok=True)
        (records / name).write_text(text, encoding="utf-8")
    return records


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_markdown_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    records = _folder(tmp_path, autumn=SENT + HEARD)
    before = _files(tmp_path)
    said = run("termly-report", PLACEMENT, *LATE, folder=tmp_path)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("# Termly report, autumn 2026-27\n\nPupil P-9F4TC at Kingfisher Workshops\n")
    assert "50 of 60 sessions attended (83.3%)." in said.out
    assert _files(tmp_path) == before
    assert records.is_dir()


def test_html_is_shown_as_a_page(tmp_path: Path) -> None:
    said = ask("termly-report", PLACEMENT, *LATE, "-f", "html", "-C", _folder(tmp_path, autumn=SENT))
    assert said.out.startswith("<!DOCTYPE html>")
    assert missing_from("html", said.out.encode(), ["It lacks:", "the pupil's voice"]) == ()


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_word_document_and_a_pdf_get_a_new_file_in_the_current_folder(tmp_path: Path, form: str) -> None:
    _folder(tmp_path, autumn=SENT + HEARD)
    said = run("termly-report", PLACEMENT, *LATE, "-f", form, folder=tmp_path)
    assert (said.status, said.out) == (0, "")
    assert said.err == f"apqa: the document is in {NAME}.{form}\n"
    made = (tmp_path / f"{NAME}.{form}").read_bytes()
    assert missing_from(form, made, ["Termly report, autumn 2026-27", "I like the boats."]) == ()
    again = run("termly-report", PLACEMENT, *LATE, "-f", form, folder=tmp_path)
    assert again.status == 2
    assert f"{NAME}.{form} is there already: to replace it name it, --output {NAME}.{form}" in again.err
    named = run("termly-report", PLACEMENT, *LATE, "-o", f"{NAME}.{form}", "-q", folder=tmp_path)
    assert (named.status, named.err) == (0, "")
    assert (tmp_path / f"{NAME}.{form}").read_bytes() == made


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.md", b"# "), ("a.HTML", b"<!DOCTYPE"), ("a.htm", b"<!"), ("a.docx", b"PK"), ("a.pdf", b"%PDF")],
)
def test_the_name_of_the_file_says_its_form(tmp_path: Path, name: str, begins: bytes) -> None:
    records = _folder(tmp_path, autumn=SENT)
    assert ask("termly-report", PLACEMENT, *LATE, "-o", tmp_path / name, "-C", records).status == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("form", "name", "says"),
    [
        ("docx", "a.pdf", "a.pdf would hold a Word document: give it a name that ends in .docx"),
        ("pdf", "a", "a would hold a PDF: give it a name that ends in .pdf"),
        ("pdf", "a.txt", "a.txt would hold a PDF: give it a name that ends in .pdf"),
        ("html", "a.docx", "a.docx would hold an HTML page: give it another name, or ask for docx"),
        ("markdown", "a.html", "a.html would hold Markdown: give it another name, or ask for html"),
    ],
)
def test_a_file_is_not_named_as_what_it_is_not(tmp_path: Path, form: str, name: str, says: str) -> None:
    records = _folder(tmp_path, autumn=SENT)
    said = ask("termly-report", PLACEMENT, *LATE, "-f", form, "-o", tmp_path / name, "-C", records)
    assert said.status == 2
    assert says in said.err
    assert not (tmp_path / name).exists()


def test_a_text_may_have_any_other_name(tmp_path: Path) -> None:
    records = _folder(tmp_path, autumn=SENT)
    assert ask("termly-report", PLACEMENT, *LATE, "-o", tmp_path / "a.txt", "-C", records).status == 0
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("# Termly report")


@pytest.mark.parametrize("options", [("-o", "a.docx"), ("-f", "docx"), ("-f", "markdown", "-o", "a.md")])
def test_nothing_is_written_among_the_records(tmp_path: Path, options: tuple[str, ...]) -> None:
    records = _folder(tmp_path, autumn=SENT)
    before = _files(records)
    said = run("termly-report", PLACEMENT, *LATE, *options, folder=records)
    assert said.status == 2
    assert "lies in the records folder: write the answer somewhere else" in said.err
    assert _files(records) == before


def test_without_a_term_it_is_the_latest_by_the_day(tmp_path: Path) -> None:
    spring = SENT.replace("2026-12-16", "2027-03-24")
    records = _folder(tmp_path, autumn=SENT, spring=spring)
    assert "autumn 2026-27" in ask("termly-report", PLACEMENT, "--on", "2027-03-23", "-C", records).out
    assert "spring 2026-27" in ask("termly-report", PLACEMENT, "--on", "2027-03-24", "-C", records).out
    named = ask("termly-report", PLACEMENT, "--term", AUTUMN, "--on", "2027-03-24", "-C", records)
    assert named.out.startswith("# Termly report, autumn 2026-27")


def test_a_draft_is_stamped(tmp_path: Path) -> None:
    said = ask("termly-report", PLACEMENT, *LATE, "-C", _folder(tmp_path, autumn=DRAFT))
    assert "**Draft: the provider has not sent this report**" in said.out
    assert "> **This report is incomplete. It lacks:**" in said.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(
            ("kingfisher", "-f", "pdf"), "the form to fill in is xlsx or docx, not pdf", id="a provider's as a document"
        ),
        pytest.param(
            ("kingfishr",), "there is no provider kingfishr: did you mean kingfisher?", id="a provider's slip"
        ),
        pytest.param(("PL-7K3QZ",), "there is no placement PL-7K3QZ: did you mean PL-7K3QX?", id="a slip"),
        pytest.param(("",), "the id of the placement is empty", id="nothing"),
        pytest.param(
            (PLACEMENT, "--term", "2025-26-summer"),
            f"there is no termly report of 2025-26-summer on {PLACEMENT}: there are those of {AUTUMN}, {SPRING}",
            id="a term without one",
        ),
        pytest.param((PLACEMENT, "--term", "autumn"), "there is no termly report of autumn on", id="no term"),
        pytest.param(
            (PLACEMENT, "--term", SPRING),
            "was sent on 24 March 2027, after the day asked about, 3 November 2026: ask with --on 2027-03-24",
            id="sent later",
        ),
        pytest.param(
            (PLACEMENT,), f"there is no termly report on {PLACEMENT} by 3 November 2026", id="none by the day"
        ),
    ],
)
def test_what_cannot_be_made_is_one_sentence(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    records = _folder(tmp_path, autumn=SENT, spring=SENT.replace("2026-12-16", "2027-03-24"))
    said = ask("termly-report", *arguments, "--on", "2026-11-03", "-C", records)
    assert (said.status, said.out) == (2, "")
    assert says in said.err
    assert "\n" not in said.err.strip()


def test_a_placement_without_any_report_says_so(tmp_path: Path) -> None:
    records = _folder(tmp_path)
    said = ask("termly-report", PLACEMENT, "--term", AUTUMN, *LATE, "-C", records)
    assert said.err.endswith(
        f"there is no termly report of {AUTUMN} on {PLACEMENT}: there is none of any other term either"
    )


@pytest.mark.parametrize("arguments", [(), ("--term", SPRING)])
def test_a_report_that_cannot_be_read_is_not_passed_over(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    records = _folder(tmp_path, autumn=SENT, spring="status: sbumitted\n")
    said = ask("termly-report", PLACEMENT, *arguments, *LATE, "-C", records)
    assert (said.status, said.out) == (3, "")
    assert "cannot be read" in said.err
    assert "sbumitted" in said.err


def test_a_provider_that_cannot_be_read_is_named_by_its_id(tmp_path: Path) -> None:
    council(tmp_path, BROKEN)
    file, old, new = BROKEN
    records = _folder(tmp_path, autumn=SENT)
    text = (records / file).read_text(encoding="utf-8")
    (records / file).write_text(text.replace(old, new), encoding="utf-8")
    said = ask("termly-report", PLACEMENT, *LATE, "-C", records)
    assert "Pupil P-9F4TC at kingfisher\n" in said.out


def test_a_word_file_of_the_councils_own_is_used_and_named(tmp_path: Path) -> None:
    records = _folder(tmp_path, autumn=SENT + HEARD)
    word = docx.Document()
    word.add_paragraph("Our letterhead: {{ title }}, {{ subtitle }}, {{ values.placement }}, {{ values.status }}")
    word.add_paragraph("{{ values.attendance }}. {{ values.report.pupil_voice.says }}")
    word.add_paragraph(
        "{% for each in values.report.objectives %}{{ each.objective }}: {{ each.progress }}{% endfor %}"
    )
    (tmp_path / "templates").mkdir()
    word.save(str(tmp_path / "templates" / "termly-report.docx"))
    said = ask("termly-report", PLACEMENT, *LATE, "-o", tmp_path / "a.docx", "-C", records)
    assert f"apqa: made with your own template {tmp_path / 'templates' / 'termly-report.docx'}" in said.err
    text = docx.Document(io.BytesIO((tmp_path / "a.docx").read_bytes())).paragraphs[0].text
    assert text == (
        "Our letterhead: Termly report, autumn 2026-27, Pupil P-9F4TC at Kingfisher Workshops, PL-7K3QX, "
        "Sent by the provider, not reviewed by the commissioner"
    )


def test_a_template_at_fault_leaves_the_file_there_as_it_was(tmp_path: Path) -> None:
    records = _folder(tmp_path, autumn=SENT)
    (records / "templates").mkdir()
    (records / "templates" / "termly-report.html.j2").write_text("{{ nobody }}")
    (tmp_path / "a.html").write_text("as it was")
    said = ask("termly-report", PLACEMENT, *LATE, "-o", tmp_path / "a.html", "-C", records)
    assert said.status == 4
    assert "line 1 of termly-report.html.j2: 'nobody' is undefined" in said.err
    assert (tmp_path / "a.html").read_text() == "as it was"


def test_what_the_pupil_says_with_a_sign_no_font_has_is_told(tmp_path: Path) -> None:
    heard = HEARD.replace("I like the boats.", "Boats \N{EGYPTIAN HIEROGLYPH A001}")
    records = _folder(tmp_path, autumn=SENT + heard)
    said = ask("termly-report", PLACEMENT, *LATE, "-o", tmp_path / "a.pdf", "-C", records)
    assert said.status == 0
    if "no font has" in said.err:  # the computer that runs the tests may have a font for it
        assert missing_from("pdf", (tmp_path / "a.pdf").read_bytes(), ["Boats [egyptian hieroglyph a001]"]) == ()


def test_a_review_of_a_later_day_is_not_in_it(tmp_path: Path) -> None:
    records = _folder(tmp_path, autumn=(SENT + HEARD + ACCEPTED).replace("submitted\n", "accepted\n", 1))
    assert "SENDCo" in ask("termly-report", PLACEMENT, *LATE, "-C", records).out
    assert "SENDCo" not in ask("termly-report", PLACEMENT, "--on", "2027-01-07", "-C", records).out


def test_every_report_of_the_worked_example_makes_a_page_and_a_text() -> None:
    assert len(REPORTS) > 50
    for file in REPORTS[::7]:
        term, placement = file.parent.name, file.stem
        for form in ("markdown", "html"):
            said = ask("termly-report", placement, "--term", term, "--on", "2026-11-23", "-f", form, "-C", EXAMPLE)
            assert (said.status, said.err) == (0, ""), file
            assert placement in text_of(form, said.out.encode())


@pytest.mark.parametrize("file", [REPORTS[0], REPORTS[len(REPORTS) // 2], REPORTS[-1]], ids=lambda file: file.stem)
def test_reports_of_the_worked_example_make_a_tagged_pdf_and_a_word_document(tmp_path: Path, file: Path) -> None:
    for form in ("pdf", "docx"):
        made = tmp_path / f"a.{form}"
        said = ask(
            "termly-report", file.stem, "--term", file.parent.name, "--on", "2026-11-23", "-o", made, "-C", EXAMPLE
        )
        assert said.status == 0, said.err
    assert {"/H1", "/H2", "/TH"} <= set(tags((tmp_path / "a.pdf").read_bytes()))
