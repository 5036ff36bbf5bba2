"""The pages of the dashboard, filled from their templates: each by itself, with nothing from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.templates import filled, own_template

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_FOLDER = "dashboard"


def pages(values: Mapping[str, Mapping[str, object]], own: Sequence[Path] = ()) -> dict[str, bytes]:
    """Fill the page of each name, by the council's own template where it has one; answer them by their files' names.

    Raises `ApqaError` where a template is at fault.
    """
    return {
        f"{name}.html": filled(f"{_FOLDER}/{name}.html.j2", of, own, escaping=True).encode("utf-8")
        for name, of in values.items()
    }


def own_pages(values: Mapping[str, object], own: Sequence[Path]) -> tuple[Path, ...]:
    """Answer the council's own templates that were used."""
    names = [*(f"{_FOLDER}/{name}.html.j2" for name in values), f"{_FOLDER}/page.html.j2", f"{_FOLDER}/style.css"]
    found = (own_template(each, own) for each in names)
    return tuple(each for each in found if each)
