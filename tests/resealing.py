"""Seal the circulated notes of the catalogue of findings, where their text was changed for the catalogue's own sake.

python -m tests.resealing
"""

from __future__ import annotations

import re
from pathlib import Path

from apqa.questions.sealing import seal_of, seal_of_amendment
from apqa.reading.plain import plain_data
from apqa.records.visit import Visit

EXAMPLES = Path(__file__).parent / "examples"
OWN = ("circulated-note-changed", "circulated-note-without-seal", "seal-not-known")
"""Rules whose examples have a seal that does not fit, or none."""


def resealed(visit_id: str, text: str) -> str:
    """Answer the text of a visit with the seal of its note, where that was circulated."""
    text = re.sub(r"^  seal: .*\n", "", text, flags=re.MULTILINE)
    visit = Visit.model_validate({"id": visit_id, **(plain_data(text) or {})})
    if not visit.note or not any(each.on for each in visit.note.circulation):
        return text
    for each in visit.note.amendments:
        if each.seal:
            text = text.replace(each.seal, seal_of_amendment(visit, each))
    seal = f"  seal: {seal_of(visit)}\n"
    return re.sub(r"^  circulation:.*\n(?:    .*\n)*", lambda found: found[0] + seal, text, flags=re.MULTILINE)


def main() -> None:
    """Seal every note there is."""
    for file in sorted(EXAMPLES.glob("*/*/visits/*.yaml")):
        if file.parts[-4] not in OWN:
            text = file.read_text(encoding="utf-8")
            file.write_text(resealed(file.stem, text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
