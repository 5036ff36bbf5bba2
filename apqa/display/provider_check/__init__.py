"""The check of a provider before a placement, in every form."""
