"""The providers of the story, one after another."""
