"""What came back in forms, as text, JSON, CSV and Markdown."""
