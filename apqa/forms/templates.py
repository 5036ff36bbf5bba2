"""The one door to Jinja: shipped templates and a council's own, filled in one pass, in a sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from apqa.errors import ApqaError
from apqa.forms.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

OWN = "templates"


def own_templates(records: Path) -> tuple[Path, ...]:
    """Answer where a council keeps templates of its own: beside the records folder, or in it."""
    return (records.parent / OWN, records / OWN)


def filled(template: str, values: Mapping[str, object], own: Sequence[Path] = ()) -> str:
    """Fill a template. A council's own of the same name takes the place of the shipped one.

    Values are text to it and never templates. Raises `ApqaError` where the template is at fault.
    """
    folders = [*own, *([folder] if (folder := shipped(OWN)) else [])]
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=False,  # what is made here is YAML and Markdown, where HTML's escapes would stand as text
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        return environment.get_template(template).render(values)
    except TemplateError as error:
        raise ApqaError(f"the template {template} cannot be filled: {error}") from error
