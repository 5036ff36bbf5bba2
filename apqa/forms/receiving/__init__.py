"""Forms that came back: opened without harm, read box by box, checked like a record, written whole or not at all."""
