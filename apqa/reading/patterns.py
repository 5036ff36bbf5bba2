"""Regular expressions of others that are compiled when they are used, and not while their module is loaded."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Unmade:
    """A regular expression that is compiled when it is first asked to do something."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Keep what `re.compile` is given."""
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        """Answer what the compiled one answers."""
        return getattr(re.compile(*self._given), name)


@contextmanager
def compiled_when_used() -> Iterator[None]:
    """Have the modules that are loaded meanwhile compile no regular expression.

    PyYAML compiles ten for its parser in Python, which nobody asks where there is libyaml; one of them, over all of
    Unicode, takes as long as the rest of it.
    """
    ours = vars(re)
    at_once = ours["compile"]
    ours["compile"] = Unmade
    try:
        yield
    finally:
        ours["compile"] = at_once
