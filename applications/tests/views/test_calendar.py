from datetime import UTC, date, datetime, timedelta
from functools import partial
from html import escape

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from applications.dates import Happenings
from applications.tests.factories import ApplicationFactory, InterviewFactory
from jobtracker.testing.fixtures import HTMX

URL = "/calendar/"
NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)


@pytest.fixture
def application(alice):
    return ApplicationFactory(
        user=alice, job__title="Archivist", job__company__name="Initech"
    )


@pytest.fixture
def interview(application):
    return InterviewFactory(application=application, scheduled_at=NOON)


def test_month_shows_an_interview_with_its_time(as_alice, interview):
    page = as_alice.get(URL, {"month": "2026-11"})
    assertContains(page, "November 2026")
    assertContains(page, f'href="/interviews/{interview.pk}/"')
    assertContains(page, "12:00</time>")
    assertContains(page, "Initech")


def test_a_day_leads_to_its_application(as_alice, application):
    application.set_next_follow_up(date(2026, 11, 12))
    page = as_alice.get(URL, {"month": "2026-11"})
    assertContains(page, f'href="/applications/{application.pk}/"')
    assertContains(page, "Follow up")


def test_without_a_month_it_is_this_one(as_alice):
    page = as_alice.get(URL)
    today = timezone.localdate()
    assert page.context["title"] == f"{today:%B %Y}"
    assertContains(page, 'aria-current="date"', count=1)


def test_it_has_the_headers_of_a_table(as_alice):
    page = as_alice.get(URL, {"month": "2026-11"})
    assertContains(page, '<th scope="col">', count=7)
    assertContains(page, '<caption class="hidden-visually">November 2026</caption>')
    assertContains(page, ">Monday<")


def test_months_are_left_and_right(as_alice):
    page = as_alice.get(URL, {"month": "2026-12"})
    assertContains(page, 'href="/calendar/?month=2026-11"')
    assertContains(page, 'href="/calendar/?month=2027-01"')


@pytest.mark.parametrize(
    "nonsense",
    [
        "x", "0000-01", "9999-12", "2026-13", "2026-00", "2026-1", "2026-11-01", "-1",
        "٢٠٢٦-١١", "2026-11\x00", "<b>", "1" * 5_000, "2026-11 OR 1=1",
    ],
)  # fmt: skip
def test_a_month_that_makes_no_sense_is_this_one_and_said(nonsense, as_alice):
    page = as_alice.get(URL, {"month": nonsense})
    assert page.context["title"] == f"{timezone.localdate():%B %Y}"
    assertContains(page, "“Month” could not be understood and was left out.")


def test_a_view_that_makes_no_sense_is_the_month(as_alice):
    page = as_alice.get(URL, {"view": "year", "month": "2026-11"})
    assertContains(page, "“View” could not be understood")
    assertContains(page, "<table")


@pytest.mark.parametrize("month", ["1970-01", "2199-12"])
def test_the_first_and_the_last_month_are_there(month, as_alice):
    assertContains(as_alice.get(URL, {"month": month}), month[:4])


def test_agenda_is_what_comes_next(as_alice, alice, application):
    today = timezone.localdate()
    application.set_next_follow_up(today + timedelta(days=29))
    page = as_alice.get(URL, {"view": "agenda"})
    assertContains(page, "Next 30 days")
    assertContains(page, "Follow up: <bdi>Archivist</bdi>")
    assertNotContains(page, "<table")
    application.set_next_follow_up(today + timedelta(days=30))
    page = as_alice.get(URL, {"view": "agenda"})
    assertContains(page, "Nothing in the next 30 days")
    application.set_next_follow_up(today - timedelta(days=1))
    assertNotContains(as_alice.get(URL, {"view": "agenda"}), "Archivist")


def test_agenda_of_a_month(as_alice, interview):
    page = as_alice.get(URL, {"view": "agenda", "month": "2026-11"})
    assertContains(page, 'id="day-2026-11-12"')
    assertContains(page, "Thursday, 12 November")
    assertContains(page, 'href="/calendar/?view=agenda&amp;month=2026-12"')


def test_a_cancelled_interview_is_struck_out(as_alice, interview):
    interview.cancel()
    page = as_alice.get(URL, {"month": "2026-11"})
    assertContains(page, "<s>", count=1)
    assertContains(page, "Cancelled")
    assertNotContains(page, 'class="entry"')


def test_an_empty_month_says_what_to_do(as_alice):
    page = as_alice.get(URL, {"month": "2026-11"})
    assertContains(page, "Nothing in November 2026")
    assertContains(page, "Go to the board")


@pytest.mark.parametrize(
    ("zone", "said"),
    [("Pacific/Pago_Pago", "01:00"), ("Pacific/Kiritimati", "02:00")],
)
def test_times_are_those_of_the_person(zone, said, as_alice, alice, interview):
    alice.time_zone = zone
    alice.save_fields("time_zone")
    page = as_alice.get(URL, {"month": "2026-11", "view": "agenda"})
    assertContains(page, f"{said}</time>–")
    day = 12 if said == "01:00" else 13
    assertContains(page, f'id="day-2026-11-{day}"')


@pytest.mark.parametrize("zone", ["Pacific/Pago_Pago", "Pacific/Kiritimati"])
def test_a_day_to_follow_up_never_shifts(zone, as_alice, alice, application):
    alice.time_zone = zone
    alice.save_fields("time_zone")
    application.set_next_follow_up(date(2026, 11, 1))
    page = as_alice.get(URL, {"month": "2026-11", "view": "agenda"})
    assertContains(page, 'id="day-2026-11-01"')
    assertContains(page, "Follow up: <bdi>Archivist</bdi>")


@pytest.mark.parametrize("day", [24, 25])
def test_nine_stays_nine_when_the_clocks_change(day, as_alice, alice, application):
    alice.time_zone = "Europe/Berlin"
    alice.save_fields("time_zone")
    at = datetime(2026, 10, day, 9, tzinfo=alice.zone)
    InterviewFactory(application=application, scheduled_at=at)
    page = as_alice.get(URL, {"month": "2026-10", "view": "agenda"})
    assertContains(page, "09:00</time>–")
    assertContains(page, f'id="day-2026-10-{day}"')


def test_a_crowded_day_leads_to_its_list(as_alice, alice):
    for _number in range(6):
        ApplicationFactory(user=alice).set_next_follow_up(date(2026, 11, 12))
    page = as_alice.get(URL, {"month": "2026-11"})
    more = "/calendar/?view=agenda&amp;month=2026-11#day-2026-11-12"
    assertContains(page, f'href="{more}">3 more')


def test_more_than_can_be_shown_is_said(as_alice, alice, monkeypatch):
    few = partial(Happenings, most=1)
    monkeypatch.setattr("applications.views.calendar.Happenings", few)
    for day in (1, 2):
        ApplicationFactory(user=alice).set_next_follow_up(date(2026, 11, day))
    page = as_alice.get(URL, {"month": "2026-11"})
    assertContains(page, "these are the first 1.")


def test_nasty_names_are_shown_as_they_are(as_alice, alice):
    title = '<script>"x"</script> \u202eמשרה 🦊'
    one = ApplicationFactory(user=alice, job__title=title)
    one.set_next_follow_up(date(2026, 11, 12))
    page = as_alice.get(URL, {"month": "2026-11"})
    assertContains(page, f"<bdi>{escape(title)}</bdi>")
    assertNotContains(page, "<script>")


def test_strangers_see_nothing_of_it(as_bob, interview):
    page = as_bob.get(URL, {"month": "2026-11"})
    assertNotContains(page, "Initech")
    assertContains(page, "Nothing in November 2026")


def test_htmx_gets_the_part_and_a_title(as_alice, interview):
    page = as_alice.get(URL, {"month": "2026-11"}, headers=HTMX)
    assertNotContains(page, "<html")
    assertContains(page, "<title>November 2026, Calendar · Jobtracker</title>")
    assertContains(page, 'hx-swap-oob="innerHTML">November 2026. 1 entry</p>')
    assert "HX-Request" in page["Vary"]
    whole = as_alice.get(URL, {"month": "2026-11"})
    assertContains(whole, "<html")
    assertNotContains(whole, "hx-swap-oob")


def test_anonymous_is_sent_to_login(client, db):
    assertRedirects(
        client.get(URL), "/accounts/login/?next=/calendar/", target_status_code=200
    )


def test_it_is_read_only(as_alice):
    assert as_alice.post(URL).status_code == 405
