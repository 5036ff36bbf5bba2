"""Files that are no forms, and what is said of each before anything reads it as a document."""

from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from apqa.forms.receiving.answer import NotAFormError
from apqa.forms.receiving.opening import Limits, opened
from tests.cli.reporting_council import document, receive, reporting, workbook

if TYPE_CHECKING:
    from pathlib import Path

CORE = "docProps/core.xml"


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    records = reporting(tmp_path_factory.mktemp("council"))
    return {".xlsx": workbook(records).read_bytes(), ".docx": document(records).read_bytes()}


def rebuilt(raw: bytes, members: dict[str, bytes] | None = None, *, method: int = ZIP_DEFLATED) -> bytes:
    """Pack an Office file again, with other members or more of them."""
    named = members or {}
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w", method) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, content in named.items():
            new.writestr(name, content)
    return out.getvalue()


def why_not(folder: Path, raw: bytes, name: str = "form.xlsx", limits: Limits | None = None) -> str:
    file = folder / name
    file.write_bytes(raw)
    with pytest.raises(NotAFormError) as refused:
        opened(file, limits or Limits())
    return str(refused.value)


def test_a_form_is_opened(tmp_path: Path, forms: dict[str, bytes]) -> None:
    for ending, raw in forms.items():
        file = tmp_path / f"Form{ending.upper()}"
        file.write_bytes(raw)
        assert opened(file).ending == ending


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("form.xlsm", "may hold programs (macros)"),
        ("form.docm", "may hold programs (macros)"),
        ("form.xls", "is an older form of file: open it in Office and save it as .xlsx"),
        ("form.pdf", "and .pdf is neither: ask for the form itself, saved as .xlsx or .docx"),
        ("form.ods", "and .ods is neither: open it in the program it was saved with, and save it as .xlsx"),
        ("form.odt", "and .odt is neither: open it in the program it was saved with, and save it as .docx"),
        ("form.csv", "it does not keep which box is which, so ask for the form itself, saved as .xlsx"),
        ("forms.ZIP", "and .zip is neither: unpack it, and name the forms in it"),
        ("form.eml", "it is an e-mail, so save what is attached to it, and name that"),
        ("form", "its name has no ending: it is an Excel workbook, so rename it to end in .xlsx"),
        (".form", "its name has no ending: it is an Excel workbook, so rename it to end in .xlsx"),
        ("~$form.xlsx", "the mark that a form beside it is open in Excel, Word or LibreOffice: close that one there"),
        (".~lock.form.xlsx#", "the mark that a form beside it is open in Excel, Word or LibreOffice"),
    ],
)
def test_a_file_of_another_name_is_not_opened(tmp_path: Path, forms: dict[str, bytes], name: str, says: str) -> None:
    assert says in why_not(tmp_path, forms[".xlsx"], name)


def test_a_file_without_an_ending_is_told_by_what_is_in_it(tmp_path: Path, forms: dict[str, bytes]) -> None:
    assert "it is a Word document, so rename it to end in .docx" in why_not(tmp_path, forms[".docx"], "form")
    assert "and this is neither: ask for the form itself" in why_not(tmp_path, b"xl/workbook.xml", "form")


def test_what_is_no_regular_file_is_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "form.xlsx"
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(pipe)
    with pytest.raises(NotAFormError, match="it is no file but a pipe or a device: save the form as a file"):
        opened(pipe)


def test_a_file_that_is_not_what_its_name_says_is_not_opened(tmp_path: Path, forms: dict[str, bytes]) -> None:
    assert "it is a Word document, so rename it to end in .docx" in why_not(tmp_path, forms[".docx"])
    assert "it is an Excel workbook, so rename" in why_not(tmp_path, forms[".xlsx"], "form.docx")
    assert "it is not an Excel workbook" in why_not(tmp_path, b"name,sessions\n")
    assert "protected by a password or of an older kind" in why_not(
        tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99
    )
    plain = BytesIO()
    with ZipFile(plain, "w") as archive:
        archive.writestr("a.txt", "a")
    assert "it is not an Excel workbook" in why_not(tmp_path, plain.getvalue())


def test_what_is_no_file_or_holds_nothing_is_said(tmp_path: Path) -> None:
    assert "the file is empty" in why_not(tmp_path, b"")
    with pytest.raises(NotAFormError, match="there is no such file"):
        opened(tmp_path / "gone.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(NotAFormError, match="it is a folder: name the files in it"):
        opened(tmp_path / "folder.xlsx")


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path as AnyPath

    file = tmp_path / "form.xlsx"
    file.write_bytes(b"PK")

    def refuse(self: AnyPath, *_: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(AnyPath, "open", refuse)
    with pytest.raises(NotAFormError, match="another program has it open: close it there"):
        opened(file)


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, forms: dict[str, bytes]) -> None:
    raw = forms[".xlsx"]
    assert "the file is damaged" in why_not(tmp_path, raw[: len(raw) // 2])
    broken = bytearray(raw)
    broken[200:260] = b"\xff" * 60
    assert "the file is damaged" in why_not(tmp_path, bytes(broken))


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, forms: dict[str, bytes]) -> None:
    assert "larger than 0 MB" in why_not(tmp_path, forms[".xlsx"], limits=Limits(file=1000))


def test_a_bomb_is_not_unpacked(tmp_path: Path, forms: dict[str, bytes]) -> None:
    bomb = rebuilt(forms[".xlsx"], {"xl/bomb.bin": b"\0" * 20_000_000})
    assert len(bomb) < 100_000
    assert "unpacked, the file would be far larger than any form" in why_not(tmp_path, bomb)
    assert "far larger" in why_not(tmp_path, forms[".xlsx"], limits=Limits(unpacked=1000))
    assert "holds more than 3 pieces" in why_not(tmp_path, forms[".xlsx"], limits=Limits(members=3))


def test_a_piece_that_says_it_is_smaller_than_it_is_is_not_read_beyond_what_it_says(
    tmp_path: Path, forms: dict[str, bytes]
) -> None:
    raw = bytearray(rebuilt(forms[".xlsx"], {"xl/bomb.xml": b"<a>" + b" " * 1_000_000 + b"</a>"}))
    sizes = (1_000_007).to_bytes(4, "little")
    while (at := raw.find(sizes)) >= 0:
        raw[at : at + 4] = (50).to_bytes(4, "little")
    assert "the file is damaged" in why_not(tmp_path, bytes(raw))


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ({"xl/vbaProject.bin": b"x"}, "there is a program (a macro) in the file"),
        ({"xl/macrosheets/sheet1.xml": b"<a/>"}, "there is a program (a macro) in the file"),
        ({"xl/externalLinks/externalLink1.xml": b"<a/>"}, "another file or a link to one is put into the form"),
        ({"xl/embeddings/a.bin": b"x"}, "another file or a link to one is put into the form"),
        ({"../../etc/passwd": b"x"}, "a piece that would be put outside of it"),
        (
            {"xl/a.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'},
            "has a document type (DTD, entity)",
        ),
        (
            {"xl/a.xml": '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")},
            "written in a way no Office program writes",
        ),
        ({"xl/a.xml": b'<?xml version="1.0" encoding="utf-7"?><a/>'}, "written in a way no Office program writes"),
        (
            {"xl/_rels/x.rels": b'<R><Relationship Type="x/image" Target="http://a" TargetMode="External"/></R>'},
            "takes something from elsewhere (an external link)",
        ),
        ({"xl/data.bin": b'<?xml version="1.0"?><!DOCTYPE a><a/>'}, "has a document type"),
    ],
)
def test_what_may_do_harm_is_not_opened(
    tmp_path: Path, forms: dict[str, bytes], members: dict[str, bytes], says: str
) -> None:
    assert says in why_not(tmp_path, rebuilt(forms[".xlsx"], members))


def test_a_link_that_somebody_wrote_does_no_harm(tmp_path: Path, forms: dict[str, bytes]) -> None:
    link = b'<R><Relationship Type="a/hyperlink" Target="mailto:a@b.example" TargetMode="External"/></R>'
    file = tmp_path / "form.docx"
    file.write_bytes(rebuilt(forms[".docx"], {"word/_rels/x.rels": link}))
    assert opened(file).raw


def test_macros_by_another_name_are_not_opened(tmp_path: Path, forms: dict[str, bytes]) -> None:
    with ZipFile(BytesIO(forms[".xlsx"])) as archive:
        types = archive.read("[Content_Types].xml")
    types = types.replace(b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main")
    raw = BytesIO()
    with ZipFile(BytesIO(forms[".xlsx"])) as old, ZipFile(raw, "w") as new:
        for name in old.namelist():
            new.writestr(name, types if name == "[Content_Types].xml" else old.read(name))
    assert "may hold programs (macros): ask for it to be saved without" in why_not(tmp_path, raw.getvalue())


def test_odd_archives_are_not_opened(tmp_path: Path, forms: dict[str, bytes]) -> None:
    assert "packed in a way no Office program packs" in why_not(tmp_path, rebuilt(forms[".xlsx"], method=ZIP_BZIP2))
    out = BytesIO(forms[".xlsx"])
    with ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(CORE, "<a/>")
    assert "two pieces of one name" in why_not(tmp_path, out.getvalue())
    flagged = bytearray(forms[".xlsx"])
    at = flagged.find(b"PK\x01\x02")
    flagged[at + 8] |= 1
    assert "the file is encrypted: ask for it without a password" in why_not(tmp_path, bytes(flagged))


def test_a_workbook_and_a_document_that_are_hollow_are_said_not_to_be_forms(
    tmp_path: Path, forms: dict[str, bytes]
) -> None:
    records = reporting(tmp_path)
    hollow = tmp_path / "hollow.xlsx"
    hollow.write_bytes(rebuilt(forms[".xlsx"], {"xl/workbook.xml": b"<workbook"}))
    assert "cannot be read as a workbook" in receive(records, hollow).out
    torn = tmp_path / "torn.docx"
    torn.write_bytes(rebuilt(forms[".docx"], {"word/document.xml": b"<w:document"}))
    said = receive(records, torn)
    assert "cannot be read as a document" in said.out
    assert said.status == 3
