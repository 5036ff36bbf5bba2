"""The law on compulsory school age, as dated data."""

from datetime import date
from functools import lru_cache

from apqa.guidance.book import Dated, current, entries
from apqa.guidance.typed import an_entry
from apqa.records.scalars import Count, Text


@an_entry
class SchoolAgeLaw(Dated):
    """When compulsory school age begins and ends."""

    begins_at: Count
    """The birthday, in years, on or after which it begins."""

    prescribed_days: tuple[Text, ...]
    """The days of the year on which it can begin, as month-day."""

    prescribed_days_basis: Text
    """Where they are written."""

    ends_at: Count
    """The age, in years, turned in the school year at whose leaving date it ends."""

    leaving_month: Count
    """The month of the leaving date."""

    leaving_weekday: Count
    """The weekday of the leaving date, Monday being 0; it is the last such day of the month."""

    leaving_day_basis: Text
    """Where it is written."""


@lru_cache(maxsize=4096)
def school_age_law(on: date) -> SchoolAgeLaw | None:
    """Answer the law in force on the day."""
    return current(entries("school_age", "rules", SchoolAgeLaw), on)
