"""How text and files are written, whatever they say: characters, Markdown, files whole or not at all."""
