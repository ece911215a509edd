"""What the person looks for: said in the settings, held against each posting."""

from accounts.models import Preferences

PAGE = "/settings/wishes/"


def sent(**changed):
    return {
        "desired_title": "Staff Engineer",
        "desired_locations": "Utrecht\nRemote",
        "salary_expectation_min": "78k",
        "salary_expectation_currency": "eur",
        "remote_preference": "hybrid",
        "visa_sponsorship_needed": "on",
    } | changed


def test_wishes_are_kept(as_alice, alice):
    assert as_alice.post(PAGE, sent()).status_code == 302
    kept = Preferences.objects.of(alice)
    assert kept.desired_locations == ["Utrecht", "Remote"]
    assert kept.salary_expectation_min == 78_000
    assert kept.salary_expectation_currency == "EUR"
    assert kept.visa_sponsorship_needed


def test_a_salary_that_ends_below_its_beginning_is_refused_beside_the_field(
    as_alice, alice
):
    response = as_alice.post(PAGE, sent(salary_expectation_max="60000"))
    assert response.status_code == 422
    assert "salary_expectation_max" in response.context["form"].errors
    assert "Staff Engineer" in response.content.decode()
    assert Preferences.objects.of(alice).desired_title == ""


def test_the_settings_lead_there_and_show_what_is_said(as_alice):
    assert PAGE in as_alice.get("/settings/").content.decode()
    as_alice.post(PAGE, sent())
    assert "Staff Engineer" in as_alice.get("/settings/").content.decode()


def test_nobody_else_sees_them(as_alice, as_bob, client):
    as_alice.post(PAGE, sent())
    assert "Staff Engineer" not in as_bob.get(PAGE).content.decode()
    assert client.get(PAGE).status_code == 302
