"""The registration requirement, in every form."""
