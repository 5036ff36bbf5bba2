"""apqa: quality assurance of alternative provision over a git-tracked folder of YAML records."""

__version__ = "0.1.0"
