"""Which commit the records at hand are of."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SHORT = 10


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit that is checked out, and whether the records differ from it."""

    sha: str
    """Its name in full; empty where nothing was committed yet."""

    changed: bool
    """Whether something of the records is not committed."""

    @property
    def short(self) -> str:
        """Answer its name in short."""
        return self.sha[:_SHORT]


def commit_of(folder: Path) -> Commit | None:
    """Answer the commit the records of a folder are of; none where git does not keep them, or cannot be asked.

    It only looks: git is told to leave its index as it is.
    """
    # Where there is no git program, GitPython says so when it is imported, unless it is told to be quiet.
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    from git import GitError, Repo

    try:
        with Repo(folder, search_parent_directories=True) as repo, repo.git.custom_environment(GIT_OPTIONAL_LOCKS="0"):
            if not repo.git.ls_files("--cached", "--", str(folder.resolve())):
                return None
            changed = repo.git.status("--porcelain", "--untracked-files=all", "--", str(folder.resolve()))
            sha = repo.head.commit.hexsha if repo.head.is_valid() else ""
            return Commit(sha, bool(changed))
    except (GitError, OSError, ValueError):
        return None
