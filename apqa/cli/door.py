"""The door: an answer goes out through it, and an error becomes a sentence and an exit status there."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apqa.display import terminal
from apqa.errors import ApqaError, ExitStatus, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DEBUG = "--debug"

_ENDINGS = {
    ".json": ("json", "sarif"),
    ".csv": ("csv",),
    ".md": ("markdown",),
    ".html": ("html",),
    ".htm": ("html",),
    ".ics": ("ics",),
    ".sarif": ("sarif",),
    **dict.fromkeys((".pdf", ".docx", ".doc", ".odt", ".xlsx", ".xls", ".ods", ".zip", ".png", ".svg"), ()),
}
"""What a file holds by the ending of its name, among the forms of answers; what another program alone can make holds
none."""

_LONG, _FIRST, _LAST = 260, 60, 20
"""More characters than an id or the name of a file may have, and how many of such a one are shown, first and last."""


def show(
    forms: Mapping[str, Callable[..., str]], answer: Any, form: str, output: Path | None = None, *, quiet: bool = False
) -> None:
    """Write an answer to stdout or to a file, in the form asked for; text in a terminal is wrapped and coloured."""
    if output is not None:
        spare_the_records(output, getattr(answer.header, "records", ""))
        refuse_misnamed(output, form)
    if form == "text" and output is None:
        width = terminal.width() if terminal.is_terminal(sys.stdout) else None
        terminal.write(forms[form](answer, width=width, colour=terminal.wants_colour()))
        return
    terminal.write(forms[form](answer), output)
    if output is not None:
        terminal.say(f"apqa: the answer is in {output}", quiet=quiet)


def spare_the_records(output: Path, records: str) -> None:
    """Refuse to write an answer over or among the records."""
    if records and output.resolve().is_relative_to(Path(records).resolve()):
        raise UsageError(f"{output} lies in the records folder: write the answer somewhere else")


def refuse_misnamed(output: Path, form: str) -> None:
    """Refuse a file whose name says that it holds something else: no program could open it as what it is named."""
    ending = output.suffix.lower()
    if ending in _ENDINGS and form not in _ENDINGS[ending]:
        forms = " or ".join(_ENDINGS[ending])
        remedy = f"give it another name, or ask for --format {forms}" if forms else "give it another name"
        raise UsageError(f"{output} would hold {form}: {remedy}")


def _stopped_by(error: ApqaError | OSError) -> ExitStatus:
    """Say what stopped apqa, and answer the exit status it leaves behind."""
    if isinstance(error, ApqaError):
        terminal.say(f"apqa: {_brief(str(error))}")
        return error.exit_status
    # The disk is full, the output is closed, a folder may not be written to: the surroundings, not us.
    what = f" ({error.filename})" if error.filename else ""
    terminal.say(_brief(f"apqa: {error.strerror or error}{what}: put that right and run the command again"))
    return ExitStatus.SURROUNDINGS


def _brief(sentence: str) -> str:
    """Shorten what was typed and the sentence says again, where nobody would read all of it; findings stay whole."""
    first, end, findings = sentence.partition("\n")
    for typed in filter(_is_long, sys.argv):
        first = first.replace(typed.strip(), _ends_of(typed.strip()))
    words = (_ends_of(word) if _is_long(word) else word for word in first.split(" "))
    return " ".join(words) + end + findings


def _is_long(text: str) -> bool:
    return len(text) > _LONG


def _ends_of(text: str) -> str:
    return f"{text[:_FIRST]}…{text[-_LAST:]}"


def guarded(run: Callable[[], object]) -> int:
    """Run the command line and answer its exit status. No traceback reaches a user, unless with `--debug`."""
    try:
        run()
    except SystemExit as stop:
        if stop.code == ExitStatus.STOPPED:
            # Typer makes this of a Ctrl+C and says nothing.
            terminal.say("apqa: stopped")
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except KeyboardInterrupt:
        terminal.say("apqa: stopped")
        return ExitStatus.STOPPED
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.NOTHING_FOUND
    except (ApqaError, OSError) as error:
        return _stopped_by(error)
    except Exception as error:  # our own bug, said in one sentence instead of a traceback
        if _DEBUG in sys.argv:
            raise
        terminal.say(
            f"apqa: this is a fault of apqa itself ({type(error).__name__}), not of your records. "
            "Run the command again with --debug and send what it prints to whoever looks after apqa for you."
        )
        return ExitStatus.BUG
    return ExitStatus.NOTHING_FOUND
