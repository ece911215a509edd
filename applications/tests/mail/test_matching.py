from datetime import UTC, datetime, timedelta

import pytest

from applications.mail.matching import Candidate, rank
from applications.mail.message import Message

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def candidate(key=1, title="Data Engineer", company="Initech GmbH", **more):
    given = {
        "contact_emails": frozenset(),
        "message_ids": frozenset(),
        "is_closed": False,
        "last_activity_at": NOW,
    }
    return Candidate(key, title, company, **given | more)


def mail(**more):
    return Message(
        **{"subject": "Hello", "text": "Dear Jo", "sender_email": "a@b.example"} | more
    )


def keys(message, *candidates):
    return [match.application_id for match in rank(message, candidates, now=NOW)]


def reasons(message, one):
    return " ".join(
        str(r) for match in rank(message, [one], now=NOW) for r in match.reasons
    )


def test_unrelated_mail_matches_nothing():
    assert keys(mail(), candidate()) == []


def test_answer_to_a_kept_mail():
    message = mail(in_reply_to="<a@x>")
    one = candidate(message_ids=frozenset({"<a@x>"}))
    assert rank(message, [one], now=NOW)[0].score >= 0.9
    assert "answers an e-mail" in reasons(message, one)
    assert keys(mail(references=("<a@x>",)), one) == [1]


def test_known_sender():
    message = mail(sender_email="jo@agency.example")
    assert keys(
        message, candidate(contact_emails=frozenset({"Jo@Agency.example"}))
    ) == [1]


@pytest.mark.parametrize(
    "address",
    ["jo@initech.com", "jo@mail.initech.co.uk", "jo@initech-group.de", "initech@myworkday.com",
     "no-reply@initech.recruitee.com", "jobs@initechcareers.example"],
)  # fmt: skip
def test_company_in_the_address(address):
    assert keys(mail(sender_email=address), candidate()) == [1]


@pytest.mark.parametrize(
    "domain", ["us.greenhouse-mail.io", "hire.lever.co", "ashbyhq.com", "gmail.com"]
)
def test_hiring_systems_are_nobodys_address(domain):
    one = candidate(company="Greenhouse Lever Ashbyhq Gmail")
    assert keys(mail(sender_email=f"no-reply@{domain}"), one) == []


@pytest.mark.parametrize(
    "more",
    [
        {"sender_name": "Initech Careers"},
        {"subject": "Your application to INITECH"},
        {"text": "Thank you for applying to Initech, Inc."},
    ],
)
def test_company_named_in_the_mail(more):
    assert keys(mail(**more), candidate()) == [1]


def test_short_names_count_only_as_spelled():
    one = candidate(company="Gap Inc.")
    assert keys(mail(subject="Mind the gap"), one) == []
    assert keys(mail(subject="Your application to Gap"), one) == [1]


def test_title_alone_is_not_enough():
    assert (
        keys(mail(subject="Data Engineer wanted", text="Data Engineer"), candidate())
        == []
    )


def test_title_decides_between_jobs_of_one_company():
    message = mail(subject="Initech: Data Engineer")
    other = candidate(2, title="Office Manager")
    assert keys(message, other, candidate(1)) == [1, 2]


def test_open_and_recent_come_first():
    message = mail(subject="News from Initech")
    old = candidate(2, last_activity_at=NOW - timedelta(days=20))
    older = candidate(3, last_activity_at=NOW - timedelta(days=500))
    closed = candidate(4, is_closed=True)
    assert keys(message, older, closed, old, candidate(1)) == [1, 2, 4, 3]


def test_at_most_five():
    message = mail(subject="Initech")
    assert len(keys(message, *(candidate(n) for n in range(9)))) == 5


def test_quoted_company_does_not_count():
    text = "Thanks!\n\nOn Mon, 2 Mar 2026 Jo wrote:\n> I applied to Initech"
    assert keys(mail(text=text), candidate()) == []


@pytest.mark.parametrize("company", ["", "  ", "GmbH", "?!", "&"])
def test_odd_companies_do_no_harm(company):
    assert keys(
        mail(sender_name="Jo", text="& ?!"), candidate(company=company, title="")
    ) in ([], [1])
