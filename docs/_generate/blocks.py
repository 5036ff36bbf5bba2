"""Blocks of prose pages that show what a command says, written anew from a real run.

In a page stands a comment, and behind it the block that is rewritten:

    <!-- run: apqa check-provider harbour-loft --on 2026-11-23 -->
    <!-- run (first 20): apqa rules -->
    <!-- run (first 6, from Why not to place): apqa check-provider harbour-loft --on 2026-11-23 -->
    <!-- run: apqa check --on 2026-11-23 | tail -n 1 -->
    <!-- scratch: apqa init our-council -->
    <!-- scratch file: our-council/records/providers/quillback.yaml -->

`run` asks the worked example. `scratch` works in an empty folder that lasts for the page, so that a page can
show the making of new records; `scratch file` puts the block behind it into that folder, and leaves it as it is.
In brackets stands which lines of a long answer are shown: `first` so many, `last` so many, or `from` the first line
that begins with these words.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from _generate.markdown import fenced
from _generate.place import HOUSE
from _generate.running import run, run_in
from apqa.errors import ExitStatus

_TAIL = " | tail -n "
_BLOCK = re.compile(
    r"^<!-- (?P<how>run|scratch|scratch file)"
    r"(?: \((?P<part>[^)]+)\))?: (?P<what>.+?) -->\n"
    r"(?:\n?(?P<fence>`{3,})(?P<language>\w*)\n(?P<body>.*?)^(?P=fence)$)?",
    re.DOTALL | re.MULTILINE,
)


def refreshed(text: str) -> str:
    """Answer a page with every marked block as it must be now."""
    if not _BLOCK.search(text):
        return text
    with TemporaryDirectory() as folder:
        scratch = Path(folder).resolve()
        return _BLOCK.sub(lambda found: _block(found, scratch), text)


def commands(text: str) -> list[str]:
    """Answer the commands whose answers a page shows."""
    return [found["what"] for found in _BLOCK.finditer(text) if found["how"] != "scratch file"]


def _block(found: re.Match[str], scratch: Path) -> str:
    comment, _, _ = found[0].partition("\n")
    if found["how"] == "scratch file":
        file = scratch / found["what"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found["body"], encoding="utf-8", newline="\n")
        return found[0]
    lines = _said(found["what"], _folder(scratch) if found["how"] == "scratch" else HOUSE)
    return f"{comment}\n{fenced(_shown(found, lines))}" + ("" if found["fence"] else "\n")


def _said(command: str, folder: Path) -> list[str]:
    """Answer the lines a command says: laid out for a terminal, or plain and cut where it is piped to `tail -n`."""
    command, _, tail = command.partition(_TAIL)
    said = run(command, terminal=not tail) if folder == HOUSE else run_in(folder, command, terminal=not tail)
    if said.status == ExitStatus.BUG:
        raise SystemExit(f"{command} failed, and would be shown so: {said.talk}")
    lines = [line.rstrip() for line in said.all.rstrip("\n").split("\n")]
    return lines[-int(tail) :] if tail else lines


def _folder(scratch: Path) -> Path:
    """Answer where a reader stands: in the records' own folder, once there is one."""
    made = [each for each in sorted(scratch.iterdir()) if each.is_dir()]
    return made[0] if made else scratch


def _shown(found: re.Match[str], lines: list[str]) -> str:
    """Put what was typed above what was said, or above the part of it that was asked for."""
    head, tail = lines, list[str]()
    for part in filter(None, (found["part"] or "").split(", ")):
        word, _, what = part.partition(" ")
        if word == "first":
            head, tail = lines[: int(what)], tail or ["…"]
        else:
            start = len(lines) - int(what) if word == "last" else _line(lines, what, found["what"])
            head, tail = head if head is not lines else [], ["…", *lines[start:]]
    return "\n".join([f"$ {found['what']}", "", *"\n".join(head).rstrip("\n").split("\n"), *tail])


def _line(lines: list[str], begins: str, command: str) -> int:
    """Answer the number of the first line that begins so."""
    number = next((number for number, line in enumerate(lines) if line.startswith(begins)), None)
    if number is None:
        raise SystemExit(f"the answer to {command} has no line that begins with: {begins}")
    return number
