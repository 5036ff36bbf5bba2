"""Write the generated pages of docs/, and the blocks of prose pages that show what a command says.

python docs/generate.py           writes them
python docs/generate.py --check   names those that are out of step, and exits 1 if there are any
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the measures of the corpus lie with the tests
sys.path.insert(0, str(Path(__file__).resolve().parent))  # the modules beside this script, also from a test

from _generate.pages import left_over, out_of_step, pages, write
from _generate.place import HOUSE


def main(arguments: list[str]) -> int:
    """Write or compare every page; answer the exit status."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    made = pages()
    late, over = out_of_step(made), left_over(made)
    if arguments:
        print("".join(f"{path} is out of step: run `make docs`\n" for path in late), end="")
        print("".join(f"{path} is generated no longer: remove it\n" for path in over), end="")
        return int(bool(late or over))
    write(made)
    for path in over:
        (HOUSE / path).unlink()
    print(f"{len(late)} of {len(made)} pages of the documentation written anew")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
