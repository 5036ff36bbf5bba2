"""Documents as HTML in a browser: the provider's page and a note of visit, at a desk and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.looking import shut_out, too_wide
from tests.cli.asking import ask

if TYPE_CHECKING:
    from tests.browser.conftest import Opening

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
DOCUMENTS = {
    "the provider's page": ("provider", "cornerstool"),
    "a note of visit": ("note-of-visit", "2026-10-20-cornerstool"),
}


@pytest.fixture(scope="module", params=DOCUMENTS)
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("documents") / "document.html"
    said = ask(*DOCUMENTS[request.param], "--on", "2026-11-23", "-C", EXAMPLE, "-o", file)
    assert file.exists(), said.err
    return file


@pytest.mark.parametrize("width", [360, 1280])
def test_it_shuts_nobody_out_and_fits_its_window(opened: Opening, document: Path, width: int) -> None:
    page = opened(document, width=width)
    assert shut_out(page) == []
    assert too_wide(page) == []


def test_on_a_phone_no_column_is_squeezed_to_a_word(opened: Opening, document: Path) -> None:
    page = opened(document, width=360)
    narrow = page.evaluate("() => [...document.querySelectorAll('td')].filter(one => one.clientWidth < 90).length")
    assert narrow == 0
