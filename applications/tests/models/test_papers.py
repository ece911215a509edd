"""Analyses, rankings, documents, searches: what the database refuses, what rows say."""

import pytest
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from applications.models import (
    ContentRanking,
    Document,
    DocumentFeedback,
    DocumentTemplate,
    ExperienceClaim,
    Job,
    JobAnalysis,
    SavedSearch,
)
from applications.models.document_versions import text_and_rest
from applications.papers import figures
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
    JobViewFactory,
    PublicJobFactory,
    RankingFactory,
    SavedSearchFactory,
)


def refuses(row, **values):
    try:
        with transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**values)
    except (IntegrityError, DataError):
        return True
    return False


@pytest.fixture
def rows(alice):
    """One of each, by its model."""
    document = DocumentFactory(user=alice)
    made = [
        document,
        AnalysisFactory(user=alice),
        RankingFactory(user=alice),
        ClaimFactory(application=ApplicationFactory(user=alice)),
        DocumentTemplateFactory(user=alice),
        DocumentFeedbackFactory(document=document),
        SavedSearchFactory(user=alice),
    ]
    return {type(row): row for row in made}


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (JobAnalysis, {"fit_score": 100.1}),
        (JobAnalysis, {"ats_score": -1}),
        (JobAnalysis, {"confidence": 1.1}),
        (JobAnalysis, {"user": None}),
        (ContentRanking, {"confidence": -0.1}),
        (ExperienceClaim, {"risk_level": "none"}),
        (ExperienceClaim, {"exaggeration_multiplier": -0.1}),
        (Document, {"document_type": "poem"}),
        (Document, {"status": "lost"}),
        (DocumentTemplate, {"name": ""}),
        (DocumentTemplate, {"document_type": "poem"}),
        (DocumentFeedback, {"rating": 0}),
        (DocumentFeedback, {"rating": 6}),
        (SavedSearch, {"name": ""}),
        (SavedSearch, {"scope": "all"}),
    ],
)
def test_database_refuses_such_a_row(model, values, rows):
    assert refuses(rows[model], **values)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (JobAnalysis, {"fit_score": 0, "ats_score": 100, "confidence": 1}),
        (ExperienceClaim, {"exaggeration_multiplier": 0}),
        (Document, {"status": "cancelled"}),
        (DocumentTemplate, {"user": None}),
        (DocumentFeedback, {"rating": 5}),
    ],
)
def test_database_takes_such_a_row(model, values, rows):
    assert not refuses(rows[model], **values)


@pytest.mark.parametrize(
    "make",
    [
        lambda user, job: JobViewFactory(user=user, job=job),
        lambda user, job: DocumentTemplateFactory(user=user, name="Plain"),
    ],
    ids=["view", "template"],
)
def test_there_is_one_of_it(make, alice):
    job = JobFactory(user=alice)
    make(alice, job)
    with pytest.raises(IntegrityError), transaction.atomic():
        make(alice, job)


def test_a_document_has_each_version_once(alice):
    document = DocumentFactory(user=alice)
    DocumentVersionFactory(document=document, number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentVersionFactory(document=document, number=1)
    assert DocumentVersionFactory(document=DocumentFactory(user=alice), number=1).pk


def test_two_people_rank_for_the_same_public_job(alice, bob):
    job = PublicJobFactory()
    for user in (alice, bob):
        assert RankingFactory(user=user, job=job).owner == user


def test_what_was_made_goes_with_its_job_and_document(alice):
    document = DocumentFactory(user=alice)
    for make in (DocumentVersionFactory, DocumentExportFactory):
        make(document=document)
    AnalysisFactory(user=alice, job=document.job)
    document.job.delete()
    assert not Document.objects.exists()
    assert not JobAnalysis.objects.exists()


def test_what_was_made_is_hidden_with_its_job(alice):
    application = ApplicationFactory(user=alice)
    mine = {"user": alice, "job": application.job}
    AnalysisFactory(**mine)
    DocumentFactory(**mine)
    DocumentFactory(user=alice, deleted_at=timezone.now())
    assert Document.objects.present().count() == 1
    assert JobAnalysis.objects.present().count() == 1
    application.move_to_bin()
    assert not Document.objects.present().exists()
    assert not JobAnalysis.objects.present().exists()


def test_the_inbox_is_what_nobody_has_applied_to(alice):
    ApplicationFactory(user=alice)
    waiting, public = JobFactory(user=alice), PublicJobFactory()
    assert set(Job.objects.readable_by(alice).untouched()) == {waiting, public}


def test_templates_are_ones_own_and_the_built_in(alice, bob):
    own, built_in = DocumentTemplateFactory(user=alice), DocumentTemplateFactory()
    DocumentTemplateFactory(user=bob)
    assert set(DocumentTemplate.objects.readable_by(alice)) == {own, built_in}
    assert (own.is_built_in, built_in.is_built_in) == (False, True)


@pytest.mark.parametrize(
    ("content", "text", "rest"),
    [
        ({}, "", {}),
        ({"content": "Hello"}, "Hello", {}),
        ({"content": "Hello", "ats_score": 7}, "Hello", {"ats_score": 7}),
        ({"content": ["Hello"]}, "", {"content": ["Hello"]}),
        ({"text": "Hello"}, "", {"text": "Hello"}),
        ("Hello", "Hello", {}),
        (["Hello"], "", ["Hello"]),
        (None, "", None),
        (7, "", 7),
    ],
)
def test_text_is_found_and_nothing_else_is_lost(content, text, rest):
    assert text_and_rest(content) == (text, rest)


@pytest.mark.parametrize(
    ("fit", "ats", "said"),
    [
        (85.0, 70.4, "Fit 85 of 100, keyword score 70 of 100"),
        (82.5, None, "Fit 83 of 100"),
        (None, 0.0, "Keyword score 0 of 100"),
        (None, None, ""),
    ],
)
def test_scores_are_said_whole(fit, ats, said):
    assert JobAnalysis(fit_score=fit, ats_score=ats).subtitle == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, ""),
        ({"status": "failed"}, "Failed"),
        ({"status": "pending"}, "Waiting"),
        ({"sent_at": timezone.now()}, "Sent"),
    ],
)
def test_a_document_says_where_it_stands(values, said):
    assert Document(**{"status": "completed"} | values).badge == said


@pytest.mark.parametrize(
    ("values", "badge"),
    [({}, ""), ({"status": "archived"}, "Archived"), ({"user": None}, "Public")],
)
def test_a_job_says_whose_it_is_and_how_it_stands(values, badge, alice):
    assert Job(**{"user": alice} | values).badge == badge


@pytest.mark.parametrize(
    ("score", "word"),
    [(100, "high"), (80, "high"), (79.9, "middling"), (50, "middling"), (0, "low")],
)
def test_figures_are_said_in_words(score, word):
    assert {figure.word for figure in figures((score, score, score))} == {word}


def test_without_figures_there_is_nothing_to_say():
    assert figures(None) == []
