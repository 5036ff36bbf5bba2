"""How the check of a provider looks."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from apqa.display.answer import Header
from apqa.display.lines import Piece
from apqa.display.provider_check.answer import FORMATS, ProviderAnswer
from apqa.display.provider_check.csv import COLUMNS
from apqa.display.provider_check.lines import entries, in_styles, sign_of, style_of, to_do
from apqa.display.provider_check.text import text_provider_check
from apqa.display.provider_check.words import ground, law_used, people, sentence, tally
from apqa.display.terminal import painted
from apqa.errors import ExitStatus
from apqa.finding import Place, Severity
from apqa.guidance.registration_law import announced_registration_law
from apqa.questions.checks.draft import check_with_draft
from apqa.questions.checks.line import Effect, State, asked
from apqa.questions.checks.listing import listed_as_words
from apqa.questions.checks.verdict import Verdict, provider_check
from apqa.questions.checks.what_if import draft_from
from apqa.questions.escalation.reached import step_of
from apqa.questions.registration import registration_requirement
from apqa.records.authority import Authority
from apqa.records.kinds import PLACEMENT
from apqa.writing.characters import cells
from tests import builders

if TYPE_CHECKING:
    from apqa.questions.checks.line import Line

HEADER = Header(version="0.1.0", command="check-provider", on=builders.ON)
HOSTILE = "a [bold]b[/bold] | c\x1b[31m\u202e <d> {{ e }}\nf"
"""Text of a record that would do something, were it ever taken for more than text."""


def answered(*records: Any, what_if: dict[str, str] | None = None, **changes: Any) -> ProviderAnswer:
    """Ask about a provider in order, with some of its record changed."""
    provider = builders.in_order_provider(**changes)
    asked_of = builders.situation(builders.ON, provider, builders.a_visit(), *records)
    draft = draft_from(provider.id, what_if, builders.ON) if what_if else None
    drafted = check_with_draft(provider, draft, asked_of) if draft else None
    law = announced_registration_law()
    return ProviderAnswer(
        header=HEADER,
        check=drafted.after if drafted else provider_check(provider, asked_of),
        listing=listed_as_words(provider, asked_of),
        escalation=step_of(provider, asked_of),
        announced=registration_requirement(provider, asked_of, law) if law else None,
        authority=asked_of.records.authority,
        place=lambda path, _: Place(path, 3, 1),
        draft=draft,
        before=drafted.before if drafted else None,
        today=drafted.today if drafted else None,
    )


def a_line(**changes: Any) -> Line:
    line = asked("references", "References", "Two references", "QF-27", basis="QF-27", ask="the officer", at=())
    return replace(line, **{"state": State.MET, "says": "from two schools", **changes})


def text(*lines: Line, width: int | None = None) -> str:
    return painted(entries(lines, width), colour=False)


MANY_SORTS = answered(
    what_if={"hours": "19", "ehcp": "yes"},
    insurance=None,
    curriculum=None,
    policies=builders.every_policy(medication={"absent": {"on": "2026-10-05", "by": "officer", "note": HOSTILE}}),
    contacts=[{"role": HOSTILE}],
)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = text_provider_check(MANY_SORTS, width=width).splitlines()
    assert max(map(cells, lines)) <= min(width, 120)


@pytest.mark.parametrize("width", [None, 80, 120])
def test_no_line_ends_in_blanks_or_holds_what_steers_a_terminal(width: int | None) -> None:
    said = text_provider_check(MANY_SORTS, width=width)
    assert all(line == line.rstrip() for line in said.splitlines())
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_text_of_records_shows_as_itself_in_colour_too() -> None:
    assert "a [bold]b[/bold] | c\\x1b[31m" in text_provider_check(MANY_SORTS, colour=True)


def test_every_check_is_shown_once_in_its_group() -> None:
    said = text_provider_check(answered()).splitlines()
    for line in answered().check.lines:
        assert sum(each.startswith(f"  ✓ met  {line.title} ({line.clause}): ") for each in said) == 1
        assert said.count(line.group) == 1


@pytest.mark.parametrize(
    ("line", "sign", "style"),
    [
        (a_line(), "✓", "good"),
        (a_line(state=State.EXPIRED, effect=Effect.STOP), "✗", "bad"),
        (a_line(state=State.NOT_RECORDED, effect=Effect.CANNOT_TELL), "?", "unknown"),
        (a_line(state=State.DUE_SOON, effect=Effect.CONDITION), "!", "soon"),
        (a_line(state=State.NOT_APPLICABLE), "-", ""),
        (a_line(state=State.WAIVED), "~", ""),
        (a_line(state=State.REVIEW), "·", ""),
    ],
)
def test_the_sign_and_the_colour_say_what_a_line_means(line: Line, sign: str, style: str) -> None:
    assert (sign_of(line), style_of(line)) == (sign, style)


def test_signs_a_console_lacks_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("apqa.display.provider_check.lines.can_show", str.isascii)
    assert sign_of(a_line()) == "+"
    assert sign_of(a_line(effect=Effect.STOP)) == "x"
    assert sign_of(a_line(state=State.REVIEW)) == "-"


def test_a_short_check_takes_one_line_with_its_clause_at_the_right() -> None:
    assert text(a_line(), width=80) == (
        "References\n  ✓ met  Two references                    from two schools                QF-27\n\n"
    )


def test_a_long_check_takes_two_lines_with_its_evidence_behind() -> None:
    policy = next(line for line in answered().check.lines if line.key == "policies/anti_bullying")
    assert text(policy, width=80) == (
        "Policies and procedures\n"
        "  ✓ met  Anti-bullying                                   until 1 Jul 2027  QF-21\n"
        "         reviewed on 1 July 2026 · AP/north-star\n"
        "\n"
    )


def test_what_was_only_seen_says_what_and_when() -> None:
    confirmed = next(line for line in answered().check.lines if line.key == "staff_checks")
    assert "         the document, seen 2 Jul 2026 · AP/north-star\n" in text(confirmed, width=80)


def test_pieces_of_two_styles_keep_them_over_the_end_of_a_line() -> None:
    broken = list(in_styles((Piece("one two three"), Piece(" · four five", "dim")), 10))
    assert [[(piece.text, piece.style) for piece in line] for line in broken] == [
        [("one two", "")],
        [("three", ""), (" ·", "dim")],
        [("four five", "dim")],
    ]


def test_checks_that_leave_the_same_to_do_stand_together() -> None:
    lines = (a_line(title="One", says="nothing"), a_line(title="Two", says="nothing"), a_line(title="Three"))
    said = painted(to_do(lines, 80), colour=False)
    assert "One; Two\n    Found  nothing\n" in said
    assert "Three\n    Found  from two schools\n" in said


@pytest.mark.parametrize(
    ("basis", "expected"),
    [("QF-27", "QF-27 - framework"), ("an Act", "an Act (QF-27) - framework"), ("", "QF-27 - framework")],
)
def test_the_ground_names_clause_basis_and_standing(basis: str, expected: str) -> None:
    assert ground(a_line(basis=basis)) == expected


def test_the_sentence_names_the_first_checks_and_counts_the_rest() -> None:
    answer = answered(insurance=None, curriculum=None, assessment=None)
    assert sentence(answer) == (
        "Whether a pupil may be placed here on 3 November 2026 cannot be told: 5 checks are open "
        "(Public liability insurance; Professional indemnity insurance; Employers' liability insurance; 2 more)."
    )
    assert tally(answer) == "32 of 37 checks met, 5 cannot be told."


DUE_SOON = builders.safeguarding(leads=[builders.a_lead(training=[builders.a_training("2024-11-20")])])
"""The training of the only lead falls due on 20 November."""

BOTH_DUE_SOON = builders.safeguarding(
    leads=[builders.a_lead(training=[builders.a_training("2024-11-20")])],
    staff_training=[builders.a_training("2025-11-20")],
)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({}, "All 37 checks met.", id="nothing"),
        pytest.param({"safeguarding": DUE_SOON}, "36 of 37 checks met, 1 falls due soon.", id="one-soon"),
        pytest.param({"safeguarding": BOTH_DUE_SOON}, "35 of 37 checks met, 2 fall due soon.", id="two-soon"),
        pytest.param(
            {"safeguarding": DUE_SOON, "curriculum": None},
            "35 of 37 checks met, 1 cannot be told, 1 falls due soon.",
            id="one-soon-beside-what-cannot-be-told",
        ),
    ],
)
def test_what_falls_due_soon_is_counted_apart(changes: dict[str, Any], said: str) -> None:
    assert tally(answered(**changes)) == said


def test_what_is_to_be_put_right_is_counted_beside_what_falls_due_soon() -> None:
    found = answered(safeguarding=DUE_SOON)
    amended = a_line(key="amended", state=State.REVIEW, effect=Effect.CONDITION)
    more = replace(found, check=replace(found.check, lines=(*found.check.lines, amended)))
    assert tally(more) == "36 of 38 checks met, 1 to be put right, 1 falls due soon."


@pytest.mark.parametrize(
    ("listing", "draft", "said"),
    [
        pytest.param({"status": "exceptional", "limited_to": "PL-00001"}, False, True, id="limited"),
        pytest.param({"status": "exceptional"}, False, False, id="not-limited"),
        pytest.param({"limited_to": "PL-00001"}, False, False, id="listed"),
        pytest.param({"status": "exceptional", "limited_to": "PL-00001"}, True, False, id="a-draft-is-held-against-it"),
    ],
)
def test_the_sentence_says_for_whom_alone_a_provider_is_used(listing: dict[str, str], draft: bool, said: bool) -> None:
    found = answered(listing=[builders.a_listing(**listing)], what_if={"hours": "5"} if draft else None)
    assert sentence(found).startswith("It may be used on 3 November 2026 only for PL-00001 (QF-41), on ") is said
    assert ("may be placed here" in sentence(found)) is not said


def test_conditions_stand_under_the_heading_the_verdict_gives_them() -> None:
    assert "\nOn these conditions\n" in text_provider_check(answered(safeguarding=DUE_SOON))
    beside = text_provider_check(answered(safeguarding=DUE_SOON, curriculum=None))
    assert "\nTo be put right, or due soon\n" in beside
    assert "On these conditions" not in beside


def test_a_waiver_is_counted_and_shown() -> None:
    waived = answered(builders.a_waiver("procedure-not-recorded", ends="2027-03-31"), curriculum=None)
    assert tally(waived) == "36 of 37 checks met, 1 waived."
    assert "~ waived  Curriculum plans" in text_provider_check(waived)


def test_the_announced_law_is_named_only_where_it_answers_otherwise() -> None:
    assert law_used(answered()).endswith("with the Department's view of full-time.")
    other = law_used(answered(*builders.full_time(1, hours="15", special_needs="sen_support", package=None)))
    assert "2026 section 43" not in other or "not in force" in other
    plan = builders.a_placement(1, "14", package=builders.a_package("10"), ehc_plans=[{"starts": "2026-01-01"}])
    would_be = "the answer would be: appears to meet the definition of an independent school."
    assert law_used(answered(plan)).endswith(f"43 (announced), which is not in force, {would_be}")


def test_what_the_readings_of_the_announced_law_give_is_said_where_they_differ() -> None:
    support = builders.a_placement(1, "14", package=builders.a_package("10"), special_needs="sen_support")
    assert law_used(answered(support)).endswith(
        "43 (announced), which is not in force, the readings of the law give different answers: it must register where "
        "every pupil with special educational needs counts, one on SEN support too; it need not register where only a "
        "pupil with an EHC plan counts."
    )
    assert law_used(MANY_SORTS).startswith("Law used: Education Act 1996 section 463")


def test_whom_to_ask_names_the_councils_officer_or_its_mailbox() -> None:
    roles = {"designated_officer": {"title": "Quality officer", "phone": "01632 960001"}}
    data = {"id": "authority", "name": "Westmarch", "mailbox": "ap@westmarch.example"}
    with_officer = answered(Authority.model_validate({**data, "roles": roles}))
    assert dict(people(with_officer)) == {"Council": "Quality officer, ap@westmarch.example, 01632 960001"}
    assert dict(people(answered(Authority.model_validate(data)))) == {"Council": "ap@westmarch.example"}
    assert dict(people(answered(Authority.model_validate({"id": "authority", "name": "Westmarch"})))) == {}


def test_markdown_keeps_text_of_records_inside_its_cell() -> None:
    said = FORMATS["markdown"](MANY_SORTS)
    row = next(line for line in said.splitlines() if line.startswith("| Medication |"))
    assert "a \\[bold\\]b\\[/bold\\] \\| c" in row
    assert "&lt;d&gt;" in row
    assert "<br>f" in row


def test_json_and_csv_name_the_same() -> None:
    lines = json.loads(FORMATS["json"](MANY_SORTS))["lines"]
    evidence = {"seen", "seen_on", "seen_by", "filed", "sha256"}
    assert set(lines[0]) - {"evidence"} == set(COLUMNS) - evidence - {"on"}
    assert COLUMNS[0] == "on"
    assert FORMATS["csv"](MANY_SORTS).splitlines()[0] == ",".join(COLUMNS)


def test_csv_has_the_day_of_the_question_and_beside_it_that_of_the_evidence() -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](MANY_SORTS), newline="")))
    assert {row["on"] for row in rows} == {"2026-11-03"}
    (policy,) = (row for row in rows if row["key"] == "policies/anti_bullying")
    assert (policy["on"], policy["seen_on"]) == ("2026-11-03", "2026-07-02")


def test_csv_has_the_first_day_of_a_draft_that_starts_later() -> None:
    later = answered(what_if={"hours": "12", "elsewhere": "13", "starts": "2026-11-09"})
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](later), newline="")))
    assert {row["on"] for row in rows} == {"2026-11-09"}


def test_a_draft_marks_only_what_it_changes() -> None:
    drafted = answered(what_if={"hours": "19", "ehcp": "yes"})
    changed = [line.key for line in drafted.check.lines if drafted.was(line)]
    assert changed == ["registration/requirement"]
    assert [line for line in answered().check.lines if answered().was(line)] == []


def test_a_record_that_cannot_be_read_leaves_its_own_status() -> None:
    provider = builders.in_order_provider()
    asked_of = builders.situation(builders.ON, provider, builders.a_visit(), unreadable={PLACEMENT: ("PL-00009",)})
    answer = replace(answered(), check=provider_check(provider, asked_of))
    assert answer.verdict is Verdict.CANNOT_TELL
    assert answer.exit_status(Severity.BREACH) is ExitStatus.UNREADABLE


def test_a_narrow_terminal_has_what_was_found_below_what_was_asked() -> None:
    policy = next(line for line in answered().check.lines if line.key == "policies/anti_bullying")
    assert text(policy, width=40) == (
        "Policies and procedures\n"
        "  ✓ met                            QF-21\n"
        "    Anti-bullying\n"
        "      reviewed on 1 July 2026 ·\n"
        "      AP/north-star\n"
        "      until 1 Jul 2027\n"
        "\n"
    )


@pytest.mark.parametrize("width", [None, 40, 80])
def test_one_blank_line_parts_what_belongs_together(width: int | None) -> None:
    for answer in (answered(), MANY_SORTS, answered(contacts=[], curriculum=None)):
        assert "\n\n\n" not in text_provider_check(answer, width=width)
    assert "\n\nCLEAR\n" in text_provider_check(answered())
