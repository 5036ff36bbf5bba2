"""What makes a short run shorter. None of it changes an answer; all of it was measured (see `benchmarks/`)."""

from __future__ import annotations

import dataclasses
import gc
import os
import sys
import typing
from functools import partial
from importlib import import_module
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOM = 16_500
"""How many values the first frame asks room for: more than fit into 128 KiB, so that it is given 256 KiB."""

_PLUGINS = "pydantic.plugin._loader"

_SELDOM_USED = ("secrets", "subprocess", "base64", "platform", "locale", "shellingham", "bz2", "lzma", "zlib")
"""Modules that typer, pydantic, yaml or Python's own import as a whole, so that nothing is asked of them by that."""

_MAKER = "_create_fn"
"""What makes the methods of dataclasses, by its name in their module."""

_METHODS = frozenset({"__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"})
"""The methods a dataclass is given whether or not anybody calls them."""


def spare_the_garbage() -> None:
    """Have Python not look for garbage: a run is over before it would matter, and looking costs a third of it."""
    gc.disable()


def spare_the_last_garbage() -> None:
    """Have Python not look once more before it ends, which costs a tenth of a short run."""
    gc.freeze()


def make_methods_of_dataclasses_late() -> None:
    """Have the methods a dataclass is given made when they are first called.

    Up to Python 3.12 each method of each dataclass is written as text and compiled, those of typer's and pydantic's
    too: four hundred in a start, a fifth of it, and most of them nobody calls. Later versions go another way, and are
    left to it.
    """
    at_once = getattr(dataclasses, _MAKER, None)
    if isinstance(at_once, FunctionType):
        setattr(dataclasses, _MAKER, partial(_made_late, at_once))


def _made_late(at_once: Callable[..., Any], name: str, *given: Any, **more: Any) -> Any:
    """Answer a method that makes the real one at its first call and gives it its own place in the class."""
    if name not in _METHODS:
        return at_once(name, *given, **more)
    made: list[Any] = []

    def late(self: object, /, *arguments: object, **named: object) -> Any:
        if not made:
            made.append(at_once(name, *given, **more))
            made[0].__qualname__ = late.__qualname__
            for each in type(self).__mro__:
                if vars(each).get(name) is late:
                    setattr(each, name, made[0])
        return made[0](self, *arguments, **named)

    late.__name__ = late.__qualname__ = name
    return late


def leave_hints_as_text() -> None:
    """Have a type hint that is written as text compiled when it is evaluated: of pydantic's eight hundred few are."""
    vars(typing).setdefault("compile", lambda text, *_: text)


def without_plugins() -> None:
    """Have pydantic take no plugins, which it would look for in every installed package: theirs change what is valid.

    Even when told so it loads all that it would look with, down to a reader of e-mail: a twentieth of a short run.
    An empty module in its place answers that there are none.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _stand_in_for(_PLUGINS, get_plugins=tuple)


def without_what_is_seldom_used() -> None:
    """Have what typer and pydantic import, and use in few runs or none, loaded when it is first used.

    They load what draws random numbers, down to a library of ciphers, what starts other programs, names the machine
    and opens archives: a thirtieth of a short run.
    """
    for name in _SELDOM_USED:
        _stand_in_for(name)


def _stand_in_for(name: str, **known: Any) -> None:
    """Put an empty module in a module's place, unless it is there: it turns into the real one when more is asked."""
    stand_in = ModuleType(name)

    def load(asked: str) -> Any:
        if asked.startswith("__"):  # asked by the import itself
            raise AttributeError(asked)
        if sys.modules.get(name) is stand_in:
            sys.modules.pop(name)
        real = import_module(name)
        vars(stand_in).update({key: value for key, value in vars(real).items() if not key.startswith("__")} | known)
        return getattr(real, asked)

    vars(stand_in).update(known, __getattr__=load)
    sys.modules.setdefault(name, stand_in)


def make_room_in(run: Callable[[], int]) -> None:
    """Give a function room for the frames of all that it calls.

    Python takes the room for its frames in pieces of 16 KiB, and gives a piece back when the call that began it
    returns. Where a piece ends inside a loop, every turn takes and gives back: six thousand times in a start, a sixth
    of its time. A frame that asks for much is given a larger piece, and what is called from it finds room in the rest.
    """
    if isinstance(run, FunctionType):
        run.__code__ = run.__code__.replace(co_stacksize=_ROOM)
