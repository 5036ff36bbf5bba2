"""The docstrings of the attributes of a dataclass, read from its source. Python keeps none of them."""

from __future__ import annotations

import ast
import inspect
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def attributes(cls: type) -> dict[str, str]:
    """Answer what each attribute is that has a text behind it."""
    tree = ast.parse(dedent(inspect.getsource(cls)))
    (node,) = tree.body
    return dict(_said(node)) if isinstance(node, ast.ClassDef) else {}


def _said(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement, following in zip(node.body, node.body[1:], strict=False):
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            continue
        if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            yield statement.target.id, " ".join(str(following.value.value).split())
