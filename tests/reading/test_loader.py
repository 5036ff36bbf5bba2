"""From the files of a records folder to records and findings."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import pytest

from apqa.finding import Place
from apqa.reading.faults import NAMES
from apqa.reading.limits import LIMITS
from apqa.reading.loader import Library
from apqa.reading.source import SourceTrouble, UnreadError
from apqa.records.kinds import (
    ACTION_PLAN,
    AUTHORITY,
    CALENDAR,
    KINDS,
    PLACEMENT,
    PROVIDER,
    SELF_ASSESSMENT,
    TERMLY_REPORT,
    VISIT,
    WAIVER,
    Kind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

AUTHORITY_TEXT = "name: Westmarch Council\n"
PROVIDER_TEXT = """\
name: North Star
identity: {legal_form: cic}
sites:
  - {key: barn, name: The Barn, use: teaching, starts: 2020-09-01}
offer:
  purpose: A way back.
  ages: {youngest: 11, oldest: 16}
  places: 12
  week: {days: [mon], hours_with_breaks: 12}
"""
PIECES = 55
"""How many pieces a provider has with an empty list of its own."""

PLACEMENT_TEXT = """\
provider: north-star
commissioner: {kind: academy, name: Westmarch Academy}
pupil: P-00001
cohort: 2011-12
basis: school_other
starts: 2026-09-14
timetable:
  - {starts: 2026-09-14, hours_with_breaks: 12, daytime: yes}
"""


class Files:
    """Files in memory; one whose content is None is listed and cannot be read."""

    def __init__(self, files: Mapping[str, str | bytes | None], *troubles: tuple[str, str]) -> None:
        self.files = files
        self.reads: list[str] = []
        self.troubles = [SourceTrouble(rule, "It cannot be read.", path) for rule, path in troubles]

    def paths(self, under: str = "") -> tuple[str, ...]:
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        self.reads.append(path)
        content = self.files[path]
        if content is None:
            raise UnreadError(path)
        return content.encode() if isinstance(content, str) else content


def library(files: Mapping[str, str | bytes | None], *troubles: tuple[str, str]) -> Library:
    return Library(Files(files, *troubles))


def said(found: Library) -> list[str]:
    found.read_all()
    assert {finding.rule for finding in found.findings()} <= NAMES
    return [f"{each.place} {each.rule} {each.message}" for each in found.findings()]


def test_records_are_read_by_the_folder_their_files_lie_in() -> None:
    found = library(
        {
            "authority.yaml": AUTHORITY_TEXT,
            "providers/north-star.yaml": PROVIDER_TEXT,
            "placements/PL-00001.yaml": PLACEMENT_TEXT,
        }
    )
    records = found.read_all()
    assert found.findings() == ()
    assert found.files == 3
    assert records.authority is not None
    assert [each.id for each in (*records.providers, *records.placements)] == ["north-star", "PL-00001"]


def test_a_kind_is_read_when_it_is_asked_for_and_no_other_with_it() -> None:
    source = Files({"authority.yaml": AUTHORITY_TEXT, "providers/north-star.yaml": PROVIDER_TEXT})
    found = Library(source)
    assert source.reads == []
    assert len(found.records.providers) == 1
    assert source.reads == ["providers/north-star.yaml"]


@pytest.mark.parametrize(
    ("path", "rule", "message"),
    [
        pytest.param(
            "pupils/P-00001.yaml",
            "stray-file",
            "no record belongs here: records are kept in calendar/, providers/, self-assessments/, action-plans/, "
            "visits/, waivers/, placements/, termly-reports/, reminders/",
            id="a-folder-that-is-none",
        ),
        pytest.param(
            "notes.yaml",
            "stray-file",
            "no record belongs here: records are kept in calendar/, providers/, self-assessments/, action-plans/, "
            "visits/, waivers/, placements/, termly-reports/, reminders/",
            id="a-file-at-the-top",
        ),
        pytest.param(
            "providers/North Star.yaml",
            "bad-file-name",
            "this is not the name of a provider: one is named like providers/north-star.yaml",
            id="a-provider",
        ),
        pytest.param(
            "action-plans/north-star.yaml",
            "bad-file-name",
            "this is not the name of an action plan: one is named like action-plans/north-star/2026-10-06.yaml",
            id="an-action-plan",
        ),
        pytest.param(
            "visits/2026-02-30-north-star.yaml",
            "bad-file-name",
            "this is not the name of a visit: one is named like visits/2026-10-06-north-star.yaml",
            id="a-day-that-is-none",
        ),
        pytest.param(
            "calendar/9999-00.yaml",
            "bad-file-name",
            "this is not the name of a calendar: one is named like calendar/2026-27.yaml",
            id="a-year-that-is-none",
        ),
        pytest.param("providers/photo.jpg", "stray-file", "a provider is a file that ends in .yaml", id="a-picture"),
        pytest.param("authority.json", "stray-file", "an authority is a file that ends in .yaml", id="another-ending"),
    ],
)
def test_a_file_out_of_place_is_found_and_not_read(path: str, rule: str, message: str) -> None:
    found = library({path: None, "authority.yaml": AUTHORITY_TEXT})
    assert said(found) == [f"{path} {rule} {message}"]
    assert found.files == 1


@pytest.mark.parametrize("path", ["README.md", "providers/README.md", "visits/README.txt", "templates/provider.md.j2"])
def test_what_explains_a_folder_or_shapes_its_documents_is_welcome(path: str) -> None:
    assert said(library({path: None})) == []


def test_the_id_of_a_record_is_its_files_name() -> None:
    found = library({"providers/north-star.yaml": f"id: south-star\n{PROVIDER_TEXT}"})
    assert said(found) == [
        "providers/north-star.yaml:1:1 unknown-key the id of a record is its file's name: take this line out"
    ]
    assert found.records.providers == ()


def test_everything_wrong_with_a_record_is_found_at_once_beside_its_id() -> None:
    text = f"{PROVIDER_TEXT.replace('places: 12', 'places: many')}id: south-star\n"
    assert [line.split()[:2] for line in said(library({"providers/north-star.yaml": text}))] == [
        ["providers/north-star.yaml:8:11", "wrong-type"],
        ["providers/north-star.yaml:10:1", "unknown-key"],
    ]


@pytest.mark.parametrize(
    ("content", "rule", "place"),
    [
        pytest.param("", "empty-file", ":1:1", id="empty"),
        pytest.param("- a\n- b\n", "not-a-mapping", ":1:1", id="a-list"),
        pytest.param("name: North\nname: Star\n", "duplicate-key", ":2:1", id="a-key-twice"),
        pytest.param("name: 'North\n", "yaml-syntax", ":1:7", id="no-closing-quote"),
        pytest.param(b"name: Caf\xe9\n", "not-utf-8", ":1:10", id="latin-1"),
        pytest.param("name:\tNorth\n", "tab-character", ":1:6", id="a-tab"),
    ],
)
def test_a_record_that_is_no_record_is_found_and_every_other_is_still_read(
    content: str | bytes, rule: str, place: str
) -> None:
    found = library({"providers/broken.yaml": content, "providers/north-star.yaml": PROVIDER_TEXT})
    lines = said(found)
    assert lines[0].split()[:2] == [f"providers/broken.yaml{place}", rule]
    assert [each.id for each in found.records.providers] == ["north-star"]
    assert found.records.unreadable(PROVIDER) == ("broken",)


ODD = "Here stands a space that is not the one of the keyboard, U+00A0 (NO-BREAK SPACE): delete it and type a space."


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        pytest.param("name: ", "name:\u00a0", ":1:6", id="after-a-colon"),
        pytest.param("  places: ", "  places:\u00a0", ":8:10", id="after-a-colon-further-in"),
        pytest.param("  places: ", "  places: \u00a0", ":8:11", id="behind-a-space"),
        pytest.param("  places", "\u00a0 places", ":8:1", id="where-a-line-begins"),
        pytest.param("  - {", "  -\u00a0{", ":4:4", id="after-a-hyphen"),
    ],
)
def test_a_space_that_is_none_is_said_at_its_own_place_and_first(old: str, new: str, place: str) -> None:
    first, *_ = said(library({"providers/north-star.yaml": PROVIDER_TEXT.replace(old, new)}))
    assert first == f"providers/north-star.yaml{place} control-character {ODD}"


def test_a_space_that_is_none_is_said_beside_what_a_file_is_by_it() -> None:
    both = said(library({"providers/north-star.yaml": "name:\u00a0North Star\n"}))
    assert [line.split()[1] for line in both] == ["not-a-mapping", "control-character"]


def test_such_a_space_within_text_does_no_harm() -> None:
    text = PROVIDER_TEXT.replace("North Star", "North\u00a0Star").replace("purpose: ", "purpose: |\n    A:\u00a0")
    assert [each.name for each in library({"providers/north-star.yaml": text}).read_all().providers] == [
        "North\u00a0Star"
    ]


def test_a_soft_hyphen_is_said_where_it_stands() -> None:
    text = PROVIDER_TEXT.replace("North Star", "North\u00adStar")
    assert said(library({"providers/north-star.yaml": text})) == [
        "providers/north-star.yaml:1:12 control-character Here stands an invisible character, U+00AD (SOFT HYPHEN)."
    ]


def test_findings_of_one_file_are_capped_and_counted() -> None:
    keys = "".join(f"odd_{number}: 1\n" for number in range(LIMITS.findings_per_file + 7))
    lines = said(library({"providers/north-star.yaml": PROVIDER_TEXT + keys}))
    assert len(lines) == LIMITS.findings_per_file + 1
    assert lines[-1] == "providers/north-star.yaml unknown-key and 7 more faults in this file, which are not shown"


def test_findings_up_to_the_cap_are_all_said() -> None:
    keys = "".join(f"odd_{number}: 1\n" for number in range(LIMITS.findings_per_file))
    assert len(said(library({"providers/north-star.yaml": PROVIDER_TEXT + keys}))) == LIMITS.findings_per_file


def test_what_was_meant_is_looked_up_for_the_mistakes_that_are_shown_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []

    def counting(word: str, *given: Any, **more: Any) -> list[str]:
        looked_up.append(word)
        return get_close_matches(word, *given, **more)

    monkeypatch.setattr("apqa.reading.mistakes.get_close_matches", counting)
    lines = said(library({"providers/north-star.yaml": "".join(f"odd_{number}: 1\n" for number in range(5000))}))
    assert len(looked_up) <= LIMITS.findings_per_file
    missing = len(("name", "identity", "sites", "offer"))
    more = f"{5000 + missing - LIMITS.findings_per_file:,} more faults"
    assert lines[-1] == f"providers/north-star.yaml unknown-key and {more} in this file, which are not shown"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"days: [{'x,' * LIMITS.pieces}]\n", id="a-list"),
        pytest.param("headcounts:\n" + "- {}\n" * LIMITS.pieces, id="groups"),
        pytest.param("".join(f"k{number}: 1\n" for number in range(LIMITS.pieces)), id="names"),
        pytest.param(f"<<: [{'x,' * LIMITS.pieces}]\n", id="what-is-skipped"),
    ],
)
def test_a_file_with_more_pieces_than_any_record_is_read_no_further(text: str) -> None:
    found = library({"providers/north-star.yaml": text})
    assert found.read_all().unreadable(PROVIDER) == ("north-star",)
    message = f"More than {LIMITS.pieces:,} names and values stand in this file, which no record has."
    assert [each.message for each in found.findings() if each.rule == "file-too-large"] == [message]


@pytest.mark.parametrize(("more", "read"), [(0, True), (1, False)], ids=["as-many", "one-more"])
def test_a_file_may_have_so_many_pieces_and_no_more(more: int, read: bool) -> None:
    items = ",".join("x" * (LIMITS.pieces - PIECES + more))
    found = library({"providers/north-star.yaml": f"{PROVIDER_TEXT}local: {{all: [{items}]}}\n"})
    assert [each.id for each in found.read_all().providers] == ["north-star"] * read


def test_troubles_of_the_text_are_capped_and_counted() -> None:
    lines = said(library({"providers/north-star.yaml": "\t\n" * (LIMITS.findings_per_file + 3)}))
    assert lines[-1] == "providers/north-star.yaml tab-character and 3 more faults in this file, which are not shown"


class TestWhatCouldNotBeRead:
    """It is named by its id, so that an answer that may rest on it can say so."""

    def test_is_a_file_that_cannot_be_opened(self) -> None:
        found = library({"placements/PL-00001.yaml": None}, ("unreadable-file", "placements/PL-00001.yaml"))
        assert found.records.unreadable(PLACEMENT) == ("PL-00001",)
        assert said(found) == ["placements/PL-00001.yaml unreadable-file It cannot be read."]

    def test_is_a_file_the_source_did_not_even_list(self) -> None:
        found = library({}, ("file-too-large", "placements/PL-00001.yaml"), ("yml-file", "placements/PL-00002.yml"))
        assert found.records.unreadable(PLACEMENT) == ("PL-00001", "placements/PL-00002.yml")
        assert found.records.unreadable(PROVIDER) == ()

    def test_is_all_of_a_term_whose_folder_cannot_be_read(self) -> None:
        folder = "termly-reports/2026-27-autumn"
        found = library({}, ("unreadable-file", folder), ("unreadable-file", "action-plans/another"))
        assert found.records.unreadable(TERMLY_REPORT, "PL-00001") == (folder,)
        assert found.records.unreadable(ACTION_PLAN, "north-star") == ()

    @pytest.mark.parametrize(
        ("kind", "folder"), [(PLACEMENT, "placements"), (VISIT, "visits"), (ACTION_PLAN, "action-plans")]
    )
    def test_is_a_whole_folder(self, kind: Kind, folder: str) -> None:
        found = library({}, ("link-leaves-folder", folder))
        assert found.records.unreadable(kind) == (folder,)
        assert found.records.unreadable(kind, "north-star") == (folder,)
        assert found.records.unreadable(AUTHORITY) == ()

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
    def test_is_everything_where_the_records_folder_itself_cannot_be_read(self, kind: Kind) -> None:
        assert library({}, ("unreadable-file", ".")).records.unreadable(kind) == (".",)

    def test_is_not_a_name_that_is_only_awkward(self) -> None:
        found = library({"providers/aux.yaml": PROVIDER_TEXT}, ("reserved-file-name", "providers/aux.yaml"))
        assert found.records.unreadable(PROVIDER) == ()
        assert [each.id for each in found.records.providers] == ["aux"]

    def test_is_not_what_was_not_asked_for(self) -> None:
        found = library({"providers/broken.yaml": "", "placements/PL-00001.yaml": ""})
        assert found.records.unreadable(PROVIDER) == ("broken",)
        assert [finding.place.path for finding in found.findings()] == ["providers/broken.yaml"]

    def test_is_found_once_however_often_it_is_asked_for(self) -> None:
        found = library({"providers/broken.yaml": ""})
        assert found.records.unreadable(PROVIDER) == found.records.unreadable(PROVIDER) == ("broken",)
        assert len(said(found)) == 1


class TestQuestionsAboutOneProvider:
    """Only what mentions the provider is read."""

    other = PLACEMENT_TEXT.replace("north-star", "another")
    broken = "provider: north-star\npupil: P-00001\n"

    def test_read_the_placements_that_mention_it(self) -> None:
        found = library({"placements/PL-00001.yaml": PLACEMENT_TEXT, "placements/PL-00002.yaml": self.other})
        assert [each.id for each in found.records.placements_at("north-star")] == ["PL-00001"]
        assert [each.id for each in found.records.placements] == ["PL-00001", "PL-00002"]

    def test_name_the_unreadable_ones_that_mention_it(self) -> None:
        found = library(
            {
                "placements/PL-00001.yaml": self.broken,
                "placements/PL-00002.yaml": self.broken.replace("north-star", "another"),
                "placements/PL-00003.yaml": None,
                "placements/PL-00004.yaml": 'provider: "north\\x2dstar"\n',
                "placements/PL-00005.yaml": "provider: north-star".encode("utf-16"),
            }
        )
        assert found.records.unreadable(PLACEMENT, "north-star") == ("PL-00001", "PL-00003", "PL-00004", "PL-00005")

    def test_name_only_those_even_after_every_placement_was_read(self) -> None:
        other = self.broken.replace("north-star", "another")
        found = library({"placements/PL-00001.yaml": self.broken, "placements/PL-00002.yaml": other})
        assert found.records.unreadable(PLACEMENT) == ("PL-00001", "PL-00002")
        assert found.records.unreadable(PLACEMENT, "north-star") == ("PL-00001",)

    @pytest.mark.parametrize(
        ("text", "named"),
        [
            pytest.param("provider: another\npupil: P-00001\n", False, id="plainly-of-another"),
            pytest.param("provider: another\r\npupil: P-00001\r\n", False, id="with-other-line-ends"),
            pytest.param("provider: another  \npupil:\tP-00001\n", False, id="with-blanks"),
            pytest.param("provider: North-Star\npupil: P-00001\n", True, id="in-another-case"),
            pytest.param("provider: North Star\npupil: P-00001\n", True, id="by-its-name"),
            pytest.param('provider: "another"\npupil: P-00001\n', True, id="in-quotes"),
            pytest.param("pupil: P-00001\n", True, id="without-a-provider"),
            pytest.param("provider: another\n", True, id="without-a-pupil"),
            pytest.param("provider: another\npupil: Jo\n", True, id="of-a-pupil-by-name"),
            pytest.param("", True, id="empty"),
        ],
    )
    def test_name_those_that_do_not_plainly_say_what_they_are_about(self, text: str, named: bool) -> None:
        found = library({"placements/PL-00001.yaml": text})
        assert found.records.unreadable(PLACEMENT) == ("PL-00001",)
        assert found.records.unreadable(PLACEMENT, "north-star") == (("PL-00001",) if named else ())

    def test_go_by_what_a_waiver_mentions_alone(self) -> None:
        found = library({"waivers/a.yaml": "", "waivers/b.yaml": "record: providers/North-Star.yaml\n"})
        assert found.records.unreadable(WAIVER) == ("a", "b")
        assert found.records.unreadable(WAIVER, "north-star") == ("b",)

    def test_read_a_file_once(self) -> None:
        source = Files({"placements/PL-00001.yaml": PLACEMENT_TEXT})
        found = Library(source)
        found.records.placements_at("north-star")
        found.records.placements_of("P-00001")
        assert len(found.records.placements) == 1
        assert source.reads.count("placements/PL-00001.yaml") <= 2

    def test_go_by_the_id_where_it_names_the_provider(self) -> None:
        source = Files({"visits/2026-10-06-north-star.yaml": "", "visits/2026-10-06-another.yaml": ""})
        found = Library(source)
        assert found.records.unreadable(VISIT, "north-star") == ("2026-10-06-north-star",)
        assert source.reads == ["visits/2026-10-06-north-star.yaml"]

    def test_pass_over_files_not_listed_that_name_another(self) -> None:
        found = library(
            {}, ("file-too-large", "visits/2026-10-06-another.yaml"), ("yml-file", "visits/2026-10-06-north-star.yml")
        )
        assert found.records.unreadable(VISIT, "north-star") == ("visits/2026-10-06-north-star.yml",)


class TestMisplacedFiles:
    """No answer counts on a record not being there while a file that may hold it lies in the wrong place."""

    @pytest.mark.parametrize(
        ("path", "kind"),
        [
            pytest.param("placements/PL-0001.yaml", PLACEMENT, id="misnamed"),
            pytest.param("placements/old/PL-00001.yaml", PLACEMENT, id="a-folder-too-deep"),
            pytest.param("Placements/PL-00001.yaml", PLACEMENT, id="a-folder-in-another-case"),
            pytest.param("Providers/other.yaml", PROVIDER, id="a-folder-of-another-kind"),
            pytest.param("Authority.yaml", AUTHORITY, id="the-council-in-another-case"),
            pytest.param("authority (1).yaml", AUTHORITY, id="a-copy-of-the-council"),
            pytest.param("calendar/2026-27 (1).yaml", CALENDAR, id="a-copy-of-a-calendar"),
        ],
    )
    def test_count_for_the_kind_of_their_folder(self, path: str, kind: Kind) -> None:
        found = library({path: PLACEMENT_TEXT})
        assert {each.key: found.records.unreadable(each) for each in KINDS} == {
            each.key: (path,) if each is kind else () for each in KINDS
        }

    @pytest.mark.parametrize("path", ["pupils/a.yaml", "a.yaml", "north-star.yaml", "2026-27.yaml", "authority/a.yaml"])
    def test_count_elsewhere_for_every_kind_that_has_a_folder(self, path: str) -> None:
        """What is no name of a calendar keeps no calendar from being read, or nobody could be told a day."""
        found = library({path: PLACEMENT_TEXT})
        assert {each.key: found.records.unreadable(each) for each in KINDS} == {
            each.key: (path,) if each.folder and (each is not CALENDAR or "2026" in path) else () for each in KINDS
        }

    @pytest.mark.parametrize(
        ("path", "kind"),
        [
            pytest.param("providers/PL-00001.yaml", PLACEMENT, id="a-placement-among-providers"),
            pytest.param("termly-reports/PL-00001.yaml", PLACEMENT, id="a-placement-among-reports"),
            pytest.param("placements/PL-00001.txt", PLACEMENT, id="saved-as-text"),
            pytest.param("placements/PL-00001.yaml.txt", PLACEMENT, id="an-ending-too-many"),
            pytest.param("placements/2026-10-06-north-star.yaml", VISIT, id="a-visit-among-placements"),
            pytest.param("providers/2026-10-06-north-star.yaml", VISIT, id="a-visit-among-providers"),
            pytest.param("providers/2026-10-06-north-star (1).yaml", VISIT, id="a-copy-of-a-visit-among-providers"),
            pytest.param("waivers/2026-10-06-north-star.yaml", VISIT, id="a-visit-among-waivers"),
            pytest.param("providers/2026-11-01.yaml", ACTION_PLAN, id="an-action-plan-among-providers"),
            pytest.param("waivers/2026-11-01.yaml", ACTION_PLAN, id="an-action-plan-among-waivers"),
            pytest.param("action-plans/north-star/2026-11-01", ACTION_PLAN, id="without-an-ending"),
            pytest.param("action-plans/north-star/2026-11-01.txt", ACTION_PLAN, id="a-plan-saved-as-text"),
            pytest.param("action-plans/north-star/2026-11-01 (1).json", ACTION_PLAN, id="a-plan-saved-by-a-program"),
            pytest.param("waivers/2026-27.yaml", SELF_ASSESSMENT, id="a-self-assessment-among-waivers"),
        ],
    )
    def test_count_for_the_kind_their_name_is_of(self, path: str, kind: Kind) -> None:
        found = library({path: PLACEMENT_TEXT})
        assert found.records.unreadable(kind, "north-star") == (path,)
        assert found.records.unreadable(kind, "another") == ()

    def test_count_for_the_kind_their_name_is_of_only_where_they_cannot_be_read(self) -> None:
        named_so = library({"providers/2026-10-06-north-star.yaml": PROVIDER_TEXT})
        assert [named_so.records.unreadable(kind) for kind in KINDS] == [()] * len(KINDS)

    @pytest.mark.parametrize("folder", ["providers", "waivers"])
    def test_hold_perhaps_the_calendar_of_any_day(self, folder: str) -> None:
        path = f"{folder}/2026-27.yaml"
        assert library({path: "terms: []\n"}).records.unreadable(CALENDAR) == (path,)

    def test_are_no_copies_beside_the_record_that_was_read(self) -> None:
        found = library({"placements/PL-00001.yaml": PLACEMENT_TEXT, "placements/PL-00001.yaml.bak": PLACEMENT_TEXT})
        assert found.records.unreadable(PLACEMENT, "north-star") == ()

    @pytest.mark.parametrize(
        ("path", "kind"),
        [
            pytest.param("placements/.PL-00001.yaml", PLACEMENT, id="a-placement"),
            pytest.param("placements/.PL-00001.YML", PLACEMENT, id="another-ending"),
            pytest.param("placements/..PL-00001.yaml", PLACEMENT, id="two-stops"),
            pytest.param("placements/._PL-00001.yaml", PLACEMENT, id="and-a-line"),
            pytest.param("placements/.yaml", PLACEMENT, id="no-name"),
            pytest.param("Placements/.PL-00001.yaml", PLACEMENT, id="a-folder-in-another-case"),
            pytest.param("providers/.north-star.yaml", PROVIDER, id="a-provider"),
            pytest.param("visits/.2026-10-06-north-star.yaml", VISIT, id="a-visit"),
            pytest.param("action-plans/north-star/.2026-11-01.yml", ACTION_PLAN, id="an-action-plan"),
            pytest.param("waivers/.north-star.yaml", WAIVER, id="a-waiver"),
            pytest.param("calendar/.2026-27.yaml", CALENDAR, id="a-calendar"),
            pytest.param(".authority.yaml", AUTHORITY, id="the-council"),
            pytest.param(".Authority.yml", AUTHORITY, id="the-council-in-another-case"),
        ],
    )
    def test_may_be_hidden_by_a_full_stop(self, path: str, kind: Kind) -> None:
        found = library({path: PLACEMENT_TEXT})
        assert {each.key: found.records.unreadable(each) for each in KINDS} == {
            each.key: (path,) if each is kind else () for each in KINDS
        }
        why = "the full stop it begins with hides it, so that nobody sees it: rename it without, or take it away"
        assert said(found) == [f"{path} bad-file-name {why}"]
        assert found.records.all_of(kind) == ()

    def test_may_be_hidden_where_none_belongs_and_be_named_like_one(self) -> None:
        found = library({".PL-00001.yaml": PLACEMENT_TEXT})
        assert found.records.unreadable(PLACEMENT, "north-star") == (".PL-00001.yaml",)
        assert found.records.unreadable(PLACEMENT, "another") == ()

    def test_are_no_hidden_copies_beside_the_record_that_was_read(self) -> None:
        found = library({"placements/PL-00001.yaml": PLACEMENT_TEXT, "placements/.PL-00001.yml": PLACEMENT_TEXT})
        assert found.records.unreadable(PLACEMENT, "north-star") == ()
        assert [each.rule for each in found.findings()] == ["bad-file-name"]

    @pytest.mark.parametrize(
        "path", [".pre-commit-config.yaml", ".gitlab-ci.yml", "pupils/.settings.yaml", "templates/.provider.yaml"]
    )
    def test_are_not_the_hidden_settings_of_a_tool(self, path: str) -> None:
        found = library({path: PLACEMENT_TEXT})
        assert [found.records.unreadable(kind) for kind in KINDS] == [()] * len(KINDS)
        assert found.findings() == ()

    @pytest.mark.parametrize(
        ("path", "text", "about_any"),
        [
            pytest.param("visits/foo.yaml", "foo: [1\n", True, id="nothing-said"),
            pytest.param("visits/2026-11-01.yaml", "status: done\n", True, id="a-day-alone"),
            pytest.param("visits/foo.yaml", "provider: another\n", False, id="said-in-its-text"),
            pytest.param("action-plans/2026-11-01.yaml", "actions: []\n", True, id="no-folder"),
            pytest.param("action-plans/north_star/2026-11-01.yaml", "", True, id="a-misspelt-folder"),
            pytest.param("action-plans/another/plan.yaml", "", False, id="in-another-providers-folder"),
            pytest.param("providers/2026-11-01.yaml", "actions: []\n", True, id="a-plan-among-providers"),
            pytest.param("waivers/2026-11-01.yaml", "provider: another\n", False, id="among-waivers-and-of-another"),
        ],
    )
    def test_count_for_any_provider_where_nothing_says_which(self, path: str, text: str, about_any: bool) -> None:
        found = library({path: text, "providers/another.yaml": PROVIDER_TEXT})
        kind = VISIT if path.startswith("visits") else ACTION_PLAN
        assert found.records.unreadable(kind, "kingfisher") == ((path,) if about_any else ())

    @pytest.mark.parametrize("kind", [PROVIDER, PLACEMENT, VISIT, ACTION_PLAN, WAIVER], ids=lambda kind: kind.key)
    def test_count_for_what_their_text_mentions(self, kind: Kind) -> None:
        found = library({"pupils/a.yaml": PLACEMENT_TEXT})
        assert found.records.unreadable(kind, "north-star") == ("pupils/a.yaml",)
        assert found.records.unreadable(kind, "another") == ()

    @pytest.mark.parametrize(
        ("path", "named"),
        [
            pytest.param("visits/26-10-06-north-star.yaml", True, id="in-its-name"),
            pytest.param("visits/2026-10-06-North-Star.yaml", True, id="in-its-name-in-another-case"),
            pytest.param("Visits/2026-10-06-north-star.yaml", True, id="in-another-folder"),
            pytest.param("visits/26-10-06-another.yaml", False, id="not-at-all"),
        ],
    )
    def test_count_for_what_their_name_mentions(self, path: str, named: bool) -> None:
        found = library({path: "status: done\n", "providers/another.yaml": PROVIDER_TEXT})
        assert found.records.unreadable(VISIT, "north-star") == ((path,) if named else ())

    @pytest.mark.parametrize(
        "path", ["README.md", "providers/README.md", "templates/provider.yaml", "providers/photo.jpg", "notes.txt"]
    )
    def test_are_not_what_can_hold_no_record(self, path: str) -> None:
        found = library({path: PROVIDER_TEXT})
        assert [found.records.unreadable(kind) for kind in KINDS] == [()] * len(KINDS)

    def test_are_not_read_as_records(self) -> None:
        found = library({"Placements/PL-00001.yaml": PLACEMENT_TEXT})
        assert found.records.placements == ()
        assert found.records.unreadable(PLACEMENT, "north-star") == ("Placements/PL-00001.yaml",)


PLACED: dict[str, str | bytes | None] = {
    "providers/north-star.yaml": PROVIDER_TEXT,
    "providers/broken.yaml": b"\xff",
    "providers/gone.yaml": None,
}


class TestPlaces:
    """Where in a file a value stands, for the rules."""

    @pytest.mark.parametrize(
        ("way", "place"),
        [
            pytest.param((), "providers/north-star.yaml:1:1", id="the-record"),
            pytest.param(("offer", "places"), "providers/north-star.yaml:8:3", id="a-key"),
            pytest.param(("sites", 0), "providers/north-star.yaml:4:5", id="an-entry"),
            pytest.param(("sites", 0, "use"), "providers/north-star.yaml:4:33", id="a-key-of-an-entry"),
            pytest.param(("offer", "prices", 3), "providers/north-star.yaml:5:1", id="the-nearest-around-it"),
            pytest.param(("headcounts",), "providers/north-star.yaml:1:1", id="nothing-there"),
        ],
    )
    def test_are_the_nearest_there_is(self, way: tuple[str | int, ...], place: str) -> None:
        assert str(library(PLACED).place("providers/north-star.yaml", way)) == place

    @pytest.mark.parametrize("path", ["providers/broken.yaml", "providers/gone.yaml"])
    def test_of_what_cannot_be_read_are_the_file_as_a_whole(self, path: str) -> None:
        assert library(PLACED).place(path, ("name",)) == Place(path)

    def test_are_looked_up_in_a_file_read_once(self) -> None:
        source = Files(PLACED)
        found = Library(source)
        for way in (("name",), ("offer",)):
            found.place("providers/north-star.yaml", way)
        assert source.reads == ["providers/north-star.yaml"]


def test_providers_no_record_is_of_are_named_without_reading_what_names_them() -> None:
    found = library(
        {
            "placements/PL-00001.yaml": PLACEMENT_TEXT + "no: record\n",
            "placements/PL-00002.yaml": "provider: [odd]\n",
            "visits/2026-10-06-kingfisher.yaml": "",
            "action-plans/heron/2026-10-06.yaml": "",
            "providers/heron.yaml": "not: [closed",
        }
    )
    assert found.records.unknown_providers == {"north-star", "kingfisher"}
    assert found.findings() == ()


def test_a_placement_that_was_read_is_not_searched_again() -> None:
    source = Files({"placements/PL-00001.yaml": PLACEMENT_TEXT})
    found = Library(source)
    assert len(found.records.placements) == 1
    assert found.records.unknown_providers == {"north-star"}
    assert source.reads == ["placements/PL-00001.yaml"]
