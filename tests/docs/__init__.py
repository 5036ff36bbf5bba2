"""Tests of the documentation: in step with the code, complete, and without dead ends."""
