"""What the form of the termly report says of itself, beside its boxes."""

from __future__ import annotations

from apqa.forms.filling.box import Box, BoxKind, Says

SENT_ON = Box(
    way=("submitted_on",),
    title="Sent on",
    help="The day you send this form back, such as 11 December 2026.",
    kind=BoxKind.DAY,
)

_PRIVACY = (
    (
        "No name, initials, date of birth, address, pupil number or NHS number, of a pupil or of anybody else. Pupils "
        "stand here by their reference alone; the council tells you which is which, and never in this form."
    ),
    (
        "No account of an incident, of health, or of a safeguarding concern: only that there was one, to whom it was "
        "passed on, and when. A concern goes to the school's safeguarding lead at once, not into this form."
    ),
)
_COMPLETE = (
    (
        "The sessions possible and attended, progress on at least one objective, and what the pupil says. A report "
        "without one of these can be sent; it counts as incomplete until it follows."
    ),
)
_IN_EXCEL = (
    "Fill in the white cells. Grey cells are the council's and are locked. There is no password; please leave them.",
    "Click on a cell: a note says what belongs in it. Where there is an arrow, choose from the list.",
    (
        "Write days with the month in letters, 11 Dec 2026, and sessions as numbers. Leave empty what you do not know: "
        "an empty cell says that nobody knows, and 0 says that there were none."
    ),
    (
        "Sheets with one row for each pupil, and sheets with several: objectives, qualifications, achievements, types "
        "of incident and measures. In the last rows of those, choose the placement yourself where the others are full."
    ),
    "What was there when you got it is what the council has. Change it where it is wrong.",
    "Please do not add, move or merge rows, columns, cells or sheets, and write no formulas: they cannot be read.",
    "Save it as an Excel workbook (.xlsx) and send it back the way your agreement says pupils' data are sent.",
)
_IN_WORD = (
    "Write or choose in the right-hand column. The rest is protected. There is no password; please leave it.",
    "Leave empty what you do not know: an empty box says that nobody knows, and 0 says that there were none.",
    "What was there when you got it is what the council has. Change it where it is wrong.",
    "Save it as a Word document (.docx) and send it back the way your agreement says pupils' data are sent.",
)

TERMLY_REPORT_SAYS = Says(
    appendix="Appendix B",
    command="apqa termly-report",
    in_excel=_IN_EXCEL,
    in_word=_IN_WORD,
    privacy=_PRIVACY,
    complete=_COMPLETE,
)
