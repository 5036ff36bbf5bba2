"""Who teaches a pupil the core subjects, over all provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.core_subjects import CoreTeaching, core_teaching, in_a_row, subject_words
from apqa.vocabulary.provider import CoreSubject, Taught
from tests.builders import ON, a_package, a_placement, a_provider, an_offer, core_subjects, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

ENGLISH, MATHEMATICS, SCIENCE, TECHNOLOGY = CoreSubject
ALL = [each.value for each in CoreSubject]


def a_teaching_provider(provider_id: str = "north-star", **taught: Any) -> Record:
    """Make a provider that teaches every core subject but where the test says otherwise."""
    name = provider_id.replace("-", " ").title()
    return a_provider(provider_id, name=name, offer=an_offer(core_subjects=core_subjects(**taught)))


def teaching(*records: Record) -> CoreTeaching:
    return core_teaching("P-00001", situation(ON, *records))


@pytest.mark.parametrize("word", [Taught.ELSEWHERE, Taught.NOT_TAUGHT])
@pytest.mark.parametrize(
    ("rest", "missing"),
    [
        pytest.param(["science"], (), id="taught-there"),
        pytest.param(ALL, (), id="taught-there-with-others"),
        pytest.param(["english"], (SCIENCE,), id="others-taught-there"),
        pytest.param([], (SCIENCE,), id="none-taught-there"),
        pytest.param(None, (SCIENCE,), id="not-recorded"),
    ],
)
def test_what_a_provider_does_not_teach_must_be_taught_in_the_rest_of_the_week(
    word: Taught, rest: list[str] | None, missing: tuple[CoreSubject, ...]
) -> None:
    found = teaching(a_teaching_provider(science=word.value), a_placement(package=a_package(core_subjects=rest)))
    assert (found.missing, found.is_open) == (missing, bool(missing))


def test_what_is_taught_here_needs_no_rest_of_the_week() -> None:
    found = teaching(a_teaching_provider(), a_placement(package=None))
    assert (found.missing, found.is_open, found.elsewhere) == ((), False, None)


@pytest.mark.parametrize(
    ("package", "says"),
    [
        pytest.param(None, "where else the pupil is taught it is not recorded", id="no-package"),
        pytest.param(a_package(), "where else the pupil is taught it is not recorded", id="no-subjects"),
        pytest.param({"elsewhere": []}, "by the records nobody else in the pupil's week does", id="nothing-elsewhere"),
        pytest.param(
            a_package(core_subjects=["english"]),
            "by the records nobody else in the pupil's week does",
            id="other-subjects",
        ),
        pytest.param(
            a_package(ends="2026-11-02", core_subjects=["science"]),
            "by the records nobody else in the pupil's week does",
            id="over-the-day-before",
        ),
    ],
)
def test_not_recorded_is_not_the_same_as_not_taught(package: Any, says: str) -> None:
    found = teaching(a_teaching_provider(science="elsewhere"), a_placement(package=package))
    assert found.says == f"North Star does not teach science, and {says}"


def test_a_part_of_the_week_counts_to_its_last_day() -> None:
    package = a_package(ends="2026-11-03", core_subjects=["science"])
    assert not teaching(a_teaching_provider(science="elsewhere"), a_placement(package=package)).is_open


class TestTwoPlacements:
    """What one provider does not teach, another may."""

    HERE = a_placement(1)
    THERE = a_placement(2, pupil="P-00001", provider="other-side", starts="2026-10-05", package=None)

    def test_together_teach_what_either_does(self) -> None:
        providers = (a_teaching_provider(science="elsewhere"), a_teaching_provider("other-side", english="elsewhere"))
        found = teaching(*providers, self.HERE, self.THERE)
        assert not found.is_open
        assert found.shared == (
            "North Star: English, mathematics and information technology; "
            "Other Side: mathematics, science and information technology"
        )

    def test_are_both_named_where_neither_does(self) -> None:
        providers = [a_teaching_provider(each, science="not_taught") for each in ("north-star", "other-side")]
        assert teaching(*providers, self.HERE, self.THERE).says == (
            "North Star and Other Side do not teach science, and where else the pupil is taught it is not recorded"
        )

    def test_with_one_provider_name_it_once(self) -> None:
        there = a_placement(2, pupil="P-00001")
        found = teaching(a_teaching_provider(science="elsewhere", english="elsewhere"), self.HERE, there)
        assert found.says == (
            "North Star does not teach English or science, and where else the pupil is taught them is not recorded"
        )

    @pytest.mark.parametrize(
        "other",
        [
            pytest.param([a_provider("other-side", name="Other Side")], id="not-asked"),
            pytest.param([], id="not-in-the-records"),
        ],
    )
    def test_are_not_known_to_teach_it_nowhere_where_one_was_not_asked(self, other: list[Record]) -> None:
        here = a_placement(1, package={"elsewhere": []})
        found = teaching(a_teaching_provider(science="elsewhere"), *other, here, self.THERE)
        assert found.says == "North Star does not teach science, and where else the pupil is taught it is not recorded"

    @pytest.mark.parametrize(
        ("package", "kept_by"),
        [
            pytest.param(None, "PL-00001", id="the-only-one-that-records-it"),
            pytest.param(a_package(), "PL-00002", id="the-later-one"),
        ],
    )
    def test_have_one_record_that_keeps_the_rest_of_the_week(self, package: Any, kept_by: str) -> None:
        there = a_placement(2, pupil="P-00001", provider="other-side", starts="2026-10-05", package=package)
        assert teaching(a_teaching_provider(), self.HERE, there).kept_by == kept_by

    def test_of_which_none_records_it_leave_it_to_the_first(self) -> None:
        assert teaching(a_teaching_provider(), a_placement(1, package=None), self.THERE).kept_by == "PL-00001"


def test_a_provider_that_was_not_asked_is_accused_of_nothing() -> None:
    found = teaching(a_provider(), a_placement())
    assert (found.missing, found.not_taught_by, found.is_open) == (tuple(CoreSubject), (), False)


def test_a_pupil_without_live_placements_is_taught_nowhere_here() -> None:
    found = teaching(a_teaching_provider(), a_placement(end={"on": "2026-11-02", "reason": "as_planned"}))
    assert (found.providers, found.elsewhere, found.kept_by, found.is_open) == ((), None, "", False)


def test_whoever_has_no_name_is_called_by_what_it_is() -> None:
    package = a_package(kind="home_tuition", core_subjects=["english"])
    assert teaching(a_teaching_provider(english="elsewhere"), a_placement(package=package)).shared.endswith(
        "; home tuition: English"
    )


@pytest.mark.parametrize(
    ("subjects", "words"),
    [
        pytest.param([SCIENCE], "science", id="one"),
        pytest.param([TECHNOLOGY, ENGLISH], "English and information technology", id="two"),
        pytest.param(CoreSubject, "English, mathematics, science and information technology", id="all"),
    ],
)
def test_subjects_are_written_in_the_frameworks_order(subjects: list[CoreSubject], words: str) -> None:
    assert subject_words(subjects) == words


def test_words_in_a_row_end_with_the_word_that_joins_them() -> None:
    assert in_a_row(["one", "two", "three"], "or") == "one, two or three"


SUBJECTS = st.sets(st.sampled_from(CoreSubject))


@given(here=SUBJECTS, rest=st.none() | SUBJECTS, more=st.sampled_from(CoreSubject))
def test_another_subject_on_record_never_opens_a_question(
    here: set[CoreSubject], rest: set[CoreSubject] | None, more: CoreSubject
) -> None:
    def missing(subjects: set[CoreSubject] | None) -> set[CoreSubject]:
        taught = {each.value: "here" if each in here else "elsewhere" for each in CoreSubject}
        part = None if subjects is None else sorted(subjects)
        provider = a_provider(offer=an_offer(core_subjects=taught))
        return set(teaching(provider, a_placement(package=a_package(core_subjects=part))).missing)

    assert missing(rest) == set(CoreSubject) - here - (rest or set())
    assert missing({*(rest or ()), more}) == missing(rest) - {more}
