"""All that was found, in every form."""
