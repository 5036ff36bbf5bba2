"""Words for what in a text may tell who a pupil is."""

from __future__ import annotations

from enum import StrEnum


class SignKind(StrEnum):
    """What kind of sign it is that a text may tell who a pupil is."""

    PUPIL_REFERENCE = "pupil_reference"
    """The reference of a pupil or a placement."""

    UPN = "upn"
    """A unique pupil number, by its check letter."""

    NHS_NUMBER = "nhs_number"
    """An NHS number, by its check digit."""

    DATE_OF_BIRTH = "date_of_birth"
    """A day somebody was born, or one that may be it."""

    NAME = "name"
    """A name, by its form and what stands beside it."""

    INITIALS = "initials"
    """Initials, with something that happened to one pupil."""

    PRONOUN = "pronoun"
    """A word such as "she" or "his" that speaks of one pupil."""

    CLASS_OF_ONE = "class_of_one"
    """Words that fit one pupil alone, such as "the only girl"."""

    HOME_CONTACT = "home_contact"
    """The address, postcode, e-mail address or telephone number of a pupil's home, or of a parent."""
