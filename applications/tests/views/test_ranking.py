"""The page of a ranking of ours: read, put in order, put back."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Experience
from applications.documents.ranked import ranking_of
from applications.models import ContentRanking
from applications.tests.factories import RankingFactory
from applications.tests.fitting import knows, track
from companies.tests.answers import is_login
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def profile(alice):
    profile = knows(alice, "Photoshop", "Python", is_default=True)
    Experience.objects.create(profile=profile, title="Baker", position=0)
    Experience.objects.create(
        profile=profile, title="Engineer", description="Python for 9 ovens.", position=1
    )
    return profile


@pytest.fixture
def ranking(alice, profile):
    return ranking_of(alice, track(alice).job, profile)


def order_url(ranking, name="skills"):
    return f"{ranking.get_absolute_url()}{name}/order/"


def place(ranking, name="skills", **values):
    seen = ranking.mark_of_list(name)
    return {"item": "0", "place": "1", "seen": seen} | values


def fresh(ranking):
    return ContentRanking.objects.get(pk=ranking.pk)


def test_job_leads_to_the_ranking_of_its_resume(
    alice, as_alice, as_bob, client, profile
):
    job = track(alice).job
    url = f"/jobs/{job.pk}/ranking/"
    answer = as_alice.get(url)
    ranking = ContentRanking.objects.get()
    assert ranking.profile == profile
    assert answer.status_code == 303
    assert answer.url == ranking.get_absolute_url()
    assert as_bob.get(url).status_code == 404
    assert is_login(client.get(url))
    assert as_alice.post(url).status_code == 405


def test_another_resume_can_be_asked_for(alice, as_alice, bob, profile):
    other, strange = knows(alice, "Welding"), knows(bob, "Fishing")
    job = track(alice).job
    url = f"/jobs/{job.pk}/ranking/?profile="
    for asked, found in ((other.pk, other), (strange.pk, profile), ("x", profile)):
        answer = as_alice.get(f"{url}{asked}")
        pk = int(answer.url.strip("/").split("/")[-1])
        assert ContentRanking.objects.get(pk=pk).profile == found


def test_first_there_has_to_be_a_resume(alice, as_alice):
    page = as_alice.get(f"/jobs/{track(alice).job.pk}/ranking/")
    assertContains(page, "First say what you can do")
    assert not ContentRanking.objects.exists()


def test_page_says_why_each_stands_where_it_does(as_alice, as_bob, ranking):
    page = as_alice.get(ranking.get_absolute_url())
    assertContains(page, "Shows Python, which is asked for; 1 line with a figure")
    assertContains(page, "Asked for: required; you used it at work or in a project")
    assertContains(page, "Not asked for")
    assertContains(page, "A résumé takes the first 5")
    assertNotContains(page, "Back to the computed order")
    assert as_bob.get(ranking.get_absolute_url()).status_code == 404


def test_page_is_current(as_alice, ranking, profile):
    Experience.objects.create(profile=profile, title="Miller", position=2)
    profile.touch()
    assertContains(as_alice.get(ranking.get_absolute_url()), "Miller")


def test_item_is_put_elsewhere(as_alice, ranking):
    answer = as_alice.post(order_url(ranking), place(ranking))
    assert answer.status_code == 303
    assert answer.url == f"{ranking.get_absolute_url()}#skills"
    assert fresh(ranking).ranked_skill_ids == ["Photoshop", "Python"]
    assertContains(as_alice.get(ranking.get_absolute_url()), "In your order.")


def test_list_alone_is_swapped(as_alice, ranking):
    answer = as_alice.post(order_url(ranking), place(ranking), headers=HTMX)
    assertContains(answer, 'id="skills"', count=1)
    assertNotContains(answer, 'id="experiences"')
    assert answer.headers["HX-Retarget"] == "#skills"


def test_list_changed_in_another_window_is_not_put_in_order(as_alice, ranking):
    sent = place(ranking)
    as_alice.post(order_url(ranking), sent)
    for headers in ({}, HTMX):
        answer = as_alice.post(order_url(ranking), sent, headers=headers)
        assertContains(answer, "changed in another window", status_code=409)
    assert fresh(ranking).ranked_skill_ids == ["Photoshop", "Python"]


@pytest.mark.parametrize(
    "values", [{"place": "9"}, {"item": "x"}, {"item": ""}, {"place": "-1"}]
)
def test_nonsense_moves_nothing(values, as_alice, ranking):
    answer = as_alice.post(order_url(ranking), place(ranking, **values))
    assert answer.status_code == 422
    assert not fresh(ranking).user_modified


def test_computed_order_comes_back(as_alice, ranking):
    as_alice.post(order_url(ranking), place(ranking))
    back = f"{ranking.get_absolute_url()}skills/back/"
    assertContains(as_alice.get(ranking.get_absolute_url()), back)
    assert as_alice.post(back).status_code == 303
    assert not fresh(ranking).user_modified


def test_others_and_other_lists_are_not_found(alice, as_alice, as_bob, ranking):
    sent = place(ranking)
    assert as_bob.post(order_url(ranking), sent).status_code == 404
    assert as_alice.post(order_url(ranking, "hobbies"), sent).status_code == 404
    imported = RankingFactory(user=alice, engine="JobWise")
    assert as_alice.post(order_url(imported), sent).status_code == 404
    assert as_alice.get(order_url(ranking)).status_code == 405


def test_what_another_system_said_is_shown_beside(alice, as_alice, profile):
    job = track(alice).job
    RankingFactory(
        user=alice, job=job, profile=profile, engine="JobWise", ranked_skill_ids=["7"]
    )
    ranking = ranking_of(alice, job, profile)
    page = as_alice.get(ranking.get_absolute_url())
    assertContains(page, "As another system had it")
    assertContains(page, "JobWise")


def test_application_and_fit_lead_to_it(alice, as_alice, ranking):
    url = f"/jobs/{ranking.job_id}/ranking/"
    for page in (
        ranking.job.application.get_absolute_url(),
        ranking.job.get_absolute_url(),
        f"/jobs/{ranking.job_id}/fit/",
    ):
        assertContains(as_alice.get(page), url)
