"""How much of a file and of a folder is read, so that nothing found there can stall or fill the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of reading. An honest records folder stays a long way below every one of them."""

    file_size: int = 1024 * 1024
    """Bytes of one file. A full provider record has some 20,000; a megabyte is no record but an attachment."""

    nesting: int = 24
    """Mappings and lists inside one another. Records need eight; libyaml takes quadratic time over thousands."""

    key_length: int = 200
    """Characters of a name in front of a colon. Unicode normal forms take quadratic time over one long name."""

    pieces: int = 30_000
    """Names, values, and beginnings and ends of groups and lists of one file. A full provider record has 1,500."""

    findings_per_file: int = 50
    """Findings shown of one file. Who has mended fifty runs the check again; 100,000 would bury all others."""

    files: int = 500_000
    """Files of one folder. Ten years of the largest council come to a fifth of it; a whole disk does not."""

    path_length: int = 180
    """Characters of a path inside the records folder. Windows allows 260, and the folder itself has a name too."""

    read_alone: int = 2_000
    """Files that one process reads alone. Of more, another one reads a share: below, to start it does not pay."""

    patience: float = 10.0
    """Seconds to wait for a sign of life from that process, which sends one every few milliseconds."""


LIMITS = Limits()
"""The limits everybody reads by."""
