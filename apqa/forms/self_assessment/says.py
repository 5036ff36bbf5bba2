"""What the form of the self-assessment says of itself, beside its boxes."""

from __future__ import annotations

from apqa.forms.filling.box import Says

SELF_ASSESSMENT_SAYS = Says(
    appendix="Appendix A",
    command="apqa self-assessment",
    in_excel=(
        "Fill in the white cells. Grey cells are the council's and locked. There is no password; please leave them.",
        "Click on a cell: a note says what belongs in it. Where there is an arrow, choose from the list.",
        (
            "Rate every criterion anew. Last year's evidence and comments, and actions that are still open, are filled "
            "in to save you writing: change what is no longer so. Where you change nothing and choose no rating, the "
            "criterion counts as not rated."
        ),
        (
            "Write days with the month in letters, 11 Dec 2026. Leave empty what you do not know: an empty cell says "
            "that nobody knows, and 0 says that there were none."
        ),
        "The grey columns show last year's answer and what the council has on record. Tell it where that is wrong.",
        "Please do not add, move or merge rows, columns, cells or sheets, and write no formulas: they cannot be read.",
        "Save it as an Excel workbook (.xlsx) and send it back.",
    ),
    in_word=(
        "Write or choose in the right-hand column. The rest is protected. There is no password; please leave it.",
        (
            "Rate every criterion anew. Last year's evidence and comments, and actions that are still open, are filled "
            "in to save you writing: change what is no longer so. Where you change nothing and choose no rating, the "
            "criterion counts as not rated."
        ),
        "Leave empty what you do not know: an empty box says that nobody knows, and 0 says that there were none.",
        "Below a question stands last year's answer, and what the council has on record. Tell it where that is wrong.",
        "Save it as a Word document (.docx) and send it back.",
    ),
    privacy=(
        (
            "Nothing about a single pupil, member of staff or parent: no name, initials, date of birth or number, and "
            "no account of an incident, an allegation or a complaint. Numbers, days and job titles are enough."
        ),
        "No documents and no pictures: name what shows it and where it can be seen, and bring it to the visit.",
    ),
    complete=(
        (
            "A rating of every criterion: with the reason where it does not apply, and with what you will do, who and "
            "by when where it is not fully met."
        ),
        "The pupils you have on a day, from every council, school and parent: the registration question rests on it.",
        "Who completed it and when, and the declaration that it is true.",
    ),
)
