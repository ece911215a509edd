import pytest

from applications.models import Document, ExperienceClaim
from applications.tests.factories import ApplicationFactory, ClaimFactory
from applications.tests.writing import archivist, pursuit, written
from companies.tests.answers import is_login, is_page, leads_to

SAID = {"claimed_experience": "Ten years", "original_experience": "Five years"}


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


@pytest.fixture
def claim(application):
    return ClaimFactory(application=application)


@pytest.fixture
def stretched(alice):
    """A document in which one figure was made larger."""
    document = written(archivist(alice), pursuit(alice))
    text = document.content.replace("1,200 boxes", "12,000 boxes")
    document.write(text, seen=document.version_number)
    return document


def mark_of(as_alice, document):
    page = as_alice.get(document.get_absolute_url()).content.decode()
    return page.partition('name="mark" value="')[2].partition('"')[0]


# The ledger


def test_a_claim_is_added_once(as_alice, application):
    path = f"/applications/{application.pk}/claims/"
    assert is_page(as_alice.get(path))
    sent = SAID | {"submit_key": "k" * 32, "exaggeration_multiplier": "2"}
    for _twice in range(2):
        answer = as_alice.post(path, sent)
        assert leads_to(answer, f"/applications/{application.pk}/#claims")
    claim = ExperienceClaim.objects.get()
    assert claim.application == application
    assert claim.exaggeration_multiplier == 2
    assert claim.risk_level == "low"


@pytest.mark.parametrize(
    "wrong",
    [
        {"claimed_experience": " "},
        {"exaggeration_multiplier": "-1"},
        {"exaggeration_multiplier": "nan"},
        {"credibility_impact": "1.1"},
        {"credibility_impact": "inf"},
        {"risk_level": "total"},
        {"experience": "999"},
    ],
)
def test_nonsense_is_refused_and_kept_to_be_mended(as_alice, application, wrong):
    answer = as_alice.post(f"/applications/{application.pk}/claims/", SAID | wrong)
    assert answer.status_code == 422
    assert b"Five years" in answer.content
    assert not ExperienceClaim.objects.exists()


def test_a_claim_is_edited(as_alice, claim):
    path = f"/claims/{claim.pk}/edit/"
    page = as_alice.get(path)
    assert is_page(page)
    assert f'action="{path}"' in page.content.decode()
    answer = as_alice.post(path, SAID | {"risk_level": "high"})
    assert leads_to(answer, claim.get_absolute_url())
    claim.refresh_from_db()
    assert (claim.risk_level, claim.claimed_experience) == ("high", "Ten years")


def test_two_windows_on_one_claim_show_both_once(as_alice, claim):
    path = f"/claims/{claim.pk}/edit/"
    seen = as_alice.get(path).context["form"]["seen"].value()
    claim.claimed_experience = "Six years"
    claim.save_fields("claimed_experience")
    answer = as_alice.post(path, SAID | {"seen": seen})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Six years" in page
    assert page.count('data-tone="bad" role="alert"') == 1
    claim.refresh_from_db()
    assert claim.claimed_experience == "Six years"


def test_a_claim_is_deleted_after_a_question(as_alice, claim):
    path = f"/claims/{claim.pk}/delete/"
    assert is_page(as_alice.get(path))
    assert ExperienceClaim.objects.exists()
    as_alice.post(path)
    assert not ExperienceClaim.objects.exists()


@pytest.mark.parametrize("verb", ["edit", "delete"])
def test_strangers_find_nothing(as_bob, client, claim, verb):
    path = f"/claims/{claim.pk}/{verb}/"
    assert as_bob.post(path, SAID).status_code == 404
    assert ExperienceClaim.objects.exists()


def test_one_has_to_log_in(client, application):
    assert is_login(client.get(f"/applications/{application.pk}/claims/"))


# What a document says too much


def test_a_stretch_is_kept_and_logged_once(as_alice, stretched):
    mark = mark_of(as_alice, stretched)
    path = f"/documents/{stretched.pk}/claim/"
    for _twice in range(2):
        answer = as_alice.post(path, {"mark": mark})
        assert leads_to(answer, stretched.get_absolute_url())
    claim = ExperienceClaim.objects.get()
    assert claim.document == stretched
    assert claim.claimed_experience == "Catalogued 12,000 boxes in EAD"
    assert claim.original_experience == "Catalogued 1,200 boxes in EAD"
    assert claim.exaggeration_multiplier == 10
    assert claim.claim_type == "number"


def test_one_s_own_words_take_its_place(as_alice, stretched):
    as_alice.post(
        f"/documents/{stretched.pk}/plain/", {"mark": mark_of(as_alice, stretched)}
    )
    stretched = Document.objects.get()
    assert "- Catalogued 1,200 boxes in EAD" in stretched.content
    assert "12,000" not in stretched.content
    assert stretched.version_number == 3


@pytest.mark.parametrize("verb", ["claim", "plain"])
def test_what_is_not_said_any_more_is_refused(as_alice, stretched, verb):
    mark = mark_of(as_alice, stretched)
    text = stretched.content.replace("12,000 boxes", "1,200 boxes")
    stretched.write(text, seen=stretched.version_number)
    answer = as_alice.post(f"/documents/{stretched.pk}/{verb}/", {"mark": mark})
    assert answer.status_code == 409
    assert not ExperienceClaim.objects.exists()
    assert Document.objects.get().content == text


@pytest.mark.parametrize("verb", ["claim", "plain"])
def test_strangers_do_nothing_to_a_document(as_bob, stretched, verb):
    path = f"/documents/{stretched.pk}/{verb}/"
    assert as_bob.post(path, {"mark": "x"}).status_code == 404


def test_the_list_says_when_it_is_no_longer_said(as_alice, stretched):
    as_alice.post(
        f"/documents/{stretched.pk}/claim/", {"mark": mark_of(as_alice, stretched)}
    )
    page = stretched.application.get_absolute_url()
    assert b"No longer said in" not in as_alice.get(page).content
    as_alice.post(
        f"/documents/{stretched.pk}/plain/", {"mark": mark_of(as_alice, stretched)}
    )
    assert b"No longer said in" in as_alice.get(page).content


# The table


def test_the_table_shows_the_three_figures(as_alice, application):
    path = "/applications/?columns=credibility&columns=exaggeration&columns=integrity"
    before = as_alice.get(path).content.decode()
    ClaimFactory(
        application=application, exaggeration_multiplier=1.4, credibility_impact=0.2
    )
    after = as_alice.get(path).content.decode()
    for figure in ("80", "40", "60"):
        cell = f'<td class="fold-away is-number">{figure}</td>'
        assert cell in after
        assert cell not in before


def test_the_table_asks_as_often_for_many(as_alice, alice, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    path = "/applications/?columns=integrity"
    ClaimFactory(application=ApplicationFactory(user=alice))
    as_alice.get(path)
    ClaimFactory(application=ApplicationFactory(user=alice))
    with CaptureQueriesContext(
        connection,
    ) as few:
        as_alice.get(path)
    for _number in range(5):
        ClaimFactory(application=ApplicationFactory(user=alice))
    with django_assert_num_queries(len(few)):
        as_alice.get(path)
