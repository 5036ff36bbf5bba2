"""How well is found what says who a pupil is: the measures of the corpus, as a table of a prose page.

In the page stands `<!-- measured -->`, and behind it the table, up to the next empty line. Each file of the corpus is a
column, under its own heading.
"""

from __future__ import annotations

import re

from _generate.markdown import table
from apqa.vocabulary.identifying import SignKind
from tests.questions.identifying.measured import PARTS, measured

_BLOCK = re.compile(r"^<!-- measured -->\n(?:\|.*\n)*", re.MULTILINE)


def with_measures(text: str) -> str:
    """Answer a page with its table of measures as it must be."""
    return _BLOCK.sub(lambda _: f"<!-- measured -->\n{measures()}\n", text)


def measures() -> str:
    """Write a row for each kind of sign, and one for all: found, missed and falsely found, part by part."""
    rows = [(kind.value.replace("_", " "), *(_cell(part, kind.value) for part in PARTS)) for kind in SignKind]
    every = ("**all**", *(_cell(part, None) for part in PARTS))
    first = ("as first measured", *(measured(part).first_measured or "-" for part in PARTS))
    size = ("sentences", *(f"{measured(part).sentences:,}" for part in PARTS))
    return table(("what", *(measured(part).heading for part in PARTS)), [*rows, every, first, size])


def _cell(part: str, kind: str | None) -> str:
    """Write what was found of what ought to be, and how much else was; nothing where kinds were not told apart."""
    answer = measured(part)
    if kind and not answer.by_kind:
        return "-"
    hits, misses, alarms = (
        each[kind] if kind else each.total() for each in (answer.hits, answer.misses, answer.false_alarms)
    )
    return f"{hits} of {hits + misses}" + (f", {alarms} false" if alarms else "")
