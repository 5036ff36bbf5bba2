"""The schemas: what the models say, as an editor understands it."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from apqa.forms.schemas import hints, schema_files
from apqa.reading.explained import explained
from apqa.records.authority import Months, NumberOfDays
from apqa.records.base import Part
from apqa.records.figures import Hygiene, Posts
from apqa.records.kinds import CALENDAR, KINDS, PROVIDER, Kind, kind_at
from apqa.records.offer import Weeks
from apqa.records.progress import OnTheScale
from apqa.records.scalars import Age, Count, Day, Hours, Money, PartOfAll, Text
from apqa.records.schema.docstrings import _of_class, about, field_docstrings, word_docstrings
from apqa.records.schema.generate import Hints, file_name, schema
from apqa.records.schema.shapes import Shape, fields, shape
from tests.builders import SEEN
from tests.records.yaml12 import load

if TYPE_CHECKING:
    from collections.abc import Iterator


HOUSE = Path(__file__).resolve().parents[2]
SCHEMAS, RECORDS = HOUSE / "schemas", HOUSE / "records"

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)


def _parts(of: Shape, met: dict[str, type[Part]]) -> Iterator[type[Part]]:
    """Walk every model that can be met below a shape."""
    for inner in (of.entries, *(of.values or ())):
        if inner is not None:
            yield from _parts(shape(inner), met)
    if of.part and met.setdefault(of.part.__qualname__ + of.part.__module__, of.part) is of.part:
        yield of.part


def models() -> list[type[Part]]:
    """Answer every model of a record, and of every part of one."""
    met: dict[str, type[Part]] = {}
    waiting: list[type[Part]] = [kind.model for kind in KINDS]
    while waiting:
        model = waiting.pop()
        key = model.__module__ + model.__name__
        if key not in met:
            met[key] = model
            waiting += [part for each in fields(model) for part in _parts(shape(each.annotation), {})]
    return list(met.values())


def _made(kind: Kind, known: Hints | None = None) -> dict[str, Any]:
    return schema(kind, hints() if known is None else known)


@each_kind
def test_a_schema_is_a_sound_schema(kind: Kind) -> None:
    Draft7Validator.check_schema(_made(kind))


@each_kind
def test_the_schema_that_is_kept_is_the_one_the_models_make(kind: Kind) -> None:
    kept = (SCHEMAS / file_name(kind)).read_text(encoding="utf-8")
    assert kept == schema_files()[file_name(kind)], "run `make schemas`"


def test_there_is_a_schema_for_every_kind_and_no_other() -> None:
    assert {file.name for file in SCHEMAS.glob("*.json")} == set(schema_files())


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_of_every_model_says_what_it_is(model: type[Part]) -> None:
    silent = [name for name, doc in field_docstrings(model).items() if not doc]
    assert silent == []
    assert about(model)


@each_kind
def test_every_property_is_described(kind: Kind) -> None:
    made = _made(kind)
    groups = [made, *made["definitions"].values()]
    described = [each for group in groups for each in group.get("properties", {}).values()]
    assert described
    assert all(each.get("description") for each in described)


@each_kind
def test_what_is_defined_is_used_and_what_is_used_is_defined(kind: Kind) -> None:
    text = json.dumps(_made(kind))
    assert {name for name in _made(kind)["definitions"] if f'"#/definitions/{name}"' not in text} == set()
    assert text.count("$ref") > 0 or kind.key == "waiver"


@each_kind
def test_two_models_of_one_name_do_not_meet_in_one_schema(kind: Kind) -> None:
    names: dict[str, str] = {}
    waiting: list[type[Part]] = [kind.model]
    while waiting:
        model = waiting.pop()
        if model.__name__ not in names:
            names[model.__name__] = model.__module__
            waiting += [part for each in fields(model) for part in _parts(shape(each.annotation), {})]
        assert names[model.__name__] == model.__module__


@pytest.mark.skipif(not RECORDS.is_dir(), reason="the worked example is not there")
def test_every_record_of_the_worked_example_is_what_its_schema_asks_for() -> None:
    validators = {name: Draft7Validator(json.loads(text)) for name, text in schema_files().items()}
    wrong = []
    for file in sorted(RECORDS.rglob("*.yaml")):
        path = file.relative_to(RECORDS).as_posix()
        kind = kind_at(path)
        assert kind is not None
        read = load(file.read_text(encoding="utf-8"))
        wrong += [f"{path}: {each.json_path} {each.message}" for each in validators[file_name(kind)].iter_errors(read)]
    assert wrong == []


WEEK: dict[str, Any] = {"days": ["mon"], "hours_with_breaks": "15:30"}
OFFER: dict[str, Any] = {
    "purpose": "Animal care",
    "ages": {"youngest": 11, "oldest": 16},
    "places": 8,
    "week": WEEK,
}
PROVIDER_RECORD: dict[str, Any] = {
    "name": "North Star",
    "identity": {"legal_form": "company"},
    "sites": [],
    "offer": OFFER,
}


@pytest.mark.parametrize(
    ("more", "accepted"),
    [
        pytest.param({}, True, id="what must be there"),
        pytest.param({"insurance": None, "listing": None, "policies": None}, True, id="names without a value"),
        pytest.param({"name": None}, False, id="a name that must have a value"),
        pytest.param({"polices": {}}, False, id="an unknown name"),
        pytest.param({"policies": {"anti_bullying": None, "our_own": {"reviewed_on": "2026-09-01"}}}, True, id="free"),
        pytest.param({"policies": {"Anti-Bullying": None}}, False, id="a name in another form"),
        pytest.param({"identity": {"legal_form": "firm"}}, False, id="an unknown word"),
        pytest.param({"identity": {"legal_form": None}}, False, id="no word"),
        pytest.param({"identity": {"legal_form": "company", "urn": "012345"}}, False, id="a number out of form"),
        pytest.param({"identity": {"legal_form": "company", "urn": 123456}}, False, id="a number without quotes"),
        pytest.param({"identity": {"legal_form": "company", "employs_staff": "yes"}}, True, id="yes"),
        pytest.param({"identity": {"legal_form": "company", "employs_staff": "maybe"}}, False, id="maybe"),
        pytest.param({"identity": {"legal_form": "company", "ico_expires": "30/11/2026"}}, False, id="a bent day"),
        pytest.param({"identity": {"legal_form": "cic", "ico_expires": "2101-01-01"}}, False, id="a far year"),
        pytest.param({"identity": {"legal_form": "cic", "ico_expires": "1899-12-31"}}, False, id="a long past year"),
        pytest.param({"identity": {"legal_form": "cic", "ico_expires": "2026-13-01"}}, False, id="a thirteenth month"),
        pytest.param({"identity": {"legal_form": "cic", "ico_expires": "2100-12-31"}}, True, id="a day"),
        pytest.param({"name": " "}, False, id="blank text"),
        pytest.param({"name": 1.10}, True, id="text that another reader takes for a number"),
        pytest.param({"local": {"anything": [1]}}, True, id="the council's own"),
    ],
)
def test_an_editor_underlines_what_apqa_refuses(more: dict[str, Any], accepted: bool) -> None:
    validator = Draft7Validator(_made(PROVIDER))
    assert validator.is_valid({**PROVIDER_RECORD, **more}) is accepted


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *(
            (Hours, text)
            for text in ("168", "168:00", "167:59", "099:30", "7:05", "168:01", "169:00", "200:30", "1:60")
        ),
        *((Day, text) for text in ("1900-01-01", "2026-09-31", "2100-12-31", "1899-12-31", "2101-01-01", "2026-00-10")),
        *((Count, text) for text in ("0", "999999999999", "1000000000000")),
        *((Money, text) for text in ("0", "999999999.99", "1000000000")),
        *((Text, text) for text in (" ", "\n", "a b", "x" * 5001)),
        *((Months, text) for text in ("0", "1", "600", "601")),
        *((NumberOfDays, text) for text in ("0", "3653", "3654")),
        *((PartOfAll, text) for text in ("0", "99.99", "100")),
        *((OnTheScale, text) for text in ("0", "1", "4", "5")),
        *((Weeks, text) for text in ("0", "53", "54")),
        *((Posts, text) for text in ("0", "6.5", "9999", "10000")),
        *((Hygiene, text) for text in ("0", "5", "6")),
        *((Age, text) for text in ("0", "25", "26")),
    ],
)
def test_an_editor_refuses_nothing_that_is_read_and_little_else(kind: Any, value: str) -> None:
    reader = TypeAdapter(kind)
    try:
        reader.validate_python(value)
        accepted = True
    except ValidationError:
        accepted = False
    written = value if kind in {Day, Text} or ":" in value else json.loads(value)
    shown = Draft7Validator(reader.json_schema()).is_valid(written)
    assert shown is accepted or (accepted, value) == (False, "2026-09-31")


EXEMPT = {"reason": "nobody stays overnight", "on": "2026-09-07", "by": "officer"}
NOT_THERE = {"on": "2026-09-07", "by": "officer"}
LOOKED = {"on": "2026-09-07", "by": "officer"}
OPEN = {"establishment_type": "11", "status": "1"}


def _found(**values: Any) -> dict[str, Any]:
    return {"registration": {"register_checks": [{**LOOKED, **values}]}}


@pytest.mark.parametrize(
    ("more", "accepted"),
    [
        pytest.param({"policies": {"lockdown": {"evidence": SEEN}}}, True, id="seen"),
        pytest.param({"policies": {"lockdown": {"evidence": SEEN, "absent": NOT_THERE}}}, False, id="seen and absent"),
        pytest.param({"policies": {"lockdown": {"evidence": None, "absent": NOT_THERE}}}, True, id="an empty line"),
        pytest.param({"attendance": {"evidence": SEEN, "not_applicable": EXEMPT}}, False, id="seen and exempt"),
        pytest.param(
            {"health_and_safety": [{"item": "first_aid", "absent": NOT_THERE, "not_applicable": EXEMPT}]},
            False,
            id="absent and exempt",
        ),
        pytest.param(_found(found="no"), True, id="not found"),
        pytest.param(_found(found="no", urn=None, status=None), True, id="not found with empty lines"),
        pytest.param(_found(found="no", urn="123456"), False, id="not found with a number"),
        pytest.param(_found(found=False, establishment_type="11"), False, id="not found with a type"),
        pytest.param(_found(found="no", status="1"), False, id="not found with a status"),
        pytest.param(_found(found="no", establishment_number="999/6001"), False, id="not found with a DfE number"),
        pytest.param(_found(found="no", capacity=20), False, id="not found with a number of places"),
        pytest.param(_found(found="no", sites=[]), False, id="not found with sites"),
        pytest.param(_found(found="yes", **OPEN), True, id="found"),
        pytest.param(_found(found=True, status="1"), False, id="found without a type"),
        pytest.param(_found(found="yes", establishment_type="11", status=None), False, id="found without a status"),
        pytest.param({"offer": {**OFFER, "week": {**WEEK, "days": ["mon", "tue"]}}}, True, id="two days"),
        pytest.param({"offer": {**OFFER, "week": {**WEEK, "days": ["mon", "mon"]}}}, False, id="a day twice"),
    ],
)
def test_what_two_keys_say_together_an_editor_judges_as_apqa_does(more: dict[str, Any], accepted: bool) -> None:
    whole = {**PROVIDER_RECORD, **more}
    assert Draft7Validator(_made(PROVIDER)).is_valid(whole) is accepted
    troubles, _ = explained("north-star", json.dumps(whole), PROVIDER.model)
    assert (not troubles) is accepted, troubles


def test_a_year_without_terms_is_underlined() -> None:
    assert _made(CALENDAR)["properties"]["terms"]["minItems"] == 1


def test_a_field_that_cites_a_clause_shows_its_text() -> None:
    known = Hints({"QF-20": ("Status", "Look at the register."), "QF-21": ("Policies", "See them.")})
    cited = _made(PROVIDER, known)["properties"]["registration"]
    assert "(QF-20)" in cited["description"]
    assert cited["markdownDescription"].endswith("- **QF-20** Status: Look at the register.")


def test_a_field_that_cites_none_shows_the_clause_of_the_group_around_it() -> None:
    company = _made(PROVIDER)["definitions"]["Identity"]["properties"]["company_number"]
    assert "QF-" not in company["description"]
    assert "**QF-20**" in company["markdownDescription"]


def test_a_range_of_clauses_shows_their_titles() -> None:
    placement = next(kind for kind in KINDS if kind.key == "placement")
    shown = _made(placement)["properties"]["before_start"]["markdownDescription"]
    assert "**QF-23** Assessment and monitoring" in shown
    assert "how the provider assesses" not in shown


def test_a_word_of_a_closed_list_is_explained() -> None:
    made = _made(PROVIDER)["definitions"]["ListStatus"]
    meanings = dict(zip(made["enum"], made["enumDescriptions"], strict=True))
    assert meanings["exceptional"].startswith("Not listed; used for named placements only")
    assert meanings["due_diligence"] == "Due diligence."


def test_policies_with_a_meaning_are_offered_by_name() -> None:
    policies = _made(PROVIDER)["properties"]["policies"]
    assert policies["properties"]["business_continuity"]["description"] == "Business continuity plan (QF-21)."
    assert "our_own" not in policies["properties"]


def test_a_schema_knows_itself_by_its_file_name_and_has_no_field_for_the_id() -> None:
    made = _made(PROVIDER)
    assert made["$id"] == "provider.schema.json"
    assert "id" not in made["properties"]
    assert list(made["properties"])[-1] == "local"


class _Silent(Part):
    known: int = 0


def test_a_field_without_a_docstring_has_an_empty_one() -> None:
    assert field_docstrings(_Silent) == {"known": ""}


def test_only_the_text_behind_an_attribute_is_its_docstring() -> None:
    source = """
        class Kept:
            "What it is."
            def method(self): ...
            "Behind a method."
            table["key"] = 1
            "Behind an entry."
            known: int
            "What is known."
            said = "as text"
            "What is said."
    """
    (node,) = ast.parse(dedent(source)).body
    assert isinstance(node, ast.ClassDef)
    assert dict(_of_class(node)) == {"known": "What is known.", "said": "What is said."}


def test_docstrings_of_words_come_in_the_order_of_the_words() -> None:
    from apqa.vocabulary.provider import PriceUnit

    assert list(word_docstrings(PriceUnit)) == [unit.value for unit in PriceUnit]
