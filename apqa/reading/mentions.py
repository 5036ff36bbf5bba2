"""What a file may be about that is not read, or not yet: so that no answer counts on its not being there (QF-90)."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from apqa.reading.names import is_hidden, unhidden
from apqa.reading.source import UnreadError
from apqa.records.kinds import ACTION_PLAN, CALENDAR, KINDS, PLACEMENT, PROVIDER, SELF_ASSESSMENT, VISIT, kind_at

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from apqa.reading.source import Source
    from apqa.records.kinds import Kind

_OF_A_PROVIDER = frozenset({SELF_ASSESSMENT, ACTION_PLAN, VISIT})
"""Kinds whose ids alone name the provider they are about."""

_TELLING = (CALENDAR, SELF_ASSESSMENT, ACTION_PLAN, VISIT, PLACEMENT)
"""Kinds whose files have names that tell them from providers and waivers, which may be called anything."""

_ADDED = re.compile(r"[^A-Za-z0-9-].*", re.DOTALL)
"""What follows the name proper of a file: its ending, and the remark a program made."""

_PROVIDER_LINE = re.compile(rb"^provider:[ \t]+([a-z0-9-]+)[ \t]*\r?$", re.MULTILINE)


class Mentions:
    """What the files of one source mention, each read once however often it is searched."""

    def __init__(self, source: Source, providers: Callable[[], Iterable[str]]) -> None:
        """Search the files of a source, whose providers have these ids."""
        self._source, self._providers = source, providers
        self._texts: dict[str, dict[str, bytes | None]] = defaultdict(dict)

    def that_may(self, kind: Kind, files: Iterable[tuple[str, str]], about: str) -> Iterator[tuple[str, str]]:
        """Answer those files, of ids and paths, that may mention an id: in their own, or in text without escapes.

        A question about a provider searches every placement once for each of its pupils, so this is one loop.
        """
        wanted, sought = about.lower(), about.lower().encode()
        texts = self._texts[kind.name]
        for record_id, path in files:
            if wanted not in record_id.lower():
                if kind.named_by_id and record_id != path:
                    continue
                text = texts[path] if path in texts else self._text(kind, path)
                if text is not None and sought not in text:
                    continue
            yield record_id, path

    def provider_of(self, kind: Kind, path: str) -> str | None:
        """Answer the provider a record names plainly in a line of its own."""
        found = _PROVIDER_LINE.search(self._text(kind, path) or b"")
        return found[1].decode() if found else None

    def _text(self, kind: Kind, path: str) -> bytes | None:
        texts = self._texts[kind.name]
        if path not in texts:
            texts[path] = self._searched(kind, path)
        return texts[path]

    def _searched(self, kind: Kind, path: str) -> bytes | None:
        """Answer a file's bytes in small letters; none where they may not show what it is about."""
        try:
            raw = self._source.read(path)
        except UnreadError:
            return None
        # Text with escapes or in another encoding cannot be searched as it stands.
        if b"\\" in raw or b"\0" in raw:
            return None
        # A file that neither lies where the kind's records do nor is named like one counts only for what it mentions.
        if (kind_at(path) is kind or kind in kinds_by_name(path)) and not self._is_plain(kind, path, raw):
            return None
        return raw.lower()

    def _is_plain(self, kind: Kind, path: str, raw: bytes) -> bool:
        """Answer whether a record says plainly what it is about; one that does not may be about anything."""
        if kind in _OF_A_PROVIDER and (kind_at(path) is not kind or kind.id_of(path) is None):
            named = any(each in path.lower() for each in self._providers() if path != PROVIDER.path(each))
            return named or _PROVIDER_LINE.search(raw) is not None
        return all(line.search(raw) for line in _naming_lines(kind))


def kinds_it_may_hold(path: str, listed: Container[str]) -> set[Kind]:
    """Answer the kinds of record a file may hold that lies in the wrong place or has a wrong name.

    A hidden file may hold what one may of the name without the full stop, unless that lies beside it.
    """
    if is_hidden(path):
        path = unhidden(path)
        if path in listed:
            return set()
    kind = kind_at(path)
    if not path.endswith(".yaml"):
        return {kind} if kind and _has_an_ending_too_many(path, kind, listed) else set()
    named = {kind} if kind else {each for each in KINDS if _is_meant_for(path.lower(), each)}
    like = kinds_by_name(path)
    if named & like:
        return named
    return (named or {each for each in KINDS if each.folder and each is not CALENDAR}) | like


def _is_meant_for(path: str, kind: Kind) -> bool:
    """Answer whether a folder's name is that of a kind but for its capitals, or a file's that of the authority."""
    folder = path.rpartition("/")[0]
    return path.startswith(f"{kind.folder}/") if kind.folder else not folder and path.startswith(kind.id_example)


def kinds_by_name(path: str) -> set[Kind]:
    """Answer the kinds whose records a file is named like, wherever it lies: by a day, a school year or a placement."""
    stem = _stem(path)
    return {kind for kind in _TELLING if kind.id_of(f"{kind.path(kind.id_example).rpartition('/')[0]}/{stem}.yaml")}


def _stem(path: str) -> str:
    """Answer the name of a file without its ending and what a program may have added: "2026-11-01 (1).yaml"."""
    return _ADDED.sub("", unhidden(path).rpartition("/")[2])


def _has_an_ending_too_many(path: str, kind: Kind, listed: Container[str]) -> bool:
    """Answer whether a program added an ending to a record's name, or changed it: PL-7K3QX.yaml.txt."""
    folder, slash, name = path.rpartition("/")
    meant = f"{folder}{slash}{_stem(path)}.yaml"
    tells = kind in _TELLING or ".yaml" in name.lower()
    return tells and kind.id_of(meant) is not None and meant not in listed


@cache
def _naming_lines(kind: Kind) -> tuple[re.Pattern[bytes], ...]:
    return tuple(re.compile(line.encode(), re.MULTILINE) for line in kind.naming_lines)
