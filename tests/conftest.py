"""What holds for every test: no network, no clock, no settings of whoever runs it."""

from __future__ import annotations

import datetime as dt
import os
import socket
import time
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

settings.register_profile("apqa", derandomize=True, deadline=None)
settings.load_profile("apqa")

CLOCK = "apqa.cli.today"
"""The one module that may read the clock."""

SETTINGS_OF_OTHERS = (
    "CI",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "EDITOR",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "LINES",
    "NO_COLOR",
    "PAGER",
    "PY_COLORS",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "VISUAL",
)

GIT_CONFIGURATION = """\
[user]
    name = A Tester
    email = tester@example.org
[init]
    defaultBranch = main
[commit]
    gpgSign = false
[core]
    autocrlf = false
[gc]
    auto = 0
[safe]
    directory = *
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="write what apqa says now into the golden files instead of comparing",
    )


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Answer whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session", autouse=True)
def _surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give every test the same home, git configuration, time zone, language and terminal."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("APQA_", "GIT_", "LC_", "_APQA_", "_TYPER_"))]:
            patch.delenv(name)
        for name in SETTINGS_OF_OTHERS:
            patch.delenv(name, raising=False)
        for name, value in _environment(home).items():
            patch.setenv(name, value)
        _take_time_zone()
        yield
    _take_time_zone()


def _take_time_zone() -> None:
    if hasattr(time, "tzset"):  # Windows has none
        time.tzset()


def _environment(home: Path) -> dict[str, str]:
    configuration = home / ".gitconfig"
    configuration.write_text(GIT_CONFIGURATION, encoding="utf-8")
    return {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
        "GIT_CONFIG_GLOBAL": str(configuration),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "TZ": "Europe/London",
    }


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Fail the test that reaches for the network. Sockets of this machine that have a path stay open."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def local_connect(self: socket.socket, address: Any) -> None:
        connect(self, address) if _has_path(self) else _refuse(f"connect to {address!r}")

    def local_connect_ex(self: socket.socket, address: Any) -> int:
        return connect_ex(self, address) if _has_path(self) else _refuse(f"connect to {address!r}")

    def no_look_up(host: Any, *_: Any, **__: Any) -> NoReturn:
        _refuse(f"look up {host!r}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", local_connect)
        patch.setattr(socket.socket, "connect_ex", local_connect_ex)
        patch.setattr(socket, "getaddrinfo", no_look_up)
        yield


def _has_path(one: socket.socket) -> bool:
    return one.family == getattr(socket, "AF_UNIX", None)


def _refuse(what: str) -> NoReturn:
    pytest.fail(f"a test must not reach for the network: this one tried to {what}")


@pytest.fixture(autouse=True)
def _no_clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test that reads the clock, unless `@pytest.mark.today("2026-11-23")` says what it shows.

    The clock is closed behind `apqa.cli.today.today`, not in place of it: whoever imported that function
    earlier meets the closed clock too.
    """
    if find_spec("apqa.cli") is None or find_spec(CLOCK) is None:
        return
    door = import_module(CLOCK)
    mark = request.node.get_closest_marker("today")
    day = dt.date.fromisoformat(mark.args[0]) if mark else None
    for name, stopped in _stopped_clocks(day).items():
        if isinstance(getattr(door, name, None), type):
            monkeypatch.setattr(door, name, stopped)


def _stopped_clocks(day: dt.date | None) -> dict[str, type]:
    """Make a `date` and a `datetime` that know one day, or none."""

    def read() -> dt.date:
        return day or pytest.fail("a test must not read the clock: give --on, or mark it @pytest.mark.today('…')")

    class StoppedDate(dt.date):
        @classmethod
        def today(cls) -> StoppedDate:
            return cls.fromordinal(read().toordinal())

    class StoppedDatetime(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> StoppedDatetime:
            return cls.combine(read(), dt.time(12), tzinfo=tz)

        @classmethod
        def today(cls) -> StoppedDatetime:
            return cls.now()

    return {"date": StoppedDate, "datetime": StoppedDatetime}
