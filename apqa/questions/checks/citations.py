"""Whether the editions that documents cite are in force on the day (QF-42)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, Line, State
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apqa.guidance.editions import Document, EditionEntry
    from apqa.questions.situation import Situation

_BRING_INTO_LINE = "Ask for it as brought into line with the edition in force, and record the edition it cites."
_LOOK_IT_UP = (
    "Look up which edition is in force and whether it is the one cited. Take a newer apqa, which knows it, or record "
    "it as the council's own knowledge (authority.yaml, policy: editions)."
)


@dataclass(frozen=True, slots=True)
class Citation:
    """What is wrong with the edition of a document that is cited."""

    document: Document
    in_force: EditionEntry | None
    """The edition in force; none where apqa does not know it."""

    says: str
    known: bool
    """Whether it is known to be out of date; otherwise it is not recorded, or not known, which edition counts."""

    remedy: str = _BRING_INTO_LINE

    @property
    def title(self) -> str:
        """Write the document's title, with the edition in force."""
        return f"{self.document.title}, {self.in_force.edition} edition" if self.in_force else self.document.title

    @property
    def standing(self) -> Standing:
        """Answer how binding the document is, in the edition in force."""
        return self.document.standing_of(self.in_force)


def outdated_citation(key: str, cited: str | None, situation: Situation) -> Citation | None:
    """Answer what is wrong with a cited edition on the day; none where nothing is, or apqa knows no such document.

    An edition that comes into force later than the day is not out of date. Of a document that has a new edition each
    year, apqa does not say that its last one is still in force a year later.
    """
    found = situation.policy.document(key)
    if found is None:
        return None
    current = found.current(situation.on)
    if current is None:
        said = f"apqa knows no edition of {found.title} that was in force on {plain(situation.on)}"
        return Citation(found, None, f"{said}: whether the one cited was is not known", known=False, remedy=_LOOK_IT_UP)
    if cited is None:
        return Citation(found, current, f"the edition of {found.title} it cites is not recorded", known=False)
    edition = found.edition(cited)
    if edition is None:
        said = f"it cites {found.title} {cited}, an edition apqa does not know: whether it is in force is not recorded"
        return Citation(found, current, said, known=False)
    if edition.in_force_from < current.in_force_from:
        since = f"the {current.edition} edition is in force since {plain(current.in_force_from)}"
        return Citation(found, current, f"it cites {found.title} {cited}; {since}", known=True)
    return _expected(found, cited) if found.is_expected(situation.on) and edition is found.editions[-1] else None


def _expected(found: Document, cited: str) -> Citation:
    """Say that a newer edition than the last one known is likely in force."""
    said = f"it cites {found.title} {cited}; a new edition comes every year, and apqa knows none after it"
    return Citation(found, None, f"{said}: whether it is still in force is not known", known=False, remedy=_LOOK_IT_UP)


def outdated_line(line: Line, outdated: Sequence[Citation]) -> Line:
    """Answer the line as one that cites guidance no longer in force, or of which it cannot be told.

    The line rests on those documents, in the edition in force, and is as binding as the most binding of them: what
    rests on statutory guidance cannot be waived.
    """
    said = "; ".join(dict.fromkeys(each.says for each in outdated))
    standing = min((each.standing for each in outdated), key=list(Standing).index)
    known = line.state is State.EXPIRED or all(each.known for each in outdated)
    return replace(line, basis="; ".join(each.title for each in outdated), standing=standing).found(
        State.EXPIRED if known else State.REVIEW,
        f"{said}; {line.says}",
        effect=Effect.CONDITION,
        rule="outdated-edition",
        remedy=" ".join(dict.fromkeys([*(each.remedy for each in outdated), line.remedy])).strip(),
        due=line.due,
    )
