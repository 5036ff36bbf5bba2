"""Names at their edges: words that are names too, parents, registers, small letters; and birds, animals and bodies."""

from __future__ import annotations

from datetime import date

import pytest

from apqa.questions.identifying.looking import Looking
from apqa.questions.identifying.signs import signs
from apqa.vocabulary.identifying import SignKind

NOTE = Looking(date(2026, 11, 12))


def found(text: str, kind: SignKind = SignKind.NAME) -> list[str]:
    return [sign.words for sign in signs(text, NOTE) if sign.kind is kind]


def kinds(text: str) -> list[str]:
    return [sign.kind.value for sign in signs(text, NOTE)]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Will has done well.", "Will"),
        ("Will mostly finished first.", "Will"),
        ("Grace still goes at ten.", "Grace"),
        ("May did not want the goats.", "May"),
        ("The tutor asked May to sweep the yard.", "May"),
        ("Robin says that the lathe is loud.", "Robin"),
        ("Skye was late again.", "Skye"),
        ("They meet whenever Rowan is there.", "Rowan"),
        ("Hazel planted seeds and told us why.", ""),
        ("Hazel told us about the seeds.", "Hazel"),
        ("Jasmine has watered the seedlings.", "Jasmine"),
    ],
)
def test_a_word_that_is_a_name_too_is_one_where_a_person_does_it(said: str, name: str) -> None:
    assert found(said) == ([name] if name else [])


@pytest.mark.parametrize(
    "said",
    [
        "Will proceed in spring.",
        "Will need a new guard.",
        "May went well.",
        "An entry of 6 May says that the gate was shut.",
        "Kent asked for the registers.",
        "Grant refused by the lottery.",
        "Grace period of a month.",
        "In May told dates were kept.",
        "The Schools Bill was raised.",
        "Robin and Martin are on the bird chart.",
        "We came via Kirk Shirley.",
        "We were at Jack & Rose Motors.",
        "Rosie, a mare, is calm.",
        "Ponies in work: Bella and Mr Tumnus. Bella bit the vet.",
        "Sheep, Mr Moss and Lady Fern. Fern was calm.",
    ],
)
def test_birds_bodies_months_and_animals_are_none(said: str) -> None:
    assert found(said) == []


def test_who_stands_at_a_lathe_is_no_lathe() -> None:
    assert found("Kieran Oldacre was on the lathe.") == ["Kieran Oldacre"]
    assert found("Kieran is our oldest lathe.") == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("- OLDACRE, Jake - brakes", "OLDACRE, Jake"),
        ("- McAVOY, Poppy-Mae - brakes", "McAVOY, Poppy-Mae"),
        ("- OLDACRE, Grace - brakes", "OLDACRE, Grace"),
        ("the talk with jayden was good", "jayden"),
        ("then jayden was calm", "jayden"),
        ("jayden told us so", "jayden"),
        ("The lad everyone calls 'Spud' sweeps.", "Spud"),
        ("One pupil goes by 'Tank' here.", "Tank"),
        ("They call him 'Tank' here.", "Tank"),
    ],
)
def test_names_of_registers_in_small_letters_and_nicknames_are_found(said: str, name: str) -> None:
    assert name in found(said)


@pytest.mark.parametrize(
    "said",
    [
        "TOOLS, Mending",
        "AMBER, May",
        "the trolley jack was checked",
        "Pupils call the unit 'Steps'.",
        "May-June is busy.",
    ],
)
def test_other_capitals_and_small_words_are_none(said: str) -> None:
    assert found(said) == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Mrs Oldacre says her son is warmer.", "Mrs Oldacre"),
        ("Mr and Mrs Oldacre's daughter is well.", "Mr and Mrs Oldacre"),
        ("Ms Oldacre, the mother, came.", "Ms Oldacre"),
        ("A carer, Mr Oldacre, rang.", "Mr Oldacre"),
        ("Her brother Qadir came too.", "Qadir"),
        ("We rang mum, Zbyslawa, at noon.", "Zbyslawa"),
    ],
)
def test_a_parents_and_a_relations_name_is_found(said: str, name: str) -> None:
    assert found(said) == [name]


@pytest.mark.parametrize(
    "said",
    [
        "Mrs Oldacre, the head, says her son rides.",
        "The head, Mrs Oldacre, rang.",
        "Mrs Oldacre came.",
        "Mr Oldacre, parent governor, came.",
        "Mr Oldacre renewed his child protection training.",
        "Two Brother machines are there.",
    ],
)
def test_other_adults_names_are_none(said: str) -> None:
    assert found(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "TB refused to go.",
        "AMcD - 3 exclusions since January",
        "LW: sent home twice",
        "KB's mum rang.",
        "We spoke to KB.",
        "LW moved back and was remanded.",
    ],
)
def test_letters_for_a_pupil_are_found(said: str) -> None:
    assert "initials" in kinds(said)


@pytest.mark.parametrize(
    "said",
    [
        "TB was found in two hurt cows.",
        "KLM: sent home twice",
        "Of KB - sent home",
        "LW moved the hens.",
        "KB; sent home",
    ],
)
def test_letters_for_a_thing_or_with_nothing_told_of_them_are_none(said: str) -> None:
    assert "initials" not in kinds(said)


@pytest.mark.parametrize(
    "said",
    [
        "Our wheelchair user is pushed up the ramp.",
        "The only female in the group left early.",
        "Our one young carer, of course.",
        "The 15yo was late.",
        "A 15 year old boy was restrained.",
    ],
)
def test_a_trait_makes_a_class_of_one(said: str) -> None:
    assert kinds(said) == ["class_of_one"]


@pytest.mark.parametrize(
    "said",
    [
        "Our wheelchair users are pushed up the ramp.",
        "Our vegan menu is liked.",
        "The only female staff toilet is shut.",
        "A scenario: a girl was hit, what do you do?",
    ],
)
def test_several_things_and_made_up_cases_are_no_class_of_one(said: str) -> None:
    assert "class_of_one" not in kinds(said)


def test_he_goes_back_to_an_animal_where_nobody_else_is_spoken_of() -> None:
    assert kinds("We saw the big cob. He kicked a gate.") == []
    assert kinds("It ended badly. He threw a mallet at the window.") == ["pronoun"]
    assert kinds("One pupil rode the cob. He kicked a gate.") == ["pronoun"]


def test_numbers_and_addresses_beside_a_parent_are_found_in_any_order() -> None:
    assert kinds("On the board: 07700 900418 (mum).") == ["home_contact"]
    assert kinds("Staff rang home on 01632 960227.") == ["home_contact"]
