"""Tests of the questions: pure answers in the domain's words."""
