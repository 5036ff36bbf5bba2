"""What must hold within one record: every truth of a part is looked at, and each that fails is said where it stands."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from types import FunctionType
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

Untruth = tuple[str, tuple[str | int, ...]]
"""What does not hold of a part, in one plain sentence, and the way to where it stands."""

Check = TypeVar("Check", bound=Callable[[Any], Iterator[Untruth]])

_MARK = "is_truth"


def truth(check: Check) -> Check:
    """Make a method a truth of its part: it yields what does not hold, and is asked once every value could be read."""
    setattr(check, _MARK, True)
    return check


def untrue(message: str, *at: str | int) -> Untruth:
    """Answer that two things contradict each other, at the one that stands there."""
    return message, at


def days_at(part: Any, ways: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[str | int, ...], date]]:
    """Answer the days that are recorded at ways below a part, with where each stands, in lists one by one."""
    for way in ways:
        yield from _days_at(part, way, ())


def _days_at(
    part: Any, way: tuple[str, ...], above: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], date]]:
    if isinstance(part, tuple):
        for number, each in enumerate(part):
            yield from _days_at(each, way, (*above, number))
    elif isinstance(part, date):
        yield above, part
    elif part is not None and way:
        below = part.get(way[0]) if isinstance(part, dict) else getattr(part, way[0])
        yield from _days_at(below, way[1:], (*above, way[0]))


def truths_of(part: type) -> tuple[FunctionType, ...]:
    """Answer the truths of a part, those of what it is made from first."""
    named = {name: value for each in reversed(part.__mro__) for name, value in vars(each).items() if _is_truth(value)}
    return tuple(named.values())


def held_true(part: Any) -> Any:
    """Answer a part all of whose truths hold. Raises `ValidationError` with everything that does not.

    How far below the part each of it stands is kept with it (`steps`): the part as a whole is what contradicts itself.
    """
    found = [each for check in part.truths for each in check(part)]
    if found:
        raise ValidationError.from_exception_data(
            type(part).__name__,
            [InitErrorDetails(type=_refusal(says, len(at)), loc=at, input=None) for says, at in found],
        )
    return part


def _refusal(says: str, steps: int) -> PydanticCustomError:
    return PydanticCustomError("contradiction", "{sentence}", {"sentence": says, "steps": steps})


def _is_truth(value: object) -> bool:
    return isinstance(value, FunctionType) and hasattr(value, _MARK)
