"""Every check before a placement, one line each, and the verdict they add up to (QF-20 to QF-27)."""
