"""What was said of a job and made for it: pages of its own, and on the application's."""

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Experience, Profile
from applications.tests.factories import (
    AnalysisFactory,
    ApplicationFactory,
    ClaimFactory,
    DocumentExportFactory,
    DocumentFactory,
    DocumentFeedbackFactory,
    DocumentTemplateFactory,
    DocumentVersionFactory,
    JobFactory,
    PublicJobFactory,
    RankingFactory,
    SavedSearchFactory,
)
from companies.tests.answers import is_login

DOCUMENTS, SEARCHES = "/documents/", "/saved-searches/"


@pytest.fixture
def rows(alice):
    """One of each that has a page."""
    job = JobFactory(user=alice, title="Baker", company__name="Oven")
    mine = {"user": alice, "job": job}
    return [
        AnalysisFactory(**mine),
        RankingFactory(**mine),
        DocumentFactory(**mine),
        SavedSearchFactory(user=alice),
    ]


def test_each_has_a_page_for_its_owner_alone(rows, as_alice, as_bob, client):
    for row in rows:
        url = row.get_absolute_url()
        assertContains(as_alice.get(url), f"<bdi>{row}</bdi>")
        assert as_bob.get(url).status_code == 404
        assert is_login(client.get(url))
        assert as_alice.post(url).status_code == 405


def test_each_of_a_job_leads_to_it_and_into_the_bin_with_it(rows, as_alice):
    *of_job, _search = rows
    job = of_job[0].job
    for row in of_job:
        page = as_alice.get(row.get_absolute_url())
        assertContains(page, f'href="/jobs/{job.pk}/"')
    job.deleted_at = timezone.now()
    job.save_fields("deleted_at")
    for row in of_job:
        assert as_alice.get(row.get_absolute_url()).status_code == 404
    assertContains(as_alice.get(DOCUMENTS), "No documents yet")


@pytest.mark.parametrize("url", [DOCUMENTS, SEARCHES])
def test_lists_are_only_read_and_only_by_people(url, client, as_alice):
    assert is_login(client.get(url))
    assert as_alice.post(url).status_code == 405


def test_analysis_says_all_that_is_kept_of_it(alice, as_alice):
    analysis = AnalysisFactory(
        user=alice,
        job=PublicJobFactory(title="Mayor"),
        fit_score=85.0,
        ats_score=70.5,
        confidence=0.85,
        keywords_matched=["bread"],
        keywords_missing=["cake"],
        explanation=["Bakes well"],
        ai_analysis={"strong_points": ["early riser"], "score": 7},
        engine="rules",
    )
    page = as_alice.get(analysis.get_absolute_url())
    for said in ("bread", "cake", "Bakes well", "strong points: early riser", "rules"):
        assertContains(page, said)
    for number in ("85", "70.5", "0.85"):
        assertContains(page, f"<bdi>{number}</bdi>")
    assertNotContains(page, "85.0")


def test_ranking_names_what_the_resume_still_has(alice, as_alice):
    profile = Profile.objects.create(user=alice, name="Baking")
    there = Experience.objects.create(profile=profile, title="Baker", company="Oven")
    ranking = RankingFactory(
        user=alice,
        profile=profile,
        ranked_experience_ids=[str(there.pk), "gone-7", there.pk],
        ranked_project_ids={"first": "p1"},
        ranked_skill_ids=["Kneading"],
        explanations={"Kneading": "They ask for it"},
    )
    page = as_alice.get(ranking.get_absolute_url())
    assertContains(page, "<bdi>Baker, Oven</bdi>", count=2)
    for said in ("gone-7", "first: p1", "Kneading", "They ask for it"):
        assertContains(page, said)


@pytest.mark.parametrize("odd", [[], {}, "", None, 7, "alone", [[1], {"a": 1}]])
def test_ranking_of_another_system_may_hold_anything(odd, alice, as_alice):
    """The column takes any JSON but null."""
    ranking = RankingFactory(user=alice, ranked_skill_ids=[] if odd is None else odd)
    assert as_alice.get(ranking.get_absolute_url()).status_code == 200


# Documents


def test_documents_are_listed_newest_first_with_their_state(alice, as_alice):
    DocumentFactory(user=alice, status="failed", job__title="First")
    DocumentFactory(user=alice, job__title="Second", document_type="cover_letter")
    DocumentFactory(user=alice, job__title="Gone", deleted_at=timezone.now())
    page = as_alice.get(DOCUMENTS)
    shown = [row.job.title for row in page.context["object_list"]]
    assert shown == ["Second", "First"]
    assertContains(page, "Cover letter, Second")
    assertContains(page, '<span class="chip" data-tone="bad">Failed</span>', html=True)


def test_templates_of_ones_own_and_built_in_stand_below(alice, bob, as_alice):
    own = DocumentTemplateFactory(user=alice, name="Plain", settings={"font": "Inter"})
    built_in = DocumentTemplateFactory(name="Classic")
    DocumentTemplateFactory(user=bob, name="His own")
    page = as_alice.get(DOCUMENTS)
    for template in (own, built_in):
        assertContains(page, f'id="document-template-{template.pk}"')
    assertContains(page, "font: Inter")
    assertContains(page, "Built in", count=1)
    assertNotContains(page, "His own")


@pytest.fixture
def document(alice):
    return DocumentFactory(
        user=alice,
        application=ApplicationFactory(user=alice, job__title="Baker"),
        template=DocumentTemplateFactory(name="Classic"),
        result={
            "content": "I bake.\n\n<script>alert(1)</script>",
            "ats_score": 71.5,
            "metadata": {"tone": "warm"},
        },
        custom_prompt="Be brief.",
        options={"length": "one page"},
        sent_to="jobs@oven.example",
    )


def test_document_has_its_text_and_all_about_it(as_alice, document):
    page = as_alice.get(document.get_absolute_url())
    for said in ("I bake.", "Be brief.", "length: one page", "jobs@oven.example"):
        assertContains(page, said)
    for said in ("ats score: 71.5", "tone: warm", "Classic"):
        assertContains(page, said)
    assertContains(page, f'href="{document.application.get_absolute_url()}"')
    assertNotContains(page, "<script>alert")


def test_document_has_its_versions_files_and_feedback(as_alice, document):
    DocumentVersionFactory(document=document, number=1)
    DocumentVersionFactory(document=document, number=2, content={"parts": ["Hello"]})
    DocumentExportFactory(document=document)
    DocumentFeedbackFactory(document=document, suggestion="Shorter")
    page = as_alice.get(document.get_absolute_url())
    for said in ("Version 1", "I baked.", "Version 2", "parts: Hello"):
        assertContains(page, said)
    for said in ("PDF", "2048", "Shorter", "★★★★"):
        assertContains(page, said)
    assertNotContains(page, "0" * 64)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"status": "pending"}, "It has no text yet."),
        ({"status": "failed", "error_message": "No model"}, "It could not be written."),
    ],
)
def test_document_without_a_text_says_why(values, said, alice, as_alice):
    document = DocumentFactory(user=alice, result={}, **values)
    assertContains(as_alice.get(document.get_absolute_url()), said)


def test_documents_page_asks_alike_with_more(alice, as_alice, same_query_count):
    def more(count):
        for _ in range(count):
            DocumentFactory(user=alice, result={"content": "x" * 5_000})
            DocumentTemplateFactory(user=alice)

    more(2)
    as_alice.get(DOCUMENTS)
    few = same_query_count(lambda: as_alice.get(DOCUMENTS))
    more(6)
    assert same_query_count(lambda: as_alice.get(DOCUMENTS)) == few


# On the application's page


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


@pytest.fixture
def path(application):
    return application.get_absolute_url()


def test_page_leads_to_the_posting_by_itself(as_alice, application, path):
    assertContains(as_alice.get(path), f'href="/jobs/{application.job_id}/"')


def test_what_is_so_is_not_said_twice(as_alice, application, path):
    ClaimFactory(application=application, exaggeration_multiplier=1)
    assertNotContains(as_alice.get(path), "times the truth")


def test_without_any_there_are_no_sections(as_alice, path):
    page = as_alice.get(path)
    for name in ("claims", "analyses"):
        assertNotContains(page, f'id="{name}"')
    assertContains(page, "Write a résumé")


def test_page_shows_what_there_is(alice, as_alice, application, path):
    mine = {"user": alice, "job": application.job}
    rows = [make(**mine) for make in (AnalysisFactory, RankingFactory, DocumentFactory)]
    page = as_alice.get(path)
    for row in rows:
        assertContains(page, f'href="{row.get_absolute_url()}"')
    assertContains(page, "Nothing noted here says more than is true.")


def test_claims_are_shown_with_their_figures_in_words(as_alice, application, path):
    ClaimFactory(
        application=application,
        original_experience="Five years of bread",
        claimed_experience="Ten <b>years</b> of bread",
        exaggeration_multiplier=2,
        credibility_impact=0.1,
        risk_level="high",
        justification="They ask for ten",
    )
    page = as_alice.get(path)
    assertContains(page, 'id="claims"')
    for said in ("high, 90 of 100", "high, 100 of 100", "low, 0 of 100"):
        assertContains(page, said)
    for said in ("Five years", "Ten &lt;b&gt;years", "2 times", "They ask", "High"):
        assertContains(page, said)


def test_page_shows_nothing_of_others(bob, as_alice, application, path):
    """Even where another's row is about her job, which no form lets happen."""
    row = DocumentFactory(user=bob, job=application.job)
    assertNotContains(as_alice.get(path), row.get_absolute_url())


def test_what_is_not_there_costs_one_query(
    alice, as_alice, application, path, count_queries
):
    def queries():
        as_alice.get(path)
        with count_queries() as asked:
            as_alice.get(path)
        return len(asked)

    without = queries()
    assert without <= 20
    for number in (1, 5):
        for _ in range(number):
            DocumentFactory(user=alice, job=application.job)
        assert queries() == without + 1
    ClaimFactory.create_batch(4, application=application)
    AnalysisFactory.create_batch(4, user=alice, job=application.job)
    RankingFactory.create_batch(4, user=alice, job=application.job)
    assert queries() == without + 4


def test_scores_are_whole_on_card_and_row(alice, as_alice, application):
    application.fit_score = 85.0
    application.save_fields("fit_score")
    assertContains(as_alice.get("/"), "Fit 85 of 100")
    assertNotContains(as_alice.get("/"), "85.0")
    assertNotContains(as_alice.get("/applications/?columns=fit"), "85.0")
