"""The check of a placement, in every form."""
