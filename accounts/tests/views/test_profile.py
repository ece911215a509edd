"""Résumés as wholes: the list, the page, and what is done with one."""

import json

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Profile
from accounts.tests.factories import (
    EducationFactory,
    ExperienceFactory,
    ProfileFactory,
    ProjectFactory,
)
from jobtracker.testing.fixtures import HTMX

LIST = "/profile/"


@pytest.fixture
def profile(alice):
    return ProfileFactory(
        user=alice,
        name="Backend",
        headline="Sorts quickly",
        is_default=True,
        website_url="https://abel.example/",
        skills={
            "technical": ["Python"],
            "languages": [{"name": "Dutch", "proficiency": "fluent"}],
            "crafts": ["Binding"],
        },
        custom_fields={"pronouns": "she"},
    )


@pytest.fixture
def page(profile):
    return profile.get_absolute_url()


def names():
    return sorted(Profile.objects.values_list("name", flat=True))


# The list


def test_list_begins_with_the_default(as_alice, alice, profile):
    ProfileFactory(user=alice, name="Archives")
    answer = as_alice.get(LIST)
    shown = [str(one) for one in answer.context["object_list"]]
    assert shown == ["Backend", "Archives"]
    assertContains(answer, f'href="{profile.get_absolute_url()}"')
    assertContains(answer, "Sorts quickly")
    assertContains(answer, 'action="/profile/', count=3)  # copy, copy, make default


def test_newcomer_is_told_what_to_do_first(as_alice):
    answer = as_alice.get(LIST)
    assertContains(answer, "Begin with the résumé you have")
    assertContains(answer, 'href="/profile/new/"')


def test_list_has_pages(as_alice, alice):
    ProfileFactory.create_batch(21, user=alice)
    assert len(as_alice.get(LIST).context["object_list"]) == 20
    assert len(as_alice.get(f"{LIST}?page=2").context["object_list"]) == 1


def test_more_resumes_take_no_more_queries(as_alice, alice, same_query_count):
    def grow():
        for one in ProfileFactory.create_batch(3, user=alice):
            ExperienceFactory(profile=one)

    grow()
    as_alice.get(LIST)
    few = same_query_count(lambda: as_alice.get(LIST))
    grow()
    assert same_query_count(lambda: as_alice.get(LIST)) == few


# The page


def test_page_shows_all_that_is_in_it(as_alice, profile, page):
    ExperienceFactory(
        profile=profile,
        title="Clerk",
        company="Initech",
        start_date="2019-04",
        is_current=True,
        achievements=["Found the stapler"],
        custom_fields={"json_resume": {"keywords": ["Maps"]}},
    )
    EducationFactory(profile=profile, institution="Delft", degree="MSc", gpa=8.5)
    ProjectFactory(profile=profile, name="Shelf", technologies=["Wood", "Glue"])
    answer = as_alice.get(page)
    for said in (
        "Sorts quickly",
        "https://abel.example/",
        "abel.example<",
        "Python",
        "fluent",
        "Pronouns",
        "Binding",
        "Clerk",
        "Initech",
        "Apr 2019 – today",
        "Found the stapler",
        "Keywords",
        "Maps",
        "Delft",
        "Grade 8.5",
        "Glue",
    ):
        assertContains(answer, said)
    assertContains(answer, "50%")


def test_text_is_shown_as_text(as_alice, profile, page):
    bad = "<script>alert(1)</script>{{ 1 }}"
    ExperienceFactory(profile=profile, description=bad, title=bad, achievements=[bad])
    profile.skills = {"technical": [bad], "languages": [{"name": bad}]}
    profile.save()
    assertNotContains(as_alice.get(page), "<script>alert")


def test_skills_of_an_odd_shape_are_shown(as_alice, alice):
    odd = {"technical": "Python", "languages": ["Dutch"], "soft": [{"name": "Calm"}]}
    answer = as_alice.get(ProfileFactory(user=alice, skills=odd).get_absolute_url())
    for word in ("Python", "Dutch", "Calm"):
        assertContains(answer, word)


def test_an_empty_one_says_what_goes_where(as_alice, alice):
    answer = as_alice.get(ProfileFactory(user=alice).get_absolute_url())
    assertContains(answer, "begin with the latest")
    assertContains(answer, "0%")
    assertNotContains(answer, "Kept from elsewhere")


def test_more_parts_take_no_more_queries(as_alice, profile, page, same_query_count):
    def grow():
        for make in (ExperienceFactory, EducationFactory, ProjectFactory):
            make.create_batch(3, profile=profile)

    grow()
    as_alice.get(page)
    few = same_query_count(lambda: as_alice.get(page))
    grow()
    assert same_query_count(lambda: as_alice.get(page)) == few


def test_stranger_sees_none_of_it(as_bob, profile, page):
    assert as_bob.get(page).status_code == 404
    assert as_bob.get(f"{page}resume.json").status_code == 404
    assertNotContains(as_bob.get(LIST), "Backend")


def test_pages_are_behind_the_login_and_only_read(client, as_alice, page):
    for url in (LIST, page, f"{page}resume.json"):
        assert client.get(url)["Location"].startswith("/accounts/login/")
        assert as_alice.post(url).status_code == 405


# A new one


def test_the_form_of_a_new_one_knows_the_person(as_alice):
    assertContains(as_alice.get("/profile/new/"), 'value="Alice Abel"')


def test_a_new_one_is_added_once(as_alice, alice):
    form = {"name": "Backend", "full_name": "Alice", "submit_key": "k1"}
    answer = as_alice.post("/profile/new/", form)
    made = Profile.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == made.get_absolute_url()
    assert made.user == alice
    assert made.is_default
    assert as_alice.post("/profile/new/", form)["Location"] == answer["Location"]
    assert Profile.objects.count() == 1


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"name": ""}, "Write something here."),
        ({"name": "Backend"}, "You have a résumé of this name already."),
        ({"name": "x" * 201}, "200"),
        ({"name": "Lead", "email": "nobody"}, "valid email address"),
        ({"name": "Lead", "website_url": "javascript:alert(1)"}, "URL"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_wrong_one_is_refused_beside_the_field(
    as_alice, profile, form, reason, headers
):
    answer = as_alice.post("/profile/new/", form | {"phone": "030"}, headers=headers)
    assertContains(answer, reason, status_code=422)
    assertContains(answer, 'value="030"', status_code=422)
    assert names() == ["Backend"]


# Verbs


def test_another_is_made_the_default(as_alice, alice, profile):
    other = ProfileFactory(user=alice)
    answer = as_alice.post(f"{other.get_absolute_url()}default/")
    assert answer.status_code == 303
    assert Profile.objects.get(is_default=True) == other


def test_a_copy_is_opened(as_alice, profile, page):
    ExperienceFactory(profile=profile)
    answer = as_alice.post(f"{page}copy/")
    twin = Profile.objects.latest("pk")
    assert answer["Location"] == twin.get_absolute_url()
    assert names() == ["Backend", "Backend (2)"]
    assert twin.experiences.count() == 1


def test_too_many_are_refused_with_the_reason(as_alice, profile, page, monkeypatch):
    monkeypatch.setattr("accounts.models.profile.MOST_PROFILES", 1)
    assertContains(as_alice.post(f"{page}copy/", follow=True), "You have 1 résumés")
    answer = as_alice.post("/profile/new/", {"name": "Lead"})
    assertContains(answer, "You have 1 résumés", status_code=422)
    assert names() == ["Backend"]


def test_deleting_asks_first_and_says_what_goes_along(as_alice, alice, profile, page):
    ExperienceFactory.create_batch(2, profile=profile)
    ProjectFactory(profile=profile)
    answer = as_alice.get(f"{page}delete/")
    assertContains(answer, "2 entries of experience")
    assertContains(answer, "1 project<")
    assertNotContains(answer, "of education")
    assert names() == ["Backend"]
    heir = ProfileFactory(user=alice)
    assert as_alice.post(f"{page}delete/")["Location"] == LIST
    assert Profile.objects.get() == heir
    assert Profile.objects.get().is_default


def test_strangers_and_gets_do_nothing(as_bob, as_alice, alice, profile, page):
    ProfileFactory(user=alice, name="Other")
    for verb in ("copy/", "default/", "delete/"):
        assert as_bob.post(page + verb).status_code == 404
    for verb in ("copy/", "default/"):
        assert as_alice.get(page + verb).status_code == 405
    assert names() == ["Backend", "Other"]


# Download


def test_it_can_be_taken_along_as_json_resume(as_alice, profile, page):
    ExperienceFactory(profile=profile, title="Clerk", company="Initech")
    profile.full_name = 'Zoë "Z" /../ Abel\n'
    profile.save()
    answer = as_alice.get(f"{page}resume.json")
    assert answer["Content-Type"] == "application/json"
    assert (
        answer["Content-Disposition"]
        == 'attachment; filename="zoe-z-abel-backend.json"'
    )
    document = json.loads(answer.content)
    assert document["basics"]["name"].startswith("Zoë")
    assert document["work"][0]["position"] == "Clerk"
