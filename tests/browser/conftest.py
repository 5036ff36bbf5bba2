"""A browser for the tests of this folder, and pages opened in it the way a person would: from a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal, Protocol

import pytest

from tests.browser.chromium import REMEDY, chromium, flags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

UNDER_CI = os.environ.get("CI") == "true"
"""Read before the tests' surroundings are tidied: under CI a browser must be there."""


class Opening(Protocol):
    """Opens a page from a file, at a width, light or dark, with or without JavaScript."""

    def __call__(
        self, file: Path, *, width: int = ..., dark: bool = ..., javascript: bool = ..., still: bool = ...
    ) -> Page: ...


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start the browser of this machine once for these tests."""
    program = chromium()
    if program is None:
        if UNDER_CI:
            pytest.fail(f"no browser was found, and under CI these tests must run: {REMEDY}")
        pytest.skip(f"no browser was found: {REMEDY}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=flags())
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opening]:
    """Open pages, and fail the test whose page asked for anything but itself or complained in the console."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opening(
        file: Path, *, width: int = 1280, dark: bool = False, javascript: bool = True, still: bool = True
    ) -> Page:
        scheme: Literal["dark", "light"] = "dark" if dark else "light"
        motion: Literal["reduce", "no-preference"] = "reduce" if still else "no-preference"
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            reduced_motion=motion,
            java_script_enabled=javascript,
            locale="en-GB",
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        _listen(page, file.resolve().parent.as_uri(), faults)
        page.goto(file.resolve().as_uri())
        return page

    yield opening
    for context in contexts:
        context.close()
    assert faults == []


def _listen(page: Page, folder: str, faults: list[str]) -> None:
    """Note what a page must not do: fail, complain, or ask for something outside its own folder."""
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type in _COMPLAINTS else None)
    page.on("request", lambda asked: None if asked.url.startswith(_within(folder)) else faults.append(asked.url))


def _within(folder: str) -> tuple[str, ...]:
    return (folder, "data:", "blob:", "about:")


_COMPLAINTS = frozenset({"error", "warning"})
