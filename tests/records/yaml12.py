"""Reading YAML the way editors do: the core schema of YAML 1.2, in which a day is text and `yes` is too."""

from __future__ import annotations

import re
from typing import Any

import yaml


class Core(yaml.SafeLoader):
    """A loader that knows only what the core schema of YAML 1.2 knows."""


Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first)


def _whole_number(loader: Core, node: yaml.ScalarNode) -> int:
    return int(node.value, 0) if node.value[:2] in {"0o", "0x"} else int(node.value)


Core.add_constructor("tag:yaml.org,2002:int", _whole_number)


def load(text: str) -> Any:
    """Read a text as an editor does."""
    return yaml.load(text, Loader=Core)
