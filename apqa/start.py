"""What makes a short run shorter. None of it changes an answer; all of it was measured (see `benchmarks/`)."""

from __future__ import annotations

import gc
from types import FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOM = 16_500
"""How many values the first frame asks room for: more than fit into 128 KiB, so that it is given 256 KiB."""


def spare_the_garbage() -> None:
    """Have Python not look for garbage: a run is over before it would matter, and looking costs a third of it."""
    gc.disable()


def spare_the_last_garbage() -> None:
    """Have Python not look once more before it ends, which costs a tenth of a short run."""
    gc.freeze()


def with_room(run: Callable[[], int]) -> Callable[[], int]:
    """Answer the same function, with room for the frames of all that it calls.

    Python takes the room for its frames in pieces of 16 KiB, and gives a piece back when the call that began it
    returns. Where a piece ends inside a loop, every turn takes and gives back: six thousand times in a start, a sixth
    of its time. A frame that asks for much is given a larger piece, and what is called from it finds room in the rest.
    """
    assert isinstance(run, FunctionType)
    return FunctionType(run.__code__.replace(co_stacksize=_ROOM), run.__globals__, run.__name__)
