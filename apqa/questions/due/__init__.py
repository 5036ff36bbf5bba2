"""What falls due: every duty with a day, who owes it and how it stands."""
