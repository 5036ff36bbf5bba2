"""Numbers and references that name something: quoted text, checked by format, check letter or range."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from apqa.records import identifiers as ids
from apqa.records.identifiers import Identifier, is_upn, upn_letter
from apqa.records.schema.shapes import fields, shape
from apqa.scalar import IDENTIFIERS, Bare
from tests.records.test_schema import models

COMPANY = "a Companies House number (eight digits, or two letters such as SC, NI or CE and six)"
CODE = "an attendance code of the school register (such as B, K, D or C2)"


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: object) -> tuple[str, str]:
    with pytest.raises(ValidationError) as refused:
        read(kind, value)
    (error,) = refused.value.errors(include_url=False)
    return error["type"], error["msg"]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        pytest.param(ids.Urn, ["100001", "999999"], id="urn"),
        pytest.param(ids.Ukprn, ["10012345"], id="ukprn"),
        pytest.param(ids.EstablishmentNumber, ["8001100", "800/1100"], id="dfe-number"),
        pytest.param(ids.CouncilNumber, ["800"], id="council-number"),
        pytest.param(ids.CouncilCode, ["E06000022"], id="council-code"),
        pytest.param(
            ids.CompanyNumber, ["00123456", "07739831", "SC123456", "CE012345", "NP12345R", "R0000123"], id="company"
        ),
        pytest.param(ids.CharityNumber, ["123456", "1234567", "1234567-12", "SC012345"], id="charity"),
        pytest.param(ids.IcoNumber, ["Z1234567", "ZA123456", "C1234567", "00012345", "za 123456"], id="ico"),
        pytest.param(ids.OfstedNumber, ["EY123456", "SC123456", "12345"], id="ofsted"),
        pytest.param(ids.Sha256, ["0123456789abcdef" * 4], id="sha256"),
        pytest.param(ids.NoteSeal, ["v1-0123456789abcdef", "v12-0000000000000000"], id="seal"),
        pytest.param(ids.EstablishmentType, ["1", "11", "57"], id="type"),
        pytest.param(ids.EstablishmentStatus, ["1", "4"], id="status"),
        pytest.param(
            ids.AttendanceCode,
            ["/", "\\", *"BCDEGIKLMNOPQRSTUVWXZ#", "C1", "C2", "J1", "Y1", "Y7"],
            id="attendance-code",
        ),
        pytest.param(
            ids.Phone, ["01225 477000", "+44 1225 477000", "01225477000", "+441225477000", "0800 1111 00"], id="phone"
        ),
        pytest.param(ids.Edition, ["2026", "2026-09"], id="edition"),
        pytest.param(ids.Email, ["head@north-star.example", "a.b+c@x.co.uk"], id="e-mail"),
        pytest.param(ids.Postcode, ["BA1 1AA", "SW1A 1AA"], id="postcode"),
        pytest.param(ids.Slug, ["barn", "the-old-barn-2"], id="slug"),
        pytest.param(ids.Word, ["kcsie", "working_together", "s1_1"], id="word"),
        pytest.param(ids.ProviderId, ["north-star"], id="provider"),
        pytest.param(ids.PupilRef, ["P-9F4TC"], id="pupil"),
        pytest.param(ids.PlacementId, ["PL-7K3QX"], id="placement"),
        pytest.param(ids.VisitId, ["2026-10-06-north-star"], id="visit"),
        pytest.param(ids.RuleName, ["overdue-termly-report"], id="rule"),
        pytest.param(ids.AcademicYear, ["2026-27", "2099-00", "1999-00"], id="academic-year"),
        pytest.param(ids.Cohort, ["2010-11", "1900-01"], id="cohort"),
    ],
)
def test_what_has_the_form_is_read_as_it_stands(kind: Any, values: list[str]) -> None:
    assert [read(kind, value) for value in values] == values


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        pytest.param(ids.Urn, "012345", "'012345' is not a URN (six digits, the first not 0)", id="urn"),
        pytest.param(ids.Urn, "12345", "'12345' is not a URN (six digits, the first not 0)", id="short-urn"),
        pytest.param(ids.Ukprn, "20012345", "'20012345' is not a UKPRN (eight digits, the first 1)", id="ukprn"),
        pytest.param(
            ids.EstablishmentNumber,
            "80-01100",
            "'80-01100' is not a DfE number (the council's three digits and the school's four)",
            id="dfe-number",
        ),
        pytest.param(
            ids.CouncilCode, "E0600002", "'E0600002' is not a council's GSS code (E and eight digits)", id="council"
        ),
        pytest.param(
            ids.CompanyNumber,
            "SC12345",
            f"'SC12345' is not {COMPANY}",
            id="company",
        ),
        pytest.param(
            ids.CompanyNumber,
            "012345678",
            f"'012345678' is not {COMPANY}",
            id="nine-digits",
        ),
        pytest.param(ids.CompanyNumber, "XQ123456", f"'XQ123456' is not {COMPANY}", id="letters-it-does-not-give"),
        pytest.param(ids.CompanyNumber, "00000000", f"'00000000' is not {COMPANY}", id="no-company"),
        pytest.param(ids.AttendanceCode, "Y8", f"'Y8' is not {CODE}", id="no-such-code"),
        pytest.param(ids.AttendanceCode, "A", f"'A' is not {CODE}", id="no-such-letter"),
        pytest.param(ids.AttendanceCode, "J", f"'J' is not {CODE}", id="a-letter-that-has-a-digit"),
        pytest.param(ids.AttendanceCode, "B1", f"'B1' is not {CODE}", id="a-letter-that-has-none"),
        pytest.param(
            ids.EstablishmentStatus, "5", "'5' is not a code of the establishment statuses (1 to 4)", id="status"
        ),
        pytest.param(
            ids.EstablishmentType,
            "011",
            "'011' is not a code of the establishment types (one or two digits)",
            id="type",
        ),
        pytest.param(ids.AttendanceCode, "b", f"'b' is not {CODE}", id="code"),
        pytest.param(
            ids.Postcode, "ba1 1aa", "'ba1 1aa' is not a postcode in capitals, such as BA1 1AA", id="postcode"
        ),
        pytest.param(ids.Email, "head at north", "'head at north' is not an e-mail address", id="e-mail"),
        pytest.param(
            ids.Slug,
            "The-Barn",
            "'The-Barn' is not a short name (small letters, digits and single hyphens)",
            id="slug",
        ),
        pytest.param(
            ids.Slug, "a--b", "'a--b' is not a short name (small letters, digits and single hyphens)", id="two-hyphens"
        ),
        pytest.param(
            ids.PupilRef,
            "P-9F4TO",
            "'P-9F4TO' is not a pupil's reference (P- and five signs, such as P-9F4TC)",
            id="letter-o",
        ),
        pytest.param(
            ids.PupilRef,
            "Jo Smith",
            "'Jo Smith' is not a pupil's reference (P- and five signs, such as P-9F4TC)",
            id="a-name",
        ),
        pytest.param(
            ids.Cohort,
            "2010-12",
            "'2010-12' is not a school cohort (born 1 September to 31 August, such as 2010-11): its two years must "
            "follow one another",
            id="years-apart",
        ),
        pytest.param(
            ids.AcademicYear,
            "2026/27",
            "'2026/27' is not an academic year (1 September to 31 August, such as 2026-27)",
            id="a-slash",
        ),
        pytest.param(
            ids.Urn, "\u066123456", "'\u066123456' is not a URN (six digits, the first not 0)", id="other-digits"
        ),
        pytest.param(ids.CouncilNumber, "²", "'²' is not a council's DfE number (three digits)", id="a-power"),
        pytest.param(ids.Urn, "123456\n", "'123456↵' is not a URN (six digits, the first not 0)", id="a-line-end"),
    ],
)
def test_what_has_not_the_form_is_refused(kind: Any, value: str, message: str) -> None:
    assert refusal(kind, value) == ("bad-identifier", message)


@pytest.mark.parametrize("kind", [ids.Cohort, ids.AcademicYear], ids=["cohort", "academic-year"])
@pytest.mark.parametrize("value", ["9999-00", "1899-00", "0000-01"])
def test_a_year_no_record_can_be_about_is_refused(kind: Any, value: str) -> None:
    assert refusal(kind, value) == ("out-of-range", f"the year of {value} is outside 1900 to 2100")


@pytest.mark.parametrize(
    ("kind", "value", "whole"),
    [
        pytest.param(ids.CompanyNumber, "123456", "00123456", id="company"),
        pytest.param(ids.EstablishmentNumber, "11100", "0011100", id="dfe-number"),
        pytest.param(ids.CouncilNumber, "80", "080", id="council"),
    ],
)
def test_a_number_that_lost_its_leading_noughts_is_refused_with_them(kind: Any, value: str, whole: str) -> None:
    assert refusal(kind, Bare(value)) == (
        "lost-leading-zeros",
        f"'{value}' has lost its leading noughts: is it \"{whole}\"?",
    )


@pytest.mark.parametrize("quoted", [str, Bare], ids=["quoted", "bare"])
@pytest.mark.parametrize(
    ("value", "lost", "whole"),
    [
        pytest.param("1225477000", "leading nought", "01225477000", id="a-nought"),
        pytest.param("1225 477000", "leading nought", "01225 477000", id="a-nought-with-spaces"),
        pytest.param("441225477000", "plus sign", "+441225477000", id="a-plus"),
    ],
)
def test_a_telephone_number_that_lost_its_beginning_is_refused_with_it(
    quoted: type[str], value: str, lost: str, whole: str
) -> None:
    said = f"'{value}' has lost its {lost}: is it \"{whole}\"?"
    assert refusal(ids.Phone, quoted(value)) == ("lost-leading-zeros", said)


@pytest.mark.parametrize("value", ["switchboard", "12", "+", "01225-477000", "9" * 30])
def test_what_is_no_telephone_number_is_refused(value: str) -> None:
    said = f"'{value}' is not a telephone number (digits and spaces after 0 or +)"
    assert refusal(ids.Phone, value) == ("bad-identifier", said)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        pytest.param(ids.Urn, "123456", id="urn"),
        pytest.param(ids.CompanyNumber, "00123456", id="company"),
        pytest.param(ids.AttendanceCode, "N", id="attendance-code"),
        pytest.param(ids.AttendanceCode, "/", id="attendance-code-of-a-sign"),
        pytest.param(ids.Phone, "01225477000", id="phone"),
        pytest.param(ids.Edition, "2026", id="edition"),
        pytest.param(ids.CompanyNumber, "SC123456", id="company-with-letters"),
        pytest.param(ids.CharityNumber, "SC012345", id="charity-with-letters"),
        pytest.param(ids.IcoNumber, "ZZ590781", id="ico"),
        pytest.param(ids.OfstedNumber, "EY123456", id="ofsted"),
        pytest.param(ids.CouncilCode, "E06000022", id="council-code"),
        pytest.param(ids.Sha256, "abcdef01" * 8, id="sha256"),
        pytest.param(ids.AttendanceCode, "B", id="attendance-code-that-is-no-word"),
    ],
)
def test_what_is_a_name_must_stand_in_quotes_whether_others_would_bend_it_or_not(kind: Any, value: str) -> None:
    assert refusal(kind, Bare(value)) == ("unquoted-identifier", f'put quotes around it: "{value}"')
    assert type(read(kind, value)) is str


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        pytest.param(ids.Cohort, "2010-11", id="cohort"),
        pytest.param(ids.VisitId, "2026-10-06-north-star", id="visit"),
        pytest.param(ids.Slug, "2-barns", id="slug"),
    ],
)
def test_what_no_program_bends_needs_no_quotes(kind: Any, value: str) -> None:
    found = read(kind, Bare(value))
    assert found == value
    assert type(found) is str


def _quoted(annotation: Any) -> bool:
    form = shape(annotation).form
    return isinstance(form, Identifier) and form.quoted


def test_the_names_of_all_fields_that_hold_identifiers_are_known_to_the_reader() -> None:
    every = [each for model in models() for each in fields(model)]
    assert {each.name for each in every if _quoted(each.annotation)} == IDENTIFIERS


def test_identifiers_without_a_name_of_their_own_begin_with_a_digit_which_marks_them() -> None:
    shapes = [shape(each.annotation) for model in models() for each in fields(model)]
    inside = [inner for of in shapes for inner in (of.entries, *(of.values or ()))]
    inside += [each for inner in inside for each in shape(inner).values or ()]
    (found,) = {shape(inner).form for inner in inside if _quoted(inner)}
    assert isinstance(found, Identifier)
    assert found.pattern.startswith(r"\d")


@pytest.mark.parametrize("value", [123456, ["123456"], {"urn": "123456"}, None])
def test_what_is_no_text_is_refused(value: object) -> None:
    assert refusal(ids.Urn, value) == ("wrong-type", "a URN (six digits, the first not 0) belongs here")


@pytest.mark.parametrize(
    ("number", "known"),
    [
        pytest.param("Z1234567", True, id="z-and-seven"),
        pytest.param("ZA123456", True, id="two-letters-and-six"),
        pytest.param("Z123456", False, id="z-and-six"),
        pytest.param("ZA1234567", False, id="two-letters-and-seven"),
        pytest.param("C1234567", False, id="a-newer-form"),
        pytest.param("00012345", False, id="digits-alone"),
        pytest.param("za123456", False, id="small-letters"),
    ],
)
def test_a_number_of_the_information_commissioner_is_known_by_its_form(number: str, known: bool) -> None:
    assert read(ids.IcoNumber, number) == number
    assert ids.is_familiar_ico_number(number) is known


@pytest.mark.parametrize(
    ("upn", "answer"),
    [
        pytest.param("B801200005001", True, id="permanent"),
        pytest.param("R201100018042", True, id="another"),
        pytest.param("T20110001804V", True, id="temporary"),
        pytest.param("R800400024001", True, id="invented"),
        pytest.param("R800400042001", False, id="two-digits-transposed"),
        pytest.param("P800400024001", False, id="another-letter"),
        pytest.param("I801200005001", False, id="a-letter-that-is-none"),
        pytest.param("b801200005001", False, id="a-small-letter"),
        pytest.param("B80120000500", False, id="too-short"),
        pytest.param("B8012000050011", False, id="too-long"),
        pytest.param("T20110001804O", False, id="ends-in-a-letter-that-is-none"),
    ],
)
def test_a_pupil_number_is_known_by_its_check_letter(upn: str, answer: bool) -> None:
    assert is_upn(upn) is answer


@given(digits=st.text("0123456789", min_size=12, max_size=12), place=st.integers(0, 10))
def test_a_transposition_never_passes_the_check_letter(digits: str, place: int) -> None:
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    upn = upn_letter(digits) + digits
    assert is_upn(upn)
    assert is_upn(upn[0] + swapped) is (swapped == digits)


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        pytest.param("Europe/Londn", "'Europe/Londn' is not a time zone: did you mean 'Europe/London'?", id="misspelt"),
        pytest.param("Westmarch", "'Westmarch' is not a time zone (such as Europe/London)", id="no-such-place"),
    ],
)
def test_a_time_zone_is_one_there_is(zone: str, said: str) -> None:
    assert refusal(ids.TimeZone, Bare(zone)) == ("unknown-word", said)
    assert read(ids.TimeZone, Bare("Europe/Dublin")) == "Europe/Dublin"


def test_a_computer_without_time_zones_takes_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zoneinfo.available_timezones", set)
    assert read(ids.TimeZone, "Westmarch/Town") == "Westmarch/Town"
    assert refusal(ids.TimeZone, "../etc")[0] == "bad-identifier"


def test_an_editor_is_told_the_form() -> None:
    assert TypeAdapter(ids.Ukprn).json_schema() == {"type": "string", "pattern": r"^(?:1\d{7})$"}
