"""Where a pupil is taught the core subjects: English, mathematics, science and information technology (QF-02)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.package import live_placements_of, package_kept_by, parts_elsewhere
from apqa.vocabulary.provider import CoreSubject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement


@dataclass(frozen=True, slots=True)
class Teacher:
    """Somebody the pupil is taught by: a provider, or whoever gives the rest of the pupil's week."""

    name: str
    subjects: frozenset[CoreSubject] | None
    """The core subjects taught there; none where that is not recorded."""


@dataclass(frozen=True, slots=True)
class CoreTeaching:
    """Who teaches a pupil the core subjects on a day, as far as it is recorded."""

    providers: tuple[Teacher, ...]
    """The providers of the pupil's live placements."""

    elsewhere: tuple[Teacher, ...] | None
    """Who gives the rest of the pupil's week; none where that is not recorded."""

    kept_by: str
    """The placement whose record has, or is to have, the rest of the pupil's week; empty without a live one."""

    @property
    def missing(self) -> tuple[CoreSubject, ...]:
        """Answer the core subjects nobody is recorded to teach the pupil."""
        return tuple(each for each in CoreSubject if not any(each in (of.subjects or ()) for of in self._teachers))

    @property
    def not_taught_by(self) -> tuple[str, ...]:
        """Answer the providers of which it is recorded what they teach: what is missing, they do not."""
        return tuple(each.name for each in self.providers if each.subjects is not None)

    @property
    def is_open(self) -> bool:
        """Answer whether a provider does not teach a core subject, and nobody else is recorded to."""
        return bool(self.missing and self.not_taught_by)

    @property
    def says(self) -> str:
        """Say what is missing, and whether it is known to be taught nowhere, or not known where."""
        do = "does" if len(self.not_taught_by) == 1 else "do"
        begun = f"{in_a_row(self.not_taught_by)} {do} not teach {subject_words(self.missing, 'or')}"
        if self.elsewhere is not None and all(each.subjects is not None for each in self._teachers):
            return f"{begun}, and by the records nobody else in the pupil's week does"
        them = "it" if len(self.missing) == 1 else "them"
        return f"{begun}, and where else the pupil is taught {them} is not recorded"

    @property
    def shared(self) -> str:
        """Say who teaches which core subject, each named once, providers first."""
        shares = ((each.name, subject_words(each.subjects)) for each in self._teachers if each.subjects)
        return "; ".join(f"{name}: {subjects}" for name, subjects in shares)

    @property
    def _teachers(self) -> tuple[Teacher, ...]:
        return (*self.providers, *(self.elsewhere or ()))


def core_teaching(pupil: str, situation: Situation) -> CoreTeaching:
    """Find who teaches a pupil the core subjects on the day, over all provisions (QF-02).

    A provider's word that a subject is taught elsewhere in each pupil's package says nothing of this pupil's: it
    counts where the package says who teaches it.
    """
    return situation.once(("core subjects", pupil), lambda: _core_teaching(pupil, situation))


def _core_teaching(pupil: str, situation: Situation) -> CoreTeaching:
    live = live_placements_of(pupil, situation)
    providers = tuple(_provider(name, situation) for name in dict.fromkeys(each.provider for each in live))
    kept_by = package_kept_by(live) or next(iter(live), None)
    return CoreTeaching(providers, _elsewhere(live, situation), kept_by.id if kept_by else "")


def _provider(provider_id: str, situation: Situation) -> Teacher:
    provider = situation.records.provider(provider_id)
    if provider is None:
        return Teacher(provider_id, None)
    core = provider.offer.core_subjects
    return Teacher(provider.name, None if core is None else core.taught_here())


def _elsewhere(live: tuple[Placement, ...], situation: Situation) -> tuple[Teacher, ...] | None:
    parts = parts_elsewhere(live, situation.on)
    if parts is None:
        return None
    return tuple(
        Teacher(
            part.name or part.kind.replace("_", " "),
            None if part.core_subjects is None else frozenset(part.core_subjects),
        )
        for part in parts
    )


def subject_words(subjects: Iterable[CoreSubject], last: str = "and") -> str:
    """Write core subjects in a row, in the order the framework has them."""
    given = frozenset(subjects)
    english = CoreSubject.ENGLISH
    return in_a_row(
        ["English" if each is english else each.replace("_", " ") for each in CoreSubject if each in given], last
    )


def in_a_row(words: Iterable[str], last: str = "and") -> str:
    """Write words in a row: "one, two and three"."""
    *before, final = words
    return f"{', '.join(before)} {last} {final}" if before else final
