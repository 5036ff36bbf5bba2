"""Finished documents read again, each with the library for its form."""
