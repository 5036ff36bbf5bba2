"""Write any number of lifelike records into a git repository of their own.

    python benchmarks/generate.py --records 10000 --out DIR --seed 1

The same number and seed give the same files and the same commits, to the byte. Most records are in order on
2026-11-23; a small share breaks one rule or another, as in life.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from chance import Chance
from council import council_records
from placements import new_placement
from providers import FLAWS, Standing, new_provider, provider_text
from reports import report_path, report_text
from reviews import review_records

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAWED = 0.02
"""The share of records with something wrong."""

_RECORDS_A_PROVIDER = 250
_WHO = "Generator <generator@wellowvale.example>"
_WHEN = 1_795_000_000
_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def generate(count: int, folder: Path, seed: int = 1) -> None:
    """Write so many records into a new git repository, in two commits: the council's and providers', then pupils'."""
    chance = Chance(seed)
    providers = [new_provider(number) for number in range(max(1, count // _RECORDS_A_PROVIDER))]
    reviews = list(islice(_council_and_reviews(providers, chance), max(0, count - len(providers))))
    pupils = list(_pupil_level(providers, chance, count - len(providers) - len(reviews)))
    records = [(f"providers/{each.id}.yaml", _provider(each, chance)) for each in providers[:count]]
    folder.mkdir(parents=True)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _commit(folder, [*records, *reviews], "Providers, visits and self-assessments", _WHEN)
    _commit(folder, pupils, "Placements and termly reports", _WHEN + 86_400)
    _git(folder, "reset", "--quiet")


def _council_and_reviews(providers: list[Standing], chance: Chance) -> Iterator[tuple[str, str]]:
    yield from council_records()
    for provider in providers:
        yield from review_records(provider.id, chance, FLAWED)


def _provider(provider: Standing, chance: Chance) -> str:
    flaw = chance.one_of(FLAWS) if chance.happens(FLAWED * 5) else ""
    return provider_text(provider, chance, flaw)


def _pupil_level(providers: list[Standing], chance: Chance, count: int) -> Iterator[tuple[str, str]]:
    """Give placements, each followed by the reports on it, until there are as many as asked for."""
    left = count
    while left > 0:
        placement = new_placement(chance.one_of(providers), chance, FLAWED)
        yield f"placements/{placement.id}.yaml", placement.text
        left -= 1
        for year, period in placement.reported[: max(0, left)]:
            yield report_path(placement, year, period), report_text(placement, year, period, chance, FLAWED)
            left -= 1


def _commit(folder: Path, files: list[tuple[str, str]], message: str, when: int) -> None:
    """Write the files and commit them. Git takes them from one stream, a hundred times as fast as `git add`."""
    importing = subprocess.Popen(
        ["git", "fast-import", "--quiet"], cwd=folder, stdin=subprocess.PIPE, env={**os.environ, **_GIT}
    )
    assert importing.stdin is not None  # noqa: S101  asked for above
    follows = b"from refs/heads/main^0\n" if (folder / "records").exists() else b""
    said = f"commit refs/heads/main\ncommitter {_WHO} {when} +0000\ndata {len(message)}\n{message}\n"
    importing.stdin.write(said.encode() + follows)
    for path, text in files:
        raw = text.encode()
        importing.stdin.write(f"M 100644 inline records/{path}\ndata {len(raw)}\n".encode() + raw + b"\n")
        _write(folder / "records" / path, raw)
    importing.stdin.close()
    if importing.wait():
        raise SystemExit("git fast-import failed")


def _write(file: Path, raw: bytes) -> None:
    try:
        file.write_bytes(raw)
    except FileNotFoundError:
        file.parent.mkdir(parents=True)
        file.write_bytes(raw)


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, env={**os.environ, **_GIT})


def main() -> None:
    """Read the arguments and generate."""
    parser = argparse.ArgumentParser(description="Write lifelike records into a git repository of their own.")
    parser.add_argument("--records", type=int, default=10_000, help="how many (10000)")
    parser.add_argument("--out", type=Path, required=True, help="the folder to make; must not exist unless --force")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other records (1)")
    parser.add_argument("--force", action="store_true", help="delete the folder first")
    asked = parser.parse_args()
    if asked.force and asked.out.exists():
        shutil.rmtree(asked.out)
    if asked.out.exists():
        parser.error(f"{asked.out} exists: name another folder, or use --force")
    generate(asked.records, asked.out, asked.seed)


if __name__ == "__main__":
    main()
