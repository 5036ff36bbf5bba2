"""The schemas as they are shipped: what the models say, with the clauses and the names that guidance knows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from apqa.guidance.clauses import clauses
from apqa.guidance.criteria import every_criterion
from apqa.guidance.editions import documents
from apqa.guidance.requirements import cycle_entries, required_policies, safety_entries
from apqa.questions.names import ROLES
from apqa.records.kinds import KINDS
from apqa.records.schema.generate import Hints, file_name, schema

if TYPE_CHECKING:
    from pathlib import Path

    from apqa.records.kinds import Kind

_SERVICES = {
    "social_care": "Social care.",
    "educational_psychology": "Educational psychology.",
    "camhs": "Child and adolescent mental health services.",
    "youth_justice": "Youth justice.",
    "drug_support": "Drug support.",
}


def schema_text(kind: Kind) -> str:
    """Write the schema of a kind of record."""
    return json.dumps(schema(kind, hints()), indent=2, ensure_ascii=False) + "\n"


def schema_files() -> dict[str, str]:
    """Write every schema, by the name of its file."""
    return {file_name(kind): schema_text(kind) for kind in KINDS}


def out_of_step(folder: Path) -> list[str]:
    """Answer the names of the schemas that are missing from a folder, say something else, or belong to no kind."""
    wanted = schema_files()
    wrong = [name for name, text in wanted.items() if _read(folder / name) != text.encode()]
    strange = [file.name for file in folder.glob("*.schema.json") if file.name not in wanted]
    return sorted(wrong + strange)


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def hints() -> Hints:
    """Collect what guidance adds to the models: the clauses, and the names with a meaning."""
    return Hints({each.id: (each.title, each.text) for each in clauses()}, known_names())


def known_names() -> dict[tuple[str, str], dict[str, str]]:
    """Answer the names that have a meaning where any name may stand, by model and field, with what each means."""
    cycles = {each.key: f"{each.title}: {each.basis}." for each in cycle_entries()}
    safety = {each.item: f"{each.title}: {each.basis}." for each in safety_entries()}
    criteria = {each.code: f"{each.title}. {each.text}" for each in every_criterion()}
    return {
        ("Provider", "policies"): {each.key: f"{each.title} (QF-21)." for each in required_policies()},
        ("Policy", "cites"): {each.key: each.title for each in documents()},
        ("Policy", "cycles"): cycles,
        ("Policy", "safety_items"): safety,
        ("SafetyItem", "item"): safety,
        ("SelfAssessment", "ratings"): criteria,
        ("Authority", "roles"): ROLES,
        ("Offer", "works_with"): _SERVICES,
    }
