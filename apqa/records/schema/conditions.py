"""What holds between the keys of one group, where draft 7 can say it plainly.

Each of these is held by a validator of the model; what none can be said of here, such as days in their order, is left
to the reader.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from apqa.records.base import Checked
from apqa.records.registration import ON_THE_REGISTER, RegisterCheck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apqa.records.base import Part

Schema = dict[str, Any]

_THERE: Schema = {"not": {"type": "null"}}
"""A key without a value counts as not written."""


def conditions(model: type[Part]) -> Schema:
    """Answer what else a group has to be; nothing for most."""
    if issubclass(model, Checked):
        return {"allOf": [_not_both(pair) for pair in combinations(("evidence", "absent", "not_applicable"), 2)]}
    if model is RegisterCheck:
        there = ("establishment_type", "status")
        absent = {"type": "null", "errorMessage": "Not found on the register, so it has none there."}
        return {
            "allOf": [
                _if_found(["yes", True], {"required": [*there], "properties": dict.fromkeys(there, _THERE)}),
                _if_found(["no", False], {"properties": dict.fromkeys(ON_THE_REGISTER, absent)}),
            ]
        }
    return {}


def _not_both(keys: Sequence[str]) -> Schema:
    return {
        "not": {"required": [*keys], "properties": dict.fromkeys(keys, _THERE)},
        "errorMessage": f"It cannot at once be {' and '.join(keys)}: keep the one that is true.",
    }


def _if_found(answer: list[Any], then: Schema) -> Schema:
    return {"if": {"required": ["found"], "properties": {"found": {"enum": answer}}}, "then": then}
