"""Every provider of the story, by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demo.story.providers import boats, crafts, land, off_list, schools, studios, tuition, workshops

if TYPE_CHECKING:
    from demo.story.providers.sketch import Sketch

SKETCHES: dict[str, Sketch] = {
    sketch.id: sketch
    for sketch in (
        land.KESTREL,
        land.TAWNYDELL,
        land.DAPPLEMOOR,
        land.HEDGEPIG,
        land.QUINCE,
        workshops.GASKET,
        workshops.THIMBLESPOKE,
        workshops.PLUMBLINE,
        boats.HARBOUR,
        workshops.STITCHWATER,
        crafts.LARDER,
        crafts.TRESSWELL,
        crafts.CORNERSTOOL,
        studios.MAGPIE,
        studios.NINEFOLD,
        studios.BITMARSH,
        tuition.INKWELL,
        tuition.PIXELTHORN,
        tuition.SAFFRON,
        schools.ROOKHAVEN,
        schools.FERRYMANS,
        schools.TIDEWELL,
        off_list.FLINTLOCK,
        off_list.OXBOW,
    )
}
"""The sketches by id; two more providers have no dossier to speak of."""

LISTED = tuple(name for name in SKETCHES if name not in {"saffron-heath", "flintlock-skills", "oxbow-outdoors"})
"""Those on the list on the day the records stand at, suspended or not."""


def providers() -> dict[str, dict[str, Any]]:
    """Tell every provider."""
    return {
        "kestrel-croft": land.kestrel_croft(),
        "tawnydell": land.tawnydell(),
        "dapplemoor": land.dapplemoor(),
        "hedgepig-hollow": land.hedgepig_hollow(),
        "quince-garden": land.quince_garden(),
        "gasket-lane": workshops.gasket_lane(),
        "thimblespoke": workshops.thimblespoke(),
        "plumbline-yard": workshops.plumbline_yard(),
        "harbour-loft": boats.harbour_loft(),
        "stitchwater": workshops.stitchwater(),
        "larder-nine": crafts.larder_nine(),
        "tresswell": crafts.tresswell(),
        "cornerstool": crafts.cornerstool(),
        "magpie-kiln": studios.magpie_kiln(),
        "ninefold-music": studios.ninefold_music(),
        "bitmarsh": studios.bitmarsh(),
        "inkwell-ember": tuition.inkwell_ember(),
        "pixelthorn": tuition.pixelthorn(),
        "saffron-heath": tuition.saffron_heath(),
        "rookhaven-school": schools.rookhaven_school(),
        "ferrymans-reach": schools.ferrymans_reach(),
        "tidewell-college": schools.tidewell_college(),
        "moonraker-drama": off_list.moonraker_drama(),
        "oxbow-outdoors": off_list.oxbow_outdoors(),
        "brassmonkey-karting": off_list.brassmonkey_karting(),
        "flintlock-skills": off_list.flintlock_skills(),
    }
