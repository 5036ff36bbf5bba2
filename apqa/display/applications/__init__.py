"""Applications to be listed as text, JSON, CSV and Markdown."""
