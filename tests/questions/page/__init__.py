"""Tests of what is told of a provider on its page alone."""
