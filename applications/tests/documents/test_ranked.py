"""The ranking kept for a job and a résumé: made once, renewed, in the person's order."""

import pytest

from accounts.models import Experience, Profile, Project
from applications.documents import ranked
from applications.documents.ranked import order_of, ranking_of
from applications.models import ContentRanking, Job
from applications.models.ranking_order import merged
from applications.tests.factories import RankingFactory
from applications.tests.fitting import knows, learn, track
from jobtracker.errors import Refused, Stale


@pytest.fixture
def profile(alice):
    profile = knows(alice, "Photoshop", "Python")
    for position, (title, said) in enumerate(
        [("Baker", "Bread."), ("Backend Engineer", "Python on Kubernetes.")]
    ):
        Experience.objects.create(
            profile=profile, title=title, description=said, position=position
        )
    Project.objects.create(profile=profile, name="Garden")
    return profile


@pytest.fixture
def job(alice):
    return track(alice).job


@pytest.fixture
def ranking(alice, job, profile):
    return ranking_of(alice, job, fresh(profile))


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def keys(profile):
    return list(profile.experiences.values_list("pk", flat=True))


def again(ranking):
    return ranking_of(
        ranking.user, Job.objects.get(pk=ranking.job_id), fresh(ranking.profile)
    )


def test_it_is_kept_by_the_keys_of_the_rows(ranking, profile):
    baker, engineer = keys(profile)
    assert ranking.ranked_experience_ids == [engineer, baker]
    assert ranking.ranked_skill_ids == ["Python", "Photoshop"]
    assert ranking.is_ours
    assert not ranking.user_modified
    assert ranking.told_of("experiences", engineer)["names"] == ["Python", "Kubernetes"]
    assert fresh(ranking).explanations == ranking.explanations


def test_asked_again_it_is_the_same_row_and_nothing_is_written(ranking, count_queries):
    before = fresh(ranking).updated_at
    with count_queries() as queries:
        assert again(ranking).pk == ranking.pk
    assert not [q for q in queries if q["sql"].startswith(("UPDATE", "INSERT"))]
    assert fresh(ranking).updated_at == before


def test_it_follows_the_resume_and_the_posting(ranking, profile, job):
    learn(profile, "Photoshop", "Welding")
    assert again(ranking).ranked_skill_ids == ["Photoshop", "Welding"]
    Job.objects.filter(pk=job.pk).update(description="Requirements:\n- Welding")
    assert again(ranking).ranked_skill_ids == ["Welding", "Photoshop"]


def test_order_is_told_by_places(ranking, profile):
    order = order_of(ranking, fresh(profile))
    assert order.experiences == [1, 0]
    assert order.projects == [0]
    assert order.skills == ["Python", "Photoshop"]


def test_order_has_what_came_since_at_the_end_and_not_what_is_gone(ranking, profile):
    profile.experiences.filter(title="Baker").delete()
    Experience.objects.create(profile=profile, title="Miller", position=9)
    learn(profile, "Welding", "Python")
    order = order_of(ranking, fresh(profile))
    assert order.experiences == [0, 1]
    assert order.skills == ["Python", "Welding"]


def test_persons_own_order_stays(ranking, profile):
    ranking.move("experiences", 1, 0, seen=ranking.mark_of_list("experiences"))
    own = ranking.ranked_experience_ids
    assert own == keys(profile)
    assert ranking.user_modified
    assert ranking.user_modified_at
    learn(profile, "Welding")
    found = again(ranking)
    assert found.ranked_experience_ids == own
    assert found.ranked_skill_ids == ["Welding"], "the other lists go on as computed"
    assert found.own == ["experiences"]


def test_what_is_new_comes_after_what_it_follows_as_computed(ranking, profile):
    ranking.move("experiences", 1, 0, seen=ranking.mark_of_list("experiences"))
    profile.experiences.filter(title="Baker").delete()
    new = Experience.objects.create(
        profile=profile, title="Backend Engineer", description="Python.", position=8
    )
    (engineer,) = set(keys(profile)) - {new.pk}
    assert again(ranking).ranked_experience_ids == [engineer, new.pk]


@pytest.mark.parametrize(
    ("own", "computed", "whole"),
    [
        ([2, 1], [1, 2], [2, 1]),
        ([2, 1], [1, 3, 2], [2, 1, 3]),
        ([2, 1], [3, 1, 2], [3, 2, 1]),
        ([9, 2], [1, 2], [1, 2]),
        ([], [1, 2], [1, 2]),
        ([1, 2], [], []),
    ],
)
def test_own_order_takes_in_what_is_new(own, computed, whole):
    assert merged(own, computed) == whole


def test_computed_order_comes_back(ranking):
    computed = ranking.ranked_skill_ids
    ranking.move("skills", 0, 1, seen=ranking.mark_of_list("skills"))
    assert ranking.ranked_skill_ids == computed[::-1]
    ranking.put_back("skills")
    assert ranking.ranked_skill_ids == computed
    assert not ranking.user_modified
    assert ranking.user_modified_at is None


def test_list_that_changed_meanwhile_is_not_put_in_order(ranking):
    seen = ranking.mark_of_list("skills")
    ranking.move("skills", 0, 1, seen=seen)
    with pytest.raises(Stale):
        fresh(ranking).move("skills", 0, 1, seen=seen)
    with pytest.raises(Refused):
        ranking.move("skills", 0, 9, seen=ranking.mark_of_list("skills"))


def test_use_is_counted(ranking):
    for _ in range(2):
        ranked.use(ranking)
    assert fresh(ranking).times_used == 2
    assert fresh(ranking).last_used_at


def test_what_another_system_said_is_kept_where_ours_takes_its_place(
    alice, job, profile
):
    old = RankingFactory(
        user=alice,
        job=job,
        profile=profile,
        engine="JobWise",
        ranked_experience_ids=["7", "gone"],
        explanations={"7": "Bakes well"},
        times_used=3,
        user_modified=True,
    )
    found = ranking_of(alice, job, fresh(profile))
    assert found.pk == old.pk
    assert found.is_ours
    assert found.times_used == 3
    assert not found.user_modified, "its keys are of another system"
    assert found.imported["experiences"] == ["7", "gone"]
    assert found.imported["explanations"] == {"7": "Bakes well"}
    assert found.imported["engine"] == "JobWise"
    learn(profile, "Welding")
    assert again(found).imported == found.imported


@pytest.mark.parametrize("odd", [{}, "", 7, "alone", [[1], {"a": 1}]])
def test_whatever_another_system_kept_ours_takes_its_place(odd, alice, job, profile):
    RankingFactory(
        user=alice, job=job, profile=profile, explanations=odd, ranked_skill_ids=odd
    )
    found = ranking_of(alice, job, fresh(profile))
    assert found.ranked_skill_ids == ["Python", "Photoshop"]
    assert found.imported["skills"] == odd


def test_order_of_a_foreign_ranking_is_the_resumes_own(alice, profile):
    odd = RankingFactory(
        user=alice, ranked_experience_ids=["7"], ranked_skill_ids=["x"]
    )
    order = order_of(odd, fresh(profile))
    assert order.experiences == [0, 1]
    assert order.skills == ["Photoshop", "Python"]


def test_each_resume_has_one_of_its_own(alice, job, ranking):
    other = knows(alice, "Welding")
    ranking_of(alice, job, fresh(other))
    assert ContentRanking.objects.for_user(alice).filter(job=job).count() == 2
    assert Profile.objects.for_user(alice).count() == 2


def test_it_asks_alike_with_more(alice, job, profile, same_query_count):
    ranking_of(alice, job, fresh(profile))

    def ask():
        ranking_of(alice, Job.objects.get(pk=job.pk), fresh(profile))

    few = same_query_count(ask, ask)
    for number in range(5):
        Project.objects.create(profile=profile, name=f"Shed {number}")
    ask()  # renewed once
    assert same_query_count(ask, ask) == few
