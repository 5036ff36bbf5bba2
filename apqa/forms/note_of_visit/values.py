"""A visit in single values, for a council's own templates: every key is there, with an empty text for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.forms.note_of_visit.as_of import visit_as_of
from apqa.forms.note_of_visit.words import in_words, standing, state_of
from apqa.forms.part_values import part_values
from apqa.guidance.days import plain
from apqa.records.visit import Visit

if TYPE_CHECKING:
    from apqa.forms.note_of_visit.asked import AskedNote, AskedVisit
    from apqa.records.action import Action


def note_values(asked: AskedNote) -> dict[str, object]:
    """Answer the single values of a note: those it begins with, its actions, and under `visit` every key of it."""
    last = asked.about.last
    before = min(asked.note.written_on, asked.on)
    return {
        **sheet_values(asked.about),
        "outcome": standing(asked.note.outcome),
        "recommendation": standing(asked.note.recommendation),
        "actions": tuple(_action(each, asked) for each in asked.note.actions),
        "last_actions": tuple(
            {"what": each.what, "state": state_of(each, before)}
            for each in (last.note.actions if last and last.note else ())
        ),
        "amendments": tuple({"on": plain(each.on), "by": each.by, "what": each.what} for each in asked.amendments),
        "open": tuple({"what": each.message, "remedy": each.remedy} for each in asked.about.held_back),
    }


def sheet_values(asked: AskedVisit) -> dict[str, object]:
    """Answer the single values of a visit: whom and when, and under `visit` every key of it."""
    return {
        "provider": asked.provider_name,
        "site": asked.site,
        "day": plain(asked.visit.on),
        "type": standing(asked.visit.type),
        "visit": part_values(Visit, visit_as_of(asked.visit, asked.on), _said),
    }


def _action(action: Action, asked: AskedNote) -> dict[str, str]:
    said = {"what": action.what, "why": action.why, "owner": action.owner, "evidence": action.evidence_expected}
    return {
        **{key: text or "" for key, text in said.items()},
        "due": plain(action.due),
        "state": state_of(action, asked.on),
    }


def _said(value: Any) -> str:
    return f"{value:%H:%M}" if hasattr(value, "minute") else in_words(value)
