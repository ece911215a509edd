import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import User
from jobtracker.testing.fixtures import logged_in


@pytest.fixture
def as_root(db):
    return logged_in(User.objects.create_superuser("root@example.org"))


def test_people_are_listed_searched_and_filtered(as_root, alice, bob):
    page = as_root.get("/admin/accounts/user/?q=abel&is_active__exact=1")
    assertContains(page, alice.email)
    assertNotContains(page, bob.email)
    assertNotContains(page, alice.password)


def test_more_people_take_no_more_queries(as_root, alice, bob, same_query_count):
    def list_of(name):
        return lambda: as_root.get(f"/admin/accounts/user/?q={name}")

    list_of("nobody")()  # notes the session, once
    same_query_count(list_of("alice"), list_of("example"))


def test_person_is_added_by_email(as_root):
    as_root.post(
        "/admin/accounts/user/add/",
        {
            "email": "Carol@Example.org",
            "usable_password": "true",
            "password1": "a long walk home",
            "password2": "a long walk home",
        },
    )
    assert User.objects.get(email="carol@example.org").check_password(
        "a long walk home"
    )


def test_person_is_changed_together_with_preferences(as_root, alice):
    preferences = alice.get_preferences()
    page = f"/admin/accounts/user/{alice.pk}/change/"
    assertContains(as_root.get(page), "Alice Abel")
    as_root.post(
        page,
        {
            "email": "Alice@Example.org",
            "time_zone": "UTC",
            "preferences-TOTAL_FORMS": 1,
            "preferences-INITIAL_FORMS": 1,
            "preferences-0-id": preferences.pk,
            "preferences-0-user": alice.pk,
            "preferences-0-follow_up_after_days": 3,
            "preferences-0-stale_after_days": 14,
        },
    )
    preferences.refresh_from_db()
    assert preferences.follow_up_after_days == 3
