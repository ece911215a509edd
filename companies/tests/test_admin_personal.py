"""What people say of themselves is for superusers to read, and for nobody to change."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import (
    AuditEvent,
    Education,
    Experience,
    Profile,
    Project,
    SampleDocument,
    User,
    WritingStyle,
)
from accounts.tests.factories import (
    AuditEventFactory,
    EducationFactory,
    ExperienceFactory,
    ProfileFactory,
    ProjectFactory,
    SampleFactory,
    StyleFactory,
)
from companies.models import (
    CompanyMerge,
    Opportunity,
    OutreachCampaign,
    OutreachTemplate,
)
from companies.tests.factories import (
    CompanyFactory,
    MergeFactory,
    OpportunityFactory,
    OutreachFactory,
    OutreachTemplateFactory,
)
from jobtracker.testing.fixtures import logged_in

pytestmark = pytest.mark.alike

WORD = "quuxsecret"
MODELS = [
    AuditEvent,
    Profile,
    Experience,
    Education,
    Project,
    SampleDocument,
    WritingStyle,
    Opportunity,
    OutreachCampaign,
    OutreachTemplate,
    CompanyMerge,
]


def address(model):
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/"


def make_rows(user):
    """One more row of each model, the word in each of its texts."""
    profile = ProfileFactory(user=user)
    for make in (ExperienceFactory, EducationFactory, ProjectFactory):
        make(profile=profile)
    AuditEventFactory(user=user, data={"file": WORD})
    sample = SampleFactory(user=user)
    if not hasattr(user, "writing_style"):
        StyleFactory(user=user, source_sample=sample)
    company = CompanyFactory(user=user)
    OpportunityFactory(company=company)
    OutreachFactory(company=company)
    OutreachTemplateFactory(user=user)
    MergeFactory(user=user, kept=company)
    for model in MODELS:
        for name in admin.site._registry[model].personal:
            plant(model, name)


def plant(model, name):
    kind = model._meta.get_field(name).get_internal_type()
    if kind == "JSONField":
        QuerySet(model).update(**{name: {"name": WORD}})
    elif kind in ("CharField", "TextField") and name not in ("start_date", "end_date"):
        # Some are unique for a person: each row has its own.
        for row in QuerySet(model):
            QuerySet(model).filter(pk=row.pk).update(**{name: f"{WORD} {row.pk}"})


@pytest.fixture
def rows(alice):
    make_rows(alice)


@pytest.fixture
def as_root(db):
    return logged_in(User.objects.create_superuser("root@example.org"))


@pytest.fixture
def as_helper(db):
    """Staff who may do everything, but not as a superuser."""
    helper = User.objects.create_user("helper@example.org", is_staff=True)
    helper.user_permissions.set(Permission.objects.all())
    return logged_in(helper)


@pytest.mark.parametrize("model", MODELS)
def test_superusers_read_it_and_staff_see_that_it_is_there(
    model, rows, as_root, as_helper
):
    row = model.objects.get()
    page = f"{address(model)}{row.pk}/change/"
    assertContains(as_root.get(page), WORD)
    for url in (page, address(model), f"{address(model)}{row.pk}/history/"):
        assertNotContains(as_helper.get(url), WORD)
    assertContains(as_helper.get(address(model)), "Alice Abel")


def test_staff_read_it_nowhere_else(rows, alice, as_helper):
    company = alice.company_set.get()
    for path in (f"accounts/user/{alice.pk}", f"companies/company/{company.pk}"):
        for name in ("change", "delete"):
            assertNotContains(as_helper.get(f"/admin/{path}/{name}/"), WORD)


@pytest.mark.parametrize("model", MODELS)
def test_nobody_changes_anything(model, rows, as_root):
    row = model.objects.values().get()
    for name in ("add", f"{row['id']}/delete"):
        url = f"{address(model)}{name}/"
        assert as_root.post(url, {"post": "yes"}).status_code == 403
    change = f"{address(model)}{row['id']}/change/"
    assert as_root.post(change, {"name": "x"}).status_code == 403
    assert model.objects.values().get() == row


@pytest.mark.parametrize("model", MODELS)
def test_rows_are_found_by_their_person(model, rows, as_root, as_helper):
    def count(client, query):
        return client.get(f"{address(model)}?q={query}").context["cl"].result_count

    assert count(as_root, "alice@example.org") == 1
    assert count(as_root, "bob") == 0
    assert count(as_helper, WORD) == 0


@pytest.mark.parametrize("model", MODELS)
def test_no_filter_tells_what_is_in_it(model, rows, as_helper):
    as_helper.raise_request_exception = False
    for name in admin.site._registry[model].personal:
        answer = as_helper.get(f"{address(model)}?{name}__startswith=q")
        assert answer.status_code == 400, name


@pytest.mark.parametrize("model", MODELS)
def test_more_rows_take_no_more_queries(model, rows, alice, as_root, same_query_count):
    def visit():
        return as_root.get(address(model))

    visit()
    few = same_query_count(visit)
    make_rows(alice)
    assert same_query_count(visit) == few
