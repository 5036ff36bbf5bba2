"""Words for what a visit is to look at."""

from __future__ import annotations

from enum import StrEnum


class LookAt(StrEnum):
    """What something that a visit is to look at is about, in the order it is told."""

    RAISED = "raised"
    """What came up since the last visit (QF-55)."""

    DUE_DILIGENCE = "due_diligence"
    """What the checklist of due diligence still asks for (QF-40)."""

    LAST_NOTE = "last_note"
    """What the last note agreed or left open (QF-57)."""

    ACTION = "action"
    """An action of a plan or of the self-assessment that is open (QF-58)."""

    CLAIM = "claim"
    """What the self-assessment says and nobody has validated (QF-54)."""

    EXPIRY = "expiry"
    """What has run out or runs out around the visit (QF-21, QF-22, QF-25)."""

    REGISTRATION = "registration"
    """Pupils and hours, for the registration question (QF-10, QF-20)."""

    MONEY = "money"
    """Value for money and financial sustainability (QF-43)."""

    LOOKED_AFTER = "looked_after"
    """What is to be asked of others because looked-after pupils are placed there (QF-55)."""
