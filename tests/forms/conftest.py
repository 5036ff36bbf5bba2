"""A council's own templates folder, with the templates the sample document needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    for ending in ("html.j2", "md.j2"):
        (folder / f"sample.{ending}").write_text(f'{{% extends "documents/document.{ending}" %}}\n', encoding="utf-8")
    return folder
