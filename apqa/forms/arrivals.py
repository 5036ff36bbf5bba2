"""Forms that came back: each is read as the form its stamp says it is, and written whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.forms.receiving.answer import NotAFormError
from apqa.forms.receiving.arrival import Arrival, Awaited, Post, refuse_other_form
from apqa.forms.receiving.document import read_document
from apqa.forms.receiving.naming import DOCUMENT
from apqa.forms.receiving.opening import opened
from apqa.forms.receiving.workbook import read_workbook
from apqa.forms.receiving.writing import write_together
from apqa.forms.self_assessment.boxes import self_assessment_form
from apqa.forms.self_assessment.receiving import assessment_arrived
from apqa.forms.termly_report.boxes import TERMLY_REPORT_FORM
from apqa.forms.termly_report.receiving import reports_arrived
from apqa.questions.received import Outcome, Problem, ReceivedFile, twice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from apqa.forms.filling.box import Form
    from apqa.forms.filling.stamp import Stamp
    from apqa.forms.receiving.answer import Returned
    from apqa.forms.receiving.opening import Package
    from apqa.questions.situation import Situation

_FORMS = (TERMLY_REPORT_FORM, self_assessment_form())
_JUDGES: dict[str, Callable[[Returned, Post], Arrival]] = {
    TERMLY_REPORT_FORM.name: reports_arrived,
    self_assessment_form().name: assessment_arrived,
}
"""Who says what becomes of a form, by the name its stamp gives it."""


def arrivals(paths: Iterable[Path], situation: Situation, root: Path, awaited: Awaited) -> tuple[Arrival, ...]:
    """Read the files that came back, and answer what each would write: all that is wrong is said of all of them.

    Raises `ApqaError` where the extra `forms` is missing.
    """
    found = list(_each(Post(path, situation, root, awaited) for path in paths))
    named = ((str(number), _records(each)) for number, each in enumerate(found))
    for record, files in twice(named).items():
        for number in map(int, files):
            others = [found[int(other)].file.file for other in files if int(other) != number]
            said = f"the record {record} comes in {' and in '.join(others)} as well: keep the one that holds"
            found[number] = _with_problem(found[number], Problem("", said))
    return tuple(found)


def _each(posts: Iterable[Post]) -> Iterator[Arrival]:
    """Read file by file; of one that comes again, byte for byte, it is only said which it is a copy of."""
    known: dict[str, ReceivedFile] = {}
    for post in posts:
        try:
            package = opened(post.path)
            first = known.get(package.digest)
            if first is not None:
                yield _copy(post, first)
                continue
            arrival = _arrival(package, post)
            known[package.digest] = arrival.file
        except NotAFormError as error:
            arrival = Arrival(ReceivedFile(str(post.path), problems=(Problem("", str(error)),)))
        yield arrival


def _copy(post: Post, first: ReceivedFile) -> Arrival:
    return Arrival(replace(first, file=str(post.path), reports=(), problems=(), same_as=first.file))


def write(arrival: Arrival) -> Arrival:
    """Write the records of a file, all or none, and answer the file as written. Raises `ApqaError` where it cannot."""
    if arrival.file.problems or not arrival.writes:
        return arrival
    write_together(arrival.writes)
    return replace(arrival, file=replace(arrival.file, written=True))


def form_of(stamp: Stamp) -> Form:
    """Answer the form a stamp is of. Raises `NotAFormError` where it is of another kind, or of another version."""
    form = next((each for each in _FORMS if each.name == stamp.form), None)
    if form is None:
        raise NotAFormError(f"it is a form of another kind ({stamp.form}), which this apqa does not know")
    return refuse_other_form(stamp, form)


def _records(arrival: Arrival) -> list[str]:
    return [each.record for each in arrival.file.reports if each.outcome is not Outcome.NOT_FILLED_IN]


def _with_problem(arrival: Arrival, problem: Problem) -> Arrival:
    return Arrival(replace(arrival.file, problems=(*arrival.file.problems, problem)))


def _arrival(package: Package, post: Post) -> Arrival:
    read = read_document if package.ending == DOCUMENT else read_workbook
    returned = read(package.raw, form_of)
    return _JUDGES[returned.stamp.form](returned, post)
