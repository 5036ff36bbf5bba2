"""The docstrings of fields and words, read from the source of their modules.

Python keeps no docstring for an attribute. They are read when they are wanted, so that a command that only checks
records does not pay for them.
"""

from __future__ import annotations

import ast
import inspect
import sys
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.records.base import Part


def field_docstrings(model: type[Part]) -> dict[str, str]:
    """Answer what each field of a model is, in the model's own order. A field without a docstring has an empty one."""
    return {name: _inherited(model, name) for name in model.model_fields}


def word_docstrings(words: type[StrEnum]) -> dict[str, str]:
    """Answer what each word of a list means; where the word says it all, the word as people write it."""
    said = _of_module(words.__module__).get(words.__name__, {})
    return {word.value: said.get(word.name) or _as_written(word.value) for word in words}


def about(model: type) -> str:
    """Answer what a model or a list of words is, paragraph by paragraph, without breaks inside a paragraph."""
    paragraphs = inspect.cleandoc(model.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _inherited(model: type, name: str) -> str:
    for each in model.__mro__:
        said = _of_module(each.__module__).get(each.__name__, {}).get(name)
        if said:
            return said
    return ""


def _as_written(value: str) -> str:
    return f"{value.replace('_', ' ').capitalize()}."


@cache
def _of_module(name: str) -> dict[str, dict[str, str]]:
    """Read the attribute docstrings of every class of a module."""
    if not name.startswith("apqa."):
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {node.name: dict(_of_class(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _of_class(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Pair each attribute with the text that stands behind it."""
    for statement, following in zip(node.body, node.body[1:], strict=False):
        if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            text = following.value.value
            if isinstance(text, str) and (name := _attribute(statement)):
                yield name, " ".join(text.split())


def _attribute(statement: ast.stmt) -> str:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return ""
