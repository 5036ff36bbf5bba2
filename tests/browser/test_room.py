"""The room itself: that what is to be found in a page is found, or the tests beside this one prove nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import chromium
from tests.browser.looking import shut_out, too_wide

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Opening

_SOUND = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sound</title></head>'
    "<body><main><h1>Sound</h1>{}</main></body></html>"
)


@pytest.fixture
def page_of(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


def test_a_sound_page_shuts_nobody_out(opened: Opening, page_of: Path) -> None:
    page_of.write_text(_SOUND.format("<p>Words.</p>"), encoding="utf-8")
    assert shut_out(opened(page_of)) == []


def test_a_box_without_a_label_is_found(opened: Opening, page_of: Path) -> None:
    page_of.write_text(_SOUND.format("<input>"), encoding="utf-8")
    assert any(each.startswith("label:") for each in shut_out(opened(page_of)))


def test_what_is_wider_than_the_window_is_found(opened: Opening, page_of: Path) -> None:
    page_of.write_text(_SOUND.format('<p style="width: 900px">Wide.</p>'), encoding="utf-8")
    assert any("900px" in each for each in too_wide(opened(page_of, width=360)))
    assert too_wide(opened(page_of, width=1280)) == []


def test_a_page_is_dark_or_without_javascript_when_asked(opened: Opening, page_of: Path) -> None:
    page_of.write_text(_SOUND.format("<script>document.title = 'Run'</script>"), encoding="utf-8")
    assert opened(page_of).title() == "Run"
    assert opened(page_of, javascript=False).title() == "Sound"
    assert opened(page_of, dark=True).evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_the_browser_named_by_chrome_is_used_and_no_other(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("", encoding="utf-8")
    assert chromium({"CHROME": str(mine)}) == mine
    assert chromium({"CHROME": str(tmp_path / "gone"), "PATH": str(tmp_path)}) is None


def test_without_chrome_the_path_is_searched(tmp_path: Path) -> None:
    mine = tmp_path / "chromium"
    mine.write_text("", encoding="utf-8")
    mine.chmod(0o755)
    assert chromium({"PATH": str(tmp_path)}) == mine


@pytest.mark.parametrize(("under_ci", "outcome"), [("", "1 skipped"), ("true", "1 error")])
def test_without_a_browser_tests_are_skipped_and_under_ci_they_fail(
    under_ci: str, outcome: str, tmp_path: Path
) -> None:
    asked = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, "-k", "shuts_nobody_out"]
    surroundings = {**os.environ, "CI": under_ci, "CHROME": str(tmp_path / "gone")}
    done = subprocess.run(asked, capture_output=True, check=False, encoding="utf-8", env=surroundings)
    assert outcome in done.stdout
    assert "apt-get install chromium" in done.stdout
