"""What in a text may tell who a pupil is (QF-57): found by its form, with the words, the place and the reason."""
