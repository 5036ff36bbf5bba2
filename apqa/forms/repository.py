"""Putting a new folder under git, with the git that is installed."""

from __future__ import annotations

import subprocess
from shutil import which
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 60


def put_under_git(folder: Path) -> str:
    """Make a folder a git repository unless it lies in one, and answer in a sentence what came of it."""
    git = which("git")
    if git is None:
        return "git is not installed, so nothing keeps the history yet: install it and run `git init` there"
    if _run(git, folder, "rev-parse", "--is-inside-work-tree").returncode == 0:
        return "the folder lies in a git repository already: commit what is new"
    started = _run(git, folder, "-c", "init.defaultBranch=main", "init", "--quiet")
    if started.returncode:
        said = started.stderr.strip().splitlines()
        return f"git could not make a repository there ({said[-1] if said else 'it does not say why'})"
    return "the folder is a git repository now: look through the files and make the first commit"


def _run(git: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [git, "-C", str(folder), *arguments]
    return subprocess.run(  # noqa: S603 - a list, no shell, and the git of this computer
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False, timeout=_SECONDS
    )
