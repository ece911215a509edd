"""Résumés, as they were brought in: to be read."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.tests.factories import (
    EducationFactory,
    ExperienceFactory,
    ProfileFactory,
    ProjectFactory,
)

LIST = "/profile/"


@pytest.fixture
def profile(alice):
    return ProfileFactory(
        user=alice,
        name="Backend",
        headline="Sorts quickly",
        is_default=True,
        website_url="https://abel.example/",
        skills={"languages": [{"name": "Dutch", "proficiency": "fluent"}]},
        custom_fields={"pronouns": "she"},
    )


@pytest.fixture
def page(profile):
    return profile.get_absolute_url()


def test_list_begins_with_the_default(as_alice, alice, profile):
    ProfileFactory(user=alice, name="Archives")
    answer = as_alice.get(LIST)
    assert [str(one) for one in answer.context["object_list"]] == [
        "Backend",
        "Archives",
    ]
    assertContains(answer, f'href="{profile.get_absolute_url()}"')
    assertContains(answer, "Sorts quickly")
    assertContains(answer, "Default", count=1)


def test_newcomer_is_told_what_will_stand_here(as_alice):
    assertContains(as_alice.get(LIST), "No résumés yet")


def test_list_has_pages(as_alice, alice):
    ProfileFactory.create_batch(51, user=alice)
    assert len(as_alice.get(LIST).context["object_list"]) == 50
    assert len(as_alice.get(f"{LIST}?page=2").context["object_list"]) == 1


def test_page_shows_all_that_is_in_it(as_alice, profile, page):
    ExperienceFactory(
        profile=profile,
        title="Clerk",
        company="Initech",
        start_date="2019-04",
        is_current=True,
        achievements=["Found the stapler"],
    )
    EducationFactory(profile=profile, institution="Delft", degree="MSc", gpa=8.5)
    ProjectFactory(profile=profile, name="Shelf", technologies=["Wood", "Glue"])
    answer = as_alice.get(page)
    for said in (
        "Sorts quickly",
        "https://abel.example/",
        "Dutch, fluent",
        "pronouns: she",
        "Clerk, Initech",
        "2019-04",
        "Found the stapler",
        "MSc, Delft",
        "8.5",
        "Glue",
    ):
        assertContains(answer, said)


def test_text_is_shown_as_text(as_alice, profile, page):
    ExperienceFactory(profile=profile, description="<script>alert(1)</script>")
    assertNotContains(as_alice.get(page), "<script>alert")


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
    assertNotContains(as_bob.get(LIST), "Backend")


def test_pages_are_read_only_and_behind_the_login(client, as_alice, page):
    for url in (LIST, page):
        assert client.get(url)["Location"].startswith("/accounts/login/")
        assert as_alice.post(url).status_code == 405
