"""A document made with a council's own Word file as its template, by docxtpl."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from apqa.errors import ApqaError
from apqa.forms.documents.document import shown
from apqa.forms.documents.docx import saved
from apqa.forms.documents.plain import plain_document
from apqa.forms.templates import FAULTS, sandbox, why_not_filled

if TYPE_CHECKING:
    from pathlib import Path

    from apqa.forms.documents.document import Document


def own_docx(document: Document, template: Path) -> bytes:
    """Fill the council's own Word file. Raises `ApqaError` where it is at fault."""
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # it says nothing of its types

    try:
        return _filled(document, template)
    except (OpcError, zipfile.BadZipFile, OSError) as error:
        raise ApqaError(f"the template {template} is no Word document (.docx): save it as one in Word") from error
    except LxmlError as error:
        why = "what came out is no Word document; a tag may begin in one paragraph or cell and end in another"
        raise ApqaError(f"the template {template} cannot be filled: {why}") from error
    except FAULTS as error:
        why = why_not_filled(error, has_lines=False)
        raise ApqaError(f"the template {template} cannot be filled: {why}") from error


def _filled(document: Document, template: Path) -> bytes:
    import docx
    from docx.oxml import parse_xml
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # it says nothing of its types

    from apqa.forms.documents.docx_look import name_file, stamp_pages

    class Whole(DocxTemplate):  # type: ignore[misc]  # docxtpl says nothing of its types
        """A template of which nothing is dropped where its tags tear Word's own apart."""

        def fix_tables(self, xml: str) -> Any:
            """Refuse what docxtpl would mend by leaving parts of it out."""
            parse_xml(xml)
            return super().fix_tables(xml)

    word: Any = Whole(template)
    word.render(plain_document(document, _text), sandbox(escaping=True))
    name_file(word.docx, document)
    if not document.stamp:
        return saved(word.docx)
    made = docx.Document(io.BytesIO(saved(word.docx)))  # opened anew, as docxtpl keeps heads apart from the rest
    stamp_pages(made, document)
    return saved(made)


def _text(text: str) -> str:
    """Answer a text as it stands; docxtpl would make a tag of some that have braces and lines in them."""
    return shown(text).replace("{_", "{\N{WORD JOINER}_").replace("_}", "_\N{WORD JOINER}}")
