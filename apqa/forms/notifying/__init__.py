"""Letters that tell of a step of escalation, and the record of whom they were prepared for."""
