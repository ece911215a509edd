import pytest

from applications.models import Application, Job
from companies.models import Company


@pytest.mark.parametrize(
    ("status", "reason", "outcome"),
    [
        ("tracking", "", "pending"),
        ("applied", "", "pending"),
        ("interview", "", "pending"),
        ("offer", "", "offer"),
        ("closed", "accepted", "accepted"),
        ("closed", "declined", "declined"),
        ("closed", "rejected", "rejected"),
        ("closed", "withdrawn", "withdrawn"),
        ("closed", "ghosted", "ghosted"),
        ("closed", "no_response", "ghosted"),
        ("closed", "expired", "ghosted"),
    ],
)
def test_outcome_follows_from_status_and_reason(status, reason, outcome):
    assert Application(status=status, closed_reason=reason).outcome == outcome


def test_application_is_named_by_title_and_company():
    job = Job(title="Baker", company=Company(pk=1, name="Oven"))
    assert str(Application(job=job)) == "Baker, Oven"


def test_public_job_is_named_by_the_company_it_says():
    assert Job(title="Baker", company_name="Oven").employer == "Oven"


@pytest.mark.parametrize(
    ("remote_type", "location", "place"),
    [
        ("unknown", "", ""),
        ("unknown", "Utrecht", "Utrecht"),
        ("remote", "", "Remote"),
        ("hybrid", "Utrecht", "Hybrid, Utrecht"),
    ],
)
def test_place_says_what_is_known(remote_type, location, place):
    assert Job(remote_type=remote_type, location=location).place == place
