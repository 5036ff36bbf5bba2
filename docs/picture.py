"""Draw the terminal picture of the README, docs/check-provider.svg, from a real run on the worked example.

python docs/picture.py           draws it
python docs/picture.py --check   exits 1 if it is out of step
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # the modules beside this script, also from a test

from _generate.pages import out_of_step, write
from _generate.picture import PICTURE, picture


def main(arguments: list[str]) -> int:
    """Draw or compare the picture; answer the exit status."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    made = {PICTURE: picture()}
    if not arguments:
        write(made)
        return 0
    late = PICTURE in out_of_step(made)
    if late:
        print(f"{PICTURE} is out of step: run `make docs`")
    return int(late)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
