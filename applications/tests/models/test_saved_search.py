import pytest
from django.db import IntegrityError, transaction

from applications.models import SavedSearch
from applications.models import saved_search as module
from applications.tests.factories import SavedSearchFactory
from jobtracker.errors import Refused, Stale


def names(user):
    return [str(one) for one in SavedSearch.objects.for_user(user)]


def put(user, item, place, seen=None):
    mine = SavedSearch.objects.for_user(user)
    SavedSearch.objects.put(user, item, place, seen=seen or SavedSearch.mark_of(mine))


@pytest.fixture
def three(alice):
    for name in ("One", "Two", "Three"):
        SavedSearch.objects.keep(SavedSearch(user=alice, name=name))


def test_the_database_keeps_one_question_once(alice, bob):
    SavedSearchFactory(user=alice, digest="a")
    with transaction.atomic(), pytest.raises(IntegrityError):
        SavedSearchFactory(user=alice, digest="a")
    SavedSearchFactory(user=alice, digest="a", scope="jobs")
    SavedSearchFactory(user=bob, digest="a")
    SavedSearchFactory.create_batch(2, user=alice)


def test_a_new_one_comes_last(alice, three):
    SavedSearch.objects.keep(SavedSearch(user=alice, name="Four"))
    assert names(alice) == ["One", "Two", "Three", "Four"]


def test_too_many_are_refused(alice, bob, three, monkeypatch):
    monkeypatch.setattr(module, "MOST_SEARCHES", 3)
    with pytest.raises(Refused, match="3 searches already"):
        SavedSearch.objects.keep(SavedSearch(user=alice, name="Four"))
    assert len(names(alice)) == 3
    SavedSearch.objects.keep(SavedSearch(user=bob, name="One"))


def test_one_gets_another_place(alice, bob, three):
    SavedSearchFactory(user=bob, name="Foreign")
    put(alice, 2, 0)
    assert names(alice) == ["Three", "One", "Two"]
    put(alice, 0, 1)
    assert names(alice) == ["One", "Three", "Two"]
    assert names(bob) == ["Foreign"]


@pytest.mark.parametrize(
    ("item", "place", "seen", "error"),
    [(0, 3, None, Refused), (3, 0, None, Refused), (0, 1, "other", Stale)],
)
def test_no_other_place_in_a_list_that_is_another(
    alice, three, item, place, seen, error
):
    with pytest.raises(error):
        put(alice, item, place, seen)
    assert names(alice) == ["One", "Two", "Three"]


def test_pinned_ones_are_bounded_and_in_use(alice):
    for number in range(9):
        SavedSearchFactory(user=alice, is_pinned=True, position=number)
    SavedSearchFactory(user=alice, name="Rests", is_pinned=True, is_active=False)
    SavedSearchFactory(user=alice, name="Loose")
    assert len(SavedSearch.objects.for_user(alice).pinned()) == 7


@pytest.mark.parametrize(
    ("values", "url"),
    [({}, "/applications/?saved=5"), ({"scope": "jobs"}, "/jobs/?saved=5")],
)
def test_it_leads_to_its_list(values, url):
    assert SavedSearch(pk=5, **values).run_url == url
