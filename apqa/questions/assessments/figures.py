"""The figures a self-assessment states, one by one, beside those of the year before (QF-53, Appendix A)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from apqa.records.base import Part
from apqa.vocabulary.review import Area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.records.self_assessment import SelfAssessment


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a year, and the same of the year before."""

    key: str
    """The way to it in the self-assessment, such as `leadership.complaints`."""

    area: Area | None
    """The area it belongs to; none for what stands above them all."""

    value: Any
    """What is stated: a number, a day, a word. None where nothing is."""

    before: Any
    """What was stated the year before; none where nothing was."""


def figures_beside(assessment: SelfAssessment, last_year: SelfAssessment | None) -> tuple[Figure, ...]:
    """Answer every figure that this year or the year before states, in the order of Appendix A.

    The pupils declared on a day come first: the registration question rests on them. Outcomes go by the school cohort
    they are of.
    """
    now, then = dict(_stated(assessment)), dict(_stated(last_year)) if last_year else {}
    keys = sorted(dict.fromkeys((*now, *then)), key=_place)
    return tuple(Figure(key, _area(key), now.get(key), then.get(key)) for key in keys)


def _stated(assessment: SelfAssessment) -> Iterator[tuple[str, Any]]:
    if assessment.headcount:
        yield from ((key, value) for key, value in _within("headcount", assessment.headcount) if key not in _WHO)
    if assessment.figures:
        yield from _within("", assessment.figures)


_WHO = frozenset({"headcount.declared_by"})
"""Who counted is no figure."""


def _within(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Take a group of figures apart, each with the way to it; what is not stated is left out."""
    if isinstance(value, Part):
        inner = ((name, getattr(value, name)) for name in type(value).model_fields if name not in _NO_FIGURES)
    elif isinstance(value, dict):
        inner = ((str(name), each) for name, each in value.items())
    elif isinstance(value, tuple):
        inner = ((_cohort(each), each) for each in value)
    else:
        if value is not None:
            yield key, value
        return
    for name, each in inner:
        yield from _within(f"{key}.{name}" if key else name, each)


_NO_FIGURES = frozenset({"local", "evidence", "cohort"})


def _cohort(outcomes: Any) -> str:
    """Name whose outcomes they are."""
    return outcomes.cohort or "all"


def _area(key: str) -> Area | None:
    top = key.partition(".")[0]
    return Area.REGISTRATION if top == "headcount" else Area(top) if top in set(Area) else None


def _place(key: str) -> tuple[int, bool]:
    """Answer where a figure comes: what stands above the areas first, then area by area, pupils before others."""
    area = _area(key)
    return (list(Area).index(area) if area else -1), not key.startswith("headcount.")
