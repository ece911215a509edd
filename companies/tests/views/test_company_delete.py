import pytest

from companies.models import Company
from companies.tests.answers import is_login, is_page, leads_to, text
from companies.tests.factories import CompanyFactory


@pytest.fixture
def company(alice):
    return CompanyFactory(user=alice, name="Oven")


@pytest.fixture
def path(company):
    return f"/companies/{company.pk}/delete/"


def test_deletion_is_asked_for_first(as_alice, path):
    answer = as_alice.get(path)
    assert is_page(answer)
    assert "Delete Oven?" in text(answer)
    assert Company.objects.exists()


def test_company_is_deleted(as_alice, path):
    assert leads_to(as_alice.post(path), "/companies/")
    assert not Company.objects.exists()
    assert "Deleted Oven." in text(as_alice.get("/companies/"))


@pytest.mark.parametrize("is_in_bin", [False, True])
def test_company_with_applications_stays_and_says_why(
    as_alice, alice, company, path, is_in_bin
):
    deleted_at = company.created_at if is_in_bin else None
    company.jobs.create(user=alice, title="Baker", deleted_at=deleted_at)
    answer = as_alice.post(path)
    assert answer.status_code == 422
    assert "1 application stands here, perhaps in the bin." in text(answer)
    assert Company.objects.get() == company


def test_deleting_twice_is_404(as_alice, path):
    as_alice.post(path)
    assert as_alice.post(path).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_stranger_deletes_nothing(as_bob, path, method):
    assert getattr(as_bob, method)(path).status_code == 404
    assert Company.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_anonymous_is_led_to_the_login(client, path, method):
    assert is_login(getattr(client, method)(path))
    assert Company.objects.exists()


def test_other_methods_are_refused(as_alice, path):
    assert as_alice.delete(path).status_code == 405
    assert Company.objects.exists()
