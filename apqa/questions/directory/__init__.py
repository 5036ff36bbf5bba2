"""The approved provider list as it may be published (QF-04, QF-14)."""
