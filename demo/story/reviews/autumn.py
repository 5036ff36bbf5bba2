"""The routine visits of autumn 2025, with which the year of the story begins."""

from __future__ import annotations

from demo.story.reviews.telling import Tale

_SEEN = (
    ("2025-09-10", "gasket-lane", "New ramp in use; safety talk for newcomers watched.", "Every tool has its place."),
    ("2025-09-11", "larder-nine", "Menus planned for the term; hygiene rating still 5.", "Calm kitchen."),
    ("2025-09-16", "harbour-loft", "Two new boats on the stocks; timetable shown with English and mathematics marked.",
     "Pupils explain the plans they work from."),
    ("2025-09-17", "kestrel-croft", "Autumn programme agreed with three schools; hand washing points added.",
     "Quiet routines with the animals."),
    ("2025-09-18", "plumbline-yard", "Second classroom opened; tool checks watched.", "Instructors insist on safety."),
    ("2025-09-23", "thimblespoke", "Workshop tidy, first bicycles stripped.", "Clear instructions at each bench."),
    ("2025-09-24", "tidewell-college", "Link groups have begun; profiles handed to lecturers.", "Good equipment."),
    ("2025-09-25", "tawnydell", "Shelter repaired, drill held; reading corner in the cabin is new.", "Patient adults."),
    ("2025-09-30", "ferrymans-reach", "Turnaround places full; return dates shown.", "Reading every morning."),
    ("2025-10-01", "pixelthorn", "Two lessons watched on screen.", "Mentors write to families each week."),
    ("2025-10-02", "quince-garden", "Harvest weeks; cooking with parents on Fridays.", "A welcoming place."),
    ("2025-10-08", "cornerstool", "Full timetable; mirrors and mats renewed.", "Strong relationships."),
    ("2025-10-09", "dapplemoor", "Times of liveries and pupils kept apart on a board.", "Skilled instructors."),
    ("2025-10-13", "ninefold-music", "Two bands formed; equipment labelled.", "Musicians who teach well."),
    ("2025-10-14", "tresswell", "One place taken; starter kits counted.", "Careful planning."),
    ("2025-10-16", "magpie-kiln", "Term's theme agreed; glazes stored in a locked cupboard.", "Work of high quality."),
    ("2025-10-20", "hedgepig-hollow", "New isolation pen; hygiene rules on every door.", "One adult to two pupils."),
    ("2025-10-21", "bitmarsh", "Lab newly fitted out; documents asked for a second time.", "Keen staff."),
)  # fmt: skip

TALES = tuple(
    Tale(on, provider, "routine", seen, ("safeguarding", "quality_of_education"), (strength,), circulated_after=5)
    for on, provider, seen, strength in _SEEN
)
