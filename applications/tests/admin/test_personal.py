"""What people wrote for themselves is not shown to staff, nor found by searching."""

from __future__ import annotations

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import User
from applications.models import (
    Application,
    Capture,
    CapturedPosting,
    ContentRanking,
    Document,
    DocumentFeedback,
    DocumentTemplate,
    DocumentVersion,
    EmployerResponse,
    ExperienceClaim,
    FollowUp,
    Interview,
    Job,
    JobAnalysis,
    Note,
    SavedSearch,
    StatusChange,
)
from applications.tests.admin.conftest import logged_in
from applications.tests.factories import (
    AnalysisFactory,
    ApplicationFactory,
    ClaimFactory,
    DocumentExportFactory,
    DocumentFactory,
    DocumentFeedbackFactory,
    DocumentTemplateFactory,
    DocumentVersionFactory,
    FollowUpFactory,
    InterviewFactory,
    JobViewFactory,
    RankingFactory,
    ResponseFactory,
    SavedSearchFactory,
)
from companies.models import Company

pytestmark = pytest.mark.alike

WORD = "quuxsecret"
TEXTS = {
    Application: ("cover_letter", "rejection_reason"),
    Job: ("raw_text",),
    Company: ("notes", "pain_points", "technology_stack", "decision_makers"),
    Note: ("text",),
    StatusChange: ("before",),
    Interview: ("stage_name", "location", "prep_notes", "notes", "feedback"),
    FollowUp: ("channel", "text"),
    EmployerResponse: ("subject", "body", "sender_name", "action_taken"),
    ExperienceClaim: ("claim_type", "original_experience", "claimed_experience"),
    JobAnalysis: ("keywords_matched", "explanation"),
    ContentRanking: ("ranked_skill_ids", "explanations"),
    Document: ("result", "custom_prompt", "error_message", "sent_to"),
    DocumentTemplate: ("name", "settings"),
    DocumentVersion: ("content",),
    DocumentFeedback: ("suggestion",),
    SavedSearch: ("name", "query", "filters"),
    Capture: ("url", "page_title", "text", "message"),
    CapturedPosting: ("facts", "where", "suggested"),
}


@pytest.fixture(scope="module")
def made(module_rows):
    """An application with the word in every personal text."""
    person = User.objects.create_user("alice@example.org")
    application = ApplicationFactory(user=person, cover_letter=WORD)
    application.add_note(WORD)
    application.move_to("closed", by=person, origin="board", rejection_reason=WORD)
    for make, model in (
        (InterviewFactory, Interview),
        (FollowUpFactory, FollowUp),
        (ResponseFactory, EmployerResponse),
    ):
        make(application=application, **dict.fromkeys(TEXTS[model], WORD))
    plant_papers(application)
    # As moves of old kept it.
    QuerySet(StatusChange).update(before={"rejection_reason": WORD})
    Job.objects.filter(pk=application.job_id).update(raw_text=WORD)
    Company.objects.filter(pk=application.job.company_id).update(
        notes=WORD, pain_points=[WORD], technology_stack=[WORD], decision_makers=[WORD]
    )
    return application


def plant_papers(application):
    """The word in all that was said of its job and made for it."""
    mine = {"user": application.user, "job": application.job}

    def words(model):
        return dict.fromkeys(TEXTS[model], WORD)

    ClaimFactory(application=application, **words(ExperienceClaim))
    AnalysisFactory(**mine, **words(JobAnalysis))
    RankingFactory(**mine, **words(ContentRanking))
    document = DocumentFactory(**mine, **words(Document))
    DocumentVersionFactory(document=document, **words(DocumentVersion))
    DocumentFeedbackFactory(document=document, **words(DocumentFeedback))
    DocumentExportFactory(document=document)
    DocumentTemplateFactory(user=application.user, **words(DocumentTemplate))
    SavedSearchFactory(user=application.user, **words(SavedSearch))
    JobViewFactory(**mine)
    capture = Capture.objects.create(
        user=application.user, kind="page", source=WORD.encode(), **words(Capture)
    )
    found = {name: {"title": WORD} for name in TEXTS[CapturedPosting]}
    capture.postings.create(position=1, **found)


@pytest.fixture
def planted(db, made):
    return made


@pytest.fixture(scope="module")
def helper(module_rows):
    """Staff who may do everything, but not as a superuser."""
    person = User.objects.create_user("helper@example.org", is_staff=True)
    person.user_permissions.set(Permission.objects.all())
    return person


@pytest.fixture
def as_helper(db, helper):
    return logged_in(helper)


def pages():
    """Every page of every model of the admin, for its first row."""
    for model in site._registry:
        label = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        yield label
        row = model._default_manager.order_by("pk").first()
        for name in ("change", "history", "delete") if row else ():
            yield f"{label}{row.pk}/{name}/"


def test_no_page_shows_them_to_staff(planted, as_helper):
    found = [url for url in pages() if WORD in as_helper.get(url).content.decode()]
    assert not found
    opened = [url for url in pages() if as_helper.get(url).status_code == 200]
    assert len(opened) > 20


def test_superusers_read_them_and_change_none(planted, as_root):
    for model, names in TEXTS.items():
        row = model.objects.order_by("-pk").first()
        page = as_root.get(
            f"/admin/applications/{model._meta.model_name}/{row.pk}/change/"
            if model is not Company
            else f"/admin/companies/company/{row.pk}/change/"
        )
        assertContains(page, WORD)
        for name in names:
            assertNotContains(page, f'name="{name}"')


def test_a_note_is_its_length(planted, as_helper):
    note = planted.notes.get()
    assertContains(as_helper.get("/admin/applications/note/"), "10 characters")
    page = as_helper.get(f"/admin/applications/note/{note.pk}/change/")
    assertContains(page, "10 characters")
    note.refresh_from_db()
    assert note.text == WORD


@pytest.mark.parametrize("model", TEXTS)
def test_search_does_not_look_into_them(model, planted, as_helper, as_root):
    url = f"/admin/{model._meta.app_label}/{model._meta.model_name}/?q={WORD}"
    assert as_helper.get(url).context["cl"].result_count == 0
    shown = as_root.get(url).context["cl"].result_count
    assert shown == (1 if model is Note else 0)


@pytest.mark.parametrize(
    ("model", "name"), [(m, name) for m, names in TEXTS.items() for name in names]
)
@pytest.mark.parametrize("lookup", ["contains", "startswith", "regex"])
def test_no_filter_tells_what_is_in_them(model, name, lookup, planted, as_helper):
    """The address of a list takes any column: yes or no, letter by letter."""
    url = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    as_helper.raise_request_exception = False
    assert as_helper.get(f"{url}?{name}__{lookup}={WORD[:1]}").status_code == 400


@pytest.mark.parametrize(
    "url",
    [
        "/admin/applications/statuschange/?application__cover_letter__contains=q",
        "/admin/applications/note/?application__rejection_reason__contains=q",
        "/admin/applications/documentversion/?document__result__contains=q",
        "/admin/applications/document/?versions__content__contains=q",
        "/admin/applications/application/?job__raw_text__contains=q",
        "/admin/applications/application/?notes__text__contains=q",
        "/admin/accounts/user/?application__notes__text__contains=q",
        "/admin/accounts/user/?password__startswith=a",
        "/admin/accounts/submitkey/?key__startswith=a",
        "/admin/usersessions/usersession/?session_key__startswith=a",
    ],
)
def test_nor_does_a_filter_by_a_detour(url, planted, as_helper):
    as_helper.raise_request_exception = False
    assert as_helper.get(url).status_code == 400


@pytest.mark.parametrize("kind", ["0", "1"])
@pytest.mark.parametrize("model", [Application, Company])
def test_no_export_holds_them(model, kind, planted, as_root):
    url = f"/admin/{model._meta.app_label}/{model._meta.model_name}/export/"
    answer = as_root.post(url, {"format": kind, "resource": "0"})
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    assert WORD.encode() not in answer.content


def test_autocomplete_does_not_look_into_them(planted, as_helper):
    answer = as_helper.get(
        "/admin/autocomplete/",
        {"term": WORD, "app_label": "applications", "model_name": "job",
         "field_name": "company"},
    )  # fmt: skip
    assert answer.json()["results"] == []


def test_history_is_read_and_nothing_else(planted, as_root):
    change = planted.status_changes.first()
    for name in ("add", f"{change.pk}/delete"):
        url = f"/admin/applications/statuschange/{name}/"
        assert as_root.post(url, {"post": "yes"}).status_code == 403
    url = f"/admin/applications/statuschange/{change.pk}/change/"
    assert as_root.post(url, {"to_status": "offer"}).status_code == 403
    page = as_root.get("/admin/applications/statuschange/")
    assertNotContains(page, "delete_selected")
    answer = as_root.post(
        "/admin/applications/statuschange/",
        {"action": "delete_selected", "_selected_action": change.pk, "post": "yes"},
    )
    assert answer.status_code == 403
    assert planted.status_changes.count() == 2
