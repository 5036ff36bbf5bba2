"""Bank holidays in England, as dated data. A council's calendar repeats those it wants counted, and adds its own."""

from apqa.guidance.book import Dated, entries
from apqa.guidance.typed import an_entry
from apqa.records.scalars import Day, Text


@an_entry
class BankHoliday(Dated):
    """One bank holiday."""

    on: Day
    """The day."""

    title: Text
    """What it is called."""


def bank_holidays() -> tuple[BankHoliday, ...]:
    """Answer the bank holidays apqa knows, the earliest first.

    Basis: Banking and Financial Dealings Act 1971, schedule 1. Days proclaimed besides are not among them.
    """
    return entries("bank_holidays", "holidays", BankHoliday)
