"""How a rule is written: a function with a docstring that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.finding import Place, Severity
from apqa.records.kinds import PROVIDER
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.rule import Fault


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-20", "QF-21"),
    basis="QF-20",
    remedy="Write it down.",
    law=True,
)
def a_thing_left_undone(provider: Any, situation: Any) -> Iterator[Fault]:
    """A thing was left undone.

    It matters because
    somebody relies on it.

    And for another reason.
    """
    yield from ()


@rule(about=None, severity=Severity.ADVICE, clauses=(), basis="", remedy="")
def of_the_whole(situation: Any) -> Iterator[Fault]:
    """One sentence alone."""
    yield from ()


def test_a_rule_takes_its_name_from_the_function_and_its_words_from_the_docstring() -> None:
    found = a_thing_left_undone
    assert found.name == "a-thing-left-undone"
    assert found.title == "A thing was left undone."
    assert found.why == "It matters because somebody relies on it. And for another reason."


def test_a_rule_keeps_the_ground_it_stands_on() -> None:
    found = a_thing_left_undone
    assert (found.severity, found.clauses, found.basis) == (Severity.CONCERN, ("QF-20", "QF-21"), "QF-20")
    assert (found.remedy, found.law, found.about) == ("Write it down.", True, "provider")
    assert found.check is not None
    assert list(found.check(None, None)) == []


def test_a_rule_about_no_kind_is_asked_once_and_states_no_law_unless_it_says_so() -> None:
    assert (of_the_whole.about, of_the_whole.law) == ("", False)
    assert (of_the_whole.title, of_the_whole.why) == ("One sentence alone.", "")


def test_a_function_without_a_docstring_makes_a_rule_without_words() -> None:
    def nameless(situation: Any) -> Iterator[Fault]:
        yield from ()

    found = rule(about=None, severity=Severity.ADVICE, clauses=(), basis="", remedy="")(nameless)
    assert (found.name, found.title, found.why) == ("nameless", "", "")


def test_a_message_is_one_line_whatever_it_repeats() -> None:
    found = a_thing_left_undone.finding("left undone:\n\n  one\r\n  two\n", Place("providers/north-star.yaml"))
    assert found.message == "left undone: one two"
