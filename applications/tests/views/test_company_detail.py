"""A company's page shows its applications, so it lives in this app."""

import pytest
from django.utils import timezone

from applications.tests.factories import ApplicationFactory
from companies.tests.answers import is_fragment, is_login, is_page, text
from companies.tests.factories import (
    CompanyFactory,
    ContactFactory,
    MergeFactory,
    OpportunityFactory,
    OutreachFactory,
)
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def company(alice):
    return CompanyFactory(user=alice, name="Oven", pain_points=["Cold mornings"])


@pytest.fixture
def path(company):
    return f"/companies/{company.pk}/"


def add(company, title, **fields):
    return ApplicationFactory(
        user=company.user, job__company=company, job__title=title, **fields
    )


def test_page_says_what_is_known(as_alice, path):
    answer = as_alice.get(path)
    assert is_page(answer)
    assert "<title>Oven" in text(answer)
    assert "Cold mornings" in text(answer)
    assert "Nothing here yet." in text(answer)


def test_page_shows_what_one_has_going_there(as_alice, alice, company, path):
    here = add(company, "Baker", status="applied")
    add(company, "Archived one").archive()
    add(company, "Deleted one").move_to_bin()
    ApplicationFactory(user=alice, job__title="Elsewhere")
    page = text(as_alice.get(path))
    assert f'href="/applications/{here.pk}/"' in page
    assert "Archived one" in page
    assert "Deleted one" not in page
    assert "Elsewhere" not in page


def test_closed_one_says_how_it_ended(as_alice, company, path):
    add(company, "Baker", status="closed", closed_reason="declined")
    assert "Declined" in text(as_alice.get(path))


def test_add_link_knows_the_company(as_alice, path):
    assert "/applications/new/?company_name=Oven" in text(as_alice.get(path))


def test_name_in_a_link_is_escaped(as_alice, alice):
    company = CompanyFactory(user=alice, name="A&B=C#D")
    assert "?company_name=A%26B%3DC%23D" in text(
        as_alice.get(company.get_absolute_url())
    )


@pytest.mark.parametrize("page", ["2", "abc", "0", "%00", str(10**20)])
def test_any_page_of_the_list_is_a_page(as_alice, company, path, page):
    add(company, "Baker")
    answer = as_alice.get(f"{path}?page={page}")
    assert answer.status_code == 200
    assert "Baker" in text(answer)


def test_htmx_gets_the_list_only(as_alice, path):
    answer = as_alice.get(path, headers=HTMX)
    assert is_fragment(answer)
    assert 'id="company-applications"' in text(answer)


def test_stranger_is_told_that_nothing_is_there(as_bob, path):
    assert as_bob.get(path).status_code == 404


def test_anonymous_is_led_to_the_login(client, path):
    assert is_login(client.get(path))


def test_page_is_only_read(as_alice, path):
    assert as_alice.post(path).status_code == 405


def test_page_costs_the_same_with_2_and_with_40(
    as_alice, company, path, same_query_count
):
    add(company, "First")
    add(company, "Second", status="closed")
    as_alice.get(path)
    first = same_query_count(lambda: as_alice.get(path))
    for n in range(38):
        add(company, f"Job {n}", status="closed")
    assert same_query_count(lambda: as_alice.get(path)) == first


# The people there


def test_page_shows_the_people_there(as_alice, alice, company, path):
    here = ContactFactory(user=alice, name="Abel", company=company, role="recruiter")
    ContactFactory(user=alice, name="Somebody else")
    page = text(as_alice.get(path))
    assert f'href="/contacts/{here.pk}/"' in page
    assert "Recruiter" in page
    assert "Somebody else" not in page
    assert f'href="/contacts/new/?company_name={company.name}"' in page


def test_many_people_lead_on_to_their_list(as_alice, alice, company, path):
    ContactFactory.create_batch(51, user=alice, company=company)
    page = text(as_alice.get(path))
    assert f'href="/contacts/?company={company.pk}"' in page
    assert page.count("/contacts/") < 60


# What one plans with it


def test_page_shows_opportunities_and_outreach_of_this_company(
    as_alice, alice, company, path
):
    here = OpportunityFactory(company=company, status="pitched")
    sent = OutreachFactory(company=company, response_status="replied")
    there = OpportunityFactory(company__user=alice)
    page = text(as_alice.get(path))
    for row in (here, sent):
        assert f'href="{row.get_absolute_url()}"' in page
    assert "Pitched" in page
    assert "Replied" in page
    assert there.get_absolute_url() not in page


def test_page_without_them_has_no_empty_sections(as_alice, path):
    page = text(as_alice.get(path))
    for word in ("opportunities-h", "outreach-h", "Merged into", "Confidence"):
        assert word not in page


def test_page_names_what_became_part_of_it(as_alice, alice, company, path):
    MergeFactory(user=alice, kept=company, merged={"name": "<i>Mill"})
    page = text(as_alice.get(path))
    assert "&lt;i&gt;Mill" in page
    assert "undone" not in page
    company.merges.update(undone_at=timezone.now())
    assert "undone today" in text(as_alice.get(path))


def test_page_says_how_sure_the_research_is(as_alice, company, path):
    company.confidence_score = 0.75
    company.save_fields("confidence_score")
    assert "75 %" in text(as_alice.get(path))


def test_plans_take_no_more_queries_and_end_somewhere(
    as_alice, alice, company, path, same_query_count
):
    def plan(count):
        OpportunityFactory.create_batch(count, company=company)
        OutreachFactory.create_batch(count, company=company)
        MergeFactory.create_batch(count, user=alice, kept=company)

    plan(2)
    as_alice.get(path)
    few = same_query_count(lambda: as_alice.get(path))
    plan(20)
    assert same_query_count(lambda: as_alice.get(path)) == few
    answer = as_alice.get(path)
    assert len(answer.context["opportunities"].rows) == 20
    assert "Show all opportunities" in text(answer)
    assert "Show all outreach" in text(answer)
