"""A document with everything a document can hold, and texts that try to be something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from apqa.forms.documents.document import Bullets, Document, Facts, Notice, Paragraph, Section, Table

HOSTILE = (
    "{{ 7 * 7 }} {% raw %} {# not a remark #}",
    '#import "x" #set page(width: 1pt) $x^2$ *b* _u_ @label <label> // gone /* gone */',
    "<script>alert(1)</script> &amp; <b>bold</b> <!-- gone -->",
    "| a || b | `c` ~~d~~ [x](javascript:y) ![z](w) \\ \\\\ **e**",
    "# no heading",
    "1. no list",
    "- no list either",
    "one line\nand another",
    "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED}\N{HEBREW LETTER VAV}\N{HEBREW LETTER FINAL MEM} in Hebrew",
    "x" * 200,
    "{_{ a }_} {_% b %_} {{r c }} {%p d %}",
    "office, fluffy, waffle \N{EN DASH} \N{POUND SIGN}5 \N{LATIN SMALL LETTER L WITH STROKE}",
)
"""Texts a person may write into a record. Each is to be read as it stands."""

EMOJI = "well done \N{UNICORN FACE} \N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-3}"


def a_document(*texts: str, **changes: Any) -> Document:
    """Make a document that says the texts in every kind of block."""
    made = Document(
        form="sample",
        name="sample",
        title="Sample of a form",
        subtitle="Pupil P-9F4TC at Kingfisher Workshops",
        author="Westmarch Council",
        on=date(2026, 11, 23),
        sections=(
            Section(
                "about",
                "About",
                (
                    Facts((("Placement", "PL-7K3QX"), *(("Said", text) for text in texts))),
                    Paragraph("Beside.", aside=True),
                ),
            ),
            Section(
                "progress",
                "Progress",
                (
                    Table("Progress by objective", ("Objective", "Now"), tuple((text, text) for text in texts), (3, 1)),
                    Bullets(texts),
                    *(Paragraph(text) for text in texts),
                ),
            ),
        ),
        notices=(Notice("This form is incomplete. It lacks:", ("the pupil's voice",)),),
        stamp="Draft: not sent",
        footer="PL-7K3QX, as recorded on 23 November 2026",
        facts=texts,
        values={"pupil": "P-9F4TC", "says": texts[0] if texts else "", "each": texts},
    )
    return replace(made, **changes)
