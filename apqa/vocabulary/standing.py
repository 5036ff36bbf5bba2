"""Words for how binding a requirement is."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """How binding a requirement is, from the strongest down."""

    LAW = "law"
    STATUTORY_GUIDANCE = "statutory_guidance"
    GUIDANCE = "guidance"
    FRAMEWORK = "framework"
    LOCAL_POLICY = "local_policy"
