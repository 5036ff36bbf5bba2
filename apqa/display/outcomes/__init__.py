"""The outcomes of a year, in every form."""
