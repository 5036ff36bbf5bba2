"""The outcomes of a year in words: what is counted, the rows of each table, and what is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.outcomes.outcomes import shares
from apqa.questions.outcomes.tree import ATTENDANCE, OBJECTIVES, PLACEMENTS, SHARES, VOICE
from apqa.vocabulary.reporting import ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.shown import Numbers, ShownTable
    from apqa.questions.outcomes.tree import Branch, Kind

NOT_SHOWN = "[c]"
"""What stands for a number that is confidential, as in official statistics."""

TITLES = {
    "placements": "Placements, and whether where the pupils went lasted",
    "reports": "Termly reports that came",
    "attendance": "Attendance, in sessions (half days)",
    "closures": "Sessions the providers could not offer",
    "objectives": "Objectives, by the latest report on each",
    "baselines": "Objectives, by whether a baseline is recorded",
    "destinations": "Where pupils went whose placement ended",
    "qualifications": "Qualifications",
    "pupil_voice": "Pupil voice: how pupils were heard last in the year",
    "own_words": "Whose words were written down, each time a pupil was heard",
}
WORDS = {
    "placements": "placements",
    "going_on": "going on",
    "ended": "ended in the year",
    "no_destination": "where the pupil went is not recorded",
    "with_destination": "where the pupil went is recorded",
    "lasted_6_weeks": "lasted 6 weeks",
    "lasted_12_weeks": "lasted 12 weeks",
    "left_before_12_weeks": "had not lasted 12 weeks",
    "12_weeks_not_checked": "not looked into after 12 weeks",
    "12_weeks_to_come": "12 weeks not over",
    "left_before_6_weeks": "had not lasted 6 weeks",
    "6_weeks_not_known": "whether it lasted 6 weeks is not known",
    "left_by_12_weeks": "looked into after 12 weeks only: had not lasted",
    "6_weeks_not_checked": "not looked into after 6 weeks",
    "6_weeks_to_come": "6 weeks not over",
    "sent": "reports that came",
    "counted": "counted here",
    "complete": "complete",
    "incomplete": "incomplete: counted with what they say",
    "without_attendance": "nothing on attendance",
    "with_attendance": "with attendance",
    "returned": "left out: returned for correction",
    "repeated": "left out: there twice",
    "possible": "possible sessions",
    "attended": "attended",
    "late": "late",
    "on_time": "on time",
    "lateness_not_recorded": "whether late is not recorded",
    "authorised": "missed with leave",
    "unauthorised": "missed without leave",
    "unknown": "nobody noted whether the pupil was there",
    "not_accounted_for": "neither attended nor missed, by the report",
    "closed": "sessions not offered",
    "objectives": "objectives",
    "reached": "met or exceeded",
    "exceeded": "exceeded",
    "met": "met",
    "not_reached": "not met yet",
    "on_track": "on track",
    "some_progress": "some progress",
    "no_progress": "no progress",
    "regressed": "regressed",
    "not_started": "not started",
    "with_baseline": "with a baseline",
    "without_baseline": "without a baseline",
    "to_a_school": "returned to a school",
    "elsewhere": "elsewhere",
    "home_school_full_time": "home school, full time",
    "home_school_part_time": "home school, part time",
    "new_mainstream": "another mainstream school",
    "special_school": "special school",
    "independent_school": "independent school",
    "pru_or_ap_academy": "pupil referral unit or AP academy",
    "fe_college": "further education college",
    "apprenticeship": "apprenticeship",
    "employment_with_training": "employment with training",
    "other_ap": "other alternative provision",
    "elective_home_education": "elective home education",
    "eotas": "education otherwise than at school",
    "missing_or_unknown": "missing or unknown",
    "neet": "not in education, employment or training",
    "custody": "custody",
    "moved_area": "moved out of the area",
    "other": "other",
    "qualifications": "qualifications",
    "achieved": "achieved",
    "not_achieved": "not achieved",
    "entered": "entered, no result recorded",
    "not_entered": "not entered, or that is not recorded",
    "heard": "heard",
    "interview": "in an interview",
    "form": "with a form",
    "observation": "by observation",
    "advocate": "through an advocate",
    "declined": "declined to be heard",
    "not_heard": "nothing is recorded",
    "in_own_words": "in the pupil's own words",
    "not_in_own_words": "not in the pupil's own words",
    "words_not_recorded": "whose words is not recorded",
}
"""What is counted, in words."""

SHARE_WORDS = {
    "attended": "of the possible sessions were attended",
    "reached": "of the objectives were met or exceeded",
    "lasted_6_weeks": "of the destinations looked into had lasted 6 weeks",
    "lasted_12_weeks": "of the destinations looked into had lasted 12 weeks",
    "achieved": "of the qualifications with a result were achieved",
    "heard": "of the pupils placed were heard",
    "to_a_school": "of those whose destination is recorded returned to a school",
}
COMMISSIONERS = {
    "school": "maintained schools",
    "academy": "academies",
    "local_authority": "the council",
    "parent": "parents",
    "learner": "learners",
    "other_setting": "other settings",
}
COLUMNS = ("Placements", "Sessions", "Attended", "Objectives", "Met", "Lasted 6 weeks", "12 weeks", "Heard")
"""The columns of the lists by provider, period and commissioner."""

_COLUMN_KEYS = (
    (PLACEMENTS, "placements", False),
    (ATTENDANCE, "possible", False),
    (ATTENDANCE, "attended", True),
    (OBJECTIVES, "objectives", False),
    (OBJECTIVES, "reached", True),
    (PLACEMENTS, "lasted_6_weeks", True),
    (PLACEMENTS, "lasted_12_weeks", True),
    (VOICE, "heard", True),
)


def heading(answer: OutcomesAnswer) -> str:
    """Say what was asked: "Outcomes of 2025-26 by 23 November 2026"."""
    by = f" by {plain(answer.header.on)}" if answer.header.on else ""
    whose = f": {answer.names.get(answer.provider, answer.provider)} ({answer.provider})" if answer.provider else ""
    return f"Outcomes of {answer.year.name}{by}{', for publishing' if answer.small is not None else ''}{whose}"


def summary(answer: OutcomesAnswer) -> str:
    """Count the placements and pupils the answer is about."""
    if answer.shown.placements is None:
        return "How many placements there were is not shown."
    placements, pupils = answer.shown.placements, answer.shown.pupils
    said = "1 placement" if placements == 1 else f"{placements} placements"
    if pupils is None:
        return f"{said}."
    return f"{said} of {'1 pupil' if pupils == 1 else f'{pupils} pupils'}."


def rows_of(table: ShownTable) -> Iterator[tuple[str, str]]:
    """Put what a table counts in rows, its parts set in.

    Parts that are nought are left out, and all of them where the whole is not shown.
    """
    yield from _rows(table.kind.tree, table.total, 0)


def _rows(branch: Branch, numbers: Numbers, depth: int) -> Iterator[tuple[str, str]]:
    if numbers[branch.key] == 0 and depth:
        return
    yield "  " * depth + WORDS[branch.key], number_text(numbers[branch.key])
    if numbers[branch.key] is None and not depth:
        return
    for part in branch.parts:
        yield from _rows(part, numbers, depth + 1)


def none_listed(answer: OutcomesAnswer) -> str:
    """Say what it means that a line is not there."""
    return "" if answer.shown.placements == 0 else "Parts that are nought are not listed."


def number_text(number: int | None) -> str:
    """Write a number, with commas between its thousands; or that it is not shown."""
    return NOT_SHOWN if number is None else f"{number:,}"


def share_sentences(table: ShownTable) -> Iterator[str]:
    """Say the shares of a table that can be said: "87.8 % of the possible sessions were attended"."""
    for name, share in shares(table.kind, table.total).items():
        if share is not None:
            yield f"{share} % {SHARE_WORDS[name]}."


def lists(answer: OutcomesAnswer) -> Iterator[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    """Answer the lists by provider, reporting period and kind of commissioner: the heads of the columns, and the rows.

    A column in which nothing stands is left out.
    """
    for title, group in (
        ("Provider", "by_provider"),
        ("Reporting period", "by_period"),
        ("Commissioner", "by_commissioner"),
    ):
        rows = {table.kind.key: getattr(table, group) for table in answer.shown.tables}
        names = {name for found in rows.values() for name in found}
        lacking = "" if answer.small is None else NOT_SHOWN
        if names:
            found = [(_title(name, answer), *_columns(name, rows, lacking)) for name in sorted(names, key=_order)]
            yield _without_empty((title, *COLUMNS), found)


def _without_empty(
    heads: tuple[str, ...], rows: list[tuple[str, ...]]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    kept = [number for number, column in enumerate(zip(*rows, strict=True)) if any(column)]
    return tuple(heads[at] for at in kept), [tuple(row[at] for at in kept) for row in rows]


def _title(name: str, answer: OutcomesAnswer) -> str:
    """Name a row: a provider by its id, and by its name for readers who do not know ids."""
    known = COMMISSIONERS.get(name, name)
    return known if answer.small is None else answer.names.get(name, known)


def _order(name: str) -> tuple[int, str]:
    """Answer where a row comes: reporting periods in the order of the year, all else by name."""
    periods: list[str] = list(ReportingPeriod)
    return periods.index(name) if name in periods else 0, name


def _columns(name: str, rows: Mapping[str, Mapping[str, Numbers]], lacking: str) -> Iterator[str]:
    """Write what stands in the columns of a row: where nothing is told of it, that it is not shown, or nothing."""
    for kind, key, is_share in _COLUMN_KEYS:
        group = rows[kind.key]
        if name not in group:
            yield lacking
        elif is_share:
            yield _share_text(kind, group[name], key)
        else:
            yield number_text(group[name][key])


def _share_text(kind: Kind, numbers: Numbers, key: str) -> str:
    share = shares(kind, numbers)[key]
    if share is not None:
        return f"{share} %"
    _, part, whole = next(each for each in SHARES[kind.key] if each[0] == key)
    return NOT_SHOWN if any(numbers[each] is None for each in (part, *whole)) else ""
