"""Health and safety at a provider's sites: everything with a day that comes round."""

from apqa.records.base import Checked
from apqa.records.identifiers import Slug, Word
from apqa.records.scalars import Day, Text


class SafetyItem(Checked):
    """One check, certificate or licence, at one site or for the provider as a whole."""

    item: Word
    """Which one: a name from the compliance calendar, such as fire_risk_assessment, or one the council added."""

    site: Slug | None = None
    """The key of the site, if it is for one site only."""

    done: Day | None = None
    """The day it was last done."""

    expires: Day | None = None
    """The last day the certificate or licence is valid, if it says so."""

    note: Text | None = None
    """What it found, in a few words."""
