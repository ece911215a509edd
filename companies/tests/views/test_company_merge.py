"""Two companies become one: choosing the other, the preview, doing it, undoing it."""

import re

import pytest

from companies.merging import Merger
from companies.models import Company, CompanyMerge
from companies.tests.answers import is_login, leads_to, text, toasts
from companies.tests.factories import (
    CompanyFactory,
    ContactFactory,
    MergeFactory,
    OpportunityFactory,
)
from companies.unmerging import undo
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def kept(alice):
    return CompanyFactory(user=alice, name="Initech", industry="Paper")


@pytest.fixture
def other(alice):
    return CompanyFactory(user=alice, name="Initech GmbH", location="Utrecht")


@pytest.fixture
def path(kept, other):
    return f"/companies/{kept.pk}/merge/?other={other.pk}"


@pytest.fixture
def done(kept, other):
    merger = Merger(kept, other)
    return merger.merge(name="Initech", seen=merger.mark)


def filled(client, path, **changed):
    """What the form of the preview sends."""
    initial = client.get(path).context["form"].initial
    return initial | changed


# Choosing


def test_those_that_look_alike_are_offered(as_alice, alice, kept, other):
    CompanyFactory(user=alice, name="Hooli")
    page = text(as_alice.get(f"/companies/{kept.pk}/merge/"))
    assert f"?other={other.pk}" in page
    assert "Hooli" not in page


def test_any_other_can_be_found(as_alice, alice, kept, other):
    hooli = CompanyFactory(user=alice, name="Hooli")
    page = text(as_alice.get(f"/companies/{kept.pk}/merge/?q=hoo"))
    assert f"?other={hooli.pk}" in page
    assert f"?other={other.pk}" not in page


@pytest.mark.parametrize("asked", ["", "abc", "0", "-1", "%00", str(10**20), "９"])
def test_nonsense_leads_to_the_choice(as_alice, kept, asked):
    answer = as_alice.get(f"/companies/{kept.pk}/merge/?other={asked}")
    assert answer.status_code == 200
    assert "moves" not in answer.context


def test_neither_itself_nor_one_of_another_person_can_be_chosen(as_alice, bob, kept):
    theirs = CompanyFactory(user=bob, name="Initech Ltd")
    for pk in (kept.pk, theirs.pk):
        path = f"/companies/{kept.pk}/merge/?other={pk}"
        assert "moves" not in as_alice.get(path).context
        assert as_alice.post(path, {"name": "Initech"}).status_code == 409
    assert Company.objects.count() == 2


# The preview


def test_preview_tells_what_moves_and_what_becomes_known(as_alice, alice, path, other):
    for number in range(7):
        ContactFactory(user=alice, company=other, name=f"Person <{number}>")
    OpportunityFactory(company=other)
    answer = as_alice.get(path)
    moves = {move.label: move.total for move in answer.context["moves"]}
    assert moves == {"Contacts": 7, "Opportunities": 1}
    assert [(s.label, s.joined) for s in answer.context["changes"]] == [
        ("Location", "Utrecht")
    ]
    assert "Person &lt;6&gt;" in text(answer)
    assert "and 2 more" in text(answer)
    assert Company.objects.count() == 2


def test_preview_costs_the_same_with_more_rows(
    as_alice, alice, path, other, same_query_count
):
    def add(count):
        ContactFactory.create_batch(count, user=alice, company=other)
        OpportunityFactory.create_batch(count, company=other)

    add(1)
    as_alice.get(path)
    few = same_query_count(lambda: as_alice.get(path))
    add(20)
    assert same_query_count(lambda: as_alice.get(path)) == few <= 25


# Doing it


def test_two_become_one_and_back(as_alice, path, kept, other):
    answer = as_alice.post(path, filled(as_alice, path, name="Initech GmbH"))
    assert leads_to(answer, f"/companies/{kept.pk}/")
    one = Company.objects.get()
    assert (one.pk, one.name, one.location) == (kept.pk, "Initech GmbH", "Utrecht")
    undo = f"/companies/merges/{CompanyMerge.objects.get().pk}/undo/"
    page = text(as_alice.get(f"/companies/{kept.pk}/"))
    assert f'action="{undo}"' in page
    assert leads_to(as_alice.post(undo), f"/companies/{kept.pk}/")
    assert list(Company.objects.values_list("pk", "name").order_by("pk")) == [
        (kept.pk, "Initech"),
        (other.pk, "Initech GmbH"),
    ]


def test_ideas_are_found_with_the_company_they_stand_at(alice, kept, other):
    OpportunityFactory(company=other, problem_description="zeppelin")
    found = Company.objects.for_user(alice)
    whole = dict.fromkeys(["industry", "location"], "Utrecht")
    Company.objects.filter(pk__in=[kept.pk, other.pk]).update(**whole)
    merger = Merger(*Company.objects.order_by("pk"))
    merge = merger.merge(name="Initech", seen=merger.mark)
    assert found.search(alice, "zeppelin") == [kept.pk]
    undo(merge)
    assert found.search(alice, "zeppelin") == [other.pk]


def test_sent_twice_it_is_done_once(as_alice, path, kept):
    data = filled(as_alice, path)
    for _ in range(2):
        assert leads_to(as_alice.post(path, data), f"/companies/{kept.pk}/")
    assert CompanyMerge.objects.count() == 1


def test_sent_again_after_it_was_undone_it_asks_anew(as_alice, path):
    data = filled(as_alice, path)
    as_alice.post(path, data)
    as_alice.post(f"/companies/merges/{CompanyMerge.objects.get().pk}/undo/")
    assert as_alice.post(path, data).status_code == 409
    assert Company.objects.count() == 2


def test_what_another_window_changed_is_shown_first(as_alice, path, other):
    data = filled(as_alice, path)
    other.industry = "Glass"
    other.save_fields("industry")
    answer = as_alice.post(path, data)
    assert answer.status_code == 409
    assert "another window" in text(answer)
    assert "Glass" in text(answer)
    assert Company.objects.count() == 2
    assert as_alice.post(path, filled(as_alice, path)).status_code == 303


def test_other_that_was_deleted_meanwhile_is_said(as_alice, path, other):
    data = filled(as_alice, path)
    other.remove()
    assert as_alice.post(path, data).status_code == 409


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", "Hooli"), ("name", ""), ("seen", ""), ("seen", "x" * 99)],
)
def test_bad_input_changes_nothing(as_alice, path, field, value):
    answer = as_alice.post(path, filled(as_alice, path, **{field: value}))
    assert answer.status_code == 422
    assert Company.objects.count() == 2


def test_too_long_notes_are_refused(as_alice, path):
    for company, sign in zip(Company.objects.all(), "xy", strict=True):
        company.notes = sign * 15_000
        company.save_fields("notes")
    answer = as_alice.post(path, filled(as_alice, path))
    assert answer.status_code == 422
    assert "Notes of both together are too long" in text(answer)


# Afterwards


def test_old_address_leads_to_the_one(as_alice, as_bob, kept, other, done):
    old = f"/companies/{other.pk}/"
    assert leads_to(as_alice.get(old), f"/companies/{kept.pk}/")
    assert as_bob.get(old).status_code == 404


def test_list_of_merges_leads_to_each(as_alice, done):
    assert f'href="/companies/merges/{done.pk}/"' in text(
        as_alice.get("/companies/merges/")
    )
    page = text(as_alice.get(f"/companies/merges/{done.pk}/"))
    assert "Undo the merge" in page


def test_what_stayed_is_told(as_alice, alice, other, kept):
    contact = ContactFactory(user=alice, company=other, name="Ada")
    merger = Merger(kept, other)
    done = merger.merge(name="Initech", seen=merger.mark)
    contact.company = None
    contact.save_fields("company")
    page = f"/companies/merges/{done.pk}/"
    answer = as_alice.post(f"{page}undo/", follow=True)
    assert toasts(answer) == [
        "Initech GmbH is a company of its own again. 1 thing stayed."
    ]
    assert "moved elsewhere since" in text(as_alice.get(page))


def test_later_merge_is_to_be_undone_first(as_alice, alice, kept, done):
    third = CompanyFactory(user=alice, name="Initech Ltd")
    merger = Merger(Company.objects.get(pk=kept.pk), third)
    later = merger.merge(name="Initech", seen=merger.mark)
    page = f"/companies/merges/{done.pk}/"
    assert later.get_absolute_url() in text(as_alice.get(page))
    answer = as_alice.post(f"{page}undo/")
    assert answer.status_code == 422
    assert "undo that first" in text(answer)


def test_second_window_is_told_that_it_is_undone(as_alice, done):
    undo = f"/companies/merges/{done.pk}/undo/"
    as_alice.post(undo)
    assert as_alice.post(undo).status_code == 409
    answer = as_alice.post(undo, headers=HTMX)
    assert leads_to(answer, f"/companies/merges/{done.pk}/")


def test_merge_of_another_system_says_why_it_stays(as_alice, alice, kept):
    page = MergeFactory(user=alice, kept=kept).get_absolute_url()
    assert "Another system merged these" in text(as_alice.get(page))
    assert as_alice.post(f"{page}undo/").status_code == 422


@pytest.mark.parametrize("way", ["get", "post"])
def test_stranger_finds_nothing(as_bob, path, kept, other, done, way):
    for url in (path, f"/companies/merges/{done.pk}/undo/"):
        answer = getattr(as_bob, way)(url, {"name": "Initech", "seen": "x"})
        assert answer.status_code in (404, 405)
    assert CompanyMerge.objects.get().undone_at is None


def test_anonymous_is_led_to_the_login(client, path):
    assert is_login(client.get(path))
    assert is_login(client.get("/companies/merges/"))


# Suggestions


def test_list_suggests_those_that_look_alike(as_alice, alice, kept, other):
    CompanyFactory(user=alice, name="Hooli", website="https://hooli.example/")
    CompanyFactory(user=alice, name="Pied", website="http://www.hooli.example/jobs")
    CompanyFactory(user=alice, name="On LinkedIn", website="https://linkedin.com/a")
    CompanyFactory(user=alice, name="There", website="https://www.linkedin.com/b")
    answer = as_alice.get("/companies/")
    pairs = [(str(d.first), str(d.second), d.why) for d in answer.context["doubles"]]
    assert pairs == [
        ("Hooli", "Pied", "the same website"),
        ("Initech", "Initech GmbH", "the same name"),
    ]
    assert re.search(rf"/companies/{kept.pk}/merge/\?other={other.pk}", text(answer))


def test_suggestions_end_somewhere_and_rest_while_one_searches(as_alice, alice):
    for number in range(8):
        for form in ("", " GmbH"):
            CompanyFactory(user=alice, name=f"Number{number}{form}")
    assert len(as_alice.get("/companies/").context["doubles"]) == 5
    assert as_alice.get("/companies/?q=number").context["doubles"] == []


def test_company_of_another_person_is_no_double(as_bob, bob, kept, other):
    CompanyFactory(user=bob, name="Initech Ltd")
    assert as_bob.get("/companies/").context["doubles"] == []


def test_page_of_a_company_names_its_double(as_alice, kept, other, path):
    assert f'href="{path}"' in text(as_alice.get(f"/companies/{kept.pk}/"))
