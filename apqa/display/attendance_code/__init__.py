"""The attendance code, in every form."""
