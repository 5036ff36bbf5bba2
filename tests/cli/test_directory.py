"""`apqa directory`: every form of it, and that nothing leaves which is not marked."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from apqa.display.answer import Header
from apqa.display.directory.answer import FORMATS, DirectoryAnswer
from apqa.forms.directory.page import directory_page
from apqa.questions.directory.published import directory
from apqa.questions.directory.words import Imprint
from apqa.reading.plain import plain_data
from apqa.records.listing import Directory
from apqa.records.provider import Provider
from tests.builders import situation
from tests.cli.asking import ask
from tests.cli.small_council import BROKEN, ON, PROVIDER_FILE, council

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.small_council import Change

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
ALL = ("directory", "--on", ON)
PUBLISHED = """\
directory:
  publish: yes
  summary: Boats & "sails" <b>by hand</b>.
  fields: [ages, days, qualifications, registration]
  areas: [Westmarch, =cmd()]
  website: https://kingfisher.example
  contact: {role: enquiries, email: ask@kingfisher.example, phone: "01632 960 112"}
listing:
"""
MARKED: Change = (PROVIDER_FILE, "listing:\n", PUBLISHED)
SUSPENDED: Change = (PROVIDER_FILE, "status: listed", "status: suspended")
FORMS = ("text", "json", "csv", "markdown", "html")


@pytest.mark.parametrize("form", FORMS)
def test_each_form_says_what_is_marked_the_day_and_the_records(tmp_path: Path, form: str) -> None:
    said = ask(*ALL, "-C", council(tmp_path, MARKED), "-f", form)
    assert (said.status, said.err) == (0, "")
    for text in ("Kingfisher Workshops", "11", "16", "ask@kingfisher.example", "Award in Boat Building"):
        assert text in said.out
    assert ON in said.out or "3 November 2026" in said.out


def test_json_has_every_field_by_name(tmp_path: Path) -> None:
    answer = ask(*ALL, "-C", council(tmp_path, MARKED), "-f", "json").answer
    assert answer["made_from"] == "As of 3 November 2026, from records that are not under git."
    (provider,) = answer["providers"]
    assert (provider["days"], provider["registered"], provider["subjects"]) == (["mon", "tue", "wed"], False, [])


def test_csv_opens_in_a_spreadsheet_without_running_anything(tmp_path: Path) -> None:
    records = council(tmp_path, (PROVIDER_FILE, "listing:\n", PUBLISHED.replace("Westmarch, ", "")))
    (row,) = csv.DictReader(io.StringIO(ask(*ALL, "-C", records, "-f", "csv").out))
    assert (row["areas"], row["days"]) == ("'=cmd()", "Monday; Tuesday; Wednesday")


def test_a_markup_in_a_text_is_shown_and_never_taken_as_markup(tmp_path: Path) -> None:
    records = council(tmp_path, MARKED)
    assert "&lt;b&gt;by hand&lt;/b&gt;" in ask(*ALL, "-C", records, "-f", "html").out
    assert "&lt;b&gt;by hand" in ask(*ALL, "-C", records, "-f", "markdown").out


@pytest.mark.parametrize("form", FORMS)
def test_a_suspension_is_counted_beside_the_answer_and_is_never_in_it(tmp_path: Path, form: str) -> None:
    said = ask(*ALL, "-C", council(tmp_path, MARKED, SUSPENDED), "-f", form)
    assert "kingfisher" not in (said.out + said.err).lower()
    assert "suspen" not in said.out
    assert "1 provider on the list is left out of the directory: 1 not open to new placements" in said.err
    assert said.status == 0


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Boats &", "Good for P-NC0TM, boats &", "pupil-identified"),
        ("Boats &", "Good for PL-1CCSE, boats &", "pupil-identified"),
        ("Boats &", "Ask on 07700 900123; boats &", "directory-names-somebody"),
        ("role: enquiries", "role: Jane Smith", "directory-names-somebody"),
        ("[Westmarch,", "[where Jane Smith lives,", "directory-names-somebody"),
    ],
)
def test_a_text_that_may_say_who_somebody_is_is_never_published(
    tmp_path: Path, form: str, old: str, new: str, rule: str
) -> None:
    told: Change = (PROVIDER_FILE, "listing:\n", PUBLISHED.replace(old, new))
    said = ask(*ALL, "-C", council(tmp_path, told), "-f", form, "-q")
    assert said.status == 1
    assert "Kingfisher" not in said.out
    assert not [word for word in ("P-NC0TM", "PL-1CCSE", "900123", "Jane") if word in said.out + said.err]
    assert rule in said.err
    assert "providers/kingfisher.yaml" in said.err


def test_one_that_is_held_back_is_counted_among_those_left_out(tmp_path: Path) -> None:
    told: Change = (PROVIDER_FILE, "listing:\n", PUBLISHED.replace("role: enquiries", "role: Jane Smith"))
    said = ask(*ALL, "-C", council(tmp_path, told))
    assert "1 provider on the list is left out of the directory: 1 held back: a text that would be" in said.err


def test_a_waiver_lets_a_text_be_published_that_names_nobody(tmp_path: Path) -> None:
    told: Change = (PROVIDER_FILE, "listing:\n", PUBLISHED.replace("role: enquiries", "role: Jane Smith"))
    records = council(tmp_path, told)
    (records / "waivers").mkdir(exist_ok=True)
    (records / "waivers" / "jane-smith.yaml").write_text(
        "rule: directory-names-somebody\nrecord: providers/kingfisher.yaml\nreason: a boat of that name\n"
        "approved_by: head of inclusion\napproved_on: 2026-10-01\nstarts: 2026-10-01\nends: 2027-01-31\n",
        encoding="utf-8",
    )
    said = ask(*ALL, "-C", records)
    assert (said.status, said.err) == (0, "")
    assert "Jane Smith" in said.out


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_a_record_that_cannot_be_read_is_said_in_the_directory_itself(tmp_path: Path, form: str) -> None:
    said = ask(*ALL, "-C", council(tmp_path, MARKED, BROKEN), "-f", form)
    assert said.status == 3
    assert "The record of 1 provider could not be read when this was made" in " ".join(said.out.split())


def test_quiet_leaves_out_the_count(tmp_path: Path) -> None:
    assert ask(*ALL, "-C", council(tmp_path, MARKED, SUSPENDED), "-q").err == ""


def test_a_provider_that_cannot_be_read_is_missing_and_that_is_said(tmp_path: Path) -> None:
    said = ask(*ALL, "-C", council(tmp_path, MARKED, BROKEN), "-q")
    assert said.status == 3
    assert "Cannot be read, so the answer may be another: providers/kingfisher.yaml" in said.err


@pytest.mark.parametrize(
    ("name", "begins"),
    [("list.html", "<!DOCTYPE html>"), ("list.csv", "on,commit"), ("list.md", "# "), ("list.json", "{")],
)
def test_the_name_of_the_file_says_the_form(tmp_path: Path, name: str, begins: str) -> None:
    output = tmp_path / name
    said = ask(*ALL, "-C", council(tmp_path, MARKED), "-o", output)
    assert said.status == 0
    assert output.read_text(encoding="utf-8").startswith(begins)


def test_a_form_in_a_file_named_for_another_is_refused(tmp_path: Path) -> None:
    said = ask(*ALL, "-C", council(tmp_path, MARKED), "-f", "csv", "-o", tmp_path / "list.html")
    assert said.status == 2
    assert "list.html would hold csv: give it another name, or ask for html" in said.err


def test_the_page_is_not_written_among_the_records(tmp_path: Path) -> None:
    records = council(tmp_path, MARKED)
    said = ask(*ALL, "-C", records, "-o", records / "list.html")
    assert (said.status, (records / "list.html").exists()) == (2, False)


def test_the_same_records_and_day_make_the_same_bytes(tmp_path: Path) -> None:
    records = council(tmp_path, MARKED)
    first, second = (ask(*ALL, "-C", records, "-f", "html").out for _ in range(2))
    assert first == second


def test_a_script_that_would_end_its_place_in_the_page_is_refused(tmp_path: Path) -> None:
    records = council(tmp_path, MARKED)
    own = tmp_path / "templates" / "directory"
    own.mkdir(parents=True)
    (own / "directory.js").write_text("'</script>'", encoding="utf-8")
    said = ask(*ALL, "-C", records, "-f", "html")
    assert said.status == 4
    assert "directory.js holds '</', which would end its place in the page" in said.err


def test_an_own_style_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    records = council(tmp_path, MARKED)
    own = tmp_path / "templates" / "directory"
    own.mkdir(parents=True)
    (own / "directory.css").write_text("body { color: #123456; }", encoding="utf-8")
    assert "<style>body { color: #123456; }</style>" in ask(*ALL, "-C", records, "-f", "html").out
    (own / "directory.css").write_bytes(b"\xff")
    assert "cannot be read: save it as UTF-8" in ask(*ALL, "-C", records, "-f", "html").err


def test_the_worked_example_names_no_pupil_and_no_placement() -> None:
    for form in FORMS:
        out = ask("directory", "--on", "2026-11-23", "-C", EXAMPLE, "-f", form).out
        assert len(out) > 4000
        assert not re.search(r"\bPL?-[0-9A-Z]{5}\b", out)


_PUBLIC = re.compile(
    r"name$|directory/|offer/(purpose|subjects|ages|week/days|core_subjects)\b|offer/qualifications/\d+/(title|level)$"
    r"|listing/\d+/(on|status|until)$|registration/register_checks/\d+/(on|found|establishment_type|status)$"
    r"|offer/qualifications/\d+/centre_approval_ends$"
)
"""What is published where it is marked, and what decides whether it is."""


def _leaves(data: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if pairs is None:
        yield way
    else:
        for key, value in pairs:
            yield from _leaves(value, (*way, key))


_TELLS_NOTHING = re.compile(r"(yes|no|\d{4}-\d\d-\d\d)$")
"""Days, and what is answered yes or no: no secret can stand there."""


def _get(data: Any, way: tuple[str | int, ...]) -> str:
    for step in way:
        data = data[step]
    return str(data)


def _put(data: Any, way: tuple[str | int, ...], value: str) -> Any:
    if not way:
        return value
    first, *rest = way
    if isinstance(data, dict):
        return {key: _put(each, tuple(rest), value) if key == first else each for key, each in data.items()}
    return [_put(each, tuple(rest), value) if number == first else each for number, each in enumerate(data)]


def _secrets(number: int) -> tuple[str, ...]:
    """Answer values nobody else writes, for fields of every type."""
    return (
        f"Hushed {number} words",
        f"hushed{number}@hidden.example",
        f"07700 9{number:05d}",
        f"{73_000 + number}",
        f"HU5 {number % 10}SH",
        f"hushed_{number}",
        f"hushed-{number}",
    )


def _planted(provider_id: str, public: re.Pattern[str]) -> tuple[Provider, list[str]]:
    """Put a secret into each field of a record of the worked example that takes one and is not to be published."""
    data: Any = plain_data((EXAMPLE / "providers" / f"{provider_id}.yaml").read_text(encoding="utf-8"))
    data["id"] = provider_id
    planted: list[str] = []
    for number, way in enumerate(list(_leaves(data))):
        if way == ("id",) or public.match("/".join(map(str, way))) or _TELLS_NOTHING.match(_get(data, way)):
            continue
        for secret in _secrets(number):
            changed = _put(data, way, secret)
            try:
                Provider.model_validate(changed)
            except ValidationError:
                continue
            data, planted = changed, [*planted, secret]
            break
    return Provider.model_validate(data), planted


def _published(provider: Provider) -> str:
    found = directory(situation("2026-11-23", provider))
    assert [each.name for each in found.entries] == [provider.name]
    imprint = Imprint(situation("2026-11-23").on, "Avonmere Council")
    answer = DirectoryAnswer(Header("1", "directory", imprint.on, records="/srv/hushed"), imprint, found.entries)
    return "\n".join([*(write(answer) for write in FORMATS.values()), directory_page(imprint, found.entries)])


@pytest.mark.parametrize("provider_id", ["harbour-loft", "rookhaven-school"])
def test_a_secret_in_any_other_field_of_a_provider_never_leaves(provider_id: str) -> None:
    provider, planted = _planted(provider_id, _PUBLIC)
    assert len(planted) > 150
    out = _published(provider)
    assert [secret for secret in planted if secret in out] == []
    assert provider.id not in out.replace(f"{provider.id}.example", "")


def test_a_secret_in_a_field_that_is_not_marked_never_leaves() -> None:
    decides = r"name$|directory/(publish|summary)|listing/\d+/(on|status)$"
    provider, planted = _planted("kestrel-croft", re.compile(decides))
    assert len(planted) > 150
    assert "Hushed" in provider.offer.purpose
    out = _published(provider.model_copy(update={"directory": Directory.model_validate({"publish": "yes"})}))
    assert [secret for secret in planted if secret in out] == []
