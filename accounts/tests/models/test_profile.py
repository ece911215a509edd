import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Education, Experience, Profile
from accounts.tests.factories import (
    EducationFactory,
    ExperienceFactory,
    ProfileFactory,
    ProjectFactory,
)

PARTS = [ExperienceFactory, EducationFactory, ProjectFactory]
BEFORE = "This is before the beginning."


def refuse(make, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**values)


# Résumés


def test_one_resume_is_the_default(alice, bob):
    ProfileFactory(user=alice, is_default=True)
    refuse(ProfileFactory, user=alice, is_default=True)
    ProfileFactory(user=alice)
    ProfileFactory(user=bob, is_default=True)


def test_name_is_given_once(alice, bob):
    ProfileFactory(user=alice, name="Backend")
    refuse(ProfileFactory, user=alice, name="Backend")
    refuse(ProfileFactory, user=alice, name="")
    ProfileFactory(user=bob, name="Backend")


def test_the_default_comes_first(alice):
    for name, is_default in (("Archives", False), ("Zoo", True), ("Music", False)):
        ProfileFactory(user=alice, name=name, is_default=is_default)
    names = [str(one) for one in Profile.objects.default_first()]
    assert names == ["Zoo", "Archives", "Music"]


# Their parts


@pytest.mark.parametrize("make", PARTS)
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2019", "2019"),
        ("2019-04", "2019"),
        ("2019", "2019-01-01"),
        ("2019-04-30", "2019-04"),
        ("", "2018"),
        ("2020", ""),
    ],
)
def test_days_may_be_known_in_part(alice, make, start, end):
    part = make(profile__user=alice, start_date=start, end_date=end)
    part.full_clean()
    assert part.owner == alice


@pytest.mark.parametrize("make", PARTS)
@pytest.mark.parametrize(
    ("start", "end"),
    [("2020", "2019"), ("2020-01", "2019-12-31"), ("2020-01-01", "2019")],
)
def test_database_refuses_an_end_in_a_year_before(alice, make, start, end):
    refuse(make, profile__user=alice, start_date=start, end_date=end)


@pytest.mark.parametrize(
    ("start", "end"), [("2019-05", "2019-04-30"), ("2019-04-02", "2019-04-01")]
)
def test_form_refuses_an_end_before_in_the_same_year(alice, start, end):
    profile = ProfileFactory(user=alice)
    part = Education(
        profile=profile, institution="School", start_date=start, end_date=end
    )
    with pytest.raises(ValidationError) as refused:
        part.full_clean()
    assert refused.value.message_dict == {"end_date": [BEFORE]}


@pytest.mark.parametrize(
    "text", ["19", "2019-13", "2019-4", "2019-02-30", "2019-00-01", "2019-04-0", "soon"]
)
def test_what_is_no_day_is_refused(alice, text):
    profile = ProfileFactory(user=alice)
    part = Education(profile=profile, institution="School", start_date=text)
    with pytest.raises(ValidationError) as refused:
        part.full_clean()
    assert list(refused.value.message_dict) == ["start_date"]


def test_who_is_still_there_has_no_end(alice):
    profile = ProfileFactory(user=alice)
    refuse(ExperienceFactory, profile=profile, is_current=True, end_date="2020")
    part = Experience(profile=profile, title="Clerk", is_current=True, end_date="2020")
    with pytest.raises(ValidationError) as refused:
        part.full_clean()
    assert "Still there, so there is no end yet." in str(refused.value)
    ExperienceFactory(profile=profile, is_current=True, start_date="2020")


def test_parts_stand_in_their_order_and_go_with_the_resume(alice):
    profile = ProfileFactory(user=alice)
    for position, title in ((2, "Last"), (0, "First"), (1, "Next")):
        ExperienceFactory(profile=profile, title=title, position=position)
    assert [str(one) for one in profile.experiences.all()] == ["First", "Next", "Last"]
    first = profile.experiences.first()
    assert first.get_absolute_url() == f"/profile/{profile.pk}/#experience-{first.pk}"
    profile.delete()
    assert not Experience.objects.exists()
