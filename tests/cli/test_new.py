"""`apqa new`: records made from what is given, or asked for in a terminal."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from apqa.cli.app import app
from apqa.cli.new import _quoted
from apqa.errors import StoppedError, UsageError
from apqa.forms.accepted import refuse_unreadable
from apqa.forms.asking import missing
from apqa.forms.assigned import assembled, assignments
from apqa.forms.fresh_file import write_fresh
from apqa.forms.new_id import drawn
from apqa.forms.new_record import record_text
from apqa.reading.folder import DiskFolder
from apqa.reading.loader import Library
from apqa.reading.plain import plain_data
from apqa.records.kinds import AUTHORITY, KINDS, PLACEMENT, PROVIDER, SELF_ASSESSMENT, kind_named
from apqa.records.schema.shapes import fields, shape
from tests.cli.asking import ask, installed, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from apqa.records.kinds import Kind

DAY = ("--on", "2026-11-23")

PROVIDER_VALUES = {
    "name": "North Star: a farm",
    "identity.legal_form": "company",
    "sites.0.key": "main",
    "sites.0.name": "No",
    "sites.0.use": "outdoor",
    "sites.0.starts": "2026-09-01",
    "offer.purpose": "- Animal care # and so on",
    "offer.ages.youngest": "11",
    "offer.ages.oldest": "16",
    "offer.places": "8",
    "offer.week.days": "mon, tue",
    "offer.week.hours_with_breaks": "15:30",
}
PLACEMENT_VALUES = {
    "provider": "north-star",
    "commissioner.kind": "school",
    "commissioner.name": "Hillside School",
    "cohort": "2011-12",
    "basis": "school_other",
    "starts": "2026-11-02",
    "timetable.0.starts": "2026-11-02",
    "timetable.0.hours_with_breaks": "12",
    "timetable.0.daytime": "yes",
}
TERMS = {
    "terms.0.number": "1",
    "terms.0.starts": "2026-09-01",
    "terms.0.ends": "2026-10-23",
    "terms.0.period": "autumn",
}
ACTION = {
    "actions.0.key": "policies",
    "actions.0.what": "Review the policies",
    "actions.0.owner": "head of provision",
    "actions.0.due": "2026-12-01",
}
EVERY_KIND: dict[str, tuple[str | None, dict[str, str]]] = {
    "authority": (None, {"name": "Avonmere Council"}),
    "calendar": ("2026-27", {"confirmed": "no", **TERMS}),
    "provider": ("north-star", PROVIDER_VALUES),
    "self-assessment": (
        "north-star/2026-27",
        {"completed_on": "2026-10-01", "completed_by": "head of provision", "true_statement": "yes"},
    ),
    "action-plan": ("north-star/2026-10-06", {"reason": "Policies are old", "trigger": "visit", **ACTION}),
    "visit": ("2026-10-06-north-star", {"type": "routine", "status": "planned", "lead": "send"}),
    "waiver": (
        "north-star-accounts",
        {
            "rule": "accounts-overdue",
            "record": "providers/north-star.yaml",
            "reason": "Granted by the registrar",
            "approved_by": "senior manager",
            "approved_on": "2026-10-01",
            "starts": "2026-10-01",
            "ends": "2027-01-31",
        },
    ),
    "placement": (None, PLACEMENT_VALUES),
    "termly-report": ("2026-27-autumn/PL-7K3QX", {"status": "draft"}),
    "reminder": (
        "2026-11-23-provider-north-star",
        {
            "to.owes": "provider",
            "to.name": "North Star",
            "duties.0.duty": "provider/north-star/insurance/public_liability",
            "duties.0.due": "2026-11-20",
            "duties.0.rung": "overdue",
        },
    ),
}

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    (tmp_path / "schemas").mkdir()
    return tmp_path


def _sets(values: dict[str, str]) -> list[str]:
    return [part for key, value in values.items() for part in ("--set", f"{key}={value}")]


ABOUT = {
    "self-assessment": ("provider",),
    "action-plan": ("provider",),
    "visit": ("provider",),
    "waiver": ("provider",),
    "placement": ("provider",),
    "termly-report": ("provider", "placement"),
}
"""What must be there before a record of a kind can be made."""


def _make_what_it_is_about(folder: Path, key: str) -> None:
    for about, record_id in (("provider", "north-star"), ("placement", "PL-7K3QX")):
        if about in ABOUT.get(key, ()) and not (folder / "records" / f"{about}s" / f"{record_id}.yaml").exists():
            ask("new", about, record_id, *_sets(EVERY_KIND[about][1]), "--records", folder, *DAY)


def _make(folder: Path, key: str, **more: str) -> Any:
    _make_what_it_is_about(folder, key)
    record_id, values = EVERY_KIND[key]
    changed = {name.replace("__", "."): value for name, value in more.items()}
    given = [key, *([record_id] if record_id else []), *_sets({**values, **changed})]
    return ask("new", *given, "--records", folder, *DAY)


def _made(folder: Path, kind: Kind) -> tuple[str, str]:
    """Answer the path and the text of the one record of a kind."""
    root = folder / "records"
    (file,) = (root / kind.folder).glob("**/*.yaml" if kind.folder else "*.yaml")
    return file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")


@each_kind
def test_a_record_of_every_kind_is_made_where_it_belongs(folder: Path, kind: Kind) -> None:
    said = _make(folder, kind.key)
    path, text = _made(folder, kind)
    assert (said.status, said.out) == (0, f"{folder / 'records' / path}\n")
    assert kind.id_of(path)
    assert text.endswith("\n")
    assert "\r" not in text


@each_kind
def test_a_new_record_is_read_without_a_finding(folder: Path, kind: Kind) -> None:
    _make(folder, kind.key)
    library = Library(DiskFolder(folder / "records"))
    assert len(library.read_all().all_of(kind)) == 1
    assert library.findings() == ()


@each_kind
def test_the_schema_line_leads_to_the_schema(folder: Path, kind: Kind) -> None:
    _make(folder, kind.key)
    path, text = _made(folder, kind)
    first = text.split("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=../")
    address = first.partition("=")[2]
    assert (folder / "records" / path).parent.joinpath(address).resolve() == folder / "schemas" / address.split("/")[-1]


def _filled_in(text: str) -> str:
    """Take away the # in front of every name, as an officer who fills in everything would."""
    named = "\n".join(line for line in text.split("\n") if not re.match(r"#( \S|$)", line))
    return re.sub(r"^#((?:  )*(?:- |# )?)(?=\S)", r"\1", named, flags=re.MULTILINE)


@each_kind
def test_what_stands_in_comments_are_the_names_the_model_knows(folder: Path, kind: Kind) -> None:
    _make(folder, kind.key)
    path, text = _made(folder, kind)
    record_id = kind.id_of(path)
    assert record_id
    uncommented = _filled_in(text).replace("ratings: {}", "ratings:")
    assert plain_data(uncommented), "the names without their # are sound YAML"
    with pytest.raises(UsageError) as refused:
        refuse_unreadable(kind, record_id, f"{uncommented}\nsurely_unknown: x\n")
    complaints = re.findall(r"'(\w+)' is not a key that belongs here", str(refused.value))
    assert complaints == ["surely_unknown"]


def test_what_belongs_to_a_group_comes_out_of_the_comments_inside_it(folder: Path) -> None:
    _make(folder, "provider")
    text = _filled_in(_made(folder, PROVIDER)[1])
    filled = text.replace("\n  - role:", "\n  - role: head").replace("\n    no_employees:", "\n    no_employees: x")
    read = plain_data(filled.replace("\n    phone:", '\n    phone: "0117 496 0000"'))
    assert read["contacts"] == [{"role": "head", "phone": "0117 496 0000"}]
    assert read["headcounts"] == [{}]
    assert {"anti_bullying", "medication"} <= {line.strip(" :").partition(":")[0] for line in text.split("\n")}


@each_kind
def test_every_field_of_a_record_is_in_its_text_with_what_it_is_for(folder: Path, kind: Kind) -> None:
    from apqa.records.schema.docstrings import field_docstrings
    from apqa.records.schema.shapes import fields

    _make(folder, kind.key)
    text = " ".join(line.strip("# ") for line in _made(folder, kind)[1].split("\n"))
    docs = field_docstrings(kind.model)
    assert [each.name for each in fields(kind.model) if docs[each.name] not in text] == []


def test_values_are_written_so_that_every_reader_reads_the_same(folder: Path) -> None:
    _make(folder, "provider", identity__urn="123456", offer__week__opens="09:30", contacts__0__role="head: yes")
    text = _made(folder, PROVIDER)[1]
    for line in (
        'name: "North Star: a farm"',
        '    name: "No"',
        '  purpose: "- Animal care # and so on"',
        '  urn: "123456"',
        "    days: [mon, tue]",
        "    opens: 09:30",
        '  - role: "head: yes"',
    ):
        assert line in text.split("\n"), line


def test_text_is_kept_as_it_was_given(folder: Path) -> None:
    said = [
        "null",
        "~",
        "0123",
        "1.10",
        "£5 a day",
        "C:\\new",
        'he said "yes"',
        "é{{ name }}",
        "[x]",
        "a\nb",
        "true",
        "2026-09-01",
    ]
    given = _sets({f"offer.subjects.{number}": each for number, each in enumerate(said)})
    ask("new", "provider", "north-star", *_sets(PROVIDER_VALUES), *given, "--records", folder, *DAY)
    (provider,) = Library(DiskFolder(folder / "records")).records.providers
    assert list(provider.offer.subjects) == said


def test_what_a_record_lacks_is_said_in_one_sentence_with_its_spelling(folder: Path) -> None:
    said = ask("new", "placement", "--set", "plan.agreed_on=2026-09-01", "--records", folder, *DAY)
    assert (said.status, said.err.count("\n")) == (2, 0)
    for key in (*(key for key in PLACEMENT_VALUES), "plan.objectives.0.what", "plan.objectives.0.area"):
        assert f"--set {key}=…" in said.err
    assert "pupil" not in said.err
    assert list((folder / "records").iterdir()) == []


def test_an_id_that_cannot_be_drawn_is_asked_for(folder: Path) -> None:
    said = ask("new", "visit", *_sets(EVERY_KIND["visit"][1]), "--records", folder, *DAY)
    assert said.status == 2
    assert "its id, such as 2026-10-06-north-star, after the kind" in said.err


def test_the_id_and_the_pupil_of_a_placement_are_drawn(folder: Path) -> None:
    first, second = _make(folder, "placement"), _make(folder, "placement")
    placements = Library(DiskFolder(folder / "records")).records.placements
    assert len({placement.id for placement in placements}) == 2
    assert len({placement.pupil for placement in placements}) == 2
    assert all(re.search(r"/PL-[0-9A-HJKMNP-TV-Z]{5}\.yaml\n$", said.out) for said in (first, second))


def test_a_pupil_who_is_known_keeps_the_reference(folder: Path) -> None:
    _make(folder, "placement", pupil="P-9F4TC")
    assert [each.pupil for each in Library(DiskFolder(folder / "records")).records.placements] == ["P-9F4TC"]


def test_a_token_somebody_has_is_not_drawn_again() -> None:
    signs = iter("00000" + "7K3QX")
    assert drawn("PL-", {"PL-00000"}, lambda _: next(signs)) == "PL-7K3QX"


@pytest.mark.parametrize(
    ("kind", "record_id", "said"),
    [
        ("provider", "North Star", "'North Star' is no provider's id: one is like north-star"),
        ("visit", "2026-02-30-x", "'2026-02-30-x' is no visit's id: there is no 2026-02-30: February 2026 has 28 days"),
        ("action-plan", "x/1826-02-03", "no action plan's id: the year of 1826-02-03 is outside 1900 to 2100"),
        ("calendar", "2026-28", "'2026-28' is no calendar's id: there is no school year 2026-28, as 2026-27 is one"),
        ("visit", "north-star", "'north-star' is no visit's id: one is like 2026-10-06-north-star"),
        ("provider", "con", "Windows cannot hold this name"),
        ("provider", "lpt1", "Windows cannot hold this name"),
        ("self-assessment", "aux/2026-27", "Windows cannot hold this name"),
        ("visit", "north-star", "'north-star' is no visit's id"),
        ("placement", "PL-OOOOO", "is no placement's id"),
        ("provider", "../../north-star", "is no provider's id"),
        ("authority", "other", "is no authority's id"),
    ],
)
def test_an_id_no_file_can_have_is_refused(folder: Path, kind: str, record_id: str, said: str) -> None:
    answer = ask("new", kind, record_id, *_sets(EVERY_KIND[kind][1]), "--records", folder, *DAY)
    assert answer.status == 2
    assert said in answer.err
    assert list((folder / "records").iterdir()) == []


def test_an_id_that_differs_in_capital_letters_only_is_refused(folder: Path) -> None:
    (folder / "records" / "providers").mkdir()
    (folder / "records" / "providers" / "North-Star.yaml").write_text("x: y\n")
    said = _make(folder, "provider")
    assert said.status == 2
    assert "too like a name that is there" in said.err


def test_a_folder_that_differs_in_capital_letters_only_is_refused(folder: Path) -> None:
    (folder / "records" / "self-assessments" / "North-Star").mkdir(parents=True)
    assert "too like a name that is there" in _make(folder, "self-assessment").err


def test_that_an_authority_is_there_is_said_before_anything_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apqa.cli.new._is_terminal", lambda: True)
    monkeypatch.setattr("apqa.cli.asking.Interview.hold", lambda _: pytest.fail("somebody was asked"))
    (folder / "records" / "authority.yaml").write_text("name: Westmarch Council\n", encoding="utf-8")
    said = ask("new", "authority", "--records", folder, *DAY)
    assert said.status == 2
    assert "authority.yaml is there already" in said.err


def test_nothing_is_written_over(folder: Path) -> None:
    _make(folder, "provider")
    before = _made(folder, PROVIDER)[1]
    said = _make(folder, "provider", name="Another")
    assert said.status == 2
    assert "is there already, and apqa writes over nothing" in said.err
    assert _made(folder, PROVIDER)[1] == before


def test_a_file_that_comes_in_between_is_not_written_over(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_text("mine\n")
    with pytest.raises(UsageError, match="writes over nothing"):
        write_fresh(target, "yours\n")
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]
    assert target.read_text() == "mine\n"


def test_a_disk_without_links_is_written_to_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "not here")

    monkeypatch.setattr("os.link", no_links)
    write_fresh(tmp_path / "a.yaml", "first\n")
    with pytest.raises(UsageError, match="writes over nothing"):
        write_fresh(tmp_path / "a.yaml", "second\n")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.yaml", "first\n")]


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("name", "is not of the form key=value"),
        ("=x", "is not of the form key=value"),
        ("nmae=x", "there is no 'nmae': did you mean name?"),
        ("sites.x.key=a", "the number of the entry belongs here"),
        ("sites.5.key=a", "numbered from 0 without a gap"),
        ("name.first=a", "there is nothing below this value"),
        ("name=x=y", ""),
        ("identity.legal_form=firm", "'firm' is not one of the words for this"),
        ("offer.places=many", "'many' is not a number"),
        ("offer.ages.oldest=9", "the oldest age, 9, is below the youngest, 11"),
        ("identity.urn=012345", "is not a URN"),
        ("sites.0.starts=2026-02-30", "February 2026 has 28 days"),
    ],
)
def test_a_value_the_model_refuses_is_refused_in_its_words(folder: Path, assignment: str, said: str) -> None:
    others = {key: value for key, value in PROVIDER_VALUES.items() if key != assignment.partition("=")[0]}
    answer = ask("new", "provider", "north-star", *_sets(others), "--set", assignment, "-C", folder, *DAY)
    assert said in answer.err
    assert answer.status == (2 if said else 0)
    assert (folder / "records" / "providers").exists() is not bool(said)


def test_a_group_and_a_single_value_do_not_go_together(folder: Path) -> None:
    answer = ask("new", "provider", "x", "--set", "policies={}", "--set", "policies.a.b=c", "-C", folder, *DAY)
    assert answer.status == 2


@pytest.mark.parametrize(
    ("assignment", "example"),
    [
        ("sites=5", "sites.0.key=…"),
        ("sites.0=x", "sites.0.key=…"),
        ("offer=5", "offer.purpose=…"),
        ("offer.prices=5", "offer.prices.0."),
        ("identity=x", "identity.legal_form=…"),
        ("identity=[]", "identity.legal_form=…"),
        ("contacts={}", "contacts.0.role=…"),
        ("references.0=x", "references.0."),
        ("policies=5", "policies.a_name."),
        ("policies.medication=yes", "policies.medication."),
        ("local=x", "local.a_name=…"),
    ],
)
def test_a_single_value_where_a_group_belongs_is_refused_with_an_example(
    folder: Path, assignment: str, example: str
) -> None:
    answer = ask("new", "provider", "x1", "--set", assignment, "-C", folder)
    assert answer.status == 2
    assert f"such as --set {example}" in answer.err


def test_what_is_given_twice_is_refused(folder: Path) -> None:
    for first, second in (("name=A", "name=B"), ("offer.week.days=mon", "offer.week.days.0=tue")):
        answer = ask("new", "provider", "x1", "--set", first, "--set", second, "-C", folder)
        key = second.partition("=")[0]
        assert (answer.status, answer.err) == (2, f"apqa: --set says {key} twice: give it once")


def _keys(model: Any, way: tuple[str, ...] = ()) -> Iterator[str]:
    """Name every key of a model, the groups themselves and what is in them."""
    for each in fields(model):
        yield from _keys_below(each.annotation, (*way, each.name))


def _keys_below(annotation: Any, way: tuple[str, ...]) -> Iterator[str]:
    yield ".".join(way)
    of = shape(annotation)
    if of.part:
        yield from _keys(of.part, way)
    elif of.entries is not None:
        yield from _keys_below(of.entries, (*way, "0"))
    elif of.values is not None:
        yield from _keys_below(of.values[1], (*way, "a_name"))


@each_kind
def test_any_value_of_any_key_is_written_or_refused(tmp_path: Path, kind: Kind) -> None:
    record_id, values = EVERY_KIND[kind.key]
    keys = list(_keys(kind.model))
    assert len(keys) > 10
    for key, value in product(keys, ("5", "[]", "{}", "")):
        given = {**{name: each for name, each in values.items() if name != key}, key: value}
        with suppress(UsageError):
            data = assembled(kind.model, assignments(f"{name}={each}" for name, each in given.items()))
            if not missing(kind.model, data):
                text = record_text(kind, record_id or kind.id_example, data, tmp_path, date(2026, 11, 23))
                refuse_unreadable(kind, record_id or kind.id_example, text)


def test_an_empty_list_says_that_there_is_none(folder: Path) -> None:
    _make(folder, "placement", looked_after="[]", ehc_plans="[]")
    (placement,) = Library(DiskFolder(folder / "records")).records.placements
    assert (placement.looked_after, placement.ehc_plans, placement.registered_at) == ((), (), None)


def test_free_names_are_written_and_read(folder: Path) -> None:
    _make(folder, "provider", policies__our_own__reviewed_on="2026-09-01", policies__our_own__cites__kcsie="2026")
    (provider,) = Library(DiskFolder(folder / "records")).records.providers
    assert provider.policies["our_own"].cites == {"kcsie": "2026"}


def test_an_entry_of_which_nothing_is_given_is_written(folder: Path) -> None:
    _make(folder, "self-assessment", figures__outcomes__0="{}", figures__outcomes__1__started="6")
    (assessment,) = Library(DiskFolder(folder / "records")).records.self_assessments
    assert assessment.figures
    assert [each.started for each in assessment.figures.outcomes] == [None, 6]


def test_an_identifier_is_written_in_quotes_wherever_it_stands(folder: Path) -> None:
    edition = "policy.editions.kcsie.2027"
    given = {f"{edition}.in_force_from": "2027-09-01", f"{edition}.reason": "it came out", "code": "E06000022"}
    ask("new", "authority", *_sets({"name": "Avonmere", **given}), "--records", folder, *DAY)
    text = (folder / "records" / "authority.yaml").read_text(encoding="utf-8")
    assert '\ncode: "E06000022"\n' in text
    assert '\n      "2027":\n' in text


def test_only_criteria_in_force_on_the_day_are_offered(folder: Path) -> None:
    record_id, values = EVERY_KIND["self-assessment"]
    _make_what_it_is_about(folder, "self-assessment")
    ask("new", "self-assessment", record_id, *_sets(values), "-C", folder, "--on", "2025-07-31")
    text = _made(folder, SELF_ASSESSMENT)[1]
    assert "#  f_staffing:" in text
    assert "s1_1" not in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("visit", "2026-10-06-north-str"), "there is no provider north-str: did you mean north-star?"),
        (("action-plan", "thistle/2026-10-06"), "there is no provider thistle: make its record first"),
        (("termly-report", "2026-27-autumn/PL-7K3QX"), "there is no placement PL-7K3QX: make its record first"),
        (("placement", "--set", "provider=north-sta"), "--set provider: there is no provider north-sta: did you mean"),
        (("placement", "--set", "provider=con"), "there is no provider con: make its record first"),
        (
            ("waiver", "a", "--set", "rule=missing-polic"),
            "no rule missing-polic: did you mean missing-policy?",
        ),
        (("waiver", "a", "--set", "rule=unquoted-identifier"), "is put right and not waived"),
        (("waiver", "a", "--set", "rule=unregistered-full-time-provision"), "states law (Education Act 1996"),
        (("waiver", "a", "--set", "record=providers/nope.yaml"), "there is no providers/nope.yaml"),
        (("waiver", "a", "--set", "record=providers/north-sta.yaml"), "did you mean providers/north-star.yaml?"),
        (("waiver", "a", "--set", "record=north-star"), "north-star is not the path of a record, such as providers/"),
        (("calendar", "2026-27", "--set", "applies_to.provider=nope"), "there is no provider nope"),
        (("provider", "b", "--set", "due_diligence.0.visit=2026-10-06-b"), "there is no visit 2026-10-06-b"),
        (
            ("placement", "--set", "provider=north-star", "--set", "site=nope"),
            "--set site: North Star: a farm has no site nope: its sites are main",
        ),
        (("placement", "--set", "site=nope", "--set", "provider=north-star"), "a farm has no site nope: its sites are"),
        (("visit", "2026-10-06-north-star", "--set", "site=barn"), "a farm has no site barn: its sites are main"),
    ],
)
def test_what_refers_to_nothing_is_refused(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    _make(folder, "provider")
    before = sorted((folder / "records").rglob("*"))
    answer = ask("new", *arguments, "-C", folder, *DAY)
    assert answer.status == 2
    assert said in answer.err
    assert sorted((folder / "records").rglob("*")) == before


def test_a_site_that_the_provider_has_is_taken(folder: Path) -> None:
    _make(folder, "provider")
    assert _make(folder, "placement", site="main").status == 0
    assert _make(folder, "visit", site="main").status == 0


def test_a_record_that_is_there_and_cannot_be_read_may_be_referred_to(folder: Path) -> None:
    (folder / "records" / "providers").mkdir()
    (folder / "records" / "providers" / "north-star.yaml").write_text("name: [\n")
    assert _make(folder, "visit").status == 0


def test_missing_schemas_are_pointed_out(folder: Path) -> None:
    (folder / "schemas").rmdir()
    assert "`apqa schema` writes them" in _make(folder, "authority").err


def test_a_template_of_the_council_s_own_takes_the_place_of_the_shipped_one(folder: Path) -> None:
    (folder / "templates" / "new").mkdir(parents=True)
    (folder / "templates" / "new" / "record.yaml.j2").write_text("# Ours\n{{ body }}\n")
    _make(folder, "authority")
    assert _made(folder, AUTHORITY)[1].startswith("# Ours\n# The council's name.\nname: Avonmere Council\n")


@pytest.mark.parametrize("template", ["{{ nothing }}", "{% if %}", "{{ body.__class__.__mro__ }}"])
def test_a_template_at_fault_writes_nothing(folder: Path, template: str) -> None:
    (folder / "records" / "templates" / "new").mkdir(parents=True)
    (folder / "records" / "templates" / "new" / "record.yaml.j2").write_text(template)
    said = _make(folder, "authority")
    assert said.status == 4
    assert f"the template {folder / 'records' / 'templates' / 'new' / 'record.yaml.j2'} cannot be filled" in said.err
    assert not (folder / "records" / "authority.yaml").exists()


def test_an_unknown_kind_is_refused(folder: Path) -> None:
    assert "did you mean provider?" in ask("new", "provder", "-C", folder).err
    assert kind_named("provder") is None


def _typed(folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], lines: list[str]) -> Any:
    """Answer questions line by line, as if in a terminal."""
    monkeypatch.setattr("apqa.cli.new._is_terminal", lambda: True)
    command = ["new", *arguments, "--records", str(folder), *DAY]
    return CliRunner().invoke(app, command, input="".join(f"{line}\n" for line in lines))


def test_questions_are_asked_again_until_the_model_takes_the_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    term = ["1", "2026-09-01", "23/10/2026", "2026-10-23", "autum", "autumn"]
    wrong, second = ["2", "2026-11-02", "2026-10-30", "autumn"], ["2", "2026-11-02", "2026-12-18", "autumn"]
    lines = ["2026/27", "2026-27", "maybe", "no", *term, "y", *wrong, *second, "n"]
    said = _typed(folder, monkeypatch, ["calendar"], lines)
    assert said.exit_code == 0, said.stderr
    for part in (
        "is no calendar's id",
        "'maybe' is neither yes nor no",
        "'23/10/2026' is written day first: write 2026-10-23",
        "did you mean 'autumn'?",
        "term 2 ends on 2026-10-30, before it starts",
        "One of autumn, spring, summer.",
    ):
        assert part in " ".join(said.stderr.split())
    (calendar,) = Library(DiskFolder(folder / "records")).records.calendars
    assert [term.number for term in calendar.terms] == [1, 2]


def test_providers_at_hand_are_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(folder, "provider")
    values = {key: value for key, value in PLACEMENT_VALUES.items() if key != "provider"}
    said = _typed(folder, monkeypatch, ["placement", *_sets(values)], ["north-sta", "north-star", "", "n"])
    assert "There are north-star." in said.stderr
    assert "there is no provider north-sta: did you mean north-star?" in said.stderr
    assert said.exit_code == 0, said.stderr


def test_who_the_pupil_is_is_asked_so_that_hours_add_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(folder, "placement", pupil="P-9F4TC")
    lines = ["Ann", "P-9F4TD", "P-00000", "P-9F4TC", "n"]
    said = _typed(folder, monkeypatch, ["placement", *_sets(PLACEMENT_VALUES)], lines)
    talk = " ".join(said.stderr.split())
    for part in (
        "Enter if the pupil is new to these records: a reference is drawn then.",
        "'Ann' is not a pupil's reference",
        "no placement here is of P-9F4TD: did you mean P-9F4TC?",
        "no placement here is of P-00000; if it comes from elsewhere, begin again with --set pupil=P-00000",
    ):
        assert part in talk
    assert "got the reference" not in talk
    placements = Library(DiskFolder(folder / "records")).records.placements
    assert [each.pupil for each in placements] == ["P-9F4TC"] * 2


def test_a_pupil_who_is_new_is_given_a_reference_and_it_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make_what_it_is_about(folder, "placement")
    asked = _typed(folder, monkeypatch, ["placement", *_sets(PLACEMENT_VALUES)], ["", "n"])
    (first,) = Library(DiskFolder(folder / "records")).records.placements
    assert f"got the reference {first.pupil}: note it in the list" in asked.stderr
    monkeypatch.undo()
    given = _make(folder, "placement")
    (second,) = {each.pupil for each in Library(DiskFolder(folder / "records")).records.placements} - {first.pupil}
    assert f"got the reference {second}" in given.err
    assert "--set pupil=… names a pupil who is in them already" in given.err
    assert "reference" not in _make(folder, "placement", pupil=second).err
    assert "no other placement here is of P-9F4TC" in _make(folder, "placement", pupil="P-9F4TC").err


def test_a_question_says_of_what_it_asks() -> None:
    asked = [question.says for question in missing(PLACEMENT.model, {"timetable": [{}, {}], "provider": "a"})]
    assert "What it is." not in asked
    assert "Commissioner - what it is." in asked
    assert "Timetable 2 - the first day." in asked
    assert "The first day of the placement." in asked


def test_what_is_neither_yes_nor_no_is_asked_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = [value for key, value in PROVIDER_VALUES.items() if key.startswith("sites.0.")]
    others = {key: value for key, value in PROVIDER_VALUES.items() if not key.startswith("sites.0.")}
    lines = [*site, "perhaps", "Yes", "barn", "The barn", "workshop", "2026-09-01", "no"]
    said = _typed(folder, monkeypatch, ["provider", "north-star", *_sets(others)], lines)
    assert said.exit_code == 0, said.stderr
    assert said.stderr.count("Another entry in sites? [y/N]:") == 3
    assert "  Answer y for yes or n for no; Enter alone is no.\n" in said.stderr
    assert "Error" not in said.stderr


def test_who_gives_the_entries_of_a_list_is_asked_for_no_more(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = _typed(folder, monkeypatch, ["provider", "north-star", *_sets(PROVIDER_VALUES)], [])
    assert said.exit_code == 0, said.stderr
    assert "Another entry" not in said.stderr


def test_an_empty_answer_to_what_is_needed_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = _typed(folder, monkeypatch, ["provider", "north-star"], ["", ""])
    assert said.stderr.count("This is needed. Ctrl+C stops, and nothing is written.") == 2
    assert isinstance(said.exception, StoppedError)


@pytest.mark.parametrize("given", [{}, {"offer.ages.youngest": "16"}])
def test_ages_that_contradict_one_another_are_both_asked_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, given: dict[str, str]
) -> None:
    values = {key: value for key, value in PROVIDER_VALUES.items() if "ages" not in key} | given
    lines = [*([] if given else ["16"]), "11", "11", "16", "n"]
    said = _typed(folder, monkeypatch, ["provider", "north-star", *_sets(values)], lines)
    assert "One of these is not right, so all of them are asked again." in said.stderr
    (provider,) = Library(DiskFolder(folder / "records")).records.providers
    assert (provider.offer.ages.youngest, provider.offer.ages.oldest) == (11, 16)


def test_answers_are_not_lost_where_the_record_as_a_whole_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["no", "1", "2027-09-01", "2027-10-22", "autumn", "n"]
    said = _typed(folder, monkeypatch, ["calendar", "2026-27"], lines)
    assert isinstance(said.exception, UsageError)
    assert "term 1 lies outside the academic year 2026-27" in str(said.exception)
    again = said.stderr.partition("To go on from your answers: ")[2]
    assert again.count("\n") == 1
    assert again.startswith("apqa new calendar 2026-27 --set confirmed=no --set terms.0.number=1 ")
    assert list((folder / "records").iterdir()) == []


def test_answers_are_quoted_for_the_terminal_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _quoted("days=mon,tue") == "days=mon,tue"
    monkeypatch.setattr("apqa.cli.new.os.name", "nt")
    assert _quoted("name=The Boys' Yard, north") == "'name=The Boys'' Yard, north'"


def test_answers_to_a_record_that_is_written_need_not_be_given_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(folder, "provider")
    said = _typed(
        folder, monkeypatch, ["self-assessment", "north-star/2026-27"], ["2026-09-30", "head of provision", "yes"]
    )
    assert "records/self-assessments/north-star/2026-27.yaml" in said.stdout.replace("\\", "/")
    assert "To go on" not in said.stderr


def test_a_list_of_words_is_asked_for_as_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {key: value for key, value in PROVIDER_VALUES.items() if key != "offer.week.days"}
    lines = ["mon,sunday", "mon, sun", ""]
    said = _typed(folder, monkeypatch, ["provider", "north-star", *_sets(values)], lines)
    assert "Commas between several; [] for none." in said.stderr
    assert "'sunday' is not one of the words for this" in said.stderr
    assert said.exit_code == 0, said.stderr


def test_an_id_is_asked_again_where_its_provider_has_no_such_site(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(folder, "provider")
    ask("new", "provider", "heron-farm", *_sets({**PROVIDER_VALUES, "sites.0.key": "barn"}), "-C", folder, *DAY)
    values = {**EVERY_KIND["visit"][1], "site": "barn"}
    lines = ["2026-10-06-north-star", "2026-10-06-heron-farm"]
    said = _typed(folder, monkeypatch, ["visit", *_sets(values)], lines)
    assert "2026-10-06-north-star would be at no site: North Star: a farm has no site barn" in said.stderr
    assert said.exit_code == 0, said.stderr


def test_answers_that_end_too_soon_leave_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = _typed(folder, monkeypatch, ["provider", "north-star"], ["North Star"])
    assert isinstance(said.exception, StoppedError)
    assert str(said.exception) == "stopped, nothing was written"
    assert list((folder / "records").iterdir()) == []


if sys.platform != "win32":
    import pexpect

    def _terminal(folder: Path, *arguments: str) -> Any:
        command = ["new", *arguments, "--records", str(folder), *DAY]
        return pexpect.spawn(installed(), command, encoding="utf-8", timeout=20, dimensions=(50, 200))

    def _answer(child: Any, key: str, answer: str, refused: str = "") -> None:
        child.expect_exact(f"\n{key}: ")
        child.sendline(answer)
        if refused:
            child.expect_exact(refused)

    def test_a_terminal_is_asked_until_the_answers_are_good(folder: Path) -> None:
        child = _terminal(folder, "provider", "--set", "name=North Star")
        _answer(child, "id", "con", refused="Windows cannot hold")
        _answer(child, "id", "north-star")
        _answer(child, "identity.legal_form", "firm", refused="'firm' is not one of the words for this")
        _answer(child, "identity.legal_form", "company")
        for key in ("sites.0.key", "sites.0.name", "sites.0.use", "sites.0.starts", "offer.purpose"):
            _answer(child, key, PROVIDER_VALUES[key])
        _answer(child, "offer.ages.youngest", "eleven", refused="'eleven' is not a number")
        _answer(child, "offer.ages.youngest", "11")
        _answer(child, "offer.ages.oldest", "9", refused="the oldest age, 9, is below the youngest, 11")
        _answer(child, "offer.ages.youngest", "11")
        _answer(child, "offer.ages.oldest", "16")
        for key in ("offer.places", "offer.week.days", "offer.week.hours_with_breaks"):
            _answer(child, key, PROVIDER_VALUES[key])
        child.expect_exact("Another entry in sites?")
        child.sendline("y")
        for key, answer in (("key", "barn"), ("name", "The barn"), ("use", "workshop"), ("starts", "2026-09-01")):
            _answer(child, f"sites.1.{key}", answer)
        child.expect_exact("Another entry in sites?")
        child.sendline("")
        child.expect_exact("north-star.yaml")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        (provider,) = Library(DiskFolder(folder / "records")).records.providers
        assert [site.key for site in provider.sites] == ["main", "barn"]

    def test_what_is_asked_says_what_it_is_for_and_which_words_there_are(folder: Path) -> None:
        _make(folder, "provider")
        child = _terminal(folder, "placement")
        child.expect_exact("The provider, by the name of its record. There are north-star.")
        _answer(child, "provider", "north-star")
        child.expect_exact("Commissioner - what it is. One of school, academy, local_authority")
        press(child, "c", until="apqa: stopped")
        child.expect(pexpect.EOF)

    @pytest.mark.parametrize("key", ["c", "d"])
    def test_who_stops_in_the_middle_leaves_nothing_behind(folder: Path, key: str) -> None:
        child = _terminal(folder, "provider", "north-star")
        _answer(child, "name", "North Star")
        child.expect_exact("identity.legal_form: ")
        press(child, key, until="apqa: stopped, nothing was written")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 130
        assert list((folder / "records").iterdir()) == []
