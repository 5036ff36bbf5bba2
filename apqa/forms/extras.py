"""What is said where a library of the extra `forms` is not installed."""

from __future__ import annotations

from apqa.errors import ApqaError


def without_extra(what: str) -> ApqaError:
    """Say that something needs the extra `forms`, and how to install it: "calendar feeds"."""
    return ApqaError(
        f"{what} need the extra `forms`, which is not installed: install apqa with it, "
        'as in pipx install "apqa[forms]" (from a clone: pipx install ".[forms]")'
    )
