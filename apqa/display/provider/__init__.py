"""Everything about a provider on one page, in every form."""
