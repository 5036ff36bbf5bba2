"""Value for money and financial sustainability: what the review asks, with the figures behind it (QF-43)."""
