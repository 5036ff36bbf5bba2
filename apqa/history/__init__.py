"""Git: what it knows of the records. Nothing here ever writes."""
