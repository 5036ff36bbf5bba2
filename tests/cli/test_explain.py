"""`apqa explain`."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from apqa.cli.explain import complete_names, nearest
from apqa.display.explain.subjects import titled
from apqa.reading.faults import READING_RULES
from apqa.rules import RULES
from tests.cli.asking import ask

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-11-23")


@pytest.mark.parametrize("rule", [rule.name for rule in (*RULES, *READING_RULES)])
def test_every_rule_is_explained_in_every_form(rule: str) -> None:
    said = ask("explain", rule)
    assert said.status == 0
    for heading in ("Severity: ", "May be waived: ", "Remedy: ", "Next: apqa check", "QF-"):
        assert heading in said.out
    answer = ask("explain", rule, "-f", "json").answer
    assert (answer["kind"], answer["name"]) == ("rule", rule)
    assert answer["clauses"]
    assert ask("explain", rule, "-f", "markdown").out.startswith(f"# {rule}\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("outdated-edition", "an end; not where the check rests on law or statutory guidance\n"),
        ("review-overdue", "an end\n"),
        ("wrong-type", "no: the record itself is at fault\n"),
    ],
)
def test_whether_a_rule_may_be_waived_turns_on_what_is_asked(name: str, said: str) -> None:
    line = next(each for each in ask("explain", name).out.splitlines(keepends=True) if each.startswith("May be waived"))
    assert line.endswith(said)


def test_a_rule_that_states_law_cannot_be_waived() -> None:
    said = ask("explain", "unregistered-full-time-provision")
    assert "May be waived: no: it states law" in said.out
    assert "Education Act 1996 s.463" in said.out


def test_a_clause_says_what_covers_it() -> None:
    said = ask("explain", "qf-22")
    assert "lapsed-insurance" in said.out
    assert "Commands: apqa check-provider" in said.out
    assert "Where the records keep it: provider: insurance" in said.out


def test_what_only_a_person_can_judge_says_where_it_is_recorded() -> None:
    facts = ask("explain", "QF-16", "-f", "json").answer["facts"]
    assert facts["a_persons_judgement"] == "recorded in placement: plan.suitability"
    assert "apqa never computes it" in facts["how_it_is_judged"]


@pytest.mark.parametrize(
    ("name", "kind", "part"),
    [
        ("K", "attendance code", "the council arranged"),
        ("d", "attendance code", "must be on its roll"),
        ("kcsie", "document", "2026 from 1 September 2026"),
        ("policies/anti_bullying", "check", "check: policies/anti_bullying"),
        ("registration/status", "check", "QF-20"),
    ],
)
def test_other_short_names_are_explained_too(name: str, kind: str, part: str) -> None:
    assert part in ask("explain", name, *DAY).out
    assert ask("explain", name, *DAY, "-f", "json").answer["kind"] == kind


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Keeping Children Safe in Education", "kcsie"),
        ("keeping children safe in education", "kcsie"),
        ("anti-bullying", "policies/anti_bullying"),
        ("Anti Bullying", "policies/anti_bullying"),
        ("anti_bullying", "policies/anti_bullying"),
        ("employers' liability insurance", "insurance/employers_liability"),
        ("Gas safety record", "safety/gas_safety"),
    ],
)
def test_a_document_or_check_is_found_by_its_title(title: str, name: str) -> None:
    assert ask("explain", title, *DAY, "-f", "json").answer["name"] == name


def test_titles_of_different_things_are_different() -> None:
    found = {titled(title) for title in ("Fire drill", "Fire risk assessment", "SEND code of practice, 0 to 25 years")}
    assert found == {"safety/fire_drill", "safety/fire_risk_assessment", "send_code"}
    assert titled("") == titled("/") == ""


def test_a_document_is_explained_with_the_edition_of_the_day() -> None:
    assert 'kcsie: "2025"' in ask("explain", "kcsie", "--on", "2026-08-31").out
    assert 'kcsie: "2026"' in ask("explain", "kcsie", "--on", "2026-09-01").out


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        pytest.param("2023-05-01", "guidance", id="not-statutory-yet"),
        pytest.param("2024-08-18", "guidance", id="the-day-before"),
        pytest.param("2024-08-19", "statutory guidance", id="statutory"),
    ],
)
def test_a_document_is_as_binding_as_its_edition_of_the_day(on: str, standing: str) -> None:
    said = ask("explain", "attendance", "--on", on).out
    assert f"\nStanding: {standing}\n" in said
    assert "2022 from 1 September 2022 (guidance, day not confirmed); 2024 from 19 August 2024" in said


@pytest.mark.parametrize(
    ("day", "cites", "in_force", "marked"),
    [
        ("2021-08-31", ". Which one that was on 31 August 2021, apqa does not know", "not known", 6),
        ("2021-09-01", ': kcsie: "2021".', "2021, since 1 September 2021 (day not confirmed)", 5),
        ("2026-08-31", ': kcsie: "2025".', "2025, since 1 September 2025", 1),
        ("2026-09-01", ': kcsie: "2026".', "2026, since 1 September 2026 (day not confirmed)", 0),
        ("2027-08-31", ': kcsie: "2026".', "2026, since 1 September 2026 (day not confirmed)", 0),
        (
            "2027-09-01",
            '. The last one apqa knows is kcsie: "2026"; on 1 September 2027 there may be a newer one.',
            "not known; the last apqa knows is 2026, since 1 September 2026 (day not confirmed)",
            0,
        ),
    ],
)
def test_a_document_says_what_was_in_force_on_the_day_and_what_was_not_yet(
    day: str, cites: str, in_force: str, marked: int
) -> None:
    answer = ask("explain", "kcsie", "--on", day, "-f", "json").answer
    assert f"the edition in force, in quotes{cites}" in answer["text"]
    assert answer["facts"]["in_force"] == in_force
    editions = answer["facts"]["editions"].split("; ")
    assert ["(not yet in force" in each for each in editions] == [False] * (6 - marked) + [True] * marked


@pytest.mark.parametrize(("name", "kind"), [("kcsie", "document"), ("K", "attendance code")])
@pytest.mark.today("2026-11-23")
def test_what_differs_from_day_to_day_names_the_day(name: str, kind: str) -> None:
    assert ask("explain", name).out.startswith(f"{name}  {kind} on 2026-11-23\n")
    assert ask("explain", name, "-f", "json").answer["on"] == "2026-11-23"
    assert "\non,2026-11-23\n" in ask("explain", name, "-f", "csv").out.replace("\r", "")
    assert " on 2026-11-23" in ask("explain", name, "-f", "markdown").out


@pytest.mark.parametrize(
    "question", [("rules",), ("coverage",), ("explain", "QF-22"), ("explain", "registration/status")]
)
def test_what_is_the_same_on_every_day_names_the_one_given_but_not_as_csv(question: tuple[str, ...]) -> None:
    forms = {form: "2026-11-23" in ask(*question, *DAY, "-f", form).out for form in ("text", "json", "markdown", "csv")}
    assert forms == {"text": True, "json": True, "markdown": True, "csv": False}


def test_what_is_like_nothing_suggests_nothing() -> None:
    assert ask("explain", "nonsense").err.startswith("apqa: there is nothing called nonsense to explain; `apqa rules`")
    assert "did you mean lapsed-insurance?" in ask("explain", "insurance").err


def test_a_code_that_is_not_in_use_on_the_day_is_said_to_be_since() -> None:
    said = ask("explain", "k", "--on", "2024-08-18")
    assert (said.status, said.out) == (2, "")
    assert said.err == "apqa: the attendance code K came into use on 19 August 2024: on 18 August 2024 there was none"


@pytest.mark.parametrize(
    ("code", "on", "since"),
    [
        ("B", "2024-08-18", "since 1 September 2006 (day not confirmed)"),
        (
            "B",
            "2024-08-19",
            "since 1 September 2006 (day not confirmed); on its present basis since 19 August 2024",
        ),
        ("K", "2024-08-19", "since 19 August 2024"),
    ],
)
def test_a_code_is_in_use_since_its_first_basis(code: str, on: str, since: str) -> None:
    assert ask("explain", code, "--on", on, "-f", "json").answer["facts"]["in_use"] == since


@pytest.mark.parametrize(
    ("name", "suggested"),
    [("insurance-below", "insurance-below-minimum"), ("policies/anti_buling", "policies/anti_bullying")],
)
def test_an_unknown_name_is_refused_with_the_nearest(name: str, suggested: str) -> None:
    said = ask("explain", name, *DAY)
    assert said.status == 2
    assert f"did you mean {suggested}?" in said.err


@pytest.mark.parametrize("name", ["policies/nothing", "nowhere/at_all", "zzzzzz"])
def test_what_is_nothing_is_refused(name: str) -> None:
    assert ask("explain", name, *DAY).status == 2


def test_the_example_of_a_rule_is_shown_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bent-date").mkdir()
    (tmp_path / "bent-date" / "expected.txt").write_text(
        "providers/x.yaml:3:5  breach  bent-date\n    said\n\n1 breach.\n"
    )
    monkeypatch.setattr("apqa.forms.shipped.shipped", lambda _: tmp_path)
    said = ask("explain", "bent-date")
    assert "says\n  providers/x.yaml:3:5  breach  bent-date\n      said\n\n  1 breach.\n" in said.out, (
        "indented as said"
    )
    assert "```text\nproviders/x.yaml:3:5" in ask("explain", "bent-date", "-f", "markdown").out


def test_names_are_completed() -> None:
    assert complete_names("qf-5") == [f"qf-{number}" for number in range(50, 60)]
    assert "bent-date" in complete_names("ben")


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert nearest("zzzz", ["provider"]) == ""


def test_csv_has_a_row_for_everything_said() -> None:
    said = ask("explain", "bent-date", "-f", "csv")
    rows = dict(csv.reader(io.StringIO(said.out)))
    assert said.status == 0
    assert rows["name"] == "bent-date"
    assert rows["title"].startswith("A date")
    assert rows["next"] == "apqa check"
