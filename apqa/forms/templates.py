"""The one door to Jinja: shipped templates and a council's own, filled in one pass, in a sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from apqa.errors import ApqaError
from apqa.forms.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

OWN = "templates"

SHIPPED = "shipped"
"""How a council's own template names a shipped one that it extends, also one of its own name: `shipped/…`."""

FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a template at fault may end in."""


def own_templates(records: Path) -> tuple[Path, ...]:
    """Answer where a council keeps templates of its own: beside the records folder, or in it."""
    return (records.parent / OWN, records / OWN)


def own_template(name: str, own: Sequence[Path]) -> Path | None:
    """Answer the council's own template of that name; none where it has none, as in a checkout of apqa."""
    ours = shipped(OWN)
    found = (folder / name for folder in own if ours is None or folder.resolve() != ours.resolve())
    return next((file for file in found if file.is_file()), None)


def filled(template: str, values: Mapping[str, object], own: Sequence[Path] = (), *, escaping: bool = False) -> str:
    """Fill a template. A council's own of the same name takes the place of the shipped one.

    Values are text to it and never templates; with `escaping`, what is not escaped already is escaped as HTML. Raises
    `ApqaError`, with the place, where the template is at fault.
    """
    environment = sandbox(escaping=escaping, loader=_loader(own))
    environment.keep_trailing_newline = environment.trim_blocks = environment.lstrip_blocks = True
    try:
        _refuse_lost_blocks(environment, template)
        return environment.get_template(template).render(values)
    except FAULTS as error:
        named = own_template(template, own) or template
        raise ApqaError(f"the template {named} cannot be filled: {why_not_filled(error)}") from error


def _refuse_lost_blocks(environment: ImmutableSandboxedEnvironment, template: str) -> None:
    """Refuse a template that changes a block which the one it extends does not have: it would be left out in silence.

    Raises `TemplateSyntaxError`, in its line.
    """
    tree, file = _tree(environment, template)
    extended = _extended(tree)
    if not extended:
        return
    known: set[str] = set()
    came_by: set[str] = set()
    while extended and extended not in came_by:  # one that comes back to itself is refused when it is filled
        came_by.add(extended)
        above, _ = _tree(environment, extended)
        known |= {each.name for each in above.find_all(nodes.Block)}
        extended = _extended(above)
    for each in tree.body:
        if isinstance(each, nodes.Block) and each.name not in known:
            said = f"there is no block '{each.name}' to change: there are {', '.join(sorted(known))}"
            raise TemplateSyntaxError(said, each.lineno, template, file)


def _tree(environment: ImmutableSandboxedEnvironment, template: str) -> tuple[nodes.Template, str | None]:
    if environment.loader is None:
        raise TemplateNotFound(template)
    source, file, _ = environment.loader.get_source(environment, template)
    return environment.parse(source, template, file), file


def _extended(tree: nodes.Template) -> str:
    """Answer the template another extends, where it says so plainly; empty where it extends none."""
    found = tree.find(nodes.Extends)
    named = found.template if found else None
    return str(named.value) if isinstance(named, nodes.Const) else ""


def sandbox(*, escaping: bool, loader: BaseLoader | None = None) -> ImmutableSandboxedEnvironment:
    """Make the place templates are filled in: it reaches no file and no program, and knows only what it is given."""
    return ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=escaping,  # where YAML is made, HTML's escapes would stand as text
    )


def _loader(own: Sequence[Path]) -> ChoiceLoader:
    """Look among the shipped ones where that is said; else among the council's own, and then among the shipped ones."""
    ours = [str(folder)] if (folder := shipped(OWN)) else []
    return ChoiceLoader(
        [PrefixLoader({SHIPPED: FileSystemLoader(ours)}), FileSystemLoader([*(str(each) for each in own), *ours])]
    )


def why_not_filled(error: Exception, *, has_lines: bool = True) -> str:
    """Say what is wrong with a template, and in which line where it has lines; a Word file has none."""
    if isinstance(error, TemplateNotFound):
        return f"it needs the template {error.name}, which is not there"
    if isinstance(error, RecursionError):
        return f"it comes back to itself: to extend the shipped one of its name, write {{% extends '{SHIPPED}/…' %}}"
    if isinstance(error, UnicodeDecodeError):
        return "it is not written in UTF-8: save it again as UTF-8"
    if isinstance(error, TemplateSyntaxError):
        at = _in_line(error.filename or error.name or "", error.lineno) if has_lines else ""
        return f"{at}{error.message}"
    return f"{next(_lines_of(error), '') if has_lines else ''}{error}"


def _lines_of(error: Exception) -> Iterator[str]:
    """Answer where in templates an error arose, the innermost first."""
    places: list[str] = []
    at = error.__traceback__
    while at is not None:
        file = at.tb_frame.f_code.co_filename
        if "__jinja_template__" in at.tb_frame.f_globals or file.endswith(".j2"):
            places.append(_in_line(file, at.tb_lineno))
        at = at.tb_next
    return reversed(places)


def _in_line(file: str, line: int) -> str:
    name = file.replace("\\", "/").rpartition("/")[2]
    return f"line {line} of {name}: " if name.endswith(".j2") else f"line {line}: "
