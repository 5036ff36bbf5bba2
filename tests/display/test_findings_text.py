from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from apqa.display.answer import Header
from apqa.display.findings.answer import Findings
from apqa.display.findings.text import text_findings
from apqa.display.findings.words import summary
from apqa.finding import Finding, Severity
from apqa.writing.characters import cells
from tests.display.sample import ANY_FINDINGS, BREACH, CONCERN, NOTHING, QUERY, SAMPLE, WAIVED, of

NO_DAY = Header(version="0.1.0", command="check")


def test_findings_stand_by_file_each_with_its_remedy_and_basis() -> None:
    assert (
        text_findings(SAMPLE)
        == """\
providers/a b.yaml  query  unusual-postcode
    BA1 [bold]1AA[/bold] | is unusual.
    Remedy: Amend it, or record a reason.

providers/cafe.yaml:7:13  query  unusual-postcode
    BA99 is unusual.
    Remedy: Amend it, or record a reason.
    Waived by: postcode-cafe

providers/north-star.yaml:12:3  breach  unregistered-full-time-provision
    North Star gives 19 hours a week to PL-7K3QX, who has an EHC plan; it appears to meet the definition of a school.
    Remedy: Reduce the hours, move the pupils, or have the provider apply to register.
    Basis: Education Act 1996 s.463; Education and Skills Act 2008 s.96 (QF-10, QF-11)
    See also: placements/PL-7K3QX.yaml:4:3
    See also: placements/PL-9F4TC.yaml
providers/north-star.yaml:40:5  concern  insurance-lapses-during-placement
    The employers' liability ends on 2026-12-01.
    Remedy: Ask for the renewal.
    Basis: QF-24

1 breach, 1 concern, 1 query in 241 files on 2026-11-03; 1 waived.
"""
    )


def test_a_terminal_of_80_columns_wraps_with_a_hanging_indent() -> None:
    assert (
        text_findings(of(BREACH), width=80)
        == """\
providers/north-star.yaml:12:3  breach  unregistered-full-time-provision
    North Star gives 19 hours a week to PL-7K3QX, who has an EHC plan; it
    appears to meet the definition of a school.
    Remedy: Reduce the hours, move the pupils, or have the provider apply to
      register.
    Basis: Education Act 1996 s.463; Education and Skills Act 2008 s.96 (QF-10,
      QF-11)
    See also: placements/PL-7K3QX.yaml:4:3
    See also: placements/PL-9F4TC.yaml

1 breach in 241 files on 2026-11-03.
"""
    )


def test_a_terminal_of_120_columns_has_room_for_it() -> None:
    assert text_findings(of(BREACH), width=120) == text_findings(of(BREACH))


def test_a_narrow_terminal_has_the_place_on_its_own_line() -> None:
    assert (
        text_findings(of(CONCERN), width=50)
        == """\
providers/north-star.yaml:40:5
  concern  insurance-lapses-during-placement
    The employers' liability ends on 2026-12-01.
    Remedy: Ask for the renewal.
    Basis: QF-24

1 concern in 241 files on 2026-11-03.
"""
    )


def test_colour_marks_the_severity_and_dims_the_basis_and_what_is_waived() -> None:
    assert text_findings(of(CONCERN, WAIVED), colour=True) == (
        "\x1b[1mproviders/cafe.yaml:7:13\x1b[0m  \x1b[2mquery\x1b[0m  unusual-postcode\n"
        "\x1b[2m    BA99 is unusual.\x1b[0m\n"
        "\x1b[2m    Remedy: Amend it, or record a reason.\x1b[0m\n"
        "\x1b[2m    Waived by: postcode-cafe\x1b[0m\n"
        "\n"
        "\x1b[1mproviders/north-star.yaml:40:5\x1b[0m  \x1b[33mconcern\x1b[0m  insurance-lapses-during-placement\n"
        "    The employers' liability ends on 2026-12-01.\n"
        "    Remedy: Ask for the renewal.\n"
        "\x1b[2m    Basis: QF-24\x1b[0m\n"
        "\n"
        "\x1b[1m1 concern in 241 files on 2026-11-03; 1 waived.\x1b[0m\n"
    )


def test_record_text_steers_no_terminal_and_is_no_markup() -> None:
    odd = replace(QUERY, message="[red]x[/red] \x1b[2J\nnext")
    assert "    [red]x[/red] \\x1b[2J next\n" in text_findings(of(odd), colour=True)


@given(ANY_FINDINGS)
def test_text_of_any_finding_fits_the_terminal_but_for_the_place_and_the_rule(findings: Findings) -> None:
    lines = text_findings(findings, width=80).split("\n")
    assert all(cells(line) <= 80 for line in lines if line.startswith("    ") and not line.startswith("     "))


ADVICE = replace(QUERY, severity=Severity.ADVICE)


@pytest.mark.parametrize(
    ("findings", "counts", "said"),
    [
        ((), {"files": 241}, "No findings in 241 files."),
        ((), {"files": 1}, "No findings in 1 file."),
        ((), {"files": 10_000}, "No findings in 10,000 files."),
        ((), {}, "No findings."),
        ((WAIVED,), {"files": 2}, "No findings in 2 files; 1 waived."),
        ((BREACH,) * 3, {"files": 241}, "3 breaches in 241 files."),
        ((QUERY, CONCERN, QUERY), {"files": 241}, "1 concern, 2 queries in 241 files."),
        ((ADVICE,), {}, "1 piece of advice."),
        ((ADVICE, ADVICE, CONCERN, CONCERN), {}, "2 concerns, 2 pieces of advice."),
    ],
)
def test_the_summary_counts_what_stands_from_the_worst_down(
    findings: tuple[Finding, ...], counts: dict[str, int], said: str
) -> None:
    assert summary(Findings(NO_DAY, findings, counts=counts)) == said


def test_the_summary_says_which_day_and_as_known_when() -> None:
    header = Header("0.1.0", "check", date(2026, 11, 3), as_known_on="2026-10-01", commit="4f2c1aa")
    assert summary(replace(NOTHING, header=header)) == (
        "No findings in 241 files on 2026-11-03, as known on 2026-10-01 (commit 4f2c1aa)."
    )
