"""What the areas of the review are called (QF-53, Appendix A)."""

from __future__ import annotations

from apqa.vocabulary.review import Area

_TITLES = {
    Area.REGISTRATION: "Law and registration",
    Area.HEALTH_AND_SAFETY: "Health and safety",
    Area.ADMISSIONS_AND_SUPPORT: "Admissions, support and guidance",
    Area.QUALITY_OF_EDUCATION: "Quality of education",
    Area.LEADERSHIP: "Leadership and management",
    Area.DATA_PROTECTION: "Data protection",
    Area.FINANCE: "Finance and value for money",
}
"""What is not said by its word alone."""


def area_title(area: Area) -> str:
    """Name an area as a heading does: "Leadership and management"."""
    return _TITLES.get(area) or area.value.capitalize()
