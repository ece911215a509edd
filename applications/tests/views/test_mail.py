"""A mail came: which application is it about?"""

import re

import pytest

from applications.models import Application, EmployerResponse, Job
from applications.tests.factories import ApplicationFactory, JobFactory
from applications.tests.models.rows import history
from applications.tests.views.test_response import MAIL, NO, eml
from companies.models import Company
from companies.tests.answers import is_fragment, is_login, is_page, leads_to, text
from companies.tests.factories import ContactFactory
from jobtracker.testing.fixtures import HTMX

NEW, ADD = "/responses/new/", "/responses/new/add/"
GOOD = {"title": "Archivist", "company_name": "Initech", "status": "applied"}


@pytest.fixture
def application(alice):
    """One whose contact writes."""
    job = JobFactory(user=alice, title="Archivist", company__name="Initech")
    application = ApplicationFactory(user=alice, job=job, status="applied")
    kim = ContactFactory(user=alice, name="Kim Lister", email="kim@initech.example")
    application.contacts.add(kim)
    return application


def read(client, **sent):
    return client.post(NEW, sent or {"eml": eml()})


def sealed(client, **sent):
    return read(client, **sent).context["mail"]


def offered(answer):
    return [offer.application for offer in answer.context["offers"]]


# Reading


def test_form_takes_a_file_or_a_text(as_alice):
    answer = as_alice.get(NEW)
    assert is_page(answer)
    assert set(answer.context["form"].fields) == {"eml", "text"}


def test_mail_is_read_and_nothing_is_written(as_alice, application):
    answer = read(as_alice)
    assert answer.status_code == 200
    assert NO in text(answer)
    assert "Rejection" in text(answer)
    assert offered(answer) == [application]
    assert not EmployerResponse.objects.exists()
    assert history(application) == [("", "applied")]


def test_text_that_was_pasted_is_read(as_alice, application):
    pasted = f"From: Kim Lister <kim@initech.example>\nSubject: Archivist\n\n{NO}"
    answer = read(as_alice, text=pasted)
    assert answer.context["message"].sender_email == "kim@initech.example"
    assert offered(answer) == [application]


def test_applications_of_others_and_of_the_bin_are_not_offered(
    as_bob, as_alice, application
):
    assert offered(read(as_bob)) == []
    application.move_to_bin()
    assert offered(read(as_alice)) == []


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("__all__", ""),
        ("text", "é" * 1_000_000),
        ("eml", b""),
        ("eml", b"\x89PNG\r\n" * 100),
        ("eml", b"x" * (10 * 2**20 + 1)),
    ],
)
def test_what_is_no_mail_is_refused(as_alice, name, typed, headers):
    sent = {name: eml(typed) if isinstance(typed, bytes) else typed}
    answer = as_alice.post(NEW, sent if name != "__all__" else {}, headers=headers)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {name}
    assert is_fragment(answer) if headers else is_page(answer)


@pytest.mark.parametrize(
    "content",
    [
        MAIL.replace("Kim Lister", "<script>alert(1)</script>"),
        MAIL.replace(NO, "<script>alert(1)</script> 50 % \0 {{ 7 }}"),
        MAIL.replace("Your application", "=?utf-8?q?=3Cscript=3Ealert(1)?="),
        MAIL.replace("Mon, 02 Mar 2026", "Mon, 01 Jan 0001"),
        MAIL.replace("Mon, 02 Mar 2026 09:30:00 +0100", "Fri, 31 Dec 9999 23:59 -1200"),
        MAIL.replace("kim@initech.example", "kim(at)initech"),
        MAIL.replace("Message-ID: <1@initech.example>\n", ""),
        MAIL.replace("text/plain", "text/nothing; boundary=x"),
        b"Subject: \xff\xfe\n\n\xff\xfe",
    ],
)
def test_any_mail_is_shown_and_kept(as_alice, application, content):
    answer = as_alice.post(NEW, {"eml": eml(content)})
    assert answer.status_code == 200
    assert "<script>alert" not in text(answer)
    page = application.get_absolute_url()
    sent = {"mail": answer.context["mail"]}
    assert as_alice.post(f"{page}responses/", sent).status_code == 303
    assert "<script>alert" not in text(as_alice.get(page))
    assert EmployerResponse.objects.count() == 1


# This one


def keys(answer):
    return re.findall(r'name="submit_key" value="([^"]+)"', text(answer))


def test_mail_goes_to_the_one_that_was_chosen(as_alice, application):
    answer = read(as_alice)
    sent = {"mail": answer.context["mail"], "submit_key": keys(answer)[0]}
    path = f"{application.get_absolute_url()}responses/"
    for _ in range(2):
        as_alice.post(path, sent)
    made = EmployerResponse.objects.get()
    assert (made.application, made.message_id) == (application, "<1@initech.example>")
    assert (made.response_type, made.sender_name) == ("rejection", "Kim Lister")


def test_each_offer_has_a_key_of_its_own(as_alice, alice, application):
    other = ApplicationFactory(user=alice, status="applied")
    other.contacts.set(application.contacts.all())
    found = keys(read(as_alice))
    assert len(found) == len(set(found)) == 3


@pytest.mark.parametrize("change", ["", "x", "swap"])
def test_mail_that_was_changed_on_the_way_is_refused(as_alice, application, change):
    mail = sealed(as_alice)
    mail = mail[:20] + ("A" if mail[20] != "A" else "B") + mail[21:] + change
    for path, data in (
        (f"{application.get_absolute_url()}responses/", {}),
        (ADD, GOOD),
    ):
        answer = as_alice.post(path, data | {"mail": mail})
        assert answer.status_code == 422
        assert "This form is too old." in text(answer)
    assert not EmployerResponse.objects.exists()
    assert Application.objects.count() == 1


# None of these


def test_unknown_one_is_added_with_the_mail(as_alice, alice):
    answer = as_alice.post(ADD, GOOD | {"mail": sealed(as_alice)})
    made = Application.objects.get()
    assert leads_to(answer, made.get_absolute_url())
    assert (made.job.title, made.job.employer, made.status) == (
        "Archivist",
        "Initech",
        "applied",
    )
    response = made.responses.get()
    assert NO in response.body
    assert made.first_response_at == response.received_at
    assert "with the mail" in text(as_alice.get("/"))


@pytest.mark.parametrize("typed", [{"text": NO}, {}])
def test_same_key_twice_adds_one(as_alice, typed):
    answer = read(as_alice, **typed)
    sent = GOOD | {"mail": answer.context["mail"], "submit_key": keys(answer)[-1]}
    answers = [as_alice.post(ADD, sent) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Application.objects.count() == EmployerResponse.objects.count() == 1


def test_mail_that_is_here_adds_nothing(as_alice, application):
    mail = sealed(as_alice)
    as_alice.post(f"{application.get_absolute_url()}responses/", {"mail": mail})
    answer = as_alice.post(ADD, GOOD | {"title": "Beekeeper", "mail": mail})
    assert answer.status_code == 422
    assert "You have this mail already." in text(answer)
    assert list(Application.objects.all()) == [application]
    assert Job.objects.count() == 1


@pytest.mark.parametrize("sent", [{"title": ""}, {"company_name": ""}, {"mail": ""}])
def test_without_a_part_nothing_is_added(as_alice, sent):
    answer = as_alice.post(ADD, GOOD | {"mail": sealed(as_alice)} | sent)
    assert answer.status_code == 422
    for model in (Application, Job, Company, EmployerResponse):
        assert not model.objects.exists()


def test_refused_form_keeps_the_mail(as_alice):
    mail = sealed(as_alice)
    answer = as_alice.post(ADD, GOOD | {"mail": mail, "title": ""})
    assert f'value="{mail}"' in text(answer)
    assert 'value="Initech"' in text(answer)


# Others


@pytest.mark.parametrize("path", [NEW, ADD])
def test_anonymous_is_led_to_the_login(client, path):
    assert is_login(client.post(path, {"text": NO}))


def test_adding_is_only_posted(as_alice):
    assert as_alice.get(ADD).status_code == 405


def test_sealed_mail_opens_no_one_elses_application(as_bob, as_alice, application):
    sent = {"mail": sealed(as_alice)}
    path = f"{application.get_absolute_url()}responses/"
    assert as_bob.post(path, sent).status_code == 404
