import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.forms import PreferencesForm
from accounts.models import Preferences

SETTINGS = "/settings/"
FORM = {
    "full_name": "Alice B. Abel",
    "time_zone": "Europe/Amsterdam",
    "follow_up_after_days": 5,
    "stale_after_days": 30,
}


def test_page_shows_what_is_set(as_alice):
    page = as_alice.get(SETTINGS)
    assertContains(page, 'value="Alice Abel"')
    assertContains(page, '<option value="UTC" selected>UTC</option>', html=True)
    assertContains(page, "Now ")
    assertContains(page, "alice@example.org")


def test_form_saves_person_and_preferences(as_alice, alice):
    assertRedirects(as_alice.post(SETTINGS, FORM), SETTINGS)
    alice.refresh_from_db()
    assert (alice.full_name, alice.time_zone) == ("Alice B. Abel", "Europe/Amsterdam")
    kept = Preferences.objects.get()
    assert (kept.follow_up_after_days, kept.stale_after_days) == (5, 30)
    assert not kept.single_key_shortcuts


def test_one_s_own_settings_only(as_alice, bob):
    as_alice.post(SETTINGS, FORM | {"user": bob.pk})
    assert not Preferences.objects.filter(user=bob).exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"time_zone": "Mars/Olympus"}, "“Mars/Olympus” is not a time zone we know"),
        ({"time_zone": "UTC\x00"}, "is not a time zone we know"),
        ({"follow_up_after_days": "0"}, "a number from 1 to 90"),
        ({"stale_after_days": "366"}, "a number from 1 to 365"),
        ({"stale_after_days": "soon"}, "a number from 1 to 365"),
        ({"full_name": "x" * 201}, "at most 200"),
    ],
)
def test_wrong_input_is_refused_and_the_rest_kept(as_alice, alice, wrong, said):
    page = as_alice.post(SETTINGS, FORM | {"full_name": "Typed"} | wrong)
    assertContains(page, said, status_code=422)
    assertContains(page, wrong.get("full_name", "Typed"), status_code=422)
    alice.refresh_from_db()
    assert alice.full_name == "Alice Abel"
    assert alice.get_preferences().follow_up_after_days == 7


def test_control_characters_are_dropped(as_alice, alice):
    as_alice.post(SETTINGS, FORM | {"full_name": "Al\x00ice\x07"})
    alice.refresh_from_db()
    assert alice.full_name == "Alice"


def test_time_is_that_of_the_person_s_zone(alice):
    preferences = alice.get_preferences()
    said = set()
    for zone in ("Pacific/Apia", "Pacific/Pago_Pago"):  # always a day apart
        alice.time_zone = zone
        alice.__dict__.pop("zone", None)
        form = PreferencesForm(instance=preferences, user=alice)
        said.add(form.fields["time_zone"].help_text)
    assert len(said) == 2


def test_shortcuts_are_a_page_and_a_dialog(as_alice):
    page = as_alice.get("/shortcuts/")
    assertContains(page, "Undo what the last message offers", count=2)
    assertContains(page, 'id="shortcuts-h"', count=1)
    assertContains(page, ">Close<", count=1)


def test_the_daily_mail_is_asked_for(as_alice, alice):
    form = FORM | {"daily_digest": "on", "digest_hour": 18}
    assertRedirects(as_alice.post(SETTINGS, form), SETTINGS)
    kept = Preferences.objects.get()
    assert (kept.daily_digest, kept.digest_hour) == (True, 18)
    assertContains(
        as_alice.get(SETTINGS), '<option value="18" selected>18:00</option>', html=True
    )


def test_an_hour_that_is_none_is_refused(as_alice, alice):
    page = as_alice.post(SETTINGS, FORM | {"digest_hour": 24})
    assert page.status_code == 422
    assert alice.get_preferences().digest_hour == 7


def test_page_around_a_refused_form_goes_by_what_is_true(as_alice):
    answer = as_alice.post("/settings/", {"follow_up_after_days": "999999999999"})
    assert answer.status_code == 422
    assert "999999999999" in answer.content.decode()


# What one looks for


def look_for(alice, **facts):
    alice.get_preferences()
    Preferences.objects.filter(user=alice).update(**facts)


def test_what_one_looks_for_is_shown_where_there_is_any(as_alice, alice):
    assertContains(as_alice.get(SETTINGS), "Say where you want to work")
    look_for(
        alice,
        desired_title="Archivist",
        desired_locations=["Utrecht", "Ghent"],
        salary_expectation_min=60_000,
        remote_preference="hybrid",
        visa_sponsorship_needed=True,
    )
    page = as_alice.get(SETTINGS)
    for said in ("What you look for", "Archivist", "Ghent", "60000", "Hybrid", "Visa"):
        assertContains(page, said)
    assertNotContains(page, "Call it stale after</dt>")


def test_language_model_is_shown_without_its_key(as_alice, alice):
    look_for(alice, llm_model="quark-7", llm_api_key="sk-quite-secret")
    page = as_alice.get(SETTINGS)
    assertContains(page, 'value="quark-7"')
    assertContains(page, "A key is kept, encrypted")
    assertNotContains(page, "sk-quite-secret")


def test_saving_the_settings_keeps_what_one_looks_for(as_alice, alice):
    look_for(alice, desired_title="Archivist", llm_api_key="sk-quite-secret")
    as_alice.post(SETTINGS, FORM)
    kept = Preferences.objects.get()
    assert (kept.desired_title, kept.llm_api_key) == ("Archivist", "sk-quite-secret")


def test_papers_are_found_from_here_and_from_more(as_alice):
    for path in (SETTINGS, "/more/"):
        for link in ("/profile/", "/samples/"):
            assertContains(as_alice.get(path), f'href="{link}"')
