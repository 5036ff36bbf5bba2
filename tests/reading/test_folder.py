"""The records folder on a disk: real files, links, pipes and sockets."""

from __future__ import annotations

import errno
import os
import socket
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from apqa.errors import UnreadableRecordsError
from apqa.reading import folder as folder_module
from apqa.reading.folder import DiskFolder, find_records_folder, passed_over
from apqa.reading.limits import Limits
from apqa.reading.names import clashes, name_trouble, printable
from apqa.reading.source import Source, UnreadError

if TYPE_CHECKING:
    from collections.abc import Callable


def write(root: Path, *paths: str, content: str = "a: b\n") -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")


def paths(folder: Source, under: str = "") -> list[str]:
    return list(folder.paths(under))


def troubles(folder: Source) -> list[tuple[str, str]]:
    return [(trouble.rule, trouble.path) for trouble in folder.troubles]


def test_files_are_listed_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path, "b.yaml", "a/z.yaml", "a/b/c.yaml", "a-b/c.yaml", "notes.txt")
    folder = DiskFolder(tmp_path)
    assert paths(folder) == ["a-b/c.yaml", "a/b/c.yaml", "a/z.yaml", "b.yaml", "notes.txt"]
    assert folder.troubles == []


def test_the_order_does_not_depend_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "b.yaml", "B.yaml", "a/z.yaml", "a/Z.yaml", "x.yml", "nul.yaml")
    forwards = DiskFolder(tmp_path)
    expected = (forwards.paths(), forwards.troubles)
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: _Backwards(scandir(path)))
    backwards = DiskFolder(tmp_path)
    assert (backwards.paths(), backwards.troubles) == expected


class _Backwards:
    def __init__(self, listing: Any) -> None:
        self.listing = listing

    def __enter__(self) -> list[os.DirEntry[str]]:
        with self.listing as listing:
            return sorted(listing, key=lambda item: str(item.name), reverse=True)

    def __exit__(self, *_: object) -> None:
        return None


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ".git/config", ".git/config.yaml", ".vscode.yaml/a.yaml", ".DS_Store", "a/.keep", "a/b.yaml")
    write(tmp_path, "a/.b.yaml.swp", "a/.~lock.b.yaml#", "a/.b.yaml.1f.tmp")
    folder = DiskFolder(tmp_path)
    assert paths(folder) == ["a/b.yaml"]
    assert folder.troubles == []


def test_a_hidden_file_that_ends_like_a_record_is_listed(tmp_path: Path) -> None:
    hidden = ["a/.b.yaml", "a/.c.yml", "a/.d.YAML", "a/.yaml", ".e.YmL"]
    write(tmp_path, *hidden)
    folder = DiskFolder(tmp_path)
    assert paths(folder) == sorted(hidden)
    assert folder.troubles == []


def test_what_macos_and_emacs_keep_beside_a_file_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a/b.yaml", "a/._b.yaml", "a/._c.yaml", "a/.#d.yaml")
    (tmp_path / "a/.#b.yaml").symlink_to("somebody@a-computer.1234")
    folder = DiskFolder(tmp_path)
    assert paths(folder) == ["a/.#d.yaml", "a/._c.yaml", "a/b.yaml"]
    assert folder.troubles == []


@pytest.mark.parametrize("under", ["providers", "providers/"])
def test_one_folder_can_be_listed_alone(tmp_path: Path, under: str) -> None:
    write(tmp_path, "providers/a.yaml", "visits/b.yaml", "providers.yaml")
    assert paths(DiskFolder(tmp_path), under) == ["providers/a.yaml"]


@pytest.mark.parametrize("under", ["providers", "a.yaml", "a.yaml/b"])
def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path, under: str) -> None:
    write(tmp_path, "a.yaml")
    folder = DiskFolder(tmp_path)
    assert paths(folder, under) == []
    assert folder.troubles == []


def test_a_records_folder_that_is_not_there_is_no_empty_one(tmp_path: Path) -> None:
    folder = DiskFolder(tmp_path / "gone")
    assert paths(folder) == []
    assert troubles(folder) == [("unreadable-file", ".")]


@pytest.mark.parametrize("under", ["..", "../outside", "a/../../outside"])
def test_nothing_outside_is_listed(tmp_path: Path, under: str) -> None:
    write(tmp_path, "outside/secret.yaml", "records/a/b.yaml")
    folder = DiskFolder(tmp_path / "records")
    assert paths(folder, under) == []
    assert troubles(folder) == [("link-leaves-folder", under)]


def test_a_file_is_read_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: b\r\n\x00\xff")
    assert DiskFolder(tmp_path).read("a.yaml") == b"\xef\xbb\xbfa: b\r\n\x00\xff"


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "a/b.yaml", content="c: d\n")
    (tmp_path / "link.yaml").symlink_to("a/b.yaml")
    folder = DiskFolder(tmp_path)
    assert folder.paths() == ("a/b.yaml", "link.yaml")
    assert folder.read("link.yaml") == b"c: d\n"


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="the flag to take away is not there")
def test_a_link_is_no_other_where_the_system_opens_whatever_it_leads_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "_REFUSES_LINKS", False)
    monkeypatch.setattr(folder_module, "_READ_FLAGS", folder_module._READ_FLAGS & ~os.O_NOFOLLOW)
    write(tmp_path, "outside.yaml", "records/a.yaml", content="c: d\n")
    (tmp_path / "records/inside.yaml").symlink_to("a.yaml")
    (tmp_path / "records/leaving.yaml").symlink_to("../outside.yaml")
    folder = DiskFolder(tmp_path / "records")
    assert [folder.read(path) for path in ("a.yaml", "inside.yaml")] == [b"c: d\n"] * 2
    with pytest.raises(UnreadError):
        folder.read("leaving.yaml")
    assert troubles(folder) == [("link-leaves-folder", "leaving.yaml")]


def test_a_file_that_is_being_written_is_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [b"a: b\n", b"c: d\n", b""]
    write(tmp_path, "a.yaml")
    monkeypatch.setattr(os, "read", lambda *_: parts.pop(0))
    assert DiskFolder(tmp_path).read("a.yaml") == b"a: b\nc: d\n"


@pytest.mark.parametrize("absolute", [True, False], ids=["absolute", "relative"])
def test_a_link_that_leaves_the_folder_is_not_followed(tmp_path: Path, absolute: bool) -> None:
    write(tmp_path, "outside.yaml", "records/a.yaml")
    (tmp_path / "records/link.yaml").symlink_to(tmp_path / "outside.yaml" if absolute else "../outside.yaml")
    folder = DiskFolder(tmp_path / "records")
    assert paths(folder) == ["a.yaml"]
    with pytest.raises(UnreadError):
        folder.read("link.yaml")
    assert troubles(folder) == [("link-leaves-folder", "link.yaml")]


def test_a_folder_beside_that_starts_with_the_same_letters_is_outside(tmp_path: Path) -> None:
    write(tmp_path, "records-old/a.yaml", "records/b.yaml")
    (tmp_path / "records/link.yaml").symlink_to("../records-old/a.yaml")
    folder = DiskFolder(tmp_path / "records")
    assert paths(folder) == ["b.yaml"]


def test_a_link_to_a_folder_is_not_followed_and_loops_end(tmp_path: Path) -> None:
    write(tmp_path, "a/b.yaml")
    (tmp_path / "a/up").symlink_to("..")
    (tmp_path / "a/loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "a/lost.yaml").symlink_to("nowhere.yaml")
    folder = DiskFolder(tmp_path)
    assert paths(folder) == ["a/b.yaml"]
    assert troubles(folder) == [
        ("unreadable-file", "a/loop.yaml"),
        ("unreadable-file", "a/lost.yaml"),
        ("not-a-regular-file", "a/up"),
    ]


@pytest.mark.parametrize("path", ["linked/secret.yaml", "../outside/secret.yaml"])
def test_no_way_to_a_file_outside_is_taken(tmp_path: Path, path: str) -> None:
    write(tmp_path, "outside/secret.yaml", "records/a.yaml")
    (tmp_path / "records/linked").symlink_to("../outside")
    folder = DiskFolder(tmp_path / "records")
    with pytest.raises(UnreadError):
        folder.read(path)
    assert troubles(folder) == [("link-leaves-folder", path)]


def test_the_records_folder_itself_may_be_reached_by_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/a/b.yaml")
    (tmp_path / "link").symlink_to("real")
    folder = DiskFolder(tmp_path / "link")
    assert [folder.read(path) for path in paths(folder)] == [b"a: b\n"]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def bound_socket(path: Path) -> None:
    # The path of a socket has some hundred characters at most, so it is made from within its folder.
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("make", [pipe, bound_socket, Path.mkdir], ids=["pipe", "socket", "folder"])
def test_what_is_no_file_is_never_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a.yaml")
    folder = DiskFolder(tmp_path)
    assert paths(folder) == []
    with pytest.raises(UnreadError):
        folder.read("a.yaml")
    assert {path for _, path in troubles(folder)} == {"a.yaml"}
    assert {rule for rule, _ in troubles(folder)} <= {"not-a-regular-file", "unreadable-file"}


def test_a_file_that_turned_into_a_pipe_does_not_keep_anybody_waiting(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    folder = DiskFolder(tmp_path)
    assert paths(folder) == ["a.yaml"]
    (tmp_path / "a.yaml").unlink()
    os.mkfifo(tmp_path / "a.yaml")
    with pytest.raises(UnreadError):
        folder.read("a.yaml")
    assert troubles(folder) == [("not-a-regular-file", "a.yaml")]


def test_a_link_to_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.yaml").symlink_to("pipe")
    folder = DiskFolder(tmp_path)
    assert paths(folder) == []
    assert troubles(folder) == [("not-a-regular-file", "link.yaml"), ("not-a-regular-file", "pipe")]


def test_a_file_that_vanished_is_said_to_be_gone(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    folder = DiskFolder(tmp_path)
    folder.paths()
    (tmp_path / "a.yaml").unlink()
    for _ in range(2):
        with pytest.raises(UnreadError):
            folder.read("a.yaml")
    assert troubles(folder) == [("unreadable-file", "a.yaml")]
    assert "not there" in folder.troubles[0].message


def test_a_file_over_the_limit_is_never_read_whole(tmp_path: Path) -> None:
    limits = Limits(file_size=1024)
    write(tmp_path, "a.yaml", content="x" * 1024)
    write(tmp_path, "b.yaml", content="x" * 1025)
    folder = DiskFolder(tmp_path, limits)
    assert paths(folder) == ["a.yaml", "b.yaml"]
    assert len(folder.read("a.yaml")) == 1024
    write(tmp_path, "a.yaml", content="x" * 9999)
    for path in ("a.yaml", "b.yaml"):
        with pytest.raises(UnreadError):
            folder.read(path)
    assert troubles(folder) == [("file-too-large", "a.yaml"), ("file-too-large", "b.yaml")]
    assert folder.troubles[0].message == "It is larger than 1 KiB, which no record is."


# Whoever runs the tests may be root, whom no permission keeps out: so the system's refusal is put in its place.
@pytest.mark.parametrize(
    ("error", "words"),
    [
        pytest.param(PermissionError(errno.EACCES, "Permission denied"), "may not open it", id="permission"),
        pytest.param(OSError(errno.EIO, "Input/output error"), "Input/output error", id="broken disk"),
    ],
)
def test_a_file_that_cannot_be_opened_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def refuse(*_: object) -> int:
        raise error

    write(tmp_path, "a.yaml")
    folder = DiskFolder(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(UnreadError):
            folder.read("a.yaml")
    assert troubles(folder) == [("unreadable-file", "a.yaml")]
    assert words in folder.troubles[0].message


def test_a_folder_that_cannot_be_opened_does_not_hide_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refuse_one(path: Path) -> Any:
        if path.name == "shut":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    write(tmp_path, "shut/a.yaml", "open/b.yaml")
    monkeypatch.setattr(os, "scandir", refuse_one)
    folder = DiskFolder(tmp_path)
    assert paths(folder) == ["open/b.yaml"]
    assert troubles(folder) == [("unreadable-file", "shut")]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        pytest.param("north-star.yaml", None, id="plain"),
        pytest.param("PL-7K3QX.yaml", None, id="an id"),
        pytest.param("Café (2).yaml", None, id="odd, and possible"),
        pytest.param("console.yaml", None, id="starts like a device"),
        pytest.param("notes.txt", None, id="another ending"),
        pytest.param("con.yaml", "reserved-file-name", id="device"),
        pytest.param("LPT1.tar.yaml", "reserved-file-name", id="device with two endings"),
        pytest.param("com\u00b2.yaml", "reserved-file-name", id="device with a small digit"),
        pytest.param("Aux", "reserved-file-name", id="device without an ending"),
        pytest.param("a.yaml.", "reserved-file-name", id="full stop at the end"),
        pytest.param("a ", "reserved-file-name", id="space at the end"),
        pytest.param("a:b.yaml", "reserved-file-name", id="colon"),
        pytest.param("a\\b.yaml", "reserved-file-name", id="backslash"),
        pytest.param("what?.yaml", "reserved-file-name", id="question mark"),
        pytest.param("a.yml", "yml-file", id="yml"),
        pytest.param("a.YML", "yml-file", id="yml in capitals"),
        pytest.param("a.Yaml", "yml-file", id="capital letters in the ending"),
        pytest.param("a\nb.yaml", "bad-file-name", id="line break"),
        pytest.param("a\u202eb.yaml", "bad-file-name", id="turned round"),
        pytest.param("a\udcffb.yaml", "bad-file-name", id="not UTF-8"),
    ],
)
def test_a_name_that_not_every_computer_can_hold_is_found(name: str, rule: str | None) -> None:
    trouble = name_trouble(f"providers/{name}", name)
    assert (trouble and trouble.rule) == rule
    assert trouble is None or (trouble.message + trouble.path).isprintable()


@pytest.mark.parametrize(
    ("name", "rule"), [("visits", None), ("con", "reserved-file-name"), ("a.yml", None), ("a.", "reserved-file-name")]
)
def test_the_name_of_a_folder_has_no_ending(name: str, rule: str | None) -> None:
    trouble = name_trouble(name, name, folder=True)
    assert (trouble and trouble.rule) == rule


@pytest.mark.parametrize(
    ("names", "clashing"),
    [
        pytest.param(["a.yaml", "b.yaml"], [], id="none"),
        pytest.param(["a.yaml", "A.yaml"], ["x/a.yaml"], id="capital letters"),
        pytest.param(["é", unicodedata.normalize("NFD", "é")], ["x/é"], id="accents"),
        pytest.param(["STRASSE", "straße"], ["x/straße"], id="letters with two capitals"),
        pytest.param(["é", "e", "è"], [], id="other accents"),
        pytest.param(["a", "A", "b", "B"], ["x/a", "x/b"], id="several"),
    ],
)
def test_names_that_some_computers_cannot_tell_apart_are_found(names: list[str], clashing: list[str]) -> None:
    assert [trouble.path for trouble in clashes("x/", names)] == clashing


@pytest.mark.parametrize(("text", "shown"), [("é/b", "é/b"), ("a\udcff", "a\\udcff"), ("a\x1b\n", "a\\x1b\\n")])
def test_a_path_is_shown_with_every_character(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_names_are_looked_at_while_a_folder_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "A.yaml", "nul.yaml", "b.yml", "c\x1b.yaml", "con/d.yaml", "e\nf/g.yaml")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.yaml")).write_text("a: b\n", encoding="utf-8")
    folder = DiskFolder(tmp_path)
    assert paths(folder) == ["A.yaml", "a.yaml", "con/d.yaml", "nul.yaml"]
    assert troubles(folder) == [
        ("clashing-file-name", "a.yaml"),
        ("yml-file", "b.yml"),
        ("bad-file-name", "c\\x1b.yaml"),
        ("bad-file-name", "caf\\udce9.yaml"),
        ("reserved-file-name", "con"),
        ("bad-file-name", "e\\nf"),
        ("reserved-file-name", "nul.yaml"),
    ]


def test_a_path_that_some_computers_cannot_open_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.yaml", "a/bb.yaml")
    folder = DiskFolder(tmp_path, Limits(path_length=7))
    assert paths(folder) == []
    assert troubles(folder) == [("bad-file-name", "a/b/c.yaml"), ("bad-file-name", "a/bb.yaml")]


def test_a_folder_with_more_files_than_any_records_folder_stops_apqa(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "b.yaml", "c.yaml")
    assert len(DiskFolder(tmp_path, Limits(files=3)).paths()) == 3
    with pytest.raises(UnreadableRecordsError, match="more than 2 files"):
        DiskFolder(tmp_path, Limits(files=2)).paths()


@pytest.mark.parametrize(
    ("files", "start", "found"),
    [
        pytest.param(["records/authority.yaml"], ".", "records", id="beside"),
        pytest.param(["records/authority.yaml", "docs/a/b"], "docs/a", "records", id="further up"),
        pytest.param(["records/authority.yaml", "records/visits/a"], "records/visits", "records", id="from within"),
        pytest.param(["kept/authority.yaml"], "kept", "kept", id="itself, under another name"),
        pytest.param(["records/visits/a"], ".", "records", id="without an authority"),
        pytest.param(["records/authority.yaml", "x/records/a.py"], "x", "records", id="past another one of the name"),
    ],
)
def test_the_records_folder_is_found_from_where_one_stands(
    tmp_path: Path, files: list[str], start: str, found: str
) -> None:
    write(tmp_path, *files)
    assert find_records_folder(tmp_path / start) == tmp_path / found


def test_a_nearer_folder_of_that_name_is_not_passed_over_unsaid(tmp_path: Path) -> None:
    records, work = tmp_path / "records", tmp_path / "work"
    for folder in (records, work):
        folder.mkdir()
    (records / "authority.yaml").write_text("name: Thornmere Council", encoding="utf-8")
    assert [passed_over(start, records) for start in (tmp_path, work, records)] == [None, None, None]
    (work / "records").mkdir()
    assert find_records_folder(work) == records
    assert passed_over(work, records) == work / "records"
    assert passed_over(tmp_path, records) is None


def test_no_records_folder_is_no_guess(tmp_path: Path) -> None:
    assert find_records_folder(tmp_path) is None
