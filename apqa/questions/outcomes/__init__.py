"""What came of a year: attendance, progress, destinations, qualifications and pupil voice, in sums (QF-07, QF-53)."""
