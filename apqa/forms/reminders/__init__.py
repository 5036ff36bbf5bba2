"""Letters that remind of what is owed, and the records that remember them."""
