"""Putting a new folder under git, with the git that is installed."""

from __future__ import annotations

import subprocess
from shlex import quote
from shutil import which
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_SECONDS = 60
_AT_THE_TOP = (".github/workflows/apqa.yml", ".pre-commit-config.yaml")
"""The files that GitHub and pre-commit look for at the top of a repository, and nowhere else."""


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


def misplaced(folder: Path, written: Collection[str]) -> str:
    """Say what is to be done about files that nobody looks for where they are; empty where they are at the top."""
    git, there = which("git"), [name for name in _AT_THE_TOP if name in written]
    way = _run(git, folder, "rev-parse", "--show-prefix").stdout.strip().rstrip("/") if git and there else ""
    if not way:
        return ""
    return (
        f"GitHub and pre-commit look only at the top of the repository: move {' and '.join(there)} from {way} there, "
        f"unless it has its own, and write `apqa check --records {quote(way)}` for `apqa check` and ^{way}/records/ "
        "for ^records/ in them"
    )


def _run(git: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [git, "-C", str(folder), *arguments]
    return subprocess.run(  # noqa: S603 - a list, no shell, and the git of this computer
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False, timeout=_SECONDS
    )
