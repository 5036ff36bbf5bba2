"""The dashboard as a folder of pages."""
