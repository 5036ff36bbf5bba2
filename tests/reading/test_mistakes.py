"""What a model refuses, in plain words and with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError, model_validator

from apqa.reading.mistakes import mistakes
from apqa.reading.placed import placed
from apqa.records.action import Action  # noqa: TC001  pydantic reads it when the class is made
from apqa.records.authority import Authority
from apqa.records.base import Part
from apqa.records.placement import Placement
from apqa.records.provider import Provider
from apqa.records.visit import Visit

if TYPE_CHECKING:
    from apqa.reading.trouble import Trouble

PROVIDER = """\
name: North Star
identity: {legal_form: cic}
sites:
  - {key: barn, name: The Barn, use: teaching, starts: 2020-09-01}
offer:
  purpose: A way back.
  ages: {youngest: 11, oldest: 16}
  places: 12
  week: {days: [mon, tue], hours_with_breaks: 12}
"""


def refused(model: type[Part], text: str, **more: str) -> list[Trouble]:
    spots = placed(text)
    assert spots.data is not None
    with pytest.raises(ValidationError) as error:
        model.model_validate({**spots.data, **more})
    return list(mistakes(error.value, model, spots))


def provider(text: str) -> list[str]:
    """Answer what is wrong with a provider, as `line:column rule message`."""
    found = refused(Provider, text, id="north-star")
    return [f"{each.line}:{each.column} {each.rule} {each.message}" for each in found]


def changed(old: str, new: str) -> list[str]:
    assert PROVIDER.count(old) == 1
    return provider(PROVIDER.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            "places: 12",
            "plaecs: 12",
            [
                "5:1 missing-key offer: 'places' is missing",
                "8:3 unknown-key offer: 'plaecs' is not a key that belongs here: did you mean 'places'?",
            ],
            id="a-misspelt-key",
        ),
        pytest.param(
            "name: North Star",
            "zzz: North Star",
            ["1:1 missing-key 'name' is missing", "1:1 unknown-key 'zzz' is not a key that belongs here"],
            id="a-key-at-the-top",
        ),
        pytest.param(
            "legal_form: cic",
            "legal_form: cic, id: 7",
            ["2:29 unknown-key identity: the id of a record is its file's name: take this line out"],
            id="an-id-inside",
        ),
        pytest.param(
            "{youngest: 11, oldest: 16}",
            "{youngest: 11, oldest: 16, middle: 14}",
            ["7:36 unknown-key offer, ages: 'middle' is not a key that belongs here: it is one of youngest, oldest"],
            id="a-key-among-few",
        ),
        pytest.param(
            "use: teaching",
            "use: Teaching",
            [
                (
                    "4:38 unknown-word sites, entry 1, use: 'Teaching' is not one of the words for this: did you mean "
                    "'teaching'?"
                )
            ],
            id="a-capital",
        ),
        pytest.param(
            "legal_form: cic",
            "legal_form: gmbh",
            [
                (
                    "2:24 unknown-word identity, legal_form: 'gmbh' is not one of the words for this: it is one of "
                    "sole_trader, partnership, llp, company, cic, charity, cio, public_body, academy_trust, other"
                )
            ],
            id="a-word-like-none",
        ),
        pytest.param(
            "days: [mon, tue]",
            "days: [mon, tuesday]",
            [
                (
                    "9:22 unknown-word offer, week, days, entry 2: 'tuesday' is not one of the words for this: did you "
                    "mean 'tue'? It is one of mon, tue, wed, thu, fri, sat, sun"
                )
            ],
            id="a-word-in-a-list",
        ),
        pytest.param(
            "identity: {legal_form: cic}",
            "identity: cic",
            [
                "2:11 wrong-type identity: keys with values belong here (lines such as `name: value`), not 'cic'",
            ],
            id="text-for-a-group",
        ),
        pytest.param(
            "days: [mon, tue]",
            "days: mon",
            ["9:16 wrong-type offer, week, days: a list belongs here (lines that start with `- `), not 'mon'"],
            id="text-for-a-list",
        ),
        pytest.param(
            "days: [mon, tue]",
            "days: {mon: yes}",
            [
                (
                    "9:16 wrong-type offer, week, days: a list belongs here (lines that start with `- `), not a group "
                    "of keys"
                )
            ],
            id="a-group-for-a-list",
        ),
        pytest.param(
            "purpose: A way back.",
            "purpose: [A way back]",
            ["6:12 wrong-type offer, purpose: text belongs here, not a list"],
            id="a-list-for-text",
        ),
        pytest.param(
            "purpose: A way back.",
            'purpose: ""',
            ["6:12 missing-key offer, purpose: nothing stands here: write it"],
            id="nothing-for-text-that-is-needed",
        ),
        pytest.param(
            "purpose: A way back.",
            'purpose: A way back.\n  no_qualifications_reason: ""',
            ["7:29 missing-key offer, no_qualifications_reason: nothing stands here: write it, or take the line out"],
            id="nothing-for-text-that-is-not-needed",
        ),
        pytest.param(
            "purpose: A way back.",
            f"purpose: {'x' * 5001}",
            ["6:12 out-of-range offer, purpose: this text is longer than 5,000 characters"],
            id="too-much-text",
        ),
        pytest.param(
            "places: 12",
            "places: -3",
            ["8:11 out-of-range offer, places: '-3' is below nought: write a whole number such as 12"],
            id="a-number-below-nought",
        ),
        pytest.param(
            "starts: 2020-09-01",
            "starts: 2020-02-30",
            ["4:56 impossible-date sites, entry 1, starts: there is no 2020-02-30: February 2020 has 29 days"],
            id="an-impossible-day",
        ),
        pytest.param(
            "{youngest: 11, oldest: 16}",
            "{youngest: 16, oldest: 11}",
            ["7:32 contradiction offer, ages, oldest: the oldest age, 11, is below the youngest, 16"],
            id="a-contradiction",
        ),
        pytest.param(
            "days: [mon, tue]",
            "days: [mon, tue, mon]",
            ["9:16 contradiction offer, week, days: mon stands twice: keep it once"],
            id="a-day-twice",
        ),
        pytest.param(
            "days: [mon, tue]",
            "days: [mon, tues]",
            [
                (
                    "9:22 unknown-word offer, week, days, entry 2: 'tues' is not one of the words for this: did you "
                    "mean 'tue'?"
                )
            ],
            id="no-word-in-a-list-that-has-each-once",
        ),
        pytest.param(
            "hours_with_breaks: 12}",
            "hours_with_breaks: 12, weeks_a_year: 54}",
            ["9:65 out-of-range offer, week, weeks_a_year: a year has no more than 53 weeks, not 54"],
            id="too-many-weeks",
        ),
        pytest.param(
            "legal_form: cic",
            "legal_form: cic, urn: 123456",
            ['2:34 unquoted-identifier identity, urn: put quotes around it: "123456"'],
            id="a-number-without-quotes",
        ),
        pytest.param(
            "legal_form: cic",
            "legal_form: cic, company_number: SC123456",
            ['2:45 unquoted-identifier identity, company_number: put quotes around it: "SC123456"'],
            id="a-number-that-no-program-bends-without-quotes",
        ),
        pytest.param(
            "legal_form: cic",
            "legal_form: cic, company_number: S123456",
            [
                (
                    "2:45 bad-identifier identity, company_number: 'S123456' is not a Companies House number (eight "
                    "digits, or two letters such as SC, NI or CE and six)"
                )
            ],
            id="what-is-no-number-without-quotes",
        ),
        pytest.param(
            "legal_form: cic",
            'legal_form: cic, company_number: "7739831"',
            [
                (
                    "2:45 lost-leading-zeros identity, company_number: '7739831' has lost its leading noughts: is it "
                    '"07739831"?'
                )
            ],
            id="lost-noughts",
        ),
    ],
)
def test_each_mistake_is_said_with_its_place(old: str, new: str, said: list[str]) -> None:
    assert changed(old, new) == said


def test_an_edition_that_is_a_key_is_quoted_too() -> None:
    newer = "{in_force_from: 2027-09-01, reason: it came out}"
    text = f'name: Westmarch\npolicy:\n  editions: {{kcsie: {{2027: {newer}, "2028": {newer}}}}}\n'
    (said,) = refused(Authority, text, id="authority")
    assert (said.rule, said.line, said.column) == ("unquoted-identifier", 3, 22)
    assert said.message == 'policy, editions, kcsie, 2027: put quotes around it: "2027"'


def test_a_missing_group_is_said_where_its_parent_stands() -> None:
    assert provider("name: North Star\nidentity: {legal_form: cic}\nsites: []\n") == [
        "1:1 missing-key 'offer' is missing"
    ]


def test_a_missing_key_of_a_list_entry_is_said_at_the_entry() -> None:
    assert changed(", starts: 2020-09-01", "") == ["4:5 missing-key sites, entry 1: 'starts' is missing"]


def test_a_key_without_value_is_said_where_it_stands() -> None:
    assert changed("places: 12", "places:") == [
        "8:3 wrong-type offer: nothing stands behind 'places': write its value there"
    ]


def test_everything_is_said_at_once() -> None:
    text = PROVIDER.replace("places: 12", "places: many").replace("use: teaching", "use: tea")
    assert [line.split()[1] for line in provider(text.replace("name: North Star\n", ""))] == [
        "missing-key",
        "unknown-word",
        "wrong-type",
    ]


class TestKeysThatAreNames:
    """Groups whose keys are names: policies, cycles, minimum cover."""

    def test_are_refused_where_they_stand(self) -> None:
        text = PROVIDER + "policies:\n  Anti-Bullying: {reviewed_on: 2026-07-01}\n"
        assert provider(text) == [
            (
                "11:3 bad-identifier policies, Anti-Bullying: 'Anti-Bullying' is not a short name (small letters, "
                "digits and single underscores)"
            )
        ]

    def test_that_must_be_one_of_some_words_have_them_named(self) -> None:
        cover = "    public_liabilty: {pounds: 5, reason: r}\n    fire: {pounds: 1, reason: r}\n"
        text = f"name: W\npolicy:\n  minimum_cover:\n{cover}"
        found = refused(Authority, text, id="authority")
        assert [(each.line, each.column, each.rule) for each in found] == [
            (4, 5, "unknown-word"),
            (5, 5, "unknown-word"),
        ]
        assert found[0].message.endswith(
            "'public_liabilty' is not one of the words for this: did you mean 'public_liability'?"
        )
        assert found[1].message.endswith(
            "it is one of public_liability, professional_indemnity, employers_liability, motor, abuse, trips, other"
        )

    def test_are_followed_into_their_values(self) -> None:
        text = PROVIDER + "policies:\n  medication:\n    reviewed: 2026-07-01\n"
        (said,) = provider(text)
        assert said.startswith(
            "12:5 unknown-key policies, medication: 'reviewed' is not a key that belongs here: did you mean 'review"
        )

    def test_may_be_called_what_they_like_without_harm(self) -> None:
        assert provider(PROVIDER + '"[key]": 1\n') == ["10:1 unknown-key '[key]' is not a key that belongs here"]
        (said,) = provider(PROVIDER + 'policies:\n  "[key]": {}\n')
        assert said.startswith("11:3 bad-identifier policies, [key]: '[key]' is not a short name")


def test_a_long_key_is_cut() -> None:
    key = "k" * 70
    (said,) = provider(f"{PROVIDER}{key}: 1\n")
    assert said == f"10:1 unknown-key '{'k' * 60}…' is not a key that belongs here"


def test_a_group_that_is_no_group_at_all_is_said_to_be_nothing() -> None:
    found = refused(Authority, "name: W\npolicy: {cycles: yearly}\n", id="authority")
    assert [each.message for each in found] == [
        "policy, cycles: keys with values belong here (lines such as `name: value`), not 'yearly'"
    ]
    (nothing,) = refused(Authority, "name: W\nroles: [~]\n", id="authority")
    assert nothing.message == "roles: keys with values belong here (lines such as `name: value`), not a list"
    entry = refused(Provider, PROVIDER.replace("sites:\n", "sites:\n  - ~\n"), id="north-star")
    assert [each.message for each in entry] == [
        "sites, entry 1: keys with values belong here (lines such as `name: value`), not nothing"
    ]


def test_a_refusal_nobody_foresaw_is_still_said() -> None:
    class Odd(Part):
        number: Any

        @model_validator(mode="after")
        def _falls_over(self) -> Odd:
            raise ValueError

    (found,) = refused(Odd, "number: 7\n")
    assert (found.rule, found.message, found.line) == ("wrong-type", "'{'number': '7'}' is not what belongs here", 1)


class Unforeseen(Part):
    """A type no record has: neither list nor group nor part."""

    number: int
    either: int | Action


def test_of_types_no_record_has_nothing_is_suggested() -> None:
    found = refused(Unforeseen, "number: x\neither: {key: a, whta: b}\n")
    assert {each.rule for each in found} <= {"wrong-type", "missing-key", "unknown-key"}
    assert "did you mean" not in found[0].message


@pytest.mark.parametrize(
    ("model", "record_id"),
    [(Provider, "north-star"), (Placement, "PL-00001"), (Visit, "2026-03-12-north-star"), (Authority, "authority")],
)
@given(data=st.data())
def test_nothing_that_stands_in_a_record_makes_it_fall_over(
    model: type[Part], record_id: str, data: st.DataObject
) -> None:
    names = st.sampled_from([*model.model_fields, "[key]", "id", "names", "0"])
    plain = st.text("ab01-:", max_size=6)
    values = st.recursive(
        plain, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(names, inner, max_size=2), max_leaves=6
    )
    given_data = data.draw(st.dictionaries(names, values, max_size=5))
    spots = placed("{}\n")
    try:
        model.model_validate({**given_data, "id": record_id})
    except ValidationError as error:
        for each in mistakes(error, model, spots):
            assert each.message
