import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from companies.models import Company
from companies.tests.factories import CompanyFactory
from jobtracker.errors import Refused

# Its name


def test_name_has_a_key_without_case(alice):
    company = CompanyFactory(user=alice, name="  Große  BÄCKEREI ")
    assert company.name_key == "grosse bäckerei"


def test_new_name_brings_a_new_key(alice):
    company = CompanyFactory(user=alice, name="Oven")
    company.name = "Mill"
    company.save_fields("name")
    company.refresh_from_db()
    assert company.name_key == "mill"


@pytest.mark.parametrize("double", ["Oven", "OVEN", " oven ", "Ｏｖｅｎ"])
def test_name_is_taken_once_in_any_case(alice, double):
    CompanyFactory(user=alice, name="Oven")
    with pytest.raises(IntegrityError), transaction.atomic():
        CompanyFactory(user=alice, name=double)
    assert Company.objects.count() == 1


def test_two_people_can_have_the_same_company(alice, bob):
    CompanyFactory(user=alice, name="Oven")
    assert CompanyFactory(user=bob, name="oven").pk


@pytest.mark.parametrize("name", ["", "   "])
def test_company_without_a_name_is_refused(alice, name):
    with pytest.raises(IntegrityError), transaction.atomic():
        CompanyFactory(user=alice, name=name)


def test_longest_name_fits_with_its_key(alice):
    company = CompanyFactory(user=alice, name="ﷺ" * 200)
    company.refresh_from_db()
    assert len(company.name_key) == 600


@pytest.mark.parametrize(
    "values",
    [
        {"lane": 0},
        {"lane": 4},
        {"lane": -1},
        {"size": "huge"},
        {"confidence_score": 1.01},
        {"confidence_score": -0.01},
        {"name_key": ""},
        {"user_id": None},
    ],
)
def test_database_refuses_such_a_company(alice, values):
    CompanyFactory(user=alice)
    before = Company.objects.values().get()
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        Company.objects.update(**values)
    assert Company.objects.values().get() == before


@pytest.mark.parametrize(
    "values",
    [{"lane": None}, {"lane": 3}, {"size": ""}, {"confidence_score": 0.0}],
)
def test_database_takes_such_a_company(alice, values):
    CompanyFactory(user=alice)
    assert Company.objects.update(**values) == 1


def test_notes_are_bounded(alice):
    company = CompanyFactory(user=alice, notes="x" * 20_001)
    with pytest.raises(ValidationError):
        company.full_clean()


# Found or made by name


def test_company_is_found_by_its_name_in_any_case(alice):
    oven = CompanyFactory(user=alice, name="Oven")
    for name in ("Oven", "OVEN", "\toven\n", "o\0ven"):
        assert Company.objects.named(alice, name) == oven
    assert Company.objects.count() == 1


def test_company_is_made_under_a_tidy_name(alice):
    made = Company.objects.named(alice, "  The \t New\u00a0Oven\0 ")
    assert (made.name, made.user) == ("The New Oven", alice)


def test_company_of_another_person_is_not_found(alice, bob):
    theirs = CompanyFactory(user=bob, name="Oven")
    assert Company.objects.named(alice, "Oven") != theirs


# Search


def names(alice, text):
    found = Company.objects.for_user(alice).matching(text)
    return [company.name for company in found]


def test_names_that_begin_with_it_come_first(alice):
    for name in ("The Oven", "An Oven", "Ovens & Sons", "Oven", "Mill"):
        CompanyFactory(user=alice, name=name)
    assert names(alice, "oven") == ["Oven", "Ovens & Sons", "An Oven", "The Oven"]


@pytest.mark.parametrize("text", ["BÄCK", "straße", "STRASSE", "ｂäck", "ck  str"])
def test_search_knows_no_case(alice, text):
    CompanyFactory(user=alice, name="Bäck Straße")
    assert names(alice, text) == ["Bäck Straße"]


@pytest.mark.parametrize("text", ["%%", "__", "\\", "' OR 1=1", ".*"])
def test_signs_mean_themselves(alice, text):
    CompanyFactory(user=alice, name="Oven")
    assert names(alice, text) == []


# Jobs there


def add_job(company, **fields):
    return company.jobs.create(user=company.user, title="Baker", **fields)


def test_applications_outside_the_bin_are_counted(alice):
    company = CompanyFactory(user=alice)
    add_job(company, is_pursued=True)
    add_job(company)
    add_job(company, is_pursued=True, deleted_at=timezone.now())
    CompanyFactory(user=alice)
    counts = Company.objects.order_by("pk").with_job_counts()
    assert [row.job_count for row in counts] == [1, 0]


def test_company_is_removed(alice):
    CompanyFactory(user=alice).remove()
    assert not Company.objects.exists()


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 application stands here"), (3, "3 applications stand here")],
)
def test_company_with_jobs_stays(alice, count, said):
    company = CompanyFactory(user=alice)
    for _ in range(count):
        add_job(company)
    with pytest.raises(Refused, match=said):
        company.remove()
    assert Company.objects.get() == company


def test_company_goes_with_the_person_jobs_and_all(alice):
    add_job(CompanyFactory(user=alice))
    alice.delete()
    assert not Company.objects.exists()


def test_company_has_a_page(alice):
    company = CompanyFactory(user=alice, name="Oven")
    assert company.get_absolute_url() == f"/companies/{company.pk}/"
    assert str(company) == "Oven"
