"""A finished document, given to whoever asked for it: as a file, or in the terminal where it is text."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.errors import UsageError

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.forms.documents.document import Document
    from apqa.forms.documents.made import Made


class DocumentForm(StrEnum):
    """Forms a document can take."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


DocumentFormOption = Annotated[
    Optional[DocumentForm],  # noqa: UP045  typer reads it
    typer.Option(
        "--format",
        "-f",
        help="The form of the document; as the name of the --output says, else markdown, if left out.",
    ),
]

_ENDINGS = {
    ".md": DocumentForm.MARKDOWN,
    ".markdown": DocumentForm.MARKDOWN,
    ".html": DocumentForm.HTML,
    ".htm": DocumentForm.HTML,
    ".docx": DocumentForm.DOCX,
    ".pdf": DocumentForm.PDF,
}
"""What the name of a file says that is in it."""

_TEXTS = frozenset({DocumentForm.MARKDOWN, DocumentForm.HTML})
_NAMES = {
    DocumentForm.MARKDOWN: "Markdown",
    DocumentForm.HTML: "an HTML page",
    DocumentForm.DOCX: "a Word document",
    DocumentForm.PDF: "a PDF",
}


def chosen_form(form: DocumentForm | None, output: Path | None) -> DocumentForm:
    """Answer the form a document is to take: the one asked for, else the one the name of its file says.

    Raises `UsageError` where the name says another form, so that no program opens it as what it is not.
    """
    ending = output.suffix.lower() if output else ""
    by_name = _ENDINGS.get(ending)
    chosen = form or by_name or DocumentForm.MARKDOWN
    if output and chosen not in _TEXTS and by_name is not chosen:
        raise UsageError(f"{output} would hold {_NAMES[chosen]}: give it a name that ends in .{chosen.value}")
    if by_name and by_name is not chosen:
        raise UsageError(f"{output} would hold {_NAMES[chosen]}: give it another name, or ask for {by_name.value}")
    return chosen


def hand_over(
    document: Document, opened: Opened, form: DocumentForm | None, output: Path | None, *, quiet: bool
) -> None:
    """Make a document and write it whole, to the file named or, where it is text, to stdout.

    Without a file named, a Word document and a PDF get one in the current folder; what is there is never replaced
    unless it is named. Nothing is written into the records folder.
    """
    from apqa.cli.door import spare_the_records
    from apqa.display import terminal
    from apqa.forms.documents.made import made
    from apqa.forms.templates import own_templates
    from apqa.writing.outfile import write_whole

    chosen = chosen_form(form, output)
    if output is not None:
        spare_the_records(output, str(opened.root))
    finished = made(document, chosen.value, own_templates(opened.root))
    _tell(finished, quiet=quiet)
    if output is None and chosen in _TEXTS:
        terminal.write(finished.data.decode("utf-8"))
        return
    file = output if output is not None else _fresh(Path(finished.name), opened.root)
    write_whole(file, finished.data)
    terminal.say(f"apqa: the document is in {file}", quiet=quiet)


def _fresh(file: Path, records: Path) -> Path:
    """Answer a file in the current folder that is not there yet, and not among the records."""
    from apqa.cli.door import spare_the_records

    spare_the_records(file, str(records))
    if file.exists():
        raise UsageError(f"{file} is there already: to replace it name it, --output {file}")
    return file


def _tell(finished: Made, *, quiet: bool) -> None:
    """Say which template of the council's own was used, and which characters are written by their names."""
    from apqa.display import terminal

    if finished.template:
        terminal.say(f"apqa: made with your own template {finished.template}", quiet=quiet)
    if signs := finished.signs:
        terminal.say(f"apqa: no font has {signs}; the PDF names each in square brackets", quiet=quiet)
