"""The letters that tell of a step of escalation, in every form the answer can be shown in."""
