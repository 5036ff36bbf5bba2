"""How well signs are found in the corpus: hits, misses and false alarms, kind by kind.

Each file of the corpus is a part with its own heading, and a new one is measured by being put there. A passage says
sentence by sentence what ought to be found (`says`), or it is a whole text with the words in it that tell who somebody
is (`text`, `identifies`), where whoever wrote it did not know the kinds of signs.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from apqa.questions.identifying.looking import Looking
from apqa.questions.identifying.signs import signs
from apqa.questions.identifying.writing import evened, sentences
from apqa.reading.plain import plain_data
from apqa.vocabulary.identifying import SignKind

CORPUS = Path(__file__).parent / "corpus"
PARTS = tuple(sorted(path.stem for path in CORPUS.glob("*.yaml")))
ON = date(2026, 11, 12)
OF_NO_KIND = "words"
"""What is counted in a passage whose writer did not know the kinds of signs."""

_PUPIL_LEVEL = {"placement", "termly report"}
_ABOUT_A_PROVIDER = {"visit", "action plan"}


@dataclass
class Measured:
    """What was found in one part of the corpus."""

    heading: str = ""
    """Where its passages come from, in a few words."""

    first_measured: str = ""
    """What was found before anything was tuned on it, where that was written down."""

    least_found: float = 0
    """Which part of what ought to be found must be, so that nobody makes it worse unseen."""

    least_right: float = 0
    """Which part of what is found must be what ought to be."""

    passages: int = 0
    sentences: int = 0
    by_kind: bool = True
    """Whether its passages say of what kind each sign is."""

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
    data = plain_data((CORPUS / f"{part}.yaml").read_text(encoding="utf-8"))
    least = data.get("least", {})
    first = data.get("first_measured", "")
    answer = Measured(data["heading"], first, float(least.get("found", 0)), float(least.get("right", 0)))
    for passage in data["passages"]:
        answer.passages += 1
        if "text" in passage:
            answer.by_kind = False
            _measure_text(passage, answer)
        else:
            _measure(passage, answer)
    return answer


def looking(kind: str) -> Looking:
    """Answer how a text of a kind of record is looked through."""
    return Looking(ON, singly=kind in _ABOUT_A_PROVIDER, references=kind not in _PUPIL_LEVEL)


def _measure(passage: dict[str, Any], answer: Measured) -> None:
    said = [{"says": each} if isinstance(each, str) else each for each in passage["says"]]
    text = " ".join(each["says"] for each in said)
    found = signs(text, looking(passage["kind"]))
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


def _measure_text(passage: dict[str, Any], answer: Measured) -> None:
    """Count words that identify: found where a sign lies on them, and a sign that lies on none as a false alarm."""
    text: str = passage["text"]
    found = signs(text, looking(passage.get("kind", "visit")))
    starts = {words: text.index(words) for words in passage.get("identifies", ())}
    spans = {words: (start, start + len(words)) for words, start in starts.items()}
    hit = {words for words, (start, end) in spans.items() if any(s.start < end and start < s.end for s in found)}
    alarms = [s.words for s in found if not any(s.start < end and start < s.end for start, end in spans.values())]
    answer.sentences += len(sentences(evened(text)))
    answer.hits[OF_NO_KIND] += len(hit)
    answer.misses[OF_NO_KIND] += len(spans) - len(hit)
    answer.false_alarms[OF_NO_KIND] += len(alarms)
    answer.told += [f"missed '{each}': {text}" for each in spans if each not in hit]
    answer.told += [f"false alarm '{each}': {text}" for each in alarms]
