"""The one thing a scalar of a record remembers about how it was written."""

from __future__ import annotations


class Bare(str):
    """Text that stood in the file without quotes where that matters.

    apqa reads every scalar as text, so `00123456` reaches it whole. A spreadsheet or another YAML reader would make
    42798 of it. Fields that hold identifiers refuse `Bare` and ask for quotes: each of them, whether its value is one
    that others would bend or not, so that nobody has to know which they would.
    """

    __slots__ = ()


IDENTIFIERS = frozenset(
    {
        *("charity_number", "code", "company_number", "edition", "establishment_number", "establishment_type"),
        *("ico_number", "number", "ofsted_number", "phone", "sha256", "status", "ukprn", "urn"),
    }
)
"""The names of the fields that hold identifiers. What stands behind one without quotes is always `Bare`, as is
whatever others would not leave as text, by whatever name: to mark every word of a record would make reading slow."""
