"""Signs in a text: each family at its edges, and what holds whatever a text says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.guidance.identifying import wording
from apqa.questions.identifying.looking import WIDELY, Looking
from apqa.questions.identifying.numbers import is_nhs_number
from apqa.questions.identifying.sign import Sign
from apqa.questions.identifying.signs import _apart, may_say_who, may_surely_say_who, signs
from apqa.questions.identifying.writing import evened, sentences
from apqa.records.identifiers import upn_letter
from apqa.vocabulary.identifying import SignKind

ON = date(2026, 11, 12)
NOTE = Looking(ON)
UPN = "R800400024001"
NHS = "7074833789"

PIECES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "Jake",
            "May",
            "he",
            "she was",
            "JB",
            "the only girl",
            "Deano told us",
            "T.W.",
            "with M.",
            "a pupil called",
            "born",
            "12/3/2011",
            UPN,
            NHS,
            "P-9F4TC",
            "\n\n",
            ". ",
            "restrained",
            "the head of provision",
            ", ",
            "'s mother",
            "31.02.2011",
            "the pony",
            "(Year 9)",
        ]
    ),
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join)


def kinds(text: str, looking: Looking = NOTE) -> list[str]:
    return [sign.kind.value for sign in signs(text, looking)]


def words(text: str, kind: SignKind, looking: Looking = NOTE) -> list[str]:
    return [sign.words for sign in signs(text, looking) if sign.kind is kind]


@pytest.mark.parametrize(
    "written", ["R800400024001", "r800400024001", "R800 4000 24001", "R-800-4000-24-001", "T20110001804V"]
)
def test_a_pupil_number_is_found_in_capitals_small_letters_and_groups(written: str) -> None:
    assert words(f"It says {written} there.", SignKind.UPN) == [written]


@pytest.mark.parametrize(
    "written",
    [
        f"X{UPN}",
        f"{UPN}7",
        "S800400024001",
        "R900400024001",
        "R 8 0 0 4 0 0 0 2 4 0 0 1",
        "R80040002400",
        "R8004000240012",
    ],
)
def test_what_only_looks_like_a_pupil_number_is_none(written: str) -> None:
    assert words(f"It says {written} there.", SignKind.UPN) == []


@given(st.text("0123456789", min_size=11, max_size=11), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUVWXYZ"), st.data())
def test_every_right_pupil_number_is_found_and_no_other_letter(rest: str, last: str, data: st.DataObject) -> None:
    number = upn_letter(rest + last) + rest + last
    assert words(f"see {number}, page 2", SignKind.UPN) == [number]
    other = data.draw(st.sampled_from("ABCDEFGHJKLMNPQRTUVWXYZ").filter(lambda letter: letter != number[0]))
    assert words(f"see {other}{number[1:]}, page 2", SignKind.UPN) == []


@given(st.sampled_from("467"), st.text("0123456789", min_size=8, max_size=8), st.integers(0, 9), st.integers(1, 9))
def test_an_nhs_number_is_found_and_with_one_digit_changed_is_not(first: str, rest: str, place: int, by: int) -> None:
    whole = next((first + rest + last for last in "0123456789" if is_nhs_number(first + rest + last)), None)
    if whole is None:
        return
    assert words(f"it is {whole} there", SignKind.NHS_NUMBER) == [whole]
    assert words(f"it is {whole[:3]} {whole[3:6]} {whole[6:]} there", SignKind.NHS_NUMBER)
    changed = whole[:place] + str((int(whole[place]) + by) % 10) + whole[place + 1 :]
    assert words(f"it is {changed} there", SignKind.NHS_NUMBER) == []


@pytest.mark.parametrize("before", ["call", "policy number", "+44 ", "Tel:", "certificate"])
def test_a_number_that_is_said_to_be_another_is_no_nhs_number(before: str) -> None:
    assert kinds(f"Please see {before} {NHS} for it.") == []
    assert kinds(f"The insurer, NHS {NHS}.") == ["nhs_number"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("See 999 123 4578 there.", True),
        ("See 9991234578 there.", True),
        ("A letter, ref 999-123-4578.", True),
        ("A letter, ref 9991234578.", False),
        ("Its NHS number is 0123456789.", True),
        ("See 012 345 6789 there.", False),
        ("See 2010000006 there.", False),
        ("See 201 000 0006 there.", False),
        ("See 201 000 0005 there.", True),
        ("See 2010000005 there.", False),
        ("Its NHS number is 2010000005.", True),
    ],
)
def test_other_nhs_numbers_are_found_where_they_are_written_or_called_so(said: str, found: bool) -> None:
    assert ("nhs_number" in kinds(said)) is found


@pytest.mark.parametrize(
    "written",
    [
        "DOB 12/3/2011",
        "born on 12 March 2011",
        "d.o.b.: 12.03.11",
        "date of birth 2011-03-12",
        "born 12th of March '11",
        "DOB 03/04/1980",
        "birthday is 2 May",
        "turned 14 on 9 November",
        "born March 12, 2011",
        "12/03/2011 (DOB)",
    ],
)
def test_a_day_that_is_said_to_be_one_of_birth_is_certain(written: str) -> None:
    [found] = [each for each in signs(f"The form: {written}", NOTE) if each.kind is SignKind.DATE_OF_BIRTH]
    assert found.certain


@pytest.mark.parametrize("written", ["12/03/2011", "12 March 2011", "12 Mar 11", "17.8.2014"])
def test_a_day_on_which_a_pupil_may_have_been_born_is_a_sign_where_nothing_says_otherwise(written: str) -> None:
    [found] = signs(f"On the wall: {written} beside a photograph.", NOTE)
    assert (found.kind, found.certain) == (SignKind.DATE_OF_BIRTH, False)
    assert signs(f"On the wall: {written} beside a photograph.", replace(NOTE, singly=False)) == ()
    assert signs(f"The policy of {written} was on the wall.", NOTE) == ()


@pytest.mark.parametrize("written", ["12/03/2026", "12 March 1999", "12 March", "31.02.2011", "12.3", "2026-13-41"])
def test_other_days_are_none(written: str) -> None:
    assert signs(f"On the wall: {written} beside a photograph.", NOTE) == ()


def test_the_ages_of_pupils_have_edges() -> None:
    for text, found in [
        ("12 November 2023", 1),
        ("13 November 2023", 0),
        ("13 November 2006", 1),
        ("12 November 2006", 0),
    ]:
        assert len(signs(f"Beside it: {text}", NOTE)) == found


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("A pupil called Zbyszek left.", "Zbyszek"),
        ("We met Jake Thompson there.", "Jake Thompson"),
        ("Amelia's foster carer rang.", "Amelia"),
        ("The mother of Qadir rang.", "Qadir"),
        ("It was Tyrell, a Year 9 pupil.", "Tyrell"),
        ("Chloë was early.", "Chloë"),
        ("Pupil Grace was early.", "Grace"),
        ("CONNOR WAS LATE", "CONNOR"),
        ("We heard that Will absconded.", "Will"),
        ("We heard Jake and Rose singing.", "Rose"),
        ("Rose and Jake sang.", "Rose"),
        ("Thorvald absconded.", "Thorvald"),
        ("so jake ran off", "jake"),
        ("Osman (Year 9) is in it.", "Osman"),
        ("It is for Kestrin (Year 9) alone.", "Kestrin"),
        ("A girl of the group, Mary, 14, was early.", "Mary"),
        ("Jake's behaviour is better.", "Jake"),
    ],
)
def test_a_name_is_found_by_what_stands_beside_it(said: str, name: str) -> None:
    assert name in words(said, SignKind.NAME)


@pytest.mark.parametrize(
    "said",
    [
        "Mrs Jake Oldacre was in.",
        "Dr Simon Wells was in.",
        "It is on George Street.",
        "Oliver's Mill is a listed building.",
        "May was busy.",
        "In May was the visit.",
        "Will they come?",
        "Harry Potter is read.",
        "Daisy, our oldest goat, is here. Daisy was calm.",
        "The ponies, Rosie and Jake, are calm. Rosie was calm.",
        "The instructor, Dave, was calm. Dave was calm.",
        "Karen Oldacre (proprietor) was calm.",
        "GRANT WAS MADE",
        "JAMES",
        "Catering (Year 9) is full.",
        "Tools were stolen.",
    ],
)
def test_what_is_no_pupils_name_is_none(said: str) -> None:
    assert words(said, SignKind.NAME) == []


@pytest.mark.parametrize(
    "said", ["JB absconded.", "J.B. was restrained.", "The restraint of JB.", "Pupil B hit a wall."]
)
def test_initials_are_found_beside_what_happened(said: str) -> None:
    assert kinds(said) == ["initials"]


@pytest.mark.parametrize("said", ["K was restrained.", "We saw J. Thompson injured.", "JB's arm was hurt."])
def test_one_letter_and_a_surname_are_found_too(said: str) -> None:
    assert "initials" in kinds(said)


@pytest.mark.parametrize(
    "said",
    [
        "JB likes the farm.",
        "The DSL told the LADO of the injury.",
        "THE POLICE WERE TOLD BY JB.",
        "Block C was damaged.",
        "We saw the tutor J. Thompson hurt.",
        "The XQZ course was hurt by cuts.",
        "A was hurt.",
    ],
)
def test_other_capitals_are_no_initials(said: str) -> None:
    assert "initials" not in kinds(said)


@pytest.mark.parametrize(
    "said",
    [
        "She was restrained.",
        "One pupil showed us round. He was proud.",
        "Another pupil left. They were found by police.",
        "A pupil left. It was late and he had no coat.",
        "This boy was calm because he had slept.",
    ],
)
def test_a_word_for_one_pupil_is_found(said: str) -> None:
    assert "pronoun" in kinds(said)


@pytest.mark.parametrize(
    "said",
    [
        "He or she is hurt.",
        "The head said that she told police.",
        "The head was in. She told police.",
        "If she is out, the manager rings the police.",
        "One pupil left.\n\nShe is the manager.",
        "Pupils said they fight less.",
        "Every pupil has a plan if she was hurt and the head knows.",
        "When a pupil arrives late, staff ring his school.",
        "She was there.",
        "They were hurt.",
        "A former pupil told us how he works.",
    ],
)
def test_a_word_for_somebody_else_is_not(said: str) -> None:
    assert [each for each in signs(said, NOTE) if each.kind is SignKind.PRONOUN and "hurt" not in said] == []


@pytest.mark.parametrize(
    "said",
    [
        "The only girl is calm.",
        "The Year 7 pupil is calm.",
        "The youngest child is calm.",
        "One boy was restrained.",
        "A pupil with autism was restrained.",
        "The 14-year-old is calm.",
        "A pupil whose father is known was hurt.",
    ],
)
def test_words_that_fit_one_pupil_are_found(said: str) -> None:
    assert kinds(said) == ["class_of_one"]


@pytest.mark.parametrize(
    "said",
    [
        "The only kiln is calm.",
        "The Year 7 pupils are calm.",
        "One pupil was restrained.",
        "One boy is calm.",
        "One pupil with an EHC plan is here.",
        "The only pupil places are full.",
    ],
)
def test_words_that_fit_several_are_not(said: str) -> None:
    assert kinds(said) == []


def test_one_description_is_one_sign() -> None:
    assert kinds("The only girl with autism was restrained.") == ["class_of_one"]


@pytest.mark.parametrize("contact", ["BA2 9ZZ", "mum@mail.example", "07700 900812"])
def test_how_to_reach_a_home_is_found_in_a_sentence_about_one(contact: str) -> None:
    assert kinds(f"The mother can be reached: {contact}") == ["home_contact"]
    assert kinds(f"The office can be reached: {contact}") == []


@pytest.mark.parametrize(
    ("said", "contact"),
    [
        ("Ring mum on 07700 900418.", "07700 900418"),
        ("To ring: dad back (+44 1632 960 227) about lunch", "+44 1632 960 227"),
        ("The taxi fetches one pupil from home, 27 Tanner Row, Ellerby, QX4 7LD.", "27 Tanner Row, Ellerby, QX4 7LD"),
        ("The taxi fetches one pupil from home, QX4 7LD.", "QX4 7LD"),
    ],
)
def test_addresses_and_numbers_of_homes_and_parents_are_found(said: str, contact: str) -> None:
    assert words(said, SignKind.HOME_CONTACT) == [contact]


@pytest.mark.parametrize(
    "said",
    [
        "The site is 4 Old Mill Lane, Ellerby, QX9 2BT.",
        "Its parent company, 01632 960114, owns it.",
        "Parents ring the office.",
    ],
)
def test_addresses_and_numbers_of_others_are_no_sign(said: str) -> None:
    assert words(said, SignKind.HOME_CONTACT) == []


def test_how_the_council_and_providers_are_reached_is_no_sign() -> None:
    said = "Mum has the office's number, +44 1632 960114, and comes from home to 2 Mill Road, QX9 2BT."
    assert len(words(said, SignKind.HOME_CONTACT)) == 2
    assert kinds(said, replace(NOTE, contacts=frozenset({"01632960114", "qx92bt"}))) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Transport ends on the sixteenth birthday. For the learner that is 9 February 2026.", True),
        ("The pupil's birthday was kept on 9 February 2026.", True),
        ("The centre had a birthday, and the drill was on 9 February 2026.", False),
        ("The Shetland in the field was born 3 May 2011.", False),
        ("One pupil rides the pony and was born 3 May 2011.", True),
        ("For the learner that is 9 February 2026.", False),
        ("The pony's passport has a DOB of 3 May 2011.", True),
    ],
)
def test_birthdays_are_found_and_an_animals_are_not(said: str, found: bool) -> None:
    assert ("date_of_birth" in kinds(said)) is found


def test_curly_marks_and_odd_spaces_are_read_as_plain_ones() -> None:
    assert words("Amelia\u2019s mother rang.", SignKind.NAME) == ["Amelia"]
    assert words("It says 707\u00a0483\u00a03789 there.", SignKind.NHS_NUMBER) == ["707\u00a0483\u00a03789"]
    assert words("It says P\u20119F4TC there.", SignKind.PUPIL_REFERENCE) == ["P\u20119F4TC"]


def test_sentences_keep_their_places_and_shortenings_end_none() -> None:
    text = "Mr. Ash came. He left!\n- one point\n- a second\n\nThe end; No. 5 is shut."
    found = sentences(text)
    assert [each.text.strip() for each in found] == [
        *("Mr. Ash came.", "He left!", "- one point", "- a second", "The end;", "No. 5 is shut."),
    ]
    assert [each.opens for each in found] == [True, False, True, True, True, False]
    assert all(text[each.start :].startswith(each.text.split("\n")[0]) for each in found)


@pytest.mark.parametrize(
    ("kind", "said", "shown"),
    [
        (SignKind.UPN, "R800 4000 24001", "R8…01"),
        (SignKind.NHS_NUMBER, NHS, "70…89"),
        (SignKind.DATE_OF_BIRTH, "12 March 2011", "1…1"),
        (SignKind.PUPIL_REFERENCE, "P-9F4TC", "P…C"),
        (SignKind.NAME, "Jake Thompson", "J…"),
        (SignKind.INITIALS, "J. B.", "J…"),
        (SignKind.HOME_CONTACT, "BA2 9ZZ", "B…"),
        (SignKind.PRONOUN, "she was hurt", "she"),
        (SignKind.CLASS_OF_ONE, "the\nonly girl", "the only girl"),
    ],
)
def test_no_more_of_the_words_is_shown_than_finds_them_again(kind: SignKind, said: str, shown: str) -> None:
    assert Sign(kind, said, 0, len(said), "why").shown == shown


@given(TEXTS)
def test_every_sign_stands_where_it_says_whatever_the_text(text: str) -> None:
    for looking in (NOTE, WIDELY):
        for sign in signs(text, looking):
            assert text[sign.start : sign.end] == sign.words
            assert 0 <= sign.start < sign.end <= len(text)
            assert sign.shown


@given(TEXTS, TEXTS)
def test_what_is_added_in_another_paragraph_hides_nothing_certain(text: str, more: str) -> None:
    before = [sign for sign in signs(text, NOTE) if sign.certain]
    after = signs(f"{text}\n\n{more}", NOTE)
    assert [sign for sign in before if sign not in after] == []


@given(TEXTS)
def test_a_text_that_is_passed_over_has_no_sign(text: str) -> None:
    assert may_surely_say_who(text) or not signs(text, WIDELY)
    assert may_say_who(text) or not signs(text, replace(NOTE, is_known=bool))


@given(st.text())
def test_an_evened_text_is_as_long(text: str) -> None:
    assert len(evened(text)) == len(text)


def test_no_list_of_words_contradicts_another() -> None:
    words_ = wording()
    assert not words_.first_names & words_.also_words
    assert not words_.first_names & words_.not_names
    assert len(words_.first_names) > 1000


def test_a_reference_without_its_hyphen_is_one_only_where_the_records_know_it() -> None:
    assert kinds("see pl 7k3qx there") == []
    assert kinds("see pl 7k3qx there", replace(NOTE, is_known=lambda reference: reference == "PL-7K3QX")) == [
        "pupil_reference"
    ]


@pytest.mark.parametrize(
    ("said", "found"), [("p-4hn9c", True), ("pl-6mk3v", True), ("p-12345", False), ("p-grown", False)]
)
def test_a_reference_in_small_letters_is_sure_with_its_hyphen_a_letter_and_a_digit(said: str, found: bool) -> None:
    assert kinds(f"one ({said}) still shows 15 hours") == (["pupil_reference"] if found else [])


def test_a_text_about_one_pupil_is_looked_through_sentence_by_sentence_for_what_is_sure() -> None:
    assert kinds("He was hurt. A pupil called Qadir saw it. Jake came.", WIDELY) == ["name"]


def test_of_signs_of_one_kind_that_overlap_the_surer_and_longer_is_kept() -> None:
    def sign(kind: SignKind, start: int, end: int, *, certain: bool = False) -> Sign:
        return Sign(kind, "x" * (end - start), start, end, "it was found", certain)

    longer, shorter = sign(SignKind.NAME, 0, 12), sign(SignKind.NAME, 0, 4)
    sure, doubtful = sign(SignKind.DATE_OF_BIRTH, 20, 30, certain=True), sign(SignKind.DATE_OF_BIRTH, 18, 30)
    other = sign(SignKind.INITIALS, 2, 4)
    assert _apart([shorter, longer, doubtful, sure, other]) == (longer, other, sure)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Deano told us that the bus was late.", "Deano"),
        ("One student, Bexx, liked the lathe.", "Bexx"),
        ("Pupils such as Mirela are taught to read.", "Mirela"),
        ("We sat with Shyla at lunch.", "Shyla"),
        ("In the register Xan was marked present.", "Xan"),
        ("Ellis and Jaz sit apart.", "Jaz"),
        ("The list says Lennie 02/11/2011.", "Lennie"),
        ("Harrow, a Year 10, made tea.", "Harrow"),
        ("Jonno kept the frame he had found.", "Jonno"),
        ("A lad known as 'Spud' sweeps.", "Spud"),
        ("Kobi-Lee was late.", "Kobi-Lee"),
    ],
)
def test_a_name_that_no_list_knows_is_found_where_only_a_person_is_spoken_of_so(said: str, name: str) -> None:
    assert name in [sign.words for sign in signs(said, NOTE) if sign.kind is SignKind.NAME]


@pytest.mark.parametrize(
    "said",
    [
        "Hilti had shown staff how to change the bits.",
        "Wiltshire told the provider to wait.",
        "Lockdown was rehearsed on 2 October.",
        "Nutmeg, Clover and Tinks are pygmy goats. Tinks got up.",
        "Pupils such as these need time.",
        "We sat with Wessex Training at lunch.",
        "Shaz in the office told us that she files them.",
        "Juliet was played by the tutor.",
    ],
)
def test_what_bodies_animals_and_adults_do_makes_no_pupils_name(said: str) -> None:
    assert kinds(said) == []


def test_a_word_that_is_once_a_pupils_name_is_one_in_the_whole_text() -> None:
    found = signs("Spud was counting coins. A pupil called Spud runs the shop.", NOTE)
    assert [sign.words for sign in found if sign.kind is SignKind.NAME] == ["Spud", "Spud"]


def test_a_word_of_a_providers_name_is_no_name_of_a_pupil() -> None:
    said = "We sat with Tawnydell at lunch."
    assert kinds(said) == ["name"]
    assert kinds(said, replace(NOTE, known=frozenset({"Tawnydell"}))) == []


@pytest.mark.parametrize(
    "said",
    [
        "Sheet 14 concerns T.W., who was pushed.",
        "Do not use the room for M. until June.",
        "The file of R.O'B. was thin.",
        "B.T. was absent.",
        "Student MJ said so.",
    ],
)
def test_letters_for_somebody_are_found_in_many_forms(said: str) -> None:
    assert "initials" in kinds(said)


@pytest.mark.parametrize(
    "said",
    ["N.B. the lathe has no guard.", "A. G. Marsden Ltd was paid.", "Annex C. 2 says so.", "Open by 9 a.m. on Monday."],
)
def test_other_letters_with_dots_are_no_initials(said: str) -> None:
    assert kinds(said) == []


def test_a_day_of_birth_is_found_with_words_between_and_in_a_list_of_names() -> None:
    between = signs("Date of birth, as the form has it: 21 June 2010", replace(NOTE, singly=False))
    assert [(sign.kind, sign.certain) for sign in between] == [(SignKind.DATE_OF_BIRTH, False)]
    assert may_surely_say_who("Date of birth, as the form has it: 21 June 2010")
    assert kinds("Next to the log: Ayaan 5/6/11, Libby 30/1/12.").count("date_of_birth") == 2
    assert kinds("Cover 1.9.2015.") == []
    assert kinds("Maths 1.9.2015 onwards, by the insurer.") == []
    assert kinds("Date of birth, as the form had it, was put right on 3 March 2026.") == []
