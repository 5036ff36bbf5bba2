"""Asking the command line in this process, and as a program of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from apqa.cli.app import app
from apqa.errors import ApqaError


@dataclass(frozen=True)
class Said:
    """What a command wrote, and the status it left behind."""

    out: str
    err: str
    status: int

    @property
    def answer(self) -> dict[str, Any]:
        """Read the answer as JSON."""
        read: dict[str, Any] = json.loads(self.out)
        return read


def ask(*arguments: object) -> Said:
    """Ask in this process. An error is said the way the door says it."""
    result = CliRunner().invoke(app, [str(each) for each in arguments])
    if isinstance(result.exception, ApqaError):
        return Said(result.stdout, f"apqa: {result.exception}", result.exception.exit_status)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.stdout, result.stderr, result.exit_code)


def installed() -> str:
    """Answer where the program itself is installed: beside the Python that runs the tests."""
    found = shutil.which("apqa", path=str(Path(sys.executable).parent))
    assert found, "install apqa in the environment that runs the tests"
    return found


def run(*arguments: object, folder: Path | None = None, **environment: str) -> Said:
    """Ask the installed program, from a folder."""
    command = [installed(), *(str(each) for each in arguments)]
    done = subprocess.run(
        command, capture_output=True, check=False, cwd=folder, env={**os.environ, **environment}, encoding="utf-8"
    )
    return Said(done.stdout, done.stderr, done.returncode)


def press(child: Any, key: str, until: str) -> None:
    """Press a key with Ctrl at a terminal until a text appears, as a person would.

    Python hears Ctrl+C only between its own steps: pressed in the moment in which it begins to wait for an answer, it
    is heard at the next key.
    """
    import pexpect  # not on Windows

    for _ in range(4):
        child.sendcontrol(key)
        if child.expect_exact([until, pexpect.TIMEOUT], timeout=5) == 0:
            return
    raise AssertionError(f"{until!r} was not said")
