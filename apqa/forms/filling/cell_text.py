"""Text in the cells of a workbook: Excel has signs of its own for characters, which text may only look like."""

from __future__ import annotations

import re

_SIGN = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNDERSCORE = "_x005F_"


def sealed(text: str) -> str:
    """Write text so that Excel shows it as it is, also where it holds what Excel takes for the sign of a character."""
    return _SIGN.sub(lambda found: _UNDERSCORE + found[0][1:], text)


def unsealed(text: str) -> str:
    """Read text that Excel wrote: signs are the characters they stand for, and every line ends in the same way."""
    shown = _SIGN.sub(lambda found: chr(int(found[1], 16)), text)
    return shown.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\t", " ")
