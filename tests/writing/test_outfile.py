from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from apqa.display.terminal import write
from apqa.errors import ApqaError, why_not_written
from apqa.writing import outfile
from apqa.writing.outfile import write_whole

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has other modes, links and pipes")


def test_an_answer_to_a_file_is_utf_8_with_lf(tmp_path: Path) -> None:
    write("✓ one\ntwo caf\udce9\n", tmp_path / "answer.txt")
    assert (tmp_path / "answer.txt").read_bytes() == "✓ one\ntwo caf\\udce9\n".encode()


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "answer.txt").write_text("old", encoding="utf-8")
    write_whole(tmp_path / "answer.txt", b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("answer.txt", b"new")]


def test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "answer.txt").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ApqaError, match="the disk is full"):
        write_whole(tmp_path / "answer.txt", b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("answer.txt", b"old")]


def test_a_folder_that_is_not_there_is_said_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ApqaError) as caught:
        write_whole(tmp_path / "gone" / "answer.txt", b"")
    assert str(caught.value) == (
        f"cannot write {tmp_path / 'gone' / 'answer.txt'}: the folder is not there; "
        "name a file in a folder that is there and that you may write to"
    )


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(ApqaError, match="cannot write"):
        write_whole(tmp_path, b"")
    assert tmp_path.is_dir()


@posix_only
def test_the_mode_of_the_old_file_is_kept_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    old.chmod(0o640)
    umask = os.umask(0o027)
    try:
        write_whole(old, b"")
        write_whole(new, b"")
    finally:
        os.umask(umask)
    assert [file.stat().st_mode & 0o777 for file in (old, new)] == [0o640, 0o640]


@posix_only
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "kept" / "answer.txt")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "kept" / "answer.txt").read_bytes() == b"new"


@posix_only
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()


def test_a_file_another_program_holds_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = iter([PermissionError(13, "held"), PermissionError(13, "held")])
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        for refusal in refusals:
            raise refusal
        return replace(self, target)

    monkeypatch.setattr(outfile, "_TRIES", 3)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", held)
    write_whole(tmp_path / "answer.txt", b"new")
    assert (tmp_path / "answer.txt").read_bytes() == b"new"


def test_a_file_another_program_will_not_let_go_of_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(outfile, "_TRIES", 1)
    with pytest.raises(ApqaError, match="another program has it open"):
        write_whole(tmp_path / "answer.txt", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.EACCES, "you may not write there, or another program has it open"),
        (errno.EISDIR, "it is a folder"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EXDEV, "strange"),
    ],
)
def test_why_nothing_was_written_is_said_in_plain_words(number: int, why: str) -> None:
    assert why_not_written(OSError(number, "strange")) == why
