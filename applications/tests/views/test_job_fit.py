"""How a posting fits: in brief where the posting is, in full on a page of its own."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Profile
from accounts.tests.factories import ProfileFactory
from applications.models import Job, JobAnalysis
from applications.models.analysis import ENGINE
from applications.tests.factories import (
    AnalysisFactory,
    ApplicationFactory,
    JobFactory,
    PublicJobFactory,
)

POSTING = "<h2>Requirements</h2><ul><li>Python</li><li>Kubernetes</li></ul>"


@pytest.fixture
def profile(alice):
    return ProfileFactory(
        user=alice, name="Backend", is_default=True, skills={"technical": ["Python"]}
    )


@pytest.fixture
def job(alice):
    return JobFactory(user=alice, title="Platform Engineer", description=POSTING)


def page(job):
    return f"/jobs/{job.pk}/fit/"


def test_each_requirement_with_what_speaks_for_it(as_alice, profile, job):
    answer = as_alice.get(page(job))
    analysis = answer.context["fit"]
    assertContains(answer, "“Python” in your skills")
    assertContains(answer, "Not in your résumé")
    assertContains(answer, f"Fit {round(analysis.fit_score)} of 100")
    assertContains(answer, "How the keywords add up")
    assertContains(answer, "Kubernetes is asked for.")
    assertContains(answer, "Provisional:")


def test_looking_stores_nothing(as_alice, profile, job):
    as_alice.get(page(job))
    assert not JobAnalysis.objects.exists()


def test_a_stored_one_out_of_date_is_shown_fresh(as_alice, profile, job, alice):
    AnalysisFactory(user=alice, job=job, profile=profile, engine=ENGINE, fit_score=99)
    assertNotContains(as_alice.get(page(job)), "Fit 99 of 100")
    assert JobAnalysis.objects.get().fit_score == 99


def test_without_a_resume_it_says_what_to_do_first(as_alice, job):
    answer = as_alice.get(page(job))
    assertContains(answer, "First say what you can do")
    assertContains(answer, 'href="/profile/"')


def test_another_resume_can_be_chosen(as_alice, alice, profile, job):
    other = ProfileFactory(
        user=alice, name="Operations", skills={"technical": ["Kubernetes"]}
    )
    answer = as_alice.get(page(job), {"profile": other.pk})
    assert answer.context["fit"].profile == other
    assertContains(answer, "“Kubernetes” in your skills")
    assertContains(answer, f'<option value="{other.pk}" selected>')


@pytest.mark.parametrize("asked", ["0", "x", "-1", "99999999999999999999", "é"])
def test_a_resume_that_is_not_there_is_the_default_one(asked, as_alice, profile, job):
    answer = as_alice.get(page(job), {"profile": asked})
    assert answer.context["fit"].profile == profile
    assertContains(answer, "There is no such résumé")


def test_the_resume_of_another_person_is_not_there(as_alice, bob, profile, job):
    theirs = ProfileFactory(
        user=bob, name="Of bob", skills={"technical": ["Kubernetes"]}
    )
    answer = as_alice.get(page(job), {"profile": theirs.pk})
    assert answer.context["fit"].profile == profile
    assertNotContains(answer, "Of bob")


def test_the_way_back_is_to_the_application(as_alice, alice, profile, job):
    assertContains(as_alice.get(page(job)), f'href="/jobs/{job.pk}/"')
    application = ApplicationFactory(user=alice, job=job)
    assertContains(as_alice.get(page(job)), f'href="/applications/{application.pk}/"')


def test_strangers_find_nothing(as_bob, client, profile, job):
    assert as_bob.get(page(job)).status_code == 404
    assert client.get(page(job))["Location"].startswith("/accounts/login/")


def test_it_is_only_to_be_looked_at(as_alice, profile, job):
    assert as_alice.post(page(job)).status_code == 405


def test_what_lies_in_the_bin_is_not_there(as_alice, alice, profile, job):
    ApplicationFactory(user=alice, job=job).move_to_bin()
    assert as_alice.get(page(job)).status_code == 404


def test_public_postings_fit_each_in_their_own_way(as_alice, as_bob, profile):
    public = PublicJobFactory(description=POSTING)
    assertContains(as_alice.get(page(public)), "“Python” in your skills")
    assertContains(as_bob.get(page(public)), "First say what you can do")


def test_nothing_that_is_written_is_markup(as_alice, alice, job):
    nasty = "<script>alert(1)</script>"
    ProfileFactory(user=alice, name=nasty, is_default=True, headline=nasty)
    text = f"Requirements:\n- Python, {nasty}\n- Fold {nasty} cranes neatly"
    Job.objects.update(title=nasty, description=text)
    answer = as_alice.get(page(job))
    assertNotContains(answer, "<script>alert")


def test_an_empty_posting_is_no_error(as_alice, profile, alice):
    empty = JobFactory(user=alice, title="x", description="")
    assertContains(as_alice.get(page(empty)), "Provisional:")


# In brief


def places(application):
    return [f"/applications/{application.pk}/", f"/jobs/{application.job_id}/"]


def test_the_page_of_a_posting_and_of_an_application_say_it_in_brief(
    as_alice, alice, profile, job
):
    for place in places(ApplicationFactory(user=alice, job=job)):
        answer = as_alice.get(place, follow=True)
        assertContains(answer, "How it fits you")
        assertContains(answer, f'href="{page(job)}"')
        assertContains(answer, "Kubernetes is asked for.")


def test_without_a_resume_they_say_where_to_begin(as_alice, alice, job):
    for place in places(ApplicationFactory(user=alice, job=job)):
        assertContains(as_alice.get(place, follow=True), "Say what you can do")


def test_many_keywords_are_cut(as_alice, alice, profile):
    names = (
        "Ruby, PHP, Kotlin, Haskell, Fortran, COBOL, Erlang, Clojure, Scala, SQL, Git"
    )
    job = JobFactory(user=alice, description=f"Requirements:\n- {names}, Redis, Kafka")
    assertContains(as_alice.get(page(job)), "and 3 more")


# How often the database is asked


def test_pages_ask_alike_however_much_there_is(
    as_alice, alice, profile, job, count_queries
):
    for _ in range(2):
        as_alice.get(page(job))  # what is done once
    counts = [_count(as_alice, page(job), count_queries)]
    profile.experiences.bulk_create(
        profile.experiences.model(profile=profile, title="Engineer") for _ in range(30)
    )
    Job.objects.update(description=POSTING * 20)
    for number in range(20):
        ProfileFactory(user=alice, name=f"Other {number}")
        AnalysisFactory(user=alice, job=job)
    counts.append(_count(as_alice, page(job), count_queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 25


def _count(client, url, count_queries):
    with count_queries() as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_a_current_one_is_shown_without_reading_the_resume(
    as_alice, alice, profile, job, count_queries
):
    profile.touch()
    assert JobAnalysis.objects.get().is_current
    as_alice.get(page(job))
    with count_queries() as queries:
        as_alice.get(page(job))
    read = [q["sql"] for q in queries if "accounts_experience" in q["sql"]]
    assert read == []
    assert Profile.objects.count() == 1
