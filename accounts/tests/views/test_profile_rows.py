"""Languages and certificates, and the order of every list."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Profile
from accounts.models.skills import mark_of
from accounts.tests.factories import ExperienceFactory, ProfileFactory
from jobtracker.testing.fixtures import HTMX

DUTCH, FRISIAN = (
    {"name": "Dutch", "proficiency": "B2"},
    {"name": "Frisian", "proficiency": ""},
)
CKA = {"name": "CKA", "issuer": "CNCF", "date_obtained": "spring", "credential_id": ""}


@pytest.fixture
def profile(alice):
    skills = {
        "technical": ["Python", "SQL", "Go"],
        "languages": [DUTCH, FRISIAN],
        "certifications": [CKA],
    }
    return ProfileFactory(user=alice, skills=skills)


@pytest.fixture
def page(profile):
    return profile.get_absolute_url()


def languages():
    return Profile.objects.get().skill_items("languages")


# Rows


def test_a_language_is_added_at_the_end_and_once(as_alice, page):
    form = {"name": " Igbo ", "proficiency": "native", "submit_key": "k1"}
    answer = as_alice.post(f"{page}languages/new/", form)
    assert answer["Location"] == f"{page}#languages"
    as_alice.post(f"{page}languages/new/", form)
    assert languages() == [DUTCH, FRISIAN, {"name": "Igbo", "proficiency": "native"}]


def test_added_in_place_the_list_comes_back(as_alice, page):
    assertNotContains(as_alice.get(f"{page}languages/new/", headers=HTMX), "<html")
    answer = as_alice.post(f"{page}languages/new/", {"name": "Igbo"}, headers=HTMX)
    assert answer["HX-Retarget"] == "#languages"
    assertContains(answer, "Lift Igbo")


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"name": ""}, "Write something here."),
        ({"name": "dutch"}, "This is in the list already."),
        ({"name": "x" * 101}, "100"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_wrong_language_is_refused(as_alice, page, form, reason, headers):
    form = form | {"proficiency": "some"}
    answer = as_alice.post(f"{page}languages/new/", form, headers=headers)
    assertContains(answer, reason, status_code=422)
    assertContains(answer, 'value="some"', status_code=422)
    assert languages() == [DUTCH, FRISIAN]


def test_a_language_is_changed_though_it_moved_meanwhile(as_alice, profile, page):
    url = f"{page}languages/0/edit/"
    assertContains(as_alice.get(url), f'value="{mark_of(DUTCH)}"')
    profile.move("languages", 0, 1, seen=profile.mark_of_list("languages"))
    form = {"name": "Dutch", "proficiency": "C1", "seen": mark_of(DUTCH)}
    as_alice.post(f"{page}languages/1/edit/", form)
    assert languages() == [FRISIAN, {"name": "Dutch", "proficiency": "C1"}]


@pytest.mark.parametrize("seen", ["", "old"])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_one_that_changed_meanwhile_stays(as_alice, page, seen, headers):
    form = {"name": "Dutch", "proficiency": "C1", "seen": seen}
    answer = as_alice.post(f"{page}languages/0/edit/", form, headers=headers)
    assertContains(answer, "changed in another window", status_code=409)
    assertContains(answer, 'value="C1"', status_code=409)
    assert languages() == [DUTCH, FRISIAN]


def test_a_day_of_a_certificate_is_read_or_stays_as_it_came(as_alice, page):
    url = f"{page}certifications/0/edit/"
    form = CKA | {"seen": mark_of(CKA), "issuer": "The CNCF"}
    as_alice.post(url, form)
    changed = Profile.objects.get().skill_items("certifications")[0]
    assert (changed["issuer"], changed["date_obtained"]) == ("The CNCF", "spring")
    form = changed | {"seen": mark_of(changed)}
    assert as_alice.post(url, form | {"date_obtained": "later"}).status_code == 422
    as_alice.post(url, form | {"date_obtained": "5/2019"})
    assert Profile.objects.get().skill_items("certifications")[0]["date_obtained"] == (
        "2019-05"
    )
    assertContains(as_alice.get(page), "May 2019")


def test_deleting_asks_first_and_for_what_it_asked(as_alice, page):
    url = f"{page}languages/0/delete/"
    assertContains(as_alice.get(url), "Delete Dutch?")
    answer = as_alice.post(url, {"seen": mark_of({"name": "Old"})})
    assertContains(answer, "changed in another window", status_code=409)
    assert languages() == [DUTCH, FRISIAN]
    assert (
        as_alice.post(url, {"seen": mark_of(DUTCH)})["Location"] == f"{page}#languages"
    )
    assert languages() == [FRISIAN]


def test_a_stranger_and_a_place_that_is_none_get_404(as_bob, as_alice, client, page):
    for path in ("new/", "0/edit/", "0/delete/"):
        url = f"{page}languages/{path}"
        assert as_bob.get(url).status_code == 404
        assert as_bob.post(url, DUTCH).status_code == 404
        assert client.get(url)["Location"].startswith("/accounts/login/")
    for path in ("9/edit/", "9/delete/"):
        assert as_alice.get(f"{page}languages/{path}").status_code == 404
        assert as_alice.post(f"{page}languages/{path}", DUTCH).status_code == 404
    assert languages() == [DUTCH, FRISIAN]


# Order


@pytest.fixture
def jobs(profile):
    return [
        ExperienceFactory(profile=profile, title=title, position=n)
        for n, title in enumerate(("Boss", "Clerk", "Page"))
    ]


def titles():
    return [one.title for one in Profile.objects.get().experiences.all()]


def put(client, page, name, item, place, seen=None, **options):
    mark = Profile.objects.get().mark_of_list(name) if seen is None else seen
    form = {"item": item, "place": place, "seen": mark}
    return client.post(f"{page}{name}/order/", form, **options)


def test_without_scripts_each_entry_has_buttons(as_alice, page, jobs):
    answer = as_alice.get(page)
    assertContains(answer, 'aria-label="Move Clerk up"')
    assertContains(answer, f'action="{page}experiences/order/"', count=3)
    answer = put(as_alice, page, "experiences", 1, 0)
    assert answer["Location"] == f"{page}#experiences"
    assert titles() == ["Clerk", "Boss", "Page"]


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("experiences", "experiences"),
        ("technical", "skills"),
        ("languages", "languages"),
    ],
)
def test_moved_in_place_the_list_comes_back(as_alice, page, jobs, name, piece):
    answer = put(as_alice, page, name, 1, 0, headers=HTMX)
    assert answer.status_code == 200
    assert answer["HX-Retarget"] == f"#{piece}"
    assertContains(answer, f'data-order="{page}{name}/order/"')


def test_skills_and_languages_are_moved(as_alice, page):
    put(as_alice, page, "technical", 2, 0)
    put(as_alice, page, "languages", 0, 1)
    assert Profile.objects.get().skill_items("technical") == ["Go", "Python", "SQL"]
    assert languages() == [FRISIAN, DUTCH]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_old_order_is_told_and_nothing_is_lost(
    as_alice, profile, page, jobs, headers
):
    seen = profile.mark_of_list("experiences")
    jobs[2].remove()
    ExperienceFactory(profile=profile, title="New", position=9)
    answer = put(as_alice, page, "experiences", 0, 2, seen=seen, headers=headers)
    assertContains(answer, "changed in another window", status_code=409)
    assertContains(answer, "New", status_code=409)
    assert titles() == ["Boss", "Clerk", "New"]


@pytest.mark.parametrize(
    ("item", "place"),
    [(0, 3), (3, 0), (-1, 0), ("", 0), ("x", 0), (0, "²"), (0, 10**30)],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_place_that_is_none_is_refused(as_alice, page, jobs, item, place, headers):
    answer = put(as_alice, page, "experiences", item, place, headers=headers)
    assertContains(answer, "no such place", status_code=422)
    assert titles() == ["Boss", "Clerk", "Page"]


def test_nobody_else_puts_it_in_order(as_bob, as_alice, client, page, jobs):
    assert put(as_bob, page, "experiences", 0, 2).status_code == 404
    assert put(client, page, "experiences", 0, 2).status_code == 302
    assert as_alice.get(f"{page}experiences/order/").status_code == 405
    assert titles() == ["Boss", "Clerk", "Page"]
