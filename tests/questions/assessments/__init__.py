"""Tests of the yearly self-assessment."""
