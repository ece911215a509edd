from datetime import date

import pytest

from accounts.tests.factories import ProfileFactory
from applications.models import ClosedReason, Note, Origin, Status
from applications.offers import Offer, compared, countdown, offers_of, rows
from applications.tests.factories import ApplicationFactory, JobFactory
from applications.wishes import wishes_of
from companies.tests.factories import CompanyFactory

TODAY = date(2026, 11, 26)


@pytest.fixture
def offer(alice):
    """Makes an application that came to an offer."""

    def make(title="Archivist", job=None, company=None, **facts):
        company = CompanyFactory(user=alice, **(company or {}))
        job = JobFactory(user=alice, title=title, company=company, **(job or {}))
        return ApplicationFactory(user=alice, job=job, status=Status.OFFER, **facts)

    return make


def close(application, reason):
    application.move_to(
        Status.CLOSED,
        by=application.user,
        origin=Origin.BOARD,
        closed_reason=reason,
    )


def table(alice, *applications):
    """By the label of the row: the words of each cell, the best ones starred."""
    wishes = wishes_of(alice)
    found = compared(alice, [one.pk for one in applications])
    told = rows([Offer(one, wishes, TODAY) for one in found])
    return {row.label: [_text(cell) for cell in row.cells] for row in told}


def _text(cell):
    return "*" * cell.is_best + "; ".join(line.text for line in cell.lines)


def test_offers_to_decide_come_by_the_day_of_the_answer(alice, offer):
    last = offer(offer_deadline_on=None)
    second = offer(offer_deadline_on=date(2026, 12, 2))
    first = offer(offer_deadline_on=date(2026, 12, 1))
    assert list(offers_of(alice)) == [first, second, last]


def test_decided_ones_come_when_asked_for(alice, offer):
    decided = [offer(), offer(), offer()]
    for one, reason in zip(decided, ("accepted", "declined", "rejected"), strict=True):
        close(one, ClosedReason(reason))
    still = offer()
    assert list(offers_of(alice)) == [still]
    assert list(offers_of(alice, with_ended=True)) == [still, decided[1], decided[0]]


def test_neither_bin_nor_archive_nor_strangers_are_compared(alice, bob, offer):
    binned, archived = offer(), offer()
    binned.move_to_bin()
    archived.archive()
    ApplicationFactory(user=bob, status=Status.OFFER)
    assert not offers_of(alice)
    assert not compared(bob, [archived.pk])


@pytest.mark.parametrize(
    ("period", "amount", "yearly", "entered"),
    [
        ("year", 90_000, "€90,000 a year", ""),
        ("", 90_000, "€90,000 a year", ""),
        ("month", 7_500, "€90,000 a year", "€7,500 a month"),
        ("week", 1_500, "€78,000 a year", "€1,500 a week"),
        ("day", 400, "€104,000 a year", "€400 a day"),
        ("hour", 50, "€104,000 a year", "€50 an hour"),
    ],
)
def test_pay_is_that_of_a_year_and_as_entered(
    alice, offer, period, amount, yearly, entered
):
    job = {"salary_period": period}
    one = offer(job=job, offer_amount=amount, offer_currency="EUR")
    expected = f"{yearly}; Entered as {entered}" if entered else yearly
    assert table(alice, one)["Pay, a year"] == [expected]


def test_the_highest_pay_is_the_best_whatever_it_is_paid_by(alice, offer):
    a_year = offer(offer_amount=100_000, offer_currency="EUR")
    by_hour = {"salary_period": "hour", "salary_currency": "EUR"}
    an_hour = offer(job=by_hour, offer_amount=50)
    cells = table(alice, a_year, an_hour)["Pay, a year"]
    assert [cell.startswith("*") for cell in cells] == [False, True]


def test_different_currencies_are_not_ranked(alice, offer):
    euros = offer(offer_amount=90_000, offer_currency="EUR")
    pounds = offer(offer_amount=80_000, offer_currency="GBP")
    found = [Offer(one, {}, TODAY) for one in compared(alice, [euros.pk, pounds.pk])]
    pay = next(rows(found))
    assert "do not convert" in pay.remark
    assert not any(cell.is_best for cell in pay.cells)


def test_what_the_posting_says_is_no_offer(alice, offer):
    posted = {"salary_min": 90_000, "salary_currency": "EUR", "salary_period": "year"}
    silent, given = offer(job=posted), offer(offer_amount=1, offer_currency="EUR")
    cells = table(alice, silent, given)["Pay, a year"]
    assert cells == ["Not given; The posting says from €90,000 a year.", "€1 a year"]


def test_what_is_alike_is_not_marked(alice, offer):
    same = [offer(offer_amount=5, offer_currency="EUR") for _ in range(2)]
    assert table(alice, *same)["Pay, a year"] == ["€5 a year"] * 2


def test_best_in_fit_and_lane(alice, offer):
    dream, target = offer(company={"lane": 1}), offer(company={"lane": 2})
    for one, fit in ((dream, 40), (target, 71.5)):
        one.fit_score = fit
        one.save_fields("fit_score")
    told = table(alice, dream, target)
    assert told["How it fits you"] == ["40 of 100", "*72 of 100"]
    assert told["Lane of the company"] == ["*Dream", "Target"]


def test_wishes_are_held_against_the_offer_not_the_posting(alice, offer):
    ProfileFactory(user=alice, location="Berlin")
    wishes = alice.get_preferences()
    wishes.salary_expectation_min = 80_000
    wishes.salary_expectation_currency = "EUR"
    wishes.desired_locations = ["Utrecht"]
    wishes.remote_preference = "hybrid"
    wishes.job_types = ["Full-time"]
    wishes.save()
    job = {
        "location": "Utrecht, NL",
        "remote_type": "hybrid",
        "job_type": "full_time",
        "salary_min": 90_000,
        "salary_currency": "EUR",
        "salary_period": "year",
    }
    less = offer(job=job, offer_amount=70_000, offer_currency="EUR")
    more = offer(job={"location": "Lyon"}, offer_amount=85_000, offer_currency="EUR")
    first, second = table(alice, less, more)["What you wish for"]
    assert first.startswith("*Place: Utrecht, NL (you: Utrecht); Workplace: Hybrid")
    assert "Pay: 70,000 EUR (you: 80,000 EUR); Kind of job: Full time" in first
    assert second == "Place: Lyon (you: Utrecht); Pay: 85,000 EUR (you: 80,000 EUR)"
    offers = [Offer(one, wishes_of(alice), TODAY) for one in (less, more)]
    said = [[str(one.agreement) for one in offer.conditions] for offer in offers]
    assert said == [
        ["agrees", "agrees", "disagrees", "agrees"],
        ["disagrees", "agrees"],
    ]


def test_a_posting_is_read_for_visas_by_who_needs_one(alice, offer):
    wishes = alice.get_preferences()
    wishes.visa_sponsorship_needed = True
    wishes.save()
    one = offer(job={"description": "We do not sponsor visas."})
    (told,) = table(alice, one)["What you wish for"]
    assert told.startswith("Leave to work:")


def test_benefits_are_plain_lines(alice, offer):
    html = "<ul><li>Four days</li><li><b>Lunch</b></li></ul><script>x()</script>"
    many = "\n".join(f"- {number}" for number in range(30))
    told = table(alice, offer(job={"benefits": html}), offer(job={"benefits": many}))
    assert told["Benefits"][0] == "Four days; Lunch"
    assert told["Benefits"][1].endswith("9; The posting names more.")


def test_the_three_latest_notes(alice, offer):
    one, bare = offer(), offer()
    for number in range(5):
        Note.objects.create(application=one, text=f"Note {number}")
    assert table(alice, one, bare)["Your latest notes"] == [
        "Note 4; Note 3; Note 2",
        "None yet",
    ]


def test_countdown():
    assert countdown(5) == "in 5 days"
    assert countdown(1) == "in 1 day"
    assert countdown(0) == "today is the last day"
    assert countdown(-2) == "2 days late"
