"""The catalogue of what the reader finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from apqa.finding import Place, Severity
from apqa.reading.faults import READING_RULES, rule

if TYPE_CHECKING:
    from apqa.rule import Rule

each_rule = pytest.mark.parametrize("one", READING_RULES, ids=lambda one: one.name)

NAMES = """
    not-utf-8 utf-16-file control-character hidden-direction-character tab-character yaml-syntax duplicate-key yaml-tag
    yaml-alias merge-key several-documents empty-file not-a-mapping nested-too-deep file-too-large link-leaves-folder
    not-a-regular-file unreadable-file bad-file-name clashing-file-name reserved-file-name yml-file stray-file
    unresolved-merge unknown-key missing-key wrong-type impossible-date bent-date out-of-range lost-leading-zeros
    unquoted-identifier unknown-word bad-identifier contradiction
"""


def test_every_fault_is_in_the_catalogue_once() -> None:
    names = [one.name for one in READING_RULES]
    assert sorted(names) == sorted(NAMES.split())


@each_rule
def test_a_rule_is_found_by_its_name(one: Rule) -> None:
    assert rule(one.name) is one


@each_rule
def test_a_name_can_be_read_after_allow(one: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", one.name)


@each_rule
def test_title_reason_and_remedy_are_sentences(one: Rule) -> None:
    for sentence in (one.title, one.why, one.remedy):
        assert re.fullmatch(r"[A-Z0-9].*[.:]", sentence)


@each_rule
def test_a_file_that_cannot_be_trusted_breaks_the_audit_trail(one: Rule) -> None:
    assert one.severity is Severity.BREACH
    assert one.clauses == ("QF-90",)
    assert one.check is None


@each_rule
def test_what_is_said_avoids_the_words_of_programmers(one: Rule) -> None:
    said = f"{one.title} {one.why} {one.remedy}".lower()
    jargon = ("scalar", "mapping", "token", "parser", "node", "syntax", "indent", "string", "boolean", "unicode")
    assert [word for word in jargon if word in said] == []


def test_a_finding_carries_the_remedy() -> None:
    finding = rule("yml-file").finding("The name ends in .yml.", Place("a.yml"))
    assert finding.remedy == "Rename to .yaml."
