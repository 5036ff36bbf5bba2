"""Documents out of records: one content, made into Markdown, HTML, Word and PDF, and read again before it is kept."""
