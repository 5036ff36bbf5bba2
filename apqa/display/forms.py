"""The forms an answer can be shown in, by the names `--format` gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module


class Forms(Mapping[str, Callable[..., str]]):
    """Functions that write one answer, one module each: `text_findings` in `findings.text`.

    A module is imported when its form is asked for, so that nobody waits for those of the others.
    """

    def __init__(self, answer: str, *names: str) -> None:
        """Name the answer, and its forms in the order of the help."""
        self._answer, self._names = answer, names

    def __getitem__(self, name: str) -> Callable[..., str]:
        """Answer the function that writes a form."""
        if name not in self._names:
            raise KeyError(name)
        module = import_module(f"apqa.display.{self._answer}.{name}")
        write: Callable[..., str] = getattr(module, f"{name}_{self._answer}")
        return write

    def __iter__(self) -> Iterator[str]:
        """Name every form."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count the forms."""
        return len(self._names)
