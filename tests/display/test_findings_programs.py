"""What the formats for programs say, and that programs can read it back."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from apqa.display.findings.answer import FORMATS, Findings
from apqa.finding import Finding, Place
from tests.display.sample import ANY_FINDING, ANY_FINDINGS, BREACH, CONCERN, NOTHING, QUERY, SAMPLE, WAIVED, of

FIELDS = [
    *("rule", "severity", "message", "path", "line", "column"),
    *("clauses", "basis", "remedy", "related", "waived_by", "reason"),
]


def test_json_holds_the_answer_and_the_parts_of_a_finding() -> None:
    answer = json.loads(FORMATS["json"](of(CONCERN, WAIVED)))
    assert list(answer) == [
        *("format", "tool", "version", "command", "on", "as_known_on", "commit"),
        *("level", "failed", "counts", "summary", "findings"),
    ]
    assert answer["failed"] is True
    assert answer["summary"] == {"breach": 0, "concern": 1, "query": 0, "advice": 0, "waived": 1, "answered": 0}
    assert answer["findings"][1] == {
        "rule": "insurance-lapses-during-placement",
        "severity": "concern",
        "message": "The employers' liability ends on 2026-12-01.",
        "path": "providers/north-star.yaml",
        "line": 40,
        "column": 5,
        "clauses": ["QF-24"],
        "basis": "QF-24",
        "remedy": "Ask for the renewal.",
        "related": [],
        "waived_by": "",
        "reason": "",
    }


def test_json_lists_related_places() -> None:
    (finding,) = json.loads(FORMATS["json"](of(BREACH)))["findings"]
    assert finding["related"] == [
        {"path": "placements/PL-7K3QX.yaml", "line": 4, "column": 3},
        {"path": "placements/PL-9F4TC.yaml", "line": 0, "column": 0},
    ]


@given(ANY_FINDINGS)
def test_json_loads_to_what_was_found(findings: Findings) -> None:
    read = json.loads(FORMATS["json"](findings))["findings"]
    assert [list(finding) for finding in read] == [FIELDS] * len(findings.findings)
    assert [_finding(finding) for finding in read] == [_with_ground(finding) for finding in findings.findings]


def _with_ground(finding: Finding) -> Finding:
    """Answer a finding as programs get it: what rests on clauses alone has these for its basis, as in the text."""
    return replace(finding, basis=finding.basis or ", ".join(finding.clauses))


def _finding(read: dict[str, Any]) -> Finding:
    place = Place(read.pop("path"), read.pop("line"), read.pop("column"))
    read |= {"clauses": tuple(read["clauses"]), "related": tuple(Place(**each) for each in read["related"])}
    return Finding(place=place, **read)


def test_csv_holds_one_row_a_finding() -> None:
    assert FORMATS["csv"](of(CONCERN, WAIVED)) == (
        "on,rule,severity,message,path,line,column,clauses,basis,remedy,related,waived_by,reason\n"
        "2026-11-03,unusual-postcode,query,BA99 is unusual.,providers/cafe.yaml,7,13,,,"
        '"Amend it, or record a reason.",,postcode-cafe,\n'
        "2026-11-03,insurance-lapses-during-placement,concern,The employers' liability ends on 2026-12-01.,"
        "providers/north-star.yaml,40,5,QF-24,QF-24,Ask for the renewal.,,,\n"
    )


def test_what_a_recorded_reason_answers_is_shown_in_every_form_and_fails_no_run() -> None:
    answered = of(CONCERN.answered("the pony (officer, 8 October 2026)"))
    assert not answered.fails(answered.findings[0])
    for form in ("text", "json", "csv", "markdown", "github", "sarif", "junit"):
        assert "the pony" in FORMATS[form](answered), form
    assert "; 1 answered." in FORMATS["text"](answered)
    assert "## 1 answered" in FORMATS["markdown"](answered)
    assert "::notice " in FORMATS["github"](answered)
    assert "<failure" not in FORMATS["junit"](answered)


def test_csv_leaves_the_day_empty_where_the_question_has_none() -> None:
    dayless = replace(of(CONCERN), header=replace(SAMPLE.header, on=None))
    (row,) = csv.DictReader(io.StringIO(FORMATS["csv"](dayless)))
    assert (row["on"], row["rule"]) == ("", "insurance-lapses-during-placement")


@given(ANY_FINDINGS)
def test_csv_reads_back_with_the_same_columns(findings: Findings) -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](findings), newline="")))
    assert [list(row) for row in rows] == [["on", *FIELDS]] * len(findings.findings)
    assert {row["on"] for row in rows} <= {"2026-11-03"}
    assert [row["message"].removeprefix("'") for row in rows] == [
        finding.message.removeprefix("'") for finding in findings.findings
    ]


def test_markdown_has_a_table_for_each_severity_and_one_for_the_waived() -> None:
    written = FORMATS["markdown"](SAMPLE)
    assert [line for line in written.split("\n") if line.startswith("#")] == [
        "# Findings",
        "## 1 breach",
        "## 1 concern",
        "## 1 query",
        "## 1 waived",
    ]


def test_markdown_links_to_the_line_and_escapes_record_text() -> None:
    assert (
        FORMATS["markdown"](of(QUERY, replace(BREACH, message="<b> @head"), WAIVED))
        == """\
# Findings

1 breach, 1 query in 241 files on 2026-11-03; 1 waived.

## 1 breach

| Where | Severity | Rule | What | Remedy | Basis |
| --- | --- | --- | --- | --- | --- |
| [providers/north-star.yaml:12:3](records/providers/north-star.yaml#L12) | breach | unregistered-full-time-provision \
| &lt;b&gt; @<!-- -->head<br>See also [placements/PL-7K3QX.yaml:4:3](records/placements/PL-7K3QX.yaml#L4), \
[placements/PL-9F4TC.yaml](records/placements/PL-9F4TC.yaml) \
| Reduce the hours, move the pupils, or have the provider apply to register. \
| Education Act 1996 s.463; Education and Skills Act 2008 s.96 (QF-10, QF-11) |

## 1 query

| Where | Severity | Rule | What | Remedy | Basis |
| --- | --- | --- | --- | --- | --- |
| [providers/a b.yaml](records/providers/a%20b.yaml) | query | unusual-postcode \
| BA1 \\[bold\\]1AA\\[/bold\\] \\| is unusual. | Amend it, or record a reason. |  |

## 1 waived

| Where | Severity | Rule | What | Remedy | Basis |
| --- | --- | --- | --- | --- | --- |
| [providers/cafe.yaml:7:13](records/providers/cafe.yaml#L7) | query | unusual-postcode \
| BA99 is unusual.<br>Waived by postcode-cafe | Amend it, or record a reason. |  |
"""
    )


def test_markdown_of_nothing_is_its_summary() -> None:
    assert FORMATS["markdown"](NOTHING) == "# Findings\n\nNo findings in 241 files on 2026-11-03.\n"


def test_github_gets_the_worst_first_and_plain_lines_for_the_log() -> None:
    assert FORMATS["github"](of(CONCERN, QUERY, WAIVED, replace(BREACH, related=(), remedy="100%", basis=""))) == (
        "::error file=records/providers/north-star.yaml,line=12,col=3,"
        "title=breach unregistered-full-time-provision::North Star gives 19 hours a week to PL-7K3QX, who has an EHC "
        "plan; it appears to meet the definition of a school.%0ARemedy: 100%25%0ABasis: QF-10, QF-11\n"
        "::warning file=records/providers/north-star.yaml,line=40,col=5,"
        "title=concern insurance-lapses-during-placement::The employers' liability ends on 2026-12-01."
        "%0ARemedy: Ask for the renewal.%0ABasis: QF-24\n"
        "::notice file=records/providers/a b.yaml,line=1,title=query unusual-postcode::"
        "BA1 [bold]1AA[/bold] | is unusual.%0ARemedy: Amend it, or record a reason.\n"
        "::notice file=records/providers/cafe.yaml,line=7,col=13,title=query unusual-postcode::"
        "BA99 is unusual.%0ARemedy: Amend it, or record a reason.%0AWaived by: postcode-cafe\n"
        "records/providers/north-star.yaml:12:3  breach  unregistered-full-time-provision\n"
        "records/providers/north-star.yaml:40:5  concern  insurance-lapses-during-placement\n"
        "records/providers/a b.yaml  query  unusual-postcode\n"
        "records/providers/cafe.yaml:7:13  query  unusual-postcode  waived by postcode-cafe\n"
        "1 breach, 1 concern, 1 query in 241 files on 2026-11-03; 1 waived.\n"
    )


def test_github_of_nothing_is_its_summary() -> None:
    assert FORMATS["github"](NOTHING) == "No findings in 241 files on 2026-11-03.\n"


@given(ANY_FINDING)
def test_github_reads_back_what_was_said(finding: Finding) -> None:
    command, *log = FORMATS["github"](of(finding)).removesuffix("\n").split("\n")
    found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", command, re.DOTALL)
    assert found
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    assert _unescaped(properties["file"]) == f"records/{finding.place.path}"
    assert _unescaped(properties["title"]) == f"{finding.severity} {finding.rule}"
    assert int(properties["line"]) >= 1
    assert _unescaped(found[3]).startswith(finding.message)
    assert len(log) == 2


def _unescaped(text: str) -> str:
    for character, code in ((",", "%2C"), (":", "%3A"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(code, character)
    return text


@pytest.mark.parametrize("path", ["::add-mask::x", ":::error::x", "  ::stop-commands::x", "a ##[add-mask]x", "###[x"])
def test_no_line_of_the_log_is_a_command(path: str) -> None:
    findings = replace(of(replace(QUERY, place=Place(path, 3, 1))), root="")
    log = FORMATS["github"](findings).split("\n")[1:]
    assert not [line for line in log if line.strip().startswith("::") or "##[" in line]
