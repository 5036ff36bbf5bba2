"""Applications to be listed: stage, checklist, first visit, decision (QF-40)."""
