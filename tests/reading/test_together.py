"""A second process reads a share of a large folder, and nobody can tell from what is found."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from typing import TYPE_CHECKING, Any

import pytest

from apqa.reading import together
from apqa.reading.folder import DiskFolder
from apqa.reading.limits import Limits
from apqa.reading.loader import Library
from apqa.reading.together import Helped, helped, plain_or_nothing, send
from apqa.scalar import Bare
from tests.reading.test_loader import PLACEMENT_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from apqa.reading.source import Source

TOGETHER, ALONE = Limits(read_alone=10), Limits(read_alone=1000)
FILES = 120

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot start a process of this one")


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it count two processors, however many there are."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> DiskFolder:
    """Answer a folder of many records: most are in order, some have a fault, some cannot be parsed."""
    (tmp_path / "placements").mkdir()
    for number in range(FILES):
        (tmp_path / f"placements/PL-{number:05}.yaml").write_text(_text(number), encoding="utf-8")
    return DiskFolder(tmp_path)


def _text(number: int) -> str:
    odd = {7: "not: [closed\n", 11: "a: b\na: c\n", 13: "\ttab\n", 17: PLACEMENT_TEXT + "unknown: key\n"}
    return odd.get(number, PLACEMENT_TEXT.replace("P-00001", f"P-{number:05}"))


def _found(folder: DiskFolder, limits: Limits) -> tuple[Any, ...]:
    library = Library(folder, limits)
    records = library.read_all()
    return records.placements, library.findings(), library.files


class Interrupted(DiskFolder):
    """A folder that does something at the tenth file another process reads of it."""

    def __init__(self, root: Path, event: Callable[[], Any]) -> None:
        super().__init__(root)
        self._event, self._here, self._reads = event, os.getpid(), 0

    def apart(self) -> DiskFolder:
        return self

    def read(self, path: str) -> bytes:
        self._reads += 1
        if self._reads == 45 and os.getpid() != self._here:
            self._event()
        return super().read(path)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _raise() -> None:
    raise MemoryError


def _hang() -> None:
    threading.Event().wait(60)


@needs_fork
def test_what_is_found_is_the_same_as_alone(folder: DiskFolder) -> None:
    alone = _found(folder, ALONE)
    assert _found(folder, TOGETHER) == alone
    assert len(alone[0]) < FILES == alone[2]
    assert alone[1]


@needs_fork
@pytest.mark.parametrize("event", [_die, _raise, _hang], ids=["killed", "failed", "silent"])
def test_whatever_becomes_of_the_other_process_nothing_is_lost(
    folder: DiskFolder, tmp_path: Path, event: Callable[[], Any], capfd: pytest.CaptureFixture[str]
) -> None:
    impatient = Limits(read_alone=10, patience=0.2)
    assert _found(Interrupted(tmp_path, event), impatient) == _found(folder, ALONE)
    assert capfd.readouterr().err == ""
    assert multiprocessing.active_children() == []


@needs_fork
def test_who_stops_half_way_leaves_no_process_behind(folder: DiskFolder) -> None:
    paths = list(folder.paths())
    with contextlib.suppress(KeyboardInterrupt), helped(folder, paths, TOGETHER):
        began = multiprocessing.active_children()
        raise KeyboardInterrupt
    assert len(began) == 1
    assert multiprocessing.active_children() == []


@needs_fork
def test_each_file_of_the_share_comes_once(folder: DiskFolder) -> None:
    paths = list(folder.paths())
    with helped(folder, paths, TOGETHER) as other:
        assert other is not None
        come = {path: data for path in paths if (data := other.take(path)) is not None}
        assert [path for path in paths if other.take(path) is not None] == []
    assert len(come) == 5 * FILES // 8 - 3
    assert all(data == plain_or_nothing(folder, path) for path, data in come.items())
    assert isinstance(come["placements/PL-00005.yaml"]["cohort"], Bare)


def _no_room() -> int:
    raise BlockingIOError(11, "Resource temporarily unavailable")


def _not_shareable(folder: Source) -> Source:
    class Plain:
        troubles = folder.troubles
        paths = staticmethod(folder.paths)
        read = staticmethod(folder.read)

    return Plain()


def _is_alone(source: Source, limits: Limits = TOGETHER) -> bool:
    paths = list(source.paths())
    with helped(source, paths, limits) as other:
        return other is None


@needs_fork
@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("sched_getaffinity", lambda _: {0}, id="one processor"),
        pytest.param("fork", _no_room, id="no room for another process"),
    ],
)
def test_where_no_other_process_can_be_had_all_is_read_here(
    folder: DiskFolder, monkeypatch: pytest.MonkeyPatch, name: str, value: Callable[..., Any]
) -> None:
    assert not _is_alone(folder)
    monkeypatch.setattr(os, name, value)
    assert _is_alone(folder)
    assert _found(folder, TOGETHER) == _found(folder, ALONE)


@pytest.mark.parametrize("missing", ["fork", "sched_getaffinity"])
def test_a_system_may_lack_a_call(folder: DiskFolder, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.delattr(os, missing, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert _is_alone(folder)


def test_beside_another_thread_no_process_is_started(folder: DiskFolder) -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    alone = _is_alone(folder)
    done.set()
    thread.join()
    assert alone


def test_of_few_files_or_of_a_source_that_cannot_be_shared_all_is_read_here(
    folder: DiskFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _is_alone(folder, ALONE)
    assert _is_alone(_not_shareable(folder))
    monkeypatch.setattr(DiskFolder, "apart", lambda _: None)
    assert _is_alone(folder)


@pytest.fixture
def pipe() -> Iterator[tuple[Connection, Connection]]:
    here, there = multiprocessing.Pipe(duplex=False)
    yield here, there
    here.close()
    there.close()


def test_a_batch_is_sent_as_it_was_read(folder: DiskFolder, pipe: tuple[Connection, Connection]) -> None:
    here, there = pipe
    paths = [f"placements/PL-{number:05}.yaml" for number in (5, 7, 999)]
    send(folder, [paths], there)
    assert here.recv() == [plain_or_nothing(folder, paths[0]), None, None]


def test_nobody_listens_any_more(folder: DiskFolder, pipe: tuple[Connection, Connection]) -> None:
    here, there = pipe
    here.close()
    send(folder, [["placements/PL-00005.yaml"]], there)
    assert not there.closed


def test_the_other_process_ends_when_nobody_listens_and_lets_others_be_interrupted(
    folder: DiskFolder, pipe: tuple[Connection, Connection]
) -> None:
    here, there = pipe
    interrupted = signal.getsignal(signal.SIGINT)
    try:
        together._work(folder, [["placements/PL-00005.yaml"]], there, here)
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, interrupted)
    assert here.closed


def test_what_is_not_needed_yet_is_kept_up_to_a_limit(
    folder: DiskFolder, pipe: tuple[Connection, Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together, "_AHEAD", 2)
    here, there = pipe
    batches = [[f"placements/PL-{number:05}.yaml"] for number in range(5)]
    send(folder, batches, there)
    there.close()
    other = Helped(folder, here, batches, 1.0)
    paths = [path for batch in batches for path in batch]
    assert other.take("of nobody's share") is None
    assert [other.take(path) for path in paths] == [plain_or_nothing(folder, path) for path in paths]


def test_once_the_patience_is_over_nothing_more_is_waited_for(
    folder: DiskFolder, pipe: tuple[Connection, Connection]
) -> None:
    here, there = pipe
    batches = [["placements/PL-00001.yaml"], ["placements/PL-00002.yaml"]]
    other = Helped(folder, here, batches, 0.01)
    assert other.take("placements/PL-00001.yaml") is None
    send(folder, batches, there)
    assert other.take("placements/PL-00002.yaml") is None
