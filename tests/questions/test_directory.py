"""What is published of the approved provider list, and what never is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.directory.published import Entry, Why, directory
from apqa.questions.directory.words import Imprint, made_from
from apqa.records.kinds import ACTION_PLAN
from tests.builders import (
    ON,
    a_listing,
    a_provider,
    a_qualification,
    a_register_check,
    a_step,
    an_action_plan,
    an_offer,
    core_subjects,
    on_the_register,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.provider import Provider

EVERY_FIELD = ["purpose", "ages", "days", "subjects", "qualifications", "registration"]


def published_as(**said: Any) -> Provider:
    """Make a listed provider that agreed to be published with what is said."""
    return a_provider(listing=[a_listing()], directory={"publish": "yes", **said})


def entry_of(provider: Provider) -> Entry:
    (entry,) = directory(situation(ON, provider)).entries
    return entry


@pytest.mark.parametrize("status", ["applied", "due_diligence", "exceptional", "removed", "declined"])
def test_who_is_not_on_the_list_is_not_in_it_nor_left_out_of_it(status: str) -> None:
    found = directory(situation(ON, a_provider(listing=[a_listing(status)], directory={"publish": "yes"})))
    assert (found.entries, found.left_out) == ((), ())


@pytest.mark.parametrize("status", ["new_placements_suspended", "suspended"])
def test_a_suspended_provider_is_not_offered_as_open(status: str) -> None:
    listing = [a_listing(), a_listing(status, on="2026-10-01")]
    found = directory(situation(ON, a_provider(listing=listing, directory={"publish": "yes"})))
    assert (found.entries, found.left_out) == ((), (Why.NOT_OPEN,))


def test_a_suspension_that_has_ended_keeps_nobody_out() -> None:
    listing = [a_listing(), a_listing("suspended", on="2026-10-01", until="2026-11-02")]
    assert directory(situation(ON, a_provider(listing=listing, directory={"publish": "yes"}))).left_out == ()


@pytest.mark.parametrize(
    ("step", "left_out"), [("new_placements_suspended", (Why.NOT_OPEN,)), ("enhanced_monitoring", ())]
)
def test_a_step_of_escalation_that_closes_a_provider_keeps_it_out(step: str, left_out: tuple[Why, ...]) -> None:
    plan = an_action_plan(escalation=[a_step(step, "2026-10-20")])
    assert directory(situation(ON, published_as(), plan)).left_out == left_out


def test_an_action_plan_that_cannot_be_read_may_suspend_so_the_provider_is_left_out() -> None:
    asked = situation(ON, published_as(), unreadable={ACTION_PLAN: ("north-star/2026-10-06",)})
    assert directory(asked).left_out == (Why.CANNOT_TELL,)


@pytest.mark.parametrize(("said", "why"), [(None, Why.NOT_RECORDED), ({"publish": "no"}, Why.NOT_AGREED)])
def test_only_who_agreed_is_published(said: dict[str, str] | None, why: Why) -> None:
    found = directory(situation(ON, a_provider(listing=[a_listing()], directory=said)))
    assert (found.entries, found.left_out) == ((), (why,))


@pytest.mark.parametrize(
    ("git", "says"),
    [
        pytest.param({}, "from records that are not under git", id="no-git"),
        pytest.param({"under_git": True}, "from records of which nothing is committed yet", id="nothing-committed"),
        pytest.param(
            {"under_git": True, "commit": "0123456789"}, "from the records of commit 0123456789", id="committed"
        ),
        pytest.param(
            {"under_git": True, "commit": "0123456789", "changed": True},
            "from the records of commit 0123456789, with changes not yet committed",
            id="changed-since",
        ),
    ],
)
def test_it_says_from_which_records_it_was_made(git: dict[str, Any], says: str) -> None:
    imprint = Imprint(situation("2026-11-23").on, "Westmarch Council", **git)
    assert made_from(imprint) == f"As of 23 November 2026, {says}."


def test_without_a_marked_field_only_the_name_is_published() -> None:
    assert entry_of(published_as()) == Entry(name="North Star")


def test_every_marked_field_is_published_as_the_record_has_it() -> None:
    provider = a_provider(
        listing=[a_listing()],
        offer=an_offer(
            subjects=["joinery", "English"],
            core_subjects=core_subjects("elsewhere", english="here", science="here"),
            qualifications=[a_qualification(level="Level 1"), a_qualification(title="Award in Care")],
        ),
        registration={"register_checks": [on_the_register()]},
        directory={
            "publish": "yes",
            "fields": EVERY_FIELD,
            "summary": "Joinery.",
            "areas": ["Westmarch"],
            "website": "https://north-star.example",
            "contact": {"role": "enquiries", "email": "ask@north-star.example", "phone": "01632 960111"},
        },
    )
    assert entry_of(provider) == Entry(
        name="North Star",
        summary="Joinery.",
        purpose="A way back into learning.",
        youngest=11,
        oldest=16,
        days=provider.offer.week.days,
        subjects=("joinery", "English", "science"),
        qualifications=("Award in Joinery (Level 1)", "Award in Care"),
        areas=("Westmarch",),
        registered=True,
        registered_as="Other independent school",
        website="https://north-star.example",
        contact="enquiries",
        email="ask@north-star.example",
        phone="01632 960111",
    )


@pytest.mark.parametrize("field", EVERY_FIELD)
def test_a_field_is_published_only_where_it_is_marked(field: str) -> None:
    offer = an_offer(subjects=["joinery"], qualifications=[a_qualification()])
    told: dict[str, Any] = {"offer": offer, "registration": {"register_checks": [a_register_check()]}}
    listed = {"listing": [a_listing()], **told}
    alone = entry_of(a_provider(**listed, directory={"publish": "yes", "fields": [field]}))
    others = [each for each in EVERY_FIELD if each != field]
    without = entry_of(a_provider(**listed, directory={"publish": "yes", "fields": others}))
    name = {"ages": "youngest", "registration": "registered"}.get(field, field)
    empty = getattr(Entry("North Star"), name)
    assert getattr(alone, name) != empty
    assert getattr(without, name) == empty


def test_a_qualification_that_can_no_longer_be_taken_is_not_offered() -> None:
    gone = a_qualification(centre_approval_ends="2026-11-02")
    provider = a_provider(
        listing=[a_listing()],
        offer=an_offer(qualifications=[gone], no_qualifications_reason="a new centre is sought"),
        directory={"publish": "yes", "fields": ["qualifications"]},
    )
    assert entry_of(provider).qualifications == ()


@pytest.mark.parametrize(
    ("looks", "registered", "kind"),
    [
        pytest.param([], None, "", id="nobody looked"),
        pytest.param([a_register_check()], False, "", id="not on the register"),
        pytest.param([on_the_register()], True, "Other independent school", id="an independent school"),
        pytest.param([on_the_register(status="2")], False, "", id="closed"),
        pytest.param([on_the_register(establishment_type="18")], None, "", id="a person must judge"),
    ],
)
def test_registration_is_published_only_where_the_register_tells(
    looks: list[dict[str, Any]], registered: bool | None, kind: str
) -> None:
    provider = a_provider(
        listing=[a_listing()],
        registration={"register_checks": looks},
        directory={"publish": "yes", "fields": ["registration"]},
    )
    entry = entry_of(provider)
    assert (entry.registered, entry.registered_as) == (registered, kind)


def test_providers_stand_by_name_whatever_their_letters_case() -> None:
    names = {"c": "Zebra", "a": "apple Barn", "b": "Birch"}
    said = {"listing": [a_listing()], "directory": {"publish": "yes"}}
    found = directory(situation(ON, *(a_provider(key, name=name, **said) for key, name in names.items())))
    assert [each.name for each in found.entries] == ["apple Barn", "Birch", "Zebra"]
