"""Read every record of a folder and do nothing with them: what an answer costs beyond reading is the rest.

python benchmarks/reading.py RECORDS
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from apqa.reading.folder import DiskFolder
from apqa.reading.loader import Library
from apqa.records.kinds import KINDS


def main() -> None:
    """Read them, the way the commands do: without looking for garbage."""
    gc.disable()
    records = Library(DiskFolder(Path(sys.argv[1]))).records
    print(sum(len(records.all_of(kind)) for kind in KINDS))


if __name__ == "__main__":
    main()
