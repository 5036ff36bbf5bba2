"""What a record is: one module a kind, and the collection of them all."""
