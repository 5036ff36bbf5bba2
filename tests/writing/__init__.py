"""How text and files are written."""
