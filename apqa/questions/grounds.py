"""Whether a placement's legal ground and its commissioner go together, or tell differently who arranged it (QF-01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.attendance_law import powers_of_the_council
from apqa.vocabulary.placement import FAMILY, CommissionerKind, PlacementBasis

if TYPE_CHECKING:
    from apqa.records.placement import Placement

_BY_A_SCHOOL = frozenset({PlacementBasis.SCHOOL_DIRECTION, PlacementBasis.SCHOOL_OTHER, PlacementBasis.SUSPENSION})
_SCHOOLS = frozenset({CommissionerKind.SCHOOL, CommissionerKind.ACADEMY, CommissionerKind.OTHER_SETTING})
_A_DIRECTION_BY_AN_ACADEMY = (
    "section 29A directs pupils of maintained schools; an academy arranges under its own powers (school_other)"
)


def misfit(placement: Placement) -> str:
    """Say why the commissioner cannot use the legal ground; empty where it can.

    Basis: Education Act 1996 s.19; Education Act 2002 s.29A; Education and Inspections Act 2006 s.100; Children and
    Families Act 2014 s.42, s.49 and s.61.
    """
    if another := ground_of_another(placement):
        return another
    by_academy = placement.commissioner.kind is CommissionerKind.ACADEMY
    return _A_DIRECTION_BY_AN_ACADEMY if by_academy and placement.basis is PlacementBasis.SCHOOL_DIRECTION else ""


def ground_of_another(placement: Placement) -> str:
    """Say whose the legal ground is, where it is another's than the commissioner's; empty where it is its own.

    Then the two tell differently who arranged the placement. A direction by an academy is not among them: whichever
    of its powers it used, a school arranged it.
    """
    commissioner, basis = placement.commissioner, placement.basis
    kind = commissioner.kind
    if basis is PlacementBasis.TRIBUNAL:
        return ""
    if (basis is PlacementBasis.PERSONAL_BUDGET) is not (kind in FAMILY):
        return f"a personal budget and a parent or learner go together, not {basis.value} and {kind.value}"
    # A school may sign and pay for what the council arranged; then it says so.
    by_council = kind is CommissionerKind.LOCAL_AUTHORITY or commissioner.arranged_by_council
    if basis.value in powers_of_the_council() and not by_council:
        return f"only the council can use the ground {basis.value}; the commissioner is recorded as {kind.value}"
    if basis in _BY_A_SCHOOL and kind not in _SCHOOLS:
        return f"only schools can use the ground {basis.value}; the commissioner is recorded as {kind.value}"
    return ""
