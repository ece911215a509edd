"""An application keeps copies of what it is sorted by, true whatever is written."""

from datetime import date

import pytest

from applications.models import Application
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import row_of
from companies.tests.factories import CompanyFactory

DAY = date(2026, 3, 1)


@pytest.fixture
def application(alice):
    return ApplicationFactory(
        user=alice,
        job__company__name="Initech",
        job__salary_min=4_000,
        job__salary_period="month",
    )


def keys_of(application):
    row = row_of(application)
    return row["sort_company"], row["sort_deadline"], row["sort_salary"]


def test_new_one_has_them(application):
    assert keys_of(application) == ("initech", None, 48_000)


def test_edit_of_the_posting_renews_them(application):
    facts = {"deadline_on": DAY, "salary_max": 5_000}
    application.edit(facts={}, job_facts=facts, version=None)
    assert keys_of(application) == ("initech", DAY, 60_000)


def test_new_period_renews_the_salary(application):
    application.edit(facts={}, job_facts={"salary_period": "year"}, version=None)
    assert keys_of(application)[2] == 4_000


def test_pay_taken_away_is_gone_here_too(application):
    application.edit(facts={}, job_facts={"salary_min": None}, version=None)
    assert keys_of(application)[2] is None


def test_other_company_renews_them(application, alice):
    hooli = CompanyFactory(user=alice, name="Hooli")
    application.edit(facts={}, job_facts={"company": hooli}, version=None)
    assert keys_of(application)[0] == "hooli"


def test_renamed_company_renews_those_of_all_its_jobs(application, alice):
    company = application.job.company
    other = ApplicationFactory(user=alice, job__company=company)
    elsewhere = ApplicationFactory(user=alice, job__company__name="Hooli")
    company.name = "Ünitech"
    company.save_fields("name")
    assert [keys_of(one)[0] for one in (application, other, elsewhere)] == [
        company.name_key,
        company.name_key,
        "hooli",
    ]


def test_whole_row_saved_renews_them_too(application):
    application.job.deadline_on = DAY
    application.job.save()
    assert keys_of(application)[1] == DAY


def test_what_is_sorted_by_is_no_fact_of_its_own(application, count_queries):
    before = Application.objects.get(pk=application.pk)
    application.job.location = "Utrecht"
    with count_queries() as queries:
        application.job.save_fields("location")
    assert not [q for q in queries if 'UPDATE "applications_application"' in q["sql"]]
    after = Application.objects.get(pk=application.pk)
    assert (after.version, after.updated_at) == (before.version, before.updated_at)
