"""The words about a self-assessment that every form for people shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider_check.words import short
from apqa.display.self_assessment.answer import Outcome
from apqa.guidance.days import plain
from apqa.questions.assessments import areas
from apqa.questions.assessments.ratings import Change
from apqa.questions.assessments.receipt import Stage
from apqa.questions.school_days import academic_year
from apqa.vocabulary.review import Area, AssessmentOutcome, Rating

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apqa.display.self_assessment.answer import SelfAssessmentAnswer
    from apqa.questions.assessments.ratings import AreaRated, Rated
    from apqa.records.self_assessment import CriterionAction

OUTCOMES = {
    Outcome.TO_PUT_RIGHT: "TO PUT RIGHT",
    Outcome.CANNOT_TELL: "CANNOT TELL",
    Outcome.WITH_QUERIES: "WITH QUERIES",
    Outcome.IN_ORDER: "IN ORDER",
    Outcome.NONE: "NONE YET",
}
RATINGS: dict[Rating | None, str] = {
    Rating.MET: "met",
    Rating.PARTIALLY_MET: "partly",
    Rating.NOT_MET: "not met",
    Rating.NOT_APPLICABLE: "n/a",
    None: "not rated",
}
"""The ratings in a word each, as they stand in a column. "n/a": it does not apply."""

_IN_SENTENCES = RATINGS | {Rating.PARTIALLY_MET: "partly met", Rating.NOT_APPLICABLE: "not applicable"}
CHANGES = {Change.BETTER: "better", Change.WORSE: "worse", Change.SAME: "", None: ""}
UNCONFIRMED = "*"
NOT_SEEN = "Number and wording of this national standard were not seen in print; the words are apqa's own."
_OUTCOMES = {
    AssessmentOutcome.ACCEPTED: "accepted",
    AssessmentOutcome.ACCEPTED_WITH_ACTIONS: "accepted with actions",
    AssessmentOutcome.RETURNED: "returned",
}


def area_title(area: Area | None) -> str:
    """Name an area."""
    return areas.area_title(area) if area else "Not a criterion"


def area_tally(area: AreaRated) -> str:
    """Count the criteria of an area by the rating that counts: `5 met, 1 partly met`."""
    return in_sum(area.tally)


def in_sum(tally: Mapping[Rating | None, int]) -> str:
    """Say how many criteria are of each rating, leaving out what there is none of."""
    return ", ".join(f"{tally[rating]} {word}" for rating, word in _IN_SENTENCES.items() if tally.get(rating))


def criterion_title(rated: Rated) -> str:
    """Name a criterion, with a star where it was not seen in print."""
    if rated.criterion is None:
        return f"{rated.code} (no criterion apqa knows)"
    star = "" if rated.criterion.confirmed else UNCONFIRMED
    return rated.criterion.title + star + ("" if rated.asked else " (not in force then)")


def council_word(rated: Rated) -> str:
    """Write what the council found; a dash where it has not checked."""
    return RATINGS[Rating(rated.council.found.value)] if rated.council else "-"


def provider_word(rated: Rated) -> str:
    """Write the provider's own rating."""
    return RATINGS[rated.rating.rating if rated.rating else None]


def before_word(rated: Rated) -> str:
    """Write the rating that counted the year before; a dash where there is none."""
    return RATINGS[rated.before] if rated.before else "-"


def remarks(rated: Rated) -> Iterator[tuple[str, str]]:
    """Say what there is to know of a criterion that is not plainly met, each with its name."""
    rating = rated.rating
    if rating is None:
        return
    if rating.why_not_applicable:
        yield "Not applicable", rating.why_not_applicable
    if rating.comment and rating.rating not in {Rating.MET, Rating.NOT_APPLICABLE}:
        yield "Provider", rating.comment
    if rating.action:
        yield "Action", action_words(rating.action, overdue=rated.overdue)
    if rated.differs and rated.council:
        by, on = rated.council.by, rated.council.on
        who = ", ".join(filter(None, (by, short(on) if on else "")))
        yield "Council", f"{rated.council.note or 'no reason is given'} ({who})"


def action_words(action: CriterionAction, *, overdue: bool) -> str:
    """Say what is to be done, by whom and by when, and whether it was."""
    due = f"due {short(action.due)}"
    became = f"done {short(action.done_on)}" if action.done_on else "OVERDUE, not recorded as done" if overdue else ""
    return f"{action.what.rstrip('. ')} ({action.owner}, {due}){f': {became}' if became else ''}"


def facts(answer: SelfAssessmentAnswer) -> Iterator[tuple[str, str]]:
    """Say what the self-assessment is and how far the council has come with it, line by line with its name."""
    if answer.sheet is not None:
        made = answer.sheet.assessment
        version = f", version {made.version}" if made.version else ""
        declared = "declared true" if made.true_statement else "not declared true"
        yield "Completed", f"{plain(made.completed_on)} by {made.completed_by}{version}; {declared}"
        if made.period:
            until = plain(made.period.ends) if made.period.ends else "now"
            yield "Covers", f"{plain(made.period.starts)} to {until}"
        yield "Changes", "; ".join(each.rstrip(". ") for each in made.changes) or "none declared"
        yield "Council", _council(answer)
        checked = sum(each.council is not None for each in answer.sheet.rated)
        yield "Ratings", f"{in_sum(answer.sheet.tally)}; {checked or 'none'} checked by the council"
        last = answer.sheet.last_year
        yield "Last year", f"{last.year}, completed {plain(last.completed_on)}" if last else "none is recorded"
    if answer.counting not in {"", answer.year}:
        yield "Counts", f"the last one completed by this day is that of {answer.counting}"
    yield "Next due", next_due(answer)


def _council(answer: SelfAssessmentAnswer) -> str:
    """Say how far the council has come: received, reviewed with what outcome, validated by a visit."""
    receipt = answer.sheet.assessment.council if answer.sheet else None
    handled = answer.handled
    if handled is None:
        return ""
    due = f"{plain(handled.due)}{', overdue' if handled.overdue else ''}" if handled.due else ""
    came = f"received {short(receipt.received_on)}; " if receipt and not handled.earlier else ""
    if handled.stage is Stage.NOT_REVIEWED:
        earlier = "what is recorded was of an earlier version; " if handled.earlier else ""
        return f"{came or earlier or 'not recorded as received; '}to be reviewed by {due}"
    by = f" by {receipt.reviewed_by}" if receipt and receipt.reviewed_by else ""
    outcome = _OUTCOMES[receipt.outcome] if receipt and receipt.outcome else ""
    said = f"{came}{outcome} {short(handled.since)}{by}"
    note = f" ({receipt.note.rstrip('. ')})" if receipt and receipt.note else ""
    if handled.stage is Stage.RETURNED:
        return f"{said}{note}; a corrected one due by {due}"
    if handled.visit:
        return f"{said}{note}; {_visited(answer, plain(handled.visit.on))}"
    return f"{said}{note}; " + (f"to be validated by a visit by {due}" if due else "no visit has validated it")


def _visited(answer: SelfAssessmentAnswer, day: str) -> str:
    """Say that a visit validated it, or that one took place and found nothing of any criterion."""
    checked = answer.sheet is not None and any(each.council for each in answer.sheet.rated)
    return f"validated by the visit of {day}" if checked else f"visited on {day}, with no finding on any criterion"


def no_discrepancy(answer: SelfAssessmentAnswer) -> str:
    """Say that nothing in it contradicts the record, or that it was not asked: a later one counts."""
    if answer.year != answer.counting:
        return f"Not asked: the last one by this day, of {answer.counting}, is held against the record."
    return "None found, as far as both say something of the same thing."


def next_due(answer: SelfAssessmentAnswer) -> str:
    """Say by when the next one is due, or why none is."""
    due = answer.due
    if due.by is None:
        return f"no day: {due.why_not}"
    overdue = answer.header.on is not None and due.by < answer.header.on
    return plain(due.by) + (", overdue" if overdue else "")


def none_words(answer: SelfAssessmentAnswer) -> str:
    """Say that there is no self-assessment for the year on the day, and by when one is due."""
    day = f" on {plain(answer.header.on)}" if answer.header.on else ""
    if answer.completed_later:
        later = plain(answer.completed_later)
        return f"The self-assessment {answer.year} was completed on {later}, after the day asked about."
    none = f"There is no self-assessment of {answer.provider.name} for {answer.year}{day}"
    if answer.due.by is None:
        return f"{none}; none is due: {answer.due.why_not}."
    now = academic_year(answer.header.on) if answer.header.on else answer.year
    if answer.year == now:
        return f"{none}; it is due by {next_due(answer)}."
    when = "that year is over" if answer.year < now else "that year is still to come"
    return f"{none}: {when}. The next one is due by {next_due(answer)}."


def promised_words(rated: Rated) -> str:
    """Say what a criterion's action is, by whom and by when."""
    title = rated.criterion.title if rated.criterion else rated.code
    return f"{title}: {action_words(rated.action, overdue=False)}" if rated.action else title


def next_steps(answer: SelfAssessmentAnswer) -> Iterator[str]:
    """Say what is still to come and not overdue: the council's next step, and the provider's actions."""
    handled = answer.handled
    if answer.year != answer.counting:
        return
    if handled and handled.due and not handled.overdue and not handled.visit:
        step = {
            Stage.NOT_REVIEWED: "The council reviews it",
            Stage.RETURNED: "The provider corrects it",
            Stage.REVIEWED: "A visit validates it",
        }[handled.stage]
        yield f"{step} by {plain(handled.due)}."
    for each in answer.promised:
        yield promised_words(each)
