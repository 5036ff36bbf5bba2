"""What a model refuses, in plain words and with its place."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args, get_origin

from apqa.reading import faults
from apqa.reading.trouble import Trouble
from apqa.records.base import Part
from apqa.records.scalars import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import ValidationError

    from apqa.reading.placed import Placed
    from apqa.rule import Path

_FEW = 9
_MANY = 20
_SURELY = 0.75

_HIDDEN = frozenset({"id"})
_ABOUT_THE_KEY = frozenset({"missing", "extra_forbidden"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing a model refuses."""

    kind: str
    """Pydantic's name for it, or the reader's rule where the model refused it in our own words."""

    path: Path
    error: Any
    model: type[Part]
    of_key: bool = False
    """Whether it is a key of a group that is refused, and not the value that stands there."""

    @property
    def value(self) -> object:
        """Answer what stood there."""
        value: object = self.error.get("input")
        return value


def mistakes(error: ValidationError, model: type[Part], placed: Placed) -> Iterator[Trouble]:
    """Say everything a model refuses in a record, each thing under the reader's rule for it, as far as it is asked for.

    What was meant is looked up for each, which takes its time.
    """
    for each in error.errors(include_url=False):
        path = each["loc"]
        of_key = len(path) > 1 and path[-1] == "[key]" and each["type"] != "extra_forbidden"
        yield _trouble(Refusal(each["type"], path[:-1] if of_key else path, each, model, of_key), placed)


def _trouble(refusal: Refusal, placed: Placed) -> Trouble:
    name, say = _SAYINGS.get(refusal.kind, (refusal.kind, _own_words))
    if refusal.kind == "missing" and refusal.path in placed.keys:
        name, say = "wrong-type", _empty
    if name not in faults.NAMES:
        name, say = "wrong-type", _not_what_belongs
    where = _where(refusal.path[:-1] if refusal.kind in _ABOUT_THE_KEY else refusal.path)
    return Trouble(name, f"{where}{say(refusal)}", *_spot(refusal, placed))


def _spot(refusal: Refusal, placed: Placed) -> tuple[int, int]:
    kind, path = refusal.kind, refusal.path
    if (kind == "extra_forbidden" or refusal.of_key) and path in placed.keys:
        return placed.keys[path]
    if kind == "missing":
        return placed.keys.get(path) or placed.keys.get(path[:-1]) or placed.nearest(path[:-1])
    return placed.nearest(path)


def _where(path: Path) -> str:
    """Write the way to a value as people read it: "insurance, held, 2nd entry: "."""
    if not path:
        return ""
    return ", ".join(f"entry {part + 1}" if isinstance(part, int) else part for part in path) + ": "


def _own_words(refusal: Refusal) -> str:
    return str(refusal.error["msg"])


def _not_what_belongs(refusal: Refusal) -> str:
    return f"{shown(refusal.value)} is not what belongs here"


def _empty(refusal: Refusal) -> str:
    return f"nothing stands behind '{refusal.path[-1]}': write its value there"


def _missing(refusal: Refusal) -> str:
    return f"'{refusal.path[-1]}' is missing"


def _unknown_key(refusal: Refusal) -> str:
    key = str(refusal.path[-1])
    fields = [name for name in _fields_at(refusal.model, refusal.path[:-1]) if name not in _HIDDEN]
    if key in _HIDDEN:
        return "the id of a record is its file's name: take this line out"
    return f"'{shown(key)[1:-1]}' is not a key that belongs here{_did_you_mean(key, fields)}"


def _nothing_here(refusal: Refusal) -> str:
    needed = refusal.path and _is_needed(refusal.model, refusal.path)
    return "nothing stands here: write it" if needed else "nothing stands here: write it, or take the line out"


def _unknown_word(refusal: Refusal) -> str:
    words = _words_of_keys(refusal.model, refusal.path) if refusal.of_key else _words_at(refusal.model, refusal.path)
    said = f"{shown(refusal.value)} is not one of the words for this"
    word = str(refusal.value)
    guess = _did_you_mean(word, words) or _choices(words)
    unsure = guess.endswith("?") and not _is_like(word, words)
    return said + guess + (_choices(words).replace(": it", " It") if unsure else "")


def _is_like(word: str, known: list[str]) -> bool:
    """Answer whether a word is surely the misspelling of another. 'aproved' may be that of 'removed', and is not."""
    return bool(get_close_matches(word.lower(), known, n=1, cutoff=_SURELY)) or len(known) > _MANY


def _did_you_mean(word: str, known: list[str]) -> str:
    near = get_close_matches(word.lower().replace("-", "_").replace(" ", "_"), known, n=1, cutoff=0.6)
    if near:
        return f": did you mean '{near[0]}'?"
    return _choices(known) if len(known) <= _FEW else ""


def _choices(words: list[str]) -> str:
    return f": it is one of {', '.join(words)}" if words else ""


def _a_group(refusal: Refusal) -> str:
    return f"keys with values belong here (lines such as `name: value`), not {_shape(refusal.value)}"


def _a_list(refusal: Refusal) -> str:
    return f"a list belongs here (lines that start with `- `), not {_shape(refusal.value)}"


def _a_text(refusal: Refusal) -> str:
    return f"text belongs here, not {_shape(refusal.value)}"


def _too_long(refusal: Refusal) -> str:
    return f"this text is longer than {refusal.error['ctx']['max_length']:,} characters"


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    return "nothing" if value is None else shown(value)


_SAYINGS: dict[str, tuple[str, Callable[[Refusal], str]]] = {
    "missing": ("missing-key", _missing),
    "extra_forbidden": ("unknown-key", _unknown_key),
    "enum": ("unknown-word", _unknown_word),
    "model_type": ("wrong-type", _a_group),
    "dict_type": ("wrong-type", _a_group),
    "tuple_type": ("wrong-type", _a_list),
    "string_type": ("wrong-type", _a_text),
    "string_too_short": ("missing-key", _nothing_here),
    "string_too_long": ("out-of-range", _too_long),
}


def _step(annotation: Any, part: str | int) -> Any:
    """Go one step into a type: into a list's entries, a group's values, or a model's field."""
    for choice in (annotation, *get_args(annotation)):
        origin = get_origin(choice)
        if origin is tuple and isinstance(part, int):
            return get_args(choice)[0]
        if origin is dict:
            return get_args(choice)[1]
        if isinstance(choice, type) and issubclass(choice, Part) and part in choice.model_fields:
            return choice.model_fields[str(part)].annotation
    return None


def _at(model: type[Part], path: Path) -> Any:
    annotation: Any = model
    for part in path:
        annotation = _step(annotation, part)
    return annotation


def _fields_at(model: type[Part], path: Path) -> list[str]:
    """Answer the keys a group of a record may have."""
    found = _at(model, path)
    for choice in (found, *get_args(found)):
        if isinstance(choice, type) and issubclass(choice, Part):
            return list(choice.model_fields)
    return []


def _is_needed(model: type[Part], path: Path) -> bool:
    """Answer whether a group of a record cannot do without the key at the end of a way."""
    found = _at(model, path[:-1])
    for choice in (found, *get_args(found)):
        if isinstance(choice, type) and issubclass(choice, Part) and path[-1] in choice.model_fields:
            return choice.model_fields[str(path[-1])].is_required()
    return False


def _words_at(model: type[Part], path: Path) -> list[str]:
    """Answer the words a value of a record may be."""
    return _words(_at(model, path))


def _words_of_keys(model: type[Part], path: Path) -> list[str]:
    """Answer the words a key of a group may be."""
    keys, _ = get_args(_at(model, path[:-1]))
    return _words(keys)


def _words(found: Any) -> list[str]:
    return next(([word.value for word in each] for each in (found, *get_args(found)) if _is_words(each)), [])


def _is_words(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, StrEnum)
