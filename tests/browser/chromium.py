"""Which browser is on this machine, and how it is started. None is ever downloaded."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""The programs looked for on the path; Edge is made of Chromium and on every Windows."""

PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
    Path("C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"),
)

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

REMEDY = "install Chromium (on Debian: apt-get install chromium), or name one: CHROME=/path/to/chromium"


def chromium(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Answer the browser to use: the one CHROME names, or the first that is found; none where there is none."""
    if named := environment.get("CHROME"):
        return Path(named) if Path(named).is_file() else None
    on_path = (shutil.which(name, path=environment.get("PATH")) for name in NAMES)
    found = next((Path(path) for path in on_path if path), None)
    return found or next((place for place in PLACES if place.is_file()), None)


def flags() -> list[str]:
    """Answer what the browser is started with: it talks to nobody; for root it goes without the sandbox root lacks."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, *(["--no-sandbox"] if is_root else [])]
