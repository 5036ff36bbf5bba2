"""Tests of what the review asks of value for money."""
