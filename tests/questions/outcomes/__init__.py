"""Tests of what came of a year."""
