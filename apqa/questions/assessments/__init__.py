"""The yearly self-assessment: ratings, the council's findings beside them, and what the record says (QF-53, QF-A)."""
