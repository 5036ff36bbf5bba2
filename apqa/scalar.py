"""The one thing a scalar of a record remembers about how it was written."""

from __future__ import annotations


class Bare(str):
    """Text that stood in the file without quotes and that other programs would not leave as text.

    apqa reads every scalar as text, so `00123456` reaches it whole. A spreadsheet or another YAML reader
    would make 42798 of it. Fields that hold identifiers refuse `Bare` and ask for quotes.
    """

    __slots__ = ()
