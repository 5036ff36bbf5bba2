"""Every page that is generated or holds generated blocks, and whether it is in step."""

from __future__ import annotations

from _generate.blocks import refreshed
from _generate.commands import commands_page
from _generate.coverage import coverage_page
from _generate.guidance import guidance_page
from _generate.identifying import with_measures
from _generate.json_page import json_page
from _generate.picture import PICTURE, picture
from _generate.place import DOCS, HOUSE
from _generate.records import records_pages
from _generate.rules import rules_page

REFERENCE = "docs/reference/"


def pages() -> dict[str, str]:
    """Answer every page as it must be, by its path from the top of the checkout."""
    reference = {
        **records_pages(),
        "reference/rules.md": rules_page(),
        "reference/commands.md": commands_page(),
        "reference/json.md": json_page(),
        "reference/guidance.md": guidance_page(),
        "reference/coverage.md": coverage_page(),
    }
    return {f"docs/{path}": text for path, text in reference.items()} | {PICTURE: picture()} | _prose()


def _prose() -> dict[str, str]:
    """Answer the pages people write, with their marked blocks as they must be."""
    files = [HOUSE / "README.md", *sorted(DOCS.glob("*.md"))]
    return {
        file.relative_to(HOUSE).as_posix(): with_measures(refreshed(file.read_text(encoding="utf-8")))
        for file in files
        if file.is_file()
    }


def out_of_step(made: dict[str, str]) -> list[str]:
    """Answer the pages that are missing or differ."""
    return [path for path, text in made.items() if _on_disk(path) != text]


def left_over(made: dict[str, str]) -> list[str]:
    """Answer the pages of the reference that lie there and are generated no longer."""
    there = (file.relative_to(HOUSE).as_posix() for file in (HOUSE / REFERENCE).rglob("*.md"))
    return sorted(set(there) - set(made))


def write(made: dict[str, str]) -> None:
    """Write the pages that differ."""
    for path in out_of_step(made):
        (HOUSE / path).parent.mkdir(parents=True, exist_ok=True)
        (HOUSE / path).write_text(made[path], encoding="utf-8", newline="\n")


def _on_disk(path: str) -> str | None:
    file = HOUSE / path
    return file.read_text(encoding="utf-8") if file.is_file() else None
