"""The names of files that come back: which may be forms, what the others are, and what to do with them."""

from __future__ import annotations

from apqa.forms.receiving.answer import NotAFormError

WORKBOOK, DOCUMENT = ".xlsx", ".docx"
MAIN = {
    WORKBOOK: b"spreadsheetml.sheet.main+xml",
    DOCUMENT: b"wordprocessingml.document.main+xml",
}
"""What a file of each ending says it is, in its list of contents."""

NAMES = {WORKBOOK: "an Excel workbook", DOCUMENT: "a Word document"}

_FORM = "a form is an Excel workbook (.xlsx) or a Word document (.docx)"
_OPEN = ("~$", ".~lock.")
"""What the names of the files begin with that Office and LibreOffice keep beside one that is open."""

_WITH_MACROS = (".xlsm", ".docm", ".xltm", ".dotm", ".xlsb")
_OLDER = (".xls", ".doc")
_SAVED_OTHERWISE = {
    ".ods": WORKBOOK,
    ".csv": WORKBOOK,
    ".tsv": WORKBOOK,
    ".numbers": WORKBOOK,
    ".odt": DOCUMENT,
    ".rtf": DOCUMENT,
    ".pages": DOCUMENT,
}
_WITHOUT_BOXES = frozenset({".csv", ".tsv", ".rtf", ".numbers", ".pages"})
"""Forms of file that keep the words of a form, and not which box each stands in."""

_PACKED = frozenset({".zip", ".7z", ".rar", ".gz"})
_LETTERS = frozenset({".msg", ".eml"})


def ending_of(name: str) -> str:
    """Answer the ending of a file's name in small letters, with its dot; an empty text where it has none."""
    stem, _, ending = name.strip(".").rpartition(".")
    return f".{ending.lower()}" if stem else ""


def refuse_by_name(name: str) -> None:
    """Refuse a file that is no form by its name. Raises `NotAFormError` that says what it is, and what to do."""
    if name.startswith(_OPEN):
        raise NotAFormError(
            "it is no form, but the mark that a form beside it is open in Excel, Word or LibreOffice: close that one "
            "there, so that it is saved, and leave out this file"
        )
    ending = ending_of(name)
    if ending in _WITH_MACROS:
        raise NotAFormError(
            f"a file that ends in {ending} may hold programs (macros), and apqa opens none: ask for the form itself, "
            "saved as .xlsx or .docx"
        )
    if ending in _OLDER:
        raise NotAFormError(f"{ending} is an older form of file: open it in Office and save it as {ending}x")
    if ending and ending not in MAIN:
        raise NotAFormError(f"{_FORM}, and {ending} is neither: {_what_to_do(ending)}")


def _what_to_do(ending: str) -> str:
    if ending in _WITHOUT_BOXES:
        return f"it does not keep which box is which, so ask for the form itself, saved as {_SAVED_OTHERWISE[ending]}"
    if ending in _SAVED_OTHERWISE:
        return f"open it in the program it was saved with, and save it as {_SAVED_OTHERWISE[ending]}"
    if ending in _PACKED:
        return "unpack it, and name the forms in it"
    if ending in _LETTERS:
        return "it is an e-mail, so save what is attached to it, and name that"
    return "ask for the form itself, saved as .xlsx or .docx"


def refuse_without_ending(raw: bytes) -> None:
    """Refuse a file whose name has no ending, by what is in it. Raises `NotAFormError` that says how to name it.

    The types of its pieces stand in it packed; the names of its pieces do not.
    """
    pieces = {WORKBOOK: b"xl/workbook.xml", DOCUMENT: b"word/document.xml"}
    found = next((ending for ending, piece in pieces.items() if raw.startswith(b"PK") and piece in raw), "")
    if found:
        raise NotAFormError(f"its name has no ending: it is {NAMES[found]}, so rename it to end in {found}")
    raise NotAFormError(f"{_FORM}, and this is neither: ask for the form itself, saved as .xlsx or .docx")
