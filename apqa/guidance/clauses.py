"""The framework, clause by clause: what each says, and what covers it beside the rules that cite it."""

from apqa.guidance.book import entries
from apqa.guidance.typed import an_entry
from apqa.records.scalars import Text


@an_entry
class Judgement:
    """What only a person can judge, and where the records keep it."""

    field: Text
    """The field, as kind of record and way to it: "placement: plan.suitability"."""

    how: Text
    """Who judges what, in a sentence."""


@an_entry
class Clause:
    """One clause of the framework, in apqa's own words."""

    id: Text
    """Its id, such as QF-21."""

    title: Text
    """What it is about, in a few words."""

    text: Text
    """What it says."""

    section: Text
    """The section of the framework it stands in."""

    commands: tuple[Text, ...] = ()
    """The commands that answer it, those to come included."""

    fields: tuple[Text, ...] = ()
    """Where the records keep what it is about, each as kind of record and way to it."""

    files: tuple[Text, ...] = ()
    """The schemas and templates, as they are shipped, that give it a form."""

    judged_by_person: Judgement | None = None
    """What of it only a person can judge."""


def clauses() -> tuple[Clause, ...]:
    """Answer every clause, in the framework's order."""
    return entries("clauses", "clauses", Clause)


def clause(clause_id: str) -> Clause | None:
    """Answer the clause of that id; none where there is none."""
    return next((entry for entry in clauses() if entry.id == clause_id), None)
