"""“These are two”: the question goes, and comes back."""

import pytest
from django.db import IntegrityError, transaction

from companies.merging import Merger
from companies.models import Company, CompanyPair
from companies.tests.answers import is_login, leads_to, text, toasts
from companies.tests.factories import CompanyFactory
from companies.unmerging import undo
from jobtracker.errors import Stale
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def one(alice):
    return CompanyFactory(user=alice, name="Initech")


@pytest.fixture
def other(alice):
    return CompanyFactory(user=alice, name="Initech GmbH")


@pytest.fixture
def path(one):
    return f"/companies/{one.pk}/apart/"


def suggested(client):
    pairs = client.get("/companies/").context["doubles"]
    return [(str(pair.first), str(pair.second)) for pair in pairs]


def merged(kept, other):
    kept, other = (Company.objects.get(pk=company.pk) for company in (kept, other))
    merger = Merger(kept, other)
    return merger.merge(name=kept.name, seen=merger.mark)


def test_two_are_asked_about_no_more(as_alice, one, other, path):
    assert suggested(as_alice) == [("Initech", "Initech GmbH")]
    answer = as_alice.post(path, {"other": other.pk, "origin": "list"})
    assert leads_to(answer, "/companies/")
    assert suggested(as_alice) == []
    for company in (one, other):
        assert "may be the same" not in text(as_alice.get(company.get_absolute_url()))


def test_it_can_be_said_on_either_page_and_is_kept_once(as_alice, one, other, path):
    assert leads_to(as_alice.post(path, {"other": other.pk}), one.get_absolute_url())
    as_alice.post(f"/companies/{other.pk}/apart/", {"other": one.pk}, headers=HTMX)
    pair = CompanyPair.objects.get()
    assert (pair.first, pair.second) == (one, other)


def test_it_can_be_taken_back(as_alice, one, other, path):
    as_alice.post(path, {"other": other.pk})
    pair = CompanyPair.objects.get()
    answer = as_alice.post(f"/companies/pairs/{pair.pk}/undo/")
    assert leads_to(answer, one.get_absolute_url())
    assert suggested(as_alice) == [("Initech", "Initech GmbH")]


def test_pages_ask_with_a_button(as_alice, one, other, path):
    for page in (
        "/companies/",
        one.get_absolute_url(),
        f"/companies/{one.pk}/merge/?other={other.pk}",
    ):
        assert f'action="{path}"' in text(as_alice.get(page))


def test_a_third_one_is_still_asked_about(as_alice, alice, one, other):
    third = CompanyFactory(user=alice, name="Initech Ltd")
    CompanyPair.objects.tell_apart(one, other)
    CompanyPair.objects.tell_apart(one, third)
    assert suggested(as_alice) == [("Initech GmbH", "Initech Ltd")]


def test_those_told_apart_hide_no_others(as_alice, alice):
    for number in range(12):
        pair = [
            CompanyFactory(user=alice, name=f"Number {number:02}{form}")
            for form in ("", " GmbH")
        ]
        if number < 11:
            CompanyPair.objects.tell_apart(*pair)
    assert suggested(as_alice) == [("Number 11", "Number 11 GmbH")]


@pytest.mark.parametrize("key", ["", "x", "0", "9" * 30])
def test_one_that_is_not_there_is_told(as_alice, one, other, path, key):
    answer = as_alice.post(path, {"other": key}, follow=True)
    assert answer.redirect_chain == [(one.get_absolute_url(), 303)]
    assert toasts(answer)
    assert not CompanyPair.objects.exists()


def test_a_company_is_not_told_apart_from_itself(as_alice, one, path):
    as_alice.post(path, {"other": one.pk})
    assert not CompanyPair.objects.exists()


def test_a_stranger_s_company_is_none(as_alice, bob, one, path):
    theirs = CompanyFactory(user=bob, name="Initech")
    as_alice.post(path, {"other": theirs.pk})
    with pytest.raises(Stale):
        CompanyPair.objects.tell_apart(one, theirs)
    assert not CompanyPair.objects.exists()


def test_strangers_find_nothing_and_nobody_else_gets_in(
    client, as_bob, one, other, path
):
    pair = CompanyPair.objects.tell_apart(one, other)
    back = f"/companies/pairs/{pair.pk}/undo/"
    for url in (path, back):
        assert as_bob.post(url, {"other": other.pk}).status_code == 404
        assert is_login(client.post(url))
    assert CompanyPair.objects.filter(pk=pair.pk).exists()


def test_only_post_says_so(as_alice, path):
    assert as_alice.get(path).status_code == 405


def test_the_database_keeps_pairs_in_order_and_once(one, other):
    CompanyPair.objects.create(first=one, second=other)
    for pair in ((one, other), (other, one), (one, one)):
        with pytest.raises(IntegrityError), transaction.atomic():
            CompanyPair.objects.create(first=pair[0], second=pair[1])


def test_merging_takes_it_along_and_undoing_brings_it_back(alice, one, other):
    gone, third = (CompanyFactory(user=alice, name=name) for name in ("A", "B"))
    for company in (one, gone, third):
        CompanyPair.objects.tell_apart(other, company)
    before = set(CompanyPair.objects.of(third).values_list())
    merge = merged(one, other)
    assert not CompanyPair.objects.exists()
    gone.delete()
    undo(merge)
    assert set(CompanyPair.objects.of(third).values_list()) == before
    assert CompanyPair.objects.count() == 2
