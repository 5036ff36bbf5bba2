"""The text of an HTML page, as its reader sees it."""

from __future__ import annotations

from html.parser import HTMLParser

from apqa.forms.documents.proof import UnprovenError

_UNSEEN = frozenset({"script", "style", "title"})


class _Page(HTMLParser):
    """A page as it is read: its text, its language, its headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.language = ""
        self.headings = 0
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self.headings += tag == "h1"
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.texts.append(data)


def html_text(data: bytes) -> str:
    """Answer the text of a page. Raises `UnprovenError` where it has no language or no heading."""
    page = _Page()
    page.feed(data.decode("utf-8"))
    page.close()
    if not page.language:
        raise UnprovenError("it does not say its language: <html lang=…>")
    if not page.headings:
        raise UnprovenError("it has no heading: <h1>")
    return " ".join(page.texts)
