import pytest
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Preferences, SubmitKey, User
from jobtracker.testing.fixtures import logged_in

WORD = "quuxsecret"


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
            "preferences-0-digest_hour": 7,
        },
    )
    preferences.refresh_from_db()
    assert preferences.follow_up_after_days == 3


@pytest.fixture
def as_helper(db):
    """Staff who may change people, but not as a superuser."""
    helper = User.objects.create_user("helper@example.org", is_staff=True)
    helper.user_permissions.set(Permission.objects.all())
    return logged_in(helper)


def test_staff_give_nobody_rights_and_change_no_staff(as_helper, as_root, alice):
    page = f"/admin/accounts/user/{alice.pk}/change/"
    data = {
        "email": alice.email,
        "full_name": "Alice",
        "time_zone": "UTC",
        "is_active": "on",
        "is_staff": "on",
        "is_superuser": "on",
        "preferences-TOTAL_FORMS": 0,
        "preferences-INITIAL_FORMS": 0,
    }
    assert as_helper.post(page, data).status_code == 302
    alice.refresh_from_db()
    assert (alice.full_name, alice.is_staff, alice.is_superuser) == (
        "Alice",
        False,
        False,
    )
    root = User.objects.get(email="root@example.org")
    for name in ("change", "delete", "password"):
        url = f"/admin/accounts/user/{root.pk}/{name}/"
        assert as_helper.post(url, data).status_code == 403, name
    assert as_root.post(page, data).status_code == 302
    alice.refresh_from_db()
    assert alice.is_superuser


def test_addresses_are_changed_by_superusers_alone(as_helper, as_root, alice):
    address = alice.emailaddress_set.create(email=alice.email)
    page = f"/admin/account/emailaddress/{address.pk}/change/"
    data = {"email": "new@example.org", "user": alice.pk, "verified": "on"}
    assert as_helper.post(page, data).status_code == 403
    ticked = {"action": "make_verified", "_selected_action": address.pk}
    assert as_helper.post("/admin/account/emailaddress/", ticked).status_code == 403
    assert as_root.post("/admin/account/emailaddress/", ticked).status_code == 302
    address.refresh_from_db()
    assert (address.email, address.verified) == (alice.email, True)


def test_a_session_is_ended_and_its_key_shown_to_nobody(as_root, alice, client):
    client.force_login(alice)
    client.get("/")
    session = alice.usersession_set.get()
    for name in ("", f"{session.pk}/change/"):
        page = as_root.get(f"/admin/usersessions/usersession/{name}")
        assertContains(page, "127.0.0.1")
        assertNotContains(page, session.session_key)
    as_root.post(
        "/admin/usersessions/usersession/",
        {"action": "end", "_selected_action": session.pk},
    )
    assert not alice.usersession_set.exists()
    assert client.get("/")["Location"].startswith("/accounts/login/")


def test_the_key_of_a_form_is_shown_to_nobody(as_root, alice):
    key = SubmitKey.objects.create(user=alice, key="quite-secret-key")
    for name in ("", f"{key.pk}/change/"):
        page = as_root.get(f"/admin/accounts/submitkey/{name}")
        assertContains(page, alice.full_name)
        assertNotContains(page, "quite-secret-key")


# What one looks for


@pytest.fixture
def wish(alice):
    alice.get_preferences()
    Preferences.objects.update(
        desired_title=WORD, skills=[WORD], llm_model=WORD, llm_api_key="sk-key"
    )
    return f"/admin/accounts/user/{alice.pk}/change/"


def test_wishes_are_for_superusers_to_read(wish, as_root, as_helper):
    page = as_root.get(wish)
    assertContains(page, WORD, count=3)
    assertNotContains(page, "preferences-0-desired_title")
    assertNotContains(as_helper.get(wish), WORD)


def test_the_key_of_a_model_is_shown_to_nobody(wish, as_root, as_helper):
    for client in (as_root, as_helper):
        assertNotContains(client.get(wish), "sk-key")
        assertNotContains(client.get(wish), "llm_api_key")


@pytest.mark.parametrize("name", ["desired_title", "llm_api_key", "skills"])
def test_no_filter_of_people_tells_them(name, wish, as_helper):
    as_helper.raise_request_exception = False
    url = f"/admin/accounts/user/?preferences__{name}__startswith=q"
    assert as_helper.get(url).status_code == 400


def test_saving_a_person_keeps_wishes_and_key(wish, alice, as_root):
    preferences = Preferences.objects.get()
    data = {
        "email": alice.email,
        "time_zone": "UTC",
        "preferences-TOTAL_FORMS": 1,
        "preferences-INITIAL_FORMS": 1,
        "preferences-0-id": preferences.pk,
        "preferences-0-user": alice.pk,
        "preferences-0-follow_up_after_days": 3,
        "preferences-0-stale_after_days": 14,
        "preferences-0-digest_hour": 7,
        "preferences-0-desired_title": "Theirs",
        "preferences-0-llm_api_key": "theirs",
    }
    assert as_root.post(wish, data).status_code == 302
    kept = Preferences.objects.get()
    assert kept.follow_up_after_days == 3
    assert (kept.desired_title, kept.skills) == (WORD, [WORD])
    assert kept.llm_api_key == "sk-key"
