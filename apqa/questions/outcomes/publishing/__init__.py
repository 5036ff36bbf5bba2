"""What of a year's outcomes may be published: no small number, and none that could be worked out from the others."""
