"""What an editor is told of the records: JSON Schemas and descriptions, made from the models and their docstrings."""
