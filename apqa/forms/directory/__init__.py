"""The directory as one page for a browser."""
