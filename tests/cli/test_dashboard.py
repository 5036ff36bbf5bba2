"""`apqa dashboard`: a folder of pages to look at, with the numbers of the other commands."""

from __future__ import annotations

import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from apqa.display.dashboard.words import KINDS, STATE_TONES, STEP_TONES, STEPS, VERDICTS
from apqa.forms.dashboard.folder import MARK
from apqa.questions.checks.verdict import Verdict
from apqa.vocabulary.due import DutyKind, DutyState
from apqa.vocabulary.review import EscalationStep
from tests.cli.asking import ask, run
from tests.cli.small_council import AUTHORITY, BROKEN, LAPSED, ON, PROVIDER_FILE, council

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
DAY = ("--on", "2026-11-23")
PAGES = ("index", "due", "providers", "expiries", "registration", "returns", "outcomes")
REFERENCE = re.compile(r"\b(?:PL|P)-[0-9A-HJKMNP-TV-Z]{5}\b")
VOID = {"meta", "link", "br", "input"}
HOSTILE = "<script>alert(1)</script>\"'&P-9F4TC {{ 7*7 }} \u202e"


class Read(HTMLParser):
    """What a page holds: its elements that open and close, its links, its tables and the words of its figures."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.figures: dict[str, list[str]] = {}
        self.text = ""
        self._caption = self._figure = ""
        self._cell: list[str] | None = None
        self.feed(file.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.links += [value or "" for key, value in attrs if key in {"href", "src", "xlink:href"}]
        self.ids += [found["id"] or ""] if "id" in found else []
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.tables.setdefault(self._caption, []).append([])
        if tag in {"td", "th", "caption", "title", "text"}:
            self._cell = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        said = "".join(self._cell or ()).strip()
        if tag == "caption":
            self._caption = said
        elif tag == "title" and "svg" in self.open and self.open.count("svg") == 1:
            self._figure = re.sub(r", part \d+ of \d+$", "", said)
            self.figures.setdefault(self._figure, [])
        elif tag == "text":
            self.figures[self._figure].append(said)
        elif tag in {"td", "th"}:
            self.tables[self._caption][-1].append(said)
        else:
            return
        self._cell = None


def made(tmp_path: Path, records: Path, *more: str) -> Path:
    folder = tmp_path / "dashboard"
    said = ask("dashboard", folder, "-C", records, *more)
    assert said.status == 0, said.err
    assert said.out == f"{folder.as_posix()}/index.html\n"
    return folder


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("example"), EXAMPLE, *DAY)


def pages(folder: Path) -> Iterator[tuple[str, Read]]:
    for file in sorted(folder.glob("*.html")):
        yield file.stem, Read(file)


def test_what_calls_for_a_step_stands_beside_a_step_that_nobody_took(example: Path) -> None:
    called = ask("escalation", "harbour-loft", "-C", EXAMPLE, *DAY).out
    assert "new placements suspended" in called.lower()
    (why,) = [
        cells[1]
        for name, cells in rows(Read(example / "providers.html"), "No step taken: 22 providers").items()
        if "Harbour" in name
    ]
    assert why.startswith("Not decided: ")
    assert "calls for new placements suspended" in why.lower()


def rows(page: Read, caption: str) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in page.tables[caption][1:]}


def test_it_makes_every_page_and_nothing_else(example: Path) -> None:
    assert {each.name for each in example.iterdir()} == {MARK, *(f"{page}.html" for page in PAGES)}


def test_every_page_is_whole_needs_nothing_else_and_leads_to_the_others(example: Path) -> None:
    for name, page in pages(example):
        assert page.open == [], name
        assert len(page.ids) == len(set(page.ids)), name
        assert not {"script", "img", "link", "iframe", "object"} & set(page.tags), name
        assert page.tags.count("h1") == 1
        inside = [link for link in page.links if link.startswith("#")]
        assert {link[1:] for link in inside} <= set(page.ids), name
        others = {link.partition("#")[0] for link in page.links} - {""}
        assert others == {f"{each}.html" for each in PAGES}
        style = (example / f"{name}.html").read_text(encoding="utf-8")
        assert "@import" not in style
        assert "http://" not in style.replace("http-equiv", "")
        assert "https://" not in style


def test_no_page_names_a_pupil_or_a_placement(example: Path) -> None:
    for name, page in pages(example):
        assert REFERENCE.search((example / f"{name}.html").read_text(encoding="utf-8")) is None, name
        assert "not for publication" in page.text


def test_the_figures_hold_the_numbers_of_their_tables(example: Path) -> None:
    found = 0
    for _, page in pages(example):
        for title, words in page.figures.items():
            if title not in page.tables:
                continue
            found += 1
            numbers = [each for row in page.tables[title][1:] for each in row[1:]]
            for word in words:
                if re.fullmatch(r"[\d,]+", word):
                    assert word in numbers, (title, word)
            names = {re.sub(r" \((?:to be judged|must register)\)$", "", word) for word in words} - {""}
            for row in page.tables[title][1:]:
                assert any(row[0].startswith(name.rstrip("…")) for name in names), (title, row[0])
    assert found >= 14


def test_what_is_due_is_what_the_command_says(example: Path) -> None:
    said = ask("due", "--within", "30", *DAY, "-C", EXAMPLE, "-f", "json").answer
    states = [each["state"] for each in said["duties"]]
    page = Read(example / "due.html")
    by_kind = rows(page, "What is due, by sort").values()
    assert sum(int(each[0]) for each in by_kind) == states.count("overdue")
    assert sum(int(each[3]) for each in by_kind) == states.count("due") + states.count("not_yet_due")
    placements = rows(page, "What is due of placements, by provider")
    wanted: dict[str, int] = {}
    for each in said["duties"]:
        if each["placement"]:
            wanted[each["provider"]] = wanted.get(each["provider"], 0) + 1
    counted = {row[4].split()[3]: sum(map(int, row[:4])) for row in placements.values()}
    assert counted == wanted
    own = [row for caption, table in page.tables.items() for row in table[1:] if table[0][:2] == ["Day", "What"]]
    assert len(own) == len(states) - sum(wanted.values())
    commissioners = rows(page, "What is due of placements, by commissioner").values()
    assert sum(int(number) for row in commissioners for number in row) == sum(wanted.values())


def test_the_first_page_counts_what_the_others_hold(example: Path) -> None:
    page = Read(example / "index.html")
    said = ask("due", "--within", "30", *DAY, "-C", EXAMPLE, "-f", "json").answer["duties"]
    overdue = sum(each["state"] == "overdue" for each in said)
    assert f"{overdue} overdue" in " ".join(page.text.split())
    assert sum(int(row[0]) for row in rows(page, "What is overdue, by sort").values()) == overdue
    weeks = rows(page, "What falls due in the days ahead, week by week")
    assert sum(int(row[0]) for row in weeks.values()) == sum(each["state"] in {"due", "not_yet_due"} for each in said)
    assert next(iter(weeks)) == "23 Nov 2026 to 29 Nov 2026"


def test_providers_stand_at_the_step_and_verdict_of_the_check(example: Path) -> None:
    stopped = rows(Read(example / "index.html"), "Providers in use with whom nobody may be placed")
    found = {row[0]: row[-1] for table in Read(example / "providers.html").tables.values() for row in table[1:]}
    for row in stopped.values():
        asked = row[-1].split()[-1]
        said = ask("check-provider", asked, *DAY, "-C", EXAMPLE, "-f", "json").answer
        assert said["verdict"] == "do_not_place"
        assert found[said["provider"]["name"]] == "Do not place"
    clear = next(name for name, verdict in found.items() if verdict == "Clear")
    assert clear not in stopped


def test_the_room_left_is_that_of_the_command(example: Path) -> None:
    said = ask("registration", *DAY, "-C", EXAMPLE, "-f", "json").answer["providers"]
    shown = rows(Read(example / "registration.html"), "Room for full-time pupils before a provider must register")
    assert len(shown) == len(said)
    for each in said:
        room = each["headroom"]
        expected = "-" if room is None else "not known" if room["pupils"] is None else str(room["pupils"])
        assert shown[each["provider"]["name"]][1] == expected


@pytest.mark.parametrize("term", ["2025-26-spring", "2025-26-summer", "2026-27-autumn"])
def test_the_returns_are_those_of_the_command(term: str, example: Path) -> None:
    said = ask("termly-due", "--term", term, *DAY, "-C", EXAMPLE, "-f", "json").answer["duties"]
    page = Read(example / "returns.html")
    named = f"{term[8:].capitalize()} {term[:7]}"
    there, waiting, overdue, unknown, ahead = map(int, rows(page, "Termly reports, by reporting period")[named])
    states = [each["state"] for each in said]
    assert there == states.count("received") + states.count("accepted")
    assert (waiting, overdue, unknown) == (
        states.count("returned") + states.count("incomplete"),
        states.count("overdue"),
        states.count("cannot_tell"),
    )
    assert there + waiting + overdue + unknown + ahead == len(states)
    grid = page.tables["Termly reports, by provider and reporting period"]
    column = [row[grid[0].index(named)] for row in grid[1:]]
    asked = [re.match(r"(\d+) of (\d+) in", each) for each in column if each != "none asked"]
    assert sum(int(each[1]) for each in asked if each) == there
    assert sum(int(each[2]) for each in asked if each) == len(states)


def test_outcomes_hold_what_may_be_published_and_no_other_number(example: Path) -> None:
    said = ask("outcomes", "--publish", "--year", "2025-26", *DAY, "-C", EXAMPLE, "-f", "json").answer
    page = Read(example / "outcomes.html")
    shown = {
        f"{each['number']:,}"
        for table in said["tables"]
        for each in table["total"]["counts"]
        if each["number"] is not None
    }
    assert "[c]" in page.text
    for table in said["tables"]:
        if table["table"] == "reports":
            assert table["title"] not in page.tables
            continue
        numbers = {each["says"]: each["number"] for each in table["total"]["counts"] if each["number"] != 0}
        found = {name: row[0] for name, row in rows(page, table["title"]).items()}
        assert found == {name: "[c]" if number is None else f"{number:,}" for name, number in numbers.items()}
        drawn = [word for word in page.figures[table["title"]] if re.fullmatch(r"[\d,]+", word)]
        assert set(drawn) <= shown


def test_what_is_hidden_in_outcomes_has_no_bar(example: Path) -> None:
    text = (example / "outcomes.html").read_text(encoding="utf-8")
    for figure in re.findall(r'<svg class="drawing bars".*?</svg>', text, re.DOTALL):
        assert figure.count('class="lacking"') + figure.count('class="number"') == figure.count('class="name"')
        coloured = len(re.findall(r'<rect class="fill-', figure)) + figure.count('class="nought"')
        assert coloured == figure.count('class="number"')


def test_the_same_records_and_day_make_the_same_bytes(tmp_path: Path, example: Path) -> None:
    again = made(tmp_path, EXAMPLE, *DAY)
    assert {each.name: each.read_bytes() for each in again.iterdir()} == {
        each.name: each.read_bytes() for each in example.iterdir()
    }


def test_a_small_council_has_a_dashboard_too(tmp_path: Path) -> None:
    folder = made(tmp_path, council(tmp_path, LAPSED), "--on", ON)
    page = Read(folder / "index.html")
    assert list(rows(page, "Providers in use with whom nobody may be placed")) == ["Kingfisher Workshops"]
    assert "How many placements there were is not shown." not in page.text


def test_a_council_with_nothing_but_itself_has_empty_pages(tmp_path: Path) -> None:
    records = tmp_path / "records"
    records.mkdir()
    (records / "authority.yaml").write_text(AUTHORITY, encoding="utf-8")
    folder = made(tmp_path, records, "--on", ON)
    for name, page in pages(folder):
        assert page.open == [], name
    assert "Nothing is overdue." in Read(folder / "index.html").text
    assert "No report has been asked for yet." in Read(folder / "returns.html").text
    assert "Nothing runs out in this time." in Read(folder / "expiries.html").text
    assert "No provider is in use." in Read(folder / "registration.html").text


def test_what_a_record_says_stays_text_and_a_reference_in_it_is_left_out(tmp_path: Path) -> None:
    name = HOSTILE.replace("\u202e", "").replace('"', '\\"')
    records = council(tmp_path, (PROVIDER_FILE, "name: Kingfisher Workshops", f'name: "{name} {"x" * 200}"'), LAPSED)
    folder = made(tmp_path, records, "--on", ON)
    for file in folder.glob("*.html"):
        page, text = Read(file), file.read_text(encoding="utf-8")
        assert page.open == []
        assert "script" not in page.tags
        assert REFERENCE.search(text) is None
        if file.stem in {"index", "due", "providers", "expiries", "registration"}:
            assert "<script>alert(1)</script>\"'&[reference] {{ 7*7 }}" in page.text


def test_records_that_cannot_be_read_are_said_on_every_page(tmp_path: Path) -> None:
    folder = tmp_path / "dashboard"
    said = ask("dashboard", folder, "-C", council(tmp_path, BROKEN), "--on", ON)
    assert said.status == 3
    assert PROVIDER_FILE in said.err
    for name, page in pages(folder):
        assert "1 record could not be read: what it says is missing here." in page.text, name
        assert "from records that are not under git" in page.text, name
    assert "Outcomes are not put together while records cannot be read" in Read(folder / "outcomes.html").text


def test_a_provider_whose_action_plan_cannot_be_read_stands_at_no_step(tmp_path: Path) -> None:
    records = council(tmp_path)
    plan = records / "action-plans" / Path(PROVIDER_FILE).stem / "2026-01-26.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_text("reason: [", encoding="utf-8")
    folder = tmp_path / "dashboard"
    assert ask("dashboard", folder, "-C", records, "--on", ON).status == 3
    page = Read(folder / "providers.html")
    assert "cannot-be-told" in page.ids
    assert [key for key in page.tables if key.startswith(("Cannot be told: ", "No concern open: "))] == [
        "Cannot be told: 1 provider"
    ]


def test_an_earlier_dashboard_is_replaced_and_files_of_others_stay(tmp_path: Path) -> None:
    records = council(tmp_path)
    folder = made(tmp_path, records, "--on", ON)
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "gone.html").write_text("an old page", encoding="utf-8")
    mark = folder / MARK
    mark.write_text(f"{mark.read_text(encoding='utf-8')}gone.html\n../{records.name}.html\n", encoding="utf-8")
    other = tmp_path / "records.html"
    other.write_text("not ours", encoding="utf-8")
    made(tmp_path, records, "--on", "2026-11-04")
    assert "4 November 2026" in Read(folder / "index.html").text
    assert {each.name for each in folder.iterdir()} == {MARK, "notes.txt", *(f"{page}.html" for page in PAGES)}
    assert other.exists()


@pytest.mark.parametrize("litter", [(), ("Thumbs.db",), ("desktop.ini", ".DS_Store")])
def test_an_empty_folder_is_taken(litter: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "dashboard"
    folder.mkdir()
    for name in litter:
        (folder / name).write_bytes(b"\0")
    made(tmp_path, council(tmp_path), "--on", ON)
    assert {each.name for each in folder.iterdir()} == {MARK, *litter, *(f"{page}.html" for page in PAGES)}


def test_a_folder_with_other_things_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    records, folder = council(tmp_path), tmp_path / "mine"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt", "index.html"):
        (folder / name).write_text(name, encoding="utf-8")
    said = ask("dashboard", folder, "-C", records, "--on", ON)
    assert said.status == 2
    assert "holds other things (a.txt, b.txt, c.txt and more) and no earlier dashboard" in said.err
    assert (folder / "index.html").read_text(encoding="utf-8") == "index.html"
    assert len(list(folder.iterdir())) == 4


@pytest.mark.parametrize(
    ("where", "says", "status"),
    [
        ("records", "lies in the records folder", 2),
        ("records/providers/pages", "lies in the records folder", 2),
        (".", "holds the records", 2),
        ("file.txt", "is a file: name a folder", 2),
        ("nowhere/dashboard", "the folder is not there; name a folder that you may write to", 4),
        ("   ", "is empty", 2),
    ],
)
def test_a_folder_that_cannot_be_one_is_refused_in_a_sentence(
    where: str, says: str, status: int, tmp_path: Path
) -> None:
    records = council(tmp_path)
    (tmp_path / "file.txt").write_text("", encoding="utf-8")
    asked = where if not where.strip() else tmp_path / where
    said = ask("dashboard", asked, "-C", records, "--on", ON)
    assert says in said.err
    assert said.status == status
    assert "Traceback" not in said.err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file.txt", "records"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dashboard").symlink_to(tmp_path / "gone")
    said = ask("dashboard", tmp_path / "dashboard", "-C", council(tmp_path), "--on", ON)
    assert "is a link that leads nowhere" in said.err


def test_what_cannot_be_written_leaves_the_earlier_dashboard_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = council(tmp_path)
    folder = made(tmp_path, records, "--on", ON)
    before = {each.name: each.read_bytes() for each in folder.iterdir()}

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = ask("dashboard", folder, "-C", records, "--on", "2026-11-04")
    assert "the disk is full" in said.err
    assert said.status == 4
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    said = ask("dashboard", tmp_path / "new", "-C", records, "--on", ON)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["dashboard", "records"]


def test_hundreds_of_providers_have_a_row_each(tmp_path: Path) -> None:
    records = council(tmp_path, LAPSED)
    text = (records / PROVIDER_FILE).read_text(encoding="utf-8")
    for number in range(1, 500):
        named = text.replace("Kingfisher Workshops", f"Kingfisher {number:03}")
        (records / f"providers/kingfisher-{number:03}.yaml").write_text(named, encoding="utf-8")
    folder = made(tmp_path, records, "--on", ON)
    index, registration = Read(folder / "index.html"), Read(folder / "registration.html")
    assert len(rows(index, "Providers in use with whom nobody may be placed")) == 500
    assert len(rows(registration, "Room for full-time pupils before a provider must register")) == 500
    assert rows(index, "Providers at each step")["No step taken"] == ["500"]


def test_the_days_ahead_can_be_chosen(tmp_path: Path) -> None:
    folder = made(tmp_path, council(tmp_path), "--on", ON, "--within", "7")
    page = Read(folder / "index.html")
    assert list(rows(page, "What falls due in the days ahead, week by week")) == [
        "3 Nov 2026 to 9 Nov 2026",
        "10 Nov 2026",
    ]
    assert "due in the next 7 days" in page.text


def test_a_council_lays_the_pages_out_by_templates_of_its_own(tmp_path: Path) -> None:
    records = council(tmp_path)
    own = tmp_path / "templates" / "dashboard" / "page.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% extends "shipped/dashboard/page.html.j2" %}{% block foot %}<p>Ring 1234.</p>{% endblock %}',
        encoding="utf-8",
    )
    said = ask("dashboard", tmp_path / "dashboard", "-C", records, "--on", ON)
    assert f"made with your template {own}" in said.err
    for name, page in pages(tmp_path / "dashboard"):
        assert "Ring 1234." in page.text, name


def test_every_word_the_pages_need_is_there() -> None:
    assert set(KINDS) == set(DutyKind)
    assert set(STEPS) == set(STEP_TONES) == set(EscalationStep)
    assert list(STEPS) == list(reversed(EscalationStep))
    assert set(VERDICTS) == set(Verdict)
    assert set(STATE_TONES) == set(DutyState)


def test_the_commit_of_the_records_stands_on_every_page(tmp_path: Path) -> None:
    records = council(tmp_path)

    def git(*words: str) -> str:
        return subprocess.run(
            ["git", "-C", tmp_path, *words], check=True, capture_output=True, text=True
        ).stdout.strip()

    git("init", "--quiet")
    git("add", "records")
    git("commit", "--quiet", "-m", "records")
    commit = git("rev-parse", "--short=10", "HEAD")
    for _, page in pages(made(tmp_path, records, "--on", ON)):
        assert f"3 November 2026, commit {commit}\n" in page.text
    (records / "authority.yaml").write_text(f"{AUTHORITY}# a remark\n", encoding="utf-8")
    for _, page in pages(made(tmp_path, records, "--on", ON)):
        assert f"commit {commit}, and changes not committed" in page.text


def test_the_installed_program_makes_it_without_git_or_terminal(tmp_path: Path) -> None:
    said = run("dashboard", "site", "-C", council(tmp_path), "--on", ON, folder=tmp_path)
    assert (said.out, said.status) == ("site/index.html\n", 0)
