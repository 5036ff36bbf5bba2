"""Chance that falls the same way every time: each thing draws by its own name, so that none disturbs another."""

from __future__ import annotations

from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TOKEN_LENGTH = 5


class Draw:
    """Draws for one thing, named by its key."""

    def __init__(self, *key: object) -> None:
        """Start the draws of the thing with this key."""
        self._random = Random("avonmere / " + " / ".join(map(str, key)))  # noqa: S311  an example, no secret

    def one(self, options: Sequence[T]) -> T:
        """Draw one of the options."""
        return self._random.choice(options)

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """Draw several different options, in the order they stand in."""
        taken = sorted(self._random.sample(range(len(options)), count))
        return [options[place] for place in taken]

    def whole(self, least: int, most: int) -> int:
        """Draw a whole number, both ends included."""
        return self._random.randint(least, most)

    def chance(self, percent: int) -> bool:
        """Draw yes so many times in a hundred."""
        return self._random.randrange(100) < percent


def _token(*key: object) -> str:
    draw = Draw("token", *key)
    return "".join(draw.one(_CROCKFORD) for _ in range(_TOKEN_LENGTH))


def placement_id(key: str) -> str:
    """Answer the id of the placement the story calls by this key."""
    return "PL-" + _token("placement", key)


def pupil_ref(key: str) -> str:
    """Answer the reference of the pupil the story calls by this key."""
    return "P-" + _token("pupil", key)


def digits(count: int, *key: object) -> str:
    """Answer so many digits for a number that belongs to nobody."""
    draw = Draw("digits", *key)
    return "".join(str(draw.whole(0, 9)) for _ in range(count))


def fingerprint(*key: object) -> str:
    """Answer the SHA-256 a filed document would have."""
    return sha256(" / ".join(map(str, key)).encode()).hexdigest()
