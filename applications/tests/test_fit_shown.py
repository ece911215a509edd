"""The analysis that a page shows: the stored one, or a fresh one that nobody stores."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.template.defaultfilters import floatformat
from django.utils import timezone

from accounts.models import Profile
from accounts.tests.factories import ExperienceFactory, ProfileFactory
from applications import fit
from applications.candidate import Candidate, as_data
from applications.models import Application, Job
from applications.models.analysis import ENGINE, of_100
from applications.tests.factories import AnalysisFactory, JobFactory, PublicJobFactory
from applications.tests.fitting import POSTING, knows, ours, scores_of, track


@pytest.fixture
def profile(alice):
    return knows(alice, "Python", is_default=True)


@pytest.fixture
def other(alice, profile):
    """Under another name she knows Kubernetes too."""
    return knows(alice, "Python", "Kubernetes", name="Operations")


def test_what_is_stored_and_current_is_scores_of(alice, profile):
    application = track(alice)
    ours(alice).update(fit_score=12)
    job = Job.objects.get(pk=application.job_id)
    assert fit.fit_of(job, alice).fit_score == 12


@pytest.mark.parametrize("what", ["posting", "resume", "method"])
def test_what_is_out_of_date_is_worked_out_and_not_stored(what, alice, profile):
    application = track(alice)
    job, stored = application.job, ours(alice).get()
    ours(alice).update(fit_score=12, ai_analysis={"summary": "Well."})
    if what == "posting":
        Job.objects.filter(pk=job.pk).update(updated_at=timezone.now())
    elif what == "resume":
        Profile.objects.update(updated_at=timezone.now())
    else:
        ours(alice).update(inputs_sha256="0-")
    found = fit.fit_of(Job.objects.get(pk=job.pk), alice)
    assert found.fit_score == stored.fit_score
    assert (found.pk, found.ai_analysis) == (stored.pk, {"summary": "Well."})
    assert ours(alice).get().fit_score == 12


def test_another_resume_can_be_asked_for(alice, profile, other):
    application = track(alice)
    found = fit.fit_of(application.job, alice, other)
    assert (found.profile, found.pk) == (other, None)
    assert found.fit_score > scores_of(application)[0]


def test_the_resume_of_the_application_wins(alice, profile, other):
    application = track(alice, profile=other)
    assert fit.fit_of(application.job, alice).profile == other


def test_an_analysis_of_no_resume_is_not_scores_of(alice, profile):
    job = JobFactory(user=alice, description=POSTING)
    AnalysisFactory(user=alice, job=job, engine=ENGINE, fit_score=99)
    assert fit.fit_of(job, alice).fit_score != 99


def test_a_public_posting_is_weighed_for_whoever_looks(alice, bob, profile):
    job = PublicJobFactory(description=POSTING)
    assert fit.fit_of(job, alice).profile == profile
    assert fit.fit_of(job, bob) is None
    assert fit.renew(alice) == (0, False)


def test_analyses_of_others_are_not_scores_of(alice, bob, profile):
    job = PublicJobFactory(description=POSTING)
    theirs = ProfileFactory(user=bob, is_default=True)
    AnalysisFactory(user=bob, job=job, profile=theirs, engine=ENGINE, fit_score=99)
    assert fit.fit_of(job, alice).fit_score != 99


# What is weighed


def test_current_work_counts_up_to_the_capture_of_the_posting(alice, profile):
    ExperienceFactory(
        profile=profile, title="Backend", start_date="2020-01", is_current=True
    )
    job = JobFactory(user=alice, title="Backend", description=POSTING)
    found = [
        Candidate(alice, profile).weigh(_captured(job, year)).explanation["rows"]
        for year in (2021, 2022)
    ]
    months = [next(r for r in rows if r["kind"] == "years") for rows in found]
    assert [row["figures"]["months"] for row in months] == [12, 24]


def _captured(job, year):
    job.captured_at = datetime(year, 1, 31, 23, tzinfo=UTC)
    return job


def test_all_texts_of_a_posting_are_read(alice):
    job = Job(
        description="<p>We bake.</p><ul><li>Python</li></ul>",
        requirements="Kubernetes",
        benefits="Java courses",
        raw_text="Go",
    )
    lines = [line for line in as_data(job)["text"].splitlines() if line]
    assert lines == [
        "We bake.",
        "- Python",
        "Requirements:",
        "Kubernetes",
        "Benefits:",
        "Java courses",
    ]


def test_where_no_part_is_known_the_raw_text_is_read():
    assert as_data(Job(raw_text="Go"))["text"] == "Go"


@pytest.mark.parametrize(
    ("score", "whole"), [(None, None), (69.5, 70), (70.5, 71), (70.4, 70), (0, 0)]
)
def test_cards_and_pages_round_a_score_alike(score, whole):
    assert of_100(score) == Application(fit_score=score).fit == whole
    if score is not None:
        assert floatformat(score, 0) == str(whole)


def test_scores_lie_between_0_and_100_whatever_is_written(alice, profile):
    track(alice, "Requirements:\n" + "- Python, Kubernetes 😀 <b>\n" * 2_000)
    assert Application.objects.filter(fit_score__range=(0, 100)).count() == 1
