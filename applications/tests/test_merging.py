"""Two companies become one and two again. All that can hang on one stands in this app."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from applications.models import Application, BoardFeed, Job
from applications.tests.factories import ApplicationFactory, JobFactory
from companies.merging import Merger, relations, unique_with
from companies.models import (
    Company,
    CompanyMerge,
    CompanyPair,
    Contact,
    Opportunity,
)
from companies.tests.factories import (
    CompanyFactory,
    ContactFactory,
    MergeFactory,
    OpportunityFactory,
    OutreachFactory,
)
from companies.unmerging import undo
from jobtracker.errors import Refused, Stale
from jobtracker.search import Words
from jobtracker.tests.examples import OUR_APPS, Examples

# Of these the time of the last change tells that something was done and undone.
TOUCHED = {Application, Company}


def dump() -> dict[str, list[dict[str, Any]]]:
    """Every row of every model of ours, and of the tables between them."""
    return {
        model._meta.label: [
            _without(row, model) for row in model._base_manager.order_by("pk").values()
        ]
        for label in OUR_APPS
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if model is not CompanyMerge
    }


def _without(row: dict[str, Any], model: type[models.Model]) -> dict[str, Any]:
    left_out = {"updated_at"} if model in TOUCHED else set()
    if issubclass(model, Words):  # written anew, the same again
        left_out = {"created_at", "updated_at"}
    return {name: value for name, value in row.items() if name not in left_out}


def merge(kept: Company, other: Company, name: str = "") -> CompanyMerge:
    kept, other = (Company.objects.get(pk=one.pk) for one in (kept, other))
    merger = Merger(kept, other)
    return merger.merge(name=name or kept.name, seen=merger.mark)


@pytest.fixture
def kept(alice):
    return CompanyFactory(user=alice, name="Initech", lane=3, notes="Warm.")


@pytest.fixture
def other(alice):
    """With something in each column and of each kind of row."""
    company = CompanyFactory(
        user=alice,
        name="Initech GmbH",
        lane=1,
        industry="Paper",
        size="small",
        location="Utrecht",
        website="https://www.initech.example/",
        notes="Cold.",
        technology_stack=["COBOL"],
        confidence_score=0.375,
        researched_on=date(2026, 3, 1),
        is_blocked=True,
        created_at=timezone.now().replace(microsecond=123457),
    )
    ApplicationFactory(user=alice, job__company=company, job__title="Baker")
    ApplicationFactory(user=alice, job__company=company).move_to_bin()
    JobFactory(user=alice, company=company, title="Waits")
    ContactFactory(user=alice, company=company, name="Ada")
    OutreachFactory(company=company, opportunity=OpportunityFactory(company=company))
    MergeFactory(user=alice, kept=company)
    BoardFeed.objects.create(company=company, url="https://jobs.lever.co/initech")
    return company


@pytest.mark.parametrize("name", ["Initech", "Initech GmbH"])
def test_undone_every_row_of_every_model_is_as_before(alice, name):
    """With all that the examples have, on both sides."""
    examples = Examples(alice, rows=2)
    kept, other = examples.company, Company.objects.get(name="Company 1")
    other.name = "Initech GmbH"
    other.website = "https://initech.example/"
    other.save()
    Company.objects.filter(pk=other.pk).update(notes="Cold.", lane=1, is_blocked=True)
    BoardFeed.objects.create(company=other, url="https://jobs.lever.co/initech")
    before = dump()
    done = merge(kept, other, name)
    assert dump() != before
    assert undo(done) == []
    after = dump()
    for label, rows in before.items():
        assert after[label] == rows, label


def test_every_kind_of_row_moves(alice, kept, other):
    done = merge(kept, other)
    assert not Company.objects.filter(pk=other.pk).exists()
    moved = {
        place.rsplit(".", 1)[0]: keys for place, keys in done.merged["moved"].items()
    }
    assert moved.keys() == {field.model._meta.label_lower for field in relations()}
    for field in relations():
        rows = field.model._base_manager.filter(**{field.name: kept.pk})
        assert set(moved[field.model._meta.label_lower]) <= set(
            rows.values_list("pk", flat=True)
        )


def test_a_new_model_that_names_a_company_is_covered():
    named = {
        field.model
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if field.related_model is Company
        and not issubclass(field.model, (Words, CompanyPair))
    }
    assert {field.model for field in relations()} == named
    assert {Job, Contact, Opportunity, BoardFeed, CompanyMerge} <= named


def test_what_both_may_not_have_hangs_on_nothing():
    """Such a row is kept whole and put back, but not what would go with it."""
    for field in relations():
        if unique_with(field):
            assert not field.model._meta.related_objects, field


def test_what_is_empty_is_filled_and_the_rest_joined(kept, other):
    Company.objects.filter(pk=kept.pk).update(
        location="Ghent", technology_stack=["Cobol", "Paper"]
    )
    merge(kept, other)
    one = Company.objects.get()
    assert (one.name, one.lane, one.industry) == ("Initech", 1, "Paper")
    assert one.location == "Ghent"
    assert one.technology_stack == ["Cobol", "Paper"]
    assert one.notes == "Warm.\n\nCold."
    assert one.is_blocked
    assert (one.confidence_score, one.researched_on) == (0.375, date(2026, 3, 1))
    assert one.site == "initech.example"


def test_later_research_says_how_sure_it_is(kept, other):
    Company.objects.filter(pk=kept.pk).update(
        researched_on=date(2026, 4, 1), confidence_score=0.9
    )
    merge(kept, other)
    one = Company.objects.get()
    assert (one.confidence_score, one.researched_on) == (0.9, date(2026, 4, 1))


def test_name_of_the_other_can_be_kept(kept, other):
    merge(kept, other, "Initech GmbH")
    one = Company.objects.get()
    assert (one.pk, one.name, one.name_key) == (kept.pk, "Initech GmbH", "initech gmbh")


@pytest.mark.parametrize("name", ["Initech", "Initech GmbH"])
def test_applications_are_sorted_by_the_name_they_have_now(alice, kept, other, name):
    mine = ApplicationFactory(user=alice, job__company=kept)
    done = merge(kept, other, name)
    keys = set(Application.objects.values_list("sort_company", flat=True))
    assert keys == {name.lower()}
    undo(done)
    mine.refresh_from_db()
    assert mine.sort_company == "initech"
    others = Application.objects.exclude(pk=mine.pk)
    assert set(others.values_list("sort_company", flat=True)) == {"initech gmbh"}


@pytest.mark.parametrize("name", ["Initech", "Initech GmbH"])
def test_the_name_given_up_leads_to_the_one(alice, kept, other, name):
    done = merge(kept, other, name)
    for said in ("initech", "INITECH GmbH"):
        assert Company.objects.named(alice, said).pk == kept.pk
    assert Company.objects.count() == 1
    undo(done)
    assert Company.objects.named(alice, "initech gmbh").pk == other.pk


def test_the_name_leads_nobody_else_there(alice, bob, kept, other):
    merge(kept, other)
    assert Company.objects.named(bob, "Initech GmbH").user == bob


def test_a_board_that_both_follow_is_followed_once(kept, other):
    url = BoardFeed.objects.get().url
    mine = BoardFeed.objects.create(company=kept, url=url, found=3)
    theirs = BoardFeed.objects.filter(company=other).values().get()
    done = merge(kept, other)
    assert BoardFeed.objects.get() == mine
    undo(done)
    assert BoardFeed.objects.filter(company=other).values().get() == theirs


def test_fit_of_a_posting_is_not_asked_again(alice, kept, other):
    times = list(Job.objects.order_by("pk").values_list("updated_at", flat=True))
    merge(kept, other)
    assert (
        list(Job.objects.order_by("pk").values_list("updated_at", flat=True)) == times
    )


# What stands in the way


def test_preview_that_has_passed_is_refused(alice, kept, other):
    merger = Merger(kept, other)
    seen = merger.mark
    ContactFactory(user=alice, company=other)
    with pytest.raises(Stale):
        Merger(kept, other).merge(name="Initech", seen=seen)
    assert Company.objects.count() == 2


def test_one_that_is_gone_is_refused(kept, other):
    merger = Merger(kept, other)
    seen = merger.mark
    merge(kept, other)
    with pytest.raises(Stale):
        merger.merge(name="Initech", seen=seen)


def test_company_of_another_person_is_refused(bob, kept):
    theirs = CompanyFactory(user=bob)
    merger = Merger(kept, theirs)
    with pytest.raises(Stale):
        merger.merge(name="Initech", seen=merger.mark)
    assert Company.objects.filter(user=bob).exists()


def test_notes_that_are_too_long_together_are_refused(kept, other):
    Company.objects.filter(pk=kept.pk).update(notes="x" * 19_999)
    with pytest.raises(Refused, match="too long"):
        merge(kept, other)
    assert Company.objects.count() == 2


# Undoing


def test_what_was_moved_on_since_stays_and_is_named(alice, kept, other):
    done = merge(kept, other)
    contact = Contact.objects.get()
    contact.company = CompanyFactory(user=alice, name="Hooli")
    contact.save_fields("company")
    Job.objects.filter(title="Waits").delete()
    (told,) = undo(done)
    assert (told["kind"], told["name"]) == ("Contact", "Ada")
    assert told["url"] == contact.get_absolute_url()
    assert Contact.objects.get().company.name == "Hooli"
    assert Opportunity.objects.get().company_id == other.pk
    done.refresh_from_db()
    assert done.stayed == [told]


def test_what_was_edited_since_stays_and_is_named(kept, other):
    done = merge(kept, other)
    one = Company.objects.get()
    one.notes = "Mine."
    one.save_fields("notes")
    (told,) = undo(done)
    assert (told["kind"], told["why"]) == ("Notes", "edited since")
    one.refresh_from_db()
    assert (one.notes, one.lane, one.industry) == ("Mine.", 3, "")


def test_what_came_since_stays_with_the_kept_one(alice, kept, other):
    done = merge(kept, other)
    new = ContactFactory(user=alice, company=kept)
    assert undo(done) == []
    new.refresh_from_db()
    assert new.company_id == kept.pk


def test_twice_is_refused(kept, other):
    done = merge(kept, other)
    undo(done)
    with pytest.raises(Stale):
        undo(done)


def test_later_merges_are_undone_first(alice, kept, other):
    third = CompanyFactory(user=alice, name="Initech Ltd")
    before = dump()
    first = merge(other, third)
    second = merge(kept, other)
    first.refresh_from_db()
    with pytest.raises(Refused, match="later merge"):
        undo(first)
    undo(second)
    first.refresh_from_db()
    undo(first)
    assert dump() == before


@pytest.mark.parametrize("is_kept", [True, False])
def test_name_that_is_taken_now_is_refused(alice, kept, other, is_kept):
    done = merge(kept, other)
    taken = kept if is_kept else CompanyFactory(user=alice, name="x")
    taken = Company.objects.get(pk=taken.pk)
    taken.name = "Initech GmbH"
    taken.save_fields("name")
    now = dump()
    with pytest.raises(Refused, match="You have another company called Initech GmbH"):
        undo(done)
    assert dump() == now


def test_merge_of_another_system_can_not_be_undone(alice, kept):
    done = MergeFactory(user=alice, kept=kept)
    with pytest.raises(Refused, match="Another system"):
        undo(done)
