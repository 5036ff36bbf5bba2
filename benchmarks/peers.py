"""Programs apqa is measured against. They are installed when a row asks for them, never with the project."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from measure import Subject, UnmeasurableError

from apqa.records.kinds import KINDS

if TYPE_CHECKING:
    from apqa.records.kinds import Kind

_HERE = Path(__file__).with_name("peers")
_FOUND_SOMETHING = frozenset({0, 1})


def jsonschema_checker(records: Path, schemas: Path, out: Path) -> Subject:
    """Answer the commands that check the records with check-jsonschema, one a kind."""
    program = out / "check-jsonschema" / ("Scripts" if os.name == "nt" else "bin") / "check-jsonschema"
    if not program.exists():
        venv.create(out / "check-jsonschema", with_pip=True)
        _install(str(program.with_name("python")), "-m", "pip", "install", "-q", "-r", str(_HERE / "requirements.txt"))
    commands = tuple(
        (str(program), "--schemafile", str(_schema(kind, schemas)), *files)
        for kind in KINDS
        if (files := _files(kind, records))
    )
    return Subject(commands, records, _FOUND_SOMETHING)


def node_checker(records: Path, schemas: Path, out: Path) -> Subject:
    """Answer the command that checks the records with js-yaml and ajv in one node process."""
    node, npm, home = shutil.which("node"), shutil.which("npm"), out / "node"
    if node is None or npm is None:
        raise UnmeasurableError("there is no node on this machine.")
    home.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "check.mjs"):
        shutil.copy(_HERE / name, home)
    if not (home / "node_modules" / "ajv-formats").exists():
        _install(npm, "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", folder=home)
    jobs = [
        {"schema": str(_schema(kind, schemas)), "files": str(records / (kind.folder or kind.path(kind.id_example)))}
        for kind in KINDS
        if _files(kind, records)
    ]
    (home / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    return Subject(((node, "check.mjs", "jobs.json"),), home, _FOUND_SOMETHING)


def _files(kind: Kind, records: Path) -> list[str]:
    """Name the files of a kind, from the records folder, in which the commands are run."""
    found = (records / kind.folder).rglob("*.yaml") if kind.folder else [records / kind.path(kind.id_example)]
    return sorted(str(file.relative_to(records)) for file in found if file.exists())


def _schema(kind: Kind, schemas: Path) -> Path:
    schema = schemas / f"{kind.key}.schema.json"
    if not schema.exists():
        raise UnmeasurableError(f"there is no {schema.name} among the schemas.")
    return schema


def _install(*command: str, folder: Path | None = None) -> None:
    """Install a peer; without a network there is none, and the rest is measured all the same."""
    done = subprocess.run(command, cwd=folder, check=False, stdout=sys.stderr, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise UnmeasurableError(f"{Path(command[0]).name} could not install what it is compared with.")
