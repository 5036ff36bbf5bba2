"""The ordinary placements, provider by provider: when they began and how they ended. The rest is drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stay:
    """One ordinary placement, as a line in a list."""

    starts: str
    ends: str = ""
    why: str = ""
    to: str = ""
    pupil: str = ""
    """A name for the pupil, where the same one has another placement too."""

    lasted: bool = True


def _live(*days: str) -> tuple[Stay, ...]:
    return tuple(Stay(text) for text in days)


STAYS: dict[str, tuple[Stay, ...]] = {
    "kestrel-croft": (
        Stay("2025-09-15", "2026-07-17", "returned_to_school", "home_school_full_time"),
        Stay("2025-11-10", "2026-06-26", "moved_on", "fe_college"),
        Stay("2026-02-23", "2026-10-16", "as_planned", "home_school_part_time"),
        Stay("2026-01-12", pupil="pair-a"),
        *_live("2026-04-20", "2026-06-08", "2026-09-07"),
        Stay("2026-09-14", pupil="pair-h"),
        Stay("2026-10-05", pupil="pair-n"),
    ),
    "tawnydell": (
        Stay("2026-01-19", "2026-07-16", "as_planned", "new_mainstream"),
        Stay("2025-10-06", "2026-05-21", "returned_to_school", "home_school_full_time"),
        Stay("2026-09-15"),
    ),
    "dapplemoor": (
        Stay("2026-03-03", "2026-10-15", "returned_to_school", "home_school_full_time"),
        Stay("2026-04-21", pupil="pair-b"),
        Stay("2026-09-08", pupil="pair-i"),
        Stay("2026-11-03"),
    ),
    "hedgepig-hollow": (
        Stay("2026-02-25", "2026-07-15", "as_planned", "home_school_part_time", lasted=False),
        *_live("2026-06-10", "2026-09-16"),
    ),
    "quince-garden": (
        Stay("2026-01-13", "2026-07-10", "returned_to_school", "home_school_full_time"),
        Stay("2026-05-05", pupil="pair-c"),
        Stay("2026-09-10", pupil="pair-m"),
        Stay("2026-10-06"),
    ),
    "gasket-lane": (
        Stay("2025-09-22", "2026-06-26", "moved_on", "apprenticeship"),
        Stay("2026-01-26", pupil="pair-d"),
        *_live("2026-04-27", "2026-09-08"),
        Stay("2026-10-12", pupil="pair-l"),
    ),
    "thimblespoke": (
        Stay("2026-01-20", "2026-07-14", "returned_to_school", "home_school_full_time"),
        Stay("2025-11-04", "2026-05-19", "pupil_left", "moved_area"),
        Stay("2026-04-27", pupil="after-flintlock-a"),
        Stay("2026-09-14", pupil="pair-b"),
        Stay("2026-09-07", pupil="pair-g"),
    ),
    "plumbline-yard": (
        Stay("2025-09-08", "2026-06-26", "moved_on", "fe_college"),
        Stay("2026-02-02", "2026-06-26", "moved_on", "apprenticeship"),
        Stay("2026-04-27", pupil="after-flintlock-b"),
        Stay("2026-03-02"),
        Stay("2026-09-07", pupil="pair-j"),
        *_live("2026-09-21", "2026-11-09"),
    ),
    "harbour-loft": (
        Stay("2025-09-15", "2026-07-17", "returned_to_school", "home_school_full_time"),
        Stay("2026-01-12", "2026-07-17", "as_planned", "new_mainstream"),
        Stay("2026-02-24", pupil="pair-e"),
        Stay("2026-04-28"),
        Stay("2026-06-09", pupil="pair-i"),
        *_live("2026-09-08", "2026-09-22", "2026-10-13"),
    ),
    "stitchwater": (Stay("2026-03-16"), Stay("2026-09-09", pupil="pair-f"), Stay("2026-10-05", pupil="pair-k")),
    "larder-nine": (
        Stay("2026-02-10", "2026-06-26", "moved_on", "employment_with_training"),
        Stay("2026-09-08", pupil="pair-d"),
        Stay("2026-05-05"),
        Stay("2026-10-07", pupil="pair-j"),
    ),
    "tresswell": (Stay("2025-11-10", "2026-06-26", "moved_on", "fe_college"), Stay("2026-09-14")),
    "cornerstool": (
        Stay("2026-01-19", "2026-07-15", "as_planned", "home_school_full_time", lasted=False),
        Stay("2026-03-09", "2026-10-22", "commissioner_ended", "other_ap", "pair-o"),
        Stay("2026-04-22"),
        Stay("2026-09-09", pupil="pair-k"),
        Stay("2026-09-23"),
    ),
    "magpie-kiln": (
        Stay("2025-10-08", "2026-07-10", "returned_to_school", "home_school_full_time"),
        Stay("2026-04-22", "2026-10-09", "returned_to_school", "home_school_full_time"),
        Stay("2026-05-06", pupil="pair-c"),
        Stay("2026-09-14", pupil="pair-h"),
        Stay("2026-11-04", pupil="pair-o"),
    ),
    "ninefold-music": (
        Stay("2026-01-27", "2026-07-14", "as_planned", "fe_college"),
        Stay("2026-09-15", pupil="pair-e"),
        Stay("2026-04-21"),
        Stay("2026-09-08", pupil="pair-g"),
    ),
    "bitmarsh": (Stay("2026-05-11", "2026-10-02", "provider_ended", "other_ap", "pair-n"), Stay("2026-09-21")),
    "inkwell-ember": (
        Stay("2026-01-14", "2026-07-03", "returned_to_school", "home_school_part_time"),
        Stay("2026-03-04", "2026-07-17", "as_planned", "special_school"),
        Stay("2026-09-07", pupil="pair-a"),
        *_live("2026-09-10", "2026-09-28"),
    ),
    "pixelthorn": (
        Stay("2026-02-23", "2026-07-10", "returned_to_school", "home_school_part_time"),
        Stay("2026-09-09", pupil="pair-f"),
        Stay("2026-09-14", pupil="pair-m"),
        Stay("2026-06-15"),
    ),
    "rookhaven-school": _live("2026-09-07", "2026-04-20"),
    "ferrymans-reach": (
        Stay("2026-01-12", "2026-04-02", "returned_to_school", "home_school_full_time"),
        Stay("2026-04-20", "2026-07-16", "returned_to_school", "home_school_full_time"),
        *_live("2026-09-07", "2026-09-21", "2026-11-03"),
    ),
    "tidewell-college": (
        Stay("2025-09-16", "2026-06-26", "moved_on", "fe_college"),
        Stay("2026-09-15", pupil="pair-l"),
        Stay("2026-09-17"),
    ),
    "flintlock-skills": (Stay("2025-11-10", "2026-04-24", "provider_suspended", "home_school_full_time"),),
}
"""By provider. A pupil who is named has another placement under the same name."""
