"""Tests of how rules are written, asked and put together."""
