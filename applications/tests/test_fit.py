"""Keeping analyses current: stored, renewed, and gone with their résumé."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from accounts.models import Profile
from accounts.tests.factories import ProfileFactory
from applications import fit
from applications.candidate import Candidate
from applications.models import Application, Job, JobAnalysis
from applications.models.analysis import ENGINE
from applications.tasks import renew_fits
from applications.tests.factories import AnalysisFactory, JobFactory
from applications.tests.fitting import POSTING, knows, learn, ours, scores_of, track
from applications.tests.models.rows import row_of

FUTURE = timedelta(days=3_000)


@pytest.fixture
def profile(alice):
    return knows(alice, "Python", is_default=True)


@pytest.fixture
def other(alice, profile):
    """Under another name she knows Kubernetes too."""
    return knows(alice, "Python", "Kubernetes", name="Operations")


def age(**columns):
    """As if what was stored was stored long ago."""
    ours_of_all = JobAnalysis.objects.filter(engine=ENGINE)
    ours_of_all.update(computed_at=datetime(2020, 1, 1, tzinfo=UTC), **columns)


# Stored, and copied


def test_a_new_application_has_its_scores(alice, profile):
    application = track(alice)
    analysis = ours(alice).get()
    assert (analysis.job, analysis.profile) == (application.job, profile)
    assert analysis.keywords_matched == ["Python"]
    assert analysis.keywords_missing == ["Kubernetes"]
    assert scores_of(application) == (analysis.fit_score, analysis.ats_score, False)
    assert analysis.is_current


def test_scores_are_no_edit_of_the_persons(alice, profile):
    application = track(alice)
    before = row_of(application)
    learn(profile, "Kubernetes", "Python")
    after = row_of(application)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"fit_score", "ats_score"}


def test_a_thin_posting_is_marked(alice, profile):
    assert scores_of(track(alice, "Python"))[2] is True


def test_without_a_resume_nothing_is_stored(alice):
    application = track(alice)
    assert not ours(alice).exists()
    assert scores_of(application) == (None, None, False)


def test_what_waits_in_the_inbox_is_weighed_too(alice, profile):
    job = JobFactory(user=alice, description=POSTING)
    assert fit.renew(alice) == (1, False)
    assert ours(alice).get().job == job


def test_what_lies_in_the_bin_is_not(alice, profile):
    application = track(alice)
    ours(alice).delete()
    application.move_to_bin()
    assert fit.renew(alice) == (0, False)


def test_each_posting_is_weighed_for_the_resume_it_goes_out_under(
    alice, profile, other
):
    plain, special = track(alice), track(alice, profile=other)
    assert list(ours(alice).values_list("job", "profile")) == [
        (plain.job_id, profile.pk),
        (special.job_id, other.pk),
    ]
    assert scores_of(special)[0] > scores_of(plain)[0]


def test_nobody_else_is_touched(alice, bob, profile):
    ProfileFactory(user=bob, is_default=True)
    theirs = JobFactory(user=bob, description=POSTING)
    track(alice)
    fit.renew(alice)
    assert not JobAnalysis.objects.filter(job=theirs).exists()
    assert fit.renew(bob) == (1, False)


# Renewed


def test_an_edited_posting_is_weighed_anew(alice, profile):
    application = track(alice)
    before = scores_of(application)
    less = {"description": "Requirements:\n- Python"}
    application.edit(facts={}, job_facts=less, version=None)
    assert ours(alice).get().keywords_missing == []
    assert scores_of(application)[0] > before[0]


def test_an_edited_resume_is_weighed_anew(alice, profile):
    application = track(alice)
    before, kept = scores_of(application), ours(alice).get()
    learn(profile, "Python", "Kubernetes")
    after = ours(alice).get()
    assert after.pk == kept.pk
    assert after.keywords_missing == []
    assert scores_of(application)[0] > before[0]


def test_another_default_resume_is_taken(alice, profile, other):
    application = track(alice)
    before = scores_of(application)
    other.make_default()
    assert scores_of(application)[0] > before[0]
    assert fit.fit_of(application.job, alice).profile == other


def test_back_to_a_resume_that_was_weighed_before(alice, profile, other):
    application = track(alice)
    before = scores_of(application)
    application.edit(facts={"profile": other}, job_facts={}, version=None)
    assert scores_of(application)[0] > before[0]
    application.edit(facts={"profile": None}, job_facts={}, version=None)
    assert scores_of(application) == before
    assert fit.renew(alice) == (0, False)


def test_of_resumes_without_a_default_one_the_first_counts(alice):
    knows(alice, "Python", name="B")
    first = knows(alice, "Kubernetes", "Python", name="A")
    application = track(alice)
    assert ours(alice).get().profile == first
    assert scores_of(application)[0] == ours(alice).get().fit_score
    assert fit.renew(alice) == (0, False)


def test_scores_that_something_else_wrote_are_put_right(alice, profile):
    application = track(alice)
    kept = scores_of(application)
    Application.objects.update(fit_score=1, ats_score=None)
    assert fit.renew(alice) == (1, False)
    assert scores_of(application) == kept


def test_wishes_change_what_is_said_beside_the_points(alice, profile):
    job = JobFactory(user=alice, description=POSTING, location="Utrecht")
    fit.renew(alice)
    (place,) = ours(alice).get().explanation["conditions"]
    assert place["agreement"] == "unknown"
    preferences = alice.get_preferences()
    preferences.desired_locations = ["Utrecht"]
    preferences.save()
    fit.renew(alice, everything=True)
    analysis = ours(alice).get()
    assert analysis.job == job
    assert analysis.explanation["conditions"][0]["agreement"] == "agrees"


def test_what_is_the_same_is_not_written_again(alice, profile):
    track(alice)
    age(fit_score=12)  # would be put right if it were weighed
    assert fit.renew(alice) == (1, False)
    analysis = ours(alice).get()
    assert (analysis.fit_score, analysis.is_current) == (12, True)
    assert fit.renew(alice) == (0, False)


def test_another_method_makes_everything_be_weighed_anew(alice, profile):
    track(alice)
    ours(alice).update(inputs_sha256="0-" + "0" * 48, fit_score=12)
    assert not ours(alice).get().is_current
    assert fit.renew(alice) == (1, False)
    assert ours(alice).get().fit_score != 12


def test_what_changed_while_it_was_weighed_is_not_current(alice, profile):
    application = track(alice)
    began = timezone.now()
    candidate = Candidate(alice, profile, began)
    assert candidate.facts  # read now …
    Profile.objects.filter(pk=profile.pk).update(
        skills={"technical": ["Kubernetes"]}, updated_at=timezone.now()
    )
    candidate.renew(application.job)  # … and stored after the change
    assert not ours(alice).get().is_current
    assert fit.renew(alice) == (1, False)
    assert ours(alice).get().keywords_matched == ["Kubernetes"]


def test_much_is_done_in_parts(alice, profile):
    for _ in range(3):
        JobFactory(user=alice, description=POSTING)
    assert fit.renew(alice, most=2) == (2, True)
    assert fit.renew(alice, most=2) == (1, False)


def test_a_task_sees_to_the_rest(alice, profile, monkeypatch):
    monkeypatch.setattr(fit.renew, "__kwdefaults__", {"everything": False, "most": 2})
    for _ in range(5):
        JobFactory(user=alice, description=POSTING)
    renew_fits.call(alice.pk)
    assert ours(alice).count() == 5


def test_a_person_who_is_gone_is_no_error(db):
    assert renew_fits.call(0) == 0


@pytest.mark.parametrize("model", [Job, Profile])
def test_a_clock_that_was_ahead_keeps_nobody_busy(model, alice, profile):
    for _ in range(3):
        JobFactory(user=alice, description=POSTING)
    models.QuerySet(model).update(updated_at=timezone.now() + FUTURE)
    assert fit.renew(alice) == (3, False)
    assert fit.renew(alice) == (0, False)


def test_two_workers_at_once_make_one_row(alice, profile):
    """The later one finds what the earlier one made in between."""
    job = JobFactory(user=alice, description=POSTING)
    one, two = Candidate(alice, profile), Candidate(alice, profile)
    weigh = two.weigh

    def meanwhile(job):
        found = weigh(job)
        one.renew(job)
        return found

    two.weigh = meanwhile
    two.renew(job)
    assert ours(alice).count() == 1


def test_the_database_takes_one_of_ours_for_each_two(alice, profile):
    analysis = AnalysisFactory(user=alice, profile=profile, engine=ENGINE)
    again = {"user": alice, "job": analysis.job, "profile": profile}
    AnalysisFactory(**again, engine="another system")
    with pytest.raises(IntegrityError), transaction.atomic():
        AnalysisFactory(**again, engine=ENGINE)


# A résumé that is gone


def test_with_the_resume_its_scores_go(alice, profile):
    application = track(alice)
    profile.remove()
    assert not ours(alice).exists()
    assert scores_of(application) == (None, None, False)


def test_what_another_system_said_counts_again(alice, profile):
    application = track(alice)
    AnalysisFactory(
        user=alice, job=application.job, engine="JobWise", fit_score=33, ats_score=44
    )
    profile.remove()
    assert scores_of(application) == (33, 44, False)


def test_of_two_resumes_the_one_that_is_left_counts(alice, profile, other):
    application = track(alice, profile=other)
    before = scores_of(application)
    other.remove()
    assert ours(alice).get().profile == profile
    assert scores_of(application)[0] < before[0]


def test_the_analysis_for_the_right_resume_counts_then(alice, profile, other):
    application = track(alice)
    kept = scores_of(application)
    third = ProfileFactory(user=alice, name="Third")
    for one, score in ((other, 91), (third, 92)):
        AnalysisFactory(
            user=alice, job=application.job, profile=one, engine=ENGINE, fit_score=score
        )
    third.remove()
    assert scores_of(application) == kept
