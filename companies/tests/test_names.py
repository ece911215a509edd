import pytest

from companies.models import Company
from companies.names import site_of
from companies.tests.factories import CompanyFactory


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.Initech.example/jobs?x=1", "initech.example"),
        ("http://jobs.initech.example:8080/", "jobs.initech.example"),
        ("https://www.linkedin.com/company/initech", ""),
        ("https://initech.github.com/", ""),
        ("https://mygithub.com/", "mygithub.com"),
        ("", ""),
        ("no link", ""),
        ("https://[::1/", ""),
    ],
)
def test_site_is_the_host_that_is_its_own(url, site):
    assert site_of(url) == site


def test_both_follow_the_name_and_the_website(alice):
    company = CompanyFactory(user=alice, name="Initech GmbH")
    assert (company.plain_key, company.site) == ("initech", "")
    company.name, company.website = "Hooli, Inc.", "https://hooli.example/"
    company.save_fields("name", "website")
    saved = Company.objects.get()
    assert (saved.plain_key, saved.site) == ("hooli", "hooli.example")
