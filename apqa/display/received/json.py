"""What came back in forms as JSON, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json

if TYPE_CHECKING:
    from apqa.display.received.answer import ReceivedAnswer
    from apqa.questions.received import ReceivedFile


def json_received(answer: ReceivedAnswer) -> str:
    """Write every file with its reports, what each changes, and what is wrong."""
    return to_json(
        envelope(
            answer.header, write=answer.write, records=answer.records, files=[_file(each) for each in answer.files]
        )
    )


def _file(file: ReceivedFile) -> dict[str, object]:
    return {
        "file": file.file,
        "readable": file.is_readable,
        "form": file.form,
        "provider": file.provider,
        "provider_name": file.name,
        "term": file.term,
        "sent_on": file.sent_on,
        "written": file.written,
        "same_as": file.same_as,
        "problems": [asdict(each) for each in file.problems],
        "reports": [asdict(each) for each in file.reports],
    }
