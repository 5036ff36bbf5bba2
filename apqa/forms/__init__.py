"""Files made out of models, templates and records."""
