"""Everything that is wrong with a file that could not be read as a record. Loaded when there is such a file."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from pydantic import ValidationError

from apqa.reading.limits import LIMITS
from apqa.reading.mistakes import mistakes
from apqa.reading.placed import placed
from apqa.reading.syntax import misplaced_spaces
from apqa.reading.trouble import Trouble

if TYPE_CHECKING:
    from apqa.reading.placed import Placed
    from apqa.records.base import Record


def explained(record_id: str, text: str, model: type[Record]) -> tuple[list[Trouble], int]:
    """Answer what is wrong with a text that is to be a record, and how much more of it is left out."""
    spots = placed(text)
    if spots.data is None:
        return spots.troubles, spots.left_out
    found, more = _mistakes(record_id, spots, model)
    troubles = [*spots.troubles, *(misplaced_spaces(text) if found else ()), *found]
    if "id" in spots.data:
        said = "the id of a record is its file's name: take this line out"
        troubles.append(Trouble("unknown-key", said, *spots.keys[("id",)]))
    return troubles, spots.left_out + more


def _mistakes(record_id: str, spots: Placed, model: type[Record]) -> tuple[list[Trouble], int]:
    """Answer as many of the model's refusals as are shown, and how many more there are."""
    try:
        model.model_validate({**(spots.data or {}), "id": record_id})
    except ValidationError as error:
        shown = list(islice(mistakes(error, model, spots), LIMITS.findings_per_file))
        return shown, error.error_count() - len(shown)
    return [], 0
