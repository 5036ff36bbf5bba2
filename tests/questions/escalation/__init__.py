"""Tests of escalation: the step, its story, its needs, who must be told."""
