"""`apqa schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from apqa.records.kinds import KINDS
from tests.cli.asking import ask, run

NAMES = sorted(f"{kind.key}.schema.json" for kind in KINDS)


def test_the_schemas_of_this_checkout_are_in_step() -> None:
    folder = Path(__file__).resolve().parents[2] / "schemas"
    said = ask("schema", "--check", "--output", folder)
    assert (said.out, said.status) == ("", 0)
    assert "in step" in said.err


def test_every_schema_is_written_beside_the_records(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    said = ask("schema", "--records", tmp_path)
    assert said.status == 0
    assert sorted(file.name for file in (tmp_path / "schemas").iterdir()) == NAMES
    assert b"\r" not in (tmp_path / "schemas" / NAMES[0]).read_bytes()


def test_without_records_the_nearest_folder_of_schemas_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert ask("schema", "--quiet").err == ""
    assert len(list((tmp_path / "schemas").iterdir())) == len(NAMES)


def test_a_schema_out_of_step_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    ask("schema", "--output", tmp_path)
    (tmp_path / "visit.schema.json").write_text("{}\n")
    (tmp_path / "old.schema.json").write_text("{}\n")
    (tmp_path / "waiver.schema.json").unlink()
    said = ask("schema", "--check", "--output", tmp_path)
    assert said.status == 1
    assert said.out == "old.schema.json\nvisit.schema.json\nwaiver.schema.json\n"
    assert (tmp_path / "visit.schema.json").read_text() == "{}\n"
    assert not (tmp_path / "waiver.schema.json").exists()
    assert said.err == f"apqa: 3 of the schemas in {tmp_path} are out of step with the models: run `apqa schema`\n"
    one = ask("schema", "visit", "--check", "--output", tmp_path).err
    assert one == f"apqa: 1 of the schemas in {tmp_path} is out of step with the models: run `apqa schema`\n"


def test_what_is_in_step_is_not_written_again(tmp_path: Path) -> None:
    ask("schema", "--output", tmp_path)
    written = {file.name: file.stat().st_ino for file in tmp_path.iterdir()}
    said = ask("schema", "--output", tmp_path)
    assert "nothing to write" in said.err
    assert {file.name: file.stat().st_ino for file in tmp_path.iterdir()} == written


def test_no_folder_of_schemas_is_made_where_there_are_no_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in ((), ("--check",), ("visit", "--check")):
        said = ask("schema", *arguments)
        assert said.status == 2
        assert "name the folder, as in --output schemas" in said.err
    assert list(tmp_path.iterdir()) == []
    assert ask("schema", "--output", "schemas").status == 0
    assert len(list((tmp_path / "schemas").iterdir())) == len(NAMES)


def test_one_schema_alone_is_written_and_checked(tmp_path: Path) -> None:
    said = ask("schema", "visit", "-o", tmp_path)
    assert (said.out, said.err) == ("", f"apqa: wrote 1 schema to {tmp_path}\n")
    assert [file.name for file in tmp_path.iterdir()] == ["visit.schema.json"]
    assert ask("schema", "visit", "--check", "-o", tmp_path).status == 0
    said = ask("schema", "waiver", "--check", "-o", tmp_path)
    assert (said.status, said.out) == (1, "waiver.schema.json\n")


@pytest.mark.parametrize("name", ["termly-report", "termly report", "Termly_Report"])
def test_one_schema_is_printed(name: str) -> None:
    assert json.loads(ask("schema", name).out)["$id"] == "termly-report.schema.json"


def test_an_unknown_kind_is_refused_with_the_nearest() -> None:
    said = ask("schema", "provder")
    assert (said.status, said.err) == (2, "apqa: there is no kind of record provder: did you mean provider?")


def test_the_installed_program_prints_it_too(tmp_path: Path) -> None:
    assert json.loads(run("schema", "visit", folder=tmp_path).out)["title"] == "Visit"
