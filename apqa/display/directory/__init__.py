"""The directory as text, JSON, CSV and Markdown."""
