"""What every figure is made of: elements of SVG, escaped, with a title and a description that are read aloud.

No library draws: a figure here is a few rectangles and words. Lengths across are in per cent, so that a figure is as
wide as its page, on a phone and on paper, while its words keep their size: a library would scale both, or bring a
script.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")


class Tone(StrEnum):
    """What a mark means. Each tone has a colour and a pattern of its own, so that nobody needs to see the colour."""

    BAD = "bad"
    SOON = "soon"
    GOOD = "good"
    UNKNOWN = "unknown"
    PLAIN = "plain"


_PATTERNS = {
    Tone.BAD: "M0 8 8 0M-2 2 2 -2M6 10 10 6",
    Tone.SOON: "M4 0V8",
    Tone.GOOD: "",
    Tone.UNKNOWN: "M0 0 8 8M8 0 0 8",
    Tone.PLAIN: "M0 4H8",
}
"""What is drawn over the colour of a tone, in a square of eight."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is said of a figure to whoever cannot see it."""

    key: str
    """A name of the figure's own on its page."""

    title: str
    says: str
    """What is drawn, and how to read it."""


def element(name: str, *inside: Markup | str, **attributes: object) -> Markup:
    """Write one element, `_` for the `-` in names of attributes; what is inside is escaped if it is no markup."""
    said = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items()
    )
    opened = Markup("<{}{}").format(Markup(name), said)  # noqa: S704 - the names of elements are our own
    if not inside:
        return opened + Markup("/>")
    return opened + Markup(">") + Markup("").join(escape(each) for each in inside) + Markup("</{}>").format(name)


_PAPER = 640
"""How high a drawing may be, in pixels: no sheet of paper cuts through one, so a long figure is made of several."""


def in_parts(
    caption: Caption, rows: Sequence[T], height: int, draw: Callable[[Caption, Sequence[T]], Markup]
) -> Markup:
    """Draw a figure of rows of a height in parts that fit on paper, each with its own title; one of no rows as well."""
    most = _PAPER // height
    parts = [rows[at : at + most] for at in range(0, len(rows), most)] or [rows]
    if len(parts) == 1:
        return draw(caption, rows)
    titled = (f"{caption.title}, part {at} of {len(parts)}" for at in range(1, len(parts) + 1))
    captions = [Caption(f"{caption.key}-{at}", title, caption.says) for at, title in enumerate(titled, 1)]
    return Markup("").join(draw(named, part) for named, part in zip(captions, parts, strict=True))


def drawing(caption: Caption, height: int, inside: Iterable[Markup], kind: str) -> Markup:
    """Put a figure together, so high in pixels and as wide as its place, under a title and a description."""
    key = caption.key
    return element(
        "svg",
        element("title", caption.title, id=f"{key}-title"),
        element("desc", caption.says, id=f"{key}-desc"),
        element("defs", *(_pattern(key, tone, lines) for tone, lines in _PATTERNS.items() if lines)),
        *inside,
        class_=f"drawing {kind}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        width="100%",
        height=height,
    )


def _pattern(key: str, tone: Tone, lines: str) -> Markup:
    drawn = element("path", d=lines, class_="hatch")
    return element("pattern", drawn, id=f"{key}-{tone}", width=8, height=8, patternUnits="userSpaceOnUse")


def box(  # noqa: PLR0913, PLR0917 - a bar is placed by this much
    key: str, tone: Tone, left: float, top: float, width: float, height: float
) -> Markup:
    """Draw a bar: left and width in per cent of the figure, top and height in pixels."""
    place = {"x": per_cent(left), "y": f"{top:g}", "width": per_cent(width), "height": f"{height:g}"}
    coloured = element("rect", class_=f"fill-{tone}", **place)
    return coloured + element("rect", fill=f"url(#{key}-{tone})", **place) if _PATTERNS[tone] else coloured


_FITS = 42
"""How many letters of a name fit on a phone."""


def name_of(name: str, left: float, top: float, *, depth: int = 0) -> Markup:
    """Write the name of a bar or a lane; of a long one the beginning, for words in a drawing do not go on below."""
    fits = _FITS - 2 * depth
    return words(name if len(name) <= fits else f"{name[: fits - 1].rstrip()}…", left, top, kind="name")


def words(  # noqa: PLR0913 - words are placed by this much
    text: str, left: float, top: float, *, kind: str, shift: float = 0, anchor: str = ""
) -> Markup:
    """Write words into a figure: left in per cent, the foot of the letters and the shift to the right in pixels."""
    extra = {"dx": f"{shift:g}"} if shift else {}
    extra |= {"text_anchor": anchor} if anchor else {}
    return element("text", text, x=per_cent(left), y=f"{top:g}", class_=kind, **extra)


def per_cent(number: float) -> str:
    """Write a length across, as exact as anybody can see."""
    return f"{round(number, 2):g}%"
