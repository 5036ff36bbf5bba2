"""The form that `apqa self-assessment` makes for a provider: of which year, and where the file goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from apqa.cli.opening import cannot_be_read
from apqa.errors import UsageError

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.records.provider import Provider


def make_form(provider_id: str, year: str | None, ending: str, output: Path | None, opened: Opened) -> None:
    """Make the form, as a workbook or a document, and say where it is.

    Raises `UsageError` where the year is over or far off, where the council has reviewed the self-assessment, or where
    a file is there already.
    """
    from apqa.cli.door import spare_the_records
    from apqa.display.terminal import write
    from apqa.forms.filling.document import document
    from apqa.forms.filling.workbook import workbook
    from apqa.forms.fresh_file import write_fresh_bytes
    from apqa.forms.self_assessment.boxes import self_assessment_form
    from apqa.forms.self_assessment.outgoing import outgoing
    from apqa.questions.school_days import academic_year

    provider = opened.provider(provider_id)
    asked = year or academic_year(opened.situation.on)
    target = _target(output, f"self-assessment-{asked}-{provider.id}.{ending}")
    spare_the_records(target, str(opened.root))
    if target.exists():
        raise UsageError(f"{target} is there already, and may be filled in: move it, or name another with --output")
    _refuse_unread(provider, opened)
    _refuse_reviewed(provider, asked, opened)
    _refuse_other_years(provider, asked, opened)
    form = self_assessment_form()
    stamp, flat = outgoing(provider, asked, opened.situation)
    made = document(form, stamp, flat) if ending == "docx" else workbook(form, stamp, {provider.id: flat})
    write_fresh_bytes(target, made)
    write(f"{target}\n")


def _target(output: Path | None, name: str) -> Path:
    """Answer where the file goes: where it was named, or by its own name into a folder.

    Raises `UsageError` where the name is of another kind of file.
    """
    if output is None:
        return Path(name)
    if output.is_dir() or not output.suffix:
        return output / name
    ending = name.rpartition(".")[2]
    if output.suffix.lower() != f".{ending}":
        raise UsageError(f"{output} would hold {ending}: give it a name that ends in .{ending}")
    return output


def _refuse_reviewed(provider: Provider, year: str, opened: Opened) -> None:
    from apqa.forms.self_assessment.arriving import is_reviewed
    from apqa.forms.self_assessment.outgoing import record_of

    own = record_of(provider.id, year, opened.situation)
    if own and is_reviewed(own):
        raise UsageError(
            f"the council has reviewed the self-assessment of {year}, so there is nothing to fill in: name another "
            "year with --year, or return it first (council: outcome: returned)"
        )


def _refuse_other_years(provider: Provider, year: str, opened: Opened) -> None:
    """Refuse a year in which nobody fills the form in: it is of the year in which it is completed.

    Next year's may be made ahead, and one that is on record may come back late.
    """
    from apqa.forms.self_assessment.outgoing import record_of
    from apqa.questions.school_days import academic_year, next_year

    now = academic_year(opened.situation.on)
    if year in {now, next_year(now)} or record_of(provider.id, year, opened.situation):
        return
    when = "is over, and there is no self-assessment of it" if year < now else "is still far off"
    raise UsageError(
        f"--year: {year} {when}; a self-assessment is of the year in which it is completed: leave --year out for "
        f"{now}, or give a day of {year} with --on"
    )


def _refuse_unread(provider: Provider, opened: Opened) -> None:
    """Refuse to make a form from which what was said before would be missing."""
    from apqa.records import kinds

    if unread := opened.unread((kinds.SELF_ASSESSMENT, provider.id)):
        met = [each for each in opened.library.findings() if each.place.path in unread]
        raise cannot_be_read("what was said before would be missing from the form", met)
