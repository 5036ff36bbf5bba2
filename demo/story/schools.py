"""The schools that commission places. Invented, with numbers the register of schools does not give."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class School:
    """A school of the story."""

    key: str
    name: str
    kind: str
    urn: str
    primary: bool = False
    lead: str = "inclusion lead"
    """Who looks after placements there, by role."""


_ALL = (
    School("quillbrook", "Quillbrook Academy", "academy", "990101", lead="assistant principal, inclusion"),
    School("hazelmarsh", "Hazelmarsh School", "school", "990102", lead="deputy headteacher, pastoral"),
    School("penhollow", "Penhollow Academy", "academy", "990103", lead="alternative provision coordinator"),
    School("cindervale", "Cindervale Academy", "academy", "990104"),
    School("greywether", "Greywether School", "school", "990105", lead="head of inclusion"),
    School("brindlecombe", "Brindlecombe Academy", "academy", "990106", lead="vice principal"),
    School("fallowmere", "Fallowmere Academy", "academy", "990107", lead="SENDCo"),
    School("copperthwaite", "Copperthwaite School", "school", "990108", lead="assistant headteacher, behaviour"),
    School("netherquay", "Netherquay Academy", "academy", "990109"),
    School("wickenbridge", "Wickenbridge School", "school", "990110", lead="head of upper school"),
    School("larkspinney", "Larkspinney Primary School", "school", "990111", primary=True, lead="headteacher"),
    School("ottersedge", "Ottersedge Primary School", "school", "990112", primary=True, lead="SENDCo"),
    School("tansy-lane", "Tansy Lane Primary Academy", "academy", "990113", primary=True, lead="deputy head"),
    School("ferrymans-reach", "Ferryman's Reach Academy", "academy", "990301", lead="head of outreach"),
)

SCHOOLS = {school.key: school for school in _ALL}
"""Every school by its key."""

SECONDARY = tuple(
    school.key for school in _ALL if not school.primary and school.key not in {"ferrymans-reach", "wickenbridge"}
)
PRIMARY = tuple(school.key for school in _ALL if school.primary)
