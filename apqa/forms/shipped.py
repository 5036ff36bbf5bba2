"""Where the templates, schemas and examples are that travel with apqa."""

from __future__ import annotations

from pathlib import Path

import apqa

_PACKAGE = Path(apqa.__file__).parent
_PLACES = {"examples": "tests/examples"}
"""Where a folder stands in a checkout, if not at the top."""


def shipped(name: str) -> Path | None:
    """Answer a folder that travels with apqa: inside the package, or in the checkout it runs from; none without it."""
    inside = _PACKAGE / "_shipped" / name
    beside = _PACKAGE.parent / _PLACES.get(name, name)
    return next((folder for folder in (inside, beside) if folder.is_dir()), None)


def shipped_files() -> frozenset[str]:
    """Answer every schema and template that travels with apqa, as the way to it: `schemas/visit.schema.json`."""
    folders = [(name, folder) for name in ("schemas", "templates") if (folder := shipped(name))]
    return frozenset(
        f"{name}/{file.relative_to(folder).as_posix()}"
        for name, folder in folders
        for file in folder.rglob("*")
        if file.is_file()
    )
