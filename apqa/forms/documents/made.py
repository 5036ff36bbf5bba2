"""A document made in a form, and proved before anybody is given it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apqa.errors import ApqaError
from apqa.forms.documents.proof import UnprovenError, missing_from
from apqa.forms.extras import without_extra
from apqa.forms.templates import own_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from apqa.forms.documents.document import Document

    Own = Sequence[Path]

_ENDINGS = {"markdown": "md", "html": "html", "docx": "docx", "pdf": "pdf"}
"""The forms a document can take, and how the names of their files end."""

_TEMPLATES = {"markdown": "md.j2", "html": "html.j2", "docx": "docx"}
"""How the name of a council's own template for a form ends; a PDF has the shipped look."""

_LIBRARIES = frozenset({"docx", "docxtpl", "lxml", "pypdf", "typst"})
"""What the extra `forms` brings."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document."""

    data: bytes
    name: str
    """The name of its file, where nobody gives another."""

    spelled: frozenset[str] = frozenset()
    """Characters that are written by their names, as no font has them."""

    template: Path | None = None
    """The council's own template it was made with."""

    @property
    def signs(self) -> str:
        """Answer the characters that are written by their names, in a row."""
        from apqa.forms.documents.drawable import SHAPING

        return " ".join(sorted(self.spelled - SHAPING))


def made(document: Document, form: str, own: Own = ()) -> Made:
    """Make a document in a form, and open it again to see that it holds what it must.

    Raises `ApqaError` where it does not, where a council's own template is at fault, or where the extra `forms` is
    missing.
    """
    template = own_template(f"{document.form}.{_TEMPLATES[form]}", own) if form in _TEMPLATES else None
    try:
        finished = _MAKERS[form](document, own, template)
        _prove(document, form, finished, template)
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        raise without_extra("Word documents and PDF") from error
    return replace(finished, template=template)


def _prove(document: Document, form: str, finished: Made, template: Path | None) -> None:
    from apqa.forms.documents.document import shown
    from apqa.forms.documents.drawable import spelled

    facts = {spelled(shown(fact), finished.spelled): fact for fact in document.must_hold}
    remedy = f"put that right in {template}" if template else "tell whoever looks after apqa for you"
    try:
        missing = missing_from(form, finished.data, facts)
    except UnprovenError as error:
        raise ApqaError(f"{finished.name} was made and not kept, as {error}: {remedy}") from error
    if missing:
        if template:
            raise ApqaError(_left_out(document, template, [facts[each] for each in missing]))
        lacks = "; ".join(facts[each] for each in missing)
        raise ApqaError(f"{finished.name} was made and not kept, as it must say and does not: {lacks}; {remedy}")


def _left_out(document: Document, template: Path, missing: Sequence[str]) -> str:
    """Say what a council's own template leaves out, and by which name each is put in."""
    noticed = {text for notice in document.notices for text in (notice.heading, *notice.items)}
    named = {document.title: "{{ title }}", document.subtitle: "{{ subtitle }}", document.stamp: "{{ stamp }}"}
    values = {text.casefold(): name for name, text in reversed(tuple(_named_values("values", document.values)))}

    def said(text: str) -> str:
        name = named.get(text) or ("one of notices" if text in noticed else values.get(text.casefold()))
        return f"'{text}' ({name})" if name else f"'{text}'"

    return (
        f"the template {template} leaves out what the document must say, so nothing was made: "
        f"{'; '.join(map(said, missing))}. Put it in; templates/README.md of apqa says how"
    )


def _named_values(name: str, value: object) -> Iterator[tuple[str, str]]:
    """Answer each single value as a template knows it: by its name, and in a list as one of it."""
    if isinstance(value, str):
        yield f"{{{{ {name} }}}}", value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _named_values(f"{name}.{key}", inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from ((f"one of {name}", text) for _, text in _named_values("", inner))


def _name(document: Document, form: str) -> str:
    return f"{document.name}.{_ENDINGS[form]}"


def _markdown(document: Document, own: Own, _template: Path | None) -> Made:
    from apqa.forms.documents.markdown import markdown_document

    return Made(markdown_document(document, own), _name(document, "markdown"))


def _html(document: Document, own: Own, _template: Path | None) -> Made:
    from apqa.forms.documents.html import html_document

    return Made(html_document(document, own), _name(document, "html"))


def _docx(document: Document, _own: Own, template: Path | None) -> Made:
    from apqa.forms.documents.docx import docx_document
    from apqa.forms.documents.own_docx import own_docx

    data = own_docx(document, template) if template else docx_document(document)
    return Made(data, _name(document, "docx"))


def _pdf(document: Document, _own: Own, _template: Path | None) -> Made:
    from apqa.forms.documents.pdf import pdf_document

    data, undrawn = pdf_document(document)
    return Made(data, _name(document, "pdf"), undrawn)


_MAKERS: dict[str, Callable[[Document, Own, Path | None], Made]] = {
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
}
