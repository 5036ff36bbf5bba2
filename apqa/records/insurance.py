"""The insurances a provider holds (QF-22)."""

from apqa.records.base import Absence, Evidence, Exemption, Part, Period
from apqa.records.scalars import Money, Text
from apqa.vocabulary.provider import InsuranceKind


class Insurance(Period):
    """One insurance policy, for the time it runs. It covers its first and its last day."""

    kind: InsuranceKind
    """What it covers."""

    insurer: Text
    """Who insures."""

    cover: Money
    """The limit of indemnity in pounds, for any one event."""

    evidence: Evidence | None = None
    """What was seen, such as the certificate, and where it is filed."""


class InsuranceAbsence(Absence):
    """An insurance that was asked for and is not held."""

    kind: InsuranceKind
    """Which insurance."""


class Insurances(Part):
    """Every insurance of a provider (QF-22)."""

    held: tuple[Insurance, ...] = ()
    """The policies, past, present and renewed in advance."""

    absent: tuple[InsuranceAbsence, ...] = ()
    """Insurances that were asked for and are not held."""

    no_employees: Exemption | None = None
    """Why employers' liability insurance is not needed: nobody is employed."""
