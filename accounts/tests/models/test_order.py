import pytest

from accounts.models import Profile
from accounts.models.skills import MOST_SKILLS, mark_of
from jobtracker.errors import Refused, Stale

LISTS = ["experiences", "education", "projects", "technical", "soft", "languages"]


@pytest.fixture
def profile(alice):
    letters = [{"name": letter} for letter in "abc"]
    return Profile.objects.bring_in(
        alice,
        "Backend",
        {
            "experiences": [{"title": letter} for letter in "abc"],
            "education": [{"institution": letter} for letter in "abc"],
            "projects": letters,
            "skills": {
                "technical": list("abc"),
                "soft": list("abc"),
                "languages": letters,
            },
        },
    )


def letters(profile, name):
    facts = profile.as_facts()
    items = facts[name] if name in facts else facts["skills"][name]
    firsts = (
        item if isinstance(item, str) else next(iter(item.values())) for item in items
    )
    return "".join(firsts)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("item", "place", "after"),
    [(0, 2, "bca"), (2, 0, "cab"), (0, 1, "bac"), (1, 1, "abc")],
)
def test_an_item_is_put_to_another_place(profile, name, item, place, after):
    profile.move(name, item, place, seen=profile.mark_of_list(name))
    assert letters(Profile.objects.get(), name) == after


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(("item", "place"), [(3, 0), (0, 3), (-1, 0), (0, 10**9)])
def test_there_are_no_other_places(profile, name, item, place):
    with pytest.raises(Refused, match="no such place"):
        profile.move(name, item, place, seen=profile.mark_of_list(name))
    assert letters(profile, name) == "abc"


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_was_moved_meanwhile_stays(profile, name):
    seen = profile.mark_of_list(name)
    profile.move(name, 0, 2, seen=seen)
    with pytest.raises(Stale):
        profile.move(name, 0, 2, seen=seen)
    assert letters(profile, name) == "bca"


def test_a_list_that_grew_or_shrank_meanwhile_stays(profile):
    seen = profile.mark_of_list("experiences")
    profile.experiences.last().remove()
    with pytest.raises(Stale):
        profile.move("experiences", 0, 1, seen=seen)
    seen = profile.mark_of_list("technical")
    profile.add_skill("technical", "d")
    with pytest.raises(Stale):
        profile.move("technical", 0, 1, seen=seen)
    assert letters(profile, "technical") == "abcd"


# Single skills


def test_an_item_is_changed_wherever_it_is_now(profile):
    mark = mark_of(profile.skill_items("languages")[0])
    profile.move("languages", 0, 2, seen=profile.mark_of_list("languages"))
    profile.change_skill("languages", mark, {"proficiency": "fluent"})
    assert profile.skill_items("languages")[2] == {"name": "a", "proficiency": "fluent"}
    with pytest.raises(Stale):
        profile.change_skill("languages", mark, {"proficiency": "native"})
    with pytest.raises(Stale):
        profile.remove_skill("languages", mark)


def test_other_skills_stay_when_one_is_added(profile):
    profile.skills["crafts"] = ["Binding"]
    profile.save_fields("skills")
    profile.add_skill("soft", "d")
    assert Profile.objects.get().skills["crafts"] == ["Binding"]
    assert letters(profile, "soft") == "abcd"


def test_skills_have_an_end(profile):
    profile.skills["soft"] = ["x"] * MOST_SKILLS
    profile.save_fields("skills")
    with pytest.raises(Refused):
        profile.add_skill("soft", "one more")
    assert len(Profile.objects.get().skill_items("soft")) == MOST_SKILLS
