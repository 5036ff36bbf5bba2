"""Tests of the checks before a placement."""
