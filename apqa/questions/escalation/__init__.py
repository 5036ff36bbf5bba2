"""Escalation: how far a concern was taken, what must happen next and by when, who must be told (QF-58, QF-59)."""
