"""Pages in a real browser: what apqa makes to be looked at, looked at."""
