"""Opportunities and outreach, as they were brought in: to be read."""

import pytest
from django.utils import timezone

from companies.tests.answers import is_login, text
from companies.tests.factories import (
    CompanyFactory,
    ContactFactory,
    OpportunityFactory,
    OutreachFactory,
    OutreachTemplateFactory,
)
from companies.views import outreach as outreach_views

OPPORTUNITIES = "/opportunities/"
OUTREACH = "/outreach/"
MAKERS = {OPPORTUNITIES: OpportunityFactory, OUTREACH: OutreachFactory}


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven")


@pytest.fixture
def opportunity(oven):
    return OpportunityFactory(
        company=oven,
        problem_description="Bread is late",
        solution_approach="Bake <b>sooner</b>",
        estimated_value=40_000,
        confidence_score=0.8,
        status="pitched",
    )


@pytest.fixture
def outreach(alice, oven, opportunity):
    return OutreachFactory(
        company=oven,
        opportunity=opportunity,
        contact=ContactFactory(user=alice, name="Abel"),
        contact_person="The baker",
        contact_method="linkedin",
        message_content="Good morning,",
        response_status="interested",
        sent_at=timezone.now(),
    )


def test_opportunities_are_listed_with_company_and_status(as_alice, opportunity):
    page = text(as_alice.get(OPPORTUNITIES))
    assert f'href="/opportunities/{opportunity.pk}/"' in page
    for said in ("Bread is late", "<bdi>Oven</bdi>", "Pitched"):
        assert said in page


def test_opportunity_shows_all_that_is_known(as_alice, oven, opportunity, outreach):
    page = text(as_alice.get(opportunity.get_absolute_url()))
    assert f'href="{oven.get_absolute_url()}"' in page
    assert f'href="{outreach.get_absolute_url()}"' in page
    for said in ("Bake &lt;b&gt;sooner", "40000", "0.8", "The baker", "Abel", "Good m"):
        assert said in page


def test_outreach_is_listed_with_company_and_state(as_alice, outreach):
    page = text(as_alice.get(OUTREACH))
    assert f'href="/outreach/{outreach.pk}/"' in page
    for said in ("The baker", "<bdi>Oven</bdi>", "Interested"):
        assert said in page


def test_outreach_shows_all_that_is_known(as_alice, opportunity, outreach):
    page = text(as_alice.get(outreach.get_absolute_url()))
    assert f'href="{opportunity.get_absolute_url()}"' in page
    assert f'href="{outreach.contact.get_absolute_url()}"' in page
    for said in ("LinkedIn", "Good morning,", "today"):
        assert said in page


def test_templates_stand_below_where_their_links_lead(as_alice, alice):
    template = OutreachTemplateFactory(user=alice, name="Greeting", body="Hello <you>")
    page = text(as_alice.get(OUTREACH))
    assert "No outreach yet" in page
    assert f'id="{template.get_absolute_url().partition("#")[2]}"' in page
    assert "Greeting" in page
    assert "Hello &lt;you&gt;" in page


def test_no_more_templates_than_a_page_can_hold(as_alice, alice, monkeypatch):
    monkeypatch.setattr(outreach_views, "MOST_TEMPLATES", 2)
    OutreachTemplateFactory.create_batch(3, user=alice)
    page = text(as_alice.get(OUTREACH))
    assert page.count('id="outreach-template-') == 2
    assert "Only the first 2 are shown." in page


@pytest.mark.parametrize(
    ("path", "said"),
    [(OPPORTUNITIES, "No opportunities yet"), (OUTREACH, "No outreach yet")],
)
def test_newcomer_is_told_what_will_stand_here(as_alice, path, said):
    page = text(as_alice.get(path))
    assert said in page
    assert "Templates" not in page


@pytest.mark.parametrize("path", MAKERS)
def test_list_has_pages_and_takes_no_more_queries(
    as_alice, alice, path, same_query_count
):
    make = MAKERS[path]
    make.create_batch(2, company__user=alice)
    as_alice.get(path)
    few = same_query_count(lambda: as_alice.get(path))
    make.create_batch(49, company__user=alice)
    assert same_query_count(lambda: as_alice.get(path)) == few
    assert len(as_alice.get(path).context["object_list"]) == 50
    assert len(as_alice.get(f"{path}?page=2").context["object_list"]) == 1


def test_more_outreach_takes_an_opportunity_no_more_queries(
    as_alice, alice, oven, opportunity, same_query_count
):
    def write():
        contact = ContactFactory(user=alice)
        OutreachFactory(
            company=oven, opportunity=opportunity, contact=contact, contact_person=""
        )

    write()
    page = opportunity.get_absolute_url()
    as_alice.get(page)
    few = same_query_count(lambda: as_alice.get(page))
    write()
    assert same_query_count(lambda: as_alice.get(page)) == few


def test_stranger_finds_none_of_them(as_bob, alice, opportunity, outreach):
    OutreachTemplateFactory(user=alice, name="Greeting")
    for path in (opportunity.get_absolute_url(), outreach.get_absolute_url()):
        assert as_bob.get(path).status_code == 404
    for path in MAKERS:
        page = text(as_bob.get(path))
        assert not [word for word in ("Oven", "baker", "Greeting") if word in page]


def test_pages_are_read_only_and_behind_the_login(
    client, as_alice, opportunity, outreach
):
    pages = (opportunity.get_absolute_url(), outreach.get_absolute_url())
    for path in (*MAKERS, *pages):
        assert is_login(client.get(path))
        assert as_alice.post(path).status_code == 405


@pytest.mark.parametrize("path", ["/companies/", "/more/"])
def test_both_are_found_from_there(as_alice, path):
    page = text(as_alice.get(path))
    for link in MAKERS:
        assert f'href="{link}"' in page
