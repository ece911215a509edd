"""What one could do for a company: listed, shown, added, changed and deleted."""

import pytest

from companies.models import Company, Opportunity, OutreachCampaign
from companies.tests.answers import is_fragment, is_login, leads_to, text
from companies.tests.factories import (
    CompanyFactory,
    OpportunityFactory,
    OutreachFactory,
)
from jobtracker.testing.fixtures import HTMX

LIST = "/opportunities/"
NEW = "/opportunities/new/"
FACTS = {"company_name": "Oven", "problem_description": "Bread is late"}


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven")


@pytest.fixture
def late(oven):
    return OpportunityFactory(
        company=oven,
        problem_description="Bread is late",
        solution_approach="Bake <b>sooner</b>",
        estimated_value=40_000,
        confidence_score=0.8,
        implementation_complexity="low",
        status="pitched",
    )


def edit(row):
    return f"{LIST}{row.pk}/edit/"


def sent(client, path):
    """What the form sends as it is shown."""
    form = client.get(path).context["form"]
    values = {field.html_name: field.value() for field in form}
    return {name: value for name, value in values.items() if value not in (None, False)}


def names(client, query=""):
    found = client.get(f"{LIST}{query}").context["object_list"]
    return [str(one) for one in found]


def test_list_tells_company_state_and_worth(as_alice, late):
    page = text(as_alice.get(LIST))
    for said in (
        "Bread is late",
        "<bdi>Oven</bdi>",
        "Pitched",
        "80 %",
        "40,000 a year",
    ):
        assert said in page


def test_list_is_narrowed(as_alice, alice, oven, late):
    mill = CompanyFactory(user=alice, name="Mill")
    OpportunityFactory(company=mill, problem_description="Flour is wet")
    assert names(as_alice, "?status=pitched") == ["Bread is late"]
    assert names(as_alice, f"?company={mill.pk}") == ["Flour is wet"]
    assert names(as_alice, "?q=mill") == ["Flour is wet"]
    assert names(as_alice, "?q=sooner") == ["Bread is late"]
    assert len(names(as_alice, "?status=nonsense&company=x")) == 2
    part = as_alice.get(f"{LIST}?q=bread", headers=HTMX)
    assert is_fragment(part)
    assert "Flour" not in text(part)


def test_company_of_a_stranger_narrows_nothing(as_bob, bob, oven, late):
    OpportunityFactory(company=CompanyFactory(user=bob), problem_description="Mine")
    assert names(as_bob, f"?company={oven.pk}") == ["Mine"]
    assert "Oven" not in text(as_bob.get(f"{LIST}?company={oven.pk}"))


def test_newcomer_is_told_what_to_do(as_alice):
    assert "No opportunities yet" in text(as_alice.get(LIST))


def test_list_takes_no_more_queries_with_more(as_alice, alice, same_query_count):
    OpportunityFactory.create_batch(2, company__user=alice)
    as_alice.get(LIST)
    few = same_query_count(lambda: as_alice.get(LIST))
    OpportunityFactory.create_batch(49, company__user=alice)
    assert same_query_count(lambda: as_alice.get(LIST)) == few
    assert len(names(as_alice)) == 50
    assert len(names(as_alice, "?page=2")) == 1


def test_page_shows_all_that_is_known(as_alice, oven, late):
    message = OutreachFactory(
        company=oven, opportunity=late, contact_person="The baker"
    )
    page = text(as_alice.get(late.get_absolute_url()))
    assert f'href="{oven.get_absolute_url()}"' in page
    assert f'href="{message.get_absolute_url()}"' in page
    for said in ("Bake &lt;b&gt;sooner", "40,000", "80 %", "Low", "The baker"):
        assert said in page


def test_it_is_added_at_a_company_that_is_new(as_alice, alice):
    facts = FACTS | {
        "estimated_value": "40k",
        "confidence": "80",
        "implementation_complexity": "low",
        "proof_of_concept_created": "on",
    }
    answer = as_alice.post(NEW, facts)
    row = Opportunity.objects.get()
    assert leads_to(answer, row.get_absolute_url())
    assert (row.company.user, row.company.name) == (alice, "Oven")
    assert (row.estimated_value, row.confidence_score) == (40_000, 0.8)
    assert row.proof_of_concept_created
    assert row.status == "identified"


def test_form_sent_twice_makes_one(as_alice):
    for _turn in range(2):
        as_alice.post(NEW, FACTS | {"submit_key": "once"})
    assert Opportunity.objects.count() == 1


def test_link_knows_the_company(as_alice, oven):
    page = text(as_alice.get(f"{NEW}?company_name=Oven"))
    assert 'value="Oven"' in page
    as_alice.post(f"{NEW}?company_name=Oven", FACTS)
    assert Opportunity.objects.get().company == oven


@pytest.mark.parametrize(
    "wrong",
    [
        {"company_name": ""},
        {"company_name": "\u200b"},
        {"problem_description": " "},
        {"estimated_value": "a lot"},
        {"estimated_value": str(2**31)},
        {"confidence": "101"},
        {"implementation_complexity": "huge"},
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_bad_input_makes_nothing_and_is_kept(as_alice, wrong, headers):
    answer = as_alice.post(
        NEW, FACTS | {"solution_approach": "Mine"} | wrong, headers=headers
    )
    assert answer.status_code == 422
    assert "Mine" in text(answer)
    assert not Opportunity.objects.exists()
    assert not Company.objects.exists()


def test_what_changed_is_written_and_the_rest_stays(as_alice, late):
    as_alice.post(edit(late), sent(as_alice, edit(late)) | {"confidence": "55"})
    row = Opportunity.objects.get()
    assert row.confidence_score == 0.55
    assert (row.estimated_value, row.status) == (40_000, "pitched")
    as_alice.post(edit(late), sent(as_alice, edit(late)) | {"confidence": ""})
    assert Opportunity.objects.get().confidence_score is None


def test_two_windows_that_differ_are_told(as_alice, late):
    shown = sent(as_alice, edit(late))
    Opportunity.objects.update(solution_approach="Theirs")
    answer = as_alice.post(edit(late), shown | {"solution_approach": "Mine"})
    assert answer.status_code == 409
    assert Opportunity.objects.get().solution_approach == "Theirs"


def test_it_is_deleted_and_its_messages_stay(as_alice, oven, late):
    message = OutreachFactory(company=oven, opportunity=late)
    path = f"{LIST}{late.pk}/delete/"
    assert "Delete this opportunity?" in text(as_alice.get(path))
    assert Opportunity.objects.exists()
    assert leads_to(as_alice.post(path), LIST)
    assert not Opportunity.objects.exists()
    assert OutreachCampaign.objects.get(pk=message.pk).opportunity is None


def test_stranger_finds_none_of_it(client, as_bob, late):
    for verb in ("", "edit/", "delete/", "move/"):
        path = f"{LIST}{late.pk}/{verb}"
        assert as_bob.get(path).status_code == 404
        assert is_login(client.get(path))
    for verb in ("edit/", "delete/", "status/"):
        assert as_bob.post(f"{LIST}{late.pk}/{verb}", FACTS).status_code == 404
    assert "Oven" not in text(as_bob.get(LIST))
    assert Opportunity.objects.get().status == "pitched"


@pytest.mark.parametrize("path", ["/companies/", "/more/"])
def test_it_is_found_from_there(as_alice, path):
    assert f'href="{LIST}"' in text(as_alice.get(path))
