"""Make docs/forms/: a termly report form of the worked example, filled in as a provider might.

python docs/sample_form.py

It is shown in the documentation and can be received by whoever wants to try. Make it anew when the form or the worked
example has changed: the documentation's check says so.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook
from typer.testing import CliRunner

from apqa.cli.app import app
from apqa.forms.filling.packed import packed

HERE = Path(__file__).resolve().parent
NAME = "termly-report-2026-27-autumn-kestrel-croft.xlsx"
ON = date(2026, 11, 23)

HEARD = datetime(2026, 11, 19)  # noqa: DTZ001 - as Excel has days

SAID = {
    ("Attendance", "PL-341B9", 0): {
        "Sessions possible": 40,
        "Sessions attended": 33,
        "Late": 4,
        "Hours a week now": 12,
    },
    ("Objectives", "PL-341B9", 0): {"Where the pupil is now": "on time most mornings", "Progress": "On track"},
    ("Objectives", "PL-341B9", 1): {"Progress": "Some progress", "Next step": "a second lesson a week"},
    ("Pupil and family", "PL-341B9", 0): {"Pupil heard on": HEARD, "Heard how": "Interview", "What works": "the lambs"},
    ("Next steps", "PL-341B9", 0): {"You recommend": "Continue", "Completed by": "farm manager"},
    ("Attendance", "PL-HNQ9S", 0): {"Sessions attended": 30, "Late": None},
    ("Attendance", "PL-DHNCX", 0): {"Sessions possible": 20, "Sessions attended": 15},
}
"""What is filled in, by sheet, placement and row; what is None is emptied."""


def main() -> int:
    """Make the form, fill it in, and write it."""
    with TemporaryDirectory() as folder:
        asked = ["termly-report", "kestrel-croft", "--on", ON.isoformat(), "-C", str(HERE.parent / "records")]
        made = CliRunner().invoke(app, [*asked, "-o", folder])
        if made.exit_code:
            print(made.output or made.exception)
            return 1
        book = load_workbook(Path(folder) / NAME)
    front = book["Read me first"]
    row = next(cell.row for cell in front["A"] if cell.value == "Sent on")
    front.cell(row, 2).value = datetime(2026, 11, 20)  # noqa: DTZ001 - as Excel has days
    for (sheet, placement, entry), answers in SAID.items():
        page = book[sheet]
        columns = {cell.value: cell.column for cell in page[3]}
        rows = [cell.row for cell in page["A"] if cell.value == placement]
        for heading, value in answers.items():
            page.cell(rows[entry], columns[heading]).value = value
    out = BytesIO()
    book.save(out)
    (HERE / "forms").mkdir(exist_ok=True)
    (HERE / "forms" / NAME).write_bytes(packed(out.getvalue(), ON))
    return 0


if __name__ == "__main__":
    sys.exit(main())
