"""Looking at a page: what shuts people out of it, and whether it fits its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def shut_out(page: Page) -> list[str]:
    """Answer what axe finds on the page that shuts people out, each with where it stands; empty where nothing does."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['help']}: {node['html']}" for each in found for node in each["nodes"]]


def too_wide(page: Page) -> list[str]:
    """Answer what reaches beyond the right edge of the window, so that one has to scroll sideways; empty if nothing."""
    reaches: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
            : [...document.querySelectorAll('body *')]
                .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .map(one => one.outerHTML.slice(0, 120))"""
    )
    return reaches
