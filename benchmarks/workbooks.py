"""Make workbooks of termly reports from the worked example and read them back; or let openpyxl alone do the same.

python benchmarks/workbooks.py RECORDS FOLDER 100             # out and in
python benchmarks/workbooks.py RECORDS FOLDER 100 --openpyxl  # the same files, opened and saved by the library
"""

from __future__ import annotations

import io
import sys
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from apqa.forms.arrivals import arrivals
from apqa.forms.filling.workbook import workbook
from apqa.forms.receiving.arrival import Awaited
from apqa.forms.termly_report.boxes import TERMLY_REPORT_FORM
from apqa.forms.termly_report.outgoing import outgoing
from apqa.questions.due.reports import provider_reports
from apqa.questions.situation import Situation
from apqa.reading.folder import DiskFolder
from apqa.reading.loader import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

ON = date(2026, 11, 23)
TERMS = ("2026-27-autumn", "2025-26-summer", "2025-26-spring", "2025-26-autumn")


def main() -> None:
    """Make them and read them back, or have the library do what it must at least."""
    root, folder, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    if "--openpyxl" in sys.argv:
        opened_and_saved(folder, count)
        return
    folder.mkdir(parents=True, exist_ok=True)
    situation = Situation(Library(DiskFolder(root)).records, ON)
    made = [folder / f"{number}.xlsx" for number in range(count)]
    for file, data in zip(made, islice(cycle(_workbooks(situation)), count), strict=False):
        file.write_bytes(data)
    print(len(arrivals(made, situation, root, Awaited("", ""))))


def _workbooks(situation: Situation) -> Iterator[bytes]:
    for term in TERMS:
        for provider in situation.records.providers:
            reports = provider_reports(provider.id, situation, term)
            if reports:
                yield workbook(TERMLY_REPORT_FORM, *outgoing(provider, term, reports, situation))


def opened_and_saved(folder: Path, count: int) -> None:
    """Open each workbook and save it, as any program must that writes and reads one with this library."""
    for number in range(count):
        load_workbook(folder / f"{number}.xlsx").save(io.BytesIO())


if __name__ == "__main__":
    main()
