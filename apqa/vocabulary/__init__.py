"""The closed word lists of the records: the domain's words, once each."""
