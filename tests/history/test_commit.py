"""Which commit records are of, asked of real repositories."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from apqa.history.commit import commit_of

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Make a records folder in a repository, with one record committed."""
    records = tmp_path / "council" / "records"
    records.mkdir(parents=True)
    (records / "authority.yaml").write_text("name: Westmarch Council\n", encoding="utf-8")
    git(records.parent, "init", "-q")
    git(records.parent, "add", ".")
    git(records.parent, "commit", "-qm", "Records")
    return records


def test_the_commit_is_the_one_checked_out(kept: Path) -> None:
    found = commit_of(kept)
    assert found is not None
    assert (found.sha, found.changed) == (git(kept, "rev-parse", "HEAD"), False)
    assert found.sha.startswith(found.short)
    assert len(found.short) == 10


def test_a_changed_a_new_and_a_removed_record_are_not_committed_yet(kept: Path) -> None:
    record = kept / "authority.yaml"
    for change in (
        lambda: record.write_text("name: Eastmarch Council\n", encoding="utf-8"),
        lambda: (kept / "new.yaml").write_text("", encoding="utf-8"),
        record.unlink,
    ):
        git(kept, "stash", "-qu") if git(kept, "status", "--porcelain") else None
        change()
        assert (found := commit_of(kept))
        assert found.changed


def test_what_changed_beside_the_records_does_not_count(kept: Path) -> None:
    (kept.parent / "notes.txt").write_text("not a record", encoding="utf-8")
    assert (found := commit_of(kept))
    assert not found.changed


def test_asking_leaves_the_repository_as_it_is(kept: Path) -> None:
    (kept / "authority.yaml").touch()
    inside = kept.parent / ".git"
    before = {file: file.read_bytes() for file in inside.rglob("*") if file.is_file()}
    commit_of(kept)
    assert {file: file.read_bytes() for file in inside.rglob("*") if file.is_file()} == before


def test_records_outside_of_git_are_of_no_commit(tmp_path: Path) -> None:
    assert commit_of(tmp_path) is None
    assert commit_of(tmp_path / "not-there") is None


def test_records_that_a_repository_does_not_keep_are_of_no_commit_of_it(kept: Path) -> None:
    beside = kept.parent / "other" / "records"
    beside.mkdir(parents=True)
    (beside / "authority.yaml").write_text("name: Eastmarch Council\n", encoding="utf-8")
    assert commit_of(beside) is None


def test_records_that_are_added_and_not_committed_have_no_commit_yet(tmp_path: Path) -> None:
    (tmp_path / "authority.yaml").write_text("name: Westmarch Council\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    assert (found := commit_of(tmp_path))
    assert (found.sha, found.changed) == ("", True)


def test_without_a_git_program_no_commit_is_told(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert commit_of(kept) is None
