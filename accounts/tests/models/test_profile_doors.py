"""Whatever changes a résumé says so, once it is done."""

import pytest

from accounts.models import Profile
from accounts.models import profile as profiles
from accounts.tests.factories import EducationFactory, ExperienceFactory, ProjectFactory
from jobtracker.errors import Stale


@pytest.fixture
def told(monkeypatch):
    """What was announced."""
    announced = []
    monkeypatch.setattr(profiles, "announce", lambda *args: announced.append(args))
    return announced


@pytest.fixture
def profile(alice):
    return Profile.objects.bring_in(
        alice,
        "Backend",
        {
            "skills": {"technical": ["Python", "SQL"], "languages": ["Dutch"]},
            "experiences": [{"title": "Clerk", "start_date": "2019"}],
        },
    )


def mark(profile):
    """Of its one language."""
    from accounts.models.skills import mark_of

    return mark_of(profile.skill_items("languages")[0])


DOORS = {
    "touch": lambda p: p.touch(),
    "default": lambda p: p.make_default(),
    "copy": lambda p: p.copy(),
    "take in": lambda p: p.take_in({"phone": "1"}),
    "move part": lambda p: p.move(
        "experiences", 0, 0, seen=p.mark_of_list("experiences")
    ),
    "move skill": lambda p: p.move("technical", 0, 1, seen=p.mark_of_list("technical")),
    "add skill": lambda p: p.add_skill("technical", "Go"),
    "change skill": lambda p: p.change_skill("languages", mark(p), {"name": "Frisian"}),
    "remove skill": lambda p: p.remove_skill("languages", mark(p)),
    "join": lambda p: ProjectFactory.build(profile=p).join(),
    "remove part": lambda p: p.experiences.get().remove(),
    "take proposal": lambda p: p.take_proposal(seen=p.proposal_mark),
    "discard proposal": lambda p: p.discard_proposal(seen=p.proposal_mark),
    "discard part’s proposal": lambda p: (part := p.experiences.get()).discard_proposal(
        seen=part.proposal_mark
    ),
    "remove": lambda p: p.remove(),
}


@pytest.mark.parametrize("name", DOORS)
def test_each_door_says_that_it_changed(name, alice, profile, told):
    before = profile.updated_at
    told.clear()
    DOORS[name](profile)
    assert set(told) == {("profile-changed", alice.pk)}
    now = Profile.objects.filter(pk=profile.pk).first()
    if now and name != "copy":
        assert now.updated_at > before


def test_a_new_one_is_told_once(alice, told):
    Profile.objects.bring_in(alice, "New", {"experiences": [{"title": "Clerk"}]})
    assert len(told) == 1


def test_another_becomes_the_default(alice, bob, profile):
    other = Profile.objects.bring_in(alice, "Lead", {})
    his = Profile.objects.bring_in(bob, "His", {})
    other.make_default()
    other.make_default()
    mine = Profile.objects.for_user(alice).filter(is_default=True)
    assert [str(one) for one in mine] == ["Lead"]
    assert Profile.objects.get(pk=his.pk).is_default


def test_with_the_default_gone_the_one_changed_last_follows(alice, profile):
    Profile.objects.bring_in(alice, "Old", {})
    newer = Profile.objects.bring_in(alice, "New", {})
    profile.remove()
    assert Profile.objects.get(is_default=True) == newer
    newer.remove()
    Profile.objects.get().remove()
    assert not Profile.objects.exists()


def test_another_than_the_default_goes_alone(alice, profile):
    Profile.objects.bring_in(alice, "Other", {}).remove()
    assert Profile.objects.get() == profile
    assert Profile.objects.get().is_default


def test_a_copy_has_everything_and_stands_alone(profile):
    profile.enhanced_summary = "Better."
    profile.save_fields("enhanced_summary")
    EducationFactory(profile=profile, gpa=8.5)
    twin = profile.copy()
    assert twin.name == "Backend (2)"
    assert not twin.is_default
    assert twin.enhanced_summary == "Better."
    assert twin.as_facts() == profile.as_facts()
    twin.experiences.get().remove()
    assert profile.experiences.count() == 1


def test_what_is_gone_is_not_changed(profile):
    gone = Profile.objects.get()
    profile.remove()
    with pytest.raises(Stale):
        gone.add_skill("technical", "Go")
    with pytest.raises(Stale):
        gone.take_in({"phone": "1"})


def test_a_new_entry_finds_its_place_by_its_date(profile):
    for title, start in (("Boss", "2023-04"), ("Page", "2011"), ("Somewhere", "")):
        ExperienceFactory.build(profile=profile, title=title, start_date=start).join()
    titles = [entry.title for entry in profile.experiences.all()]
    assert titles == ["Boss", "Clerk", "Page", "Somewhere"]
    assert [entry.position for entry in profile.experiences.all()] == [0, 1, 2, 3]
