"""What a model says when it refuses a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from apqa.reading.faults import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable


def refusals(make: Callable[..., Any], *args: Any, **changes: Any) -> list[tuple[tuple[str | int, ...], str, str]]:
    """Answer where a record is refused, under which of the reader's rules, and in which words."""
    with pytest.raises(ValidationError) as refused:
        make(*args, **changes)
    found = [(each["loc"], each["type"], each["msg"]) for each in refused.value.errors(include_url=False)]
    assert {kind for _, kind, _ in found} <= NAMES
    return found


def contradiction(make: Callable[..., Any], *args: Any, **changes: Any) -> str:
    """Answer the words in which a record is said to contradict itself; it is refused for nothing else."""
    ((_, kind, message),) = refusals(make, *args, **changes)
    assert kind == "contradiction"
    return message
