"""How well signs are found in the corpus: hits, misses and false alarms, kind by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from apqa.questions.identifying.looking import Looking
from apqa.questions.identifying.signs import signs
from apqa.reading.plain import plain_data
from apqa.vocabulary.identifying import SignKind

CORPUS = Path(__file__).parent / "corpus"
PARTS = ("tuned", "held_out", "fresh")
ON = date(2026, 11, 12)

_PUPIL_LEVEL = {"placement", "termly report"}
_ABOUT_A_PROVIDER = {"visit", "action plan"}


@dataclass
class Measured:
    """What was found in one part of the corpus."""

    passages: int = 0
    sentences: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    false_alarms: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    """Each miss and each false alarm, for whoever tunes."""

    def rates(self, kind: str | None = None) -> tuple[float, float]:
        """Answer which part of what ought to be found is, and which part of what is found ought to be."""
        hits, misses, alarms = (
            each[kind] if kind else each.total() for each in (self.hits, self.misses, self.false_alarms)
        )
        return hits / max(1, hits + misses), hits / max(1, hits + alarms)


@cache
def measured(part: str) -> Measured:
    """Look through every passage of one part of the corpus."""
    answer = Measured()
    data = plain_data("passages:\n" + _indented((CORPUS / f"{part}.yaml").read_text(encoding="utf-8")))
    for passage in data["passages"]:
        _measure(passage, answer)
    return answer


def _indented(text: str) -> str:
    return "".join(f"  {line}" for line in text.splitlines(keepends=True))


def looking(kind: str) -> Looking:
    """Answer how a text of a kind of record is looked through."""
    return Looking(ON, singly=kind in _ABOUT_A_PROVIDER, references=kind not in _PUPIL_LEVEL)


def _measure(passage: dict[str, Any], answer: Measured) -> None:
    said = [{"says": each} if isinstance(each, str) else each for each in passage["says"]]
    text = " ".join(each["says"] for each in said)
    found = signs(text, looking(passage["kind"]))
    answer.passages += 1
    at = 0
    for each in said:
        start, at = at, at + len(each["says"]) + 1
        here = {sign.kind.value for sign in found if start <= sign.start < at}
        _count(each, here, answer)


def _count(sentence: dict[str, Any], here: set[str], answer: Measured) -> None:
    wanted = set(sentence.get("finds", ()))
    assert wanted <= set(SignKind)
    alarms = here - wanted - set(sentence.get("allows", ()))
    answer.sentences += 1
    answer.hits.update(wanted & here)
    answer.misses.update(wanted - here)
    answer.false_alarms.update(alarms)
    answer.told += [f"missed {each}: {sentence['says']}" for each in sorted(wanted - here)]
    answer.told += [f"false alarm {each}: {sentence['says']}" for each in sorted(alarms)]
